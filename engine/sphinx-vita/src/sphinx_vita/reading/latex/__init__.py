"""LaTeX as it stands in bibliographies, read into formatted text: commands, accents, quotes, what is no text at all."""

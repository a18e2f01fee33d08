"""LaTeX as it stands in bibliographies."""

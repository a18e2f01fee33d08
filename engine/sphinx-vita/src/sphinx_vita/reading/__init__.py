"""Text as people and programs write it, read into records: options, BibTeX, LaTeX, names, addresses."""

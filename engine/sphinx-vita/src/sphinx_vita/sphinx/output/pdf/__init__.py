"""Pages as PDF: whatever page says `pdf: name.pdf` in its front matter, in its own order."""

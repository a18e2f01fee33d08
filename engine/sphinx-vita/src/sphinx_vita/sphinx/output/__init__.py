"""What a build writes beside the text of pages: heads, PDFs, exports, cards, icons, copied files."""

"""What other tools have written, read as records: text in, what an author would write out. Knows nothing of Sphinx."""

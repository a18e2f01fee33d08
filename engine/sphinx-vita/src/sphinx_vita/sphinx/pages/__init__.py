"""What happens to a page between reading and writing: views, references, checks."""

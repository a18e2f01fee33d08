"""A CV as its author wrote it, in Markdown, line by line: what each heading, entry and line says."""

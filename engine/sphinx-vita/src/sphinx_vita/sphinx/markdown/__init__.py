"""The reading of Markdown: MyST's own parser, with an eye on what authors write by mistake."""

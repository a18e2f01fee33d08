"""`sphinx-vita upgrade`: what this version changes for a site, as edits of its files.

A build of the site tells which names will go, and where: `edits` writes the names of today in their place,
`requirement` the version. The site is then built with the edits in a copy, and `diff` compares.
"""

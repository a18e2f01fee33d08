"""The verb `add`: a work, by its number or as BibTeX, into the bibliography; only here services are asked."""

"""The verb `add`: a work from its number or from BibTeX into the bibliography; the one place that asks other services."""

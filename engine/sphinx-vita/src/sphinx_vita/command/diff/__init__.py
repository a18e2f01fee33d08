"""`sphinx-vita diff`: what a change of the sources does to the public.

`revisions` asks git for the two states of the sources, `building` has both built beside each other by `recording`,
which writes down what is public then: a `Published`. `comparison` gives the `Change`s between two of them, each subject
in a module of its own (`privacy`, `pages`, `records`, `files`); `report` tells them, `report_page` with `pictures`.
"""

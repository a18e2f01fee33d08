"""`sphinx-vita diff`: what a change of the sources does to the public.

`revisions` asks git for the two states of the sources, `building` has both built beside each other by `recording`, which
writes down the public records too: a `Published`. `comparison` gives the `Change`s between two of them, each subject in a
module of its own (`records`, `privacy`, `addresses`, `pages`, `documents`, `files`); `report` tells them.
"""

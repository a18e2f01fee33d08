"""`sphinx-vita check`: the site is built and held to what any site promises.

`building` makes a `Site` of a folder: its sources, its settings and what was built. Each module of `checks` reads that
and gives findings; `acceptance` takes out those that the owner has accepted, and `report` tells the rest.
"""

"""`sphinx-vita live`: the site is served on this machine and built anew on every save.

`running` is the loop: `watching` tells what was saved (`changes`), `builder` builds in a process of its own (`build`,
`memory`, `failures`), and what comes of it (`news`) is told to every open page by `serving`, which puts a script into
pages on their way to the browser: nothing of it is ever in a file.
"""

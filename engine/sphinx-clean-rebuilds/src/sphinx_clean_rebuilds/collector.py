"""Spares Python from looking for garbage again and again, which takes a sixth of a build, and from holding all pages.

What is there is set aside after each step. It stays so when the build ends: most processes end then too, and to go
through it all would be in vain. A process that builds once more takes it up again.
"""

import gc
from typing import Any

from sphinx.application import Sphinx

from sphinx_clean_rebuilds.internals import forget_doctrees

_NEW_OBJECTS = 50_000  # as many as a page or two need; Python looks after 700 of them
_YOUNGER = 10, 2  # looks at these before one at those that have stayed: a long list of records leaves as many at once
_DOCTREES = 200  # that may stay in memory, about 100 KB each; to read one again takes a millisecond


def set_aside(*_: Any) -> None:
    """Take all that is there now out of the search."""
    gc.freeze()


def take_up(*_: Any) -> None:
    """Search all of it again, and more seldom than Python does by itself."""
    gc.unfreeze()
    gc.set_threshold(_NEW_OBJECTS, *_YOUNGER)


def let_go(app: Sphinx, *_: Any) -> None:
    """Leave pages on disk where there are many."""
    forget_doctrees(app.env, _DOCTREES)

"""Spares Python from looking for garbage among all pages of the site again and again, which takes a sixth of a build.

What is there is set aside after each step. It stays so when the build ends: most processes end then too, and to go
through it all would be in vain. A process that builds once more takes it up again.
"""

import gc
from typing import Any

_NEW_OBJECTS = 50_000  # as many as a page or two need; Python looks after 700 of them


def set_aside(*_: Any) -> None:
    """Take all that is there now out of the search."""
    gc.freeze()


def take_up(*_: Any) -> None:
    """Search all of it again, and more seldom than Python does by itself."""
    gc.unfreeze()
    gc.set_threshold(_NEW_OBJECTS, *gc.get_threshold()[1:])

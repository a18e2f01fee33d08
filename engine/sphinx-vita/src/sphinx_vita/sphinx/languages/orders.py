"""What the build of another language is ordered to do: what the first was, in the place of that language.

Sphinx keeps two things from extensions that the command line says: a part of a setting, `-D html_theme_options.x=y`,
which it takes out of its list, and whether all pages are written, `-a`. Both are arguments of calls that have not
ended, so they are read there.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from sphinx.application import Sphinx

from sphinx_vita.sphinx.languages import BELOW

_PARTS: WeakKeyDictionary[Sphinx, dict[str, Any]] = WeakKeyDictionary()


def note_parts(app: Sphinx) -> None:
    """Remember the parts of settings that the command line sets, while the application is being made."""
    given = _given_to(Sphinx.__init__, "confoverrides") or {}
    _PARTS[app] = {name: value for name, value in given.items() if "." in name}


def order_for(app: Sphinx, tag: str, doctrees: Path) -> dict[str, Any]:
    """Return what Sphinx's application is made with for a language, and `build`, what its method of that name gets."""
    settings = _PARTS.get(app, {}) | app.config.overrides | {"extensions": app.config.extensions, "language": tag}
    return {
        "srcdir": str(app.srcdir),
        "confdir": str(app.confdir),
        "outdir": str(Path(app.outdir) / tag),
        "doctreedir": str(doctrees),
        "buildername": app.builder.name,
        "confoverrides": settings,
        "freshenv": bool(app.fresh_env_used),
        "tags": [*sorted(app.tags), BELOW],
        "verbosity": app.verbosity,
        "parallel": app.parallel,
        "build": {"force_all": bool(_given_to(Sphinx.build, "force_all"))},
    }


def _given_to(function: Callable[..., object], argument: str) -> Any:
    """Return what a function that is being called was given; None where it is not being called."""
    frame = sys._getframe()
    while (above := frame.f_back) is not None:
        if above.f_code is function.__code__:
            return above.f_locals.get(argument)
        frame = above
    return None

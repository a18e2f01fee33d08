"""The checks: each module holds the codes of what it can find, `CODES`, and `check`, which takes a site."""

from types import ModuleType

from sphinx_vita.command.check.checks import (
    access,
    addresses,
    build,
    contrast,
    facts,
    files,
    gaps,
    hosts,
    leaks,
    links,
    markup,
    pictures,
    privacy,
    reach,
    settings,
    stale,
    translations,
)
from sphinx_vita.command.check.findings import Code

# By the name that `--only` takes; the order is that of the work.
CHECKS: dict[str, ModuleType] = {
    "build": build,
    "links": links,
    "reach": reach,
    "addresses": addresses,
    "facts": facts,
    "privacy": privacy,
    "leaks": leaks,
    "hosts": hosts,
    "access": access,
    "contrast": contrast,
    "pictures": pictures,
    "markup": markup,
    "settings": settings,
    "files": files,
    "stale": stale,
    "gaps": gaps,
    "translations": translations,
}


def codes() -> dict[str, Code]:
    """Return all that can be found, by name; a warning of the build has the name `build.` and its type."""
    return {code.name: code for module in CHECKS.values() for code in module.CODES}

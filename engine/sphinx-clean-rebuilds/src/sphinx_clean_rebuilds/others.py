"""What other extensions put into the output beside pages, such as redirects: it goes when all pages are read anew.

Only they know what they still want, and some write anew only what has changed. So what they wrote is left to them, but
where they start from nothing as in a clean build: where Sphinx reads every page again, since the settings or the
extensions are others. Where one of their own settings has changed, of which Sphinx takes no note, pages are read again
too.
"""

from collections.abc import Iterable
from fnmatch import fnmatchcase

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import CONFIG_OK

from sphinx_clean_rebuilds.record import digest

_OF_SPHINX = ("_static/", "_images/", "_downloads/", "_sources/", "searchindex.js", "objects.inv")


def made_by_others(app: Sphinx, made: Iterable[str], known: set[str]) -> set[str]:
    """Name the files that builds have made and Sphinx has not, but those that the settings keep."""
    kept = app.config.clean_rebuilds_keep
    found = {name for name in made if name not in known and not name.startswith(_OF_SPHINX)}
    return {name for name in found if not any(fnmatchcase(name, pattern) for pattern in kept)}


def reads_all(app: Sphinx) -> bool:
    """Return whether Sphinx reads every page again."""
    return bool(app.env.config_status != CONFIG_OK)


def settings_of_others(app: Sphinx) -> str:
    """Return a digest of the settings that extensions have declared to change no page."""
    builders = app.registry.builders.keys()
    values = {
        item.name: item.value
        for item in app.config
        if not item.rebuild and item.name not in Config.config_values and item.name.split("_")[0] not in builders
    }
    return digest(repr(sorted(values.items())))

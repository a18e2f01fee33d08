"""Deprecated names at work: what is written under one counts for the name that has its meaning now, and is told."""

from collections.abc import Mapping

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

from sphinx_vita.reading.deprecations import Place, deprecated
from sphinx_vita.reading.mistakes import Finding
from sphinx_vita.sphinx.internals import is_set
from sphinx_vita.sphinx.problems import tell
from sphinx_vita.sphinx.settings import place_of_setting


def add_deprecated_settings(app: Sphinx) -> None:
    """Declare the settings that will go, so that conf.py may hold them for some time."""
    for name, each in deprecated(Place.SETTING).items():
        app.add_config_value(name, None, "env", (), each.message)


def take_deprecated_settings(app: Sphinx, config: Config) -> None:
    """Give the value of a deprecated setting to the one that has its meaning, unless conf.py sets that too."""
    for name, each in deprecated(Place.SETTING).items():
        if config[name] is None:
            continue
        file, _, line = place_of_setting(app, name).rpartition(":")
        tell([each.finding(int(line))], file=file)
        if each.instead and not is_set(config, each.instead):
            setattr(config, each.instead, config[name])


def take_deprecated_keys(app: Sphinx, _: nodes.document) -> None:
    """Give the value of a deprecated key of the front matter to the key that has its meaning; the parser tells it."""
    metadata = app.env.metadata[app.env.docname]
    for name, each in deprecated(Place.KEY).items():
        if name in metadata:
            value = metadata.pop(name)
            if each.instead:
                metadata.setdefault(each.instead, value)


def take_deprecated_options(
    directive: str, written: Mapping[str, str | None], line: int
) -> tuple[dict[str, str | None], list[Finding]]:
    """Give the options under the names that they have now, and what is to be told; a name of today counts first."""
    old = deprecated(Place.OPTION, directive)
    taken = {name: text for name, text in written.items() if name not in old}
    for name in written.keys() & old.keys():
        if old[name].instead:
            taken.setdefault(old[name].instead, written[name])
    return taken, [old[name].finding(line) for name in sorted(written.keys() & old.keys())]

"""What the code declares, as Markdown: options, settings, fields, keys, roles, links, warnings and files.

Each function takes the configuration and a name, and returns the text of tables; nothing here is written by hand twice.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields as fields_of
from pprint import pformat

import click
from sphinx.config import Config
from sphinx_computed_figures.directive import ComputedFigureDirective
from sphinx_computed_figures.figure import Figure, Panel, Script, States
from sphinx_vita.command.check.running import known_codes
from sphinx_vita.command.main import main
from sphinx_vita.reading.bibtex.known_fields import LINKS, MEANINGS
from sphinx_vita.reading.deprecations import DEPRECATIONS
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.reading.own_kinds import WORDS
from sphinx_vita.reading.record_options import COMMON_OPTIONS
from sphinx_vita.reading.slips.front_matter import KEYS
from sphinx_vita.reading.view_options import FLAGS, OPTIONS
from sphinx_vita.records import KINDS, LINK_LABELS, Publication, options_of
from sphinx_vita.sphinx.defaults import DEFAULTS
from sphinx_vita.sphinx.directives.video import OPTIONS as OF_VIDEOS
from sphinx_vita.sphinx.domain import ROLES
from sphinx_vita.sphinx.output.export import EXPORTS


def options(_: Config, kind: str) -> str:
    """Return what a directive for a kind of record takes: its argument first, then its options."""
    record = KINDS[kind]
    rows = []
    for place, (name, each) in enumerate(options_of(record).items()):
        what = each.metadata["description"]
        read_as = str(each.metadata["value"])
        needed = "yes" if each.metadata["required"] else ""
        rows.append((f"{_code(name)} (the argument)" if place == 0 else _code(name), what, read_as, needed))
    rows += [(_code(name), what, "text", "") for name, what in COMMON_OPTIONS.items()]
    return f"{record.__doc__}\n\n{_table(('option', 'what to write', 'read as', 'needed'), rows)}"


def own_kinds(_: Config, __: str) -> str:
    """Return what a kind of a site's own may say of itself."""
    rows = ((_code(name), what) for name, what in WORDS.items() if name != "options")
    return _table(("word", "what it says"), rows)


def view_options(_: Config, __: str) -> str:
    """Return the options of the views."""
    rows = ((_code(f":{name}:" if name in FLAGS else f":{name}: ..."), what) for name, what in OPTIONS.items())
    return _table(("option", "what it chooses or shows"), rows)


def video_options(_: Config, __: str) -> str:
    """Return the options of a video."""
    return _table(("option", "what to write"), ((_code(name), what) for name, what in OF_VIDEOS.items()))


def figure_options(_: Config, __: str) -> str:
    """Return the options of a computed figure."""
    rows = ((_code(name), ComputedFigureDirective.meanings[name]) for name in ComputedFigureDirective.option_spec)
    return _table(("option", "what it does"), rows)


def figure_parts(_: Config, __: str) -> str:
    """Return what a figure is made of, each with its fields."""
    parts = []
    for part in (Figure, Panel, States, Script):
        names = ", ".join(each.name for each in fields_of(part))
        parts.append(f"{_code(f'{part.__name__}({names})')}\n\n: {' '.join((part.__doc__ or '').split())}\n")
    return "\n".join(parts)


def settings(config: Config, prefix: str) -> str:
    """Return the settings whose names begin with a prefix, as entries that a link can lead to."""
    names = [name for name in config.values if name == prefix or name.startswith(f"{prefix}_")]
    return "\n".join(_setting(config, name) for name in names)


def _setting(config: Config, name: str) -> str:
    declared = config.values[name]
    types = declared.valid_types
    kinds = sorted(each.__name__ for each in (types if isinstance(types, Iterable) else [type(declared.default)]))
    default = pformat(declared.default, width=70, compact=True)
    is_short = "\n" not in default
    head = [
        f"````{{confval}} {name}",
        f":type: {' or '.join(kinds)}",
        *([f":default: {_code(default)}"] if is_short else []),
    ]
    body = [_sentence(declared.description), *([] if is_short else ["By default:", "", "```python", default, "```"])]
    return "\n".join([*head, "", *body, "````", ""])


def changed_settings(_: Config, __: str) -> str:
    """Return the settings of Sphinx and of other extensions that have another default here."""
    return _table(("setting", "default here"), ((_code(name), _code(repr(value))) for name, value in DEFAULTS.items()))


def front_matter(_: Config, __: str) -> str:
    """Return the keys of a page's front matter."""
    return _table(("key", "what it does"), ((_code(name), what) for name, what in KEYS.items()))


def fields(_: Config, __: str) -> str:
    """Return the fields of a bibliography's entries, those of one meaning in one row."""
    links = {name: f"a link; the button says “{LINK_LABELS.get(kind, 'Preprint')}”" for name, kind in LINKS.items()}
    by_meaning: dict[str, list[str]] = {}
    for name, what in (links | MEANINGS).items():
        by_meaning.setdefault(what, []).append(_code(name))
    rows = sorted((", ".join(names), what) for what, names in by_meaning.items())
    return _table(("field", "what it holds"), rows)


def links(_: Config, __: str) -> str:
    """Return the buttons of a paper in their order."""
    rows = ((_code(kind), label) for kind, label in LINK_LABELS.items())
    return _table(("kind of link", "what the button says"), rows)


def roles(_: Config, __: str) -> str:
    """Return the roles that refer to records."""
    rows = [
        (_code(f"{{{role}}}`key`"), "a paper by its key" if kind == Publication.kind else _of_kind(kind))
        for role, kind in ROLES.items()
    ]
    return _table(("role", "what it refers to"), rows)


def _of_kind(kind: str) -> str:
    noun = KINDS[kind].noun
    return f"a record of the kind {_code(kind)} (in the search: {noun}) by its key"


def warnings(_: Config, __: str) -> str:
    """Return the warnings, by the names that `suppress_warnings` takes."""
    return _table(("warning", "what is wrong"), ((_code(f"vita.{each.value}"), each.meaning) for each in Mistake))


def deprecations(_: Config, __: str) -> str:
    """Return the names that will go."""
    rows = [(_code(each.name), each.message) for each in DEPRECATIONS]
    return _table(("name", "what to write instead"), rows) if rows else "There is none in this version.\n"


def exports(_: Config, __: str) -> str:
    """Return the files that are made beside the pages."""
    rows = [(_code(path), each.title or "for programs alone", each.description) for path, each in EXPORTS.items()]
    return _table(("file", "what it is", "what it is good for"), rows)


def verbs(_: Config, __: str) -> str:
    """Return the verbs of the command, each with its options."""
    parts = []
    for name, verb in sorted(main.commands.items()):
        rows = [
            (_code(", ".join(each.opts)), each.help or "") for each in verb.params if isinstance(each, click.Option)
        ]
        parts.append(f"`sphinx-vita {name}`: {verb.help}\n\n{_table(('option', 'what it does'), rows)}")
    return "\n".join(parts)


def findings(_: Config, __: str) -> str:
    """Return what `sphinx-vita check` can find."""
    rows = ((_code(each.name), each.level, each.meaning) for each in known_codes())
    return _table(("code", "level", "what it means"), rows)


def _code(text: str) -> str:
    marks = "``" if "`" in text else "`"
    blank = " " if "`" in text else ""
    return f"{marks}{blank}{text}{blank}{marks}"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    cells = ([cell.replace("|", r"\|") for cell in line] for line in lines)
    return "".join(f"| {' | '.join(line)} |\n" for line in cells)


SUBJECTS: dict[str, Callable[[Config, str], str]] = {
    "options": options,
    "own-kinds": own_kinds,
    "view-options": view_options,
    "video-options": video_options,
    "figure-options": figure_options,
    "figure-parts": figure_parts,
    "settings": settings,
    "changed-settings": changed_settings,
    "front-matter": front_matter,
    "fields": fields,
    "links": links,
    "roles": roles,
    "warnings": warnings,
    "deprecations": deprecations,
    "exports": exports,
    "verbs": verbs,
    "findings": findings,
}

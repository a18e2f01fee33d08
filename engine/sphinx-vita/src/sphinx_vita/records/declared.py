"""Kinds that the settings of a site declare: classes made of a few words.

The classes of a build stand in this module under their names, where a stored record is looked for.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import make_dataclass
from typing import Any

from sphinx_vita.records.dates import DateRange
from sphinx_vita.records.exported import Exported
from sphinx_vita.records.layout import Layout, Line, Piece, line
from sphinx_vita.records.record import Record, Value, option
from sphinx_vita.records.registry import KINDS, OF_SETTINGS

Options = Mapping[str, tuple[Value, str]]  # each option with how it is read and what to write
_TYPES: dict[Value, Any] = {Value.DATES: DateRange | None, Value.NAMES: tuple[str, ...], Value.WORDS: tuple[str, ...]}
_BUTTONS = (Value.LINK, Value.FILE, Value.DOI)
FIELD = re.compile(r"([^{}]*)\{(\w+)\}")  # the words before a field, and its name
# Properties of JSON Resume's projects that are no plain text, and what may stand there.
_RESERVED = {
    "url": (Value.LINK, Value.DOI),
    "keywords": (Value.NAMES, Value.WORDS),
    "roles": (Value.NAMES, Value.WORDS),
}
_OTHER_PROPERTIES = ("name", "type", "description", "highlights")


def make_kind(
    name: str,
    options: Options,
    *,
    noun: str = "",
    heading: str = "",
    head: str = "",
    lines: Sequence[str] = (),
    needed: Collection[str] = (),
    key: str = "",
    news: bool = False,
) -> type[Record]:
    """Make the class of a kind; what `head` and `lines` leave out follows from the options."""
    fields = [
        (field, _TYPES.get(value, str), option(value, what, required=field in needed or place == 0))
        for place, (field, (value, what)) in enumerate(options.items())
    ]
    shown = [field for field, (value, _) in options.items() if value is Value.TEXT]
    head = head or ", ".join(f"{{{field}}}" for field in shown[:2])
    layout = Layout(_pieces(head, options, is_head=True), tuple(_lines(lines or _rest(head, options), options)))
    noun = noun or name.capitalize()
    words = {
        "kind": name,
        "noun": noun,
        "named_by": tuple(piece.field for piece in layout.head if options[piece.field][0] is Value.TEXT)[:2],
        "keyed_by": key,
        "layout": layout,
        "exported": _exported(options, layout, heading or noun, is_news=news),
    }
    title = f"Own{name.capitalize()}"
    made = make_dataclass(title, fields, bases=(Record,), namespace=words, frozen=True, slots=True, kw_only=True)
    made.__module__, made.__doc__ = __name__, f"{noun}, as the setting 'vita_kinds' declares it."
    return made


def set_declared(kinds: Iterable[type[Record]]) -> None:
    """Take the kinds that the settings of this build declare in the place of those of the build before."""
    for name in OF_SETTINGS:
        KINDS.pop(name, None)
    declared = {kind.kind: kind for kind in kinds}
    OF_SETTINGS[:] = declared
    KINDS.update(declared)
    globals().update({kind.__name__: kind for kind in declared.values()})


def _exported(options: Options, layout: Layout, heading: str, *, is_news: bool) -> Exported:
    """Put the kind among the projects of JSON Resume, with every option as a property."""
    first = next(iter(options))
    taken = {"name": (first,), "type": ("kind",), "description": ("summary",), "highlights": ("highlights",)}
    others = [field for field in options if field not in (first, "dates")]
    properties = {_property(field, options[field][0]): (field,) for field in others}
    texts = [piece.field for piece in layout.pieces() if options[piece.field][0] in (Value.TEXT, Value.WORDS)]
    return Exported(
        resume="projects",
        resume_properties={**taken, **properties, **({"period": ("dates",)} if "dates" in options else {})},
        heading=heading,
        remarks=tuple(field for field in texts if field not in [piece.field for piece in layout.head[:2]]),
        is_news=is_news,
    )


def _property(field: str, value: Value) -> str:
    is_free = field not in _OTHER_PROPERTIES and value in _RESERVED.get(field, (value,))
    return field if is_free else f"{field}_"


def _rest(head: str, options: Options) -> list[str]:
    """Return the lines of what the head leaves out: texts in one, each list of names in its own, then the buttons."""
    said = {field for _, field in FIELD.findall(head)} | {"dates", "url"}
    rest = {field: value for field, (value, _) in options.items() if field not in said}
    names = [field for field, value in rest.items() if value in (Value.NAMES, Value.WORDS)]
    buttons = [field for field, value in rest.items() if value in _BUTTONS]
    texts = ", ".join(f"{{{field}}}" for field in rest if field not in (*names, *buttons))
    return [texts, *(f"{_words(field)}: {{{field}}}" for field in names), " ".join(f"{{{field}}}" for field in buttons)]


def _lines(templates: Sequence[str], options: Options) -> list[Line]:
    """Read the lines below the head; each has the class of what it holds, for style sheets."""
    made = []
    for template in templates:
        pieces = _pieces(template, options, is_head=False)
        values = {options[piece.field][0] for piece in pieces}
        kind = "people" if Value.NAMES in values else "buttons" if values & {*_BUTTONS} else "place"
        made += [line(kind, *pieces)] if pieces else []
    return made


def _pieces(template: str, options: Options, *, is_head: bool) -> tuple[Piece, ...]:
    """Read `{title}, {venue}`: words before the first field belong to it, others part two fields."""
    found = FIELD.findall(template)
    after = FIELD.sub("", template)
    pieces = []
    for place, (before, field) in enumerate(found):
        is_button = options[field][0] in _BUTTONS
        end = after if place == len(found) - 1 else ""
        words = _words(field) if is_button else ("" if place else before) + "{}" + end
        link = "url" if is_head and place == 0 and options.get("url", ("",))[0] is Value.LINK else ""
        pieces.append(Piece(field, words, before=before if place else "", link=link if field != "url" else ""))
    return tuple(pieces)


def _words(field: str) -> str:
    return field.replace("_", " ").capitalize()

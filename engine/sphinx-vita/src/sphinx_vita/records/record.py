"""What all records have, and how a field that an author writes is declared."""

from dataclasses import Field, dataclass, field, fields, replace
from enum import StrEnum
from typing import Any, ClassVar

from sphinx_vita.records.exported import Exported
from sphinx_vita.records.layout import Layout
from sphinx_vita.records.network import Network
from sphinx_vita.records.text import Text


class Value(StrEnum):
    """How the text of an option is read."""

    TEXT = "text, in inline Markdown"
    NAMES = "names, separated by commas"
    WORDS = "words in inline Markdown, separated by commas"
    DATES = "a date or a range of dates"
    EMAIL = "an e-mail address"
    PHONE = "a telephone number"
    LINK = "an address of the web"
    DOI = "a DOI, or its address"
    LINKS = "names, each with an address in angle brackets"
    AFFILIATIONS = "names of places separated by semicolons, each with an address in angle brackets or without"
    ACCOUNT = "an address of the web, or the name of the account"
    FILE = "an address of the web, or a file of this project"


def option(value: Value, description: str, *, required: bool = False, network: Network | None = None) -> Any:
    """Declare a field that an author writes. The first of a class is the directive's argument.

    A required field may still be empty in a record: its author has been warned, and the rest is shown.
    `network` is where an account is.
    """
    metadata = {"value": value, "description": description, "required": required, "network": network}
    lists = (Value.NAMES, Value.WORDS, Value.LINKS, Value.AFFILIATIONS)
    default: Any = None if value is Value.DATES else () if value in lists else ""
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What all records have: a key of their own within their kind, a place in the sources, and a body.

    A record whose author wrote no key is given one when all are known: `keys.settled`.
    """

    kind: ClassVar[str] = ""
    noun: ClassVar[str] = ""  # the kind in words, for a visitor
    named_by: ClassVar[tuple[str, ...]] = ()  # the fields of its name in a few words: what, and where
    keyed_by: ClassVar[str] = ""  # the field of which its key is made, with the year; "" for the first
    is_page: ClassVar[bool] = False  # whether a whole page is the record, and its address
    layout: ClassVar[Layout]  # how it stands as an entry
    exported: ClassVar[Exported]  # which files take it

    key: str = ""  # as its author wrote it, until it is settled
    docname: str = ""  # the page that the record is written on; "" for an entry of a bibliography
    line: int = 0
    body: str = ""  # the Markdown below the options, as written
    summary: str = ""  # the body's paragraphs as plain text
    highlights: tuple[str, ...] = ()  # the body's list items as plain text
    tags: tuple[str, ...] = ()  # what views choose and group by, as written
    in_language: str = ""  # of what is not translated, by BCP 47; "" for that of the page
    untranslated: "Record | None" = None  # as it is in the first language, where options are translated
    texts: tuple[tuple[str, Text], ...] = ()  # of the fields that have markup, whose own value is the characters alone


def value_of(kind: type[Record], name: str) -> Value:
    """Return how a field is read; what no author writes counts as text."""
    each = options_of(kind).get(name)
    return Value(each.metadata["value"]) if each else Value.TEXT


def text_of(record: Record, name: str) -> Text:
    """Return a field as formatted text."""
    value = getattr(record, name)
    written = ", ".join(value) if isinstance(value, tuple) else str(value)
    text = value if isinstance(value, Text) else dict(record.texts).get(name) or Text.plain(written)
    return replace(text, language=record.in_language) if is_foreign(record, name) else text


def is_foreign(record: Record, name: str) -> bool:
    """Return whether a field is in another language than the page; names of people are in none."""
    before = record.untranslated
    is_translated = before is not None and getattr(before, name) != getattr(record, name)
    return bool(record.in_language) and not is_translated and name != "name"


_OPTIONS: dict[type[Record], dict[str, Field[Any]]] = {}


def options_of(kind: type[Record]) -> dict[str, Field[Any]]:
    """Return the fields that an author writes for a kind, the directive's argument first; not to be changed."""
    if kind not in _OPTIONS:
        _OPTIONS[kind] = {each.name: each for each in fields(kind) if "value" in each.metadata}
    return _OPTIONS[kind]

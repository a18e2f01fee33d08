"""What the sources withhold, as text: what `visibility` takes out of a record or an entry, with its line.

A build leaves all of this out at once; who checks its output must know what to look for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_vita.reading.bibtex.blocks import RawEntry, read_blocks
from sphinx_vita.reading.bibtex.known_fields import LINKS, link_name
from sphinx_vita.reading.bibtex.visibility import withhold
from sphinx_vita.reading.languages import option_of
from sphinx_vita.reading.latex.text import plain
from sphinx_vita.reading.record_options import COMMON_OPTIONS, withheld_options
from sphinx_vita.reading.slips.directive_text import VISIBILITY, DirectiveText, read_directive
from sphinx_vita.records import KINDS, Value, options_of, written_kinds

PROFILE_NAME = re.compile(r"^[\s>]*[:`]{3,}\s*\{profile\}[ \t]*(.+?)\s*$", re.MULTILINE | re.IGNORECASE)
_OPENING = re.compile(
    r"^(?P<indent>[ \t>]*)(?P<marks>:{3,}|`{3,})\s*\{(?:vita:)?(?P<kind>[A-Za-z]+)\}[ \t]*(?P<argument>.*)$"
)
_VAGUE = (Value.DATES,)  # a date says nothing by itself
_TELLING = ("title", "abstract")


@dataclass(frozen=True, slots=True)
class Private:
    """One value that is withheld."""

    what: str  # in words, such as `phone of the profile`
    value: str
    line: int
    is_number: bool = False
    is_contact: bool = False
    is_file: bool = False


@dataclass(frozen=True, slots=True)
class _Directive:
    kind: str
    argument: str
    text: DirectiveText
    start: int  # line of the first one, from 0
    end: int  # behind the last


def private_in_page(text: str) -> Iterator[Private]:
    """Give what the records of a Markdown page withhold."""
    for directive in _directives(text):
        kind = KINDS[directive.kind]
        written = _written(directive)
        hidden = withheld_options(kind, written)
        for name, text in written.items():
            value, option = text.strip(), option_of(name)
            if option not in hidden or not value:
                continue
            form = options_of(kind)[option].metadata["value"]
            if form in _VAGUE:
                continue
            line = directive.start + 1 + directive.text.lines.get(name, 0)
            is_number = form is Value.PHONE
            is_file = form is Value.FILE and ":" not in value
            yield Private(f"{name} of this {kind.kind}", value, line, is_number=is_number,
                          is_contact=is_number or form is Value.EMAIL, is_file=is_file)  # fmt: skip
        if len(hidden) == len(options_of(kind)):
            yield from _body(directive)


def private_in_bibliography(text: str) -> Iterator[Private]:
    """Give what the entries of a bibliography withhold: fields, and of a whole entry what tells it apart."""
    for entry in read_blocks(text).entries:
        kept = next(withhold([entry], []), None)
        shown = {} if kept is None else kept.fields
        hidden = {name: value for name, value in entry.fields.items() if name not in shown}
        if kept is None:
            hidden = {name: value for name, value in hidden.items() if name in _TELLING or _is_link(name)}
        yield from _values(entry, hidden)


def without_private(name: str, text: str) -> str:
    """Return a source without what it withholds; of a bibliography only its words."""
    if name.endswith(".bib"):
        public = withhold(read_blocks(text).entries, [])
        return "\n".join(plain(value) for entry in public for value in entry.fields.values())
    lines = text.split("\n")
    for directive in _directives(text):
        hidden = withheld_options(KINDS[directive.kind], _written(directive))
        if len(hidden) == len(options_of(KINDS[directive.kind])):
            lines[directive.start : directive.end] = [""] * (directive.end - directive.start)
        for option, line in directive.text.lines.items():
            if option_of(option) in hidden:
                lines[directive.start + line] = ""
    return "\n".join(lines)


def _directives(text: str) -> Iterator[_Directive]:
    """Give the records of a page, as far as their fences can be told."""
    lines, kinds = text.split("\n"), written_kinds()
    for number, line in enumerate(lines):
        opening = _OPENING.match(line)
        kind = opening["kind"].lower() if opening else ""
        if not opening or kind not in kinds:
            continue
        end = number + 1
        while end < len(lines) and lines[end].strip(" \t>") != opening["marks"]:
            end += 1
        known = [*options_of(KINDS[kind]), *COMMON_OPTIONS]
        before = re.compile(rf"[ \t>]{{0,{len(opening['indent'])}}}")  # of a quotation or a list
        read = read_directive("\n".join(before.sub("", each, count=1) for each in lines[number + 1 : end]), known)
        yield _Directive(kind, opening["argument"].strip(), read, number, end)


def _written(directive: _Directive) -> dict[str, str]:
    first = next(iter(options_of(KINDS[directive.kind])))
    return {**directive.text.options, **({first: directive.argument} if directive.argument else {})}


def _body(directive: _Directive) -> Iterator[Private]:
    for number, line in enumerate(directive.text.body):
        words = re.sub(r"\{[a-z:-]+\}`[^`]*`|[*_`\[\]]|\([^)\s]*\)|^\s*[-*+]\s+", "", line).strip()
        if len(words.split()) > 2:
            yield Private(f"text of this {directive.kind}", words, directive.start + 2 + number)


def _values(entry: RawEntry, fields: dict[str, str]) -> Iterator[Private]:
    for name, value in fields.items():
        if name.partition("+")[0] != VISIBILITY:
            is_file = _is_link(name) and ":" not in value
            yield Private(f"{name} of the entry '{entry.key}'", plain(value), entry.line, is_file=is_file)


def _is_link(name: str) -> bool:
    return link_name(name) in LINKS

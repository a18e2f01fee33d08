"""A bibliography cut into entries with their fields; bibtexparser does the cutting, here is what it leaves to do."""

import itertools
import logging
import re
from collections import ChainMap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Block, DuplicateBlockKeyBlock, Entry, ImplicitComment, ParsingFailedBlock, String

from sphinx_vita.reading.bibtex.comments import without_comments, without_double_commas
from sphinx_vita.reading.bibtex.journals import MACROS_OF_STYLES, VENUES, with_full_titles
from sphinx_vita.reading.bibtex.values import read_value
from sphinx_vita.reading.latex.text import balanced
from sphinx_vita.reading.mistakes import Finding, Mistake
from sphinx_vita.reading.slips.comments import without_comments as without_html_comments

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL + 1)  # what it logs is told as findings

_OPENING = re.compile(r"@\s*([\w+-]*)\s*[{(]\s*([^\s,={}\"()]*)(\s*=)?")
_LATER_ENTRY = re.compile(r"(?<=[\s}),])@[A-Za-z]+[ \t]*[{(][^\s,={}\"()]+[ \t]*,")
_LEFT_OVER = re.compile(r"[\s,})]*(?=[A-Za-z][\w+:.-]*\s*=\s*[{\"\w])")
_SPREAD_OPENING = re.compile(r"^([ \t]*)@[ \t]*([A-Za-z]+)(\s*)([{(])(?=\s*[^\s,={}\"]*\s*,)", re.MULTILINE)
_KEYLESS_OPENING = re.compile(
    r"^([ \t]*@(?!string\b)[a-z]+[{(])(?=\s*(?:title|author)\s*=\s*[{\"])", re.MULTILINE | re.IGNORECASE
)
_LONGEST_VALUE = 1_000_000  # characters
_NO_ENTRIES = ("comment", "string", "preamble")


@dataclass(slots=True)
class RawEntry:
    """An entry as written: its fields by lower-case name, in their order, values without their braces."""

    entry_type: str
    key: str
    line: int
    fields: dict[str, str] = field(default_factory=dict)
    translated: tuple[str, ...] = ()  # those that stand in another language of the site than the entry


@dataclass(slots=True)
class Blocks:
    """What a bibliography consists of."""

    entries: list[RawEntry] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    macros: dict[str, str] = field(default_factory=dict)

    def macros_of(self, name: str) -> Mapping[str, str]:
        """Return the macros that the value of the field `name` may use: its own, and for journals those of BibTeX."""
        return ChainMap(self.macros, MACROS_OF_STYLES) if name in VENUES else self.macros

    def tell(self, mistake: Mistake, message: str, line: int) -> None:
        """Add a finding."""
        self.findings.append(Finding(mistake, message, line))


def read_blocks(text: str) -> Blocks:
    """Cut a bibliography into its entries. Lines end with a line feed; the first has number 1."""
    found = Blocks()
    prepared, doubled = without_double_commas(_with_plain_openings(without_comments(text)))
    for line in doubled:
        found.tell(Mistake.BROKEN_BIBLIOGRAPHY, "there is a comma too many between two fields; remove it", line)
    lines = prepared.split("\n")
    entry: RawEntry | None = None
    for block, first_line in _parse(prepared, 1):
        line = (block.start_line or 0) + first_line
        if isinstance(block, DuplicateBlockKeyBlock):
            block = block.ignore_error_block or block
        elif isinstance(block, ParsingFailedBlock) and isinstance(block.ignore_error_block, Entry):
            block = block.ignore_error_block
        if isinstance(block, String):
            found.macros[block.key.lower()] = read_value(str(block.value), found.macros)[0]
        elif isinstance(block, ImplicitComment) and entry is not None:
            _read_left_over(block.comment, line, entry, found)
        elif isinstance(block, ParsingFailedBlock):
            _tell_broken(block, line, found)
        entry = _read_entry(block, line, found, lines) if isinstance(block, Entry) else None
    return found


def _with_plain_openings(text: str) -> str:
    """Write `@misc{key,` for `@ misc {key,`, and `@misc{,` where the key is forgotten; every line keeps its number."""
    return _KEYLESS_OPENING.sub(r"\1,", _SPREAD_OPENING.sub(r"\1@\2\4\3", text))


def _parse(text: str, first_line: int) -> Iterator[tuple[Block, int]]:
    """Yield the blocks of a text, each with the number of the line that its own lines are counted from.

    A broken entry that swallowed others of its line is cut there and read again.
    """
    for block in parse_string(text, parse_stack=[]).blocks:
        raw = block.raw or ""
        later = _LATER_ENTRY.search(raw, 1) if _is_broken(block) else None
        if later is None:
            yield block, first_line
            continue
        cuts = [0, *(match.start() for match in _LATER_ENTRY.finditer(raw, 1)), len(raw)]
        start = first_line + (block.start_line or 0)
        for begin, end in itertools.pairwise(cuts):
            line = start + raw.count("\n", 0, begin) if begin else start
            for piece in parse_string(raw[begin:end], parse_stack=[]).blocks:
                yield piece, line


def _is_broken(block: Block) -> bool:
    return isinstance(block, ParsingFailedBlock) and block.ignore_error_block is None


def _read_entry(block: Entry, line: int, found: Blocks, lines: list[str]) -> RawEntry | None:
    """Read an entry; an `@` in the middle of prose makes none."""
    starts_line = lines[line - 1].lstrip().startswith("@") if line <= len(lines) else True
    if not starts_line and (not block.fields or not block.entry_type):
        return None
    entry = RawEntry(block.entry_type.lower(), " ".join(block.key.split()), line)
    if not entry.entry_type:
        found.tell(Mistake.BROKEN_BIBLIOGRAPHY, f"{_named(entry)} has no type; write '@misc{{{entry.key},'", line)
    for each in block.fields:
        _read_field(each.key, str(each.value), each.start_line - (block.start_line or 0) + line, entry, found)
    found.entries.append(entry)
    return entry


def _read_field(written: str, raw: str, line: int, entry: RawEntry, found: Blocks) -> None:
    """Read a field, and those behind it that a missing comma made part of its value."""
    *stray, name = written.split() or [""]
    if len(raw) > _LONGEST_VALUE:
        message = f"{_named(entry)}: the field '{name}' has {len(raw)} characters and is cut off; is a brace missing?"
        found.tell(Mistake.TOO_LARGE, message, line)
        raw = "{" + balanced(raw[1:_LONGEST_VALUE]) + "}"
    if stray:
        message = (
            f"{_named(entry)}: cannot read {' '.join(stray)[:60]!r} before the field '{name}'; is a comma missing?"
        )
        found.tell(Mistake.BROKEN_BIBLIOGRAPHY, message, line)
    rest = _read_whole(name.lower(), raw, line, entry, found)
    while rest:
        before = raw[: len(raw) - len(rest)]
        message = f"{_named(entry)}: a comma is missing behind the field '{name}'; write one at the end of its value"
        found.tell(Mistake.BROKEN_BIBLIOGRAPHY, message, line + before.rstrip().count("\n"))
        line += before.count("\n")
        name, _, raw = rest.partition("=")
        name = name.strip()
        rest = _read_whole(name.lower(), raw, line, entry, found)


def _read_whole(name: str, raw: str, line: int, entry: RawEntry, found: Blocks) -> str:
    """Read a field's value, tell of names in it that nothing defines, and give what stands behind it."""
    unknown: list[str] = []
    value, rest = read_value(raw, found.macros_of(name), unknown)
    if unknown and name != "month":
        as_text, as_macro = f"'{name} = {{{value.strip()[:60]}}}'", f"'@string{{{unknown[0]} = {{...}}}}'"
        message = (
            f"{_named(entry)}: the field '{name}' names '{unknown[0]}', which no @string above defines; "
            f"write {as_text} if it is text, or {as_macro} before the entry"
        )
        found.tell(Mistake.UNKNOWN_REFERENCE, message, line)
    _add_field(name, with_full_titles(name, value), line, entry, found)
    return rest


def _add_field(name: str, value: str, line: int, entry: RawEntry, found: Blocks) -> None:
    """Add a field without its comments; of a repeated one the first that says something stays, others are told."""
    cut = without_html_comments(value, is_markdown=False)
    for below in cut.lines:
        message = f"{_named(entry)} has a comment in the field '{name}', which is left out; take it out of the file"
        found.tell(Mistake.COMMENT, message, line + below)
    value = cut.text
    before = entry.fields.get(name, "").strip()
    if name in entry.fields and before.split() != value.split():
        kept = "the first is kept" if before else "the second is kept"
        message = f"{_named(entry)} has the field '{name}' twice, {kept}; remove one of them"
        found.tell(Mistake.REPEATED_FIELD, message, line)
    if name and not before:
        entry.fields[name] = value


def _read_left_over(comment: str, line: int, entry: RawEntry, found: Blocks) -> None:
    """Read the fields that stand behind the end of an entry because of a brace too many."""
    start = _LEFT_OVER.match(comment)
    if not start:
        return
    message = f"{_named(entry)} ends too early: there is a '}}' too many before this line; remove it"
    found.tell(Mistake.BROKEN_BIBLIOGRAPHY, message, line)
    for block in parse_string("@misc{x," + comment[start.end() :], parse_stack=[]).blocks:
        if isinstance(block, Entry):
            for each in block.fields:
                _read_whole(each.key.lower(), str(each.value), line, entry, found)


def _tell_broken(block: ParsingFailedBlock, line: int, found: Blocks) -> None:
    """Warn of a block that cannot be read."""
    opening = _OPENING.match(block.raw or "")
    entry_type, key = (opening[1].lower(), "" if opening[3] else opening[2]) if opening else ("", "")
    if entry_type in _NO_ENTRIES:
        message = f"cannot read this @{entry_type}: it has no end before the next entry; close its braces"
        if entry_type == "comment":
            message += ", and take the '@' off entries that shall not be read"
    else:
        name = f"the entry '{key}'" if key else "an entry without a key"
        message = f"cannot read {name}: {_reason(block)}"
    found.tell(Mistake.BROKEN_BIBLIOGRAPHY, message, line)


def _reason(block: ParsingFailedBlock) -> str:
    """Say in words of an author what stopped the parser."""
    told = str(getattr(block.error, "abort_reason", block.error))
    if "after entry key, but found" in told and "comma" in told:
        return "there is no comma behind its key; write '@article{key,'"
    if "`=`" in told:
        return "a field has no '='; write 'name = {value},'"
    if '`"`' in told:
        return "a quotation mark is not closed; put the value in braces"
    return "a brace is not closed; count the '{' and '}' of each field, and close the entry with '}'"


def _named(entry: RawEntry) -> str:
    return f"the entry '{entry.key}'" if entry.key else "the entry without a key"

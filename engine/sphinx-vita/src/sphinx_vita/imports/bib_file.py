"""A .bib file taken over as it stands: each entry with the comments above it, and apart what all entries share."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from sphinx_vita.imports.drafts import Entry, Leftover
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.reading.bibtex.blocks import read_blocks
from sphinx_vita.reading.bibtex.known_fields import LINKS, link_name
from sphinx_vita.reading.mistakes import Finding, Mistake

_OPENING = re.compile(r"^[ \t]*@[ \t]*(?P<type>[A-Za-z]+)\s*[{(]", re.MULTILINE)
_KEY = re.compile(r"\s*(?P<key>[^\s,={}\"()]+)\s*,")
_FRONT_MATTER = re.compile(r"\A\ufeff?\s*---\s*\n(?:.*?\n)?---\s*(?:\n|\Z)", re.DOTALL)
_SHARED = ("string", "preamble")
_LATEX_FILES = ("preview", "pdf", "slides", "poster", "supp", "supplement", "video", "preprint")
_ROUNDS = 4  # a field that is taken out may show another mistake

# A field and what it holds -> the path in the new site; "" where there is no such file.
FindFile = Callable[[str, str], str]


@dataclass(slots=True)
class BibFile:
    """What a .bib file holds."""

    head: str = ""  # @string and @preamble
    entries: list[Entry] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)


def read_bib_file(text: str, place: str, find_file: FindFile | None = None) -> BibFile:
    """Cut the file into entries, each as it was written; what a page cannot show of them is left over."""
    found = _cut(_FRONT_MATTER.sub("", text.replace("\r\n", "\n")), place)
    if find_file:
        found.entries = [_with_files(entry, find_file, found.leftovers) for entry in found.entries]
    for _ in range(_ROUNDS):
        if not _mend(found):
            break
    return found


def fields_of(entry: Entry) -> dict[str, str]:
    """Return the fields of an entry by their names in small letters."""
    blocks = read_blocks(entry.bibtex)
    return dict(blocks.entries[0].fields) if blocks.entries else {}


def with_fields(entry: Entry, fields: dict[str, str]) -> Entry:
    """Add fields that an entry has not yet; the rest of it stays as it was written."""
    known = fields_of(entry)
    new = {name: text for name, text in fields.items() if text and name not in known}
    if not new:
        return entry
    body = entry.bibtex.rstrip()[:-1].rstrip()
    written = [f"  {name} = {{{text}}}," for name, text in new.items()]
    lines = [body if body.endswith(",") else f"{body},", *written, "}", ""]
    return replace(entry, bibtex="\n".join(lines))


def _cut(text: str, place: str) -> BibFile:
    found = BibFile()
    start = 0
    heads: list[str] = []
    while match := _OPENING.search(text, start):
        end = _end(text, match.end())
        written = text[start:end].strip()
        block = text[match.start() : end].strip()
        kind, key = match["type"].lower(), _KEY.match(text, match.end())
        if kind in _SHARED:
            heads.append(written)
        elif kind != "comment" and key:
            found.entries.append(Entry(key=key["key"], bibtex=written + "\n", place=f"{place}, {key['key']}"))
        elif kind != "comment":
            found.leftovers.append(Leftover(text=block, reason="the entry has no key", place=place))
        else:
            found.leftovers.append(Leftover(text=written, reason="it is a comment of the bibliography", place=place))
        start = end
    rest = text[start:].strip()
    if rest and found.entries:
        last = found.entries[-1]
        found.entries[-1] = replace(last, bibtex=f"{_commented(rest)}\n{last.bibtex}")
    found.head = "\n".join(heads)
    found.entries = [replace(each, bibtex=_with_comments(each.bibtex)) for each in found.entries]
    return found


def _end(text: str, start: int) -> int:
    """Return where the block ends that opens before `start`: behind its brace, else before the next block."""
    depth = 1
    for match in re.finditer(r"\\.|[{}]", text[start:], re.DOTALL):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth == 0:
            return start + match.end()
    following = _OPENING.search(text, start)
    return following.start() if following else len(text)


def _with_comments(block: str) -> str:
    """Mark what stands above an entry as a comment."""
    opening = _OPENING.search(block)
    above = block[: opening.start()].strip() if opening else ""
    return f"{_commented(above)}\n{block[opening.start() :].lstrip()}" if opening and above else block


def _commented(text: str) -> str:
    lines = text.split("\n")
    return "\n".join(f"% {line}" if line.strip() and not line.lstrip().startswith("%") else line for line in lines)


def _with_files(entry: Entry, find_file: FindFile, leftovers: list[Leftover]) -> Entry:
    """Take the files along that an entry names; one that is not there is taken out of it."""
    for name, value in fields_of(entry).items():
        if (name != "preview" and link_name(name) not in LINKS) or re.match(
            r"\s*(?:[\w+.-]+:|www\.|10\.\d|//|$)", value
        ):
            continue
        if re.search(r"[\\{}<>]", value) or (name not in _LATEX_FILES and "/" not in value and "." not in value):
            continue  # read_bibliography tells what is wrong with it
        path = find_file(name, value.strip())
        if not path:
            entry, text = _without_field(entry, name)
            leftovers.append(Leftover(text=text, reason="the source has no such file", place=entry.place))
        else:
            entry = _with_value(entry, name, value, f"/{path}")
    return entry


def _with_value(entry: Entry, name: str, value: str, new: str) -> Entry:
    pattern = rf"(\b{re.escape(name)}\s*=\s*[{{\"]\s*){re.escape(value.strip())}(\s*[}}\"])"
    bibtex = re.sub(pattern, lambda match: match[1] + new + match[2], entry.bibtex, count=1, flags=re.IGNORECASE)
    return replace(entry, bibtex=bibtex)


def _without_field(entry: Entry, name: str) -> tuple[Entry, str]:
    """Take a field out of the text of an entry, the last of that name; gives what was taken."""
    places = list(re.finditer(rf"(?:(?<=[,{{\s]))({re.escape(name)})\s*=\s*", entry.bibtex, re.IGNORECASE))
    if not places:
        return entry, ""
    start = places[-1].start()
    end = _end_of_value(entry.bibtex, places[-1].end())
    rest = entry.bibtex[end:].lstrip().removeprefix(",").lstrip(" \t").removeprefix("\n")
    return replace(entry, bibtex=entry.bibtex[:start].rstrip(" \t") + rest), entry.bibtex[start:end]


def _end_of_value(text: str, start: int) -> int:
    if text[start : start + 1] == "{":
        return _end(text, start + 1)
    quoted = re.compile(r"\"(?:[^\"{}]|\{[^{}]*\})*\"").match(text, start)
    bare = re.compile(r"[^,\n}]*").match(text, start)
    return (quoted or bare).end()  # type: ignore[union-attr] # the second matches everything


def _mend(found: BibFile) -> bool:
    """Take out what a build would warn of, with its reason; whether there was anything."""
    lines = [len(each.bibtex.split("\n")) for each in found.entries]
    head = f"{found.head}\n" if found.head else ""
    text = head + "".join(f"{each.bibtex}\n" for each in found.entries)
    findings = read_bibliography(text, file="").findings
    starts = [1 + head.count("\n") + sum(lines[:place]) for place in range(len(lines))]
    by_entry: dict[int, Finding] = {}
    for each in findings:
        place = max((number for number, start in enumerate(starts) if start <= each.line), default=-1)
        by_entry.setdefault(place, each)
    shared = by_entry.pop(-1, None)
    if shared:
        found.leftovers.append(Leftover(text=found.head, reason=shared.message, place="what all entries share"))
        found.head = ""
    for place, finding in sorted(by_entry.items(), reverse=True):
        _take_out(found, place, finding)
    return bool(findings)


def _take_out(found: BibFile, place: int, finding: Finding) -> None:
    """Take a field out of an entry where the finding names one, else the entry; one whose key is taken gets another."""
    entry = found.entries[place]
    known = fields_of(entry)
    names = [name for name in re.findall(r"'([^']+)'", finding.message) if name in known]
    if finding.mistake is Mistake.DUPLICATE_KEY and not _is_repeated(found.entries, place):
        found.entries[place] = with_own_key(entry, {each.key for each in found.entries})
        return
    changed, text = _without_field(entry, names[0]) if names else (entry, "")
    if text:
        found.entries[place] = changed
    else:
        del found.entries[place]
    found.leftovers.append(Leftover(text=text or entry.bibtex.strip(), reason=finding.message, place=entry.place))


def _is_repeated(entries: list[Entry], place: int) -> bool:
    """Whether the work stands there a second time."""
    same = [each for each in entries[: place + 1] if each.key == entries[place].key]
    titles = [fields_of(each).get("title", "").casefold() for each in same]
    return titles[-1] in titles[:-1]


def with_own_key(entry: Entry, given: set[str]) -> Entry:
    """Give an entry a key that is not given yet."""
    key = next(key for letter in "bcdefghijklmnopqrstuvwxyz" if (key := entry.key + letter) not in given)
    pattern = rf"([{{(]\s*){re.escape(entry.key)}(?=\s*,)"
    return replace(entry, key=key, bibtex=re.sub(pattern, rf"\g<1>{key}", entry.bibtex, count=1))

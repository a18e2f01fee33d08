"""What an author writes for a record, read and judged: text in, values of the model and all that is wrong out."""

import re
from collections.abc import Mapping
from dataclasses import Field, dataclass
from typing import Any

from sphinx_vita.locale import comma
from sphinx_vita.reading.facets import folded
from sphinx_vita.reading.inline_markdown import read_inline
from sphinx_vita.reading.links import Problem
from sphinx_vita.reading.mistakes import Finding, Mistake
from sphinx_vita.reading.option_values import READERS
from sphinx_vita.reading.other_words import hint_for
from sphinx_vita.reading.printable import one_line
from sphinx_vita.reading.slips.directive_text import VISIBILITY, close_name
from sphinx_vita.reading.view_words import cut
from sphinx_vita.records import Record, Value, options_of
from sphinx_vita.records.keys import first_key
from sphinx_vita.records.text import Text, joined

COMMON_OPTIONS = {
    "key": "the name to refer to the record by; made from its fields where there is none",
    "tags": "words that views choose and group it by, separated by commas",
    "visibility": "'private' withholds the record, 'private phone, email' withholds those fields",
}
_MEANS_PRIVATE = ("private", "hidden", "hide", "draft", "secret", "confidential", "unlisted", "unpublished")


@dataclass(frozen=True, slots=True)
class Options:
    """The options of one record: values by field, and what is wrong with them."""

    values: dict[str, Any]
    texts: tuple[tuple[str, Text], ...]  # of the values that have markup
    findings: tuple[Finding, ...]
    key: str
    has_own_key: bool  # whether its author wrote the key
    is_private: bool  # nothing of the record may be shown
    withholds_fields: bool


def read_options(
    kind: type[Record],
    argument: str,
    written: Mapping[str, str | None],
    line: int,
    typography: frozenset[str] = frozenset(),
) -> Options:
    """Read a directive's argument and options into fields of `kind`; what cannot be read is left empty and told."""
    declared = options_of(kind)
    first = next(iter(declared))
    texts = {name: (text or "").strip() for name, text in written.items()}
    if argument.strip():
        texts[first] = argument.strip()
    is_private, hidden, findings = _withheld(kind, _visibility(texts, declared), declared, line)
    findings += _unknown(kind, texts, line)
    findings += [_empty(kind, name, COMMON_OPTIONS[name], line) for name in ("key", "tags") if texts.get(name) == ""]
    values: dict[str, Any] = {}
    for name, each in declared.items():
        if name in hidden:
            continue
        if not texts.get(name):
            findings += _absent(kind, each, name in texts, is_argument=name == first, line=line)
            continue
        value, mistake = READERS[each.metadata["value"]](texts[name], each)
        if mistake:
            findings.append(Finding(mistake[0], f"{kind.kind}, option '{name}': {mistake[1]}", line))
        else:
            values[name] = value
    if values.get("family", "") not in values.get("name", values.get("family", "")):
        message = (
            f"{kind.kind}, option 'family': {values['family']!r} is no part of the name; write it as it stands there"
        )
        findings.append(Finding(Mistake.UNKNOWN_VALUE, message, line))
    if texts.get("tags"):
        values["tags"] = read_tags(texts["tags"])
    read, marked, mistakes = _formatted(kind, values, typography)
    findings += [Finding(mistake, message, line) for mistake, message in mistakes]
    key = " ".join(texts.get("key", "").split())
    return Options(
        read, marked, tuple(findings), key or first_key(kind(**read)), has_own_key=bool(key), is_private=is_private,
        withholds_fields=bool(hidden),
    )  # fmt: skip


def read_tags(text: str) -> tuple[str, ...]:
    """Cut tags at commas and semicolons; each stands once, as it was written first."""
    tags = {folded(tag): tag for tag in reversed([one_line(part) for part in cut(text)])}
    return tuple(reversed(tags.values()))


def _formatted(
    kind: type[Record], values: dict[str, Any], typography: frozenset[str]
) -> tuple[dict[str, Any], tuple[tuple[str, Text], ...], list[Problem]]:
    """Read the Markdown of the texts: their characters are the values, and those with markup stand beside them."""
    texts: dict[str, Text] = {}
    plain, problems = dict(values), []
    for name, each in options_of(kind).items():
        if each.metadata["value"] not in (Value.TEXT, Value.WORDS) or name not in values:
            continue
        words = (values[name],) if each.metadata["value"] is Value.TEXT else values[name]
        read = [read_inline(word, typography) for word in words]
        problems += [(mistake, f"{kind.kind}, option '{name}': {text}") for _, found in read for mistake, text in found]
        texts[name] = joined((text for text, _ in read), comma())
        said = tuple(str(text) for text, _ in read)
        plain[name] = said[0] if each.metadata["value"] is Value.TEXT else said
    return plain, tuple((name, text) for name, text in texts.items() if not text.is_plain), problems


def withheld_options(kind: type[Record], written: Mapping[str, str]) -> frozenset[str]:
    """Return the options of a record that its author withholds; all of a record that is private."""
    declared = options_of(kind)
    texts = {name: text.strip() for name, text in written.items()}
    is_private, hidden, _ = _withheld(kind, _visibility(texts, declared), declared, 0)
    return frozenset(declared) if is_private else frozenset(hidden)


def _visibility(texts: Mapping[str, str], declared: Mapping[str, Any]) -> str:
    """Return what the options say of visibility, also where its name is misspelt or another program's word."""
    others = {name: text for name, text in texts.items() if name not in declared}  # a publisher is not unpublished
    said = [text for name, text in others.items() if close_name(name, [VISIBILITY]) or name.lower() == "public"]
    said += ["private" for name in others if close_name(name, _MEANS_PRIVATE)]
    return next((text for text in said if text.lower() != "public"), "public")


def _withheld(
    kind: type[Record], visibility: str, declared: Mapping[str, Any], line: int
) -> tuple[bool, set[str], list[Finding]]:
    """Return whether the whole record is private, and which fields are.

    What cannot be read withholds the record: an author who misspells `private` has something to hide.
    """
    word, *names = re.split(r"[\s,;]+", visibility.strip(" ,;"))
    if word.lower() == "public" and not names:
        return False, set(), []
    unknown = [name for name in names if name not in declared]
    if word.lower() == "private" and not unknown:
        return not names, set(names), []
    what = f"names no field of it: {', '.join(unknown)}" if word.lower() == "private" else f"is {visibility!r}"
    message = (
        f"this {kind.kind} is left out, since its visibility {what}; "
        f"write 'public', 'private', or 'private' and what to withhold of {', '.join(declared)}"
    )
    return True, set(), [Finding(Mistake.UNKNOWN_VALUE, message, line)]


def _unknown(kind: type[Record], texts: Mapping[str, str], line: int) -> list[Finding]:
    known = [*options_of(kind), *COMMON_OPTIONS]
    others = "write a page of another site as ':links: Name <https://...>'" if "links" in known else ""
    others = others or f"it has {', '.join(known)}"
    hints = {name: hint_for(name, known, others) for name in texts if name not in known}
    return [
        Finding(Mistake.UNKNOWN_OPTION, f"{kind.kind} has no option '{name}'; {hint}", line)
        for name, hint in hints.items()
    ]


def _absent(kind: type[Record], each: Field[Any], is_written: bool, *, is_argument: bool, line: int) -> list[Finding]:
    """Warn of a required option that is missing, and of any that is empty."""
    what = each.metadata["description"]
    if is_written:
        return [_empty(kind, each.name, what, line)]
    if not each.metadata["required"]:
        return []
    where = f"behind '{{{kind.kind}}}'" if is_argument else f"in a line ':{each.name}: ...'"
    return [Finding(Mistake.MISSING_OPTION, f"{kind.kind} needs '{each.name}'; write {what} {where}", line)]


def _empty(kind: type[Record], name: str, what: str, line: int) -> Finding:
    message = f"{kind.kind}, option '{name}' is empty; write {what} behind it, or leave the line out"
    return Finding(Mistake.EMPTY_OPTION, message, line)

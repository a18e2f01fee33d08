"""What an author writes for a record, read and judged: text in, values of the model and all that is wrong out."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import Field, dataclass
from typing import Any
from urllib.parse import quote, unquote

from sphinx_vita.locale import comma
from sphinx_vita.reading.account_addresses import read_account
from sphinx_vita.reading.dates import DateError, ReversedDatesError, parse_dates
from sphinx_vita.reading.facets import folded
from sphinx_vita.reading.inline_markdown import read_inline
from sphinx_vita.reading.links import Problem, check_email, check_link
from sphinx_vita.reading.mistakes import Finding, Mistake
from sphinx_vita.reading.name_suffixes import is_suffix
from sphinx_vita.reading.other_words import hint_for
from sphinx_vita.reading.printable import one_line, pieces
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
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)?\s*(10\.[0-9]{4,9}/\S+)", re.IGNORECASE)
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
        value, mistake = _READERS[each.metadata["value"]](texts[name], each)
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
        read,
        marked,
        tuple(findings),
        key or first_key(kind(**read)),
        has_own_key=bool(key),
        is_private=is_private,
        withholds_fields=bool(hidden),
    )


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


Reading = tuple[Any, tuple[Mistake, str] | None]


def _read_text(text: str, _: Field[Any]) -> Reading:
    return one_line(text), None


def _read_names(text: str, _: Field[Any]) -> Reading:
    """Cut at semicolons, else at commas and 'and', outside of parentheses; a list without has a name on each line."""
    if ";" in text:
        return tuple(filter(None, map(one_line, text.split(";")))), None
    lines = [line for line in text.split("\n") if line.strip()]
    has_name_on_each = len(lines) > 1 and "," not in text and all(len(line.split()) > 1 for line in lines)
    names = lines if has_name_on_each else [text]
    names = [name for line in names for name in pieces(one_line(line), r" ?, ?(?:and )?| and |^and | and$")]
    return tuple(_with_suffixes(name for name in names if name)), None


def _with_suffixes(names: Iterable[str]) -> list[str]:
    """Put what stands behind a name, such as `Jr.` and `PhD`, back to it."""
    whole: list[str] = []
    for name in names:
        if whole and is_suffix(name, behind_given=" " in whole[-1]):
            whole[-1] += f", {name}"
        else:
            whole.append(name)
    return whole


def _read_words(text: str, _: Field[Any]) -> Reading:
    """Cut at commas, but not inside parentheses; a list without commas has its words line by line."""
    lines = [text] if "," in text else text.split("\n")
    return tuple(word for line in lines for word in pieces(one_line(line), " ?, ?") if word), None


def _read_dates(text: str, _: Field[Any]) -> Reading:
    try:
        return parse_dates(text), None
    except ReversedDatesError as error:
        return None, (Mistake.REVERSED_DATES, str(error))
    except DateError as error:
        return None, (Mistake.UNREADABLE_DATE, str(error))


def _read_email(text: str, _: Field[Any]) -> Reading:
    return text, check_email(text)


def _read_phone(text: str, _: Field[Any]) -> Reading:
    if len(re.sub(r"\D", "", text)) < 3 or re.search(r"[^\d\s+().\-/extEXT]", text):
        return text, (Mistake.INVALID_LINK, f"{text!r} is no telephone number; write it like '+1 (212) 555-0100'")
    return " ".join(text.split()), None


def _read_link(text: str, _: Field[Any]) -> Reading:
    return text, check_link(text)


def _read_doi(text: str, _: Field[Any]) -> Reading:
    """Take a DOI however it is written, and return the address that it opens."""
    match = _DOI.fullmatch(text)
    if not match:
        return text, (Mistake.INVALID_LINK, f"{text[:60]!r} is no DOI; write it like '10.5281/zenodo.1234567'")
    url = "https://doi.org/" + quote(unquote(match[1]), safe="/:;()._-")
    return url, check_link(url)


def _read_account(text: str, each: Field[Any]) -> Reading:
    """Take the address of an account, or make it from the account's name."""
    return read_account(each.metadata["network"], text)


def _read_links(text: str, each: Field[Any]) -> Reading:
    """Take names with the addresses in angle brackets behind them; an affiliation may have none."""
    written = [piece for piece in re.split(r"\s*[;\n]\s*|(?<=>)\s*,\s*", text.strip()) if piece]
    found = [re.fullmatch(r"([^<>]*?)\s*(?:<([^<>]*)>)?", piece) for piece in written]
    needs_address = each.metadata["value"] is Value.LINKS
    for piece, match in zip(written, found, strict=True):
        if not match or not match[1] or (needs_address and not match[2]):
            return (), (Mistake.INVALID_LINK, f"{piece!r} has no name or no address; write 'Name <https://...>'")
        if match[2] is not None and (mistake := check_link(match[2])):
            return (), mistake
    return tuple((one_line(match[1]), match[2] or "") for match in found if match), None


def _read_file(text: str, _: Field[Any]) -> Reading:
    """Take an address, or the path of a file of the project, which the Sphinx half looks for."""
    is_path = not re.match(r"//|#", text) and ":" not in text and text.isprintable()
    return (text, None) if is_path else (text, check_link(text))


_READERS: dict[Value, Callable[[str, Field[Any]], Reading]] = {
    Value.TEXT: _read_text,
    Value.NAMES: _read_names,
    Value.WORDS: _read_words,
    Value.DATES: _read_dates,
    Value.EMAIL: _read_email,
    Value.PHONE: _read_phone,
    Value.LINK: _read_link,
    Value.DOI: _read_doi,
    Value.LINKS: _read_links,
    Value.AFFILIATIONS: _read_links,
    Value.ACCOUNT: _read_account,
    Value.FILE: _read_file,
}

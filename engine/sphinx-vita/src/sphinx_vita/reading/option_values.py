"""The text of one option, read as its class declares it: a value, and what is wrong with it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import Field
from typing import Any
from urllib.parse import quote, unquote

from sphinx_vita.reading.account_addresses import read_account
from sphinx_vita.reading.dates import DateError, ReversedDatesError, parse_dates
from sphinx_vita.reading.links import Problem, check_email, check_link
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.reading.name_suffixes import is_suffix
from sphinx_vita.reading.printable import one_line, pieces
from sphinx_vita.records import Value

_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)?\s*(10\.[0-9]{4,9}/\S+)", re.IGNORECASE)
Reading = tuple[Any, Problem | None]


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


READERS: dict[Value, Callable[[str, Field[Any]], Reading]] = {
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

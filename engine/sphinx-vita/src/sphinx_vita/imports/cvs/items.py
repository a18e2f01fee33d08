"""An entry of a CV as its lines, whichever program wrote them, and what its lines say: dates, people, addresses."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from babel import Locale

from sphinx_vita.reading.dates import DateError, parse_dates

_LABELS = {  # of a line "Label: text" -> the option
    "advisor": "advisors", "advisors": "advisors", "adviser": "advisors", "supervisor": "advisors",
    "supervisors": "advisors", "advised by": "advisors", "mentor": "mentors", "mentors": "mentors",
    "committee": "committee", "thesis": "thesis", "dissertation": "thesis", "thesis title": "thesis",
    "location": "location", "type": "type", "amount": "amount", "funder": "funder", "role": "role",
    "grant number": "number", "award number": "number", "date": "dates", "dates": "dates", "venue": "venue",
    "institution": "institution", "level": "level", "url": "url", "link": "url", "email": "email", "e-mail": "email",
    "affiliation": "affiliation", "issuer": "issuer", "license": "license", "version": "version", "honors": "honors",
    "gpa": "honors", "grade": "honors", "topic": "topic", "now": "now", "current position": "now", "status": "status",
    "tags": "tags", "dissertation title": "thesis", "betreuer": "advisors", "betreuerin": "advisors",
    "directeur": "advisors", "director": "advisors", "ort": "location", "lieu": "location", "lugar": "location",
}  # fmt: skip
_LABEL = re.compile(r"\W{0,3}(?P<label>[A-Za-z][A-Za-z -]{1,20}?)(?:\*\*|\*|__|_)?:(?:\*\*|\*|__|_)?\s+(?P<text>\S.*)")
_EMAIL = re.compile(r"(?:mailto:)?(?P<address>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)")
LINK = re.compile(
    r"\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\])*)\]\((?P<url>[^)\s]*)\)|<?(?P<bare>https?://[^\s)>]+)>?"
    r"|<(?P<email>[^\s<>@]+@[^\s<>]+)>"
)
_EMPHASIS = re.compile(r"(?<![\w\\])(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)")
_QUOTED = r"[“\"„«][^”“\"»]*[”“\"»]"
_LONGEST = 120  # characters of a text that may be dates
_YEAR = r"(?:19|20)\d\d"
# `MA, 2019`: a state or a degree, no month.
_STATE = re.compile(r"^\s*(?:[A-Z]{2}|[A-Z]\.[A-Z]\.)\s*,|,\s*[A-Z]{2}\s*(?:,|$)")
_PLAUSIBLE = re.compile(
    rf"(?<!\d){_YEAR}(?!\d)|\b(?:present|now|current|ongoing|heute|aujourd['’]hui|actualidad|presente)\b", re.IGNORECASE
)


@dataclass(slots=True)
class Item:
    """An entry of a CV: its first line, the lines below, and its list; all Markdown."""

    title: str
    lines: list[str] = field(default_factory=list)
    bullets: list[str] = field(default_factory=list)
    line: int = 0  # of the source, counted from 1

    @property
    def text(self) -> str:
        """All of it, as a person would read it."""
        return "\n".join([self.title, *self.lines, *(f"- {each}" for each in self.bullets)])


@dataclass(slots=True)
class Lines:
    """What the lines of an item say by themselves, and the others."""

    options: dict[str, str] = field(default_factory=dict)
    rest: list[str] = field(default_factory=list)


def read_lines(lines: Iterable[str], *, cut: bool = True) -> Lines:
    """Take out of lines what says itself what it is: dates, labels, places, e-mail addresses.

    With `cut`, also dates at the end of a line that says something else.
    """
    read = Lines()
    for line in filter(None, map(str.strip, lines)):
        option, text = _read_line(line)
        if option and option not in read.options:
            read.options[option] = text
        elif cut and not option and "dates" not in read.options:
            _read_dated(line, read)
        else:
            read.rest.append(line)
    return read


def _read_dated(line: str, read: Lines) -> None:
    """Take the dates off a line that says something else, too: `*2018 – present, Lima, Peru*`."""
    whole = re.fullmatch(r"([*_`]+)(?P<words>[^*_`]+)\1", line)
    rest, dates = cut_dates(whole["words"] if whole else line)
    if not dates:
        read.rest.append(line)
        return
    read.options["dates"] = dates
    option, text = _read_line(rest)
    if option and option not in read.options:
        read.options[option] = text
    elif rest:
        read.rest.append(rest)


def _read_line(line: str) -> tuple[str, str]:
    """Return the option that a whole line is, and its text; "" for a line of words."""
    label = _LABEL.fullmatch(line)
    option = _LABELS.get(label["label"].lower().strip(), "") if label else ""
    if label and option:
        return option, words_of(label["text"])
    words = words_of(line).strip("`")
    email = _EMAIL.search(line)
    if is_dates(words):
        return "dates", words
    if email and len(words.replace(email["address"], "").strip(" -–:|<>()")) < 8:
        return "email", email["address"]
    return ("location", words) if is_place(words) else ("", "")


def is_dates(text: str) -> bool:
    """Whether a text is a date or a range of dates, and nothing else."""
    if len(text) > _LONGEST or not _PLAUSIBLE.search(text):
        return False
    try:
        parse_dates(text.strip("() ."))
    except DateError:
        return False
    return not _STATE.search(text)


def cut_dates(text: str) -> tuple[str, str]:
    """Cut the dates off the end or the beginning of a line, or out of it; ("the line", "") where it has none.

    >>> cut_dates("Reviewer, Journal of Whales, 2019 – 2021"), cut_dates("2018: Gold medal")
    (('Reviewer, Journal of Whales', '2019 – 2021'), ('Gold medal', '2018'))
    >>> cut_dates("MIT, Cambridge, MA, 12 April 2019")
    ('MIT, Cambridge, MA', '12 April 2019')
    """
    if not _PLAUSIBLE.search(text):
        return text, ""
    for cut in (_cut_in_parentheses, _cut_at_end, _cut_at_start, _cut_inside):
        rest, dates = cut(text)
        if dates:
            return rest, dates
    return text, ""


def _cut_in_parentheses(text: str) -> tuple[str, str]:
    """Cut `(2019)` out of a line, and the date out of `(PhD, 2019)`."""
    for match in re.finditer(r"\s*\((?P<words>[^()]*)\)", text):
        words, comma, dates = match["words"].rpartition(",")
        if is_dates(match["words"]):
            return text[: match.start()] + text[match.end() :], match["words"]
        if comma and is_dates(dates) and not re.search(r"\d", words):
            return f"{text[: match.start()]} ({words.strip()}){text[match.end() :]}", dates.strip()
    return text, ""


def _cut_at_end(text: str) -> tuple[str, str]:
    for cut in re.compile(r"\s*[,;:|·•—(]\s*|\s+").finditer(text, max(len(text) - _LONGEST, 0)):
        dates = text[cut.end() :].rstrip(" .").removesuffix(")")
        if cut.start() and is_dates(dates):
            return text[: cut.start()].rstrip(" ,;:|·•—–-("), dates
    return text, ""


def _cut_at_start(text: str) -> tuple[str, str]:
    for cut in reversed(list(re.finditer(r"\s*[,:|·•)]\s+|\s+(?=[^\W\d_]|[“\"'*„«])", text[:45]))):
        dates = re.sub(r"\s+[–—-]$", "", text[: cut.start()].strip("( "))
        if is_dates(dates):
            return text[cut.end() :].strip(), dates
    return text, ""


def _cut_inside(text: str) -> tuple[str, str]:
    """Cut a date out that stands by itself between signs: `Lima, 2016, USD 1,200`."""
    pieces = re.split(r"(\s*[,;]\s+|\.\s+|\s+(?=\())", text)
    for place in reversed(range(0, len(pieces), 2)):
        if is_dates(pieces[place]):
            before, behind = "".join(pieces[:place]).rstrip(" ,;"), "".join(pieces[place + 1 :]).lstrip(" ,;")
            behind = re.sub(r"^\.\s*(?=$)", "", behind)
            sign = "" if behind.startswith((".", "(")) or not before else ","
            return f"{before}{sign} {behind}".strip(), pieces[place]
    return text, ""


@cache
def _countries() -> frozenset[str]:
    names = Locale("en").territories
    return frozenset(str(name).casefold() for code, name in names.items() if len(code) == 2) | {"usa", "uk", "uae"}


def is_place(text: str) -> bool:
    """Whether a text is a city with its state or country: `New York, NY`, `Leiden, Netherlands`."""
    parts = [part.strip(" .") for part in text.split(",")]
    if not 2 <= len(parts) <= 3 or len(text) > 50 or any(not re.match(r"[^\W\d_]", part) for part in parts):
        return False
    return re.fullmatch(r"[A-Z]{2}", parts[-1]) is not None or parts[-1].casefold() in _countries()


def unemphasized(text: str) -> str:
    """Take the marks of emphasis off Markdown, and the backslashes before its signs."""
    before = None
    while before != text:
        before, text = text, _EMPHASIS.sub(r"\2", text)
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text).strip()


def words_of(text: str) -> str:
    """Return what a line says, with the words of its links in their place."""
    return unemphasized(LINK.sub(lambda match: match["words"] or match["bare"] or match["email"] or "", text))


def without_addresses(text: str) -> str:
    """Take the bare addresses out of a line; the words of links stay."""
    return LINK.sub(lambda match: match[0] if match["words"] or match["email"] else "", text).strip(" ,;")


def links_of(text: str) -> list[tuple[str, str]]:
    """Return the links of a line, their words and their addresses; those that lead nowhere are left out."""
    found = [
        (match["words"] or "", match["url"] or match["bare"] or (f"mailto:{match['email']}" if match["email"] else ""))
        for match in LINK.finditer(text)
    ]
    return [(words, url) for words, url in found if url.strip("#")]


def cut_at_commas(text: str) -> list[str]:
    """Cut a text at its commas outside of parentheses and quotation marks."""
    masked = re.sub(rf"\([^()]*\)|{_QUOTED}", lambda match: "_" * len(match[0]), text)
    places = [match.span() for match in re.finditer(r"\s*,\s+", masked)]
    ends = [0, *(place for span in places for place in span), len(text)]
    return [text[start:end].strip() for start, end in zip(ends[::2], ends[1::2], strict=True)]


def with_outer_commas(text: str) -> str:
    """Set a comma behind each quotation of a line, and none inside of it: `"Bells," Lima` becomes `"Bells", Lima`."""
    return re.sub(rf"({_QUOTED})[.,:]?\s+(?=[^\s(])", lambda match: _comma_behind(match[1]), text)


def _comma_behind(quotation: str) -> str:
    return quotation[:-1].rstrip(",.") + quotation[-1] + ", "


def unquoted(text: str) -> str:
    """Take the quotation marks off a text that stands in them as a whole."""
    found = re.fullmatch(r"[“\"„«‘'](?P<text>[^“”\"„«»]+?),?[”\"“»’']", text.strip())
    return found["text"].strip() if found else text

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
    "committee": "committee", "thesis": "thesis", "dissertation": "thesis", "thesis title": "thesis", "location": "location", "type": "type",
    "amount": "amount", "funder": "funder", "role": "role", "grant number": "number", "award number": "number",
    "date": "dates", "dates": "dates", "venue": "venue", "institution": "institution", "level": "level", "url": "url", "link": "url",
    "email": "email", "e-mail": "email", "affiliation": "affiliation", "issuer": "issuer", "license": "license", "version": "version",
    "honors": "honors", "gpa": "honors", "grade": "honors", "topic": "topic", "now": "now", "current position": "now",
}  # fmt: skip
_LABEL = re.compile(r"\W{0,3}(?P<label>[A-Za-z][A-Za-z -]{1,20}?)(?:\*\*|\*|__|_)?:(?:\*\*|\*|__|_)?\s+(?P<text>\S.*)")
_EMAIL = re.compile(r"(?:mailto:)?(?P<address>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)")
_LINK = re.compile(
    r"\[(?P<words>[^\]]*)\]\((?P<url>[^)\s]*)\)|<?(?P<bare>https?://[^\s)>]+)>?|<(?P<email>[^\s<>@]+@[^\s<>]+)>"
)
_EMPHASIS = re.compile(r"(?<![\w\\])(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)")
_YEAR = r"(?:19|20)\d\d"
_PLAUSIBLE = re.compile(rf"(?<!\d){_YEAR}(?!\d)|\b(?:present|now|current|ongoing)\b", re.IGNORECASE)


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
        if not option and cut and "dates" not in read.options:
            line, text = cut_dates(line)  # noqa: PLW2901 (what is left of it)
            option = "dates" if text else ""
            read.rest += [line] if option else []
        if option and option not in read.options:
            read.options[option] = text
        else:
            read.rest.append(line)
    return read


def _read_line(line: str) -> tuple[str, str]:
    """Return the option that a whole line is, and its text; "" for a line of words."""
    label = _LABEL.fullmatch(line)
    option = _LABELS.get(label["label"].lower().strip(), "") if label else ""
    if label and option:
        return option, words_of(label["text"])
    words = words_of(line)
    email = _EMAIL.search(line)
    if is_dates(words):
        return "dates", words
    if email and len(words.replace(email["address"], "").strip(" -–:|<>()")) < 8:
        return "email", email["address"]
    return ("location", words) if is_place(words) else ("", "")


def is_dates(text: str) -> bool:
    """Whether a text is a date or a range of dates, and nothing else."""
    if not _PLAUSIBLE.search(text):
        return False
    try:
        parse_dates(text.strip("() ."))
    except DateError:
        return False
    return True


def cut_dates(text: str) -> tuple[str, str]:
    """Cut the dates off the end or the beginning of a line, or out of parentheses; ("the line", "") where it has none there.

    >>> cut_dates("Reviewer, Journal of Whales, 2019 – 2021"), cut_dates("2018: Gold medal")
    (('Reviewer, Journal of Whales', '2019 – 2021'), ('Gold medal', '2018'))
    """
    if not _PLAUSIBLE.search(text):
        return text, ""
    for match in re.finditer(r"\s*\((?P<dates>[^()]*)\)", text):
        if is_dates(match["dates"]):
            return text[: match.start()] + text[match.end() :], match["dates"]
    for cut in re.finditer(r"\s*[,;:|·•—(]\s*|\s+", text):
        dates = text[cut.end() :].rstrip(" .").removesuffix(")")
        if cut.start() and is_dates(dates):
            return text[: cut.start()].rstrip(" ,;:|·•—–-("), dates
    for cut in reversed(list(re.finditer(r"\s*[,:|·•)]\s+|\s+(?=[^\W\d_]|[“\"'*])", text[:45]))):
        dates = text[: cut.start()].strip("( ")
        if is_dates(dates):
            return text[cut.end() :].strip(), dates
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
    return re.sub(r"\\([\\`*_{}\[\]()#+.!|<>~-])", r"\1", text).strip()


def words_of(text: str) -> str:
    """Return what a line says, with the words of its links in their place."""
    return unemphasized(_LINK.sub(lambda match: match["words"] or match["bare"] or match["email"] or "", text))


def links_of(text: str) -> list[tuple[str, str]]:
    """Return the links of a line: their words, "" for a bare one, and their addresses; those that lead nowhere are left out."""
    found = [
        (match["words"] or "", match["url"] or match["bare"] or (f"mailto:{match['email']}" if match["email"] else ""))
        for match in _LINK.finditer(text)
    ]
    return [(words, url) for words, url in found if url.strip("#")]


def cut_at_commas(text: str) -> list[str]:
    """Cut a text at its commas outside of parentheses and quotation marks."""
    masked = re.sub(r"\([^()]*\)|[“\"][^”\"]*[”\"]", lambda match: "_" * len(match[0]), text)
    places = [match.span() for match in re.finditer(r"\s*,\s+", masked)]
    ends = [0, *(place for span in places for place in span), len(text)]
    return [text[start:end].strip() for start, end in zip(ends[::2], ends[1::2], strict=True)]


def unquoted(text: str) -> str:
    """Take the quotation marks off a text that stands in them as a whole."""
    found = re.fullmatch(r"[“\"„«‘'](?P<text>[^“”\"„«»]+?),?[”\"“»’']", text.strip())
    return found["text"] if found else text

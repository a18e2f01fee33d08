"""What a view shows: the options of `timeline` and `publications`, read and judged, and which records they choose."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sphinx_vita.reading.mistakes import Finding, Mistake
from sphinx_vita.reading.suggestions import did_you_mean
from sphinx_vita.records import KINDS, Profile, Publication, Record, Status
from sphinx_vita.records.dates import DateRange

STYLES = ("list", "cards")
GROUPS = ("none", "status", "year")
FLAGS = ("selected", "reviewed")  # options without a value
_LAST_YEAR = 9999  # of what still goes on
OPTIONS = {
    "kind": "which kinds of records, separated by commas",
    "status": "which publications: " + ", ".join(Status),
    "keywords": "only what has one of these keywords, separated by commas",
    "year": "only one year, or years from-to",
    "keys": "only these records, in this order",
    "selected": "only what is marked as selected",
    "reviewed": "only papers in journals and at conferences, as far as their entries tell",
    "limit": "at most so many",
    "authors": "of each work at most so many authors; the others unfold, the owner is always there",
    "style": " or ".join(STYLES),
    "group": ", ".join(GROUPS),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A choice of records and how to show them; an empty field does not restrict."""

    kinds: tuple[str, ...]
    statuses: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    years: tuple[int, int] | None = None  # first and last, both included
    keys: tuple[str, ...] = ()
    selected: bool = False
    reviewed: bool = False
    limit: int | None = None
    authors: int | None = None
    style: str = "list"
    group: str = "none"

    @property
    def is_everything(self) -> bool:
        """Whether it chooses all publications, so that a visitor finds each of them there."""
        flags = (self.selected, self.reviewed)
        restrictions = (self.statuses, self.keywords, self.years, self.keys, *flags, self.limit)
        return Publication.kind in self.kinds and not any(restrictions)

    @property
    def places_publications(self) -> bool:
        """Whether the publications that it chooses stand there, and are not only named."""
        return Publication.kind in self.kinds and (self.kinds == (Publication.kind,) or self.style == "cards")

    def accepts(self, record: Record) -> bool:
        """Whether a record is chosen, its place in the list aside."""
        paper = record if isinstance(record, Publication) else None
        return (
            record.kind in self.kinds
            and (not self.keys or record.key in self.keys)
            and (not self.statuses or (paper is not None and paper.status in self.statuses))
            and (
                not self.keywords or (paper is not None and not set(self.keywords).isdisjoint(_folded(paper.keywords)))
            )
            and (not self.selected or (paper is not None and paper.selected))
            and (not self.reviewed or (paper is not None and paper.is_reviewed))
            and (self.years is None or _overlap(self.years, years_of(record)))
        )


def years_of(record: Any) -> tuple[tuple[int, int], ...]:
    """Return the years in which each span of a record starts and ends; none where it has no date."""
    if isinstance(record, Publication):
        date = record.date or record.cited.date
        return ((date.year, date.last_year),) if date else ()
    dates: DateRange | None = getattr(record, "dates", None)
    return dates.years if dates else ()


def _overlap(years: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(years[0] <= last and first <= years[1] for first, last in others)


def read_query(
    directive: str, written: Mapping[str, str | None], *, kinds: tuple[str, ...], style: str, line: int
) -> tuple[Query, list[Finding]]:
    """Read the options of the view `directive`, which shows `kinds` in `style` unless it says otherwise."""
    texts = {name: (text or "").strip() for name, text in written.items()}
    findings = [_unknown_option(directive, name, line) for name in texts if name not in OPTIONS]
    findings += [
        Finding(Mistake.EMPTY_OPTION, f"{directive}, option '{name}' is empty; write {OPTIONS[name]}", line)
        for name, text in texts.items()
        if name in OPTIONS and name not in FLAGS and not text
    ]
    chosen: dict[str, Any] = {"kinds": _words(texts.get("kind", ""), tuple(KINDS), findings, directive, line) or kinds}
    if Profile.kind in chosen["kinds"] and len(chosen["kinds"]) > 1:
        message = f"{directive} has no place for a profile among other records; write the directive 'contact' for it"
        findings.append(Finding(Mistake.UNKNOWN_VALUE, message, line))
        chosen["kinds"] = tuple(kind for kind in chosen["kinds"] if kind != Profile.kind)
    chosen["statuses"] = _words(texts.get("status", ""), tuple(Status), findings, directive, line)
    chosen["keywords"] = _folded(_cut(texts.get("keywords", "")))
    chosen["keys"] = _cut(texts.get("keys", ""))
    for flag in FLAGS:
        chosen[flag] = flag in texts and texts[flag].lower() not in ("false", "no")
    for option, allowed, usual in (("style", STYLES, style), ("group", GROUPS, "none")):
        words = _words(texts.get(option, ""), allowed, findings, directive, line)
        chosen[option] = words[0] if words else usual
    chosen["years"] = _read_years(texts.get("year", ""), findings, directive, line)
    for option in ("limit", "authors"):
        chosen[option] = _read_limit(option, texts.get(option, ""), findings, directive, line)
    return Query(**chosen), findings


def _cut(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(r"[,;]", text) if part.strip())


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(" ".join(word.casefold().split()) for word in words)


def _words(text: str, allowed: tuple[str, ...], findings: list[Finding], directive: str, line: int) -> tuple[str, ...]:
    """Read words of a fixed list; tell of others."""
    words = _folded(_cut(text))
    for word in words:
        if word not in allowed:
            hint = did_you_mean(word, allowed, f"choose from {', '.join(allowed)}")
            findings.append(Finding(Mistake.UNKNOWN_VALUE, f"{directive} knows no {word!r}; {hint}", line))
    return tuple(word for word in words if word in allowed)


def _read_years(text: str, findings: list[Finding], directive: str, line: int) -> tuple[int, int] | None:
    match = re.fullmatch(r"([0-9]{4})(?:\s*([-–]+)\s*([0-9]{4})?)?", text)
    if match:
        last = match[3] or (_LAST_YEAR if match[2] else match[1])
        if int(match[1]) <= int(last):
            return (int(match[1]), int(last))
    if text:
        message = f"{directive} cannot read the year {text!r}; write '2024', '2020-2024' or '2020-'"
        findings.append(Finding(Mistake.UNKNOWN_VALUE, message, line))
    return None


def _read_limit(option: str, text: str, findings: list[Finding], directive: str, line: int) -> int | None:
    if text.isdecimal() and int(text) > 0:
        return int(text)
    if text:
        message = f"{directive} cannot read the {option} {text!r}; write a whole number from 1 on"
        findings.append(Finding(Mistake.UNKNOWN_VALUE, message, line))
    return None


def _unknown_option(directive: str, name: str, line: int) -> Finding:
    hint = did_you_mean(name, OPTIONS, f"it has {', '.join(OPTIONS)}")
    return Finding(Mistake.UNKNOWN_OPTION, f"{directive} has no option '{name}'; {hint}", line)

"""How far a work has come, by everything that its entry tells, and its words without those that tell it."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from typing import NamedTuple

from vita.bibliography.signs_of_status import (
    HONORS,
    MAY_BE_PREPRINTS,
    NO_SUBMISSIONS,
    OTHER_SUBMISSIONS,
    PLACEHOLDERS,
    PREPRINT_TYPES,
    PUBSTATES,
    REPOSITORIES,
    REVIEWED_TYPES,
    UNREVIEWED,
    UNREVIEWED_VENUES,
    WORDS,
)
from vita.latex import plain
from vita.mistakes import Mistake
from vita.model import Status
from vita.text import Span, Text

Tell = Callable[[Mistake, str], None]

_NOT_YET = (Status.ACCEPTED, Status.SUBMITTED, Status.DRAFT)  # of several words of one text, the first of these counts
_PLACES = (
    "journal",
    "journaltitle",
    "booktitle",
    "howpublished",
    "eventtitle",
    "venue",
    "abbr",
    "abbrv",
    "type",
    "series",
)
_DATES = ("year", "date", "month", "volume", "number", "pages")  # where people write `in press` for want of a number
_BREAK = re.compile(
    r"[;|()\[\]!?:]|,(?!\s+(?:pending|subject|with|conditional))|(?:(?<=[a-z]{5})|(?<=prep))\.(?=\s+[A-Z]|$)|\s[-–—]+\s|—"
)
_LEAD = re.compile(
    r"\W*(?:(?:currently|now|still|also|manuscript|paper|article|book|chapter|status|is|was|this|the|has|have|been|"
    r"recently|just|an?|version|preprint(?=,? (?:under|submitted|in))|work|study|full)\b\W*)*"
)
_SIGNS = tuple(
    (status, re.compile(rf"(?:{pattern.strip()})(?![a-z0-9])"))
    for status, patterns in WORDS.items()
    for pattern in patterns.strip().splitlines()
)
_REPOSITORY = re.compile("|".join(f"(?:{each.pattern})" for each in REPOSITORIES))
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec spring summer fall autumn winter early mid late end of on in"
_DATE = re.compile(rf"(?:(?:{'|'.join(_MONTHS.split())})[a-z]*\.?|[0-9]{{1,4}}(?:st|nd|rd|th)?|[\s,./()–-])*")
_TAIL = re.compile(
    r"(?:\s*(?:paper|manuscript|article|version|chapter|book|monograph|work|study|publication|for publication|"
    r"for (?:peer[- ]?)?review|soon|online|yet|shortly|date|series|no\.?|nr\.?|number|again|or|and|&|"
    r"(?:pre|e)-?prints?|in preparation)(?![a-z]))*"
)
_PREPOSITION = re.compile(
    r"\s*(?:for (?:publication|presentation|inclusion|consideration)(?: (?:in|at|with|by))?"
    r"|to|at|in|with|by|for|on|as|from|of|bei|beim|zu|au?x?|chez|en|para|presso"
    r"|available(?: (?:at|on|from))?)(?![a-z])\s*(?:the (?=journal|proceedings|special|conference))?"
)
_OF_VENUES = re.compile(
    r"\s*(?:for (?:publication|presentation|inclusion|consideration) )?"
    r"(?:to|at|in|with|by|beim?|au?x?|chez|en|presso)\b"
)
_NO_VENUE = re.compile(
    r"(?:an?|the|some|another|peer|review|publication|journals?|conferences?|arxiv|print|https?|www)\b"
)
_PURPOSE = re.compile(r"\s+for (?:peer[- ]?)?(?:review|publication|consideration)\s*$")
_BEFORE = re.compile(r"[\s(\[,;:–—-]*$")
_AFTER = re.compile(r"[\s)\],.;:–—-]*")


class Sign(NamedTuple):
    """Words of a text that tell a status: where they stand, and where the venue that they name begins."""

    status: Status
    start: int
    end: int
    venue: int = -1


def signs_in(text: str) -> list[Sign]:
    """Find the words that tell a status, such as `to appear`: each at the beginning of its clause.

    >>> [sign.status.value for sign in signs_in("Under review at NeurIPS; code soon")]
    ['submitted']
    """
    folded = _folded(text)
    signs = (_first_sign(folded[:end], start) for start, end in _clauses(text))
    return [sign for sign in signs if sign]


@lru_cache(maxsize=4096)
def status_in(words: str) -> Status | None:
    """Give the status that words tell; None where they tell none, or that it is published."""
    found = {sign.status for sign in signs_in(words)}
    if Status.PUBLISHED in found:
        return None
    return next((status for status in (*_NOT_YET, Status.PREPRINT) if status in found), None)


def read_status(entry_type: str, fields: Mapping[str, str], venue: Text, *, doi: str, arxiv: str, tell: Tell) -> Status:
    """Tell how far a work has come: by `pubstate`, its dates, its place, its notes, its DOI and its type together."""
    stated, is_doubtful = _stated(fields, tell)
    if stated and stated is not Status.PUBLISHED:
        return stated
    place = _first(plain(fields.get(name, "")) for name in _PLACES) or _first(map(_undated, _values(fields, _DATES)))
    noted = _first(_values(fields, ("note", "addendum", "titleaddon")))
    told = place if place in _NOT_YET else _credible(noted, entry_type, fields, venue)
    if told in _NOT_YET:
        return told
    has_place = bool(venue) and not is_repository(str(venue))
    is_preprint = Status.PREPRINT in (place, noted) and not has_place
    is_preprint = is_preprint or _is_in_repository(fields, venue, doi.lower(), arxiv)
    if entry_type in PREPRINT_TYPES or (entry_type in MAY_BE_PREPRINTS and is_preprint):
        return Status.PREPRINT
    is_manuscript = entry_type == "unpublished" and stated is not Status.PUBLISHED
    return Status.DRAFT if is_manuscript or is_doubtful else Status.PUBLISHED


def is_reviewed(entry_type: str, fields: Mapping[str, str], venue: Text, status: Status) -> bool:
    """Whether a work has passed peer review, as far as its entry tells: a thesis, a report or a patent has not."""
    is_out = status in (Status.PUBLISHED, Status.ACCEPTED)
    said = _folded(" ".join(_values(fields, ("entrysubtype", "type", "howpublished"))))
    is_paper = entry_type in REVIEWED_TYPES and bool(venue) and not is_repository(str(venue))
    return is_out and is_paper and not UNREVIEWED.search(said) and not UNREVIEWED_VENUES.search(_folded(str(venue)))


@lru_cache(maxsize=4096)
def is_repository(place: str) -> bool:
    """Whether a venue, a publisher or an institution publishes without peer review."""
    return _REPOSITORY.match(_folded(place).strip()) is not None


def is_placeholder(venue: str) -> bool:
    """Whether a venue is none yet: `TBD`."""
    return _folded(venue).strip(" .,") in PLACEHOLDERS


def venue_in(text: Text, status: Status) -> Text:
    """Give the venue that words of a status name: `ICML` of `to appear in ICML`."""
    for sign in signs_in(str(text)):
        if sign.status is status and sign.venue >= 0:
            return _slice(text, sign.venue, sign.end)
    return Text()


def without_signs(text: Text, statuses: Sequence[Status], known_venue: str = "") -> Text:
    """Give a text without the words that tell one of the statuses; a venue that they name stays unless it is known."""
    written, known = str(text), _folded(known_venue)
    kept: list[tuple[int, int]] = []
    place = 0
    for sign in signs_in(written):
        if sign.status not in statuses:
            continue
        venue = _folded(written[sign.venue : sign.end]) if sign.venue >= 0 else ""
        is_known = not venue or (bool(known) and (venue in known or known in venue))
        kept.append((place, len(_BEFORE.sub("", written[: sign.start])) if is_known else sign.start))
        kept += [] if is_known else [(sign.venue, sign.end)]
        after = (_AFTER if is_known else _PURPOSE).match(written, sign.end)
        place = after.end() if after else sign.end
    if not kept:
        return text
    parts = [_slice(text, start, end) for start, end in (*kept, (place, len(written)))]
    parts = [part for part in parts if str(part).strip(" .,;:")]
    rest = Text.join(span for number, part in enumerate(parts) for span in (*_joint(number), *part.spans))
    return Text() if _DATE.fullmatch(_folded(str(rest))) else rest


def _joint(number: int) -> tuple[Span, ...]:
    return (Span(" "),) if number else ()


def _first_sign(folded: str, start: int) -> Sign | None:
    """Read one clause, which ends with the text; a full stop in it may end a sentence, or be that of `Math.`."""
    lead = _LEAD.match(folded, start)
    sentences = (found.end() for found in re.finditer(r"\.\s+", folded[start:]))
    places = [(start, start), (start, lead.end() if lead else start)]
    places += [(start + place, start + place) for place in sentences]
    return next((sign for first, begin in places if (sign := _sign(folded, first, begin))), None)


def _sign(folded: str, start: int, begin: int) -> Sign | None:
    """Read the words at `begin`, of a clause that begins at `start` and ends with the text."""
    if OTHER_SUBMISSIONS.match(folded, begin):
        return None
    for status, pattern in _SIGNS:
        words = pattern.match(folded, begin)
        if words is None:
            continue
        place = _TAIL.match(folded, words.end())
        after = place.end() if place else words.end()
        if _DATE.fullmatch(folded, after):
            return Sign(status, start, len(folded))
        preposition = _PREPOSITION.match(folded, after)
        if preposition is None:
            return None
        venue = preposition.end()
        names_venue = (
            _OF_VENUES.match(preposition[0])
            and not _NO_VENUE.match(folded, venue)
            and not _DATE.fullmatch(folded, venue)
        )
        end = len(_PURPOSE.sub("", folded))
        return Sign(status, start, end, venue if names_venue else -1)
    return None


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in (*_BREAK.finditer(text), None):
        end = found.start() if found else len(text)
        begin = start + len(text[start:end]) - len(text[start:end].lstrip(" \t\n.,*_\"'“”‘’"))
        if begin < end:
            yield begin, end
        start = found.end() if found else end


def _folded(text: str) -> str:
    """Write a text in lower case without accents, each character in its place."""
    if text.isascii():
        return text.lower()
    return "".join(unicodedata.normalize("NFKD", character)[:1].lower()[:1] or " " for character in text)


def _stated(fields: Mapping[str, str], tell: Tell) -> tuple[Status | None, bool]:
    """Read `pubstate`; give the status, and whether it says something that nobody knows."""
    written = plain(fields.get("pubstate", "")).strip()
    key = re.sub(r"[\s_-]", "", written.lower())
    known = PUBSTATES.get(key) or status_in(written) or _published(written)
    if known or not written:
        status = plain(fields.get("status", ""))
        return known or status_in(status) or _published(status), False
    if not re.search(r"[^\W\d_]", written):  # a year, which old styles print in its place
        return None, False
    close = get_close_matches(key, PUBSTATES, n=1)
    hint = f"did you mean '{close[0]}'?" if close else f"write one of {', '.join(PUBSTATES)}"
    tell(Mistake.UNKNOWN_VALUE, f"{written[:40]!r} is no pubstate, and counts as not published; {hint}")
    return None, True


def _published(words: str) -> Status | None:
    return next((sign.status for sign in signs_in(words) if sign.status is Status.PUBLISHED), None)


def _first(texts: Iterable[str]) -> Status | None:
    """Give the status that the first text with one tells; not published comes before a preprint."""
    found = [status for text in texts if text and (status := status_in(text))]
    return next((status for status in found if status in _NOT_YET), found[0] if found else None)


def _values(fields: Mapping[str, str], names: Iterable[str]) -> Iterator[str]:
    return (plain(fields.get(name, "")) for name in names)


def _undated(written: str) -> str:
    """Give the words beside a year: `to appear` of `2025 (to appear)`."""
    return re.sub(r"(?<![0-9])[0-9]{4}(?![0-9])", ";", written)


def _credible(noted: Status | None, entry_type: str, fields: Mapping[str, str], venue: Text) -> Status | None:
    """Give what notes tell, unless it is the history of a paper that is out, or of a thesis."""
    if noted is Status.SUBMITTED and entry_type in NO_SUBMISSIONS:
        return None
    if noted is not Status.ACCEPTED or not venue or is_repository(str(venue)):
        return noted
    notes = _folded(" ".join(_values(fields, ("note", "addendum"))))
    is_printed = bool(fields.get("volume") and fields.get("pages"))
    return None if is_printed or HONORS.search(notes) else noted


def _is_in_repository(fields: Mapping[str, str], venue: Text, doi: str, arxiv: str) -> bool:
    """Whether the only place of an entry is one without peer review."""
    if venue:
        return is_repository(str(venue)) and not _is_product(fields)
    publisher = plain(fields.get("publisher", ""))
    for each in REPOSITORIES if doi else ():
        if each.doi and re.match(each.doi, doi) and not (each.is_deposit and (_is_product(fields) or publisher)):
            return True
    if publisher:
        return is_repository(publisher) and not _is_product(fields)
    return bool(arxiv) or is_repository(plain(fields.get("archiveprefix", "") or fields.get("eprinttype", "")))


def _is_product(fields: Mapping[str, str]) -> bool:
    """Whether an entry of a repository is software or data, which nobody expects to be reviewed."""
    said = _folded(" ".join(_values(fields, ("type", "howpublished", "note", "title", "entrysubtype"))))
    return bool(fields.get("version")) or re.search(r"\b(?:software|source code|dataset|data ?set)\b", said) is not None


def _slice(text: Text, start: int, end: int) -> Text:
    """Give the characters of a text from one place to another, in their styles."""
    spans: list[Span] = []
    place = 0
    for span in text.spans:
        first, last = max(start - place, 0), max(end - place, 0)
        if characters := span.characters[first:last]:
            spans.append(Span(characters, span.style, span.link))
        place += len(span.characters)
    return Text.join(spans)

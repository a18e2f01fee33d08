"""The words of a text that tell a status, and the text without them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from sphinx_vita.reading.bibtex.signs_of_status import OTHER_SUBMISSIONS, WORDS
from sphinx_vita.records import Status
from sphinx_vita.records.text import Span, Text

NOT_YET = (Status.ACCEPTED, Status.SUBMITTED, Status.DRAFT)  # of several words of one text, the first of these counts
_BREAK = re.compile(
    r"[;|()\[\]!?:]|,(?!\s+(?:pending|subject|with|conditional))|(?:(?<=[a-z]{5})|(?<=prep))\.(?=\s+[A-Z]|$)|\s[-–—]+\s|—"
)
_LEAD = re.compile(
    r"\W*(?:(?:currently|now|still|also|manuscript|paper|article|book|chapter|status|is|was|this|the|has|have|been|"
    r"manuscrit|manuskript|manuscrito|artikel|beitrag|articulo|artigo|"
    r"recently|just|an?|version|preprint(?=,? (?:under|submitted|in))|work|study|full)\b\W*)*"
)
_SIGNS = tuple(
    (status, re.compile(rf"(?:{pattern.strip()})(?![a-z0-9])"))
    for status, patterns in WORDS.items()
    for pattern in patterns.strip().splitlines()
)
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
    folded = in_plain_letters(text)
    signs = (_first_sign(folded[:end], start) for start, end in _clauses(text))
    return [sign for sign in signs if sign]


@lru_cache(maxsize=4096)
def status_in(words: str) -> Status | None:
    """Return the status that words tell; None where they tell none, or that it is published."""
    found = {sign.status for sign in signs_in(words)}
    if Status.PUBLISHED in found:
        return None
    return next((status for status in (*NOT_YET, Status.PREPRINT) if status in found), None)


def venue_in(text: Text, status: Status) -> Text:
    """Return the venue that words of a status name: `ICML` of `to appear in ICML`."""
    for sign in signs_in(str(text)):
        if sign.status is status and sign.venue >= 0:
            return _slice(text, sign.venue, sign.end)
    return Text()


def without_signs(text: Text, statuses: Sequence[Status], known_venue: str = "") -> Text:
    """Return a text without the words that tell one of the statuses; a venue in them stays unless it is known."""
    written, known = str(text), in_plain_letters(known_venue)
    kept: list[tuple[int, int]] = []
    place = 0
    for sign in signs_in(written):
        if sign.status not in statuses:
            continue
        venue = in_plain_letters(written[sign.venue : sign.end]) if sign.venue >= 0 else ""
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
    return Text() if _DATE.fullmatch(in_plain_letters(str(rest))) else rest


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
        is_other = _NO_VENUE.match(folded, venue) or _DATE.fullmatch(folded, venue)
        names_venue = _OF_VENUES.match(preposition[0]) and not is_other
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


def in_plain_letters(text: str) -> str:
    """Write a text in lower case without accents, each character in its place."""
    if text.isascii():
        return text.lower()
    return "".join(unicodedata.normalize("NFKD", character)[:1].lower()[:1] or " " for character in text)


def _slice(text: Text, start: int, end: int) -> Text:
    """Return the characters of a text from one place to another, in their styles."""
    spans: list[Span] = []
    place = 0
    for span in text.spans:
        first, last = max(start - place, 0), max(end - place, 0)
        if characters := span.characters[first:last]:
            spans.append(Span(characters, span.style, span.link))
        place += len(span.characters)
    return Text.join(spans)

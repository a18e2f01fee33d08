"""How far a work has come, by everything that its entry tells together."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from sphinx_vita.reading.bibtex.signs_of_status import (
    HONORS,
    MAY_BE_PREPRINTS,
    NO_SUBMISSIONS,
    PLACEHOLDERS,
    PREPRINT_TYPES,
    PUBSTATES,
    REPOSITORIES,
    REVIEWED_TYPES,
    UNREVIEWED,
    UNREVIEWED_VENUES,
)
from sphinx_vita.reading.bibtex.status_words import NOT_YET, in_plain_letters, signs_in, status_in
from sphinx_vita.reading.latex.text import plain
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.reading.suggestions import did_you_mean
from sphinx_vita.records import Status
from sphinx_vita.records.text import Text

Tell = Callable[[Mistake, str], None]

_PLACES = (
    "journal", "journaltitle", "booktitle", "howpublished", "eventtitle", "venue", "abbr", "abbrv", "type", "series",
)  # fmt: skip
_DATES = ("year", "date", "month", "volume", "number", "pages")  # where people write `in press` for want of a number
_REPOSITORY = re.compile("|".join(f"(?:{each.pattern})" for each in REPOSITORIES))


def read_status(entry_type: str, fields: Mapping[str, str], venue: Text, *, doi: str, arxiv: str, tell: Tell) -> Status:
    """Return how far a work has come: by `pubstate`, its dates, its place, its notes, its DOI and its type together."""
    stated, is_doubtful = _stated(fields, tell)
    if stated and stated is not Status.PUBLISHED:
        return stated
    place = _first(plain(fields.get(name, "")) for name in _PLACES) or _first(map(_undated, _values(fields, _DATES)))
    noted = _first(_values(fields, ("note", "addendum", "titleaddon")))
    told = place if place in NOT_YET else _credible(noted, entry_type, fields, venue)
    if told in NOT_YET:
        return told
    has_place = bool(venue) and not is_repository(str(venue))
    is_preprint = Status.PREPRINT in (place, noted) and not has_place
    is_preprint = is_preprint or _is_in_repository(fields, venue, doi.lower(), arxiv)
    if entry_type in PREPRINT_TYPES or (entry_type in MAY_BE_PREPRINTS and is_preprint):
        return Status.PREPRINT
    is_manuscript = entry_type == "unpublished" and not fields.get("eventtitle") and stated is not Status.PUBLISHED
    return Status.DRAFT if is_manuscript or is_doubtful else Status.PUBLISHED


def is_reviewed(entry_type: str, fields: Mapping[str, str], venue: Text, status: Status) -> bool:
    """Whether a work has passed peer review, as far as its entry tells: a thesis, a report or a patent has not."""
    is_out = status in (Status.PUBLISHED, Status.ACCEPTED)
    said = in_plain_letters(" ".join(_values(fields, ("entrysubtype", "type", "howpublished"))))
    is_paper = entry_type in REVIEWED_TYPES and bool(venue) and not is_repository(str(venue))
    is_reviewed = not UNREVIEWED.search(said) and not UNREVIEWED_VENUES.search(in_plain_letters(str(venue)))
    return is_out and is_paper and is_reviewed


@lru_cache(maxsize=4096)
def is_repository(place: str) -> bool:
    """Whether a venue, a publisher or an institution publishes without peer review."""
    return _REPOSITORY.match(in_plain_letters(place).strip()) is not None


def is_placeholder(venue: str) -> bool:
    """Whether a venue is none yet: `TBD`."""
    return in_plain_letters(venue).strip(" .,") in PLACEHOLDERS


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
    hint = did_you_mean(key, PUBSTATES, f"write one of {', '.join(PUBSTATES)}")
    tell(Mistake.UNKNOWN_VALUE, f"{written[:40]!r} is no pubstate, and counts as not published; {hint}")
    return None, True


def _published(words: str) -> Status | None:
    return next((sign.status for sign in signs_in(words) if sign.status is Status.PUBLISHED), None)


def _first(texts: Iterable[str]) -> Status | None:
    """Return the status that the first text with one tells; not published comes before a preprint."""
    found = [status for text in texts if text and (status := status_in(text))]
    return next((status for status in found if status in NOT_YET), found[0] if found else None)


def _values(fields: Mapping[str, str], names: Iterable[str]) -> Iterator[str]:
    return (plain(fields.get(name, "")) for name in names)


def _undated(written: str) -> str:
    """Return the words beside a year: `to appear` of `2025 (to appear)`."""
    return re.sub(r"(?<![0-9])[0-9]{4}(?![0-9])", ";", written)


def _credible(noted: Status | None, entry_type: str, fields: Mapping[str, str], venue: Text) -> Status | None:
    """Return what notes tell, unless it is the history of a paper that is out, or of a thesis."""
    if noted is Status.SUBMITTED and entry_type in NO_SUBMISSIONS:
        return None
    if noted is not Status.ACCEPTED or not venue or is_repository(str(venue)):
        return noted
    notes = in_plain_letters(" ".join(_values(fields, ("note", "addendum"))))
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
    said = in_plain_letters(" ".join(_values(fields, ("type", "howpublished", "note", "title", "entrysubtype"))))
    return bool(fields.get("version")) or re.search(r"\b(?:software|source code|dataset|data ?set)\b", said) is not None

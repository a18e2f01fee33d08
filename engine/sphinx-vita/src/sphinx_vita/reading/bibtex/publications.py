"""An entry as a publication: every field that means something to a page, and all of them as they were written."""

import re

from sphinx_vita.reading.bibtex.addresses import Tell, address_of, read_arxiv, read_doi, read_file
from sphinx_vita.reading.bibtex.appearance import (
    is_yet_to_appear,
    read_date,
    read_number,
    read_remarks,
    read_venue,
    read_venue_short,
    read_year,
    with_promised_venue,
)
from sphinx_vita.reading.bibtex.authors import read_authors, read_contributions
from sphinx_vita.reading.bibtex.blocks import RawEntry
from sphinx_vita.reading.bibtex.entry_links import read_links, refused_links
from sphinx_vita.reading.bibtex.identifiers import FIELDS, numbers_that_are_none, read_identifiers
from sphinx_vita.reading.bibtex.known_fields import CITED, LINKS
from sphinx_vita.reading.bibtex.privacy import screen
from sphinx_vita.reading.bibtex.relations import is_listed, read_origin, read_relation
from sphinx_vita.reading.bibtex.status import is_reviewed, read_status
from sphinx_vita.reading.inline_html import without_entities
from sphinx_vita.reading.latex.text import plain, to_text
from sphinx_vita.reading.mistakes import Finding, Mistake
from sphinx_vita.reading.printable import pieces
from sphinx_vita.records import Publication, Status
from sphinx_vita.records.dates import Date
from sphinx_vita.records.text import Span, Text

_TAGS = ("keywords", "tags")  # the fields, in their order
_LONGEST_BADGE = 60  # characters
_ABBREVIATED_END = re.compile(r"(?:\b[A-Z]\.|\b(?:al|etc|vs|Inc|Ltd|Jr|Sr|St|vol|no)\.|\.\.)$")
_READING_TAG = re.compile(  # not `favorite` or `my papers`: views may choose by these
    r"[_/]\S.*|#?nosource|no doi found|⛔.*|[⭐★☆✓✔❗\s]+|un-?read|(?:to|must|should|re)?[ _-]?read|reading|skimmed"
    r"|printed|todo|to[ _-](?:do|cite|check|print|review)|/unread|mendeley|zotero|unfiled|_tablet.*"
)
_PAGE_RANGE = re.compile(r"(?<![\w.:])([^\W_][\w.:]*)\s*-\s*([^\W_][\w.:]*)")


def make_publication(entry: RawEntry, file: str, findings: list[Finding]) -> Publication:
    """Read an entry's fields, and add to `findings` what is wrong with them."""

    def tell(mistake: Mistake, message: str) -> None:
        findings.append(Finding(mistake, f"the entry '{entry.key}': {message}", entry.line))

    fields = _public_fields(entry, tell)
    authors, has_more_authors = read_authors(fields)
    editors, _ = read_authors(fields, "editor")
    date, venue = read_date(fields), read_venue(fields)
    year, title = read_year(fields, date), _title(fields)
    doi = read_doi(fields, tell)
    arxiv = read_arxiv(fields, doi)
    identifiers = read_identifiers(fields, _addresses(fields))
    _tell_missing(title, bool(authors or editors), fields, date, tell)
    status = read_status(entry.entry_type, fields, venue, doi=doi, arxiv=arxiv, tell=tell)
    venue = with_promised_venue(venue, fields, status)
    return Publication(
        key=entry.key,
        translated=entry.translated,
        line=entry.line,
        file=file,
        entry_type=entry.entry_type or "misc",
        title=title or Text.plain(entry.key),
        authors=authors,
        editors=editors,
        contributions=read_contributions(fields),
        has_more_authors=has_more_authors,
        date=date,
        year=year,
        status=status,
        is_reviewed=is_reviewed(entry.entry_type, fields, venue, status),
        venue=venue,
        venue_short=read_venue_short(entry.entry_type, fields, date),
        volume=read_number(fields, "volume"),
        number=read_number(fields, "number", "issue"),
        pages=_pages(read_number(fields, "pages")),
        publisher=plain(fields.get("publisher", "")),
        doi=doi,
        arxiv=arxiv,
        isbn=plain(fields.get("isbn", "")),
        identifiers=identifiers,
        links=read_links(fields, doi, arxiv, identifiers),
        abstract=to_text(fields.get("abstract", "")),
        tldr=to_text(fields.get("tldr", "")),
        remarks=_remarks(fields, status, venue),
        note=to_text(fields.get("note", "")),
        relation=read_relation(fields, tell),
        origin=read_origin(fields),
        is_listed=is_listed(fields),
        awards=_awards(fields),
        tags=tuple(dict.fromkeys(word for name in _TAGS for word in _keywords(fields.get(name, "")))),
        selected=fields.get("selected", "").lower() in ("true", "yes", "1"),
        preview=read_file(fields, "preview", tell),
        preview_alt=plain(fields.get("preview_alt", "")),
        fields=tuple((name, value) for name, value in fields.items() if name in CITED),
    )


def _public_fields(entry: RawEntry, tell: Tell) -> dict[str, str]:
    """Return the fields that may leave the site, and tell what was taken out of the known ones."""
    fields, refused = screen({name: value.strip() for name, value in entry.fields.items() if value.strip()})
    for _, mistake, problem in refused:
        tell(mistake, problem)
    for name, mistake, problem in list(refused_links(fields)):
        tell(mistake, problem)
        fields.pop(name, None)
    for name in [each for each in _TAGS if each in fields]:
        fields[name] = _without_reading_tags(fields[name])
    for mistake, problem in numbers_that_are_none(_addresses(fields)):
        tell(mistake, problem)
    return fields


def _addresses(fields: dict[str, str]) -> dict[str, str]:
    """Return the clean values of the fields that may hold an address or the number of a catalog."""
    names = (name for name in fields if name in FIELDS or name in LINKS or name in ("eprint", "howpublished", "ee"))
    return {name: address_of(fields[name]) for name in names}


def _tell_missing(title: Text, has_people: bool, fields: dict[str, str], date: Date | None, tell: Tell) -> None:
    """Warn of an entry that lacks what every entry needs; what has not appeared needs no year."""
    year = plain(fields.get("year", "") or fields.get("date", "") or fields.get("pubstate", ""))
    missing = [name for name, is_there in (("title", title), ("author", has_people), ("year", year)) if not is_there]
    if missing:
        tell(Mistake.MISSING_FIELD, f"it has no {' and no '.join(missing)}; write '{missing[0]} = {{...}},' into it")
    if year and not date and not fields.get("pubstate") and not is_yet_to_appear(year):
        tell(Mistake.UNREADABLE_DATE, f"cannot read the year {year[:40]!r}; write it like '2026', or 'In press'")


def _title(fields: dict[str, str]) -> Text:
    """Return the title with its subtitle, without the full stop at its end."""
    title = _without_stop(to_text(fields.get("title", "")))
    subtitle = _without_stop(to_text(fields.get("subtitle", "")))
    if not title or not subtitle:
        return title or subtitle
    joint = " " if str(title)[-1] in ":?!" else ": "
    return Text.join((*title.spans, Span(joint), *subtitle.spans))


def _without_stop(title: Text) -> Text:
    characters = str(title)
    if not characters.endswith(".") or _ABBREVIATED_END.search(characters):
        return title
    *before, last = title.spans
    return Text.join((*before, Span(last.characters.removesuffix("."), last.style, last.link)))


def _pages(written: str) -> str:
    """Write ranges of pages with an en dash: `377--393`, `377-393`."""
    pages = re.sub(r"^pp?\.\s*", "", plain(written))
    pages = re.sub(r"\s*[–—‒−‐‑]+\s*|\s+-\s+", "–", pages)
    return pages if "–" in pages else ", ".join(_PAGE_RANGE.sub(r"\1–\2", part.strip()) for part in pages.split(","))


def _remarks(fields: dict[str, str], status: Status, venue: Text) -> tuple[Text, ...]:
    """Return the note, the addendum, and an award's story where the badge stands in a field of its own."""
    written = [fields.get(name, "") for name in ("note", "addendum")]
    if _is_story(fields):
        written.append(re.sub(r"\*{1,2}([^*]+)\*{1,2}", r"\1", fields["award"]))
    return read_remarks(written, status, venue)


def _awards(fields: dict[str, str]) -> tuple[str, ...]:
    """Return the awards as short texts for badges."""
    names = [fields.get("award_name", ""), fields.get("awards", "")]
    if not _is_story(fields):
        names.append(fields.get("award", ""))
    badges = (plain(part).strip(" .") for name in names for part in pieces(plain(name), r"[;,] ?"))
    return tuple(dict.fromkeys(badge for badge in badges if badge and badge.lower() not in ("true", "false")))


def _is_story(fields: dict[str, str]) -> bool:
    award = fields.get("award", "")
    return bool(award) and (bool(fields.get("award_name")) or len(plain(award)) > _LONGEST_BADGE)


def _without_reading_tags(written: str) -> str:
    """Leave out of keywords what readers note there for themselves, such as `unread`."""
    separator = ";" if ";" in without_entities(written) else ","
    parts = written.split(separator)
    kept = [part for part in parts if not _READING_TAG.fullmatch(plain(part).strip().lower())]
    return written if len(kept) == len(parts) else f"{separator} ".join(part.strip() for part in kept)


def _keywords(written: str) -> tuple[str, ...]:
    separator = ";" if ";" in without_entities(written) else ","
    return tuple(
        dict.fromkeys(word for word in (plain(part) for part in without_entities(written).split(separator)) if word)
    )

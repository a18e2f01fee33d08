"""What is new as an Atom feed: papers, positions, awards and news, each by its own date."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from feedgenerator import Atom1Feed

from sphinx_vita.exports.citation import address_of, status_in_words
from sphinx_vita.exports.reference import plain, reference
from sphinx_vita.exports.reference_row import sentences
from sphinx_vita.locale import _
from sphinx_vita.reading.printable import one_line
from sphinx_vita.records import KINDS, Publication, Record, name_of
from sphinx_vita.records.date_style import DateStyle
from sphinx_vita.records.dates import Date, DateRange
from sphinx_vita.records.portfolio import Portfolio

FILE = "feed.atom"  # its name below the site's root, which a feed tells of itself
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # an empty feed has changed at no time that could be told


class _Feed(Atom1Feed):  # type: ignore[misc]
    """Names every author of an entry, and asks no clock."""

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for name in item["names"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")

    def latest_post_date(self) -> datetime:
        return max((item["updateddate"] for item in self.items), default=_NEVER)


def dump(portfolio: Portfolio) -> str:
    """Write the feed, the newest entry first; a record without a date is not in it; ends with a line feed."""
    feed = _Feed(
        title=one_line(portfolio.title),
        link=portfolio.address or "./",
        description=None,
        language=portfolio.language,
        author_name=one_line(_owner(portfolio)),
        feed_url=portfolio.address + FILE if portfolio.address else None,
        feed_guid=identifier(portfolio, "feed", "" if portfolio.address == portfolio.root else portfolio.language),
    )
    entries = sorted(_dated(portfolio), key=lambda entry: (-entry[0].timestamp(), entry[1].kind, entry[1].key))
    for date, record in entries:
        feed.add_item(**_entry(record, date, portfolio))
    return str(feed.writeString("utf-8")) + "\n"


def identifier(portfolio: Portfolio, kind: str, key: str) -> str:
    """Name a record for all time: by its person, kind and key, so that it stays when the site moves."""
    return uuid5(NAMESPACE_URL, f"vita:{_owner(portfolio)}\n{kind}\n{key}").urn


def _owner(portfolio: Portfolio) -> str:
    profile = portfolio.profile
    return profile.name if profile and profile.name else portfolio.title


def _dated(portfolio: Portfolio) -> Iterator[tuple[datetime, Record]]:
    for publication in portfolio.publications:
        if publication.date:
            yield _first_day(publication.date), publication
    for kind in (kind for kind in KINDS.values() if kind.exported.is_news):
        for record in portfolio.of(kind):
            dates: DateRange | None = getattr(record, "dates", None)
            if dates and dates.newest:
                yield _first_day(dates.newest), record


def _first_day(date: Date) -> datetime:
    """Return the first day that a date can mean; the 29th of February of any year may have been written."""
    year, month, day = date.first_day
    return datetime(year, month, min(day, monthrange(year, month)[1]), tzinfo=UTC)


def _entry(record: Record, date: datetime, portfolio: Portfolio) -> dict[str, Any]:
    style = portfolio.date_style
    summary = _summary_of_paper(record, style) if isinstance(record, Publication) else _summary(record, style)
    elsewhere = address_of(record) if isinstance(record, Publication) else str(getattr(record, "url", ""))
    authors = record.authors if isinstance(record, Publication) else ()
    return {
        "title": one_line(name_of(record)),
        "link": portfolio.url(record) or elsewhere or portfolio.address or "./",
        "description": escape(one_line(summary), quote=False) or None,  # the library declares it as HTML
        # A manuscript is not out: the feed tells when it was written down, and no date of publication.
        "pubdate": None if isinstance(record, Publication) and not record.is_dated else date,
        "updateddate": date,
        "unique_id": identifier(portfolio, record.kind, record.key),
        "categories": [_(record.noun), *map(one_line, record.tags)],
        "names": [one_line(author.name) for author in authors],
    }


def _summary_of_paper(publication: Publication, style: DateStyle) -> str:
    return sentences((status_in_words(publication), publication.tldr, plain(reference(publication, style))))


def _summary(record: Record, style: DateStyle) -> str:
    dates = style.print(getattr(record, "dates", None))
    return sentences((dates, record.summary, *record.highlights))

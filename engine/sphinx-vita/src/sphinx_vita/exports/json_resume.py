"""The whole CV as JSON Resume v1: what the standard has no word for stands beside it as further properties."""

import json
from dataclasses import asdict, replace
from typing import Any

from sphinx_vita.exports.citation import address_of, code_of, order_of_cv, year_in_words, year_of
from sphinx_vita.exports.facts import filled
from sphinx_vita.exports.reference_words import STATUSES
from sphinx_vita.exports.resume_properties import MADE, iso, name_of_tags
from sphinx_vita.locale import _
from sphinx_vita.reading.accounts import accounts_of, homes_of
from sphinx_vita.reading.affiliations import affiliations_of
from sphinx_vita.reading.imprint import imprint_of
from sphinx_vita.reading.places import read_place
from sphinx_vita.reading.printable import one_line
from sphinx_vita.reading.works import Work
from sphinx_vita.records import KINDS, Profile, Publication, Record, newest_first
from sphinx_vita.records.date_style import DateStyle
from sphinx_vita.records.dates import DateRange
from sphinx_vita.records.exported import RESUME_SECTIONS
from sphinx_vita.records.portfolio import Page, Portfolio

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
VERSION = "v1.0.0"
_NOTHING: tuple[dict[str, Any], ...] = ()


def dump(portfolio: Portfolio) -> str:
    """Write the résumé; papers stand as on a CV, other lists newest first; ends with a line feed."""
    profile = portfolio.profile
    sections: dict[str, Any] = {  # in the order of the standard
        "basics": _basics(profile, portfolio) if profile else {},
        **dict.fromkeys(RESUME_SECTIONS, _NOTHING),
        "publications": [_publication(each, portfolio) for each in sorted(portfolio.publications, key=order_of_cv)],
        "interests": [{"name": page.title} for page in portfolio.pages if _is_interest(page)],
    }
    for kind in (kind for kind in KINDS.values() if kind.exported.resume):
        name = kind.exported.resume
        sections[name] = [*sections[name], *_section(kind, portfolio)]
    document = {"$schema": SCHEMA, **filled(sections), "meta": {"version": VERSION}}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _is_interest(page: Page) -> bool:
    """Whether a page is on one theme, and not the list of all."""
    return page.is_theme and page.docname.rpartition("/")[2] != "index"


def _basics(profile: Profile, portfolio: Portfolio) -> dict[str, Any]:
    return filled(
        {
            "name": profile.name,
            "pronouns": profile.pronouns,
            "label": profile.label,
            "image": portfolio.whole_link(profile.image),
            "email": profile.email,
            "phone": profile.phone,
            "office": profile.office,
            "url": next(iter(homes_of(profile, portfolio.address)), ""),
            "summary": profile.summary,
            "location": _location(profile.address or profile.location, portfolio.language),
            "affiliations": [filled(asdict(each)) for each in affiliations_of(profile)],
            "profiles": [
                filled({"network": account.network, "username": account.username, "url": account.url})
                for account in accounts_of(profile)
            ],
        }
    )


def _location(text: str, language: str) -> dict[str, Any]:
    place = read_place(one_line(text), language)
    if "," in place.city:  # which word is the city cannot be told
        return {"address": place.city}
    parts = {
        "address": place.street,
        "postalCode": place.postal_code,
        "city": place.city,
        "region": place.region,
        "countryCode": place.country,
    }
    return filled(parts)


def _section(kind: type[Record], portfolio: Portfolio) -> list[dict[str, Any]]:
    return [
        _facts(each, portfolio.date_style) for record in newest_first(portfolio.of(kind)) for each in _spans(record)
    ]


def _spans(record: Record) -> list[Record]:
    """Return a record once for each span of time, the newest first: an item of the standard has one."""
    dates: DateRange | None = getattr(record, "dates", None)
    if not dates or not dates.also:
        return [record]
    spans: list[dict[str, Any]] = [{"dates": span} for span in reversed(dates.spans)]
    return [replace(record, **span) for span in spans]


def _facts(record: Record, style: DateStyle) -> dict[str, Any]:
    """Return the properties that the kind of a record declares, and the words of what they cannot hold."""
    facts: dict[str, Any] = {}
    words: dict[str, str] = {}
    for name, fields in record.exported.resume_properties.items():
        value = next((value for value in (getattr(record, each) for each in fields) if value), "")
        made = MADE.get(name)
        if made is None:
            facts[name] = list(value) if isinstance(value, tuple) else value
            continue
        properties = filled(made.write(record, value))
        facts |= properties
        if value and fields[0] not in ("summary",) and made.is_lost(value, properties):
            words[fields[0]] = style.print(value) if isinstance(value, DateRange) else str(value)
    return filled(facts | words | {name_of_tags(type(record)): list(record.tags)})


def _publication(publication: Publication, portfolio: Portfolio) -> dict[str, Any]:
    """Return a paper; the summary of one that is not out says so, since themes print no status, and it has no date."""
    is_out = publication.date and publication.is_dated and not publication.date.unknown
    status = _(STATUSES.get(publication.status, ""))
    result = one_line(publication.tldr or publication.abstract)
    equal = [str(author.name) for author in publication.authors if author.contributed_equally]
    imprint = imprint_of(publication)
    return filled(
        {
            "name": str(publication.title),
            "publisher": _venue(publication),
            "releaseDate": iso(publication.date.iso) if publication.date and is_out else "",
            "url": portfolio.whole_url(publication) or address_of(publication),
            "summary": _(". ").join(part for part in (status, result) if part),
            "authors": [str(author.name) for author in publication.authors],
            "equalContribution": equal if len(equal) > 1 else [],
            "venue": str(publication.venue),
            "series": imprint.series,
            "location": imprint.event_place or imprint.place,
            "year": year_of(publication) or _(year_in_words(publication)),
            "status": publication.status.value,
            "doi": publication.doi,
            "arxiv": publication.arxiv,
            "code": code_of(publication),
            "awards": list(publication.awards),
            "keywords": list(publication.tags),
        }
    )


def _venue(publication: Publication) -> str:
    """Return where it appeared, as a CV does: themes print the publisher alone, and no venue."""
    imprint = imprint_of(publication)
    if publication.venue_short and imprint.work is Work.PAPER:
        return f"{publication.venue_short} {year_of(publication)}"
    return imprint.container or imprint.publisher

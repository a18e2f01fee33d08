"""The whole CV as JSON Resume v1: what the standard has no word for stands beside it as further properties."""

import json
import re
from collections.abc import Mapping
from typing import Any

from sphinx_vita.exports.citation import Work, address_of, code_of, order_of_cv, status_of, year_in_words, year_of
from sphinx_vita.exports.imprint import imprint_of
from sphinx_vita.reading.accounts import accounts_of, homes_of
from sphinx_vita.reading.places import read_place
from sphinx_vita.reading.printable import one_line
from sphinx_vita.records import (
    Award,
    Degree,
    Event,
    Position,
    Profile,
    Publication,
    Record,
    Referee,
    Service,
    Status,
    Talk,
    Teaching,
    newest_first,
)
from sphinx_vita.records.dates import Date, DateRange
from sphinx_vita.records.portfolio import Portfolio

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
VERSION = "v1.0.0"
_STATUSES = {Status.SUBMITTED: "Under review", Status.DRAFT: "In preparation", Status.ACCEPTED: "To appear"}
_THEMES = "research/"  # the folder of the pages on themes
_DEGREE = re.compile(  # "Bachelor of Physics", "M.Sc. Physics"; a doctor of philosophy has not studied philosophy
    r"(?P<level>Bachelor|Master|Doctor|Magister)s? (?:of|der) (?!Science|Arts|Philosophy|Letters|Laws)(?P<of>.+)"
    r"|(?P<short>(?:Ph\.?\s?D|D\.?\s?Phil|[BM]\.?\s?(?:Sc|S|A|Eng|Phil|Tech|Ed|Math|Res))\.?),?\s+(?P<area>[^\W\d_].*)"
)


def dump(portfolio: Portfolio) -> str:
    """Write the résumé; papers stand as on a CV, other lists newest first; ends with a line feed."""
    profile = portfolio.profile
    sections = {
        "basics": _basics(profile, portfolio) if profile else {},
        "work": [_work(position) for position in newest_first(portfolio.of(Position))],
        "volunteer": [_volunteer(service) for service in newest_first(portfolio.of(Service))],
        "education": [_education(degree) for degree in newest_first(portfolio.of(Degree))],
        "awards": [_award(award) for award in newest_first(portfolio.of(Award))],
        "publications": [_publication(each, portfolio) for each in sorted(portfolio.publications, key=order_of_cv)],
        "interests": [{"name": page.title} for page in portfolio.pages if _is_theme(page.docname)],
        "references": [_reference(referee) for referee in portfolio.of(Referee)],
        "projects": [_project(each) for kind in (Talk, Teaching) for each in newest_first(portfolio.of(kind))],
    }
    document = {"$schema": SCHEMA, **_filled(sections), "meta": {"version": VERSION}}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _is_theme(docname: str) -> bool:
    return docname.startswith(_THEMES) and docname != f"{_THEMES}index"


def _basics(profile: Profile, portfolio: Portfolio) -> dict[str, Any]:
    return _filled(
        {
            "name": profile.name,
            "label": profile.label,
            "image": portfolio.whole_link(profile.image),
            "email": profile.email,
            "phone": profile.phone,
            "url": next(iter(homes_of(profile, portfolio.address)), ""),
            "summary": profile.summary,
            "location": _location(profile.location, portfolio.language),
            "profiles": [
                _filled({"network": account.network, "username": account.username, "url": account.url})
                for account in accounts_of(profile)
            ],
        }
    )


def _location(text: str, language: str) -> dict[str, Any]:
    place = read_place(one_line(text), language)
    if "," in place.city:  # which word is the city cannot be told
        return {"address": place.city}
    return _filled(
        {
            "address": place.street,
            "postalCode": place.postal_code,
            "city": place.city,
            "region": place.region,
            "countryCode": place.country,
        }
    )


def _work(position: Position) -> dict[str, Any]:
    facts = {
        "name": position.organization,
        "position": position.title,
        "location": position.location,
        "url": position.url,
        **_period(position.dates),
        "advisors": list(position.advisors),
        "mentors": list(position.mentors),
    }
    return _filled(facts | _story(position))


def _volunteer(service: Service) -> dict[str, Any]:
    facts = {"organization": service.venue, "position": service.role, "url": service.url, **_period(service.dates)}
    return _filled(facts | _story(service))


def _education(degree: Degree) -> dict[str, Any]:
    study, area = _study(one_line(degree.title))
    facts = {
        "institution": degree.institution,
        "url": degree.url,
        "area": area,
        "studyType": study,
        **_period(degree.dates),
        "honors": degree.honors,
        "location": degree.location,
        "advisors": list(degree.advisors),
    }
    return _filled(facts | _story(degree))


def _study(title: str) -> tuple[str, str]:
    """Cut a degree into its kind and its area: themes print both, and a gap where one is missing."""
    study, _, area = title.partition(" in ")
    match = None if area else _DEGREE.fullmatch(title)
    if not match:
        return study, area
    return match["level"] or match["short"], match["of"] or match["area"]


def _award(award: Award) -> dict[str, Any]:
    facts = {
        "title": award.title,
        "date": _iso(award.dates.start) if award.dates else "",
        "awarder": award.issuer,
        "url": award.url,
    }
    return _filled(facts | _story(award))


def _publication(publication: Publication, portfolio: Portfolio) -> dict[str, Any]:
    """Give a paper; the summary of one that is not out says so, since themes print no status, and it has no date."""
    is_out = publication.date and publication.is_dated
    status = _STATUSES.get(publication.status, status_of(publication).capitalize())
    result = one_line(publication.tldr or publication.abstract)
    equal = [str(author.name) for author in publication.authors if author.contributed_equally]
    imprint = imprint_of(publication)
    return _filled(
        {
            "name": str(publication.title),
            "publisher": _venue(publication),
            "releaseDate": _iso(publication.date) if publication.date and is_out else "",
            "url": portfolio.whole_url(publication) or address_of(publication),
            "summary": ". ".join(part for part in (status, result) if part),
            "authors": [str(author.name) for author in publication.authors],
            "equalContribution": equal if len(equal) > 1 else [],
            "venue": str(publication.venue),
            "series": imprint.series,
            "location": imprint.event_place or imprint.place,
            "year": year_of(publication) or year_in_words(publication),
            "status": publication.status.value,
            "doi": publication.doi,
            "arxiv": publication.arxiv,
            "code": code_of(publication),
            "awards": list(publication.awards),
        }
    )


def _venue(publication: Publication) -> str:
    """Say where it appeared, as a CV does: themes print the publisher alone, and no venue."""
    imprint = imprint_of(publication)
    if publication.venue_short and imprint.work is Work.PAPER:
        return f"{publication.venue_short} {year_of(publication)}"
    return imprint.container or imprint.publisher


def _reference(referee: Referee) -> dict[str, Any]:
    contact = ", ".join(part for part in (referee.affiliation, referee.email, referee.url) if part)
    facts = {
        "name": referee.name,
        "reference": referee.summary or contact,  # themes print nothing else
        "email": referee.email,
        "affiliation": referee.affiliation,
        "url": referee.url,
    }
    return _filled(facts)


def _project(event: Event) -> dict[str, Any]:
    """Give a talk or a course; `type` tells which."""
    facts = {
        "name": event.title,
        "type": event.kind,
        "entity": event.event or event.institution,
        "institution": event.institution,
        "location": event.location,
        "url": event.url or event.video,
        **_period(event.dates),
        "description": event.summary,
        "highlights": list(event.highlights),
    }
    return _filled(facts)


def _story(record: Record) -> dict[str, Any]:
    return {"summary": record.summary, "highlights": list(record.highlights)}


def _period(dates: DateRange | None) -> dict[str, str]:
    """Give the first and the last date; without a last one readers would take it as going on."""
    if not dates:
        return {}
    end = None if dates.ongoing else (dates.end or dates.start)
    return {"startDate": _iso(dates.start), "endDate": _iso(end) if end else ""}


def _iso(date: Date) -> str:
    """Give a date as the standard writes it, which has no years but those of four digits from 1000 to 2999."""
    return date.iso if 1000 <= date.year < 3000 else ""


def _filled(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is empty, and put each text on one line."""
    clean = {name: _clean(value) for name, value in facts.items()}
    return {name: value for name, value in clean.items() if value}


def _clean(value: Any) -> Any:
    if isinstance(value, list):
        return [each for each in map(_clean, value) if each]
    return one_line(value) if isinstance(value, str) else value

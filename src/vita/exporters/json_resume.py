"""The whole CV as JSON Resume v1: what the standard has no word for stands beside it as further properties."""

import json
from collections.abc import Mapping
from typing import Any

from vita.accounts import accounts_of, homes_of
from vita.dates import Date, DateRange
from vita.lines import one_line
from vita.model import (
    Award,
    Degree,
    Event,
    Position,
    Profile,
    Publication,
    Record,
    Referee,
    Service,
    Talk,
    Teaching,
    newest_first,
)
from vita.portfolio import Portfolio
from vita.works import address_of, year_of

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
VERSION = "v1.0.0"


def dump(portfolio: Portfolio) -> str:
    """Write the résumé; each list is newest first; ends with a line feed."""
    profile = portfolio.profile
    sections = {
        "basics": _basics(profile, portfolio) if profile else {},
        "work": [_work(position) for position in newest_first(portfolio.of(Position))],
        "volunteer": [_volunteer(service) for service in newest_first(portfolio.of(Service))],
        "education": [_education(degree) for degree in newest_first(portfolio.of(Degree))],
        "awards": [_award(award) for award in newest_first(portfolio.of(Award))],
        "publications": [_publication(each, portfolio) for each in _ordered(portfolio)],
        "references": [_reference(referee) for referee in portfolio.of(Referee)],
        "projects": [_project(each) for kind in (Talk, Teaching) for each in newest_first(portfolio.of(kind))],
    }
    document = {"$schema": SCHEMA, **_filled(sections), "meta": {"version": VERSION}}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _ordered(portfolio: Portfolio) -> list[Publication]:
    return sorted(portfolio.publications, key=lambda publication: (publication.newest_first, publication.key))


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
            # Which word is the city and which the country cannot be told from the text.
            "location": _filled({"address": profile.location}),
            "profiles": [
                _filled({"network": account.network, "username": account.username, "url": account.url})
                for account in accounts_of(profile)
            ],
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
    study, _, area = degree.title.partition(" in ")
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


def _award(award: Award) -> dict[str, Any]:
    facts = {
        "title": award.title,
        "date": _iso(award.dates.start) if award.dates else "",
        "awarder": award.issuer,
        "url": award.url,
    }
    return _filled(facts | _story(award))


def _publication(publication: Publication, portfolio: Portfolio) -> dict[str, Any]:
    """Give a paper; one that has not appeared has no date of release, but it has its year and its status."""
    is_out = publication.date and publication.is_dated
    return _filled(
        {
            "name": str(publication.title),
            "publisher": publication.publisher or str(publication.venue),
            "releaseDate": _iso(publication.date) if publication.date and is_out else "",
            "url": portfolio.whole_url(publication) or address_of(publication),
            "summary": str(publication.tldr or publication.abstract),
            "authors": [str(author.name) for author in publication.authors],
            "venue": str(publication.venue),
            "year": year_of(publication) or publication.year,
            "status": publication.status.value,
            "doi": publication.doi,
            "arxiv": publication.arxiv,
            "awards": list(publication.awards),
        }
    )


def _reference(referee: Referee) -> dict[str, Any]:
    facts = {
        "name": referee.name,
        "reference": referee.summary,
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

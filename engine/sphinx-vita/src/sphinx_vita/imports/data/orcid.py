"""ORCID's public record, version 3.0 of its JSON: the person, the affiliations, the fundings, the works, the reviews.

What the person has not made public stays out, its words too: the inbox is a file of a site that may be public itself.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from sphinx_vita.imports.bibtex import note_on_authors
from sphinx_vita.imports.cvs.references import Keys
from sphinx_vita.imports.data.json_values import Data, at, document_of, mapping, mappings, words
from sphinx_vita.imports.data.orcid_person import name_in, owner_in, read_person
from sphinx_vita.imports.data.orcid_values import date_in, is_public, numbers_in, period, place_in
from sphinx_vita.imports.data.orcid_works import read_work
from sphinx_vita.imports.drafts import Draft, Entry, Imported, Leftover, Section, said
from sphinx_vita.imports.judging import judged
from sphinx_vita.imports.plain_text import as_markdown

_WITHHELD = "it is not public at ORCID and stays out; make it public there, or write it yourself"
_ROLES = {"reviewer": "Reviewer", "editor": "Editor", "member": "Member", "chair": "Chair", "organizer": "Organizer"}
_ONGOING = ("position", "degree", "membership", "service")  # what has no end goes on
_ACTIVITIES = "activities-summary"
_WORKS = "Publications"


class _Affiliations(NamedTuple):
    """A list of affiliations: where it stands in the record, which kind it holds, the heading in a CV."""

    name: str
    kind: str
    title: str


_AFFILIATIONS = (
    _Affiliations("employments", "position", "Employment"),
    _Affiliations("invited-positions", "position", "Invited positions"),
    _Affiliations("educations", "degree", "Education"),
    _Affiliations("qualifications", "certificate", "Qualifications"),
    _Affiliations("distinctions", "award", "Distinctions"),
    _Affiliations("memberships", "membership", "Memberships"),
    _Affiliations("services", "service", "Service"),
)


def is_orcid(text: str) -> bool:
    """Whether a text is a record of ORCID."""
    document = mapping(document_of(text))
    return isinstance(document.get("orcid-identifier"), dict) or isinstance(document.get(_ACTIVITIES), dict)


def read_orcid(text: str) -> Imported:
    """Read a record; never raises."""
    record = mapping(document_of(text))
    activities = mapping(record.get(_ACTIVITIES))
    profile, loose, keywords = read_person(record)
    sections = [Section(title=each.title, contents=tuple(_affiliations(each, activities))) for each in _AFFILIATIONS]
    sections += [Section(title="Grants", contents=tuple(_grouped(activities, "fundings", "funding-summary", _funding)))]
    resources = tuple(_grouped(activities, "research-resources", "research-resource-summary", _resource))
    sections += [Section(title="Research resources", contents=resources)]
    unsigned: list[str] = []
    read = partial(read_work, owner=owner_in(record), keys=Keys(), unsigned=unsigned)
    sections += [Section(title=_WORKS, contents=tuple(_grouped(activities, "works", "work-summary", read)))]
    sections += [Section(title="Reviewing", contents=tuple(_reviews(activities)))]
    sections += [Section(title="Keywords", contents=keywords)]
    loose += note_on_authors(name_in(record), unsigned)
    said_in = tuple(each for each in sections if each.contents)
    return judged(Imported(profile=profile, sections=said_in, loose=tuple(loose)))


def _withheld(place: str) -> Leftover:
    return Leftover(text=place, reason=_WITHHELD, place=place)


def _affiliations(listing: _Affiliations, activities: Data) -> Iterator[Draft | Leftover]:
    """Yield what stands in a list of affiliations, each of a group by itself."""
    groups = mappings(at(activities, listing.name, "affiliation-group"))
    inner = [each for group in groups for each in mappings(group.get("summaries"))]
    summaries = [summary for each in inner for summary in mappings(list(each.values()))]
    for number, summary in enumerate(summaries, 1):
        place = f"{listing.name}, {number}"
        yield _affiliation(listing.kind, summary, place) if is_public(summary) else _withheld(place)


def _affiliation(kind: str, summary: Data, place: str) -> Draft:
    """Return an affiliation: its role is the title, or where it is where there is none."""
    role, department = words(summary, "role-title"), words(summary, "department-name")
    organization = words(summary, "organization", "name")
    title = role or department or organization
    where = ", ".join(part for part in (department, organization) if part and part != title)
    if kind == "degree":
        where = ", ".join(part for part in (organization, department) if part and part != title) or organization
    if kind == "membership":
        title, where = organization, ", ".join(part for part in (role, department) if part)
    options = {
        "dates": period(summary, is_ongoing=kind in _ONGOING),
        _WHERE[kind]: as_markdown(where),
        "location": as_markdown(place_in(at(summary, "organization", "address")))
        if kind in ("position", "degree")
        else "",
        "url": words(summary, "url", "value"),
    }
    return Draft(kind=kind, title=as_markdown(title), options=said(options.items()), place=place)


_WHERE = {"position": "organization", "degree": "institution", "certificate": "issuer", "award": "issuer",
          "membership": "role", "service": "venue"}  # fmt: skip


def _grouped(
    activities: Data, name: str, summary_name: str, read: Callable[[Data, str], Draft | Entry | Leftover]
) -> Iterator[Draft | Entry | Leftover]:
    """Yield each group once: it holds the same from several sources, of which the preferred public one counts."""
    for number, group in enumerate(mappings(at(activities, name, "group")), 1):
        place = f"{name}, {number}"
        public = [each for each in mappings(group.get(summary_name)) if is_public(each)]
        yield read(max(public, key=_preference), place) if public else _withheld(place)


def _preference(summary: Data) -> int:
    index = words(summary, "display-index")
    return int(index) if re.fullmatch(r"[0-9]{1,9}", index) else 0


def _funding(summary: Data, place: str) -> Draft:
    kind = words(summary, "type").replace("-", " ").lower()
    options = {
        "funder": as_markdown(words(summary, "organization", "name")),
        "number": as_markdown(next(iter(numbers_in(summary, "grant_number", "proposal-id")), "")),
        "amount": as_markdown(_amount(mapping(summary.get("amount")))),
        "dates": period(summary),
        "url": words(summary, "url", "value") or _address_of_grant(summary),
    }
    told = f"Type: {kind}" if kind not in ("", "grant") else ""
    body = "\n\n".join(filter(None, [as_markdown(words(summary, "short-description")), told]))
    return Draft(kind="grant", title=_title(summary), options=said(options.items()), body=body, place=place)


def _amount(amount: Data) -> str:
    """Return a sum of money: `EUR 120,000`."""
    number = words(amount, "value")
    whole = f"{int(number):,}" if number.isdecimal() and number.isascii() and len(number) < len("1" * 16) else number
    return " ".join(filter(None, (words(amount, "currency-code"), whole)))


def _address_of_grant(summary: Data) -> str:
    found = (words(each, "external-id-url", "value") for each in mappings(at(summary, "external-ids", "external-id")))
    return next(filter(None, found), "")


def _title(summary: Data) -> str:
    return as_markdown(words(summary, "title", "title", "value"))


def _resource(summary: Data, place: str) -> Draft:
    proposal = mapping(summary.get("proposal"))
    hosts = [words(each, "name") for each in mappings(at(proposal, "hosts", "organization"))]
    url = words(proposal, "url", "value")
    options = {"organization": as_markdown(", ".join(hosts)), "dates": period(proposal), "url": url}
    return Draft(kind="project", title=_title(proposal), options=said(options.items()), place=place)


def _reviews(activities: Data) -> Iterator[Draft | Leftover]:
    """Yield a record for each journal or conference that was reviewed for, with how often and in which years."""
    for number, group in enumerate(mappings(at(activities, "peer-reviews", "group")), 1):
        parts = mappings(group.get("peer-review-group"))
        inner = [each for part in parts for each in mappings(part.get("peer-review-summary"))]
        place = f"peer-reviews, {number}"
        public = [each for each in inner if is_public(each)]
        yield _review(public, place) if public else _withheld(place)


def _review(reviews: list[Data], place: str) -> Draft:
    first = reviews[0]
    years = sorted({date[:4] for each in reviews if (date := date_in(each.get("completion-date")))})
    serial = words(first, "review-group-id").partition("issn:")[2]
    count = f"{len(reviews)} reviews" if len(reviews) > 1 else ""
    role = words(first, "reviewer-role").lower()
    options = {
        "venue": as_markdown(words(first, "convening-organization", "name")),
        "dates": " – ".join(dict.fromkeys([*years[:1], *years[-1:]])),
        "type": "peer review",
        "url": words(first, "review-url", "value") if len(reviews) == 1 else "",
    }
    body = ", ".join(filter(None, [count, f"ISSN {serial}" if serial else ""]))
    title = _ROLES.get(role, role.capitalize() or "Reviewer")
    return Draft(kind="service", title=title, options=said(options.items()), body=body, place=place)

"""Pages in schema.org's words, as JSON-LD for the heads of pages: search engines read it."""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sphinx_vita.exports.citation import authors_in_head, is_pdf, split_pages, status_of
from sphinx_vita.exports.facts import filled
from sphinx_vita.reading.accounts import accounts_of, homes_of
from sphinx_vita.reading.affiliations import Affiliation, affiliations_of
from sphinx_vita.reading.imprint import imprint_of
from sphinx_vita.reading.name_parts import is_group
from sphinx_vita.reading.owner import is_owner, own_name
from sphinx_vita.reading.works import Work
from sphinx_vita.records import PAGES, Author, Name, Profile, Publication, Record, name_of
from sphinx_vita.records.portfolio import Portfolio

Data = dict[str, Any]

CONTEXT = "https://schema.org"
_BOOKS = re.compile(r"proceedings|proc\b|transactions|notes|volume|book|papers|companion|adjunct", re.IGNORECASE)
_TYPES = {
    Work.CHAPTER: "Chapter",
    Work.BOOK: "Book",
    Work.THESIS: "Thesis",
    Work.REPORT: "Report",
    Work.DATASET: "Dataset",
    Work.SOFTWARE: "SoftwareSourceCode",
}
_IDENTIFIERS = ("orcid", "isni", "viaf", "gnd", "scopus", "webofscience", "wikidata")  # catalogs of persons
_PARTS = ("givenName", "familyName", "honorificSuffix")
OF_PERSON = {  # properties of a person that name what records are about -> its type, or "" for a text
    "award": "", "hasCredential": "EducationalOccupationalCredential", "memberOf": "Organization",
    "knowsLanguage": "Language", "knowsAbout": "",
}  # fmt: skip
# No end of a script, no comment.
_FOR_JSON_IN_HTML = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})


def script(data: Mapping[str, Any]) -> str:
    """Write data as JSON that may stand as it is inside a script element of HTML."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_FOR_JSON_IN_HTML)


def profile_page(portfolio: Portfolio, *, shown: Collection[Record], has_contact: bool) -> Data:
    """Describe the home page: the person is what it is about.

    The page shows the records `shown` and, where `has_contact`, how to reach the person; no more is told of it.
    """
    profile = portfolio.profile
    return _thing(
        "ProfilePage",
        {
            "name": portfolio.title,
            "url": portfolio.address,
            "inLanguage": portfolio.language,
            "mainEntity": person(profile, portfolio, shown, has_contact=has_contact) if profile else {},
        },
        is_root=True,
    )


def person(profile: Profile, portfolio: Portfolio, shown: Collection[Record], *, has_contact: bool) -> Data:
    """Describe the person as a page shows him or her; only the profile says where somebody belongs, no position."""
    accounts, homes = accounts_of(profile), homes_of(profile, portfolio.address)
    contact = {"email": profile.email, "telephone": profile.phone, "address": profile.address or profile.location}
    own, affiliations = own_name(profile), [_affiliation(each) for each in affiliations_of(profile)]
    name = re.split(r"\s*[(（]", profile.name)[0] if own.also else profile.name
    who = {"@id": _id_of_person(portfolio), "name": name, "url": homes[0] if homes else ""}
    facts = {
        **{part: text for part, text in _named(own).items() if part in _PARTS and own.given},
        "alternateName": own.also,  # the aliases are for recognising names: no page shows them
        "description": profile.label,
        "disambiguatingDescription": profile.summary,
        "image": portfolio.whole_link(profile.image),
        **(contact if has_contact else {}),
        "sameAs": [*homes[1:], *(account.url for account in accounts)],
        "identifier": [_identifier(each.network, each.username) for each in accounts if each.field in _IDENTIFIERS],
        "affiliation": affiliations if len(affiliations) != 1 else affiliations[0],
        "alumniOf": [_organization(name, "CollegeOrUniversity") for name in _past_universities(shown)],
        **{name: _named_things(name, kind, shown) for name, kind in OF_PERSON.items()},
    }
    return _thing("Person", who | (facts if profile in shown else {}))


def scholarly_article(publication: Publication, portfolio: Portfolio) -> Data:
    """Describe a paper's page: the paper itself."""
    imprint = imprint_of(publication)
    first_page, last_page = split_pages(imprint.pages)
    date = publication.date.iso if publication.date and not publication.date.unknown else ""
    url = portfolio.whole_url(publication)
    facts = {
        "@id": url,
        "name": str(publication.title),
        "headline": str(publication.title),
        "url": url,
        "author": [_author(author, portfolio) for author in authors_in_head(publication, portfolio)],
        "editor": [_named(editor.name) for editor in publication.editors],
        # A manuscript has been written, but it is not out.
        ("datePublished" if publication.is_dated else "dateCreated"): date,
        "creativeWorkStatus": status_of(publication).capitalize(),
        **_container(publication),
        "pagination": imprint.pages,
        "pageStart": first_page,
        "pageEnd": last_page,
        "publisher": _organization(publication.publisher),
        "translator": [_named(each.name) for each in imprint.translators],
        "bookEdition": imprint.edition if imprint.work is Work.BOOK else "",
        "version": imprint.version if imprint.work in (Work.SOFTWARE, Work.DATASET) else "",
        "inLanguage": imprint.language_code,
        "identifier": [
            _identifier("DOI", publication.doi),
            _identifier("arXiv", publication.arxiv),
            *(_identifier(each.scheme, each.value) for each in publication.identifiers),
        ],
        "sameAs": [link.url for link in publication.links if link.kind in PAGES],
        "encoding": [_file(portfolio.whole_link(link.url)) for link in publication.links if is_pdf(link)],
        "abstract": str(publication.abstract),
        "description": str(publication.tldr),
        "award": list(publication.awards),
        "keywords": list(publication.keywords),
    }
    return _thing(_TYPES.get(imprint.work, "ScholarlyArticle"), facts, is_root=True)


def collection_page(title: str, url: str, publications: Sequence[Publication], portfolio: Portfolio) -> Data:
    """Describe a page that lists papers; `url` is the page's absolute address, or ""."""
    elements = [
        _thing("ListItem", {"position": position, "name": str(each.title), "url": portfolio.whole_url(each)})
        for position, each in enumerate(publications, 1)
    ]
    items = _thing("ItemList", {"numberOfItems": len(elements), "itemListElement": elements}) if elements else {}
    facts = {"name": title, "url": url, "inLanguage": portfolio.language, "mainEntity": items}
    return _thing("CollectionPage", facts, is_root=True)


def breadcrumb_list(trail: Sequence[tuple[str, str]]) -> Data:
    """Describe the way to a page: titles with absolute addresses, from the home page to the page itself."""
    elements = [
        _thing("ListItem", {"position": position, "name": title, "item": url})
        for position, (title, url) in enumerate(trail, 1)
    ]
    return _thing("BreadcrumbList", {"itemListElement": elements}, is_root=True)


def _author(author: Author, portfolio: Portfolio) -> Data:
    """Describe an author; the person whose site it is is named as the one of the home page."""
    data = _named(author.name)
    profile = portfolio.profile
    if profile and data["@type"] == "Person" and is_owner(profile, author.name):
        return data | {"@id": _id_of_person(portfolio), "url": portfolio.address} if portfolio.address else data
    return data


def _named(name: Name) -> Data:
    if is_group(name):
        return _organization(str(name))
    family = "" if name.is_single else " ".join(part for part in (name.particle, name.family) if part)
    facts = {"name": str(name), "givenName": name.given, "familyName": family, "honorificSuffix": name.suffix}
    return _thing("Person", facts)


def _container(publication: Publication) -> Data:
    """Return what the paper is a part of, or which university or institute it comes from."""
    imprint = imprint_of(publication)
    venue, work = imprint.container or str(publication.venue), imprint.work
    if work in (Work.THESIS, Work.REPORT):
        return {"sourceOrganization": _organization(imprint.publisher), "reportNumber": imprint.number}
    if work is not Work.ARTICLE:
        is_book = work is Work.BOOK
        book = {"name": venue, "isbn": "" if is_book else publication.isbn, "volumeNumber": imprint.volume}
        kind = "Book" if work is not Work.PAPER or _BOOKS.search(venue) else "Collection"  # a conference is no book
        whole = _thing("PublicationVolume" if imprint.volume else kind, book) if venue else {}
        return {"isPartOf": whole, "isbn": publication.isbn if is_book else ""}
    part = _thing("Periodical", {"name": venue, "issn": imprint.issn}) if venue else {}
    if imprint.volume:
        part = _thing("PublicationVolume", {"volumeNumber": imprint.volume, "isPartOf": part})
    if imprint.issue:
        part = _thing("PublicationIssue", {"issueNumber": imprint.issue, "isPartOf": part})
    return {"isPartOf": part}


def _named_things(name: str, kind: str, shown: Collection[Record]) -> list[Data | str]:
    """Return what a property names: an award by its whole name, other things by theirs alone."""
    records = [record for record in shown if record.exported.schema_org == name]
    if not kind:
        return [name_of(record) for record in records]
    return [_organization(str(getattr(record, record.named_by[0])), kind) for record in records]


def _past_universities(shown: Collection[Record]) -> list[str]:
    studied: list[Any] = [each for each in shown if each.exported.schema_org == "alumniOf"]
    past = [each for each in studied if each.dates and each.dates.is_over]
    return list(dict.fromkeys(getattr(each, each.named_by[-1]) for each in past))


def _id_of_person(portfolio: Portfolio) -> str:
    """Return what tells the person from others: the same in every language of the site."""
    return f"{portfolio.root or portfolio.address}#person" if portfolio.address else ""


def _organization(name: str, kind: str = "Organization") -> Data:
    return _thing(kind, {"name": name}) if name else {}


def _affiliation(affiliation: Affiliation) -> Data:
    facts = {"department": _organization(affiliation.department), "address": affiliation.place, "url": affiliation.url}
    return _organization(affiliation.organization) | filled(facts)


def _identifier(scheme: str, value: str) -> Data:
    return _thing("PropertyValue", {"propertyID": scheme, "value": value}) if value else {}


def _file(url: str) -> Data:
    return _thing("MediaObject", {"contentUrl": url, "encodingFormat": "application/pdf"}) if url else {}


def _thing(kind: str, facts: Mapping[str, Any], *, is_root: bool = False) -> Data:
    """Leave out what is empty, and put each text on one line."""
    context = {"@context": CONTEXT} if is_root else {}
    return {**context, "@type": kind, **filled(facts)}

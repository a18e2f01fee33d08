"""What formats for citations ask of a publication: first and last page, year, address, place in a list."""

import re
from dataclasses import replace
from urllib.parse import urlsplit

from sphinx_vita.locale import N_, _
from sphinx_vita.reading.links import is_web_address
from sphinx_vita.reading.name_suffixes import generation
from sphinx_vita.reading.owner import is_owner
from sphinx_vita.reading.works import Work, work_of
from sphinx_vita.records import PAGES, Author, Link, Name, Publication, Status
from sphinx_vita.records.portfolio import Portfolio

MOST_AUTHORS_IN_HEADS = 100  # of one work in the head of a page, and in the BibTeX that it shows; files have all
_STATUSES = (N_("Accepted"), N_("Submitted"), N_("Preprint"), N_("Draft"))
_ADDRESSES = (*PAGES, "project", "pdf")  # what a citation links to, the most lasting first
_OWN_ADDRESSES = {  # of works that are what stands there, and not a text about it
    Work.SOFTWARE: ("code",),
    Work.DATASET: ("data", "code"),
    Work.VIDEO: ("video",),
    Work.TALK: ("video", "slides", "poster"),
    Work.OTHER: ("code", "data", "video", "slides", "poster", "blog"),
    Work.WEBPAGE: ("blog", "code", "data", "video"),
}


def authors_in_head(publication: Publication, portfolio: Portfolio) -> list[Author]:
    """Return the authors that the head of a page names: the first ones, and the person whose site it is."""
    first, rest = publication.authors[:MOST_AUTHORS_IN_HEADS], publication.authors[MOST_AUTHORS_IN_HEADS:]
    profile = portfolio.profile
    return [*first, *(each for each in rest if profile and is_owner(profile, each.name))]


def with_first_authors(publication: Publication) -> Publication:
    """Leave thousands of authors to the files: BibTeX has `and others` for a page."""
    if len(publication.authors) <= MOST_AUTHORS_IN_HEADS:
        return publication
    return replace(publication, authors=publication.authors[:MOST_AUTHORS_IN_HEADS], has_more_authors=True)


def status_of(publication: Publication) -> str:
    """Return the word for a status that a reader must know of; "" for what has been published."""
    return "" if publication.status is Status.PUBLISHED else publication.status.value


def status_in_words(publication: Publication) -> str:
    """Return the same word as a reader reads it, in the language of the site."""
    return _(status_of(publication).capitalize())


def split_pages(pages: str) -> tuple[str, str]:
    """Return the first and the last of pages: ("377", "393") of "377–393", ("12", "") of one, ("", "") of none."""
    first, *rest = re.split(r"[\s,;+–-]+", pages.strip(" ,;+–-"))
    return first, next((page for page in reversed(rest) if page), "")


def year_of(publication: Publication) -> str:
    """Return the year in its four digits; "" where it is only told in words, such as "In press"."""
    return f"{publication.date.year:04}" if publication.date and not publication.date.unknown else ""


def year_in_words(publication: Publication) -> str:
    """Return what stands in the place of the year: its digits, or the words for what has been accepted without one."""
    return publication.year or (N_("In press") if publication.status is Status.ACCEPTED else "")


def address_of(publication: Publication) -> str:
    """Return the web address that a citation names: the DOI's, the publisher's or a repository's; "" for none."""
    links = {link.kind: link.url for link in reversed(publication.links) if is_web_address(link.url)}
    kinds = (*_ADDRESSES, *_OWN_ADDRESSES.get(work_of(publication), ()))
    return next((links[kind] for kind in kinds if kind in links), "")


def order_of_cv(publication: Publication) -> tuple[object, ...]:
    """Sorts as a CV lists: what is out or accepted, then preprints and manuscripts, each the newest first."""
    groups = (Status.PREPRINT, Status.SUBMITTED, Status.DRAFT)
    group = groups.index(publication.status) + 1 if publication.status in groups else 0
    return (group, publication.newest_first, publication.file, publication.line, publication.key)


def code_of(publication: Publication) -> str:
    """Return the address of the code in the web; "" for none."""
    return next((link.url for link in publication.links if link.kind == "code" and is_web_address(link.url)), "")


def is_pdf(link: Link) -> bool:
    """Whether a link opens the paper itself, by its address: a page about it is none, whatever field named it."""
    path = urlsplit(link.url).path.lower()
    return link.kind == "pdf" and (path.endswith(".pdf") or re.search(r"(?:^|/)e?pdf(?:/|$)", path) is not None)


def family_first(name: Name) -> str:
    """Put the family first, with the suffix beside it: what stands behind a second comma is lost on readers."""
    return f"{family_of(name)}, {name.given}" if name.given else family_of(name)


def family_of(name: Name) -> str:
    """Return the family with its particle and the generation, such as `van Buren Jr.`."""
    return " ".join(part for part in (name.particle, name.family, generation(name.suffix)) if part)


def address_of_page(publication: Publication) -> str:
    """Return the address of the page on which to read a publication: the publisher's before the DOI's; "" for none."""
    publisher = next((link.url for link in publication.links if link.kind == "publisher"), "")
    return publisher if is_web_address(publisher) else address_of(publication)

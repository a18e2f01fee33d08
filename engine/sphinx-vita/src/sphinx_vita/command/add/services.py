"""The services that know works: which numbers they know, where they are asked, and who reads the answer."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import quote, unquote

from sphinx_vita.command.add.client import Client, UnreachableError
from sphinx_vita.imports.catalogs.answers import (
    read_arxiv_atom,
    read_bibtex,
    read_google_books,
    read_open_library,
    read_openreview,
    read_pubmed,
)
from sphinx_vita.imports.catalogs.identified import Found, read_csl, with_preprint
from sphinx_vita.reading.bibtex.addresses import arxiv_in, doi_in

_CSL = "application/vnd.citationstyles.csl+json"
_PUBMED = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/efetch.fcgi?db=pubmed&retmode=xml&tool=sphinx-vita&id={}"
_OPEN_LIBRARY = "https://openlibrary.org/api/books?bibkeys=ISBN:{}&format=json&jscmd=data"


class Identified(NamedTuple):
    """The number of a work: of which kind, and bare."""

    kind: str  # a name in KINDS
    number: str


class Service(NamedTuple):
    """A service that is asked for a number."""

    address: str  # `{}` stands for the number
    read: Callable[[str], Found | None]
    accept: str = ""


class Kind(NamedTuple):
    """A kind of number: in words, how it is known, and the services that are asked, one after the other."""

    words: str
    example: str
    find: Callable[[str], str]  # gives the bare number in what was written, or ""
    services: tuple[Service, ...]


def _by(pattern: str) -> Callable[[str], str]:
    """Make what finds the group of a pattern in all that was written."""
    compiled = re.compile(pattern)

    def find(written: str) -> str:
        found = compiled.fullmatch(written)
        return next((group for group in found.groups() if group), "") if found else ""

    return find


def _arxiv(written: str) -> str:
    """Find `2505.01234v2`, `hep-th/9901001`, `arXiv:…`, an address or the DOI that arXiv gives."""
    bare = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?10\.48550/", "", written, flags=re.IGNORECASE)
    bare = re.sub(r"^arxiv\s*[:.]\s*", "", bare, flags=re.IGNORECASE)
    if re.match(r"https?://", bare):
        return arxiv_in(bare)
    return arxiv_in(bare) if re.fullmatch(r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?", bare) else ""


def _doi(written: str) -> str:
    """Find a DOI, bare or in the address of a publisher."""
    doi = doi_in(unquote(written) if written.lower().startswith("http") else written)
    if re.match(r"https?://(?!(?:dx\.)?doi\.org/)", written, re.IGNORECASE):
        doi = re.sub(r"[?#].*|/(?:full|abstract|pdf|epdf|meta|html)$", "", doi)
        doi = re.sub(r"(?<=\d)v\d+(?:\.full.*)?$", "", doi) if doi.startswith("10.1101/") else doi
    while doi.endswith(")") and doi.count("(") < doi.count(")"):
        doi = doi[:-1]
    return doi if re.match(r"(?:https?://|doi\b|info:doi|10\.)", written, re.IGNORECASE) else ""


def _isbn(written: str) -> str:
    """Find an ISBN whose last digit agrees with the others."""
    bare = re.sub(r"^(?:urn:)?isbn(?:-1[03])?[:\s]*|[\s-]", "", written, flags=re.IGNORECASE).upper()
    if re.fullmatch(r"97[89]\d{10}", bare):
        return bare if sum(int(digit) * (1 + 2 * (place % 2)) for place, digit in enumerate(bare)) % 10 == 0 else ""
    if re.fullmatch(r"\d{9}[\dX]", bare):
        digits = [10 if digit == "X" else int(digit) for digit in bare]
        return bare if sum(digit * (10 - place) for place, digit in enumerate(digits)) % 11 == 0 else ""
    return ""


# In this order a number is tried, the surest signs first.
KINDS: dict[str, Kind] = {
    "arxiv": Kind("arXiv", "2505.01234", _arxiv, (
        Service("https://export.arxiv.org/api/query?max_results=1&id_list={}", read_arxiv_atom),)),
    "acl": Kind("the ACL Anthology", "2022.acl-long.999", _by(
        r"(?:https?://(?:www\.)?(?:aclanthology\.org|aclweb\.org/anthology)/|(?i:acl):\s*)?"
        r"([A-Z]\d{2}-\d{4}|\d{4}\.[a-z][\w-]*\.\d+)(?:/|\.pdf|\.bib)?"), (
        Service("https://aclanthology.org/{}.bib", lambda text: next(iter(read_bibtex(text)), None)),)),
    "openreview": Kind("OpenReview", "openreview:rJXMpikCZ", _by(
        r"https?://(?:www\.)?openreview\.net/(?:forum|pdf)\?(?:.*&)?id=([\w-]+)(?:[&#].*)?|(?i:openreview):\s*([\w-]+)"
        r"|(?=[\w-]*[A-Z])(?=[\w-]*[a-z])(?=[\w-]*[\d_A-Z-][\w-]*[\d_A-Z-])([A-Za-z][\w-]{8,12})"), (
        Service("https://api2.openreview.net/notes?id={}", read_openreview),
        Service("https://api.openreview.net/notes?id={}", read_openreview))),
    "pmid": Kind("PubMed", "PMID:31452104", _by(
        r"(?i:https?://(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/|pmid[:\s]*|pubmed:\s*)"
        r"([1-9]\d{0,8})/?|([1-9]\d{5,8})"), (Service(_PUBMED, read_pubmed),)),
    "isbn": Kind("ISBN", "978-0-306-40615-7", _isbn, (
        Service(_OPEN_LIBRARY, read_open_library),
        Service("https://www.googleapis.com/books/v1/volumes?q=isbn:{}", read_google_books))),
    "doi": Kind("DOI", "10.1145/1234567.7654321", _doi, (Service("https://doi.org/{}", read_csl, _CSL),)),
}  # fmt: skip


def identify(written: str) -> Identified | None:
    """Tell what kind of number something is; None where it is none that can be looked up.

    >>> identify("https://arxiv.org/abs/2505.01234v2")
    Identified(kind='arxiv', number='2505.01234')
    """
    bare = written.strip().strip("<>").rstrip(",;")
    return next((Identified(name, found) for name, kind in KINDS.items() if (found := kind.find(bare))), None)


def look_up(identified: Identified, client: Client) -> Found | None:
    """Ask for a work, and for the version that has appeared where this is its preprint; None where nobody knows it."""
    found = _ask(identified, client)
    if found is None or not found.published_as:
        return found
    try:
        published = _ask(Identified("doi", found.published_as), client)
    except UnreachableError:  # what there is of it is enough
        return found
    return with_preprint(published, found) if published else found


def _ask(identified: Identified, client: Client) -> Found | None:
    for service in KINDS[identified.kind].services:
        answer = client.ask(service.address.format(quote(identified.number, safe="/:.-()")), service.accept)
        found = service.read(answer) if answer else None
        if found:
            return replace(found, key="")  # the site has keys of its own
    return None

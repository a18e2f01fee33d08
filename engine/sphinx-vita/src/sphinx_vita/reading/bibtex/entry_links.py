"""What there is to open for an entry: each target once, each under a name of its own."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from urllib.parse import quote, urlsplit

from sphinx_vita.reading.bibtex.addresses import addresses_in, arxiv_in, doi_in
from sphinx_vita.reading.bibtex.identifiers import identifier_in, page_of
from sphinx_vita.reading.bibtex.known_fields import LINKS, link_name
from sphinx_vita.reading.links import check_file_link, check_link, is_web_address
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.records import LINK_LABELS, Identifier, Link

_OF_ONE_KIND = ("code", "project", "data", "slides", "poster", "video", "supplement", "blog")  # whatever they open
_MAY_HOLD_AN_ADDRESS = ("eprint", "howpublished", "doi", "arxiv")
_PDF = re.compile(
    r"\.pdf(?:$|[?#])|/e?pdf(?:direct|plus|ft)?(?:/|$|[?#])|[?&](?:format|type|output)=pdf|/stamp/stamp\.jsp"
    r"|://(?:www\.)?openreview\.net/(?:pdf|attachment)\?|://osf\.io/[\w/-]+/download|/[a-z]{2,20}-[0-9]{7,8}(?:v[0-9]+)?/document$",
    re.IGNORECASE,
)
_PAGE = re.compile(  # about a work, with no more than its abstract
    r"\.(?:x?html?|php|aspx?|jsp)(?:$|[?#])|/doi/(?:abs/|full/|abstract/)?10\.|/abs(?:tract)?s?(?:/|$|[?#])|doi\.org/"
    r"|/science/article/|ieeexplore\.ieee\.org/(?:abstract/)?document/|link\.springer\.com/(?:article|chapter|book)/"
    r"|nature\.com/articles/[\w.-]+$|aclanthology\.org/[\w.-]+/?$|researchgate\.net/publication/|academia\.edu/[0-9]"
    r"|scholar\.google|dblp\.(?:org|uni-trier\.de)|://[^/]+/?$",
    re.IGNORECASE,
)
_HOSTS = {  # of repositories that have no numbers of their own
    "psyarxiv.com": "PsyArXiv", "chemrxiv.org": "ChemRxiv", "researchsquare.com": "Research Square",
    "preprints.org": "Preprints.org", "techrxiv.org": "TechRxiv", "authorea.com": "Authorea", "essoar.org": "ESSOAr",
    "eartharxiv.org": "EarthArXiv", "ecoevorxiv.org": "EcoEvoRxiv", "engrxiv.org": "engrXiv",
    "peerj.com/preprints": "PeerJ Preprints", "philsci-archive.pitt.edu": "PhilSci-Archive",
    "mpra.ub.uni-muenchen.de": "MPRA", "ling.auf.net": "LingBuzz", "vixra.org": "viXra", "eccc.weizmann.ac.il": "ECCC",
    "optimization-online.org": "Optimization Online", "zenodo.org": "Zenodo", "figshare.com": "figshare",
    "osf.io": "OSF", "ssrn.com": "SSRN", "biorxiv.org": "bioRxiv", "medrxiv.org": "medRxiv",
}  # fmt: skip
_WORDS_FOR_NOTHING = ("tba", "tbd", "n/a", "none", "coming soon", "soon", "false", "no", "null", "xxx", "?")

Refusal = tuple[str, Mistake, str]  # the field, what is wrong, and what to do


def refused_links(fields: Mapping[str, str]) -> Iterator[Refusal]:
    """Yield the fields whose address nobody can or may follow."""
    for name, address in _addresses(fields):
        problem = _problem(_kind(name, address)[0], address)
        if problem:
            yield name, problem[0], f"field '{name}': {problem[1]}"


def read_links(
    fields: Mapping[str, str], doi: str, arxiv: str, identifiers: Iterable[Identifier] = ()
) -> tuple[Link, ...]:
    """Return the links in the order of their buttons: no target twice, no two of one name."""
    links = [Link(kind="arxiv", url=f"https://arxiv.org/abs/{arxiv}")] if arxiv else []
    if doi and not (arxiv and doi.lower().startswith("10.48550/")):
        links.append(Link(kind="doi", url="https://doi.org/" + quote(doi, safe="/:;()._-")))
    links += [Link(kind=each.scheme, url=page_of(each)) for each in identifiers]
    links += [_link(name, address) for name, address in _addresses(fields)]
    order = list(LINK_LABELS)
    unique: dict[str, Link] = {}
    for link in sorted(links, key=lambda link: order.index(link.kind)):
        unique.setdefault(_target(link.url), link)
    return tuple(_with_own_names(unique.values()))


def _addresses(fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield every address of an entry with its field, spelt as a browser wants it."""
    for name, value in fields.items():
        if link_name(name) in LINKS or name in _MAY_HOLD_AN_ADDRESS:
            for address in addresses_in(value):
                if _is_meant_as_link(name, address):
                    yield name, re.sub(r"\s", "%20", address) if re.match(r"https?://", address) else address


def _is_meant_as_link(name: str, address: str) -> bool:
    """Whether a field that may hold other things holds an address; what is no DOI is told elsewhere."""
    if name in ("eprint", "howpublished"):
        return re.match(r"https?://", address) is not None
    if name == "doi":
        return not doi_in(address) and is_web_address(address)
    if name == "arxiv":
        return not arxiv_in(address)
    if LINKS.get(link_name(name)) == "publisher" and address.lower().startswith("doi:"):
        return False
    return not (name == "data" and address.lower() in ("true", "yes"))


def _link(name: str, address: str) -> Link:
    identifier = identifier_in(address)
    kind, label = _kind(name, address)
    return Link(kind=kind, url=page_of(identifier) if identifier and kind == identifier.scheme else address, name=label)


def _kind(name: str, address: str) -> tuple[str, str]:
    """Return what an address opens, and a name where the kind has none: by its field, its host and its ending."""
    kind = LINKS.get(link_name(name), "publisher")
    if kind in _OF_ONE_KIND:
        return kind, ""
    if _PDF.search(address) or (kind == "preprint" and not re.match(r"[a-z]+:", address, re.IGNORECASE)):
        return "pdf", ""
    if re.match(r"https?://(?:[\w-]+\.)?arxiv\.org/", address) and arxiv_in(address):
        return "arxiv", ""
    if identifier := identifier_in(address):
        return identifier.scheme, ""
    if label := _repository(address):
        return "repository", label
    if kind == "preprint":
        return "repository", ""
    if kind == "pdf":
        return ("publisher" if re.match(r"https?://", address) and _PAGE.search(address) else "pdf"), ""
    if re.match(r"https?://(?:www\.)?(?:github|gitlab)\.com/", address):
        return "code", ""
    if re.match(r"https?://(?:www\.)?(?:youtube\.com|youtu\.be|vimeo\.com)/", address):
        return "video", ""
    return "publisher", ""


def _repository(address: str) -> str:
    """Return the name of the repository that has an address; "" where none is known."""
    place = re.sub(r"^https?://(?:www\.|papers\.)?", "", address.lower())
    return next((name for host, name in _HOSTS.items() if re.match(rf"(?:[\w-]+\.)?{re.escape(host)}/.", place)), "")


def _problem(kind: str, address: str) -> tuple[Mistake, str] | None:
    if address.lower().strip(" .") in _WORDS_FOR_NOTHING:
        return Mistake.INVALID_LINK, f"{address!r} is no link; leave the field out until there is one"
    if " " in address and not re.match(r"https?://", address) and "." not in address:
        return Mistake.INVALID_LINK, f"{address[:80]!r} is no link; write an address or the name of a file"
    return check_link(address) if kind == "arxiv" else check_file_link(address)


def _target(url: str) -> str:
    """Return one spelling to addresses that open the same."""
    if re.match(r"https?://(?:dx\.|www\.)?doi\.org/", url, re.IGNORECASE) and (doi := doi_in(url)):
        bare = doi.lower()
        return bare.replace("10.48550/arxiv.", "arxiv.org/abs/") if bare.startswith("10.48550/") else f"doi:{bare}"
    if identifier := identifier_in(url):
        return f"{identifier.scheme}:{identifier.value.lower()}"
    bare = re.sub(r"^https?://(?:www\.|dx\.|export\.)?", "", url.strip(), flags=re.IGNORECASE).rstrip("/").lower()
    if bare.startswith("arxiv.org/"):
        return re.sub(r"v[0-9]+$", "", bare.removesuffix(".pdf"))
    return bare


def _with_own_names(links: Iterable[Link]) -> Iterator[Link]:
    """Tell links of one name apart: by their host, or by a number where they have one host."""
    hosts: dict[str, set[str]] = {}
    for link in links:
        host = urlsplit(link.url).netloc.removeprefix("www.")
        taken = hosts.setdefault(link.label, set())
        by_host = f"{link.label} ({host})"
        if not taken:
            yield link
        elif host and host not in taken:
            yield replace(link, name=by_host)
        else:
            yield replace(link, name=f"{link.label} {len(taken) + 1}")
        taken.add(host if host not in taken else f"{host} {len(taken) + 1}")

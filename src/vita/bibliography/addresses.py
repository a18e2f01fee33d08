"""Identifiers and links of an entry: DOI, arXiv, PDF, code, slides and what else there is to open."""

import re
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import quote, unquote

from vita.inline_html import address_in, without_tags
from vita.links import check_file_link, check_link, is_web_address
from vita.mistakes import Mistake
from vita.model import LINK_LABELS, Link
from vita.tex import plain_address

Tell = Callable[[Mistake, str], None]

_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s\"]+")
_DOI_PREFIX = re.compile(r"(?:https?://)?(?:[\w.-]*doi\.org/)|doi\s*:?\s*|info:doi/", re.IGNORECASE)
_NEW_ARXIV = re.compile(r"(?<![0-9.])([0-9]{4}\.[0-9]{4,5})(?:v[0-9]+)?(?![0-9])")
_OLD_ARXIV = re.compile(r"(?<![a-z-])([a-z-]{2,20}(?:\.[A-Z]{2})?/[0-9]{7})(?:v[0-9]+)?(?![0-9])")
_KINDS = {
    **dict.fromkeys(("pdf", "fulltext", "preprint", "postprint"), "pdf"),
    **dict.fromkeys(("url", "html", "publisher_url", "link"), "publisher"),
    **dict.fromkeys(("code", "github", "software", "repository", "repo"), "code"),
    **dict.fromkeys(("website", "project", "homepage", "project_page", "webpage", "demo"), "project"),
    **dict.fromkeys(("data", "dataset", "datasets"), "data"),
    **dict.fromkeys(("slides", "presentation"), "slides"),
    "poster": "poster",
    **dict.fromkeys(("video", "youtube", "recording", "talk"), "video"),
    **dict.fromkeys(("supp", "supplement", "supplementary", "appendix"), "supplement"),
    **dict.fromkeys(("blog", "blogpost", "zhihu"), "blog"),
}
_OF_FILES = ("pdf", "publisher", "slides", "poster", "video", "supplement", "data", "code", "project", "blog")
_WORDS_FOR_NOTHING = (
    "tbd",
    "tba",
    "todo",
    "n/a",
    "na",
    "none",
    "coming soon",
    "soon",
    "false",
    "no",
    "null",
    "xxx",
    "?",
)


def read_doi(fields: Mapping[str, str], tell: Tell) -> str:
    """Give the bare DOI, of the field or of the address in `url`."""
    written = _address(fields.get("doi", ""))
    doi = doi_in(written)
    if written and not doi:
        is_address = is_web_address(written)
        then = "put an address into the field 'url'" if is_address else "leave the field out until there is one"
        tell(Mistake.INVALID_LINK, f"{written[:80]!r} is no DOI; write it like '10.1145/3779212.3790140', or {then}")
    if doi:
        return doi
    addresses = [_address(fields.get(name, "")) for name in ("url", "html", "link", "ee")]
    said = [url for url in addresses if "doi.org/" in url.lower() or url.lower().startswith("doi:")]
    return next((found for found in map(doi_in, said) if found), "")


def doi_in(text: str) -> str:
    """Give the bare DOI of an address or a text, empty where there is none."""
    bare = text.strip()
    while prefix := _DOI_PREFIX.match(bare):
        bare = bare[prefix.end() :]
    if re.match(r"https?://", bare) or "%2F" in bare[:20].upper():
        bare = unquote(bare).partition("?")[0]
    found = _DOI.match(bare) or (_DOI.search(bare) if "/10." in bare else None)
    return found[0].rstrip(".,;") if found else ""


def read_arxiv(fields: Mapping[str, str], doi: str) -> str:
    """Give the bare arXiv identifier, without its version, wherever the entry has it."""
    archive = (fields.get("archiveprefix", "") or fields.get("eprinttype", "")).strip().lower()
    eprint = _address(fields.get("eprint", ""))
    candidates = [_address(fields.get(name, "")) for name in ("arxiv", "arxivid", "arxiv_id")]
    candidates += [eprint] if archive in ("", "arxiv") and not re.match(r"https?:", eprint) else []
    venue = " ".join(fields.get(name, "") for name in ("journal", "journaltitle", "howpublished", "booktitle"))
    if re.search(r"arxiv|corr\b", venue, re.IGNORECASE):
        candidates += [venue, fields.get("volume", ""), fields.get("number", ""), fields.get("pages", "")]
    candidates += [doi.lower().removeprefix("10.48550/arxiv.")] if doi.lower().startswith("10.48550/") else []
    addresses = [_address(fields.get(name, "")) for name in ("url", "html", "eprint", "pdf")]
    candidates += [address for address in addresses if "arxiv.org/" in address.lower()]
    found = next((identifier for identifier in map(arxiv_in, candidates) if identifier), "")
    if not found and archive == "arxiv" and re.fullmatch(r"[0-9]{7}", eprint):
        primary = fields.get("primaryclass", "").strip().partition(".")[0]
        return f"{primary}/{eprint}" if primary else ""
    return found


def arxiv_in(text: str) -> str:
    """Give the identifier in `arXiv:2606.00188v2` or an address of arXiv, empty in the address of another host."""
    if re.match(r"(?:https?:)?//", text.strip()) and "arxiv.org" not in text.lower():
        return ""
    found = _NEW_ARXIV.search(text) or _OLD_ARXIV.search(text)
    return found[1] if found else ""


def read_links(fields: Mapping[str, str], doi: str, arxiv: str, tell: Tell) -> tuple[Link, ...]:
    """Give the links in the order of their buttons, each address once."""
    links = [Link(kind="arxiv", url=f"https://arxiv.org/abs/{arxiv}")] if arxiv else []
    if doi and not (arxiv and doi.lower().startswith("10.48550/")):
        links.append(Link(kind="doi", url="https://doi.org/" + quote(doi, safe="/:;()._-")))
    links += _written_links(fields, doi, arxiv, tell)
    order = list(LINK_LABELS)
    unique = {_same(link.url): link for link in reversed(links)}
    return tuple(sorted(reversed(unique.values()), key=lambda link: order.index(link.kind)))


def read_file(fields: Mapping[str, str], name: str, tell: Tell) -> str:
    """Give a field that is the address of a file; empty and told where it cannot be one."""
    address = _address(fields.get(name, ""))
    problem = check_file_link(address) if address else None
    if problem:
        tell(problem[0], f"field '{name}': {problem[1]}")
    return "" if problem else address


def _written_links(fields: Mapping[str, str], doi: str, arxiv: str, tell: Tell) -> Iterator[Link]:
    for name, value in fields.items():
        address = _address(value) if name in _KINDS or name in ("eprint", "howpublished", "doi", "arxiv") else ""
        if not address or not _is_meant_as_link(name, address):
            continue
        if name in ("url", "html") and doi and doi_in(address) == doi and "doi.org/" in address:
            continue
        if name in ("url", "html") and address.lower().startswith("doi:"):
            continue
        if arxiv and "arxiv.org/abs" in address and arxiv_in(address) == arxiv:
            continue
        kind, address = _kind(name, address), _encoded(address)
        problem = _problem(kind, address)
        if problem:
            tell(problem[0], f"field '{name}': {problem[1]}")
        else:
            yield Link(kind=kind, url=address)


def _is_meant_as_link(name: str, address: str) -> bool:
    """Whether a field that may hold other things holds an address; what is no DOI is told elsewhere."""
    if name in ("eprint", "howpublished"):
        return re.match(r"https?://", address) is not None
    if name == "doi":
        return not doi_in(address) and is_web_address(address)
    if name == "arxiv":
        return not arxiv_in(address)
    return not (name == "data" and address.lower() in ("true", "yes"))


def _kind(name: str, address: str) -> str:
    """Tell what an address opens: by its field, and where that says little by its host and ending."""
    kind = _KINDS.get(name, "publisher")
    if kind == "publisher":
        if re.search(r"\.pdf(?:$|[?#])", address, re.IGNORECASE) or "arxiv.org/pdf/" in address:
            return "pdf"
        if re.match(r"https?://(?:www\.)?(?:github|gitlab)\.com/", address):
            return "code"
        if re.match(r"https?://(?:www\.)?(?:youtube\.com|youtu\.be|vimeo\.com)/", address):
            return "video"
    return kind


def _problem(kind: str, address: str) -> tuple[Mistake, str] | None:
    if address.lower().strip(" .") in _WORDS_FOR_NOTHING:
        return Mistake.INVALID_LINK, f"{address!r} is no link; leave the field out until there is one"
    if " " in address and not re.match(r"https?://", address) and "." not in address:
        return Mistake.INVALID_LINK, f"{address[:80]!r} is no link; write an address or the name of a file"
    return check_file_link(address) if kind in _OF_FILES else check_link(address)


def _address(value: str) -> str:
    """Give the address that a value means: of its HTML, of its TeX, of the first of several, on one line."""
    address = address_in(value) or plain_address(without_tags(value))
    first, *others = re.split(r"[,;]?\s+(?=https?://)", address)
    return first if others and first.startswith("http") else address


def _encoded(address: str) -> str:
    return re.sub(r"\s", "%20", address) if re.match(r"https?://", address) else address


def _same(url: str) -> str:
    """Spell addresses that differ in nothing that matters alike."""
    return re.sub(r"^https?://(?:www\.|dx\.)?", "", url).rstrip("/").lower()

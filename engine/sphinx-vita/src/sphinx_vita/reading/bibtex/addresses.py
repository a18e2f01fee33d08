"""The addresses in the fields of an entry, and the DOI and the number at arXiv wherever they are written."""

import re
from collections.abc import Callable, Mapping
from urllib.parse import unquote

from sphinx_vita.reading.inline_html import address_in, without_tags
from sphinx_vita.reading.latex.islands import plain_address
from sphinx_vita.reading.links import check_file_link, is_web_address
from sphinx_vita.reading.mistakes import Mistake

Tell = Callable[[Mistake, str], None]

_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s\"]+")
_DOI_PREFIX = re.compile(r"(?:https?://)?(?:[\w.-]*doi\.org/)|doi\s*:?\s*|info:doi/", re.IGNORECASE)
_NEW_ARXIV = re.compile(r"(?<![0-9.])([0-9]{4}\.[0-9]{4,5})(?:v[0-9]+)?(?![0-9])")
_OLD_ARXIV = re.compile(r"(?<![a-z-])([a-z-]{2,20}(?:\.[A-Z]{2})?/[0-9]{7})(?:v[0-9]+)?(?![0-9])")


def read_doi(fields: Mapping[str, str], tell: Tell) -> str:
    """Return the bare DOI, of the field or of the address in `url`."""
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
    """Return the bare DOI of an address or a text, empty where there is none."""
    bare = text.strip()
    while prefix := _DOI_PREFIX.match(bare):
        bare = bare[prefix.end() :]
    if re.match(r"https?://", bare) or "%2F" in bare[:20].upper():
        bare = unquote(bare).partition("?")[0]
    found = _DOI.match(bare) or (_DOI.search(bare) if "/10." in bare else None)
    return found[0].rstrip(".,;") if found else ""


def read_arxiv(fields: Mapping[str, str], doi: str) -> str:
    """Return the bare arXiv identifier, without its version, wherever the entry has it."""
    archive = (fields.get("archiveprefix", "") or fields.get("eprinttype", "")).strip().lower()
    eprint = _address(fields.get("eprint", ""))
    candidates = [_address(fields.get(name, "")) for name in ("arxiv", "arxivid", "arxiv_id")]
    candidates += [eprint] if archive in ("", "arxiv") and not re.match(r"https?:", eprint) else []
    venue = " ".join(fields.get(name, "") for name in ("journal", "journaltitle", "howpublished", "booktitle"))
    if re.search(r"arxiv|corr\b", venue, re.IGNORECASE):
        candidates += [venue, fields.get("volume", ""), fields.get("number", ""), fields.get("pages", "")]
    candidates += [doi.lower().removeprefix("10.48550/arxiv.")] if doi.lower().startswith("10.48550/") else []
    names = ("url", "html", "eprint", "pdf", "preprint", "postprint", "link", "ee")
    addresses = [_address(fields.get(name, "")) for name in names]
    candidates += [address for address in addresses if "arxiv.org/" in address.lower()]
    found = next((identifier for identifier in map(arxiv_in, candidates) if identifier), "")
    if not found and archive == "arxiv" and re.fullmatch(r"[0-9]{7}", eprint):
        primary = fields.get("primaryclass", "").strip().partition(".")[0]
        return f"{primary}/{eprint}" if primary else ""
    return found


def arxiv_in(text: str) -> str:
    """Return the identifier in `arXiv:2606.00188v2` or an address of arXiv, empty in the address of another host."""
    if re.match(r"(?:https?:)?//", text.strip()) and "arxiv.org" not in text.lower():
        return ""
    found = _NEW_ARXIV.search(text) or _OLD_ARXIV.search(text)
    return found[1] if found else ""


def read_file(fields: Mapping[str, str], name: str, tell: Tell) -> str:
    """Return a field that is the address of a file; empty and told where it cannot be one."""
    address = _address(fields.get(name, ""))
    problem = check_file_link(address) if address else None
    if problem:
        tell(problem[0], f"field '{name}': {problem[1]}")
    return "" if problem else address


def addresses_in(value: str) -> list[str]:
    """Return the addresses that a value means, on one line each: of its HTML, of its TeX, of several in one field."""
    address = address_of(value)
    if address[:4].lower() != "http":
        return [address] if address else []
    return [part for part in re.split(r"(?:[,;|]|\s+and|\s+or|\s+&)?\s+(?=https?://)", address) if part]


def address_of(value: str) -> str:
    """Return a value without its HTML and its TeX, on one line."""
    return address_in(value) or plain_address(without_tags(value))


def _address(value: str) -> str:
    """Return the first of the addresses that a value means."""
    return next(iter(addresses_in(value)), "")

"""Works of ORCID's record, in the words of CSL, made entries of a bibliography."""

from typing import Any

from sphinx_vita.imports.cvs.references import Keys
from sphinx_vita.imports.data.csl_json import work_of
from sphinx_vita.imports.data.json_values import Data, at, mappings, words
from sphinx_vita.imports.data.orcid_values import date_in, numbers_in
from sphinx_vita.imports.drafts import Draft, Entry, Leftover
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.reading.names import parse_person
from sphinx_vita.records import Name

_AUTHORS = ("", "author", "co-author", "writing-original-draft")  # roles
_NUMBERS = {"DOI": ("doi",), "ISBN": ("isbn",), "ISSN": ("issn",), "PMID": ("pmid",), "PMCID": ("pmc",)}


def read_work(summary: Data, place: str, owner: Data, keys: Keys, unsigned: list[str]) -> Draft | Entry | Leftover:
    """Make the entry of a work; one that names no authors stands as by the owner, and its key goes into `unsigned`."""
    authors = [owner if _is_same(each, owner) else each for each in _authors(summary)]
    item = {
        "type": words(summary, "type"),
        "title": words(summary, "title", "title", "value"),
        "subtitle": words(summary, "title", "subtitle", "value"),
        "container-title": words(summary, "journal-title", "value") or words(summary, "journal-title"),
        "issued": {"raw": date_in(summary.get("publication-date"))},
        "URL": words(summary, "url", "value"),
        "abstract": words(summary, "short-description"),
        "author": authors or ([owner, {"literal": "others"}] if owner else []),
        **{name: next(iter(numbers_in(summary, *types)), "") for name, types in _NUMBERS.items()},
    }
    arxiv = next(iter(numbers_in(summary, "arxiv")), "")
    item |= {"archive": "arXiv", "archive_location": arxiv.lower().removeprefix("arxiv:")} if arxiv else {}
    made = work_of(item, place, keys)
    if isinstance(made, Entry) and owner and not authors:
        unsigned.append(made.key)
    return made


def _authors(summary: Data) -> list[dict[str, Any]]:
    """Return the authors that a whole work names, or the BibTeX that was handed in with it."""
    found = []
    for each in mappings(at(summary, "contributors", "contributor")):
        role = words(each, "contributor-attributes", "contributor-role").lower()
        name = words(each, "credit-name", "value")
        if name and role.rpartition("/")[2].strip() in _AUTHORS:
            found.append(_person(parse_person(name)))
    if found or "bibtex" not in words(summary, "citation", "citation-type").lower():
        return found
    cited = read_bibliography(str(at(summary, "citation", "citation-value") or ""), file="").publications[:1]
    return [_person(each.name) for publication in cited for each in publication.authors]


def _is_same(person: Data, owner: Data) -> bool:
    return bool(owner) and _whole(person) == _whole(owner)


def _whole(person: Data) -> str:
    parts = (words(person, part) for part in ("given", "non-dropping-particle", "family", "literal"))
    return " ".join(filter(None, parts)).casefold()


def _person(name: Name) -> dict[str, Any]:
    if name.is_single:
        return {"literal": name.family}
    return {"family": name.family, "given": name.given, "non-dropping-particle": name.particle, "suffix": name.suffix}

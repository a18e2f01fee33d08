"""The works that ORCID, DBLP and OpenAlex list for a person: titles, and the numbers that lead to the rest."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sphinx_vita.imports.catalogs.answers import read_bibtex
from sphinx_vita.imports.catalogs.identified import (
    Found,
    arxiv_fields,
    date_fields,
    found_of,
    name_of,
    read_json,
    text_in,
)
from sphinx_vita.imports.catalogs.tex_titles import tex_of
from sphinx_vita.reading.bibtex.addresses import arxiv_in, doi_in
from sphinx_vita.reading.latex.text import plain

_OF_ORCID = {"doi": "doi", "arxiv": "arxiv", "pmid": "pmid", "isbn": "isbn"}  # in the order in which they are asked
_TYPES = {
    "article": "article",
    "preprint": "misc",
    "book-chapter": "incollection",
    "book": "book",
    "dissertation": "phdthesis",
    "dataset": "dataset",
    "report": "techreport",
}
_OF_CORR = ("journal", "volume", "url", "doi", "eprinttype")  # what DBLP writes for arXiv
_WHERE = {"article": "journal", "incollection": "booktitle", "misc": "howpublished"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A work on a person's list: its numbers, the surest first, and what the list itself says of it."""

    title: str
    year: str = ""
    venue: str = ""
    numbers: tuple[str, ...] = ()  # as an owner could write them
    found: Found | None = None  # what the list itself says of it
    is_whole: bool = False  # so that nobody else need be asked


def read_orcid_works(text: str) -> list[Listed]:
    """Read `…/v3.0/<iD>/works` of ORCID: each group of records of one work once, those that are public alone."""
    listed = []
    for group in _each(read_json(text).get("group")):
        summary = next(
            (each for each in _each(group.get("work-summary")) if each.get("visibility") in (None, "public", "PUBLIC")),
            {},
        )
        title = _inside(summary, "title", "title", "value")
        if title:
            year = _inside(summary, "publication-date", "year", "value")
            venue = _inside(summary, "journal-title", "value")
            numbers = tuple(_orcid_numbers(group, summary))
            listed.append(Listed(title=plain(tex_of(title)), year=year, venue=venue, numbers=numbers))
    return listed


def read_openalex_works(text: str) -> tuple[list[Listed], str]:
    """Read a page of OpenAlex' works, and the cursor of the next; "" behind the last."""
    data = read_json(text)
    works = [_openalex(each) for each in _each(data.get("results"))]
    return [each for each in works if each.title], _inside(data, "meta", "next_cursor")


def read_dblp(text: str) -> list[Listed]:
    """Read the BibTeX that DBLP gives of a person; what it says of itself is left out."""
    return [_of_dblp(each) for each in read_bibtex(text) if each.entry_type != "proceedings" or "editor" in each.fields]


def _orcid_numbers(group: Mapping[str, Any], summary: Mapping[str, Any]) -> Iterator[str]:
    ids = [
        (text_in(each.get("external-id-type")).lower(), text_in(each.get("external-id-value")))
        for one in (group, summary)
        for each in _each(
            one.get("external-ids", {}).get("external-id") if isinstance(one.get("external-ids"), Mapping) else None
        )
        if text_in(each.get("external-id-relationship")).lower() in ("", "self")
    ]
    prefixes = {"arxiv": "arXiv:", "pmid": "PMID:", "isbn": "ISBN "}
    for kind in _OF_ORCID:
        for number in dict.fromkeys(value for name, value in ids if name == kind and value):
            bare = doi_in(number) if kind == "doi" else arxiv_in(number) if kind == "arxiv" else number
            if bare:
                yield prefixes.get(kind, "") + bare.removeprefix(prefixes.get(kind, "-"))


def _openalex(work: Mapping[str, Any]) -> Listed:
    title = text_in(work.get("title")) or text_in(work.get("display_name"))
    doi = doi_in(text_in(work.get("doi")))
    year = text_in(work.get("publication_year"))
    venue = _inside(work, "primary_location", "source", "display_name")
    arxiv = arxiv_in(_inside(work, "primary_location", "landing_page_url"))
    entry_type = _TYPES.get(text_in(work.get("type")), "misc")
    names = (
        text_in(each.get("raw_author_name")) or _inside(each, "author", "display_name")
        for each in _each(work.get("authorships"))
    )
    first, last = _inside(work, "biblio", "first_page"), _inside(work, "biblio", "last_page")
    fields = [
        ("title", tex_of(title)),
        ("author", " and ".join(name_of(name) for name in names if name)),
        (_WHERE.get(entry_type, "series"), tex_of(venue)),
        *date_fields(int(part) for part in text_in(work.get("publication_date")).split("-")[:2] if part.isdecimal()),
        ("volume", _inside(work, "biblio", "volume")),
        ("number", _inside(work, "biblio", "issue")),
        ("pages", first if not last or first == last else f"{first}--{last}"),
        ("doi", doi),
        *(arxiv_fields(arxiv) if arxiv else []),
    ]
    numbers = ((doi,) if doi else ()) + ((f"arXiv:{arxiv}",) if arxiv else ())
    found = found_of(entry_type, fields)
    return Listed(title=plain(tex_of(title)), year=year, venue=venue, numbers=numbers, found=found)


def _of_dblp(found: Found) -> Listed:
    """Take an entry of DBLP as it is, without its own bookkeeping; CoRR is arXiv."""
    left_out = ("timestamp", "biburl", "bibsource")
    fields = {name: value for name, value in found.fields.items() if name not in left_out}
    entry_type = found.entry_type
    arxiv = arxiv_in(fields.get("eprint", ""))
    if fields.get("journal") == "CoRR" and arxiv:
        entry_type = "misc"
        fields = {name: value for name, value in fields.items() if name not in _OF_CORR}
        fields |= {name: value for name, value in arxiv_fields(arxiv, fields.get("primaryclass", "")) if value}
    if fields.get("doi") and "doi.org" in fields.get("url", ""):
        del fields["url"]
    venue = fields.get("journal") or fields.get("booktitle") or fields.get("howpublished", "")
    return Listed(
        title=plain(fields.get("title", "")),
        year=fields.get("year", ""),
        venue="arXiv" if arxiv and entry_type == "misc" else plain(venue),
        numbers=tuple(filter(None, (doi_in(fields.get("doi", "")), f"arXiv:{arxiv}" if arxiv else ""))),
        found=replace(found, entry_type=entry_type, fields=fields, key=""),
        is_whole=True,
    )


def _each(things: object) -> list[Mapping[str, Any]]:
    return [each for each in things if isinstance(each, Mapping)] if isinstance(things, list) else []


def _inside(thing: object, *names: str) -> str:
    """Return the text at the end of a path of names; "" where the path ends before."""
    for name in names:
        thing = thing.get(name) if isinstance(thing, Mapping) else None
    return text_in(thing)

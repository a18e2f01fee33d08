"""The works that ORCID, DBLP and OpenAlex list for a person: titles, and the numbers that lead to the rest."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sphinx_vita.imports.catalogs.answers import read_bibtex
from sphinx_vita.imports.catalogs.identified import Found, arxiv_fields, date_fields, found_of, name_of
from sphinx_vita.imports.catalogs.tex_titles import tex_of
from sphinx_vita.imports.data.json_values import Data, at, document_of, mappings, words
from sphinx_vita.imports.data.orcid_values import is_public
from sphinx_vita.reading.bibtex.addresses import arxiv_in, doi_in
from sphinx_vita.reading.latex.text import plain

_OF_ORCID = {"doi": "doi", "arxiv": "arxiv", "pmid": "pmid", "isbn": "isbn"}  # in the order in which they are asked
_TYPES = {
    "article": "article", "preprint": "misc", "book-chapter": "incollection", "book": "book",
    "dissertation": "phdthesis", "dataset": "dataset", "report": "techreport",
}  # fmt: skip
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
    for group in mappings(at(document_of(text), "group")):
        summary = next(filter(is_public, mappings(group.get("work-summary"))), {})
        title = words(summary, "title", "title", "value")
        if title:
            year = words(summary, "publication-date", "year", "value")
            venue = words(summary, "journal-title", "value")
            numbers = tuple(_orcid_numbers(group, summary))
            listed.append(Listed(title=plain(tex_of(title)), year=year, venue=venue, numbers=numbers))
    return listed


def read_openalex_works(text: str) -> tuple[list[Listed], str]:
    """Read a page of OpenAlex' works, and the cursor of the next; "" behind the last."""
    data = document_of(text)
    works = [_openalex(each) for each in mappings(at(data, "results"))]
    return [each for each in works if each.title], words(data, "meta", "next_cursor")


def read_dblp(text: str) -> list[Listed]:
    """Read the BibTeX that DBLP gives of a person; what it says of itself is left out."""
    return [_of_dblp(each) for each in read_bibtex(text) if each.entry_type != "proceedings" or "editor" in each.fields]


def _orcid_numbers(group: Data, summary: Data) -> Iterator[str]:
    ids = [
        (words(each, "external-id-type").lower(), words(each, "external-id-value"))
        for one in (group, summary)
        for each in mappings(at(one, "external-ids", "external-id"))
        if words(each, "external-id-relationship").lower() in ("", "self")
    ]
    prefixes = {"arxiv": "arXiv:", "pmid": "PMID:", "isbn": "ISBN "}
    for kind in _OF_ORCID:
        for number in dict.fromkeys(value for name, value in ids if name == kind and value):
            bare = doi_in(number) if kind == "doi" else arxiv_in(number) if kind == "arxiv" else number
            if bare:
                yield prefixes.get(kind, "") + bare.removeprefix(prefixes.get(kind, "-"))


def _openalex(work: Data) -> Listed:
    title = words(work, "title") or words(work, "display_name")
    doi = doi_in(words(work, "doi"))
    year = words(work, "publication_year")
    venue = words(work, "primary_location", "source", "display_name")
    arxiv = arxiv_in(words(work, "primary_location", "landing_page_url"))
    entry_type = _TYPES.get(words(work, "type"), "misc")
    people = mappings(work.get("authorships"))
    names = (words(each, "raw_author_name") or words(each, "author", "display_name") for each in people)
    first, last = words(work, "biblio", "first_page"), words(work, "biblio", "last_page")
    fields = [
        ("title", tex_of(title)),
        ("author", " and ".join(name_of(name) for name in names if name)),
        (_WHERE.get(entry_type, "series"), tex_of(venue)),
        *date_fields(int(part) for part in words(work, "publication_date").split("-")[:2] if part.isdecimal()),
        ("volume", words(work, "biblio", "volume")),
        ("number", words(work, "biblio", "issue")),
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

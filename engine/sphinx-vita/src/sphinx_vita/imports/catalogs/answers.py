"""What arXiv, PubMed, Open Library, Google Books and OpenReview answer, and BibTeX of any source, read as works."""

import re
from collections.abc import Iterable, Mapping
from typing import Any
from xml.etree import ElementTree as Tree

from sphinx_vita.imports.catalogs.identified import (
    Found,
    arxiv_fields,
    date_fields,
    found_of,
    name_of,
    read_json,
    text_in,
    written_name,
)
from sphinx_vita.imports.catalogs.tex_titles import tex_as_it_is, tex_of
from sphinx_vita.reading.bibtex.addresses import arxiv_in, doi_in
from sphinx_vita.reading.bibtex.blocks import read_blocks
from sphinx_vita.records.dates import MONTHS

_ATOM = "{http://www.w3.org/2005/Atom}"
_OF_ARXIV = "{http://arxiv.org/schemas/atom}"
_NUMBER_OF_MONTH = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_SIGN = re.compile(r"(?:\\textsuperscript|\$?\^)\{?\\?[*∗]\}?\$?|\{?\\?[*∗]\}?")  # behind a name: contributed equally


def read_arxiv_atom(text: str) -> Found | None:
    """Read the feed of arXiv's API: the first work in it; None where it has none, or an error."""
    feed = _xml(text)
    entry = feed.find(f"{_ATOM}entry") if feed is not None else None
    address = _said(entry, f"{_ATOM}id") if entry is not None else ""
    number = arxiv_in(address)
    if entry is None or not number or "/abs/" not in address:  # an error is an entry too
        return None
    primary = entry.find(f"{_OF_ARXIV}primary_category")
    fields = [
        ("title", tex_as_it_is(_said(entry, f"{_ATOM}title"))),
        ("author", " and ".join(name_of(_said(each, f"{_ATOM}name")) for each in entry.findall(f"{_ATOM}author"))),
        *date_fields(map(int, re.findall(r"\d+", _said(entry, f"{_ATOM}published"))[:2])),
        *arxiv_fields(number, primary.get("term", "") if primary is not None else ""),
        ("abstract", tex_as_it_is(_said(entry, f"{_ATOM}summary"))),
    ]
    return found_of("misc", fields, published_as=doi_in(_said(entry, f"{_OF_ARXIV}doi")))


def read_pubmed(text: str) -> Found | None:
    """Read the XML of PubMed's `efetch`, which says too who contributed equally."""
    article = _first(_xml(text), ".//PubmedArticle")
    if article is None:
        return None
    people = article.findall(".//AuthorList/Author")
    equal = [place for place, each in enumerate(people, 1) if each.get("EqualContrib") == "Y"]
    numbers = {
        each.get("IdType", ""): _all_text(each) for each in article.findall("./PubmedData/ArticleIdList/ArticleId")
    }
    day = _first(article, ".//JournalIssue/PubDate")
    fields = [
        ("title", tex_of(_all_text(_first(article, ".//ArticleTitle")).strip("[]").rstrip("."))),
        ("author", " and ".join(filter(None, map(_pubmed_name, people)))),
        ("author+an", "; ".join(f"{place}=equal" for place in equal) if len(equal) > 1 else ""),
        ("journal", tex_of(_said(article, ".//Journal/Title"))),
        *date_fields(_pubmed_date(day)),
        ("volume", _said(article, ".//JournalIssue/Volume")),
        ("number", _said(article, ".//JournalIssue/Issue")),
        ("pages", _whole_range(_said(article, ".//Pagination/MedlinePgn"))),
        ("issn", _said(article, ".//Journal/ISSN")),
        ("doi", doi_in(numbers.get("doi", ""))),
        ("pmid", _said(article, "./MedlineCitation/PMID")),
        ("pmcid", numbers.get("pmc", "")),
        ("abstract", " ".join(tex_of(_all_text(each)) for each in article.findall(".//Abstract/AbstractText"))),
    ]
    return found_of("article", fields)


def read_open_library(text: str) -> Found | None:
    """Read the one book of Open Library's `api/books?jscmd=data`."""
    book = next((each for each in read_json(text).values() if isinstance(each, Mapping)), {})
    title, subtitle = text_in(book.get("title")), text_in(book.get("subtitle"))
    if not title:
        return None
    identifiers = book["identifiers"] if isinstance(book.get("identifiers"), Mapping) else {}
    fields = [
        ("title", tex_of(f"{title}: {subtitle}" if subtitle else title)),
        ("author", " and ".join(map(name_of, _named(book.get("authors"))))),
        ("publisher", tex_of(next(iter(_named(book.get("publishers"))), ""))),
        ("address", tex_of(next(iter(_named(book.get("publish_places"))), ""))),
        *date_fields(_year_in(text_in(book.get("publish_date")))),
        ("isbn", text_in(identifiers.get("isbn_13")) or text_in(identifiers.get("isbn_10"))),
    ]
    return found_of("book", fields)


def read_google_books(text: str) -> Found | None:
    """Read the first volume that Google Books has for an ISBN."""
    items = read_json(text).get("items")
    first = items[0] if isinstance(items, list) and items and isinstance(items[0], Mapping) else {}
    info = first["volumeInfo"] if isinstance(first.get("volumeInfo"), Mapping) else {}
    title, subtitle = text_in(info.get("title")), text_in(info.get("subtitle"))
    authors, numbers = info.get("authors"), info.get("industryIdentifiers")
    isbns = (
        [text_in(each.get("identifier")) for each in numbers if isinstance(each, Mapping)]
        if isinstance(numbers, list)
        else []
    )
    fields = [
        ("title", tex_of(f"{title}: {subtitle}" if subtitle else title)),
        ("author", " and ".join(name_of(text_in(each)) for each in (authors if isinstance(authors, list) else []))),
        ("publisher", tex_of(text_in(info.get("publisher")))),
        *date_fields(_year_in(text_in(info.get("publishedDate")))),
        ("isbn", max(isbns, key=len, default="")),
    ]
    return found_of("book", fields) if title else None


def read_openreview(text: str) -> Found | None:
    """Read a note of OpenReview, of either version of its API: the BibTeX that it gives, or else its parts."""
    notes = read_json(text).get("notes")
    note = notes[0] if isinstance(notes, list) and notes and isinstance(notes[0], Mapping) else {}
    content = note["content"] if isinstance(note.get("content"), Mapping) else {}
    said = {name: each.get("value") if isinstance(each, Mapping) else each for name, each in content.items()}
    title, authors = text_in(said.get("title")), said.get("authors")
    number = text_in(note.get("forum")) or text_in(note.get("id"))
    if not title or not number:
        return None
    given = next(iter(read_bibtex(text_in(said.get("_bibtex")))), None)
    venue = text_in(said.get("venue"))
    is_out = bool(venue) and re.search(r"submi|withdraw|desk|reject|under review", venue, re.IGNORECASE) is None
    names = [name_of(text_in(each)) for each in authors] if isinstance(authors, list) else []
    own = [("title", tex_as_it_is(title)), ("author", " and ".join(filter(None, names)))]
    own += [("booktitle", tex_of(venue)), *date_fields(_year_in(venue))] if is_out else [("pubstate", "submitted")]
    of_bibtex = {**given.fields} if given and is_out else {}
    more = [("openreview", number), ("abstract", tex_as_it_is(text_in(said.get("abstract"))))]
    entry_type = (given.entry_type if of_bibtex and given else "") or ("inproceedings" if is_out else "unpublished")
    fields = {
        **dict(own),
        **{name: value for name, value in of_bibtex.items() if name not in ("url", "note")},
        **dict(more),
    }
    return found_of(entry_type, fields.items())


def read_bibtex(text: str) -> list[Found]:
    """Read the entries of pasted BibTeX, in order, with all of their fields; signs behind names become annotations."""
    entries = [each for each in read_blocks(text.replace("\r\n", "\n")).entries if each.fields]
    found = [found_of(each.entry_type or "misc", _annotated(each.fields).items()) for each in entries]
    return [
        Found(entry_type=each.entry_type, fields=each.fields, key=raw.key)
        for each, raw in zip(found, entries, strict=True)
    ]


def _annotated(fields: Mapping[str, str]) -> dict[str, str]:
    """Write who contributed equally as biblatex does, where asterisks behind names say it."""
    names = re.split(r"\s+and\s+", fields.get("author", ""))
    bare = [re.sub(r"\s+(?=,|$)", "", _SIGN.sub("", name)) for name in names]
    signed = [place for place, (name, plain) in enumerate(zip(names, bare, strict=True), 1) if name != plain]
    if len(signed) < 2 or "author+an" in fields:
        return dict(fields)
    marks = "; ".join(f"{place}=equal" for place in signed)
    written: dict[str, str] = {}
    for name, value in fields.items():
        written |= {"author": " and ".join(bare), "author+an": marks} if name == "author" else {name: value}
    return written


def _xml(text: str) -> Tree.Element | None:
    """Parse XML that defines no entities of its own; None for anything else."""
    if "<!ENTITY" in text:
        return None
    try:
        return Tree.fromstring(text)
    except Tree.ParseError:
        return None


def _first(element: Tree.Element | None, path: str) -> Tree.Element | None:
    return element.find(path) if element is not None else None


def _said(element: Tree.Element, path: str) -> str:
    return " ".join((element.findtext(path) or "").split())


def _all_text(element: Tree.Element | None) -> str:
    """Return the text of an element with the tags inside it, as a catalog of JSON would give it."""
    if element is None:
        return ""
    inner = "".join(
        f"<{each.tag}>{_all_text(each)}</{each.tag}>{_again(each.tail)}" for each in element
    )  # fmt: skip
    return " ".join((_again(element.text) + inner).split())


def _again(text: str | None) -> str:
    return (text or "").replace("&", "&amp;").replace("<", "&#60;")


def _pubmed_name(person: Tree.Element) -> str:
    group = _said(person, "CollectiveName")
    family, given = _said(person, "LastName"), _said(person, "ForeName") or _said(person, "Initials")
    return written_name(group or family, given, _said(person, "Suffix")) if group or family else ""


def _pubmed_date(day: Tree.Element | None) -> Iterable[int]:
    """Read `<Year>`, and `<Month>` as a name or a number, or the year in `<MedlineDate>`."""
    if day is None:
        return ()
    year, month = _said(day, "Year"), _said(day, "Month").lower()
    number = int(month) if month.isdecimal() else _NUMBER_OF_MONTH.get(month[:3], 0)
    return (int(year), number) if year.isdecimal() else _year_in(_said(day, "MedlineDate"))


def _whole_range(pages: str) -> str:
    """Write a range of pages in full: PubMed leaves out what both have, `101-31`."""
    first, dash, last = pages.partition("-")
    if dash and first.isdecimal() and last.isdecimal() and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return f"{first}--{last}" if dash else pages


def _named(things: Any) -> list[str]:
    found = things if isinstance(things, list) else []
    return [text_in(each.get("name")) for each in found if isinstance(each, Mapping) and text_in(each.get("name"))]


def _year_in(text: str) -> tuple[int, ...]:
    found = re.search(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)", text)
    return (int(found[0]),) if found else ()

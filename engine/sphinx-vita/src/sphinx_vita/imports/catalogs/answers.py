"""What arXiv, PubMed, Open Library, Google Books and OpenReview answer, and BibTeX of any source, read as works."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from xml.etree import ElementTree as Tree

from sphinx_vita.imports.catalogs.identified import Found, arxiv_fields, date_fields, found_of, name_of, written_name
from sphinx_vita.imports.catalogs.tex_titles import tex_as_it_is, tex_of
from sphinx_vita.imports.data.json_values import Data, at, document_of, listed, mapping, mappings, words
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
    ids = article.findall("./PubmedData/ArticleIdList/ArticleId")
    numbers = {each.get("IdType", ""): _all_text(each) for each in ids}
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
    book = next(iter(mappings([*mapping(document_of(text)).values()])), {})
    title, subtitle = words(book, "title"), words(book, "subtitle")
    fields = [
        ("title", tex_of(f"{title}: {subtitle}" if subtitle else title)),
        ("author", " and ".join(map(name_of, _named(book.get("authors"))))),
        ("publisher", tex_of(next(iter(_named(book.get("publishers"))), ""))),
        ("address", tex_of(next(iter(_named(book.get("publish_places"))), ""))),
        *date_fields(_year_in(words(book, "publish_date"))),
        ("isbn", words(book, "identifiers", "isbn_13") or words(book, "identifiers", "isbn_10")),
    ]
    return found_of("book", fields) if title else None


def read_google_books(text: str) -> Found | None:
    """Read the first volume that Google Books has for an ISBN."""
    info = at(_first_of(text, "items"), "volumeInfo")
    title, subtitle = words(info, "title"), words(info, "subtitle")
    isbns = (words(each, "identifier") for each in mappings(at(info, "industryIdentifiers")))
    fields = [
        ("title", tex_of(f"{title}: {subtitle}" if subtitle else title)),
        ("author", " and ".join(name_of(words(each)) for each in listed(at(info, "authors")))),
        ("publisher", tex_of(words(info, "publisher"))),
        *date_fields(_year_in(words(info, "publishedDate"))),
        ("isbn", max(isbns, key=len, default="")),
    ]
    return found_of("book", fields) if title else None


def read_openreview(text: str) -> Found | None:
    """Read a note of OpenReview, of either version of its API: the BibTeX that it gives, or else its parts."""
    note = _first_of(text, "notes")
    content = mapping(note.get("content"))
    said = {name: each.get("value") if isinstance(each, Mapping) else each for name, each in content.items()}
    title, number = words(said, "title"), words(note, "forum") or words(note, "id")
    if not title or not number:
        return None
    given = next(iter(read_bibtex(str(said.get("_bibtex") or ""))), None)
    venue = words(said, "venue")
    is_out = bool(venue) and re.search(r"submi|withdraw|desk|reject|under review", venue, re.IGNORECASE) is None
    names = [name_of(words(each)) for each in listed(said.get("authors"))]
    own = [("title", tex_as_it_is(title)), ("author", " and ".join(filter(None, names)))]
    own += [("booktitle", tex_of(venue)), *date_fields(_year_in(venue))] if is_out else [("pubstate", "submitted")]
    of_bibtex = {**given.fields} if given and is_out else {}
    more = [("openreview", number), ("abstract", tex_as_it_is(words(said, "abstract")))]
    entry_type = (given.entry_type if of_bibtex and given else "") or ("inproceedings" if is_out else "unpublished")
    of_bibtex = {name: value for name, value in of_bibtex.items() if name not in ("url", "note")}
    return found_of(entry_type, {**dict(own), **of_bibtex, **dict(more)}.items())


def read_bibtex(text: str) -> list[Found]:
    """Read the entries of pasted BibTeX, in order, with all of their fields; signs behind names become annotations."""
    entries = [each for each in read_blocks(text.replace("\r\n", "\n")).entries if each.fields]
    works = (found_of(each.entry_type or "misc", _annotated(each.fields).items()) for each in entries)
    return [replace(work, key=each.key) for work, each in zip(works, entries, strict=True)]


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
    inner = "".join(f"<{each.tag}>{_all_text(each)}</{each.tag}>{_again(each.tail)}" for each in element)
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


def _first_of(text: str, name: str) -> Data:
    """Return the first of a list in an object of JSON."""
    return next(iter(mappings(at(document_of(text), name))), {})


def _named(things: object) -> list[str]:
    return [name for each in mappings(things) if (name := words(each, "name"))]


def _year_in(text: str) -> tuple[int, ...]:
    found = re.search(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)", text)
    return (int(found[0]),) if found else ()

"""A work as a catalog describes it, ready to become an entry; and what doi.org answers, CSL-JSON."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sphinx_vita.imports.catalogs.tex_titles import is_balanced, tex_of
from sphinx_vita.imports.data.json_values import Data, at, document_of, listed, mapping, mappings, words
from sphinx_vita.reading.bibtex.addresses import arxiv_in, doi_in
from sphinx_vita.reading.names import parse_person
from sphinx_vita.reading.printable import printable
from sphinx_vita.records.dates import MONTHS

_ENTRY_TYPES = {  # the words of CSL, and those of Crossref where they differ
    **dict.fromkeys(("article-journal", "journal-article", "article-magazine", "article-newspaper"), "article"),
    **dict.fromkeys(("review", "review-book"), "article"),
    **dict.fromkeys(("paper-conference", "proceedings-article", "conference-paper"), "inproceedings"),
    **dict.fromkeys(("chapter", "book-chapter", "book-section", "book-part", "book-track"), "incollection"),
    **dict.fromkeys(("reference-entry", "entry", "entry-encyclopedia", "entry-dictionary"), "incollection"),
    **dict.fromkeys(("book", "monograph", "reference-book", "edited-book", "book-set", "book-series"), "book"),
    **dict.fromkeys(("thesis", "dissertation"), "phdthesis"),
    **dict.fromkeys(("report", "report-component", "report-series", "standard"), "techreport"),
    **dict.fromkeys(("webpage", "post", "post-weblog"), "online"),
    "proceedings": "proceedings",
    "manuscript": "unpublished",
    "dataset": "dataset",
    "software": "software",
    "patent": "patent",
}
_PLACES = {"article": "journal", "inproceedings": "booktitle", "incollection": "booktitle"}
_MAKERS = {"phdthesis": "school", "techreport": "institution", "misc": "howpublished"}  # else a publisher
_DATES = ("issued", "published-print", "published", "published-online", "event-date")
_HEADING = re.compile(r"<(?:jats:)?title>.*?</(?:jats:)?title>", re.DOTALL)  # `Abstract`, in JATS
_SERIES = re.compile(r"^(?:Lecture Notes|Communications in|Springer Proceedings|Advances in Intelligent|IFIP Advances)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A work as a catalog describes it: fields by BibTeX's names, their values in TeX, capitals not protected yet."""

    entry_type: str
    fields: Mapping[str, str]  # those that say something
    key: str = ""  # the key that its source gives it
    published_as: str = ""  # the DOI of the version that has appeared, where this is not it


def found_of(entry_type: str, fields: Iterable[tuple[str, str]], *, published_as: str = "") -> Found:
    """Make a work of fields; those that are empty, and braces that would break a file, are left out."""
    said = {name: " ".join(printable(value).split()) for name, value in fields if value.strip()}
    whole = {name: value if is_balanced(value) else re.sub(r"[{}]", "", value) for name, value in said.items()}
    return Found(entry_type=entry_type, fields=whole, published_as=published_as)


def read_csl(text: str) -> Found | None:
    """Read what doi.org answers when it is asked for CSL-JSON; None where it says nothing of use."""
    document = mapping(document_of(text))
    item = mapping(document.get("message", document))
    title = _title(item)
    if not title:
        return None
    event = item.get("event")
    entry_type = _ENTRY_TYPES.get(words(item, "type"), "misc")
    if entry_type == "incollection" and (event or item.get("event-title")):
        entry_type = "inproceedings"
    preprint = next(filter(None, map(arxiv_of_doi, _related(item, "has-preprint"))), "")
    fields = [("title", tex_of(title)), ("author", _names(item.get("author"))), ("editor", _names(item.get("editor")))]
    fields += [("translator", _names(item.get("translator"))), *_where(item, entry_type)]
    fields += date_fields(next(filter(any, (date_parts(item.get(name)) for name in _DATES)), ()))
    fields += _numbers(item, entry_type)
    fields += arxiv_fields(preprint) if preprint else []
    appeared = next(iter(_related(item, "is-preprint-of")), "") if entry_type == "misc" else ""
    return found_of(entry_type, fields, published_as=doi_in(appeared))


def with_preprint(published: Found, preprint: Found) -> Found:
    """Join a preprint to what it appeared as: its number at arXiv, and its abstract where the other has none."""
    names = ("eprint", "archiveprefix", "primaryclass", "abstract")
    more = {name: preprint.fields[name] for name in names if name in preprint.fields}
    return replace(published, fields={**more, **published.fields})


def arxiv_fields(number: str, primary: str = "") -> list[tuple[str, str]]:
    """Return the fields for a number at arXiv."""
    return [("eprint", number), ("archiveprefix", "arXiv"), ("primaryclass", primary)]


def arxiv_of_doi(doi: str) -> str:
    """Return the number at arXiv in a DOI that arXiv gives; "" in any other.

    >>> arxiv_of_doi("10.48550/arXiv.2505.01234")
    '2505.01234'
    """
    found = re.search(r"10\.48550/arxiv\.(.+)", doi, re.IGNORECASE)
    return arxiv_in(found[1]) if found else ""


def date_fields(parts: Iterable[int]) -> list[tuple[str, str]]:
    """Return year and month of `(2026, 3, 22)`; the month as BibTeX's macro."""
    year, month, *_ = (*parts, 0, 0)
    is_month = year and 1 <= month <= 12
    return [("year", str(year) if year else ""), ("month", MONTHS[month - 1][:3].lower() if is_month else "")]


def written_name(family: str, given: str = "", suffix: str = "") -> str:
    """Write a name as BibTeX does: `Lovelace, Ada`; a group stands in braces."""
    family, given, suffix = (tex_of(re.sub(r"[{}]", "", part)).replace(",", "") for part in (family, given, suffix))
    if not given:
        return f"{{{family}}}" if " " in family else family
    if re.search(r"\band\b", family):
        family = f"{{{family}}}"
    return ", ".join(part for part in (family, suffix, re.sub(r"\s+and\s+", " ", given)) if part)


def name_of(text: str) -> str:
    """Write the name of a person that stands in one piece, as it is read: `Ada Lovelace`."""
    name = parse_person(text)
    return written_name(" ".join(part for part in (name.particle, name.family) if part), name.given, name.suffix)


def _title(item: Data) -> str:
    """Return the title, with the subtitle that Crossref keeps apart."""
    title, subtitle = words(item, "title").rstrip("."), words(item, "subtitle")
    if not subtitle or subtitle.casefold() in title.casefold():
        return title
    return f"{title} {subtitle}" if title.endswith((":", "?", "!")) else f"{title}: {subtitle}"


def _names(people: object) -> str:
    """Join the names of CSL: by their parts, or `literal` (Crossref: `name`) for a group."""
    written = []
    for each in mappings(people):
        particle = words(each, "non-dropping-particle") or words(each, "dropping-particle")
        family, given = f"{particle} {words(each, 'family')}".strip(), words(each, "given")
        whole = words(each, "literal") or words(each, "name")
        written.append(written_name(family or whole or given, given if family else "", words(each, "suffix")))
    return " and ".join(filter(None, written))


def _where(item: Data, entry_type: str) -> list[tuple[str, str]]:
    """Return where it appeared: journal, book and series, publisher, and the event."""
    places = [words(each) for each in listed(item.get("container-title"))]
    series = words(item, "collection-title")
    if entry_type != "article" and len(places) > 1 and _SERIES.match(places[0]):
        series, *places = places
    place = places[0] if places else ""
    archive = next(iter(mappings(item.get("institution"))), None)
    maker = words(archive, "name") if entry_type == "misc" and archive else words(item, "publisher")
    address = words(item, "publisher-place") or words(item, "publisher-location")
    return [
        (_PLACES.get(entry_type, "series"), tex_of(place)),
        ("series", tex_of(series)),
        ("abbr", _short_event(item.get("event")) if entry_type == "inproceedings" else ""),
        (_MAKERS.get(entry_type, "publisher"), tex_of(maker) if entry_type != "article" else ""),
        ("address", tex_of(address) if entry_type != "article" else ""),
    ]


def _short_event(event: object) -> str:
    """Return the short name of a conference, without its year: `OSS` of `OSS '26: Ocean Sound Symposium`."""
    said = words(event, "acronym") or words(event, "name") or words(event)
    found = re.match(r"([A-Z][A-Za-z]*[A-Z][\w/-]*?)(?:[ -]?['’]?(?:19|20)?\d\d)?(?::|$)", said)
    return found[1] if found else ""


def _numbers(item: Data, entry_type: str) -> list[tuple[str, str]]:
    pages = re.sub(r"\s*[-–—]+\s*", "--", words(item, "page"))
    return [
        ("volume", words(item, "volume")),
        ("number", words(item, "issue") or (words(item, "number") if entry_type == "techreport" else "")),
        ("pages", tex_of(pages)),
        ("eid", tex_of(words(item, "article-number")) if not pages else ""),
        ("edition", words(item, "edition") or words(item, "edition-number")),
        ("version", tex_of(words(item, "version"))),
        ("isbn", "" if entry_type == "article" else words(item, "ISBN").removeprefix("http://id.crossref.org/isbn/")),
        ("issn", words(item, "ISSN") if entry_type == "article" else ""),
        ("doi", _doi(words(item, "DOI"))),
        ("pmid", words(item, "PMID")),
        ("abstract", tex_of(_HEADING.sub(" ", words(item, "abstract")))),
    ]


def _doi(written: str) -> str:
    """Return a DOI; one in large letters, as DataCite gives them, in small ones."""
    doi = doi_in(written)
    return doi.lower() if doi.isupper() else doi


def date_parts(date: object) -> tuple[int, ...]:
    """Return year, month and day of a date of CSL, as many of them as it has."""
    written = map(words, listed(next(iter(listed(at(date, "date-parts"))), [])))
    return tuple(int(part) for part in written if part.isdecimal())[:3]


def _related(item: Data, name: str) -> list[str]:
    return [words(each, "id") for each in mappings(at(item, "relation", name))]

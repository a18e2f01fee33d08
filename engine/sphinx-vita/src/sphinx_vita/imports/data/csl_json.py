"""CSL-JSON, made entries of a bibliography: as citation processors, Zotero, doi.org and Crossref write it."""

import re
from collections.abc import Iterator
from typing import Any

from sphinx_vita.imports.bibtex import bibtex, title_in_tex
from sphinx_vita.imports.catalogs.tex_titles import tex_of
from sphinx_vita.imports.cvs.references import Keys
from sphinx_vita.imports.data.csl_dates import date_fields
from sphinx_vita.imports.data.csl_people import people_in
from sphinx_vita.imports.data.json_values import Data, at, document_of, listed, mapping, mappings, words
from sphinx_vita.imports.data.work_types import SUBTYPES, entry_type_of, folded_type
from sphinx_vita.imports.data.zotero import as_csl, is_item
from sphinx_vita.imports.drafts import Draft, Entry, Imported, Leftover, Section
from sphinx_vita.imports.judging import judge
from sphinx_vita.reading.bibtex.status import read_status
from sphinx_vita.records.text import Text

_KEY = re.compile(r"[A-Za-z][\w:.+-]*")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_ARXIV = re.compile(
    r"(?:arxiv[.:/ ]|abs/|pdf/|^)(?P<number>\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})", re.IGNORECASE
)
_TEXTS = {  # whose words are TeX
    "title-short": "shorttitle", "shortTitle": "shorttitle", "original-title": "origtitle",
    "collection-title": "series", "event-title": "eventtitle", "event": "eventtitle", "event-place": "venue",
    "publisher-place": "address", "publisher-location": "address", "genre": "type", "edition": "edition",
    "version": "version", "volume-title": "maintitle", "abstract": "abstract", "medium": "howpublished",
    "reviewed-title": "titleaddon", "status": "pubstate",
}  # fmt: skip
_NUMBERS = {
    "volume": "volume", "number-of-volumes": "volumes", "chapter-number": "chapter", "number-of-pages": "pagetotal",
    "ISBN": "isbn", "ISSN": "issn", "PMID": "pmid", "PMCID": "pmcid", "DOI": "doi", "URL": "url",
    "language": "language", "article-number": "eid", "article_number": "eid", "part-number": "part", "code": "code",
}  # fmt: skip
_CONTAINERS = {"article": "journal", "review": "journal", "periodical": "journal", "inproceedings": "booktitle",
               "incollection": "booktitle", "inreference": "booktitle", "talk": "eventtitle"}  # fmt: skip
_PUBLISHERS = {"thesis": "school", "mastersthesis": "school", "report": "institution", "patent": "holder",
               "standard": "institution", "jurisdiction": "institution", "talk": "organization"}  # fmt: skip
# Works with a number of their own.
_NUMBERED = ("report", "dataset", "patent", "standard", "legislation", "jurisdiction", "legal", "thesis")
_TITLE = "Publications"


def is_csl_json(text: str) -> bool:
    """Whether a text is a list of works in CSL-JSON, or one, however it is wrapped."""
    items = list(_items(document_of(text)))
    return bool(items) and all(_is_work(each) for each in items)


def read_csl_json(text: str) -> Imported:
    """Read works of CSL-JSON, Crossref's and Zotero's own JSON; never raises."""
    keys = Keys()
    made = (work_of(item, f"item {number}", keys) for number, item in enumerate(_items(document_of(text)), 1))
    contents = tuple(made)
    return Imported(sections=(Section(title=_TITLE, contents=contents),) if contents else ())


def work_of(item: Any, place: str, keys: Keys) -> Draft | Entry | Leftover:
    """Make the entry of a work; one that lacks what every entry needs waits in the inbox."""
    if not isinstance(item, dict) or not _is_work(item):
        return Leftover(text=str(item), reason="it is no work of a bibliography", place=place)
    item = as_csl(item) if is_item(item) else item
    entry_type, fields = _fields(item)
    key = _key(item, fields, keys)
    return judge(Entry(key=key, bibtex=bibtex(entry_type, key, fields), place=place))


def _items(document: Any) -> Iterator[Any]:
    """Yield the works: of a list, of Crossref's `message`, of Better BibTeX's `items`; or the one that it is."""
    inner = at(document, "message") or at(document, "items") or document
    inner = at(inner, "items") or inner
    for each in listed(inner):
        yield at(each, "data") if is_item(at(each, "data")) else each


def _is_work(item: Any) -> bool:
    has_type = isinstance(item, dict) and "type" in item and any(name in item for name in ("title", "DOI", "id"))
    return isinstance(item, dict) and (is_item(item) or has_type)


def _fields(item: Data) -> tuple[str, dict[str, str]]:
    """Return the type of the entry and its fields, as an author would order them."""
    entry_type = _type(item)
    subtitle = words(item, "subtitle")
    custom = mapping(item.get("custom"))
    fields = {"title": title_in_tex(words(item, "title")), "subtitle": title_in_tex(subtitle)}
    fields |= people_in(item, custom)
    fields |= _containers(entry_type, item)
    fields |= date_fields(item)
    fields |= {field: tex_of(words(item, name)) for name, field in _TEXTS.items() if words(item, name)}
    fields |= _numbers(entry_type, item)
    fields |= _archive(item, fields)
    subtype = SUBTYPES.get(folded_type(words(item, "type")), "")
    fields |= {"code": words(custom, "code"), "keywords": _keywords(item), "entrysubtype": subtype}
    fields |= _notes(item, fields)
    return entry_type, _without_what_is_said_twice({name: text for name, text in fields.items() if text})


def _type(item: Data) -> str:
    written = words(item, "type")
    entry_type = entry_type_of(written)
    if folded_type(written) == "article":  # CSL's word for a preprint, others' for an article
        return "article" if item.get("container-title") and item.get("volume") else "preprint"
    if entry_type == "thesis" and re.match(r"master|m\.?sc|diplom", words(item, "genre"), re.IGNORECASE):
        return "mastersthesis"
    has_editors_alone = mappings(item.get("editor")) and not mappings(item.get("author"))
    is_edited = folded_type(written) == "editedbook" or (entry_type == "book" and has_editors_alone)
    return "collection" if is_edited else entry_type


def _containers(entry_type: str, item: Data) -> dict[str, str]:
    """Return where it appeared, and who brought it out, in the fields of its type."""
    container = title_in_tex(words(item, "container-title"))
    names = ("container-title-short", "journalAbbreviation", "short-container-title")
    short = tex_of(next(filter(None, (words(item, name) for name in names)), ""))
    held = at(listed(item.get("institution"))[0], "name") if listed(item.get("institution")) else ""
    publisher = tex_of(words(item, "publisher") or words(item, "authority") or words(held))
    fields = {_CONTAINERS.get(entry_type, "howpublished"): container}
    fields |= {_PUBLISHERS.get(entry_type, "publisher"): publisher}
    return fields | ({"shortjournal": short} if short and short != container else {})


def _numbers(entry_type: str, item: Data) -> dict[str, str]:
    """Return volume, issue, pages and the identifiers; a number means another thing in each kind of work."""
    fields = {field: _plain(words(item, name)) for name, field in _NUMBERS.items()}
    number, issue, in_series = (_plain(words(item, name)) for name in ("number", "issue", "collection-number"))
    fields["number"] = number if entry_type in _NUMBERED else issue or in_series
    if number and entry_type not in _NUMBERED and number != fields["number"]:
        fields["eid"] = fields["eid"] or number
    fields["pages"] = re.sub(r"\s*[-–—]+\s*", "--", _plain(words(item, "page")))
    fields["isbn"] = re.sub(r"^.*isbn/", "", fields["isbn"])
    if _DOI.search(fields["doi"]):
        fields["doi"] = _DOI.findall(fields["doi"])[0]
    return {name: text for name, text in fields.items() if text}


def _plain(text: str) -> str:
    """Return a number or an address without what would break an entry."""
    return re.sub(r"[{}\\]", "", text)


def _archive(item: Data, fields: dict[str, str]) -> dict[str, str]:
    """Return the number of an e-print, by its archive, its DOI, its address, or what Zotero notes."""
    noted = _ARXIV_IN_NOTE.search(str(item.get("note") or ""))
    said = [words(item, name) for name in ("archive_location", "archive", "publisher", "number")]
    said += [f"arXiv:{noted['number']}" if noted else "", fields.get("doi", ""), fields.get("url", "")]
    if "arxiv" not in " ".join(said).lower():
        return {}
    found = next((match["number"] for text in said if (match := _ARXIV.search(text))), "")
    return {"eprint": found, "archiveprefix": "arXiv"} if found else {}


_ARXIV_IN_NOTE = re.compile(r"^arxiv:\s*(?P<number>\S+)", re.IGNORECASE | re.MULTILINE)
_NOTED = re.compile(r"(?P<name>[\w .-]{2,30}?):\s*(?P<value>.+)")


def _notes(item: Data, fields: dict[str, str]) -> dict[str, str]:
    """Return the remark, without the lines in which Zotero keeps what it has no field for."""
    said: dict[str, str] = {}
    remarks: list[str] = []
    for line in str(item.get("note") or "").splitlines():
        noted = _NOTED.fullmatch(line.strip())
        field = _NUMBERS.get(noted["name"].upper().strip()) if noted else None
        if noted and field:
            said |= {field: _plain(noted["value"].strip())} if field not in fields else {}
        elif not re.match(r"(?i)arxiv:|citation key:|tex\.|_\w+:|\w+ (?:citations|ecc)\b", line.strip()):
            remarks.append(line)
    return said | {"note": tex_of(" ".join(remarks))}


def _keywords(item: Data) -> str:
    """Return the keywords, at whose commas the entry will be cut."""
    return tex_of(words(item, "keyword")) or ", ".join(
        tex_of(words(each)).replace(",", " ") for each in listed(item.get("categories"))
    )


def _without_what_is_said_twice(fields: dict[str, str]) -> dict[str, str]:
    """Leave out the address that the DOI or the number says, and a status that is none."""
    url = fields.get("url", "")
    number = fields.get("eprint", "\0")
    if (fields.get("doi") and _DOI.search(url)) or ("arxiv.org" in url and number in url):
        del fields["url"]
    if "pubstate" in fields and _told_as_wrong("pubstate", fields["pubstate"]):
        del fields["pubstate"]
    return fields


def _told_as_wrong(name: str, value: str) -> bool:
    told: list[str] = []
    read_status("misc", {name: value}, Text(), doi="", arxiv="", tell=lambda _, message: told.append(message))
    return bool(told)


def _key(item: Data, fields: dict[str, str], keys: Keys) -> str:
    """Keep the key of the source where it is one; else make one."""
    for name in ("citation-key", "citationKey", "id"):
        key = words(item, name)
        if _KEY.fullmatch(key) and key not in keys.given and not re.fullmatch(r"ITEM-\d+|[A-Z0-9]{8}", key):
            keys.given.add(key)
            return key
    people = fields.get("author") or fields.get("editor") or ""
    family = re.sub(r"[{}\\]", "", people.split(" and ")[0].partition(",")[0])
    year = (re.findall(r"\d{4}", fields.get("year", "") or fields.get("date", "")) or [""])[0]
    return keys.new(family, year, re.sub(r"\\\w+|[{}\\]", "", fields.get("title", "")))

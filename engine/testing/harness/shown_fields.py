"""The fields of a bibliography that its pages show nowhere, but for those that are not meant to be shown.

Entries and fields are found without the reader that is on trial; what a field says is looked for word by word in the
text and the links of the entry's place on the site.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from bibtexparser.entrypoint import parse_string
from bs4 import Tag
from sphinx_vita.reading.bibtex.known_fields import LINKS, is_known, link_name
from sphinx_vita.reading.latex.text import plain

NOT_MEANT = {  # fields, and why no list shows them
    "key shorthand shorttitle shortauthor shorteditor shortjournal shortseries nameaddon": "for those who cite it",
    "urldate issue_date lastchecked": "for those who cite it",
    "month day endyear endmonth endday": "a list tells the year",
    "keywords": "views filter by them",
    "issn lccn iswc isrn ismn isan": "the journal or the series stands there by its name",
    "archiveprefix eprinttype primaryclass eprintclass slaccitation": "the button of the archive says it",
    "langid hyphenation language": "the title is in it; another than English is told in words",
    "pagination bookpagination": "how to count, not what",
    "abbr abbrv venue_short selected preview preview_alt bibtex_show visibility status": "they steer the site",
    "pubstate options crossref xref xdata ids related relatedtype relatedoptions": "they steer the site",
    "annotation equal equal_contribution author+an editor+an author_an": "marks behind names say it",
    "editortype editoratype editorbtype editorctype authortype bookauthortype entrysubtype": "words before names do",
    "tldr": "cards show it",
    "award": "'true' is no name of an award",
}
PEOPLE = ("author", "editor", "translator", "editora", "editorb", "editorc", "bookauthor", "holder")
_REASONS = {name: reason for names, reason in NOT_MEANT.items() for name in names.split()}
_ARTICLES = ("article", "review", "periodical", "suppperiodical")
_BOOKS = ("book", "collection", "proceedings", "mvbook", "reference", "manual", "booklet", "inbook")
_NOT_OUT = re.compile(r"submit|review|prep|arxiv|preprint|press|accepted|appear|forthcoming|corr\b|rxiv", re.IGNORECASE)
_FORMULA = re.compile(r"\\\(.*?\\\)|\\\[.*?\\\]|\$[^$]*\$", re.DOTALL)  # other tests look at them
_ARXIV = re.compile(r"[0-9]{4}\.[0-9]{4,5}|[a-z-]+/[0-9]{7}")
_WORD = re.compile(r"[^\W_]+")


def not_shown(entry_type: str, fields: Mapping[str, str], place: Tag) -> Iterator[str]:
    """Yield the fields of an entry of which a word stands nowhere at its place on the site."""
    words = words_of_place(place)
    for name, value in fields.items():
        if is_known(name) and not why_not_meant(name, fields, entry_type) and not words >= words_of(name, value):
            yield name


def words_of_place(place: Tag) -> set[str]:
    """Return the words that a visitor reads or follows there; the BibTeX of the entry is not among them."""
    texts = [each for each in place.find_all(string=True) if not each.find_parent(class_="vita-bibtex")]
    lines = [each.get_text() for each in place.find_all("p")]  # H₂O is one word there
    links = [unquote(str(link["href"])) for link in place.find_all("a", href=True)]
    formulas = [str(each["alttext"]) for each in place.find_all("math", alttext=True)]
    return folded(" ".join([*texts, *links, *formulas, *lines]))


def words_of(name: str, value: str) -> set[str]:
    """Return what of a field must be read on a page: of a date the year, of names no `and`, of TeX what it prints."""
    text = plain(_FORMULA.sub(" ", value))
    if name in PEOPLE:
        text = re.sub(r"[(\[][^()]*[)\]]|[*†‡]", " ", text)  # what they did is told by marks
    if name in ("date", "eventdate", "origdate", "year"):
        return set(re.findall(r"[12][0-9]{3}", text)[:1])
    if name == "doi":  # what is none is told by a warning
        return folded("".join(re.findall(r"10\.[0-9]{4,}/\S+", text)[:1]))
    if name in ("arxiv", "arxivid", "arxiv_id", "eprint") and (number := _ARXIV.search(text)):
        return folded(number[0])
    if re.match(r"https?://", text):
        text = re.sub(r"^https?://(?:www\.|dx\.)?|[?#].*", "", unquote(text))
    return folded(text) - {"and", "others", "others}", "et", "al", "pp", "p", "arxiv", "the"}


def folded(text: str) -> set[str]:
    """Return the words of a text without case and accents."""
    bare = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return set(_WORD.findall(bare.casefold()))


def why_not_meant(name: str, fields: Mapping[str, str], entry_type: str) -> str:
    """Return why a field of such an entry is not shown; "" where it must be."""
    is_article, is_paper = entry_type in _ARTICLES, entry_type in ("inproceedings", "conference")
    has_badge = any(fields.get(each) for each in ("abbr", "abbrv", "venue_short", "shortjournal"))
    told = " ".join(
        fields.get(each, "") for each in ("note", "pubstate", "journal", "howpublished", "publisher", "url")
    )
    conditions = (
        (name in _REASONS, _REASONS.get(name, "")),
        (name.endswith("+an") or "_an" in name, "marks behind names say it"),
        (
            name in ("publisher", "address", "location", "institution", "organization", "type") and is_article,
            "of an article the journal is enough",
        ),
        (
            name in ("publisher", "address", "location", "organization", "eventtitle", "venue", "series", "conference")
            and is_paper
            and has_badge,
            "the badge of the conference is enough",
        ),
        (name == "isbn" and entry_type not in _BOOKS, "of the whole, of which this is a part"),
        (name == "numpages" and bool(fields.get("pages")), "its pages stand there"),
        (name in ("note", "addendum") and bool(_NOT_OUT.search(fields[name])), "a badge tells the status"),
        (
            name in ("volume", "number", "pages", "type", "howpublished", "publisher", "journal")
            and bool(_NOT_OUT.search(told)),
            "of what is not out only where it was sent",
        ),
        (name == "url" and bool(fields.get("doi")), "the DOI leads there"),
        (link_name(name) in LINKS and "://" not in fields[name], "its file lies elsewhere, and a warning says so"),
        (name == "doi" and "10.48550/" in fields[name], "the button of arXiv opens it"),
        (name == "eprint" and bool(re.match(r"https?://", fields[name])), "a button opens it"),
    )
    return next((reason for holds, reason in conditions if holds), "")


def entries_by_key(text: str) -> dict[str, tuple[str, dict[str, str]]]:
    """Return type and fields of the entries that bibtexparser reads by itself, each key once."""
    library = parse_string(text)
    return {
        entry.key: (entry.entry_type.lower(), {field.key.lower(): str(field.value) for field in entry.fields})
        for entry in library.entries
    }


def missing_fields(text: str, places: Mapping[str, Tag]) -> dict[str, list[str]]:
    """Return for each entry that a site shows the fields that stand nowhere at its place."""
    known = entries_by_key(text)
    found = {key: list(not_shown(*known[key], places[key])) for key in known if key in places}
    return {key: names for key, names in found.items() if names}

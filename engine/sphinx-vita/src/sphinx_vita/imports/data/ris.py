"""RIS, which every reference manager writes, in the words of CSL, made entries of a bibliography."""

import re
from typing import Any

import rispy

from sphinx_vita.imports.cvs.references import Keys
from sphinx_vita.imports.data.csl_json import work_of
from sphinx_vita.imports.data.json_values import Data, listed, words
from sphinx_vita.imports.drafts import Imported, Section

_TYPES = {
    "JOUR": "article-journal", "EJOUR": "article-journal", "MGZN": "article-magazine", "NEWS": "article-newspaper",
    "CONF": "paper-conference", "CPAPER": "paper-conference", "CHAP": "chapter", "ECHAP": "chapter", "BOOK": "book",
    "EBOOK": "book", "EDBOOK": "edited-book", "THES": "thesis", "RPRT": "report", "GOVDOC": "report",
    "UNPB": "manuscript", "MANSCPT": "manuscript", "DATA": "dataset", "DBASE": "dataset", "COMP": "software",
    "PAT": "patent", "STAND": "standard", "ELEC": "webpage", "BLOG": "webpage", "SLIDE": "speech", "HEAR": "hearing",
    "VIDEO": "broadcast", "MPCT": "motion_picture", "SOUND": "song", "ART": "graphic",
    "PCOMM": "personal_communication", "CASE": "legal_case", "STAT": "legislation", "ENCYC": "entry-encyclopedia",
    "DICT": "entry-dictionary", "PAMP": "pamphlet", "SER": "periodical", "PREPRINT": "article",
}  # fmt: skip
_NAMES = {  # of CSL -> of rispy, the first that says something counts
    "title": ("title", "primary_title"), "title-short": ("short_title",), "volume": ("volume",),
    "issue": ("number",), "publisher": ("publisher",), "publisher-place": ("place_published",), "DOI": ("doi",),
    "edition": ("edition",), "abstract": ("abstract", "notes_abstract"), "language": ("language",),
    "note": ("notes",), "genre": ("type_of_work",),
    "container-title-short": ("alternate_title2", "alternate_title1"), "number-of-volumes": ("number_of_volumes",),
    "id": ("id",), "container-title": ("secondary_title", "alternate_title3", "journal_name"), "URL": ("urls",),
}  # fmt: skip
_PEOPLE = {
    "author": ("authors", "first_authors"),
    "editor": ("editors", "secondary_authors"),
    "translator": ("subsidiary_authors",),
}
_BOOKS = ("book", "edited-book")
_NUMBERED = ("report", "standard", "patent")  # whose serial number is their own
_START = re.compile(r"^TY {1,2}- ", re.MULTILINE)


class _Reader(rispy.RisParser):  # type: ignore[misc]
    DEFAULT_MAPPING = rispy.TAG_KEY_MAPPING | {"ED": "editors"}
    DEFAULT_LIST_TAGS = (*rispy.LIST_TYPE_TAGS, "ED")


def is_ris(text: str) -> bool:
    """Whether a text is RIS."""
    return _START.match(text.lstrip("\ufeff \r\n")) is not None


def read_ris(text: str) -> Imported:
    """Read references of RIS; one that has no end ends where the next begins."""
    keys = Keys()
    ended = _START.sub(r"ER  - \n\g<0>", text.lstrip("\ufeff \r\n")) + "\nER  - \n"
    found = rispy.loads(ended, implementation=_Reader)
    contents = tuple(work_of(_as_csl(each), f"reference {number}", keys) for number, each in enumerate(found, 1))
    return Imported(sections=(Section(title="Publications", contents=contents),) if contents else ())


def _as_csl(reference: Data) -> dict[str, Any]:
    """Return a reference in CSL's words."""
    found: dict[str, Any] = {
        name: next((text for each in theirs if (text := words(reference, each))), "") for name, theirs in _NAMES.items()
    }
    found["type"] = _TYPES.get(words(reference, "type_of_reference"), "document")
    if found["type"] in _BOOKS:
        found |= {"collection-title": found.pop("container-title")}
    pages = [words(reference, name) for name in ("start_page", "end_page")]
    serial = words(reference, "issn")
    keywords = ", ".join(map(words, listed(reference.get("keywords"))))
    found |= {"page": "-".join(filter(None, pages)), "keyword": keywords}
    is_long = len(re.sub(r"[^\dXx]", "", serial)) > len("12345678")
    found |= {"number" if found["type"] in _NUMBERED else "ISBN" if is_long else "ISSN": serial}
    dates = [words(reference, name) for name in ("date", "year", "publication_year")]
    parts = next((parts for each in dates if (parts := re.findall(r"\d+", each)[:3])), [])
    found["issued"] = {"date-parts": [parts], "literal": next(filter(None, dates), "")}
    for role, theirs in _PEOPLE.items():
        people = next((listed(reference[each]) for each in theirs if reference.get(each)), [])
        found[role] = [_person(words(each)) for each in people]
    return found


def _person(name: str) -> dict[str, str]:
    """Return `Family, Given, Suffix` by its parts; a name without a comma is a group's."""
    family, *more = [part.strip() for part in name.split(",")]
    return {"family": family, "given": more[0], "suffix": "".join(more[1:2])} if more else {"literal": family}

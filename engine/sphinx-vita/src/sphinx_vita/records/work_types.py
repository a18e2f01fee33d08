"""The types of works: what views choose and group publications by, and what each type is called there.

Sources: "BibTeXing" (Patashnik), section 3.1; the biblatex manual, section 2.1; the types that al-folio, Zotero and
JabRef add.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WorkType:
    """One type: the heading of a group of such works, and the types of entries that are such works."""

    heading: str
    entries: str = ""  # separated by blanks
    within: str = ""  # the type that such works are too


WORK_TYPES = {  # in the order in which a CV lists them
    "article": WorkType("Journal articles", "article periodical suppperiodical"),
    "paper": WorkType("Conference papers", "inproceedings conference"),
    "book": WorkType("Books", "book mvbook booklet manual reference mvreference"),
    "edited": WorkType("Edited volumes", "collection mvcollection proceedings mvproceedings", within="book"),
    "chapter": WorkType("Book chapters", "incollection inbook bookinbook inreference suppbook suppcollection"),
    "review": WorkType("Reviews", "review", within="article"),
    "thesis": WorkType("Theses", "thesis phdthesis mastersthesis bachelorsthesis"),
    "report": WorkType("Reports", "report techreport"),
    "preprint": WorkType("Preprints", "preprint"),
    "manuscript": WorkType("Manuscripts", "unpublished"),
    "talk": WorkType("Talks", "talk presentation lecture"),
    "poster": WorkType("Posters", "poster", within="talk"),
    "dataset": WorkType("Datasets", "dataset"),
    "software": WorkType("Software", "software"),
    "patent": WorkType("Patents", "patent"),
    "standard": WorkType("Standards", "standard"),
    "webpage": WorkType("Web pages", "online electronic www"),
    "video": WorkType("Videos", "video"),
    "film": WorkType("Films", "movie"),
    "audio": WorkType("Recordings", "audio music"),
    "image": WorkType("Images", "image artwork"),
    "letter": WorkType("Letters", "letter"),
    "case": WorkType("Cases", "jurisdiction"),
    "statute": WorkType("Statutes", "legislation"),
    "treaty": WorkType("Treaties", "legal"),
    "other": WorkType("Other", "misc custom"),
}
ENTRY_TYPES = {entry: name for name, each in WORK_TYPES.items() for entry in each.entries.split()}
_SYNONYMS = {
    "conference": "paper",
    "journal article": "article",
    "conference paper": "paper",
    "book chapter": "chapter",
    "edited volume": "edited",
    "monograph": "book",
    "edited book": "edited",
    "book review": "review",
    "dissertation": "thesis",
    "phd": "phdthesis",
    "phd thesis": "phdthesis",
    "ph.d. thesis": "phdthesis",
    "doctoral thesis": "phdthesis",
    "master's thesis": "mastersthesis",
    "master thesis": "mastersthesis",
    "bachelor's thesis": "bachelorsthesis",
    "working paper": "report",
    "technical report": "report",
    "data": "dataset",
    "code": "software",
    "online": "webpage",
}
# How a type may be written -> the type; entry types that are a part of one, such as `phdthesis`, stay themselves.
TYPE_NAMES = {
    **{entry: entry for entry in ENTRY_TYPES},
    **_SYNONYMS,
    **{each.heading.lower(): name for name, each in WORK_TYPES.items()},
    **{name: name for name in WORK_TYPES},
}

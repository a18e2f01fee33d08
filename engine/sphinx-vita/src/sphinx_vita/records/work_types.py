"""The types of works: what views choose and group publications by, and what each type is called there.

Sources: "BibTeXing" (Patashnik), section 3.1; the biblatex manual, section 2.1; the types that al-folio, Zotero and
JabRef add.
"""

from dataclasses import dataclass

from sphinx_vita.locale import N_


@dataclass(frozen=True, slots=True)
class WorkType:
    """One type: the heading of a group of such works, and the types of entries that are such works."""

    heading: str  # for `_` to translate
    entries: str = ""  # separated by blanks
    within: str = ""  # the type that such works are too


WORK_TYPES = {  # in the order in which a CV lists them
    "article": WorkType(N_("Journal articles"), "article periodical suppperiodical"),
    "paper": WorkType(N_("Conference papers"), "inproceedings conference"),
    "book": WorkType(N_("Books"), "book mvbook booklet manual reference mvreference"),
    "edited": WorkType(N_("Edited volumes"), "collection mvcollection proceedings mvproceedings", within="book"),
    "chapter": WorkType(N_("Book chapters"), "incollection inbook bookinbook inreference suppbook suppcollection"),
    "review": WorkType(N_("Reviews"), "review", within="article"),
    "thesis": WorkType(N_("Theses"), "thesis phdthesis mastersthesis bachelorsthesis"),
    "report": WorkType(N_("Reports"), "report techreport"),
    "preprint": WorkType(N_("Preprints"), "preprint"),
    "manuscript": WorkType(N_("Manuscripts"), "unpublished"),
    "talk": WorkType(N_("Talks"), "talk presentation lecture"),
    "poster": WorkType(N_("Posters"), "poster", within="talk"),
    "dataset": WorkType(N_("Datasets"), "dataset"),
    "software": WorkType(N_("Software"), "software"),
    "patent": WorkType(N_("Patents"), "patent"),
    "standard": WorkType(N_("Standards"), "standard"),
    "webpage": WorkType(N_("Web pages"), "online electronic www"),
    "video": WorkType(N_("Videos"), "video"),
    "film": WorkType(N_("Films"), "movie"),
    "audio": WorkType(N_("Recordings"), "audio music"),
    "image": WorkType(N_("Images"), "image artwork"),
    "letter": WorkType(N_("Letters"), "letter"),
    "case": WorkType(N_("Cases"), "jurisdiction"),
    "statute": WorkType(N_("Statutes"), "legislation"),
    "treaty": WorkType(N_("Treaties"), "legal"),
    "other": WorkType(N_("Other"), "misc custom"),
}
ENTRY_TYPES = {entry: name for name, each in WORK_TYPES.items() for entry in each.entries.split()}
_SYNONYMS = {
    "conference": "paper", "journal article": "article", "conference paper": "paper", "book chapter": "chapter",
    "edited volume": "edited", "monograph": "book", "edited book": "edited", "book review": "review",
    "dissertation": "thesis", "phd": "phdthesis", "phd thesis": "phdthesis", "ph.d. thesis": "phdthesis",
    "doctoral thesis": "phdthesis", "master's thesis": "mastersthesis", "master thesis": "mastersthesis",
    "bachelor's thesis": "bachelorsthesis", "working paper": "report", "technical report": "report", "data": "dataset",
    "code": "software", "online": "webpage",
}  # fmt: skip
# How a type may be written -> the type; entry types that are a part of one, such as `phdthesis`, stay themselves.
TYPE_NAMES = {
    **{entry: entry for entry in ENTRY_TYPES},
    **_SYNONYMS,
    **{each.heading.lower(): name for name, each in WORK_TYPES.items()},
    **{name: name for name in WORK_TYPES},
}

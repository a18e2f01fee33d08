"""The fields of a .bib entry that may leave the site. What is in neither list is nobody's business and is not read.

Sources: "BibTeXing" (Patashnik), section 3.2; the biblatex manual, section 2.2; the exports of ACM, APS, NASA ADS,
INSPIRE, MathSciNet, zbMATH, HAL, PubMed and DBLP; al-folio's `_layouts/bib.liquid`; HugoBlox' `url_*`.
"""

import re

_PEOPLE = "author editor editora editorb editorc translator annotator commentator introduction foreword afterword"
_OF_WORK = {  # what describes a work to those who cite it, and what each is
    _PEOPLE: "people: names joined by 'and', as BibTeX writes them; all are shown, with what they did",
    "advisor supervisor committee": "who guided and judged a thesis",
    "editortype editoratype editorbtype editorctype authortype": "what the people of the field beside it did",
    "bookauthor bookauthortype holder shortauthor shorteditor nameaddon": "further people, for those who cite it",
    "collaboration": "the group that signs beside the authors; 'ATLAS' is the ATLAS Collaboration",
    "title subtitle titleaddon": "the title and its parts; LaTeX is read, braces keep capitals in what is cited",
    "shorttitle origtitle reprinttitle": "other forms of the title, for those who cite it",
    "booktitle booksubtitle booktitleaddon maintitle mainsubtitle maintitleaddon": "the proceedings or the book",
    "journal journaltitle journalsubtitle journaltitleaddon shortjournal": "the journal; macros of ADS are known",
    "issuetitle issuesubtitle issuetitleaddon": "the title of a special issue",
    "eventtitle eventtitleaddon eventdate venue conference": "the conference, and when and where it was",
    "series shortseries": "the series that the book or the proceedings appeared in",
    "year month day date": "when it appeared: numbers, names of months, '2026-03-22', or a year such as 'In press'",
    "endyear endmonth endday issue_date origdate urldate": "other dates, for those who cite it",
    "volume volumes number issue part": "where in the journal or series",
    "pages eid articleno": "its pages, or the number of the article",
    "pagetotal numpages bookpagination pagination chapter": "how long it is, and how it is counted",
    "edition version": "which edition or version",
    "type entrysubtype": "the kind of thesis, report or other work in words",
    "howpublished": "how it appeared where no journal or book did it",
    "note addendum": "a remark, shown as it is; words such as 'Under review' give the status",
    "pubstate": "how far it is: 'submitted', 'inpress', 'prepublished' and the like",
    "abstract": "the abstract, shown on the page of the paper",
    "keywords": "words that views choose and group by, separated by commas; they stand in what others cite",
    "key": "what BibTeX sorts by",
    "publisher origpublisher": "the publisher",
    "institution school organization": "the university or the institution of a thesis or a report",
    "address location origlocation": "the place of the publisher or the conference",
    "language origlanguage langid hyphenation": "the language of the work",
    "shorthand court": "for those who cite it",
    "doi": "the DOI, bare or as an address",
    "url": "where it is to be found; a button",
    "eprint eprinttype eprintclass archiveprefix primaryclass": "its number in arXiv, HAL or another archive; a button",
    "isbn issn isan ismn isrn iswc urn lccn": "numbers of books, journals and other works",
    "pmid pmcid mrnumber zblnumber bibcode adsurl hal_id handle hdl": "its number in a catalog; a button",
    "oclc ark swhid": "its number in WorldCat, in an archive or at Software Heritage; a button",
    "reportnumber slaccitation": "numbers of INSPIRE",
}
LINKS = {  # fields that hold an address or the name of a file, and the kind of link that it is
    **dict.fromkeys(("pdf", "fulltext"), "pdf"),
    **dict.fromkeys(("preprint", "postprint"), "preprint"),
    **dict.fromkeys(("url", "html", "publisher_url", "title_url", "link"), "publisher"),
    **dict.fromkeys(("code", "github", "software", "repository", "repo"), "code"),
    **dict.fromkeys(("website", "project", "homepage", "project_page", "webpage", "demo"), "project"),
    **dict.fromkeys(("data", "dataset", "datasets"), "data"),
    **dict.fromkeys(("slides", "presentation"), "slides"),
    "poster": "poster",
    **dict.fromkeys(("video", "youtube", "recording", "talk"), "video"),
    **dict.fromkeys(("supp", "supplement", "supplementary", "appendix"), "supplement"),
    **dict.fromkeys(("blog", "blogpost", "zhihu"), "blog"),
}
_OF_PAGES = {  # what pages show in their own way, and what joins entries
    "abbr abbrv venue_short": "the short name of the venue, for its badge",
    "tags": "more words that views choose and group by, such as 'invited'; they are keywords too, but not in BibTeX",
    "tldr": "the result in one line, shown in lists, on cards and first on the page of the paper",
    "selected": "'true' for what 'selected' of a view chooses",
    "preview preview_alt": "a picture for lists, cards and the page of the paper, and what it shows in words",
    "bibtex_show": "of al-folio; the citation can be shown for every entry here",
    "visibility": "'private' withholds the entry, 'private abstract, code' those fields",
    "status": "how far it is, where 'pubstate' does not say it",
    "annotation": "of Zotero: what signs such as '*' behind names mean",
    "award award_name awards": "prizes; a badge",
    "equal equal_contribution": "which authors contributed equally; 'author+an = {1=equal; 2=equal}' says it too",
    "ee": "the address of DBLP's electronic edition; a button",
    "arxiv arxivid arxiv_id": "the number in arXiv; a button",
    "biorxiv medrxiv ssrn openreview acl_id anthology": "its number or address there; a button",
    "hal halid jstor jstor_id googlebooks google_books pubmed pmc": "its number in a catalog or an archive; a button",
    "inspire inspirehep_id mr zbl s2id corpusid semanticscholar": "its number in a catalog; a button",
    "crossref xref xdata ids": "other entries whose fields it takes over, and its other keys",
    "related relatedtype relatedstring relatedoptions": "another version of the work: 'publishedas' or 'preprint'; or"
    " works of others: 'reviewof', 'translationof', 'reprintof' and the like",
    "options": "'dataonly' or 'skipbib' for an entry that others only refer to",
}
CITED = frozenset(" ".join(_OF_WORK).split())
OF_SITE = frozenset(" ".join(_OF_PAGES).split()) | frozenset(LINKS)
MEANINGS = {name: meaning for names, meaning in (_OF_WORK | _OF_PAGES).items() for name in names.split()}
_ANNOTATION = re.compile(rf"(?:{'|'.join(_PEOPLE.split())})(?:\+an(?::[\w-]+)?|_an)")
_NAMED_LINK = re.compile(rf"url_?({'|'.join(LINKS)})|({'|'.join(LINKS)})_?(?:urls?|link)")


def is_known(name: str) -> bool:
    """Whether a field means something to the site; all others are private."""
    return name in CITED or name in OF_SITE or bool(_ANNOTATION.fullmatch(name)) or link_name(name) != name


def link_name(name: str) -> str:
    """Return the plain name of a field for a link: `code` for `url_code` (HugoBlox), `code_url`, `codelink`."""
    named = _NAMED_LINK.fullmatch(name)
    return (named[1] or named[2]) if named else name

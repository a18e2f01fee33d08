"""The fields of a .bib entry that may leave the site. What is in neither list is nobody's business and is not read.

Sources: "BibTeXing" (Patashnik), section 3.2; the biblatex manual, section 2.2; the exports of ACM, APS, NASA ADS,
INSPIRE, MathSciNet, zbMATH, HAL, PubMed and DBLP; al-folio's `_layouts/bib.liquid`; HugoBlox' `url_*`.
"""

import re

_PEOPLE = "author editor editora editorb editorc translator annotator commentator introduction foreword afterword"
_ROLES = "editortype editoratype editorbtype editorctype authortype bookauthortype"
CITED = frozenset(  # what describes a work to those who cite it
    f"""
    {_PEOPLE} {_ROLES} bookauthor holder shortauthor shorteditor collaboration
    title subtitle titleaddon shorttitle booktitle booksubtitle booktitleaddon maintitle mainsubtitle maintitleaddon
    journal journaltitle journalsubtitle journaltitleaddon shortjournal issuetitle issuesubtitle issuetitleaddon
    eventtitle eventtitleaddon origtitle reprinttitle series shortseries nameaddon
    year month day date eventdate origdate urldate endyear endmonth endday issue_date
    volume volumes number issue part pages pagetotal numpages bookpagination pagination chapter eid articleno
    edition version type entrysubtype howpublished note addendum pubstate abstract keywords key
    publisher origpublisher institution school organization address location origlocation venue conference
    language origlanguage langid hyphenation shorthand court
    doi url eprint eprinttype eprintclass archiveprefix primaryclass isbn issn isan ismn isrn iswc urn lccn
    pmid pmcid mrnumber zblnumber bibcode adsurl hal_id handle hdl reportnumber slaccitation
    """.split()
)
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
OF_SITE = frozenset(  # what pages show in their own way, and what joins entries
    """
    abbr abbrv venue_short tldr selected preview preview_alt bibtex_show visibility status annotation
    award award_name awards equal equal_contribution ee
    arxiv arxivid arxiv_id pubmed pmc hal halid jstor jstor_id googlebooks google_books ssrn openreview acl_id anthology
    inspire inspirehep_id mr zbl s2id corpusid semanticscholar biorxiv medrxiv
    crossref xref xdata ids related relatedtype relatedstring relatedoptions options
    """.split()
) | frozenset(LINKS)
_ANNOTATION = re.compile(rf"(?:{'|'.join(_PEOPLE.split())})(?:\+an(?::[\w-]+)?|_an)")
_NAMED_LINK = re.compile(rf"url_?({'|'.join(LINKS)})|({'|'.join(LINKS)})_?(?:urls?|link)")


def is_known(name: str) -> bool:
    """Whether a field means something to the site; all others are private."""
    return name in CITED or name in OF_SITE or bool(_ANNOTATION.fullmatch(name)) or link_name(name) != name


def link_name(name: str) -> str:
    """Return the plain name of a field for a link: `code` for `url_code` (HugoBlox), `code_url`, `codelink`."""
    named = _NAMED_LINK.fullmatch(name)
    return (named[1] or named[2]) if named else name

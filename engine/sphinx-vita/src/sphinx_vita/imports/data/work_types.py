"""The types of works as CSL, Crossref, Zotero and ORCID name them, and the type of entry that each is.

Sources: the CSL 1.0.2 specification, appendix III; Crossref's REST API, `/types`; Zotero's schema; ORCID's `work-type`.
"""

import re

_TYPES = {
    "article": "article-journal journal-article article-magazine magazine-article article-newspaper newspaper-article"
    " journal-issue newsletter-article",
    "inproceedings": "paper-conference conference-paper proceedings-article conference-abstract conference-poster",
    "incollection": "chapter book-chapter book-section book-part book-track",
    "inreference": "entry entry-dictionary entry-encyclopedia reference-entry dictionary-entry encyclopedia-entry"
    " dictionary encyclopedia-article",
    "book": "book monograph classic edited-book reference-book textbook translation book-set book-series",
    "collection": "collection",
    "proceedings": "proceedings",
    "manual": "manual",
    "booklet": "pamphlet brochure",
    "periodical": "periodical journal",
    "review": "review review-book book-review annotation",
    "thesis": "thesis dissertation dissertation-thesis",
    "mastersthesis": "masters-thesis supervised-student-publication",
    "report": "report report-series report-component technical-report working-paper research-report"
    " government-publication policy-report",
    "preprint": "preprint posted-content",
    "unpublished": "manuscript",
    "dataset": "dataset data-set database data-management-plan physical-object",
    "software": "software computer-program research-tool",
    "patent": "patent invention",
    "standard": "standard standards-and-policy technical-standard standard-series",
    "online": "webpage post post-weblog website blog-post forum-post online-resource",
    "talk": "speech presentation lecture-speech lecture conference-presentation conference-output",
    "movie": "motion-picture film",
    "video": "broadcast video-recording tv-broadcast radio-broadcast video cartoon",
    "audio": "song audio-recording podcast musical-composition sound-design",
    "image": "figure graphic map artwork visual-artwork design",
    "music": "musical-score",
    "letter": "personal-communication letter email instant-message interview transcript",
    "jurisdiction": "legal-case case",
    "legislation": "legislation bill regulation statute hearing",
    "legal": "treaty",
}
_FOLDED = {re.sub(r"\W", "", each): name for name, them in _TYPES.items() for each in them.split()}
SUBTYPES = {"articlemagazine": "magazine", "magazinearticle": "magazine", "articlenewspaper": "newspaper",
            "newspaperarticle": "newspaper"}  # fmt: skip


def folded_type(written: str) -> str:
    """Return the name of a type in small letters alone: `journalArticle` is `journal-article`."""
    return re.sub(r"[\W_]", "", written).lower()


def entry_type_of(written: str) -> str:
    """Return the type of entry for a work; `misc` for one that is not known.

    >>> entry_type_of("article-journal"), entry_type_of("bookSection"), entry_type_of("")
    ('article', 'incollection', 'misc')
    """
    return _FOLDED.get(folded_type(written), "misc")

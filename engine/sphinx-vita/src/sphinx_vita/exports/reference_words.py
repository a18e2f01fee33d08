"""The words that a list prints between the facts of a work; `{}` stands in the place of the fact."""

import re

from sphinx_vita.reading.works import Work

AND = " and "
ET_AL = " et al."
IN = "In "
BY = " by "
OF = " of "
EDITED_BY = "edited by "
SPECIAL_ISSUE = "special issue "
NUMBERED = {
    "volume": "volume {}",
    "book_volume": "vol. {}",
    "volumes": "{} vols.",
    "part": "part {}",
    "number": "no. {}",
    "article": "article {}",
    "chapter": "chapter {}",
    "page": "page {}",
    "pages": "pages {}",
    "page_total": "{} pages",
    "edition": "{} ed.",
    "series": "{} ser.",
    "version": "version {}",
    "isbn": "ISBN {}",
    "language": "in {}",
    "original": "originally {}",
    "reprint": "reprinted as {}",
}
_VOLUME = re.compile(r"^(?:vol|band\b|bd\b|tom[eo]?\b|t\.)", re.IGNORECASE)
SAYS_IT = {  # what authors write beside a number themselves
    "volume": _VOLUME,
    "book_volume": _VOLUME,
    "volumes": re.compile(r"vol|bände|bde|tom", re.IGNORECASE),
    "part": re.compile(r"^(?:part|pt|teil|partie)", re.IGNORECASE),
    "number": re.compile(r"^(?:nos?\b|nr\b|num|issue|iss\b|heft|h\.|n[°º]|№)", re.IGNORECASE),
    "article": re.compile(r"^art", re.IGNORECASE),
    "chapter": re.compile(r"^(?:ch|kap)", re.IGNORECASE),
    "page": re.compile(r"^(?:pp?\b|s\.|pages?\b|article)", re.IGNORECASE),
    "pages": re.compile(r"^(?:pp?\b|s\.|pages?\b|article)", re.IGNORECASE),
    "page_total": re.compile(r"page|pp?\b|\bS\.|seiten|leaves|feuill", re.IGNORECASE),
    "series": re.compile(r"ser", re.IGNORECASE),
    "version": re.compile(r"^v(?:ersion|er\b|\.?\s?[0-9])|release", re.IGNORECASE),
    "isbn": re.compile(r"^isbn", re.IGNORECASE),
}
KINDS = {  # of works whose place does not tell what they are
    Work.THESIS: "Thesis",
    Work.REPORT: "Report",
    Work.PATENT: "Patent",
    Work.STANDARD: "Standard",
    Work.SOFTWARE: "Software",
    Work.DATASET: "Dataset",
    Work.TALK: "Talk",
    Work.VIDEO: "Video",
    Work.FILM: "Film",
    Work.AUDIO: "Audio",
    Work.IMAGE: "Image",
    Work.LETTER: "Letter",
}
KINDS_BY_TYPE = {  # the same by the type of the entry, where that says more
    "poster": "Poster",
    "lecture": "Lecture",
    "presentation": "Presentation",
    "review": "Review",
    "booklet": "Booklet",
    "manual": "Manual",
    "artwork": "Artwork",
    "music": "Music",
}
PARTS_OF_PEOPLE = {
    "editor": "Edited by {}",
    "translator": "Translated by {}",
    "introduction": "Introduction by {}",
    "foreword": "Foreword by {}",
    "afterword": "Afterword by {}",
    "annotator": "Annotated by {}",
    "commentator": "Commentary by {}",
    "compiler": "Compiled by {}",
    "founder": "Founded by {}",
    "continuator": "Continued by {}",
    "redactor": "Redaction by {}",
    "reviser": "Revised by {}",
    "collaborator": "With {}",
    "organizer": "Organized by {}",
    "director": "Directed by {}",
}
EDITORS = {"editor": ("editor", "editors"), "compiler": ("compiler", "compilers"), "founder": ("founder", "founders")}
ORIGINS = {  # by biblatex's `relatedtype`
    "reviewof": "Review of ",
    "translationof": "Translation of ",
    "maintranslationof": "Translation of ",
    "translationfrom": "Translated from ",
    "translationas": "Translated as ",
    "reprintof": "Reprint of ",
    "reprintfrom": "Reprinted from ",
    "reprintas": "Reprinted as ",
    "origpubin": "Originally published in ",
    "origpubas": "Originally published as ",
}

"""Publications as CSL-JSON, which citation processors such as Pandoc's and Zotero's read."""

import json
from collections.abc import Sequence
from typing import Any

from vita.lines import one_line
from vita.model import Name, Publication
from vita.text import csl
from vita.works import Work, address_of, status_of, work_of

_TYPES = {
    Work.ARTICLE: "article-journal",
    Work.PAPER: "paper-conference",
    Work.CHAPTER: "chapter",
    Work.BOOK: "book",
    Work.THESIS: "thesis",
    Work.REPORT: "report",
    Work.PREPRINT: "article",  # CSL's word for a preprint
    Work.MANUSCRIPT: "manuscript",
    Work.DATASET: "dataset",
    Work.SOFTWARE: "software",
    Work.PATENT: "patent",
    Work.WEBPAGE: "webpage",
    Work.OTHER: "document",
}
_GENRES = {"phdthesis": "PhD thesis", "mastersthesis": "Master's thesis", "bachelorsthesis": "Bachelor's thesis"}
_SEASONS = {"Spring": 1, "Summer": 2, "Fall": 3, "Autumn": 3, "Winter": 4}


def dump(publications: Sequence[Publication]) -> str:
    """Write the publications as items, the newest first; ends with a line feed."""
    ordered = sorted(publications, key=lambda publication: (publication.newest_first, publication.key))
    return json.dumps([_item(publication) for publication in ordered], indent=2, ensure_ascii=False) + "\n"


def _item(publication: Publication) -> dict[str, Any]:
    texts = {name: one_line(value) for name, value in _texts(publication).items()}
    lists = {
        "author": [_name(author.name) for author in publication.authors],
        "editor": [_name(editor.name) for editor in publication.editors],
        "issued": _issued(publication),
        "custom": {"has-more-authors": True} if publication.has_more_authors else {},
    }
    required = {"id": publication.key, "type": _TYPES[work_of(publication)]}
    return required | {name: value for name, value in (texts | lists).items() if value}


def _texts(publication: Publication) -> dict[str, object]:
    is_institution = work_of(publication) in (Work.THESIS, Work.REPORT)  # it publishes the work, and does not hold it
    return {
        "title": csl(publication.title),
        "container-title": "" if is_institution else publication.venue,
        "container-title-short": publication.venue_short,
        "publisher": publication.publisher or (publication.venue if is_institution else ""),
        "genre": _GENRES.get(publication.entry_type.lower(), ""),
        "volume": publication.volume,
        ("number" if is_institution else "issue"): publication.number,
        "page": publication.pages.replace("–", "-"),  # citation styles write the dash that they want
        "DOI": publication.doi,
        "ISBN": publication.isbn,
        "URL": address_of(publication),
        "archive": "arXiv" if publication.arxiv else "",
        "archive_location": publication.arxiv,
        "status": status_of(publication),
        "keyword": ", ".join(publication.keywords),
        "abstract": csl(publication.abstract),
        "note": ". ".join(str(remark).rstrip(".") for remark in publication.remarks),
    }


def _name(name: Name) -> dict[str, str]:
    """Give a name by its parts; one of one part, a collaboration's too, must be printed as it is."""
    if name.family == str(name):
        return {"literal": one_line(name.family)}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {part: one_line(text) for part, text in parts.items() if text}


def _issued(publication: Publication) -> dict[str, Any]:
    date = publication.date
    if not date:
        return {"literal": one_line(publication.year)} if publication.year else {}
    parts = [part for part in (date.year, date.month, date.day) if part]
    season = {"season": _SEASONS[date.season]} if date.season in _SEASONS else {}
    return {"date-parts": [parts], **season}

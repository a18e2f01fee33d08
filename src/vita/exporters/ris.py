"""Publications as RIS, which every reference manager imports."""

from collections.abc import Sequence
from typing import Any

import rispy

from vita.lines import one_line
from vita.model import Publication
from vita.works import Work, address_of, end_pages, family_first, status_of, work_of, year_of

_TYPES = {
    Work.ARTICLE: "JOUR",
    Work.PAPER: "CPAPER",
    Work.CHAPTER: "CHAP",
    Work.BOOK: "BOOK",
    Work.THESIS: "THES",
    Work.REPORT: "RPRT",
    Work.PREPRINT: "UNPB",
    Work.MANUSCRIPT: "UNPB",
    Work.DATASET: "DATA",
    Work.SOFTWARE: "COMP",
    Work.PATENT: "PAT",
    Work.WEBPAGE: "ELEC",
    Work.OTHER: "GEN",
}


class _Writer(rispy.RisWriter):  # type: ignore[misc]
    """Writes no number before a reference: managers would take it for a part of the one before."""

    def set_header(self, count: int) -> str:
        return ""


def dump(publications: Sequence[Publication]) -> str:
    """Write the publications as references, the newest first; ends with a line feed."""
    ordered = sorted(publications, key=lambda publication: (publication.newest_first, publication.key))
    text: str = rispy.dumps([_reference(publication) for publication in ordered], implementation=_Writer)
    return text or "\n"


def _reference(publication: Publication) -> dict[str, Any]:
    """Give the tags by rispy's names, in the order in which they are written."""
    first_page, last_page = end_pages(publication)
    tags: dict[str, Any] = {
        "type_of_reference": _TYPES[work_of(publication)],
        "id": publication.key,
        "authors": [family_first(author.name) for author in publication.authors],
        "secondary_authors": [family_first(editor.name) for editor in publication.editors],
        "title": publication.title,
        "secondary_title": publication.venue,
        "alternate_title1": publication.venue_short,
        "year": year_of(publication),
        "date": _date(publication),
        "volume": publication.volume,
        "number": publication.number,
        "start_page": first_page,
        "end_page": last_page,
        "publisher": publication.publisher,
        "issn": publication.isbn,  # RIS has one tag for both
        "doi": publication.doi,
        "type_of_work": status_of(publication).capitalize(),
        "keywords": list(publication.keywords),
        "notes": _notes(publication),
        "abstract": publication.abstract,
        "urls": [address_of(publication)],
    }
    return {name: clean for name, value in tags.items() if (clean := _clean(value))}


def _clean(value: Any) -> str | list[str]:
    if isinstance(value, list):
        return [line for line in map(one_line, value) if line]
    return one_line(value)


def _date(publication: Publication) -> str:
    """Give the date as RIS has it, `2026/03/` for a month: it must not be more exact than it was written."""
    date = publication.date
    if not date or not date.month:
        return ""
    return f"{date.year:04}/{date.month:02}/{f'{date.day:02}' if date.day else ''}"


def _notes(publication: Publication) -> list[str]:
    arxiv = [f"arXiv:{publication.arxiv}"] if publication.arxiv else []
    more = ["There are more authors than are named here."] if publication.has_more_authors else []
    return [*map(str, publication.remarks), *arxiv, *more]

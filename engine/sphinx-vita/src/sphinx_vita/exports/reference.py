"""What stands below the title of a work: where it appeared, in what, as which number, and who else had a part.

Each kind of work has its own order of facts; pages, PDFs and lists in plain text all print the same.
"""

from collections.abc import Iterable
from dataclasses import replace

from sphinx_vita.exports.reference_appearance import day, original, year
from sphinx_vita.exports.reference_facts import FACTS
from sphinx_vita.exports.reference_row import Piece, Row, has_others, italic, joined, marked, people_row, told
from sphinx_vita.exports.reference_words import EDITED_BY, EDITORS, NUMBERED, ORIGINS, PARTS_OF_PEOPLE, SPECIAL_ISSUE
from sphinx_vita.locale import _, ngettext
from sphinx_vita.reading.imprint import imprint_of
from sphinx_vita.reading.printable import one_line
from sphinx_vita.reading.works import Work
from sphinx_vita.records import Publication
from sphinx_vita.records.date_style import DateStyle
from sphinx_vita.records.text import Span, Text

__all__ = ["Piece", "Row", "collaboration_of", "contributors", "origins", "plain", "reference", "role_of_editors"]

_ORDERS = {
    Work.ARTICLE: "addon kind container special_issue editors series volume pages archived language year original",
    Work.PAPER: "addon container of_main editors edition series volume event chapter pages archived body publisher"
    " language year original",
    Work.CHAPTER: "addon kind within of_main editors edition volume series volumes chapter pages imprint language"
    " year isbn original",
    Work.BOOK: "addon kind of_main edition volume series volumes number version chapter pages event body imprint"
    " language year page_total isbn original",
    Work.THESIS: "addon numbered_kind imprint language year page_total original",
    Work.REPORT: "addon report series version imprint_of_report language year pages page_total original",
    Work.PATENT: "addon numbered_kind place holder date original",
    Work.STANDARD: "addon numbered_kind version edition imprint year page_total",
    Work.SOFTWARE: "addon kind version number body imprint series year",
    Work.DATASET: "addon kind version number body imprint series year",
    Work.TALK: "addon kind event organization language date",
    Work.PREPRINT: "addon archive version language year",
    Work.MANUSCRIPT: "addon venue language year",
    Work.WEBPAGE: "addon container organization version archived language date",
    Work.LETTER: "addon kind venue place language date",
    Work.CASE: "reporter court number date",
    Work.STATUTE: "reporter number imprint date",
    Work.TREATY: "reporter number imprint date",
}
_OF_OTHERS = (
    "addon kind venue event series volume number edition version pages archived body imprint language year"
    " page_total isbn original"
)
_IN_CONTAINERS = (Work.ARTICLE, Work.PAPER, Work.CHAPTER)  # whose editors are those of the container
_OWN_WORDS = (EDITED_BY, SPECIAL_ISSUE, *(each for each in NUMBERED.values() if isinstance(each, str)))
_IN_LINE = ("bookauthor", "holder")  # who stand in the line itself


def reference(publication: Publication, style: DateStyle, *, with_year: bool = True) -> Row:
    """Return the line of facts that tells what a work is and where it is found; the year may stand elsewhere."""
    imprint = imprint_of(publication)
    dated = {"original": original(imprint, style), "date": day(publication, imprint, style)}
    dated["year"] = year(publication, imprint, style)
    order = _ORDERS.get(imprint.work, _OF_OTHERS).split()
    chosen = [name for name in order if with_year or name not in ("year", "date")]
    row = [dated[name] if name in dated else FACTS[name](publication, imprint) for name in chosen]
    return _begun(joined(row))


def _begun(row: Row) -> Row:
    """Begin a line with a capital where a word of ours stands first: `Vol. 2 of The Whole`, but `arXiv:2401.00001`."""
    first = row[0] if row else None
    own = tuple(filter(None, (_(words).partition("{")[0] for words in _OWN_WORDS)))
    if isinstance(first, Span) and first.characters.startswith(own):
        return [replace(first, characters=first.characters[:1].upper() + first.characters[1:]), *row[1:]]
    return row


def contributors(publication: Publication) -> Row:
    """Return who else had a part, and which: `Translated by Ada Lovelace. Foreword by Charles Babbage`."""
    work = imprint_of(publication).work
    editors = publication.editors if publication.authors and work not in _IN_CONTAINERS else ()
    parts = [("editor", editors), *((each.role, each.people) for each in publication.contributions)]
    rows = []
    for role, people in parts:
        if people and role not in _IN_LINE:
            names = people_row(people, has_more=has_others(publication, role))
            led = [Span(f"{role.capitalize()}{_(': ')}"), *names]
            rows.append(told(_(PARTS_OF_PEOPLE[role]), names) if role in PARTS_OF_PEOPLE else led)
    return joined(rows, _(". "))


def origins(publication: Publication, style: DateStyle) -> Row:
    """Return which works of others it deals with: `Review of The Court, Ada Lovelace, Oxford: Press, 2019`."""
    relation = publication.origin
    if relation is None or not publication.originals:
        return []
    rows = []
    for work in publication.originals:
        title = marked([italic(replace(span, link="")) for span in work.title.spans])
        rows.append(joined([title, people_row(work.authors or work.editors), reference(work, style)]))
    works = joined(rows, _("; "))
    led = f"{str(relation.words).rstrip(' :')}{_(': ')}" if relation.words else ""
    return [Span(led), *works] if led else told(_(ORIGINS[relation.kind]), works)


def role_of_editors(publication: Publication) -> str:
    """Return what the editors of a work without authors are called: `editors`, or what `editortype` says."""
    role = dict(publication.fields).get("editortype", "").strip(" {}").lower() or "editor"
    return ngettext(*EDITORS.get(role, (role, role)), len(publication.editors))


def collaboration_of(publication: Publication) -> str:
    """Return the group that signs beside the authors, where it is not one of them: `ATLAS Collaboration`."""
    name = imprint_of(publication).collaboration
    if not name:
        return ""
    bare = name.removesuffix(" Collaboration").lower()
    return "" if any(bare in str(each.name).lower() for each in publication.authors) else name


def plain(row: Iterable[Piece]) -> str:
    """Return a row as characters on one line."""
    return one_line("".join(str(Text((each,))) if isinstance(each, Span) else str(each.name) for each in row))

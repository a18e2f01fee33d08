"""Entries as BibTeX's classic styles print them: their types and fields in the place of biblatex's.

biblatex reads the classic words too, so one entry serves both.
"""

import re
from collections.abc import Iterable, Sequence

from sphinx_vita.exports.citation import address_of
from sphinx_vita.reading.name_parts import is_group
from sphinx_vita.reading.name_suffixes import generation
from sphinx_vita.reading.works import Work, work_of
from sphinx_vita.records import Author, Name, Order, Publication, Status
from sphinx_vita.records.dates import MONTHS

Fields = dict[str, str]

_CLASSIC = frozenset(
    "article book booklet conference inbook incollection inproceedings manual mastersthesis misc phdthesis proceedings"
    " techreport unpublished".split()
)
_TYPES = {
    "report": "techreport", "thesis": "phdthesis", "bachelorsthesis": "mastersthesis", "inreference": "incollection",
    "suppcollection": "incollection", "bookinbook": "inbook", "suppbook": "inbook", "suppperiodical": "article",
    **dict.fromkeys(("collection", "mvcollection", "mvbook", "reference", "mvreference"), "book"),
    "mvproceedings": "proceedings",
}  # fmt: skip
_NAMES = {
    "journaltitle": "journal", "location": "address", "eprinttype": "archiveprefix", "eprintclass": "primaryclass",
}  # fmt: skip
_OF_A_SITE = frozenset(  # what biblatex or a site keeps books with; no style shall print it in another's bibliography
    "pubstate addendum keywords options related relatedtype relatedstring relatedoptions".split()
)
_VENUES = ("journal", "booktitle", "series", "volume", "number", "pages", "publisher", "address", "issn", "isbn")
_NOTES = {Status.SUBMITTED: "Under review", Status.DRAFT: "In preparation", Status.ACCEPTED: "To appear"}
_MARKED = re.compile(
    r"[*∗†‡§¶✉(\[;]|(?<!\\)\^|\\(?:dd?agger|textsuperscript)|\bfamily\s*=|,\s*(?:$|\band\s)", re.IGNORECASE
)
_SPECIAL = re.compile(r"(?<!\\)[&%#$_]")


def as_classic(publication: Publication, written: Iterable[tuple[str, str]]) -> tuple[str, Fields]:
    """Return the type and the fields of an entry whose public fields are `written`, in their order."""
    fields = {name: value for name, value in written if name not in _OF_A_SITE and "+an" not in name}
    fields = {(own if (own := _NAMES.get(name, name)) not in fields else name): value for name, value in fields.items()}
    _write_names(publication, fields)
    _write_date(publication, fields)
    entry_type = _type(publication, fields)
    if entry_type in ("phdthesis", "mastersthesis") and "school" not in fields and "institution" in fields:
        fields["school"] = fields.pop("institution")
    if entry_type == "unpublished":
        fields = {name: value for name, value in fields.items() if name not in _VENUES}
    note = _note(publication, entry_type)
    if note and "note" not in fields:
        fields["note"] = note
    url = address_of(publication)
    if url and "url" not in fields:
        fields["url"] = url
    return entry_type, fields


def _type(publication: Publication, fields: Fields) -> str:
    """Return a type that classic styles know; what has not appeared is no article of the journal it was sent to."""
    written = publication.entry_type.lower()
    work = work_of(publication)
    if work is Work.MANUSCRIPT:
        return "unpublished"
    if work is Work.PREPRINT and "journal" not in fields and "institution" not in fields:
        return "misc"
    if written == "bachelorsthesis":
        fields.setdefault("type", "Bachelor's thesis")
    if written == "thesis" and re.search(r"master|mathesis|diplom", fields.get("type", ""), re.IGNORECASE):
        return "mastersthesis"
    return written if written in _CLASSIC else _TYPES.get(written, "misc")


def _note(publication: Publication, entry_type: str) -> str:
    """Return what a style cannot tell of a work that has not appeared; an unpublished one must have a note."""
    number = f"arXiv:{publication.arxiv}" if publication.arxiv else ""
    if entry_type == "unpublished":
        return ", ".join(part for part in (_NOTES.get(publication.status, "Unpublished"), number) if part)
    if publication.status is Status.ACCEPTED:
        return _NOTES[Status.ACCEPTED]
    return number if entry_type == "misc" and work_of(publication) is Work.PREPRINT else ""


def _write_date(publication: Publication, fields: Fields) -> None:
    """Write year and month for biblatex's date, and the month as the macro that every style has."""
    date = publication.date
    if "date" in fields and date:
        fields.setdefault("year", publication.year)
        if date.month:
            fields.setdefault("month", str(date.month))
        del fields["date"]
    if date and date.month and fields.get("month", "").isdecimal():
        fields["month"] = MONTHS[date.month - 1].lower()


def _write_names(publication: Publication, fields: Fields) -> None:
    """Write people anew where BibTeX would read something else than names: stars, semicolons, a comma too many."""
    for role, people in (("author", publication.authors), ("editor", publication.editors)):
        value = fields.get(role, "")
        has_more = role == "author" and publication.has_more_authors
        count = len(re.split(r"\s+and\s+", value))
        is_read_otherwise = any(_is_read_otherwise(each.name, value) for each in people)
        if people and value and (is_read_otherwise or _MARKED.search(value) or count != len(people) + has_more):
            fields[role] = _people(people, has_more=has_more)


def _is_read_otherwise(name: Name, written: str) -> bool:
    """Whether BibTeX makes other parts of a name: of `Doe JA`, `Doe, Jane, PhD` and a group without braces."""
    is_open = name.is_single and " " in name.family and f"{{{name.family}}}" not in written
    return bool(name.suffix) or name.order is Order.FAMILY_FIRST or is_open


def _people(people: Sequence[Author], *, has_more: bool) -> str:
    return " and ".join([*(_name(each.name) for each in people), *(["others"] if has_more else [])])


def _name(name: Name) -> str:
    family = " ".join(part for part in (name.particle, name.family) if part)
    suffix = generation(name.suffix)
    if not name.given and not suffix:
        text = f"{{{family}}}" if is_group(name) or " " in family or "," in family else family
    else:
        text = ", ".join([family, *([suffix] if suffix else []), name.given])
    return _SPECIAL.sub(r"\\\g<0>", text)

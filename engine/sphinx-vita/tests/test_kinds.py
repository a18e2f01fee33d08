"""A kind of record brings all that is its own on its class: name, key, entry and exports, of fields that it has."""

from collections.abc import Iterator

import pytest
from sphinx_vita.exports.schema_org import OF_PERSON as PROPERTIES
from sphinx_vita.records import (
    KINDS,
    Award,
    Person,
    Profile,
    Publication,
    Record,
    name_of,
    newest_first,
    options_of,
    text_name_of,
    text_of,
)
from sphinx_vita.records.dates import Date, DateRange
from sphinx_vita.records.portfolio import Page, Portfolio
from sphinx_vita.records.text import Span, Style, Text

EVERY_KIND = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
WITHOUT_ENTRY = (Profile, Publication)  # the head of the home page, and an item of a list
WITHOUT_EXPORT = (Profile, Person, Publication)  # the one that all exports are about, others, and what has its own


def named_fields(kind: type[Record]) -> Iterator[str]:
    yield from kind.named_by
    yield from [kind.keyed_by] if kind.keyed_by else []
    for piece in kind.layout.pieces():
        yield from (name for name in (piece.field, piece.link) if name)
    yield from kind.exported.remarks
    for fields in kind.exported.resume_properties.values():
        yield from fields


@EVERY_KIND
def test_a_kind_says_what_it_is_called_how_it_stands_and_where_it_goes(kind: type[Record]) -> None:
    for name in ("kind", "noun", "named_by", "layout", "exported"):
        assert any(name in vars(each) for each in kind.__mro__[: kind.__mro__.index(Record)]), name


@EVERY_KIND
def test_what_a_kind_names_are_fields_that_it_has(kind: type[Record]) -> None:
    assert [name for name in named_fields(kind) if not hasattr(kind, name)] == []


def test_every_kind_has_an_entry_but_those_that_stand_otherwise() -> None:
    assert tuple(kind for kind in KINDS.values() if not kind.layout.head) == WITHOUT_ENTRY


def test_every_kind_is_in_an_export_but_those_that_say_why_not() -> None:
    assert tuple(kind for kind in KINDS.values() if kind.exported.is_nowhere) == WITHOUT_EXPORT


@EVERY_KIND
def test_a_property_of_schema_org_is_one_that_is_written(kind: type[Record]) -> None:
    assert kind.exported.schema_org in ("", "alumniOf", *PROPERTIES)


@EVERY_KIND
def test_an_entry_shows_all_that_must_be_written(kind: type[Record]) -> None:
    if kind in WITHOUT_ENTRY:
        return
    required = {name for name, each in options_of(kind).items() if each.metadata["required"]}

    assert required - {piece.field for piece in kind.layout.pieces()} <= {"dates"}  # which have a column of their own


@EVERY_KIND
def test_a_section_of_the_resume_has_properties_and_these_have_a_section(kind: type[Record]) -> None:
    assert bool(kind.exported.resume) == bool(kind.exported.resume_properties)


def test_the_name_of_a_record_keeps_its_markup_and_leaves_out_what_is_not_said() -> None:
    title = Text((Span("Gold", Style.EMPHASIS), Span(" Medal")), "")
    award = Award(title="Gold Medal", issuer="The Society", texts=(("title", title),))

    assert text_of(award, "title") == title
    assert text_name_of(award).spans == (*title.spans[:1], Span(" Medal, The Society"))
    assert name_of(award) == str(text_name_of(award)) == "Gold Medal, The Society"
    assert name_of(Award(title="Gold Medal")) == str(text_name_of(Award(title="Gold Medal"))) == "Gold Medal"


def test_a_page_is_found_by_its_whole_name() -> None:
    names = ("cv", "cv/short", "index")
    pages = tuple(Page(docname=name, path=f"{name}.html", title=name) for name in names)
    portfolio = Portfolio(title="A Site", pages=pages)

    assert [portfolio.page(name) for name in names] == list(pages)
    assert [portfolio.page(name) for name in ("", "c", "cv/", "news", "zz")] == [None] * 5


def test_records_come_newest_first_and_those_without_dates_last() -> None:
    years = (2019, None, 2024, 2021)
    awards = [Award(title=str(year), dates=DateRange(start=Date(year=year)) if year else None) for year in years]

    assert [each.title for each in newest_first(awards)] == ["2024", "2021", "2019", "None"]

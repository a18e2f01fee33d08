"""Kinds of a site's own: what can be said of them in conf.py, what a class must have, and what is told of mistakes."""

import pickle
from dataclasses import dataclass
from typing import Any, ClassVar

import pytest
from sphinx_vita.reading.own_kinds import problems_of_kinds, read_kinds
from sphinx_vita.records import KINDS, Record, Value, add_kind, option, options_of
from sphinx_vita.records.declared import set_declared
from sphinx_vita.records.exported import Exported
from sphinx_vita.records.layout import Layout, Piece


def kind_of(**said: Any) -> type[Record]:
    (kind,) = read_kinds({"show": said})
    return kind


def test_a_title_alone_is_a_kind() -> None:
    kind = kind_of(options={"title": "text"})

    assert (kind.noun, kind.named_by, kind.exported.heading) == ("Show", ("title",), "Show")
    assert [piece.field for piece in kind.layout.pieces()] == ["title"]


def test_what_is_not_said_follows_from_the_options() -> None:
    options = {"title": "text", "venue": "text", "city": "text", "dates": "dates", "url": "link", "film": "link"}
    kind = kind_of(options={**options, "cast": "names", "size_in_cm": "text: its size"})

    assert [(piece.field, piece.link, piece.before) for piece in kind.layout.head] == [
        ("title", "url", ""),
        ("venue", "", ", "),
    ]
    assert [(line.kind, [(piece.field, piece.words) for piece in line.pieces]) for line in kind.layout.lines] == [
        ("place", [("city", "{}"), ("size_in_cm", "{}")]),
        ("people", [("cast", "Cast: {}")]),
        ("buttons", [("film", "Film")]),
    ]


def test_words_stand_around_the_options_that_they_belong_to() -> None:
    options = {"title": "text", "venue": "text", "size": "text"}
    kind = kind_of(options=options, head="“{title}” at {venue}", lines=["about {size} (in cm)"])

    assert [(piece.words, piece.before) for piece in kind.layout.pieces()] == [
        ("“{}", ""),
        ("{}", "” at "),
        ("about {} (in cm)", ""),
    ]


def test_the_last_words_of_the_head_belong_to_its_last_option_and_the_link_to_its_first() -> None:
    options = {"title": "text", "venue": "text", "url": "link", "size": "text"}
    kind = kind_of(options=options, head="{title} ({venue})", lines=["{size}"])

    assert [(piece.words, piece.link) for piece in kind.layout.pieces()] == [("{}", "url"), ("{})", ""), ("{}", "")]


def test_each_button_stands_apart_and_a_link_is_needed_where_it_comes_first() -> None:
    kind = kind_of(options={"title": "text", "film": "link", "paper": "doi"}, needed=["film"])

    assert [(piece.field, piece.before) for piece in kind.layout.lines[0].pieces] == [("film", ""), ("paper", " ")]
    assert {name: (each.metadata["value"], each.metadata["required"]) for name, each in options_of(kind).items()} == {
        "title": (Value.TEXT, True),
        "film": (Value.LINK, True),
        "paper": (Value.DOI, False),
    }


def test_every_option_is_a_property_of_the_resume_and_has_another_name_where_its_own_is_taken() -> None:
    taken = {"type": "text", "description": "text", "url": "text", "keywords": "text"}
    free = {"roles": "names", "city": "text", "dates": "dates"}
    exported = kind_of(options={"title": "text", **taken, **free}, heading="Shows").exported

    assert (exported.resume, exported.heading) == ("projects", "Shows")
    assert exported.resume_properties == {
        "name": ("title",),
        "type": ("kind",),
        "description": ("summary",),
        "highlights": ("highlights",),
        **{f"{name}_": (name,) for name in taken},
        "roles": ("roles",),
        "city": ("city",),
        "period": ("dates",),
    }
    assert "period" not in kind_of(options={"title": "text"}).exported.resume_properties


def test_a_record_of_a_declared_kind_can_be_stored_and_an_older_declaration_goes() -> None:
    first, second = read_kinds({"show": {"options": {"title": "text"}}, "solo": {"options": {"title": "text"}}})
    make: Any = second
    set_declared([first])
    set_declared([second])

    assert "solo" in KINDS
    assert "show" not in KINDS
    assert pickle.loads(pickle.dumps(make(title="Blue"))) == make(title="Blue")


TITLE = {"title": "text"}


@pytest.mark.parametrize(
    ("name", "said", "told"),
    [
        ("award", {"options": TITLE}, "a directive 'award' already"),
        ("timeline", {"options": TITLE}, "a directive 'timeline' already"),
        ("note", {"options": TITLE}, "a directive 'note' already"),
        ("Show", {"options": TITLE}, "small letters"),
        ("art-show", {"options": TITLE}, "small letters"),
        ("", {"options": TITLE}, "small letters"),
        ("show", None, "declares no options"),
        ("show", {}, "declares no options"),
        ("show", {"options": []}, "declares no options"),
        ("show", {"options": {"title": "text: "}, "hed": "{title}"}, "did you mean 'head'?"),
        ("show", {"options": {"title": "txt"}}, "did you mean 'text'?"),
        ("show", {"options": {"title": 3}}, "choose one of text, names"),
        ("show", {"options": {"title": "names"}}, "the first option 'title' is the name"),
        ("show", {"options": {"title": "text", "key": "text"}}, "cannot be called 'key'"),
        ("show", {"options": {"title": "text", "body": "text"}}, "cannot be called 'body'"),
        ("show", {"options": {"title": "text", "from": "text"}}, "cannot be called 'from'"),
        ("show", {"options": {"title": "text", "a b": "text"}}, "cannot be called 'a b'"),
        ("show", {"options": {"title": "text", "when": "dates"}}, "in an option 'dates'"),
        ("show", {"options": {"title": "text", "dates": "text"}}, "in an option 'dates'"),
        ("show", {"options": TITLE, "head": "{titel}"}, "'head' names 'titel', which is no option; did you mean"),
        ("show", {"options": TITLE, "head": "a show"}, "'head' names no option"),
        ("show", {"options": TITLE, "head": "{title"}, "a brace"),
        ("show", {"options": TITLE, "lines": ["{venue}"]}, "'lines' names 'venue'"),
        ("show", {"options": TITLE, "lines": "{title}"}, "'lines' is '{title}'"),
        ("show", {"options": TITLE, "needed": ["venue"]}, "'needed' names 'venue'"),
        ("show", {"options": TITLE, "key": "venue"}, "'key' names 'venue'"),
        ("show", {"options": TITLE, "news": "yes"}, "'news' is 'yes'"),
        ("show", {"options": TITLE, "noun": 3}, "'noun' is 3"),
    ],
)
def test_a_mistake_in_a_declaration_is_told_and_makes_no_kind(name: str, said: object, told: str) -> None:
    good = {"solo": {"options": TITLE}}

    assert told in "; ".join(problems_of_kinds({name: said, **good})[name])
    assert [kind.kind for kind in read_kinds({name: said, **good})] == ["solo"]


@pytest.mark.parametrize("written", [None, [], "show", 3])
def test_what_is_no_table_declares_nothing(written: object) -> None:
    assert read_kinds(written) == []


@dataclass(frozen=True, slots=True, kw_only=True)
class Voyage(Record):
    """A voyage."""

    kind: ClassVar[str] = "voyage"
    noun: ClassVar[str] = "Voyage"
    named_by: ClassVar[tuple[str, ...]] = ("title",)
    layout: ClassVar[Layout] = Layout((Piece("title"),))
    exported: ClassVar[Exported] = Exported(heading="Voyages")

    title: str = option(Value.TEXT, "where to", required=True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({"kind": "award"}, "there is a directive 'award' already"),
        ({"kind": "Voyage"}, "small letters"),
        ({"noun": ""}, "record: it has no noun"),
        ({"noun": "", "named_by": ()}, "it has no noun, named_by"),
        ({"layout": Layout()}, "record: its layout has no head"),
        ({"layout": Layout((Piece("titel"),))}, "fields that it does not have: titel"),
        ({"layout": Layout((Piece("title", link="url"),))}, "fields that it does not have: url"),
        ({"named_by": ("ship",), "keyed_by": "port"}, "fields that it does not have: ship, port"),
        ({"exported": Exported(resume="voyages", heading="V")}, "JSON Resume has no section 'voyages'; choose one"),
    ],
)
def test_a_class_that_is_no_kind_is_an_error_with_its_reason(words: dict[str, Any], told: str) -> None:
    before = dict(KINDS)
    wrong = type("Wrong", (Voyage,), words)

    with pytest.raises(ValueError, match="Wrong is no kind of record") as error:
        add_kind(wrong)
    assert told in str(error.value)
    assert before == KINDS


def test_a_class_without_fields_is_no_kind() -> None:
    words = {"kind": "bare", "noun": "Bare", "named_by": ("kind",), "exported": Exported(heading="Bare")}
    bare = type("Bare", (Record,), {**words, "layout": Layout((Piece("title"),))})

    with pytest.raises(ValueError, match=r"it has no field made by 'option\(\)'"):
        add_kind(bare)


def test_a_class_that_is_one_is_added() -> None:
    add_kind(Voyage)
    try:
        assert KINDS["voyage"] is Voyage
    finally:
        del KINDS["voyage"]

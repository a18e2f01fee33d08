"""One record as an entry: its lines begin with capitals, and say nothing twice."""

from typing import Any

import pytest
from docutils import nodes
from sphinx_vita.reading.record_options import read_options
from sphinx_vita.records import Dataset, Degree, Grant, Record, Service, Skill, Student, Talk, Teaching
from sphinx_vita.records.date_style import DateStyle
from sphinx_vita.sphinx.render.entries import entry


def lines_of(kind: type[Record], title: str, options: dict[str, Any]) -> list[str]:
    """Give the lines of an entry, the head first."""
    read = read_options(kind, title, options, 1)
    shown = entry(kind(**read.values, texts=read.texts), [], DateStyle())
    return [each.astext() for each in shown.findall(nodes.paragraph)]


@pytest.mark.parametrize(
    ("kind", "options", "line"),
    [
        (Student, {"role": "co-supervisor"}, "Co-supervisor"),
        (Teaching, {"level": "continuing education", "dates": "2020"}, "Continuing education"),
        (Talk, {"type": "invited", "event": "eLife day", "dates": "2020"}, "Invited, eLife day"),
        (Talk, {"event": "eLife day", "dates": "2020"}, "eLife day"),
        (Service, {"type": "eLife"}, "eLife"),
        (Grant, {"role": "PI", "status": "pending"}, "PI, pending"),
        (Grant, {"status": "*pending*"}, "pending"),
        (Service, {"type": "委員会"}, "委員会"),
    ],
)
def test_a_line_begins_with_a_capital_where_words_stand_first(
    kind: type[Record], options: dict[str, Any], line: str
) -> None:
    assert lines_of(kind, "X", options)[-1] == line


@pytest.mark.parametrize(
    ("kind", "options", "line"),
    [
        (Dataset, {"version": "3"}, "X, version 3"),
        (Dataset, {"version": "v3"}, "X, v3"),
        (Dataset, {"version": "Version 3"}, "X, Version 3"),
        (Grant, {"number": "301122"}, "no. 301122"),
        (Grant, {"number": "No. 7"}, "No. 7"),
        (Teaching, {"enrollment": "48", "dates": "2020"}, "48 students"),
        (Teaching, {"enrollment": "one student", "dates": "2020"}, "one student"),
        (Teaching, {"enrollment": "about 48 Students", "dates": "2020"}, "about 48 Students"),
        (Student, {"now": "lexicographer"}, "Now: lexicographer"),
        (Student, {"now": "now at sea"}, "now at sea"),
        (Degree, {"institution": "U", "thesis": "Thesis: On X"}, "Thesis: On X"),
        (Degree, {"institution": "U", "thesis": "Theses on X"}, "Thesis: Theses on X"),
    ],
)
def test_words_around_a_fact_are_said_once(kind: type[Record], options: dict[str, Any], line: str) -> None:
    assert line in lines_of(kind, "X", options)


def test_words_of_a_list_may_have_markup() -> None:
    read = read_options(Skill, "X", {"keywords": "H~2~O, *texts*, a_b"}, 1)

    assert read.values["keywords"] == ("H₂O", "texts", "a_b")
    assert lines_of(Skill, "X", {"keywords": "H~2~O, *texts*"})[-1] == "H2O, texts"
    shown = entry(Skill(name="X", keywords=("a", "b")), [], DateStyle())
    assert [each.astext() for each in shown.findall(nodes.paragraph)] == ["X", "a, b"]

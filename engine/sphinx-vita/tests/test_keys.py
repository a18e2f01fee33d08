"""The keys that records are given: each its own, and the same whatever older record comes later."""

from itertools import permutations
from typing import Any

import pytest
from sphinx_vita.reading.dates import parse_dates
from sphinx_vita.records import Award, Degree, Language, Position, Post, Record, Service, Skill, Talk, Teaching
from sphinx_vita.records.keys import first_key, settled
from sphinx_vita.records.slugs import slug


def course(title: str, dates: str, **others: Any) -> Teaching:
    return Teaching(title=title, dates=parse_dates(dates) if dates else None, **others)


def talk(dates: str, **others: Any) -> Talk:
    return Talk(title="Department Colloquium", dates=parse_dates(dates), **others)


def keys(*records: Record) -> list[str]:
    return [record.key for record in settled(records)]


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([course("Syntax", "Spring 2024"), course("Syntax", "Fall 2024")], ["syntax-2024-spring", "syntax-2024"]),
        ([course("Syntax", "2024"), course("Syntax", "2023")], ["syntax-2024", "syntax-2023"]),
        (
            [course("Syntax", "2024", institution="Here"), course("Syntax", "2024", institution="There")],
            ["syntax-2024", "syntax-2024-there"],
        ),
        ([course("Syntax", ""), course("Syntax", "")], ["syntax", "syntax-2"]),
        (
            [talk(f"{day} {month} 2015") for day in (3, 10) for month in ("Mar", "Apr", "May", "Nov")],
            [
                *("department-colloquium-2015-03-03", "department-colloquium-2015-04-03"),
                *("department-colloquium-2015-05-03", "department-colloquium-2015-11-03"),
                *("department-colloquium-2015-03-10", "department-colloquium-2015-04-10"),
                *("department-colloquium-2015-05-10", "department-colloquium-2015"),
            ],
        ),
        (
            [talk("2015") for _ in range(4)],
            ["department-colloquium-2015", *(f"department-colloquium-2015-{number}" for number in (2, 3, 4))],
        ),
        (
            [
                Position(title="Lecturer", organization="Uni", dates=parse_dates("2020 – 2021")),
                Position(title="Dean", organization="Uni", dates=parse_dates("2020 – Now")),
            ],
            ["uni-2020", "uni-2020-dean"],
        ),
        (
            [
                Service(role="Reviewer", venue="NeurIPS", dates=parse_dates("2024")),
                Service(role="Area chair", venue="NeurIPS", dates=parse_dates("2024")),
            ],
            ["neurips-2024", "neurips-2024-area-chair"],
        ),
        (
            [Degree(title="M.A.", institution="Uni"), Degree(title="B.A.", institution="Uni")],
            ["uni", "uni-b-a"],
        ),
        ([Service(role="Reviewer"), Service(role="Reviewer", venue="JASA")], ["reviewer", "jasa"]),
        ([Award(key="syntax-2024", title="x"), course("Syntax", "2024")], ["syntax-2024", "syntax-2024"]),
        ([course("Syntax", "2024"), Teaching(key="syntax-2024", title="x")], ["syntax-2024-2", "syntax-2024"]),
        ([course("Syntax", "2024"), Teaching(key="syntax (2024)", title="x")], ["syntax-2024-2", "syntax (2024)"]),
        ([Teaching(key="x", title="a"), Teaching(key="x", title="b")], ["x", "x"]),
        ([Skill(name="音声学"), Skill(name="統語論")], [slug("音声学"), slug("統語論")]),
        ([Language(), Language()], ["language", "language-2"]),
        ([Skill(name="R"), Skill(name="r")], ["r", "r-2"]),
    ],
)
def test_each_record_has_a_key_of_its_own(records: list[Record], expected: list[str]) -> None:
    assert keys(*records) == expected


def test_an_older_record_leaves_the_keys_of_the_others_as_they_are() -> None:
    """Whichever of them is added last: each record keeps its key when any number of older ones comes."""
    newest_first = [
        course("Syntax", "10 Nov 2024"),
        course("Syntax", "Fall 2024"),
        course("Syntax", "2 Mar 2024", institution="There"),
        course("Syntax", "2 Mar 2024", institution="Here"),
        course("Syntax", "Feb 2024"),
        course("Syntax", "2024"),
        course("Syntax", "2023"),
    ]
    for count in range(1, len(newest_first)):
        before, after = keys(*newest_first[:count]), keys(*newest_first[: count + 1])
        assert after[:count] == before
    assert len(set(keys(*newest_first))) == len(newest_first)


def test_the_order_in_which_records_are_read_makes_no_difference() -> None:
    records = [talk("3 Mar 2015"), talk("10 Mar 2015"), talk("Mar 2015"), talk("2015"), talk("Fall 2015")]
    given = {str(record.dates): key for record, key in zip(records, keys(*records), strict=True)}

    for order in permutations(records):
        assert {str(record.dates): key for record, key in zip(order, keys(*order), strict=True)} == given


def test_a_written_key_is_kept_and_the_first_is_that_of_a_record_alone() -> None:
    assert first_key(Award(key="The Medal!", title="Medal")) == "The Medal!"
    assert first_key(Award(title="Medal", dates=parse_dates("May 2020"))) == "medal-2020"
    assert first_key(Post(title="A Note")) == "a-note"

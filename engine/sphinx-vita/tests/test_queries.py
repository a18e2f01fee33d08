"""What a view chooses, read and judged without Sphinx; the options themselves are tested with pages."""

import pytest
from sphinx_vita.reading.dates import parse_dates
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.reading.view_options import FLAGS, OPTIONS, Query, read_query
from sphinx_vita.records import Award, Publication, Status
from sphinx_vita.records.text import Text
from sphinx_vita.sphinx.facets import Facets

FACETS = Facets(lambda name: name.family == "Valderrama")
PAPER = Publication(key="x", file="", entry_type="misc", title=Text.plain("T"), status=Status.ACCEPTED, year="In press")


def read(**written: str | None) -> Query:
    query, findings = read_query("publications", written, kinds=("publication",), style="list", line=7)
    assert findings == []
    return query


def award(dates: str) -> Award:
    return Award(key="x", title="T", dates=parse_dates(dates))


@pytest.mark.parametrize(
    ("dates", "year", "is_chosen"),
    [
        ("2020", "2020", True),
        ("2020", "2021", False),
        ("2019 – 2023", "2021", True),
        ("2019 – 2023", "2024", False),
        ("2019 – 2023", "2010-2019", True),
        ("2019 – 2023", "2010-2018", False),
        ("2019 – 2023", "2023-", True),
        ("2019 – Now", "2030", True),
        ("2019 – Now", "2018", False),
        ("2019, 2021–2023", "2019", True),
        ("2019, 2021–2023", "2020", False),
        ("2019, 2021–2023", "2022", True),
        ("2019/20", "2020", True),
        ("until 2019", "2019", True),
        ("expected 2027", "2027", True),
        ("forthcoming", "2000-", False),
    ],
)
def test_a_record_is_chosen_by_the_years_that_it_lasted(dates: str, year: str, is_chosen: bool) -> None:
    query, _ = read_query("timeline", {"kind": "award", "year": year}, kinds=(), style="list", line=1)

    assert query.accepts(award(dates), FACETS) is is_chosen


def test_what_has_no_date_is_in_no_year() -> None:
    assert not read(year="2000-").accepts(PAPER, FACETS)
    assert read().accepts(PAPER, FACETS)


@pytest.mark.parametrize("option", [name for name in OPTIONS if name not in FLAGS])
def test_every_option_may_be_empty_and_is_told_with_what_to_write(option: str) -> None:
    _, findings = read_query("publications", {option: None}, kinds=("publication",), style="list", line=7)

    assert [(finding.mistake, finding.line) for finding in findings] == [(Mistake.EMPTY_OPTION, 7)]
    assert OPTIONS[option] in findings[0].message


@pytest.mark.parametrize("limit", ["0", "-1", "1.5", "x", "²"])
def test_a_limit_is_a_whole_number_from_one_on(limit: str) -> None:
    query, findings = read_query("publications", {"limit": limit}, kinds=("publication",), style="list", line=7)

    assert query.limit is None
    assert [finding.mistake for finding in findings] == [Mistake.UNKNOWN_VALUE]


@pytest.mark.parametrize(
    "option",
    [
        {"status": "accepted"},
        {"keywords": "a"},
        {"year": "2020"},
        {"keys": "x"},
        {"selected": None},
        {"reviewed": None},
        {"limit": "3"},
    ],
)
def test_a_view_with_a_restriction_is_not_everything(option: dict[str, str | None]) -> None:
    assert not read(**option).is_everything
    assert read(style="cards", group="year").is_everything


def test_what_only_publications_have_chooses_no_other_record() -> None:
    for option in ({"status": "accepted"}, {"selected": None}):
        query, _ = read_query("timeline", {"kind": "award", **option}, kinds=(), style="list", line=1)

        assert not query.accepts(award("2020"), FACETS)


@pytest.mark.parametrize(
    ("written", "wanted"),
    [({}, None), ({"filter": None}, True), ({"filter": "yes"}, True), ({"filter": "true"}, True)]
    + [({"filter": text}, False) for text in ("no", "false", "No", " no ")],
)
def test_a_list_says_whether_it_has_a_filter_or_leaves_it_to_its_length(
    written: dict[str, str | None], wanted: bool | None
) -> None:
    assert read(**written).filter is wanted


@pytest.mark.parametrize(
    ("directive", "kinds", "written", "said"),
    [
        ("publications", "publication", {"filter": "perhaps"}, "'perhaps'"),
        ("publications", "publication", {"filter": "", "style": "cards"}, "has no list of papers to filter"),
        ("timeline", "talk", {"filter": "yes"}, "has no list of papers to filter"),
        ("timeline", "talk, publication", {"filter": "yes"}, "has no list of papers to filter"),
    ],
)
def test_what_can_have_no_filter_is_told(directive: str, kinds: str, written: dict[str, str], said: str) -> None:
    query, findings = read_query(directive, written | {"kind": kinds}, kinds=(), style="list", line=7)

    assert not query.filter
    assert [(finding.mistake, said in finding.message) for finding in findings] == [(Mistake.UNKNOWN_VALUE, True)]

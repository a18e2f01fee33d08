"""Dates as people write them on a CV, read and printed again."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sphinx_vita.records.dates import (
    Date,
    DateError,
    DateRange,
    ReversedDatesError,
    parse_date,
    parse_dates,
    parse_month,
)

READ = {
    "2025": ("2025", "2025"),
    "May 2025": ("May 2025", "2025-05"),
    "may 2025": ("May 2025", "2025-05"),
    "May. 2025": ("May 2025", "2025-05"),
    "May, 2025": ("May 2025", "2025-05"),
    "September 2025": ("Sep 2025", "2025-09"),
    "Sept. 2025": ("Sep 2025", "2025-09"),
    "12 May 2025": ("12 May 2025", "2025-05-12"),
    "May 12, 2025": ("12 May 2025", "2025-05-12"),
    "2025-05": ("May 2025", "2025-05"),
    "2025-5": ("May 2025", "2025-05"),
    "2025-05-12": ("12 May 2025", "2025-05-12"),
    "Fall 2024": ("Fall 2024", "2024"),
    "winter 2024": ("Winter 2024", "2024"),
    "29 Feb 2024": ("29 Feb 2024", "2024-02-29"),
    " 2025 ": ("2025", "2025"),
}
RANGES = {
    "May 2025 – Now": "May 2025 – Now",
    "May 2025 - present": "May 2025 – Present",
    "May 2025 — Ongoing": "May 2025 – Ongoing",
    "2019 – 2023": "2019 – 2023",
    "2019-2023": "2019 – 2023",
    "2019--2023": "2019 – 2023",
    "2019/2023": "2019 – 2023",
    "2019 to 2023": "2019 – 2023",
    "2019 until Now": "2019 – Now",
    "May – Aug 2024": "May 2024 – Aug 2024",
    "May-Aug 2024": "May 2024 – Aug 2024",
    "May 2024-Aug 2024": "May 2024 – Aug 2024",
    "2024-05 – 2024-08": "May 2024 – Aug 2024",
    "2024-05/2024-08": "May 2024 – Aug 2024",
    "Fall 2023 – Spring 2024": "Fall 2023 – Spring 2024",
    "2024 – May 2024": "2024 – May 2024",
    "May 2024 – 2024": "May 2024 – 2024",
    "2024": "2024",
}


@pytest.mark.parametrize("text", list(READ))
def test_a_date_is_read_printed_and_given_in_iso_8601(text: str) -> None:
    date = parse_date(text)

    assert (str(date), date.iso) == READ[text]


@pytest.mark.parametrize("text", list(RANGES))
def test_a_range_is_read_and_printed(text: str) -> None:
    assert str(parse_dates(text)) == RANGES[text]


@pytest.mark.parametrize(
    "text", ["", "soon", "Now", "13/2024", "2024-13", "2024-00", "31 Apr 2024", "30 Feb 2024", "0 May 2024", "20245",
             "0000",
             "Mayor 2024", "M 2024", "2024 – soon", "– 2024", "2024 –", "٢٠٢٤"]
)  # fmt: skip
def test_what_is_no_date_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(DateError, match="write it like 'May 2025 – Now'"):
        parse_dates(text)


@pytest.mark.parametrize(
    "text", ["2024 – 2023", "May 2024 – Apr 2024", "12 May 2024 – 11 May 2024", "Fall 2024 – May 2024"]
)
def test_an_end_before_its_start_is_refused(text: str) -> None:
    with pytest.raises(ReversedDatesError, match="write the earlier date first"):
        parse_dates(text)


def test_what_goes_on_comes_first_then_the_newest_end_then_the_newest_start() -> None:
    texts = ["2010 – 2015", "2012 – 2015", "2016", "2001 – Now", "2005 – Present", "Jan 2016", "Fall 2015"]

    ordered = sorted(texts, key=lambda text: parse_dates(text).newest_first)

    assert ordered == ["2005 – Present", "2001 – Now", "2016", "Jan 2016", "Fall 2015", "2012 – 2015", "2010 – 2015"]


@pytest.mark.parametrize(
    ("text", "month"), [("5", 5), ("05", 5), ("12", 12), ("13", None), ("0", None), ("May", 5), ("sept", 9),
                        ("Sep.", 9),
                        ("december", 12), ("ma", None), ("Mayor", None), ("", None), ("jun", 6), ("jul", 7)]
)  # fmt: skip
def test_a_month_is_read_by_number_name_or_beginning(text: str, month: int | None) -> None:
    assert parse_month(text) == month


dates = st.builds(Date, year=st.integers(1000, 9999), month=st.none() | st.integers(1, 12)) | st.builds(
    Date, year=st.integers(1000, 9999), month=st.integers(1, 12), day=st.integers(1, 28)
)


@given(dates)
def test_what_is_printed_is_read_as_the_same(date: Date) -> None:
    assert parse_date(str(date)) == date
    assert parse_date(date.iso) == date


@given(dates, dates)
def test_a_range_that_is_printed_is_read_as_the_same(one: Date, other: Date) -> None:
    start, end = sorted((one, other), key=lambda date: (date.first_day, date.last_day))
    whole = DateRange(start=start, end=end)

    assert parse_dates(str(whole)) == whole


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    with suppress(DateError):
        assert str(parse_dates(text))

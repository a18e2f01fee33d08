"""Dates as people write them on a CV, read and printed again."""

from contextlib import suppress
from itertools import product

import pytest
from harness.hostile.invented import budget
from hypothesis import given
from hypothesis import strategies as st
from sphinx_vita.reading.dates import DateError, ReversedDatesError, parse_date, parse_dates, parse_month
from sphinx_vita.records.date_style import FORMS, DateStyle
from sphinx_vita.records.date_words import WORDS
from sphinx_vita.records.dates import ONGOING, SEASONS, Date, DateRange


def printed(text: str) -> str:
    return DateStyle().print(parse_dates(text))


READ = {
    "平成二十九年四月二日": ("2 Apr 2017", "2017-04-02"),
    "二〇二四年十二月三十一日": ("31 Dec 2024", "2024-12-31"),
    "2024年（令和6年）4月": ("Apr 2024", "2024-04"),
    "令和6年（2024年）4月": ("Apr 2024", "2024-04"),
    "H29.3.31": ("31 Mar 2017", "2017-03-31"),
    "R6.4": ("Apr 2024", "2024-04"),
    "2024年3月修了": ("Mar 2024", "2024-03"),
    "2024년 2월 졸업": ("Feb 2024", "2024-02"),
    "2024年7月毕业": ("Jul 2024", "2024-07"),
    "WiSe 23/24": ("Winter 2023/24", "2023"),
    "AY 23/24": ("2023/24", "2023"),
    "15 במרס 2024": ("15 Mar 2024", "2024-03-15"),
    "2025": ("2025", "2025"),
    "May 2025": ("May 2025", "2025-05"),
    "may 2025": ("May 2025", "2025-05"),
    "May. 2025": ("May 2025", "2025-05"),
    "May, 2025": ("May 2025", "2025-05"),
    "September 2025": ("Sep 2025", "2025-09"),
    "Sept. 2025": ("Sep 2025", "2025-09"),
    "12 May 2025": ("12 May 2025", "2025-05-12"),
    "12th May, 2025": ("12 May 2025", "2025-05-12"),
    "May 12, 2025": ("12 May 2025", "2025-05-12"),
    "Monday, 12 May 2025": ("12 May 2025", "2025-05-12"),
    "2025-05": ("May 2025", "2025-05"),
    "2025-5": ("May 2025", "2025-05"),
    "2025-05-12": ("12 May 2025", "2025-05-12"),
    "20250512": ("12 May 2025", "2025-05-12"),
    "2025/05/12": ("12 May 2025", "2025-05-12"),
    "2025. 5. 12.": ("12 May 2025", "2025-05-12"),
    "12.05.2025": ("12 May 2025", "2025-05-12"),
    "13/05/2025": ("13 May 2025", "2025-05-13"),
    "05/13/2025": ("13 May 2025", "2025-05-13"),
    "05/05/2025": ("5 May 2025", "2025-05-05"),
    "05/2025": ("May 2025", "2025-05"),
    "2025.05": ("May 2025", "2025-05"),
    "Fall 2024": ("Fall 2024", "2024"),
    "Autumn term 2024": ("Autumn 2024", "2024"),
    "winter 2024": ("Winter 2024", "2024"),
    "Winter 2020/21": ("Winter 2020/21", "2020"),
    "WS 2020/2021": ("Winter 2020/21", "2020"),
    "SoSe 2021": ("Summer 2021", "2021"),
    "Fall 2020–21": ("Fall 2020/21", "2020"),
    "Q3 2022": ("Q3 2022", "2022"),
    "3rd quarter 2022": ("Q3 2022", "2022"),
    "Semester 2, 2021": ("Semester 2, 2021", "2021"),
    "first semester 2020/21": ("Semester 1, 2020/21", "2020"),
    "II semestre 2020": ("Semester 2, 2020", "2020"),
    "Term 3 2021": ("Term 3, 2021", "2021"),
    "Michaelmas Term 2020": ("Michaelmas 2020", "2020"),
    "2019/20": ("2019/20", "2019"),
    "AY 2019-20": ("2019/20", "2019"),
    "academic year 2019–2020": ("2019/20", "2019"),
    "2008/2009": ("2008/2009", "2008"),
    "1999/2000": ("1999/2000", "1999"),
    "c. 2019": ("c. 2019", "2019"),
    "circa May 2019": ("c. May 2019", "2019-05"),
    "about 2019?": ("c. 2019?", "2019"),
    "2019~": ("c. 2019", "2019"),
    "2019 (?)": ("2019?", "2019"),
    "the 1990s": ("1990s", "1990"),
    "199u": ("1990s", "1990"),
    "29 Feb 2024": ("29 Feb 2024", "2024-02-29"),
    " 2025 ": ("2025", "2025"),
    "２０２５": ("2025", "2025"),
    "5. Mai 2020": ("5 May 2020", "2020-05-05"),
    "März 2021": ("Mar 2021", "2021-03"),
    "Jänner 2021": ("Jan 2021", "2021-01"),
    "1er février 2020": ("1 Feb 2020", "2020-02-01"),
    "5 de mayo de 2020": ("5 May 2020", "2020-05-05"),
    "1º de março de 2020": ("1 Mar 2020", "2020-03-01"),
    "5 maggio 2020": ("5 May 2020", "2020-05-05"),
    "5 мая 2020 г.": ("5 May 2020", "2020-05-05"),
    "май 2020": ("May 2020", "2020-05"),
    "2026年4月": ("Apr 2026", "2026-04"),
    "2023年5月12日": ("12 May 2023", "2023-05-12"),
    "二〇二〇年十二月": ("Dec 2020", "2020-12"),
    "令和2年4月": ("Apr 2020", "2020-04"),
    "2020年秋季学期": ("Fall 2020", "2020"),
    "2020年度前期": ("Semester 1, 2020", "2020"),
    "2020년 5월": ("May 2020", "2020-05"),
    "2020년 1학기": ("Semester 1, 2020", "2020"),
    "مايو ٢٠٢٠": ("May 2020", "2020-05"),
    "كانون الثاني 2020": ("Jan 2020", "2020-01"),
    "5 במאי 2020": ("5 May 2020", "2020-05-05"),
    "סתיו 2020": ("Fall 2020", "2020"),
}
RANGES = {
    "May 2025 – Now": "May 2025 – Now",
    "May 2025 - present": "May 2025 – Present",
    "May 2025 — Ongoing": "May 2025 – Ongoing",
    "2020-present": "2020 – Present",
    "2020 to date": "2020 – Present",
    "2020 -": "2020 – Present",
    "2020–": "2020 – Present",
    "2020/..": "2020 – Present",
    "since 2020": "2020 – Present",
    "Since May 2020": "May 2020 – Present",
    "2020 onwards": "2020 – Present",
    "until 2019": "until 2019",
    "– 2019": "until 2019",
    "2019 – 2023": "2019 – 2023",
    "2019-2023": "2019 – 2023",
    "2019--2023": "2019 – 2023",
    "2019/2023": "2019 – 2023",
    "2019 to 2023": "2019 – 2023",
    "from 2019 until 2023": "2019 – 2023",
    "2019-20": "2019 – 2020",
    "2019–20": "2019 – 2020",
    "1998–02": "1998 – 2002",
    "2019 until Now": "2019 – Now",
    "May – Aug 2024": "May–Aug 2024",
    "May-Aug 2024": "May–Aug 2024",
    "May/June 2024": "May–Jun 2024",
    "2024 May – Aug": "May–Aug 2024",
    "May 2024-Aug 2024": "May–Aug 2024",
    "2024-05 – 2024-08": "May–Aug 2024",
    "2024-05/2024-08": "May–Aug 2024",
    "Spring–Fall 2024": "Spring–Fall 2024",
    "7–10 April 2011": "7–10 Apr 2011",
    "April 7-10, 2011": "7–10 Apr 2011",
    "March 3 - 5, 2020": "3–5 Mar 2020",
    "7.–10. April 2011": "7–10 Apr 2011",
    "07.-10.04.2011": "7–10 Apr 2011",
    "2011-04-07/10": "7–10 Apr 2011",
    "30 May – 2 June 2017": "30 May – 2 Jun 2017",
    "5 May – 5 June 2017": "5 May – 5 Jun 2017",
    "30.05.–02.06.2017": "30 May – 2 Jun 2017",
    "Dec 28, 2019 – Jan 3, 2020": "28 Dec 2019 – 3 Jan 2020",
    "Fall 2023 – Spring 2024": "Fall 2023 – Spring 2024",
    "2024 – May 2024": "2024 – May 2024",
    "May 2024 – 2024": "May 2024 – 2024",
    "2024": "2024",
    "expected May 2026": "May 2026 (expected)",
    "May 2026 (exp.)": "May 2026 (expected)",
    "2021 – May 2026 (expected)": "2021 – May 2026 (expected)",
    "2021 – expected 2026": "2021 – 2026 (expected)",
    "forthcoming": "forthcoming",
    "forthcoming 2027": "2027 (expected)",
    "2019, 2021": "2019, 2021",
    "2019, 2021–2023": "2019, 2021–2023",
    "2021; 2019": "2019, 2021",
    "2015, 2017 and 2019-": "2015, 2017, 2019–Present",
    "Fall 2024, Fall 2025": "Fall 2024, Fall 2025",
    "Spring and Fall 2024": "Spring 2024, Fall 2024",
    "7 and 8 April 2011": "7 Apr 2011, 8 Apr 2011",
    "10–12 and 15 May 2020": "10–12 May 2020, 15 May 2020",
    "2022 – Present (expected May 2026)": "2022 – May 2026 (expected)",
    "expected graduation May 2026": "May 2026 (expected)",
    "1st–3rd September 2019": "1–3 Sep 2019",
    "自2020年5月起": "May 2020 – Present",
    "2020年4月〜": "Apr 2020 – Present",
    "Monday, May 12, 2025, June 3, 2026": "12 May 2025, 3 Jun 2026",
    "May 12, 2025, June 3, 2026": "12 May 2025, 3 Jun 2026",
    "Mai 2020 – heute": "May 2020 – Present",
    "voraussichtlich Mai 2026": "May 2026 (expected)",
    "depuis septembre 2019": "Sep 2019 – Present",
    "de 2019 à 2023": "2019 – 2023",
    "dal 2019 ad oggi": "2019 – Present",
    "с мая 2019 по июнь 2020": "May 2019 – Jun 2020",
    "2018年4月から2022年3月まで": "Apr 2018 – Mar 2022",
    "2018年4月～現在": "Apr 2018 – Present",
    "2026年3月修了予定": "Mar 2026 (expected)",
    "2018年4月至今": "Apr 2018 – Present",
    "2018年至2022年": "2018 – 2022",
    "2011年4月7日–10日": "7–10 Apr 2011",
    "2018.04 ~ 2022.02": "Apr 2018 – Feb 2022",
    "2020년 3월부터 현재까지": "Mar 2020 – Present",
    "٢٠٢٠ – الآن": "2020 – Present",
    "מאי 2020 – היום": "May 2020 – Present",
}


@pytest.mark.parametrize("text", list(READ))
def test_a_date_is_read_printed_and_given_in_iso_8601(text: str) -> None:
    assert (printed(text), parse_date(text).iso) == READ[text]


@pytest.mark.parametrize("text", list(RANGES))
def test_a_range_is_read_and_printed(text: str) -> None:
    assert printed(text) == RANGES[text]


@pytest.mark.parametrize(
    "text", ["", "soon", "Now", "現在", "ongoing", "13/2024", "2024-13", "2024-00", "31 Apr 2024", "30 Feb 2024",
             "0 May 2024", "20245", "0000", "Mayor 2024", "M 2024", "2024 – soon", "May '24", "12/19", "May 2024 May",
             "12 2024", "2019 or 2020", "early 2020", "Semester 3 2020", "2019, soon",
             "7, " * 60 + "soon", "2019 and " * 20 + "soon", "before 2019", "7–10 2011", "–", ",", "2024, "
             + "2024, " * 100]
)  # fmt: skip
def test_what_is_no_date_is_refused_as_it_was_written_with_what_to_write(text: str) -> None:
    with pytest.raises(DateError, match="write it like 'May 2025 – Now'") as told:
        parse_dates(text)

    assert repr(text) in str(told.value)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("01/05/2020", "'2020-05-01'", "'2020-01-05'"),
        ("1-5-2020", "'2020-05-01'", "'2020-01-05'"),
        ("2008/09", "'2008/2009'", "'2008-09'"),
        ("2019 – 01/05/2020", "'2020-05-01'", "'2020-01-05'"),
        ("2017, 01/05/2020", "'2020-05-01'", "'2020-01-05'"),
    ],
)
def test_what_can_be_read_in_two_ways_is_asked_about(text: str, first: str, second: str) -> None:
    with pytest.raises(DateError) as told:
        parse_dates(text)

    assert str(told.value).startswith(f"{text!r} can be ")
    assert f"write {first} or {second}" in str(told.value)


@pytest.mark.parametrize(
    "text", ["2024 – 2023", "May 2024 – Apr 2024", "12 May 2024 – 11 May 2024", "Fall 2024 – May 2024", "10–7 May 2011"]
)
def test_an_end_before_its_start_is_refused(text: str) -> None:
    with pytest.raises(ReversedDatesError, match="write the earlier date first"):
        parse_dates(text)


def test_what_goes_on_comes_first_then_the_newest_end_then_the_newest_start() -> None:
    texts = ["2010 – 2015", "2012 – 2015", "2016", "2001 – Now", "2005 – Present", "Jan 2016", "Fall 2015",
             "2001, 2013–2014", "until 2011", "expected 2030", "forthcoming", "2012/13"]  # fmt: skip

    ordered = sorted(texts, key=lambda text: parse_dates(text).newest_first)

    assert ordered == ["forthcoming", "2005 – Present", "2001 – Now", "expected 2030", "2016", "Jan 2016", "Fall 2015",
                       "2012 – 2015", "2010 – 2015", "2001, 2013–2014", "2012/13", "until 2011"]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2019, 2021–2023", ((2019, 2019), (2021, 2023))),
        ("2019/20", ((2019, 2020),)),
        ("1990s", ((1990, 1999),)),
        ("until 2019", ((2019, 2019),)),
        ("2012, since 2020", ((2012, 2012), (2020, 9999))),
        ("forthcoming", ()),
    ],
)
def test_the_years_of_each_span_are_known(text: str, years: tuple[tuple[int, int], ...]) -> None:
    assert parse_dates(text).years == years


@pytest.mark.parametrize(
    ("text", "month"), [("5", 5), ("05", 5), ("12", 12), ("13", None), ("0", None), ("May", 5), ("sept", 9),
                        ("Sep.", 9),
                        ("december", 12), ("ma", None), ("Mayor", None), ("", None), ("jun", 6), ("jul", 7)]
)  # fmt: skip
def test_a_month_is_read_by_number_name_or_beginning(text: str, month: int | None) -> None:
    assert parse_month(text) == month


@pytest.mark.parametrize(
    ("form", "language", "expected"),
    [
        ("short", "en", "12 Sep 2025|7–10 May 2011|May–Aug 2023|May 2025 – Now|Winter 2020/21"),
        ("short-whole", "en", "12 Sep 2025|7–10 May 2011|May 2023 – Aug 2023|May 2025 – Now|Winter 2020/21"),
        ("long", "en", "12 September 2025|7–10 May 2011|May–August 2023|May 2025 – Now|Winter 2020/21"),
        ("numeric", "en", "12 Sep 2025|7–10 May 2011|05/2023 – 08/2023|05/2025 – Now|Winter 2020/21"),
        ("iso", "en", "2025-09-12|2011-05-07 – 2011-05-10|2023-05 – 2023-08|2025-05 – Now|Winter 2020/21"),
        ("short", "en-US", "Sep 12, 2025|May 7 – May 10, 2011|May–Aug 2023|May 2025 – Now|Winter 2020/21"),
        ("long", "de", "12. September 2025|7.–10. Mai 2011|Mai–August 2023|Mai 2025 – heute|Winter 2020/21"),
        ("long", "es", "12 de septiembre de 2025|7–10 de mayo de 2011|mayo–agosto de 2023|mayo de 2025 – actualidad"
                       "|invierno 2020/21"),
        ("short", "zh", "2025年9月12日|2011年5月7日至10日|2023年5月至8月|2025年5月至今|2020/21冬"),
        ("short", "ja", "2025年9月12日|2011年5月7日～10日|2023年5月～8月|2025年5月～現在|2020/21冬"),
        ("short", "xx", "12 Sep 2025|7–10 May 2011|May–Aug 2023|May 2025 – Now|Winter 2020/21"),
    ],
)  # fmt: skip
def test_a_site_prints_all_dates_in_one_form_and_its_language(form: str, language: str, expected: str) -> None:
    texts = ("12 Sep 2025", "7–10 May 2011", "May–Aug 2023", "May 2025 – Now", "Winter 2020/21")

    assert "|".join(DateStyle(form, language).print(parse_dates(text)) for text in texts) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Term 1, 2020|Term 2, 2020/21|Q3 1998"),
        ("zh", "2020年 Term 1|2020/21 Term 2|1998年 Q3"),
        ("ja", "2020年 Term 1|2020/21 Term 2|1998年 Q3"),
        ("ko", "2020년 Term 1|2020/21 Term 2|1998년 Q3"),
    ],
)
def test_a_season_stands_beside_its_year_in_the_order_of_the_language(language: str, expected: str) -> None:
    texts = expected.split("|")

    assert [DateStyle("short", language).print(parse_dates(text)) for text in texts] == texts


@pytest.mark.parametrize("text", ["2011/2012", "2012/13", "1998/99", "1999/2000", "2000/2001"])
def test_two_years_are_short_where_the_second_is_no_month(text: str) -> None:
    assert printed(text) == text


years = st.integers(1950, 2040) | st.integers(1000, 2999)
marks = st.sampled_from(["", "", "", "~", "?", "%"])
dates = st.one_of(
    st.builds(Date, year=years, month=st.none() | st.integers(1, 12), mark=marks),
    st.builds(Date, year=years, month=st.integers(1, 12), day=st.integers(1, 28), mark=marks),
    st.builds(Date, year=years, season=st.sampled_from(sorted({"", *SEASONS} - {"Autumn"})), into_next=st.booleans()),
    st.builds(Date, year=years.map(lambda year: year // 10 * 10), unknown=st.just(1)),
)
ordered = st.tuples(dates, dates).map(lambda two: sorted(two, key=lambda date: (date.first_day, date.last_day)))
spans = st.one_of(
    st.builds(DateRange, start=dates),
    st.builds(DateRange, start=dates, ongoing=st.just("Present")),
    st.builds(DateRange, end=dates, expected=st.booleans()),
    st.builds(lambda two, expected: DateRange(start=two[0], end=two[1], expected=expected), ordered, st.booleans()),
    st.just(DateRange(expected=True)),
).filter(lambda span: not (span.start and span.end) or span.end.last_day >= span.start.first_day)
styles = st.sampled_from([DateStyle(*each) for each in product(FORMS, (*WORDS, "en-US", "de-AT", "pt-PT", "nl"))])


@given(styles, spans)
@budget(100)
def test_what_is_printed_is_read_as_the_same_in_every_form_and_language(style: DateStyle, span: DateRange) -> None:
    assert parse_dates(style.print(span)) == span


@given(styles, st.lists(st.integers(1950, 2020), min_size=2, max_size=5, unique=True).map(sorted), st.booleans())
@budget(100)
def test_a_list_of_years_is_read_as_it_is_printed(style: DateStyle, years: list[int], goes_on: bool) -> None:
    first, *others = (DateRange(start=Date(year=year)) for year in years)
    if goes_on:
        others[-1] = DateRange(start=others[-1].start, ongoing="Present")
    whole = DateRange(start=first.start, also=tuple(others))

    assert parse_dates(style.print(whole)) == whole


@given(st.sampled_from(ONGOING), st.integers(1000, 2999))
@budget(100)
def test_the_word_for_now_is_the_authors(word: str, year: int) -> None:
    assert printed(f"{year} – {word}") == f"{year} – {word}"


@given(st.text(max_size=30) | st.text(alphabet="0123456789-–/.,~? Maybisto年月", max_size=25))
@budget(100)
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    with suppress(DateError):
        assert printed(text)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", "Mai 2025|1.–3. Sept. 2025|2019 – 2023|Nov. 2019 – Feb. 2023|2020 – heute|Herbst 2024|"
         "2027 (voraussichtlich)|im Erscheinen|bis 2019|2019, 2021–2023|1. Semester 2024"),
        ("fr", "mai 2025|1er–3 sept. 2025|2019 – 2023|nov. 2019 – févr. 2023|2020 – aujourd’hui|automne 2024|"
         "2027 (prévu)|à paraître|jusqu’en 2019|2019, 2021–2023|semestre 1, 2024"),
        ("es", "may 2025|1–3 sept 2025|2019 – 2023|nov 2019 – feb 2023|2020 – actualidad|otoño 2024|"
         "2027 (previsto)|próximamente|hasta 2019|2019, 2021–2023|semestre 1, 2024"),
        ("pt", "mai. de 2025|1–3 de set. de 2025|2019 – 2023|nov. de 2019 – fev. de 2023|2020 – presente|outono 2024|"
         "2027 (previsto)|no prelo|até 2019|2019, 2021–2023|semestre 1, 2024"),
        ("it", "mag 2025|1–3 set 2025|2019 – 2023|nov 2019 – feb 2023|2020 – oggi|autunno 2024|"
         "2027 (previsto)|in corso di stampa|fino al 2019|2019, 2021–2023|semestre 1, 2024"),
        ("ru", "май 2025 г.|1–3 сент. 2025 г.|2019 – 2023|нояб. 2019 г. – февр. 2023 г.|2020 – настоящее время|"
         "осень 2024|2027 (ожидается)|в печати|до 2019|2019, 2021–2023|1 семестр 2024"),
        ("zh_CN", "2025年5月|2025年9月1日至3日|2019年至2023年|2019年11月至2023年2月|2020年至今|2024年秋|"
         "2027年（预计）|待定|截至2019年|2019年、2021年至2023年|2024年第1学期"),
        ("zh_TW", "2025年5月|2025年9月1日至3日|2019年至2023年|2019年11月至2023年2月|2020年至今|2024年秋|"
         "2027年（預計）|待定|截至2019年|2019年、2021年至2023年|2024年第1學期"),
        ("ja", "2025年5月|2025年9月1日～3日|2019年～2023年|2019年11月～2023年2月|2020年～現在|2024年秋|"
         "2027年（予定）|近刊|2019年まで|2019年、2021年～2023年|2024年第1学期"),
        ("ko", "2025년 5월|2025년 9월 1일 ~ 3일|2019년 ~ 2023년|2019년 11월 ~ 2023년 2월|2020년 ~ 현재|2024년 가을|"
         "2027년(예정)|출간 예정|2019년까지|2019년, 2021년 ~ 2023년|2024년 1학기"),
        ("ar", "مايو 2025|1–3 سبتمبر 2025|2019 – 2023|نوفمبر 2019 – فبراير 2023|2020 – الآن|خريف 2024|"
         "2027 (متوقع)|قيد النشر|حتى 2019|2019، 2021–2023|الفصل 1، 2024"),
        ("he", "מאי 2025|1–3 בספט׳ 2025|2019 – 2023|נוב׳ 2019 – פבר׳ 2023|2020 – היום|סתיו 2024|"
         "2027 (צפוי)|בדפוס|עד 2019|2019, 2021–2023|סמסטר 1, 2024"),
    ],
)  # fmt: skip
def test_each_language_has_its_own_words_and_order(language: str, expected: str) -> None:
    texts = ("2025-05", "1–3 Sep 2025", "2019 – 2023", "Nov 2019 – Feb 2023", "since 2020", "Fall 2024")
    others = ("expected 2027", "forthcoming", "until 2019", "2019, 2021 – 2023", "Semester 1 2024")

    assert "|".join(DateStyle("short", language).print(parse_dates(text)) for text in (*texts, *others)) == expected

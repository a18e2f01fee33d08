"""What the title page of a publication says, whatever field says it."""

import pytest
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.reading.imprint import Imprint, imprint_of
from sphinx_vita.records.dates import Date, DateRange


def imprint(entry_type: str, fields: str) -> Imprint:
    source = f"@{entry_type}{{a, title = {{A}}, author = {{Doe, Jane}}, year = {{2020}}, {fields}}}"
    (publication,) = read_bibliography(source, file="x.bib").publications
    return imprint_of(publication)


@pytest.mark.parametrize(
    ("entry_type", "fields", "publisher"),
    [
        ("inproceedings", "booktitle = {Proc. X}, organization = {IEEE}", "IEEE"),
        ("phdthesis", "school = {MIT}, publisher = {ProQuest}", "MIT"),
        ("thesis", "type = {phdthesis}, publisher = {Some University Press}", "Some University Press"),
        ("techreport", "institution = {NASA}, publisher = {U.S. Government}", "NASA"),
        ("book", "publisher = {Simon \\& Schuster}, institution = {Institute}", "Simon & Schuster"),
        ("manual", "organization = {Free Software Foundation}", "Free Software Foundation"),
        ("misc", "howpublished = {\\url{https://x.example/}}", ""),
        ("misc", "howpublished = {file:///home/ada/x.pdf}", ""),
        ("misc", "howpublished = {C:\\papers\\x.pdf}", ""),
        ("misc", "howpublished = {~/papers/x.pdf}", ""),
        ("patent", "holder = {{ACME Inc.}}, publisher = {Office}", "ACME Inc."),
        ("unpublished", "note = {In preparation}, institution = {MIT}", ""),
    ],
)
def test_each_kind_of_work_is_brought_out_by_somebody_else(entry_type: str, fields: str, publisher: str) -> None:
    assert imprint(entry_type, fields).publisher == publisher


@pytest.mark.parametrize(
    ("entry_type", "fields", "told"),
    [
        ("article", "journal = {J}, number = {2}", {"issue": "2"}),
        ("article", "journal = {J}, issue = {Spring}", {"issue": "Spring"}),
        ("book", "series = {Studies}, number = {2}", {"series": "Studies", "series_number": "2"}),
        ("book", "number = {2}", {"number": "2"}),
        ("techreport", "number = {TR-2}", {"number": "TR-2"}),
        ("inproceedings", "booktitle = {P}, series = {LNCS}, number = {2}", {"series": "LNCS", "series_number": "2"}),
        ("inproceedings", "booktitle = {P}, series = {ASPLOS '26}", {}),  # its short name, and no series
        ("article", "journal = {J}, eid = {e12}", {"pages": "e12"}),
        ("article", "journal = {J}, articleno = {42}, pages = {1--9}", {"pages": "1–9", "article_number": "42"}),
        ("book", "pages = {345}", {"page_total": "345"}),
        ("unpublished", "pubstate = {submitted}, journal = {J}, volume = {3}, pages = {1--9}", {}),
    ],
)
def test_numbers_are_told_apart(entry_type: str, fields: str, told: dict[str, str]) -> None:
    names = ("series", "series_number", "issue", "number", "pages", "article_number", "page_total")
    found = imprint(entry_type, fields)

    assert {name: value for name in names if (value := getattr(found, name))} == told


@pytest.mark.parametrize(
    ("entry_type", "fields", "genre"),
    [
        ("thesis", "type = {phdthesis}", "PhD thesis"),
        ("thesis", "type = {mathesis}", "Master's thesis"),
        ("mastersthesis", "type = {Diplomarbeit}", "Diplomarbeit"),
        ("mastersthesis", "school = {MIT}", "Master's thesis"),
        ("thesis", "institution = {MIT}", ""),
        ("report", "type = {Working Paper}", "Working Paper"),
        ("patent", "type = {patreqeu}", "European patent request"),
    ],
)
def test_the_kind_is_in_words(entry_type: str, fields: str, genre: str) -> None:
    assert imprint(entry_type, fields).genre == genre


def test_places_of_the_publisher_and_of_the_event_are_two() -> None:
    both = imprint("inproceedings", "booktitle = {P}, eventtitle = {X 2020}, venue = {Rome}, address = {Berlin}")
    only = imprint("inproceedings", "venue = {NeurIPS}")

    assert (both.event, both.event_place, both.place) == ("X 2020", "Rome", "Berlin")
    assert (only.container, only.event_place) == ("NeurIPS", "")


@pytest.mark.parametrize(
    ("written", "dates"),
    [
        ("2024-05/2024-06", DateRange(start=Date(year=2024, month=5), end=Date(year=2024, month=6))),
        ("2019/2021", DateRange(start=Date(year=2019), end=Date(year=2021))),
        ("2024-22", DateRange(start=Date(year=2024, season="Summer"))),
        ("2024-05/", DateRange(start=Date(year=2024, month=5), ongoing="Present")),
        ("2019/..", DateRange(start=Date(year=2019), ongoing="Present")),
        ("/2019", DateRange(end=Date(year=2019))),
        ("../2019-05", DateRange(end=Date(year=2019, month=5))),
        ("2020-21", DateRange(start=Date(year=2020, season="Spring"))),
        ("2001-24/2002-21", DateRange(start=Date(year=2001, season="Winter"), end=Date(year=2002, season="Spring"))),
        ("2024?", DateRange(start=Date(year=2024, mark="?"))),
        ("2024-05~", DateRange(start=Date(year=2024, month=5, mark="~"))),
        ("199X", DateRange(start=Date(year=1990, unknown=1))),
        ("18uu", DateRange(start=Date(year=1800, unknown=2))),
        ("2024-05-03T10:00:00Z", DateRange(start=Date(year=2024, month=5, day=3))),
        ("May--June 2024", DateRange(start=Date(year=2024, month=5), end=Date(year=2024, month=6))),
        ("2024", DateRange(start=Date(year=2024))),
    ],
)
def test_dates_keep_their_end_and_their_season(written: str, dates: DateRange) -> None:
    source = f"@article{{a, title = {{A}}, author = {{Doe, Jane}}, journal = {{J}}, date = {{{written}}}}}"

    assert imprint_of(read_bibliography(source, file="x.bib").publications[0]).issued == dates


@pytest.mark.parametrize(("written", "code"), [("ngerman", "de"), ("en-GB", "en-GB"), ("Klingon", ""), ("", "")])
def test_a_language_has_a_code_where_one_is_known(written: str, code: str) -> None:
    assert imprint("book", f"langid = {{{written}}}").language_code == code


def test_what_one_field_alone_says_stands_under_its_name() -> None:
    fields = {
        "edition": "edition", "version": "version", "isbn": "isbn", "issn": "issn", "shorttitle": "short_title",
        "origtitle": "original_title", "origlocation": "original_place", "origpublisher": "original_publisher",
        "origlanguage": "original_language", "reprinttitle": "reprint_title", "titleaddon": "title_addon",
    }  # fmt: skip
    found = imprint("book", ", ".join(f"{name} = {{The {name}}}" for name in fields))

    assert {name: getattr(found, own) for name, own in fields.items()} == {name: f"The {name}" for name in fields}

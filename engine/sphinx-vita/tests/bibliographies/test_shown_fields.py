"""The fields that a page shows nowhere: what is meant to be shown is missed, and nothing else."""

import pytest
from bs4 import BeautifulSoup
from harness.shown_fields import missing_fields

PLACE = """<div id="a"><p>On H<sub>2</sub>O</p><p>Zoë O’Brien</p><p>Journal of X, 25(4), pages 1–9, 2020</p>
<a href="https://doi.org/10.1234/a%2Fb">DOI</a>
<details><pre class="vita-bibtex">publisher = {Nobody}</pre></details></div>"""
SHOWN = r"title = {On {H}$_2${O}}, author = {O'Brien, Zo{\"e}}, journal = {Journal of X}, year = {2020}"


def missing(fields: str, entry_type: str = "article") -> list[str]:
    place = BeautifulSoup(PLACE, "html.parser").div
    assert place is not None
    return missing_fields(f"@{entry_type}{{a, {SHOWN}, {fields}}}", {"a": place}).get("a", [])


@pytest.mark.parametrize(
    ("fields", "entry_type"),
    [
        ("volume = {25}, number = {4}, pages = {1--9}", "article"),
        ("date = {2020-03-04}, month = mar, keywords = {unsaid}", "article"),
        ("doi = {https://doi.org/10.1234/a/b}, url = {https://x.example/}", "article"),
        ("publisher = {Elsevier}, issn = {1234-5679}", "article"),
        ("mood = {cheerful}", "article"),  # no field of ours
        ("publisher = {ACM}, abbr = {X}, isbn = {978}", "inproceedings"),
        ("pdf = {here.pdf}, note = {Under review}", "article"),
    ],
)
def test_what_is_shown_or_not_meant_to_be_is_not_missed(fields: str, entry_type: str) -> None:
    assert missing(fields, entry_type) == []


@pytest.mark.parametrize(
    ("fields", "entry_type", "names"),
    [
        ("publisher = {Nobody}, edition = {3}", "book", ["publisher", "edition"]),  # the BibTeX on the page is none
        ("volume = {26}", "article", ["volume"]),
        ("editor = {Roe, Kim}", "incollection", ["editor"]),
        ("doi = {10.1234/other}", "article", ["doi"]),
        ("note = {With a map}", "article", ["note"]),
    ],
)
def test_what_stands_nowhere_is_missed(fields: str, entry_type: str, names: list[str]) -> None:
    assert missing(fields, entry_type) == names


def test_an_entry_that_no_page_shows_is_told_elsewhere() -> None:
    assert missing_fields("@book{b, title = {B}, year = {2020}}", {}) == {}

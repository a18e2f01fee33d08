"""RIS read: what was exported comes back, and what managers write carelessly does not vanish."""

import json
from typing import Any

import pytest
from harness.portfolios import own
from sphinx_vita.exports import csl_json, ris
from sphinx_vita.imports.data.ris import is_ris, read_ris
from sphinx_vita.imports.drafts import Imported
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.records import Publication

# What RIS has no tag for, or another one.
NOT_SAID = {"custom", "note", "edition", "version", "container-title-short", "publisher-place"}
WORK = "TY  - JOUR\nTI  - On Whales\nAU  - Lee, Ann\nPY  - 2020\n"


def publications(imported: Imported) -> tuple[Publication, ...]:
    return read_bibliography("\n".join(each.bibtex for each in imported.entries), file="x.bib").publications


def facts(works: tuple[Publication, ...]) -> list[dict[str, Any]]:
    return [
        {name: value for name, value in each.items() if name not in NOT_SAID}
        for each in json.loads(csl_json.dump(works))
    ]


def test_what_was_exported_comes_back() -> None:
    works = tuple(own().publications)
    imported = read_ris(ris.dump(works))

    assert len(works) > 8
    assert facts(publications(imported)) == facts(works)


@pytest.mark.parametrize(
    ("lines", "field", "expected"),
    [
        ("JO  - Sea\nVL  - 1\nIS  - 2\nSP  - 3\nEP  - 9\n", "pages", "3–9"),
        ("JF  - Journal of the Sea\nJA  - J. Sea\n", "venue", "Journal of the Sea"),
        ("DO  - https://doi.org/10.1000/x\n", "doi", "10.1000/x"),
        ("DA  - 2020/05/03/\n", "year", "2020"),
        ("KW  - a\nKW  - b\n", "tags", ("a", "b")),
        ("N2  - We listen.\n", "abstract", "We listen."),
    ],
)
def test_each_tag_finds_its_field(lines: str, field: str, expected: Any) -> None:
    (publication,) = publications(read_ris(f"{WORK}{lines}ER  - \n"))
    value = getattr(publication, field)

    assert (str(value) if isinstance(expected, str) else value) == expected


@pytest.mark.parametrize("end", ["ER  - \n\n", "ER  -\n", "", "\n\n"])
def test_no_reference_vanishes_for_want_of_an_end(end: str) -> None:
    imported = read_ris((WORK + end) * 3 + "TY  - BOOK\nTI  - By nobody\n")

    assert len(imported.entries) == 3
    assert [(each.place, "no author" in each.reason) for each in imported.leftovers] == [("reference 4", True)]


@pytest.mark.parametrize("text", ["", "# Ann Lee", "TY", "@article{x}", "{}", "TI  - x"])
def test_other_text_is_not_taken_for_it(text: str) -> None:
    assert not is_ris(text)
    assert read_ris(text).entries == ()

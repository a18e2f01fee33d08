"""CSL-JSON read: the inverse of the export, and what Zotero, doi.org and Crossref write beyond it."""

import json
from typing import Any

import pytest
from harness.portfolios import invented, own
from hypothesis import given, settings
from hypothesis import strategies as st
from sphinx_vita.exports import csl_json
from sphinx_vita.imports.data.csl_json import is_csl_json, read_csl_json
from sphinx_vita.imports.drafts import Entry, Imported
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.records import Publication, Status
from sphinx_vita.records.portfolio import Portfolio

ANN = {"family": "Lee", "given": "Ann"}
WORK = {"type": "article-journal", "title": "On Whales", "author": [ANN], "issued": {"date-parts": [[2020]]}}
ZOTERO = {
    "itemType": "journalArticle",
    "title": "On <i>Orca</i>",
    "creators": [
        {"creatorType": "author", "firstName": "Ann", "lastName": "Lee"},
        {"creatorType": "editor", "name": "Sea Group"},
    ],
    "publicationTitle": "Sea",
    "pages": "1-9",
    "date": "2021-05-03",
    "tags": [{"tag": "whales, big"}, {"tag": "song"}],
    "extra": "PMID: 123\nCitation Key: lee2021",
}


def publications(imported: Imported) -> tuple[Publication, ...]:
    reading = read_bibliography("\n".join(each.bibtex for each in imported.entries), file="x.bib")
    assert reading.findings == ()
    return reading.publications


def read(*items: Any) -> Publication:
    (publication,) = publications(read_csl_json(json.dumps(items)))
    return publication


@pytest.mark.parametrize("portfolio", [own(), invented()], ids=["own", "invented"])
def test_what_was_exported_comes_back_as_it_was(portfolio: Portfolio) -> None:
    signed = [each for each in portfolio.publications if each.authors or each.editors]
    text = csl_json.dump(signed)

    assert len(signed) > 8
    assert json.loads(csl_json.dump(publications(read_csl_json(text)))) == json.loads(text)


@pytest.mark.parametrize(
    ("more", "field", "expected"),
    [
        ({"DOI": "https://doi.org/10.1000/ABC"}, "doi", "10.1000/ABC"),
        ({"DOI": "10.48550/arXiv.2401.00001", "type": "posted-content"}, "arxiv", "2401.00001"),
        ({"URL": "https://arxiv.org/abs/2401.00001v2", "publisher": "arXiv"}, "arxiv", "2401.00001"),
        ({"note": "arXiv:2401.00002 [cs]\nRead twice"}, "arxiv", "2401.00002"),
        ({"container-title": ["Nature", "Nat."]}, "venue", "Nature"),
        ({"container-title": "Art &amp; Sea"}, "venue", "Art & Sea"),
        ({"type": "report", "institution": [{"name": "Whale Lab"}]}, "venue", "Whale Lab"),
        ({"page": "12–34"}, "pages", "12–34"),
        ({"page": "e1"}, "pages", "e1"),
        ({"volume": 7}, "volume", "7"),
        ({"issue": "3-4"}, "number", "3-4"),
        ({"title": "C<sub>2</sub> & 100% {x} \\y $5"}, "title", "C₂ & 100% {x} \\y $5"),
        ({"title": "<script>alert(1)</script>"}, "title", "<script>alert(1)</script>"),
        ({"title": ["On Seas"], "subtitle": ["A Tale"]}, "title", "On Seas: A Tale"),
        (
            {"abstract": "<jats:title>Abstract</jats:title><jats:p>We listen.</jats:p>"},
            "abstract",
            "Abstract We listen.",
        ),
        ({"type": "thesis", "publisher": "Uni", "genre": "PhD thesis"}, "venue", "Uni"),
        ({"type": "chapter", "container-title": "A Book", "publisher": "Press"}, "publisher", "Press"),
        ({"type": "report", "publisher": "Lab", "number": "TR-7"}, "number", "TR-7"),
        ({"ISBN": "http://worldcat.org/isbn/978-3-16-148410-0"}, "isbn", "978-3-16-148410-0"),
        ({"issued": {"raw": "2020-05-01T10:00:00Z"}}, "year", "2020"),
        ({"issued": {"literal": "in press"}}, "status", Status.ACCEPTED),
        ({"status": "in press"}, "status", Status.ACCEPTED),
        ({"status": "no status at all"}, "status", Status.PUBLISHED),
        ({"type": "posted-content"}, "status", Status.PREPRINT),
        ({"keyword": "a, b"}, "tags", ("a", "b")),
        ({"id": "lee:2020"}, "key", "lee:2020"),
        ({"id": "http://zotero.org/users/1/items/ABCD1234"}, "key", "lee2020whales"),
        ({"id": "ITEM-1"}, "key", "lee2020whales"),
        ({"custom": {"code": "https://code.example/x"}, "author": []} | {"editor": [ANN]}, "entry_type", "article"),
        ({"type": "edited-book", "author": [], "editor": [ANN]}, "entry_type", "collection"),
        ({"type": "article-magazine"}, "entry_type", "article"),
        ({"type": "no such type"}, "entry_type", "misc"),
    ],
)
def test_each_fact_finds_its_field(more: dict[str, Any], field: str, expected: Any) -> None:
    value = getattr(read({**WORK, **more}), field)

    assert (str(value) if isinstance(expected, str) else value) == expected


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ({"literal": "ATLAS, the Collaboration"}, "ATLAS, the Collaboration"),
        ({"name": "Research and Rescue"}, "Research and Rescue"),
        ({"family": "Berg", "given": "L.", "non-dropping-particle": "van der"}, "L. van der Berg"),
        ({"family": "Humboldt", "given": "A.", "dropping-particle": "von"}, "A. von Humboldt"),
        ({"family": "King", "given": "Martin", "suffix": "Jr."}, "Martin King, Jr."),
        ({"family": "Plato"}, "Plato"),
        ({"family": "García Márquez", "given": "Gabriel"}, "Gabriel García Márquez"),
        ({"family": "Lee & Co", "given": "100%"}, "100% Lee & Co"),
    ],
)
def test_a_name_is_read_by_its_parts(person: dict[str, str], name: str) -> None:
    assert [str(each.name) for each in read({**WORK, "author": [person, ANN]}).authors] == [name, "Ann Lee"]


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        ({"date-parts": [[2020, 2, 29]]}, "2020-02-29"),
        ({"date-parts": [["2020", "2"]]}, "2020-02"),
        ({"date-parts": [[2020, 13, 40]]}, "2020"),
        ({"date-parts": [[2020, None]]}, "2020"),
        ({"date-parts": [[2020, 2], [2020, 4]]}, "2020-02"),
        ({"date-parts": [[2020]], "circa": True}, "2020"),
        ({"raw": "March 2020"}, "2020-03"),
    ],
)
def test_a_date_is_as_exact_as_it_was(date: dict[str, Any], iso: str) -> None:
    found = read({**WORK, "issued": date}).date

    assert found
    assert found.iso == iso


def test_zoteros_own_json_says_the_same() -> None:
    publication = read({"key": "ABCD1234", "data": ZOTERO})

    assert str(publication.title) == "On Orca"
    assert [str(each.name) for each in publication.authors] == ["Ann Lee"]
    assert [str(each.name) for each in publication.editors] == ["Sea Group"]
    assert (str(publication.venue), publication.pages, publication.year) == ("Sea", "1–9", "2021")
    assert publication.tags == ("whales big", "song")
    assert publication.identifier("pmid") == "123"
    assert not publication.remarks


@pytest.mark.parametrize(
    "document",
    [WORK, [WORK], {"items": [WORK]}, {"status": "ok", "message": WORK}, {"message": {"items": [WORK]}}],
    ids=["one", "list", "items", "message", "messages"],
)
def test_works_are_found_however_they_are_wrapped(document: Any) -> None:
    text = json.dumps(document)

    assert is_csl_json(text)
    assert [str(each.title) for each in publications(read_csl_json(text))] == ["On Whales"]


def test_what_lacks_an_author_or_a_title_waits_with_the_reason() -> None:
    works = [WORK, {**WORK, "author": []}, {**WORK, "title": ""}, {**WORK, "issued": None}, {"itemType": "note"}, 7]
    imported = read_csl_json(json.dumps(works))

    assert len(imported.entries) == 1
    assert [each.place for each in imported.leftovers] == [f"item {number}" for number in range(2, 7)]
    assert "no author" in imported.leftovers[0].reason
    assert "On Whales" in imported.leftovers[0].text


def test_each_key_is_given_once() -> None:
    entries = read_csl_json(json.dumps([WORK] * 30 + [{**WORK, "id": "lee2020whales"}])).entries

    assert len({each.key for each in entries}) == len(entries) == 31


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", "7", "null", '{"basics": {}}', '[{"a": 1}]'])
def test_other_json_is_not_taken_for_it(text: str) -> None:
    assert not is_csl_json(text)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 3000) | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from("family given literal raw".split()), inner, max_size=3)
    ),
    max_leaves=6,
)
NAMES = "type title author editor issued page number DOI URL note keyword custom itemType creators id".split()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=6), max_size=3))
def test_no_shape_raises_and_no_work_vanishes(works: list[dict[str, Any]]) -> None:
    imported = read_csl_json(json.dumps(works))

    assert len(imported.entries) + len(imported.leftovers) == len(works)
    assert all(isinstance(each, Entry) for each in imported.entries)
    publications(imported)

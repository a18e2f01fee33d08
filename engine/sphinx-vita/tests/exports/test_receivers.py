"""What the programs that read the exports make of every type of entry; the tables are in receivers/."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from harness import zotero
from harness.portfolios import invented
from jsonschema import Draft7Validator
from sphinx_vita.exports import csl_json, json_resume, llms_txt, ris
from sphinx_vita.reading.bibtex import read_bibliography

HERE = Path(zotero.__file__).parent
KINDS = read_bibliography((HERE / "receivers/kinds.bib").read_text(encoding="utf-8"), file="kinds.bib").publications
FIELDS = yaml.safe_load((HERE / "receivers/fields.yaml").read_text(encoding="utf-8"))
CITATION_JS = json.loads((HERE / "receivers/citation_js.json").read_text(encoding="utf-8"))
SCHEMA = json.loads((Path(__file__).parent / "schemas/csl-data.schema.json").read_text(encoding="utf-8"))
RIS = ris.dump(KINDS)
ITEMS = zotero.read(RIS)
CSL = {item.pop("id"): item for item in json.loads(csl_json.dump(KINDS))}
EVERY_KEY = pytest.mark.parametrize("key", [each.key for each in KINDS])
# The types of biblatex 3.20, of BibTeX and of the styles that others use.
TYPES = """article book mvbook inbook bookinbook suppbook booklet collection incollection manual misc online patent
periodical suppperiodical proceedings reference inreference report thesis unpublished software dataset
artwork audio image jurisdiction legislation legal letter movie music review standard video
inproceedings techreport phdthesis mastersthesis""".split()


def test_every_type_of_entry_is_tried() -> None:
    assert {each.entry_type for each in KINDS} >= set(TYPES)
    assert list(FIELDS) == [each.key for each in KINDS]


@EVERY_KEY
def test_zotero_holds_each_fact_in_its_field(key: str) -> None:
    assert ITEMS[key] == FIELDS[key]["zotero"]


@EVERY_KEY
def test_csl_names_each_fact_by_its_word(key: str) -> None:
    assert CSL[key] == FIELDS[key]["csl"]


def test_the_items_are_valid_csl() -> None:
    items = [{"id": key} | item for key, item in CSL.items()]

    assert [error.message for error in Draft7Validator(SCHEMA).iter_errors(items)] == []


def test_no_status_and_no_kind_is_taken_for_a_doi() -> None:
    assert {item["DOI"] for item in ITEMS.values() if "DOI" in item} == {each.doi for each in KINDS if each.doi}


def test_only_what_is_in_a_serial_is_an_article_in_zotero() -> None:
    serials = {"article", "periodical", "suppperiodical", "review"}

    articles = {each.entry_type for each in KINDS if ITEMS[each.key]["itemType"] == "journalArticle"}
    assert articles <= serials


def test_only_what_has_not_appeared_names_an_archive() -> None:
    assert {key for key, item in CSL.items() if "archive" in item} == {"preprint"}


def test_every_list_of_papers_has_the_order_of_a_cv() -> None:
    portfolio = invented()
    titles = {each.key: str(each.title) for each in portfolio.publications}
    text = llms_txt.dump(portfolio)
    order = [each["id"] for each in json.loads(csl_json.dump(portfolio.publications))]

    assert list(zotero.read(ris.dump(portfolio.publications))) == order
    assert [each["name"] for each in json.loads(json_resume.dump(portfolio))["publications"]] == [
        titles[key] for key in order
    ]
    plain_titles = [titles[key] for key in order if key not in ("names", "crowd")]  # theirs are escaped
    assert sorted(plain_titles, key=text.index) == plain_titles


def _by_citation_js(key: str) -> dict[str, Any]:
    """Read a reference as citation-js does; of several meanings of a tag the first, of several tags the first."""
    tags = next(each for each in zotero.records(RIS) if dict(each)["ID"] == key)
    kind, fields = tags[0][1], CITATION_JS["fields"][tags[0][1]]
    found: dict[str, Any] = {"type": CITATION_JS["types"][kind]}
    for tag, value in tags[1:]:
        meant = fields.get(tag, "")
        found.setdefault(meant if isinstance(meant, str) else meant[0], value)
    return found


SHARED = ("title", "container-title", "collection-title", "publisher", "publisher-place", "genre", "edition", "volume",
          "issue", "number", "version", "DOI", "number-of-pages")  # fmt: skip
NO_PLACE = {  # what RIS has no place for by that table
    "article": {"publisher"},
    "patent": {"publisher", "publisher-place", "genre"},
    "jurisdiction": {"number"},
    "preprint": {"genre"},
    "biorxiv": {"publisher", "genre"},
    "sent": {"genre"},
    "unpublished": {"genre"},
}


@EVERY_KEY
def test_citation_js_reads_the_same_from_ris_as_from_csl(key: str) -> None:
    read, item = _by_citation_js(key), CSL[key]

    expected = {name: item[name] for name in SHARED if name in item and name not in NO_PLACE.get(key, ())}
    assert {name: read.get(name) for name in expected} == expected

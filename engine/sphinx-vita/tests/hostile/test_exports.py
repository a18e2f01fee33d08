"""Exports full of hostile content, each read by a real reader of its format: as many records, the same characters."""

import json
import re
import unicodedata
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest
import rispy
import vobject
from harness.hostile.payloads import PAYLOADS, SECRET
from harness.hostile.sources import SHORT, TITLES, begin, key
from harness.hostile.twins import Twins
from pybtex.database import parse_string
from pypdf import PdfReader
from sphinx_vita.exports.llms_txt import escaped
from sphinx_vita.reading.latex.text import plain
from sphinx_vita.reading.printable import one_line


@pytest.fixture(scope="module")
def site(twins: Twins) -> Path:
    return twins.hostile


@pytest.fixture(scope="module")
def keys(site: Path) -> list[str]:
    """The keys of the publications, as the list of the site's objects has them."""
    return sorted(path.stem for path in (site / "citations").glob("*.json"))


def closed(text: str) -> str:
    """Take out what a PDF has in its own way: line breaks, accents, signs of direction."""
    letters = (each for each in unicodedata.normalize("NFKD", text) if unicodedata.category(each) not in ("Mn", "Cf"))
    return "".join("".join(letters).split())


def wrong(titles: dict[str, str]) -> dict[str, str]:
    """Give the titles that are not what a page shows."""
    return {each: titles.get(each, "")[:200] for each, title in TITLES.items() if titles.get(each) != title}


def test_csl_json_has_every_title(site: Path, keys: list[str]) -> None:
    items = json.loads((site / "publications.json").read_text("utf-8"))

    assert sorted(item["id"] for item in items) == keys
    assert wrong({item["id"]: item["title"] for item in items}) == {}


def test_ris_has_every_title_and_no_injected_reference(site: Path, keys: list[str]) -> None:
    text = (site / "publications.ris").read_text("utf-8")
    references = rispy.loads(text)

    assert sorted(each["id"] for each in references) == keys
    assert wrong({each["id"]: each["title"] for each in references}) == {}
    assert [line for line in text.splitlines() if line and not re.match(r"[A-Z][A-Z0-9]  - ", line)] == []


def test_bibtex_has_every_title_and_no_injected_entry(site: Path, keys: list[str]) -> None:
    entries = parse_string((site / "publications.bib").read_text("utf-8"), "bibtex").entries
    own = {each: own_key(each, keys) for each in entries}

    assert sorted(own.values()) == keys
    assert all(re.fullmatch(r"[a-z0-9-]{1,60}", each) for each in own)
    assert wrong({own[each]: plain(entry.fields["title"]) for each, entry in entries.items()}) == {}


def own_key(key: str, keys: list[str]) -> str:
    """Give the site's own key within one for the bibliographies of others: `lovelace1843wheels`."""
    return next((own for own in keys if re.fullmatch(rf"(?:[a-z]+[0-9]*)??{own}(?:[0-9]{{4}})?", key)), key)


def test_each_citation_is_a_file_of_its_own(site: Path, keys: list[str]) -> None:
    assert [path.name for path in site.rglob("*.bib") if path.stem not in (*keys, "publications")] == []
    for each in keys:
        (key,) = parse_string((site / f"citations/{each}.bib").read_text("utf-8"), "bibtex").entries
        assert own_key(key, keys) == each
        assert len(rispy.loads((site / f"citations/{each}.ris").read_text("utf-8"))) == 1
        assert len(json.loads((site / f"citations/{each}.json").read_text("utf-8"))) == 1


def test_the_feed_has_every_title_as_text(site: Path) -> None:
    feed = feedparser.parse((site / "feed.atom").read_bytes(), sanitize_html=False, resolve_relative_uris=False)
    papers = [each for each in feed.entries if each.tags[0].term == "Publication"]

    assert not feed.bozo
    assert {each.title_detail.type for each in feed.entries} == {"text/plain"}
    assert set(TITLES.values()) <= {each.title for each in papers}
    assert [each.link for each in feed.entries if not each.link.startswith("https://")] == []


def test_the_resume_has_every_title_and_every_option(site: Path) -> None:
    resume = json.loads((site / "resume.json").read_text("utf-8"))
    options = [words for name in SHORT if (words := PAYLOADS[name].expected("option")) is not None]

    assert set(TITLES.values()) <= {each["name"] for each in resume["publications"]}
    for place in ("label", "name", "location", "summary"):
        text = str(resume["basics"][place]["address"] if place == "location" else resume["basics"][place])
        assert place == "summary" or [words for words in options if one_line(words) not in text] == []
    work = " ".join(each["name"] for each in resume["work"])
    assert [words for words in options if one_line(words) not in work] == []


def test_the_card_has_the_name_and_nothing_else_than_its_harmless_twin(twins: Twins) -> None:
    card, usual = (
        vobject.readOne((folder / "contact.vcf").read_text("utf-8")) for folder in (twins.hostile, twins.harmless)
    )
    options = [one_line(words) for name in SHORT if (words := PAYLOADS[name].expected("option")) is not None]

    assert {name: len(lines) for name, lines in card.contents.items()} == {
        name: len(lines) for name, lines in usual.contents.items()
    }
    for text in (card.fn.value, card.title.value, card.adr.value.city):
        assert [words for words in options if words not in text] == []


def test_llms_txt_has_every_title_escaped(site: Path) -> None:
    text = (site / "llms.txt").read_text("utf-8")

    assert [title[:80] for title in TITLES.values() if escaped(title) not in text] == []
    assert "<script>" not in text.replace("\\<script>", "")


@pytest.mark.parametrize("name", ["sitemap.xml", "feed.atom", "icon.svg"])
def test_xml_is_well_formed(site: Path, name: str) -> None:
    ElementTree.parse(site / name)


def test_the_pdf_shows_the_characters_and_no_file(site: Path) -> None:
    reader = PdfReader(site / "cv.pdf")
    text = closed("".join(page.extract_text() for page in reader.pages))
    options = {name: words for name in SHORT if (words := PAYLOADS[name].expected("option")) is not None}
    lost = [name for name, words in options.items() if f"{begin(name)}{closed(words)}End" not in text]

    assert closed(SECRET) not in text
    assert "root:x:" not in text
    assert "sys.version" in text
    assert lost == ["accents"]  # two hundred on one letter: no reader puts them back together
    assert not [key for page in reader.pages for note in page.get("/Annots", ()) if "/JS" in str(note.get_object())]

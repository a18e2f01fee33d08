"""Pages full of hostile content: nothing that runs code, no address of another host, every text as its characters."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from harness.hostile.payloads import BLOCKS, OTHER_HOST, PAYLOADS, SECRET
from harness.hostile.sources import CHUNKS, LONG, NAMES, ON_PAGES, SHORT, WITH_ALL, WITH_PAGES, begin, chunks_of, key
from harness.hostile.twins import Twins
from sphinx_vita.reading.printable import one_line
from sphinx_vita.records import KINDS

# What LaTeX and Markdown may make of a payload: emphasis, code, formulas, a figure, the sign of an equal contribution.
MARKUP = {
    "em", "strong", "code", "pre", "math", "mi", "mo", "mn", "mrow", "mtext", "msup", "merror", "figure", "figcaption",
    "span",
}  # fmt: skip
ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "srcset", "content", "xlink:href", "cite", "ping")
LIST = "publications/index.html"


@cache
def soup(path: Path) -> BeautifulSoup:
    """Parse a page, once for all tests."""
    return BeautifulSoup(path.read_bytes(), "html.parser")


def elements(folder: Path) -> Iterator[tuple[str, Tag]]:
    for path in sorted(folder.rglob("*.html")):
        yield from ((path.relative_to(folder).as_posix(), each) for each in soup(path).find_all(True))


def scripts(page: BeautifulSoup) -> list[tuple[str, str]]:
    """Give the source and the code of each script of a page; data are none."""
    found = [each for each in page.find_all("script") if each.get("type") != "application/ld+json"]
    return [(str(each.get("src", "")), each.get_text()) for each in found]


def words(element: Tag | BeautifulSoup | None) -> str:
    return "" if element is None else " ".join(element.get_text().split())


def framed(name: str, notation: str) -> str:
    """Give what a page shows of a payload between its two words."""
    expected = PAYLOADS[name].expected(notation)
    assert expected is not None
    return " ".join(f"{begin(name)} {one_line(expected)} End".split())


def known(notation: str) -> list[str]:
    """Name the payloads whose words in a notation are no matter of taste."""
    return [name for name in NAMES if PAYLOADS[name].expected(notation) is not None]


def test_both_sites_have_the_same_pages_and_scripts(twins: Twins) -> None:
    assert sorted(path.relative_to(twins.hostile).as_posix() for path in twins.hostile.rglob("*.html")) == twins.pages()
    for name in twins.pages():
        assert scripts(soup(twins.hostile / name)) == scripts(soup(twins.harmless / name)), name


def test_no_payload_makes_an_element_or_an_attribute_of_its_own(twins: Twins) -> None:
    usual = {(each.name, attribute) for _, each in elements(twins.harmless) for attribute in ("", *each.attrs)}
    new = {
        (page, each.name, attribute)
        for page, each in elements(twins.hostile)
        for attribute in ("", *each.attrs)
        if (each.name, attribute) not in usual and each.name not in MARKUP
    }

    assert new == set()


def test_no_element_handles_an_event(twins: Twins) -> None:
    assert [
        (page, str(each)[:200]) for page, each in elements(twins.hostile) if any(n.startswith("on") for n in each.attrs)
    ] == []


def test_no_address_runs_code_or_leads_to_the_other_host(twins: Twins) -> None:
    bad = re.compile(rf"\s*(?:javascript|vbscript|data):|(?:https?:)?//{re.escape(OTHER_HOST)}", re.IGNORECASE)
    usual = {str(each.get(name)) for _, each in elements(twins.harmless) for name in ADDRESSES if each.get(name)}
    found = {
        (page, name, str(each.get(name))[:200])
        for page, each in elements(twins.hostile)
        for name in ADDRESSES
        if each.get(name)
        and str(each.get(name)) not in usual
        and bad.match(str(each.get(name)))
        and not (each.name == "a" and each.get_text() == each.get(name))  # an address that is written is a link
    }

    assert found == set()


def test_no_file_of_the_site_holds_what_a_payload_wanted_to_read(twins: Twins) -> None:
    found = [path for path in twins.hostile.rglob("*") if path.is_file()]
    held = [path.name for path in found if SECRET.encode() in (content := path.read_bytes()) or b"root:x:" in content]

    assert held == []


@pytest.mark.parametrize("part", [".vita-head strong", ".vita-remark", ".vita-folded p"])
def test_a_field_of_a_bibliography_shows_its_characters(twins: Twins, part: str) -> None:
    page = soup(twins.hostile / LIST)
    shown = {
        name: " ".join(words(each) for each in page.select(f"#publication-{key(name)} {part}"))
        for name in known("bib")
        if name not in WITH_PAGES  # the others are all here
    }

    assert {name: text for name, text in shown.items() if framed(name, "bib") not in text} == {}


@pytest.mark.parametrize("kind", ON_PAGES)
def test_an_option_and_a_body_show_their_characters(twins: Twins, kind: str) -> None:
    text = words(soup(twins.hostile / f"research/{kind}.html"))

    here = [name for chunk in chunks_of(kind) for name in chunk]
    assert [name for name in here if name in known("option") and framed(name, "option") not in text] == []
    assert [name for name in here if name in known("prose") and framed(name, "prose") not in text] == []
    assert len(soup(twins.hostile / f"research/{kind}.html").select(f".vita-{kind}")) >= len(chunks_of(kind))


def test_the_head_of_the_home_page_shows_its_characters(twins: Twins) -> None:
    text = words(soup(twins.hostile / "index.html").select_one(".vita-profile .vita-label"))

    assert [name for name in SHORT if name in known("option") and framed(name, "option") not in text] == []


@pytest.mark.parametrize("name", WITH_PAGES)
def test_the_head_of_a_page_has_the_title_as_text(twins: Twins, name: str) -> None:
    page = soup(twins.hostile / f"publications/{key(name)}.html")
    title = framed(name, "bib")
    data = [json.loads(each.get_text()) for each in page.select('script[type="application/ld+json"]')]
    metas = {str(each.get("property") or each.get("name")): str(each.get("content")) for each in page.find_all("meta")}

    assert words(page.title).startswith(title)
    assert words(page.h1).startswith(title)
    assert title in {thing.get("headline") for thing in data}
    assert (metas["citation_title"], metas["og:title"]) == (title, title)


def test_long_text_is_not_cut(twins: Twins) -> None:
    assert PAYLOADS[LONG].written in words(
        soup(twins.hostile / LIST).select_one(f"#publication-{key(LONG)} .vita-head")
    )
    assert PAYLOADS[LONG].written in words(soup(twins.hostile / "research/position.html"))


def test_what_stands_behind_a_broken_entry_or_a_refused_block_is_shown(twins: Twins) -> None:
    listed, blocks = words(soup(twins.hostile / LIST)), words(soup(twins.hostile / "research/position.html"))

    assert [number for number in range(6) if f"Sound {number}" not in listed] == []
    assert [name for name in BLOCKS if f"After {name}." not in blocks] == []


def test_every_warning_names_its_file_and_line(twins: Twins) -> None:
    said = [line for line in twins.warnings if "WARNING" in line or "ERROR" in line or "Traceback" in line]

    assert [line for line in said if not re.match(r"\S+\.(?:md|bib):[1-9]\d*: WARNING: ", line)] == []
    for told in (
        "starts with 'javascript:'",
        "starts with 'data:'",
        "on another host",
        "outside of the project",
        "disabled",
    ):
        assert any(told in line for line in said), told


def test_all_kinds_are_tried() -> None:
    assert {*ON_PAGES, "profile", "publication", "post"} == set(KINDS)
    assert {chunk for kind in ON_PAGES if kind not in WITH_ALL for chunk in chunks_of(kind)} == {*CHUNKS}

"""The files of the site's root: which there are, when they are written, and what happens when one fails."""

import json
import struct
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from harness.sites import PAPER, Site
from sphinx.errors import ExtensionError
from sphinx_vita.exports.typst import TypesettingError
from sphinx_vita.records.portfolio import Portfolio
from sphinx_vita.sphinx.output import export

WITH_EXPORTS: dict[str, Any] = {"vita_exports": True, "html_baseurl": "https://site.example/"}
HOME = "# Ada Lovelace\n\n:::{profile} Ada Lovelace\n:phone: +1 212 555 0100\n:email: ada@uni.example\n:::\n"
PAGES: dict[str, Any] = {"index": HOME, "list": "---\norphan: true\n---\n# Papers\n\n:::{publications}\n:::\n"}
ROOT_FILES = {
    *("publications.bib", "publications.ris", "publications.json", "resume.json", "feed.atom", "contact.vcf"),
    *("llms.txt", "sitemap.xml", "robots.txt", "site.webmanifest"),
    *("icon.svg", "favicon.ico", "icon-192.png", "icon-512.png", "apple-touch-icon.png"),
}
CITATIONS = {"citations/cod.bib", "citations/cod.ris", "citations/cod.json"}


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml"])
def test_every_html_builder_writes_every_file(site: Site, builder: str) -> None:
    files = site(bib=PAPER, builder=builder, config=WITH_EXPORTS, **PAGES).files()

    assert files.keys() >= ROOT_FILES | CITATIONS
    assert all(files[name] for name in ROOT_FILES | CITATIONS)


@pytest.mark.parametrize(("builder", "config"), [("text", WITH_EXPORTS), ("html", {"vita_exports": False})])
def test_no_other_builder_writes_any(site: Site, builder: str, config: dict[str, Any]) -> None:
    files = site(bib=PAPER, builder=builder, config=config, **PAGES).files()

    assert not files.keys() & (ROOT_FILES | CITATIONS)


def test_what_did_not_change_is_not_written_again(site: Site) -> None:
    built = site(bib=PAPER, config=WITH_EXPORTS, **PAGES)
    before = {name: (built.output / name).stat().st_mtime_ns for name in ROOT_FILES | CITATIONS}

    site(config=WITH_EXPORTS, list=PAGES["list"] + "\nMore prose.\n")

    same = {name for name, written in before.items() if (built.output / name).stat().st_mtime_ns == written}
    assert same == (ROOT_FILES | CITATIONS) - {"llms.txt"}  # which tells what each page says of itself


def test_a_change_reaches_the_files_that_show_it(site: Site) -> None:
    site(bib=PAPER, config=WITH_EXPORTS, **PAGES)
    files = site(bib=PAPER.replace("Removing", "Moving"), config=WITH_EXPORTS).files()

    for name in ("publications.bib", "publications.ris", "publications.json", "resume.json", "citations/cod.bib"):
        assert b"Moving the" in files[name]


def test_the_files_of_a_paper_go_with_it(site: Site) -> None:
    site(bib=PAPER, config=WITH_EXPORTS, **PAGES)

    built = site(bib="", config=WITH_EXPORTS)

    assert not built.files().keys() & CITATIONS
    assert not (built.output / "citations").exists()


def test_a_private_record_is_in_no_file(site: Site) -> None:
    secret = HOME.replace(":phone:", ":visibility: private phone\n:phone:")
    bib = PAPER + PAPER.replace("cod", "hidden").replace("Removing", "Secretly").replace(
        "year", "visibility = {private}, year"
    )

    files = site(bib=bib, config=WITH_EXPORTS, index=secret, list=PAGES["list"]).files()
    assert b"ada@uni.example" in files["contact.vcf"]
    for name, content in files.items():
        assert b"555 0100" not in content, name
        assert b"Secretly" not in content, name


def test_records_without_dates_stand_in_the_order_of_their_page(site: Site) -> None:
    referees = "".join(f":::{{referee}} Prof. {name}\n:email: {name}@uni.example\n:::\n\n" for name in ("Z", "A", "M"))
    built = site(config=WITH_EXPORTS, index=HOME + referees, bib="")

    resume = json.loads((built.output / "resume.json").read_text("utf-8"))
    assert [each["name"] for each in resume["references"]] == ["Prof. Z", "Prof. A", "Prof. M"]


def test_a_failing_export_is_told_and_spares_the_others(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Portfolio) -> str:
        raise TypesettingError("no such thing")

    monkeypatch.setitem(export.EXPORTS, "feed.atom", export.Export(fail))
    built = site(bib=PAPER, config=WITH_EXPORTS, silent=False, **PAGES)

    (told,) = built.told
    assert "cannot make feed.atom" in told.message
    assert "TypesettingError: no such thing" in told.message
    assert "feed.atom" not in built.files()
    assert built.files().keys() >= (ROOT_FILES | CITATIONS) - {"feed.atom"}


def test_a_mistake_in_the_code_of_an_exporter_is_an_exception(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Portfolio) -> str:
        raise ValueError("no such thing")

    monkeypatch.setitem(export.EXPORTS, "feed.atom", export.Export(fail))
    with pytest.raises(ExtensionError) as raised:
        site(bib=PAPER, config=WITH_EXPORTS, silent=False, **PAGES)

    assert isinstance(raised.value.orig_exc, ValueError)
    assert raised.value.orig_exc.__notes__ == ["while making feed.atom (feed.atom)"]


def test_a_file_that_cannot_be_written_is_told(site: Site) -> None:
    built = site(bib=PAPER, config=WITH_EXPORTS, **PAGES)
    target = built.output / "citations"
    for file in target.iterdir():
        file.unlink()
    target.rmdir()
    target.write_text("in the way")

    again = site(config=WITH_EXPORTS, silent=False)
    assert [("citations/cod." in told.message, "publication 'cod'" in told.message) for told in again.told] == [
        (True, True)
    ] * 3


def test_the_sitemap_lists_every_page_after_an_incremental_build_too(site: Site) -> None:
    site(bib=PAPER, config=WITH_EXPORTS, **PAGES)
    sitemap = site(config=WITH_EXPORTS, list=PAGES["list"] + "\nMore.\n").text("sitemap.xml")

    for page in ("", "list.html"):
        assert f"<loc>https://site.example/{page}</loc>" in sitemap
    assert "Sitemap: https://site.example/sitemap.xml" in (site.source / "_build/html/robots.txt").read_text()


def png_size(content: bytes) -> tuple[int, int]:
    """Read width and height from the header of a PNG."""
    assert content.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def test_every_page_has_a_card_of_the_size_that_networks_want(site: Site) -> None:
    built = site(bib=PAPER, config=WITH_EXPORTS, **PAGES)

    for name in ("index", "list"):
        assert png_size(built.files()[f"cards/{name}.png"]) == (1200, 630)


def test_a_large_site_goes_without_cards(site: Site) -> None:
    files = site(bib=PAPER, config=WITH_EXPORTS | {"vita_cards": 1}, **PAGES).files()

    assert not [name for name in files if name.startswith("cards/")]


def test_the_icons_are_the_initials_in_the_sizes_that_phones_want(site: Site) -> None:
    built = site(bib=PAPER, config=WITH_EXPORTS, **PAGES)

    for size, name in ((180, "apple-touch-icon.png"), (192, "icon-192.png"), (512, "icon-512.png")):
        assert png_size(built.files()[name]) == (size, size)
    manifest = json.loads(built.text("site.webmanifest"))
    assert [icon["src"] for icon in manifest["icons"]] == ["icon-192.png", "icon-512.png"]
    assert '<link rel="icon" type="image/svg+xml" href="icon.svg">' in built.text("index.html")
    assert 'href="icon.svg"' in built.text("search.html")
    ico = built.files()["favicon.ico"]
    assert ico[:6] == b"\0\0\1\0\1\0"
    assert int.from_bytes(ico[14:18], "little") == len(ico) - 22
    assert png_size(ico[22:]) == (32, 32)


def test_the_icon_is_light_enough_for_a_page_and_looks_as_typst_drew_it(site: Site) -> None:
    drawn = site(bib=PAPER, config=WITH_EXPORTS, **PAGES).text("icon.svg")

    assert len(drawn) < 1000
    root = ElementTree.fromstring(drawn)
    names = {f"#{each.get('id')}" for each in root.iter("{http://www.w3.org/2000/svg}symbol")}
    used = [each.get("href") for each in root.iter("{http://www.w3.org/2000/svg}use")]
    assert used
    assert set(used) == names


def test_an_icon_of_the_projects_own_is_left_alone(site: Site) -> None:
    icon = "<svg xmlns='http://www.w3.org/2000/svg'/>"
    built = site({"own.svg": icon}, config=WITH_EXPORTS | {"html_favicon": "own.svg"}, **PAGES)

    assert 'href="icon.svg"' not in built.text("index.html")


def test_two_builds_give_the_same_bytes(site: Site, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = Site(tmp_path / "other")

    first = site(bib=PAPER, config=WITH_EXPORTS, **PAGES).files()
    second = other(bib=PAPER, config=WITH_EXPORTS, **PAGES).files()
    assert {name for name in first if first[name] != second.get(name)} == set()


def test_a_title_of_any_length_fits_its_card(site: Site) -> None:
    long = "word " * 5000
    home = f"# {long}\n\n:::{{profile}} {long}\n:label: {long}\n:::\n"

    files = site(index=home, config=WITH_EXPORTS | {"vita_cards": 5}).files()

    assert png_size(files["cards/index.png"]) == (1200, 630)

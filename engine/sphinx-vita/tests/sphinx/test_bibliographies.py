"""Bibliographies that are broken, missing or several: never a traceback, each mistake with its line, the rest shown."""

import pytest
from harness.sites import Site

LIST = "# P\n\n:::{publications}\n:::\n"
GOOD = "@misc{%s, title={%s}, author={Lee, Ann}, year=2020}\n"
FIRST, LAST = GOOD % ("first", "First"), GOOD % ("last", "Last")

BROKEN = {
    "a brace that is not closed": ("@misc{bad, title={Bad, author={B, C}, year=2020}\n", "broken_bibliography", 2),
    "no comma behind the key": ("@misc{bad title={Bad}, author={B, C}, year=2020}\n", "broken_bibliography", 2),
    "no title": ("@misc{bad, author={B, C}, year=2020}\n", "missing_field", 2),
    "no author": ("@misc{bad, title={Bad}, year=2020}\n", "missing_field", 2),
    "no year": ("@misc{bad, title={Bad}, author={B, C}}\n", "missing_field", 2),
    "a key twice": (GOOD % ("first", "Bad"), "duplicate_key", 2),
    "a field twice": ("@misc{bad, title={Bad}, author={B, C},\n year=2020, year=2021}\n", "repeated_field", 3),
    "a link that is none": ("@misc{bad, title={Bad}, author={B, C}, year=2020, url={#}}\n", "empty_link", 2),
    "a link that runs code": (
        "@misc{bad, title={Bad}, author={B, C}, year=2020, code={javascript:alert(1)}}\n",
        "invalid_link", 2,
    ),
    "a file that is not there": (
        "@misc{bad, title={Bad}, author={B, C}, year=2020, pdf={no.pdf}}\n", "missing_file", 2,
    ),
    "a picture of another host": (
        "@misc{bad, title={Bad}, author={B, C}, year=2020, preview={https://x.example/a.png}}\n", "invalid_link", 2,
    ),
    "an unreadable visibility": (
        "@misc{bad, title={Bad}, author={B, C}, year=2020, visibility={hidden}}\n", "unknown_value", 2,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", list(BROKEN))
def test_a_mistake_is_told_with_its_line_and_spares_the_entries_around_it(site: Site, name: str) -> None:
    entry, kind, line = BROKEN[name]

    built = site(page=LIST, bib=FIRST + entry + LAST, silent=False)

    assert (f"vita.{kind}", "papers.bib", line) in [told.place for told in built.told]
    assert {told.file for told in built.told} == {"papers.bib"}
    words = built.words("page")
    assert "First" in words
    assert "Last" in words
    assert "javascript:" not in str(built.page("page").select("a"))


def test_no_visitor_is_sent_to_another_host_for_a_picture(site: Site) -> None:
    entry, _, _ = BROKEN["a picture of another host"]
    cards = LIST.replace("\n:::\n", "\n:style: cards\n:::\n")

    built = site(page=cards, bib=entry, silent=False)

    assert "Bad" in built.words("page")
    assert "x.example" not in built.text("page.html")


@pytest.mark.parametrize(
    "content",
    [b"\x00\x01\x02\xff\xfe", b"@", b"@article{", b"{{{{",
     b"@misc{x, title={\xfc}, author={A, B}, year=2020}",
     "@misc{x, title={ü}, author={A, B}, year=2020}".encode("utf-16"), b"@article{\r\n\r\n,,,=={}}}",
     bytes(range(256))],
    ids=["binary", "at", "open entry", "braces", "latin-1", "utf-16", "commas", "every byte"],
)  # fmt: skip
def test_a_file_that_is_no_bibliography_is_no_traceback(site: Site, content: bytes) -> None:
    built = site(page=f"{LIST}\nAfter it.\n", bib=content, silent=False)

    assert "After it." in built.words("page")


def test_a_file_in_another_encoding_is_told_with_the_line_of_its_first_foreign_byte(site: Site) -> None:
    built = site(page=LIST, bib=(FIRST + GOOD % ("x", "Größe")).encode("latin-1"), silent=False)

    assert [told.place for told in built.told] == [("vita.broken_bibliography", "papers.bib", 2)]
    assert "save the file as UTF-8" in built.told[0].message
    assert "Größe" in built.words("page")


def test_only_the_bytes_that_are_foreign_are_read_as_windows_1252(site: Site) -> None:
    foreign = (GOOD % ("x", "Café – “Bar”")).encode("cp1252")

    built = site(page=LIST, bib=(GOOD % ("first", "Größe")).encode() + foreign, silent=False)

    assert [told.place for told in built.told] == [("vita.broken_bibliography", "papers.bib", 2)]
    assert "Größe" in built.words("page")
    assert "Café – “Bar”" in built.words("page")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_file_in_utf_16_is_read_and_told(site: Site, encoding: str) -> None:
    built = site(page=LIST, bib=("\ufeff" + GOOD % ("x", "Größe")).encode(encoding), silent=False)

    assert [told.place for told in built.told] == [("vita.broken_bibliography", "papers.bib", 1)]
    assert "Größe" in built.words("page")


def test_a_byte_order_mark_is_no_mistake(site: Site) -> None:
    assert "First" in site(page=LIST, bib=b"\xef\xbb\xbf" + FIRST.encode()).words("page")


def test_a_missing_bibliography_is_told_and_the_site_is_built(site: Site) -> None:
    built = site({"papers.bib": None}, page=f"{LIST}\nAfter it.\n", silent=False)

    assert [(told.type, told.file) for told in built.told] == [("vita.missing_file", "conf.py")]
    assert "correct 'vita_bibliography' in conf.py, or make the file" in built.told[0].message
    assert "After it." in built.words("page")


def test_several_bibliographies_are_one_list(site: Site) -> None:
    config = {"vita_bibliography": ["papers.bib", "more/talks.bib"]}

    built = site({"more/talks.bib": LAST}, page=LIST, bib=FIRST, config=config)

    assert {each.name for each in built.objects()} == {"first", "last"}


def test_a_key_in_two_bibliographies_is_told_with_both_places_and_both_are_shown(site: Site) -> None:
    config = {"vita_bibliography": ["papers.bib", "more.bib"]}

    built = site({"more.bib": "\n" + GOOD % ("first", "Second")}, page=LIST, bib=FIRST, config=config, silent=False)

    assert [told.place for told in built.told] == [("vita.duplicate_key", "more.bib", 2)]
    assert "stands in papers.bib:1 already; give one of them another key" in built.told[0].message
    assert "Second" in built.words("page")


def test_a_mistake_is_told_at_every_build_until_it_is_mended(site: Site) -> None:
    broken = FIRST + BROKEN["no title"][0]
    first = site(page=LIST, bib=broken, silent=False).told

    second = site(silent=False).told
    fresh = site(fresh=True, silent=False).told
    site(bib=FIRST)

    assert first == second == fresh


def test_a_damaged_cache_is_read_past(site: Site) -> None:
    built = site(page=LIST, bib=FIRST)
    (built.source / "_build/doctrees/bibliography.pickle").write_bytes(b"nonsense")

    assert "First" in site(page=LIST + "\n").words("page")


def test_a_build_writes_nothing_into_the_sources(site: Site) -> None:
    site.write({"page.md": LIST, "papers.bib": FIRST})
    before = {path: path.read_bytes() for path in site.source.rglob("*") if path.is_file()}

    site()

    assert {
        path: path.read_bytes() for path in site.source.rglob("*") if path.is_file() and "_build" not in path.parts
    } == before

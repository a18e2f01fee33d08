"""What a change does to the public, compared on records, lines and outputs as they could be."""

import json
import re
from base64 import b64decode
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
import typst
from click import unstyle
from harness.browser.chromium import find_browser
from harness.checked_sites import FRAME, put
from PIL import Image
from sphinx_vita.command.check.building import UnusableError
from sphinx_vita.command.check.page import Page, read_lines
from sphinx_vita.command.check.site import Settings, Site
from sphinx_vita.command.diff import report
from sphinx_vita.command.diff.changes import Change, Detail, Kind, Subject
from sphinx_vita.command.diff.comparison import compare
from sphinx_vita.command.diff.lines import compare_lines, compare_pages, narrowed
from sphinx_vita.command.diff.pictures import take_pictures
from sphinx_vita.command.diff.published import Entry, Published, load, save
from sphinx_vita.command.diff.records import compare_records
from sphinx_vita.command.diff.report_page import page_of, write_page

JOB = Entry(
    kind="position",
    key="reader-2020",
    name="Reader, Ministry",
    fields={"title": "Reader", "organization": "Ministry", "dates": "2020", "where": "work.html#position-reader-2020"},
)
REFEREE = Entry(
    kind="referee", key="ada", name="Ada", fields={"name": "Ada", "email": "ada@x.example"}, contacts=("email",)
)
Outputs = dict[str, str]


def with_fields(entry: Entry, key: str = "", **fields: str) -> Entry:
    return replace(entry, key=key or entry.key, fields={**entry.fields, **fields})


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ([], [JOB], [("added", "title", "", "Reader")]),
        ([JOB], [], [("removed", "", "", "")]),
        ([JOB], [JOB], []),
        ([JOB], [with_fields(JOB, dates="2020 – 2021")], [("changed", "dates", "2020", "2020 – 2021")]),
        ([JOB], [with_fields(JOB, location="Lisbon")], [("changed", "location", "", "Lisbon")]),
        ([with_fields(JOB, location="Lisbon")], [JOB], [("changed", "location", "Lisbon", "")]),
        ([JOB], [with_fields(JOB, "dean", title="Dean", where="x")], [("changed", "key", "reader-2020", "dean")]),
        ([JOB], [replace(JOB, kind="award")], [("added", "title", "", "Reader"), ("removed", "", "", "")]),
        (
            [with_fields(JOB, highlights="a\nb\nc")], [with_fields(JOB, highlights="a\nB\nc")],
            [("changed", "highlights", "b", "B")],
        ),
    ],
)  # fmt: skip
def test_a_record_is_known_by_its_key_or_by_what_it_says(
    old: list[Entry], new: list[Entry], told: list[tuple[str, ...]]
) -> None:
    nothing = Detail("", "", "")
    firsts = [(each, next(iter(each.details), nothing)) for each in compare_records(old, new)]

    assert [(each.kind.value, detail.label, detail.old, detail.new) for each, detail in firsts] == told


def test_of_two_records_that_change_their_keys_each_finds_the_one_it_is_most_like() -> None:
    reader = with_fields(JOB, location="Lisbon")
    dean = with_fields(reader, "dean-2020", title="Dean")
    new = [with_fields(dean, "dean-2021", dates="2021"), with_fields(reader, "reader-2021", dates="2021")]

    changed = {each.details[0].old: each.details[0].new for each in compare_records([reader, dean], new)}
    assert changed == {"dean-2020": "dean-2021", "reader-2020": "reader-2021"}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("a b", "a b", []),
        ("a b", "a c", [("b", "c")]),
        ("a", "a b", [("", "b")]),
        ("a b", "b", [("a", "")]),
        ("a b c", "x c", [("a", "x"), ("b", "")]),
    ],
)
def test_lines_that_took_each_others_place_stand_together(old: str, new: str, told: list[tuple[str, str]]) -> None:
    assert [(each.old, each.new) for each in compare_lines(old.split(), new.split())] == told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("a b / c", "a b / c", []),
        ("a b / c", "a / b c", [("moved", "page 1: 1 line, from 'b'", "page 2")]),
        ("a / b", "a b", [("pages", "2", "1"), ("moved", "page 2: 1 line, from 'b'", "page 1")]),
        ("a / b", "a / c", [("page 2", "b", "c")]),
        (
            "a b c",
            "a X b / c",
            [("pages", "1", "2"), ("page 1", "", "X"), ("moved", "page 1: 1 line, from 'c'", "page 2")],
        ),
    ],
)
def test_of_a_pdf_lines_and_the_pages_they_stand_on_are_told(old: str, new: str, told: list[tuple[str, ...]]) -> None:
    before, after = ([page.split() for page in text.split(" / ")] for text in (old, new))

    assert [(each.label, each.old, each.new) for each in compare_pages(before, after)] == told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("one two three four five", "one two 3 four five", ("… two three four …", "… two 3 four …")),
        ("", "new", ("", "new")),
        ("a a", "a a a", ("… a", "… a a")),
        ("a", "b", ("a", "b")),
    ],
)
def test_of_long_texts_the_words_that_differ_are_shown(old: str, new: str, told: tuple[str, str]) -> None:
    assert narrowed(old, new, around=1) == told


def published(folder: Path, files: Outputs, records: tuple[Entry, ...] = ()) -> Published:
    """Make a state: pages get a frame, what ends with .md is a source."""
    for name, content in files.items():
        is_page = name.endswith(".html") and "<html" not in content
        written = FRAME.format(title=name, body=content) if is_page else content
        put(folder / ("sources" if name.endswith(".md") else "html") / name, written)
    documents = {name.replace(".md", ".html"): name for name in files if name.endswith(".md")}
    site = Site(source=folder / "sources", output=folder / "html", settings=Settings(), documents=documents)
    return Published(site=site, records=records)


def changes(folder: Path, old: Outputs, new: Outputs) -> list[Change]:
    home = {"index.html": "<p>Home</p>"}
    return compare(published(folder / "old", home | old), published(folder / "new", home | new))


LEADS_ON = '<html><head><meta http-equiv="refresh" content="0; url=b.html"></head></html>'


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ({"a.html": "<p>x</p>"}, {"a.html": "<p>x</p>"}, set()),
        ({}, {"a.html": "<p>x</p>"}, {"PAGES added a.html"}),
        ({"a.html": "<p>x</p>"}, {"a.html": "<p>y</p>"}, {"PAGES changed a.html"}),
        ({"a.html": "<p>x</p>"}, {}, {"PAGES removed a.html", "ADDRESSES lost a.html"}),
        ({"a.html": "<p>x</p>"}, {"a.html": LEADS_ON}, {"PAGES changed a.html", "ADDRESSES lost a.html"}),
        ({"a.html": "<p>x</p>"}, {"a.html": LEADS_ON, "b.html": "<p>x</p>"},
         {"PAGES changed a.html", "PAGES added b.html"}),
        ({"a.html": '<p id="k">x</p>'}, {"a.html": '<p id="l">x</p>'}, {"ADDRESSES changed a.html",
         "PAGES changed pages with the same words and another frame or look"}),
        ({"a.html": '<p id="id3">x</p>'}, {"a.html": "<p>y</p>"}, {"PAGES changed a.html"}),
        ({"a.html": '<a href="x.html">x</a>'}, {"a.html": '<a href="y.html">x</a>'}, {"PAGES changed a.html"}),
        ({"resume.json": "{}"}, {"resume.json": '{"a": 1}'}, {"EXPORTS changed resume.json"}),
        ({"resume.json": "{}"}, {}, {"EXPORTS removed resume.json", "ADDRESSES lost resume.json"}),
        ({}, {"citations/a.bib": "x", "citations/a.ris": "x"}, {"EXPORTS changed citations/*"}),
        ({}, {"talk.txt": "x", "_static/x.css": "x"}, {"FILES added talk.txt", "FILES changed what pages load"}),
        ({"_static/a.css": "x"}, {"_static/a.css": "x"}, set()),
        ({"cv.pdf": "a"}, {"cv.pdf": "b"}, {"PDFS changed cv.pdf"}),
    ],
)  # fmt: skip
def test_each_file_of_the_output_that_changes_is_told(
    tmp_path: Path, old: Outputs, new: Outputs, told: set[str]
) -> None:
    assert {f"{each.subject.name} {each.kind.value} {each.name}" for each in changes(tmp_path, old, new)} == told


def test_what_all_pages_have_alike_is_told_once(tmp_path: Path) -> None:
    names = [f"{letter}.html" for letter in "abcde"]
    old = {name: f"<nav>People</nav><p>{name}</p>" for name in names}
    new = {name: text.replace("People", "Folks") for name, text in old.items()} | {
        "a.html": "<nav>Folks</nav><p>new</p>"
    }

    told = {each.name: each.details for each in changes(tmp_path, old, new)}
    assert told == {"most pages, alike": (Detail("", "People", "Folks"),), "a.html": (Detail("", "a.html", "new"),)}


WITHHELD = """\
# Ada

:::{profile} Ada
:phone: +44 20 7946 0123
:visibility: private phone
:::

:::{award} Medal of Secrecy
:visibility: private
:::
"""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ({"i.md": WITHHELD}, {"i.html": "Call +44 (20) 7946-0123"}, ["i.md:4"]),
        ({"i.md": WITHHELD}, {"i.html": "The Medal of Secrecy"}, ["i.md:8"]),
        ({"i.md": WITHHELD, "a.html": "Medal of Secrecy"}, {"i.html": "The Medal of Secrecy"}, []),
        ({}, {"i.html": "<a href='mailto:ada%40x.example'>x</a>"}, ["ada@x.example"]),
        ({}, {"i.html": "ada<span>@</span>x<span>.</span>example"}, ["ada@x.example"]),
        ({"a.html": "ada@x.example"}, {"i.html": "Ada@X.example"}, []),
        ({}, {"llms.txt": "ada@x.example", "i.html": "ada@x.example"}, ["ada@x.example"]),
        ({}, {"i.html": "<a href='tel:+442079460123'>x</a> +44 20 7946 0123"}, ["+442079460123"]),
        ({}, {"i.html": "phone 030 123 4567"}, ["030 123 4567"]),
        ({}, {"contact.vcf": "TEL;TYPE=voice:+1 212 555 0100"}, ["+1 212 555 0100"]),
        ({}, {"i.html": "ISBN 978-3-16-148410-0, 10.1145/3779212.3790140, 2019–2023, pages 101–131"}, []),
        ({}, {"i.html": "<img src='fish@2x.png' alt=''> sphinx@9.0.4"}, []),
    ],
)
def test_what_was_private_or_nowhere_and_is_public_is_told(
    tmp_path: Path, old: Outputs, new: Outputs, told: list[str]
) -> None:
    found = [each for each in changes(tmp_path, old, new) if each.subject is Subject.PRIVATE]

    assert [each.name for each in found] == told
    assert all(each.is_alarming for each in found)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ((), (REFEREE,), [("referee Ada", "ada@x.example")]),
        ((REFEREE,), (REFEREE,), []),
        ((), (replace(REFEREE, contacts=()),), [("referee Ada", "")]),
        ((REFEREE,), (with_fields(REFEREE, email="a@y.example"),), [("referee Ada", "a@y.example")]),
        ((REFEREE,), (), []),
    ],
)
def test_a_new_referee_and_a_new_way_to_reach_somebody_are_told(
    tmp_path: Path, old: tuple[Entry, ...], new: tuple[Entry, ...], told: list[tuple[str, str]]
) -> None:
    before, after = published(tmp_path / "a", {"a.html": "x"}, old), published(tmp_path / "b", {"a.html": "x"}, new)

    found = [each for each in compare(before, after) if each.subject is Subject.PRIVATE]
    assert [(each.name, "".join(detail.new for detail in each.details)) for each in found] == told


def test_a_source_outside_of_the_site_is_never_written_to(tmp_path: Path) -> None:
    outside = [tmp_path / "a" / "absolute.bib", tmp_path / "a" / "beside.bib"]
    for file in (*outside, tmp_path / "a" / "site" / "inside.bib"):
        put(file, "@misc{a}\r\n")
    bibliographies = (str(outside[0]), "../beside.bib", "inside.bib")
    site = Site(source=tmp_path / "a" / "site", output=tmp_path, settings=Settings(bibliographies=bibliographies))
    state = tmp_path / "b" / "state"
    state.mkdir(parents=True)

    save(state, Published(site=site))
    assert sorted(file.relative_to(tmp_path / "b").as_posix() for file in (tmp_path / "b").rglob("*.bib")) == [
        "state/sources/inside.bib"
    ]
    assert load(state).site.settings == site.settings


HOSTILE = Change(
    subject=Subject.PAGES,
    kind=Kind.CHANGED,
    name="a|b</code><script>@octocat **x** \x1b[31m.html",
    details=(Detail("", "```` </details>", "\x1b]0;x\x07<img src=x>\n# no heading"),),
)


def test_hostile_text_stays_text_in_every_form() -> None:
    page, comment, told = page_of([HOSTILE], "x"), report.as_markdown([HOSTILE], "x"), report.as_text([HOSTILE], "x")

    assert "<script" not in page + comment
    assert "<img" not in page
    assert "`````diff" in comment
    assert "@octocat" not in comment
    assert "\n# no" not in comment
    assert not {"\x07", "\x1b[31m.html", "\x1b]"} & {*re.findall(r"\x1b\]|\x07|\x1b\[31m\.html", told + comment)}
    assert json.loads(report.as_json([HOSTILE], "x"))["changes"][0]["details"][0]["old"] == "```` </details>"


def test_a_comment_stays_below_what_github_takes_and_says_what_it_leaves_out() -> None:
    many = [replace(HOSTILE, name=f"{number}", details=(Detail("", "x" * 900, "y" * 900),)) for number in range(90)]

    comment = report.as_markdown(many, "x")
    assert len(comment) < 65_536
    assert "blocks more than a comment holds" in comment


def test_private_things_stand_first_whole_and_in_red() -> None:
    details = tuple(Detail("email", "", f"{'a' * 200} {number}@x.example") for number in range(20))
    alarm = Change(subject=Subject.PRIVATE, kind=Kind.EXPOSED, name="i.md:4", details=details)

    told = report.as_text([alarm, replace(HOSTILE, details=details)], "x")
    assert told.count("@x.example") == 20
    assert told.count("a" * 150) == 20 + 8
    assert "\x1b[31m  ! i.md:4" in told
    assert "<details open>" in report.as_markdown([alarm], "x")


def test_both_states_stand_side_by_side_as_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", str(find_browser()))
    states = []
    for word in ("one", "two"):
        put(tmp_path / word / "html" / 'a "b".pdf', typst.compile(f"{word} #pagebreak() same".encode()))
        states.append(published(tmp_path / word, {"a.html": f"<p>{word}</p>", "b.html": "<p>same</p>"}))
    with ThreadPoolExecutor(1) as pool:  # another test's browser may be open in this thread
        pictures, why_not = pool.submit(take_pictures, states[0].site, states[1].site,
                                        ["a.html", "b.html", 'a "b".pdf']).result()  # fmt: skip

    assert why_not == ""
    assert [each.name for each in pictures] == ["a.html, laptop", "a.html, phone", 'a "b".pdf, page 1']
    sizes = [Image.open(BytesIO(b64decode(each.new.partition(",")[2]))).size for each in pictures]
    assert [width for width, _ in sizes] == [round(1280 * 0.6), 390, 661]  # A4 at 80 pixels an inch
    assert all(each.old != each.new for each in pictures)
    last = Image.open(BytesIO(b64decode(pictures[-1].new.partition(",")[2])))
    bar = last.convert("L").crop((1, 0, 2, last.height)).tobytes()
    assert 1 < sum(gray < 200 for gray in bar) < 30  # a line of text has a bar beside it, the rest has none
    assert page_of([], "x", pictures).count("<img") == 6


def test_without_a_browser_the_page_has_words_and_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def refuse() -> Iterator[None]:
        raise UnusableError("no Chromium was found")
        yield

    monkeypatch.setattr("sphinx_vita.command.diff.pictures.launch", refuse)
    old, new = (published(tmp_path / word, {"a.html": word}) for word in ("one", "two"))

    write_page(tmp_path / "r.html", compare(old, new), old, new, "compared with x")
    page = (tmp_path / "r.html").read_text("utf-8")
    assert "There are no pictures of pages: no Chromium was found" in page
    assert '<td class="old">one</td><td class="new">two</td>' in page


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        (Change(subject=Subject.RECORDS, kind=Kind.ADDED, name="a", details=(Detail("title", "", "A"),)), ["title: A"]),
        (Change(subject=Subject.PAGES, kind=Kind.CHANGED, name="a", details=(Detail("", "", "A"),)), ["new: A"]),
        (Change(subject=Subject.PAGES, kind=Kind.CHANGED, name="a", details=(Detail("", "A", ""),)), ["gone: A"]),
        (Change(subject=Subject.PAGES, kind=Kind.CHANGED, name="a", details=(Detail("x", "A", "B"),)), ["x: A → B"]),
        (Change(subject=Subject.PAGES, kind=Kind.CHANGED, name="a", details=(Detail("", "A", "A"),)), ["A"]),
        (
            Change(subject=Subject.EXPORTS, kind=Kind.CHANGED, name="resume.json",
                   details=(Detail("", "", "A"), Detail("", "B", ""), Detail("", "C", "D"), Detail("", "E", "F"))),
            ["lines: 1 new, 1 gone, 2 changed"],
        ),
        (
            Change(subject=Subject.PAGES, kind=Kind.CHANGED, name="a", details=(Detail("", "", "A"),) * 10),
            ["new: A"] * 8 + ["and 2 more; --json or --html FILE tells all"],
        ),
    ],
)  # fmt: skip
def test_on_a_terminal_a_change_is_told_in_few_lines(change: Change, lines: list[str]) -> None:
    told = unstyle(report.as_text([change], "x")).splitlines()

    assert [line.strip() for line in told if line.startswith("      ")] == lines


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>one\ntwo</p><p>three</p>", ["one two", "three"]),
        ("<pre>one\n  two</pre>", ["one", "two"]),
        ("<p>x<math><mi>y</mi>\n<mn>2</mn></math> z</p>", ["xy 2 z"]),
        ("<ul><li>a <b>b</b></li><li>c</li></ul>", ["a b", "c"]),
        ("<p>2019 – 2023</p>", ["2019 – 2023"]),
    ],
)
def test_the_text_of_a_page_has_a_line_for_each_block(html: str, lines: list[str]) -> None:
    assert read_lines(Page("a.html", html).soup) == lines

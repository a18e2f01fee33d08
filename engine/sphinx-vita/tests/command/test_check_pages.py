"""Hosts, access, pictures, contrast and HTML: what keeps people out, or sends their browsers elsewhere, is found."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from harness.checked_sites import FRAME, HOME, MakeSite, entries
from sphinx_vita.command.check.checks import access, contrast, hosts, markup, pictures
from sphinx_vita.command.check.findings import Finding
from sphinx_vita.command.check.site import Site

Check = Callable[[Site], Iterator[Finding]]


def told(check: Check, site: Site) -> list[str]:
    return [each.code.name for each in check(site)]


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ('<img src="https://cdn.example/a.png" alt="x">', ["hosts.fetched"]),
        ('<script src="//cdn.example/a.js"></script>', ["hosts.fetched"]),
        ('<link rel="stylesheet" href="https://cdn.example/a.css">', ["hosts.fetched"]),
        ('<link rel="dns-prefetch" href="//cdn.example">', ["hosts.fetched"]),
        ('<iframe title="x" src="https://video.example"></iframe>', ["hosts.fetched"]),
        ('<video poster="https://cdn.example/a.png"></video>', ["hosts.fetched"]),
        ('<img srcset="https://cdn.example/a.png 2x" alt="x">', ["hosts.fetched"]),
        ('<form action="https://search.example"></form>', ["hosts.sent"]),
        ("<style>@import 'https://cdn.example/a.css'</style>", ["hosts.styled"]),
        ('<p style="background: url(https://cdn.example/a.png)">x</p>', ["hosts.styled"]),
        ('<a href="https://elsewhere.example">x</a>', []),
        ('<link rel="canonical" href="https://elsewhere.example/a.html">', []),
        ('<link rel="me" href="https://elsewhere.example/ada">', []),
        ('<img src="https://ada.example/a.png" alt="x">', []),
        ('<img src="data:image/png,x" alt="x">', []),
        ("<code>url(https://cdn.example)</code>", []),
    ],
)
def test_whatever_a_browser_fetches_from_another_host_is_found(
    make_site: MakeSite, body: str, codes: list[str]
) -> None:
    assert told(hosts.check, make_site({"a.html": body}, address="https://ada.example/")) == codes


def test_a_style_sheet_that_fetches_from_another_host_is_found(make_site: MakeSite) -> None:
    style = "@import '//styles.example/a.css';@font-face { src: url('https://fonts.example/a.woff2') }"
    found = list(hosts.check(make_site({"_static/a.css": style})))

    assert {(each.code.name, each.page) for each in found} == {("hosts.styled", "_static/a.css")}
    assert all(any(host in each.message for each in found) for host in ("fonts.example", "styles.example"))


@pytest.mark.parametrize(
    ("html", "code"),
    [
        (FRAME.format(title="a", body="<h1>A</h1>").replace(' lang="en"', ""), "access.language"),
        (FRAME.format(title="", body="<h1>A</h1>"), "access.title"),
        (FRAME.format(title="a", body="<p>A</p>"), "access.headline"),
        (FRAME.format(title="a", body="<h1>A</h1><h1>B</h1>"), "access.headline"),
        (FRAME.format(title="a", body="<h1>A</h1><h3>B</h3>"), "access.levels"),
        (FRAME.format(title="a", body='<h1>A</h1><a href="b.html"><svg></svg></a>'), "access.nameless"),
        (FRAME.format(title="a", body='<h1>A</h1><a href="b.html"><img src="b.png" alt=""></a>'), "access.nameless"),
        (FRAME.format(title="a", body="<h1>A</h1><button></button>"), "access.nameless"),
        (FRAME.format(title="a", body='<h1>A</h1><input type="text">'), "access.label"),
        (FRAME.format(title="a", body='<h1>A</h1><label for="b">B</label><select id="c"></select>'), "access.label"),
        (FRAME.format(title="a", body='<h1 tabindex="2">A</h1>'), "access.focus"),
        (FRAME.format(title="a", body='<h1>A</h1><iframe src="b.html"></iframe>'), "access.frame"),
        (FRAME.format(title="a", body="<h1>A</h1>").replace("main>", "div>"), "access.main"),
        (FRAME.format(title="a", body="<h1>A</h1><div role='main'></div>"), "access.main"),
    ],
)
def test_what_keeps_people_out_is_found(make_site: MakeSite, html: str, code: str) -> None:
    assert told(access.check, make_site({"a.html": html})) == [code]


@pytest.mark.parametrize(
    "body",
    [
        '<h1>A</h1><h2>B</h2><h3>C</h3><h2>D</h2><a href="b.html">x</a>',
        '<h1>A</h1><a href="b.html" aria-label="b"><svg></svg></a><a href="c.html"><img src="c.png" alt="c"></a>',
        '<h1 id="n">A</h1><button aria-labelledby="n"></button><input type="submit" value="Go">',
        '<h1>A</h1><label for="b">B</label><input id="b"><label>C <input></label><input aria-label="d">',
        '<h1 tabindex="-1">A</h1><p tabindex="0">x</p><input type="hidden">',
    ],
)
def test_a_page_for_everybody_is_silent(make_site: MakeSite, body: str) -> None:
    assert told(access.check, make_site({"a.html": body})) == []


def test_a_page_that_leads_on_at_once_is_no_page_to_read(make_site: MakeSite) -> None:
    redirect = '<html><head><meta http-equiv="refresh" content="0; url=index.html"></head></html>'

    assert told(access.check, make_site({"old.html": redirect})) == []


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ('<img src="a.png">', ["pictures.no_alt"]),
        ('<img src="a.png" alt="">', ["pictures.no_words"]),
        ('<img src="a.png" alt="_images/a.png">', ["pictures.no_words"]),
        ('<img src="a.png" alt="A wheel of 40 cogs">', []),
        ('<img src="a.png" alt="image">', ["pictures.no_words"]),
        ('<img src="a.png" alt="Figure 3">', ["pictures.no_words"]),
        ('<img src="a.png" alt="IMG_20240501_1234">', ["pictures.no_words"]),
        ('<img src="files/wheel-2.png" alt="wheel-2">', ["pictures.no_words"]),
        ('<img src="a.png" alt="alt text goes here">', ["pictures.no_words"]),
        ('<img src="a.png" alt="Screenshot 2024-05-01 at 10.20.30">', ["pictures.no_words"]),
        ('<img src="a.png" alt="Ada">', []),
        ('<img src="a.png" alt="1815">', ["pictures.no_words"]),
        ('<img src="a.png" alt="A photo of Ada">', []),
        ('<img src="a.png" alt="Plot of noise over depth">', []),
        ('<svg role="img"><path d=""></path></svg>', ["pictures.no_alt"]),
        ('<svg role="img"><title>A wheel</title></svg>', []),
        ('<svg aria-hidden="true"></svg>', []),
        ('<span role="img" aria-label="star">★</span>', []),
        ('<map name="m"><area href="b.html"></map>', ["pictures.no_alt"]),
        ('<img src="a.png" alt="" role="presentation">', []),
    ],
)
def test_a_picture_without_words_is_found(make_site: MakeSite, body: str, codes: list[str]) -> None:
    assert told(pictures.check, make_site({"a.html": body})) == codes


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("", ["a.bib:2"]),
        ("preview_alt = {preview}", ["a.bib:2"]),
        ("preview_alt = {A wheel}", []),
        ("options = {dataonly}", []),
    ],
)
def test_the_preview_of_a_paper_is_told_at_its_entry(make_site: MakeSite, words: str, places: list[str]) -> None:
    page = '<img class="vita-preview" src="data:image/png,x" alt="">'
    records = entries(f"\n@misc{{a, title = {{A}}, preview = {{preview.png}}, {words}}}\n")

    assert [each.where for each in pictures.check(replace(make_site({"a.html": page}), records=records))] == places


def test_a_picture_without_words_is_told_at_its_line(make_site: MakeSite) -> None:
    site = make_site({"a.html": '<img src="_images/wheel.png" alt="">'}, {"a.md": "# A\n\n![](files/wheel.png)\n"})

    assert [each.where for each in pictures.check(site)] == ["a.md:3"]


@pytest.mark.parametrize(
    ("light", "dark", "names"),
    [
        ("#57068c", "#c9a2f2", []),
        ("#6a6a6a", "#757575", ["vita_accent_dark"]),
        ("#777777", "#c9a2f2", ["vita_accent"]),
        ("#fff", "#000", ["vita_accent", "vita_accent_dark"]),
        ("#757575", "#868686", ["vita_accent", "vita_accent_dark"]),  # read on the page, not in the menu
        ("", "", []),
    ],
)
def test_an_accent_that_is_hard_to_read_is_found(make_site: MakeSite, light: str, dark: str, names: list[str]) -> None:
    site = make_site({}, {"conf.py": "x = 1\nvita_accent = 'x'\n"}, accent=light, accent_dark=dark)

    found = list(contrast.check(site))
    assert [each.message.partition(" ")[0] for each in found] == names
    assert [each.line for each in found if each.message.startswith("vita_accent ")] == [2] * ("vita_accent" in names)


def test_the_accent_is_measured_on_the_backgrounds_of_the_theme(make_site: MakeSite) -> None:
    styles = "<style>body{--color-background-primary:#999}.d{--color-background-primary:#000}</style>"

    assert told(contrast.check, make_site({"index.html": styles + HOME}, accent="#57068c")) == ["contrast.low"]
    assert told(contrast.check, make_site({"index.html": HOME}, accent="#57068c")) == []


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("<figure><figcaption>a</figcaption><details></details></figure>", "broken", "<details> follows a caption"),
        ("<link href='data:image/svg+xml,<svg/>'>", "broken", "href of <link> holds '<'"),
        ("<link href='data:image/svg+xml,%3Csvg width=1'>", "broken", "holds ' '"),
        ("<script type='lean' src='a.js'></script>", "broken", "a block of data has a file"),
        ("<script type='lean'></script>", "broken", "no type of data"),
        ("<p id='a'></p><p id='a'></p>", "repeated_id", "has an id that is another's"),
        ("<p><div></div></p>", "broken", "<div> in a paragraph"),
        ("<a href='x'><a href='y'>z</a></a>", "broken", "<a> in a link"),
        ("<div><span></div></span>", "broken", "</div> ends <span>"),
        ("<section>", "broken", "never closed: <section>"),
        ("<img alt='' src='a' src='b'>", "broken", "<img> has an attribute twice"),
        ("<figure aria-labelledby='name'></figure>", "missing_id", "refers to an id that is nowhere: name"),
    ],
)
def test_html_that_breaks_is_found(make_site: MakeSite, text: str, code: str, words: str) -> None:
    (found, *_) = markup.check(make_site({"index.html": f"<html></html>{text}"}))

    assert found.code.name == f"markup.{code}"
    assert words in found.message


def test_html_as_it_should_be_is_silent(make_site: MakeSite) -> None:
    body = (
        "<p id='a'>x <img src='a%20b.png' alt=''><br></p><ul aria-labelledby='a'><li><a href='b.html#c'>d</a></li></ul>"
    )

    assert told(markup.check, make_site({"a.html": body})) == []

"""What of a figure comes when the page has been painted, and what those see for whom it never comes."""

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from types import SimpleNamespace
from typing import cast
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from harness.browser.pages import listen
from harness.figure_sites import Site, figure, home
from playwright.sync_api import Browser, BrowserContext, expect
from sphinx.config import Config
from sphinx_computed_figures.figure import Figure, Panel, States
from sphinx_computed_figures.late import drawing_file, late_parts, lightened, page_file

OUTLINE = "M0 0h1" * 150
MARKS = '<rect width="1" height="1"/>' * 40
PICTURE = f"data:image/webp;base64,{'A' * 900}"

SHORT = '<path d="M0 0h1"/>'

WHOLE = {
    "short": '<svg><path d="M0 0h1"/></svg>',
    "many short ones": f"<svg>{SHORT * 200}</svg>",
    "a few marks": f"<svg><g>{MARKS[:140]}</g></svg>",
    "words in a group": f"<svg><g>{MARKS}<text>{'word ' * 200}</text></g></svg>",
    "a long address": f'<svg><a href="https://example.org/{"a" * 900}"><path d="M0 0"/></a></svg>',
    "words that look like an outline": f'<svg><text> d="{OUTLINE}"</text></svg>',
    "a group without an end of its own": f"<svg><g><text/><g/>{MARKS}</g></svg>",
    "an element that begins like a group": f"<svg><glyph>{MARKS}</glyph></svg>",
    "a long description": f'<svg aria-label="{"word " * 200}"/>',
    "outlines that are little together": f'<svg><path d="{OUTLINE[:150]}"/></svg>',
}


@pytest.mark.parametrize("svg", WHOLE.values(), ids=WHOLE)
def test_what_is_light_comes_with_the_page(svg: str) -> None:
    assert lightened(svg) == (svg, [])


LONG = {
    "an outline": (f'<path class="c1" d="{OUTLINE}"/>', '<path class="c1" data-late="d"/>', [OUTLINE]),
    "points": (f'<polyline points="{"1,2 " * 300}"/>', '<polyline data-late="points"/>', ["1,2 " * 300]),
    "a picture": (f'<image href="{PICTURE}" x="1"/>', '<image data-late="href" x="1"/>', [PICTURE]),
    "an escape": (f'<image href="{PICTURE}&amp;"/>', '<image data-late="href"/>', [f"{PICTURE}&"]),
    "marks": (f'<g id="a">{MARKS}</g><path/>', '<g id="a" data-late></g><path/>', [MARKS]),
    "marks in a group in a group": (f"<g><g>{MARKS}</g></g>", "<g><g data-late></g></g>", [MARKS]),
    "all outlines of a long drawing": (
        f'<path d="{OUTLINE}"/><path d="{OUTLINE[:120]}"/><path d="M0"/>',
        '<path data-late="d"/><path data-late="d"/><path d="M0"/>',
        [OUTLINE, OUTLINE[:120]],
    ),
}


@pytest.mark.parametrize(("whole", "light", "late"), LONG.values(), ids=LONG)
def test_what_is_long_is_left_out_in_its_order(whole: str, light: str, late: list[str]) -> None:
    assert lightened(f"<svg>{whole}</svg>") == (f"<svg>{light}</svg>", late)


def test_a_figure_brings_its_states_and_the_parts_of_every_panel_and_a_file_of_each_drawing_that_has_some() -> None:
    heavy, other = f'<svg><path d="{OUTLINE}"/></svg>', f"<svg><g>{MARKS}</g></svg>"
    panels = tuple(Panel(title="A", description="B.", svg=svg) for svg in (heavy, "<svg/>", other))
    names = tuple(map(str, range(100)))
    states = States(label="Side", names=names, start=0, keys=("a opacity",), values=tuple((name,) for name in names))
    few = States(label="Side", names=("one",), start=0, keys=("a opacity",), values=(("1",),))
    whole, short = (
        Figure(panels=panels, header=("A",), rows=(("1",),) * len(each.names), states=each) for each in (states, few)
    )

    assert late_parts(whole, "x") == ([states.json, OUTLINE, MARKS], [heavy, other])
    assert late_parts(short, "x") == ([OUTLINE, MARKS], [heavy, other])


def test_the_parts_of_a_page_are_one_compact_script() -> None:
    name, text = page_file({"a": ["b", "é"], "c": []}, is_running=False)

    assert re.fullmatch(r"late\.[\w-]{12}\.js", name)
    assert text.endswith('({"a":["b","é"],"c":[]});\n')


FRAMES = {
    '<svg viewBox="0 0 100 50"><path/></svg>': '"-5 -5 110 60"',
    '<?xml version="1.0"?>\n<!DOCTYPE svg>\n<svg\n viewBox="-3,2, 100,50.5"/>': '"-5 -5 110 60.5"',
    '<svg xlink:href="#a"/>': None,
    '<svg viewBox="none"/>': None,
}


@pytest.mark.parametrize(("svg", "frame"), FRAMES.items(), ids=range(len(FRAMES)))
def test_a_drawing_of_any_hand_is_a_file(svg: str, frame: str | None) -> None:
    """With more room than its own, for words over its edge; dark only where the theme is."""
    options = {"light_css_variables": {"color-brand-primary": "<&", "other": "0"}, "dark_css_variables": None}
    config = SimpleNamespace(html_theme="alabaster", html_theme_options=options)
    _, text = drawing_file(svg, cast(Config, config))
    written = ElementTree.fromstring(text)

    assert written.get("viewBox") == (frame and frame.strip('"'))
    assert "prefers-color-scheme" not in text
    assert "<style>svg{--color-brand-primary:&lt;&amp;}" in text
    assert (".computed-figure>svg{width:100px;height:50" in text) == (frame is not None)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A page with heavy figures, among them two of one kind."""
    site = Site(tmp_path_factory.mktemp("late"))
    options = 'html_theme_options = {"light_css_variables": {"color-brand-primary": "#0a0b0c"}}'
    site.put("conf.py", f'extensions = ["sphinx_computed_figures"]\nhtml_theme = "furo"\n{options}\n')
    site.write(index=home(figure("heavy"), figure("heavy", parameters="side=7")), light=home(figure("square")))
    site.write(running=home(figure("heavy"), figure("running")))
    site.build()
    return site


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader of the page, with scripts."""
    context = browser.new_context(viewport={"width": 390, "height": 700})
    yield context
    context.close()


def files(site: Site, pattern: str) -> list[Path]:
    return sorted((site.output / "_static/computed-figures").glob(pattern))


def test_words_and_sizes_come_with_the_page_and_the_rest_in_one_file(built: Site) -> None:
    page = built.page()
    drawing = page.select_one("figure svg")

    assert drawing
    assert (drawing["viewbox"], drawing.select_one("desc, text").text) == ("0 0 200 100", "It & more.")  # type: ignore[union-attr]
    assert "An axis" in drawing.text
    assert [str(part["data-late"]) for part in page.select("svg [data-late]")] == ["d", "", "d", ""]
    assert "M2 18" not in str(page)
    assert len(files(built, "late.*.js")) == 2  # one for each page with heavy figures
    assert "data-late" not in str(built.page("light"))


def test_a_reader_with_scripts_sees_the_whole_where_it_was(built: Site, context: BrowserContext) -> None:
    page = context.new_page()
    troubles: list[str] = []
    listen(page, troubles)
    page.goto((built.output / "index.html").as_uri())
    expect(page.locator("figure [data-late]")).to_have_count(0)
    shown = page.evaluate("""() => [...document.querySelectorAll("figure")].map((figure) => [
        figure.querySelector("path").getAttribute("d").slice(0, 15),
        figure.querySelectorAll("circle").length,
        figure.querySelector(figure.querySelector("circle").getAttribute("fill").slice(4, -1)) !== null,
    ])""")

    assert shown == [["M0 0h1M1 9h1M2 ", 40, True], ["M0 0h1M1 7h1M2 ", 40, True]]
    slider = page.get_by_role("slider").first
    slider.press("ArrowRight")
    expect(page.locator("[data-key=dots]").first).to_have_attribute("opacity", ".2")
    assert troubles == []


@pytest.mark.parametrize("saves", [False, True])
def test_what_runs_comes_with_the_late_parts_but_not_to_a_reader_who_saves_data(
    built: Site, context: BrowserContext, saves: bool
) -> None:
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2].partition(".")[0]))
    page.add_init_script(
        f"Object.defineProperty(navigator, 'connection', {{ value: {{ saveData: {str(saves).lower()} }} }})"
    )
    page.goto((built.output / "running.html").as_uri())
    expect(page.locator("figure [data-late]")).to_have_count(0)
    page.locator("figure").last.scroll_into_view_if_needed()
    expect(page.locator(".figure-controls")).to_be_visible(visible=not saves)
    if not saves:
        expect(page.locator(".figure-now")).to_have_text("Side 2, up, 0 turns, 3 more")

    scripts = [name for name in asked if name in {"late", "explanations", "squares", "squares-data"}]
    assert scripts == (["late"] if saves else ["late", "squares"])


def test_a_reader_without_scripts_sees_a_file_in_the_colors_of_the_site(built: Site, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((built.output / "index.html").as_uri())
    picture = page.get_by_role("img", name="A cloud: It & more.").first
    size = picture.bounding_box()
    seen = page.locator("figure svg").first.is_visible()
    context.close()
    texts = [file.read_text("utf-8") for file in files(built, "drawing.*.svg")]

    assert not seen
    assert size
    assert size["width"] > 1.5 * size["height"] > 50
    assert len(texts) == 2
    for text in texts:
        drawing = BeautifulSoup(text, "html.parser")
        assert len(drawing.select("circle")) == 40
        assert "--color-brand-primary:#0a0b0c" in text
        assert escape(".computed-figure svg .stroke", quote=False) in text
        assert "prefers-color-scheme:dark" in text


def test_files_go_with_their_figures(site: Site) -> None:
    site.write(index=home(figure("heavy")))
    site.build()
    before = {*files(site, "late.*"), *files(site, "drawing.*")}
    site.write(index=home(figure("heavy", parameters="side=8")))
    site.build()
    after = {*files(site, "late.*"), *files(site, "drawing.*")}
    site.write(index=home(figure()))
    site.build()

    assert (len(before), len(after), before & after) == (2, 2, set())
    assert [*files(site, "late.*"), *files(site, "drawing.*")] == []


def test_what_is_no_page_of_its_own_has_all_in_it(site: Site) -> None:
    site.write(index=home(figure("heavy")))
    site.build("singlehtml")
    page = (site.output / "index.html").read_text("utf-8")

    assert "M0 0h1M1 9h1" in page
    assert "data-late" not in page
    assert "<noscript" not in page

"""The computed figures in a browser: they follow the theme, and some of them can be moved."""

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

PAGES = [
    "index.html",
    *(f"papers/{name}.html" for name in ("atlas", "noise")),
    *(f"research/{name}.html" for name in ("listening", "song-sharing")),
]
# A page, the figure on it that can be moved, and what in it a state changes.
MOVABLE = pytest.mark.parametrize(
    ("path", "target", "attribute"),
    [
        ("papers/atlas.html", "route", "d"),
        ("research/song-sharing.html", "line", "d"),
        ("papers/noise.html", "dot", "cx"),
    ],
)
COLOURS = (
    Path(__file__).resolve().parents[4]
    / "engine/sphinx-computed-figures/src/sphinx_computed_figures/static/computed-figures.css"
)
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Words of a picture that another word of it covers, or that lie outside of the page.
CLASHES = """
() => [...document.querySelectorAll("figure.computed-figure svg")].flatMap(svg => {
    const words = [...svg.querySelectorAll("text")].filter(text => text.textContent.trim())
        .map(text => [text.textContent, text.getBoundingClientRect()]);
    const beside = (a, b) => a.right <= b.left + 1 || b.right <= a.left + 1;
    const above = (a, b) => a.bottom <= b.top + 4 || b.bottom <= a.top + 4;
    const clash = (a, b) => !beside(a, b) && !above(a, b);
    const both = words.flatMap(([one, a], i) =>
        words.slice(i + 1).filter(([, b]) => clash(a, b)).map(([other]) => `${one} / ${other}`));
    const outside = words.filter(([, a]) => a.left < 0 || a.right > innerWidth).map(([one]) => `outside: ${one}`);
    return [...both, ...outside];
})
"""


def slider(page: Page) -> Locator:
    """Bring the figure that can be moved into view, and give its slider."""
    page.locator(".figure-control").first.scroll_into_view_if_needed()
    return page.locator(".figure-control input[type=range]").first


def part(page: Page, name: str) -> Locator:
    return page.locator(f'[data-key="{name}"]').first


@MOVABLE
def test_the_arrow_keys_move_a_figure_and_the_still_picture_is_one_of_its_states(
    page: Page, path: str, target: str, attribute: str
) -> None:
    page.goto(path)
    still = part(page, target).get_attribute(attribute)
    handle = slider(page)
    expect(handle).to_be_visible()
    assert part(page, target).get_attribute(attribute) == still

    handle.focus()
    page.keyboard.press("ArrowLeft")
    expect(part(page, target)).not_to_have_attribute(attribute, still or "")
    page.keyboard.press("ArrowRight")
    expect(part(page, target)).to_have_attribute(attribute, still or "")


@MOVABLE
def test_a_tap_moves_a_figure(page: Page, path: str, target: str, attribute: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(path)
    still = part(page, target).get_attribute(attribute)
    handle = slider(page)
    expect(handle).to_be_visible()
    box = handle.bounding_box()
    assert box
    assert box["height"] >= 44  # wide enough for a finger

    handle.click(position={"x": 4, "y": box["height"] / 2})
    expect(part(page, target)).not_to_have_attribute(attribute, still or "")


def test_the_slider_is_named_and_says_its_state(page: Page) -> None:
    page.goto("papers/atlas.html")
    handle = slider(page)

    expect(handle).to_have_accessible_name("Sites")
    expect(handle).to_have_attribute("aria-valuetext", "2 sites")
    handle.focus()
    page.keyboard.press("Home")
    expect(handle).to_have_attribute("aria-valuetext", "1 site")
    expect(page.locator(".figure-control output").first).to_have_text("1 site")


def test_the_script_comes_when_the_figure_comes_into_view(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_viewport_size({"width": 390, "height": 600})
    page.goto("papers/atlas.html")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "computed-figures.js" in url] == []

    expect(slider(page)).to_be_visible()
    assert len([url for url in asked if "computed-figures.js" in url]) == 1


def test_nothing_else_on_the_page_moves_when_the_slider_comes(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 600})
    page.goto("papers/atlas.html")
    caption = page.locator("figure:has(.figure-control) figcaption").first
    where = "node => node.getBoundingClientRect().top + scrollY"
    before = caption.evaluate(where)
    expect(slider(page)).to_be_visible()

    assert caption.evaluate(where) == pytest.approx(before, abs=1)


def test_pictures_in_a_row_end_at_their_own_edges(page: Page) -> None:
    page.goto("research/listening.html")

    overflow = page.locator(".computed-figure svg").evaluate_all(
        "all => all.map(one => getComputedStyle(one).overflow)"
    )

    assert overflow == ["hidden"] * 3


def test_without_scripts_the_still_picture_stands_there_and_no_slider(browser: Browser, address: str) -> None:
    with browser.new_context(base_url=address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("papers/atlas.html")

        expect(part(page, "route")).to_be_visible()
        assert page.locator("input[type=range]").count() == 0
        assert page.locator(".figure-control").first.evaluate("node => node.getBoundingClientRect().height") < 1


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_words_in_pictures_neither_clash_nor_leave_the_page(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(path)

    assert page.evaluate(CLASHES) == []
    assert page.evaluate(SIDEWAYS) == 0


@pytest.mark.parametrize("path", PAGES[1:])
def test_words_in_pictures_are_of_one_size_and_large_enough_to_read(page: Page, path: str) -> None:
    page.goto(path)
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        sizes = page.evaluate(
            """() => [...document.querySelectorAll("figure:not(.figure-small) svg text")].map(text =>
                parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)"""
        )

        assert min(sizes, default=12) >= 12  # pixels
        assert max(sizes, default=12) <= 1.02 * min(sizes, default=12)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_follow_the_theme_and_can_be_told_from_the_page(browser: Browser, address: str, scheme: str) -> None:
    """Lines and areas that carry meaning have a contrast of at least 3 to 1 with the page, words 4.5 to 1."""
    with browser.new_context(base_url=address, color_scheme="dark" if scheme == "dark" else "light") as context:
        page = context.new_page()
        page.goto("papers/atlas.html")
        page.add_style_tag(path=COLOURS)  # all of them: a page has only those that it uses
        colours = page.evaluate(
            """() => {
                const figure = document.querySelector("figure.computed-figure");
                const probe = figure.appendChild(document.createElement("i"));
                const luminance = name => {
                    probe.style.color = `var(--figure-${name})`;
                    const linear = getComputedStyle(probe).color.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255)
                        .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
                };
                return Object.fromEntries(["ground", "ink", "quiet", 1, 2, 3, 4].map(name => [name, luminance(name)]));
            }"""
        )
    ground = colours.pop("ground")
    contrast = {name: (max(c, ground) + 0.05) / (min(c, ground) + 0.05) for name, c in colours.items()}

    assert (ground > 0.5) is (scheme == "light")
    assert {name: ratio for name, ratio in contrast.items() if ratio < 4.5} == {}


def test_on_paper_a_figure_is_whole_and_its_slider_is_gone(page: Page) -> None:
    page.goto("papers/atlas.html")
    handle = slider(page)
    expect(handle).to_be_visible()
    page.emulate_media(media="print")

    expect(handle).to_be_hidden()
    assert (
        page.locator("figure.computed-figure").first.evaluate("node => getComputedStyle(node).breakInside") == "avoid"
    )


def test_the_script_is_small(built_site: Path) -> None:
    assert len(gzip.compress((built_site / "_static/computed-figures.js").read_bytes())) <= 6_000

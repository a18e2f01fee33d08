"""Nobody is kept out: what axe-core finds; the pages themselves are tried in test_every_page."""

import pytest
from harness.browser.accessibility import new_violations, violations
from playwright.sync_api import Page


def test_a_picture_without_words_is_found(page: Page) -> None:
    """The test of every page can fail."""
    page.goto("index.html")
    page.evaluate("document.querySelector('article').append(Object.assign(new Image(), {src: 'icon.svg'}))")

    assert [line.partition(":")[0] for line in violations(page)] == ["image-alt"]


def test_words_that_hide_in_the_dark_are_found(page: Page) -> None:
    """And links that look like the words around them: by the rules that are asked again in the dark."""
    page.emulate_media(color_scheme="dark")
    page.goto("index.html")
    page.evaluate(
        """() => {
          const text = document.createElement("p");
          text.innerHTML = "Words, and <a href='cv.html' style='color: #333; text-decoration: none'>a link</a>.";
          text.style.color = "#222";
          document.querySelector("article").append(text);
        }"""
    )

    found = {line.partition(":")[0] for line in violations(page, of_colors=True)}

    assert found == {"color-contrast", "link-in-text-block"}


def test_colors_are_judged_again_where_they_change(page: Page) -> None:
    """Once for each look of an element: here by a style that comes, and by one for wider screens."""
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto("index.html")
    assert new_violations(page) == []
    page.add_style_tag(content="article h2 { background: #888; color: #777 } h1 { color: var(--new) }"
                               "@media (min-width: 1000px) { :root { --new: #bbb } }")  # fmt: skip
    narrow = new_violations(page, of_colors=True)
    assert new_violations(page) == []
    page.set_viewport_size({"width": 1280, "height": 800})

    assert narrow
    assert {line[:19] for line in narrow} == {"color-contrast: <h2"}
    assert {line[:19] for line in new_violations(page)} == {"color-contrast: <h1"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_search_keeps_nobody_out(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto("index.html")
    page.keyboard.press("Control+k")
    page.get_by_role("dialog").wait_for()
    page.keyboard.type("songs")
    page.get_by_role("option").first.wait_for()

    assert violations(page) == []

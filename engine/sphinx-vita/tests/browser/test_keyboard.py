"""Everything by keyboard alone: what has the focus is seen, nothing holds it, and every switch can be worked."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

WIDTHS = [390, 1280, 1600]
PATHS = ["index.html", "papers/index.html", "papers/atlas.html", "search.html", "404.html"]
FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const isSwitch = one.matches("input[type=checkbox]");
  const shown = isSwitch ? [...one.labels].find((label) => label.checkVisibility() && label.clientWidth) : one;
  const box = shown?.getBoundingClientRect() ?? new DOMRect();
  const style = shown && getComputedStyle(shown);
  const isInside = box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
  const isSeen = box.width > 1 && box.height > 1 && style.opacity > 0.5 && style.visibility === "visible";
  const isMarked = style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  const name = [one.tagName, one.className.baseVal ?? one.className, one.ariaLabel || one.innerText || one.id];
  return { name: name.join(" ").slice(0, 90), good: isInside && isSeen && isMarked };
}"""


@pytest.fixture
def still(page: Page) -> Page:
    """A page on which nothing moves, so that a place is where it is as soon as a key is pressed."""
    page.emulate_media(reduced_motion="reduce")
    return page


Steps = list[dict[str, object]]


@pytest.fixture(scope="module")
def walked() -> dict[tuple[str, int], Steps]:
    """The steps through each page in each width that a test has gone."""
    return {}


def walk(page: Page, most: int = 400) -> Steps:
    """Hold Tab until the focus leaves the page; gives what had it, and fails if it never leaves."""
    steps: Steps = []
    for _ in range(most):
        page.keyboard.down("Tab")
        step = page.evaluate(FOCUSED)
        if step is None:
            page.keyboard.up("Tab")
            return steps
        steps.append(step)
    raise AssertionError(f"the focus does not leave the page: {steps[-5:]}")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", PATHS)
def test_what_has_the_focus_is_seen_and_nothing_holds_it(
    still: Page, walked: dict[tuple[str, int], Steps], path: str, width: int
) -> None:
    still.set_viewport_size({"width": width, "height": 800})
    still.goto(path)
    still.add_style_tag(content="* { transition: none !important; }")

    steps = walked[path, width] = walk(still)

    assert [step["name"] for step in steps if not step["good"]] == []
    assert len(steps) >= 5


@pytest.mark.parametrize("width", WIDTHS)
def test_every_link_and_button_that_is_seen_gets_the_focus(
    still: Page, walked: dict[tuple[str, int], Steps], width: int
) -> None:
    still.set_viewport_size({"width": width, "height": 800})
    still.goto("papers/atlas.html")
    seen = still.evaluate(
        """() => [...document.querySelectorAll("a[href], button, input, summary")].filter((one) => {
          const box = one.getBoundingClientRect();
          const isInside = box.width > 1 && box.right > 0 && box.left < innerWidth;
          return isInside && one.checkVisibility({ visibilityProperty: true });
        }).length"""
    )

    assert len(walked.get(("papers/atlas.html", width)) or walk(still)) >= seen


def test_the_first_tab_offers_to_skip_to_the_text(still: Page) -> None:
    still.set_viewport_size({"width": 1600, "height": 800})
    still.goto("papers/atlas.html")
    still.keyboard.press("Tab")
    expect(still.locator(".skip-to-content")).to_be_focused()
    still.keyboard.press("Enter")
    still.keyboard.press("Tab")

    assert still.evaluate("document.activeElement.closest('main, .main, #furo-main-content, .content') !== null")


@pytest.mark.parametrize(("switch", "drawer"), [("#__navigation", ".sidebar-drawer"), ("#__toc", ".toc-drawer")])
def test_the_menus_of_a_phone_open_and_close_with_the_space_key(still: Page, switch: str, drawer: str) -> None:
    still.set_viewport_size({"width": 390, "height": 844})
    still.goto("papers/atlas.html")
    link = still.locator(f"{drawer} a").nth(1)
    still.locator(switch).focus()
    still.keyboard.press("Space")
    expect(link).to_be_visible()
    expect(link).to_be_in_viewport()
    link.focus()
    expect(link).to_be_focused()
    still.locator(switch).focus()
    still.keyboard.press("Space")

    expect(link).not_to_be_visible()


def test_a_branch_of_the_navigation_unfolds_with_the_space_key(still: Page) -> None:
    still.set_viewport_size({"width": 1600, "height": 800})
    still.goto("papers/atlas.html")
    switch = still.get_by_role("switch", name="Toggle navigation of Research")
    branch = still.locator(".sidebar-tree").get_by_role("link", name="Passive listening")
    expect(branch).not_to_be_visible()
    switch.focus()
    still.keyboard.press("Space")

    expect(branch).to_be_visible()


def test_the_theme_is_switched_with_the_enter_key(still: Page) -> None:
    still.goto("index.html")
    before = still.evaluate("document.body.dataset.theme")
    still.locator(".theme-toggle:visible").first.focus()
    still.keyboard.press("Enter")

    assert still.evaluate("document.body.dataset.theme") != before


def test_a_citation_is_copied_with_the_enter_key(still: Page) -> None:
    still.context.grant_permissions(["clipboard-read", "clipboard-write"])
    still.goto("papers/atlas.html")
    still.locator(".copybtn").first.focus()
    still.keyboard.press("Enter")
    still.wait_for_function("navigator.clipboard.readText().then((text) => text.includes('@article{'))")


def test_what_is_folded_opens_with_the_enter_key(still: Page, built_site: Path) -> None:
    assert "<details" in (built_site / "papers/atlas.html").read_text("utf-8")
    still.goto("papers/atlas.html")
    folds = still.locator("article details:not([open])")
    count = folds.count()
    folds.first.locator("summary").focus()
    still.keyboard.press("Enter")

    expect(folds).to_have_count(count - 1)

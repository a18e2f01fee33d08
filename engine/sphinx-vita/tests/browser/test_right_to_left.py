"""A site in Arabic in a browser: all that has a side is on the other one, and what runs to the right still does."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from harness.browser.accessibility import violations
from harness.sites import Site
from playwright.sync_api import Page
from sphinx_vita.command.check.server import serve

CONF = """\
project = author = "ليلى الخطيب"
language = "ar"
extensions = ["sphinx_vita"]
vita_bibliography = []
vita_exports = False
"""
HOME = """\
# ليلى الخطيب

:::{profile} ليلى الخطيب
:label: باحثة في معالجة اللغات
:email: layla@khatib.example
:github: layla-example
:::

أدرس الصرف العربي في النماذج اللغوية مثل `BERT(x)`، وأكتب عنه.

## الخبرات

::::{timeline}
:::{position} باحثة
:organization: معهد البحار والسواحل
:dates: 2018 – 2022
:::
::::

```{toctree}
:hidden:

notes
more
```
"""
NOTES = """\
# ملاحظات

:::{note}
نص الملاحظة.
:::

```python
def tokenize(text: str) -> list[str]: return text.split()
```

> العلم نور.

- بند

| اللغة | عدد |
|---|---:|
| العربية | 12 |

:::{dropdown} عنوان
محتوى.
:::

## جزء آخر

نص.
"""
MIDDLE = """
selector => {
  const box = (document.querySelector(selector) ?? document.body).getBoundingClientRect();
  return (box.left + box.right) / 2;
}
"""
AT_EDGE = """
([drawer, edge]) => {
  const box = document.querySelector(drawer).getBoundingClientRect();
  return box.width < innerWidth && Math.abs(box[edge] - (edge === "right" ? innerWidth : 0)) < 1;
}
"""


@pytest.fixture(scope="module")
def address(new_site: Callable[[str], Site]) -> Iterator[str]:
    """The address of a site in Arabic."""
    site = new_site("arabic")
    site.write({"conf.py": CONF, "index.md": HOME, "notes.md": NOTES, "more.md": "# المزيد\n\nنص.\n"})
    with serve(site.build_with().output) as address:
        yield address


def middle(page: Page, selector: str) -> float:
    """Give how far to the right the middle of an element is, in pixels."""
    assert page.locator(selector).count(), selector
    return float(page.evaluate(MIDDLE, selector))


def style(page: Page, selector: str, name: str) -> Any:
    return page.evaluate(
        "([selector, name]) => getComputedStyle(document.querySelector(selector))[name]", [selector, name]
    )


BESIDE = {
    "index.html": [
        (".sidebar-drawer", "article"),
        (".vita-dates", ".vita-head strong"),
        ("h1", ".theme-toggle-content"),
        (".sidebar-brand img, .vita-initials", ".sidebar-brand"),
    ],
    "notes.html": [
        (".prev-page", ".next-page"),
        (".admonition-title", "article"),
        ("td:first-child", "td:last-child"),
        (".sd-summary-text", ".sd-summary-state-marker"),
    ],
}


def test_what_begins_a_line_is_at_the_right(page: Page) -> None:
    wrong = []
    for path, pairs in BESIDE.items():
        page.goto(path)
        wrong += [pair for pair in pairs if middle(page, pair[0]) <= middle(page, pair[1])]

    assert wrong == []


def test_lines_marks_and_arrows_are_mirrored(page: Page) -> None:
    page.goto("notes.html")

    assert style(page, "article p", "textAlign") in ("start", "right")
    assert style(page, ".admonition", "borderRightWidth") != style(page, ".admonition", "borderLeftWidth") == "0px"
    assert style(page, "blockquote", "borderRightWidth") == "4px"
    assert float(style(page, "article ul", "paddingRight").removesuffix("px")) > 10
    assert style(page, ".next-page svg", "transform") == "matrix(-1, 0, 0, 1, 0, 0)"
    assert style(page, ".prev-page svg", "transform") == "none"
    assert style(page, ".sd-summary-chevron-right svg", "transform") == "matrix(-1, 0, 0, 1, 0, 0)"


def test_code_runs_to_the_right_and_is_copied_at_its_end(page: Page) -> None:
    page.goto("notes.html")
    page.hover("div.highlight")

    assert style(page, "pre", "direction") == "ltr"
    assert style(page, "pre", "textAlign") in ("start", "left")
    assert middle(page, "button.copybtn") > middle(page, "div.highlight")
    page.goto("index.html")
    assert style(page, "code", "direction") == "ltr"


def test_the_menus_of_a_phone_come_from_the_other_sides(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    for switch, drawer, edge in (("__navigation", ".sidebar-drawer", "right"), ("__toc", ".toc-drawer", "left")):
        page.goto("notes.html")
        label = f".mobile-header label[for={switch}]"
        assert (middle(page, label) > 195) is (edge == "right")
        page.locator(label).click()
        page.wait_for_function(AT_EDGE, arg=[drawer, edge])


def test_nothing_has_to_be_scrolled_sideways(page: Page) -> None:
    wide = {}
    for path in ("index.html", "notes.html", "search.html", "404.html"):
        page.goto(path)
        for width in (320, 390, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            wide[path, width] = page.evaluate("document.documentElement.scrollWidth - innerWidth")

    assert {place: more for place, more in wide.items() if more > 0} == {}


def test_nobody_is_kept_out(page: Page) -> None:
    found = []
    for path in ("index.html", "notes.html"):
        page.goto(path)
        found += violations(page)

    assert found == []

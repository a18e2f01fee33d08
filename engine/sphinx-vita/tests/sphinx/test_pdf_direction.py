"""PDFs and cards of a site from right to left begin at the right; what runs the other way turns nothing there."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from docutils import nodes
from harness.sites import Built, Site
from PIL import Image
from pypdf import PdfReader
from sphinx_vita.look import LAYOUTS
from sphinx_vita.sphinx.output.pdf.markup import Markup
from sphinx_vita.sphinx.render.nodes import isolated

CONFIG: dict[str, Any] = {"language": "he", "vita_exports": True, "html_baseurl": "https://site.example/"}
INDEX = """\
# נועה לוי

:::{profile} נועה לוי
:phone: +972 3 555 0100
:::

```{toctree}
:glob:

*
```
"""
CV = """\
---
pdf: {name}.pdf
layout: {name}
---

# קורות

:::{{contact}}
:::

## ניסיון

:::{{timeline}}
:kind: position
:::

:::{{note}}
הערה
:::

:::{{publications}}
:numbered:
:::

$$a(b)$$
"""
JOB = """\
# עבודה

:::{position} מרצה
:organization: Lab
:dates: 2016
:::
"""
BIB = "@misc{words, title = {Words (and Signs)}, author = {Levi, N. and כהן, דוד}, year = {2011}}\n"


@pytest.fixture(scope="module")
def hebrew(new_site: Callable[[str], Site]) -> Built:
    """A CV in Hebrew, in each layout."""
    site = new_site("hebrew")
    site.write({f"{name}.md": CV.format(name=name) for name in LAYOUTS})
    return site(index=INDEX, job=JOB, bib=BIB, config=CONFIG)


def places(built: Built, name: str) -> dict[str, float]:
    """Give where each piece of text of a PDF begins, in points from the left edge of an A4 or letter page."""
    found: dict[str, float] = {}

    def note(text: str, here: list[float], matrix: list[float], *_: Any) -> None:
        found.setdefault(text.strip(" \n\u2066\u2067\u2069"), here[4] + matrix[4])

    for page in PdfReader(BytesIO(built.files()[f"{name}.pdf"])).pages:
        page.extract_text(visitor_text=note)
    return found


@pytest.mark.parametrize("name", list(LAYOUTS))
def test_lines_begin_at_the_right_in_every_layout(hebrew: Built, name: str) -> None:
    where = places(hebrew, name)

    assert where["ניסיון"] > 300
    assert where["הערה"] > 300
    assert name != "columns" or where["הערה"] < where["2016"] - 50  # it stands in the column of the text
    assert (where["2016"] > where["מרצה"]) is (name == "columns")
    assert where["1"] > where["Words (and Signs)"] > 300
    assert where["מרצה"] > where["Lab"]


def test_a_telephone_keeps_the_order_of_its_numbers(hebrew: Built) -> None:
    where = places(hebrew, "classic")

    assert any(text.startswith("972 3 555 0100") for text in where)


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (isolated("", "a (b)", direction="ltr"), r'#"\u{2066}";#"a (b)";#"\u{2069}";'),
        (isolated("", "א", direction="rtl"), r'#"\u{2067}";#in-language("he")[#"א";];#"\u{2069}";'),
        (isolated("", "A whole line.", direction="ltr", whole=True), '#turned(ltr)[#"A whole line.";]'),
    ],
)
def test_what_runs_the_other_way_is_isolated_on_paper_too(node: nodes.Element, expected: str) -> None:
    assert Markup("").write(node) == expected


def test_the_line_of_a_card_is_at_the_edge_where_lines_begin(hebrew: Built) -> None:
    with Image.open(BytesIO(hebrew.files()["cards/index.png"])) as card:
        left, right = card.convert("RGB").getpixel((4, 300)), card.convert("RGB").getpixel((1195, 300))

    assert left == (255, 255, 255) != right


def test_feed_manifest_and_heads_name_the_language(hebrew: Built) -> None:
    assert '<feed xml:lang="he"' in hebrew.text("feed.atom")
    assert '"lang": "he",\n  "dir": "rtl",' in hebrew.text("site.webmanifest")
    assert '<meta property="og:locale" content="he_IL"' in hebrew.text("index.html")
    assert str(PdfReader(BytesIO(hebrew.files()["classic.pdf"])).root_object["/Lang"]) == "he"

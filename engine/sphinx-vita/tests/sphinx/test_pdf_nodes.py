"""What Markdown can say arrives in the PDF: lists, notes, tables, code, pictures; what cannot is told."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from docutils import nodes
from harness.sites import Built, Site
from pypdf import PdfReader
from sphinx_vita.sphinx.output.pdf.markup import Markup
from sphinx_vita.sphinx.render.nodes import struck


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\x80" * width) * height
    head = struct.pack(">2I5B", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


PAGE = """\
---
pdf: page.pdf
---

# A page

7. seven
8. eight

Text[^a] and more[^b], the first again[^a].

[^a]: The first note.
[^b]: The second note.

One\\
two

:::{note}
Mind the gap.
:::

:::{admonition} My words
Said here.
:::

```{epigraph}
To be.

-- Hamlet
```

Term
: Its meaning.

```{list-table} Caption
:header-rows: 1

* - A
  - B
* - - inner
  - 2
```

![A wide one](wide.png)

```{figure} wide.png
:width: 50%
:alt: A figure

Its *caption*.
```

```{image} https://elsewhere.example/far.png
:alt: Far away
```

Inline ![small](wide.png) and ![](wide.png) an ornament.
"""
CONFIG: dict[str, Any] = {"vita_exports": True, "vita_cards": 0, "vita_extensions": ["myst_parser", "sphinx_design"]}


@pytest.fixture(scope="module")
def built(new_site: Callable[[str], Site]) -> Built:
    site = new_site("nodes")
    extensions = ["alert", "attrs_inline", "colon_fence", "deflist", "dollarmath"]
    config = CONFIG | {"myst_enable_extensions": extensions}
    files: dict[str, str | bytes | None] = {"wide.png": png(1200, 100), "broken.png": b"nothing"}
    broken = "---\npdf: broken.pdf\n---\n# B\n\n![Broken](broken.png)\n\nText.\n"
    return site(files, bib="", config=config, page=PAGE, broken=broken, silent=False)


def words(built: Built, name: str) -> str:
    pages = PdfReader(BytesIO((built.output / name).read_bytes())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_all_that_a_page_says_is_read_in_its_order(built: Built) -> None:
    text = words(built, "page.pdf")

    parts = "7. seven|8. eight|Text1 and more2, the first again1.|One two|Note Mind the gap.|My words Said here.|To be."
    parts += "|— Hamlet|Term Its meaning.|Caption|A B|inner|Its caption.|Far away|Inline|an ornament.|1The first note."
    places = [text.index(part) for part in (*parts.split("|"), "2The second note.")]
    assert places == sorted(places)
    assert text.count("The first note.") == 1


def test_a_picture_is_as_wide_as_it_says_and_never_wider_than_the_text(built: Built) -> None:
    page = PdfReader(BytesIO((built.output / "page.pdf").read_bytes())).pages[0]
    widths: list[float] = []
    page.extract_text(
        visitor_operand_before=lambda operator, _, matrix, __: (
            widths.append(abs(matrix[0])) if operator == b"Do" else None
        )
    )

    text = 595.28 - 2 * 56.69
    assert [round(width / text, 2) for width in widths if width > 200] == [1.0, 0.5]
    content = (built.output / "page.pdf").read_bytes()
    assert b"A wide one" in content or "A wide one".encode("utf-16-be") in content


def test_a_picture_that_cannot_be_read_costs_no_text_and_is_told(built: Built) -> None:
    assert "Broken Text." in words(built, "broken.pdf")
    told = [each for each in built.told if each.type == "vita.missing_file"]
    assert [each.file for each in told] == ["broken.md"]
    assert "words in the place of its pictures" in told[0].message
    assert [each.type for each in built.told if each.file != "broken.md"] == ["vita.invalid_link"]  # of another host


def markup(node: nodes.Node) -> str:
    return Markup("", ["a.png", "a.bmp"]).write(node)


def numbered(*items: str, **attributes: Any) -> nodes.enumerated_list:
    rows = [nodes.list_item("", nodes.paragraph("", item)) for item in items]
    return nodes.enumerated_list("", *rows, **attributes)


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({}, ["1. a", "2. b"]),
        ({"start": 7}, ["7. a", "8. b"]),
        ({"reversed": True}, ["2. a", "1. b"]),
        ({"start": 12, "reversed": True}, ["12. a", "11. b"]),
        ({"start": 3, "enumtype": "lowerroman", "prefix": "(", "suffix": ")"}, ["(iii) a", "(iv) b"]),
        ({"start": 9, "reversed": True, "prefix": "[J", "suffix": "]"}, ["[J9] a", "[J8] b"]),
    ],
)
def test_a_list_is_numbered_up_or_down_from_any_number(attributes: dict[str, Any], expected: list[str]) -> None:
    from sphinx_vita.exports import typst

    source = f'#set document(title: "T")\n{markup(numbered("a", "b", **attributes))}'
    text = PdfReader(BytesIO(typst.compile_pdf(source).content)).pages[0].extract_text()
    assert [" ".join(line.split()) for line in text.splitlines()] == expected


def test_a_node_that_nobody_knows_gives_its_words_and_is_named_where_it_has_none() -> None:
    class chart(nodes.General, nodes.Element):  # noqa: N801
        """A node of some extension."""

    page = Markup("")
    assert page.write(chart("", nodes.paragraph("", "words"))).strip() == '#"words";'
    assert page.unknown == set()
    assert page.write(chart()) == ""
    assert page.unknown == {"chart"}
    assert page.write(nodes.comment("", "x")) == page.write(nodes.raw("", "<b>")) == ""
    assert page.unknown == {"chart"}


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (struck("", "x"), '#strike[#"x";];'),
        (nodes.raw("", '<input type="checkbox" checked="checked" disabled>', format="html"), '#"☑ ";'),
        (nodes.raw("", '<input type="checkbox" disabled>', format="html"), '#"☐ ";'),
        (nodes.inline("", "377–393", classes=["vita-whole"]), '#box[#"377–393";];'),
        (nodes.strong("", "", nodes.Text("京")), '#strong[#in-language("zh", bold: true)[#"京";];];'),
        (nodes.emphasis("", "", nodes.Text("שלום x")), '#emph[#in-language("he")[#"שלום";];#" x";];'),
        (nodes.image(uri="a.png", alt="A", width="300px"), '#picture("/a.png", "A", inline: false, width: 225pt);'),
        (nodes.image(uri="a.png", width="3 cm"), '#picture("/a.png", "", inline: false, width: 3cm);'),
        (nodes.image(uri="a.png", width="1); #panic(", alt='"]'), '#picture("/a.png", "\\"]", inline: false);'),
        (nodes.image(uri="a.bmp", alt="A"), '#"A";'),
    ],
)
def test_a_node_is_written_so(node: nodes.Node, expected: str) -> None:
    assert markup(node) == expected


@pytest.mark.parametrize(
    ("lines", "is_kept"), [(["x"], True), (["x" * 900], True), (["x" * 2000], False), (["x"] * 40, False)]
)
def test_a_short_entry_is_kept_on_one_page_and_a_long_one_is_broken(lines: list[str], is_kept: bool) -> None:
    paragraphs = [nodes.paragraph("", line) for line in lines]
    for name in ("vita-entry", "vita-publication"):
        text = markup(nodes.container("", *[each.deepcopy() for each in paragraphs], classes=[name]))
        assert f"keep: {str(is_kept).lower()}" in text


def test_what_paper_leaves_out_does_not_break_an_entry() -> None:
    fold = nodes.container("", nodes.literal_block("", "@book{a}\n" * 40), classes=["vita-folded"])

    assert "keep: true" in markup(nodes.container("", nodes.paragraph("", "x"), fold, classes=["vita-publication"]))


@pytest.mark.parametrize(("mark", "markup"), [("*", '#"*";'), ("†", '#"†";'), ("1", '#super[#"1";];')])
def test_a_mark_that_fonts_set_high_themselves_is_not_raised_again(mark: str, markup: str) -> None:
    assert Markup("").write(nodes.inline("", mark, classes=["vita-mark"])) == markup

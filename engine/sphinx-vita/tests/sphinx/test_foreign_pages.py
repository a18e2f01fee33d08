"""Pages that come from elsewhere: comments are never published, other programs' markup and money are told or right."""

from pathlib import Path

import pytest
from harness.sites import PAPER, Site

CONFIG = {"vita_exports": True, "vita_cards": 0, "html_copy_source": True}
WITHOUT_HTML = {"myst_disable_syntax": ["html_block", "html_inline"]}
COMMENTS = """\
---
pdf: page.pdf
---
# Page <!-- SECRET -->

Before <!-- SECRET --> it.

<!-- SECRET
:::{position} SECRET
:organization: Lab
:dates: 2020
:::

# SECRET

- SECRET
-->

Text <!-- SECRET

SECRET --> more.

| a <!-- SECRET --> | b |
|---|---|
| <!-- SECRET --> | c |

:::{profile} Ada Lovelace
:label: Scientist <!-- SECRET -->

A life. <!-- SECRET -->
:::

:::{position} Engineer <!-- SECRET -->
:organization: Lab {# SECRET #}
:dates: 2020

% SECRET

- point <!-- SECRET
  SECRET -->
  % SECRET
:::

:::{news} Prize
:dates: 2021
:::

After it.
"""


@pytest.mark.parametrize("config", [{}, WITHOUT_HTML])
def test_no_comment_is_published_anywhere(site: Site, config: dict[str, list[str]]) -> None:
    bib = PAPER.replace("COD: ", "COD <!-- SECRET -->: ").replace(
        "year =", "abstract = {A <!-- SECRET -->b},\n  year ="
    )
    list_of_papers = "\n:::{publications}\n:::\n"

    built = site(page=COMMENTS + list_of_papers, bib=bib, silent=False, config=CONFIG | config)

    assert {told.type for told in built.told} == {"vita.comment"}
    assert {told.file for told in built.told} == {"page.md", "papers.bib"}
    assert [name for name, content in built.files().items() if b"SECRET" in content] == []
    assert "Before it. Text more." in built.words("page").replace(" .", ".")
    assert "After it." in built.words("page")
    assert "page.pdf" in built.files()


def test_each_comment_is_told_at_its_line(site: Site) -> None:
    built = site(page="# P\n\na <!-- x\ny --> b\nc <!-- z -->\n\n- <!-- u -->\n", silent=False)

    assert [told.place for told in built.told] == [("vita.comment", "page.md", line) for line in (3, 5, 7)]


def test_a_comment_without_an_end_hides_all_that_follows(site: Site) -> None:
    built = site(page="# P\n\nShown. <!-- SECRET\n\nSECRET\n\n:::{award} SECRET\n:dates: 2020\n:::\n", silent=False)

    assert [told.place for told in built.told] == [("vita.comment", "page.md", 3)]
    assert built.words("page") == "P¶ Shown."


@pytest.mark.parametrize("text", ["`<!-- x -->`", "```\n<!-- x -->\n{% x %}\n<br>\n```", "    <!-- x -->\n    {{ y }}"])
def test_code_that_shows_a_comment_is_code(site: Site, text: str) -> None:
    assert "<!-- x -->" in site(page=f"# P\n\nText.\n\n{text}\n", config=WITHOUT_HTML).words("page")


FOREIGN = {
    '<div class="row">': "write Markdown",
    "a<br>b": "write Markdown",
    '<img src="a.png"\nalt="b">': "write Markdown",
    "<details>": "write Markdown",
    "<Figure src='x'/>": "write Markdown",
    "<?php echo 1 ?>": "write Markdown",
    '{% include figure.liquid path="x" %}': "write the text itself",
    "{{ site.x }}": "write the text itself",
    "<%= x %>": "write the text itself",
    '{{< figure src="a.png" >}}': "a shortcode of Hugo",
    "{{% notice %}}": "a shortcode of Hugo",
    "{: .lead}": "attributes of other programs",
    "{:toc}": "attributes of other programs",
    "words {.lead}": "attributes of other programs",
    "[[Other Page]]": "write '[text](page.md)'",
    ":rocket: science": "write the character",
    "see https://a.example/x": "write '<https://...>'",
    "~~old~~": "take the words out",
    "- [x] done": "tasks have no boxes",
    r"see \cite{x}": "LaTeX is not read",
    r"so \(x^2\) is": "write '$…$'",
}


@pytest.mark.parametrize("place", ["page", "body", "included"])
def test_markup_of_other_programs_is_told_where_it_stands(site: Site, place: str) -> None:
    files: dict[str, str | bytes | None] = {}
    for number, text in enumerate(FOREIGN):
        body = f":::{{award}} Medal {number}\n:dates: 2020\n\n{text}\n:::\n"
        written = {"page": f"\n\n{text}\n", "body": body, "included": f"```{{include}} _{number}.md\n```\n"}[place]
        files |= {f"p{number}.md": f"# P\n\n{written}", f"_{number}.md": f"Part.\n\n{text}\n"}

    built = site(files, silent=False, config={**WITHOUT_HTML, "exclude_patterns": ["_build", "_*.md"]})

    line = {"page": 5, "body": 6, "included": 3}[place]
    for number, advice in enumerate(FOREIGN.values()):
        file = f"_{number}.md" if place == "included" else f"p{number}.md"
        told = [each for each in built.told if each.file == file]
        assert {each.place for each in told} == {("vita.foreign_markup", file, line)}
        assert advice in told[0].message
    assert len({told.file for told in built.told}) == len(FOREIGN)


@pytest.mark.parametrize(
    "text", ["`<div>` and `{{ x }}`", r"\<div> &lt;br&gt;", "List<String> a < b > c", "10:30:45", "<https://a.example>"]
)
def test_what_is_no_markup_is_silent(site: Site, text: str) -> None:
    assert site(page=f"# P\n\n{text}\n", config=WITHOUT_HTML).words("page")


def test_markup_in_an_option_is_told_at_its_line(site: Site) -> None:
    built = site(page="# P\n\n:::{award} H<sub>2</sub>O\n:issuer: {{ x }}\n:dates: 2020\n:::\n", silent=False)

    assert {told.place for told in built.told} == {("vita.foreign_markup", "page.md", line) for line in (3, 4)}


MONEY = "NSF $750,000 (PI) and NIH $300,000 (co-PI)"


def test_money_is_money_everywhere(site: Site) -> None:
    page = f"""\
---
pdf: page.pdf
---
# Page

{MONEY}.

- US$ 5 – $ 7
- from $3.1M
  to $4.9M

| $5k-$10k | A$20 and $30 |
|---|---|
| $1 | $2 |

:::{{award}} {MONEY}
:dates: 2020
:issuer: Between $5k and $10k

{MONEY}, with $n=5$.

- {MONEY}
:::

:::{{profile}} Ada
:::
"""
    built = site(page=page, config=CONFIG)

    assert built.words("page").count(MONEY) == 4
    for amount in ("US$ 5 – $ 7", "$3.1M to $4.9M", "$5k-$10k", "A$20 and $30"):
        assert amount in built.words("page")
    assert len(built.page("page").select("math")) == 1
    assert built.text("resume.json").count(MONEY) >= 1
    assert pdf_words(built.output / "page.pdf").count(MONEY) == 4


def pdf_words(path: Path) -> str:
    """Give the words of a PDF on one line."""
    from pypdf import PdfReader

    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_dollars_that_may_be_both_are_told_at_their_line(site: Site) -> None:
    built = site(page="# P\n\nIt has\n$20$ and\n\n- costs $20 (US$) now\n", silent=False)

    assert [told.place for told in built.told] == [("vita.unclear_dollar", "page.md", line) for line in (4, 6)]
    assert all("write '\\$' for money" in told.message for told in built.told)


@pytest.mark.parametrize("above", ["\n", "Words.\n\n"])
def test_front_matter_in_the_text_is_left_out(site: Site, above: str) -> None:
    built = site(page=f"{above}---\nlayout: post\ntitle: SECRET\n---\n\n# P\n", silent=False)

    assert "vita.broken_front_matter" in {told.type for told in built.told}
    assert "SECRET" not in built.text("page.html")


@pytest.mark.parametrize(
    ("front", "line", "kind", "advice"),
    [
        ("---\npfd: cv.pdf\n---\n", 2, "unknown_key", "did you mean 'pdf'?"),
        ("---\ndescription: x\nlayout: post\n---\n", 3, "unknown_key", "take it out"),
        ("---\ndownloads: 7\n---\n", 2, "unknown_key", "take it out"),
        ("---\npdf: a.pdf\npdf: b.pdf\n---\n", 3, "repeated_field", "take one of them away"),
        ("+++\ntitle = 'x'\n+++\n\n", 1, "broken_front_matter", "in TOML is not read"),
        ("---\npdf: a.pdf\n\n", 1, "broken_front_matter", "write a line '---'"),
    ],
)
def test_what_is_wrong_with_the_front_matter_is_told_at_its_line(
    site: Site, front: str, line: int, kind: str, advice: str
) -> None:
    built = site(page=f"{front}# P\n", silent=False)

    told = [each for each in built.told if each.type != "docutils"]  # which may stumble over the lines, too
    assert [each.place for each in told] == [(f"vita.{kind}", "page.md", line)]
    assert advice in told[0].message


def test_keys_that_something_reads_are_silent(site: Site) -> None:
    front = "---\norphan: true\n'og:image': a\ntocdepth: 2\nmyst:\n  enable_extensions: [deflist]\nlayout: x\n---\n"

    site(page=f"{front}# P\n", config={"vita_front_matter": ["layout"]})


def test_what_git_hub_shows_is_shown(site: Site) -> None:
    extensions = ["colon_fence", "dollarmath", "alert", "amsmath"]
    page = "# P\n\n> [!NOTE]\n> Words.\n\n\\begin{align*}\na &= b \\\\\nc &= d\n\\end{align*}\n"

    shown = site(page=page, config={"myst_enable_extensions": extensions}).page("page")

    assert shown.select_one(".admonition.note")
    assert shown.select_one("math mtable")


def test_a_comment_may_end_behind_the_directive_that_it_begins_in(site: Site) -> None:
    note = "```{note}\nShown. <!-- SECRET\n```\n\nSECRET --> After.\n"
    code = "```{code-block} text\n<!-- code\n```\n"

    built = site(page=f"# P\n\n{note}\n{code}\nLast.\n", silent=False)

    assert {told.type for told in built.told} == {"vita.comment"}
    assert "SECRET" not in built.text("page.html")
    assert "After. <!-- code" in built.words("page")
    assert "Last." in built.words("page")

"""Markdown in titles and options wherever they appear, and GitHub's Markdown on a page and in its PDF."""

import json
from pathlib import Path
from typing import Any

import pytest
from bs4 import Tag
from harness.sites import CONF, INDEX, Built, Site
from pypdf import PdfReader

TALK = r"""
:::{talk} On *Hamlet*, H~2~O, $E=mc^2$, `code` and \*stars\* [there](https://t.example)
:event: **Big** "Event" <b>
:institution: [Uni](https://uni.example)
:location: "Rome \*"
:dates: 2020
:key: hamlet
:::
"""
PROFILE = ":::{profile} Ann Lee\n:label: Reads *Hamlet* at [Uni](https://uni.example)\n:location: *Rome*\n:::\n"
GITHUB = r"""---
pdf: page.pdf
---
# On *Hamlet* and H~2~O

~~gone~~ stays, see https://x.example/a_b, www.x.example and ann@x.example.

- [x] done *this*
- [ ] open

> [!NOTE]
> Look here.

:::{admonition} Own *title*
Body.
:::

Money: $750,000 and $300,000. A note[^1] and x^2^.

[^1]: The *note*.
"""
# As a site has it that sets nothing.
AS_ALWAYS = CONF.replace('myst_enable_extensions = ["colon_fence", "dollarmath"]\n', "")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """One site with all of it."""
    folder = tmp_path_factory.mktemp("texts") / "site"
    folder.mkdir()
    site = Site(folder)
    config: dict[str, Any] = {"vita_exports": True, "vita_cards": 0, "html_baseurl": "https://s.example/"}
    views = "\n:::{timeline}\n:kind: talk\n:::\n\n:::{timeline}\n:kind: talk\n:style: list\n:::\n"
    pages: dict[str, Any] = {
        "me": f"# Ann Lee\n\n{PROFILE}",
        "talks": f"# T\n{TALK}",
        "views": f"# V\n{views}\nSee {{talk}}`hamlet`.\n",
    }
    built = site({"conf.py": AS_ALWAYS}, config=config, silent=False, github=GITHUB, **pages)
    assert [told.place for told in built.told] == [("vita.foreign_markup", "talks.md", 4)]  # <b>
    return built


def inner(tag: Tag | None) -> str:
    assert tag is not None
    for formula in tag.select("math"):
        formula.replace_with("FORMULA")
    for link in tag.select(".headerlink"):
        link.decompose()
    return " ".join(tag.decode_contents().split())


TITLE = (
    'On <em>Hamlet</em>, H<sub>2</sub>O, FORMULA, <code class="docutils literal notranslate"><span class="pre">code'
    "</span></code> and *stars* "
)
LINKED = TITLE + '<a class="reference external" href="https://t.example">there</a>'
PLAIN = "On Hamlet, H₂O, E=mc², code and *stars* there"


@pytest.mark.parametrize("page", ["talks", "views"])
def test_an_entry_shows_the_markup_on_its_page_and_in_views(built: Built, page: str) -> None:
    entry = built.page(page).select_one(".vita-entry")

    assert entry is not None
    assert inner(entry.select_one(".vita-head strong")) == LINKED
    assert inner(entry.select_one(".vita-place")) == (
        '<strong>Big</strong> "Event" &lt;b&gt;, '
        '<a class="reference external" href="https://uni.example">Uni</a>, Rome *'
    )


def test_a_short_entry_and_a_role_print_the_markup_without_the_links(built: Built) -> None:
    page = built.page("views")

    assert inner(page.select_one(".vita-short strong")) == f"{TITLE}there, Uni"
    assert inner(page.select_one("p > a.reference.internal > span:not(:has(strong))")) == f"{TITLE}there, Uni"


def test_the_profile_shows_it(built: Built) -> None:
    uni = '<a class="reference external" href="https://uni.example">Uni</a>'
    assert inner(built.page("me").select_one(".vita-label")) == f"Reads <em>Hamlet</em> at {uni}"


def test_every_export_and_the_search_have_the_characters(built: Built) -> None:
    (talk,) = json.loads(built.text("resume.json"))["projects"]

    assert (talk["name"], talk["entity"]) == (PLAIN, 'Big "Event" <b>')
    assert PLAIN.replace("*", r"\*") in built.text("llms.txt")
    assert f"{PLAIN}, Uni" in [each.title for each in built.objects()]
    assert json.loads(built.text("resume.json"))["basics"]["label"] == "Reads Hamlet at Uni"
    assert "TITLE:Reads Hamlet\n" in built.text("contact.vcf")


def test_the_title_of_a_page_is_characters_where_only_those_go(built: Built) -> None:
    assert "<title>On Hamlet and H₂O" in built.text("github.html")
    assert "stays, see https://x.example/a_b" in built.text("llms.txt").replace("\\", "")


def test_github_markdown_works_on_a_page(built: Built) -> None:
    page = built.page("github")

    assert [each.get_text() for each in page.select("s")] == ["gone"]
    hrefs = [link["href"] for link in page.select("p a.external")]
    assert hrefs == ["https://x.example/a_b", "http://www.x.example", "mailto:ann%40x.example"]
    boxes = page.select("li.task-list-item input[type=checkbox][disabled]")
    assert [(box["aria-label"], box.has_attr("checked")) for box in boxes] == [("done", True), ("to do", False)]
    assert [title.get_text() for title in page.select(".admonition-title")] == ["Note", "Own title"]
    assert "Money: $750,000 and $300,000." in " ".join(page.get_text().split())
    assert [each.get_text() for each in page.select("sup")] == ["2"]


def test_github_markdown_works_in_the_pdf(built: Built) -> None:
    lines = PdfReader(built.output / "page.pdf").pages[0].extract_text().splitlines()
    text = "\n".join(line.strip() for line in lines)

    for words in ("gone stays, see https://x.example/a_b", "☑ done this", "☐ open", "Note\n", "Own title", "The note."):
        assert words in text
    assert "• ☑" not in text


def test_a_text_may_link_to_a_page_or_a_file_of_the_project(site: Site) -> None:
    talk = ":::{talk} At [home](../index.md)\n:event: [Slides](</a b.pdf>), [none](gone.md#x)\n:dates: 2020\n:::\n"
    site.write({"talks/t.md": f"# T\n\n{talk}", "a b.pdf": b"pdf", "index.md": "# H\n\n```{toctree}\ntalks/t\n```\n"})

    built = site({"index.md": INDEX.replace("*", "*/*") + "\n:::{timeline}\n:kind: talk\n:::\n"}, silent=False)

    assert [told.place for told in built.told] == [("vita.missing_file", "talks/t.md", 3)]
    for page, above in (("talks/t", "../"), ("index", "")):
        links = [link["href"] for link in built.page(page).select(".vita-head strong a, .vita-place a")]
        assert links == [f"{above}index.html" if above else "#", f"{above}a b.pdf"]
    assert built.files()["a b.pdf"] == b"pdf"


def test_a_box_and_what_is_struck_out_are_told_in_text(site: Site) -> None:
    built = site({"conf.py": AS_ALWAYS}, page="# P\n\n- [x] ~~gone~~ stays\n", builder="text")

    assert "* ☑ ~~gone~~ stays" in Path(built.output / "page.txt").read_text("utf-8")

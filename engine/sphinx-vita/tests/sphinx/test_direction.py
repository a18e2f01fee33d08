"""Pages from right to left, and facts of one direction on pages of the other."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from harness.sites import Built, Site

ARABIC: dict[str, Any] = {"language": "ar", "html_static_path": ["_static"], "html_css_files": ["own.css"]}
BIB = """\
@article{atlas, title = {أطلس اللهجات: C++ و BLEU}, author = {الخطيب, ليلى and Lovelace, Ada}, year = {2024},
  author+an = {2=equal}, journal = {Journal (of Words)}, pages = {1--2}}
@misc{words, title = {Words (and Signs)}, author = {כהן, דוד}, year = {2023}}
"""
INDEX = """\
# البيت

:::{profile} ليلى الخطيب
:phone: +1 212 555 0100
:location: عمّان
:email: layla@khatib.example
:::

:::{contact}
:::

::::{timeline}
:::{position} Intern (Research)
:organization: محطة
:dates: 2018 – 2022
:key: intern

Worked on words (and signs).

Words `code()` [linked](https://example.org/b)
:::
::::

An English paragraph (a whole one).

نص فيه [a link (here)](https://example.org/a/) ولغة C++ و`code(x)`.

> A quotation.

| BERT | نص |
|---|---|
| ok | (no) |

:::{publications}
:::
"""
HEBREW_ON_ENGLISH = """\
# Home

:::{publications}
:::

A paragraph about [שלום](https://example.org/shalom).

שלום לכולם, זו פסקה.
"""


@pytest.fixture(scope="module")
def arabic(new_site: Any) -> Built:
    """A site in Arabic with what may turn what stands around it."""
    site = new_site("arabic")
    other = {
        "_static/made.css.jinja": "p { float: left }\n",
        "_static/old.css": "p { float: left } /* \xe9 */".encode("latin-1"),
    }
    site.write({"_static/own.css": "p { margin-left: 1px }\n"} | other)
    return site(bib=BIB, index=INDEX, config=ARABIC)  # type: ignore[no-any-return]


def isolated(built: Built, selector: str) -> list[tuple[str, str]]:
    """Give the direction and the words of all that is isolated in a part of the home page."""
    found = built.page().select(f"{selector} bdi")
    return [(str(each["dir"]), " ".join(each.get_text().split())) for each in found]


def test_every_page_says_its_language_and_which_way_it_runs(arabic: Built) -> None:
    for path in arabic.output.glob("*.html"):
        root = BeautifulSoup(path.read_text("utf-8"), "html.parser").html
        assert root is not None
        assert (path.name, root["lang"], root["dir"]) == (path.name, "ar", "rtl")


def test_a_page_from_left_to_right_says_nothing_of_it_and_gets_no_sheet(site: Site) -> None:
    built = site(index="# Home\n\nWords.\n", config={"language": "zh_CN"})

    text = built.text("index.html")
    assert '<html lang="zh-CN" ' in text
    assert "dir=" not in text
    assert "rtl.css" not in built.files()
    assert "float: left" in built.text("_static/basic.css")


def test_the_sheets_of_others_follow_the_text_and_the_own_stays_as_it_is_written(arabic: Built) -> None:
    assert "float: left" not in arabic.text("_static/basic.css")
    assert "float:inline-start" in arabic.text("_static/basic.css")
    assert arabic.text("_static/own.css") == "p { margin-left: 1px }\n"
    assert arabic.text("_static/made.css") == "p { float: left }"
    assert "rtl.css" in arabic.text("index.html")


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        (".vita-contact-place", [("ltr", "+1 212 555 0100")]),
        (".vita-position .vita-head", [("ltr", "Intern (Research)")]),
        (".vita-dates", []),
        (".vita-position .vita-text", [("ltr", "Worked on words (and signs)."), ("ltr", "Words code() linked")]),
        ("#publication-atlas .vita-head", [("ltr", "C++")]),  # it runs as the page does
        ("#publication-atlas .vita-authors", [("ltr", "Ada Lovelace* (مساهمة متساوية)")]),
        ("#publication-words .vita-head", [("ltr", "Words (and Signs)")]),
        ("#publication-words .vita-authors", []),
        ("blockquote", [("ltr", "A quotation.")]),
        ("td", [("ltr", "(no)")]),
        ("th", []),
    ],
)
def test_a_fact_that_runs_the_other_way_turns_nothing(arabic: Built, selector: str, expected: list[Any]) -> None:
    assert isolated(arabic, selector) == expected


def test_prose_is_turned_as_a_whole_and_of_mixed_prose_its_links_and_signs(arabic: Built) -> None:
    whole = arabic.page().select("section > p > bdi.vita-whole")
    mixed = next(each for each in arabic.page().select("section > p") if "نص فيه" in each.get_text())

    assert [(each["dir"], each.get_text()) for each in whole] == [("ltr", "An English paragraph (a whole one).")]
    assert [each.get_text() for each in mixed.select("bdi[dir=ltr]")] == ["a link (here)", "C++"]


def test_an_english_page_isolates_what_runs_to_the_left(site: Site) -> None:
    built = site(bib=BIB, index=HEBREW_ON_ENGLISH)

    assert isolated(built, "#publication-words") == []  # nothing stands beside the author
    assert isolated(built, "#publication-atlas .vita-head") == [("rtl", "أطلس اللهجات: C++ و BLEU")]
    assert isolated(built, "#publication-atlas .vita-authors") == [("rtl", "ليلى الخطيب")]
    assert [(each["dir"], each.get_text()) for each in built.page().select("section > p bdi")] == [
        ("rtl", "שלום"),
        ("rtl", "שלום לכולם, זו פסקה."),
    ]


def test_an_english_page_of_latin_letters_has_no_mark_of_any_direction(site: Site) -> None:
    bib = (
        BIB.replace("כהן, דוד", "Cohen, David")
        .replace("أطلس اللهجات: C++ و", "Atlas:")
        .replace("الخطيب, ليلى", "Khatib, L.")
    )
    built = site(bib=bib, index="# Home\n\n:::{publications}\n:::\n")

    assert "Khatib" in built.text("index.html")
    assert "<bdi" not in built.text("index.html")


def test_titles_are_isolated_in_menus_as_on_their_pages(site: Site) -> None:
    page = "# C++ (2024)!\n\n## ما هي C++؟\n\nنص.\n"
    built = site(config={"language": "ar", "html_theme": "furo"}, a=page, b="# نص\n\nنص.\n")

    markup = BeautifulSoup(built.text("b.html"), "html.parser")
    title = '<bdi dir="ltr">C++ (2024)!</bdi>'
    assert [each.decode_contents() for each in markup.select(".sidebar-tree a[href='a.html']")] == [title]
    assert [each.decode_contents() for each in markup.select(".related-pages .title")][-1:] == [title]
    own = BeautifulSoup(built.text("a.html"), "html.parser")
    assert [each.decode_contents() for each in own.select(".toc-tree a")] == [title, 'ما هي <bdi dir="ltr">C++</bdi>؟']

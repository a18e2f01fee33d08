"""llms.txt, read as the Markdown that it is."""

from dataclasses import replace

import pytest
from harness.portfolios import ADDRESS, HOSTILE, empty, invented, own
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin
from sphinx_vita.exports import llms_txt
from sphinx_vita.records import Profile
from sphinx_vita.records.portfolio import Page, Portfolio


def tokens(portfolio: Portfolio) -> list[Token]:
    return MarkdownIt().use(dollarmath_plugin).parse(llms_txt.dump(portfolio))


def words(token: Token) -> str:
    return "".join(child.content for child in token.children or ())


def after(found: list[Token], kind: str) -> list[str]:
    """Give the text of every heading, paragraph or item that begins with a token of this kind."""
    inline = [next(each for each in found[place:] if each.type == "inline") for place in range(len(found)) if
              found[place].type == kind]  # fmt: skip
    return [words(each) for each in inline]


def links(portfolio: Portfolio) -> dict[str, str]:
    found: dict[str, str] = {}
    for token in tokens(portfolio):
        children = token.children or []
        for place, child in enumerate(children):
            if child.type == "link_open":
                end = next(n for n in range(place, len(children)) if children[n].type == "link_close")
                found["".join(each.content for each in children[place:end])] = str(child.attrs["href"])
    return found


def test_it_begins_with_the_name_and_a_summary() -> None:
    found = tokens(invented())

    assert [each.type for each in found[:3]] == ["heading_open", "inline", "heading_close"]
    assert words(found[1]) == "Ludwig van der Berg"
    assert found[3].type == "blockquote_open"
    assert words(found[5]) == HOSTILE


def test_dollars_make_no_formula_of_what_stands_between_them() -> None:
    person = Profile(key="ines", name="Inés Valderrama Quispe", summary="Raised $5 for one school and $6 for another")
    found = tokens(replace(empty(), records={"profile": (person,)}))

    assert "Raised $5 for one school and $6 for another" in [words(each) for each in found if each.type == "inline"]


def test_sections_stand_in_their_order() -> None:
    assert after(tokens(invented()), "heading_open") == [
        "Ludwig van der Berg",
        "Research",
        "Publications",
        "Experience",
        "Education",
        "Awards",
        "Service",
        "Talks",
        "Teaching",
        "News",
        "Referees",
        "Contact",
        "Pages",
        "Optional",
    ]


def test_no_text_is_taken_for_markup() -> None:
    kinds = {child.type for token in tokens(invented()) for child in token.children or ()}

    assert kinds <= {"text", "text_special", "link_open", "link_close", "math_inline", "softbreak"}
    assert HOSTILE in after(tokens(invented()), "list_item_open")  # a point of a position's body


def test_a_point_that_looks_like_a_heading_or_a_list_stays_a_point() -> None:
    points = after(tokens(invented()), "list_item_open")

    assert "1. Second" in points
    assert "# Third" in points


def test_papers_link_to_their_pages_or_else_to_where_they_are() -> None:
    found = links(invented())

    assert found['Everything < Nothing & "More" > ]]> </script> _x_ *y* [z](w)'] == f"{ADDRESS}publications/names.html"
    assert found["A bound of O(n log n) for x < y"] == "https://arxiv.org/abs/1901.00001"


def test_math_is_unicode() -> None:
    assert "[A bound of O(n log n) for x \\< y]" in llms_txt.dump(invented())


def test_an_address_with_parentheses_stays_whole() -> None:
    portfolio = invented()
    moved = replace(portfolio, paths={("publication", "book"): "a (b) c.html"})

    assert links(moved)["The book"] == f"{ADDRESS}a%20%28b%29%20c.html"


def test_a_paper_tells_authors_venue_year_and_status() -> None:
    items = after(tokens(invented()), "list_item_open")

    assert "Not out yet: L. van der Berg, Plato. Submitted (2024)" in items
    assert "The book: Plato. Academy, 1998, ISBN 9783161484100" in items


def test_a_telephone_number_has_no_backslash_and_a_point_that_is_no_list_neither() -> None:
    text = llms_txt.dump(invented())

    assert "- +31 20 555 0100\n" in text
    assert llms_txt.escaped("-5 degrees, 3.5 more") == "-5 degrees, 3.5 more"


def test_equal_contribution_awards_and_the_code_are_told() -> None:
    line = next(line for line in llms_txt.dump(own()).splitlines() if "[An Atlas" in line)

    assert "Equal contribution: Inés Valderrama Quispe, Ελένη Παππά. " in line
    assert line.endswith("[Code](https://code.example/atlas)")
    assert "Equal contribution" not in next(line for line in llms_txt.dump(own()).splitlines() if "Whales Keep" in line)


def test_papers_stand_in_the_order_of_a_cv() -> None:
    text = llms_txt.dump(invented())

    places = [text.index(title) for title in ("No date at all", "A thesis", "On a server", "Not out yet")]
    assert places == sorted(places)


@pytest.mark.parametrize("text", ["+ a", "- a", "# a", "===", "---", "1. a", "2) a", "###### a"])
def test_what_would_begin_a_block_of_its_own_is_escaped(text: str) -> None:
    (kind, inline, *_) = MarkdownIt().parse(llms_txt.escaped(text))

    assert (kind.type, inline.content.replace("\\", "")) == ("paragraph_open", text)


def test_no_page_is_listed_twice() -> None:
    children = [child for token in tokens(own()) for child in token.children or ()]
    addresses = [str(child.attrs["href"]) for child in children if child.type == "link_open"]

    assert f"{ADDRESS}publications/atlas.html" in addresses
    assert f"{ADDRESS}research/themes.html" in addresses
    assert len(addresses) == len(set(addresses))


def test_the_page_of_a_folder_comes_before_the_pages_in_it() -> None:
    names = ("papers/1-first", "papers/index", "cv", "index")
    pages = tuple(Page(docname=name, path=f"{name}.html", title=name) for name in names)

    text = llms_txt.dump(replace(empty(), pages=pages))
    assert text.split("\n")[4:] == [
        "- [index](index.html)",
        "- [cv](cv.html)",
        "- [papers/index](papers/index.html)",
        "- [papers/1-first](papers/1-first.html)",
        "",
    ]


def test_files_to_download_are_optional() -> None:
    assert llms_txt.dump(invented()).endswith(
        f"## Optional\n\n- [The CV as PDF]({ADDRESS}cv.pdf)\n- [All papers as BibTeX]({ADDRESS}publications.bib)\n"
    )


def test_an_empty_portfolio_is_its_title() -> None:
    assert llms_txt.dump(empty()) == "# Empty\n"

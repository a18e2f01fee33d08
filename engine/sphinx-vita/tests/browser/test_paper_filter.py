"""The filter of a list of papers, from the page without a script to what a visitor types, presses and takes back."""

import re
from collections.abc import Callable, Iterator

import pytest
from bs4 import BeautifulSoup
from harness.browser.accessibility import violations
from harness.browser.pages import listen, wait_for_scripts
from harness.sites import Built, Site
from playwright.sync_api import Browser, Page, expect
from sphinx_vita.command.check.server import serve

LONG = "".join(
    f"@{kind}{{k{number}, title={{Song {number} of Whales}}, author={{{authors}}}, year={{{2024 - number // 4}}},"
    f" keywords={{{tags}}}, {more}}}\n"
    for number, (kind, authors, tags, more) in enumerate(
        [
            ("article", "Quispe, Ines", "Deep Sea, a|b", "journal={J}, selected={true}, abstract={A Café by the sea.}"),
            ("article", "Li, Ming and Quispe, Ines", "Deep Sea, C++", "journal={J}, tldr={Whales sing}"),
            ("inproceedings", "Quispe, Ines", "C++, a|b", "booktitle={P}, preview={a.svg}, preview_alt={A}"),
            *[("inproceedings", "Li, Ming and Quispe, Ines", "Deep Sea", "booktitle={P}")] * 8,
            ("misc", "Müller, Zoë", "", "eprint={2401.00001}, archiveprefix={arXiv}"),
        ]
    )
)
HOME = "# I\n\n:::{profile} Ines Quispe\n:::\n"
ONE = "# {pub-title}`k0`\n\n:::{publication} k0\n:::\n"
PAGES = {
    "all": ":group: year",
    "off": ":filter: no",
    "few": ":limit: 9",
    "on": ":limit: 3\n:filter:",
    "cards": ":style: cards",
}


CONFIG = {"html_theme": "furo", "extensions": ["sphinx_instant_search", "sphinx_vita", "sphinx_light_pages"]}


@pytest.fixture(scope="module")
def built(new_site: Callable[[str], Site]) -> Built:
    site = new_site("filtered")
    site.write({f"{name}.md": f"# P\n\n:::{{publications}}\n{options}\n:::\n" for name, options in PAGES.items()})
    site.write({"a.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="27"/>', "one.md": ONE})
    return site(me=HOME, bib=LONG, config=CONFIG)


def article(built: Built, name: str) -> BeautifulSoup:
    return BeautifulSoup(built.text(f"{name}.html"), "html.parser")


@pytest.fixture
def page(browser: Browser, built: Built) -> Iterator[Page]:
    troubles: list[str] = []
    with serve(built.output) as address, browser.new_context(base_url=address) as context:
        page = context.new_page()
        listen(page, troubles)
        wait_for_scripts(page)
        page.goto("all.html")
        yield page
    assert troubles == []


def scripts(built: Built, name: str) -> list[str]:
    """Give the scripts that a page loads, however they are put together."""
    return [
        built.text(path) for path in re.findall(r'(?:data-lean-)?src="(_static/[^"]+\.js)', built.text(f"{name}.html"))
    ]


def test_the_fullest_list_has_a_filter_from_ten_papers_on_and_any_list_that_asks_for_one(built: Built) -> None:
    names = [name for name in PAGES if article(built, name).select("form.vita-filter")]
    scripted = [name for name in [*PAGES, "one", "me"] if any("vita-filter" in each for each in scripts(built, name))]

    assert (names, scripted) == (["all", "on"], ["all", "on"])
    assert [form.has_attr("hidden") for form in article(built, "all").select("form.vita-filter")] == [True]
    assert len(article(built, "all").select("[data-facets]")) == 12
    assert len(article(built, "off").select(".Z3988:not([data-facets])")) == 12


def test_choices_are_those_that_part_the_papers_with_their_counts(built: Built) -> None:
    rows = article(built, "all").select(".vita-filter-row")
    choices = {
        str(row.get("aria-label")): [" ".join(each.get_text().split()) for each in row("button")] for row in rows
    }

    assert choices == {
        "Type": ["Journal articles 2", "Conference papers 9", "Preprints 1"],
        "Year": ["2024 4", "2023 4", "2022 4"],
        "Topic": ["Deep Sea 10", "A|b 2", "C++ 2"],
        "Role": ["First author 2", "Last author 9"],
        "None": ["Selected 1"],
    }


def test_titles_are_headings_below_those_of_the_years(built: Built) -> None:
    page = article(built, "all")

    assert [each.name for each in page.select(".vita-group")[0].find_all(re.compile(r"^h\d$"))] == ["h2", *["h3"] * 4]
    assert {each.name for each in article(built, "few").select(".vita-head > *")} == {"h2"}


def test_the_search_finds_a_paper_by_its_abstract_and_not_by_ready_references(built: Built) -> None:
    index = built.text("_static/instant-search/index.js")

    assert "A Café by the sea." in index
    assert "Quispe, I." not in index


def shown(page: Page) -> list[str]:
    """Give the numbers of the papers that are seen."""
    heads = page.locator(".vita-publication .vita-head").filter(visible=True).all_inner_texts()
    return [re.sub(r"\D", "", head) for head in heads]


def test_a_visitor_filters_by_words_and_choices_and_goes_back(page: Page) -> None:
    field, status = page.get_by_role("searchbox", name="Words in title"), page.get_by_role("status")
    expect(status).to_have_text("12 publications")
    assert violations(page) == []

    page.get_by_role("button", name="Journal articles").press("Enter")
    assert (shown(page), page.url.partition("?")[2]) == (["0", "1"], "type=article")
    page.get_by_role("button", name="Preprints").click()
    page.get_by_role("button", name="2024").click()
    assert shown(page) == ["0", "1"]
    expect(page.get_by_role("button", name="Preprints")).to_have_text("Preprints 0")
    expect(page.get_by_role("button", name="Conference papers")).to_have_text("Conference papers 2")
    field.fill("CAFE sea")
    expect(status).to_have_text("1 of 12 publications")
    expect(page.get_by_role("heading", name="2023")).to_have_count(0)
    assert violations(page, of_colors=True) == []

    page.reload()
    expect(status).to_have_text("1 of 12 publications")
    assert (shown(page), field.input_value()) == (["0"], "CAFE sea")
    expect(page.locator("mark")).to_have_text(["Café", "sea"])
    page.get_by_role("button", name="Clear").click()
    assert (len(shown(page)), page.url.partition("?")[2]) == (12, "")
    expect(field).to_be_focused()
    expect(page.locator("mark")).to_have_count(0)
    page.go_back()
    expect(status).to_have_text("1 of 12 publications")
    field.fill("nobody wrote this")
    expect(status).to_have_text("No publication matches")
    page.goto("all.html?topic=unknown&tags=c%2B%2B&tags=a%2Fb&selected=yes")
    assert shown(page) == ["0"]
    page.evaluate("location.hash = 'publication-k11'")
    expect(page.locator("#publication-k11")).to_be_in_viewport()

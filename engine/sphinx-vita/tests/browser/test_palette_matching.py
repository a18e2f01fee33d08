"""How words are matched and hits are ordered, on a small site of another theme with `dirhtml`."""

from collections.abc import Iterator

import pytest
from harness.browser.pages import listen
from harness.searched_sites import Site
from playwright.sync_api import Browser, Page, expect
from sphinx_vita.command.check.server import serve

PAGES = {
    "splatting": "Splatting in space\n==================\n\nWe use 3D-GS throughout, at large scale.\n",
    "logic": "Logic\n=====\n\nA theorem of Gödel, on O'Brien's large-scale one. Smørrebrød for Łukasz, über Żółć.\n",
    "shorter": "Shorter\n=======\n\nHere 3DGS is one word, and so is EchoWorks.\n",
    "typing": "Typing\n======\n\nAn exceptional conference of reconstruction.\n",
    "near": "Near\n====\n\nSeen: cars, glass, glasses.\n",
    "order__exact": "Ranking\n=======\n\nNothing.\n",
    "order__begins": "Begin\n=====\n\nRanking of hits and of all others\n---------------------------------\n",
    "order__thing": "Things\n======\n\n.. py:function:: measure_ranking\n\n   Of hits.\n",
    "order__author": "Paper\n=====\n\n.. rst-class:: by\n\nIda Ranking, Jo Doe\n",
    "order__heading": "How hits come\n=============\n\nText.\n\nThe ranking of all\n------------------\n\nText.\n",
    "order__body": "Text\n====\n\nIn a text, ranking is a word like others.\n",
    "order__typo": "Rankimg\n=======\n\nA mistake.\n",
    "called__changes": "Changes\n=======\n\n2\n-\n\nWaxing\n~~~~~~\n\nWax.\n\n1\n-\n\nWaxing\n~~~~~~\n\nWax.\n",
    "called__guide": "How to wax\n==========\n\nAbout skis.\n",
    "called__part": "Tools\n=====\n\nWaxing irons\n------------\n\nAn iron.\n",
    "called__names": "Names\n=====\n\n.. function:: old.polish_once()\n\n   Polish.\n\n.. function:: lab.tool.polish()"
    "\n\n   Polish, polish, polish.\n\n.. function:: lab.polish()\n\n   Shine.\n",
    "called__near": "Near\n====\n\nThere a warm iron glides.\n",
    "called__far": "Far\n===\n\nWarm, warm. An iron, an iron, an iron may be warm.\n",
    "apart__both": "Both\n====\n\nApples are not pears.\n",
    "apart__one": "One\n===\n\nApples.\n",
    "apart__other": "Other\n=====\n\nPears.\n",
    "cjk": "东亚\n====\n\n我们研究机器学习系统。\n",
    "odd": 'A <b>bold</b> & "quoted" title\n==============================\n\n<script>alert(1)</script> ]]>\n',
}


@pytest.fixture(scope="module", params=[1_500_000, 0], ids=["one index", "texts by need"])
def small(browser: Browser, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The palette of the small site, open; what is found is the same where the texts come in files of their own."""
    site = Site(tmp_path_factory.mktemp("small"))
    settings = ('html_theme = "nature"', 'instant_search_names = ["by"]', 'html_favicon = "icon.svg"')
    site.conf("\n".join((*settings, f"instant_search_full_text = {request.param}\n")))
    (site.source / "icon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")  # else it is asked for
    site.write(**PAGES)
    site.build("dirhtml")
    troubles: list[str] = []
    with serve(site.output.parent) as address, browser.new_context(base_url=f"{address}output/") as context:
        page = context.new_page()
        listen(page, troubles)
        page.goto("order/exact/")
        page.locator("form.search input[name=q]").click()
        expect(page.get_by_role("combobox")).to_be_focused()
        page.fill("[role=combobox]", "pears")
        expect(page.get_by_role("option")).to_have_count(3)
        yield page
    assert troubles == []


def found(page: Page, query: str) -> list[str]:
    """Type a query; gives the addresses of the results below the site's root, best first."""
    page.fill("[role=combobox]", query)
    page.wait_for_selector("[role=option]")
    hrefs: list[str] = page.evaluate("[...document.querySelectorAll('[role=option]')].map(link => link.href)")
    return [href.split("/output/")[1] for href in hrefs[:-1]]


@pytest.mark.parametrize(
    ("query", "pages"),
    [
        ("godel", ["logic/"]),
        ("Gödel", ["logic/"]),
        ("GÖDEL", ["logic/"]),
        ("Go\u0308del", ["logic/"]),
        ("smorrebrod lukasz", ["logic/"]),
        ("uber", ["logic/"]),  # too short for a typo to be forgiven
        ("zolc", ["logic/"]),
        ("obrien", ["logic/"]),
        ("o’brien", ["logic/"]),
        ("3d-gs", ["splatting/", "shorter/"]),
        ("3dgs", ["splatting/", "shorter/"]),
        ("3d gs", ["splatting/", "shorter/"]),
        ("large scale", ["splatting/", "logic/"]),
        ("large-scale", ["splatting/", "logic/"]),
        ("largescale", ["logic/"]),
        ("echo works", ["shorter/"]),
        ("机器", ["cjk/"]),
        ("spla", ["splatting/"]),
    ],
)
def test_case_accents_hyphens_and_word_ends_make_no_difference(small: Page, query: str, pages: list[str]) -> None:
    assert sorted(found(small, query)) == sorted(pages)


@pytest.mark.parametrize(
    ("query", "is_forgiven"),
    [
        ("theoram", True),  # one letter wrong
        ("theorm", True),  # missing
        ("theoreem", True),  # superfluous
        ("thoerem", True),  # swapped
        ("thaoram", False),  # two, in fewer than nine letters
        ("exceptoinel", True),  # two, in nine or more
        ("recnstructin", True),
        ("axceptaonel", False),  # three
        ("exeptio", True),  # one, while it is still being typed
        ("carz", False),  # four letters
    ],
)
def test_one_typo_is_forgiven_from_five_letters_and_two_from_nine(small: Page, query: str, is_forgiven: bool) -> None:
    assert bool(found(small, query)) == is_forgiven


def test_hits_come_by_title_then_name_then_heading_then_text_then_typo(small: Page) -> None:
    hits = found(small, "ranking")

    assert hits[:2] == ["order/exact/", "order/begins/#ranking-of-hits-and-of-all-others"]
    assert sorted(hits[2:4]) == ["order/author/", "order/thing/#measure_ranking"]
    assert hits[4:] == ["order/heading/#the-ranking-of-all", "order/body/", "order/typo/"]


def test_a_page_about_it_comes_before_a_part_and_headings_that_stand_many_times_come_later(small: Page) -> None:
    assert [hit.split("#")[0] for hit in found(small, "wax")] == [
        *("called/guide/", "called/part/"),
        *["called/changes/"] * 2,
    ]


def test_the_last_of_its_names_is_what_a_thing_is_called(small: Page) -> None:
    names = ["lab.polish", "lab.tool.polish", "old.polish_once"]
    assert found(small, "polish") == [f"called/names/#{name}" for name in names]


def test_words_that_stand_together_come_before_others(small: Page) -> None:
    assert found(small, "warm iron")[:2] == ["called/near/", "called/far/"]


def test_all_words_come_before_some(small: Page) -> None:
    hits = found(small, "apples pears")

    assert hits[0] == "apart/both/"
    assert sorted(hits[1:]) == ["apart/one/", "apart/other/"]


def test_names_are_found_in_either_order_and_by_their_parts(small: Page) -> None:
    for query in ("ida ranking", "ranking ida", "jo", "doe ida"):
        assert found(small, query)[0] == "order/author/"


def test_a_section_is_found_by_its_page_and_its_words(small: Page) -> None:
    assert found(small, "come all")[0] == "order/heading/#the-ranking-of-all"


def test_markup_in_titles_and_texts_is_text(small: Page) -> None:
    found(small, "bold script")
    option = small.get_by_role("option").first

    expect(option.locator(".palette-title")).to_have_text("A <b>bold</b> & “quoted” title")
    expect(option.locator(".palette-context")).to_contain_text("<script>alert(1)</script> ]]>")


def test_signs_and_words_of_the_language_behind_it_find_nothing_and_break_nothing(small: Page) -> None:
    for query in ("...", "<>", "(", "\\", "-", "'", "constructor", "__proto__", "hasOwnProperty", "ﾞ", "\u0e49", "・"):
        assert found(small, query) == []

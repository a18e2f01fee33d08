"""The dialog of the search in the language of its site: its words, numbers, direction, and results of the other one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from harness.browser.pages import listen
from harness.searched_sites import Site
from playwright.sync_api import Browser, Page, expect
from sphinx.locale import translators
from sphinx_vita.command.check.server import serve

Opened = Callable[[str, str], Page]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    """Build a site of one page in a language, and give the page with the search open."""
    troubles: list[str] = []
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:

        def open_search(language: str, text: str) -> Page:
            site = Site(tmp_path)
            site.conf(f'language = "{language}"\nhtml_theme = "nature"\nhtml_favicon = "icon.svg"\n')
            (site.source / "icon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
            site.write(index=text)
            site.build()
            translators.clear()  # Sphinx keeps the words of the first site in a process
            page = context.new_page()
            listen(page, troubles)
            with serve(site.output) as address:
                page.goto(address)
                page.keyboard.press("Control+k")
                expect(page.get_by_role("combobox")).to_be_focused()
            return page

        yield open_search
    assert troubles == []


def sections(*titles: str) -> str:
    return "".join(f"{title}\n{'=' * 40}\n\n" for title in titles)


def test_in_arabic_it_runs_from_the_right_and_keeps_each_text_to_itself(opened: Opened) -> None:
    home = f"{sections('Deep Learning (2024)')}We teach at الجامعة.\n\n"
    page = opened("ar", home + sections("عن الجامعة", "الجامعات"))
    dialog = page.get_by_role("dialog", name="البحث")
    field = page.get_by_role("combobox")
    expect(dialog).to_have_attribute("lang", "ar")
    expect(field).to_have_attribute("placeholder", "بحث في العناوين والأسماء والنصوص")
    for part in (dialog, field):
        expect(part).to_have_css("direction", "rtl")

    field.fill("جامع")
    expect(page.get_by_role("option")).to_have_count(4)
    latin = page.locator(".palette-title", has_text="Deep Learning (2024)")
    expect(latin).to_have_css("direction", "ltr")
    expect(latin).to_have_css("unicode-bidi", "isolate")
    places = page.locator(".palette-title, .palette-context").evaluate_all(
        """all => all.map((it) => {
          const [walker, range] = [document.createTreeWalker(it, NodeFilter.SHOW_TEXT), document.createRange()];
          const edges = [];
          while (walker.nextNode()) {
            range.selectNode(walker.currentNode);
            edges.push(range.getBoundingClientRect().right);
          }
          return Math.round(Math.max(...edges));
        })"""
    )
    assert len(places) == 4
    assert len(set(places)) == 1  # all begin at the same edge
    expect(page.get_by_role("option").last).to_contain_text("البحث عن جامع في النص كله")
    expect(dialog.get_by_role("status")).to_have_text("3 نتائج")


def test_in_chinese_it_counts_and_names_the_kinds_in_chinese(opened: Opened) -> None:
    page = opened("zh_CN", sections("研究", *(f"分布式机器学习系统{number}" for number in range(30))))
    expect(page.get_by_role("dialog", name="搜索")).to_have_attribute("lang", "zh-CN")
    page.get_by_role("combobox").fill("机器学习")

    first = page.get_by_role("option").first
    expect(first.locator("mark")).to_have_text("机器学习")
    expect(first.locator(".palette-kind")).to_have_text("章节")
    expect(page.locator("dialog").get_by_role("status")).to_have_text("30 条结果，显示前 25 条")


def test_plurals_and_the_shortcut_are_those_of_a_keyboard_of_other_letters(opened: Opened) -> None:
    page = opened("ru", sections("Лес", "Лесной путь", "Лесная тропа", "Лесопилка", "Лесник", "Поле"))
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.locator("body").dispatch_event("keydown", {"key": "л", "code": "KeyK", "ctrlKey": True})

    expect(page.get_by_role("combobox")).to_be_focused()
    counts = {"поле": "1 результат", "лесн": "3 результата", "лес": "5 результатов", "море": "Ничего не найдено"}
    for query, told in counts.items():
        page.get_by_role("combobox").fill(query)
        expect(page.locator("dialog").get_by_role("status")).to_have_text(told)


def test_where_its_words_are_missing_they_are_marked_as_english(opened: Opened) -> None:
    page = opened("fa", sections("پژوهش"))
    dialog = page.get_by_role("dialog", name="Search")

    expect(dialog).to_have_attribute("lang", "en")
    expect(dialog).to_have_attribute("dir", "ltr")

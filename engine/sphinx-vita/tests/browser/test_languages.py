"""Several languages of one site in a browser."""

from collections.abc import Callable

import pytest
from harness.sites import Site
from playwright.sync_api import Page


@pytest.fixture(scope="module")
def address(new_site: Callable[[str], Site]) -> str:
    site = new_site("switcher")
    conf = (site.source / "conf.py").read_text().replace('"basic"', '"furo"')
    site.write({"conf.py": f'{conf}languages = ["en", "de"]\n', "a.md": "# A\n\n## B\n\nText.\n\n## C\n\nText.\n"})
    return site.build_with().output.as_uri() + "/"


def test_the_switcher_leads_to_the_part_of_the_page_that_is_open(page: Page, address: str) -> None:
    link = page.locator(".vita-languages a").first
    page.goto(f"{address}a.html#b")
    assert link.evaluate("link => link.href") == f"{address}de/a.html#b"

    page.goto(f"{address}de/a.html#c")
    page.evaluate("location.hash = 'b'")
    page.wait_for_function("document.querySelector('.vita-languages a').hash === '#b'")
    assert link.evaluate("link => link.href") == f"{address}a.html#b"

"""The net under the other tests: what the `page` fixture must notice."""

import pytest
from playwright.sync_api import Error, Page


def test_an_unknown_address_is_noticed(page: Page, troubles: list[str], address: str) -> None:
    page.goto("no-such-page.html")

    assert f"404 for {address}no-such-page.html" in troubles
    troubles.clear()


def test_a_request_that_is_left_behind_is_no_trouble(page: Page, troubles: list[str], address: str) -> None:
    page.route("**/search.html", lambda route: None)  # which takes too long
    page.goto("index.html")
    with page.expect_event("requestfailed"):
        page.evaluate("setTimeout(() => { fetch('search.html'); location.reload() })")
    page.wait_for_load_state()

    assert troubles == []


def test_a_script_that_fails_is_noticed(page: Page, troubles: list[str]) -> None:
    page.goto("index.html")
    with page.expect_event("pageerror"):
        page.evaluate("setTimeout(() => { throw new Error('broken') })")

    assert troubles == ["a script failed: broken"]
    troubles.clear()


def test_a_request_to_another_host_is_noticed_and_goes_nowhere(page: Page, troubles: list[str]) -> None:
    page.goto("index.html")
    with pytest.raises(Error, match="Failed to fetch"):
        page.evaluate("fetch('https://example.org/font.woff2')")

    assert troubles[0] == "a request to another host: https://example.org/font.woff2"
    troubles.clear()


def test_a_request_of_the_site_that_fails_is_noticed(page: Page, troubles: list[str], address: str) -> None:
    page.route("**/search.html", lambda route: route.abort())
    page.goto("index.html")
    with pytest.raises(Error, match="Failed to fetch"):
        page.evaluate("fetch('search.html')")

    assert f"a request failed: {address}search.html" in troubles
    troubles.clear()

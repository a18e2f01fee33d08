"""The portfolio in a browser.

Every test here is also a test of silence: one that leaves behind an error on the console, a request that failed or a
request to another host fails when its page is closed. A test that means to cause one looks at `troubles` and clears it.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response
from sphinx_vita.command.check.browser import driver
from sphinx_vita.command.check.server import serve

from harness.browser.chromium import find_browser, launch_arguments

REDIRECT = 'http-equiv="refresh"'
# Looks at a clock of its own: playwright's waiting draws the page again and again, which takes a quarter of its time.
HAVE_RUN = """() => new Promise((done, fail) => {
  const waits = () => document.querySelector("figure [data-late]") || !window.haveRun
    && document.querySelector('script[data-lean-src], script[src*="_static/light-pages/"]');
  const look = () => !waits() ? done() : performance.now() > 20_000 ? fail("scripts do not run") : setTimeout(look, 10);
  look();
})"""


@pytest.fixture(scope="session")
def address(built_site: Path) -> Iterator[str]:
    """The address of the portfolio on this machine; ends with a slash."""
    with serve(built_site) as address:
        yield address


def pages_of(site: Path) -> list[str]:
    """Name every page of a site but those that only lead on from an old address.

    Of those that show source code it is the first, since nothing else differs on them.
    """
    shown = (path for path in site.rglob("*.html") if REDIRECT not in path.read_text("utf-8"))
    pages = sorted(path.relative_to(site).as_posix() for path in shown)
    code = [path for path in pages if path.startswith("_source/")]
    return [path for path in pages if path not in code[1:]]


BROWSER = pytest.StashKey[Browser]()


def shared_browser(config: pytest.Config) -> Browser:
    """Return the one browser of a run: playwright starts but once in a process, whichever folder's tests come first."""
    if BROWSER not in config.stash:
        program = find_browser()
        stack = ExitStack()
        playwright = stack.enter_context(driver())
        config.add_cleanup(stack.close)
        config.stash[BROWSER] = playwright.chromium.launch(executable_path=program, args=launch_arguments())
        config.add_cleanup(config.stash[BROWSER].close)
    return config.stash[BROWSER]


@pytest.fixture(scope="session")
def browser(pytestconfig: pytest.Config) -> Browser:
    """The machine's Chromium; a machine without one fails the tests, with what to install."""
    return shared_browser(pytestconfig)


@pytest.fixture
def troubles() -> list[str]:
    """What went wrong on the page so far, one line each."""
    return []


@pytest.fixture
def page(browser: Browser, address: str, troubles: list[str]) -> Iterator[Page]:
    """A fresh page, 1280 pixels wide, for which `index.html` is the home page; it cannot reach other hosts."""
    with browser.new_context(base_url=address, viewport={"width": 1280, "height": 800}) as context:
        note_other_hosts(context, address, troubles)
        context.set_default_timeout(10_000)  # milliseconds: the site is on this machine
        page = context.new_page()
        listen(page, troubles)
        wait_for_scripts(page)
        yield page
    assert troubles == []


def note_other_hosts(context: BrowserContext, address: str, troubles: list[str]) -> None:
    """Note each request to another host than that of an address; this browser finds none."""

    def note_request(request: Request) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            troubles.append(f"a request to another host: {request.url}")

    context.on("request", note_request)


def wait_for_scripts(page: Page) -> None:
    """Let `goto` return when the scripts have run and figures are whole: they come when the page has been painted."""
    page.add_init_script("addEventListener('lean', () => { window.haveRun = true; })")
    go = page.goto

    def goto(*arguments: Any, **named: Any) -> Response | None:
        answer = go(*arguments, **named)
        page.evaluate(HAVE_RUN)
        return answer

    page.goto = goto  # type: ignore[method-assign]


def listen(page: Page, troubles: list[str]) -> None:
    """Note whatever goes wrong on the page from now on."""

    def note_message(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            troubles.append(f"the console says: {message.text}")

    def note_answer(response: Response) -> None:
        if response.status >= 400:
            troubles.append(f"{response.status} for {response.url}")

    def note_failure(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # this one only says that the visitor went on before it was done
            troubles.append(f"a request failed: {request.url}")

    page.on("console", note_message)
    page.on("pageerror", lambda error: troubles.append(f"a script failed: {error}"))
    page.on("requestfailed", note_failure)
    page.on("response", note_answer)

"""What the tests of the models share, and a browser for those that run in the page."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page
from sphinx_vita.command.check.browser import launch
from sphinx_vita.command.check.server import serve

from tests.content import ROOT


@pytest.fixture
def root_text(root: Path) -> dict[str, str]:
    """The Markdown of the papers' pages by name."""
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.glob("publications/*.md")}


@pytest.fixture(scope="session")
def browser(pytestconfig: pytest.Config) -> Iterator[Browser]:
    """The machine's Chromium: that of the engine's tests where they are there, since a process has but one."""
    if find_spec("harness"):
        from harness.browser.pages import shared_browser

        yield shared_browser(pytestconfig)
    else:
        with launch() as browser:
            yield browser


@pytest.fixture(scope="session")
def address(built_site: Path) -> Iterator[str]:
    """The address of this site on this machine; ends with a slash."""
    with serve(built_site) as address:
        yield address


Open = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """Open a page of the site, with options of a context; what it or its scripts complain about fails the test."""
    troubles: list[str] = []

    def note(message: ConsoleMessage) -> None:
        is_driver = "GL Driver Message" in message.text  # what a browser without a graphics card says of its own
        if message.type in {"error", "warning"} and not is_driver:
            troubles.append(message.text)

    with ExitStack() as contexts:

        def open_page(path: str, **options: Any) -> Page:
            context = contexts.enter_context(browser.new_context(base_url=address, **options))
            context.set_default_timeout(10_000)
            page = context.new_page()
            page.on("console", note)
            page.on("pageerror", lambda error: troubles.append(str(error)))
            page.goto(path)
            if options.get("java_script_enabled", True):
                page.wait_for_function("!document.querySelector('figure [data-late]')")  # then figures are whole
            return page

        yield open_page
    assert troubles == []


@pytest.fixture(scope="session")
def blank(browser: Browser) -> Iterator[Page]:
    """An empty page, in which the JavaScript of a model runs."""
    with browser.new_context() as context:
        yield context.new_page()


@pytest.fixture
def model(blank: Page) -> Callable[..., Any]:
    """Run a function over the JavaScript of models: `model("return f(given)", given, "research/models/a.js")`."""

    def run(body: str, given: object, *files: str) -> Any:
        code = "\n".join((ROOT / file).read_text("utf-8") for file in files)
        return blank.evaluate(f"given => {{ 'use strict'; {code}\n{body} }}", given)

    return run

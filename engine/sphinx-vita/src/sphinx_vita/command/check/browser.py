"""The pages in a browser: what axe-core finds, what the console says, and whom a page asks for something."""

import contextlib
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from sphinx_vita.command.check.axe import new_violations
from sphinx_vita.command.check.building import UnusableError
from sphinx_vita.command.check.findings import Code, Finding, Level
from sphinx_vita.command.check.server import serve
from sphinx_vita.command.check.site import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Request

AXE = Code("browser.axe", Level.ERROR, "axe-core finds something that keeps people from using a page")
ASKED = Code("browser.asked", Level.ERROR, "a page asks another host for something")
TROUBLE = Code("browser.trouble", Level.ERROR, "a script or request of a page fails")
WIDE = Code("browser.wide", Level.WARNING, "a page scrolls sideways on a phone")
CODES = (AXE, ASKED, TROUBLE, WIDE)

_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_PHONE, _LAPTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 800}
_MOST_BROWSERS = 4
_RUNNING = threading.local()  # playwright runs once in a thread: who comes while it does shares it
_WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


def look(site: Site, tell: Callable[[str], None]) -> Iterator[Finding]:
    """Open every page on a laptop, light and dark, and on a phone; each processor has a browser for its share."""
    try:
        from axe_playwright_python.sync_playwright import Axe
    except ImportError as error:
        raise UnusableError("--browser needs more: pip install 'sphinx-vita[browser]'") from error
    axe, paths = str(Axe().axe_script), _shown(site)
    browsers = max(1, min(os.cpu_count() or 1, len(paths), _MOST_BROWSERS))
    with serve(site.output) as address, ThreadPoolExecutor(browsers) as pool:
        shares = (paths[first::browsers] for first in range(browsers))
        for found in pool.map(lambda share: _look_at(share, site, address, axe, tell), shares):
            yield from found


def _look_at(paths: list[str], site: Site, address: str, axe: str, tell: Callable[[str], None]) -> list[Finding]:
    """Open some of the pages in a browser of their own."""
    with launch() as browser:
        return list(_visit(paths, site, browser, address, axe, tell))


@contextlib.contextmanager
def launch() -> Iterator["Browser"]:
    """Have the machine's browser while the context lasts."""
    try:
        from playwright.sync_api import Error
    except ImportError as error:
        raise UnusableError("a browser needs more: pip install 'sphinx-vita[browser]'") from error
    with driver() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=_program(), args=_arguments())
        except Error as error:
            raise UnusableError(
                "no Chromium was found; install it, or name one: CHROMIUM=/path/to/chromium sphinx-vita ..."
            ) from error
        yield browser
        browser.close()


@contextlib.contextmanager
def driver() -> Iterator["Playwright"]:
    """Have playwright while the context lasts."""
    from playwright.sync_api import sync_playwright

    if running := getattr(_RUNNING, "playwright", None):
        yield running
        return
    with sync_playwright() as _RUNNING.playwright:
        try:
            yield _RUNNING.playwright
        finally:
            del _RUNNING.playwright


def _visit(
    paths: list[str], site: Site, browser: "Browser", address: str, axe: str, tell: Callable[[str], None]
) -> Iterator[Finding]:
    told: list[tuple[Code, str]] = []
    with browser.new_context(base_url=address, viewport=_LAPTOP) as context:  # type: ignore[arg-type]
        page = _listening(context, address, told)
        for path in paths:
            tell(f"Looking at {path} ...")
            page.set_viewport_size(_LAPTOP)  # type: ignore[arg-type]
            page.emulate_media(color_scheme="light")
            page.goto(path)
            told += [(AXE, each) for each in _violations(axe, page)]
            page.emulate_media(color_scheme="dark")  # where only colors differ
            told += [(AXE, f"on dark pages, {each}") for each in _violations(axe, page, of_colors=True)]
            page.emulate_media(color_scheme="light")
            page.set_viewport_size(_PHONE)  # type: ignore[arg-type]
            told += [(AXE, each) for each in _violations(axe, page)]
            if page.evaluate(_WIDER):
                told.append((WIDE, "the page is wider than a phone; let what is wide scroll by itself"))
            for code, message in dict.fromkeys(told):
                yield site.on_page(code, path, message)
            told.clear()


def _listening(context: "BrowserContext", address: str, told: list[tuple[Code, str]]) -> "Page":
    """Open a page that notes what goes wrong on it and reaches no other host."""
    page = context.new_page()

    def note(request: "Request") -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            told.append((ASKED, f"the page asks for {request.url}; save it in the site"))

    context.on("request", note)
    page.on("pageerror", lambda error: told.append((TROUBLE, f"a script fails: {error}")))
    page.on(
        "response",
        lambda answer: told.append((TROUBLE, f"{answer.status} for {answer.url}")) if answer.status >= 400 else None,
    )
    return page


def _violations(axe: str, page: "Page", *, of_colors: bool = False) -> list[str]:
    found = new_violations(page, axe, of_colors=of_colors)
    return [f"{rule['id']}: {rule['help']}: {node['html'][:100]}" for rule in found for node in rule["nodes"]]


def _shown(site: Site) -> list[str]:
    """Name the pages to look at; of those that show source code the first, since nothing else differs on them."""
    code = [path for path in site.pages if path.startswith("_source/")]
    return [path for path, page in site.pages.items() if path not in code[1:] and page.leads_on is None]


def _program() -> str | None:
    """Find the machine's browser; None leaves the choice to playwright."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)


def _arguments() -> list[str]:
    """Return Chromium's flags: nothing of its own goes to the network, and it runs without a display or a user."""
    flags = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
    flags.append("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")  # no page reaches another host
    return [*flags, "--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else flags

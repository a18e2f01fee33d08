"""`sphinx-vita live` as an owner has it: a browser beside an editor, mistakes made and mended."""

import contextlib
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from socket import create_server

import pytest
from harness.browser.accessibility import violations
from playwright.sync_api import Browser, Page, expect

SITE = {
    "conf.py": 'extensions = ["sphinx_vita"]\nvita_extensions = ["myst_parser", "sphinx_design"]\n'
    'html_theme = "furo"\nvita_bibliography = []\nvita_exports = False\n',
    "index.md": "# Home\n\n" + "A line.\n\n" * 60 + "```{toctree}\n:glob:\n\n*\n```\n",
    "work.md": "# Work\n\n:::{position} Guide\n:organization: Museum\n:dats: 2012\n:::\n",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in SITE.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    """The site, served by the command until Ctrl-C, after which its port is free and nothing of it runs."""
    with create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "sphinx_vita.command", "live", str(site), "--port", str(port), "--no-browser"]
    # Where tests run in the background, a shell has its children ignore Ctrl-C.
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, preexec_fn=heed_interrupts) as live:
        assert live.stdout is not None
        try:
            yield live.stdout.readline().split()[4].rstrip(",")
        finally:
            live.send_signal(signal.SIGINT)
            try:
                assert live.wait(60) == 0
            finally:
                live.kill()
    with create_server(("127.0.0.1", port)):
        pass
    running = subprocess.run(["ps", "-eo", "args="], capture_output=True, text=True, check=True).stdout
    assert [line for line in running.splitlines() if str(site) in line] == []


def heed_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextlib.contextmanager
def opened(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        context.set_default_timeout(30_000)
        yield context.new_page()


def save(file: Path, text: str) -> None:
    """Write as editors do that never leave half a file: beside it, then in its place."""
    beside = file.with_name(f".{file.name}.new")
    beside.write_text(text, "utf-8")
    os.replace(beside, file)


def test_a_mistake_shows_in_the_page_until_it_is_mended(browser: Browser, site: Path, address: str) -> None:
    expect.set_options(timeout=30_000)
    with opened(browser) as page:
        other = page.context.new_page()  # looked at before: it is loaded again, and stays where it is
        other.goto(address)
        page.goto(address)  # nothing is built yet: the page waits, and shows the site when it is there
        panel = page.get_by_role("region", name="What is to be mended")
        expect(panel.get_by_role("listitem")).to_have_text(
            [
                re.compile(r"work\.md:3.*vita\.unknown_option.*no option 'dats'; did you mean 'dates'\?"),
                re.compile(r"work\.md:3.*vita\.missing_option.*needs 'dates'; write"),
            ]
        )
        expect(page.get_by_role("alert")).to_contain_text("2 warnings: work.md:3")
        assert violations(page) == []
        page.emulate_media(color_scheme="dark")
        assert violations(page, of_colors=True) == []
        covers_nothing(page)
        page.keyboard.press("Escape")
        expect(panel).to_be_hidden()
        expect(page.get_by_role("button", name="2 warnings")).to_be_visible()

        page.evaluate("scrollTo({ top: 300, behavior: 'instant' })")
        save(site / "note.txt", "of no page")  # the page stays where it is, and closed is what was closed
        page.wait_for_event("load")
        expect(page.get_by_role("status")).to_contain_text("2 warnings")
        expect(panel).to_be_hidden()
        assert page.evaluate("scrollY") == 300

        save(site / "work.md", SITE["work.md"].replace("dats", "dates"))
        page.wait_for_url(f"{address}work.html")
        expect(page.get_by_role("status")).to_have_text("All is mended.")
        expect(page.get_by_role("button", name="2 warnings")).to_be_hidden()

        save(site / "conf.py", "1/0\n" + SITE["conf.py"])  # nothing can be built: what was there stays, and is told
        expect(page.get_by_role("alert")).to_contain_text("The site cannot be built: conf.py:1 ZeroDivisionError")
        expect(page.get_by_role("heading", name="Work")).to_be_visible()
        (site / "conf.py").write_text(SITE["conf.py"], "utf-8")
        (site / "work.md").rename(site / "career.md")
        page.wait_for_url(f"{address}career.html")
        expect(panel).to_be_hidden()
        expect(other.get_by_role("link", name="Work").first).to_have_attribute("href", "career.html")
        assert other.url == address

    files = [path for path in (site / "_build").rglob("*") if path.is_file() and "doctrees" not in path.parts]
    assert len([path for path in files if path.suffix == ".html"]) >= 3
    assert [path for path in files if b"_live/" in path.read_bytes() or path.name.startswith("overlay")] == []
    assert {path.name for path in site.iterdir()} == {"conf.py", "index.md", "note.txt", "career.md", "_build"}


def covers_nothing(page: Page) -> None:
    """At the end of the page, its last line stands above the panel."""
    bottom, top = page.evaluate(
        """() => {
          scrollTo({ top: document.body.scrollHeight, behavior: "instant" });
          const panel = document.querySelector("sphinx-vita-live").shadowRoot.querySelector("section");
          const last = [...document.querySelectorAll("footer, article")].at(-1);
          return [last.getBoundingClientRect().bottom, panel.getBoundingClientRect().top];
        }"""
    )
    assert 0 < bottom <= top

"""The pages in a browser: what keeps people out, fails or asks another host is found."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from harness.browser.chromium import find_browser
from harness.checked_sites import FRAME, MakeSite
from sphinx_vita.command.check.browser import look
from sphinx_vita.command.check.building import UnusableError
from sphinx_vita.command.check.findings import Finding
from sphinx_vita.command.check.site import Site

SPOILED = """<style>@media (prefers-color-scheme: dark) { p { color: #ccc } }
@media (width < 500px) { h2 { background: #bbb } } @media (width > 500px) { h3 { display: none } }</style>
<h2 style="color: #666">pale on a phone</h2><h3 style="color: #bbb">only on a phone</h3>
<h1>A</h1><p>pale at night</p><p style="color: #bbb; width: 900px">pale and wide</p>
<img src="https://elsewhere.example/a.png" alt="x"><img src="http://192.0.2.1/b.png" alt="x">
<script src="gone.js"></script><script>fails()</script>"""


@pytest.fixture(autouse=True)
def chromium(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without a browser fails these tests with what to install."""
    monkeypatch.setenv("CHROMIUM", str(find_browser()))


def found_by_looking(site: Site) -> list[Finding]:
    """Look in a thread of its own, as in a process of its own: another test's browser may be open in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: list(look(site, lambda _: None))).result()


def test_what_only_a_browser_sees_is_found(make_site: MakeSite) -> None:
    site = make_site({"index.html": FRAME.format(title="a", body="<h1>A</h1>"), "a.html": SPOILED})

    found = found_by_looking(site)
    assert {each.page for each in found} == {"a.html"}
    assert {each.code.name for each in found} == {"browser.axe", "browser.asked", "browser.trouble", "browser.wide"}
    said = " ".join(each.message for each in found)
    assert "on dark pages, color-contrast" in said
    asked = ("https://elsewhere.example/a.png", "http://192.0.2.1/b.png")
    pale = (">pale on a phone</h2>", ">only on a phone</h3>", ">pale and wide</p>")
    assert all(words in said for words in ("color-contrast", *asked, *pale, "404 for", "fails"))


@pytest.mark.parametrize("missing", ["module", "program"])
def test_without_a_browser_it_says_what_to_install(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    if missing == "module":
        monkeypatch.setitem(sys.modules, "axe_playwright_python.sync_playwright", None)
    else:
        monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")

    with pytest.raises(UnusableError, match="install"):
        found_by_looking(make_site({}))

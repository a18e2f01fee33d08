"""The pages in a browser: what keeps people out, fails or asks another host is found."""

import sys

import pytest
from harness.browser.chromium import find_browser
from harness.checked_sites import FRAME, MakeSite
from sphinx_vita.command.check.browser import look
from sphinx_vita.command.check.building import UnusableError

SPOILED = """<h1>A</h1><p style="color: #bbb; width: 900px">pale and wide</p>
<img src="https://elsewhere.example/a.png" alt="x"><script src="gone.js"></script><script>fails()</script>"""


@pytest.fixture(autouse=True)
def chromium(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without a browser fails these tests with what to install."""
    monkeypatch.setenv("CHROMIUM", str(find_browser()))


def test_what_only_a_browser_sees_is_found(make_site: MakeSite) -> None:
    site = make_site({"index.html": FRAME.format(title="a", body="<h1>A</h1>"), "a.html": SPOILED})

    found = list(look(site, lambda _: None))
    assert {each.page for each in found} == {"a.html"}
    assert {each.code.name for each in found} == {"browser.axe", "browser.asked", "browser.trouble", "browser.wide"}
    said = " ".join(each.message for each in found)
    assert all(words in said for words in ("color-contrast", "https://elsewhere.example/a.png", "404 for", "fails"))


@pytest.mark.parametrize("missing", ["module", "program"])
def test_without_a_browser_it_says_what_to_install(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    if missing == "module":
        monkeypatch.setitem(sys.modules, "axe_playwright_python.sync_playwright", None)
    else:
        monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")

    with pytest.raises(UnusableError, match="install"):
        list(look(make_site({}), lambda _: None))

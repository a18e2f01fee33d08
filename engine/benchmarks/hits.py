"""Whether the first result is the right one, here and in Sphinx's own search: `make bench-hits FOLDERS="folder ..."`.

Each folder has the `conf.py` of documentation that `search_queries.toml` has queries for. It is copied and built with
the search, and both searches are asked in the machine's Chromium as a reader would. Prints a Markdown table of the
queries whose answer came first and among the first three, then those whose answer did not come first here.

`--python` and `--conf` are those of `make bench-wild`: the search that is asked is the one installed for that Python.
"""

import argparse
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "engine/testing")]

from harness.browser.chromium import find_browser, launch_arguments  # noqa: E402 (needs the path above)
from harness.browser.pages import wait_for_scripts  # noqa: E402
from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402
from sphinx_vita.command.check.server import serve  # noqa: E402

from engine.benchmarks.wild import UnbuiltError, build, copied, site_name  # noqa: E402

QUERIES = Path(__file__).with_name("search_queries.toml")
SHOWN = 3
LATE = 30_000  # milliseconds
# The addresses that are shown for a query: of this search, and of Sphinx's page, which shows one result after another.
OURS = """
query => {
  const field = document.querySelector(".palette-field");
  field.value = query;
  field.dispatchEvent(new Event("input"));
  const all = [...document.querySelectorAll(".palette-result:not(:has(.palette-elsewhere))")];
  return all.slice(0, SHOWN).map((each) => each.href);
}
""".replace("SHOWN", str(SHOWN))
THEIRS = f"""
[...document.querySelectorAll("#search-results > ul > li")]
  .slice(0, {SHOWN}).map((each) => each.querySelector("a").href)
"""
HAS_ENDED = f"""
document.querySelectorAll("#search-results > ul > li").length >= {SHOWN}
|| document.querySelector("#search-results .search-summary")?.textContent.trim()
"""
Search = Callable[[Page, str], list[str]]


@dataclass(frozen=True)
class Answer:
    """What was asked, where its answers are, and the addresses that were shown."""

    query: str
    expected: tuple[str, ...]
    shown: tuple[str, ...]

    @property
    def place(self) -> int:
        """The place of the first right answer among those shown, from 1; one more than are shown if there is none."""
        right = (
            number for number, address in enumerate(self.shown, 1) if any(map(address_fits(address), self.expected))
        )
        return next(right, SHOWN + 1)


def address_fits(shown: str) -> Callable[[str], bool]:
    """Return whether an expected address is the one that is shown; without an anchor any place of the page is."""
    return lambda expected: shown == expected or shown.partition("#")[0] == expected


def main() -> None:
    options = arguments()
    queries = tomllib.loads(QUERIES.read_text("utf-8"))
    print("| site | queries | first | Sphinx | among three | Sphinx |")
    print("|---" * 6 + "|")
    lost: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(find_browser()), args=launch_arguments())
        for folder in (Path(name).resolve() for name in options.folder):
            try:
                ours, theirs = asked(folder, options, queries[site_name(folder)], browser)
            except UnbuiltError as error:
                print(error, file=sys.stderr)
                continue
            print(row(site_name(folder), ours, theirs), flush=True)
            lost += told(site_name(folder), ours, theirs)
        browser.close()
    print("\n".join(["", *lost]))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="+", help="folders with a conf.py")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--conf", action="append", default=[], help="a line that each conf.py gets")
    return parser.parse_args()


def asked(
    folder: Path, options: argparse.Namespace, rows: Sequence[Sequence[str]], browser: Browser
) -> tuple[list[Answer], list[Answer]]:
    """Build a site and ask both searches."""
    with tempfile.TemporaryDirectory() as around:
        output = Path(around, "output")
        lines = [*options.conf, "extensions = [*extensions, 'sphinx_instant_search']"]
        build(options.python, copied(folder, Path(around, "source"), lines), output)
        return answers(browser, output, rows, ask_ours), answers(browser, output, rows, ask_theirs)


def answers(browser: Browser, output: Path, rows: Sequence[Sequence[str]], search: Search) -> list[Answer]:
    """Ask a site all queries of its rows."""
    found = []
    with serve(output) as address, browser.new_context(base_url=address) as context:
        context.route(lambda url: not url.startswith(address), lambda route: route.abort())
        page = context.new_page()
        wait_for_scripts(page)
        for query, *expected in rows:
            shown = tuple(each.removeprefix(address).partition("?")[0] + anchor(each) for each in search(page, query))
            found.append(Answer(query, tuple(expected), shown))
    return found


def anchor(address: str) -> str:
    return "#" + address.partition("#")[2] if "#" in address and "?" in address else ""


def ask_ours(page: Page, query: str) -> list[str]:
    if not page.query_selector("dialog.palette[open]"):
        page.goto("index.html")
        page.keyboard.press("Control+k")
        page.wait_for_selector("dialog.palette[open]")
        page.keyboard.type("a")
        page.wait_for_selector(".palette-result:not(:has(.palette-elsewhere))", timeout=LATE)
        page.wait_for_selector(".palette-results:not([aria-busy])", timeout=LATE)
    return list(page.evaluate(OURS, query))


def ask_theirs(page: Page, query: str) -> list[str]:
    page.goto("about:blank")  # or what differs behind the question mark alone may stay
    page.goto("search.html?" + urlencode({"q": query}))
    page.wait_for_function(HAS_ENDED, timeout=LATE)
    return list(page.evaluate(THEIRS))


def row(site: str, ours: Sequence[Answer], theirs: Sequence[Answer]) -> str:
    counts = (sum(each.place <= most for each in found) for most in (1, SHOWN) for found in (ours, theirs))
    return f"| {site} | {len(ours)} | {' | '.join(map(str, counts))} |"


def told(site: str, ours: Sequence[Answer], theirs: Sequence[Answer]) -> Iterator[str]:
    """Yield the queries whose answer did not come first here."""
    for our, their in zip(ours, theirs, strict=True):
        if our.place > 1:
            places = (str(each.place) if each.place <= SHOWN else "–" for each in (our, their))
            first = our.shown[0] if our.shown else "nothing"
            yield f"- {site}: “{our.query}”: {' and '.join(places)}; first came {first}"


if __name__ == "__main__":
    main()

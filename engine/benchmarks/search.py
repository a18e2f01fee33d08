"""How large the search is and how long it takes, beside Sphinx's own: `make bench-search`.

Measures the invented portfolio, and generated sites of so many sections of 90 words each, in the machine's Chromium
over HTTP on this machine. Times are milliseconds, the median of the queries; sizes are kilobytes after gzip.
"whole" is the time from the first word until the texts of a large site, in files beside the index, are searched.
"""

import gzip
import itertools
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

TESTING = Path(__file__).resolve().parents[1] / "testing"
sys.path.insert(0, str(TESTING))

from harness.browser.chromium import find_browser, launch_arguments  # noqa: E402
from harness.browser.pages import wait_for_scripts  # noqa: E402
from harness.building import PORTFOLIO  # noqa: E402
from playwright.sync_api import Page, sync_playwright  # noqa: E402 (needs the path above)
from sphinx_vita.command.check.server import serve  # noqa: E402

PALETTE, INDEX, OWN = "_static/instant-search/palette.js", "_static/instant-search/index.js", "searchindex.js"
PER_PAGE = 20  # sections
SETTINGS = (
    'project = "Generated"\nextensions = ["sphinx_instant_search"]\nhtml_theme = "furo"\nhtml_copy_source = False\n'
)
SYLLABLES = [a + b for a, b in itertools.product("bdfklmnprstvz", "aeiou")]
COLUMNS = "site|entries|build s|index|texts|own index|open|whole|key|worst key|own search".split("|")

# The text of one key, and the time until its results are laid out.
KEY = """
query => {
  const field = document.querySelector(".palette-field"), start = performance.now();
  field.value = query;
  field.dispatchEvent(new Event("input"));
  document.querySelector(".palette-results").offsetHeight;
  return performance.now() - start;
}
"""


def main(sizes: list[int]) -> None:
    """Print a line for each site."""
    print(" | ".join(COLUMNS))
    with tempfile.TemporaryDirectory() as folder:
        queries = ["atlas", "whales", "zoe obrien", "humback", "a", "cross-correlation", "sia"]
        print(measure("portfolio", PORTFOLIO, Path(folder, "own"), queries), flush=True)
        for size in sizes:
            source = Path(folder, f"source-{size}")
            queries = write_site(source, size)
            print(measure(f"{size} sections", source, Path(folder, str(size)), queries), flush=True)


def write_site(source: Path, sections: int) -> list[str]:
    """Write a site of random words, as frequent as those of a language; gives queries for it.

    The first two are whole words, which Sphinx's search finds too.
    """
    chance = random.Random(sections)
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 5))) for _ in range(20_000)]
    frequency = [1 / (rank + 2) for rank in range(len(words))]
    source.mkdir()
    pages = [f"page{number}" for number in range(sections // PER_PAGE)]
    for page in pages:
        headed = (chance.choices(words, frequency, k=94) for _ in range(PER_PAGE))
        # Orphans: furo would print a tree of them all into every page.
        text = "\n".join(section(each, number) for number, each in enumerate(headed))
        Path(source, f"{page}.rst").write_text(f":orphan:\n\n{text}")
    Path(source, "index.rst").write_text("Home\n====\n\n" + "".join(f":doc:`{page}`\n" for page in pages))
    Path(source, "conf.py").write_text(SETTINGS)
    common, rare = words[3], words[900]
    return [common, rare, f"{words[20]} {words[30]}", rare[:-2] + "x" + rare[-1:], common[:1], common[:3]]


def section(words: list[str], number: int) -> str:
    title = " ".join(words[:4]).capitalize()
    return f"{title}\n{('-' if number else '=') * len(title)}\n\n{' '.join(words[4:])}.\n"


def measure(name: str, source: Path, output: Path, queries: list[str]) -> str:
    start = time.perf_counter()
    build(source, output)
    seconds = time.perf_counter() - start
    entries = len(json.loads(Path(output, INDEX).read_text("utf-8").partition("=")[2])["entries"])
    with browse(output) as page:
        opening = statistics.median(open_palette(page) for _ in range(3))
        whole = wait_for_texts(page)
        keys = [page.evaluate(KEY, query) for query in queries for _ in range(5)]
        own = statistics.median(own_search(page, query) for query in queries[:2])
    index, own_index = Path(output, INDEX), Path(output, OWN)
    sizes = (f"{sum(map(zipped, files)):.1f}" for files in ([index], index.parent.glob("texts-*.js"), [own_index]))
    times = (f"{each:.0f}" for each in (opening, whole, statistics.median(keys), max(keys), own))
    return " | ".join([name, str(entries), f"{seconds:.1f}", *sizes, *times])


def zipped(file: Path) -> float:
    return len(gzip.compress(file.read_bytes(), 9)) / 1000


def build(source: Path, output: Path) -> None:
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", "-d", f"{output}-doctrees", str(source), str(output)]
    subprocess.run(command, check=True)


class browse:  # noqa: N801 (used like a function)
    """A page of the machine's browser on a folder over HTTP."""

    def __init__(self, folder: Path) -> None:
        self.pages = self._open(folder)

    def __enter__(self) -> Page:
        return next(self.pages)

    def __exit__(self, *_: object) -> None:
        next(self.pages, None)

    @staticmethod
    def _open(folder: Path) -> Iterator[Page]:
        with serve(folder) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_browser(), args=launch_arguments())
            page = browser.new_page(base_url=address)
            wait_for_scripts(page)
            yield page
            browser.close()


def open_palette(page: Page) -> float:
    """The time from the shortcut on a fresh page until the first answer, everything loaded and indexed."""
    page.goto("index.html")
    start = time.perf_counter()
    page.keyboard.press("Control+k")
    page.wait_for_selector("dialog.palette[open]")
    page.keyboard.type("b")
    page.wait_for_function("document.querySelectorAll('.palette-result').length > 1")
    return (time.perf_counter() - start) * 1000


def wait_for_texts(page: Page) -> float:
    start = time.perf_counter()
    page.wait_for_selector(".palette-results:not([aria-busy])", timeout=120_000)
    return (time.perf_counter() - start) * 1000


def own_search(page: Page, query: str) -> float:
    """The time from the start of Sphinx's search page until its first result."""
    start = time.perf_counter()
    page.goto(f"search.html?q={query}")
    page.wait_for_selector("#search-results li a", timeout=120_000)
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [200, 2_000, 20_000])

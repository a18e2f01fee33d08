"""How fast the pages of a portfolio are: `make bench-pages ARGS="[--runs 5] [--all] [--source folder] [page ...]"`.

Measures pages with Lighthouse in the machine's Chromium, in turns with a page of the same text in bare HTML (the
limit), the same site without `lean`, and Material for MkDocs and pydata-sphinx-theme with the same text; all are served
gzipped from one server on this machine. Without `--all` the others are measured on the home page and one paper only.
`--source .` measures this site instead of the portfolio of the tests.
Prints a Markdown table of medians and writes benchmarks/pages.json.
"""

import argparse
import gzip
import html
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from bs4 import BeautifulSoup

TESTING = Path(__file__).resolve().parents[1] / "testing"
sys.path.insert(0, str(TESTING))

from harness.browser.chromium import find_browser  # noqa: E402
from harness.building import PORTFOLIO  # noqa: E402 (needs the path above)

TOOLS = TESTING.parents[1] / "_build/bench"
FLAGS = """--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update
    --disable-sync --no-first-run""".split()
SAMPLE = ("index.html", "papers/atlas.html")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
METRICS = {
    "fcp": "first-contentful-paint",
    "lcp": "largest-contentful-paint",
    "cls": "cumulative-layout-shift",
    "tbt": "total-blocking-time",
}
KEPT = """h1 h2 h3 h4 h5 h6 p ul ol li a strong em b i code pre table caption thead tbody tr th td dl dt
    dd blockquote""".split()
DROPPED = "svg, script, style, img, math, button, input, label, .headerlink"
Figures = dict[str, float]


def main() -> None:
    options = arguments()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build_sites(folder, options.source)
        site = folder / "this"
        pages = options.page or sorted(path.relative_to(site).as_posix() for path in written(site))
        with serve(folder) as address:
            for results in measure(address, pages, options.runs, everywhere=options.all):
                Path(__file__).with_suffix(".json").write_text(json.dumps(results, indent=2) + "\n", "utf-8")
    print(table(results))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--all", action="store_true", help="measure the other themes on every page")
    parser.add_argument("--source", type=Path, default=PORTFOLIO, help="the folder of a site's sources")
    parser.add_argument("page", nargs="*", help="paths such as cv.html; none: every page")
    return parser.parse_args()


def written(site: Path) -> Iterator[Path]:
    """The pages that have a text of their own."""
    yield from (path for path in site.rglob("*.html") if path.name not in {"404.html", "search.html"})


# The sites


def build_sites(folder: Path, source: Path) -> None:
    sphinx(source, folder / "this")
    sphinx(source, folder / "without light pages", "-D", "light_pages=0")
    for path in written(folder / "this"):
        name = path.relative_to(folder / "this")
        title, text = bare(path)
        save(folder / "limit" / name, LIMIT.format(title=html.escape(title), text=text))
        save(folder / "mkdocs/docs" / name.with_suffix(".md"), f"---\ntitle: {json.dumps(title)}\n---\n\n{text}")
        save(
            folder / "sphinx" / name.with_suffix(".rst"), f":orphan:\n\n{title}\n{'=' * 4 * len(title)}\n\n{raw(text)}"
        )
    save(
        folder / "mkdocs/mkdocs.yml",
        "site_name: Same text\ntheme:\n  name: material\n  font: false\nuse_directory_urls: false\n",
    )
    save(folder / "sphinx/conf.py", 'project = "Same text"\nhtml_theme = "pydata_sphinx_theme"\n')
    tools = TOOLS / "venv/bin/python"
    run(tools, "-m", "mkdocs", "build", "-q", "-f", folder / "mkdocs/mkdocs.yml", "-d", folder / "material")
    run(tools, "-m", "sphinx", "-q", "-b", "html", folder / "sphinx", folder / "pydata")


LIMIT = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    '<title>{title}</title><link rel="icon" href="data:,">{text}</html>\n'
)


def bare(page: Path) -> tuple[str, str]:
    """Give the title of a page, and its own text as HTML without classes, pictures and boxes."""
    soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    article = soup.select_one("article")
    assert article is not None, page
    for node in article.select(DROPPED):
        node.decompose()
    for node in article.find_all(True):
        address = node.get("href")
        node.attrs = {"href": address} if address else {}
        if node.name not in KEPT:
            node.unwrap()
    return soup.title.get_text() if soup.title else "", re.sub(r"\s*\n\s*", "\n", article.decode_contents())


def raw(text: str) -> str:
    lines = text.splitlines()
    return ".. raw:: html\n\n" + "".join(f"   {line}\n" for line in lines)


def sphinx(source: Path, output: Path, *settings: str) -> None:
    doctrees = output.with_name(f"{output.name}-doctrees")
    run(sys.executable, "-m", "sphinx", "-q", *settings, "-d", doctrees, source, output)


def run(*command: str | Path, environment: dict[str, str] | None = None) -> None:
    subprocess.run(command, env=environment, check=True)


def save(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


# The server


class Host(SimpleHTTPRequestHandler):
    """Answers with gzip, as a host does, and keeps connections open."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        is_there = path.is_file()
        body = compressed(path) if is_there else b""
        self.send_response(200 if is_there else 404)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip" if body else "identity")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@cache
def compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 9, mtime=0)


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


# The measurement


def measure(address: str, pages: list[str], runs: int, *, everywhere: bool) -> Iterator[dict[str, dict[str, Figures]]]:
    """Give after each run the medians so far, by page and site.

    The sites take turns, so that a busy moment of the machine hits all.
    """
    found: dict[str, dict[str, list[Figures]]] = defaultdict(lambda: defaultdict(list))
    for number in range(runs):
        for page in pages:
            others = ("without light pages", "material", "pydata") if everywhere or page in SAMPLE else ()
            more = ["--only-categories=performance"] if number else []  # the others say the same each time
            for site in ("limit", "this", *others):
                found[page][site].append(lighthouse(f"{address}/{site.replace(' ', '%20')}/{page}", *more))
            if not number:
                desktop = lighthouse(f"{address}/this/{page}", "--preset=desktop")
                found[page]["this, desktop"].append(desktop)
            print(f"run {number + 1} of {runs}: {page}", file=sys.stderr, flush=True)
        yield {page: {site: median(each) for site, each in sites.items()} for page, sites in found.items()}


def median(figures: list[Figures]) -> Figures:
    return {name: statistics.median(each[name] for each in figures if name in each) for name in figures[0]}


def lighthouse(url: str, *more: str) -> Figures:
    program = TOOLS / "node_modules/.bin/lighthouse"
    if not program.exists():
        sys.exit("Lighthouse is not there: run `make bench-pages`, which needs npm and Node 18.16 or newer.")
    command = [
        str(program),
        url,
        "--quiet",
        "--output=json",
        "--disable-full-page-screenshot",
        f"--chrome-flags={' '.join(FLAGS)}",
        *more,
    ]
    told = subprocess.run(
        command, env=os.environ | {"CHROME_PATH": str(find_browser())}, capture_output=True, check=True
    )
    return figures(json.loads(told.stdout))


def figures(report: dict[str, Any]) -> Figures:
    audits = report["audits"]
    requests = [each for each in audits["network-requests"]["details"]["items"] if each["url"].startswith("http")]
    return {
        **{name: audits[audit]["numericValue"] for name, audit in METRICS.items()},
        **{name: 100 * (each["score"] or 0) for name, each in report["categories"].items()},
        "requests": len(requests),
        "bytes": sum(each["transferSize"] for each in requests),
        "document": requests[0]["transferSize"],
    }


def table(results: dict[str, dict[str, Figures]]) -> str:
    lines = [
        "| page | site | FCP ms | LCP ms | FCP ÷ limit | LCP ÷ limit | shift | blocked ms | scores "
        "| requests | KB | page KB |",
        "|" + "---|" * 12,
    ]
    for page, sites in results.items():
        limit = sites["limit"]
        for site, each in sites.items():
            scores = " ".join(f"{each[name]:.0f}" for name in CATEGORIES)
            ratios = [each[name] / limit[name] for name in ("fcp", "lcp")]
            cells = [f"{each['fcp']:.0f}", f"{each['lcp']:.0f}", *(f"{ratio:.2f}" for ratio in ratios)]
            cells += [f"{each['cls']:.3f}", f"{each['tbt']:.0f}", scores, f"{each['requests']:.0f}"]
            cells += [f"{each[name] / 1000:.1f}" for name in ("bytes", "document")]
            lines.append(f"| {page} | {site} | {' | '.join(cells)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()

"""What the small packages do to other people's documentation: `make bench-wild FOLDERS="folder ..." [ARGS="..."]`.

Each folder has a `conf.py`. What lies around it, up to the next `pyproject.toml` or `.git`, is copied; the sources stay
as they are. The copy is built plain, with each small package and with all of them, one process each, and a sample of
pages is looked at in the machine's Chromium. Prints a Markdown table, site by site:

- CPU seconds and peak memory of a clean build;
- KB (gzipped) and requests of the first view, mean of the sample;
- pixels that differ from the plain build, in all pictures of the sample at 1280 and 390 pixels;
- errors on the console that the plain build has not;
- files that differ between a rebuild and a clean build, after a word was changed, a page added and a page deleted.

`--python` names the Python that has what the sites ask for and the packages; `--conf` a line that each `conf.py` gets,
such as `--conf "intersphinx_mapping = {}"` where there is no network.
"""

import argparse
import gzip
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops

TESTING = Path(__file__).resolve().parents[1] / "testing"
sys.path.insert(0, str(TESTING))

from harness.browser.chromium import find_browser, launch_arguments  # noqa: E402 (needs the path above)
from playwright.sync_api import Browser, sync_playwright  # noqa: E402
from sphinx_vita.command.check.server import serve  # noqa: E402

PACKAGES = ("sphinx_instant_search", "sphinx_light_pages", "sphinx_clean_rebuilds")
PLAIN, ALL = "plain", "all"
LEFT = shutil.ignore_patterns(".git", ".venv", "venv", "node_modules", "_build", "__pycache__", ".tox", ".nox")
WIDTHS = (1280, 390)
REFRESH = b'http-equiv="refresh'
SHADES = 2  # of 255: a browser rounds half a shade up or down
AT_REST = "document.getAnimations().forEach((each) => { try { each.finish() } catch { each.cancel() } })"
# In a small process: what it starts would count the memory of a large one as its own.
MEASURE = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
sys.exit(code)
"""
COMPLAINED = 1  # all is written, but an extension is not content, as rediraffe where a page goes that it leads to
# Never the same in two builds: the settings' digest, and times.
CHANGING = (".buildinfo", ".doctrees", "environment.pickle")


class UnbuiltError(Exception):
    """Sources that cannot be built here, with what Sphinx told."""


@dataclass
class Figures:
    """What was measured of one build of one site."""

    pages: int = 0
    seconds: float = 0
    megabytes: float = 0
    weight: float = 0
    requests: float = 0
    pixels: int = 0
    errors: set[str] = field(default_factory=set)
    different: int = 0


def main() -> None:
    options = arguments()
    print("| site | build | pages | CPU s | MB | KB gz | requests | pixels | errors | rebuild ≠ clean |")
    print("|---" * 10 + "|")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(find_browser()), args=launch_arguments())
        for folder in (Path(name).resolve() for name in options.folder):
            try:
                for kind, figures in measured(folder, options, browser):
                    print(row(folder, kind, figures), flush=True)
            except UnbuiltError as error:
                print(error, file=sys.stderr)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="+", help="folders with a conf.py")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--conf", action="append", default=[], help="a line that each conf.py gets")
    parser.add_argument("--packages", nargs="*", default=PACKAGES, choices=PACKAGES)
    parser.add_argument("--sample", type=int, default=5, help="pages that are looked at")
    parser.add_argument("--no-rebuilds", action="store_true", help="do not compare rebuilds with clean builds")
    return parser.parse_args()


def measured(folder: Path, options: argparse.Namespace, browser: Browser) -> Iterator[tuple[str, Figures]]:
    kinds: dict[str, list[str]] = {
        PLAIN: [],
        **{package: [package] for package in options.packages},
        ALL: list(options.packages),
    }
    if len(options.packages) < 2:
        del kinds[ALL]
    with tempfile.TemporaryDirectory() as name:
        around = Path(name)
        seen: dict[str, bytes] = {}
        pages: list[str] = []
        known: set[str] = set()
        for kind, packages in kinds.items():
            source = copied(folder, around / kind, [*options.conf, f"extensions = [*extensions, *{packages}]"])
            output = around / f"{kind}-output"
            figures = Figures()
            figures.seconds, figures.megabytes = build(options.python, source, output)
            figures.pages = len(list(output.rglob("*.html")))
            pages = pages or sample(output, options.sample)
            pictures = look(browser, output, pages, figures)
            seen = seen or pictures
            figures.pixels = sum(unlike(seen[way], picture) for way, picture in pictures.items())
            known = known or figures.errors
            figures.errors -= known if kind != PLAIN else set()
            if not options.no_rebuilds:
                figures.different = after_edits(options.python, source, output)
            yield kind, figures


# The builds


def copied(folder: Path, target: Path, lines: Sequence[str]) -> Path:
    """Copy a site with what lies around it; gives the folder of the copy that holds the changed conf.py."""
    around = (each for each in (folder, *folder.parents) if not target.is_relative_to(each))  # no copy within itself
    root = next((each for each in around if is_root(each)), folder)
    shutil.copytree(root, target, ignore=LEFT, symlinks=True)
    source = target / folder.relative_to(root)
    with (source / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write("\n" + "\n".join(lines) + "\n")
    return source


def is_root(folder: Path) -> bool:
    return any((folder / name).exists() for name in ("pyproject.toml", "setup.py", ".git"))


def build(python: str, source: Path, output: Path) -> tuple[float, float]:
    """Build with one process; gives its CPU seconds and the megabytes that it has needed at most."""
    doctrees = output.with_name(f"{output.name}-doctrees")
    command = [python, "-m", "sphinx", "-q", "-b", "html", "-j", "1", "-d", str(doctrees), str(source), str(output)]
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1700000000", "PYTHONHASHSEED": "0"}
    told = subprocess.run(
        [sys.executable, "-c", MEASURE, *command],
        cwd=source,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if told.returncode > COMPLAINED:
        raise UnbuiltError(f"{source} cannot be built:\n{told.stderr[-3000:]}")
    seconds, kilobytes = map(float, told.stdout.splitlines()[-1].split())
    return seconds, kilobytes / 1024


def after_edits(python: str, source: Path, output: Path) -> int:
    """Edit pages, build on and build anew; gives the number of files that differ."""
    pages = sorted(path for kind in ("rst", "md") for path in source.rglob(f"*.{kind}") if path.stem != "index")
    if pages:
        first, last = pages[len(pages) // 2], pages[-1]
        first.write_text(first.read_text("utf-8") + "\nAnother word.\n", "utf-8")
        (last.parent / f"added{last.suffix}").write_text("Added\n=====\n\nA page.\n", "utf-8")
        build(python, source, output)
        last.unlink()
        build(python, source, output)
    clean = output.with_name(f"{output.name}-clean")
    build(python, source, clean)
    one, other = contents(output), contents(clean)
    return sum(one.get(name) != other.get(name) for name in one.keys() | other.keys())


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(CHANGING))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


# The browser


def sample(output: Path, number: int) -> list[str]:
    """Choose pages: the first one, and others at even distances."""
    pages = [path.relative_to(output).as_posix() for path in sorted(output.rglob("*.html"))]
    # Not those that lead on, nor the one for wrong addresses: its own addresses begin with where the site hangs.
    pages = [page for page in pages if page != "404.html"]
    pages = [page for page in pages if 'http-equiv="refresh' not in (output / page).read_text("utf-8", "replace")[:600]]
    step = max(len(pages) // max(number - 1, 1), 1)
    return sorted({"index.html", *pages[::step][: number - 1]} & set(pages))


def look(browser: Browser, output: Path, pages: Sequence[str], figures: Figures) -> dict[str, bytes]:
    """Open pages and note what comes; gives the pictures by page and width."""
    pictures: dict[str, bytes] = {}
    with serve(output) as address, browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        answers: list[str] = []
        page.on("request", lambda request: answers.append(request.url))
        page.on("console", lambda told: figures.errors.add(told.text) if told.type == "error" else None)
        page.on("pageerror", lambda error: figures.errors.add(str(error)))
        context.route(lambda url: not url.startswith(address), lambda route: route.abort())
        for name in pages:
            answers.clear()
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                page.goto(address + name, wait_until="networkidle")
                page.wait_for_timeout(200)
                page.evaluate(AT_REST)
                pictures[f"{name} {width}"] = page.screenshot(full_page=True, animations="disabled", caret="hide")
                if width == WIDTHS[0]:
                    own = {url.split("#")[0].split("?")[0] for url in answers if url.startswith(address)}
                    figures.requests += len(own) / len(pages)
                    figures.weight += sum(weight(output, url.removeprefix(address)) for url in own) / len(pages) / 1024
    return pictures


def weight(output: Path, name: str) -> int:
    file = output / name
    return len(gzip.compress(file.read_bytes(), 9, mtime=0)) if file.is_file() else 0


def unlike(one: bytes, other: bytes) -> int:
    """Count the pixels in which two pictures differ; all of the larger where their sizes do."""
    first, second = (Image.open(BytesIO(each)).convert("RGB") for each in (one, other))
    if first.size != second.size:
        return max(first.width * first.height, second.width * second.height)
    shades = ImageChops.difference(first, second).convert("L").point(lambda value: 255 if value > SHADES else 0)
    return shades.histogram()[255]


def row(folder: Path, kind: str, figures: Figures) -> str:
    measured = (figures.pages, f"{figures.seconds:.1f}", f"{figures.megabytes:.0f}", f"{figures.weight:.0f}")
    seen = (f"{figures.requests:.1f}", figures.pixels, len(figures.errors), figures.different)
    cells = [site_name(folder), kind.removeprefix("sphinx_").replace("_", " "), *measured, *seen]
    return f"| {' | '.join(map(str, cells))} |"


def site_name(folder: Path) -> str:
    return next((each.name for each in (folder, *folder.parents) if is_root(each)), folder.name)


if __name__ == "__main__":
    main()

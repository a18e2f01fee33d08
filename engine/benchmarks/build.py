"""How long a portfolio takes to build, and how that grows: `python benchmarks/build.py [10 100 1000]`.

Generates a portfolio with so many papers, each with a page, and records in proportion; builds it clean, unchanged and
after one edit, and beside it plain Sphinx with furo and as many pages outside of the tree.
Prints a Markdown table and writes benchmarks/build.json.
"""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

COLUMNS = (
    "papers | build | jobs | clean s | unchanged s | one edit s | clean CPU s | edit CPU s"
    " | peak MB | KB a page | whole MB"
)
WORDS = "fast large sparse graph memory model parallel training scene view kernel data cluster learning system".split()
NAMES = "Ada Lovelace,Alan Turing,Grace Hopper,Edsger Dijkstra,Barbara Liskov,Tony Hoare,Leslie Lamport".split(",")
SETTINGS = """\
project = author = copyright = "Ada Lovelace"
html_baseurl = "https://ada.example/"
extensions = ["sphinx_vita"]
html_theme = "furo"
"""
PLAIN = 'project = "Plain"\nextensions = ["myst_parser"]\nhtml_theme = "furo"\n'
TEXT = "\n\n## What was hard\n\n{}\n\n## The idea\n\n{}\n\n## The result\n\n{}\n"


@dataclass(frozen=True)
class Result:
    papers: int
    build: str
    jobs: str
    clean: float  # seconds
    unchanged: float
    edited: float
    clean_cpu: float  # seconds of the processor: what a busy machine does not change
    edited_cpu: float
    memory: float  # megabytes at the peak of the clean build, of its largest process
    page: float  # kilobytes of a paper's page, the mean
    whole: float  # megabytes of the output


def main(sizes: list[int]) -> None:
    print(COLUMNS, "|".join(["---"] * len(COLUMNS.split("|"))), sep="\n")
    results = []
    for papers in sizes:
        for name, settings, jobs in (
            ("this", [], "1"),
            ("this", [], "auto"),
            ("this without light pages", ["-D", "light_pages=0"], "1"),
            ("plain furo", None, "1"),
        ):
            with tempfile.TemporaryDirectory() as folder:
                source = Path(folder, "source")
                edited = write_plain(source, papers) if settings is None else write_portfolio(source, papers)
                result = measure(name, papers, source, edited, jobs, settings or [])
            results.append(result)
            print(row(result), flush=True)
            text = json.dumps([asdict(each) for each in results], indent=2)
            Path(__file__).with_suffix(".json").write_text(text + "\n", "utf-8")


def row(result: Result) -> str:
    return " | ".join(f"{value:.1f}" if isinstance(value, float) else str(value) for value in asdict(result).values())


def prose(chance: random.Random, words: int = 60) -> str:
    return " ".join(chance.choices(WORDS, k=words)).capitalize() + "."


def write_portfolio(source: Path, papers: int) -> Path:
    """Write a portfolio; gives the page that is edited."""
    chance = random.Random(papers)
    write(source / "conf.py", SETTINGS)
    entries = [entry(chance, number) for number in range(papers)]
    write(source / "publications/publications.bib", "\n".join(entries))
    write(source / "publications/index.md", "# Publications\n\n:::{publications}\n:group: year\n:::\n")
    for number in range(papers):
        text = TEXT.format(*(prose(chance) for _ in range(3)))
        page = f"# {{pub-title}}`paper{number}`\n\n:::{{publication}} paper{number}\n:::{text}"
        write(source / f"publications/paper{number}.md", page)
    write(source / "experience/index.md", "# Experience\n\n" + "\n".join(records(chance, papers)))
    write(source / "index.md", HOME)
    write(source / "cv.md", VITA)
    return source / f"publications/paper{papers // 2}.md"


HOME = """# Ada Lovelace

:::{profile} Ada Lovelace
:label: Researcher
:email: ada@lovelace.example
:cv: cv.md

Works on engines.
:::

:::{publications}
:selected:
:limit: 3
:style: cards
:::

```{toctree}
:hidden:

publications/index
experience/index
cv
```
"""
VITA = """---
pdf: cv.pdf
---

# Curriculum vitae

:::{contact}
:::

## Publications

:::{publications}
:::

## Experience

:::{timeline}
:kind: position, award, service
:::
"""


def entry(chance: random.Random, number: int) -> str:
    authors = " and ".join(chance.sample(NAMES, 4))
    title = " ".join(chance.choices(WORDS, k=7)).capitalize()
    selected = ", selected = {true}" if number < 3 else ""
    return (
        f"@inproceedings{{paper{number}, title = {{{title} {number}}}, author = {{{authors}}}, "
        f"booktitle = {{Proceedings of Things}}, abbr = {{THINGS}}, year = {{{2026 - number % 30}}}, "
        f"doi = {{10.1000/{number}}}, code = {{https://code.example/{number}}}{selected}}}"
    )


def records(chance: random.Random, papers: int) -> list[str]:
    found = []
    for number in range(max(papers // 10, 3)):
        year = 1990 + number % 35
        found += [
            f":::{{position}} Researcher {number}\n:organization: Laboratory {number}\n:dates: {year} – {year + 1}\n"
            f":key: position-{number}\n\n- {prose(chance, 20)}\n:::\n",
            f":::{{award}} Prize {number}\n:dates: {year}\n:key: award-{number}\n:::\n",
            f":::{{service}} Reviewer\n:venue: THINGS {number}\n:dates: {year}\n:key: service-{number}\n:::\n",
        ]
    return found


def write_plain(source: Path, papers: int) -> Path:
    """Write as many pages for plain Sphinx, outside of the tree: inside it each page would carry the whole tree."""
    chance = random.Random(papers)
    write(source / "conf.py", PLAIN)
    write(source / "index.md", "# Home\n")
    for number in range(papers):
        text = TEXT.format(*(prose(chance) for _ in range(3)))
        write(source / f"publications/paper{number}.md", f"---\norphan: true\n---\n\n# Paper {number}{text}")
    return source / f"publications/paper{papers // 2}.md"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def measure(name: str, papers: int, source: Path, edited: Path, jobs: str, settings: list[str]) -> Result:
    output = source.with_name("output")
    clean, clean_cpu, memory = build(source, output, jobs, settings)
    unchanged, _, _ = build(source, output, jobs, settings)
    edited.write_text(edited.read_text("utf-8") + "\nOne more sentence.\n", "utf-8")
    after, after_cpu, _ = build(source, output, jobs, settings)
    pages = [path.stat().st_size for path in output.glob("publications/paper*.html")]
    whole = sum(path.stat().st_size for path in output.rglob("*") if path.is_file())
    shutil.rmtree(output)
    sizes = (sum(pages) / len(pages) / 1000, whole / 1_000_000)
    return Result(papers, name, jobs, clean, unchanged, after, clean_cpu, after_cpu, memory, *sizes)


def build(source: Path, output: Path, jobs: str, settings: list[str]) -> tuple[float, float, float]:
    """Build in a process of its own; gives its seconds, those of the processor, and its peak in megabytes."""
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-j",
        jobs,
        *settings,
        "-d",
        f"{output}-doctrees",
        source,
        output,
    ]
    start = time.perf_counter()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        sys.exit(f"The build failed: {' '.join(map(str, command))}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [10, 100, 1000, 5000])

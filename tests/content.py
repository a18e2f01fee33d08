"""What the owner of the portfolio wrote: the sources of all that may stand on a page."""

import re
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
FOLDERS = ("research", "publications", "experience")


def load_facts() -> dict[str, list[str]]:
    """Give the facts of each section of the CV, in its order."""
    written = yaml.safe_load((HERE / "facts.yaml").read_text("utf-8"))
    groups = {str(name): value for name, value in written.items() if isinstance(value, list) and name != "spelled"}
    return {
        name: [str(each["fact"] if isinstance(each, dict) else each) for each in facts]
        for name, facts in groups.items()
    }


def root_pages() -> list[str]:
    """Name the pages beside conf.py: every Markdown file there but those about the project itself."""
    return sorted(path.name for path in ROOT.glob("*.md") if not path.stem.isupper())


def sources() -> list[str]:
    """Name every file that a writer edits, relative to the root."""
    found = [ROOT / name for name in ("conf.py", *root_pages())]
    for folder in FOLDERS:
        found += sorted((*ROOT.glob(f"{folder}/**/*.md"), *ROOT.glob(f"{folder}/**/*.bib")))
    return [path.relative_to(ROOT).as_posix() for path in found]


def source_text(name: str) -> str:
    """Give what stands in one of the sources."""
    return (ROOT / name).read_text("utf-8")


def all_sources() -> str:
    """Give what stands in all sources together."""
    return "\n".join(source_text(name) for name in sources())


def paper_pages() -> list[str]:
    """Name the papers that have a page of their own; the page is publications/<name>."""
    return sorted(path.stem for path in ROOT.glob("publications/*.md") if path.stem != "index")


def profile_option(name: str) -> str:
    """Give an option of the profile on the home page; "" where it is not there."""
    match = re.search(rf"^:{name}: *(.*)$", source_text("index.md"), re.MULTILINE)
    return match[1].strip() if match else ""


def base_address() -> str:
    """Give the address of the site where the host says none, as conf.py has it."""
    match = re.search(r"^html_baseurl = (?:.|\n)*?\"(https?://[^\"]*)\"", source_text("conf.py"), re.MULTILINE)
    return match[1] if match else ""

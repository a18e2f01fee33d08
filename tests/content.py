"""What the owner of the portfolio wrote: the sources of all that may stand on a page, and what he promises of them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
FACTS = HERE / "facts.yaml"
NO_CONTENT = ("engine", "tests")  # and what begins with a dot or an underscore


def _written() -> dict[str, Any]:
    """Read facts.yaml; a site without one promises nothing."""
    return (yaml.safe_load(FACTS.read_text("utf-8")) or {}) if FACTS.exists() else {}


def load_facts() -> dict[str, list[str]]:
    """Give the facts of each section of the CV by its heading, in the order of the file."""
    written = _written()
    headings = written.get("headings", {})
    return {
        headings.get(name, name): [str(each["fact"] if isinstance(each, dict) else each) for each in facts]
        for name, facts in written.items()
        if isinstance(facts, list) and name != "spelled"
    }


def sources() -> list[str]:
    """Name every file that a writer edits, relative to the root: conf.py, Markdown and bibliographies.

    A translation, such as cv.zh-CN.md, says the same once more.
    """
    tops = [path for path in ROOT.iterdir() if not path.name.startswith((".", "_")) and path.name not in NO_CONTENT]
    found = (path for top in tops for path in ([top] if top.is_file() else top.rglob("*")))
    written = (path for path in found if path.suffix in (".md", ".bib") and _is_content(path))
    return sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "conf.py", *written))


def _is_content(path: Path) -> bool:
    """Tell whether a file is no part of the project itself, such as README.md beside conf.py."""
    is_translation = "." in path.stem
    return (path.parent != ROOT or not path.stem.isupper()) and not is_translation


def source_text(name: str) -> str:
    """Give what stands in one of the sources."""
    return (ROOT / name).read_text("utf-8")


def all_sources() -> str:
    """Give what stands in all sources together."""
    return "\n".join(map(source_text, sources()))


def profile_option(name: str) -> str:
    """Give an option of the profile, on whatever page it stands; "" where it is not there."""
    return next(_profile_options(name), "")


def _profile_options(name: str) -> Iterator[str]:
    for profile in re.findall(r"^:::+\{profile\}.*\n((?::.*\n)*)", all_sources(), re.MULTILINE):
        yield from (value.strip() for value in re.findall(rf"^:{name}: *(.*)$", profile, re.MULTILINE))


def base_address() -> str:
    """Give the address of the site where the host says none, as conf.py has it."""
    match = re.search(r"^html_baseurl = (?:.|\n)*?\"(https?://[^\"]*)\"", source_text("conf.py"), re.MULTILINE)
    return match[1] if match else ""

"""The order of a run: first what tests a change, then the files that take longest, so that all workers end together."""

import subprocess
from pathlib import Path

# By processor time, the longest first; in this order a worker takes them. A folder stands for its files.
SLOWEST = (
    "tests/browser/test_lean.py",
    "tests/browser/test_every_page.py",
    "testing/tests/test_installed.py",
    "tests/portfolio/test_any_order.py",
    "tests/portfolio/test_languages.py",
    "tests/browser/test_hostile.py",
    "tests/browser/test_where_links_lead.py",
    "tests/sphinx/test_slips.py",
    "testing/tests/test_make_it_yours.py",
    "tests/hostile",
    "tests/browser",
    "tests/healing",
    "tests/sphinx/test_incremental.py",
    "tests/command/test_command.py",
    "sphinx-clean-rebuilds/tests/test_pages.py",
    "sphinx-clean-rebuilds/tests/test_faults.py",
    "sphinx-clean-rebuilds/tests/test_any_order.py",
    "tests/upgrades",
    "tests/docs",
    "tests/command",
    "tests/tooling",
    "testing/tests",
    "tests/sphinx",
)


def rank(path: Path) -> int:
    """Give the place of a file among the slowest, or the last."""
    name = f"{path.as_posix()}/"
    return next((place for place, slow in enumerate(SLOWEST) if f"/{slow}/" in name), len(SLOWEST))


def place(path: Path, changed: frozenset[str]) -> tuple[bool, int]:
    """Give the place of a file in the run: before all others if it is new or tests a module that has changed."""
    return (changed.isdisjoint({path.name, path.name.removeprefix("test_")}), rank(path))


def changed_files() -> frozenset[str]:
    """Name the Python files that differ from the last commit, without their folders; none where git does not know."""
    asked = ["git", "status", "--porcelain", "--no-renames", "--untracked-files=all", "--", "*.py"]
    here = Path(__file__).parents[3]
    told = subprocess.run(asked, cwd=here, capture_output=True, text=True, check=False).stdout
    return frozenset(line.rpartition("/")[2] for line in told.splitlines())

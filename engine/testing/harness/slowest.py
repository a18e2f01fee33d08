"""The files of tests that take longest, so that a run begins with them and all workers end together."""

from pathlib import Path

# By processor time, the longest first; in this order a worker takes them. A folder stands for its files.
SLOWEST = (
    "tests/browser/test_lean.py",
    "tests/browser/test_every_page.py",
    "tests/portfolio/test_any_order.py",
    "testing/tests/test_installed.py",
    "tests/sphinx/test_slips.py",
    "sphinx-clean-rebuilds/tests/test_pages.py",
    "sphinx-clean-rebuilds/tests/test_faults.py",
    "testing/tests/test_make_it_yours.py",
    "tests/browser/test_where_links_lead.py",
    "sphinx-clean-rebuilds/tests/test_any_order.py",
    "testing/tests",
    "tests/hostile",
    "tests/browser",
    "tests/healing",
    "tests/upgrades",
    "tests/docs",
    "tests/command",
    "tests/tooling",
    "tests/sphinx",
)


def rank(path: Path) -> int:
    """Give the place of a file among the slowest, or the last."""
    name = f"{path.as_posix()}/"
    return next((place for place, slow in enumerate(SLOWEST) if f"/{slow}/" in name), len(SLOWEST))

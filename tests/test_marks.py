"""Equal contribution: of each paper in `facts.yaml`, a mark behind exactly the names that it has there."""

import copy
from pathlib import Path

import pytest
from bs4 import Tag
from sphinx.util.inventory import InventoryFile

from tests.content import FACTS, load_facts, load_marks
from tests.reading import Page, fold, read

MARKS = load_marks()
SPOKEN = "(equal contribution)"


@pytest.fixture(scope="module")
def known(built_site: Path) -> dict[str, str]:
    """The keys of the papers that are facts, by their titles; what marks another paper has, nobody has promised."""
    inventory = InventoryFile.loads((built_site / "objects.inv").read_bytes(), uri="")
    titles = {key: fold(item.display_name) for key, item in inventory["vita:publication"].items()}
    facts = {fold(fact) for section in load_facts().values() for fact in section}
    return {title: key for key, title in titles.items() if title in facts or key in MARKS}


def title_before(authors: Tag) -> str:
    """Give the title that a list of authors stands below."""
    heading = authors.find_previous(["h1", "strong"])
    while isinstance(heading, Tag) and "vita-owner" in (heading.get("class") or []):
        heading = heading.find_previous(["h1", "strong"])
    return read(heading) if isinstance(heading, Tag) else ""


def marked_names(authors: Tag) -> list[str]:
    """Give the names of a list that have a mark behind them."""
    shown = copy.copy(authors)
    for mark in shown.select(".vita-mark"):
        mark.replace_with(f"[{mark.get_text()}]")
    return [entry.partition("[")[0] for entry in fold(shown.get_text()).split(", ") if "[" in entry or SPOKEN in entry]


def test_the_marks_of_every_list_stand_behind_the_right_names(pages: dict[str, Page], known: dict[str, str]) -> None:
    found: set[str] = set()
    for path, page in pages.items():
        for authors in page.article.select(".vita-authors"):
            if key := known.get(title_before(authors)):
                found.add(key)
                names = marked_names(authors)
                assert names == MARKS.get(key, []), (
                    f"{path} marks {names} as equal contributors of {key!r}, tests/{FACTS.name} has "
                    f"{MARKS.get(key, [])} below `marks`: put right the one that is wrong"
                )

    lost = MARKS.keys() - found
    assert not lost, f"no page lists the authors of {lost}: take them out of `marks` in tests/{FACTS.name}"

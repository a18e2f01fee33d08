"""Any order, same bytes: a whole portfolio comes out of parallel and incremental builds as out of a clean serial one.

Whole output folders are compared, in both forms: pages, search index, inventory and static files.
The clean builds are those of the whole run: as HTML with as many processes as the machine has, as folders serially.
The others are made from a copy elsewhere, so the place does not count either.
"""

import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from harness.building import copy_sources, differences, rebuild, sources

BUILDERS = ("html", "dirhtml")

# Changes that another page shows too: source, what stands there, what is put in its place; that page, what it has then.
# Some bring a word that stands nowhere else, and it must leave the search index again.
# A title stands in the sidebar of every page.
CHANGES = [
    ("papers/papers.bib", "An Atlas of", "The Atlas of", "index", "The Atlas of Humpback Song"),
    ("index.md", ":location: Lisbon, Portugal", ":location: Samarkand", "cv", "Samarkand</p>"),
    ("career/index.md", "Nov 2019", "Oct 2019", "cv", "Mar–Oct 2019"),
    ("career/education.md", "issuer: Ocean Fund", "issuer: Deep Fund", "cv", "Travel Grant</strong>, Deep Fund"),
    ("career/education.md", "# Education and", "# Schooling and", "index", "Schooling and awards"),
    ("career/service.md", ":dates: 2023", ":dates: 1998", "cv", "<p>1998</p>"),
    (
        "research/people.md",
        "https://pappa.example",
        "https://pappa.example/1",
        "papers/atlas",
        "https://pappa.example/1",
    ),
    ("research/_interests.md", "passive acoustic", "acoustic passive", "cv", "on acoustic passive monitoring"),
    ("conf.py", 'copyright = "', 'copyright = "2026 ', "papers/atlas", "2026 Inés Valderrama Quispe"),
]


@dataclass(frozen=True)
class Workshop:
    """A copy of the portfolio that is built again and again, and what it must look like."""

    builder: str
    source: Path
    output: Path
    clean: Path

    def rebuild(self) -> None:
        """Build what has changed since the last time."""
        rebuild(self.source, self.output, self.builder)

    def page(self, name: str) -> str:
        """Give the HTML of a page by the name of its source."""
        path = f"{name}.html" if self.builder == "html" or name == "index" else f"{name}/index.html"
        return (self.output / path).read_text("utf-8")


@pytest.fixture(scope="module", params=BUILDERS)
def workshop(
    request: pytest.FixtureRequest, built_folders: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Workshop:
    """A clean build of the portfolio, and a serial one of a copy that tests may change."""
    folder = tmp_path_factory.mktemp(str(request.param))
    made = Workshop(request.param, folder / "source", folder / "output", built_folders[request.param])
    copy_sources(made.source)
    made.rebuild()
    return made


def test_two_clean_builds_in_different_folders_are_equal(workshop: Workshop) -> None:
    assert differences(workshop.output, workshop.clean) == []


def test_a_build_with_two_processes_is_equal_to_a_serial_one(workshop: Workshop) -> None:
    parallel = workshop.output.with_name("parallel")
    rebuild(workshop.source, parallel, workshop.builder, processes=2)

    assert differences(parallel, workshop.clean) == []


def by_folder(names: list[str]) -> dict[str, list[str]]:
    """Sort pages by the folder they lie in; the home page, and what is no page, come alone."""
    groups: dict[str, list[str]] = {}
    for path in map(Path, names):
        alone = path.stem == "index" or path.suffix != ".md" or path.name.startswith("_")
        groups.setdefault(str(path if alone else path.parent), []).append(str(path))
    return groups


@pytest.mark.parametrize("names", by_folder(sources()).values(), ids=by_folder(sources()).keys())
def test_a_build_after_touching_the_sources_of_a_folder_is_equal_to_a_clean_one(
    workshop: Workshop, names: list[str]
) -> None:
    for name in names:
        os.utime(workshop.source / name)
    workshop.rebuild()

    assert differences(workshop.output, workshop.clean) == []


@pytest.mark.parametrize("workshop", ["html"], indirect=True)  # what a change reaches is no matter of form
@pytest.mark.parametrize(("name", "before", "after", "page", "shown"), CHANGES, ids=[change[0] for change in CHANGES])
def test_a_change_reaches_the_other_pages_and_leaves_no_trace_when_taken_back(
    workshop: Workshop, name: str, before: str, after: str, page: str, shown: str
) -> None:
    source = workshop.source / name
    original = source.read_text("utf-8")
    source.write_text(original.replace(before, after, 1), "utf-8")
    workshop.rebuild()
    changed = workshop.page(page)

    source.write_text(original, "utf-8")
    workshop.rebuild()

    assert shown in changed
    assert shown not in workshop.page(page)
    assert differences(workshop.output, workshop.clean) == []

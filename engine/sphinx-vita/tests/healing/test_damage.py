"""Whatever of the output or of a cache is damaged between two builds, the second leaves what a clean one does."""

import shutil
from pathlib import Path

import pytest
from harness.complete_sites import BIB, complete
from harness.damage import CACHES, DAMAGES, GROUPS, damage, flipped, is_page
from harness.rebuilt_sites import Site, differences, files_of, run
from sphinx_clean_rebuilds import seal


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site that is built, damaged and built again and again."""
    site = complete(tmp_path_factory.mktemp("damaged") / "site")
    assert site.build() == ""
    return site


@pytest.fixture(scope="module")
def clean(built: Site) -> Path:
    """What a clean build of it gives."""
    return built.clean()


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What builds name as left alone."""
    told: list[str] = []
    monkeypatch.setattr(seal.logger, "info", lambda _, names: told.append(names))
    return told


def test_the_groups_hold_every_file(built: Site) -> None:
    for folder, groups in ((built.output, GROUPS), (built.doctrees, CACHES)):
        names = files_of(folder).keys()
        assert [name for name in names if not any(choose(name) for choose in groups.values())] == []
        assert [group for group, choose in groups.items() if not any(map(choose, names))] == []


@pytest.mark.parametrize("how", DAMAGES)
@pytest.mark.parametrize("group", GROUPS)
def test_damaged_output_is_made_again(built: Site, clean: Path, group: str, how: str) -> None:
    damage(built.output, GROUPS[group], DAMAGES[how])

    assert built.build() == ""
    assert differences(built.output, clean) == []


@pytest.mark.parametrize("how", DAMAGES)
@pytest.mark.parametrize("group", CACHES)
def test_a_damaged_cache_only_costs_time(built: Site, clean: Path, group: str, how: str) -> None:
    """Also where all pages are written of what it holds."""
    damage(built.doctrees, CACHES[group], DAMAGES[how])
    damage(built.output, is_page, DAMAGES["removed"])

    assert built.build() == ""
    assert differences(built.output, clean) == []


@pytest.mark.parametrize("processes", [1, 2])
def test_all_may_be_damaged_at_once(built: Site, clean: Path, processes: int) -> None:
    damage(built.output, lambda _: True, flipped)
    damage(built.doctrees, lambda name: not name.startswith("clean-rebuilds-"), flipped)

    assert built.build(processes=processes) == ""
    assert differences(built.output, clean) == []


def test_a_folder_that_is_removed_comes_again(built: Site, clean: Path) -> None:
    for folder in ("_static/light-pages", "_static", "_images", "cards", ""):
        shutil.rmtree(built.output / folder)

        assert built.build() == "", folder
        assert differences(built.output, clean) == [], folder


def test_another_site_in_place_of_the_output_is_written_over_and_its_own_files_are_named(
    built: Site, clean: Path, named: list[str]
) -> None:
    other = ("index.html", "cv.pdf", "_static/own.css", "_static/theirs.js", "theirs/a.html", "theirs/deep/b.html")
    shutil.rmtree(built.output)
    for name in other:
        (built.output / name).parent.mkdir(parents=True, exist_ok=True)
        (built.output / name).write_text('<script type="lean"></script>another site')

    told = built.build()
    left = differences(built.output, clean)
    shutil.rmtree(built.output / "theirs")
    (built.output / "_static/theirs.js").unlink()

    assert told == ""
    assert named == ["_static/theirs.js, theirs/"]
    assert left == ["_static/theirs.js", "theirs/a.html", "theirs/deep/b.html"]


def test_nothing_that_a_build_made_is_named_as_left_alone(built: Site, named: list[str]) -> None:
    for folder in (built.doctrees, built.output):
        shutil.rmtree(folder)
        built.build()

    assert named == []


def test_a_file_of_ones_own_is_left_as_it_is_also_when_it_is_edited(built: Site, clean: Path) -> None:
    own = built.output / "own.html"
    for text in ("by hand", "by hand, edited", '<script type="lean">'):
        own.write_text(text)
        built.build()
        assert own.read_text() == text
    own.unlink()

    assert differences(built.output, clean) == []


def test_a_link_in_place_of_a_file_is_not_written_through(built: Site, clean: Path, tmp_path: Path) -> None:
    for name in ("index.html", "cv.pdf"):
        (tmp_path / name).write_text("mine")
        (built.output / name).unlink()
        (built.output / name).symlink_to(tmp_path / name)

    built.build()

    assert [(tmp_path / name).read_text() for name in ("index.html", "cv.pdf")] == ["mine", "mine"]
    assert differences(built.output, clean) == []


def test_two_outputs_that_take_turns_follow_every_change(tmp_path: Path) -> None:
    """What one build has brought up to date must not be taken for done in the other output."""
    site = complete(tmp_path / "site")
    second = site.folder / "second"
    site.build()
    run(site.source, second, site.doctrees, "html", 1)
    site.write({"papers.bib": BIB.replace("Memory", "Storage"), "_static/own.css": "h1 { color: blue }"})

    run(site.source, second, site.doctrees, "html", 1)
    site.build()
    clean = site.clean()

    assert differences(site.output, clean) == []
    assert differences(second, clean) == []

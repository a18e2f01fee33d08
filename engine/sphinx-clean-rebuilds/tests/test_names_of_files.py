"""Names in the output: of pictures that share one, and of files on disks that take A for a."""

import os
from pathlib import Path, PurePosixPath
from types import SimpleNamespace
from typing import Any, cast

from sphinx.environment import BuildEnvironment
from sphinx.util._files import FilenameUniqDict
from sphinx_clean_rebuilds.pictures import name_pictures
from sphinx_clean_rebuilds.sweep import remove


def test_pictures_of_one_name_are_numbered_as_sphinx_does_in_the_order_of_their_paths() -> None:
    paths = ["a/dot.png", "b/dot.png", "c/dot.png"]
    by_sphinx = FilenameUniqDict()
    expected = {path: by_sphinx.add_file("page", path) for path in paths}
    images = FilenameUniqDict()
    for path in reversed(paths):
        images.add_file("page", path)

    name_pictures(cast("Any", None), cast("BuildEnvironment", SimpleNamespace(images=images)))

    assert {path: name for path, (_, name) in images.items()} == expected
    assert images.add_file("page", "d/dot.png") == by_sphinx.add_file("page", "d/dot.png")


def test_a_wanted_file_under_a_name_in_other_letters_stays(tmp_path: Path) -> None:
    """Two names of one file, as they are on a disk that takes A for a."""
    (tmp_path / "Clm.html").write_text("page")
    os.link(tmp_path / "Clm.html", tmp_path / "clm.html")

    remove(tmp_path, "Clm.html", {"clm.html"})

    assert (tmp_path / "clm.html").read_text() == "page"
    assert (tmp_path / "Clm.html").exists()


def test_a_file_that_is_left_over_goes_with_the_folders_that_it_leaves_empty(tmp_path: Path) -> None:
    for name in ("a/b/old.html", "a/new.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("page")

    remove(tmp_path, str(PurePosixPath("a/b/old.html")), {"a/new.html"})

    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "new.html"]

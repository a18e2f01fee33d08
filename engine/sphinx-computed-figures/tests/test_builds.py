"""Nothing is drawn twice, and every kind of build gives the same bytes."""

import os
from pathlib import Path

import pytest
from harness.figure_sites import Site, figure, home


def bytes_of(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and ".doctrees" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_an_unchanged_figure_is_not_drawn_again(site: Site) -> None:
    site.write(index=home(figure(parameters="side=1"), figure(parameters="side=2")))
    site.build()
    site.write(index=home(figure(parameters="side=2"), "More words.\n", figure(parameters="side=1")))
    os.utime(site.source / "models/shapes.py")
    site.build()

    assert site.drawn() == "1 2"


def test_one_figure_on_two_pages_is_drawn_once(site: Site) -> None:
    site.write(index=home(figure()), other=home(figure()))
    site.build()

    assert site.drawn() == "1"


@pytest.mark.parametrize("path", ["models/shapes.py", "drawings/squares.py"])
def test_a_changed_source_draws_its_figures_again_and_no_others(site: Site, path: str) -> None:
    site.put("drawings/plain.py", (site.source / "drawings/squares.py").read_text("utf-8").replace("models", "others"))
    site.put("others/shapes.py", "def grown(side):\n    return side\n")
    plain = figure(parameters="side=7").replace("drawings.squares", "drawings.plain")
    site.write(index=home(figure()), other=home(plain))
    site.build()
    before = site.page("other").decode()

    source = site.source / path
    source.write_text(source.read_text("utf-8").replace("side + 0", "side + 1").replace("A square", "A box"), "utf-8")
    site.build()

    assert site.drawn() in ("1 7 1", "7 1 1")
    assert site.page("other").decode() == before
    assert site.page().select_one('rect[width="2"]') or "A box" in site.page().text


@pytest.mark.filterwarnings("ignore:'sphinxcontrib.serializinghtml")  # its own use of Sphinx
@pytest.mark.parametrize("builder", ["json", "pickle"])
def test_data_has_a_figure_that_moves_and_no_scripts(site: Site, builder: str) -> None:
    site.write(index=home(figure("moved")))
    page = (site.build(builder) / f"index.{'fjson' if builder == 'json' else 'fpickle'}").read_bytes()

    assert b"computed-figure" in page
    assert b"data-slider" not in page


def test_parallel_incremental_and_moved_builds_have_the_same_bytes(site: Site, tmp_path: Path) -> None:
    pages = {
        name: home(figure("moved"), figure("running", parameters=f"data=({side},)"))
        for side, name in enumerate("abcdef")
    }
    site.write(index=home(figure(), figure("heavy")), **pages)
    clean = bytes_of(site.build())

    assert bytes_of(site.build(processes=2, output=tmp_path / "parallel")) == clean
    os.utime(site.source / "a.rst")
    assert bytes_of(site.build()) == clean
    site.source = site.source.rename(tmp_path / "moved")
    assert bytes_of(site.build(output=tmp_path / "elsewhere")) == clean


def test_the_page_of_a_source_goes_with_its_last_figure(site: Site) -> None:
    site.write(index=home(figure()))
    site.build()
    site.write(index=home())
    fresh = site.build(output=site.folder / "fresh")

    assert not (fresh / "_source").exists()


def test_nothing_is_written_beside_the_sources(site: Site) -> None:
    site.write(index=home(figure()))
    before = sorted(path for path in site.source.rglob("*"))
    site.build()

    assert sorted(path for path in site.source.rglob("*")) == before

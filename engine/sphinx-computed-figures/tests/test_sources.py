"""Which files a figure is made of."""

from pathlib import Path

import pytest
from sphinx_computed_figures.sources import digest, source_files


@pytest.mark.parametrize(
    "line",
    [
        "import models.shapes",
        "from models import shapes",
        "from models.shapes import grown",
        "from models import shapes as s, other",
        "from .models import shapes",
        "def f():\n    from models import shapes",
    ],
)
def test_an_import_is_followed_however_it_is_written(tmp_path: Path, line: str) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models/shapes.py").write_text("import deeper\nimport json\n", "utf-8")
    (tmp_path / "deeper.py").write_text("import drawing\n", "utf-8")  # a circle
    (tmp_path / "drawing.py").write_text(f"{line}\n", "utf-8")

    assert source_files(tmp_path, "drawing") == [
        tmp_path / path for path in ("deeper.py", "drawing.py", "models/shapes.py")
    ]


def test_a_relative_import_goes_up_from_its_package(tmp_path: Path) -> None:
    for path, text in {"a/draw.py": "from ..b import model\n", "b/model.py": "", "b/__init__.py": ""}.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")

    assert source_files(tmp_path, "a.draw") == [
        tmp_path / path for path in ("a/draw.py", "b/__init__.py", "b/model.py")
    ]


def test_a_module_that_is_not_there_has_no_files(tmp_path: Path) -> None:
    assert source_files(tmp_path, "json") == []


def test_a_module_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "draw.py").write_text("import model\n", "utf-8")
    (tmp_path / "model.py").write_text("x = 1\ndef\n", "utf-8")

    with pytest.raises(SyntaxError, match=r"\(model\.py, line 2\)"):
        source_files(tmp_path, "draw")


def test_a_digest_depends_on_names_texts_and_words_and_not_on_the_folder(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.py").write_text("x = 1\n", "utf-8")
    one, two = ([tmp_path / folder / "a.py"] for folder in ("one", "two"))
    known = digest(tmp_path / "one", one, "side=1")

    assert digest(tmp_path / "two", two, "side=1") == known
    assert digest(tmp_path / "two", two, "side=2") != known
    two[0].write_text("x = 2\n", "utf-8")
    assert digest(tmp_path / "two", two, "side=1") != known

"""The engine knows nobody: no file in engine/ names the owner of the site around it."""

import ast
from pathlib import Path

import pytest
from harness.building import PORTFOLIO

ENGINE = Path(__file__).resolve().parents[2]
NO_SOURCES = {"__pycache__", "_build", "dist"}


def owner_of(site: Path) -> str:
    """Give the author that the settings of a site name; "" where there are none."""
    settings = site / "conf.py"
    tree = ast.parse(settings.read_text("utf-8")) if settings.is_file() else ast.Module([], [])
    assigned = [node for node in tree.body if isinstance(node, ast.Assign)]
    named = [node for node in assigned if "author" in map(ast.unparse, node.targets)]
    return str(ast.literal_eval(named[-1].value)) if named else ""


def naming(folder: Path, name: str) -> list[str]:
    """Give the files of a folder that hold a name: in either order, as a mailbox, in a key, in any case."""
    words = name.casefold().split()
    forms = [form for form in ("".join(words), "".join([*words[-1:], *words[:-1]])) if form]
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and NO_SOURCES.isdisjoint(path.parts)]
    return [
        path.relative_to(folder).as_posix()
        for path in files
        if any(form in squeezed(path.read_bytes().decode("utf-8", "replace")) for form in forms)
    ]


def squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def test_no_file_of_the_engine_names_the_owner_of_the_site() -> None:
    owner = owner_of(ENGINE.parent)

    assert owner == owner_of(PORTFOLIO) or naming(ENGINE, owner) == []


@pytest.mark.parametrize(
    "written", ["by Ada Lovelace", "author = {Lovelace, Ada}", "ada.lovelace@uni.example", "ADALOVELACE"]
)
def test_a_name_is_found_in_every_form(tmp_path: Path, written: str) -> None:
    (tmp_path / "conf.py").write_text('project = author = "Ada Lovelace"\n')
    (tmp_path / "engine/deep").mkdir(parents=True)
    (tmp_path / "engine/deep/file.md").write_text(written)
    (tmp_path / "engine/other.md").write_text("Ada and Charles")

    assert naming(tmp_path / "engine", owner_of(tmp_path)) == ["deep/file.md"]


def test_a_folder_without_settings_has_no_owner_and_no_file_names_him(tmp_path: Path) -> None:
    (tmp_path / "file.md").write_text("text")

    assert owner_of(tmp_path) == ""
    assert naming(tmp_path, "") == []

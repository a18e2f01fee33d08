"""A build by other code than the last equals a clean one: what was kept is believed by the code that wrote it alone."""

import shutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import sphinx_build_cache
from harness.complete_sites import CONF, WITHOUT, complete
from harness.faults import command
from harness.rebuilt_sites import Site, differences, files_of, forget_clean_builds
from sphinx_vita.reading.bibtex import Reading, read_bibliography
from sphinx_vita.sphinx import bibliography_cache as library

PACKAGES = ("build_cache", "vita", "instant_search", "computed_figures", "light_pages", "clean_rebuilds")
# What other versions do otherwise: read titles, cut pages for the search, draw, put scripts together.
EDITS = {
    "sphinx_vita/reading/bibtex/__init__.py": """
_read = read_bibliography
def read_bibliography(text, **rest): return _read(text.replace("Barrier", "Wall"), **rest)
""",
    "sphinx_instant_search/pieces.py": '\nCutter._title = lambda self, section, formula="": f"Cut {len(section)}"\n',
    "sphinx_computed_figures/figure.py": '\n_dump = dump\ndef dump(one): return _dump(one).replace("Side", "Width")\n',
    "sphinx_light_pages/scripts.py": '\n_bundle = bundle\ndef bundle(texts): return "/*! new */" + _bundle(texts)\n',
}
MARKS = {"list.html": b"Wall", "_static/instant-search/index.js": b"Cut ", "figures.html": b"Width"}


@pytest.mark.parametrize("conf", [CONF, CONF + WITHOUT], ids=["with clean rebuilds", "without"])
def test_an_upgrade_in_place_equals_a_clean_build(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, conf: str
) -> None:
    code = tmp_path / "code"
    for name in PACKAGES:
        package = import_module(f"sphinx_{name}")
        shutil.copytree(Path(str(package.__file__)).parent, code / package.__name__)
    monkeypatch.setenv("PYTHONPATH", str(code))
    site.write({"conf.py": conf})
    assert command(site).stderr == ""
    before = files_of(site.output)

    for name, more in EDITS.items():
        (code / name).write_text((code / name).read_text("utf-8") + more, "utf-8")
    upgraded = command(site)
    clean = complete(tmp_path / "clean")
    clean.write({"conf.py": conf})
    command(clean)

    assert upgraded.stderr == ""
    assert differences(site.output, clean.output) == []
    after = files_of(site.output)
    assert {name: mark in after[name] and mark not in before[name] for name, mark in MARKS.items()} == dict.fromkeys(
        MARKS, True
    )
    assert any(content.startswith(b"/*! new */") for name, content in after.items() if "/light-pages/" in name)


@pytest.fixture
def unknown_state() -> Iterator[None]:
    """Have the state of the code be asked for anew, and let no clean build of other code stand for one."""
    sphinx_build_cache.code_state.cache_clear()
    forget_clean_builds()
    yield
    forget_clean_builds()


@pytest.mark.usefixtures("unknown_state")
@pytest.mark.parametrize("conf", [CONF, CONF + WITHOUT], ids=["with clean rebuilds", "without"])
def test_another_version_of_a_library_is_other_code(site: Site, monkeypatch: pytest.MonkeyPatch, conf: str) -> None:
    def read(text: str, **rest: Any) -> Reading:
        return read_bibliography(text.replace("Barrier", "Wall"), **rest)

    site.build({"conf.py": conf})
    with monkeypatch.context() as patch:
        patch.setattr(sphinx_build_cache, "_installed", lambda: ["bibtexparser-99.0.dist-info"])
        patch.setattr(library, "read_bibliography", read)
        sphinx_build_cache.code_state.cache_clear()

        site.build()
        found = differences(site.output, site.clean())
    sphinx_build_cache.code_state.cache_clear()

    assert found == []
    assert "Wall" in site.text("list.html")


def test_code_and_installed_versions_make_a_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(Path(sphinx_build_cache.__file__).parent, tmp_path / "almond")
    (tmp_path / "walnut").mkdir()
    (tmp_path / "walnut/__init__.py").write_text("x = 1\n")
    (tmp_path / "hazel-1.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    cache = import_module("almond")  # the code of the cache itself counts too

    def state() -> str:
        cache.code_state.cache_clear()
        return str(cache.code_state("walnut"))

    states = [state()]
    (tmp_path / "walnut/__init__.py").write_text("x = 2\n")
    states.append(state())
    (tmp_path / "walnut/data.css").write_text("")
    states.append(state())
    (tmp_path / "almond/digests.py").write_text("")
    states.append(state())
    (tmp_path / "hazel-1.0.dist-info").rename(tmp_path / "hazel-1.1.dist-info")
    states.append(state())
    (tmp_path / "walnut/__pycache__").mkdir()
    (tmp_path / "walnut/__pycache__/x.pyc").write_text("")

    assert len(set(states)) == 5
    assert state() == states[-1]

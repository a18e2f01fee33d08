"""The packages as others install them: from wheels, in environments that hold nothing of this repository."""

import json
import re
import shutil
import sys
from pathlib import Path

import pytest
from harness.building import build_once
from harness.complete_sites import complete
from harness.installing import PACKAGES, ROOT, Environment, copy_of_root, libraries, project, run, wheel_of, write
from harness.rebuilt_sites import differences

SHARED = "sphinx-build-cache"
SMALL = sorted(PACKAGES.keys() - {SHARED, "sphinx-vita"})
THREE_FILES = {
    "conf.py": 'project = author = "Ada Lovelace"\nextensions = ["sphinx_vita"]\nhtml_theme = "furo"\n'
    'vita_bibliography = ["papers.bib"]\n',
    "index.md": "---\npdf: cv.pdf\n---\n# Ada Lovelace\n\n:::{profile} Ada Lovelace\n:email: ada@uni.example\n:::\n\n"
    "## Papers\n\n:::{publications}\n:::\n\n## Work\n\n:::{position} Translator\n:organization: Scientific Memoirs\n"
    ":dates: 1842 – 1843\n:::\n",
    "papers.bib": "@article{notes, title = {Notes on the {Engine}}, author = {Lovelace, Ada},\n"
    "  journal = {Scientific Memoirs}, year = {1843}}\n",
}
# What each small package does to a plain site, and a file of the output that shows it.
PLAIN = "Home\n====\n\nSomething about walnuts, and :doc:`hazels <more>`.\n\n.. toctree::\n\n   more\n"
DRAWING = """\
from sphinx_computed_figures.figure import Figure, Panel

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="2"/></svg>'


def square():
    return Figure(panels=(Panel(title="A square", description="One.", svg=SVG),), header=("Side",), rows=(("2",),))
"""
FIGURE = ".. computed-figure:: drawings:square\n\n   A square.\n"
TRACES = {
    "sphinx-instant-search": ("_static/instant-search/index.js", "walnuts"),
    "sphinx-light-pages": ("index.html", "<style"),
    "sphinx-clean-rebuilds": ("more.html", "Start"),  # what the page before it is called now
    "sphinx-computed-figures": ("more.html", "<svg"),
}


@pytest.fixture(scope="module")
def made(wheels: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """The one environment of these tests, each of which says what it holds: a library is unpacked and compiled once."""
    return Environment(tmp_path_factory.mktemp("installed") / "environment", wheels)


@pytest.fixture
def environment(made: Environment) -> Environment:
    """An environment into which the engine alone was installed."""
    made.hold(wheel_of(made.wheels, "sphinx-vita"))
    return made


def test_three_files_make_a_whole_site(environment: Environment, tmp_path: Path) -> None:
    three_files = environment.build(write(tmp_path / "site", THREE_FILES))
    home = (three_files / "index.html").read_text("utf-8")

    assert re.search(r"Notes on the Engine.*Scientific Memoirs", home, re.DOTALL)
    assert 'href="cv.pdf"' in home
    assert (three_files / "cv.pdf").read_bytes().startswith(b"%PDF-")
    assert "Notes on the Engine" in (three_files / "_static/instant-search/index.js").read_text("utf-8")
    assert json.loads((three_files / "publications.json").read_text("utf-8"))[0]["title"] == "Notes on the Engine"
    assert json.loads((three_files / "resume.json").read_text("utf-8"))["work"][0]["name"] == "Scientific Memoirs"
    others = "404.html search.html publications.bib publications.ris feed.atom contact.vcf llms.txt icon.svg"
    assert [name for name in others.split() if not (three_files / name).is_file()] == []


def test_the_engine_brings_nothing_of_this_sites_research_and_of_its_tests(environment: Environment) -> None:
    assert environment.names().isdisjoint({"numpy", "drawsvg", "matplotlib", "pytest", "hatchling"})
    assert PACKAGES.keys() <= environment.names()


def test_sphinx_is_told_the_version_that_the_package_has(environment: Environment, tmp_path: Path) -> None:
    ask = "import json\n\n\ndef tell(app):\n    found = {e.name: e.version for e in app.extensions.values()}\n"
    ask += '    (app.confdir / "told.json").write_text(json.dumps(found))\n\n\n'
    ask += 'def setup(app):\n    app.connect("builder-inited", tell)\n'
    site = write(tmp_path / "site", THREE_FILES | {"conf.py": THREE_FILES["conf.py"] + ask})
    environment.build(site, "-b", "dummy")
    told = json.loads((site / "told.json").read_text("utf-8"))
    extensions = PACKAGES.keys() - {SHARED}

    assert {name: told.get(name.replace("-", "_")) for name in extensions} == {
        name: project(name)["version"] for name in extensions
    }


def test_the_root_without_the_engine_builds_the_same_bytes(
    made: Environment, wheels: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> None:
    """With `make html` alone: what the lock would bring is there, the engine comes as pip finds it."""
    folder = tmp_path_factory.mktemp("alone")
    root, output = copy_of_root(folder / "root"), folder / "html"
    made.hold("pip", *libraries())
    run(made.python, "-c", "import numpy, drawsvg")  # compiled and kept: whatever draws a figure keeps nothing
    assert PACKAGES.keys().isdisjoint(made.names())
    (root / ".venv").symlink_to(made.folder)
    write(root, {".venv/locked": str(root)})
    assert not (root / "engine").exists()

    run("make", "html", f"OUTPUT={output}", folder=root, silent=False, PIP_FIND_LINKS=str(wheels), PIP_NO_INDEX="1")

    assert differences(output, build_once(tmp_path_factory, worker_id, "own-site", build_root)) == []


def test_commands_of_the_root_without_the_engine_touch_nothing_of_it(tmp_path: Path) -> None:
    root = copy_of_root(tmp_path / "root")

    said = run("make", "-n", "html", "test", "lint", "lock", folder=root, silent=False)

    assert [line for line in said.splitlines() if "engine/" in line and "[ ! -d engine/" not in line] == []
    assert re.search(r"mypy tests research$", said, re.MULTILINE)  # and not what its settings name


def build_root(output: Path) -> None:
    drawn = ROOT / "_build/doctrees/figures"  # what it holds is named after all that it is made of
    if drawn.is_dir():
        shutil.copytree(drawn, output.with_name("own-site-doctrees") / "figures")
    words = ("-b", "html", "-nW", "--keep-going", "-q", "-j", "auto", "-d", output.with_name("own-site-doctrees"))
    run(sys.executable, "-m", "sphinx", *words, ROOT, output)


@pytest.mark.parametrize("package", SMALL)
def test_a_small_package_works_alone_on_two_themes_and_brings_none_of_the_others(
    made: Environment, tmp_path: Path, package: str
) -> None:
    made.hold(package, "alabaster", "furo")
    file, trace = TRACES[package]

    assert made.names() & PACKAGES.keys() == {package, SHARED}
    assert made.names().isdisjoint({"myst-parser", "sphinx-design", "numpy", "typst"})
    for theme in ("alabaster", "furo"):
        more = FIGURE if package == "sphinx-computed-figures" else "Nothing.\n"
        conf = f"extensions = ['{package.replace('-', '_')}']\nhtml_theme = '{theme}'\nproject = 'Nuts'\n"
        files = {"conf.py": conf, "index.rst": PLAIN, "more.rst": f"More\n====\n\n{more}", "drawings.py": DRAWING}
        output = made.build(write(tmp_path / theme, files))
        if package == "sphinx-clean-rebuilds":
            write(tmp_path / theme, {"index.rst": PLAIN.replace("Home\n====", "Start\n=====")})
            made.build(tmp_path / theme)
        assert trace in (output / file).read_text("utf-8"), theme


def test_an_upgrade_in_place_equals_a_clean_build(environment: Environment, tmp_path: Path) -> None:
    """Another version is installed over the one that has built; what it has read, cut and cached is not believed."""
    source = complete(tmp_path).source
    before = environment.build(source)
    assert "Wall" not in (before / "list.html").read_text("utf-8")

    environment.install("--reinstall-package", "sphinx-vita", next_version(tmp_path / "next"))
    after, clean = environment.build(source), environment.build(source, name="clean")

    assert differences(after, clean) == []
    assert "Wall" in (after / "list.html").read_text("utf-8")


def next_version(folder: Path) -> Path:
    """Build the wheel of a version that reads titles otherwise."""
    shutil.copytree(PACKAGES["sphinx-vita"], folder, ignore=shutil.ignore_patterns("tests", "docs", "__pycache__"))
    settings = (folder / "pyproject.toml").read_text("utf-8")
    settings = settings.replace(f'version = "{project("sphinx-vita")["version"]}"', 'version = "0.2.9999"', 1)
    (folder / "pyproject.toml").write_text(settings, "utf-8")
    with (folder / "src/sphinx_vita/reading/bibtex/__init__.py").open("a", encoding="utf-8") as code:
        code.write("\n\n_read = read_bibliography\n\n\ndef read_bibliography(text, **rest):\n")
        code.write('    return _read(text.replace("Barrier", "Wall"), **rest)\n')
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder / "dist", folder=folder, silent=False)
    return wheel_of(folder / "dist", "sphinx-vita")

"""The index as a file: small, the same in every order of building, and right about addresses."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from harness.searched_sites import Site, read_index
from sphinx_instant_search.harvest import Harvest

PAGES = {
    name: f"Page {name}\n======\n\nText of {name}.\n\n.. envvar:: {name.upper()}\n\n   Words of {name}.\n"
    for name in "abcdefghij"
}
PORTFOLIO = """
extensions += ["sphinx_vita"]
vita_extensions = []
vita_bibliography = []
vita_exports = False
"""
TERMS = """
from docutils import nodes
from docutils.parsers.rst import Directive

class Numbered(Directive):
    required_arguments = 1

    def run(self):
        return [nodes.container("", search_terms=self.arguments)]

def setup(app):
    app.add_directive("numbered", Numbered)
"""


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_serial_parallel_and_incremental_builds_give_the_same_bytes(
    site: Site, builder: str, elsewhere: Callable[[str], Path]
) -> None:
    site.write(**PAGES)
    site.build(builder)
    site.write(a=PAGES["a"].replace("Words of a", "Other words of a"), folder__index="Folder\n======\n\nNew.\n")
    site.remove("c")
    site.build(builder)  # only what has changed
    site.write(j=PAGES["j"].replace("Words of j", "Other words of j"))
    incremental = index_of(site.build(builder))

    serial = index_of(site.build(builder, output=elsewhere("serial")))
    assert b"Other words of a" in serial
    assert b"Words of c" not in serial
    assert incremental == serial
    assert index_of(site.build(builder, output=elsewhere("parallel"), processes=3)) == serial


def test_a_build_of_nothing_new_keeps_the_index(site: Site) -> None:
    site.write(**PAGES)
    first = index_of(site.build())

    assert index_of(site.build()) == first


def test_a_build_that_was_killed_leaves_nothing_out_of_date(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.write(**PAGES)
    site.build()
    site.write(a=PAGES["a"].replace("Words of a", "Other words of a"))
    child = os.fork()
    if not child:
        monkeypatch.setattr(Harvest, "finish", lambda *_: os._exit(9))  # all is written but the index
        site.build()
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    site.build()

    assert "Other words of a" in site.hit("a.html#envvar-A").text


def test_the_harvest_of_other_settings_is_not_taken_over(site: Site, elsewhere: Callable[[str], Path]) -> None:
    site.write(**PAGES)
    shared, one, other = (elsewhere(name) for name in ("doctrees", "one", "other"))
    first = index_of(site.build(output=one, doctrees=shared))
    site.conf('instant_search_skip = ["paragraph"]\n')
    assert index_of(site.build(output=other, doctrees=shared)) != first
    site.conf()

    assert index_of(site.build(output=one, doctrees=shared)) == first


def test_a_lost_harvest_is_gathered_again(site: Site) -> None:
    site.write(**PAGES)
    first = index_of(site.build())
    (site.output / ".doctrees/instant-search-html.json").unlink()

    assert index_of(site.build()) == first


def test_pages_know_the_page_above_them(site: Site) -> None:
    site.write(
        index="Home\n====\n\n.. toctree::\n\n   guide/index\n",
        guide__index="Guide\n=====\n\n.. toctree::\n\n   first\n   second\n",
        guide__first="First\n=====\n",
        guide__second="Second\n======\n",
        guide__loose=":orphan:\n\nLoose\n=====\n",
        alone=":orphan:\n\nAlone\n=====\n",
    )
    pages = read_index(site.build())["pages"]

    assert index_of(site.output).startswith(b'paletteIndex={"pages":[["index.html","Home",-1],[')  # compact
    assert pages == [
        ["index.html", "Home", -1],
        ["guide/index.html", "Guide", 0],
        ["guide/first.html", "First", 1],
        ["guide/second.html", "Second", 1],
        ["alone.html", "Alone", 0],
        ["guide/loose.html", "Loose", 1],
    ]


def test_addresses_follow_the_builder(site: Site) -> None:
    site.write(a=PAGES["a"])
    site.build("dirhtml")

    assert [hit.address for hit in site.hits()] == ["", "a/", "a/#envvar-A"]


def test_a_site_with_much_text_has_it_in_files_of_its_own(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sphinx_instant_search.index.PART", 30)
    site.conf('instant_search_full_text = 20\ninstant_search_names = ["by"]\n')
    site.write(a="A\n=\n\n.. rst-class:: by\n\nKurt Gödel\n\nA text of more than twenty letters.\n")
    site.write(b="B\n=\n\nAnother text.\n")
    site.build()

    assert site.hit("a.html") == ("a.html", "Page", "A", "Kurt Gödel", "")
    first, second = texts_of(site)
    assert first == [[1, "A text of more than twenty letters."]]
    assert second == [[2, "Another text."]]

    site.write(a="A\n=\n\nNow a bit less, but still too much.\n", b="B\n=\n")
    site.build()
    assert texts_of(site) == [[[1, "Now a bit less, but still too much."]]]

    site.write(a="A\n=\n\nJust twenty letters.\n")
    site.build()
    assert "texts" not in read_index(site.output)


def texts_of(site: Site) -> list[Any]:
    """Read the files of texts that the index names; there are no others."""
    folder = site.output / "_static/instant-search"
    named = [name.partition("?v=")[0] for name in read_index(site.output)["texts"]]
    assert [path.name for path in sorted(folder.glob("texts*"))] == named
    assert named == [f"texts-{number}.js" for number in range(1, len(named) + 1)]
    return [json.loads((folder / name).read_text("utf-8").removeprefix("paletteTexts=")) for name in named]


@pytest.mark.parametrize("builder", ["text", "singlehtml", "linkcheck"])
def test_other_builders_are_left_alone(site: Site, builder: str) -> None:
    site.write(a=PAGES["a"])
    output = site.build(builder)

    assert not list(output.rglob("*instant-search*"))
    assert not any(b"instant-search" in page.read_bytes() for page in output.glob("*.html"))


def test_a_private_record_and_a_private_field_are_nowhere(site: Site) -> None:
    site.conf(PORTFOLIO)
    (site.source / "index.rst").unlink()
    (site.source / "index.md").write_text(
        "# Home\n\n:::{vita:position} Public work\n:organization: Lab\n:dates: 2024\n:::\n\n"
        ":::{vita:position} Secret work\n:organization: Hideout\n:dates: 2025\n:visibility: private\n:::\n",
        "utf-8",
    )
    site.build()
    kept = (site.output / ".doctrees/instant-search-html.json").read_text("utf-8") + str(site.hits())

    assert "Public work" in kept
    assert "Secret" not in kept
    assert "Hideout" not in kept


def test_the_index_of_a_copy_in_another_folder_is_the_same(site: Site, tmp_path: Path) -> None:
    site.write(**PAGES)
    first = index_of(site.build())
    shutil.copytree(site.source, tmp_path / "copy/source")
    copy = Site.__new__(Site)
    copy.source, copy.output = tmp_path / "copy/source", tmp_path / "copy/output"

    assert index_of(copy.build()) == first


def index_of(output: Path) -> bytes:
    return (output / "_static/instant-search/index.js").read_bytes()


def test_a_node_is_found_by_the_terms_that_it_has_beside_its_words(site: Site) -> None:
    site.conf(TERMS)
    site.write(a="A\n=\n\n.. numbered:: 10.1000/x.1\n\nWords\n")
    site.build()

    assert site.hit("a.html").names == "10.1000/x.1"
    assert "10.1000" not in (site.output / "a.html").read_text("utf-8")


def test_before_anything_is_asked_for_stand_the_main_pages_and_what_is_important(site: Site) -> None:
    """What a domain holds important has the priority 0, as Sphinx says."""
    domain = """
from sphinx.domains import Domain, ObjType

class Things(Domain):
    name = "things"
    object_types = {"thing": ObjType("thing")}
    def get_objects(self):
        yield "small", "Small", "thing", "guide/first", "small", 1
        yield "great", "Great", "thing", "guide/first", "great", 0

def setup(app):
    app.add_domain(Things)
    return {"parallel_read_safe": True}
"""
    (site.source / "important_things.py").write_text(domain, "utf-8")
    site.conf(f"import sys\nsys.path.insert(0, {str(site.source)!r})\nextensions.append('important_things')\n")
    site.write(
        index="Home\n====\n\n.. toctree::\n\n   other\n   guide/index\n",
        other="Other\n=====\n",
        guide__index="Guide\n=====\n\n.. toctree::\n\n   first\n",
        guide__first="First\n=====\n",
        alone=":orphan:\n\nAlone\n=====\n",
    )
    index = read_index(site.build())

    def title(number: int) -> str:
        row: list[Any] = index["entries"][number]
        name: str = (row[3] if len(row) > 3 else "") or index["pages"][row[0]][1]
        return name

    assert [title(number) for number in index["first"]] == ["Other", "Guide", "Great"]

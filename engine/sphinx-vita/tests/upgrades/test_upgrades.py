"""Sites as they were written for earlier versions: today's engine builds each, silent or with deprecations only.

A folder beside this file is a site, named after the version that it was written for, and is never changed afterwards.
Its `addresses.txt` lists what could be linked to then: files, and records with their anchors.
"""

import re
import runpy
import shutil
from collections import defaultdict
from importlib.metadata import version
from pathlib import Path

import pytest
from harness.sites import Built, Site
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils
from sphinx_computed_figures.directive import ComputedFigureDirective
from sphinx_vita.command.diff.published import warned_of
from sphinx_vita.command.upgrade.proposal import propose
from sphinx_vita.reading.record_options import COMMON_OPTIONS
from sphinx_vita.reading.view_options import OPTIONS
from sphinx_vita.records import options_of, written_kinds
from sphinx_vita.sphinx.directives import DIRECTIVES
from sphinx_vita.sphinx.domain import ROLES

HERE = Path(__file__).parent
VERSIONS = sorted(path.name for path in HERE.iterdir() if (path / "conf.py").is_file())
CURRENT = ".".join(version("sphinx-vita").split(".")[:2])
OUR_SETTINGS = re.compile(r"(?:vita|instant_search|computed_figures)_|languages$|light_pages(?:_policy)?$")
DIRECTIVE = re.compile(r"^(?::{3,}|`{3,})\{([\w-]+)\}.*\n((?::[\w-]+:.*\n)*)", re.MULTILINE)


@pytest.fixture(scope="module", params=VERSIONS)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site of an earlier version, built today."""
    source = tmp_path_factory.mktemp("site") / str(request.param)
    shutil.copytree(HERE / str(request.param), source)
    site = Site.__new__(Site)
    site.source = source
    return site.build_with("-n", silent=False)


def test_a_site_of_an_earlier_version_is_silent_but_for_deprecations(built: Built) -> None:
    assert [told for told in built.told if told.type != "vita.deprecated"] == []


def test_the_command_leads_it_to_the_version_of_today_without_a_hand(built: Built) -> None:
    warned = [warned_of(told.file, told.line, told.message) for told in built.told]

    assert propose(built.source, warned, version("sphinx-vita")).by_hand == ()


def test_whatever_could_be_linked_to_still_can(built: Built) -> None:
    promised = (built.source / "addresses.txt").read_text("utf-8").splitlines()

    assert promised
    assert [line for line in promised if line not in addresses(built)] == []


def addresses(built: Built) -> list[str]:
    """List the files of a site, less what pages load, and its records."""
    files = [name for name in built.files() if not name.startswith(("_", ".", "searchindex"))]
    return sorted([*files, *(f"{each.type} {each.name} {each.address}" for each in built.objects())])


def test_the_version_of_today_has_a_site() -> None:
    assert CURRENT in VERSIONS, f"write a site for {CURRENT}: copy the newest folder, and use in it what is new"


def written() -> dict[str, set[str]]:
    """Give each directive that the site of today uses, with the options that it has there."""
    found: dict[str, set[str]] = defaultdict(set)
    for page in (HERE / CURRENT).rglob("*.md"):
        for name, options in DIRECTIVE.findall(page.read_text("utf-8")):
            found[name] |= set(re.findall(r"^:([\w-]+):", options, re.MULTILINE))
    return found


def test_the_site_of_today_uses_every_directive_with_every_option() -> None:
    used = written()
    known = {name: {*list(options_of(kind))[1:], *COMMON_OPTIONS} for name, kind in written_kinds().items()}
    known["computed-figure"] = set(ComputedFigureDirective.option_spec or ())

    assert DIRECTIVES.keys() | {"computed-figure"} <= used.keys()
    assert {name: options - used[name] for name, options in known.items() if options - used[name]} == {}
    assert OPTIONS.keys() - used["publications"] - used["timeline"] == set()


def test_the_site_of_today_uses_every_role() -> None:
    text = "".join(page.read_text("utf-8") for page in (HERE / CURRENT).rglob("*.md"))

    assert [role for role in (*ROLES, "pub-title") if f"{{{role}}}`" not in text] == []


def test_the_site_of_today_sets_every_setting(tmp_path: Path) -> None:
    conf = HERE / CURRENT / "conf.py"
    with docutils_namespace(), patch_docutils(str(conf.parent)):
        app = Sphinx(conf.parent, conf.parent, tmp_path, tmp_path, "dummy", status=None, warning=None)
    ours = {name for name in app.config.values if OUR_SETTINGS.match(name)}

    assert ours - runpy.run_path(str(conf)).keys() == set()

"""conf.py: what puts sources online, makes a build depend on the machine, or names another person is found."""

import pytest
from harness.checked_sites import MakeSite
from sphinx_vita.command.check.checks import settings

HOME = "<section><h1>Ada Lovelace<a class='headerlink' href='#x'>#</a></h1></section>"
PROFILE = "# Ada Lovelace\n\n:::{profile} Ada Lovelace\n:::\n"
SAID = {"project": "Ada Lovelace", "author": "Ada Lovelace", "address": "https://ada.example/"}


def told(make_site: MakeSite, conf: str = "", home: str = HOME, **said: object) -> list[tuple[str, str]]:
    site = make_site({"index.html": home}, {"conf.py": conf, "index.md": PROFILE}, **(SAID | said))
    return [(each.code.name, each.where) for each in settings.check(site)]


def test_plain_settings_are_silent(make_site: MakeSite) -> None:
    conf = (
        "import os\nfrom urllib.parse import urlsplit\nproject = os.environ.get('X', 'y')\ndef setup(app):\n    pass\n"
    )

    assert told(make_site, conf) == []


def test_sources_that_are_put_online_are_found(make_site: MakeSite) -> None:
    found = told(make_site, "x = 1\nhtml_copy_source = True\n", copies_sources=True)

    assert found == [("settings.sources_online", "conf.py:2")]


def test_sources_of_an_earlier_build_are_found(make_site: MakeSite) -> None:
    site = make_site({"index.html": HOME, "_sources/index.md.txt": "x"}, {"index.md": PROFILE}, **SAID)

    assert [(each.code.name, each.where) for each in settings.check(site)] == [
        ("settings.sources_online", "_sources/index.md.txt")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "import urllib.request",
        "from urllib import request",
        "import subprocess",
        "from http import client",
        "sys.path.insert(0, '.')",
        "os.system('git log')",
    ],
)
def test_settings_that_ask_the_machine_are_found(make_site: MakeSite, line: str) -> None:
    assert told(make_site, f"import os, sys\n{line}\n") == [("settings.runs_code", "conf.py:2")]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"project": "My site"}, "conf.py:1"),
        ({"author": "Charles Babbage"}, "conf.py:2"),
        ({"home": HOME.replace("Ada", "A.")}, "index.md"),
    ],
)
def test_another_name_is_found(make_site: MakeSite, change: dict[str, str], place: str) -> None:
    assert told(make_site, "project = 'x'\nauthor = 'y'\n", **change) == [("settings.names_differ", place)]


def test_several_authors_may_be_named(make_site: MakeSite) -> None:
    assert told(make_site, author="Ada Lovelace and Charles Babbage") == []


def test_a_site_without_an_address_is_told(make_site: MakeSite) -> None:
    assert told(make_site, address="") == [("settings.no_address", "conf.py")]

"""What Sphinx's command says of a build holds for the builds of all languages of a site."""

import os
from pathlib import Path

import pytest
from harness.sites import Site
from harness.warm import run_module

FILES: dict[str, str | bytes | None] = {
    "index.md": "# Home\n\n```{toctree}\na\n```\n\n```{only} draft\nA draft.\n```\n",
    "a.md": "# A\n\nWords.\n",
    "a.de.md": "# A\n\n{py:class}`Nothing`\n",
    "_templates/page.html": (
        '{% extends "!page.html" %}{% block body %}{{ super() }}'
        "[{{ word }}|{{ theme_sidebarwidth }}|{{ theme_nosidebar }}|{{ project }}]{% endblock %}"
    ),
}
SETTINGS = """
nitpicky = False
languages = ["en", "de"]
templates_path = ["_templates"]
html_theme_options = {"sidebarwidth": "1px", "nosidebar": "of conf.py"}
"""


def command(site: Site, *words: str) -> tuple[int, str]:
    """Build by the command, and give its exit code and what it says on standard error."""
    code, _, said = run_module("sphinx", *words, "-q", "--no-color", ".", "_build", folder=site.source)
    return code, said


@pytest.fixture
def pair(site: Site) -> Site:
    site.write({**FILES, "conf.py": (site.source / "conf.py").read_text() + SETTINGS})
    return site


def pages(site: Site) -> list[Path]:
    return [site.source / "_build" / name for name in ("a.html", "de/a.html")]


def test_settings_their_parts_tags_and_words_for_templates_reach_all_languages(pair: Site) -> None:
    said_of_all = "-D html_theme_options.sidebarwidth=7px -A word=said -D project=P -t draft -j 2"
    code, said = command(pair, *said_of_all.split())

    assert (code, said) == (0, "")
    for path in (pair.source / "_build" / name for name in ("index.html", "de/index.html")):
        assert "A draft." in path.read_text()
        assert "[said|7px|of conf.py|P]" in path.read_text()


def test_warnings_fail_a_build_and_all_pages_are_written_where_the_command_asks_for_it(pair: Site) -> None:
    code, said = command(pair, "-n", "-W", "--keep-going")

    assert code == 1
    assert "a.de.md:3: WARNING: py:class reference target not found: Nothing [ref.class]" in said
    for word in ("-a", "-E"):
        for path in pages(pair):
            path.write_text("changed by hand")
            os.utime(path, (2**31, 2**31))  # newer than all that it is made from
        assert command(pair, "-n", word)[0] == 0
        assert [(word, str(path)) for path in pages(pair) if "changed by hand" in path.read_text()] == []

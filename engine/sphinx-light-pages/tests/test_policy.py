"""What a page contains under a strict Content-Security-Policy, and what is told of the rest."""

import html
from io import StringIO
from pathlib import Path
from warnings import catch_warnings, filterwarnings

import pytest
from harness.light_sites import Site
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils
from sphinx_light_pages.policy import as_files, header, problems, with_hashes

HOW_TO = Path(__file__).parents[1] / "docs/how-to.md"
KEPT: dict[str, str] = {}


def in_files(text: str, page: str = "a/b.html") -> str:
    KEPT.clear()

    def keep(kind: str, inner: str) -> str:
        KEPT[f"{len(KEPT)}{kind}"] = inner
        return f"@{len(KEPT) - 1}{kind}"

    return as_files(text, page, keep)


@pytest.mark.parametrize(
    ("text", "left", "kept"),
    [
        ("<script>a()</script>", '<script src="@0.js"></script>', "a()"),
        ('<script type="module" id="x">a()</script>', '<script type="module" id="x" src="@0.js"></script>', "a()"),
        ('<script nonce="n">a()</script>', '<script src="@0.js"></script>', "a()"),
        ("<SCRIPT>a()</SCRIPT >", '<script src="@0.js"></script>', "a()"),
        ("<style>a{b:c}</style>", '<link rel="stylesheet" href="@0.css">', "a{b:c}"),
        ('<style media="print">a{}</style>', '<link rel="stylesheet" media="print" href="@0.css">', "a{}"),
        ("<style>a{b:url(x.png)}</style>", '<link rel="stylesheet" href="@0.css">', "a{b:url(../../a/x.png)}"),
        ("<style>a{b:url( 'x')}</style>", '<link rel="stylesheet" href="@0.css">', "a{b:url( '../../a/x')}"),
        ("<style>a{b:url(#x)url(/y)url(data:,)}</style>", '<link rel="stylesheet" href="@0.css">', None),
        ("<svg><g/><style>a&gt;b{}</style></svg>", '<link rel="stylesheet" href="@0.css"><svg><g/></svg>', "a>b{}"),
        ("<svg></svg><style>a&gt;b{}</style>", '<svg></svg><link rel="stylesheet" href="@0.css">', "a&gt;b{}"),
        ("<svg><style><![CDATA[a>b{}]]></style></svg>", '<link rel="stylesheet" href="@0.css"><svg></svg>', "a>b{}"),
    ],
)
def test_what_runs_and_dresses_goes_into_a_file(text: str, left: str, kept: str | None) -> None:
    assert in_files(text) == left
    assert kept is None or list(KEPT.values()) == [kept]


@pytest.mark.parametrize(
    "text",
    [
        '<script src="a.js"></script>',
        '<script type="application/ld+json">{"a": 1}</script>',
        '<script type="text/lean" data-lean-src="a.js"></script>',
        "<script></script>",
        "<pre>&lt;script>a()&lt;/script></pre>",
        "<!-- <script>a()</script> -->",
        "<textarea><style>a{}</style></textarea>",
    ],
)
def test_what_does_nothing_stays(text: str) -> None:
    assert in_files(text) == text
    assert not KEPT


def policy_of(text: str) -> dict[str, list[str]]:
    content = html.unescape(with_hashes(f"<head>{text}").split('content="')[1].split('">')[0])
    return {name: values for name, *values in map(str.split, content.split(";"))}


def test_a_page_names_the_scripts_and_styles_that_it_contains() -> None:
    without = policy_of("<p>")
    found = policy_of("<script>a()</script><style>a{b:c}</style>")
    other = policy_of("<script>a( )</script><style>a{b: c}</style>")

    assert all(len(found[name]) == len(without[name]) + 1 for name in ("script-src", "style-src"))
    assert set(found["script-src"]) & set(other["script-src"]) == set(without["script-src"])
    assert without["style-src"] == ["'self'"]
    assert "'unsafe-inline'" not in found["script-src"]


def test_a_page_names_the_hosts_and_the_handlers_that_it_has() -> None:
    found = policy_of(
        '<link rel="canonical" href="https://a.example/"><link rel="stylesheet" href="//b.example/x.css">'
        '<script src="https://c.example/x.js"></script><p onclick="d()">'
    )

    assert "https://b.example" in found["style-src"]
    assert "https://a.example" not in found["style-src"]
    assert "https://c.example" in found["script-src"]
    assert "'unsafe-hashes'" in found["script-src"]


def test_the_policy_stands_behind_the_charset_and_before_all_that_it_is_about() -> None:
    page = '<head><meta charset="utf-8"><script>a()</script>'

    assert with_hashes(page).startswith('<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"')


def test_the_page_of_a_search_may_read_the_styles_of_others() -> None:
    assert "'unsafe-inline'" in policy_of('<div id="search-results">')["style-src"]


@pytest.mark.parametrize(
    ("text", "of_files", "of_hashes"),
    [
        ('<a onclick="b()">', ['onclick="b()"'], []),
        ('<a href=" JavaScript:b()">', ['href=" JavaScript:b()"'], ['href=" JavaScript:b()"']),
        ('<script type="importmap">{}</script>', ['<script type="importmap">'], []),
        ('<a href="java.html" title="onclick=x"><script>"<a onclick=b()>"</script><!-- <a onclick=b()> -->', [], []),
    ],
)
def test_what_a_policy_refuses_all_the_same_is_told(text: str, of_files: list[str], of_hashes: list[str]) -> None:
    assert list(problems(text, "files")) == of_files
    assert list(problems(text, "hashes")) == of_hashes


def test_the_documentation_gives_the_header() -> None:
    assert header() in HOW_TO.read_text("utf-8")


def told(site: Site, builder: str = "html") -> str:
    stream = StringIO()
    doctrees = site.output.with_name("doctrees")
    with catch_warnings(), docutils_namespace(), patch_docutils(site.source):
        filterwarnings("ignore", category=DeprecationWarning)  # of Sphinx's builders themselves
        filterwarnings("ignore", category=PendingDeprecationWarning)
        Sphinx(site.source, site.source, site.output, doctrees, builder, status=None, warning=stream).build()
    return stream.getvalue()


@pytest.fixture
def handled(site: Site) -> Site:
    """A site with the same handler on two pages."""
    raw = '.. raw:: html\n\n   <p onclick="a()">b</p>\n'
    site.write(**{"index.rst": f"Home\n====\n\n{raw}", "more.rst": f":orphan:\n\nMore\n====\n\n{raw}"})
    return site


def test_a_refused_handler_is_told_once_with_its_page(handled: Site) -> None:
    handled.conf('light_pages_policy = "files"')

    assert told(handled).count("onclick") == 1
    assert "index.html:1: WARNING: onclick" in told_again(handled)


def told_again(site: Site) -> str:
    site.write(**{"_static/own.css": "p{color:red}"})
    return told(site)


@pytest.mark.parametrize(
    ("conf", "kind"),
    [('html_file_suffix = ".xhtml"', "suffix"), ('html_output_encoding = "latin-1"\ncopyright = "é"', "encoding")],
)
def test_pages_that_cannot_be_made_light_stay_as_they_are_and_are_told(site: Site, conf: str, kind: str) -> None:
    site.conf(conf)
    said = told(site)

    assert f"[light_pages.{kind}]" in said
    assert not list(site.output.rglob("_static/light-pages/*"))


@pytest.mark.parametrize("builder", ["json", "pickle", "singlehtml", "text", "epub"])
def test_other_builders_are_left_alone(site: Site, builder: str) -> None:
    site.conf('version = "1"\ncopyright = "2026"\n')

    assert told(site, builder) == ""

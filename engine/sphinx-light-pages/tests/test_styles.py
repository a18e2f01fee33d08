"""Which rules a page keeps, and that what it keeps still means the same."""

import pytest
from harness.light_sites import Site
from sphinx_light_pages.selectors import is_met, needs_of

PAGE = """
Home
====

.. container:: card

   A *word* and a `link <https://example.org>`_.

* one
* two
"""


@pytest.mark.parametrize(
    ("selector", "needed"),
    [
        ("a:hover", {"a"}),
        ("a::before", {"a"}),
        (":root", set()),
        ("ul > li:nth-child(2n) A", {"ul", "li", "a"}),
        ("a > b + c d", {"a", "b", "c", "d"}),
        ("header.scrolled", {"header", ".scrolled"}),
        (".one\\:two#three", {".one:two", "#three"}),
        ("details[open] > summary", {"details", "[open]", "summary"}),
        ("[type = 'Button']", {"[type=button]"}),
        ("[class^=sd-]", {"[class]"}),
        ("[lang|=en i]", {"[lang]"}),
        ("a:not(.b)", {"a"}),
        ("*", set()),
        ("/* odd */ a /* odder */", {"a"}),
    ],
)
def test_what_must_stand_on_a_page(selector: str, needed: set[str]) -> None:
    assert needs_of(selector) == [frozenset(needed)]


def test_a_selector_that_nobody_can_judge_is_kept() -> None:
    (needs,) = needs_of("svg|a")

    assert is_met(needs, frozenset(), frozenset())


@pytest.mark.parametrize(
    ("selector", "is_possible"),
    [("p.new", True), ("p.old", False), ("[data-theme=dark]", True), ("[data-theme] i", False), ("p[data-x]", False)],
)
def test_what_a_script_may_bring_about_need_not_stand_there(selector: str, is_possible: bool) -> None:
    (needs,) = needs_of(selector)

    assert is_met(needs, frozenset({"p"}), frozenset({".new", "[data-theme]"})) == is_possible


@pytest.mark.parametrize(
    ("rule", "kept"),
    [
        (".card em{color:red}", ".card em{color:red}"),
        (".other > em{color:red}", ""),
        (".other{color:red}", ""),
        (".other,.card{color:red}", ".card{color:red}"),
        ("em:hover{color:red}", "em:hover{color:red}"),
        ("li + li{color:red}", "li+li{color:red}"),
        (".other + li{color:red}", ""),
        ("[class^=card]{color:red}", "[class^=card]{color:red}"),
        ("@media print{em{color:red}.other{color:red}}", "@media print{em{color:red}}"),
        ("@media print{.other{color:red}}", ""),
        ("@supports (gap:1px){em{color:red}}", "@supports (gap:1px){em{color:red}}"),
        ("em{ color : red ; ; margin:1px 2px }", "em{color:red;margin:1px 2px}"),
        ("em{color:red!important}", "em{color:red!important}"),
        ("em{width:calc(1px + 2px)}", "em{width:calc(1px + 2px)}"),
        ("em{color:red;& b{color:blue}}", "em{color:red;& b{color:blue}}"),
        ("em{animation:turn 1s}@keyframes turn{to{color:red}}", "em{animation:turn 1s}@keyframes turn{to{color:red}}"),
        (".other{animation:turn 1s}@keyframes turn{to{color:red}}", ""),
        ("em{--a:1px;--b:2px;margin:var(--a)}", "em{--a:1px;margin:var(--a)}"),
        ("em{--a:var(--b);--b:2px;margin:var(--a)}", "em{--a:var(--b);--b:2px;margin:var(--a)}"),
        ("em{content:'</p>'}", 'em{content:"</p>"}'),
        ("@charset 'utf-8';em{color:red}", "em{color:red}"),
        ("em{color:red}} li{color:blue}", "em{color:red}"),  # a browser stumbles too
    ],
)
def test_a_page_keeps_what_it_can_use(site: Site, rule: str, kept: str) -> None:
    site.write(**{"index.rst": PAGE, "_static/own.css": f"#first{{}}{rule}em{{order:99}}"})
    site.build()

    found = site.style().replace("em{order:99}", "")
    assert found.endswith(kept)
    if not kept:
        assert "red" not in found
        assert ".other" not in found


def test_addresses_in_a_style_lead_to_the_same_files(site: Site) -> None:
    site.write(
        **{
            "index.rst": PAGE,
            "sub/page.rst": f":orphan:\n{PAGE}",
            "_static/pictures/dot.svg": "<svg/>",
            "_static/own.css": "em{background:url(pictures/dot.svg)}li{background:url('data:image/gif;base64,AA==')}"
            "p{background:url(/root.png)}a{background:url(//host/x.png)}h1{background:url(#x)}",
        }
    )
    site.build()

    assert "em{background:url(_static/pictures/dot.svg)}" in site.style()
    assert "em{background:url(../_static/pictures/dot.svg)}" in site.style("sub/page.html")
    assert "data:image/gif;base64,AA==" in site.style()
    for kept in ("/root.png", "//host/x.png", "#x"):
        assert f"url({kept})" in site.style("sub/page.html").replace('"', "")
    assert (site.output / "_static/pictures/dot.svg").exists()


def test_a_sheet_that_another_imports_comes_with_it(site: Site) -> None:
    site.write(
        **{
            "index.rst": PAGE,
            "_static/own.css": "@import 'parts/more.css' print;",
            "_static/parts/more.css": "em{color:red}.other{color:red}",
        }
    )
    site.build()

    assert "@media print{em{color:red}}" in site.style()


@pytest.mark.parametrize(
    "sheet",
    ["em{content:'</style>'}", "@namespace svg url(http://www.w3.org/2000/svg);", "@import 'https://x.example';"],
)
def test_a_sheet_that_cannot_be_moved_stays_where_it_is(site: Site, sheet: str) -> None:
    site.write(**{"_static/own.css": sheet})
    site.build()

    assert 'href="_static/own.css?v=' in site.page()
    assert (site.output / "_static/own.css").read_text("utf-8") == sheet


def test_a_state_that_a_script_brings_about_is_kept_where_the_script_is(site: Site) -> None:
    site.conf('html_js_files = ["known.js"]\nlight_pages_states = {"known.js": [".grown"]}\n')
    site.write(**{"_static/known.js": "", "_static/own.css": ".grown{color:red}.shrunk{color:red}"})
    site.build()

    assert ".grown{color:red}" in site.style()
    assert ".shrunk" not in site.style()


def test_every_name_in_a_script_that_nobody_knows_may_be_a_state(site: Site) -> None:
    site.conf('html_js_files = ["unknown.js"]\n')
    script = "document.body.classList.add('grown'); document.body.append(document.createElement('aside'))"
    site.write(**{"_static/unknown.js": script, "_static/own.css": ".grown aside{color:red}.shrunk{color:red}"})
    site.build()

    assert ".grown aside{color:red}" in site.style()
    assert ".shrunk" not in site.style()


def test_a_custom_property_that_a_script_reads_is_kept(site: Site) -> None:
    site.conf('html_js_files = ["known.js"]\nlight_pages_states = {"known.js": []}\n')
    site.write(**{"_static/known.js": "'--read'", "_static/own.css": "body{--read:1;--unread:1}"})
    site.build()

    assert "body{--read:1}" in site.style()


def test_a_custom_property_of_a_sheet_that_a_script_loads_is_kept(site: Site) -> None:
    site.conf('html_js_files = ["known.js"]\nlight_pages_states = {"known.js": []}\n')
    site.write(
        **{
            "_static/known.js": "load('_static/later.css')",
            "_static/later.css": "i{color:var(--read)}",
            "_static/own.css": "body{--read:1;--unread:1}",
        }
    )
    site.build()

    assert "body{--read:1}" in site.style()
    assert (site.output / "_static/later.css").exists()

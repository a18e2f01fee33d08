"""Which rules a page keeps, and that what it keeps still means the same."""

import pytest
import tinycss2
from harness.light_sites import Site
from sphinx_light_pages import selectors, sheet
from sphinx_light_pages.blocks import OddError, blocks_of
from sphinx_light_pages.markup import found_on
from sphinx_light_pages.script_words import Words, brought_about, files_in, needs_by_word, words_of
from sphinx_light_pages.selectors import is_met, needs_of
from sphinx_light_pages.squeeze import ROOT, rebase, squeezed

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

    assert is_met(needs, frozenset())


@pytest.mark.parametrize(
    ("selector", "is_possible"),
    [("p.new", True), ("p.old", False), ("[data-theme=dark]", True), ("[data-theme] i", False), ("p[data-x]", False)],
)
def test_what_a_script_may_bring_about_need_not_stand_there(selector: str, is_possible: bool) -> None:
    (needs,) = needs_of(selector)
    assert needs is not None
    script = Words(frozenset({".new", "[data-theme]"}), frozenset(), frozenset(), frozenset())

    assert is_met(needs, frozenset({"p"}) | brought_about(script, needs_by_word(needs))) == is_possible


@pytest.mark.parametrize(
    ("attribute", "need"),
    [
        (""":class="{ 'dark': isDark }\"""", ".dark"),
        (':class="isDark ? `night dark` : x"', ".dark"),
        (':data-current="part === here"', "[data-current=true]"),
        ('x-bind:hidden="!open"', "[hidden]"),
        ('v-bind:aria-expanded="open"', "[aria-expanded=true]"),
        ("""@click="$el.classList.add('on')\"""", ".on"),
        ("x-cloak", "[x-cloak]"),
    ],
)
def test_an_attribute_that_is_code_may_bring_about_what_it_names(attribute: str, need: str) -> None:
    found, _, code = found_on(f"<p {attribute}>Text</p>")

    assert need in found | brought_about(words_of(code, None), needs_by_word([need]))
    assert not brought_about(words_of(code, None), needs_by_word([".other"]))


def test_an_unknown_script_may_bring_about_every_word_in_its_strings() -> None:
    script = words_of("""add('grown big'); make(`aside`); set("data-x", y); z = other""", None)
    needs = {"aside", ".grown", "#big", "[data-x]", "[data-x=1]", ".other", ".y"}

    assert brought_about(script, needs_by_word(needs)) == {"aside", ".grown", "#big", "[data-x]", "[data-x=1]"}


@pytest.mark.parametrize(
    ("script", "files"),
    [
        ('load("_static/a.css")', {"_static/a.css"}),
        ("import('./b.mjs?v=1'); f(c.js.map)", {"./b.mjs", "c.js"}),
        ("x.jsx + '.js'", set()),
        (f"{'a' * 300}.css", {f"{'a' * 200}.css"}),
    ],
)
def test_the_files_that_a_script_names_are_found(script: str, files: set[str]) -> None:
    assert set(files_in(script)) == files


# Each in one of the ways in which sheets are written by people and tools, and nothing that a browser leaves out.
SHEETS = [
    "a{color:red}b{}",
    "/* a{} */ a /* b */ { color : red ; /* c; } */ margin : 1px , 2px }",
    "a{content:'}';b:url(x;y.png)}a[title='{;}']{color:red}",
    "a{background:url(data:image/svg+xml;base64,AA==)}",
    r".a\{b{color:red}.md\:c{color:red}.\31 0{color:red}",
    "@media (min-width : 1px) , print{a{color:red}@supports (gap:1px){b{color:red}}}c{color:red}",
    "@import 'x.css';@layer a , b;a{color:red}",
    "@font-face{font-family:'A B';src:url(a.woff2)}@keyframes  k {from{top:0}50%{top:1px}}",
    "A > B + c~d  e,::before,:hover , #f.G { Color: Red !IMPORTANT; --Ab:  x  y }",
    "a:is(.b,.c):nth-child(2n + 1) d[e=f i]{width:calc(1px + 2px)}",
    "a{color:red;& b{color:blue};--x:{a:b};--y:;top:1px}",
    "a{filter:progid:X(y=1);*zoom:1;_height:1px;top:;1px;left}",
    "a{b:c;;d:e}  \n\t f{g:h}",
    "@page :first{margin:1cm}@charset 'utf-8';a{unicode-range:U+0-7F,U+ 100}",
    "a{--a:1px;--b:var( --a , var(--c) );color:VAR(--b)}",
]
ODD = [
    "a{",
    "a}b{}",
    "a{b:'x\n}c{}",
    "a;b{}",
    "a{b:c /* }",
    "<!-- a{} -->",
    "a{b:(c}d)}",
    "a{b:[c)d}",
    "a{} b",
    ".a\\ {}",
]


def read(text: str) -> list[object]:
    return [
        (node.selectors, node.declarations, node.asks) if isinstance(node, sheet.Rule) else node
        for node in sheet.read_sheet("s/a.css", lambda path: text if path == "s/a.css" else "i{j:k}")
    ]


def refuse(_: str) -> None:
    raise OddError


class Never:
    def fullmatch(self, _: str) -> None:
        """Find nothing."""


@pytest.mark.parametrize("text", SHEETS)
def test_a_sheet_read_in_haste_is_the_sheet_read_in_full(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    assert list(blocks_of(text))
    in_haste = read(text)
    selectors.read_selectors.cache_clear()
    monkeypatch.setattr(sheet, "blocks_of", refuse)
    monkeypatch.setattr(sheet, "_PLAIN", Never())
    monkeypatch.setattr(selectors, "_PLAIN", Never())

    assert in_haste == read(text)


@pytest.mark.parametrize("text", ODD)
def test_a_sheet_that_is_not_well_formed_is_read_in_full(text: str) -> None:
    with pytest.raises(OddError):
        list(blocks_of(text))


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
        (
            r"em{font:1px 'A Font 7'}@font-face{font-family:a font\ 7}",
            r'em{font:1px "A Font 7"}@font-face{font-family:a font\ 7}',
        ),
        (
            "em{font-family:Ka_Te}@font-face{font-family:'ka_te'}",
            'em{font-family:Ka_Te}@font-face{font-family:"ka_te"}',
        ),
        ("@font-face{font-family:'red rose'}", ""),
        (r"em{animation:a\:b}@keyframes a\:b{to{top:0}}", r"em{animation:a\:b}@keyframes a\:b{to{top:0}}"),
        ("em{animation:turning 1s}@keyframes turn{to{top:0}}", "em{animation:turning 1s}"),
        ("em{--a:1px;--b:2px;margin:var(--a)}", "em{--a:1px;margin:var(--a)}"),
        ("em{--a:var(--b);--b:2px;margin:var(--a)}", "em{--a:var(--b);--b:2px;margin:var(--a)}"),
        ("em{content:'</p>'}", 'em{content:"</p>"}'),
        ("@charset 'utf-8';em{color:red}", "em{color:red}"),
        ("em{color:red}} li{color:blue}", "em{color:red}"),  # a browser stumbles too
        (".other::-moz-x,em{color:red}", ".other::-moz-x,em{color:red}"),  # which a browser may leave out as a whole
        (".other::-moz-x{color:red}", ""),
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


@pytest.mark.parametrize(
    ("written", "of_root"),
    [
        ("url(a.png)", f"url({ROOT}s/a.png)"),
        ("url( '../a.png' )", f"url({ROOT}a.png)"),
        ("url('a b.png')", f'url("{ROOT}s/a b.png")'),
        ('url("it\'s.png")', f'url("{ROOT}s/it\'s.png")'),
        (r"url(a\).png)", f'url("{ROOT}s/a).png")'),
        (r"url('a\\b')", rf'url("{ROOT}s/a\\b")'),
        (r"url('a\a b')", rf'url("{ROOT}s/a\a b")'),
        ("f(url(a.png) 1x)", f"f(url({ROOT}s/a.png) 1x)"),
        ("image-set('a.png' 1x,\"b c\" type('b'))", f'image-set(url({ROOT}s/a.png) 1x,url("{ROOT}s/b c") type("b"))'),
        ("local('a b')", 'local("a b")'),
        ("url(/a.png)", 'url("/a.png")'),
        ("url(//host/a.png)", 'url("//host/a.png")'),
        ("url(#a)", 'url("#a")'),
        ("url('data:,x y')", 'url("data:,x y")'),
    ],
)
def test_an_address_is_written_from_the_root_and_in_quotation_marks_where_it_must(written: str, of_root: str) -> None:
    tokens = tinycss2.parse_component_value_list(written)
    rebase(tokens, "s")

    assert squeezed(tokens) == of_root


@pytest.mark.parametrize("address", ["'x.css'", "'x.css?v=1'", "url(x.css)", "url('x.css?v=1')", "url( './x.css' )"])
def test_a_sheet_is_imported_however_its_address_is_written(address: str) -> None:
    asked: list[str] = []

    def load(path: str) -> str:
        asked.append(path)
        return f"@import {address};" if path == "s/a.css" else ""

    assert not sheet.read_sheet("s/a.css", load)
    assert asked == ["s/a.css", "s/x.css"]


def test_a_sheet_for_paper_keeps_its_rules_and_is_for_paper(site: Site) -> None:
    site.conf('html_css_files = [("own.css", {"media": "print"})]\n')
    site.write(**{"_static/own.css": "em{color:red}.other{color:red}", "index.rst": PAGE})
    site.build()

    assert "@media print{em{color:red}}" in site.style()


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


def test_what_sheets_apart_from_each_other_use_of_each_other_is_kept(site: Site) -> None:
    site.conf('html_css_files = ["own.css", "https://example.org/own.css", "last.css"]')
    site.write(**{"_static/own.css": "@keyframes turn{to{top:0}}body{--a:1px}@keyframes unused{to{top:0}}"})
    site.write(**{"_static/last.css": "p{animation:turn 1s;margin:var(--a)}", "index.rst": "Home\n====\n\nText.\n"})
    site.build()

    assert "@keyframes turn" in site.page()
    assert "--a:1px" in site.page()
    assert "@keyframes unused" not in site.page()


def test_a_font_of_a_drawing_is_kept(site: Site) -> None:
    svg = '<svg><text font-family="Own Font">a</text></svg>'
    site.write(**{"_static/own.css": "@font-face{font-family:Own Font}@font-face{font-family:Other}"})
    site.write(**{"index.rst": f"Home\n====\n\n.. raw:: html\n\n   {svg}\n"})
    site.build()

    assert "@font-face{font-family:Own Font}" in site.style()
    assert "Other" not in site.style()

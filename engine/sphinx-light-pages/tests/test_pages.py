"""What stands on a page and beside it, and that every order of builds gives the same."""

from collections.abc import Callable
from pathlib import Path

import pytest
from harness.light_sites import Site, contents
from sphinx_light_pages.markup import Address, Tag, resolve, tags_of
from sphinx_light_pages.page import Workshop
from sphinx_light_pages.pictures import FLIGHTS, size
from sphinx_light_pages.scripts import Script, bundle, groups, inert, movable, short

CODE = "Code\n====\n\n.. code-block:: python\n\n   x = 1\n"


def test_a_page_asks_for_no_style_and_for_one_script(site: Site) -> None:
    site.build()

    assert '<link rel="stylesheet"' not in site.page()
    assert site.page().count("src=") == 1
    assert site.page().count('<script type="text/lean" data-lean-src="_static/light-pages/') == 1


def test_off_by_one_option_it_changes_nothing(site: Site, elsewhere: Callable[[str], Path]) -> None:
    site.conf("extensions = []\n")
    without = site.build(output=elsewhere("without"))
    site.conf("light_pages = False\n")
    off = site.build()

    different = {name for name, content in contents(off).items() if contents(without).get(name) != content}
    assert different <= {".buildinfo"}
    assert contents(off).keys() == contents(without).keys()


def test_switched_off_and_on_again_it_leaves_no_trace(site: Site, elsewhere: Callable[[str], Path]) -> None:
    site.conf("light_pages = False\n")
    clean = contents(site.build(output=elsewhere("clean")))
    site.conf("")
    light = contents(site.build())
    site.conf("light_pages = False\n")
    again = contents(site.build())
    site.conf("")

    assert {name: text for name, text in again.items() if "buildinfo" not in name} == {
        name: text for name, text in clean.items() if "buildinfo" not in name
    }
    assert {name: text for name, text in contents(site.build()).items() if "buildinfo" not in name} == {
        name: text for name, text in light.items() if "buildinfo" not in name
    }


def test_a_second_build_of_the_same_changes_nothing(site: Site) -> None:
    first = contents(site.build())
    before = {path: path.stat().st_mtime_ns for path in site.output.glob("*.html")}

    assert contents(site.build()) == first
    assert {path: path.stat().st_mtime_ns for path in site.output.glob("index.html")}.items() <= before.items()


def test_a_new_word_makes_no_other_page_anew(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.write(**{"other.rst": f":orphan:\n\n{CODE}"})
    site.build()
    made: list[str] = []
    make = Workshop.make

    def noted(workshop: Workshop, path: str, text: str) -> str:
        made.append(path)
        return make(workshop, path, text)

    monkeypatch.setattr(Workshop, "make", noted)
    site.write(**{"other.rst": f":orphan:\n\n{CODE}\nA wholly unheard-of word.\n"})
    site.build()

    assert made == ["other.html"]


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
@pytest.mark.parametrize(
    "change",
    [
        {"a.rst": ":orphan:\n\nA\n=\n\n*new*\n"},
        {"_static/own.css": "em{color:blue}h1{color:red}"},
        {"a.rst": f":orphan:\n\n{CODE}"},
    ],
    ids=["a page", "a style", "a page with other needs"],
)
def test_a_build_after_a_change_is_equal_to_a_clean_one(
    site: Site, elsewhere: Callable[[str], Path], builder: str, change: dict[str, str]
) -> None:
    site.write(**{f"{name}.rst": f":orphan:\n\n{name}\n=\n" for name in "abcdef"})
    site.write(**{"_static/own.css": "em{color:red}"})
    site.build(builder)
    site.write(**change)
    site.build(builder)

    clean = contents(site.build(builder, output=elsewhere("clean")))
    parallel = contents(site.build(builder, output=elsewhere("parallel"), processes=2))
    assert contents(site.output) == clean
    assert parallel == clean


def test_files_that_scripts_may_ask_for_stay(site: Site) -> None:
    """A script may put the name of a file together: nobody can tell that it is not asked for."""
    site.conf('html_js_files = ["asks.js"]\n')
    site.write(**{"_static/asks.js": "fetch(`_static/words.${lang}.js`)", "_static/words.de.js": ""})
    site.build()

    assert (site.output / "_static/words.de.js").exists()


def test_files_that_were_made_for_pages_go_with_them(site: Site) -> None:
    site.write(**{"_static/one.js": "one()"})
    site.conf('html_js_files = ["one.js"]\n')
    site.build()
    assert "one()" in made_for_pages(site)
    site.write(**{"_static/one.js": "two()"})
    site.build()

    assert "two()" in made_for_pages(site)
    assert "one()" not in made_for_pages(site)


def made_for_pages(site: Site) -> str:
    return "".join(file.read_text("utf-8") for file in (site.output / "_static/light-pages").iterdir())


def test_what_the_owner_put_beside_the_pages_stays(site: Site) -> None:
    site.write(**{"_static/talk.pdf": "PDF", "_static/folder/data.csv": "1"})
    site.build()

    assert (site.output / "_static/talk.pdf").exists()
    assert (site.output / "_static/folder/data.csv").exists()


def test_a_script_before_one_without_a_file_stays_in_its_place(site: Site) -> None:
    site.conf('html_js_files = ["lib.js", (None, {"body": "lib.start()"})]\nhtml_theme = "basic"\n')
    site.write(**{"_static/lib.js": "var lib = {}"})
    site.build()

    assert '<script src="_static/lib.js?v=' in site.page()
    assert (site.output / "_static/lib.js").exists()


@pytest.mark.parametrize(
    "declared",
    [
        "var lib = {}",
        "window.lib = {}",
        'c.d(window, "lib", function() { return {} })',
        "Object.defineProperty(this, 'lib', {get: () => 1})",
        "r.d(window, {one:()=>two,lib:()=>one})",
        "window['lib'] = {}",
        "let a=1;var lib={}",
        "var one={},lib=two()",
        "!function(e,t){for(var n in t)e[n]=t[n]}(window,{lib: {}})",
    ],
)
def test_a_script_that_leaves_a_name_for_one_without_a_file_stays_in_its_place(declared: str) -> None:
    """In each way in which those who bundle scripts do it."""
    inner = "lib.start({one: window.two}, 'other.') // other (it)"
    tags = [Tag("script", {"src": "lib.js"}, "", 0, 0), Tag("script", {}, inner, 1, 1)]
    places = [(tags[0], Address("lib.js", "", "")), (tags[1], None)]

    assert [script.name for script in movable(places, lambda _: declared)] == []
    assert [script.name for script in movable(places, lambda _: declared.replace("lib", "other"))] == ["lib.js"]


@pytest.mark.parametrize("declared", ["function start() {}", "window.start = () => {}"])
def test_a_script_whose_names_are_asked_for_when_the_page_is_read_stays_in_its_place(site: Site, declared: str) -> None:
    late = "document.addEventListener('DOMContentLoaded', () => start())"
    site.conf(f'html_js_files = [(None, {{"body": {late!r}}}), "lib.js", "other.js"]\nhtml_theme = "basic"\n')
    site.write(**{"_static/lib.js": declared, "_static/other.js": "other()"})
    site.build()

    assert '<script src="_static/lib.js?v=' in site.page()
    assert "other()" in made_for_pages(site)


def test_a_script_with_nothing_to_act_on_is_left_out(site: Site) -> None:
    site.conf('html_js_files = ["acts.js"]\nlight_pages_acts_on = {"acts.js": "div.highlight pre"}\n')
    site.write(**{"_static/acts.js": "acting()", "code.rst": f":orphan:\n\n{CODE}"})
    site.build()

    assert "acting()" in scripts_of(site, "code.html")
    assert "acting()" not in scripts_of(site, "index.html")


def test_two_scripts_that_declare_one_name_keep_a_file_each(site: Site) -> None:
    site.conf('html_js_files = ["one.js", "two.js"]\n')
    site.write(**{"_static/one.js": "const same = 1", "_static/two.js": "const same = 2"})
    site.build()

    assert site.page().count('<script type="text/lean"') == 2


LATER = "const start = 1\nfunction locale() {}"


@pytest.mark.parametrize(
    ("earlier", "files"),
    [
        ("same(catalog.locale, a?.start)", 1),
        ("same({locale: 1, start : 2})", 1),
        ("same({start(){}})", 2),
        ("same(() => start())", 2),
        ("same(...start)", 2),
        ("same(is ? start : 2)", 2),
        ("same(`${start}`)", 2),
        ("window.locale?.()", 2),
        ("self . locale()", 2),
        ("const {start} = one", 2),
        ("function start() {}", 2),
    ],
)
def test_a_script_that_asks_for_what_a_later_one_declares_keeps_its_file(earlier: str, files: int) -> None:
    """Names of all, that is; those of an object's parts are its own."""
    texts = {"_static/one.js": earlier, "_static/two.js": LATER}
    scripts = [Script(Tag("script", {"src": path}, "", 0, 0), Address(path, "", "")) for path in texts]

    assert len(groups(scripts, texts.__getitem__)) == files


@pytest.mark.parametrize(
    ("text", "is_contained"),
    [
        ("one()", True),
        ("(function ($) { const a = 1; $() })(jQuery)", True),
        ("!function(e){function t(){}}(jQuery)", True),
        ("$(document).ready(() => { let b = `${'{'}` })", True),
        ("var one = 1", True),
        ("letter.classList.add(constant)", True),
        ("/* function one() */ two('class a {', \"let b\")", True),
        ("const one = 1", False),
        ("  let one", False),
        ("two();function one() {}", False),
        ("async function one() {}", False),
        ("function* one() {}", False),
        ("class One {}", False),
        ("let [one] = two", False),
        ("const{one}=two", False),
        ("(function () {})(); class One {}", False),
        ("one(/[{]/)", False),
    ],
)
def test_a_script_that_fails_stops_no_other_unless_it_declares_names_for_them(text: str, is_contained: bool) -> None:
    assert ("catch" in bundle([text, "last()"])) == is_contained
    assert bundle([text]) == f";{short(text)}\n"


def test_a_script_that_finds_files_from_its_own_folder_keeps_its_file(site: Site) -> None:
    site.conf('html_js_files = ["one.js", "deep/two.js", "deep/three.js"]\n')
    own = 'const root = new URL("../..", document.currentScript.src)'
    site.write(**{"_static/one.js": "one()", "_static/deep/three.js": f"{{ {own} }}"})
    site.write(**{"_static/deep/two.js": 'document.currentScript.src.replace("two.js", "more.js")'})
    site.build()

    assert 'data-lean-src="_static/deep/two.js?v=' in site.page()
    assert 'data-lean-src="_static/one.js' not in site.page()
    assert 'data-lean-src="_static/deep/three.js' not in site.page()


def test_a_large_script_keeps_a_file_for_all_pages(site: Site) -> None:
    site.conf('html_js_files = ["large.js", "small.js"]\n')
    site.write(**{"_static/large.js": f"large('{'x' * 50_000}')", "_static/small.js": "small()"})
    site.build()

    assert 'data-lean-src="_static/large.js?v=' in site.page()
    assert "small()" in made_for_pages(site)


def test_a_script_that_its_authors_have_made_short_is_left_as_it_is(site: Site) -> None:
    short = f"short('{'x' * 500}')/* kept */"
    site.conf('html_js_files = ["short.js", "long.js"]\n')
    site.write(**{"_static/short.js": short, "_static/long.js": "long() /* dropped */\n"})
    site.build()

    assert short in made_for_pages(site)
    assert "dropped" not in made_for_pages(site)


def test_a_script_that_its_authors_wrote_in_no_utf_8_is_no_end(site: Site) -> None:
    site.conf('html_js_files = ["odd.js"]\n')
    (site.source / "_static/odd.js").write_bytes(b"odd('\xe9')")
    site.build()

    assert "odd(" in made_for_pages(site)


def test_a_script_that_reads_its_own_attributes_keeps_them(site: Site) -> None:
    site.conf('html_js_files = [("own.js", {"data-name": "a \\"b\\""})]\n')
    site.write(**{"_static/own.js": "document.currentScript.dataset.name"})
    site.build()

    assert 'data-name="a &quot;b&quot;"' in site.page()


def scripts_of(site: Site, page: str) -> str:
    names = [part.split('"')[0] for part in site.page(page).split('<script type="text/lean" data-lean-src="')[1:]]
    return "".join((site.output / name).read_text("utf-8") for name in names)


def test_drawings_come_with_the_page_as_long_as_it_arrives_in_one_go(site: Site) -> None:
    site.conf("html_css_files = []\n")
    names = [f"p{number}.svg" for number in range(24)]
    for seed, name in enumerate(names):
        way = " ".join(f"L{n * (7919 + seed) % 1009} {n * (104729 + seed) % 997}" for n in range(130))
        site.write(**{name: f'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0{way}"/></svg>'})
    site.write(**{"index.rst": "Home\n====\n\n" + "\n".join(f".. image:: {name}\n" for name in names)})
    site.build()
    page = site.page()

    inside = page.count('src="data:image/svg+xml,')
    assert 0 < inside < len(names)
    assert size(page) <= FLIGHTS[0]


def test_a_drawing_of_more_than_two_packets_is_asked_for_and_one_for_those_without_scripts_too(site: Site) -> None:
    site.conf("html_css_files = []\n")
    dots = [f"M{n * 7919 % 1009} {n * 104729 % 997}h0" for n in range(900)]
    for name, count in {"small": 300, "large": 900}.items():
        way = "".join(dots[:count])
        site.write(**{f"_static/{name}.svg": f'<svg xmlns="http://www.w3.org/2000/svg"><path d="{way}"/></svg>'})
    other = '<noscript><img src="_static/small.svg"></noscript>'
    drawn = f'<img src="_static/large.svg"><img src="_static/small.svg">{other}'
    site.write(**{"index.rst": f"Home\n====\n\n.. raw:: html\n\n   {drawn}\n"})
    site.build()

    assert '<img src="_static/large.svg"><img src="data:image/svg+xml,' in site.page()
    assert other in site.page()


def test_an_icon_comes_with_the_page(site: Site) -> None:
    site.conf('html_favicon = "icon.svg"\n')
    site.write(**{"icon.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>'})
    site.build()

    drawing = "%3Csvg%20xmlns='http://www.w3.org/2000/svg'/%3E"  # no address may hold other signs
    assert f'<link rel="icon" href="data:image/svg+xml,{drawing}' in site.page()


def test_a_manifest_waits_until_the_page_is_there(site: Site) -> None:
    link = '<link rel="manifest" href="site.webmanifest">'
    site.write(**{"index.rst": f"Home\n====\n\n.. raw:: html\n\n   {link}\n"})
    site.build()

    assert f'<noscript class="lean">{link}</noscript>' in site.page()
    assert "noscript.lean" in scripts_of(site, "index.html")


def test_text_that_is_shown_as_it_is_keeps_its_space(site: Site) -> None:
    site.write(**{"index.rst": "Home\n====\n\n::\n\n   a\n\n\n      b\n"})
    site.build()

    assert "a</span>\n\n\n   <span" in site.page() or "a\n\n\n   b" in site.page(), site.page()


FILES = {"a.js": "var a = 1", "b.js": "", "c.js": "window.c = 1"}


@pytest.mark.parametrize(
    ("scripts", "waiting"),
    [
        ("<script src=a.js></script><script src=b.js></script>", "a.js b.js"),
        ("<script defer src=a.js></script><script src=b.js></script>", "b.js a.js"),
        ("<script async src=a.js></script><script type=module src=b.js></script>", ""),
        ("<script type=text/javascript src=a.js></script><script type=text/x src=b.js></script>", "a.js"),
        ("<script src=a.js></script><script>a()</script><script src=b.js></script>", "b.js"),
        ("<script src=a.js></script><script>b()</script>", "a.js"),
        ("<script>start(c)</script><script src=b.js></script><script src=c.js></script>", ""),
        ("<script src=a.js></script><script src=https://h.example/x.js></script><script src=b.js></script>", "b.js"),
        ("<script defer src=a.js></script><script src=https://h.example/x.js></script>", "a.js"),
        ("<script defer src=a.js></script><script defer src=https://h.example/x.js></script>", ""),
        ("<script src=https://h.example/x.js>a()</script><script src=a.js></script>", "a.js"),
    ],
)
def test_a_script_waits_unless_another_needs_it_at_once(scripts: str, waiting: str) -> None:
    found = [
        (tag, resolve(tag.attributes.get("src", ""), "index.html", FILES.__contains__)) for tag in tags_of(scripts)
    ]

    assert " ".join(each.address.path for each in movable(found, FILES.__getitem__)) == waiting


def test_the_tag_of_a_script_that_waits_keeps_what_the_script_will_have() -> None:
    attributes = {"type": "module", "defer": "", "src": "a.js?v=1&b", "id": "x", "data-a": '"', "crossorigin": ""}

    assert inert(attributes) == (
        '<script type="text/lean" data-lean-src="a.js?v=1&amp;b" id="x" data-a="&quot;" data-lean-crossorigin></script>'
    )

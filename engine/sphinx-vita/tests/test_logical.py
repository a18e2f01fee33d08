"""Style sheets of others follow the text: what they say of left and right is said of start and end."""

from pathlib import Path

import pytest
import tinycss2
from sphinx_vita.look.logical import TURN, logical

ENGINE = Path(__file__).parents[2]
# Of our own sheets, what means the left in every language.
MEANT = {
    ("computed-figures.css", "transform", "translate(-50%, -50%)"): "the middle of a handle, on a picture",
}
SHEETS = sorted(path for path in ENGINE.glob("*/src/**/*.css") if path.name != "rtl.css")


def declared(css: str) -> str:
    return logical(f"p{{{css}}}").removeprefix("p{").removesuffix(";}")


@pytest.mark.parametrize(
    ("physical", "expected"),
    [
        ("left: 0", "inset-inline-start:0"),
        ("Right:auto", "inset-inline-end:auto"),
        ("margin-left: 1em !important", "margin-inline-start:1em!important"),
        ("padding-right: calc(1em + 2px)", "padding-inline-end:calc(1em + 2px)"),
        ("scroll-margin-left: 1px", "scroll-margin-inline-start:1px"),
        ("border-left: 1px solid red", "border-inline-start:1px solid red"),
        ("border-right-color: red", "border-inline-end-color:red"),
        ("border-top-left-radius: 1px", "border-start-start-radius:1px"),
        ("border-bottom-right-radius: 1px", "border-end-end-radius:1px"),
        ("text-align: LEFT", "text-align:start"),
        ("text-align: center", "text-align:center"),
        ("float: right", "float:inline-end"),
        ("clear: left", "clear:inline-start"),
        ("clear: both", "clear:both"),
        ("margin: 1px 2px 3px 4px", "margin-block:1px 3px;margin-inline:4px 2px"),
        ("margin: 0 calc(1px - 2px) 0 var(--a)", "margin-block:0 0;margin-inline:var(--a) calc(1px - 2px)"),
        ("margin: 1px 2px 3px 2px", "margin:1px 2px 3px 2px"),
        ("padding: 1px 2px", "padding:1px 2px"),
        ("inset: auto 1px 2px auto", "inset-block:auto 2px;inset-inline:auto 1px"),
        ("border-color: red blue red tan", "border-block-color:red red;border-inline-color:tan blue"),
        (
            "border-width: 1px 2px 1px 3px!important",
            "border-block-width:1px 1px!important;border-inline-width:3px 2px!important",
        ),
        ("border-radius: 1px", "border-radius:1px"),
        ("border-radius: 1px / 2px", "border-radius:1px / 2px"),
        (
            "border-radius: 1px 2px 3px",
            "border-start-start-radius:1px;border-start-end-radius:2px;"
            "border-end-end-radius:3px;border-end-start-radius:2px",
        ),
        ("transition: left .2s ease-in, opacity 1s", "transition:inset-inline-start .2s ease-in, opacity 1s"),
        ("transition-property: margin-right", "transition-property:margin-inline-end"),
        ("transform: translateX(-50%) scale(2)", f"transform:translateX(calc(-50% * var({TURN}))) scale(2)"),
        ("transform: translate(1px, 2px)", f"transform:translate(calc(1px * var({TURN})), 2px)"),
        ("transform: translate3d(1px, 0, 0)", f"transform:translate3d(calc(1px * var({TURN})), 0, 0)"),
        ("transform: translateX(0)", "transform:translateX(0)"),
        ("transform: translate(var(--a, 1px), 2px)", f"transform:translate(calc(var(--a, 1px) * var({TURN})), 2px)"),
        ("transform: translateY(1px)", "transform:translateY(1px)"),
        (
            "--shade: linear-gradient(to left, red, tan)",
            f"--shade:linear-gradient(calc(-90deg * var({TURN})), red, tan)",
        ),
        (
            "background: linear-gradient(45deg,red,tan)",
            f"background:linear-gradient(calc(45deg * var({TURN})),red,tan)",
        ),
        ("background: linear-gradient(red, tan)", "background:linear-gradient(red, tan)"),
        ("background: url(left.png) no-repeat", "background:url(left.png) no-repeat"),
        ("content: 'left: 0; right'", 'content:"left: 0; right"'),
        ("--left: 1px", "--left:1px"),
        ("--Left: 1px", "--Left:1px"),
        ("color: red", "color:red"),
    ],
)
def test_a_declaration_says_start_and_end(physical: str, expected: str) -> None:
    assert declared(physical) == expected


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ("@media (min-width: 1px) { a { left: 0 } }", "@media (min-width: 1px) {a {inset-inline-start:0;}}"),
        ("@layer a { @supports (x: y) { b { left: 0 } } }", "@layer a {@supports (x: y) {b {inset-inline-start:0;}}}"),
        (
            "@keyframes k { from { left: 0 } 50% { right: 0 } }",
            "@keyframes k {from {inset-inline-start:0;}50% {inset-inline-end:0;}}",
        ),
        ("a { &:hover { left: 0 } top: 0 }", "a {&:hover {inset-inline-start:0;}top:0;}"),
        ("a::before { *zoom: 1; left: 0 }", "a::before {inset-inline-start:0;}"),
        ('[dir="rtl"] a { left: 0 }', '[dir="rtl"] a { left: 0 }'),
        ("a:dir(ltr) { left: 0 }", "a:dir(ltr) { left: 0 }"),
        ("@font-face { font-family: left; src: url(a) }", "@font-face { font-family: left; src: url(a) }"),
        ('@import "left.css";', '@import "left.css";'),
        ("@page :left { margin-left: 1cm }", "@page :left { margin-left: 1cm }"),
        (".left > .right { color: red }", ".left > .right {color:red;}"),
        ("/* b */a { /* right: 0 */ left: 0; /* c */ }", "a {inset-inline-start:0;}"),
        ("a { left: 0", "a {inset-inline-start:0;}"),
        ("", ""),
    ],
)
def test_a_sheet_keeps_its_rules(sheet: str, expected: str) -> None:
    assert logical(sheet) == expected


def test_a_sheet_that_follows_the_text_stays_as_it_is() -> None:
    once = logical("a { left: 0; transform: translateX(1px) }")

    assert logical(once) == once != ""


def test_our_own_sheets_follow_the_text_by_themselves() -> None:
    said = {
        (path.name, each.name, tinycss2.serialize(each.value).strip())
        for path in SHEETS
        for each in _declarations(tinycss2.parse_stylesheet(path.read_text("utf-8"), skip_comments=True))
    }
    physical = {each for each in said if declared(f"{each[1]}:{each[2]}") != f"{each[1]}:{each[2]}"}

    assert len(SHEETS) == 5
    assert physical == MEANT.keys()


def _declarations(nodes: list[tinycss2.ast.Node]) -> list[tinycss2.ast.Declaration]:
    found = []
    for node in nodes:
        content = getattr(node, "content", None)
        if node.type == "declaration":
            found.append(node)
        elif content is not None:
            found += _declarations(tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True))
    return found

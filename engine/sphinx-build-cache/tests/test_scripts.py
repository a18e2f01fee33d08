"""What is left of a script without its comments runs the same."""

import pytest
from sphinx_build_cache.scripts import without_comments


@pytest.mark.parametrize(
    ("script", "left"),
    [
        ("a = 1 // b\n+ 2", "a=1\n+ 2"),
        ("s = `a  ${ b } ${c}\n d`", "s=`a  ${b} ${c}\n d`"),
        ("x = '// no' /* yes */", "x='// no'"),
        ("/*! licence */ a", "/*! licence */ a"),
        ("return /a b/g", "return /a b/g"),
        ("i + +j", "i + +j"),
        ("a < !--b", "a< !--b"),
        ("f() // x\u2028g()", "f()\ng()"),
        ("f() // x\u2029// y\u2028g() // z", "f()\ng()"),
        ("`${ a // x\u2028 + b }\u2028`", "`${a\n+ b}\u2028`"),
        ("return /* x\u2028 */ a", "return\na"),
        ("a = '\u2028'", "a='\u2028'"),
    ],
)
def test_comments_and_needless_space_leave_a_script(script: str, left: str) -> None:
    assert without_comments(script) == left


def test_lines_that_could_be_read_otherwise_stay_apart() -> None:
    script = "a = b // c\n+c; return /* d */ e\n/f/g\nlet s = `x  // ${ y }`; i + +j; i - -j"

    assert without_comments(script) == "a=b\n+c;return e\n/f/g\nlet s=`x  // ${y}`;i + +j;i - -j"

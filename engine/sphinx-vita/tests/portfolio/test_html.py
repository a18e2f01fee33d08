"""Every page is HTML as the standard wants it, in the ways in which one has once been wrong or may become so.

`make validate` asks the W3C's own checker, which knows every rule and needs Java.
"""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
BLOCKS = frozenset("aside details div dl figure footer form h1 h2 h3 h4 h5 h6 header nav ol p section ul".split())
ADDRESSES = frozenset("action cite data href poster src".split())
REFERENCES = frozenset("aria-controls aria-describedby aria-labelledby aria-owns for headers".split())
SCRIPTS = frozenset(("", "module", "text/javascript", "application/javascript"))
BAD_IN_ADDRESS = re.compile(r"[\s<>\"{}|\\^`\[\]]|%(?![0-9A-Fa-f]{2})")


class Judge(HTMLParser):
    """Reads a page and notes what is wrong, a line each."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self._open: list[str] = []
        self._ended: list[bool] = []  # for each open element: whether a caption of its own has ended
        self._ids: dict[str, int] = {}
        self._wanted: dict[str, int] = {}
        self.feed(text)
        self.close()
        self.wrong += [f"never closed: <{name}>" for name in self._open]
        self.wrong += [f"refers to an id that is nowhere: {each}" for each in self._wanted if each not in self._ids]

    def _note(self, what: str) -> None:
        self.wrong.append(f"line {self.getpos()[0]}: {what}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element, and at where it stands."""
        self._look(tag, attrs)
        if tag not in VOID:
            self._open.append(tag)
            self._ended.append(False)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element that ends at once."""
        self._look(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        if tag in VOID:
            return
        if not self._open or self._open[-1] != tag:
            self._note(f"</{tag}> ends <{self._open[-1] if self._open else ''}>")
            return
        self._open.pop()
        self._ended.pop()
        if tag == "figcaption":
            self._ended[-1] = True

    def _look(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        given = {name: value or "" for name, value in attrs}
        if len(set(names)) < len(names):
            self._note(f"<{tag}> has an attribute twice")
        if "p" in self._open and tag in BLOCKS and "svg" not in self._open:
            self._note(f"<{tag}> in a paragraph")
        if tag in ("a", "button") and {"a", "button"} & set(self._open):
            self._note(f"<{tag}> in a link or button")
        if self._ended and self._ended[-1]:
            self._note(f"<{tag}> follows a caption in a figure")
        if tag == "script" and "src" in given and given.get("type", "") not in SCRIPTS:
            self._note(f"a block of data has a file: {given['type']}")
        if tag == "script" and given.get("type", "") not in SCRIPTS and "/" not in given["type"]:
            self._note(f"no type of data: {given['type']}")
        self._look_at_ids(tag, given)

    def _look_at_ids(self, tag: str, given: dict[str, str]) -> None:
        if "id" in given:
            if given["id"] in self._ids or not given["id"] or re.search(r"\s", given["id"]):
                self._note(f"<{tag}> has an id that is another's or none: {given['id']!r}")
            self._ids[given["id"]] = self.getpos()[0]
        for name in REFERENCES & given.keys():
            self._wanted |= dict.fromkeys(given[name].split(), self.getpos()[0])
        for name in ADDRESSES & given.keys():
            if found := BAD_IN_ADDRESS.search(given[name]):
                self._note(f"{name} of <{tag}> holds {found[0]!r}: {given[name][:60]}")


def test_no_page_breaks_a_rule_of_html(built_site: Path) -> None:
    pages = sorted(built_site.rglob("*.html"))
    found = {path.relative_to(built_site).as_posix(): Judge(path.read_text("utf-8")).wrong for path in pages}

    assert len(found) > 20
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<figure><figcaption>a</figcaption><details></details></figure>", "<details> follows a caption"),
        ("<link href='data:image/svg+xml,<svg/>'>", "href of <link> holds '<'"),
        ("<link href='data:image/svg+xml,%3Csvg width=1'>", "holds ' '"),
        ("<script type='lean' src='a.js'></script>", "a block of data has a file"),
        ("<script type='lean'></script>", "no type of data"),
        ("<p id='a'></p><p id='a'></p>", "has an id that is another's"),
        ("<p><div></div></p>", "<div> in a paragraph"),
        ("<a href='x'><a href='y'>z</a></a>", "<a> in a link"),
        ("<div><span></div></span>", "</div> ends <span>"),
        ("<section>", "never closed: <section>"),
        ("<img alt='' src='a' src='b'>", "<img> has an attribute twice"),
        ("<figure aria-labelledby='name'></figure>", "refers to an id that is nowhere: name"),
    ],
)
def test_what_is_wrong_is_found(text: str, told: str) -> None:
    (wrong, *_) = Judge(text).wrong

    assert told in wrong

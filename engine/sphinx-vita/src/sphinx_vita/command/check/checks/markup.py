"""Every page is HTML as the standard wants it, in the ways in which pages go wrong.

The checker of the W3C knows every rule and needs Java; this one knows those that visitors and programs trip over.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from sphinx_vita.command.check.findings import Code, Finding, Level
from sphinx_vita.command.check.site import Site

BROKEN = Code("markup.broken", Level.ERROR, "a page breaks a rule of HTML")
REPEATED = Code("markup.repeated_id", Level.ERROR, "two elements of a page have one id")
MISSING = Code("markup.missing_id", Level.ERROR, "an element refers to an id that is not on its page")
CODES = (BROKEN, REPEATED, MISSING)

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
BLOCKS = frozenset("aside details div dl figure footer form h1 h2 h3 h4 h5 h6 header nav ol p section ul".split())
ADDRESSES = frozenset("action cite data href poster src".split())
REFERENCES = frozenset("aria-controls aria-describedby aria-labelledby aria-owns for headers".split())
SCRIPTS = frozenset(("", "module", "text/javascript", "application/javascript"))
_BAD_IN_ADDRESS = re.compile(r"[\s<>\"{}|\\^`\[\]]|%(?![0-9A-Fa-f]{2})")


def check(site: Site) -> Iterator[Finding]:
    """Read every page as a strict reader."""
    for page in site.pages.values():
        for code, what in Reader(page.html).wrong:
            yield Finding(code=code, message=f"{what}; mend the template or extension that writes it", page=page.path)


class Reader(HTMLParser):
    """Reads a page and notes what is wrong."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.wrong: list[tuple[Code, str]] = []
        self._open: list[str] = []
        self._ended: list[bool] = []  # for each open element: whether a caption of its own has ended
        self._ids: set[str] = set()
        self._wanted: dict[str, None] = {}
        self.feed(text)
        self.close()
        self.wrong += [(BROKEN, f"never closed: <{name}>") for name in self._open]
        for name in self._wanted:
            if name not in self._ids:
                self.wrong.append((MISSING, f"refers to an id that is nowhere: {name}"))

    def _note(self, what: str, code: Code = BROKEN) -> None:
        self.wrong.append((code, f"line {self.getpos()[0]} of the page: {what}"))

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
        if tag == "figcaption" and self._ended:
            self._ended[-1] = True

    def _look(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if len(given) < len(attrs):
            self._note(f"<{tag}> has an attribute twice")
        if "p" in self._open and tag in BLOCKS and "svg" not in self._open:
            self._note(f"<{tag}> in a paragraph")
        if tag in ("a", "button") and {"a", "button"} & set(self._open):
            self._note(f"<{tag}> in a link or button")
        if self._ended and self._ended[-1]:
            self._note(f"<{tag}> follows a caption in a figure")
        if tag == "script":
            self._look_at_script(given)
        self._look_at_ids(tag, given)

    def _look_at_script(self, given: dict[str, str]) -> None:
        kind = given.get("type", "")
        if "src" in given and kind not in SCRIPTS:
            self._note(f"a block of data has a file: {kind}")
        if kind not in SCRIPTS and "/" not in kind:
            self._note(f"no type of data: {kind}")

    def _look_at_ids(self, tag: str, given: dict[str, str]) -> None:
        if "id" in given:
            if given["id"] in self._ids or not given["id"] or re.search(r"\s", given["id"]):
                self._note(f"<{tag}> has an id that is another's or none: {given['id']!r}", REPEATED)
            self._ids.add(given["id"])
        for name in sorted(REFERENCES & given.keys()):
            self._wanted |= dict.fromkeys(given[name].split())
        for name in sorted(ADDRESSES & given.keys()):
            if found := _BAD_IN_ADDRESS.search(given[name]):
                self._note(f"{name} of <{tag}> holds {found[0]!r}: {given[name][:60]}")

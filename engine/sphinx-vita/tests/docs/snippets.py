"""The snippets of the documentation, as its pages hold them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))
_FENCE = re.compile(r"^(?P<marks>`{3,})(?P<info>[^`\n]*)\n(?P<text>.*?)^(?P=marks)$", re.MULTILINE | re.DOTALL)
_OPTION = re.compile(r":(?P<name>\w+): (?P<value>.*)\n")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A block of a page: its language or directive, its caption, which names a file, and its text."""

    page: str
    line: int
    language: str
    caption: str
    text: str

    def __str__(self) -> str:
        """Name it in the report of a test."""
        return f"{self.page}:{self.line}"


def snippets(page: str) -> Iterator[Snippet]:
    """Return the blocks of a page; those inside an example belong to it."""
    source = (DOCS / page).read_text("utf-8")
    for block in _FENCE.finditer(source):
        words = block["info"].split()
        language = words[-1] if words[:1] == ["{code-block}"] else block["info"].strip()
        text, caption = block["text"], ""
        while words[:1] == ["{code-block}"] and (option := _OPTION.match(text)):
            caption = option["value"] if option["name"] == "caption" else caption
            text = text[option.end() :]
        line = source.count("\n", 0, block.start()) + 1
        yield Snippet(page, line, language, caption, text.removeprefix("\n"))


ALL = [snippet for page in PAGES for snippet in snippets(page)]
EXAMPLES = [snippet for snippet in ALL if snippet.language == "{vita-example}"]

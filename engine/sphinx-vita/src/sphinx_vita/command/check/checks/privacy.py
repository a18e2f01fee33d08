"""What is withheld is nowhere: not in a page, the search index, a PDF, an export or a file beside them."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote
from zlib import decompress

from sphinx_vita.command.check.documents import pdf_text
from sphinx_vita.command.check.findings import Code, Finding, Level
from sphinx_vita.command.check.page import fold
from sphinx_vita.command.check.site import Site
from sphinx_vita.reading.private_text import Private, without_private

WITHHELD = Code("privacy.withheld", Level.ERROR, "a file of the site holds what a record withholds")
FILE = Code("privacy.file", Level.ERROR, "a file that a record withholds is on the site")
CODES = (WITHHELD, FILE)

_PACKED = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".ico", ".woff", ".woff2", ".ttf", ".zip", ".mp4")
_SHORTEST = 5  # characters: less is found everywhere
_NUMBER = re.compile(r"\+?\d[\d\s().\-/\u00a0]{5,}\d")


def check(site: Site) -> Iterator[Finding]:
    """Look for every withheld value in every file of the output."""
    in_the_open = [fold(without_private(name, text)) for name, text in site.sources.items()] if site.private else []
    wanted = [(name, private) for name, private in site.private if _is_telling(private, in_the_open)]
    for name, private in wanted:
        if private.is_file:
            yield from _files(site, name, private)
    if not wanted:
        return
    for path, file in site.files.items():
        text = readable(file) if not path.endswith(_PACKED) else ""
        numbers = _digits(text)
        for name, private in wanted:
            if _is_in(private, text, numbers):
                message = (
                    f"the {private.what} is withheld, and stands in {path}; take it out of what else names it, "
                    "or build the site anew in an empty folder"
                )
                yield Finding(code=WITHHELD, message=message, file=name, line=private.line, page=path)


def readable(file: Path) -> str:
    """Return the text of a file as a program that collects addresses reads it, folded."""
    if file.suffix == ".pdf":
        return fold(pdf_text(file))
    content = file.read_bytes()
    if file.suffix == ".inv":
        head, _, body = content.partition(b"zlib.\n")
        content = head + decompress(body)
    text = unquote(unescape(content.decode("utf-8", "replace")))
    # A span around each @ and dot hides a mailbox from nobody.
    return fold(re.sub(r"<span>([@.])</span>", r"\1", text))


def _is_telling(private: Private, in_the_open: list[str]) -> bool:
    """Whether a value says something: a mailbox and a number always, words that the sources say openly do not."""
    value = fold(private.value)
    return private.is_contact or (len(value) >= _SHORTEST and not any(value in text for text in in_the_open))


def _is_in(private: Private, text: str, numbers: set[str]) -> bool:
    if private.is_number:
        digits = re.sub(r"\D", "", private.value)
        return any(digits == number or (len(digits) > 9 and number == digits[-10:]) for number in numbers)
    return fold(private.value) in text


def _digits(text: str) -> set[str]:
    return {re.sub(r"\D", "", number) for number in _NUMBER.findall(text)}


def _files(site: Site, source: str, private: Private) -> Iterator[Finding]:
    name = private.value.rpartition("/")[2]
    for path in site.files:
        if path.rpartition("/")[2] == name:
            message = f"the file {name} is withheld and lies on the site; remove the output and build anew"
            yield Finding(code=FILE, message=message, file=source, line=private.line, page=path)

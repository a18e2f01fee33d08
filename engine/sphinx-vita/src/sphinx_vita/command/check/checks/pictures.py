"""Pictures have words: what they show for those who do not see them."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from bs4 import Tag

from sphinx_vita.command.check.findings import Code, Finding, Level
from sphinx_vita.command.check.site import Site, name_in_source
from sphinx_vita.records import Publication

NO_ALT = Code("pictures.no_alt", Level.ERROR, "a picture says nothing to those who do not see it")
NO_WORDS = Code("pictures.no_words", Level.WARNING, "a picture has no words, or such as say nothing")
CODES = (NO_ALT, NO_WORDS)

_FILE = re.compile(r"\S*\.(?:png|jpe?g|gif|svg|webp|avif)", re.IGNORECASE)
_SHOWN = "img[alt]:not([role=presentation]):not(.vita-preview)"
_NOTHING = re.compile(  # what cameras, programs and templates write
    r"(?:an? |the |my )?(?:alt(?:ernative)?(?:[ -]?te?xt)?|image|img|picture|pic|photo|figure|fig|graphic|screen ?shot|"
    r"icon|logo|thumbnail|untitled|placeholder|todo|tbd|description|drawing|plot|chart)?(?:[ ._-]*(?:goes )?here)?"
    r"[ ._#-]*\d*\.?|"
    r"(?:IMG|DSC[FN]?|PXL|P|image|Screen ?shot|Bildschirmfoto|Capture)[ _-]?\d{3}(?:[\d _.:-]|at|um|[ap]m)*",
    re.IGNORECASE,
)


def check(site: Site) -> Iterator[Finding]:
    """Look at the words of every picture; in the theme's frame an empty text means decoration."""
    yield from _previews(site)
    for page in site.pages.values():
        for picture in page.soup.select("img:not([alt]), area[href]:not([alt]), input[type=image]:not([alt])"):
            name, needles = _named(picture)
            message = f"{name} has no words; write what it shows: ![what it shows](file)"
            yield site.on_page(NO_ALT, page.path, message, *needles)
        for drawing in page.article.select("svg[role=img], [role=img]:not(img):not(svg), object[type^='image/']"):
            if not _is_named(drawing):
                message = "a drawing has no words; give it a <title>, or aria-label='what it shows'"
                yield site.on_page(NO_ALT, page.path, message, f"<{drawing.name}")
        for picture in page.article.select(_SHOWN):
            words = str(picture["alt"]).strip()
            if _says_nothing(words, str(picture.get("src", ""))):
                name, needles = _named(picture)
                message = f"{name} says {words!r}; write what it shows: ![what it shows](file)"
                yield site.on_page(NO_WORDS, page.path, message, *needles)


def _previews(site: Site) -> Iterator[Finding]:
    """Look at the words of the pictures of papers, which stand in their entries."""
    for file, paper in site.of(Publication):
        if paper.preview and paper.is_listed and _says_nothing(paper.preview_alt, paper.preview):
            message = (
                f"the preview of {paper.key!r} says {paper.preview_alt!r}; write what it shows: preview_alt = {{...}}"
            )
            yield Finding(code=NO_WORDS, message=message, file=file, line=paper.line)


def _says_nothing(words: str, source: str) -> bool:
    """Whether words are none, the name of a file, or those that a program or a template has put there."""
    return bool(_FILE.fullmatch(words) or _NOTHING.fullmatch(words)) or words == PurePosixPath(source).stem


def _is_named(drawing: Tag) -> bool:
    """Whether a drawing on the page says what it shows."""
    said = drawing.get("aria-label") or drawing.get("aria-labelledby") or drawing.get("title")
    return bool(said or drawing.find(["title", "desc"]) or drawing.get_text(strip=True))


def _named(picture: Tag) -> tuple[str, tuple[str, ...]]:
    """Return how to call a picture, and how it may stand in the source; one that is drawn on the page has no name."""
    source = str(picture.get("src", ""))
    is_drawn = source.startswith("data:")
    return ("a picture", ("![](",)) if is_drawn else (f"the picture {source}", name_in_source(source))

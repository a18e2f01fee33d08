"""Pictures have words: what they show for those who do not see them."""

import re
from collections.abc import Iterator

from bs4 import Tag

from sphinx_vita.command.check.findings import Code, Finding, Level
from sphinx_vita.command.check.site import Site, name_in_source

NO_ALT = Code("pictures.no_alt", Level.ERROR, "a picture says nothing to those who do not see it")
NO_WORDS = Code("pictures.no_words", Level.WARNING, "a picture has no words, or the name of its file for words")
CODES = (NO_ALT, NO_WORDS)

_FILE = re.compile(r"\S*\.(?:png|jpe?g|gif|svg|webp|avif)", re.IGNORECASE)


def check(site: Site) -> Iterator[Finding]:
    """Look at the words of every picture; in the theme's frame an empty text means decoration."""
    for page in site.pages.values():
        for picture in page.soup.select("img:not([alt])"):
            name, needles = _named(picture)
            message = f"{name} has no words; write what it shows: ![what it shows](file)"
            yield site.on_page(NO_ALT, page.path, message, *needles)
        for picture in page.article.select("img[alt]:not([role=presentation])"):
            words = str(picture["alt"]).strip()
            if not words or _FILE.fullmatch(words):
                name, needles = _named(picture)
                message = f"{name} says {words!r}; write what it shows: ![what it shows](file)"
                yield site.on_page(NO_WORDS, page.path, message, *needles)


def _named(picture: Tag) -> tuple[str, tuple[str, ...]]:
    """Return how to call a picture, and how it may stand in the source; one that is drawn on the page has no name."""
    source = str(picture.get("src", ""))
    is_drawn = source.startswith("data:")
    return ("a picture", ("![](",)) if is_drawn else (f"the picture {source}", name_in_source(source))

"""Pictures have words: what they show for those who do not see them."""

import re
from collections.abc import Iterator

from sphinx_vita.command.check.findings import Code, Finding, Level
from sphinx_vita.command.check.site import Site, name_in_source

NO_ALT = Code("pictures.no_alt", Level.ERROR, "a picture says nothing to those who do not see it")
NO_WORDS = Code("pictures.no_words", Level.WARNING, "a picture has no words, or the name of its file for words")
CODES = (NO_ALT, NO_WORDS)

_FILE = re.compile(r"\S*\.(?:png|jpe?g|gif|svg|webp|avif)", re.IGNORECASE)


def check(site: Site) -> Iterator[Finding]:
    """Look at the words of every picture; in the theme's frame an empty text means decoration."""
    for page in site.pages.values():
        for picture in page.soup.select("img"):
            source = str(picture.get("src", ""))
            name = "drawn on the page" if source.startswith("data:") else source
            if picture.get("alt") is None:
                message = f"the picture {name} has no words; write what it shows: ![what it shows]({name})"
                yield site.on_page(NO_ALT, page.path, message, *name_in_source(source))
        for picture in page.article.select("img[alt]:not([role=presentation])"):
            words, source = str(picture["alt"]).strip(), str(picture.get("src", ""))
            if not words or _FILE.fullmatch(words):
                name = "drawn on the page" if source.startswith("data:") else source
                message = f"the picture {name} says {words!r}; write what it shows: ![what it shows]({name})"
                yield site.on_page(NO_WORDS, page.path, message, *name_in_source(source))

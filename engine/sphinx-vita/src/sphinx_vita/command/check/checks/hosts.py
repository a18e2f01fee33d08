"""No third party: a visitor's browser asks no other host for anything that he has not clicked."""

import re
from collections.abc import Iterator

from bs4 import Tag

from sphinx_vita.command.check.findings import Code, Finding, Level
from sphinx_vita.command.check.page import Page, split
from sphinx_vita.command.check.site import Site

FETCHED = Code("hosts.fetched", Level.ERROR, "a page fetches something from another host")
STYLED = Code("hosts.styled", Level.ERROR, "a style sheet fetches something from another host")
SENT = Code("hosts.sent", Level.ERROR, "a form sends what is typed to another host")
CODES = (FETCHED, STYLED, SENT)

_FETCHED_LINKS = frozenset(
    "stylesheet icon preload prefetch modulepreload preconnect dns-prefetch manifest apple-touch-icon".split()
)
_OTHER = r"(?:https?:)?//[^\s'\")]+"
_IN_STYLES = re.compile(rf"url\(\s*['\"]?({_OTHER})|@import\s+['\"]({_OTHER})")


def check(site: Site) -> Iterator[Finding]:
    """Look for addresses of other hosts in whatever a browser fetches by itself."""
    own = split(site.settings.address).netloc
    for page in site.pages.values():
        for element, address in page.addresses():
            host = split(address).netloc
            if host and host != own and (code := _code(element)):
                action = "sends its words to" if code is SENT else "is fetched from"
                message = f"<{element.name}> {action} {host}; save the file in the site and name it there"
                yield site.on_page(code, page.path, message, address, host)
        yield from _styles(site, page, own)
    for name, path in site.files.items():
        if name.endswith(".css"):
            for host in _hosts(path.read_text("utf-8", errors="replace"), own):
                message = f"the style sheet fetches from {host}; save the file beside it"
                yield Finding(code=STYLED, message=message, page=name)


def _code(element: Tag) -> Code | None:
    """Tell which rule the address of an element falls under; None where it waits for a click."""
    if element.name in ("a", "area", "base", "blockquote", "q", "del", "ins"):
        return None
    if element.name == "form":
        return SENT
    if element.name == "link":
        return FETCHED if {str(word).lower() for word in element.get("rel") or []} & _FETCHED_LINKS else None
    return FETCHED


def _styles(site: Site, page: Page, own: str) -> Iterator[Finding]:
    written = [style.get_text() for style in page.soup.select("style")]
    written += [str(element["style"]) for element in page.soup.select("[style]")]
    for host in _hosts("\n".join(written), own):
        message = f"a style on the page fetches from {host}; save the file in the site"
        yield site.on_page(STYLED, page.path, message, host)


def _hosts(styles: str, own: str) -> list[str]:
    hosts = [split(match[1] or match[2]).netloc for match in _IN_STYLES.finditer(styles)]
    return list(dict.fromkeys(host for host in hosts if host != own))

"""Links inside the site: each leads to a page or file that is there, and to a place on it that is there."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from sphinx_vita.command.check.findings import Code, Finding, Level
from sphinx_vita.command.check.page import Page, is_external
from sphinx_vita.command.check.site import Site, name_in_source

BROKEN = Code("links.broken", Level.ERROR, "a link, picture or file of a page is not there")
ANCHOR = Code("links.anchor", Level.ERROR, "a link leads to a place on a page that is not there")
CANONICAL = Code("links.canonical", Level.ERROR, "a page says another address of itself than the one it has")
EXPORTED = Code("links.exported", Level.ERROR, "a file for programs names a page that is not there")
CODES = (BROKEN, ANCHOR, CANONICAL, EXPORTED)

_FOR_PROGRAMS = ("sitemap.xml", "robots.txt", "llms.txt", "feed.atom", "resume.json")


def check(site: Site) -> Iterator[Finding]:
    """Follow every internal address of every page and file for programs."""
    for page in site.pages.values():
        yield from _links(site, page)
        yield from _canonical(site, page)
    if site.settings.address:
        yield from _exported(site)


def _links(site: Site, page: Page) -> Iterator[Finding]:
    for address in dict.fromkeys(address for _, address in page.addresses()):
        target = None if is_external(address) or address.startswith("data:") else page.resolve(address)
        if target is None:
            continue
        path, fragment = target
        needles = name_in_source(address)
        if path not in site.files:
            message = f"{address!r} leads to nothing; correct the link, or put the file there"
            yield site.on_page(BROKEN, page.path, message, *needles)
        elif fragment and path in site.pages and fragment not in site.pages[path].ids and not _was_told(site, fragment):
            message = f"{address!r} leads to a place that is not on {path}; write the name of a heading or record of it"
            yield site.on_page(ANCHOR, page.path, message, *needles)


def _was_told(site: Site, fragment: str) -> bool:
    """Tell whether the build has named a link to no page, which MyST writes as one to a place, at its own line."""
    missed = (each.message for each in site.warnings if each.code.name == "build.myst.xref_missing")
    return any(f"'{fragment}'" in message for message in missed)


def _canonical(site: Site, page: Page) -> Iterator[Finding]:
    """Hold what a page says of its own address to where it lies; `index.html` is not said of a folder."""
    for link in page.soup.select("link[rel=canonical]"):
        said, path = str(link.get("href", "")), site.settings.address + page.path
        if site.settings.address and said not in (path, path.removesuffix("index.html")):
            message = f"the page says that its address is {said!r}, and it is {path}; correct html_baseurl in conf.py"
            yield site.on_page(CANONICAL, page.path, message)


def _exported(site: Site) -> Iterator[Finding]:
    own = re.compile(re.escape(site.settings.address) + r"([^\s<>\"')\]#]*)")
    for name in _FOR_PROGRAMS:
        text = site.files[name].read_text("utf-8", errors="replace") if name in site.files else ""
        for path in dict.fromkeys(unquote(match[1]) for match in own.finditer(text)):
            file = f"{path}index.html" if path == "" or path.endswith("/") else path
            if file not in site.files and file.rstrip(".,;") not in site.files:
                message = f"{name} names {path!r}, which is not there; build the site anew"
                yield Finding(code=EXPORTED, message=message, page=name)

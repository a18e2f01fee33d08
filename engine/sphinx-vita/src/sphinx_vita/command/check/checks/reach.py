"""Ways through the site: every page is reached by links, and the tree in the sidebar stays short."""

from collections.abc import Iterator

from sphinx_vita.command.check.findings import Code, Finding, Level
from sphinx_vita.command.check.page import Page, is_external
from sphinx_vita.command.check.site import Site

UNREACHED = Code("reach.unreached", Level.WARNING, "no link leads from the home page to a page")
CROWDED = Code("reach.crowded", Level.WARNING, "the tree in the sidebar of every page is long")
CODES = (UNREACHED, CROWDED)

MOST_IN_TREE = 60  # links; the theme writes all of them into each page


def check(site: Site) -> Iterator[Finding]:
    """Walk from the home page, and count the links of its sidebar."""
    if site.home not in site.pages:
        return
    reached = _reached(site)
    folders = ("", *(f"{language}/" for language in site.translations))
    names = (f"{site.settings.missing}.html", f"{site.settings.missing}/index.html")
    shown_by_host = {f"{folder}{name}" for folder in folders for name in names}
    for path, page in site.pages.items():
        if path not in reached | shown_by_host and page.leads_on is None:
            message = "no link leads here from the home page; link the page from another, or take it out"
            yield site.on_page(UNREACHED, path, message)
    crowd = site.pages[site.home].soup.select(".sidebar-tree a[href]")
    if len(crowd) > MOST_IN_TREE:
        message = (
            f"the sidebar holds {len(crowd)} links, and every page has them all; "
            "take long lists out of the toctree and link them from a page (':orphan: true' in their front matter)"
        )
        yield site.on_page(CROWDED, site.home, message, "toctree")


def _reached(site: Site) -> set[str]:
    """Follow the links that a visitor sees, and for the search the form that every page has."""
    reached, waiting = {site.home}, [site.home]
    while waiting:
        found = _targets(site.pages[waiting.pop()]) & site.pages.keys()
        waiting += sorted(found - reached)
        reached |= found
    return reached


def _targets(page: Page) -> set[str]:
    ways = page.soup.select("a[href], form[action]")
    addresses = (str(way.get("href") or way.get("action")) for way in ways)
    targets = (page.resolve(address) for address in addresses if not is_external(address))
    return {target[0] for target in targets if target}

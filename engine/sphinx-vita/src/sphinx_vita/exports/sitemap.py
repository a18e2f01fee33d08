"""The addresses of all pages, for search engines: sitemaps.org 0.9.

sphinx-sitemap lists only the pages that a build has written, so that after an incremental build most are missing.
"""

from xml.etree import ElementTree

from sphinx_vita.records.portfolio import Page, Portfolio

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def dump(portfolio: Portfolio) -> str:
    """List every page by its absolute address, with where it is in other languages; without an address, nothing."""
    ElementTree.register_namespace("", _NAMESPACE)
    ElementTree.register_namespace("xhtml", _XHTML)
    urls = ElementTree.Element(f"{{{_NAMESPACE}}}urlset")
    for page in sorted(portfolio.pages, key=lambda page: page.path):
        if portfolio.address:
            url = ElementTree.SubElement(urls, f"{{{_NAMESPACE}}}url")
            ElementTree.SubElement(url, f"{{{_NAMESPACE}}}loc").text = portfolio.address + page.path
            for language, address in alternate_links(page):
                link = {"rel": "alternate", "hreflang": language, "href": address}
                ElementTree.SubElement(url, f"{{{_XHTML}}}link", link)
    ElementTree.indent(urls)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(urls, encoding="unicode") + "\n"


def alternate_links(page: Page) -> list[tuple[str, str]]:
    """Return language and address of a page in each language, and last that for readers of any other."""
    found = [(each.language, each.url) for each in page.alternates]
    return [*found, ("x-default", found[0][1])] if found else []

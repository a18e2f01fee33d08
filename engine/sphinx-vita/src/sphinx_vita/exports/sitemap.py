"""The addresses of all pages, for search engines: sitemaps.org 0.9.

sphinx-sitemap lists only the pages that a build has written, so that after an incremental build most are missing.
"""

from xml.etree import ElementTree

from sphinx_vita.records.portfolio import Portfolio

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def dump(portfolio: Portfolio) -> str:
    """List every page by its absolute address; without the site's own address there is nothing to list."""
    ElementTree.register_namespace("", _NAMESPACE)
    urls = ElementTree.Element(f"{{{_NAMESPACE}}}urlset")
    for page in sorted(portfolio.pages, key=lambda page: page.path):
        if portfolio.address:
            url = ElementTree.SubElement(urls, f"{{{_NAMESPACE}}}url")
            ElementTree.SubElement(url, f"{{{_NAMESPACE}}}loc").text = portfolio.address + page.path
    ElementTree.indent(urls)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(urls, encoding="unicode") + "\n"

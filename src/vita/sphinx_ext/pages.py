"""Which pages are more than pages: those that are set as PDF too, and the one that lists the downloads."""

from typing import TYPE_CHECKING, cast

from sphinx.application import Sphinx

if TYPE_CHECKING:  # it needs this module itself
    from vita.sphinx_ext.domain import VitaDomain

HTML_BUILDERS = ("html", "dirhtml", "singlehtml")  # those that write a whole site; an e-book gets no exports


def has_exports(app: Sphinx) -> bool:
    """Whether files are made beside the pages."""
    return bool(app.config.vita_exports) and app.builder.name in HTML_BUILDERS


def pages_with_pdf(app: Sphinx) -> dict[str, str]:
    """Give the pages that ask for a PDF by `pdf:` in their front matter, with the name of the file."""
    return {docname: path for docname, path in _stated(app, "pdf").items() if path} if has_exports(app) else {}


def pages_with_downloads(app: Sphinx) -> list[str]:
    """Give the pages that list what can be downloaded."""
    return list(_stated(app, "downloads")) if has_exports(app) else []


def _stated(app: Sphinx, field: str) -> dict[str, str]:
    """Give what pages state in a field of their front matter; every page asks, so all are searched but once."""
    known = cast("VitaDomain", app.env.get_domain("vita")).catalog.front_matter
    if field not in known:
        pages = sorted(app.env.metadata.keys() & app.env.all_docs.keys())
        known[field] = {page: str(meta[field] or "") for page in pages if field in (meta := app.env.metadata[page])}
    return known[field]

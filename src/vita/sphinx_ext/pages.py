"""Which pages are more than pages: those that are set as PDF too, and the one that lists the downloads."""

from sphinx.application import Sphinx

HTML_BUILDERS = ("html", "dirhtml", "singlehtml")  # those that write a whole site; an e-book gets no exports


def has_exports(app: Sphinx) -> bool:
    """Whether files are made beside the pages."""
    return bool(app.config.vita_exports) and app.builder.name in HTML_BUILDERS


def pages_with_pdf(app: Sphinx) -> dict[str, str]:
    """Give the pages that ask for a PDF by `pdf:` in their front matter, with the name of the file."""
    if not has_exports(app):
        return {}
    asking = {docname: str(meta["pdf"]) for docname, meta in app.env.metadata.items() if meta.get("pdf")}
    return {docname: asking[docname] for docname in sorted(asking) if docname in app.env.all_docs}


def pages_with_downloads(app: Sphinx) -> list[str]:
    """Give the pages that list what can be downloaded."""
    return (
        sorted(docname for docname, meta in app.env.metadata.items() if "downloads" in meta) if has_exports(app) else []
    )

"""What programs may visit, and where the list of pages is: robots.txt, RFC 9309."""

from sphinx_vita.records.portfolio import Portfolio


def dump(portfolio: Portfolio) -> str:
    """Allow everything; name the sitemap where the site's address is known."""
    lines = ["User-agent: *", "Allow: /"]
    if portfolio.address:
        lines += ["", *(f"Sitemap: {portfolio.address}{folder}sitemap.xml" for folder in ("", *portfolio.folders))]
    return "\n".join(lines) + "\n"

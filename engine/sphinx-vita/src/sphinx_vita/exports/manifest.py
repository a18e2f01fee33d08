"""How a phone shows the site on its home screen: the web application manifest of the W3C."""

import json

from sphinx_vita.locale import direction_of
from sphinx_vita.records.portfolio import Portfolio

ICON_SIZES = (192, 512)  # pixels


def dump(portfolio: Portfolio) -> str:
    """Name the site and its icons."""
    icons = [{"src": f"icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"} for size in ICON_SIZES]
    document = {
        "name": portfolio.title,
        "short_name": portfolio.title,
        "lang": portfolio.language,
        **({"dir": "rtl"} if direction_of(portfolio.language) == "rtl" else {}),
        "start_url": ".",
        "display": "browser",
        "icons": icons,
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"

"""The names in a drawing: its own, and those by which its parts refer to each other."""

import re
from html import escape


def accessible(svg: str, title: str, description: str, identifier: str) -> str:
    """Return a picture its role, its name and its description, which Sphinx's marking of words fails to draw on."""
    head = (
        f'<svg role="img" aria-labelledby="{identifier}-name" aria-describedby="{identifier}-words" focusable="false" '
    )
    words = (
        f'<title id="{identifier}-name" class="nohighlight">{escape(title)}</title>'
        f'<desc id="{identifier}-words" class="nohighlight">{escape(description)}</desc>'
    )
    return re.sub(r"<svg ([^>]*)>", lambda match: f"{head}{match[1]}>{words}", svg, count=1)


def with_own_ids(svg: str, prefix: str) -> str:
    """Put a prefix before the ids of a picture and before what refers to them, so that a page has each once."""
    svg = re.sub(r'(\sid=")', rf"\g<1>{prefix}-", svg)
    return re.sub(r'(href="#|url\(#)', rf"\g<1>{prefix}-", svg)

"""The pages that publications had on an old site."""

import re

from sphinx_vita.imports.old_sites.old_pages import Source
from sphinx_vita.imports.old_sites.old_site import OldSite
from sphinx_vita.imports.old_sites.page_text import plain_markdown
from sphinx_vita.imports.site import ORPHAN

_LONG = 2500  # characters of plain text, which are no abstract any more
_STRUCTURE = re.compile(r"^#{1,6} |^[=-]{3,}$|!\[|^[-*] |^\d+\. |^:::|^\||^```", re.MULTILINE)
# What the templates say on every such page to its author.
_OF_THE_TEMPLATE = re.compile(
    r"(?m)^.*(?:to demo this feature|Add the (?:\*\*)?(?:publication's )?(?:\*\*)?(?:full text|\*\*full text)|Create"
    r" your slides in Markdown"
    r"|The contents above will be part of a list|Supplementary notes can be added here|click the [*_]?(?:Cite"
    r"|Slides)[*_]? button).*$",
    re.IGNORECASE,
)


def own_text(body: str) -> str:
    """Return the text of a publication's page without what the template put there."""
    text = _OF_THE_TEMPLATE.sub("", plain_markdown(body).markdown)
    return re.sub(r":::\{(?:note|warning)\}\s*:::", "", text).strip()


def has_page(body: str) -> bool:
    """Whether a publication says more than an abstract can hold."""
    text = own_text(body)
    return len(text) > _LONG or bool(_STRUCTURE.search(text))


def page_of_work(site: OldSite, source: Source, key: str) -> str:
    """Return the page of a publication: its head is made of the entry."""
    text = _OF_THE_TEMPLATE.sub("", site.text(source.page.body, source.path, level=2))
    text = re.sub(r":::\{(?:note|warning)\}\s*:::\n?", "", text)
    return "\n".join(
        [ORPHAN, f"# {site.line(source.title, source.path)}", "", f":::{{publication}} {key}", ":::", "", text.strip()]
    )

"""The publications that had pages of their own on an old site: their entries, and the pages that say more."""

import re
from collections.abc import Callable

from sphinx_vita.imports.cvs.items import words_of
from sphinx_vita.imports.drafts import Entry, Leftover
from sphinx_vita.imports.old_sites.cv_sections import add_works
from sphinx_vita.imports.old_sites.old_pages import Source, date_of, home_of
from sphinx_vita.imports.old_sites.old_site import OldSite
from sphinx_vita.imports.old_sites.page_text import plain_markdown
from sphinx_vita.imports.site import ORPHAN, page_of

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


def home_of_work(source: Source) -> str:
    """Return the page on which a publication will stand."""
    return home_of(source) if has_page(source.page.body) else page_of("publication")


def take_each(site: OldSite, works: list[Source], title: str, make: Callable[[Source], Entry | Leftover]) -> None:
    """Bring publications into a section, the newest first, and make a page for each that says more."""
    entries: list[Entry] = []
    for source in sorted(works, key=date_of, reverse=True):
        made = make(source)
        if isinstance(made, Leftover):
            site.loose.append(made)
            continue
        entries.append(made)
        if has_page(source.page.body):
            site.new_page(home_of(source), page_of_work(site, source, made.key))
    if entries:
        add_works(site, title, entries)


def abstract_in(site: OldSite, source: Source) -> str:
    """Return the text of a publication's page that is short enough for an abstract."""
    if has_page(source.page.body):
        return ""
    return words_of(" ".join(own_text(site.text(source.page.body, source.path, level=0)).split()))


def as_tex(text: str) -> str:
    """Return words for the field of an entry."""
    return re.sub(r"(?<!\\)([&%#_])", r"\\\1", text.replace("{", "").replace("}", ""))


def page_of_work(site: OldSite, source: Source, key: str) -> str:
    """Return the page of a publication: its head is made of the entry."""
    text = _OF_THE_TEMPLATE.sub("", site.text(source.page.body, source.path, level=2))
    text = re.sub(r":::\{(?:note|warning)\}\s*:::\n?", "", text)
    return "\n".join(
        [ORPHAN, f"# {site.line(source.title, source.path)}", "", f":::{{publication}} {key}", ":::", "", text.strip()]
    )

"""Nobody is kept out: what can be told of a page without a browser. `--browser` asks axe-core as well."""

from collections.abc import Iterator
from itertools import pairwise

from bs4 import Tag

from sphinx_vita.command.check.findings import Code, Finding, Level
from sphinx_vita.command.check.page import Page, fold
from sphinx_vita.command.check.site import Site

LANGUAGE = Code("access.language", Level.ERROR, "a page does not say in which language it is")
TITLE = Code("access.title", Level.ERROR, "a page has no title")
HEADLINE = Code("access.headline", Level.ERROR, "a page has no headline, or several")
LEVELS = Code("access.levels", Level.WARNING, "a heading skips a level")
NAMELESS = Code("access.nameless", Level.ERROR, "a link or button has no words")
LABEL = Code("access.label", Level.ERROR, "a field of a form has no label")
MAIN = Code("access.main", Level.ERROR, "a page does not say which part is its main one")
FOCUS = Code("access.focus", Level.WARNING, "an element is put before all others for the keyboard")
FRAME = Code("access.frame", Level.ERROR, "a frame has no title")
CODES = (LANGUAGE, TITLE, HEADLINE, LEVELS, NAMELESS, LABEL, MAIN, FOCUS, FRAME)

_FIELDS = "input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=checkbox][role]), select, textarea"
_BUTTONS = "button, input[type=submit], input[type=button], [role=button]"


def check(site: Site) -> Iterator[Finding]:
    """Look at every page that is shown; one that leads on at once is not."""
    for page in site.pages.values():
        if page.leads_on is None:
            for code, message, *needles in (*_frame(page), *_headings(page), *_names(page)):
                yield site.on_page(code, page.path, message, *needles)


_Told = tuple[Code, str] | tuple[Code, str, str]


def _frame(page: Page) -> Iterator[_Told]:
    html = page.soup.find("html")
    if not isinstance(html, Tag) or not str(html.get("lang") or "").strip():
        yield LANGUAGE, "the page does not say its language; set `language` in conf.py"
    title = page.soup.select_one("head > title")
    if title is None or not title.get_text(strip=True):
        yield TITLE, "the page has no title; begin it with '# Its title'"
    mains = page.soup.select("main, [role=main]")
    if len(mains) != 1:
        yield MAIN, f"{len(mains)} parts of the page are the main one; its template needs one <main>"
    for frame in page.soup.select("iframe"):
        if not fold(str(frame.get("title") or "")):
            yield FRAME, "a frame has no title; give it one that says what is in it", "iframe"


def _headings(page: Page) -> Iterator[_Told]:
    headlines = page.soup.select("h1")
    if len(headlines) != 1:
        what = "several headlines" if headlines else "no headline"
        yield HEADLINE, f"the page has {what}; write one line that begins with '# ', and '## ' before its parts"
    headings = [heading for heading in page.article.select("h1, h2, h3, h4, h5, h6")]
    for before, heading in pairwise(headings):
        if int(heading.name[1]) > int(before.name[1]) + 1:
            words = fold(heading.get_text()).rstrip("#¶ ")
            message = f"the heading {words!r} skips a level below the one before it; take a '#' away"
            yield LEVELS, message, words


def _names(page: Page) -> Iterator[_Told]:
    for link in page.soup.select("a[href]"):
        if not _name(page, link):
            address = str(link["href"])
            yield NAMELESS, f"the link to {address!r} has no words; write [where it leads]({address})", address
    for button in page.soup.select(_BUTTONS):
        if not _name(page, button):
            yield NAMELESS, f"a button has no words: {str(button)[:80]}"
    for each in page.soup.select(_FIELDS):
        if not _is_labelled(page, each):
            yield LABEL, f"a field has no label: {str(each)[:80]}"
    for element in page.soup.select("[tabindex]"):
        if str(element["tabindex"]).isdecimal() and int(str(element["tabindex"])) > 0:
            yield FOCUS, f"tabindex={element['tabindex']} puts this before all others: {str(element)[:60]}"


def _name(page: Page, element: Tag) -> str:
    """Return what a screen reader says of a link or button."""
    said = str(element.get("aria-label") or element.get("title") or element.get("value") or "")
    said += element.get_text() + "".join(str(each.get("alt") or "") for each in element.select("img"))
    said += "".join(str(each["aria-label"]) for each in element.select("[aria-label]"))
    return fold(said + _referred(page, element))


def _referred(page: Page, element: Tag) -> str:
    names = str(element.get("aria-labelledby") or "").split()
    return " ".join(each.get_text() for name in names for each in page.soup.find_all(id=name))


def _is_labelled(page: Page, element: Tag) -> bool:
    if element.get("aria-hidden") == "true" or element.find_parent("label"):
        return True
    named = element.get("aria-label") or element.get("title") or _referred(page, element)
    return bool(named) or bool(element.get("id") and page.soup.find("label", attrs={"for": str(element["id"])}))

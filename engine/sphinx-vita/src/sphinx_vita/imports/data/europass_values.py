"""Elements of Europass' XML by their local names, and what they say: texts, dates, places."""

import re
from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element, ParseError, fromstring

from babel import Locale
from babel.core import get_global
from bs4 import BeautifulSoup
from bs4.element import NavigableString

from sphinx_vita.imports.plain_text import as_markdown
from sphinx_vita.reading.places import country_name

_PARTS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_BLOCKS = ("p", "div", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote")
_DATE = re.compile(r"(?P<date>\d{4}(?:-\d\d(?:-\d\d)?)?)(?:T.*|Z)?")


def root_of(text: str) -> Element | None:
    """Read XML; None for what is none, or has a document type, by which entities could come in."""
    if "<!DOCTYPE" in text:
        return None
    try:
        return fromstring(text.lstrip("\ufeff \n"))
    except (ParseError, ValueError):
        return None


def name_of(element: Element) -> str:
    """Return the local name of an element."""
    return str(element.tag).rpartition("}")[2]


def children(element: Element | None, *path: str) -> list[Element]:
    """Return all elements at the end of a path of local names; "*" is any."""
    found = [] if element is None else [element]
    for name in path:
        found = [child for each in found for child in each if name in ("*", name_of(child))]
    return found


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first element at the end of a path."""
    return next(iter(children(element, *path)), None)


def text(element: Element | None, *path: str) -> str:
    """Return the words of an element on one line."""
    found = child(element, *path)
    return "" if found is None else " ".join("".join(found.itertext()).split())


def label(element: Element | None, *path: str) -> str:
    """Return the words of what may have a code beside its label."""
    found = child(element, *path)
    return text(found, "Label") or ("" if child(found, "Code") is not None else text(found))


def rich(element: Element | None, *path: str) -> str:
    """Return a text that may be HTML, escaped in the XML, as Markdown."""
    found = child(element, *path)
    return "" if found is None else html_as_markdown("".join(found.itertext()))


def html_as_markdown(html: str) -> str:
    r"""Return HTML as Markdown: paragraphs, lists, what is strong, links; nothing else.

    >>> print(html_as_markdown("<p>Ran <b>two</b> ships</p><ul><li>North</li><li>*South*</li></ul>"))
    Ran **two** ships
    <BLANKLINE>
    - North
    - \*South\*
    """
    soup = BeautifulSoup(html, "html.parser")
    for each in soup(["script", "style", "iframe", "object"]):
        each.decompose()
    for words in soup.find_all(string=True):
        core = words.strip()
        lead, trail = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
        marked = f"{lead and ' '}{as_markdown(core)}{trail and ' '}" if core else " "
        words.replace_with(NavigableString(marked if type(words) is NavigableString else ""))
    for tag in reversed(soup.find_all(True)):
        inner = "".join(map(str, tag.contents))
        tag.replace_with(NavigableString(_marked(tag.name, inner, str(tag.get("href") or ""))))
    lines = (" ".join(line.split()) for line in "".join(map(str, soup.contents)).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _marked(name: str, inner: str, href: str) -> str:
    core = inner.strip()
    if name in _PARTS and core and "\n" not in core:
        return f"{_PARTS[name]}{core}{_PARTS[name]}"
    if name == "a" and re.match(r"https?://", href) and core:
        return f"[{core}]({href})"
    if name == "li":
        return f"\n- {' '.join(core.split())}"
    return "\n" if name == "br" else f"\n\n{inner}\n\n" if name in _BLOCKS else inner


def date_in(element: Element | None) -> str:
    """Return a date: of the attributes `year`, `month="--08"` and `day="---01"`, or of the text of a newer one."""
    if element is None:
        return ""
    parts = [(element.get(part) or "").strip("-") for part in ("year", "month", "day")]
    if parts[0]:
        known = parts[: next((number for number, part in enumerate(parts) if not part.isdecimal()), 3)]
        return "-".join(part.zfill(2) for part in known)
    found = _DATE.fullmatch(text(element))
    return found["date"] if found else text(element)


def period_in(element: Element | None) -> str:
    """Return from when to when."""
    start = next(filter(None, (date_in(child(element, name)) for name in ("From", "StartDate"))), "")
    end = next(filter(None, (date_in(child(element, name)) for name in ("To", "EndDate"))), "")
    goes_on = "true" in (text(element, name).lower() for name in ("Current", "CurrentIndicator", "Ongoing"))
    if not start or start == end:
        return end
    return f"{start} – {'Now' if goes_on or not end else end}"


def place_in(element: Element | None) -> str:
    """Return the city and the country of an address, without street and house."""
    city = text(element, "Municipality") or text(element, "CityName")
    code = text(element, "Country", "Code") or text(element, "CountryCode")
    return ", ".join(filter(None, (city, label(element, "Country") or country_name(code.upper(), "en"))))


@cache
def language(code: str) -> str:
    """Return the name of a language by its code of two or three letters."""
    short = str(get_global("language_aliases").get(code.lower(), code.lower()))
    return str(Locale("en").languages.get(short, code))


def leaves(element: Element, *but: str) -> Iterator[tuple[str, str]]:
    """Yield the names and the words of the elements that have no others in them."""
    for each in element:
        if name_of(each) in but:
            continue
        if len(each):
            yield from leaves(each, *but)
        elif text(each):
            yield name_of(each), text(each)

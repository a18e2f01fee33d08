"""Addresses as they stand on paper, where nobody can follow a link: short, to be read and typed."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from docutils import nodes

from sphinx_vita.exports import typst
from sphinx_vita.sphinx.output.pdf.writing import Page

_BUTTON = "vita-button-"
_NUMBERED = {  # by the button's kind: what stands before the number, and where the address has it
    "arxiv": ("arXiv:", re.compile(r"arxiv\.org/(?:abs|pdf)/([^?#]+?)/?$")),
    "doi": ("doi:", re.compile(r"doi\.org/([^?#]+)$")),
}
_WANTED = (*_NUMBERED, "biorxiv", "medrxiv", "ssrn", "osf", "iacr", "hal", "repository", "code", "data")
_LONGEST = 48  # letters of an address that somebody would type


def target_of(node: nodes.reference, page: Page) -> str:
    """Return where a link leads from paper: nowhere, if only the site's visitors could follow it."""
    uri = node.get("refuri", "")
    if uri.startswith(("http:", "https:", "mailto:", "tel:")):
        return str(uri)
    return urljoin(page.address, uri) if uri and page.address else ""


def spelled(address: str) -> str:
    """Write an address as people do, `github.com/name`; "" for one that nobody would type, and for no page."""
    match = re.fullmatch(r"https?://(?:www\.)?([^?#]+?)/?", address)
    return match[1] if match else ""


def printed_links(row: nodes.paragraph, page: Page, *, others: str = "", is_of_paper: bool = False) -> list[str]:
    """Write the links of a row of buttons for paper; a number that `others` names already is not said again.

    A publication has many: its numbers, the code and the data are kept, or else the first link.
    """
    links = [(_kind(node), target_of(node, page), node) for node in row.findall(nodes.reference) if "refuri" in node]
    wanted = [each for each in links if each[0] in _WANTED] if is_of_paper else links
    kept = [each for each in wanted or links[:1] if not _is_said(_number(*each[:2]), others)]
    return [_printed(*each) if each[1] else page.children(each[2]) for each in kept]


def _kind(node: nodes.reference) -> str:
    return next((each.removeprefix(_BUTTON) for each in node["classes"] if each.startswith(_BUTTON)), "")


def _number(kind: str, address: str) -> str:
    match = _NUMBERED[kind][1].search(address) if kind in _NUMBERED else None
    return match[1] if match else ""


def _is_said(number: str, others: str) -> bool:
    return bool(number) and number.lower() in others.lower()


def _printed(kind: str, target: str, node: nodes.reference) -> str:
    """Write one link: its number, its address where that is short, or what the button says."""
    number, short = _number(kind, target), spelled(target)
    text = f"{_NUMBERED[kind][0]}{number}" if number else short if len(short) <= _LONGEST else ""
    words = text or "".join(_seen(node))
    return f"#link({typst.literal(target)})[#box[{typst.plain(words)}]];"


def _seen(node: nodes.reference) -> Iterator[str]:
    """Yield what is seen of a link; what only screen readers say stands in elements of its own."""
    yield from (child.astext() for child in node.children if isinstance(child, nodes.Text))

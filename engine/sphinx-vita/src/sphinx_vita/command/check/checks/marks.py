"""Equal contribution: a mark behind exactly the right names, spoken to a screen reader."""

import copy
from collections.abc import Iterator, Mapping

from bs4 import Tag

from sphinx_vita.command.check.page import Page, fold, read
from sphinx_vita.command.check.site import Site
from sphinx_vita.reading.bibtex import read_bibliography

_HEADINGS = ["h1", "strong"]


def check_marks(site: Site, marks: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Compare each list of authors with the marks by key of the paper; gives page and message."""
    titles = _titles(site)
    for key in sorted(marks.keys() - set(titles.values())):
        yield "", f"there is no paper {key!r} in the bibliography; correct the key"
    for path, page in site.pages.items():
        for authors in page.article.select(".vita-authors"):
            key = titles.get(_title(authors), "")
            found, wanted = _marked(authors), marks.get(key, [])
            if key and sorted(found) != sorted(wanted):
                said, promised = (" and ".join(names) or "nobody" for names in (found, wanted))
                message = f"{path} marks {said} of {key!r}, this list {promised}; mend `author+an` in the .bib, or this"
                yield path, message
        yield from _unspoken(page)


def _titles(site: Site) -> dict[str, str]:
    """Give the key of each paper by its title, and by that of the version that one cites."""
    texts = [(name, site.sources.get(name, "")) for name in site.settings.bibliographies]
    papers = [paper for name, text in texts for paper in read_bibliography(text, file=name).publications]
    return {fold(str(paper.title)): paper.key for paper in reversed(papers)}


def _title(authors: Tag) -> str:
    """Return the title before a list of authors; the owner's name in the list above is none."""
    heading = authors.find_previous(_HEADINGS)
    while isinstance(heading, Tag) and "vita-owner" in (heading.get("class") or []):
        heading = heading.find_previous(_HEADINGS)
    return read(heading) if isinstance(heading, Tag) else ""


def _marked(authors: Tag) -> list[str]:
    """Return the names that have a mark behind them, each once: who is not among the first may stand there twice."""
    shown = copy.copy(authors)
    for summary in shown.select("summary"):
        summary.replace_with(", ")
    for spoken in shown.select(".vita-spoken, .spoken"):
        spoken.decompose()
    for mark in shown.select(".vita-mark"):
        mark.replace_with("[*]")
    names = fold(shown.get_text()).split(", ")
    return list(dict.fromkeys(name.replace("[*]", "").strip() for name in names if "[*]" in name))


def _unspoken(page: Page) -> Iterator[tuple[str, str]]:
    """Tell of a mark that a screen reader reads as a star, or that is not said in words."""
    for mark in page.article.select(".vita-authors .vita-mark"):
        said = mark.find_next_sibling()
        is_said = isinstance(said, Tag) and "equal" in said.get_text().lower()
        if mark.get("aria-hidden") != "true" or not is_said:
            yield page.path, f"a mark on {page.path} is not said in words; build with the engine's own templates"

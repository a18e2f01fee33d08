"""Which pages have come, gone or changed for their readers, and which addresses lead nowhere any more."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from sphinx_vita.command.check.checks.addresses import lasts
from sphinx_vita.command.check.page import Page, read_lines
from sphinx_vita.command.check.site import Site
from sphinx_vita.command.diff.changes import Change, Detail, Kind, Subject
from sphinx_vita.command.diff.files import Outputs
from sphinx_vita.command.diff.lines import compare_lines

_LINKED = ("href", "src")
_UNSTABLE = re.compile(r"id\d+")  # docutils counts what has no name


def compare_pages_of(outputs: Outputs) -> Iterator[Change]:
    """Give the pages that have changed: their words, links, pictures and descriptions; then those that look otherwise."""
    same_words: list[str] = []
    for path, kind in outputs.kinds.items():
        old, new = (site.pages.get(path) for site in (outputs.old, outputs.new))
        if (old or new) is None:
            continue
        if old is None or new is None:
            page = new or old
            assert page is not None
            yield Change(subject=Subject.PAGES, kind=kind, name=path, details=(_title(page, kind),))
        elif details := list(_differences(old, new)):
            yield Change(subject=Subject.PAGES, kind=kind, name=path, details=tuple(details))
        else:
            same_words.append(path)
    if same_words:
        details = [Detail("", path, path) for path in same_words]
        name = f"{len(same_words)} with the same words and another frame or look"
        yield Change(subject=Subject.PAGES, kind=Kind.CHANGED, name=name, details=tuple(details))


def compare_addresses(outputs: Outputs) -> Iterator[Change]:
    """Give the addresses at which nothing is found any more, and the anchors that have gone from pages that remain."""
    for path in filter(lasts, outputs.old.files):
        if not _is_found(outputs.new, path):
            yield Change(subject=Subject.ADDRESSES, kind=Kind.LOST, name=path, details=(_remedy(path),))
            continue
        old, new = outputs.old.pages.get(path), outputs.new.pages.get(path)
        if path in outputs.kinds and old and new and new.leads_on is None:
            lost = [each for each in _anchors(old) if each not in new.ids]
            if lost:
                details = tuple(Detail("anchor", f"#{each}", "") for each in lost)
                yield Change(subject=Subject.ADDRESSES, kind=Kind.CHANGED, name=path, details=details)


def _remedy(path: str) -> Detail:
    is_page = path.endswith(".html")
    return Detail("", path, "" if not is_page else "name where it went in `redirects` in conf.py")


def _is_found(site: Site, path: str, deep: int = 5) -> bool:
    """Return whether a file is there, and what it leads on to."""
    page = site.pages.get(path)
    if page is None or page.leads_on is None:
        return path in site.files
    target = page.resolve(page.leads_on)
    is_elsewhere = bool(urlsplit(page.leads_on).netloc) or target is None
    return is_elsewhere or (deep > 0 and target is not None and _is_found(site, target[0], deep - 1))


def _anchors(page: Page) -> list[str]:
    found = (str(element["id"]) for element in page.article.select("[id]"))
    return [each for each in found if not _UNSTABLE.fullmatch(each)]


def _title(page: Page, kind: Kind) -> Detail:
    title = page.soup.title.get_text() if page.soup.title else ""
    words = f"{title} ({len(page.text.split())} words)"
    return Detail("title", *(("", words) if kind is Kind.ADDED else (words, "")))


def _differences(old: Page, new: Page) -> Iterator[Detail]:
    if old.leads_on != new.leads_on:
        yield Detail("leads on to", old.leads_on or "", new.leads_on or "")
    for name, what in (("title", "title"), ('meta[name="description"]', "description")):
        before, after = (_said(page, name) for page in (old, new))
        if before != after:
            yield Detail(what, before, after)
    yield from compare_lines(read_lines(old.article), read_lines(new.article))
    before_links, after_links = _addresses(old), _addresses(new)
    yield from (Detail("link", each, "") for each in before_links if each not in after_links)
    yield from (Detail("link", "", each) for each in after_links if each not in before_links)


def _said(page: Page, selector: str) -> str:
    found = page.soup.select_one(selector)
    return "" if found is None else str(found.get("content") or found.get_text())


def _addresses(page: Page) -> list[str]:
    """Return where the article links to and which pictures it shows, each once; names that builds make are left out."""
    found = (str(element.get(name) or "") for element in page.article.select("[href], [src]") for name in _LINKED)
    return list(dict.fromkeys(each for each in found if each and "_static/" not in each and "_images/" not in each))

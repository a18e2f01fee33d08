"""Which pages have come, gone or changed for their readers, and which addresses lead nowhere any more."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from urllib.parse import urlsplit

from sphinx_vita.command.check.checks.addresses import lasts
from sphinx_vita.command.check.page import Page, is_external, read_lines
from sphinx_vita.command.check.site import Site
from sphinx_vita.command.diff.changes import Change, Detail, Kind, Subject
from sphinx_vita.command.diff.files import Outputs
from sphinx_vita.command.diff.lines import compare_lines

ON_MANY = "most pages, alike"
SAME_WORDS = "pages with the same words and another frame or look"
_MANY = 4  # pages at least
_LINKED = ("href", "src")
_NAMED_BY_BUILDS = ("_static/", "_images/", "data:")
_UNSTABLE = re.compile(r"id\d+")  # docutils counts what has no name


def compare_pages_of(outputs: Outputs) -> Iterator[Change]:
    """Give the pages that have changed: in words, links, pictures, descriptions; then those that look otherwise."""
    changed: dict[str, list[Detail]] = {}
    for path, kind in outputs.kinds.items():
        old, new = outputs.old.pages.get(path), outputs.new.pages.get(path)
        if old and new:
            changed[path] = list(_differences(old, new))
        elif page := old or new:
            yield Change(subject=Subject.PAGES, kind=kind, name=path, details=(_title(page, kind),))
    everywhere = _everywhere(changed.values())
    for path, details in changed.items():
        if own := [each for each in details if each not in everywhere]:
            yield Change(subject=Subject.PAGES, kind=Kind.CHANGED, name=path, details=tuple(own))
    if everywhere:
        yield Change(subject=Subject.PAGES, kind=Kind.CHANGED, name=ON_MANY, details=tuple(everywhere))
    if same_words := [path for path, details in changed.items() if not details]:
        details = [Detail("", path, path) for path in same_words]
        yield Change(subject=Subject.PAGES, kind=Kind.CHANGED, name=SAME_WORDS, details=tuple(details))


def _everywhere(changed: Collection[list[Detail]]) -> dict[Detail, None]:
    """Return the details that most of the pages have alike: those of the frame, told once."""
    pages = Counter(detail for details in changed for detail in dict.fromkeys(details))
    return {detail: None for detail, count in pages.items() if count >= _MANY and count > len(changed) / 2}


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
    instead = "name where it went in `redirects` in conf.py" if path.endswith(".html") else "put a file there again"
    return Detail("remedy", "", f"bring it back, or {instead}")


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
    """Return where the article leads and which pictures it shows, each once; what builds name is left out."""
    elements = page.article.select("[href]:not(.headerlink), [src]")
    found = [str(element[name]) for element in elements for name in _LINKED if element.get(name)]
    whole = [page.resolve(each) if not is_external(each) else None for each in found]
    named = [inside[0] + (f"#{inside[1]}" if inside[1] else "") if inside else each
             for each, inside in zip(found, whole, strict=True)]  # fmt: skip
    return list(dict.fromkeys(each for each in named if each and not each.startswith(_NAMED_BY_BUILDS)))

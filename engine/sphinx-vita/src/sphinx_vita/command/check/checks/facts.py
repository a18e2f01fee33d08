"""Nothing is lost: each fact of the owner's list is read where it must stand, in its order."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from sphinx_vita.command.check.checks.marks import check_marks
from sphinx_vita.command.check.documents import pdf_pages, pdf_text
from sphinx_vita.command.check.findings import Code, Finding, Level
from sphinx_vita.command.check.page import fold
from sphinx_vita.command.check.promises import Fact, Group, Promises, read_promises
from sphinx_vita.command.check.site import Site

MISSING = Code("facts.missing", Level.ERROR, "a fact of the list is not where it must stand")
ORDER = Code("facts.order", Level.ERROR, "a fact stands, but not below its heading behind the fact before it")
SECTION = Code("facts.section", Level.ERROR, "a page or PDF lacks a heading of the list, or has it in another order")
LENGTH = Code("facts.length", Level.ERROR, "a PDF has more pages than the list allows")
SPELLING = Code("facts.spelling", Level.ERROR, "a word is written otherwise than the list has it")
MARKS = Code("facts.marks", Level.ERROR, "a list of authors marks others as equal than the list of facts")
UNREADABLE = Code("facts.unreadable", Level.ERROR, "the list of facts cannot be read")
CODES = (MISSING, ORDER, SECTION, LENGTH, SPELLING, MARKS, UNREADABLE)


def check(site: Site) -> Iterator[Finding]:
    """Hold the site to the list of facts, where there is one."""
    file = site.settings.facts
    if not file or not (site.source / file).is_file():
        return
    promises = read_promises((site.source / file).read_text("utf-8"))
    for message, line in promises.problems:
        yield Finding(code=UNREADABLE, message=message, file=file, line=line)
    places = sorted({place for group in promises.groups for fact in group.facts for place in (*fact.pages, *fact.pdfs)})
    for place in places:
        yield from _in_place(site, place, promises)
    yield from _elsewhere(site, promises)
    yield from _lengths(site, promises)
    yield from _spellings(site, promises)
    if promises.marks is not None:
        for page, message in check_marks(site, promises.marks):
            yield Finding(code=MARKS, message=message, file=file, line=promises.marks_line, page=page)


def _in_place(site: Site, place: str, promises: Promises) -> Iterator[Finding]:
    """Look for the facts of one page or PDF, group by group."""
    file, output = site.settings.facts, place if place.endswith(".pdf") else _page(site, place)
    if output not in site.files:
        line = next(fact.line for group in promises.groups for fact in group.facts if place in fact.pages + fact.pdfs)
        message = f"facts must stand in {place!r}, which is not there; correct its name under 'places'"
        yield Finding(code=MISSING, message=message, file=file, line=line)
        return
    groups = [group for group in promises.groups if any(place in fact.pages + fact.pdfs for fact in group.facts)]
    texts = _Texts(site, output)
    for group in groups:
        facts = [fact for fact in group.facts if place in fact.pages + fact.pdfs]
        rest = texts.below(group.heading)
        if rest is None:
            message = f"{output} has no heading {group.heading!r}; write it there, or correct 'headings'"
            yield Finding(code=SECTION, message=message, file=file, line=facts[0].line, page=output)
        yield from _in_order(site, facts, texts.whole if rest is None else rest, texts.whole, output)
    yield from _headings_in_order(texts, groups, file, output)


def _in_order(site: Site, facts: list[Fact], rest: str, whole: str, output: str) -> Iterator[Finding]:
    """Look for each behind the one before, so that a short one such as "2024" is not found in another's place."""
    file = site.settings.facts
    for fact in facts:
        _, found, behind = rest.partition(fold(fact.text))
        if found:
            rest = behind
        elif fold(fact.text) in whole:
            message = f"{fact.text!r} is not behind the fact before it in {output}; mend the order there or here"
            yield Finding(code=ORDER, message=message, file=file, line=fact.line, page=output)
        else:
            message = f"{fact.text!r} is not in {output}{_remedy(site, fact)}"
            yield Finding(code=MISSING, message=message, file=file, line=fact.line, page=output)


def _remedy(site: Site, fact: Fact) -> str:
    """Say what to do about a fact that is lost; one that a record withholds was promised once."""
    for name, private in site.private:
        if fold(private.value) in (text := fold(fact.text)) or text in fold(private.value):
            return f", since {name}:{private.line} withholds the {private.what}; take this line out, or show it there"
    return "; write it there, or take this line out if it is true no more"


def _headings_in_order(texts: "_Texts", groups: list[Group], file: str, output: str) -> Iterator[Finding]:
    places = [(texts.place(group.heading), group) for group in groups if group.heading]
    for (before, _), (place, group) in pairwise(places):
        if -1 < place < before:
            message = f"{group.heading!r} stands too early in {output}; bring the headings into the order of this list"
            yield Finding(code=SECTION, message=message, file=file, line=group.facts[0].line, page=output)


class _Texts:
    """The text of a page or PDF, whole and below its headings."""

    def __init__(self, site: Site, output: str) -> None:
        is_pdf = output.endswith(".pdf")
        self.whole = fold(pdf_text(site.files[output])).replace("*", "") if is_pdf else site.pages[output].text
        self._sections = None if is_pdf else site.pages[output].sections()

    def below(self, heading: str | None) -> str | None:
        """Give the text below a heading, None where there is none such; "" stands above the first of a page."""
        if heading is None or (self._sections is None and not heading):
            return self.whole
        if self._sections is not None:
            return self._sections.get(fold(heading))
        _, found, rest = self.whole.partition(f" {fold(heading)} ")
        return rest if found else None

    def place(self, heading: str | None) -> int:
        """Give the place of a heading among the others; -1 where it is not there."""
        if self._sections is not None:
            names = list(self._sections)
            return names.index(fold(heading or "")) if fold(heading or "") in names else -1
        return self.whole.find(f" {fold(heading or '')} ")


def _page(site: Site, name: str) -> str:
    """Return the page of a document, in either form in which Sphinx writes it."""
    return next((path for path in (f"{name}.html", f"{name}/index.html") if path in site.pages), f"{name}.html")


def _elsewhere(site: Site, promises: Promises) -> Iterator[Finding]:
    """Look for what must stand on a page of its own theme too."""
    for fact in (fact for group in promises.groups for fact in group.facts if fact.elsewhere or not _places(fact)):
        besides = {_page(site, name) for name in fact.pages}
        if not any(fold(fact.text) in page.text for path, page in site.pages.items() if path not in besides):
            where = f"on no page besides {', '.join(sorted(besides))}" if besides else "on no page"
            message = f"{fact.text!r} stands {where}{_remedy(site, fact)}"
            yield Finding(code=MISSING, message=message, file=site.settings.facts, line=fact.line)


def _places(fact: Fact) -> tuple[str, ...]:
    return fact.pages + fact.pdfs


def _lengths(site: Site, promises: Promises) -> Iterator[Finding]:
    for name, (most, line) in promises.lengths.items():
        count = len(pdf_pages(site.files[name])) if name in site.files else 0
        if not count:
            message = f"{name} is not there; correct its name, or write 'pdf: {name}' at the head of a page"
            yield Finding(code=MISSING, message=message, file=site.settings.facts, line=line)
        elif count > most:
            message = f"{name} has {count} pages now; shorten it, or allow {count} here"
            yield Finding(code=LENGTH, message=message, file=site.settings.facts, line=line, page=name)


def _spellings(site: Site, promises: Promises) -> Iterator[Finding]:
    """Look at each word of the list in pages and in PDFs of the site's own, which lie in its root."""
    texts = {path: page.text for path, page in site.pages.items()} if promises.spelled else {}
    if promises.spelled:
        texts |= {name: fold(pdf_text(file)) for name, file in site.files.items() if re.fullmatch(r"[^/]+\.pdf", name)}
    for word, line in promises.spelled:
        pattern = re.compile(rf"(?<!\w){re.escape(fold(word))}(?!\w)", re.IGNORECASE)
        for path, text in texts.items():
            for other in sorted(set(pattern.findall(text)) - {fold(word)}):
                message = f"{path} writes {other!r} for {word!r}; write it as the list has it"
                found = site.on_page(SPELLING, path, message, other)
                yield found if found.line else replace(found, file=site.settings.facts, line=line)

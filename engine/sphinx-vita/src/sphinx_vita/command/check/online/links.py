"""Links that lead out of the site: each is asked whether something is there."""

import html
from collections.abc import Iterator

from sphinx_vita.command.check.findings import Code, Finding, Level
from sphinx_vita.command.check.online.asking import Answer, Question
from sphinx_vita.command.check.page import split
from sphinx_vita.command.check.site import Site

GONE = Code("online.gone", Level.WARNING, "nothing is at an address that a page links")
UNREACHABLE = Code("online.unreachable", Level.WARNING, "the host of a link gives no answer, while others do")
REFUSED = Code("online.refused", Level.NOTE, "a host shows a program nothing, so that a person must look")
MOVED = Code("online.moved", Level.NOTE, "what a page links has moved for good")
CODES = (GONE, UNREACHABLE, REFUSED, MOVED)

_REFUSALS = (401, 402, 403, 405, 406, 407, 418, 420, 423, 429, 451, 999)  # by hosts that want persons, or an account
_OF_DOIS = ("doi.org", "dx.doi.org")  # of which the works are asked about


def linked(site: Site) -> dict[str, str]:
    """Return each address that leads out, without the place on its page, and the first page that links it."""
    found: dict[str, str] = {}
    own = split(site.settings.address).netloc
    for page in site.pages.values():
        for element, written in page.addresses():
            parts = split(written.strip())
            is_asked = element.name in ("a", "area") and parts.scheme in ("http", "https") and parts.netloc
            if is_asked and parts.netloc.lower() not in (own.lower(), *_OF_DOIS):
                found.setdefault(parts._replace(fragment="").geturl(), page.path)
    return found


def judge(site: Site, pages: dict[str, str], answers: dict[Question, Answer]) -> Iterator[Finding]:
    """Tell what is wrong with the answers."""
    for address, page in pages.items():
        answer = answers[Question(address)]
        code, message = _judged(address, answer)
        if code:
            yield _at(site, code, page, message, address)


def _judged(address: str, answer: Answer) -> tuple[Code | None, str]:
    if answer.why:
        return UNREACHABLE, f"{address}: {answer.why}; try it later, then link where it is now"
    if answer.status in _REFUSALS or answer.status >= 500:
        return REFUSED, f"{address} answers a program with {answer.status}; open it and see whether it is there"
    if answer.status >= 400:
        saved = f"the copy at https://web.archive.org/web/{address}"
        return GONE, f"{address} answers {answer.status}; link where it is now, or {saved}"
    if answer.moved_to:
        return MOVED, f"{address} has moved for good; write {answer.moved_to}"
    return None, ""


def _at(site: Site, code: Code, page: str, message: str, address: str) -> Finding:
    """Make a finding at the line that holds an address: on its page, else in another source, such as a bibliography."""
    files = [site.documents.get(page, ""), *site.sources]
    written = (address, html.unescape(address), address.partition("://")[2].rstrip("/"))
    found = ((file, site.line_of(file, each)) for each in written for file in files)
    file, line = next(((file, line) for file, line in found if line), (files[0], 0))
    name = address.rstrip("/").rpartition("/")[2].partition("?")[0]
    line = line or site.line_of(file, name)
    return Finding(code=code, message=message, file=file, line=line, page=page)

"""All that is asked over the network, and what comes of it."""

import os
from collections.abc import Callable, Iterator

from sphinx_vita.command.check.building import UnusableError
from sphinx_vita.command.check.findings import Finding
from sphinx_vita.command.check.online import links, works
from sphinx_vita.command.check.online.asking import Question, ask_all
from sphinx_vita.command.check.site import Site
from sphinx_vita.records import Publication

CODES = (*links.CODES, *works.CODES)


def look_out(site: Site, tell: Callable[[str], None]) -> Iterator[Finding]:
    """Ask links and catalogs. Raises UnusableError where nobody answers."""
    pages = links.linked(site)
    about = [works.question_about(publication) for _, publication in site.of(Publication)]
    questions = [*(Question(address) for address in pages), *filter(None, about)]
    answers = ask_all(questions, site.source, os.environ.get("SPHINX_VITA_CONTACT", ""), tell)
    if answers and all(answer.why for answer in answers.values()):
        raise UnusableError("none of the hosts that the site links gives an answer; is there a network?")
    yield from links.judge(site, pages, answers)
    yield from works.judge(site, answers)

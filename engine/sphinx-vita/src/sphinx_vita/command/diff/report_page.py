"""What has changed as a page of HTML that is whole in itself: words, and pictures of both states side by side."""

from collections.abc import Sequence
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from sphinx_vita.command.diff.changes import Change, Subject
from sphinx_vita.command.diff.pages import SAME_WORDS
from sphinx_vita.command.diff.pictures import Picture, take_pictures
from sphinx_vita.command.diff.published import Published
from sphinx_vita.command.diff.report import SIGNS, summary
from sphinx_vita.command.writing import write_files

_MOST_OF_LOOK = 3  # pages of which pictures show it
_TEMPLATE = "report.html.jinja"


def write_page(file: Path, changes: Sequence[Change], old: Published, new: Published, words: str) -> None:
    """Write the page, with pictures of each page and PDF that has changed where a browser can take them."""
    seen = [each.name for each in changes if each.subject in (Subject.PAGES, Subject.PDFS)]
    looks = [detail.new for each in changes if each.name == SAME_WORDS for detail in each.details]
    pictures, why_not = take_pictures(old.site, new.site, [*seen, *_shown(looks)])
    write_files(file.parent, {file.name: page_of(changes, words, pictures, why_not)})


def page_of(changes: Sequence[Change], words: str, pictures: Sequence[Picture] = (), why_not: str = "") -> str:
    """Return the page; `why_not` tells why there are no pictures of pages."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string((files(__package__) / _TEMPLATE).read_text("utf-8"))
    return template.render(
        words=words,
        summary=summary(changes),
        groups=[(subject, list(group)) for subject, group in groupby(changes, key=lambda each: each.subject)],
        signs=SIGNS,
        pictures=pictures,
        why_not=why_not,
        private=Subject.PRIVATE,
    )


def _shown(paths: Sequence[str]) -> Sequence[str]:
    """Return some of the pages that have changed in look alone: a change of the look is the same on all."""
    return sorted(paths, key=lambda path: (path.count("/"), path != "index.html", path))[:_MOST_OF_LOOK]

"""What an author writes: a directive for each kind of record, one for a paper's own page, and the views."""

from docutils.parsers.rst import Directive

from sphinx_vita.records import written_kinds
from sphinx_vita.sphinx.directives.publication import PublicationDirective
from sphinx_vita.sphinx.directives.record import RecordDirective
from sphinx_vita.sphinx.directives.video import VideoDirective
from sphinx_vita.sphinx.directives.view import (
    ContactDirective,
    DownloadsDirective,
    PublicationsDirective,
    TimelineDirective,
)

DIRECTIVES: dict[str, type[Directive]] = {
    **dict.fromkeys(written_kinds(), RecordDirective),
    "publication": PublicationDirective,
    "publications": PublicationsDirective,
    "timeline": TimelineDirective,
    "contact": ContactDirective,
    "downloads": DownloadsDirective,
    "video": VideoDirective,
}

"""What an author writes: a directive for each kind of record, one for a paper's own page, and the views."""

from docutils.parsers.rst import Directive

from vita.model import KINDS, Publication
from vita.sphinx_ext.directives.publication import PublicationDirective
from vita.sphinx_ext.directives.record import RecordDirective
from vita.sphinx_ext.directives.view import (
    ContactDirective,
    DownloadsDirective,
    PublicationsDirective,
    TimelineDirective,
)

DIRECTIVES: dict[str, type[Directive]] = {
    **{kind: RecordDirective for kind in KINDS if kind != Publication.kind},
    "publication": PublicationDirective,
    "publications": PublicationsDirective,
    "timeline": TimelineDirective,
    "contact": ContactDirective,
    "downloads": DownloadsDirective,
}

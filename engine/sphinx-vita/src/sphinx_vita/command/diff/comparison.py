"""All that a change does to the public."""

from sphinx_vita.command.diff.changes import Change, in_order
from sphinx_vita.command.diff.files import Outputs, compare_exports, compare_other_files, compare_pdfs
from sphinx_vita.command.diff.pages import compare_addresses, compare_pages_of
from sphinx_vita.command.diff.privacy import compare_privacy
from sphinx_vita.command.diff.published import Published
from sphinx_vita.command.diff.records import compare_records


def compare(old: Published, new: Published) -> list[Change]:
    """Return every change from one state to another, the alarming ones first."""
    outputs = Outputs(old.site, new.site)
    return in_order(
        [
            *compare_privacy(old, new),
            *compare_addresses(outputs),
            *compare_records(old.records, new.records),
            *compare_pages_of(outputs),
            *compare_pdfs(outputs),
            *compare_exports(outputs),
            *compare_other_files(outputs),
        ]
    )

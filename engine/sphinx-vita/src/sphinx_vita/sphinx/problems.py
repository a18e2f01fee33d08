"""Mistakes of an author, told as warnings of the type `vita.<mistake>` with file and line."""

from docutils.nodes import Node
from sphinx.util import logging

from sphinx_vita.reading.mistakes import Finding, Mistake

logger = logging.getLogger(__name__)


def warn(mistake: Mistake, message: str, *, at: Node | str | tuple[str, int] | None) -> None:
    """Warn of a mistake at a node, at `file:line`, or at a page and line."""
    logger.warning(message, type="vita", subtype=mistake.value, location=at)


def tell(findings: list[Finding] | tuple[Finding, ...], *, file: str) -> None:
    """Warn of findings, each at its own line of `file`."""
    for finding in findings:
        at = f"{file}:{finding.line or 1}"  # without a line Sphinx would take the file for a page
        warn(finding.mistake, finding.message, at=at)

"""What axe-core finds on a page."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page
from sphinx_vita.command.check import axe


def violations(page: Page, *, of_colors: bool = False) -> list[str]:
    """Give what axe-core finds wrong, a line for each element.

    With `of_colors` by the rules that look at colors: all else is on the page in every scheme.
    """
    return _lines(axe.violations(page, AXE_SCRIPT, axe.COLORS if of_colors else axe.RULES))


def new_violations(page: Page, *, of_colors: bool = False) -> list[str]:
    """Give what axe-core finds wrong, but judge colors only where the page has not shown them so far."""
    return _lines(axe.new_violations(page, AXE_SCRIPT, of_colors=of_colors))


def _lines(found: list[dict[str, Any]]) -> list[str]:
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]

"""What axe-core finds on a page."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page
from sphinx_vita.command.check.browser import COLORS, RULES
from sphinx_vita.command.check.browser import violations as found_by_axe


def violations(page: Page, *, of_colors: bool = False) -> list[str]:
    """Give what axe-core finds wrong, a line for each element.

    With `of_colors` by the rules that look at colors: all else is on the page in every scheme.
    """
    found = found_by_axe(page, AXE_SCRIPT, COLORS if of_colors else RULES)
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]

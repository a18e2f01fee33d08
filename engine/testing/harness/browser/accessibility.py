"""What axe-core finds on a page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
# What another scheme can change; all else is on the page in every scheme.
OF_COLORS = {**RULES, "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


def violations(page: Page, *, of_colors: bool = False) -> list[str]:
    """Give what axe-core finds wrong, a line for each element; with `of_colors` by the rules that look at colors."""
    found = Axe().run(page, options=OF_COLORS if of_colors else RULES).response["violations"]
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]

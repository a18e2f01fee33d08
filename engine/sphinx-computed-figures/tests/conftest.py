"""The sites of these tests, and the browser of those that run."""

from harness.browser.pages import browser
from harness.figure_sites import site

__all__ = ["browser", "site"]

"""The portfolio in a browser."""

from harness.browser.pages import address, browser, page, troubles

__all__ = ["address", "browser", "page", "troubles"]

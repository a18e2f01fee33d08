"""The sites of these tests."""

from harness.sites import new_site, site

__all__ = ["new_site", "site"]

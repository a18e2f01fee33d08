"""The sites of these tests."""

from harness.searched_sites import elsewhere, site

__all__ = ["elsewhere", "site"]

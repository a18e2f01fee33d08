"""The sites of these tests."""

from harness.searched_sites import site

__all__ = ["site"]

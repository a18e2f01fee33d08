"""The sites of these tests."""

from harness.rebuilt_sites import site

__all__ = ["site"]

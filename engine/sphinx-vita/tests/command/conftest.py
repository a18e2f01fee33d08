"""The sites of these tests."""

from harness.checked_sites import make_site

__all__ = ["make_site"]

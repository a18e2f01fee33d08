"""The sites of these tests."""

from harness.light_sites import elsewhere, site

__all__ = ["elsewhere", "site"]

"""The sites of these tests."""

from harness.complete_sites import complete, site

__all__ = ["complete", "site"]

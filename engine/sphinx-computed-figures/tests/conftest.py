"""The sites of these tests."""

from harness.figure_sites import site

__all__ = ["site"]

"""The wheels that these tests install."""

from harness.installing import wheels

__all__ = ["wheels"]

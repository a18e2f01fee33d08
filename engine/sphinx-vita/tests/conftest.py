"""The sites of these tests."""

from collections.abc import Iterator

import pytest
from harness.sites import new_site, site
from sphinx_vita.locale import speak
from sphinx_vita.records.declared import set_declared

__all__ = ["engines_own_kinds", "english", "new_site", "site"]


@pytest.fixture(autouse=True)
def engines_own_kinds() -> Iterator[None]:
    """Take back the kinds that the settings of a test's site have declared."""
    yield
    set_declared([])


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Speak English again after a test of another language."""
    yield
    speak("en")

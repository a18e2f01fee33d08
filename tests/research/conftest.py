"""What the tests of the models share."""

from pathlib import Path

import pytest


@pytest.fixture
def root_text(root: Path) -> dict[str, str]:
    """The Markdown of the papers' pages by name."""
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.glob("publications/*.md")}

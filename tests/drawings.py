"""What `make check` has drawn, for the other builds of a run."""

import shutil
from pathlib import Path

from tests.content import ROOT

DRAWN = ROOT / "_build/doctrees/figures"


def give_drawings(doctrees: Path) -> None:
    """Hand on what is drawn already: a drawing is named after all that it is made of, so it fits or is not taken."""
    if DRAWN.is_dir():
        shutil.copytree(DRAWN, doctrees / DRAWN.name, dirs_exist_ok=True)

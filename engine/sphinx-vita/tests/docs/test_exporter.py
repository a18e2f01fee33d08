"""The exporter of the documentation works as it is printed."""

import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from harness.sites import PAPER, Site
from sphinx_vita.sphinx.output import export

GUIDE = Path(__file__).parents[2] / "docs" / "how-to" / "exporter.md"
EXPORTER, ROW = re.findall(
    r"^```\{code-block\} python\n:caption: .*?\n\n(.*?)^```",
    GUIDE.read_text(encoding="utf-8"),
    re.DOTALL | re.MULTILINE,
)
CONFIG: dict[str, Any] = {"vita_exports": True, "vita_cards": 0}


def test_the_example_of_an_exporter_is_written_and_offered(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    dois = ModuleType("dois")
    exec(EXPORTER, dois.__dict__)
    exports = dict(export.EXPORTS)
    monkeypatch.setattr(export, "EXPORTS", exports)
    monkeypatch.setitem(sys.modules, "dois", dois)
    exec(ROW, {})

    built = site(
        bib=PAPER.replace("year", "doi = {10.1000/182}, year"), config=CONFIG, take="# Take\n\n:::{downloads}\n:::\n"
    )
    assert built.text("dois.txt") == "10.1000/182\n"
    assert "DOIs, one a line, for programs" in built.words("take")

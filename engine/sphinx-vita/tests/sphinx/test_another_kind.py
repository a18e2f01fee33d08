"""Another kind of record is one class, as the guide says: directive, role, entry, PDF, search and exports follow."""

import json
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader

GUIDE = (Path(__file__).parents[2] / "docs/how-to/kind.md").read_text("utf-8")
(GRANTS,) = re.findall(r"^```\{code-block\} python\n:caption: grants\.py\n\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE)
CONF = """
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import grants

project = author = "Inés Valderrama Quispe"
extensions = ["sphinx_vita"]
vita_bibliography = []
vita_cards = 0
"""
HOME = """# Inés Valderrama Quispe

:::{profile} Inés Valderrama Quispe
:label: Mycologist
:::

Paid by {grant}`fungus-fund-2024`.

```{toctree}
:hidden:

cv
```
"""
CV = """---
pdf: cv.pdf
---

# Curriculum vitae

:::{timeline}
:kind: grant
:::

## Written here

:::{grant} Spores of the high Andes
:funder: Fungus Fund
:dates: 2024 – 2026
:::
"""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("grants")
    for name, text in {"conf.py": CONF, "grants.py": GRANTS, "index.md": HOME, "cv.md": CV}.items():
        (root / name).write_text(text, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-b",
        "html",
        "-q",
        "-n",
        "-W",
        "--keep-going",
        str(root),
        str(root / "out"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return root / "out"


def words(output: Path, page: str) -> str:
    return " ".join(BeautifulSoup((output / page).read_text("utf-8"), "html.parser").get_text(" ").split())


def test_the_role_has_the_name_of_the_record(output: Path) -> None:
    page = BeautifulSoup((output / "index.html").read_text("utf-8"), "html.parser")
    names = [link.get_text() for link in page.find_all("a", href="cv.html#grant-fungus-fund-2024")]

    assert names == ["Spores of the high Andes, Fungus Fund"]


def test_the_page_shows_it_where_it_is_written_and_in_a_view(output: Path) -> None:
    assert words(output, "cv.html").count("Spores of the high Andes by Fungus Fund") == 2


def test_the_pdf_holds_it(output: Path) -> None:
    text = PdfReader(BytesIO((output / "cv.pdf").read_bytes())).pages[0].extract_text()

    assert "Spores of the high Andes by Fungus Fund" in " ".join(text.split())


def test_the_search_finds_it(output: Path) -> None:
    names = ("searchindex.js", "_static/instant-search/index.js")

    assert all("Spores of the high Andes" in (output / name).read_text("utf-8") for name in names)


def test_the_exports_take_it(output: Path) -> None:
    grant = {"name": "Spores of the high Andes", "funder": "Fungus Fund", "startDate": "2024", "endDate": "2026"}

    assert json.loads((output / "resume.json").read_text("utf-8"))["grants"] == [grant]
    assert "## Grants\n\n- Spores of the high Andes, Fungus Fund: 2024 – 2026" in (output / "llms.txt").read_text(
        "utf-8"
    )
    assert "<title>Spores of the high Andes, Fungus Fund</title>" in (output / "feed.atom").read_text("utf-8")

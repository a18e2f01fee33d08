"""Other formats than HTML: every page is built, with all that a reader of words needs and nothing for a screen."""

import json
from collections.abc import Callable

import pytest
from harness.complete_sites import DRAWING, PNG
from harness.sites import PAPER, Site

CONF = """\
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))
extensions = ["sphinx_vita", "sphinx.ext.coverage", "sphinx.ext.doctest", "words"]
project = author = copyright = "Ines Quispe"
version = "1"
vita_bibliography = ["papers.bib"]
vita_authors = 2
html_baseurl = "https://ines.example/"
applehelp_bundle_id = "example.ines"
applehelp_disable_external_tools = True
linkcheck_ignore = [".*"]
"""
# The builder of another project, whose writer knows the nodes of docutils and Sphinx alone.
WORDS = """\
from sphinx.builders import Builder

class Words(Builder):
    name = format = "words"
    get_outdated_docs = lambda self: self.env.found_docs
    get_target_uri = lambda self, docname, typ=None: docname

    def write_doc(self, docname, doctree):
        kinds = {f"{type(node).__module__}.{type(node).__name__}" for node in doctree.findall()}
        (self.outdir / f"{docname}.txt").write_text("\\n".join(sorted(kinds)))

def setup(app):
    app.add_builder(Words)
"""
PAGES: dict[str, str | bytes | None] = {
    "conf.py": CONF,
    "words.py": WORDS,
    "drawings/squares.py": DRAWING,
    "index.md": "# Ines Quispe\n\n:::{profile} Ines Quispe\n:label: PhD student\n:email: ines@uni.example\n:cv: cv\n"
    ":github: ines-example\n:image: picture.png\n:::\n\n```{toctree}\n:glob:\n\n*\n```\n",
    "cv.md": "---\npdf: cv.pdf\n---\n# CV\n\n:::{contact}\n:::\n\n:::{timeline}\n:kind: position\n:::\n\n"
    ":::{publications}\n:group: year\n:numbered:\n:filter:\n:::\n",
    "cards.md": "# Cards\n\n:::{publications}\n:style: cards\n:::\n\n:::{downloads}\n:::\n",
    "jobs.md": "# Jobs\n\n:::{position} Intern\n:organization: Lab\n:dates: May 2020 – Now\n\n- Built $x^2$.\n:::\n",
    "cod.md": "# {pub-title}`cod`\n\n:::{publication} cod\n:::\n\n{pub}`cod`\n",
    "words_of_all_kinds.md": "# Words\n\n- [x] done ~~gone~~ שלום עולם\n- [ ] open\n\n> [!NOTE]\n> Mind this.\n\n"
    "```{video} talk.mp4\n:title: The talk\n:poster: picture.png\n```\n\n"
    "```{video} https://youtu.be/dQw4w9WgXcQ\n:title: Another\n```\n\n"
    "```{computed-figure} drawings.squares:square\nA square.\n```\n\n"
    "::::{tab-set}\n:::{tab-item} One\nFirst.\n:::\n:::{tab-item} Two\nSecond.\n:::\n::::\n\n"
    "::::{grid} 2\n:::{grid-item-card} Card\nIn it.\n:::\n::::\n\n:::{dropdown} More\nFolded.\n:::\n",
    "picture.png": PNG,
    "paper.pdf": b"pdf",
    "talk.mp4": b"mp4",
}
BIB = PAPER.replace("and Li, Mingyu", "and Li, Mingyu and Doe, Jane and Roe, Max").replace(
    "year = {2026},",
    "year = {2026}, author+an = {1=equal; 2=equal}, preview = {picture.png}, pdf = {paper.pdf}, abstract = {Long.},"
    " code = {https://code.example}, award = {Best Paper},",
)
TEXT_OF_CV = """\
CV
**

**Ines Quispe**

ines@uni.example · GitHub

* **Intern**, Lab

  May 2020 – Now

  * Built x^2.


2026
====

* 1. **COD: Removing the DNA Sampling Barrier**

  **Ines Quispe***, Mingyu Li*, Jane Doe, Max Roe

  Best Paper · *Proceedings of the Conference*, 2026

  PDF · Code

* Equal contribution
"""
TEXT_OF_PAPER = """\
COD: Removing the DNA Sampling Barrier
**************************************

**Ines Quispe***, Mingyu Li*, Jane Doe, Max Roe

* Equal contribution

Best Paper · *Proceedings of the Conference*, 2026

PDF · Code · Cite

**Abstract**

Long.

COD: Removing the DNA Sampling Barrier

"""
TEXT_OF_WORDS = """\
Words
*****

* ☑ done ~~gone~~ שלום עולם

* ☐ open

Note:

  Mind this.

   **The talk**

   Download the video

   [image: ][image]

   **Another**

   ▶ Watch on YouTube

A square: One.

A square.

+------+
| Side |
|======|
| 2    |
+------+

-[ One ]-

First.

-[ Two ]-

Second.

Card

In it.

-[ More ]-

Folded.
"""
BUILDERS = """html dirhtml singlehtml epub latex text man texinfo xml pseudoxml pickle htmlhelp qthelp devhelp applehelp
changes dummy linkcheck coverage doctest words""".split()


# The own affairs of furo and of sphinxcontrib-serializinghtml.
pytestmark = pytest.mark.filterwarnings("ignore:'tags' will become", "ignore:.*HTMLBuilder.app' is deprecated")


@pytest.fixture(scope="module")
def written(new_site: Callable[[str], Site]) -> Site:
    """A site with each kind of node, whose pages are read once."""
    site = new_site("builders")
    site.write({**PAGES, "papers.bib": BIB})
    return site


@pytest.mark.parametrize("builder", BUILDERS)
def test_every_builder_of_sphinx_is_silent(written: Site, builder: str) -> None:
    assert written(builder=builder).files() or builder in ("dummy", "changes")


def test_the_builder_of_words_for_translators_is_silent_too(site: Site) -> None:
    files = site({**PAGES, "papers.bib": BIB}, builder="gettext").files()

    assert b'msgid "A square."' in files["words_of_all_kinds.pot"]


def test_the_writer_of_another_project_meets_no_node_that_is_ours(written: Site) -> None:
    built = written(builder="words")

    kinds = {kind for file in built.output.glob("*.txt") for kind in file.read_text().splitlines()}
    known = ("docutils.nodes.", "sphinx.addnodes.", "sphinx_design.")
    assert "docutils.nodes.paragraph" in kinds
    assert [kind for kind in sorted(kinds) if not kind.startswith(known)] == []


def test_plain_text_has_the_facts_and_nothing_for_a_screen(written: Site) -> None:
    built = written(builder="text")

    assert built.text("cv.txt") == TEXT_OF_CV
    assert built.text("cod.txt").startswith(TEXT_OF_PAPER)
    assert "\n**RIS**\n" in built.text("cod.txt")
    assert built.text("words_of_all_kinds.txt") == TEXT_OF_WORDS


def test_latex_has_the_facts_and_nothing_for_a_screen(written: Site) -> None:
    text = written(builder="latex").text("inesquispe.tex")

    for words in (
        "COD: Removing the DNA Sampling Barrier",
        "Max Roe",
        "Abstract",
        "Best Paper",
        r"\sphinxhref{https://code",
    ):
        assert words in text
    assert "equal contribution)" not in text


def test_json_has_the_facts_and_asks_for_no_script_of_ours(written: Site) -> None:
    page = json.loads(written(builder="json").text("cod.fjson"))

    assert page["title"] == "COD: Removing the DNA Sampling Barrier"
    for words in ("Max Roe", 'href="https://code.example"', "Abstract"):
        assert words in page["body"]
    assert "<script" not in page["body"]
    assert "og:" not in page["metatags"]

"""Other formats than HTML: every page is built, and what is for a screen alone is left out."""

import pytest
from harness.complete_sites import PNG
from harness.sites import PAPER, Site

PAGES: dict[str, str | bytes | None] = {
    "me.md": "# Ines Quispe\n\n:::{profile} Ines Quispe\n:label: PhD student\n:email: ines@uni.example\n:cv: cv\n:::\n",
    "cv.md": "# CV\n\n:::{contact}\n:::\n\n:::{timeline}\n:kind: position\n:::\n\n"
    ":::{publications}\n:group: status\n:::\n",
    "cards.md": "# Cards\n\n:::{publications}\n:style: cards\n:::\n",
    "jobs.md": "# Jobs\n\n:::{position} Intern\n:organization: Lab\n:dates: 2020\n\n- Built $x^2$.\n:::\n",
    "cod.md": "# {pub-title}`cod`\n\n:::{publication} cod\n:::\n",
    "picture.png": PNG,
    "paper.pdf": b"pdf",
}
BIB = PAPER.replace(
    "year = {2026},", "year = {2026}, author+an = {1=equal; 2=equal}, preview = {picture.png}, pdf = {paper.pdf},"
)


@pytest.mark.parametrize(
    "builder", ["text", "latex", "man", "texinfo", "xml", "pseudoxml", "singlehtml", "dirhtml", "gettext"]
)
def test_every_format_is_built_without_a_word(site: Site, builder: str) -> None:
    assert site(PAGES, bib=BIB, builder=builder).files()


def test_plain_text_has_the_facts_and_nothing_for_a_screen(site: Site) -> None:
    text = site(PAGES, bib=BIB, builder="text").text("cv.txt")

    for words in (
        "Intern",
        "Lab",
        "2020",
        "COD: Removing the DNA Sampling Barrier",
        "Ines Quispe",
        "* Equal contribution",
    ):
        assert words in text
    assert "(equal contribution)" not in text
    assert "Link to this entry" not in text


def test_latex_has_the_facts_and_nothing_for_a_screen(site: Site) -> None:
    built = site(PAGES, bib=BIB, builder="latex")

    (name,) = [name for name in built.files() if name.endswith(".tex")]
    assert "COD: Removing the DNA Sampling Barrier" in built.text(name)
    assert "(equal contribution)" not in built.text(name)

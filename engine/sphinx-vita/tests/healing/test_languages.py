"""A site in two languages comes out equal to a clean one too, whatever was edited or damaged in either."""

import os

from harness.complete_sites import BIB, CONF, HOME, MORE
from harness.rebuilt_sites import Site, differences

TWO = """
languages = ["en", "de"]
vita_extensions = ["myst_parser", "sphinx_design", "sphinx_reredirects", "sphinx_clean_rebuilds"]
vita_cards = 0
"""
FIRST: dict[str, str | bytes | None] = {
    "conf.py": CONF.replace("furo", "basic") + TWO,
    "figures.md": None,
    "index.md": HOME.replace("figures\n", ""),
    "more.de.md": "# Mehr\n\n{doc}`list`\n",
}
LABEL = ":label: Analyst\n:label[de]: Analystin\n"
EDIT: dict[str, str | bytes | None] = {
    "index.md": HOME.replace("figures\n", "new\n").replace(":email:", f"{LABEL}:email:"),
    "more.md": MORE + "More of them.\n",
    "new.md": "# New\n\n{doc}`more`\n",
    "papers.bib": BIB.replace("The Sampling Barrier", "A Sampling Barrier"),
    "more.de.md": None,
    "list.de.md": "# Aufsätze\n\n:::{publications}\n:::\n",
}


def test_edits_in_both_languages_leave_what_a_clean_build_makes(site: Site) -> None:
    assert site.build(FIRST) == ""
    site.write(EDIT)
    os.utime(site.path("list.de.md"), (10**9, 10**9))
    (site.output / "de/index.html").write_text("damaged")
    (site.output / "de/cv.pdf").unlink()

    assert site.build(processes=2) == ""

    assert differences(site.output, site.clean()) == []
    assert not (site.output / "de/CNAME").exists()

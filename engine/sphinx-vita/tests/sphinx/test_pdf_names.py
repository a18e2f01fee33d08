"""The name of a PDF in a page's front matter: one that cannot be a file of the site is told, and nothing is written."""

import pytest
from harness.sites import Site

CONFIG = {"vita_exports": True, "vita_cards": 0}
NAMES = {
    "../evil.pdf": "outside of the site",
    "a/../../evil.pdf": "outside of the site",
    "/tmp/evil.pdf": "outside of the site",
    "_static/evil.pdf": "among Sphinx's own files",
    "index.html": "ends in '.pdf'",
    "cv": "ends in '.pdf'",
    ".pdf": "ends in '.pdf'",
    "7": "ends in '.pdf'",
    "true": "ends in '.pdf'",
    "a\\evil.pdf": "letters, digits",
    "http://x.example/evil.pdf": "outside of the site",
    "papers/old.pdf": "a file of the project has that name",
}


def test_a_name_that_is_no_file_of_the_site_is_told_at_its_line(site: Site) -> None:
    pages = {f"p{number}": f"---\ntocdepth: 2\npdf: {name}\n---\n# P\n" for number, name in enumerate(NAMES)}

    built = site({"papers/old.pdf": b"%PDF"}, **pages, config=CONFIG, silent=False)  # type: ignore[arg-type]

    told = {each.file: each for each in built.told}
    for number, advice in enumerate(NAMES.values()):
        assert told[f"p{number}.md"].place == ("vita.invalid_path", f"p{number}.md", 3)
        assert advice in told[f"p{number}.md"].message
    assert [name for name in built.files() if name.endswith(".pdf")] == []
    assert b"<html" in built.files()["index.html"]


@pytest.mark.parametrize("second", ["cv.pdf", "CV.pdf", "./cv.pdf"])
def test_one_file_belongs_to_one_page(site: Site, second: str) -> None:
    built = site(a="---\npdf: cv.pdf\n---\n# One\n", b=f"---\npdf: {second}\n---\n# Two\n", config=CONFIG, silent=False)

    assert [told.place for told in built.told] == [("vita.invalid_path", "b.md", 2)]
    assert "the page 'a' has that file" in built.told[0].message
    assert [link.get_text() for link in built.page("a").select(".vita-footer a[href$='.pdf']")] == ["One (PDF)"]

"""Files that records name: found in the project, put beside the pages, linked from wherever they are shown."""

import pytest

from tests.vita.conftest import Site

ENTRY = "@misc{x, title={T}, author={A, B}, year=2020, pdf={%s}}\n"
LIST = "# P\n\n:::{publications}\n:::\n"


@pytest.mark.parametrize(
    ("file", "written", "expected"),
    [
        ("papers/x.pdf", "x.pdf", "papers/x.pdf"),  # beside the bibliography
        ("pdfs/x.pdf", "x.pdf", "pdfs/x.pdf"),  # in one of `vita_files`
        ("x.pdf", "x.pdf", "x.pdf"),
        ("assets/pdf/x.pdf", "/assets/pdf/x.pdf", "assets/pdf/x.pdf"),
        ("a b/ü.pdf", "a b/ü.pdf", "a b/ü.pdf"),
    ],
)
def test_a_file_of_a_paper_is_copied_and_linked(site: Site, file: str, written: str, expected: str) -> None:
    config = {"vita_bibliography": ["papers/x.bib"], "vita_files": ["pdfs"]}

    built = site({file: b"pdf", "papers/x.bib": ENTRY % written}, page=LIST, config=config)

    assert built.files()[expected] == b"pdf"
    assert [link["href"] for link in built.page("page").select(".vita-buttons a")] == [expected]


def test_a_file_is_linked_from_a_page_in_a_folder_and_with_dirhtml(site: Site) -> None:
    site.write({"index.md": "# H\n\n```{toctree}\nsub/page\n```\n", "sub/page.md": LIST, "x.pdf": b"pdf"})

    html, dirhtml = site(bib=ENTRY % "x.pdf"), site(builder="dirhtml")

    assert [link["href"] for link in html.page("sub/page").select(".vita-buttons a")] == ["../x.pdf"]
    assert [link["href"] for link in dirhtml.page("sub/page/index").select(".vita-buttons a")] == ["../../x.pdf"]


@pytest.mark.parametrize("written", ["../outside.pdf", "../../etc/passwd", ".hidden/x.pdf", "_build/x.pdf", "folder"])
def test_what_is_outside_of_the_project_hidden_or_no_file_is_told_and_not_copied(site: Site, written: str) -> None:
    files = {".hidden/x.pdf": b"x", "_build/x.pdf": b"x", "folder/y.pdf": b"y", "../outside.pdf": b"o"}

    built = site({**files}, page=LIST, bib=ENTRY % written, silent=False)

    assert [(told.type, told.file, told.line) for told in built.told] == [("vita.missing_file", "papers.bib", 1)]
    assert "put it into" in built.told[0].message
    assert not any(name.endswith(".pdf") for name in built.files())
    assert built.page("page").select(".vita-buttons a") == []


@pytest.mark.parametrize("folder", ["_static", "static"])
def test_a_picture_among_the_static_files_is_where_its_card_looks(site: Site, folder: str) -> None:
    bib = "@misc{x, title={T}, author={A, B}, year=2020, preview={x.png}}\n"
    config = {"html_static_path": [folder], "vita_files": [folder]}

    built = site(
        {f"{folder}/x.png": b"png"}, page=LIST.replace("\n:::\n", "\n:style: cards\n:::\n"), bib=bib, config=config
    )

    (picture,) = built.page("page").select("img.vita-preview")
    assert built.files()[str(picture["src"])] == b"png"
    assert picture["alt"] == ""


@pytest.mark.parametrize("written", ["cv", "cv.md", "/cv"])
def test_the_cv_may_be_a_page(site: Site, written: str) -> None:
    built = site(me=f"# Me\n\n:::{{profile}} Ann Lee\n:cv: {written}\n:::\n", cv="# CV\n")

    assert [link["href"] for link in built.page("me").select(".vita-buttons a")] == ["cv.html"]


@pytest.mark.parametrize("written", ["cv.pdf", "/files/cv.pdf", "https://x.example/cv.pdf"])
def test_the_cv_may_be_a_file_or_an_address(site: Site, written: str) -> None:
    files = {"cv.pdf": b"pdf", "files/cv.pdf": b"pdf"}

    built = site({**files}, me=f"# Me\n\n:::{{profile}} Ann Lee\n:cv: {written}\n:::\n")

    assert [link["href"] for link in built.page("me").select(".vita-buttons a")] == [written.removeprefix("/")]


def test_slides_of_a_talk_are_copied_and_linked(site: Site) -> None:
    built = site({"s.pdf": b"pdf"}, page="# P\n\n:::{talk} T\n:dates: 2020\n:slides: s.pdf\n:::\n")

    assert [link["href"] for link in built.page("page").select(".vita-buttons a")] == ["s.pdf"]
    assert built.files()["s.pdf"] == b"pdf"

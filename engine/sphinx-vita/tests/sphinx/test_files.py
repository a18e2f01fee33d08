"""Files that records name: found in the project, put beside the pages, linked from wherever they are shown."""

from typing import Any

import pytest
from harness.sites import Site
from sphinx.errors import ExtensionError
from sphinx_vita.sphinx.output import ledger

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
    bib = "@misc{x, title={T}, author={A, B}, year=2020, preview={x.svg}}\n"
    config = {"html_static_path": [folder], "vita_files": [folder]}

    built = site(
        {f"{folder}/x.svg": b"<svg/>"}, page=LIST.replace("\n:::\n", "\n:style: cards\n:::\n"), bib=bib, config=config
    )

    (picture,) = built.page("page").select("img.vita-preview")
    assert built.files()[str(picture["src"])] == b"<svg/>"
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


def test_a_file_is_copied_once_by_sphinx_where_it_is_static_and_else_by_us(site: Site) -> None:
    bib = "@misc{x, title={T}, author={A, B}, year=2020, pdf={here.pdf}, slides={there.pdf}}\n"
    files = {"here.pdf": b"here", "_static/there.pdf": b"there"}

    built = site({**files}, page=LIST, bib=bib, config={"html_static_path": ["_static"]})

    assert {name: built.files()[name] for name in files} == files


OWN = """\
@misc{x, title={T}, author={A, B}, year=2020,
  pdf={draft.pdf}, slides={talk/s.pdf}, poster={p.pdf}, preview={x.svg}%s}
"""
ME = "# Me\n\n:::{profile} Ann Lee\n:cv: own.pdf\n:::\n\n:::{talk} Talk\n:dates: 2020\n:slides: slides.pdf\n:::\n"
NAMED: dict[str, str | bytes | None] = dict.fromkeys(
    ("draft.pdf", "talk/s.pdf", "p.pdf", "x.svg", "own.pdf", "slides.pdf"), b"secret"
)
ALL: dict[str, Any] = {"bib": OWN % "", "page": LIST, "me": ME}


@pytest.mark.parametrize(
    ("changes", "gone"),
    [
        ({"bib": OWN % ", visibility = {private pdf}"}, {"draft.pdf"}),
        ({"bib": OWN % ", visibility = {private slides poster}"}, {"talk/s.pdf", "p.pdf"}),
        ({"bib": OWN % ", visibility = {private}"}, {"draft.pdf", "talk/s.pdf", "p.pdf", "x.svg"}),
        ({"bib": (OWN % "").replace("preview={x.svg}", "")}, {"x.svg"}),
        ({"bib": ""}, {"draft.pdf", "talk/s.pdf", "p.pdf", "x.svg"}),
        ({"me": ME.replace(":cv: own.pdf", ":visibility: private cv\n:cv: own.pdf")}, {"own.pdf"}),
        ({"me": ME.replace(":slides: slides.pdf\n", "")}, {"slides.pdf"}),
        ({"me": "# Me\n"}, {"own.pdf", "slides.pdf"}),
    ],
)
@pytest.mark.parametrize("exports", [False, True])
def test_a_file_goes_with_what_named_it_in_the_same_build(
    site: Site, changes: dict[str, Any], gone: set[str], exports: bool
) -> None:
    config = {"vita_exports": exports}
    before = site(NAMED, config=config, **ALL).files()

    built = site(config=config, **changes)

    assert before.keys() >= NAMED.keys()
    assert NAMED.keys() - built.files().keys() == gone
    assert not (built.output / "talk").exists() or "talk/s.pdf" in built.files()


def test_a_file_that_is_withheld_after_a_build_that_was_stopped_is_nowhere(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first build that copies the file ends before it has noted so."""
    site(NAMED, bib="", page=LIST)
    monkeypatch.delattr(ledger.Ledger, "close")
    with pytest.raises(ExtensionError):
        site(bib=OWN % "")
    monkeypatch.undo()

    files = site(bib=OWN % ", visibility = {private}").files()

    assert not files.keys() & NAMED.keys()


def test_a_file_stays_that_sphinx_copies_now_and_one_that_an_export_makes(site: Site) -> None:
    cv: dict[str, Any] = {"cv": "---\npdf: own.pdf\n---\n# CV\n"}
    site({**NAMED, "extra/draft.pdf": b"extra"}, config={"vita_exports": True}, **ALL)

    config = {"vita_exports": True, "html_extra_path": ["extra"]}
    built = site({"own.pdf": None}, bib="", me="# Me\n", config=config, **cv).files()

    assert built["draft.pdf"] == b"extra"
    assert built["own.pdf"].startswith(b"%PDF")


def test_what_was_put_there_by_hand_in_place_of_a_file_stays(site: Site) -> None:
    built = site(NAMED, **ALL)
    (built.output / "draft.pdf").write_bytes(b"by hand")

    assert site(bib="").files()["draft.pdf"] == b"by hand"

"""Files that nothing refers to are found; whatever is named anywhere is not."""

import pytest
from harness.checked_sites import MakeSite
from sphinx_vita.command.check.checks import files


def told(make_site: MakeSite, sources: dict[str, str], **settings: object) -> list[tuple[str, str]]:
    site = make_site({}, {"conf.py": "", "index.md": "# A\n", **sources}, **settings)
    return [(each.file, each.message) for each in files.check(site)]


@pytest.mark.parametrize("name", ["old.png", "talks/slides.pdf", "_static/me.jpg", "b.bib", "my cv.pdf", "a.v2.png"])
def test_a_file_that_nothing_refers_to_is_found(make_site: MakeSite, name: str) -> None:
    ((file, message),) = told(make_site, {name: "x"}, static=("_static",))

    assert file == name
    assert ("everybody can open it" in message) is name.startswith("_static/")


@pytest.mark.parametrize(
    ("name", "where", "text"),
    [
        ("pictures/a.png", "index.md", "![A wheel](pictures/a.png)"),
        ("pictures/a.zh_CN.png", "index.md", "![A wheel](pictures/a.png)"),
        ("pictures/a.is.png", "index.md", "![A wheel](pictures/a.is.png)"),
        ("pictures/a.png", "a.bib", "@misc{a, title = {A}, preview = {pictures/a.png}}"),
        ("pictures/a.svg", "index.md", "```{figure} pictures/a.*\n```"),
        ("_static/a.png", "_static/a.css", "p { background: url('a.png') }"),
        ("_static/icon.svg", "conf.py", "html_favicon = '_static/icon.svg'"),
        ("my cv.pdf", "index.md", "[CV](my%20cv.pdf)"),
        ("my cv.pdf", "index.md", ":cv: my cv.pdf"),
        ("b.bib", "conf.py", "vita_bibliography = ['b.bib']"),
        ("a.csv", "figures/a.py", "open('a.csv')"),
    ],
)
def test_a_file_that_is_named_somewhere_is_used(make_site: MakeSite, name: str, where: str, text: str) -> None:
    assert told(make_site, {name: "x", where: text}, bibliographies=("a.bib",)) == []


@pytest.mark.parametrize(
    "name", ["_build/a.png", ".venv/a.png", "tests/a.png", "drafts/a.png", "node_modules/a/b.png", "a.md", "html/a.png"]
)
def test_what_is_no_part_of_the_site_is_not_looked_at(make_site: MakeSite, name: str) -> None:
    assert told(make_site, {name: "x"}, left_out=("drafts",)) == []


def test_a_name_inside_of_another_is_none(make_site: MakeSite) -> None:
    assert [file for file, _ in told(make_site, {"a.png": "x", "big-a.png": "x", "b.md": "![x](big-a.png)"})] == [
        "a.png"
    ]

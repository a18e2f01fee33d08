"""What is private is nowhere in the output: no page, no index, no inventory, no source."""

import pytest
from harness.sites import Built, Site

SECRET = "Qxzzk"  # the search keeps it as it is, in lower case
PRIVATE = f"""\
:::{{position}} {SECRET} title
:organization: {SECRET} lab
:dates: 2020
:advisors: {SECRET} Person
:visibility: private

{SECRET} words. ![](secret.png)
:::
"""
PROFILE = f"""\
# Ann Lee

:::{{profile}} Ann Lee
:phone: +1 212 555 9876
:location: {SECRET}
:email: ann@uni.example
:cv: cv-{SECRET}.pdf
:visibility: private phone, location, cv
:::
"""
VIEWS = """\
# V

:::{contact}
:::

:::{timeline}
:kind: position, publication
:::

:::{publications}
:::
"""
BIB = f"""\
@misc{{open, title={{Open}}, author={{Lee, Ann}}, year=2020, visibility={{private abstract, note}},
  abstract={{{SECRET}}}, note={{{SECRET}}}}}
@misc{{{SECRET.lower()}, title={{{SECRET}}}, author={{{SECRET}, Ann}}, year=2020, visibility={{private}},
  pdf={{x.pdf}}}}
"""


def leaks(built: Built) -> list[str]:
    """Name the files with something private in their name or bytes; the inventory is compressed."""
    files = built.files() | {"objects": str(built.objects()).encode()}
    return [
        name for name, content in files.items() if b"qxzzk" in (name.encode() + content).lower() or b"9876" in content
    ]


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml", "text", "latex", "xml"])
def test_nothing_private_is_in_any_file(site: Site, builder: str) -> None:
    site.write({"secret.png": b"png", f"cv-{SECRET}.pdf": SECRET, "x.pdf": b"pdf"})

    pages = {"jobs.md": f"# Jobs\n\n{PRIVATE}", "me.md": PROFILE, "views.md": VIEWS, "papers.bib": BIB}
    built = site({**pages}, builder=builder, config={"vita_exports": True})

    assert leaks(built) == []
    assert not {"x.pdf", "_images/secret.png"} & built.files().keys()


def test_the_same_records_leave_traces_when_they_are_public(site: Site) -> None:
    """The test above looks where there would be something to see."""
    site.write({"secret.png": b"png", f"cv-{SECRET}.pdf": SECRET, "x.pdf": b"pdf"})
    jobs = f"# Jobs\n\n{PRIVATE}".replace("private", "public")
    me = PROFILE.replace("private phone, location, cv", "public")
    bib = BIB.replace("private abstract, note", "public").replace("private", "public")

    built = site(jobs=jobs, me=me, views=VIEWS, bib=bib)

    expected = {
        "jobs.html",
        "me.html",
        "views.html",
        "searchindex.js",
        "objects",
        f"cv-{SECRET}.pdf",
        "_sources/jobs.md.txt",
    }
    assert expected <= set(leaks(built))


@pytest.mark.parametrize("word", ["private", "Private", "PRIVATE ", "privat", "private,", "hidden", "private pohne"])
def test_a_record_is_shown_to_nobody_unless_its_visibility_says_so(site: Site, word: str) -> None:
    built = site(jobs="# Jobs\n\n" + PRIVATE.replace("private", word), silent=False)

    assert leaks(built) == []


@pytest.mark.parametrize("word", ["public", "Public"])
def test_public_is_what_it_says(site: Site, word: str) -> None:
    site.write({"secret.png": b"png"})

    assert SECRET in site(jobs="# Jobs\n\n" + PRIVATE.replace("private", word)).words("jobs")


def test_a_record_that_becomes_private_leaves_every_file(site: Site) -> None:
    site.write({"secret.png": b"png"})
    site(jobs="# Jobs\n\n" + PRIVATE.replace("private", "public").replace("![](secret.png)", ""), views=VIEWS)

    built = site(jobs="# Jobs\n\n" + PRIVATE.replace("![](secret.png)", ""))

    assert leaks(built) == []


def test_pages_that_withhold_nothing_keep_their_source(site: Site) -> None:
    built = site(jobs=f"# Jobs\n\n{PRIVATE}", me=PROFILE, views=VIEWS, bib=BIB)

    sources = {name for name in built.files() if name.startswith("_sources/")}
    assert sources == {"_sources/index.md.txt", "_sources/views.md.txt"}
    assert "_sources/me" not in built.text("me.html")


def test_a_reference_to_a_private_record_is_told(site: Site) -> None:
    page = "# P\n\n" + PRIVATE.replace(":dates", ":key: hush\n:dates") + "\nsee {position}`hush`\n"

    built = site(page=page, silent=False)

    assert [told.place for told in built.told] == [("vita.unknown_reference", "page.md", 13)]
    assert "is private; take the reference to it out" in built.told[0].message


def test_the_stored_environment_does_not_name_a_private_record(site: Site) -> None:
    site.write({f"cv-{SECRET}.pdf": b"pdf"})
    built = site(jobs=f"# Jobs\n\n{PRIVATE}", me=PROFILE, views=VIEWS, bib=BIB)

    stored = [path for path in (built.source / "_build/doctrees").rglob("*") if path.is_file()]
    assert stored
    assert [path.name for path in stored if SECRET.lower().encode() in path.read_bytes().lower()] == []

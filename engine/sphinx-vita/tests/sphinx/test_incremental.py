"""Any order, same bytes: a build after a change, in parallel or not, gives what a clean build of the tree gives."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import sphinx_vita
from harness.sites import Built, Site

BIB = r"""
@inproceedings{gold, title = {Gold}, author = {Quispe, Ines and Li, Mingyu and Flores, Ana}, booktitle = {Metals},
  year = {2024}, selected = {true}}
@article{silver, title = {Silver}, author = {Li, Mingyu}, journal = {Metals}, year = {2023}}
@proceedings{tin, title = {Tin}, editor = {Doe, Cy and Roe, Kit}, year = {2022}}
"""
PAGES: dict[str, str | bytes | None] = {
    "aaa.md": "# First\n\nfrom {position}`lab` with {person}`Mingyu Li`: {pub}`gold`, {award}`medal`.\n",
    "cards.md": "# Cards\n\n:::{publications}\n:selected:\n:style: cards\n:::\n",
    "cv.md": "# CV\n\n:::{contact}\n:::\n\n:::{timeline}\n:kind: position, award\n:::\n\n"
    ":::{publications}\n:group: year\n:::\n",
    "home.md": "# Ines Quispe\n\n:::{profile} Ines Quispe\n:email: ines@uni.example\n:cv: cv\n:::\n",
    "jobs.md": "# Jobs\n\n:::{position} Intern\n:organization: Lab\n:dates: 2020\n:advisors: Bo Chen\n\n"
    "- Wrote {pub}`silver` with {person}`Cy Doe`.\n:::\n\n:::{award} Medal\n:dates: 2021\n:::\n",
    "papers/gold.md": "# {pub-title}`gold`\n\n:::{publication} gold\n:::\n",
    "people.md": "# People\n\n:::{person} Mingyu Li\n:url: https://li.example\n:::\n",
    "plain.md": "# Plain\n\nNothing of records.\n",
    "short.md": "# Short\n\n:::{timeline}\n:kind: position\n:style: list\n:::\n",
    "zzz.md": "# Last\n\n{position}`lab`\n",
    "papers.bib": BIB,
}
# Outside of the tree, since Sphinx writes a page's title on its neighbours in the tree and does not write these again.
for name in PAGES.keys() - {"papers.bib", "papers/gold.md"}:
    PAGES[name] = f"---\norphan: true\n---\n{PAGES[name]!s}"
PAGES["index.md"] = "# Home\n"
SILVER_PAGE = "# {pub-title}`silver`\n\n:::{publication} silver\n:::\n"


def changed(name: str, old: str, new: str) -> dict[str, str | bytes | None]:
    text = str(PAGES[name])
    assert old in text
    return {name: text.replace(old, new)}


CHANGES: dict[str, dict[str, str | bytes | None]] = {
    "nothing": {},
    "a record is renamed": changed("jobs.md", "{position} Intern", "{position} Engineer"),
    "a record gets other dates": changed("jobs.md", ":dates: 2020", ":dates: 2019 – 2020\n:key: lab-2020"),
    "a body changes": changed("jobs.md", "Wrote", "Read"),
    "a record is added": changed("zzz.md", "# Last\n", "# Last\n\n:::{award} Cup\n:dates: 2024\n:::\n"),
    "a record becomes private": changed("jobs.md", ":dates: 2021", ":dates: 2021\n:visibility: private"),
    "a key changes": changed("jobs.md", ":dates: 2021", ":dates: 2021\n:key: medal"),
    "a person is added": changed(
        "people.md", "# People\n", "# People\n\n:::{person} Cy Doe\n:url: https://doe.example\n:::\n"
    ),
    "an advisor is added": changed(
        "people.md", "# People\n", "# People\n\n:::{person} Bo Chen\n:url: https://chen.example\n:::\n"
    ),
    "an editor is added": changed(
        "people.md", "# People\n", "# People\n\n:::{person} Kit Roe\n:url: https://roe.example\n:::\n"
    ),
    "a person moves": changed("people.md", "https://li.example", "https://li2.example"),
    "a person is removed": {"people.md": "---\norphan: true\n---\n# People\n"},
    "the owner is another": changed("home.md", "{profile} Ines Quispe", "{profile} Cy Doe"),
    "the owner has another name": changed("home.md", ":cv: cv", ":cv: cv\n:aliases: Ana Flores"),
    "the owner has no more e-mail": changed("home.md", ":email: ines@uni.example\n", ""),
    "a title changes": changed("papers.bib", "{Gold}", "{Gold Rush}"),
    "a paper is added": {
        "papers.bib": BIB + "@misc{new, title={New}, author={Quispe, Ines}, year=2026, selected={true}}"
    },
    "a paper is removed": changed(
        "papers.bib", "@proceedings{tin, title = {Tin}, editor = {Doe, Cy and Roe, Kit}, year = {2022}}\n", ""
    ),
    "a paper gets a page": {"papers/silver.md": SILVER_PAGE},
    "a paper gets the first page": {"papers/aa.md": SILVER_PAGE},
    "the list is renamed": changed("cv.md", "# CV", "# Vita"),
    "the list moves": changed("cv.md", ":::{publications}\n:group: year\n:::", "")
    | changed("plain.md", "Nothing of records.", ":::{publications}\n:::"),
    "a view changes": changed("cards.md", ":selected:\n", ""),
    "keys are alike": {"papers.bib": BIB + "@misc{gold., title={Other}, author={Lee, Ann}, year=2020}"},
}
# With a warning that a build after a change need not repeat.
TOLD = ("a record becomes private", "a person is removed", "a paper is removed")


def clean(new_site: Callable[[str], Site], site: Site) -> Built:
    """Build the same sources in another folder, serially, from nothing."""
    other = new_site("clean")
    sources = (path for path in site.source.rglob("*") if path.is_file() and "_build" not in path.parts)
    other.write({path.relative_to(site.source).as_posix(): path.read_bytes() for path in sources})
    return other(silent=False)


def differing(built: Built, expected: Built) -> list[str]:
    ours, theirs = built.files(), expected.files()
    return sorted(name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name))


@pytest.fixture(scope="module")
def begun(new_site: Callable[[str], Site]) -> tuple[Site, Path]:
    """A site that has been built once, and a copy of its folder as it was then."""
    site = new_site("begun")
    site(PAGES)
    copy = new_site("copy").source
    shutil.copytree(site.source, copy, dirs_exist_ok=True)
    return site, copy


@pytest.mark.parametrize("name", list(CHANGES))
def test_a_build_after_a_change_and_after_its_undoing_equals_a_clean_one(
    begun: tuple[Site, Path], new_site: Callable[[str], Site], name: str
) -> None:
    site, copy = begun
    shutil.rmtree(site.source)
    shutil.copytree(copy, site.source)
    output = site.source / "_build" / "html"
    first = Built(site.source, output, []).files()

    changed_build = site(CHANGES[name], silent=name not in TOLD)
    differences = differing(changed_build, clean(new_site, site))
    undone = site({**PAGES, **dict.fromkeys(CHANGES[name].keys() - PAGES.keys())})

    assert differences == []
    assert {path: content for path, content in undone.files().items() if path in first} == first


def test_removing_a_page_forgets_its_records(site: Site, new_site: Callable[[str], Site]) -> None:
    site(PAGES)

    built = site({"jobs.md": None, "papers/gold.md": None}, silent=False)

    gone = {"jobs.html", "papers/gold.html", "_sources/jobs.md.txt", "_sources/papers/gold.md.txt"}
    assert set(differing(built, clean(new_site, site))) == gone  # Sphinx leaves the files of pages that are gone
    assert {told.place for told in built.told} == {
        ("vita.unknown_reference", "aaa.md", 6),
        ("vita.unknown_reference", "zzz.md", 6),
    }


@pytest.mark.parametrize(
    "name", ["nothing", "a record is renamed", "the owner is another", "a paper gets a page", "keys are alike"]
)
def test_reading_in_parallel_gives_the_same_bytes(site: Site, new_site: Callable[[str], Site], name: str) -> None:
    site.write(PAGES)
    site.build_with("-j", "2")
    site.write(CHANGES[name])

    built = site.build_with("-j", "2")

    assert differing(built, clean(new_site, site)) == []


NOTE = """
import os, pathlib

def setup(app):
    app.connect("source-read", lambda app, docname, source: pathlib.Path(app.srcdir, f"pid-{os.getpid()}").touch())
    return {"parallel_read_safe": True}
"""


def test_reading_in_parallel_really_forks(site: Site) -> None:
    """Above, the pages are many enough for Sphinx to hand them to several processes."""
    site.write(PAGES | {"conf.py": (site.source / "conf.py").read_text() + NOTE})

    site.build_with("-j", "2")

    assert len(list(site.source.glob("pid-*"))) > 1


def test_a_page_read_before_another_gives_the_same_bytes(site: Site, new_site: Callable[[str], Site]) -> None:
    """Only an incremental build reads page z before page a."""
    site(PAGES)
    for name in ("zzz.md", "people.md", "jobs.md", "home.md", "cards.md", "aaa.md"):
        path = site.source / name
        os.utime(path, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns + 10**9))
        built = site()

    assert differing(built, clean(new_site, site)) == []


def test_a_change_in_the_bibliography_alone_reaches_every_page_that_shows_it(site: Site) -> None:
    site(PAGES)

    built = site(CHANGES["a title changes"])

    for name in ("aaa", "cards", "cv", "papers/gold"):
        assert "Gold Rush" in built.words(name), name


def test_builders_that_share_their_store_follow_a_change_each(site: Site) -> None:
    site(PAGES)
    site(PAGES, builder="dirhtml")
    change = CHANGES["a title changes"] | CHANGES["a person is added"]
    site(change)

    built = site(builder="dirhtml")

    for name in ("aaa", "cards", "cv", "papers/gold"):
        assert "Gold Rush" in built.words(f"{name}/index"), name
    assert "https://doe.example" in built.text("cv/index.html")


def test_pages_that_show_nothing_of_a_change_are_not_written_again(site: Site) -> None:
    built = site(PAGES)
    before = {name: (built.output / name).stat().st_mtime_ns for name in ("plain.html", "people.html", "cards.html")}

    site(CHANGES["a body changes"])

    assert {name: (built.output / name).stat().st_mtime_ns for name in before} == before


def test_two_folders_give_the_same_bytes(new_site: Callable[[str], Site]) -> None:
    one, other = new_site("one"), new_site("another-longer-name")

    assert differing(one(PAGES), other(PAGES)) == []


def test_two_places_of_the_engine_give_the_same_bytes(
    site: Site, new_site: Callable[[str], Site], tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").symlink_to(Path(sphinx_vita.__file__).parent.parent)
    other = new_site("other")
    other.write(PAGES)

    assert differing(site(PAGES), other.build_with(packages=tmp_path / "elsewhere")) == []


def test_a_file_that_appears_later_is_linked(site: Site) -> None:
    profile = "# Me\n\n:::{profile} Ann Lee\n:cv: cv.pdf\n:::\n"
    told = site(me=profile, silent=False).told

    built = site({"cv.pdf": b"pdf"})

    assert [each.place for each in told] == [("vita.missing_file", "me.md", 3)]
    assert [link["href"] for link in built.page("me").select(".vita-buttons a")] == ["cv.pdf"]


def test_a_page_that_is_removed_is_linked_no_more(site: Site) -> None:
    site(me="# Me\n\n:::{profile} Ann Lee\n:cv: cv\n:::\n", cv="# CV\n")

    built = site({"cv.md": None}, silent=False)

    assert [told.place for told in built.told] == [("vita.missing_file", "me.md", 3)]
    assert built.page("me").select(".vita-buttons a") == []


def test_a_private_record_may_become_public(site: Site, new_site: Callable[[str], Site]) -> None:
    site(PAGES | CHANGES["a record becomes private"], silent=False)

    built = site(PAGES)

    assert differing(built, clean(new_site, site)) == []

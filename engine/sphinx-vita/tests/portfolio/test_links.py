"""Every internal link, anchor and picture is there, in both forms of a site, and every page can be reached."""

from collections import Counter
from pathlib import Path

import pytest
from harness.building import PORTFOLIO
from harness.reading import Page, is_external, read_site, the

# The host shows it for an address that does not exist, so no page leads to it.
OFF_THE_MAP = {"404.html", "404/index.html"}
MOVED = {"songs.html", "songs/index.html"}
PAPERS = sorted(path.stem for path in PORTFOLIO.glob("papers/*.md") if path.stem != "index")


@pytest.fixture(scope="module", params=["html", "dirhtml"])
def folder(request: pytest.FixtureRequest, built_folders: dict[str, Path]) -> Path:
    """The built site, once in each form."""
    return built_folders[request.param]


@pytest.fixture(scope="module")
def site(folder: Path) -> dict[str, Page]:
    """The pages of that form by path, but for what only leads on from an old address."""
    return {path: page for path, page in read_site(folder).items() if path not in MOVED}


def test_every_internal_address_is_a_file(folder: Path, site: dict[str, Page]) -> None:
    broken = {
        (path, address)
        for path, page in site.items()
        for _, address in page.addresses()
        if not is_external(address) and not address.startswith("data:")
        if not (folder / page.resolve(address)[0]).is_file()
    }

    assert broken == set()


def test_every_anchor_is_an_id_on_its_page(site: dict[str, Page]) -> None:
    broken = {
        (path, address)
        for path, page in site.items()
        for _, address in page.addresses()
        if not is_external(address)
        for target, fragment in [page.resolve(address)]
        if fragment and target in site and fragment not in site[target].ids
    }

    assert broken == set()


def test_no_two_elements_of_a_page_have_one_id(site: dict[str, Page]) -> None:
    repeated = {path: [name for name, count in Counter(page.ids).items() if count > 1] for path, page in site.items()}

    assert {path: names for path, names in repeated.items() if names} == {}


def test_every_page_is_reached_from_the_home_page(site: dict[str, Page]) -> None:
    """By links that a visitor sees, and for the search by the form that every page has."""
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        page = site[waiting.pop()]
        ways = page.soup.select("a[href], form[action]")
        targets = [str(way.get("href") or way.get("action")) for way in ways]
        found = {page.resolve(target)[0] for target in targets if not is_external(target)} & site.keys()
        waiting += sorted(found - reached)
        reached |= found

    assert site.keys() - OFF_THE_MAP == reached


def test_every_page_says_its_own_address(folder: Path, site: dict[str, Page]) -> None:
    """The canonical one, without `index.html` where each page is a folder."""
    for path, page in site.items():
        is_folder = (folder / "cv/index.html").is_file() or path == "index.html"
        shown = path.removesuffix("index.html") if is_folder else path
        assert [link["href"] for link in page.soup.select("link[rel=canonical]")] == [
            f"https://valderrama.example/{shown}"
        ]


def test_every_picture_says_what_it_shows(site: dict[str, Page]) -> None:
    """An empty `alt` is for decoration, and must be written down to be meant."""
    assert [(path, str(image)) for path, page in site.items() for image in page.soup.select("img:not([alt])")] == []


def test_no_paper_hangs_in_the_tree_of_the_sidebar(site: dict[str, Page]) -> None:
    """furo prints the whole tree into every page; with hundreds of papers in it each page would be huge."""
    papers = {f"papers/{key}{ending}" for key in PAPERS for ending in (".html", "/index.html")}
    for path, page in site.items():
        tree = the(page.soup, ".sidebar-tree")
        linked = {page.resolve(str(link["href"]))[0] for link in tree.select("a[href]")}
        assert linked & site.keys(), f"{path} has an empty tree"
        if path not in papers:
            assert linked & papers == set(), path


def test_a_paper_is_linked_from_the_list_of_publications(site: dict[str, Page]) -> None:
    index = site.get("papers/index.html")
    assert index is not None
    linked = {index.resolve(str(link["href"]))[0] for link in index.article.select("a[href]")}

    for key in PAPERS:
        assert linked & {f"papers/{key}.html", f"papers/{key}/index.html"}, key

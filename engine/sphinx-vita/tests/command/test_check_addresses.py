"""What was public once is found at its address, or leads on from there."""

from collections.abc import Callable

import pytest
from harness.checked_sites import MakeSite
from sphinx_vita.command.check.checks import addresses
from sphinx_vita.command.check.site import Site

LIST = "tests/addresses.txt"


@pytest.fixture
def listed(make_site: MakeSite) -> Callable[..., Site]:
    """Make a site with a list of addresses."""
    return lambda lines, **files: make_site(
        {name.replace("_", "."): text for name, text in files.items()}, {LIST: lines}, addresses=LIST
    )


def told(site: Site) -> list[tuple[str, str, int]]:
    return [(each.code.name, each.page, each.line) for each in addresses.check(site)]


def test_an_address_that_is_gone_is_found_at_its_line(listed: Callable[..., Site]) -> None:
    assert told(listed("cv.pdf\nindex.html\n")) == [("addresses.gone", "cv.pdf", 1)]


def test_a_new_page_is_told_with_the_command_that_writes_it_down(listed: Callable[..., Site]) -> None:
    site = listed("index.html\n", new_html="x")

    (found,) = addresses.check(site)
    assert (found.code.name, found.page) == ("addresses.new", "new.html")
    assert "sphinx-vita check --update addresses" in found.message


@pytest.mark.parametrize(("name", "remedy"), [("old/talk.html", "`redirects`"), ("cv.pdf", "`html_extra_path`")])
def test_the_remedy_fits_what_is_gone(listed: Callable[..., Site], name: str, remedy: str) -> None:
    (found,) = addresses.check(listed("".join(sorted(("index.html\n", f"{name}\n")))))

    assert [word for word in ("`redirects`", "`html_extra_path`") if word in found.message] == [remedy]


def test_the_card_of_a_page_moves_with_it(make_site: MakeSite) -> None:
    lines = "cards/old.png\ncards/trick.html\nindex.html\n"
    site = make_site({"cards/new.png": b"", "cards/trick.html": "x"}, {LIST: lines}, addresses=LIST)

    assert told(site) == []
    assert addresses.update(site).endswith("0 of them new")


def test_files_of_the_theme_need_no_line(make_site: MakeSite) -> None:
    site = make_site({"_static/a.css": "", "_images/b.png": ""}, {LIST: "index.html\n"}, addresses=LIST)

    assert told(site) == []


@pytest.mark.parametrize(
    ("target", "is_found"),
    [("new.html", True), ("new.html#part", True), ("https://x.example", True), ("none.html", False)],
)
def test_a_redirect_counts_only_where_it_leads_somewhere(
    listed: Callable[..., Site], target: str, is_found: bool
) -> None:
    redirect = f'<html><meta http-equiv="Refresh" content="0; url={target}"></html>'
    site = listed("index.html\nnew.html\nold.html\n", new_html="x", old_html=redirect)

    assert told(site) == ([] if is_found else [("addresses.gone", "old.html", 3)])


@pytest.mark.parametrize("lines", ["index.html\nindex.html\nsearch.html\n", "search.html\nindex.html\n"])
def test_the_list_is_in_order_without_doubles(listed: Callable[..., Site], lines: str) -> None:
    assert told(listed(lines, search_html="x")) == [("addresses.unordered", "", 0)]


def test_an_update_adds_what_is_new_and_forgets_nothing(listed: Callable[..., Site]) -> None:
    site = listed("# of 2026\nold.html\nindex.html\n", new_html="x")

    said = addresses.update(site)

    assert (site.source / LIST).read_text() == "# of 2026\nindex.html\nnew.html\nold.html\n"
    assert "3 addresses, 1 of them new" in said
    assert told(site) == [("addresses.gone", "old.html", 4)]


def test_a_site_without_a_list_is_told_how_to_make_one(make_site: MakeSite) -> None:
    site = make_site({}, addresses=LIST)

    (found,) = addresses.check(site)
    assert (found.code.name, found.fails) == ("addresses.no_list", False)
    addresses.update(site)
    assert told(site) == []

"""Addresses last: what was public once is found at its address, or leads on from there.

`addresses.txt` has a line for each page and download. It only grows.
"""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

LIST = Path(__file__).with_name("addresses.txt")
NOT_LASTING = ("_static/", "_images/", "_sphinx_design_static/", "cards/")  # named by pages and not by people


def recorded() -> list[str]:
    return LIST.read_text("utf-8").splitlines()


def public(site: Path) -> set[str]:
    """Name every page and download of a built site."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    return {name for name in files if not name.startswith((*NOT_LASTING, "."))}


def vanished(site: Path, addresses: list[str]) -> list[str]:
    """Name the addresses at which nothing is found, or a page that leads nowhere."""
    return [name for name in addresses if not (site / name).is_file() or not leads_somewhere(site, site / name)]


def leads_somewhere(site: Path, file: Path) -> bool:
    """Tell whether the file is no redirect, or one to a file of the site or to another site."""
    if file.suffix != ".html":
        return True
    meta = BeautifulSoup(file.read_text("utf-8"), "html.parser").select_one("meta[http-equiv=refresh i]")
    if meta is None:
        return True
    target = str(meta["content"]).partition("=")[2].strip("'\" ").partition("#")[0]
    found = (file.parent / target).resolve()
    return "://" in target or (found.is_relative_to(site.resolve()) and found.is_file())


def test_every_address_that_was_ever_public_is_still_found(built_site: Path) -> None:
    gone = vanished(built_site, recorded())

    assert not gone, (
        f"gone: {gone}; bring them back, or lead on from there: name each page in `redirects` of sphinx-reredirects "
        "in conf.py, and put a file for each download into a folder of `html_extra_path`"
    )


def test_every_public_address_is_recorded(built_site: Path) -> None:
    new = sorted(public(built_site) - set(recorded()))

    assert not new, f"new: {new}; `.venv/bin/sphinx-vita check --update addresses` adds them to {LIST.name}"


def test_the_list_is_in_order_without_doubles() -> None:
    assert recorded() == sorted(set(recorded()))


@pytest.mark.parametrize(("target", "is_found"), [("new.html", True), ("new.html#part", True), ("none.html", False)])
def test_a_redirect_counts_only_where_it_leads_somewhere(tmp_path: Path, target: str, is_found: bool) -> None:
    (tmp_path / "new.html").write_text("<h1>New</h1>")
    (tmp_path / "old.html").write_text(f'<meta http-equiv="refresh" content="0; url={target}">')

    assert vanished(tmp_path, ["old.html", "new.html"]) == ([] if is_found else ["old.html"])


def test_a_page_that_is_gone_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("")

    assert vanished(tmp_path, ["a.html", "b.html", "c.pdf"]) == ["b.html", "c.pdf"]

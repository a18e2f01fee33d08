"""The person at the head of the column beside the text of every page, and at its foot."""

from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from harness.sites import Built, Site

CONFIG: dict[str, Any] = {"html_theme": "furo"}
ME = """\
# Ada

:::{profile} Ada Lovelace
:label: Studies *engines* & a < b, "c"
:email: ada@engines.example
:orcid: 0000-0002-1825-0097
:links: Blog <https://blog.example/?a=1&b=2>
:::
"""
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#0f0"/></svg>'


def column(built: Built, name: str) -> Tag:
    found = BeautifulSoup(built.text(f"{name}.html"), "html.parser").select_one(".sidebar-drawer")
    assert found is not None
    return found


def test_the_column_of_every_page_begins_with_the_person(site: Site) -> None:
    pages: dict[str, str | bytes | None] = {
        "index.md": "# Home\n\n```{toctree}\nme\ndeep/down\n```\n",
        "deep/down.md": "# Down\n",
    }
    built = site({**pages, "me.md": ME}, config=CONFIG)

    for page, home in (("me", "index.html"), ("deep/down", "../index.html"), ("search", "index.html")):
        head = column(built, page)
        (brand,) = head.select("a.sidebar-brand")
        assert (brand["href"], brand.get_text(strip=True)) == (home, "Ada Lovelace")
        assert [each["data-letters"] for each in brand.select(".vita-initials")] == ["AL"]
        (label,) = head.select(".vita-person-label")
        assert label.get_text() == 'Studies engines & a < b, "c"'
        links = head.select(".vita-person-links a")
        assert {each.get("aria-label") or each.get_text(): each["href"] for each in links} == {
            "E-mail": "mailto:ada@engines.example",
            "ORCID": "https://orcid.org/0000-0002-1825-0097",
            "Blog": "https://blog.example/?a=1&b=2",
        }
        assert len(head.select(".vita-person-links svg[aria-hidden]")) == 2  # a blog has no sign of its own

    changed = site({"me.md": ME.replace("Studies *engines*", "Builds engines")}, config=CONFIG)
    for page in ("me", "deep/down", "search"):
        assert "Builds engines" in column(changed, page).get_text()


def test_a_portrait_takes_the_place_of_the_initials(site: Site) -> None:
    me = ME.replace(":email:", ":image: me.svg\n:email:")
    files: dict[str, str | bytes | None] = {"me.svg": DRAWING, "deep/down.md": "---\norphan: true\n---\n# Down\n"}
    built = site(files, me=me, config=CONFIG)

    head = column(built, "deep/down")
    (image,) = head.select("img")
    assert (built.output / "deep" / str(image["src"])).resolve().is_file()
    assert (image["alt"], image["loading"]) == ("", "lazy")
    assert not head.select(".vita-initials")


@pytest.mark.parametrize(
    ("me", "config"),
    [("# Nobody\n", {}), (ME, {"vita_sidebar": False}), (ME.replace(":label:", ":visibility: private\n:label:"), {})],
)
def test_without_a_person_to_show_the_column_is_that_of_the_theme(
    site: Site, me: str, config: dict[str, object]
) -> None:
    head = column(site(me=me, config=CONFIG | config | {"project": "Engines"}), "me")

    assert head.select("[class*=vita-]") == []
    assert [brand.get_text(strip=True) for brand in head.select("a.sidebar-brand")] == ["Engines"]


@pytest.mark.parametrize(
    ("written", "printed"),
    [("2026-03", "Last updated March 2026"), ("3 Mar 2026", "Last updated 3 March 2026"), ("", "")],
)
def test_the_foot_tells_the_written_date_of_the_last_change_and_where_to_write_to(
    site: Site, written: str, printed: str
) -> None:
    config = {"vita_exports": True, "vita_cards": 0, "vita_updated": written}
    foot = site(me=ME, config=config).page("me").select_one(".vita-footer p")

    assert foot is not None
    assert foot.get_text() == " · ".join(filter(None, ("ada@engines.example", printed)))


def test_a_page_that_no_menu_has_is_at_the_foot_beside_its_pdf(site: Site) -> None:
    config = {"vita_exports": True, "vita_cards": 0}
    resume = "---\npdf: resume.pdf\norphan: true\n---\n# Résumé\n"
    foot = site(me=ME, resume=resume, config=config).page("me").select(".vita-footer li a")

    assert {"Résumé (PDF)": "resume.pdf", "Résumé": "resume.html"}.items() <= {
        link.get_text(): link["href"] for link in foot
    }.items()

"""Addresses of records: what happens twice a year, whatever is built first, and the page that is a record's home."""

import json

from harness.sites import Site

COURSES = """# {title}

:::{{teaching}} Syntax
:dates: {dates}

{body}
:::
"""


def course(title: str, dates: str, body: str = "Much was said.") -> str:
    return COURSES.format(title=title, dates=dates, body=body)


def test_what_happens_twice_a_year_has_two_addresses_and_each_entry_its_own(site: Site) -> None:
    built = site(
        a=course("A", "Spring 2024", "in spring"),
        b=course("B", "Fall 2024", "in fall"),
        c="# C\n\n:::{timeline}\n:kind: teaching\n:::\n\n{teaching}`now <syntax-2024>`, "
        "{teaching}`then <syntax-2024-spring>`\n",
        config={"vita_exports": True, "vita_cards": 0},
    )

    assert [entry["id"] for entry in built.page("a").select(".vita-teaching")] == ["teaching-syntax-2024-spring"]
    assert [entry["id"] for entry in built.page("b").select(".vita-teaching")] == ["teaching-syntax-2024"]
    assert [link["href"] for link in built.page("c").select("p > a.internal")] == [
        "b.html#teaching-syntax-2024",
        "a.html#teaching-syntax-2024-spring",
    ]
    assert [text.get_text(strip=True) for text in built.page("c").select(".vita-text")] == ["in fall", "in spring"]
    assert len(json.loads(built.text("resume.json"))["projects"]) == 2


def test_a_page_that_is_not_read_again_follows_a_record_that_takes_its_key(site: Site) -> None:
    roles = "# C\n\n{teaching}`syntax-2024`\n"
    site(a=course("A", "Spring 2024"), c=roles)
    built = site(b=course("B", "Fall 2024"))

    assert built.page("a").select_one("#teaching-syntax-2024-spring") is not None
    assert [link["href"] for link in built.page("c").select("p > a.internal")] == ["b.html#teaching-syntax-2024"]
    clean = site(fresh=True).files()
    pages = [name for name in clean if name.endswith((".html", ".inv"))]
    assert {name: built.files()[name] for name in pages} == {name: clean[name] for name in pages}


def test_parallel_reading_gives_the_same_keys(site: Site) -> None:
    pages = {f"p{number}.md": course(f"P{number}", f"{number + 1} May 2024", f"no. {number}") for number in range(8)}
    site.write(pages)  # type: ignore[arg-type]
    parallel = site.build_with("-j", "4")
    serial = site.build_with("-E", "-j", "1")

    assert [each.name for each in parallel.objects()] == [each.name for each in serial.objects()]
    assert {each.name for each in serial.objects()} == {
        "syntax-2024",
        *(f"syntax-2024-05-{day:02}" for day in range(1, 8)),
    }
    assert all(parallel.text(name[:-3] + ".html") == serial.text(name[:-3] + ".html") for name in pages)


def test_a_role_without_a_year_is_told_where_two_records_of_one_year_could_be_meant(site: Site) -> None:
    page = course("A", "Spring 2024") + course("B", "Fall 2024") + "\n{teaching}`syntax`\n"

    assert [told.type for told in site(a=page, silent=False).told] == ["vita.unknown_reference"]


def test_a_record_of_a_cv_is_at_home_on_the_page_that_shows_it_too(site: Site) -> None:
    """A page that is a PDF too is a copy to be printed; a page that only names records, or a few, is no home."""
    cv = "---\npdf: cv.pdf\n---\n" + course("CV", "2024") + "\n:::{award} Medal\n:::\n"
    teaching = "# All\n\n:::{timeline}\n:kind: teaching\n:::\n"
    built = site(
        cv=cv,
        a="# Few\n\n:::{timeline}\n:kind: teaching\n:limit: 1\n:::\n",
        b="# Names\n\n:::{timeline}\n:kind: teaching\n:style: list\n:::\n",
        taught=teaching,
        z="# Again\n\n:::{timeline}\n:kind: teaching\n:::\n\n{teaching}`syntax-2024`\n",
    )

    addresses = {each.name: each.address for each in built.objects()}
    assert addresses == {"syntax-2024": "taught.html#teaching-syntax-2024", "medal": "cv.html#award-medal"}
    for page, signs in {"taught": 1, "cv": 1, "z": 0, "a": 0}.items():
        assert len(built.page(page).select(".vita-teaching[id] a.headerlink")) == signs
    assert [link["href"] for link in built.page("z").select("p > a.internal")] == ["taught.html#teaching-syntax-2024"]
    assert {link["href"] for link in built.page("b").select(".vita-short a")} == {"taught.html#teaching-syntax-2024"}


def test_a_record_is_at_home_where_it_is_written_when_no_other_page_shows_all_of_it(site: Site) -> None:
    cv = "---\npdf: cv.pdf\n---\n" + course("CV", "2024")

    built = site(cv=cv, again="---\npdf: again.pdf\n---\n# Again\n\n:::{timeline}\n:kind: teaching\n:::\n")

    assert [each.address for each in built.objects()] == ["cv.html#teaching-syntax-2024"]

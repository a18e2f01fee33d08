"""Each kind of record, from what an author writes to every place it goes: a row in `harness.worked_examples`."""

import json
import re
from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from bs4 import Tag
from harness.sites import Built, Object, Site
from harness.worked_examples import EXAMPLES, Example
from pypdf import PdfReader
from sphinx_vita.records import KINDS, Profile, options_of, written_kinds

Page = Callable[[str], Tag]
EVERY_KIND = pytest.mark.parametrize(("kind", "example"), EXAMPLES.items(), ids=EXAMPLES.keys())


@pytest.fixture(scope="module")
def built(new_site: Callable[[str], Site]) -> Built:
    """A site with an example of each kind on one page, which is a PDF too, all of them in views, and roles."""
    records = "\n".join(example.source(kind) for kind, example in EXAMPLES.items())
    views = "\n".join(f"## {kind}\n\n:::{{timeline}}\n:kind: {kind}\n:::\n" for kind in EXAMPLES)
    roles = "\n".join(f"- {{{kind}}}`{each.key}`, {{{kind}}}`that one <{each.key}>`" for kind, each in EXAMPLES.items())
    return new_site("kinds")(
        page=f"---\npdf: cv.pdf\n---\n# P\n\n{records}",
        views=f"# V\n\n{views}",
        roles=f"# R\n\n{roles}\n",
        short=f"# S\n\n:::{{timeline}}\n:kind: {', '.join(EXAMPLES)}\n:style: list\n:::\n",
        config={"vita_exports": True, "vita_cards": 0, "html_baseurl": "https://site.example/"},
    )


@pytest.fixture(scope="module")
def page(built: Built) -> Page:
    """Give a page, parsed once for all kinds."""
    return cache(built.page)


@pytest.fixture(scope="module")
def paper(built: Built) -> str:
    """The words of the PDF."""
    pages = PdfReader(BytesIO((built.output / "cv.pdf").read_bytes())).pages
    return squeezed("".join(page.extract_text() for page in pages))


def squeezed(text: str) -> str:
    """Take out blanks, ends of lines and the signs of lists, which differ between pages and PDFs."""
    return re.sub(r"[\s•]+", "", text)


def test_every_kind_that_an_author_writes_has_an_example() -> None:
    assert EXAMPLES.keys() == written_kinds().keys() - {Profile.kind}


@EVERY_KIND
def test_an_example_has_every_option_but_those_that_have_their_own_tests(kind: str, example: Example) -> None:
    elsewhere = {"aliases", "event", "location", "slides", "video", "institution", "url"}  # common to events

    assert options_of(KINDS[kind]).keys() - {*example.options} - elsewhere == {next(iter(options_of(KINDS[kind])))}


@EVERY_KIND
def test_an_entry_says_all_that_is_written_and_can_be_linked_to(page: Page, kind: str, example: Example) -> None:
    entry = page("page").select_one(f"div.vita-{kind}")

    assert entry is not None
    assert entry["id"] == f"{kind}-{example.key}"
    assert [link["href"] for link in entry.select("a.headerlink")] == [f"#{entry['id']}"]
    assert squeezed(entry.get_text()) == squeezed(example.entry)


@EVERY_KIND
def test_a_view_shows_the_entry_without_its_sign(page: Page, kind: str, example: Example) -> None:
    (entry,) = page("views").select(f"div.vita-entry.vita-{kind}")

    assert squeezed(entry.get_text().replace("#", "")) == squeezed(example.entry.replace("#", ""))


@EVERY_KIND
def test_a_view_of_names_leads_to_the_whole_entry(page: Page, kind: str, example: Example) -> None:
    (entry,) = page("short").select(f"div.vita-short.vita-{kind}")

    assert example.name in entry.get_text()
    assert entry.a is not None or kind == "person"


@EVERY_KIND
def test_the_pdf_says_all_but_what_only_a_screen_shows(paper: str, page: Page, kind: str, example: Example) -> None:
    entry = page("page").select_one(f"div.vita-{kind}")
    assert entry is not None
    # Line by line: on paper dates and place stand beside the head, where there is room.
    lines = [line.get_text().removesuffix("#") for line in entry.select("p:not(.vita-buttons)")]

    assert len(lines) > 0
    assert [line for line in lines if squeezed(line) not in paper] == []


@EVERY_KIND
def test_a_record_is_in_the_inventory_for_other_sites(built: Built, kind: str, example: Example) -> None:
    (found,) = [each for each in built.objects() if (each.type, each.name) == (kind, example.key)]

    assert found == Object(example.key, kind, f"views.html#{kind}-{example.key}", example.name)


@EVERY_KIND
def test_the_role_of_a_kind_refers_to_its_records(page: Page, kind: str, example: Example) -> None:
    item = page("roles").select("li")[list(EXAMPLES).index(kind)]
    links = [(link.get_text(), link["href"]) for link in item.select("a")]

    if kind == "person":  # a name links to the person's own page
        assert links == [(example.key, "https://ann.example"), ("that one", "https://ann.example")]
    else:
        address = f"views.html#{kind}-{example.key}"
        assert links == [(example.name, address), ("that one", address)]


@EVERY_KIND
def test_the_search_finds_a_record_by_its_name_and_leads_to_its_anchor(
    built: Built, kind: str, example: Example
) -> None:
    hits = search_hits(built.text("searchindex.js"))

    assert (f"vita:{kind}", "views", f"{kind}-{example.key}", example.name) in hits


@EVERY_KIND
def test_json_resume_takes_it_where_it_has_a_section(built: Built, kind: str, example: Example) -> None:
    resume = json.loads(built.text("resume.json"))
    section, item = example.resume or ("", {})

    assert KINDS[kind].exported.resume == section
    assert not section or item in resume[section]


@EVERY_KIND
def test_llms_txt_lists_it(built: Built, kind: str, example: Example) -> None:
    lines = built.text("llms.txt").split("\n")
    heading = f"## {KINDS[kind].exported.heading}"

    assert (heading in lines) == bool(example.listed)
    assert not example.listed or f"- {example.listed}" in lines[lines.index(heading) :]


@EVERY_KIND
def test_the_feed_tells_of_what_is_news(built: Built, kind: str, example: Example) -> None:
    link = f'<link href="https://site.example/views.html#{kind}-{example.key}" rel="alternate"/>'

    assert (link in built.text("feed.atom")) == example.is_news


def search_hits(script: str) -> list[tuple[str, str, str, str]]:
    """Give the typed hits of Sphinx's search as (type, page, anchor, name), as its script puts them together."""
    index: dict[str, Any] = json.loads(script.removeprefix("Search.setIndex(").removesuffix(")"))
    hits = []
    for prefix, objects in index["objects"].items():
        for page, type_number, _, anchor, name in objects:
            kind = index["objnames"][str(type_number)][1]
            whole = f"{prefix}.{name}" if prefix else name
            full_anchor = {"": whole, "-": f"{kind}-{whole}"}.get(anchor, anchor)
            hits.append((index["objtypes"][str(type_number)], index["docnames"][page], full_anchor, whole))
    return hits

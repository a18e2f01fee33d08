"""The CV, imported, gives the records that were written by hand: what stands on both says the same."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from sphinx_vita.imports.cvs.markdown_cv import read_markdown_cv
from sphinx_vita.imports.drafts import Draft
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.reading.record_options import read_options
from sphinx_vita.records import KINDS
from sphinx_vita.records.publication import Publication

from tests.content import HERE, ROOT, all_sources

CV = read_markdown_cv((HERE / "cv.md").read_text("utf-8"))
DIRECTIVE = re.compile(r"^:::\{(\w+)\} (.+)\n((?::\w+: .*\n)*)((?:(?!:::).*\n)*):::$", re.MULTILINE)
# What was added by hand to what the CV says, with where it was found.
ADDED = {
    "url": "the pages of the laboratory, the company or the person",
    "label": "the CV's own words on the degree, as the line under the name",
    "organization of the profile": "the CV names it as the place of the degree",
    "homepage": "the CV's link leads nowhere",
    "linkedin": "the CV's link leads nowhere",
    "github": "the account that holds the code of the papers",
    "scholar": "found under the name",
    "dblp": "found under the name",
    "x": "found under the name",
    "cv": "a page of the site itself",
}
# The CV's file has lost an asterisk, which the paper has: `Hexu Zhao<sup>1</sup>` beside `Yonghao Zhuang*`.
EQUAL_IN_THE_PAPER = {"On Optimizing the Communication of Model Parallelism"}
BESIDE = ("news", "person", "publication")  # what has happened since, whose pages are known, and heads of pages


def by_hand() -> Iterator[Draft]:
    for kind, title, options, body in DIRECTIVE.findall(all_sources()):
        if kind in KINDS and kind not in BESIDE:
            said = dict(re.findall(r"^:(\w+): (.*)$", options, re.MULTILINE))
            yield Draft(kind=kind, title=title, options=said, body=body)


def values(draft: Draft) -> dict[str, Any]:
    read = read_options(KINDS[draft.kind], draft.title, draft.options, 1)
    assert read.findings == ()
    return dict(read.values)


def words(markdown: str) -> str:
    return " ".join(re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markdown).split())


IMPORTED = [*CV.drafts, *([CV.profile] if CV.profile else [])]
WRITTEN = list(by_hand())


def test_the_cv_has_a_record_for_each_that_was_written_and_no_other() -> None:
    assert len(IMPORTED) > 10
    assert sorted((each.kind, each.title) for each in IMPORTED) == sorted((each.kind, each.title) for each in WRITTEN)


@pytest.mark.parametrize(
    "draft", IMPORTED, ids=lambda draft: f"{draft.kind}-{draft.title}-{draft.options.get('dates', '')}"
)
def test_each_value_that_the_cv_states_is_the_written_one(draft: Draft) -> None:
    (written,) = (
        each for each in WRITTEN
        if (each.kind, each.title, each.options.get("dates")) == (draft.kind, draft.title, draft.options.get("dates"))
    )  # fmt: skip
    stated, known = values(draft), values(written)
    added = {
        f"{name} of the profile" if (draft.kind, name) == ("profile", "organization") else name
        for name in known.keys() - stated.keys()
    }

    assert {name: known[name] for name in stated} == stated
    assert added <= ADDED.keys()
    if draft.kind != "profile":
        assert words(written.body) == words(draft.body)


def facts(publication: Publication) -> dict[str, object]:
    """Give what a CV tells of a work; its venue by the short name."""
    marks = [place for place, author in enumerate(publication.authors) if author.contributed_equally]
    return {
        "authors": [str(author.name) for author in publication.authors],
        "equal": marks,
        "year": publication.date.year if publication.date else None,
        "status": publication.status,
        "remark": str(publication.remarks[0]).partition(". ")[0] if publication.remarks else "",
        "venue": str(publication.venue_short or publication.venue).upper(),
    }


def test_each_publication_is_the_written_one() -> None:
    bibliography = (ROOT / "publications/publications.bib").read_text("utf-8")
    written = {str(each.title): facts(each) for each in read_bibliography(bibliography, file="").publications}
    read = read_bibliography("\n".join(each.bibtex for each in CV.entries), file="")

    assert read.findings == ()
    assert [each.entry_type for each in read.publications] == [*["inproceedings"] * 4, *["unpublished"] * 2]
    for each in read.publications:
        told, known = facts(each), written[str(each.title)]
        if str(each.title) in EQUAL_IN_THE_PAPER:
            assert (told.pop("equal"), known.pop("equal")) == ([0], [0, 1])
        assert told == known


def test_the_sections_are_those_of_the_cv_page_in_their_order() -> None:
    page = (ROOT / "cv.md").read_text("utf-8")

    assert [section.title for section in CV.sections] == re.findall(r"^## (.+)$", page, re.MULTILINE)
    (prose,) = (section.prose for section in CV.sections if section.prose)
    assert words(prose) == words((ROOT / "research/_interests.md").read_text("utf-8"))


def test_nothing_is_left_over_but_two_links_that_lead_nowhere() -> None:
    assert [each.text for each in CV.leftovers] == ["[Homepage](#)", "[LinkedIn](#)"]

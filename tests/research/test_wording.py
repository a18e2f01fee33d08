"""How this portfolio writes what the CV and the public write differently."""

import pytest
from bs4 import Tag

from tests.content import load_facts
from tests.reading import Page, fold, read, the

# A manuscript that has since appeared: the page, the CV's title, the public version's address and how it is named.
APPEARED = {
    "gaian": (
        0,
        "https://arxiv.org/abs/2512.20017",
        "Preprint: Scaling Point-based Differentiable Rendering for Large-scale Reconstruction, arXiv 2512.20017, 2025",
    ),
    "insulin": (
        2,
        "https://www.nature.com/articles/s43856-026-01449-1",
        "Published as Explainable deep learning framework incorporating medical knowledge for insulin titration in"
        " diabetes, Communications Medicine, 2026",
    ),
}


@pytest.mark.parametrize("key", APPEARED)
def test_a_manuscript_keeps_the_title_and_the_status_of_the_cv(pages: dict[str, Page], key: str) -> None:
    page = pages[f"publications/{key}.html"]
    title = load_facts()["Manuscripts under review"][APPEARED[key][0]]

    assert read(the(page.article, "h1")) == fold(title)
    assert "under review" in read(the(page.article, ".vita-publication-header")).lower()


@pytest.mark.parametrize("path", ["cv.html", "publications/index.html", "own"])
@pytest.mark.parametrize("key", APPEARED)
def test_a_manuscript_that_has_appeared_says_where(pages: dict[str, Page], key: str, path: str) -> None:
    page = pages[f"publications/{key}.html" if path == "own" else path]
    lines = [line for line in page.article.select(".vita-remark") if APPEARED[key][1] in links(line)]

    assert len(lines) == 1
    assert read(lines[0]) == APPEARED[key][2]


def links(element: Tag) -> list[str]:
    return [str(link["href"]) for link in element.select("a[href]")]

"""What the pages say of the work is no more than its sources say, and says with what a number is compared."""

import re
from pathlib import Path

import pytest

from tests.content import all_sources
from tests.reading import Page, files_of, fold, read
from tests.research.test_figures import prose, prose_files

# Summaries of the papers that others, or machines, have written.
THIRD_PARTIES = ("themoonlight", "biocloudy", "alphaxiv", "emergentmind", "euno.news", "clearskyscience")
BRITISH = re.compile(
    r"(?i)\b\w*(?:colour|centre|neighbour|behaviour|favour|labour|travell|modelled|grey\b|metres?\b|"
    r"[a-z]{4,}(?:is|ys)(?:e[ds]?|ing|ation)\b)\w*"
)
SAME_IN_AMERICA = re.compile(
    r"(?i)(?:compris|surpris|exercis|compromis|promis|supervis|improvis|advertis|premis)(?:e[ds]?|ing)|\w+wise|"
    r"enterprises?|expertise|analyses"
)


@pytest.mark.parametrize("host", THIRD_PARTIES)
def test_no_statement_rests_on_the_summary_of_a_third_party(host: str) -> None:
    assert host not in all_sources().lower()


@pytest.mark.parametrize("name", prose_files()[:-1])
def test_the_owner_does_not_speak_of_himself_as_of_another(pages: dict[str, Page], name: str) -> None:
    text = prose(pages, name)

    assert "Hexu Zhao" not in text
    assert "(source" not in text.lower()


def shown(page: Page) -> str:
    """Give all words of a page that are seen or spoken, those of its pictures too."""
    spoken = [element.get_text() for element in page.article.select("svg title, svg desc, svg text")]
    spoken += [str(element["aria-label"]) for element in page.article.select("[aria-label]")]
    return fold(" / ".join([read(page.article, without="pre, code, .vita-publications"), *spoken]))


def test_the_pages_are_written_in_american_english(pages: dict[str, Page]) -> None:
    found = {
        (path, word)
        for path, page in pages.items()
        if not path.startswith("_source/")
        for word in BRITISH.findall(shown(page))
        if not SAME_IN_AMERICA.fullmatch(word)
    }

    assert found == set()


@pytest.mark.parametrize("word", ["colours", "centre", "neighbours", "travelling-salesman", "optimised", "summarised"])
def test_british_words_are_found(word: str) -> None:
    assert BRITISH.search(f"the {word} of it")
    assert not SAME_IN_AMERICA.fullmatch(BRITISH.findall(word)[0])


def test_the_ratio_of_clm_stands_beside_what_it_is_a_ratio_to(built_site: Path) -> None:
    """On every page and in every export: 6.7 is over the paper's baseline, and no bound of the card."""
    alone = set()
    for name, content in files_of(built_site).items():
        if not name.startswith(("_static/", "_source/")) and name.endswith((".html", ".json", ".atom", ".txt", ".bib")):
            text = re.sub(r"<[^>]*>|\s+", " ", content.decode("utf-8"))
            alone |= {
                (name, text[match.start() - 40 : match.end() + 60])
                for match in re.finditer(r"\b6\.7(?: times|×|x| to)", text)
                if "baseline" not in text[match.end() : match.end() + 60]
            }

    assert alone == set()


def test_a_fork_is_named_with_the_license_that_it_keeps(pages: dict[str, Page]) -> None:
    text = pages["publications/grendel.html"].text
    of_the_fork = text[text.index("fork of the rasterizer") :][:250]

    assert "Gaussian-Splatting License" in of_the_fork
    assert "no commercial use" in of_the_fork


def test_an_internship_is_told_in_the_past(pages: dict[str, Page]) -> None:
    text = prose(pages, "research/3d-perception.md")

    assert not re.search(r"\b(?:is|am|are|I'm) (?:\w+ )?(?:developing|working|building|designing)\b", text)

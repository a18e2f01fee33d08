"""In a language without a catalog the engine's words stay English, and are told from what an author wrote."""

from collections.abc import Iterator

import pytest
from sphinx_vita.locale import between, speak
from sphinx_vita.records.english_words import Place, is_without_catalog, parts_of
from sphinx_vita.sphinx.english import marked

OWN = '<span lang="en">'
TLDR = '<div class="vita-x"><p class="vita-text">pages</p></div>'


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak("en")


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Abstract", ["Abstract"]),
        ("\n Skip to content ", ["Skip to content"]),
        ("All of them:", ["All of them"]),
        ("* Equal contribution", ["Equal contribution"]),
        ("فوریه 2020 – Now", ["Now"]),
        ("Spring 2024", ["Spring"]),
        (", pages ", ["pages"]),
        ("edited by Ada Lovelace", ["edited by "]),
        ("12 publications", ["publications"]),
        ("نشریه", []),
        ("2024", []),
        ("", []),
        ("Ship Noise of the Sea", []),
        ("in Amsterdam", []),
        ("of mensen", []),
        ("Software Carpentry", []),
    ],
)
def test_words_of_the_engine_are_told_from_facts_around_them(text: str, own: list[str]) -> None:
    parts = parts_of(text)

    assert [part for part, is_own in parts if is_own] == own
    assert "".join(part for part, _ in parts) == text


def test_prose_has_whole_messages_alone_and_words_for_screen_readers_any() -> None:
    assert parts_of("pages", Place.PROSE) == (("pages", False),)
    assert parts_of("edited by Ada", Place.PROSE) == (("edited by Ada", False),)
    assert parts_of("Page not found", Place.PROSE) == (("Page not found", True),)
    assert parts_of(" of Hör zu", Place.SPOKEN) == ((" of ", True), ("Hör zu", False))
    assert parts_of("Songs of Whales", Place.SPOKEN) == (("Songs of Whales", False),)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<!doctype html>\n<html lang='da'><p>Now</p>", f"<!doctype html>\n<html lang='da'><p>{OWN}Now</span></p>"),
        ("<p>a < b</p>", "<p>a < b</p>"),
        ('<p class="vita-x">A &amp; B (with advisors)</p>', '<p class="vita-x">A &amp; B (with advisors)</p>'),
        ("<p>2020 – Now &lt;</p>", f"<p>2020 – {OWN}Now</span> &lt;</p>"),
        ("<article><p>pages</p></article>pages", f"<article><p>pages</p></article>{OWN}pages</span>"),
        ('<main><b class="vita-x">pages<br>8</b>', f'<main><b class="vita-x">{OWN}pages</span><br>8</b>'),
        (TLDR, TLDR),
        ('<p lang="de">Now <b>Now</b></p>', '<p lang="de">Now <b>Now</b></p>'),
        ("<script>'Now'</script><pre>Now</pre><!-- Now -->", "<script>'Now'</script><pre>Now</pre><!-- Now -->"),
        ("<title>Menu</title><option>Song</option>", '<title lang="en">Menu</title><option>Song</option>'),
        ('<button aria-label="Copy"><i></i></button>', '<button aria-label="Copy" lang="en"><i></i></button>'),
        ('<nav aria-label="Menus">Sange</nav>', '<nav aria-label="Menus">Sange</nav>'),
        ('<img alt="Logo" title="a > b"/>', '<img alt="Logo" title="a > b" lang="en"/>'),
        ("<p>Now</div></p>Now", f"<p>{OWN}Now</span></div></p>{OWN}Now</span>"),
    ],
)  # fmt: skip
def test_the_markup_of_a_page_says_what_is_english(markup: str, expected: str) -> None:
    assert marked(markup, "ltr") == expected


def test_on_a_page_from_right_to_left_english_runs_its_own_way() -> None:
    assert marked("<p>Now</p>", "rtl") == '<p><span lang="en" dir="ltr">Now</span></p>'


def test_languages_with_a_catalog_have_none_of_it() -> None:
    languages = ("en", "en-US", "de-AT", "zh-Hant", "fa", "da", "sr-Latn")

    assert [each for each in languages if is_without_catalog(each)] == ["fa", "da", "sr-Latn"]


def test_lists_go_by_the_tables_of_a_language_that_has_no_catalog() -> None:
    speak("fa")
    assert between(["A", "B", "C"]) == ["،\u200f ", "، و "]
    speak("xx")
    assert between(["A", "B", "C"]) == [", ", " and "]

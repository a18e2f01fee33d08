"""What is found on a portfolio: the first hit of each query, of every kind of query that a visitor may type.

A query whose record is lost from the index has another first hit, or none, and fails.
"""

from collections.abc import Iterator

import pytest
from harness.browser.pages import listen, wait_for_scripts
from playwright.sync_api import Browser, Page

# query, kind, address
QUERIES = [
    # A title, its beginning, a part of it, the name of its file.
    ("An Atlas of Humpback Song", "Publication", "papers/atlas.html"),
    ("an atl", "Publication", "papers/atlas.html"),
    ("atlas", "Publication", "papers/atlas.html"),
    ("whales keep", "Publication", "papers/noise.html"),
    ("keep silent", "Publication", "papers/noise.html"),
    ("110 db", "Publication", "papers/noise.html"),
    ("concert hall", "Publication", "papers/thesis.html"),
    ("the sea as", "Publication", "papers/thesis.html"),
    ("krill", "Publication", "papers/index.html#publication-krill"),
    ("диалекты", "Publication", "papers/index.html#publication-dialects"),
    ("ДИАЛЕКТЫ китовых", "Publication", "papers/index.html#publication-dialects"),
    ("nine years", "Publication", "papers/recordings.html"),
    ("price of silence", "Publication", "papers/silence.html"),
    ("papers", "Page", "papers/index.html"),
    ("curriculum", "Page", "cv.html"),
    ("cv", "Page", "cv.html"),
    ("ship noise", "Page", "research/ship-noise.html"),
    # People: by any part of the name, in either order, with and without accents, in another script.
    ("valderrama", "Profile", "index.html"),
    ("quispe ines", "Profile", "index.html"),
    ("jørgen", "Person", "research/people.html#person-jorgen-nygard"),
    ("nygard jorgen", "Person", "research/people.html#person-jorgen-nygard"),
    ("nygård", "Person", "research/people.html#person-jorgen-nygard"),
    ("παππα", "Person", "research/people.html#person-pappa"),
    ("eleni pappa", "Person", "research/people.html#person-pappa"),
    ("zoe", "Person", "research/people.html#person-zoe-o-brien"),
    ("doctoral advisor", "Person", "research/people.html#person-zoe-o-brien"),
    ("минина", "Person", "research/people.html#person-minina"),
    ("pena nunez", "Person", "research/people.html#person-maria-jose-pena-nunez"),
    ("maría josé", "Person", "research/people.html#person-maria-jose-pena-nunez"),
    ("mbeki", "Person", "research/people.html#person-thaddeus-w-mbeki"),
    # Abbreviations, venues and places.
    ("sia", "Award", "career/education.html#award-young-researcher-prize-2022"),
    ("graz", "Talk", "teaching.html#talk-lieder-der-wale-2022"),
    ("jia", "Service", "career/service.html#service-journal-of-invented-acoustics-jia-2022"),
    ("baf", "Service", "career/service.html#service-bioacoustics-forum-baf-2023"),
    ("polar letters", "Publication", "papers/index.html#publication-krill"),
    ("institute of sea", "Position", "career/index.html#position-institute-of-sea-and-coast-2020"),
    ("museu", "Position", "career/index.html#position-museu-do-mar-2012"),
    ("universidade", "Education", "career/education.html#degree-universidade-do-exemplo-2010"),
    ("phd", "Education", "career/education.html#degree-example-university-2014"),
    ("bioacoustics", "Teaching", "teaching.html#teaching-bioacoustics-2024"),
    ("statistics", "Teaching", "teaching.html#teaching-statistics-for-biologists-2022"),
    # Hyphens, accents and case make no difference.
    ("echo works", "Position", "career/index.html#position-echoworks-lab-2016"),
    ("echo-works", "Position", "career/index.html#position-echoworks-lab-2016"),
    ("EchoWorks", "Position", "career/index.html#position-echoworks-lab-2016"),
    ("two way traffic", "Section", "research/ship-noise.html#two-way-traffic"),
    ("two-way traffic", "Section", "research/ship-noise.html#two-way-traffic"),
    ("selftaught", "Award", "career/education.html#award-young-researcher-prize-2022"),
    ("self-taught", "Award", "career/education.html#award-young-researcher-prize-2022"),
    ("crosscorrelation", "Position", "career/index.html#position-echoworks-lab-2016"),
    ("ship-noise", "Page", "research/ship-noise.html"),
    # Mistyped, also while it is being typed.
    ("humback", "Publication", "papers/atlas.html"),
    ("pasive lisening", "Page", "research/listening.html"),
    ("passve", "Page", "research/listening.html"),
    ("concrt", "Publication", "papers/thesis.html"),
    ("resarcher prize", "Award", "career/education.html#award-young-researcher-prize-2022"),
    ("hydrophne", "Award", "career/education.html#award-silver-hydrophone-2021"),
    ("licenciatra", "Education", "career/education.html#degree-universidade-do-exemplo-2010"),
    ("statistcs", "Teaching", "teaching.html#teaching-statistics-for-biologists-2022"),
    # Several words: all of them in one entry first.
    ("παππά atlas", "Publication", "papers/atlas.html"),
    ("silent o'brien", "Publication", "papers/noise.html"),
    ("researcher prize", "Award", "career/education.html#award-young-researcher-prize-2022"),
    ("prize researcher", "Award", "career/education.html#award-young-researcher-prize-2022"),
    ("listening porto", "Publication", "papers/chapter.html"),
    # Headings and sentences.
    ("where i have been", "Section", "index.html#where-i-have-been"),
    ("academic referees", "Section", "career/service.html#academic-referees"),
    ("research interests", "Section", "index.html#research-interests"),
    ("traveling merchant", "Section", "papers/atlas.html#the-idea"),
    ("brisbane", "Section", "papers/atlas.html#the-result"),
    ("container ship", "Page", "research/ship-noise.html"),
    ("sonobuoy", "Position", "career/index.html#position-polar-station-k-2019"),
    ("due diligence", "Position", "career/index.html#position-museu-do-mar-2012"),
    ("loud mouthed", "Section", "research/ship-noise.html#two-way-traffic"),
    ("quiet for two seconds", "Section", "papers/atlas.html#the-idea"),
    # A number, as it is typed or copied.
    ("10.5555/atlas.2024", "Publication", "papers/atlas.html"),
    ("https://doi.org/10.5555/atlas.2024", "Publication", "papers/atlas.html"),
    ("https://journal.example/doi/abs/10.5555/atlas.2024", "Publication", "papers/atlas.html"),
    ("doi:10.5555/dialects.2022.", "Publication", "papers/index.html#publication-dialects"),
    ("https://doi.org/10.5555%2Fdialects.2022", "Publication", "papers/index.html#publication-dialects"),
    ("2401.04567", "Publication", "papers/atlas.html"),
    ("arXiv:2401.04567v3", "Publication", "papers/atlas.html"),
    ("https://arxiv.org/pdf/2501.01234v2.pdf", "Publication", "papers/index.html#publication-drift"),
    ("9783161484100", "Publication", "papers/noise.html"),
    # A kind of thing.
    ("referee museu", "Referee", "career/service.html#referee-dr-amara-okafor"),
]


@pytest.fixture(scope="module")
def palette(browser: Browser, address: str) -> Iterator[Page]:
    """One page with the palette open, for all queries."""
    troubles: list[str] = []
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        listen(page, troubles)
        wait_for_scripts(page)
        page.goto("cv.html")
        page.keyboard.press("Control+k")
        page.wait_for_selector("dialog.palette[open]")
        yield page
    assert troubles == []


@pytest.mark.parametrize(("query", "kind", "place"), QUERIES, ids=[query for query, _, _ in QUERIES])
def test_the_first_hit_is_what_was_meant(palette: Page, address: str, query: str, kind: str, place: str) -> None:
    assert first_hit(palette, query) == (kind, address + place)


def test_every_query_of_the_table_lands_on_something_that_is_there(palette: Page) -> None:
    places = {place for _, _, place in QUERIES}
    missing = palette.evaluate(
        """
        async places => {
          const missing = [];
          for (const place of places) {
            const page = new DOMParser().parseFromString(await (await fetch(place)).text(), "text/html");
            const anchor = place.split("#")[1];
            if (anchor && !page.getElementById(anchor)) missing.push(place);
          }
          return missing;
        }
        """,
        sorted(places),
    )

    assert missing == []


def test_what_is_not_there_is_not_found(palette: Page, address: str) -> None:
    assert first_hit(palette, "xyzzy") == ("", f"{address}search.html?q=xyzzy")


def first_hit(page: Page, query: str) -> tuple[str, str]:
    """Type a query; gives the kind of the first result ("" for that which leads to the search page) and its address."""
    page.fill("input[role=combobox]", query)
    first = page.locator("[role=option]").first
    first.wait_for()
    kind = first.locator(".palette-kind")
    return (kind.inner_text() if kind.count() else "", first.evaluate("link => link.href"))

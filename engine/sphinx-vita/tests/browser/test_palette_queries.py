"""What is found on this site: the first hit of each query, of every kind of query that a visitor may type.

A query whose record is lost from the index has another first hit, or none, and fails.
"""

from collections.abc import Iterator

import pytest
from harness.browser.pages import listen, wait_for_scripts
from playwright.sync_api import Browser, Page

# query, kind, address
QUERIES = [
    # A title, its beginning, a part of it, the name of its file.
    ("Fully Hyperbolic Neural Networks", "Publication", "publications/hyperbolic.html"),
    ("fully hyp", "Publication", "publications/hyperbolic.html"),
    ("clm", "Publication", "publications/clm.html"),
    ("CLM: Removing", "Publication", "publications/clm.html"),
    ("memory barrier", "Publication", "publications/clm.html"),
    ("grendel", "Publication", "publications/grendel.html"),
    ("on scaling up", "Publication", "publications/grendel.html"),
    ("gaian", "Publication", "publications/gaian.html"),
    ("resharding", "Publication", "publications/resharding.html"),
    ("point-based differentiable", "Publication", "publications/gaian.html"),
    ("doctor-in-the-loop", "Publication", "publications/insulin.html"),
    ("doctor in the loop", "Publication", "publications/insulin.html"),
    ("insulin", "Publication", "publications/insulin.html"),
    ("publications", "Page", "publications/index.html"),
    ("curriculum", "Page", "cv.html"),
    ("cv", "Page", "cv.html"),
    ("3d perception", "Page", "research/3d-perception.html"),
    # People: by any part of the name, in either order, with and without accents.
    ("hexu", "Profile", "index.html"),
    ("zhao hexu", "Profile", "index.html"),
    ("jinyang", "Person", "research/people.html#person-jinyang-li"),
    ("li jinyang", "Person", "research/people.html#person-jinyang-li"),
    ("ken museth", "Person", "research/people.html#person-ken-museth"),
    ("museth", "Person", "research/people.html#person-ken-museth"),
    ("francis", "Person", "research/people.html#person-francis-williams"),
    ("ruwase", "Person", "research/people.html#person-olatunji-ruwase"),
    ("xing", "Person", "research/people.html#person-eric-p-xing"),
    ("Éric Xing", "Person", "research/people.html#person-eric-p-xing"),
    ("zhang hao", "Person", "research/people.html#person-hao-zhang"),
    ("lianmin zheng", "Person", "research/people.html#person-lianmin-zheng"),
    ("gonzález", "Person", "research/people.html#person-joseph-e-gonzalez"),
    ("weize chen", "Person", "research/people.html#person-weize-chen"),
    ("yang yuan", "Person", "research/people.html#person-yang-yuan"),
    ("moonjun", "Person", "research/people.html#person-moonjun-gong"),
    ("emma yin", "Position", "experience/index.html#position-zhenfund-venture-capital-2021"),
    ("stoica", "Publication", "publications/resharding.html"),
    ("maosong sun", "Publication", "publications/hyperbolic.html"),
    # Abbreviations, venues and places.
    ("noi", "Award", "experience/education.html#award-gold-medal-2018"),
    ("apio", "Award", "experience/education.html#award-silver-medal-2018"),
    (
        "TPDS",
        "Service",
        "experience/service.html#service-ieee-transactions-on-parallel-and-distributed-systems-tpds-2024",
    ),
    ("mlsys", "Publication", "publications/resharding.html"),
    ("acl", "Publication", "publications/hyperbolic.html"),
    ("nvidia", "Position", "experience/index.html#position-nvidia-spatial-intelligence-lab-2025"),
    ("mbzuai", "Position", "experience/index.html#position-mbzuai-2022"),
    ("zhenfund", "Position", "experience/index.html#position-zhenfund-venture-capital-2021"),
    ("tsinghua", "Education", "experience/education.html#degree-tsinghua-university-2019"),
    ("courant", "Education", "experience/education.html#degree-courant-institute-new-york-university-2023"),
    ("phd", "Education", "experience/education.html#degree-courant-institute-new-york-university-2023"),
    # Hyphens, accents and case make no difference.
    ("deep speed", "Position", "experience/index.html#position-microsoft-deepspeed-team-2024"),
    ("deep-speed", "Position", "experience/index.html#position-microsoft-deepspeed-team-2024"),
    ("DeepSpeed", "Position", "experience/index.html#position-microsoft-deepspeed-team-2024"),
    ("large scale gaussian", "Page", "research/large-scale-gaussian-splatting.html"),
    ("large-scale gaussian", "Page", "research/large-scale-gaussian-splatting.html"),
    ("selftaught", "Award", "experience/education.html#award-gold-medal-2018"),
    ("self-taught", "Award", "experience/education.html#award-gold-medal-2018"),
    ("crossmesh", "Position", "experience/index.html#position-mbzuai-2022"),
    ("3d-perception", "Page", "research/3d-perception.html"),
    ("gpt3", "Position", "experience/index.html#position-mbzuai-2022"),
    # Mistyped, also while it is being typed.
    ("gausian", "Page", "research/gaussian-splatting.html"),
    ("guassian", "Page", "research/gaussian-splatting.html"),
    ("gausi", "Page", "research/gaussian-splatting.html"),
    ("insuln", "Publication", "publications/insulin.html"),
    ("hiperbolic", "Publication", "publications/hyperbolic.html"),
    ("comunication", "Publication", "publications/resharding.html"),
    ("perceptoin", "Page", "research/3d-perception.html"),
    ("maccraken", "Award", "experience/education.html#award-henry-mitchell-maccracken-phd-fellowship-2023"),
    ("microsft", "Position", "experience/index.html#position-microsoft-deepspeed-team-2024"),
    ("differentable", "Publication", "publications/gaian.html"),
    # Several words: all of them in one entry first.
    ("jinyang clm", "Publication", "publications/clm.html"),
    ("resharding stoica", "Publication", "publications/resharding.html"),
    ("gold medal", "Award", "experience/education.html#award-gold-medal-2018"),
    ("medal gold", "Award", "experience/education.html#award-gold-medal-2018"),
    ("hyperbolic acl", "Publication", "publications/hyperbolic.html"),
    # Headings and sentences.
    ("where i have been", "Section", "index.html#where-i-have-been"),
    ("academic referees", "Section", "experience/service.html#academic-referees"),
    ("research interests", "Section", "index.html#research-interests"),
    ("travelling salesman", "Section", "publications/clm.html#the-idea"),
    ("rtx 4090", "Section", "publications/clm.html#the-result"),
    ("bigcity seconds", "Section", "publications/clm.html#the-result"),
    ("nvshmem", "Position", "experience/index.html#position-microsoft-deepspeed-team-2024"),
    ("due diligence", "Position", "experience/index.html#position-zhenfund-venture-capital-2021"),
    ("honored yao", "Education", "experience/education.html#degree-tsinghua-university-2019"),
    ("zibo", "Award", "experience/education.html#award-gold-medal-2018"),
    ("point transformer on sparse", "Section", "research/3d-perception.html#a-point-transformer-on-sparse-grids"),
    ("opacity", "Section", "publications/clm.html#the-idea"),
    # A number, as it is typed or copied.
    ("10.1145/3779212.3790140", "Publication", "publications/clm.html"),
    ("https://doi.org/10.1145/3779212.3790140", "Publication", "publications/clm.html"),
    ("https://dl.acm.org/doi/abs/10.1145/3779212.3790140", "Publication", "publications/clm.html"),
    ("doi:10.18653/v1/2022.acl-long.389.", "Publication", "publications/hyperbolic.html"),
    ("https://doi.org/10.18653%2Fv1%2F2022.acl-long.389", "Publication", "publications/hyperbolic.html"),
    ("2511.04951", "Publication", "publications/clm.html"),
    ("arXiv:2511.04951v3", "Publication", "publications/clm.html"),
    ("https://arxiv.org/pdf/2211.05322v2.pdf", "Publication", "publications/resharding.html"),
    ("arxiv 2406.18533", "Publication", "publications/grendel.html"),
    ("9798400723599", "Publication", "publications/clm.html"),
    # A kind of thing.
    ("referee", "Referee", "experience/service.html#referee-prof-jinyang-li"),
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

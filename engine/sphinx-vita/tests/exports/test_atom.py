"""The feed, read by feedparser."""

from dataclasses import replace
from html import unescape
from typing import Any

import feedparser
import pytest
from harness.portfolios import ADDRESS, HOSTILE, empty, invented, own
from sphinx_vita.exports import atom
from sphinx_vita.reading.dates import parse_dates
from sphinx_vita.records import Post
from sphinx_vita.records.portfolio import Portfolio


def read(portfolio: Portfolio) -> Any:
    # What a browser must not run, the reader would take out: what we wrote is to be seen here.
    return feedparser.parse(atom.dump(portfolio).encode(), sanitize_html=False)


@pytest.mark.parametrize(
    "portfolio", [own(), invented(), invented(address=""), empty()], ids=["own", "invented", "nowhere", "empty"]
)
def test_a_reader_finds_nothing_to_complain_of(portfolio: Portfolio) -> None:
    feed = read(portfolio)

    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert feed.feed.id.startswith("urn:uuid:")
    assert all(entry.id and entry.updated and entry.title and entry.link for entry in feed.entries)


def test_papers_positions_awards_and_news_come_newest_first() -> None:
    entries = [(each.updated[:10], each.tags[0].term) for each in read(invented()).entries]

    assert entries == [
        ("2026-01-01", "News"),
        ("2025-05-01", "Position"),
        ("2024-05-01", "Publication"),
        ("2023-02-28", "Award"),  # the 29th had been written
        ("2021-02-28", "Publication"),
        ("2020-01-01", "Publication"),
        ("2019-01-01", "Position"),
        ("2019-01-01", "Publication"),
        ("2018-01-01", "Publication"),
        ("2017-01-01", "Publication"),
        ("1999-01-01", "Publication"),
        ("1998-01-01", "Publication"),
        ("1997-01-01", "Publication"),
    ]


def test_the_feed_is_as_new_as_its_newest_entry() -> None:
    assert read(invented()).feed.updated == "2026-01-01T00:00:00+00:00"
    assert read(empty()).feed.updated == "1970-01-01T00:00:00+00:00"


def test_ids_are_all_different_and_stay_when_the_site_moves() -> None:
    here = [entry.id for entry in read(invented()).entries]
    moved = [entry.id for entry in read(invented(address="https://new.example/")).entries]

    assert here == moved
    assert len(set(here)) == len(here)


def test_two_persons_have_different_ids_for_one_key() -> None:
    portfolio = invented()
    other = replace(portfolio, records={}, title="Someone else")

    assert {entry.id for entry in read(portfolio).entries}.isdisjoint(entry.id for entry in read(other).entries)


def test_texts_arrive_as_they_were_written() -> None:
    news = read(invented()).entries[0]

    assert news.title == "Something new"
    assert news.summary_detail.type == "text/html"
    assert unescape(news.summary) == f"Jan 2026. {HOSTILE}"


def test_a_paper_names_all_its_authors_in_their_order() -> None:
    entry = next(each for each in read(invented()).entries if "n log n" in each.title)

    assert [author.name for author in entry.authors] == [f"Given{n:02} Author{n:02}" for n in range(1, 41)]


def test_a_manuscript_is_marked() -> None:
    entry = next(each for each in read(invented()).entries if each.title == "Not out yet")

    assert entry.summary.startswith("Submitted")


def test_links_are_whole_where_the_address_is_known() -> None:
    links = [entry.link for entry in read(invented()).entries if entry.tags[0].term == "Position"]

    assert links == [f"{ADDRESS}cv.html#position-now", f"{ADDRESS}cv.html#position-then"]
    assert {link.rel: link.href for link in read(invented()).feed.links}["self"] == f"{ADDRESS}feed.atom"


def test_a_manuscript_is_in_the_feed_without_a_date_of_publication() -> None:
    entries = {each.title: each for each in feedparser.parse(atom.dump(invented()).encode()).entries}

    assert "published" not in entries["Not out yet"]
    assert entries["Not out yet"].updated.startswith("2024-05")
    assert entries["A chapter"].published.startswith("1999")


@pytest.mark.parametrize(
    ("paths", "link"), [({}, ADDRESS), ({("post", "p"): "posts/p.html"}, f"{ADDRESS}posts/p.html")]
)
def test_what_has_no_address_elsewhere_leads_to_its_page_or_to_the_site(
    paths: dict[tuple[str, str], str], link: str
) -> None:
    post = Post(key="p", title="A Post", dates=parse_dates("1 May 2024"))
    (entry,) = read(Portfolio(title="T", address=ADDRESS, records={"post": (post,)}, paths=paths)).entries

    assert (entry.title, entry.link, entry.updated[:10]) == ("A Post", link, "2024-05-01")


def test_each_language_of_a_site_is_a_feed_of_its_own_with_the_same_entries() -> None:
    first = replace(invented(), root=ADDRESS)
    other = replace(first, address=f"{ADDRESS}de/", language="de")
    moved = replace(first, address="https://new.example/", root="https://new.example/")

    feeds = [read(each) for each in (first, other, moved)]
    assert feeds[0].feed.id != feeds[1].feed.id
    assert feeds[0].feed.id == feeds[2].feed.id
    assert [each.id for each in feeds[0].entries] == [each.id for each in feeds[1].entries]

"""Posts: a page with a date in its front matter is a record, which views, references, feed and llms.txt know."""

import pytest
from harness.sites import Built, Object, Site

FIRST = """---
date: 2024-05-02 10:00:00 +0200
tags: [whales, field work]
---
# The first *note*

I went to sea with a hydrophone, and came back with a cold.
"""
SECOND = "---\ndate: June 2024\ntags: ships, whales\n---\n\n# The second note\n\nNothing.\n"
LIST = """# Notes

:::{timeline}
:kind: post
:::

:::{timeline}
:kind: post
:style: list
:limit: 1
:::

{post}`notes/first` and {post}`this one <notes/second>`.
"""
PAGES: dict[str, str | bytes | None] = {"notes/first.md": FIRST, "notes/second.md": SECOND}
CONFIG = {"vita_exports": True, "vita_cards": 0, "html_baseurl": "https://site.example/"}


@pytest.fixture
def built(site: Site) -> Built:
    return site(PAGES, list=LIST, config=CONFIG)


def test_a_post_shows_its_date_and_tags_and_needs_no_table_of_contents(built: Built) -> None:
    assert built.words("notes/first").startswith("The first note¶ 2 May 2024 · whales, field work I went to sea")


def test_views_list_posts_newest_first_and_their_names_lead_to_the_pages(built: Built) -> None:
    entries = built.page("list").select(".vita-entry.vita-post")

    assert [" ".join(entry.get_text(" ").split()) for entry in entries] == [
        "The second note Jun 2024 Nothing. Tags: ships, whales",
        "The first note 2 May 2024 I went to sea with a hydrophone, and came back with a cold. "
        "Tags: whales, field work",
        "The second note Jun 2024",
    ]
    links = [(link.get_text(), link["href"]) for link in built.page("list").select("a.internal")]
    first, second = "notes/first.html", "notes/second.html"
    assert links == [
        ("The second note", second),
        ("The first note", first),
        ("The second note", second),
        ("The first note", first),
        ("this one", second),
    ]


def test_the_markup_of_a_heading_stands_in_the_entry_too(built: Built) -> None:
    titles = [link.decode_contents() for link in built.page("list").select(".vita-entry.vita-post strong")]

    assert any("The first <em>note</em>" in title for title in titles)
    assert "The first note" in built.text("llms.txt")


def test_inventory_feed_and_llms_txt_know_posts(built: Built) -> None:
    address = "notes/first.html#post-notes-first"

    assert Object("notes/first", "post", address, "The first note") in built.objects()
    assert built.page("notes/first").select_one("#post-notes-first") is not None
    feed = built.text("feed.atom")
    assert feed.index("The second note") < feed.index("The first note")
    assert '<link href="https://site.example/notes/first.html" rel="alternate"/>' in feed
    assert '<category term="Post"/><category term="whales"/><category term="field work"/>' in feed
    assert (
        "## Posts\n\n"
        "- [The second note](https://site.example/notes/second.html): Jun 2024. Nothing. Tags: ships, whales\n"
        "- [The first note](https://site.example/notes/first.html): 2 May 2024. I went to sea"
    ) in built.text("llms.txt")
    assert built.text("llms.txt").count("notes/first.html") == 1


def test_a_view_follows_a_post_that_changes_and_one_that_is_none_any_more(site: Site) -> None:
    site(PAGES, list="# Notes\n\n:::{timeline}\n:kind: post\n:::\n")
    changed = FIRST.replace("*note*", "words").replace("2024-05-02", "2025-01-01")

    built = site({"notes/first.md": changed, "notes/second.md": "---\norphan: true\n---\n# No post\n"})

    assert [entry.a.get_text() for entry in built.page("list").select(".vita-entry.vita-post")] == ["The first words"]  # type: ignore[union-attr]
    assert "1 Jan 2025" in built.words("list")


@pytest.mark.parametrize(
    ("front", "kind", "line", "advice"),
    [
        ("date: lately\norphan: true", "unreadable_date", 2, "this page is no post: cannot read the date 'lately'"),
        ("orphan: true\ntags: [a]", "unknown_value", 3, "only a post has tags; write its date too"),
    ],
)
def test_a_page_that_is_no_post_for_a_mistake_is_told(
    site: Site, front: str, kind: str, line: int, advice: str
) -> None:
    (told,) = site({"note.md": f"---\n{front}\n---\n# A\n"}, silent=False).told

    assert told.place == (f"vita.{kind}", "note.md", line)
    assert advice in told.message

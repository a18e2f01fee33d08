"""Videos: a file of the project plays on the page, one elsewhere is a link, and nothing is loaded before a click."""

import pytest
from bs4 import Tag
from harness.sites import Built, Site

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"><rect width="16" height="9"/></svg>'
FILES: dict[str, str | bytes | None] = {
    "talks/a film.mp4": b"film",
    "talks/said.vtt": "WEBVTT\n",
    "pictures/poster.svg": SVG,
    "notes.txt": "x",
}
PAGE = """\
# P

:::{video} talks/a film.mp4
:title: A "film" & more
:poster: pictures/poster.svg
:captions: talks/said.vtt

What *one* sees.
:::

:::{video} https://www.youtube-nocookie.com/embed/abc_-1?rel=0
:poster: pictures/poster.svg

The talk.
:::

:::{video} https://player.vimeo.com/video/12
:::

:::{video} https://tube.example.org/videos/embed/abc
:::

:::{video} https://media.example.org/x.mp4
:title: X
:::
"""


def links(built: Built) -> list[Tag]:
    return built.page("page").select("figure.vita-video .vita-video-link a")


def test_a_file_plays_on_the_page_and_loads_only_its_poster(site: Site) -> None:
    built = site(FILES, page=PAGE)
    (video,) = built.page("page").select("figure.vita-video > video")
    source, track = video.select("source, track")

    assert (video["preload"], "controls" in video.attrs, video["aria-label"]) == ("none", True, 'A "film" & more')
    assert (source["type"], track["kind"], track["srclang"]) == ("video/mp4", "captions", "en")
    files = [str(each).replace("%20", " ") for each in (source["src"], track["src"], video["poster"])]
    assert [(built.output / each).read_bytes() for each in files] == [b"film", b"WEBVTT\n", SVG.encode()]
    assert [link.get_text() for link in video.select("a")] == ["Download the video"]
    caption = built.page("page").select_one("figure.vita-video figcaption")
    assert caption is not None
    assert caption.get_text().strip("¶\n") == "What one sees."


def test_a_video_elsewhere_is_a_link_to_the_page_on_which_one_watches_it(site: Site) -> None:
    built = site(FILES, page=PAGE)

    assert [link["href"] for link in links(built)] == [
        "https://www.youtube.com/watch?v=abc_-1",
        "https://vimeo.com/12",
        "https://tube.example.org/w/abc",
        "https://media.example.org/x.mp4",
    ]
    assert [link.get_text() for link in links(built)] == [
        "▶ Watch on YouTube: The talk.",
        "▶ Watch on Vimeo: Video",
        "▶ Watch on tube.example.org: Video",
        "▶ Watch on media.example.org: X",
    ]
    assert [len(link.select("img[alt='']")) for link in links(built)] == [1, 0, 0, 0]
    assert built.page("page").select("iframe, script, embed, object, video[src], [src^=http], [poster^=http]") == []


def test_other_formats_have_the_caption_and_the_links(site: Site) -> None:
    text = site(FILES, page=PAGE, builder="text").text("page.txt")

    assert "Download the video" in text
    assert "What *one* sees." in text
    assert "Watch on Vimeo" in text


@pytest.mark.parametrize("words", ["<script>x</script>", '" onload="x'])
def test_words_of_the_author_stay_words(site: Site, words: str) -> None:
    source = f"# P\n\n:::{{video}} talks/a film.mp4\n:title: '{words}'\n:::\n"
    page = site(FILES, page=source, silent=False).page("page")  # that it is no Markdown, is told

    assert [video["aria-label"] for video in page.select("video")] == [words]
    assert page.select("script, [onload]") == []


MISTAKES = {
    ":::{video}\n:::": ("missing_option", "such as 'talk.mp4'"),
    ":::{video} talks/none.mp4\n:::": ("missing_file", "there is no file 'talks/none.mp4'"),
    ":::{video} ../conf.mp4\n:::": ("missing_file", "correct the path"),
    ":::{video} notes.txt\n:::": ("unknown_value", "make it one of .mp4"),
    ":::{video} javascript:alert(1)\n:::": ("invalid_link", "only http, https"),
    ":::{video} mailto:a@b.example\n:::": ("invalid_link", "no address of the web"),
    ":::{video} talks/a film.mp4\n:poster: https://x.example/a.png\n:::": ("invalid_link", "save it as a file here"),
    ":::{video} talks/a film.mp4\n:poster: pictures/no.png\n:::": ("missing_file", "pictures/no.png"),
    ":::{video} talks/a film.mp4\n:captions: no.vtt\n:::": ("missing_file", "no.vtt"),
    ":::{video} talks/a film.mp4\n:titel: X\n:::": ("unknown_option", "title"),
    ":::{video} talks/a film.mp4\n:title:\n:::": ("empty_option", "what the video shows"),
}


def test_every_mistake_is_told_where_it_is_with_what_to_write(site: Site) -> None:
    built = site(FILES, page="# P\n\n" + "\n\n".join(MISTAKES), silent=False)

    lines = ("# P\n\n" + "\n\n".join(MISTAKES)).split("\n")
    expected = [number for number, line in enumerate(lines, 1) if line.startswith(":::{video}")]
    assert [(told.type, told.file, told.line) for told in built.told] == [
        (f"vita.{kind}", "page.md", line) for (kind, _), line in zip(MISTAKES.values(), expected, strict=True)
    ]
    assert [
        words for told, (_, words) in zip(built.told, MISTAKES.values(), strict=True) if words not in told.message
    ] == []


def test_a_file_that_appears_is_shown_and_one_that_goes_is_told(site: Site) -> None:
    page = "# P\n\n:::{video} film.webm\n:::\n"
    assert [told.type for told in site(page=page, silent=False).told] == ["vita.missing_file"]
    assert site({"film.webm": b"x"}).page("page").select("video")
    assert [told.type for told in site({"film.webm": None}, silent=False).told] == ["vita.missing_file"]

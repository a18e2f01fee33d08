"""Videos: a player for a file of the project, a link for one elsewhere; neither asks for anything before a click."""

import posixpath
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from docutils import nodes
from sphinx.addnodes import download_reference
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from sphinx_vita.locale import N_, _
from sphinx_vita.reading.videos import format_of, host_of
from sphinx_vita.sphinx.render.inline import external_link
from sphinx_vita.sphinx.render.nodes import spoken, unspoken

WATCH = N_("Watch on {host}")
DOWNLOAD = N_("Download the video")
CAPTIONS = N_("Captions")
VIDEO = N_("Video")


class player(nodes.General, nodes.Element):  # noqa: N801 (docutils names nodes so)
    """A video of the project: the links to its files, and its poster; other formats than HTML show these."""


def video_figure(shown: nodes.Node, title: str, caption: Sequence[nodes.Node], address: str) -> nodes.figure:
    """Put a video over its caption; on paper there is its title with its address, "" for that of the page."""
    node = nodes.figure("", shown, classes=["vita-video"], align="default")
    node["title"], node["address"] = title, address
    if caption:
        node += nodes.caption("", "", *caption)
    return node


def play_link(url: str, title: str, poster: nodes.image | None) -> nodes.Element:
    """Make the link to a video elsewhere: its poster, and where one watches it."""
    words = _(WATCH).format(host=host_of(url))
    parts: list[nodes.Node] = [poster] if poster else []
    sign = unspoken("", "▶ ", classes=["vita-play"])
    label = nodes.inline("", "", sign, nodes.Text(words), spoken("", f": {title}"), classes=["vita-watch"])
    return nodes.paragraph("", "", external_link(url, *parts, label), classes=["vita-video-link"])


def make_player(path: str, title: str, captions: str, language: str, poster: nodes.image | None) -> player:
    """Make the player of a file, whose path starts from the page's folder or with a slash."""
    node = player("", title=title, language=language)
    for file, words in ((path, DOWNLOAD), (captions, CAPTIONS)):
        if file:
            node += nodes.paragraph("", "", download_reference("", "", nodes.Text(_(words)), reftarget=file))
    if poster:
        node += poster
    return node


def add_videos(app: Sphinx) -> None:
    """Register the player with its HTML."""
    app.add_node(player, html=(_player, None))


def _player(self: HTML5Translator, node: player) -> None:
    """Write a player that loads nothing but its poster by itself."""
    files = [each for each in node.findall(download_reference) if "filename" in each]
    if not files:
        raise nodes.SkipNode  # Sphinx has told that there is no file
    addresses = [posixpath.join(self.builder.dlpath, quote(each["filename"])) for each in files]
    poster = _address_of_picture(self, node)
    options: dict[str, Any] = {
        "controls": "controls",
        "preload": "none",
        "playsinline": "playsinline",
        "aria-label": node["title"],
    }
    options |= {"poster": poster} if poster else {}
    self.body.append(self.starttag(node, "video", **options))
    self.body.append(self.emptytag(node, "source", src=addresses[0], type=format_of(files[0]["filename"])))
    if addresses[1:]:
        track = {"kind": "captions", "srclang": node["language"], "label": _(CAPTIONS)}
        self.body.append(self.emptytag(node, "track", src=addresses[1], **track))
    self.body.append(f'<a href="{self.attval(addresses[0])}">{self.encode(_(DOWNLOAD))}</a></video>\n')
    raise nodes.SkipNode


def _address_of_picture(self: HTML5Translator, node: player) -> str:
    """Return the address of the poster; "" where there is none."""
    picture = next(node.findall(nodes.image), None)
    name = self.builder.images.get(picture["uri"]) if picture is not None else None
    return posixpath.join(self.builder.imgpath, quote(name)) if name else ""

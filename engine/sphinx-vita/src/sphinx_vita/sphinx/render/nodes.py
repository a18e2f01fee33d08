"""Nodes of our own, where docutils has none: each means something different to eyes and to a screen reader."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from sphinx_vita.locale import _

# docutils names the classes of nodes in lower case


class permalink(nodes.Inline, nodes.Element):  # noqa: N801
    """The sign that gives the address of a record to copy; only HTML has it. Its `anchor` is an id of the page."""


class spoken(nodes.inline):  # noqa: N801
    """Words for a screen reader alone; only HTML has them."""


class unspoken(nodes.inline):  # noqa: N801
    """A sign for the eyes alone; formats without screen readers print it."""


class isolated(nodes.inline):  # noqa: N801
    """Text that runs in its own `direction` and turns nothing around it; as a `whole`, it is all that a block holds."""


class numbered_list(nodes.bullet_list):  # noqa: N801
    """A list whose items say their numbers, from `start` on, down where it `is_reversed`; HTML says so too."""


class struck(nodes.inline):  # noqa: N801
    """Words that are crossed out: they are seen on the page and the PDF, and said nowhere else."""

    def astext(self) -> str:
        """Say nothing."""
        return ""


class task(nodes.General, nodes.Inline, nodes.TextElement):  # noqa: N801
    """The box before a task: a sign in the text, and in HTML a box that nobody can change."""

    def __init__(self, *, is_done: bool) -> None:
        sign = "\N{BALLOT BOX WITH CHECK}" if is_done else "\N{BALLOT BOX}"
        super().__init__("", sign, is_done=is_done)

    def copy(self) -> "task":
        """Return another box of the same state, without its sign."""
        copied = task(is_done=self["is_done"])
        copied.clear()
        return copied


class picture(nodes.General, nodes.Element):  # noqa: N801
    """A picture of a record: the `path` of its file, the `use` that is made of it, and `alt`; only HTML has it.

    Its children stand in its place where it cannot be shown.
    """


class icon(nodes.Inline, nodes.Element):  # noqa: N801
    """The sign of the network `name`, for the eyes alone; only HTML has it."""


class unfolding(nodes.General, nodes.Element):  # noqa: N801
    """What opens on demand, without a script: its `summary` stands there, its children behind that.

    `about` tells a screen reader what it belongs to, where many of one name stand on a page; it may be open at first.
    """


class heading(nodes.paragraph):  # noqa: N801
    """The title of an item of a list: in HTML a heading one level below the section around, elsewhere a line."""


LANGUAGE = "language-"  # a class that begins so is written as the attribute `lang` by docutils


class OfTheEngine:
    """A node whose words are the engine's, in the language of the page; it is filled once all pages are read."""


class citation_files(OfTheEngine, nodes.General, nodes.Element):  # noqa: N801
    """The place of the links to citations as files: of the publication `key`, or of all where it is ""."""


class citation(OfTheEngine, nodes.General, nodes.Element):  # noqa: N801
    """The place of what is copied to cite the publication `key`, in all formats where it is `whole`."""


class coins(nodes.Inline, nodes.Element):  # noqa: N801
    """What a program reads off an item of a list: its ContextObject `kev`, its `facets` for a filter; only HTML."""


def add_nodes(app: Sphinx) -> None:
    """Register the nodes with their HTML; `pages.plain` says what other formats have in their place."""
    for node, visit, depart in (
        (permalink, _permalink, _nothing),
        (spoken, _spoken, _end_span),
        (icon, _icon, _nothing),
        (coins, _coins, _nothing),
        (unfolding, _unfolding, _end_details),
        (heading, _heading, _end_heading),
        (numbered_list, _numbered_list, _end_list),
        (isolated, _isolated, _end_isolated),
        (unspoken, _unspoken, _end_span),
        (task, _task, _nothing),
        (struck, _struck, _end_struck),
    ):
        app.add_node(node, html=(visit, depart))


def _permalink(self: HTML5Translator, node: nodes.Element) -> None:
    title = self.attval(_("Link to this entry"))
    self.body.append(f'<a class="headerlink" href="#{node["anchor"]}" title="{title}" aria-label="{title}">#</a>')


def _spoken(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append(self.starttag(node, "span", "", CLASS="vita-spoken"))


def _unspoken(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append(f'<span class="{" ".join(node["classes"])}" aria-hidden="true">')


def _isolated(self: HTML5Translator, node: nodes.Element) -> None:
    names = ' class="vita-whole"' if node.get("whole") else ""
    self.body.append(f'<bdi{names} dir="{node["direction"]}">')


def _end_isolated(self: HTML5Translator, _: nodes.Element) -> None:
    self.body.append("</bdi>")


def _unfolding(self: HTML5Translator, node: nodes.Element) -> None:
    about = f'<span class="vita-spoken"> {self.encode(node["about"])}</span>' if node.get("about") else ""
    opened: dict[str, Any] = {"open": "open"} if node.get("is_open") else {}
    self.body.append(
        f"{self.starttag(node, 'details', '', **opened)}<summary>{self.encode(node['summary'])}{about}</summary>"
    )


def _end_details(self: HTML5Translator, _: nodes.Element) -> None:
    self.body.append("</details>")


def _heading(self: HTML5Translator, node: nodes.Element) -> None:
    level = min(self.section_level + self.initial_header_level, 6)
    self.body.append(self.starttag(node, f"h{level}", ""))
    self.context.append(f"</h{level}>\n")


def _end_heading(self: HTML5Translator, _: nodes.Element) -> None:
    self.body.append(self.context.pop())


def _coins(self: HTML5Translator, node: nodes.Element) -> None:
    facets = {"data-facets": node["facets"]} if node["facets"] else {}
    self.body.append(self.starttag(node, "span", "", CLASS="Z3988", title=node["kev"], **facets) + "</span>")


def _task(self: HTML5Translator, node: nodes.Element) -> None:
    name, state = (_("done"), " checked") if node["is_done"] else (_("to do"), "")
    self.body.append(f'<input type="checkbox" class="vita-task" aria-label="{self.attval(name)}" disabled{state}>')
    raise nodes.SkipNode


def _struck(self: HTML5Translator, _: nodes.Element) -> None:
    self.body.append("<s>")


def _end_struck(self: HTML5Translator, _: nodes.Element) -> None:
    self.body.append("</s>")


def _end_span(self: HTML5Translator, _: nodes.Element) -> None:
    self.body.append("</span>")


def _numbered_list(self: HTML5Translator, node: nodes.Element) -> None:
    direction: dict[str, Any] = {"reversed": "reversed"} if node["is_reversed"] else {}
    self.body.append(self.starttag(node, "ol", "\n", start=node["start"], **direction))


def _end_list(self: HTML5Translator, _: nodes.Element) -> None:
    self.body.append("</ol>\n")


def _icon(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append(
        '<svg class="vita-icon" aria-hidden="true" width="16" height="16" viewBox="0 0 24 24">'
        f'<path fill="currentColor" d="{icon_path(node["name"])}"/></svg>'
    )


def icon_path(name: str) -> str:
    """Return the path of the sign of a network, by the option of the profile; "" where it has none."""
    return _icons().get(name, "")


@cache
def _icons() -> dict[str, str]:
    """Return the paths of the icons of networks, by the option of the profile."""
    paths = files("sphinx_vita") / "look" / "icons" / "simple-icons.json"
    return dict(json.loads(paths.read_text(encoding="utf-8")))


def _nothing(_self: Any, _node: nodes.Element) -> None:
    """Close nothing: the visit wrote all there is."""

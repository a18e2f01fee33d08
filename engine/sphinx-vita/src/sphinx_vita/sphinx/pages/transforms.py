"""What is put right on a page once it is parsed: the citation goes last, headings have what belongs to them."""

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_vita.records.text import Text
from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.render.inline import text_nodes


class MoveCitations(SphinxTransform):
    """Moves the section "Cite" behind all others; its directive stands at the top of the page."""

    default_priority = 250

    def apply(self, **_: Any) -> None:
        """Move it within its parent."""
        for section in list(self.document.findall(nodes.section)):
            if "vita-cite" in section["classes"]:
                parent = section.parent
                parent.remove(section)
                parent.append(section)


class TitleFromRecord(SphinxTransform):
    """Gives a page that has no heading of its own the title of the record that it is about."""

    default_priority = 251

    def apply(self, **_: Any) -> None:
        """Put all of the page into a section with that title."""
        for header in list(self.document.children):
            if isinstance(header, nodes.container) and "page_title" in header:
                title: Text = header["page_title"]
                for name in list(
                    header.findall(lambda node: "vita-name" in getattr(node, "attributes", {}).get("classes", ()))
                ):
                    name.parent.remove(name)
                title_node, names = nodes.title("", "", *text_nodes(title)), [nodes.fully_normalize_name(str(title))]
                section = nodes.section("", title_node, *self.document.children, names=names)
                self.document.children = []
                self.document += section
                self.document.note_implicit_target(section, section)
                return


class AnchorAtHeading(SphinxTransform):
    """Moves the anchor of a record to the heading that says its name, so that a link to it shows the heading too.

    Under the first heading of a page the record needs no anchor to be shown: the page itself is its address.
    """

    default_priority = 252

    def apply(self, **_: Any) -> None:
        """Move the anchor of the first header below each heading."""
        seen: list[nodes.section] = []
        for header in self.document.findall(nodes.container):
            section = header.parent
            if "page_title" not in header or not isinstance(section, nodes.section) or section in seen:
                continue
            if not _is_headed(section, header):
                continue
            seen.append(section)
            anchors = list(header["ids"])
            section["ids"] += anchors
            header["ids"] = []
            if section is self.document.next_node(nodes.section):
                vita_domain(self.env).data["heads"][self.env.docname] = anchors


def _is_headed(section: nodes.section, header: nodes.container) -> bool:
    """Return whether a heading is that of a record: it says the same name, or stands right above."""
    title, *between = section.children[: section.index(header)] or [nodes.title()]
    is_near = all(isinstance(each, nodes.Invisible) for each in between)
    return is_near or title.astext() in (str(header["page_title"]), header.get("heading"))


class ExplainOnce(SphinxPostTransform):
    """Leaves what marks mean where it stands first: a CV has several lists of papers."""

    default_priority = 6  # behind the views, which explain the marks of their lists

    def run(self, **_: Any) -> None:
        """Take out the explanations that the page has given already."""
        said: set[str] = set()
        for node in list(self.document.findall(nodes.paragraph)):
            if "vita-explanation" in node["classes"]:
                if node.astext() in said:
                    node.parent.remove(node)
                said.add(node.astext())


class IdsOfHeadings(SphinxTransform):
    """Gives a section the ids on the words of its heading, `## [Results]{#the-result}`: addresses that it had before.

    On the words they would be in the contents of the page, too, and no id may occur twice. A heading without a letter
    that docutils knows has a number there, which another heading may have tomorrow: for it they come first.
    """

    default_priority = 710  # behind the ids that Sphinx and MyST give, which stay the first

    def apply(self, **_: Any) -> None:
        """Move the ids; a span that was there for them alone is gone."""
        for title in self.document.findall(nodes.title):
            is_counted = not title.astext().isascii() and not nodes.make_id(title.astext())
            for words in [each for each in title.findall(nodes.inline) if each["ids"]]:
                place = 0 if is_counted else len(title.parent["ids"])
                title.parent["ids"][place:place] = words["ids"]
                title.parent.setdefault("earlier_names", []).extend(words["names"])
                self.document.nametypes.update(dict.fromkeys(words["names"], False))
                words["ids"] = []
                if not words["classes"]:
                    place = words.parent.index(words)
                    words.parent[place : place + 1] = words.children


class NamesOfHeadings(SphinxTransform):
    """Lets links of the page find the earlier names of its headings again.

    Meanwhile Sphinx has noted the labels of the whole site, where pages may share such a name.
    """

    default_priority = 860  # between Sphinx's domains and MyST's links

    def apply(self, **_: Any) -> None:
        """Make the names explicit again."""
        for section in self.document.findall(nodes.section):
            names = section.attributes.pop("earlier_names", ())
            self.document.nametypes.update(dict.fromkeys(names, True))


class OneIdEach(SphinxPostTransform):
    """Takes the ids off a wrapper that repeats those of what is inside: furo wraps tables and formulas so, at 500."""

    default_priority = 501
    formats = ("html",)

    def run(self, **_: Any) -> None:
        """Leave the ids inside, where captions and their permalinks look for them."""
        for wrapper in self.document.findall(nodes.container):
            inside = wrapper.children[0] if len(wrapper.children) == 1 else None
            if isinstance(inside, nodes.Element) and inside["ids"] == wrapper["ids"]:
                wrapper["ids"] = []

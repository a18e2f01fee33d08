"""What is put right on a page once it is parsed: the citation goes last, and a page without a heading gets one."""

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform


class MoveCitations(SphinxTransform):
    """Moves the section "How to cite" behind all others; its directive stands at the top of the page."""

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
                title = header["page_title"]
                for name in list(
                    header.findall(lambda node: "vita-name" in getattr(node, "attributes", {}).get("classes", ()))
                ):
                    name.parent.remove(name)
                section = nodes.section(
                    "", nodes.title("", title), *self.document.children, names=[nodes.fully_normalize_name(title)]
                )
                self.document.children = []
                self.document += section
                self.document.note_implicit_target(section, section)
                return


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

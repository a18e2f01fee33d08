"""The nodes of a figure and how they look in HTML; other formats get the description, the caption and the table."""

from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.osutil import relative_uri

from sphinx_computed_figures.control_markup import markup
from sphinx_computed_figures.explanation import FOLDER
from sphinx_computed_figures.figure import Figure, Panel, Script, States
from sphinx_computed_figures.language import _
from sphinx_computed_figures.late import BUILDERS, drawing_file, is_long, lightened
from sphinx_computed_figures.naming import accessible, with_own_ids
from sphinx_computed_figures.source_pages import has_source_pages, page_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class computed_figure(nodes.General, nodes.Element):  # noqa: N801
    """A whole figure."""


class figure_picture(nodes.General, nodes.Element):  # noqa: N801
    """Its panels: `figure` and `identifier`; the names of the files that it runs with are `files`."""


class figure_caption(nodes.General, nodes.Element):  # noqa: N801
    """Its caption."""


class figure_numbers(nodes.General, nodes.Element):  # noqa: N801
    """Its numbers, a table; `paths` are the sources to be read."""


def add_nodes(app: "Sphinx") -> None:
    """Say how the nodes look."""
    app.add_node(computed_figure, html=(visit_figure, depart_figure))
    app.add_node(figure_picture, html=(visit_picture, depart_nothing))
    app.add_node(figure_caption, html=(visit_caption, depart_nothing))
    app.add_node(figure_numbers, html=(visit_numbers, depart_numbers))


def say_in_words(app: "Sphinx", doctree: nodes.document, _docname: str) -> None:
    """Put words in the place of each picture where no SVG can be shown."""
    if app.builder.format == "html":
        return
    for figure in list(doctree.findall(computed_figure)):
        picture, caption, *table = figure.children
        assert isinstance(picture, figure_picture)
        words = [nodes.paragraph("", f"{each.title}: {each.description}") for each in picture["figure"].panels]
        figure.replace_self([*words, *caption.children, *(child for each in table for child in each.children)])


def visit_figure(self: Any, node: nodes.Element) -> None:
    """Begin a figure that is called by its titles; without them its name would be all of the caption."""
    named = " ".join(title for each in node.findall(figure_picture) for title in title_ids(each))
    self.body.append(self.starttag(node, "figure", CLASS="computed-figure", **{"aria-labelledby": named}))


def depart_figure(self: Any, _node: nodes.Element) -> None:
    """End the caption with it: HTML lets nothing follow a caption, so that it holds the numbers too."""
    self.body.append("</figcaption>\n</figure>\n")


def visit_picture(self: Any, node: nodes.Element) -> None:
    address = _drawing_address(self.builder) if self.builder.name in BUILDERS else None
    self.body.append(picture(node["figure"], node["identifier"], node["files"], address))


def depart_nothing(_self: Any, _node: nodes.Element) -> None:
    pass


def visit_caption(self: Any, _node: nodes.Element) -> None:
    self.body.append("<figcaption>\n")


def visit_numbers(self: Any, _node: nodes.Element) -> None:
    summary = escape(_("Data"))
    self.body.append(f'<div class="figure-more">\n<details class="figure-numbers"><summary>{summary}</summary>\n')


def depart_numbers(self: Any, node: nodes.Element) -> None:
    self.body.append("</details>\n")
    if node["paths"] and has_source_pages(self.builder):
        links = ", ".join(_link(self.builder, path) for path in node["paths"])
        words = escape(_("Code:"))
        self.body.append(f'<p class="figure-source">{words} {links}</p>\n')
    self.body.append("</div>\n")


def _drawing_address(builder: Any) -> Callable[[str], str]:
    """Return what gives the address of the file with a drawing, from the page that is being written."""

    def address(svg: str) -> str:
        name, _ = drawing_file(svg, builder.config)
        return relative_uri(builder.get_target_uri(builder.current_docname), f"_static/{FOLDER}/{name}")

    return address


def _link(builder: Any, path: str) -> str:
    short = "/".join(path.split("/")[-2:])
    address = builder.get_relative_uri(builder.current_docname, page_of(path))
    return f'<a href="{escape(address)}"><code>{escape(short)}</code></a>'


def title_ids(node: nodes.Element) -> list[str]:
    """Return the ids of the titles of a picture."""
    return [title_id(node["identifier"], number) for number, _ in enumerate(node["figure"].panels)]


def title_id(identifier: str, number: int) -> str:
    """Return the id of the title of a panel."""
    return f"{identifier}-{number}-title"


def picture(
    figure: Figure, identifier: str, files: Sequence[str] = (), address: Callable[[str], str] | None = None
) -> str:
    """Return the panels as HTML, each with its title above it, and what sets them where they can be moved.

    What is long comes late if `address` gives the address of the file with a drawing.
    """
    parts = []
    for number, panel in enumerate(figure.panels):
        own = f"{identifier}-{number}"
        title = title_id(identifier, number)
        svg, late = lightened(with_own_ids(panel.svg, own)) if address else (with_own_ids(panel.svg, own), [])
        svg = accessible(svg, panel.title, panel.description, own)
        still = without_scripts(panel, address(panel.svg)) if address and late else ""
        above = f'<p class="figure-title" id="{title}">{escape(panel.title)}</p>'
        parts.append(f'<div class="figure-panel">{above}{svg}{still}</div>')
    control = states(figure.states, may_wait=bool(address)) if figure.states else ""
    if figure.script and files:
        control += controls(figure.script, identifier, files)
    return f'{control}<div class="figure-panels figure-panels-{len(parts)}">{"".join(parts)}</div>\n'


def without_scripts(panel: Panel, address: str) -> str:
    """Return what shows a drawing where no script gives it its late parts."""
    words = escape(f"{panel.title}: {panel.description}")
    return f'<noscript><img src="{escape(address)}" alt="{words}" loading="lazy"></noscript>'


def states(given: States, *, may_wait: bool = False) -> str:
    """Return the place for a slider and what it needs, or only the place where this comes late."""
    late, text = (" data-late", "") if may_wait and is_long(given.json) else ("", given.json)
    return f'<div class="figure-control"><script type="application/json"{late}>{text}</script></div>\n'


def controls(script: Script, identifier: str, files: Sequence[str]) -> str:
    """Return what a reader sets, which waits for the script, and the lines that say what has changed."""
    words = "".join(markup(control, identifier) for control in script.controls)
    names = "".join(f' data-{kind}="{escape(name)}"' for kind, name in zip(("script", "data"), files, strict=False))
    said = (
        f'<p class="figure-now" aria-hidden="true">{escape(script.said)}</p><p class="figure-said" role="status"></p>'
    )
    head = f'<fieldset class="figure-controls"{names} disabled aria-labelledby="{title_id(identifier, 0)}">'
    return f"{head}{words}{said}</fieldset>\n"

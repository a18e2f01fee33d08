"""Long lists of authors: the first of them, always the person whose site it is, and the rest on demand."""

from collections.abc import Iterable, Sequence
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_vita.locale import N_, _, comma, number
from sphinx_vita.sphinx.render.nodes import unfolding

FIRST = 10  # of a list that is too long
MORE = N_("… and {} more")
IN_PRINT = N_(", et al.")  # where nothing unfolds
Group = list[nodes.Node]  # a name with its marks


class FoldAuthors(SphinxPostTransform):
    """Cuts the lists of authors that are longer than a view or `vita_authors` allows, once the owner is known."""

    default_priority = 15  # behind the references
    formats = ("html",)  # nothing unfolds elsewhere

    def run(self, **_: Any) -> None:
        """Cut each list of the page."""
        for paragraph in list(self.document.findall(nodes.paragraph)):
            limit = paragraph.get("limit") or self.config.vita_authors
            if paragraph.get("folds") and limit:
                _fold(paragraph, limit)


def limit_authors(shown: Iterable[nodes.Node], limit: int | None) -> None:
    """Note on what a view shows how many authors it wants."""
    for node in shown if limit else ():
        for paragraph in node.findall(nodes.paragraph):
            paragraph["limit"] = limit


def _fold(paragraph: nodes.paragraph, limit: int) -> None:
    groups = _groups(paragraph.children)
    if len(groups) <= limit:
        return
    first = min(limit, FIRST)
    behind = groups[-1].pop().astext() if isinstance(groups[-1][-1], nodes.Text) else ""
    owners = [place for place, group in enumerate(groups) if place >= first and _has_owner(group)]
    gap: list[Group] = [[nodes.Text("…")]] if owners and owners[0] > first else []
    shown = [*groups[:first], *gap, *([node.deepcopy() for node in groups[place]] for place in owners)]
    more = len(groups) - first - len(owners)
    if not more:
        groups[-1].append(nodes.Text(behind))
        return
    rest = nodes.paragraph("", "", *_row([_lightened(group) for group in groups[first:]]))
    head = nodes.paragraph("", "", *_row(shown))
    folded = nodes.container("", head, unfolding("", rest, summary=_(MORE).format(number(more)) + behind), is_div=True)
    folded["classes"] = [*paragraph["classes"], "vita-many"]
    folded["in_print"] = _(IN_PRINT) + behind
    paragraph.replace_self(folded)


def _groups(children: Sequence[nodes.Node]) -> list[Group]:
    """Cut a line at its commas; what stands behind the last name belongs to its group."""
    groups: list[Group] = [[]]
    for child in children:
        if isinstance(child, nodes.Text) and child.astext() == comma():
            groups.append([])
        else:
            groups[-1].append(child)
    return groups


def _row(groups: Sequence[Group]) -> Group:
    return [node for place, group in enumerate(groups) for node in [*([nodes.Text(comma())] * bool(place)), *group]]


def _has_owner(group: Group) -> bool:
    return any(isinstance(node, nodes.Element) and "vita-owner" in node["classes"] for node in group)


def _lightened(group: Group) -> Group:
    """Write names that are nothing but text as text: thousands of elements are slow to read."""
    return [nodes.Text(node.astext()) if type(node) is nodes.inline and not node["classes"] else node for node in group]

"""The contents of a page: the groups of its views stand in them, and a section that is left out does not.

Sphinx collects them when it reads a page; what views show is known once all pages are read.
"""

from collections.abc import Iterator

from docutils import nodes
from sphinx.addnodes import compact_paragraph
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from sphinx_vita.records.slugs import slug
from sphinx_vita.sphinx.domain import VitaDomain, vita_domain
from sphinx_vita.sphinx.lookup import Catalog, Uses
from sphinx_vita.sphinx.pages.emptiness import take_out
from sphinx_vita.sphinx.pages.groups import Group, grouped


class GroupAnchors:
    """Gives each group of a page an anchor that nothing else there has."""

    def __init__(self, document: nodes.document) -> None:
        self._taken = {name for node in document.findall(nodes.Element) for name in node["ids"]}

    def of(self, group: Group) -> str:
        """Return the anchor of a group: `group-2024`, and `group-2024-2` where a page has it twice."""
        wanted = f"group-{slug(group.names[0])}"
        names = (wanted, *(f"{wanted}-{number}" for number in range(2, len(self._taken) + 3)))
        name = next(name for name in names if name not in self._taken)
        self._taken.add(name)
        return name


def fill_contents(_: Sphinx, env: BuildEnvironment) -> list[str]:
    """Bring the contents of each page in line with what its views show now."""
    domain = vita_domain(env)
    domain.forget_catalog()  # what it knows of pages is from before the last of them was read
    read: dict[str, nodes.bullet_list] = domain.data["contents"]  # as Sphinx has collected them
    for docname, uses in domain.data["uses"].items():
        if docname in read or _changes_contents(domain.catalog, uses):
            whole = read.setdefault(docname, env.tocs[docname].deepcopy())
            env.tocs[docname] = _filled(domain, docname, whole.deepcopy())
    return []


def _changes_contents(catalog: Catalog, uses: Uses) -> bool:
    return any(query.group != "none" or not catalog.select(query) for query in uses.queries)


def _filled(domain: VitaDomain, docname: str, contents: nodes.bullet_list) -> nodes.bullet_list:
    """Take out what is left out, and put the groups of each view below the section around it."""
    document = domain.env.get_doctree(docname)
    anchors = GroupAnchors(document)
    for node in [node for node in document.findall(nodes.Element) if "query" in node]:
        records = domain.catalog.select(node["query"])
        if records:
            groups = grouped(records, node["query"], domain.catalog.facets)
            named = [(anchors.of(group), group.title) for group in groups if group.title]
            _add(contents, _item_of(contents, _section_around(node)), docname, named)
            continue
        removed = take_out(node)
        item = _item_of(contents, removed) if removed is not None else None
        if item is not None:
            siblings = item.parent
            siblings.remove(item)
            if not siblings.children and siblings.parent is not None:
                siblings.parent.remove(siblings)
    return contents


def _section_around(node: nodes.Element) -> nodes.section | None:
    parent = node.parent
    while parent is not None and not isinstance(parent, nodes.section):
        parent = parent.parent
    return parent


def _item_of(contents: nodes.bullet_list, section: nodes.section | None) -> nodes.list_item | None:
    """Find the line of a section; the first of a page has no anchor there."""
    if section is None:
        return None
    is_first = isinstance(section.parent, nodes.document) and section.parent.index(section) == 0
    wanted = ("", f"#{section['ids'][0]}") if is_first else (f"#{section['ids'][0]}",)
    found = (line.parent.parent for line in _lines(contents) if line["anchorname"] in wanted)
    return next((item for item in found if isinstance(item, nodes.list_item)), None)


def _lines(contents: nodes.bullet_list) -> Iterator[nodes.reference]:
    return (line for line in contents.findall(nodes.reference) if "anchorname" in line)


def _add(contents: nodes.bullet_list, item: nodes.list_item | None, docname: str, named: list[tuple[str, str]]) -> None:
    """Put lines for groups below a section, before the sections inside it and behind the groups that it has."""
    if item is None or not named:
        return
    if not isinstance(item[-1], nodes.bullet_list):
        item += nodes.bullet_list("")
    inner = item[-1]
    assert isinstance(inner, nodes.bullet_list)
    place = len([each for each in inner if isinstance(each, nodes.Element) and "vita-group" in each["classes"]])
    for number, (anchor, title) in enumerate(named, place):
        line = nodes.reference("", title, internal=True, refuri=docname, anchorname=f"#{anchor}")
        inner.insert(number, nodes.list_item("", compact_paragraph("", "", line), classes=["vita-group"]))

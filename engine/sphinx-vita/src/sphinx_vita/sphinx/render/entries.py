"""One record as an entry: its head, its dates, what else is known, its body."""

from collections.abc import Callable, Sequence
from typing import Any

from docutils import nodes

from sphinx_vita.records import (
    Award,
    Degree,
    Event,
    News,
    Person,
    Position,
    Record,
    Referee,
    Service,
    Talk,
    Teaching,
    name_of,
)
from sphinx_vita.sphinx.lookup import anchor_of
from sphinx_vita.sphinx.render.inline import (
    block,
    external_link,
    joined,
    line,
    link,
    name_node,
    names,
    record_link,
)
from sphinx_vita.sphinx.render.nodes import permalink

Head = tuple[list[nodes.Node], list[list[nodes.Node]]]  # the title, and the lines below it


def entry(record: Record, body: Sequence[nodes.Node], *, at_home: bool) -> nodes.container:
    """Make the entry of a record; at home, on the page that defines it, it can be linked to."""
    head, lines = _HEADS[type(record)](record)
    anchor = anchor_of(record)
    parts = [block("head", nodes.paragraph("", "", *head, *([permalink(anchor=anchor)] if at_home else [])))]
    dates = getattr(record, "dates", None)
    if dates:
        parts.append(block("dates", nodes.paragraph("", str(dates))))
    details = [node for each in lines for node in each]
    if details:
        parts.append(block("details", *details))
    if body:
        parts.append(block("text", *body))
    classes = ["sd-card", "sd-sphinx-override", f"vita-{record.kind}"]
    return block("entry", *parts, classes=classes, ids=[anchor] if at_home else [])


def short_entry(record: Record) -> nodes.container:
    """Make the entry of a record in one line: its dates, and its name that leads to the whole of it."""
    parts = [block("head", nodes.paragraph("", "", record_link(record, nodes.strong("", name_of(record)))))]
    dates = getattr(record, "dates", None)
    if dates:
        parts.append(block("dates", nodes.paragraph("", str(dates))))
    return block("entry", *parts, classes=["vita-short", f"vita-{record.kind}"])


def body_of(node: nodes.Element) -> list[nodes.Node]:
    """Give copies of the body's nodes of an entry, for another page: without ids, which are the first page's."""
    for child in node.children:
        if isinstance(child, nodes.container) and "vita-text" in child["classes"]:
            copies = [part.deepcopy() for part in child.children]
            for copy in copies:
                for each in copy.findall(nodes.Element):
                    each["ids"], each["names"] = [], []
            return copies
    return []


def _title(characters: str, url: str = "") -> nodes.strong:
    return nodes.strong("", "", external_link(url, nodes.Text(characters)) if url else nodes.Text(characters))


def _text(characters: str, url: str = "") -> list[nodes.Node]:
    if not characters:
        return []
    return [external_link(url, nodes.Text(characters)) if url else nodes.Text(characters)]


def _labelled(label: str, written: Sequence[str]) -> list[nodes.Node]:
    """Make a line such as `Advisors: A, B`; the label is in the singular for one name."""
    if not written:
        return []
    return line("people", nodes.Text(f"{label}{'s' if len(written) > 1 else ''}: "), *names(written))


def _degree(degree: Degree) -> Head:
    place = [_title(degree.institution, degree.url)] if degree.institution else []
    honors = [nodes.Text(f" ({degree.honors})")] if degree.honors else []
    advised = [nodes.Text("advised by "), *names(degree.advisors, last=" and ")] if degree.advisors else []
    below = joined([_text(degree.title), advised], ", ")
    return [*place, *honors], [line("title", *below), line("place", *_text(degree.location))]


def _position(position: Position) -> Head:
    head = joined([[_title(position.title)], _text(position.organization, position.url)], ", ")
    people = [_labelled("Advisor", position.advisors), _labelled("Mentor", position.mentors)]
    return head, [line("place", *_text(position.location)), *people]


def _award(award: Award) -> Head:
    return joined([[_title(award.title, award.url)], _text(award.issuer)], ", "), []


def _service(service: Service) -> Head:
    return joined([[_title(service.role)], _text(service.venue, service.url)], ": "), []


def _referee(referee: Referee) -> Head:
    email = external_link(f"mailto:{referee.email}", nodes.Text(referee.email)) if referee.email else None
    head = nodes.strong("", "", name_node(referee.name))
    return [head], [line("place", *_text(referee.affiliation)), line("email", *[email] if email else [])]


def _person(person: Person) -> Head:
    return joined([[_title(person.name, person.url)], _text(person.affiliation)], ", "), []


def _event(event: Event) -> Head:
    links = [(event.slides, "Slides"), (event.video, "Video")]
    buttons = [
        link(url, nodes.Text(label), classes=["sd-sphinx-override", "sd-btn", "vita-button"])
        for url, label in links
        if url
    ]
    where = joined([_text(event.event), _text(event.institution), _text(event.location)], ", ")
    return [_title(event.title, event.url)], [line("place", *where), line("buttons", *_spaced(buttons))]


def _spaced(buttons: Sequence[nodes.Node]) -> list[nodes.Node]:
    return joined([[each] for each in buttons], " ")


_HEADS: dict[type[Record], Callable[[Any], Head]] = {
    Degree: _degree,
    Position: _position,
    Award: _award,
    Service: _service,
    Referee: _referee,
    Person: _person,
    Talk: _event,
    Teaching: _event,
    News: _event,
}

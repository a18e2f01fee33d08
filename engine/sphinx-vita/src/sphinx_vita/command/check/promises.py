"""The owner's list of facts, `facts.yaml`, read: what must stand on which page and in which PDF.

A list is a group of facts, in the order in which they must stand; what is no list is about them:

    places: {pages: [cv], pdfs: [cv.pdf], elsewhere: true}   # each fact, in this order; and on a page more
    headings: {education: Education}                          # the section of the page that holds a group
    lengths: {resume.pdf: 1}                                  # most pages of a PDF
    spelled: [ASPLOS]                                         # words that are written so wherever they stand
    marks: {wheels: [Ada Lovelace]}                           # equal contribution, by the key of the paper
    education:
      - 2019 – 2023
      - {fact: Ph.D. in Mathematics, pages: [index]}          # one that has places of its own
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

ABOUT = ("places", "headings", "lengths", "spelled", "marks")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One sentence, and where it must stand."""

    text: str = ""
    line: int = 0
    pages: tuple[str, ...] = ()
    pdfs: tuple[str, ...] = ()
    elsewhere: bool = False  # on a page besides those that are named


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Facts in their order, and the heading below which they stand; None where no heading is named."""

    name: str
    heading: str | None
    facts: tuple[Fact, ...]


@dataclass(slots=True)
class Promises:
    """All that the list holds; `problems` are lines that cannot be read, with what to write."""

    groups: list[Group] = field(default_factory=list)
    lengths: dict[str, tuple[int, int]] = field(default_factory=dict)  # PDF -> most pages, line
    spelled: list[tuple[str, int]] = field(default_factory=list)
    marks: dict[str, list[str]] | None = None
    marks_line: int = 0
    problems: list[tuple[str, int]] = field(default_factory=list)


def read_promises(text: str) -> Promises:
    """Read the list. Never raises: what cannot be read is among the problems."""
    read = Promises()
    try:
        loader = yaml.SafeLoader(text)
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        read.problems.append((f"this is no YAML: {error.problem}; put quotation marks around the sentence", line))
        return read
    if node is None:
        return read
    if not isinstance(node, yaml.MappingNode):
        read.problems.append(("write groups of facts, such as 'education:' with a '- ' before each fact", 1))
        return read
    entries = {str(key.value): value for key, value in node.value}
    _read_about(loader, entries, read)
    places = _value(loader, entries["places"]) if "places" in entries else {}
    headings = _value(loader, entries["headings"]) if "headings" in entries else {}
    default = _with_places(Fact(), places)
    for name, value in entries.items():
        if name not in ABOUT and isinstance(value, yaml.SequenceNode):
            facts = tuple(_facts(loader, value, default, read))
            heading = headings.get(name) if isinstance(headings, dict) else None
            read.groups.append(Group(name=name, heading=None if heading is None else str(heading), facts=facts))
        elif name not in ABOUT:
            message = f"{name!r} is no list of facts and none of {', '.join(ABOUT)}; write '- ' before each fact"
            read.problems.append((message, value.start_mark.line + 1))
    return read


def _facts(loader: yaml.SafeLoader, node: yaml.SequenceNode, default: Fact, read: Promises) -> Iterator[Fact]:
    for each in node.value:
        line, value = each.start_mark.line + 1, _value(loader, each)
        if isinstance(value, dict) and value.get("fact"):
            yield replace(_with_places(default, value), text=str(value["fact"]), line=line)
        elif isinstance(value, dict | list) or value is None:
            read.problems.append(("this is no fact; write a sentence, or {fact: the sentence, pages: [index]}", line))
        else:
            yield replace(default, text=each.value if isinstance(each, yaml.ScalarNode) else str(value), line=line)


def _with_places(fact: Fact, said: Any) -> Fact:
    """Give a fact the places that are said, and leave it the others."""
    if not isinstance(said, dict):
        return fact
    pages, pdfs = (tuple(map(str, said[name])) if name in said else getattr(fact, name) for name in ("pages", "pdfs"))
    return replace(fact, pages=pages, pdfs=pdfs, elsewhere=bool(said.get("elsewhere", fact.elsewhere)))


def _read_about(loader: yaml.SafeLoader, entries: dict[str, yaml.Node], read: Promises) -> None:
    """Read what is said of PDFs, spellings and marks."""
    for name, most in _pairs(entries.get("lengths")):
        if most.value.isdecimal():
            read.lengths[name.value] = (int(most.value), name.start_mark.line + 1)
        else:
            read.problems.append((f"write the most pages of {name.value} as a number", name.start_mark.line + 1))
    spelled = entries.get("spelled")
    if isinstance(spelled, yaml.SequenceNode):
        read.spelled = [(str(each.value), each.start_mark.line + 1) for each in spelled.value]
    if "marks" in entries:
        read.marks = {str(key.value): list(map(str, _value(loader, names))) for key, names in _pairs(entries["marks"])}
        read.marks_line = entries["marks"].start_mark.line + 1


def _pairs(node: yaml.Node | None) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    return list(node.value) if isinstance(node, yaml.MappingNode) else []


def _value(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    return loader.construct_object(node, deep=True)

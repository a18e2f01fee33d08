"""What the domains of a project know: named things with a kind and an address, such as functions or publications."""

from collections.abc import Set
from dataclasses import dataclass

from sphinx.environment import BuildEnvironment


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """An object of a domain. `kind` is what its domain calls it, for example "Publication"."""

    name: str
    kind: str
    anchor: str
    is_important: bool = False  # its domain wants it ahead of others


def things_by_page(env: BuildEnvironment) -> dict[str, list[Thing]]:
    """List the objects that their domains want to be found, by page, in an order that no build changes.

    Important is what has the priority 0, as Sphinx says, or what a domain names by kind and name in a method
    `important_objects` of its own.
    """
    found: dict[str, list[Thing]] = {}
    for _, domain in sorted(env.domains.items()):
        important: Set[tuple[str, str]] = getattr(domain, "important_objects", frozenset)()
        for key, name, kind, docname, anchor, priority in domain.get_objects():
            if priority >= 0 and docname in env.found_docs:
                known = domain.object_types.get(kind)
                label = str(known.lname) if known else kind
                # Plain strings: what a domain hands over may be of a class that compares in its own way.
                noun = label[:1].upper() + label[1:]
                is_first = priority == 0 or (kind, key) in important
                thing = Thing(name=str(name), kind=noun, anchor=str(anchor), is_important=is_first)
                found.setdefault(docname, []).append(thing)
    return {docname: sorted(found[docname], key=lambda thing: (thing.name, thing.anchor)) for docname in sorted(found)}

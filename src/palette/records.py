"""What the domains of a project know: named things with a kind and an address, such as functions or publications."""

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
    """List the objects that their domains want to be found, by page, in an order that no build changes."""
    found: dict[str, list[Thing]] = {}
    for _, domain in sorted(env.domains.items()):
        for _, name, kind, docname, anchor, priority in domain.get_objects():
            if priority >= 0 and docname in env.found_docs:
                known = domain.object_types.get(kind)
                label = str(known.lname) if known else kind
                # Plain strings: what a domain hands over may be of a class that compares in its own way.
                noun = label[:1].upper() + label[1:]
                thing = Thing(name=str(name), kind=noun, anchor=str(anchor), is_important=priority == 0)
                found.setdefault(docname, []).append(thing)
    return {docname: sorted(found[docname], key=lambda thing: (thing.name, thing.anchor)) for docname in sorted(found)}

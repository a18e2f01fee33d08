"""The people of CSL-JSON in the fields of biblatex: by their roles, with who contributed equally."""

import re

from sphinx_vita.imports.bibtex import name_in_bibtex
from sphinx_vita.imports.data.json_values import Data, listed, mappings, words

_PEOPLE = {  # CSL's and Crossref's roles -> biblatex's
    "author": "author", "editor": "editor", "translator": "translator", "container-author": "bookauthor",
    "chair": "editor", "collection-editor": "editora", "editorial-director": "editorb", "director": "editorc",
    "illustrator": "editorc",
}  # fmt: skip
_INSTEAD = (
    "director", "composer", "performer", "interviewer", "host", "producer", "script-writer", "inventor", "guest",
)  # fmt: skip


def people_in(item: Data, custom: Data) -> dict[str, str]:
    """Return everybody who had a part in the work; whoever made what has no author is its author."""
    fields: dict[str, str] = {}
    for role, field in _PEOPLE.items():
        names = " and ".join(filter(None, map(_name, mappings(item.get(role)))))
        if names and field not in fields:
            fields[field] = names
            if field.startswith("editor") and field != role:
                fields[f"{field}type"] = role.replace("collection-", "").replace("editorial-", "")
    if "author" not in fields and "editor" not in fields:
        made = next((role for role in _INSTEAD if mappings(item.get(role))), "")
        fields |= {"author": " and ".join(filter(None, map(_name, mappings(item.get(made)))))}
    if custom.get("has-more-authors") is True and fields.get("author"):
        fields["author"] += " and others"
    equal = [words(each) for each in listed(custom.get("equal-contribution"))]
    printed = [_printed(each) for each in mappings(item.get("author"))]
    marks = [f"{number}=equal" for number, name in enumerate(printed, 1) if name in equal]
    return fields | {"author+an": "; ".join(marks)}


def _name(person: Data) -> str:
    """Return a name of CSL, or a group of Crossref's."""
    literal = words(person, "literal") or words(person, "name")
    if re.fullmatch(r"others|et\.? al\.?", literal, re.IGNORECASE):
        return "others"
    family, given = words(person, "family"), words(person, "given")
    if literal or not family:
        return name_in_bibtex(literal or given)
    particles = [words(person.get(f"{how}-particle")) for how in ("dropping", "non-dropping")]
    return name_in_bibtex(family, given, " ".join(filter(None, particles)), words(person, "suffix"))


def _printed(person: Data) -> str:
    """Return a name as the export writes it beside the entry, to find who contributed equally."""
    parts = [words(person, part) for part in ("given", "non-dropping-particle", "family")]
    name = " ".join(filter(None, parts)) or words(person, "literal")
    return f"{name}, {suffix}" if (suffix := words(person, "suffix")) else name

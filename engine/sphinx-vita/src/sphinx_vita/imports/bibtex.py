"""Facts made entries of a bibliography: titles as TeX, people as BibTeX's names."""

import re
from collections.abc import Mapping, Sequence

from sphinx_vita.imports.catalogs.tex_titles import tex_of
from sphinx_vita.imports.drafts import Leftover
from sphinx_vita.reading.names import parse_person

_CAPITALS = re.compile(r"(?<![\w\\{])[^\W_-]*(?:[^\W_]-?[A-Z]|\d[A-Z])[\w-]*")  # within a word: `DNA`, `iPhone`, `3D`


def title_in_tex(text: str) -> str:
    """Return a title as TeX, in braces the words whose capitals BibTeX's styles would take away."""
    return _CAPITALS.sub(r"{\g<0>}", tex_of(text))


def name_in_bibtex(family: str, given: str = "", particle: str = "", suffix: str = "") -> str:
    """Return a person's name as BibTeX writes it; a name of one part, such as a group's, stands in braces."""
    family, given, particle, suffix = (tex_of(part) for part in (family, given, particle, suffix))
    if not (given or particle or suffix):
        return f"{{{family}}}" if re.search(r"[\s,]", family) else family
    family = f"{{{family}}}" if re.search(r"[,&;]|\band\b", family) else family
    whole = " ".join(part for part in (particle, family) if part)
    return ", ".join([whole, *([suffix] if suffix else []), *([given] if given or suffix else [])])


def name_of(text: str) -> str:
    """Return a name in one text as BibTeX writes it."""
    name = parse_person(text)
    return name_in_bibtex(name.family, name.given, name.particle, name.suffix)


def note_on_authors(owner: str, keys: Sequence[str]) -> list[Leftover]:
    """Tell of the works whose authors the source does not name: its person stands there alone, with others."""
    reason = f"the source does not name who wrote these, so they stand as by {owner} and others; complete their authors"
    return [Leftover(text="\n".join(keys), reason=reason, place="publications")] if keys else []


def bibtex(entry_type: str, key: str, fields: Mapping[str, str]) -> str:
    """Return an entry as it stands in a file, a field on each line."""
    said = {name: text for name, text in fields.items() if text}
    width = max(map(len, said), default=0)
    lines = [f"  {name:<{width}} = {{{text}}}," for name, text in said.items()]
    return "\n".join([f"@{entry_type}{{{key},", *lines, "}", ""])

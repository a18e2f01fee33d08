"""Publications as BibTeX that others can read: the fields as in their source, and only those that describe the work."""

import re
from collections.abc import Sequence

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.middlewares import AddEnclosingMiddleware
from bibtexparser.model import Entry, Field
from bibtexparser.writer import BibtexFormat

from sphinx_vita.exports.citation import order_of_cv
from sphinx_vita.exports.classic_bibtex import as_classic
from sphinx_vita.reading.bibtex.citation_keys import citation_key
from sphinx_vita.reading.latex.text import balanced, plain
from sphinx_vita.records import Publication
from sphinx_vita.records.once import once_for_each

_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())


def dump(publications: Sequence[Publication]) -> str:
    """Write the publications as a bibliography, in the order of a CV; ends with a line feed."""
    ordered = sorted(publications, key=order_of_cv)
    library = Library([_entry(publication) for publication in ordered], fail_on_duplicate_key=False)
    layout = BibtexFormat()  # type: ignore[no-untyped-call]
    layout.indent = "  "
    layout.block_separator = "\n"
    layout.trailing_comma = True
    enclosing = AddEnclosingMiddleware(
        reuse_previous_enclosing=False, enclose_integers=True, default_enclosing="{", allow_inplace_modification=True
    )
    library = enclosing.transform(library)
    for entry in library.entries:
        _bare_month(entry)
    return write_string(library, unparse_stack=[], bibtex_format=layout) or "\n"


def _bare_month(entry: Entry) -> None:
    """Write `month = mar`, the macro of every style, where the source had it."""
    month = entry.fields_dict.get("month")
    if month and month.value.strip("{}").lower() in _MONTHS:
        month.value = month.value.strip("{}").lower()


def _entry(publication: Publication) -> Entry:
    entry_type, key, fields = _written(publication)
    return Entry(entry_type=entry_type, key=key, fields=[Field(key=name, value=value) for name, value in fields])


@once_for_each
def _written(publication: Publication) -> tuple[str, str, list[tuple[str, str]]]:
    """Return the type of an entry, its key and its fields."""
    entry_type, classic = as_classic(publication, publication.fields)
    fields = [(name, _safe(_bare_doi(name, value, publication.doi))) for name, value in classic.items()]
    return entry_type, publication.citation_key or citation_key(publication), fields


def _bare_doi(name: str, value: str, doi: str) -> str:
    """Write a DOI as styles want it: they put the address before it themselves."""
    return doi if name == "doi" and doi and plain(value) != doi else value


def _safe(value: str) -> str:
    """Balance the braces, escaped ones too, since BibTeX counts all; a lone backslash must not escape the last one."""
    text = balanced(value) if not re.search(r"\\[{}]", value) else _plainly_balanced(value)
    trailing = len(text) - len(text.rstrip("\\"))
    return text + " " if trailing % 2 else text


def _plainly_balanced(value: str) -> str:
    """Drop the braces that have no partner when escaped ones are counted as well."""
    opened: list[int] = []
    dropped: set[int] = set()
    for place, character in enumerate(value):
        if character == "{":
            opened.append(place)
        elif character == "}" and opened:
            opened.pop()
        elif character == "}":
            dropped.add(place)
    dropped.update(opened)
    return "".join(character for place, character in enumerate(value) if place not in dropped)

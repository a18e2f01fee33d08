"""How an owner writes entries, learned from those that stand in the file, and an entry written so."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pylatexenc.latexencode import UnicodeToLatexEncoder

from sphinx_vita.imports.catalogs.identified import written_name
from sphinx_vita.imports.catalogs.tex_titles import protected
from sphinx_vita.reading.latex.text import plain
from sphinx_vita.reading.names import parse_names

# The order where no entry of the file shows one.
ORDER = (
    "title author author+an editor translator journal booktitle series abbr year month volume number pages eid edition"
    " publisher school institution howpublished address version type isbn issn doi pmid pmcid openreview eprint"
    " archiveprefix primaryclass pubstate related relatedtype options url pdf html code website note addendum keywords"
    " abstract"
).split()
# What is written only where the file has it in other entries, or an owner has asked for it by hand.
_OPTIONAL = frozenset(("abbr", "abstract", "issn", "keywords", "language", "pmcid"))
BIBLATEX = {  # the words of biblatex for fields of BibTeX; a file has one of the two, or both
    "journal": "journaltitle", "address": "location", "school": "institution", "archiveprefix": "eprinttype",
    "primaryclass": "eprintclass",
}  # fmt: skip
_ACCENTS = UnicodeToLatexEncoder(
    non_ascii_only=True,
    replacement_latex_protection="braces-all",  # `In{\\'e}s`, as BibTeX sorts and cuts it
    unknown_char_policy="keep",
    unknown_char_warning=False,
)
# In BibTeX's language.
_MONTHS = "January February March April May June July August September October November December".split()
_TITLES = ("title", "booktitle", "journal", "journaltitle")
_NAMES = ("author", "editor", "translator")


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How entries are written; the defaults are those of a file that is new."""

    indent: str = "  "
    column: int = 0  # of the `=`, counted from the names; 0: as the longest name of the entry wants it, -1: not aligned
    before: str = " "  # the blanks around the `=` where it is not aligned
    after: str = " "
    values: int = 0  # the column of the values, where these are aligned instead
    has_quotes: bool = False
    has_last_comma: bool = True
    gap: str = "\n\n"  # between two entries
    line_feed: str = "\n"
    entry_types: Mapping[str, str] = field(default_factory=dict)  # how each is written
    is_upper: str = ""  # "upper", "title": the letters of types that no entry has yet
    fields: Mapping[str, str] = field(default_factory=dict)  # how the name of each is written
    order: tuple[str, ...] = tuple(ORDER)
    renamed: Mapping[str, str] = field(default_factory=dict)  # from BibTeX's word to biblatex's
    has_dates: bool = False  # `date = {2026-03}` for year and month
    month: str = "mar"  # one of the forms in `_month`
    has_bare_years: bool = False
    has_given_first: bool = False
    has_accents_in_tex: bool = False
    has_letters: bool = False  # with accents, as they are
    has_whole_titles: bool = False  # in a second pair of braces
    names: frozenset[str] = frozenset()  # words that are protected in the titles of the file
    people: Mapping[str, str] = field(default_factory=dict)  # how the names in the file are written, by `name_key`

    def write(self, entry_type: str, key: str, fields: Mapping[str, str]) -> str:
        """Return an entry, without a line feed behind it."""
        written = self.fit(fields)
        width = self.column or max(map(len, written), default=0)
        head = f"@{self.entry_types.get(entry_type) or _cased(entry_type, self.is_upper)}{{{key},"
        lines = [self.line(name, value, width) for name, value in written.items()]
        body = f",{self.line_feed}".join(lines) + ("," if self.has_last_comma else "")
        return self.line_feed.join([head, body, "}"])

    def line(self, name: str, value: str, width: int) -> str:
        """Return the line of a field, without its comma."""
        shown = self.fields.get(name, name)
        before = self.before if self.column < 0 else " " * max(width + len(self.before) - len(shown), 1)
        after = " " * max(self.values - len(f"{shown}{before}="), 1) if self.values else self.after
        return f"{self.indent}{shown}{before}={after}{self._enclosed(name, value)}"

    def wants(self, name: str) -> bool:
        """Whether a field that not every owner wants is one that others of the file have."""
        return name not in _OPTIONAL or name in self.fields

    def fit(self, fields: Mapping[str, str]) -> dict[str, str]:
        """Return the fields by the file's words for them, in its order, each value in its form."""
        kept = dict(fields)
        if self.has_dates and "date" not in kept:
            year, month = kept.pop("year", ""), _number_of(kept.pop("month", ""))
            kept |= {"date": f"{year}-{month:02}" if year and month else year} if year else {}
        named = {self.renamed.get(name, name): self._form(name, value) for name, value in kept.items()}
        place = {name: number for number, name in enumerate(self.order)}
        return {name: named[name] for name in sorted(named, key=lambda name: place.get(name, len(place)))}

    def _form(self, name: str, value: str) -> str:
        if name in _TITLES and "{{" not in value and not value.startswith("{"):
            is_whole = name == "title" and self.has_whole_titles
            value = f"{{{value}}}" if is_whole else protected(value, self.names) if name != "journal" else value
        if name in _NAMES:
            write = _given_first if self.has_given_first else name_written
            value = " and ".join(self._person(each, write) for each in re.split(r"\s+and\s+", value))
        return _ACCENTS.unicode_to_latex(value) if self.has_accents_in_tex and name != "doi" else value

    def _person(self, written: str, write: Callable[[str], str]) -> str:
        """Write a name as the file has it already, or in its form; groups in braces stay."""
        if written == "others" or re.fullmatch(r"\{[^{}]*\}", written):
            return written
        known = self.people.get(name_key(written))
        return known or write(_in_letters(written) if self.has_letters and "\\" in written else written)

    def _enclosed(self, name: str, value: str) -> str:
        if name == "month" and _number_of(value):
            value = _month(_number_of(value), self.month.strip("{}"))
            if not self.month.startswith("{"):
                return value
        if name == "year" and self.has_bare_years and value.isdecimal():
            return value
        return f'"{value}"' if self.has_quotes and '"' not in value else f"{{{value}}}"


def _cased(entry_type: str, case: str) -> str:
    shown = {
        "inproceedings": "InProceedings", "incollection": "InCollection", "phdthesis": "PhdThesis",
        "techreport": "TechReport",
    }  # fmt: skip
    if case == "title":
        return shown.get(entry_type, entry_type.capitalize())
    return entry_type.upper() if case == "upper" else entry_type


def name_key(written: str) -> str:
    r"""Return a name as it is read, by which other ways to write it are known.

    >>> name_key(r"Valderrama Quispe, In{\'e}s") == name_key("Inés Valderrama Quispe")
    True
    """
    people, _ = parse_names(written)
    return str(people[0].name).casefold() if people else written


def name_written(written: str) -> str:
    """Write a name with the family's first; one that is so already stays."""
    return written if "," in written else _in_letters(written)


def _in_letters(written: str) -> str:
    """Write a name by its parts, the family's first, with the letters that its TeX stands for."""
    people, _ = parse_names(written)
    if not people:
        return written
    name = people[0].name
    return written_name(" ".join(part for part in (name.particle, name.family) if part), name.given, name.suffix)


def _given_first(written: str) -> str:
    """Write a name as it is read; a family's name of several words stands in braces."""
    people, _ = parse_names(written)
    name = people[0].name if people else None
    if name is None or "," not in written or name.is_single or name.suffix:
        return written
    family = f"{{{name.family}}}" if " " in name.family else name.family
    return " ".join(part for part in (name.given, name.particle, family) if part)


def _number_of(month: str) -> int:
    names = [name[:3].lower() for name in _MONTHS]
    bare = plain(month).strip(' "').lower()
    return int(bare) if bare.isdecimal() and int(bare) <= 12 else names.index(bare[:3]) + 1 if bare[:3] in names else 0


def _month(number: int, form: str) -> str:
    name = _MONTHS[number - 1]
    forms = {"3": str(number), "mar": name[:3].lower(), "Mar": name[:3], "march": name.lower(), "March": name}
    return forms[form]

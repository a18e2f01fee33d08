"""How an owner writes entries, learned from those that stand in the file, and an entry written so."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from pylatexenc.latexencode import unicode_to_latex

from sphinx_vita.command.add.written import WrittenEntry
from sphinx_vita.imports.tex_titles import protected
from sphinx_vita.reading.latex.text import plain
from sphinx_vita.reading.names import parse_names
from sphinx_vita.records.dates import MONTHS

# The order where no entry of the file shows one.
_ORDER = (
    "title author author+an editor translator journal booktitle series abbr year month volume number pages eid edition"
    " publisher school institution howpublished address version type isbn issn doi pmid pmcid openreview eprint archiveprefix"
    " primaryclass pubstate related relatedtype options url pdf html code website note addendum keywords abstract"
).split()
# What is written only where the file has it in other entries, or an owner has asked for it by hand.
_OPTIONAL = frozenset(("abstract", "issn", "keywords", "language", "pmcid"))
_BIBLATEX = {  # the words of biblatex for fields of BibTeX; a file has one of the two, or both
    "journal": "journaltitle",
    "address": "location",
    "school": "institution",
    "archiveprefix": "eprinttype",
    "primaryclass": "eprintclass",
}
_TITLES = ("title", "booktitle", "journal", "journaltitle")
_NAMES = ("author", "editor", "translator")
_AUTHORS_MARKED = ("author+an", "author_an")
_ACCENT = re.compile(r"\\[\"'`^~=.cvuHkr]\s*\{?\\?[A-Za-z]|\\(?:aa|AA|o|O|ss|ae|AE|oe|l|L)\b")
_PROTECTED_WORD = re.compile(r"(?<![\\\w{])\{([^\W\d_]\w*)\}")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How entries are written; the defaults are those of a file that is new."""

    indent: str = "  "
    column: int = 0  # of the `=`, counted from the names; 0: as the longest name of the entry wants it, -1: not aligned
    before: str = " "  # the blanks around the `=` where it is not aligned
    after: str = " "
    has_quotes: bool = False
    has_last_comma: bool = True
    gap: str = "\n\n"  # between two entries
    line_feed: str = "\n"
    entry_types: Mapping[str, str] = field(default_factory=dict)  # how each is written
    is_upper: str = ""  # "upper", "title": the letters of types that no entry has yet
    fields: Mapping[str, str] = field(default_factory=dict)  # how the name of each is written
    order: tuple[str, ...] = tuple(_ORDER)
    renamed: Mapping[str, str] = field(default_factory=dict)  # from BibTeX's word to biblatex's
    has_dates: bool = False  # `date = {2026-03}` for year and month
    month: str = "mar"  # one of the forms in `_month`
    has_bare_years: bool = False
    has_given_first: bool = False
    has_accents_in_tex: bool = False
    has_whole_titles: bool = False  # in a second pair of braces
    names: frozenset[str] = frozenset()  # words that are protected in the titles of the file

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
        before = self.before if self.column < 0 else " " * max(width - len(shown) + len(self.before), len(self.before))
        return f"{self.indent}{shown}{before}={self.after}{self._enclosed(name, value)}"

    def fit(self, fields: Mapping[str, str]) -> dict[str, str]:
        """Return the fields by the file's words for them, in its order, each value in its form."""
        kept = {name: value for name, value in fields.items() if name not in _OPTIONAL or name in self.fields}
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
        if name in _NAMES and self.has_given_first:
            value = _given_first(value)
        return unicode_to_latex(value, non_ascii_only=True) if self.has_accents_in_tex and name != "doi" else value

    def _enclosed(self, name: str, value: str) -> str:
        if name == "month" and _number_of(value):
            return _month(_number_of(value), self.month)
        if name == "year" and self.has_bare_years and value.isdecimal():
            return value
        return f'"{value}"' if self.has_quotes and '"' not in value else f"{{{value}}}"


def learn_style(text: str, entries: Sequence[WrittenEntry], like: str = "") -> Style:
    """Learn how the entries of a file are written; those of the type `like` show best in which order."""
    line_feed = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
    whole = [entry for entry in entries if entry.fields and all("\n" in each.gap for each in entry.fields)]
    if not whole:
        return Style(line_feed=line_feed)
    fields = [each for entry in whole for each in entry.fields]
    values = Counter(each.value[:1] for each in fields)
    used = Counter(each.name.lower() for each in fields)
    by_name = {
        name: [each.value for each in fields if each.name.lower() == name]
        for name in ("title", "author", "month", "year")
    }
    types = {entry.entry_type.lower(): entry.entry_type for entry in whole}
    columns = _columns(whole)
    gaps = [text[one.end : two.start] for one, two in zip(entries, entries[1:], strict=False)]
    return Style(
        indent=_usual(each.gap.rpartition("\n")[2] for each in fields),
        column=columns,
        before=_usual(each.before for each in fields) if columns < 0 else min((each.before for each in fields), key=len),
        after=_usual(each.after for each in fields),
        has_quotes=values['"'] > values["{"],
        has_last_comma=_usual("," in entry.closing for entry in whole),
        gap=_usual([gap for gap in gaps if not gap.strip()] or [line_feed * 2]),
        line_feed=line_feed,
        entry_types=types,
        is_upper=_usual("upper" if each.isupper() else "title" if each[0].isupper() else "" for each in types.values()),
        fields={each.name.lower(): each.name for each in fields},
        order=_order(sorted(whole, key=lambda entry: entry.entry_type.lower() != like)),
        renamed={one: two for one, two in _BIBLATEX.items() if used[two] > used[one]},
        has_dates=used["date"] > used["year"],
        month=_usual([_form_of_month(value) for value in by_name["month"]] or ["mar"]),
        has_bare_years=_usual([value.isdecimal() for value in by_name["year"]] or [False]),
        has_given_first=_usual([_is_given_first(value) for value in by_name["author"]] or [False]),
        has_accents_in_tex=text.isascii() and bool(_ACCENT.search(text)),
        has_whole_titles=_usual([value.startswith(("{{", '"{')) and value.endswith(("}}", '}"')) and "}" not in value[2:-2] for value in by_name["title"]] or [False]),
        names=frozenset(word for value in by_name["title"] for word in _PROTECTED_WORD.findall(value)),
    )  # fmt: skip


def _columns(entries: Sequence[WrittenEntry]) -> int:
    """Return the column of the `=` that all entries share, 0 where each has its own, -1 where names are not aligned."""
    columns = [{len(each.name + each.before) for each in entry.fields} for entry in entries]
    aligned = [each for each in columns if len(each) == 1]
    lengths = [len({len(each.name) for each in entry.fields}) for entry in entries]
    if len(aligned) * 2 <= len(entries) or max(lengths) == 1:
        return -1
    shared = Counter(next(iter(each)) for each in aligned).most_common(1)[0]
    blank = min(len(each.before) for entry in entries for each in entry.fields)
    return shared[0] - blank if shared[1] * 2 > len(aligned) and len(entries) > 1 else 0


def _order(entries: Iterable[WrittenEntry]) -> tuple[str, ...]:
    """Return the order of fields: of the first entries, then what later ones have, each behind what it follows there."""
    order: list[str] = []
    names = [[each.name.lower() for each in entry.fields] for entry in entries]
    for sequence in (*names, [_renamed(name, names) for name in _ORDER]):
        place = 0
        for name in sequence:
            if name not in order:
                order.insert(place, name)
            place = order.index(name) + 1
    return tuple(order)


def _renamed(name: str, names: Iterable[Sequence[str]]) -> str:
    other = _BIBLATEX.get(name, "date" if name == "year" else name)
    return other if any(other in each for each in names) and not any(name in each for each in names) else name


def _usual(values: Iterable[_T]) -> _T:
    return Counter(values).most_common(1)[0][0]


def _cased(entry_type: str, case: str) -> str:
    shown = {
        "inproceedings": "InProceedings",
        "incollection": "InCollection",
        "phdthesis": "PhdThesis",
        "techreport": "TechReport",
    }
    if case == "title":
        return shown.get(entry_type, entry_type.capitalize())
    return entry_type.upper() if case == "upper" else entry_type


def _is_given_first(value: str) -> bool:
    names = re.split(r"\s+and\s+", value.strip('{}"'))
    return sum("," in name for name in names) * 2 < len(names)


def _given_first(value: str) -> str:
    """Write names as they are read; a family's name of several words stands in braces."""
    written = []
    for name, author in zip(re.split(r" and ", value), parse_names(value)[0], strict=False):
        person = author.name
        if person.is_single or person.suffix or "\\" in name:
            written.append(name)
            continue
        family = f"{{{person.family}}}" if " " in person.family else person.family
        written.append(" ".join(part for part in (person.given, person.particle, family) if part))
    return " and ".join(written)


def _number_of(month: str) -> int:
    names = [name[:3].lower() for name in MONTHS]
    bare = plain(month).strip(' "').lower()
    return int(bare) if bare.isdecimal() and int(bare) <= 12 else names.index(bare[:3]) + 1 if bare[:3] in names else 0


def _form_of_month(value: str) -> str:
    bare = value.strip('{}" ')
    form = "3" if bare.isdecimal() else "03" if bare[:1] == "0" else "mar" if len(bare) == 3 else "march"
    form = form.title() if bare[:1].isupper() else form
    return f"{{{form}}}" if value[:1] in '{"' else form


def _month(number: int, form: str) -> str:
    name = MONTHS[number - 1]
    forms = {"3": str(number), "mar": name[:3].lower(), "Mar": name[:3], "march": name.lower(), "March": name}
    written = forms[form.strip("{}")]
    return f"{{{written}}}" if form.startswith("{") else written

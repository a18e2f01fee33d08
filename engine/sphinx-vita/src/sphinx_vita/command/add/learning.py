"""The style of a bibliography, learned from the entries that stand in it."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from graphlib import TopologicalSorter
from itertools import pairwise
from typing import TypeVar

from sphinx_vita.command.add.style import BIBLATEX, ORDER, Style, name_key
from sphinx_vita.command.add.written import WrittenEntry, WrittenField

_ACCENT = re.compile(r"\\[\"'`^~=.cvuHkr]\s*\{?\\?[A-Za-z]|\\(?:aa|AA|o|O|ss|ae|AE|oe|l|L)\b")
_PROTECTED_WORD = re.compile(r"(?<![\\\w{])\{([^\W\d_]\w*)\}")
_T = TypeVar("_T")


def learn_style(text: str, entries: Sequence[WrittenEntry], like: str = "") -> Style:
    """Learn how the entries of a file are written; those of the type `like` show best in which order."""
    line_feed = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
    whole = [entry for entry in entries if entry.fields and all("\n" in each.gap for each in entry.fields)]
    if not whole:
        return Style(line_feed=line_feed)
    fields = [each for entry in whole for each in entry.fields]
    values = Counter(each.value[:1] for each in fields)
    used = Counter(each.name.lower() for each in fields)
    by_name = {name: _values(fields, name) for name in ("title", "author", "month", "year")}
    types = {entry.entry_type.lower(): entry.entry_type for entry in whole}
    columns = _columns(whole)
    blanks = [each.before for each in fields]
    least = [min((each.before for each in entry.fields), key=len) for entry in whole]
    gaps = [text[one.end : two.start] for one, two in pairwise(entries)]
    return Style(
        indent=_usual(each.gap.rpartition("\n")[2] for each in fields),
        column=columns,
        before=min(least, key=len) if columns > 0 else _usual(blanks if columns < 0 else least),
        after=_usual(each.after for each in fields),
        values=_column_of_values(fields) if columns < 0 else 0,
        has_quotes=values['"'] > values["{"],
        has_last_comma=_usual("," in entry.closing for entry in whole),
        gap=_usual([gap for gap in gaps if not gap.strip()] or [line_feed * 2]),
        line_feed=line_feed,
        entry_types=types,
        is_upper=_usual("upper" if each.isupper() else "title" if each[0].isupper() else "" for each in types.values()),
        fields={each.name.lower(): each.name for each in fields},
        order=_order(sorted(whole, key=lambda entry: entry.entry_type.lower() != like)),
        renamed={one: two for one, two in BIBLATEX.items() if used[two] > used[one]},
        has_dates=used["date"] > used["year"],
        month=_usual([_form_of_month(value) for value in by_name["month"]] or ["mar"]),
        has_bare_years=_usual([value.isdecimal() for value in by_name["year"]] or [False]),
        has_given_first=_usual([_is_given_first(value) for value in by_name["author"]] or [False]),
        has_letters=not text.isascii(),
        has_accents_in_tex=text.isascii() and bool(_ACCENT.search(text)),
        has_whole_titles=_usual([_is_whole(value) for value in by_name["title"]] or [False]),
        people={name_key(each): each for value in by_name["author"] for each in _names(value)},
        names=frozenset(word for value in by_name["title"] for word in _PROTECTED_WORD.findall(value)),
    )  # fmt: skip


def _values(fields: Sequence[WrittenField], name: str) -> list[str]:
    return [each.value for each in fields if each.name.lower() == name]


def _columns(entries: Sequence[WrittenEntry]) -> int:
    """Return the column of the `=` that all entries share, 0 where each has its own, -1 where names are not aligned."""
    fields = [each for entry in entries for each in entry.fields]
    shared = _column(fields) if len(entries) > 1 else -1
    if shared >= 0:
        return shared - min(len(each.before) for each in fields if len(each.name + each.before) == shared)
    aligned = [entry for entry in entries if _column(entry.fields) >= 0]
    return 0 if len(aligned) * 2 > len(entries) else -1


def _column(fields: Sequence[WrittenField]) -> int:
    """Return the column in which most of the `=` stand, where blanks bring them there; else -1."""
    column, number = Counter(len(each.name + each.before) for each in fields).most_common(1)[0]
    blanks = {len(each.before) for each in fields if len(each.name + each.before) == column}
    return column if number * 5 > len(fields) * 3 and len(blanks) > 1 else -1


def _column_of_values(fields: Sequence[WrittenField]) -> int:
    """Return the column in which most values begin, where blanks behind the `=` bring them there; else 0."""
    ends = Counter(len(f"{each.name}{each.before}={each.after}") for each in fields)
    column, number = ends.most_common(1)[0]
    return column if number * 2 > len(fields) and len({each.after for each in fields}) > 1 else 0


def _order(entries: Iterable[WrittenEntry]) -> tuple[str, ...]:
    """Return the order of fields: as the first entries have them, then later ones; at last those that none has."""
    later: dict[str, set[str]] = {}
    for entry in entries:
        names = [each.name.lower() for each in entry.fields]
        for name in names:
            later.setdefault(name, set())
        for one, two in pairwise(names):
            if two not in later[one] and not _reaches(later, two, one):
                later[one].add(two)
    order = _sorted(later)
    for place, name in enumerate(names := [_renamed(each, later) for each in ORDER]):
        if name not in order:
            before = [order.index(each) for each in names[:place] if each in order]
            order.insert(max(before, default=-1) + 1, name)
    return tuple(order)


def _reaches(later: Mapping[str, Collection[str]], start: str, end: str) -> bool:
    """Whether a way leads from one field to another that stands behind it."""
    waiting, seen = [start], {start}
    while waiting:
        name = waiting.pop()
        if name == end:
            return True
        new = set(later.get(name, ())) - seen
        seen |= new
        waiting += new
    return False


def _sorted(later: Mapping[str, Collection[str]]) -> list[str]:
    """Return the fields in an order that all pairs agree with; where they leave it open, the usual one."""
    usual = {name: place for place, each in enumerate(ORDER) for name in (each, BIBLATEX.get(each, each))}
    sorter = TopologicalSorter({name: {one for one, behind in later.items() if name in behind} for name in later})
    sorter.prepare()
    ready, order = list(sorter.get_ready()), list[str]()
    while ready:
        name = min(ready, key=lambda each: (usual.get(each, len(usual)), each))
        ready.remove(name)
        order.append(name)
        sorter.done(name)
        ready += sorter.get_ready()
    return order


def _renamed(name: str, used: Collection[str]) -> str:
    """Return biblatex's word for a field where the file has that alone."""
    other = BIBLATEX.get(name, "date" if name == "year" else name)
    return other if other in used and name not in used else name


def _usual(values: Iterable[_T]) -> _T:
    return Counter(values).most_common(1)[0][0]


def _names(value: str) -> list[str]:
    """Return the names in a value of `author`, as they are written there."""
    inner = value[1:-1] if value[:1] in ("{", '"') else value
    return [" ".join(name.split()) for name in re.split(r"\s+and\s+", inner)]


def _is_whole(value: str) -> bool:
    """Whether all of a title stands in a second pair of braces."""
    return value[:2] in ("{{", '"{') and value[-2:] in ("}}", '}"') and "{" not in value[2:-2]


def _is_given_first(value: str) -> bool:
    names = re.split(r"\s+and\s+", value.strip('{}"'))
    return sum("," in name for name in names) * 2 < len(names)


def _form_of_month(value: str) -> str:
    bare = value.strip('{}" ')
    form = "3" if bare.isdecimal() else "03" if bare[:1] == "0" else "mar" if len(bare) == 3 else "march"
    form = form.title() if bare[:1].isupper() else form
    return f"{{{form}}}" if value[:1] in '{"' else form

"""A bibliography that gets a work: what it has already, where the new entry belongs, and the file with it inside."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from sphinx_vita.command.add.keys import new_key
from sphinx_vita.command.add.learning import learn_style
from sphinx_vita.command.add.matching import NOT_OUT, is_same_work, long_isbn, numbers_of
from sphinx_vita.command.add.style import Style
from sphinx_vita.command.add.written import WrittenEntry, scan
from sphinx_vita.imports.catalogs.identified import Found
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.reading.same_person import is_same_person
from sphinx_vita.records import Publication, Status
from sphinx_vita.records.slugs import slug

_WITHOUT_VERSION = (Status.SUBMITTED, Status.DRAFT)
_EPRINT = ("eprint", "archiveprefix", "primaryclass")
_FEWEST = 3  # entries that show in which order a file is kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """What adding a work does to a bibliography."""

    text: str  # the file, whole; as it was where nothing is added
    key: str  # of the entry that is new, or of the one that is there
    entry: str = ""  # what is new, for the owner to see
    joined: str = ""  # the key of the entry that it was joined to
    refused: str = ""  # why nothing can be done

    @property
    def is_new(self) -> bool:
        """Whether the file changes."""
        return bool(self.entry)


@dataclass(frozen=True)
class Bibliography:
    """The text of a .bib file, and what it says."""

    text: str
    others: tuple[Publication, ...] = field(default=())  # what other files of the site have

    @cached_property
    def publications(self) -> tuple[Publication, ...]:
        """The entries as the site reads them."""
        return read_bibliography(self.text, file="").publications

    @cached_property
    def _written(self) -> list[WrittenEntry]:
        return scan(self.text)

    def has(self, kind: str, number: str) -> str:
        """Return the key of the entry with a number, such as a DOI; "" where there is none."""
        mark = (kind, long_isbn(number) if kind == "isbn" else number.lower())
        return next((each.key for each in (*self.publications, *self.others) if mark in numbers_of(each)), "")

    def has_title(self, title: str) -> bool:
        """Whether an entry has a title, however it is written."""
        mark = slug(title.casefold().strip(" ."))
        return any(slug(str(each.title).casefold()) == mark for each in (*self.publications, *self.others))

    def add(self, found: Found, *, key: str = "", wanted: Collection[str] = ()) -> Addition:
        """Put a work into the file, unless it is there; `key` and the fields `wanted` are the owner's own choice."""
        style = self._style(found.entry_type)
        kept = {name: value for name, value in found.fields.items() if style.wants(name) or name in wanted}
        found = replace(found, fields=kept)
        new = _publication(found)
        same = next((each for each in self.publications if is_same_work(each, new)), None)
        if same is None and (elsewhere := next((each for each in self.others if is_same_work(each, new)), None)):
            return Addition(text=self.text, key=elsewhere.key)
        taken = [each.key for each in (*self.publications, *self.others)]
        if key and key.casefold() in map(str.casefold, taken) and same is None:
            return Addition(text=self.text, key=key, refused=f"the key '{key}' is taken; choose another for --key")
        key = key or new_key(new, self.publications, taken)
        if same is None:
            return self._inserted(found, new, key)
        same = self._latest(same)
        if same.status in NOT_OUT and new.status is Status.PUBLISHED:
            return self._joined(found, same, key, "publishedas")
        if same.status in _WITHOUT_VERSION and new.status is Status.PREPRINT:
            return self._joined(found, same, key, "preprint")
        if new.arxiv and not same.arxiv and same.status not in NOT_OUT:
            fields = {name: found.fields[name] for name in _EPRINT if name in found.fields}
            return self._extended(same, fields)
        return Addition(text=self.text, key=same.key)

    def _latest(self, publication: Publication) -> Publication:
        """Follow an entry to the version that it names, and on."""
        by_key = {each.key: each for each in self.publications}
        seen = {publication.key}
        while publication.relation and (key := publication.relation.keys[0]) in by_key.keys() - seen:
            publication = by_key[key]
            seen.add(key)
        return publication

    def _style(self, entry_type: str) -> Style:
        return learn_style(self.text, self._written, entry_type)

    def _inserted(self, found: Found, new: Publication, key: str) -> Addition:
        style = self._style(found.entry_type)
        entry = style.write(found.entry_type, key, found.fields)
        return Addition(text=self._with(entry, style, self._place(new, key)), key=key, entry=entry)

    def _joined(self, found: Found, same: Publication, key: str, kind: str) -> Addition:
        """Add another version: an entry of its own, off the lists, which the one that is there names."""
        if same.relation:
            why = f"'{same.key}' names another version already ('related'); take that out, and add this again"
            return Addition(text=self.text, key=same.key, refused=why)
        found = replace(found, fields={**found.fields, **self._marks(same, found), "options": "dataonly"})
        named = self._extended(same, {"related": key, "relatedtype": kind})
        after = Bibliography(named.text)
        style = self._style(found.entry_type)
        entry = style.write(found.entry_type, key, found.fields)
        place = next((each.end for each in after._written if each.key == same.key), len(after.text))
        return Addition(text=after._with(entry, style, (place, True)), key=key, entry=entry, joined=same.key)

    def _marks(self, same: Publication, found: Found) -> dict[str, str]:
        """Return who contributed equally, as the entry that is there says it, where the same people sign the other."""
        people = _publication(found).authors
        marked = [place for place, author in enumerate(same.authors, 1) if author.contributed_equally]
        pairs = zip(same.authors, people, strict=False)
        is_alike = len(people) == len(same.authors) and all(is_same_person(one.name, two.name) for one, two in pairs)
        if len(marked) < 2 or not is_alike or any(each.contributed_equally for each in people):
            return {}
        return {"author+an": "; ".join(f"{place}=equal" for place in marked)}

    def _extended(self, same: Publication, fields: Mapping[str, str]) -> Addition:
        """Give an entry that is there more fields, each at its place; nothing else of it changes."""
        entry = next((each for each in self._written if each.key == same.key and each.fields), None)
        if entry is None:
            why = f"'{same.key}' cannot be changed as it is written; write into it: {dict(fields)}"
            return Addition(text=self.text, key=same.key, refused=why)
        style, text = self._style(entry.entry_type.lower()), self.text
        has = {each.name.lower() for each in entry.fields}
        wanted = {name: value for name, value in style.fit(fields).items() if name not in has}
        order = {name: place for place, name in enumerate(style.order)}
        width = len(entry.fields[0].name + entry.fields[0].before) - len(style.before)
        for name, value in reversed(wanted.items()):
            before = [each for each in entry.fields if order.get(each.name.lower(), -1) < order.get(name, len(order))]
            end = (before or entry.fields)[-1].end
            text = f"{text[:end]},{style.line_feed}{style.line(name, value, width)}{text[end:]}"
        lines = style.line_feed.join(style.line(name, value, width) for name, value in wanted.items())
        return Addition(text=text, key=same.key, entry=lines, joined=same.key)

    def _with(self, entry: str, style: Style, place: tuple[int, bool]) -> str:
        """Return the text with an entry before or behind a place, and the usual gap between it and its neighbor."""
        where, is_behind = place
        feed = style.line_feed
        if not self.text.strip("\ufeff \t\r\n"):
            return f"{self.text}{entry}{feed}"
        if not is_behind:
            return f"{self.text[:where]}{entry}{style.gap}{self.text[where:]}"
        rest = self.text[where:]
        end = "" if rest.strip() or rest.endswith("\n") else feed
        return f"{self.text[:where]}{style.gap}{entry}{rest}{end}"

    def _place(self, new: Publication, key: str) -> tuple[int, bool]:
        """Return where an entry belongs: by the order of the keys, or of the years, or at the end."""
        written = {each.key: each for each in self._written}
        listed = [each for each in self.publications if each.key in written]
        keys = [each.key.casefold() for each in listed]
        if len(keys) >= _FEWEST and keys == sorted(keys):
            later = next((each for each in listed if each.key.casefold() > key.casefold()), None)
            return self._before(written[later.key]) if later else self._end()
        alike = [each for each in listed if each.status is new.status and each.is_listed and each.year.isdecimal()]
        years = [int(each.year) for each in alike]
        is_falling = years == sorted(years, reverse=True) and (len(set(years)) > 1 or len(years) == 1)
        if not is_falling or not new.year.isdecimal():
            return self._end()
        older = next((each for each in alike if int(each.year) < int(new.year)), None)
        same_year = next((each for each in alike if int(each.year) == int(new.year)), None)
        if same_year or older:
            first = same_year or older
            return self._before(written[first.key]) if first else self._end()
        return self._behind(alike[-1], listed, written)

    def _behind(
        self, last: Publication, listed: Sequence[Publication], written: Mapping[str, WrittenEntry]
    ) -> tuple[int, bool]:
        """Return the place behind an entry and the versions that stand below it."""
        for each in listed[listed.index(last) + 1 :]:
            if each.is_listed:
                break
            last = each
        return written[last.key].end, True

    def _before(self, entry: WrittenEntry) -> tuple[int, bool]:
        """Return the place before an entry and the comment that stands right above it."""
        above = self.text[: entry.start]
        comment = re.search(r"(?:^[ \t]*%[^\n]*\n)+\Z", above, re.MULTILINE)
        is_of_file = comment is not None and not above[: comment.start()].strip("\ufeff \t\r\n")
        return (entry.start if comment is None or is_of_file else comment.start()), False

    def _end(self) -> tuple[int, bool]:
        """Return the place behind the last that stands in the file."""
        return len(self.text.rstrip()), True


def read_works(text: str) -> tuple[Publication, ...]:
    """Return the works of another bibliography of the site."""
    return read_bibliography(text, file="").publications


def _publication(found: Found) -> Publication:
    """Return a work as the site would read it."""
    written = Style().write(found.entry_type, "new", found.fields)
    return read_bibliography(written, file="").publications[0]

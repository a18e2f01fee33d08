"""Works taken one after the other: looked up, put into the text of a bibliography, and written at the end."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

import click

from sphinx_vita.command.add.bibliography import Bibliography, read_works
from sphinx_vita.command.add.client import Client, UnreachableError
from sphinx_vita.command.add.lists import SOURCES, missing, whole, works_of
from sphinx_vita.command.add.services import KINDS, Identified, identify, look_up
from sphinx_vita.command.add.site import bibliographies, is_named, page_of
from sphinx_vita.command.exit_codes import ExitCode, tell
from sphinx_vita.command.writing import write_files
from sphinx_vita.imports.catalogs.answers import read_bibtex
from sphinx_vita.imports.catalogs.identified import Found
from sphinx_vita.imports.catalogs.record_lists import Listed
from sphinx_vita.records import Publication

_REFERRING = ("crossref", "xref", "xdata", "related")  # fields that name other entries
_WIDEST = 78  # characters of a line in a list


class NothingToAddError(Exception):
    """There is nothing that could be added; the text says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What an owner asks for beside the works."""

    key: str = ""
    equal: tuple[int, ...] = ()
    has_page: bool = False
    takes_all: bool = False


class Adding:
    """A bibliography that works are added to; nothing is written before `write`."""

    def __init__(self, site: Path, to: Path | None, wishes: Wishes, contact: str) -> None:
        """Read the bibliographies of the site."""
        files = bibliographies(site)
        self._path = to or files[0]
        others: list[Publication] = []
        for path in files:
            if path.resolve() != self._path.resolve():
                others += read_works(_read(path))
        self._site, self._wishes = site, wishes
        self._before = _read(self._path)
        self._bibliography = Bibliography(self._before, tuple(others))
        self._pages: dict[Path, str] = {}
        self._keys: dict[str, str] = {}  # what the keys of pasted entries became
        self._client = Client(contact)
        self._has_failed = self._has_done = False

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connections."""
        self._client.__exit__()

    @property
    def exit_code(self) -> ExitCode:
        """Whether all went well, some of it, or none."""
        if not self._has_failed:
            return ExitCode.FINE
        return ExitCode.FINDINGS if self._has_done else ExitCode.UNUSABLE

    def take(self, works: Sequence[str]) -> None:
        """Add works by what an owner has written: numbers, BibTeX, files of either."""
        for found, written in self._found(works):
            if found:
                self._add(found)
            else:
                self._tell_failure(written)

    def choose(self, name: str, person: str) -> None:
        """List what a service has of a person and the site has not, and add what the owner accepts."""
        listed = works_of(name, person, self._client)
        new = missing(listed, self._bibliography)
        missed = f"{len(new) or 'none'} of them the site has not"
        click.echo(f"{SOURCES[name].name} lists {_counted(len(listed))}; {missed}.")
        self._has_done = True
        asks = not self._wishes.takes_all and is_terminal()
        for number, each in enumerate(new, 1):
            line = f"{number:>3}. {each.year or '    '}  {each.title}" + (f". {each.venue}" if each.venue else "")
            click.echo(line if asks else line[:_WIDEST])
            if self._wishes.takes_all or (asks and click.confirm("     Add it?", default=False)):
                self._add_listed(each)
        if new and not asks and not self._wishes.takes_all:
            click.echo("Add --yes to take all of them, or name some by their numbers.")

    def write(self, *, is_trial: bool) -> None:
        """Write the files, whole or not at all, and say which."""
        files = dict(self._pages)
        if self._bibliography.text != self._before:
            files = {self._path: self._bibliography.text, **files}
        if not is_trial and files:
            root = self._path.resolve().parent
            write_files(root, {str(path.resolve()): text for path, text in files.items()})
        for path in files:
            click.echo(f"  {'would write' if is_trial else 'written'}: {path}")
        if self._path in files and not is_named(self._site, self._path):
            click.echo(f"Next: name {self._path.name} in conf.py, in the setting vita_bibliography.")

    def _found(self, works: Iterable[str]) -> Iterable[tuple[Found | None, str]]:
        for written in works:
            text = _text_of(written)
            if "@" in text and "{" in text:
                entries = _referred_first(read_bibtex(text))
                yield from ((each, "") for each in entries)
                if not entries:
                    yield None, "no entry can be read in this BibTeX; does it begin like '@article{key,'?"
            else:
                yield from map(self._looked_up, filter(None, map(str.strip, text.splitlines())))

    def _looked_up(self, written: str) -> tuple[Found | None, str]:
        identified = identify(written)
        if identified is None:
            known = ", ".join(f"{kind.words} ({kind.example})" for kind in KINDS.values())
            return None, f"{written[:60]!r} is no number that can be looked up; known are: {known}"
        if there := self._bibliography.has(*identified):
            return Found(entry_type="", fields={}, key=there), ""
        tell(f"Asking for {KINDS[identified.kind].words} {identified.number} ...")
        try:
            found = look_up(identified, self._client)
        except UnreachableError as error:
            return None, str(error)
        return found, "" if found else _unknown(identified)

    def _add_listed(self, listed: Listed) -> None:
        try:
            found = whole(listed, self._client)
        except UnreachableError as error:
            self._tell_failure(str(error))
            return
        if found:
            self._add(found)
        else:
            self._tell_failure(f"nothing more is known of {listed.title[:60]!r}; add it as BibTeX")

    def _add(self, found: Found) -> None:
        """Put a work into the text, and say what became of it."""
        self._has_done = True
        if not found.fields:
            self._tell_there(found.key)
            return
        wanted = found.fields if found.key else ("abstract",) if self._wishes.has_page else ()
        added = self._bibliography.add(self._as_wished(found), key=self._wishes.key, wanted=wanted)
        self._keys[found.key] = added.key
        if added.refused:
            self._tell_failure(added.refused)
            return
        if not added.is_new:
            self._tell_there(added.key)
            return
        self._bibliography = replace(self._bibliography, text=added.text)
        click.echo(added.entry)
        if added.joined and added.joined == added.key:
            click.echo(f"'{added.key}' is there already; its preprint was joined to it.")
        elif added.joined:
            click.echo(f"'{added.key}' is another version of '{added.joined}', which names it now.")
        self._write_page(added.joined or added.key)

    def _as_wished(self, found: Found) -> Found:
        """Name other pasted entries by their new keys, and mark who contributed equally, where the owner says it."""
        fields = {name: self._renamed(value) if name in _REFERRING else value for name, value in found.fields.items()}
        found = replace(found, fields=fields)
        if not self._wishes.equal:
            return found
        authors = found.fields.get("author", "").count(" and ") + 1
        if max(self._wishes.equal) > authors:
            raise NothingToAddError(f"there are {authors} authors; correct the places of --equal")
        marks = "; ".join(f"{place}=equal" for place in self._wishes.equal)
        return replace(found, fields={**found.fields, "author+an": marks})

    def _renamed(self, keys: str) -> str:
        return ", ".join(self._keys.get(key.strip(), key.strip()) for key in keys.split(","))

    def _tell_there(self, key: str) -> None:
        click.echo(f"'{key}' is there already; nothing of it was changed.")
        self._write_page(key)

    def _tell_failure(self, words: str) -> None:
        self._has_failed = True
        click.echo(words, err=True)

    def _write_page(self, key: str) -> None:
        if not self._wishes.has_page:
            return
        path, text = page_of(self._site, self._path, key)
        if text:
            self._pages[path] = text
        else:
            click.echo(f"{path} is there already; nothing of it was changed.")


def _referred_first(entries: Sequence[Found]) -> list[Found]:
    """Put entries that others name before these, so that their new keys are known."""
    named = {key.strip() for each in entries for name in _REFERRING for key in each.fields.get(name, "").split(",")}
    return sorted(entries, key=lambda each: each.key not in named)


def is_terminal() -> bool:
    """Whether a person can be asked."""
    return sys.stdin.isatty()


def _read(path: Path) -> str:
    """Return the text of a bibliography, to the byte; "" where there is none yet."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise NothingToAddError(f"{path} is not written in UTF-8; save it so, then add again") from error


def _text_of(written: str) -> str:
    """Return what is meant: the standard input, the text of a file, or the words themselves."""
    if written == "-":
        if is_terminal():
            raise NothingToAddError("name what to add, such as a DOI; 'sphinx-vita add --help' lists what can be added")
        return sys.stdin.buffer.read().decode("utf-8-sig", "replace")
    is_path = len(written) < 1000 and "\n" not in written and "{" not in written
    if is_path and Path(written).is_file():
        return Path(written).read_bytes().decode("utf-8-sig", "replace")
    if is_path and written.lower().endswith(".bib") and "://" not in written:
        raise NothingToAddError(f"there is no file {written}; correct its name")
    return written


def _unknown(identified: Identified) -> str:
    kind = KINDS[identified.kind]
    return f"nobody knows {kind.words} {identified.number}; correct it, or paste the BibTeX: sphinx-vita add -"


def _counted(number: int) -> str:
    return f"{number} work" if number == 1 else f"{number} works"

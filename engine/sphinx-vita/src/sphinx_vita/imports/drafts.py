"""What an import brings: records as their author would write them, entries of a bibliography, and what is left over."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sphinx_vita.records import Profile, options_of

_NEEDS_QUOTES = re.compile(r"[\s'\"\[\]{}>|*&!%#`@,?:-]|.*(?:: | #|:$)|.*\s$")  # what YAML takes for more than text
_FENCES = re.compile(r"^\s*(:{3,})", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A record as its author would write it: the argument and the options of the directive, all text."""

    kind: str  # a name of KINDS
    title: str  # the directive's argument
    options: Mapping[str, str] = field(default_factory=dict)  # those that say something, in the order of writing
    body: str = ""  # Markdown
    place: str = ""  # where it stood in its source, in words for the owner: "line 41", "work, 3"

    def markdown(self) -> str:
        """Return the directive.

        >>> print(Draft(kind="award", title="Gold Medal", options={"dates": "2018"}).markdown(), end="")
        :::{award} Gold Medal
        :dates: 2018
        :::
        """
        fence = ":" * max((len(marks) + 1 for marks in _FENCES.findall(self.body)), default=3)
        lines = [f"{fence}{{{self.kind}}} {_one_line(self.title)}"]
        lines += [f":{name}: {_quoted(_one_line(text))}" for name, text in self.options.items() if text.strip()]
        lines += ["", self.body.strip("\n")] if self.body.strip() else []
        return "\n".join([*lines, fence, ""])


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of a bibliography."""

    key: str
    bibtex: str  # as it goes into the file, with a line feed at its end
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftover:
    """Something of the source that has no home, with the reason; it goes into the owner's inbox."""

    text: str
    reason: str
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of a CV under its own heading: what stands there, in order, and its prose."""

    title: str
    contents: "tuple[Draft | Entry | Leftover, ...]" = ()
    statuses: tuple[str, ...] = ()  # of its publications, where the heading says that it has only some
    prose: str = ""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of records that stand in it, each once; an entry is a publication."""
        said = (each for each in self.contents if not isinstance(each, Leftover))
        names = (each.kind if isinstance(each, Draft) else "publication" for each in said)
        return tuple(dict.fromkeys(names))


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """All that a source says: whose it is, what it holds, in the order of its CV, and its other pages."""

    profile: Draft | None = None
    sections: tuple[Section, ...] = ()
    loose: tuple[Leftover, ...] = ()  # what is left over outside of the sections
    pages: Mapping[str, str] = field(default_factory=dict)  # by path below the source folder
    assets: Mapping[str, str] = field(default_factory=dict)  # pictures and files: path in the new site -> in the source
    redirects: Mapping[str, str] = field(default_factory=dict)  # old page -> new address, as the setting takes them
    bibliography_head: str = ""  # @string and @preamble, which stand before the entries

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """The records, in order, without the profile."""
        return tuple(each for section in self.sections for each in section.contents if isinstance(each, Draft))

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of the bibliography, in order."""
        return tuple(each for section in self.sections for each in section.contents if isinstance(each, Entry))

    @property
    def leftovers(self) -> tuple[Leftover, ...]:
        """What goes into the inbox."""
        inside = (each for section in self.sections for each in section.contents if isinstance(each, Leftover))
        return (*self.loose, *inside)


def said(options: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Keep the options that say something; of a repeated one the first."""
    kept: dict[str, str] = {}
    for name, text in options:
        if text.strip():
            kept.setdefault(name, text.strip())
    return kept


def profile_of(name: str, options: Iterable[tuple[str, str]], body: str, place: str) -> Draft:
    """Return the profile of a person: the options that it has and that say something, in its order."""
    kept = said(options)
    _, *known = options_of(Profile)  # the first is the name
    ordered = {option: kept[option] for option in known if option in kept}
    return Draft(kind=Profile.kind, title=name, options=ordered, body=body, place=place)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _quoted(text: str) -> str:
    """Quote what MyST would take for more than a text."""
    return "'" + text.replace("'", "''") + "'" if _NEEDS_QUOTES.match(text) else text

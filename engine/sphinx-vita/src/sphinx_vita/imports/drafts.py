"""What an import brings: records as their author would write them, entries of a bibliography, and what is left over."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

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
    """A section of a CV under its own heading: which kinds stand there, or its prose."""

    title: str
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()  # of publications, where the section has only some
    prose: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """All that a source says: whose it is, what it holds, and in which order its CV has it."""

    profile: Draft | None = None
    drafts: tuple[Draft, ...] = ()
    entries: tuple[Entry, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    sections: tuple[Section, ...] = ()
    pages: Mapping[str, str] = field(default_factory=dict)  # other pages by path below the source folder

    @property
    def count(self) -> int:
        """How many entries the source has: each is one of these."""
        return len(self.drafts) + len(self.entries) + len(self.leftovers)


def said(options: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Keep the options that say something; of a repeated one the first."""
    kept: dict[str, str] = {}
    for name, text in options:
        if text.strip():
            kept.setdefault(name, text.strip())
    return kept


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _quoted(text: str) -> str:
    """Quote what MyST would take for more than a text."""
    return "'" + text.replace("'", "''") + "'" if _NEEDS_QUOTES.match(text) else text

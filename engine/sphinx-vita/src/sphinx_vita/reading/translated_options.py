"""The options of a record in other languages, `:title[zh-CN]: ...`: which hold in one language, and what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from sphinx_vita.reading.languages import Languages, is_same_language, problem_of_language, split_option
from sphinx_vita.reading.mistakes import Finding, Mistake
from sphinx_vita.records import Person, Profile, Record, Value, options_of

TRANSLATED = (Value.TEXT, Value.WORDS, Value.NAMES, Value.LINKS, Value.AFFILIATIONS, Value.LINK, Value.FILE)

Kind = TypeVar("Kind", bound=Record)


@dataclass(frozen=True, slots=True)
class Translations:
    """The options that are no translations, those that are put in their place in one language, and the mistakes."""

    plain: Mapping[str, str | None]
    own: Mapping[str, str]
    findings: tuple[Finding, ...]


def take_translations(
    kind: type[Record], written: Mapping[str, str | None], languages: Languages, language: str, line: int
) -> Translations:
    """Part the options of a record by language; those of `language` hold.

    >>> from sphinx_vita.records import Talk
    >>> options = {"title": "Engines", "title[de]": "Maschinen"}
    >>> dict(take_translations(Talk, options, Languages(("en", "de")), "de", 1).own)
    {'title': 'Maschinen'}
    """
    plain: dict[str, str | None] = {}
    own: dict[str, str] = {}
    findings: list[Finding] = []
    for name, text in written.items():
        parts = split_option(name)
        if parts is None or parts[0] not in options_of(kind):  # which may mean to withhold the record
            plain[name] = text
            continue
        option, tag = parts
        problem = _problem(kind, option, text, tag, languages)
        if problem:
            mistake, words = problem
            findings.append(Finding(mistake, f"{kind.kind}, option '{name}': {words}", line))
        elif is_same_language(tag, language):
            own[option] = text or ""
    return Translations(plain, own, tuple(findings))


def _problem(
    kind: type[Record], option: str, text: str | None, tag: str, languages: Languages
) -> tuple[Mistake, str] | None:
    declared = options_of(kind)
    if declared[option].metadata["value"] not in TRANSLATED:
        names = ", ".join(name for name, each in declared.items() if each.metadata["value"] in TRANSLATED)
        return Mistake.UNKNOWN_LANGUAGE, f"{option!r} has no translation; it is one of {names} that has"
    if words := problem_of_language(tag, languages):
        return Mistake.UNKNOWN_LANGUAGE, words
    if not (text or "").strip():
        return Mistake.EMPTY_OPTION, "there is nothing; write the translation behind it, or leave the line out"
    return None


def with_names(record: Kind) -> Kind:
    """Let a person be known by the name that is not translated too: authors of papers are written in it."""
    before = record.untranslated
    if before is None or not isinstance(record, Profile | Person) or not isinstance(before, Profile | Person):
        return record
    names = () if before.name in ("", record.name, *record.aliases) else (before.name,)
    return replace(record, aliases=(*record.aliases, *names))

"""Fields of an entry in the other languages of a site: `tldr_zh-CN`, beside `tldr`.

What one cites a work by stands once: its title, its venue and its people are the same in every language.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sphinx_vita.reading.bibtex.blocks import RawEntry
from sphinx_vita.reading.bibtex.known_fields import is_known
from sphinx_vita.reading.languages import Languages, is_same_language, is_tag, problem_of_language
from sphinx_vita.reading.mistakes import Finding, Mistake

TRANSLATED = ("abstract", "tldr", "addendum", "award", "award_name", "awards", "preview_alt")


def take_translations(
    entries: Iterable[RawEntry], languages: Languages, language: str, findings: list[Finding]
) -> Iterator[RawEntry]:
    """Yield each entry as it is in a language; a site of one has no translations."""
    for entry in entries:
        yield _in_language(entry, languages, language, findings) if languages.tags or languages.prepared else entry


def field_of(name: str) -> str:
    """Return the field that a translation belongs to: `tldr` for `tldr_zh-cn`; any other is its own."""
    field, _, tag = name.rpartition("_")
    return field if field and not is_known(name) and is_known(field) and is_tag(tag) else name


def _in_language(entry: RawEntry, languages: Languages, language: str, findings: list[Finding]) -> RawEntry:
    translations = {name: field for name in entry.fields if (field := field_of(name)) != name}
    fields = {name: value for name, value in entry.fields.items() if name not in translations}
    taken = []
    for name, field in translations.items():
        tag = name.rpartition("_")[2]
        problem = problem_of_language(tag, languages)
        if field not in TRANSLATED:
            problem = f"a work is cited by one {field!r}; only {', '.join(TRANSLATED)} can be translated"
        if problem:
            message = f"the entry '{entry.key}', field '{name}': {problem}"
            findings.append(Finding(Mistake.UNKNOWN_LANGUAGE, message, entry.line))
        elif is_same_language(tag, language):
            fields[field] = entry.fields[name]
            taken.append(field)
    return replace(entry, fields=fields, translated=tuple(taken))

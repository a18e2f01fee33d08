"""Drafts and entries judged as the site will judge them: what it would warn of waits in the inbox, with the reason."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sphinx_vita.imports.drafts import Draft, Entry, Imported, Leftover, Section
from sphinx_vita.imports.plain_text import as_markdown
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.reading.inline_markdown import read_inline
from sphinx_vita.reading.mistakes import Finding, Mistake
from sphinx_vita.reading.record_options import read_options
from sphinx_vita.records import KINDS, Value, options_of

_WITHOUT_MARKUP = (Value.WORDS, Value.NAMES)  # in which nothing can be written so that it is a text for certain
_HTML = re.compile(r"<[A-Za-z/!]|\{[{%]|~~")
_HAS_HTML = "it has markup of another program"
_ADDRESSES = (Value.LINK, Value.FILE)
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:[/?#]\S*)?", re.IGNORECASE)


def judged(imported: Imported) -> Imported:
    """Return what the site can show without a warning; all else is left over."""
    profile, loose = imported.profile, list(imported.loose)
    if profile:
        profile = replace(profile, body=_without_doubt(profile.body))
        profile, lost = _readable(profile)
        loose += [Leftover(text=f"{name}: {text}", reason=reason, place=profile.place) for name, text, reason in lost]
    sections = tuple(_judged(each, imported.bibliography_head) for each in imported.sections)
    return replace(imported, profile=profile, sections=sections, loose=tuple(loose))


def _judged(section: Section, head: str) -> Section:
    contents = tuple(judge(each, head) for each in section.contents)
    return replace(section, contents=contents, prose=_without_doubt(section.prose))


def judge(each: Draft | Entry | Leftover, head: str = "") -> Draft | Entry | Leftover:
    """Return a draft or an entry as the site can show it, or what is wrong; `head` stands before all entries."""
    if isinstance(each, Leftover):
        return each
    if isinstance(each, Entry):
        found = read_bibliography(f"{head}\n{each.bibtex}", file="").findings
        return Leftover(text=each.bibtex, reason=found[0].message, place=each.place) if found else each
    draft, lost = _readable(each)
    missing = _mistakes(draft)
    if missing:
        return Leftover(text=each.markdown(), reason=missing[0].message, place=each.place)
    said = [f"{name.capitalize()}: {as_markdown(text) if why == _HAS_HTML else text}" for name, text, why in lost]
    return replace(draft, body=_without_doubt("\n\n".join(filter(None, [*said, draft.body]))))


def _without_doubt(text: str) -> str:
    """Write dollars that may be money or a formula as signs: nobody meant a formula for certain."""
    lines = text.split("\n")
    for place, line in enumerate(lines):
        if any(mistake is Mistake.UNCLEAR_DOLLAR for mistake, _ in read_inline(line)[1]):
            lines[place] = re.sub(r"(?<!\\)\$", r"\\$", line)
    return "\n".join(lines)


def _readable(draft: Draft) -> tuple[Draft, list[tuple[str, str, str]]]:
    """Return a draft with the options that can be read, and the others with what is wrong with them."""
    draft = replace(draft, title=_without_doubt(draft.title), options=dict(_completed(draft)))
    wrong = {name: found for name, text in draft.options.items() if (found := _mistakes_of(draft, name, text))}
    kept = {name: text for name, text in draft.options.items() if name not in wrong}
    return replace(draft, options=kept), [(name, draft.options[name], wrong[name]) for name in wrong]


def _completed(draft: Draft) -> Iterator[tuple[str, str]]:
    """Write the scheme before addresses that lack it: `www.uni.example`."""
    known = options_of(KINDS[draft.kind])
    for name, text in draft.options.items():
        is_bare = name in known and known[name].metadata["value"] in _ADDRESSES and _HOST.fullmatch(text)
        yield name, f"https://{text}" if is_bare else _without_doubt(text)


def _mistakes_of(draft: Draft, name: str, text: str) -> str:
    known = options_of(KINDS[draft.kind])
    is_bare = name == "tags" or (name in known and known[name].metadata["value"] in _WITHOUT_MARKUP)
    if is_bare and _HTML.search(text):
        return _HAS_HTML
    found = _mistakes(replace(draft, options={name: text}))
    return next((each.message for each in found if each.mistake is not Mistake.MISSING_OPTION), "")


def _mistakes(draft: Draft) -> list[Finding]:
    return list(read_options(KINDS[draft.kind], draft.title, draft.options, 1).findings)

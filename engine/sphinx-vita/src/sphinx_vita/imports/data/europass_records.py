"""What both forms of Europass make of their elements: the profile, languages, and sections of the person's own."""

import re
from collections.abc import Iterable, Iterator, Mapping

from sphinx_vita.imports.accounts import network_of
from sphinx_vita.imports.cvs.items import Item
from sphinx_vita.imports.cvs.references import Keys, entry_of
from sphinx_vita.imports.cvs.sections import PROSE, meaning_of
from sphinx_vita.imports.data.structured import draft_of_text
from sphinx_vita.imports.drafts import Draft, Entry, Leftover, Section, said
from sphinx_vita.imports.plain_text import as_markdown
from sphinx_vita.records import Publication

PLACE = "identification"
WITHHELD = "it is nobody's business and stays out of a public site"


def record(kind: str, title: str, options: Mapping[str, str], place: str, body: str = "") -> Draft:
    """Return the draft of a record, with the options that say something."""
    return Draft(kind=kind, title=as_markdown(title), options=said(options.items()), body=body, place=place)


def addresses(urls: list[str]) -> Iterator[tuple[str, str]]:
    """Yield accounts, the home page, and other pages as links."""
    whole = [url if "://" in url else f"https://{url}" for url in urls if url]
    others = [url for url in whole if not network_of(url)]
    yield from ((network_of(url), url) for url in whole if url not in others)
    yield from (("homepage", url) for url in others[:1])
    yield "links", "; ".join(f"{re.sub(r'^https?://(www[.])?', '', url)} <{url}>" for url in others[1:])


def said_of(what: str, words: str) -> str:
    """Return a fact that no option holds, in words."""
    return f"{what}: {as_markdown(words)}" if words else ""


def joined(paragraphs: Iterable[str]) -> str:
    """Return the paragraphs of a body; empty ones are none."""
    return "\n\n".join(filter(None, paragraphs))


def fluency(levels: Mapping[str, str]) -> str:
    """Return the level of a language: one where all are the same, else each.

    >>> fluency({"Listening": "C1", "Reading": "C1"}), fluency({"Listening": "B2", "SpokenInteraction": "B1"})
    ('C1', 'listening B2, spoken interaction B1')
    """
    known = {name: level for name, level in levels.items() if level}
    if len(set(known.values())) == 1:
        return next(iter(known.values()))
    return ", ".join(f"{re.sub(r'(?<=[a-z])(?=[A-Z])', ' ', name).lower()} {level}" for name, level in known.items())


def section_of(title: str, markdown: str, place: str, keys: Keys) -> Section:
    """Read what stands below a heading of the person's own: each paragraph and each item of a list is a record."""
    meaning = meaning_of(title)
    if meaning is None or meaning.kind == PROSE:
        return Section(title=title, prose=markdown)
    lines = [line.removeprefix("- ").strip() for line in markdown.split("\n") if line.strip(" -")]
    contents: list[Draft | Entry | Leftover] = []
    for number, line in enumerate(lines, 1):
        if meaning.kind == Publication.kind:
            contents.append(entry_of(meaning, Item(line, line=number), keys))
        else:
            contents.append(draft_of_text(meaning, line, place))
    return Section(title=title, contents=tuple(contents), statuses=(meaning.status,) if meaning.status else ())

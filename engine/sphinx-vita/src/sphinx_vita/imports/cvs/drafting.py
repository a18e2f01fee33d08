"""An item of a CV made a draft of a record; what its kind has no option for stands in the body."""

import re
from collections.abc import Collection, Mapping

from sphinx_vita.imports.cvs.heads import Options, names_role, read_head
from sphinx_vita.imports.cvs.items import (
    Item,
    cut_at_commas,
    cut_dates,
    links_of,
    read_lines,
    with_outer_commas,
    without_addresses,
    words_of,
)
from sphinx_vita.imports.cvs.sections import Heading, meaning_of
from sphinx_vita.imports.drafts import Draft, said
from sphinx_vita.records import KINDS, options_of

_IN_ONE_LINE = ("language", "interest", "skill")
_LISTED = (
    "teaching", "service", "talk", "award", "grant", "student", "membership", "press", "publication", "certificate",
)  # fmt: skip
# What a head over a list says of each in it: words that tell nothing of their own, and those that tell the kind.
_FROM_HEAD = {"teaching": "institution", "service": "type", "talk": "type", "grant": "status"}
_FROM_KIND = {"teaching": "level", "service": "type", "talk": "type", "student": "level"}
_SEVERAL_NAMES = ("advisors", "mentors", "committee", "investigators", "inventors")


def draft_of(meaning: Heading, item: Item) -> Draft:
    """Make the draft of a record; what says nothing that the kind has an option for is its body."""
    title, dates = cut_dates(words_of(without_addresses(item.title)))
    read = read_lines(item.lines)
    title, second, rest = read_head(meaning.kind, with_outer_commas(title), read.rest)
    return _draft(meaning, title, [*second, ("dates", dates), *read.options.items()], rest, item)


def draft_told(meaning: Heading, title: str, told: Options, item: Item) -> Draft:
    """Make the draft of a record whose parts its source tells apart; the lines of the item are its description."""
    read = read_lines(item.lines, cut=False)
    return _draft(meaning, title, [*told, *read.options.items()], read.rest, item)


def _draft(meaning: Heading, title: str, options: Options, rest: list[str], item: Item) -> Draft:
    known = (*options_of(KINDS[meaning.kind]), "tags")
    listed = read_lines(item.bullets, cut=False)
    links = [link for line in (item.title, *item.lines) for link in links_of(line) if link[1].startswith("http")]
    told = [(name, _names(text) if name in _SEVERAL_NAMES else text.strip()) for name, text in options]
    told += [*listed.options.items(), ("url", links[0][1] if links else ""), ("type", meaning.type)]
    filled = said(told)
    lost = [text for name, text in told if text and filled[name] != text and name not in ("url", "type")]
    body = body_of([*rest, *lost, *_without_home(filled, known)], listed.rest)
    kept = {name: filled[name] for name in known if name in filled}
    unseen = [f"<{url}>" for _, url in links if url not in body and url not in kept.values()]
    whole = body_of([body, *unseen], [])
    return Draft(kind=meaning.kind, title=title, options=kept, body=whole, place=f"line {item.line}")


def parts_of(meaning: Heading, item: Item) -> list[tuple[Heading, Item]]:
    """Cut an item that is really several: a heading over a list of courses, languages in one line."""
    if meaning.kind in _IN_ONE_LINE and not item.lines and not item.bullets and ":" not in item.title:
        return [(meaning, Item(part, [], [], item.line)) for part in cut_at_commas(words_of(item.title)) if part]
    title, dates = cut_dates(words_of(item.title))
    if meaning.kind not in _LISTED or item.lines or dates or not item.bullets:
        return [(meaning, item)]
    inner = meaning_of(title)
    if meaning.kind == "publication" and (inner is None or len(title.split()) > 4):
        return [(meaning, item)]
    refined = inner if inner and inner.kind == meaning.kind else meaning
    parts = [Item(first, lines, [], item.line + 1) for first, *lines in (each.split("\n") for each in item.bullets)]
    option = (_FROM_KIND if inner else _FROM_HEAD).get(meaning.kind, "tags")
    says_more = not (inner and inner.type) and meaning.kind != "publication"
    for part in parts:
        if meaning.kind == "service" and not names_role(part.title) and ":" not in part.title:
            part.title = f"{title.strip(': ').removesuffix('s')}: {part.title}"
        elif says_more:
            part.lines.append(f"{option}: {title.strip(': ')}")
    return [(refined, part) for part in parts]


def _names(text: str) -> str:
    """Write several names as the directive takes them, parted by commas."""
    return re.sub(r",?\s+(?:and|und|et|y|&)\s+", ", ", text)


def _without_home(options: Mapping[str, str], known: Collection[str]) -> list[str]:
    """Say in the body what the lines said and the kind has no option for."""
    return [f"{name.capitalize()}: {text}" for name, text in options.items() if name not in known]


def body_of(lines: list[str], bullets: list[str]) -> str:
    """Return paragraphs, and a list below them, as Markdown."""
    paragraphs = [line for line in lines if line.strip()]
    listed = "\n".join("- " + each.replace("\n", "\n  ") for each in bullets)
    return "\n\n".join([*paragraphs, *([listed] if listed else [])])

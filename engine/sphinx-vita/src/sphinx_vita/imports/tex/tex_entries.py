"""The entries of moderncv and Awesome-CV: which argument of which macro says what."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sphinx_vita.imports.cvs.citations import names_people
from sphinx_vita.imports.cvs.drafting import draft_told
from sphinx_vita.imports.cvs.heads import PLACE_OF, in_order, names_role
from sphinx_vita.imports.cvs.items import Item, is_dates, words_of
from sphinx_vita.imports.cvs.markdown_blocks import Block
from sphinx_vita.imports.cvs.markdown_cv import contents_of
from sphinx_vita.imports.cvs.references import Keys, entry_from, entry_of
from sphinx_vita.imports.cvs.sections import PROSE, Heading
from sphinx_vita.imports.drafts import Draft, Entry, Leftover
from sphinx_vita.imports.tex.tex_text import described, lines_of, source_of
from sphinx_vita.records import KINDS, options_of


class Arguments(NamedTuple):
    """What the arguments of a macro are, in order, in either class."""

    names: tuple[str, ...]
    in_awesome: tuple[str, ...] = ()

    def of(self, *, is_awesome: bool) -> tuple[str, ...]:
        """Return them for a class."""
        return self.in_awesome if is_awesome and self.in_awesome else self.names

    def width(self, *, is_awesome: bool) -> int:
        """Return how many there are."""
        return len(self.of(is_awesome=is_awesome))


_LABELED = ("label", "text")
ENTRIES: Mapping[str, Arguments] = {
    "cventry": Arguments(
        ("dates", "title", "where", "place", "remark", "description"),
        ("title", "where", "place", "dates", "description"),
    ),
    "cvsubentry": Arguments(("title", "where", "dates", "description")),
    "cvhonor": Arguments(("title", "where", "place", "dates")),
    "cvitem": Arguments(_LABELED),
    "cvline": Arguments(_LABELED),
    "cvskill": Arguments(_LABELED),
    "cvcolumn": Arguments(_LABELED),
    "cvitemwithcomment": Arguments((*_LABELED, "comment")),
    "cvlanguage": Arguments((*_LABELED, "comment")),
    "cvdoubleitem": Arguments(_LABELED * 2),
    "cvcomputer": Arguments(_LABELED * 2),
    "cvtripleitem": Arguments(_LABELED * 3),
    "cvlistitem": Arguments(("text",)),
    "cvlistdoubleitem": Arguments(("text", "text")),
    "cvskillentry": Arguments(("category", "level", "skill", "years", "comment")),
    "cvref": Arguments(_LABELED),
}
_OF_A_THESIS = re.compile(
    r"(?i)title|titel|titre|t[íi]tulo|supervis\w+|advisor\w*|betreuer\w*|description|abstract|beschreibung"
)


class Fact(NamedTuple):
    """What one line of a section says of the thesis that the whole section is about."""

    name: str
    text: str


Made = Draft | Entry | Leftover | Fact | str  # a text is prose


def told_by(
    name: str, groups: list[Any], meaning: Heading | None, keys: Keys, owner: str, *, is_awesome: bool
) -> Iterator[Made]:
    """Yield what an entry is in a section; text where the section has no records."""
    names = ENTRIES[name].of(is_awesome=is_awesome)
    told = list(zip(names, groups, strict=False))
    if meaning is None or meaning.kind == PROSE:
        yield _as_prose(told)
    elif "title" in names:
        yield _entry(dict(told), meaning, keys, owner)
    elif name == "cvskillentry":
        yield _skill(dict(told))
    else:
        width = 3 if "comment" in names else 1 if "label" not in names else 2
        for start in range(0, len(told), width):
            yield from _labeled(dict(told[start : start + width]), meaning, keys, owner)


def _line(told: Mapping[str, Any], name: str) -> str:
    return " ".join(_lines(told, name))


def _lines(told: Mapping[str, Any], name: str) -> list[str]:
    return lines_of(source_of(told[name])[1:-1]) if name in told else []


def _as_prose(told: list[tuple[str, Any]]) -> str:
    """Write an entry as text: its arguments, and the list of its description."""
    texts: list[str] = []
    lists: list[str] = []
    for _, group in told:
        lines, bullets = described(group.nodelist)
        texts += lines
        lists += [f"- {bullet}".replace("\n", "\n  ") for bullet in bullets]
    is_pair = [name for name, _ in told][:1] == ["label"]
    line = (": " if is_pair else ", ").join([texts[0], ", ".join(texts[1:])]) if len(texts) > 1 else "".join(texts)
    return "\n\n".join(filter(None, [line, "\n".join(lists)]))


def _entry(told: Mapping[str, Any], meaning: Heading, keys: Keys, owner: str) -> Made:
    """Make the record of an entry whose arguments say what they are."""
    kind = meaning.kind
    title, where = in_order(kind, words_of(_line(told, "title")), words_of(_line(told, "where")))
    title, where = (title, where) if title else (where, "")
    place, dates = words_of(_line(told, "place")), words_of(_line(told, "dates"))
    lines, bullets = described(told["description"].nodelist) if "description" in told else ([], [])
    lines = [*_lines(told, "remark"), *lines]
    if kind == "publication":
        title, where = (where, title) if names_people(title, owner) and where else (title, where)
        behind = [line for line in (where, place, *lines) if line]
        people = next((line for line in behind if names_people(line, owner)), owner)
        said = [people, *(line for line in behind if line is not people), *([dates] if dates else [])]
        return entry_of(meaning, Item(title, said, bullets), keys, owner)
    options = [("dates", dates if is_dates(dates) or not dates else ""), *_placed(kind, where, place)]
    lines += [dates] if dates and not is_dates(dates) else []
    if kind == "degree" and lines and "remark" in told and _lines(told, "remark"):
        options.append(("honors", words_of(lines.pop(0))))
    if kind == "teaching" and where and names_role(title):
        options = [options[0], ("role", title), ("institution", place)]
        title = where
    if kind == "membership":
        title, options = (where, [*options, ("role", title)]) if where else (title, options)
    options = [each for each in options if each[1] != title or title]
    return draft_told(meaning, title or where, options, Item("", lines, bullets))


def _placed(kind: str, where: str, place: str) -> list[tuple[str, str]]:
    """Return the options for the place of an entry; a town stands behind it where the kind has none for it."""
    known = options_of(KINDS[kind])
    option = PLACE_OF.get(kind, "")
    if kind == "membership":
        return [("location", place)]
    if "location" in known:
        return [(option or "organization", where), ("location", place)]
    return [(option or "organization", ", ".join(filter(None, [where, place])))]


def _skill(told: Mapping[str, Any]) -> Draft:
    """Make the record of a line of a skill matrix."""
    level, years = _line(told, "level"), words_of(_line(told, "years"))
    category = words_of(_line(told, "category")).strip(": ")
    lines = [category, f"Years: {years}" if years else "", *_lines(told, "comment")]
    options = [("level", f"{level}/5" if level.isdigit() else level)]
    said = Item("", [line for line in lines if line])
    return draft_told(Heading("skill"), words_of(_line(told, "skill")), options, said)


def _labeled(told: Mapping[str, Any], meaning: Heading, keys: Keys, owner: str) -> Iterator[Made]:
    """Make what a label and its text are."""
    label = words_of(_line(told, "label")).strip(": ")
    lines, bullets = described(told["text"].nodelist) if "text" in told else ([], [])
    comment = _line(told, "comment")
    first, *lines = lines or [""]
    if meaning.kind == "language" and label:
        fluency = f"{words_of(first)} ({words_of(comment)})" if first and comment else words_of(first or comment)
        yield draft_told(meaning, label, [("fluency", fluency)], Item("", lines, bullets))
    elif meaning.type.endswith("thesis") and _OF_A_THESIS.fullmatch(label):
        yield Fact(label, " ".join([first, *lines, *bullets]))
    elif meaning.kind in ("skill", "interest") and label:
        keywords = words_of(", ".join([first, *lines]))
        yield draft_told(meaning, label, [("keywords", keywords)], Item("", [comment], bullets))
    elif meaning.kind == "referee" and label:
        named = [[label, first, *lines]] if " " in label or not first else [[first, *lines, label]]
        people = [[bullet, label] for bullet in bullets] or named  # a label in one word is no name
        yield from contents_of(meaning, [Block("item", "\n".join(person), 0) for person in people], keys, owner)
    elif meaning.kind == "publication" and not is_dates(label):
        yield entry_of(meaning, Item(first, [*lines, *([comment] if comment else [])], bullets), keys, owner)
    else:
        dates = [label] if is_dates(label) else []
        text = first if dates or not label else f"{label}: {first}" if first else label
        below = [*dates, *lines, *([comment] if comment else [])]
        yield from contents_of(meaning, [Block("item", "\n".join([text, *below]), 0, nested=bullets)], keys, owner)


def thesis_of(facts: list[Fact], meaning: Heading, keys: Keys, owner: str) -> Entry | Leftover:
    """Make the entry of a thesis, of the lines that tell of it."""
    title = next((fact.text for fact in facts if re.match(r"(?i)tit", fact.name)), "")
    abstract = next((fact.text for fact in facts if re.match(r"(?i)descr|beschr|abstr", fact.name)), "")
    notes = [f"{fact.name}: {fact.text}" for fact in facts if fact.text not in (title, abstract)]
    told = {"title": title, "authors": [owner] if owner else [], "abstract": abstract, "note": ". ".join(notes)}
    return entry_from(meaning, told, keys, "")

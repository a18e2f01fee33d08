"""The setting `vita_kinds`: kinds of records of a site's own, as words; judged, and made into classes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from keyword import iskeyword
from typing import Any

from sphinx_vita.reading.record_options import COMMON_OPTIONS
from sphinx_vita.reading.suggestions import did_you_mean
from sphinx_vita.records import Record, Value
from sphinx_vita.records.declared import FIELD, make_kind
from sphinx_vita.records.registry import problems_of_name

WORDS = {  # of a declaration, and what each says
    "options": "the options, the argument first; each with how it is read, and what to write behind a colon",
    "noun": "the kind in words, for a visitor",
    "heading": "the heading of their list in llms.txt",
    "head": "the first line of an entry, such as '{title}, {venue}'",
    "lines": "the lines below it, each such as 'Curated by {curators}'",
    "needed": "the options without which a record is told; the first always is",
    "key": "the option of which the key is made; the first, if none is named",
    "news": "whether the feed tells of it",
}
VALUES = {
    value.name.lower(): value
    for value in (Value.TEXT, Value.NAMES, Value.WORDS, Value.DATES, Value.EMAIL, Value.LINK, Value.DOI, Value.FILE)
}
_TAKEN = {*COMMON_OPTIONS, *(each.name for each in fields(Record)), "kind", "noun", "layout", "exported", "tags"}
_TYPES: dict[str, tuple[type, ...]] = {"lines": (list, tuple), "needed": (list, tuple), "news": (bool,)}


def read_kinds(written: object) -> list[type[Record]]:
    """Return the kinds that can be made.

    >>> kinds = read_kinds({"exhibition": {"options": {"title": "text", "venue": "text: where it hangs"}}})
    >>> kinds[0].noun
    'Exhibition'
    """
    wrong = problems_of_kinds(written)
    return [_made(name, declared) for name, declared in _declared(written).items() if name not in wrong]


def problems_of_kinds(written: object) -> dict[str, list[str]]:
    """Return what is wrong with each kind that cannot be made.

    >>> problems_of_kinds({"exhibition": {"options": {"title": "txt"}}})["exhibition"]
    ["the option 'title' is read as 'txt', which nothing can; did you mean 'text'?"]
    """
    found = {name: list(_problems(name, declared)) for name, declared in _declared(written).items()}
    return {name: problems for name, problems in found.items() if problems}


def _declared(written: object) -> dict[str, Any]:
    return {str(name): declared for name, declared in written.items()} if isinstance(written, Mapping) else {}


def _made(name: str, declared: Mapping[str, Any]) -> type[Record]:
    return make_kind(name, _options(declared), **{word: said for word, said in declared.items() if word != "options"})


def _options(declared: Mapping[str, Any]) -> dict[str, tuple[Value, str]]:
    """Read what is said of each option: `names: who curated it`."""
    options = {}
    for name, said in declared["options"].items():
        value, _, what = str(said).partition(":")
        options[str(name)] = (VALUES[value.strip()], what.strip() or f"the {str(name).replace('_', ' ')}")
    return options


def _problems(name: str, declared: object) -> Iterator[str]:
    yield from problems_of_name(name)
    if not isinstance(declared, Mapping) or not isinstance(declared.get("options"), Mapping) or not declared["options"]:
        yield "it declares no options; write 'options': {'title': 'text', 'dates': 'dates'}"
        return
    for word, said in declared.items():
        if word not in WORDS:
            yield f"nothing reads {word!r}; {did_you_mean(str(word), WORDS, 'it can have ' + ', '.join(WORDS))}"
        elif word != "options" and not isinstance(said, _TYPES.get(str(word), (str,))):
            yield f"{word!r} is {said!r}; write {WORDS[str(word)]}"
    yield from _problems_of_options(declared["options"])
    yield from _problems_of_names(declared)


def _problems_of_options(options: Mapping[Any, Any]) -> Iterator[str]:
    for place, (option, said) in enumerate(options.items()):
        if not re.fullmatch(r"[a-z][a-z0-9_]*", str(option)) or iskeyword(str(option)) or option in _TAKEN:
            yield f"an option cannot be called {option!r}; take another word in small letters"
        value = str(said).partition(":")[0].strip()
        if value not in VALUES:
            hint = did_you_mean(value, VALUES, f"choose one of {', '.join(VALUES)}")
            yield f"the option {option!r} is read as {value!r}, which nothing can; {hint}"
        elif (option == "dates") != (value == "dates"):
            yield f"the option {option!r} is read as {value!r}; dates stand in an option 'dates', and nothing else does"
        elif place == 0 and value != "text":
            yield f"the first option {option!r} is the name of the record; write 'text' for it"


def _problems_of_names(declared: Mapping[Any, Any]) -> Iterator[str]:
    """Yield the options that are named and not declared."""
    named = {"head": str(declared.get("head", "")), "lines": "\n".join(map(str, declared.get("lines") or ()))}
    found = {word: [field for _, field in FIELD.findall(text)] for word, text in named.items()}
    found["needed"] = [str(each) for each in declared.get("needed") or ()]
    found["key"] = [str(declared["key"])] if declared.get("key") else []
    known = [str(option) for option in declared["options"]]
    for word, names in found.items():
        for name in names:
            if name not in known:
                hint = did_you_mean(name, known, f"it has {', '.join(known)}")
                yield f"{word!r} names {name!r}, which is no option; {hint}"
    if "head" in declared and not found["head"]:
        yield "'head' names no option; write it like '{title}, {venue}'"
    if set(re.findall(r"[{}]", FIELD.sub("", "".join(named.values())))):
        yield "a brace in 'head' or 'lines' has no partner; write options as '{title}'"

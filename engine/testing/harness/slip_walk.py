"""Every slip of a finger on a page, one at a time: lines shifted, doubled, misspelt, opened and never closed."""

import re
from collections.abc import Iterator

# `N0` becomes a number of its own on each page, so that no two records have one key. Nobody may ever see a SECRET.
RECORDS = {
    "position": ":organization: LabN0\n:advisors: Ada Lovelace, Charles Babbage",
    "degree": ":institution: UniN0\n:honors: Summa",
    "award": ":issuer: Society",
    "service": ":venue: ConfN0\n:url: https://conf.example/a",
    "talk": ":event: SeminarN0\n:institution: Uni",
    "teaching": ":event: CourseN0",
    "news": ":url: https://news.example/a",
    "referee": ":affiliation: UniN0\n:url: https://ref.example/a",
    "person": ":affiliation: UniN0\n:url: https://person.example/a",
    "profile": ":label: ScientistN0\n:location: Oslo",
}
_WITHOUT_DATES = ("referee", "person", "profile")
_HIDDEN = {"referee": "email", "person": "aliases", "profile": "phone"}
_OF_HIDDEN = {"email": "secret@SECRET.example", "aliases": "SECRET Name", "phone": "+1 (909) 909-0909", "url": ""}
SHARED = ("::::{timeline}", "::::", ":::", "Did *much*.", "- one point", "SECRET body.")
VIEWS = {
    "publications": ":::{publications}\n:status: published\n:style: list\n:::",
    "timeline": ":::{timeline}\n:kind: award, talk\n:limit: 3\n:::",
    "publication": ":::{publication} cod\n:::",
    "contact": ":::{contact}\n:::",
    "downloads": ":::{downloads}\n:::",
}


def record(kind: str) -> str:
    """Write a record with a withheld field and one that is private, in a timeline where the kind has a place there."""
    hidden = _HIDDEN.get(kind, "url")
    value = _OF_HIDDEN[hidden] or "https://SECRET.example/a"
    dates = "" if kind in _WITHOUT_DATES else ":dates: 2020 – 2021\n"
    options = re.sub(r"\n?:url: .*", "", RECORDS[kind]) if hidden == "url" else RECORDS[kind]
    dated = "\n".join(filter(None, (options, dates.strip(), f":{hidden}: {value}")))
    shown = f":::{{{kind}}} EngineerN0\n{dated}\n:visibility: private {hidden}\n"
    secret = f":::{{{kind}}} SECRETN0\n{RECORDS[kind]}\n{dates}:visibility: private\n\nSECRET body.\n:::"
    inner = f"{shown}\nDid *much*.\n\n- one point\n:::\n\n{secret}"
    return f"::::{{timeline}}\n\n{inner}\n\n::::" if dates else inner


def slips(block: str, *, letters: bool, shared: bool = True) -> Iterator[str]:
    """Give the block with one slip each; with `letters`, every letter of its words is once too few or too many.

    Without `shared` the lines that a record has in common with those of all other kinds stay as they are.
    """
    lines = block.split("\n")
    for place, line in enumerate(lines):
        if not shared and line in SHARED:
            continue
        for changed in _slips_of_line(line, letters=letters):
            yield "\n".join([*lines[:place], *changed, *lines[place + 1 :]])
    for blanks in _shifts(letters):
        yield "\n".join(blanks + line if line else line for line in lines)


def _shifts(letters: bool) -> list[str]:
    return [*(" " * number for number in (range(1, 9) if letters else (1, 4))), "\t"]


def _slips_of_line(line: str, *, letters: bool) -> Iterator[list[str]]:
    if not line:
        return
    for blanks in _shifts(letters):
        yield [blanks + line]
    if ":" not in line[:1]:
        return
    yield [line, line]
    yield ["", line]
    yield [line, ""]
    slips_of_words = _slips_of_fence if line.startswith(":::") else _slips_of_option
    yield from ([changed] for changed in slips_of_words(line, letters=letters))


def _slips_of_fence(line: str, *, letters: bool) -> Iterator[str]:
    colons = re.match(":+", line)
    count = len(colons[0]) if colons else 0
    rest = line[count:]
    for marks in (":", "::", ":::", "::::", ":::::", "``", "```", "````", "~~~", "'''", "：：：", ": : :"):
        yield marks + rest
    if not rest:
        yield from ("", line + "x")
        return
    yield from (line.replace("{", ""), line.replace("}", ""), line.replace("{", "").replace("}", ""))
    yield from (
        line.replace("}", "} ", 1),
        line.replace("} ", "}", 1),
        line.replace("{", " {"),
        line.replace("{", "{ "),
    )
    yield from (line.replace("{", "(").replace("}", ")"), line.replace("{", "[").replace("}", "]"), line[count:])
    start, end = line.find("{") + 1, line.find("}")
    for place in range(start, end) if letters else ():
        yield line[:place] + line[place + 1 :]
        yield line[:place] + line[place].upper() + line[place + 1 :]
        yield line[:place] + "x" + line[place:]
    yield line[:start] + "job" + line[end:]


def _slips_of_option(line: str, *, letters: bool) -> Iterator[str]:
    name, value = line[1:].split(":", 1)
    value = value.strip()
    yield from (f"{name}: {value}", f":{name} {value}", f":{name}:{value}", f": {name}: {value}", f"::{name}: {value}")
    yield from (
        f":{name} : {value}",
        f":{name}= {value}",
        f"- {name}: {value}",
        f"：{name}： {value}",
        f":{name}:\t{value}",
    )
    yield from (
        f':{name}: "{value}',
        f":{name}: '{value}",
        f":{name.upper()}: {value}",
        f":{name.capitalize()}: {value}",
    )
    yield f":{name}: {value} <!-- SECRET -->"
    if " " in value:
        yield f":{name}: " + value.replace(" ", "\n  ", 1)
    for place in range(len(name)) if letters else ():
        yield f":{name[:place]}{name[place + 1 :]}: {value}"
        yield f":{name[:place]}{name[place]}{name[place:]}: {value}"

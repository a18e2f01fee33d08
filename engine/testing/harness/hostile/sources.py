"""The sources of a site in which every field and option holds every payload, and of its harmless twin.

Both have the settings of any portfolio.
"""

from collections.abc import Callable
from pathlib import Path

from sphinx_vita.reading.printable import one_line
from sphinx_vita.records import KINDS, Profile, Publication, Value, options_of, written_kinds

from harness.hostile.payloads import BLOCKS, BREAKING, PAYLOADS, SECRET, SECRET_FILE

CONF = """\
project = author = copyright = "Ada Lovelace"
html_baseurl = "https://site.example/"
extensions = ["sphinx_vita"]
html_theme = "furo"
"""
NAMES = list(PAYLOADS)
LONG = "one letter"  # once is enough of it
# Fields of a bibliography that a visitor reads; links have tests of their own.
FIELDS = ("title", "author", "journal", "note", "abstract", "publisher", "abbr", "award", "keywords", "tldr", "volume")
WITH_PAGES = ("script", "end of title", "end of an attribute", "entity", "template", "Typst read", "bidirectional")
ON_PAGES = [kind for kind in written_kinds() if kind != Profile.kind]
# What each way to draw a field is tried on with every payload; the others, drawn by the same code, share them.
WITH_ALL = ("position", "degree", "award", "service", "referee", "person", "talk", "teaching", "news", "skill")
OTHER_VALUES = {Value.DATES: "May 2020 – Jun 2021", Value.LINK: "https://site.example/page"}
TOGETHER = 8  # payloads in one record of Markdown

Write = Callable[[str], str]  # gives what stands in the place of a payload, by its name
Chunk = tuple[str, ...]
SHORT = [name for name in NAMES if name != LONG]
CHUNKS: list[Chunk] = [tuple(SHORT[start : start + TOGETHER]) for start in range(0, len(SHORT), TOGETHER)]


def chunks_of(kind: str) -> list[Chunk]:
    """Give the payloads that records of a kind hold."""
    others = [each for each in ON_PAGES if each not in WITH_ALL]
    return CHUNKS if kind in WITH_ALL else [CHUNKS[others.index(kind) % len(CHUNKS)]]


def hostile(name: str) -> str:
    """Write a payload as it is."""
    return (PAYLOADS[name].written if name in PAYLOADS else "") or BREAKING.get(name, "") or BLOCKS.get(name, "")


def harmless(name: str) -> str:
    """Write a word in the place of any payload."""
    return "harmless"


def begin(name: str) -> str:
    """Give a word that stands before a payload, to find it by."""
    return f"Begin{NAMES.index(name):02}"


def key(name: str) -> str:
    """Give the key of the entry that holds a payload."""
    return f"entry-{NAMES.index(name):02}"


def write_sources(source: Path, write: Write) -> None:
    """Write a site into a new folder, and a file that it must not show beside the folder."""
    source.mkdir(parents=True)
    (source.parent / SECRET_FILE).write_text(SECRET)
    for name, text in _files(write).items():
        path = source / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


def _files(write: Write) -> dict[str, str]:
    toctree = "\n".join(("cv", "publications/index", *(f"research/{kind}" for kind in ON_PAGES)))
    kinds = ", ".join((*ON_PAGES, Publication.kind))
    return {
        "conf.py": CONF,
        "index.md": f"# Home\n\n{_profile(write)}\n```{{toctree}}\n:hidden:\n\n{toctree}\n```\n",
        "cv.md": "---\npdf: cv.pdf\n---\n# The whole CV\n\n:::{contact}\n:::\n\n"
        f":::{{timeline}}\n:kind: {kinds}\n:style: cards\n:::\n",
        "publications/index.md": "# Publications\n\n:::{publications}\n:group: year\n:::\n",
        "publications/publications.bib": "\n".join(_entry(name, write) for name in NAMES) + _broken(write),
        **{f"publications/{key(name)}.md": _own_page(name, write) for name in WITH_PAGES},
        **{f"research/{kind}.md": _page(kind, write) for kind in ON_PAGES},
    }


def _framed(name: str, write: Write) -> str:
    return f"{begin(name)} {write(name)} End"


def _entry(name: str, write: Write) -> str:
    fields = "".join(f"  {field} = {{{_framed(name, write)}}},\n" for field in FIELDS)
    return f"@article{{{key(name)},\n{fields}  year = {{2020}},\n  doi = {{10.1000/{key(name)}}},\n}}\n"


def _broken(write: Write) -> str:
    """Give entries that may be unreadable, each followed by a sound one."""
    rest = "author = {A B}, year = 2001}\n"
    return "".join(
        f"\n@article{{braced-{number}, title = {{x {write(name)} x}}, {rest}"
        f'@article{{quoted-{number}, title = "x {write(name)} x", {rest}'
        f"@article{{sound-{number}, title = {{Sound {number}}}, {rest}"
        for number, name in enumerate(BREAKING)
    )


def _own_page(name: str, write: Write) -> str:
    head = f"# {{pub-title}}`{key(name)}`\n\n:::{{publication}} {key(name)}\n\n"
    return f"{head}{_framed(name, write)}\n:::\n\n## A part\n\nProse with {_framed(name, write)}\n"


def _page(kind: str, write: Write) -> str:
    records = [_record(kind, chunk, write) for chunk in chunks_of(kind)]
    records += [_record(kind, (LONG,), write), _blocks(write)] if kind == "position" else []
    return f"# All of {kind}\n\n" + "\n".join(records)


def _record(kind: str, chunk: Chunk, write: Write) -> str:
    """Write a record whose options of text and whose body hold some payloads."""
    words = " ".join(_framed(name, write) for name in chunk)
    _, *others = options_of(KINDS[kind]).values()
    values = {
        each.name: OTHER_VALUES.get(each.metadata["value"], _option(each.metadata["value"], words)) for each in others
    }
    lines = "".join(f":{name}: {value}\n" for name, value in values.items() if value)
    return f"::::::{{{kind}}} {words}\n{lines}:key: {kind}-{key(chunk[0])}\n\n{words}\n\n- {words}\n::::::\n"


def _option(value: Value, words: str) -> str:
    return _quoted(words) if value in (Value.TEXT, Value.NAMES) else ""


def _quoted(text: str) -> str:
    """Write an option's value so that no sign in it is YAML's."""
    return "'" + text.replace("'", "''") + "'"


def _blocks(write: Write) -> str:
    """Write a record whose body tries what Markdown and its directives can do."""
    blocks = "\n\n".join(f"Before {name}.\n\n{write(name)}\n\nAfter {name}." for name in BLOCKS)
    return f"::::::{{position}} Blocks\n:organization: x\n:dates: 2020\n\n{blocks}\n::::::\n"


def _profile(write: Write) -> str:
    together = " ".join(_framed(name, write) for name in SHORT)
    options = "".join(f":{name}: {_quoted('Ada ' + together)}\n" for name in ("name", "label", "location"))
    return f"::::::{{profile}}\n{options}:email: ada@site.example\n\nAda {together}\n::::::\n"


TITLES = {
    key(name): " ".join(f"{begin(name)} {one_line(words)} End".split())
    for name in NAMES
    if (words := PAYLOADS[name].expected("bib")) is not None
}

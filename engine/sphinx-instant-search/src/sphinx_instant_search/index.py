"""The index as the browser gets it: scripts that are compact lists of lists."""

import json
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx_build_cache.digests import digest

from sphinx_instant_search.entries import PAGE, SECTION, Entry
from sphinx_instant_search.wording import wording

PART = 1_000_000  # letters of a file of texts, about


def files_of(app: Sphinx, entries: Sequence[Entry]) -> dict[str, str]:
    """Write the index of a site: one script, or several where there is much text.

    {"pages": [[address from the root, title, number of the page above or -1]],
     "kinds": [kind],
     "entries": [[number of page, anchor, number of kind, title, names, text]],
     "first": [number of entry: what is shown before anything is asked for],
     "texts": [file]}

    The title of a whole page stands with the page only. Empty strings at the end of an entry are left out. Of a site
    with more than `instant_search_full_text` letters of text the texts come in files of their own, loaded by need:
    [[number of entry, text]].
    """
    numbers = {docname: number for number, docname in enumerate(in_reading_order(app.env))}
    kinds = sorted({entry.kind for entry in entries})
    texts = ["\n".join(block.text for block in entry.blocks if not block.is_name) for entry in entries]
    size = sum(len(block.text) for entry in entries for block in entry.blocks if not block.is_name)
    files = _parts(texts) if size > app.config.instant_search_full_text else {}
    shown = [""] * len(texts) if files else texts
    rows = (_row(entry, numbers[entry.docname], kinds, text) for entry, text in zip(entries, shown, strict=True))
    index = {
        "pages": _pages(app, entries, numbers),
        "kinds": _labels(kinds),
        "entries": list(rows),
        "first": _first(app, entries),
        **({"texts": [f"{name}?v={digest(text, 8)}" for name, text in files.items()]} if files else {}),
    }
    return {"index.js": f"paletteIndex={_compact(index)}\n", **files}


def _parts(texts: Sequence[str]) -> dict[str, str]:
    """Write the texts into files by their order."""
    parts: dict[int, list[tuple[int, str]]] = {}
    size = 0
    for number, text in enumerate(texts):
        if text:
            parts.setdefault(size // PART, []).append((number, text))
            size += len(text)
    return {f"texts-{part + 1}.js": f"paletteTexts={_compact(rows)}\n" for part, rows in parts.items()}


def _compact(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _labels(kinds: Sequence[str]) -> list[str]:
    """Name the kinds in the language of the site; domains have named their own."""
    words = wording()
    own = {PAGE: words["page"], SECTION: words["section"]}
    return [own.get(kind, kind) for kind in kinds]


def _pages(app: Sphinx, entries: Sequence[Entry], numbers: dict[str, int]) -> list[list[Any]]:
    titles = {entry.docname: entry.title or entry.docname for entry in entries if not entry.anchor}
    parents = {docname: relations[0] for docname, relations in app.env.collect_relations().items()}
    rows: list[list[Any]] = []
    for docname in numbers:
        above = parents.get(docname) or _index_of_folder(app.env, docname)
        rows.append([app.builder.get_target_uri(docname), titles[docname], numbers.get(above, -1)])
    return rows


def _first(app: Sphinx, entries: Sequence[Entry]) -> list[int]:
    """Choose the pages right below the first one, then what the domains hold important."""
    main = app.env.toctree_includes.get(app.config.root_doc, ())
    places = {entry.docname: number for number, entry in enumerate(entries) if not entry.anchor}
    important = [number for number, entry in enumerate(entries) if entry.is_important]
    return list(dict.fromkeys([*(places[docname] for docname in main if docname in places), *important]))


def _row(entry: Entry, page: int, kinds: Sequence[str], text: str) -> list[Any]:
    names = "\n".join(block.text for block in entry.blocks if block.is_name)
    row = [page, entry.anchor, kinds.index(entry.kind), entry.title if entry.anchor else "", names, text]
    while row[-1] == "":
        row.pop()
    return row


def in_reading_order(env: BuildEnvironment) -> list[str]:
    """List all pages: first those of the tables of contents, in their order, then the others by name."""
    read: dict[str, None] = {}

    def read_on(docname: str) -> None:
        if docname in env.found_docs and docname not in read:
            read[docname] = None
            for child in env.toctree_includes.get(docname, ()):
                read_on(child)

    read_on(env.config.root_doc)
    return [*read, *sorted(env.found_docs - read.keys())]


def _index_of_folder(env: BuildEnvironment, docname: str) -> str:
    """Find the page above one that no table of contents has; "" where there is none."""
    for folder in PurePosixPath(docname).parents:
        for above in (str(folder / "index"), str(folder)):
            if above in env.found_docs and above != docname:
                return above
    return ""

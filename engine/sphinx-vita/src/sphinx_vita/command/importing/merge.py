"""New content put into the files that a site has: behind what stands there, nothing of it changed."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from sphinx_vita.command.sources import read_assets
from sphinx_vita.imports.drafts import Imported, Leftover
from sphinx_vita.imports.site import BIBLIOGRAPHY, INBOX, inbox, site_of
from sphinx_vita.imports.source_files import paths_of

_HEADING = re.compile(r"\A# .*\n+")
_BY_THE_OWNER = ("index.md", "cv.md", "publications/index.md")  # their order is the owner's


def merged(imported: Imported, present: Mapping[str, str]) -> dict[str, str]:
    """Return the files to write: pages that are new, and those that get more at their end."""
    imported = _without_present(imported, present)
    new = site_of(replace(imported, loose=()))
    written: dict[str, str] = {}
    for path, text in new.items():
        if path in _BY_THE_OWNER and path in present:
            continue
        if path == INBOX:
            continue
        written[path] = _behind(present[path], text) if path in present else text
    if imported.leftovers:
        waiting = [each for each in imported.leftovers if each.text.replace("```", "'''") not in present.get(INBOX, "")]
        if waiting:
            written[INBOX] = _behind(present[INBOX], inbox(waiting)) if INBOX in present else inbox(waiting)
    return written


def new_assets(source: Path, imported: Imported, present: Mapping[str, str]) -> dict[str, bytes]:
    """Return the pictures and files that the site has not yet."""
    there = paths_of(present)
    return read_assets(source, {new: old for new, old in imported.assets.items() if new not in there})


def _without_present(imported: Imported, present: Mapping[str, str]) -> Imported:
    """Leave out what all entries share, where it is there, and tell of redirects that conf.py lacks."""
    head = imported.bibliography_head if imported.bibliography_head not in present.get(BIBLIOGRAPHY, "") else ""
    lines = [
        f'"{old}": "{new}",' for old, new in imported.redirects.items() if f'"{old}"' not in present.get("conf.py", "")
    ]
    told = Leftover(
        text="\n".join(lines),
        reason="addresses that were public; write them into 'redirects' in conf.py",
        place="conf.py",
    )
    loose = (*imported.loose, told) if lines else imported.loose
    return replace(imported, bibliography_head=head, loose=loose)


def _behind(before: str, text: str) -> str:
    """Put the content of a page, without its title, behind another."""
    added = text if text.startswith("%") and BIBLIOGRAPHY else _HEADING.sub("", text)
    return before.rstrip("\n") + "\n\n" + added.lstrip("\n")

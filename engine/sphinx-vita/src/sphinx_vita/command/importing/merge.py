"""New content put into the files that a site has: behind what stands there, nothing of it changed."""

import re
from collections.abc import Mapping
from dataclasses import replace

from sphinx_vita.imports.drafts import Imported
from sphinx_vita.imports.site import BIBLIOGRAPHY, INBOX, inbox, site_of

_HEADING = re.compile(r"\A# .*\n+")
_BY_THE_OWNER = ("index.md", "cv.md", "publications/index.md")  # their order is the owner's


def merged(imported: Imported, present: Mapping[str, str]) -> dict[str, str]:
    """Return the files to write: pages that are new, and those that get more at their end."""
    new = site_of(replace(imported, loose=()))
    written: dict[str, str] = {}
    for path, text in new.items():
        if path in _BY_THE_OWNER and path in present:
            continue
        if path == INBOX:
            continue
        written[path] = _behind(present[path], text) if path in present else text
    if imported.leftovers:
        waiting = [each for each in imported.leftovers if each.text not in present.get(INBOX, "")]
        if waiting:
            written[INBOX] = _behind(present[INBOX], inbox(waiting)) if INBOX in present else inbox(waiting)
    return written


def _behind(before: str, text: str) -> str:
    """Put the content of a page, without its title, behind another."""
    added = text if text.startswith("%") and BIBLIOGRAPHY else _HEADING.sub("", text)
    return before.rstrip("\n") + "\n\n" + added.lstrip("\n")

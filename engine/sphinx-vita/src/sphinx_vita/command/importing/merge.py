"""New content put into the files that a site has: behind what stands there, nothing of it changed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from sphinx_vita.command.sources import read_assets
from sphinx_vita.imports.drafts import Imported, Leftover
from sphinx_vita.imports.old_sites.source_files import paths_of
from sphinx_vita.imports.site import BIBLIOGRAPHY, INBOX, ORPHAN, bibliography, inbox, pages_of

_HEADING = re.compile(r"\A# .*\n+")
_TOCTREE = re.compile(
    r"^(?P<fence>`{3,}|:{3,})\{toctree\}[^\n]*\n(?P<lines>.*?)(?P<end>^(?P=fence)\s*$)", re.DOTALL | re.MULTILINE
)


def merged(imported: Imported, present: Mapping[str, str]) -> dict[str, str]:
    """Return the files to write: pages that are new, in the contents of the home page, and those that get more."""
    imported = _without_present(imported, present)
    pages = pages_of(imported)
    written = {path: _behind(present[path], text) if path in present else text for path, text in pages.items()}
    if imported.entries:
        path, head = _bibliography_of(present), imported.bibliography_head.strip()
        written[path] = _behind(present.get(path, ""), (f"{head}\n\n" if head else "") + bibliography(imported))
    waiting = [each for each in imported.leftovers if each.text.replace("```", "'''") not in present.get(INBOX, "")]
    if waiting:
        written[INBOX] = _behind(present.get(INBOX, ""), inbox(waiting))
    new = [path.removesuffix(".md") for path in pages if path not in present and not pages[path].startswith(ORPHAN)]
    home = _with_contents(present.get("index.md", ""), new)
    return {**written, "index.md": home} if home else written


def _bibliography_of(present: Mapping[str, str]) -> str:
    """Return the bibliography that a site has, if it has one alone."""
    found = [path for path in present if path.endswith(".bib")]
    return found[0] if len(found) == 1 else BIBLIOGRAPHY


def new_assets(source: Path, imported: Imported, present: Mapping[str, str]) -> dict[str, bytes]:
    """Return the pictures and files that the site has not yet."""
    there = paths_of(present)
    return read_assets(source, {new: old for new, old in imported.assets.items() if new not in there})


def _without_present(imported: Imported, present: Mapping[str, str]) -> Imported:
    """Leave out what all entries share, where it is there, and tell of redirects that conf.py lacks."""
    head = imported.bibliography_head if imported.bibliography_head not in present.get(BIBLIOGRAPHY, "") else ""
    settings = present.get("conf.py", "")
    lines = [f'"{old}": "{new}",' for old, new in imported.redirects.items() if f'"{old}"' not in settings]
    reason = "addresses that were public; write them into 'redirects' in conf.py"
    told = Leftover(text="\n".join(lines), reason=reason, place="conf.py")
    loose = (*imported.loose, told) if lines else imported.loose
    return replace(imported, bibliography_head=head, loose=loose)


def _behind(before: str, text: str) -> str:
    """Put the content of a page, without its title, behind another."""
    added = _HEADING.sub("", text).lstrip("\n")
    return f"{before.rstrip()}\n\n{added}" if before.strip() else text


def _with_contents(home: str, docnames: Iterable[str]) -> str:
    """Put new pages at the end of the contents of the home page; "" where there are none, or no contents."""
    found, names = _TOCTREE.search(home), "".join(f"{name}\n" for name in docnames)
    return home[: found.start("end")] + names + home[found.start("end") :] if found and names else ""

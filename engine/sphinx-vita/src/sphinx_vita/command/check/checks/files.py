"""Files that nothing refers to: in the folders of the site they are forgotten, among the static ones public too."""

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from sphinx.util.matching import Matcher

from sphinx_vita.command.check.findings import Code, Finding, Level
from sphinx_vita.command.check.site import Site
from sphinx_vita.reading.languages import is_tag

UNUSED = Code("files.unused", Level.NOTE, "nothing refers to a picture, document or bibliography of the site")
CODES = (UNUSED,)

_FILES = frozenset(
    ".png .jpg .jpeg .gif .svg .webp .avif .heic .pdf .mp4 .webm .mov .mp3 .zip .csv .xlsx .docx .pptx .bib".split()
)
_TEXTS = frozenset(".css .js .mjs .html .py .toml .yml .yaml .json .typ .csl .tex .svg .ipynb .rst .txt".split())
_BETWEEN = r"[\s/\\'\"`()<>\[\]{},;=|?#]+"  # names of files
_NEVER = ("_build", "node_modules", "__pycache__", "venv", "tests")


def check(site: Site) -> Iterator[Finding]:
    """Look for the name of each file in all that may refer to it."""
    found = list(_found(site))
    named = [name for name in found if Path(name).suffix.lower() in _FILES]
    if not named:
        return
    read = [site.source / name for name in found if Path(name).suffix.lower() in _TEXTS]
    texts = [*site.sources.values(), *(path.read_text("utf-8", "replace") for path in read)]
    words = {word for text in texts for word in re.split(_BETWEEN, text)}
    for name in named:
        base = name.rpartition("/")[2]
        is_named = any(_is_named(each, words, texts) for each in {base, _original(base)})
        if not is_named and name not in site.settings.bibliographies:
            is_static = name.startswith(tuple(f"{folder}/" for folder in site.settings.static))
            public = ", and everybody can open it" if is_static else ""
            message = f"nothing refers to this file{public}; link it, or take it out"
            yield Finding(code=UNUSED, message=message, file=name)


def _is_named(base: str, words: set[str], texts: list[str]) -> bool:
    if re.search(_BETWEEN, base):
        return _is_written(base, texts)
    return not words.isdisjoint((base, quote(base), f"{base.rpartition('.')[0]}.*"))


def _original(base: str) -> str:
    """Return the name of a picture that Sphinx takes another for in one language: `map.png` for `map.zh_CN.png`."""
    stem, _, language = base.rpartition(".")[0].rpartition(".")
    return f"{stem}{PurePosixPath(base).suffix}" if stem and is_tag(language) else base


def _is_written(base: str, texts: list[str]) -> bool:
    """Whether a name with blanks stands anywhere, as it is or as an address has it."""
    return any(base in text or quote(base) in text for text in texts)


def _found(site: Site) -> Iterator[str]:
    """Give the files of the folder, as a build sees it; what is copied as it is has been put there for its address."""
    is_left_out = Matcher(site.settings.left_out)
    for folder, folders, names in os.walk(site.source):
        below = Path(folder).relative_to(site.source).as_posix()
        prefix = "" if below == "." else f"{below}/"
        folders[:] = sorted(
            each for each in folders
            if not each.startswith(".") and each not in _NEVER and not is_left_out(f"{prefix}{each}")
            and Path(folder, each) != site.output
        )  # fmt: skip
        yield from (f"{prefix}{name}" for name in sorted(names) if not is_left_out(f"{prefix}{name}"))

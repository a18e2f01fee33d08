"""The fonts of what is printed: the same on every machine, since those of the machine are never taken.

Typst brings some for Latin, Greek, Cyrillic and Hebrew; packages that one installs and folders of a site bring others.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import typst

from sphinx_vita.exports.scripts import SCRIPTS, east_asian, likely_language

TEXT, OTHER_TEXT = "Libertinus Serif", "New Computer Modern"
CODE = "DejaVu Sans Mono"
_ALL = tuple(family for script in SCRIPTS for family in script.families)
FILES = (".ttf", ".otf", ".ttc", ".otc")


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts at hand: folders, and the families that a site wants to be taken first."""

    folders: tuple[str, ...] = ()
    first: tuple[str, ...] = ()

    @property
    def families(self) -> frozenset[str]:
        """Return the names of all families."""
        return frozenset(font.family for font in _fonts(self.folders))

    def order(self, language: str) -> tuple[str, ...]:
        """Return the families in which a text of a language looks for its letters, one after the other."""
        families = self.families
        own = [family for family in _made_for(language) if family in families]
        first = [family for family in self.first if family in own or family not in _ALL]
        known = [family for family in (*self.first, *_ALL) if family in families]
        rest = sorted(families - {*known, CODE})
        return tuple(dict.fromkeys((*first, TEXT, *own, OTHER_TEXT, *known, *rest, CODE)))

    def shared_language(self, text: str, language: str) -> str:
        """Return the language whose forms the letters have that Chinese, Japanese and Korean share."""
        named = [script.language for script in SCRIPTS[:4] if not set(self.first).isdisjoint(script.families)]
        likely = likely_language(text)
        ready = [each for each in (likely, *(script.language for script in SCRIPTS[:4])) if self.has(each)]
        return next(iter((*filter(None, [east_asian(language)]), *named, *ready, likely)))

    def has(self, language: str) -> bool:
        """Whether a font is at hand that is made for a language."""
        return not self.families.isdisjoint(_made_for(language))

    def is_light(self, language: str) -> bool:
        """Whether the font of a language has no bold letters."""
        families = [family for family in self.order(language) if family in _made_for(language)]
        return bool(families) and _is_light(families[0], self.folders)


def _made_for(language: str) -> tuple[str, ...]:
    return tuple(family for script in SCRIPTS if script.language == language for family in script.families)


@cache
def found(folders: tuple[str, ...]) -> typst.Fonts:
    """Find the fonts of folders and those of Typst; the same folders are searched once."""
    return typst.Fonts(include_system_fonts=False, font_paths=list(folders))


@cache
def _fonts(folders: tuple[str, ...]) -> Sequence[typst.FontInfo]:
    return found(folders).fonts()


@cache
def _is_light(family: str, folders: tuple[str, ...]) -> bool:
    fonts = [font for font in _fonts(folders) if font.family == family]
    files = [Path(font.path) for font in fonts if font.path]
    can_vary = any(b"fvar" in file.read_bytes()[:1024] for file in files)  # among the names of its tables
    return not can_vary and all(font.weight < 600 for font in fonts)


def installed() -> tuple[str, ...]:
    """Return the folders of the packages of fonts that are installed."""
    names = dict.fromkeys(script.package for script in SCRIPTS if script.package)
    specs = [find_spec(name) for name in names]
    return tuple(str(place) for spec in specs if spec for place in spec.submodule_search_locations or ())


def files_of(folders: Iterable[str]) -> list[Path]:
    """Return the files of fonts that lie in folders."""
    paths = (path for folder in folders for path in Path(folder).rglob("*"))
    return sorted(path for path in paths if path.suffix.lower() in FILES and path.is_file())

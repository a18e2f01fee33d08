"""The fonts of a site: those of installed packages, and what `vita_fonts` names."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

from sphinx_vita.exports.fonts import CODE, Fonts, files_of, installed
from sphinx_vita.exports.scripts import HAN, SCRIPTS, Script, script_of
from sphinx_vita.exports.typst import without_glyph
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.sphinx.problems import warn
from sphinx_vita.sphinx.settings import place_of_setting

_SHOWN = 20  # characters of a script that a warning names


def fonts_of(app: Sphinx) -> Fonts:
    """Return the fonts that the files of a site are set in."""
    folders = tuple(str(folder) for folder in map(Path(app.srcdir).joinpath, app.config.vita_fonts) if folder.is_dir())
    others = tuple(each for each in app.config.vita_fonts if not Path(app.srcdir, each).is_dir())
    return Fonts((*folders, *installed()), others)


def made_of(fonts: Fonts) -> tuple[object, ...]:
    """Return what tells whether the fonts are those of before: of folders of the site their bytes."""
    packages = installed()
    own = files_of(folder for folder in fonts.folders if folder not in packages)
    return (
        fonts.first,
        [(path.name, path.stat().st_size) for path in files_of(packages)],
        [hashlib.sha256(path.read_bytes()).hexdigest() for path in own],
    )


def check_fonts(app: Sphinx, config: Config) -> None:
    """Warn of what `vita_fonts` names and is neither a folder with fonts nor a family."""
    for each in config.vita_fonts:
        folder, advice = Path(app.srcdir, each), ""
        if folder.is_dir():
            advice = "" if files_of([str(folder)]) else "the folder has no font (.ttf, .otf, .ttc); put one there"
        elif each not in fonts_of(app).families:
            names = ", ".join(sorted(fonts_of(app).families))
            advice = f"it is neither a folder of the site nor a family of fonts; the families are {names}"
        if advice:
            warn(
                Mistake.INVALID_SETTING,
                f"'vita_fonts' names '{each}': {advice}",
                at=place_of_setting(app, "vita_fonts"),
            )


def what_lacks(source: str, unshown: Sequence[str], fonts: Fonts, shared: str) -> str:
    """Tell which characters of a document no font has, or none but that of code, and what brings one."""
    letters = "".join(sorted(character for character in set(source) - set(unshown) if script_of(character)))
    coded = without_glyph(letters, fonts, but=CODE) if letters else []
    if not unshown and not coded:
        return ""
    parts = (
        ("no font has these characters, and the PDF shows '?' for them", unshown),
        ("the only font that has these characters is that of code", coded),
    )
    told = [f"{words}: {_in_words(characters, shared)}" for words, characters in parts if characters]
    extras = sorted({row.extra for row in _by_script([*unshown, *coded], shared) if row.extra})
    install = f"install fonts with pip install 'sphinx-vita[{','.join(extras)}]', or " if extras else ""
    return f"{'; '.join(told)}; {install}put a font that has them into a folder of the site that 'vita_fonts' names"


def _in_words(characters: Sequence[str], shared: str) -> str:
    """Write characters by their scripts, the first of each."""
    return ", ".join(
        f"{row.name} {''.join(some[:_SHOWN])}{f' and {len(some) - _SHOWN} more' if len(some) > _SHOWN else ''}".strip()
        for row, some in _by_script(characters, shared).items()
    )


def _by_script(characters: Sequence[str], shared: str) -> dict[Script, list[str]]:
    """Return characters by their scripts; those of no known one have a script without a name."""
    rows = {row.name: row for row in SCRIPTS} | {HAN: next(row for row in SCRIPTS if row.language == shared)}
    found: dict[Script, list[str]] = {}
    for character in characters:
        name = script_of(character)
        found.setdefault(rows.get(name, Script(name, "")), []).append(character)
    return found

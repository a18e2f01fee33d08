"""The files that Sphinx copies as they are: where each stands in the sources, by its path in the output."""

from collections.abc import Callable, Iterator
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.matching import DOTFILES, Matcher


def static_files(app: Sphinx, builder: StandaloneHTMLBuilder) -> dict[str, Path]:
    """Return every source of the folder `_static`; where two have one name, the one that Sphinx copies last."""
    found: dict[str, Path] = {}
    for folder in reversed(builder.theme.get_theme_dirs()):
        found |= _copied(Path(folder, "static"), DOTFILES)
    excluded = Matcher([*app.config.exclude_patterns, "**/.*"])
    for entry in app.config.html_static_path:
        found |= _copied(Path(app.confdir, entry), excluded)
    for picture in (app.config.html_logo, app.config.html_favicon):
        if picture and "://" not in picture:
            found[Path(picture).name] = Path(app.confdir, picture)
    return found


def extra_files(app: Sphinx) -> dict[str, Path]:
    """Return every source of `html_extra_path` by its path in the output."""
    excluded = Matcher(app.config.exclude_patterns)
    found: dict[str, Path] = {}
    for entry in app.config.html_extra_path:
        found |= _copied(Path(app.confdir, entry), excluded, templates=False)
    return found


def copied_files(app: Sphinx, builder: StandaloneHTMLBuilder) -> set[str]:
    """Name all that Sphinx copies, by the path in the output, with the few files that it makes beside them."""
    made = ["pygments.css", "pygments_dark.css"] if builder.dark_highlighter else ["pygments.css"]
    indexer = getattr(builder, "indexer", None)  # there is none before the first page is written
    if indexer is not None:
        made += [Path(each).name for each in indexer.get_js_stemmer_rawcodes()]
    if app.config.language not in (None, "en"):
        made.append("translations.js")
    return {f"_static/{name}" for name in (*static_files(app, builder), *made)} | extra_files(app).keys()


def _copied(source: Path, excluded: Callable[[str], bool], *, templates: bool = True) -> dict[str, Path]:
    """Return what Sphinx copies of a file or a folder; a template loses the end of its name."""
    if source.is_file():
        files = {source.name: source}
    else:
        files = {name: source / name for name in _files(source, "", excluded)} if source.is_dir() else {}
    return {_target(name): path for name, path in files.items()} if templates else files


def _files(root: Path, below: str, excluded: Callable[[str], bool]) -> Iterator[str]:
    for entry in sorted((root / below).iterdir()):
        name = f"{below}{entry.name}"
        if excluded(f"./{name}" if not below else name):  # as Sphinx asks
            continue
        if entry.is_dir():
            yield from _files(root, f"{name}/", excluded)
        else:
            yield name


def _target(name: str) -> str:
    return name[:-2] if name.lower().endswith("_t") else name

"""What this package knows of the insides of others, where they offer no way in: all of it stands here.

Each piece says what it expects and looks whether that is so. If not, the build goes on without it, and a warning of the
type `vita.internals` says what is missing: another version of a library has come, and this module must follow.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from jinja2 import BaseLoader, Environment
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.config import Config
from sphinx.jinja2glue import BuiltinTemplateLoader, SphinxFileSystemLoader
from sphinx.project import Project
from sphinx.util import logging
from sphinx_build_cache.search_index import ChangedIndexError, forget_unused_words

from sphinx_vita.reading.bibtex.blocks import read_blocks

logger = logging.getLogger(__name__)

# What `page.html` looks for in furo's to put names, landmarks and marks there, and the switches that `furo.css` knows.
OF_FURO = {
    "page.html": (
        'id="__navigation"',
        'id="__toc"',
        '<input type="checkbox" class="sidebar-toggle" name="__navigation"',
        'class="sidebar-drawer"',
        'class="toc-drawer',
        'class="back-to-top',
        'class="skip-to-content',
        'aria-label="Toggle Light / Dark / Auto color theme"',
    ),
    "partials/icons.html": ("<title>Menu</title>",),
    "sidebar/brand.html": ('class="sidebar-brand',),
}

_OPENING = re.compile(r"<html\b(?![^>]*\bdir=)")
# Entries that bibtexparser cannot read, each with a word of what an author is told of it.
OF_BIBTEXPARSER = {
    "@misc{key title = {x}}": "comma",
    "@misc{key, title {x}}": "no '='",
    '@misc{key, title = "x}\n@misc{other,}': "quotation mark",
}
# Where sphinx-copybutton's script takes English, right behind its table of words.
IN_COPYBUTTON = "let locale = 'en'"


class SearchAnchor(str):
    """An anchor that Sphinx's search index keeps in full.

    It would store `kind-key` as "-" and make an anchor of the kind and the title out of that again.
    """

    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, _: object) -> bool:
        return False

    def __ne__(self, _: object) -> bool:
        return True


def is_set(config: Config, name: str) -> bool:
    """Return whether conf.py or the command line sets a value, where the declared default says nothing about that.

    Expects that Sphinx keeps what conf.py says. Without that, whatever is no default counts as set.
    """
    written = getattr(config, "_raw_config", None)
    if not isinstance(written, dict):
        _tell("Sphinx keeps the text of conf.py in another way; a setting that repeats a default counts as not set")
        return name in config.overrides or (name in config and config[name] != config.values[name].default)
    return name in config.overrides or name in written


def say(config: Config, name: str, value: object) -> None:
    """Give a setting a value as if it stood in conf.py, so that the command line still overrules it."""
    written = getattr(config, "_raw_config", None)
    if isinstance(written, dict):
        written[name] = value
        config.__dict__.pop(name, None)  # where it has been asked for already
    elif name not in config.overrides:
        setattr(config, name, value)


class ChosenProject(Project):
    """A project whose pages are read from files that `choose` names: it is handed those that Sphinx has found, by page.

    Expects the two tables of files and pages in Sphinx's. Without them, each file stays a page of its own.
    """

    def __init__(self, project: Project, choose: Callable[[dict[str, str]], dict[str, str]]) -> None:
        super().__init__(project.srcdir, project.source_suffix)
        self.restore(project)
        self._choose = choose

    def discover(self, exclude_paths: Iterable[str] = (), include_paths: Iterable[str] = ("**",)) -> set[str]:
        """Find the files, and choose among them."""
        super().discover(exclude_paths, include_paths)
        found = getattr(self, "_docname_to_path", None)
        if not isinstance(found, dict) or not isinstance(getattr(self, "_path_to_docname", None), dict):
            _tell("Sphinx knows the files of pages in another way; translations beside pages are pages of their own")
            return self.docnames
        chosen = self._choose({page: path.as_posix() for page, path in found.items()})
        self._docname_to_path = {page: Path(file) for page, file in chosen.items()}
        self._path_to_docname = {path: page for page, path in self._docname_to_path.items()}
        self.docnames.clear()
        self.docnames.update(chosen)
        return self.docnames

    def __getstate__(self) -> dict[str, object]:
        """Leave out what chooses: it belongs to one build."""
        return {name: value for name, value in self.__dict__.items() if name != "_choose"}


def known_directives() -> list[str]:
    """Return the directives that extensions have added, for suggestions; none where docutils keeps them otherwise."""
    return sorted(getattr(directives, "_directives", {}))


def is_of_an_author(raw: nodes.raw) -> bool:
    """Return whether HTML was written by an author: what extensions draw themselves has no line in the sources."""
    return raw.line is not None


def add_templates(builder: StandaloneHTMLBuilder, folder: Path, *, is_last: bool = False) -> None:
    """Put templates between those of the site and those of the theme, or behind both.

    Expects Sphinx's loader of templates, with its lists of folders and loaders. A bridge of one's own has neither.
    """
    templates = builder.templates
    if not isinstance(templates, BuiltinTemplateLoader):
        return
    try:
        place = len(templates.loaders) if is_last else templates.templatepathlen
        kind = type(templates.pathchain[0])
        templates.loaders.insert(place, SphinxFileSystemLoader(folder))
        templates.pathchain.insert(min(place, len(templates.pathchain)), kind(folder))
    except (AttributeError, IndexError) as error:
        _tell(f"Sphinx keeps its templates in another way ({error}); those of {folder.name!r} are not used")


class _Turned(BaseLoader):
    """The templates of another loader; whichever opens a page says that it runs from right to left."""

    def __init__(self, loader: BaseLoader) -> None:
        self.loader = loader

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Read a template, and give its `<html>` the direction: themes write that element outside of all blocks."""
        source, path, is_fresh = self.loader.get_source(environment, template)
        return _OPENING.sub('<html dir="rtl"', source, count=1), path, is_fresh


def turn_pages(builder: StandaloneHTMLBuilder) -> None:
    """Let every page say that it runs from right to left, in whatever theme.

    Expects Sphinx's loader of templates with its environment of Jinja. A bridge of one's own has neither.
    """
    environment = getattr(builder.templates, "environment", None)
    if isinstance(environment, Environment) and environment.loader is not None:
        environment.loader = _Turned(environment.loader)
    else:
        _tell('Sphinx keeps its templates in another way; pages lack dir="rtl"')


def check_furo(builder: StandaloneHTMLBuilder) -> None:
    """Warn of markup that furo does not write any more: what the look puts there would be lost without a word."""
    folders = [Path(folder) for folder in builder.theme.get_theme_dirs()]
    for name, expected in OF_FURO.items():
        files = [folder / name for folder in folders if (folder / name).is_file()]
        text = files[0].read_text("utf-8") if files else ""
        for missing in (each for each in expected if each not in text):
            _tell(f"furo's {name} has no {missing!r} any more; the page goes without what belongs there")


def check_libraries(*_: Any) -> None:
    """Warn of words that bibtexparser does not use any more to tell a cause."""
    for entry, cause in OF_BIBTEXPARSER.items():
        if not any(cause in finding.message for finding in read_blocks(entry).findings):
            said = f"bibtexparser tells in other words what is wrong with {entry!r}"
            _tell(f"{said}; do not trust the causes that are told")


def remember_stems(app: Sphinx, *_: Any) -> None:
    """Let the index ask for the stem of a word once for all pages, which have most words in common; Sphinx forgets.

    Expects a method `stem` of the indexer's language. Without one, nothing but time is lost.
    """
    language = getattr(getattr(app.builder, "indexer", None), "lang", None)
    stem = getattr(language, "stem", None)
    if language is not None and callable(stem) and not hasattr(stem, "cache_info"):
        language.stem = cache(stem)


def script_of_copybutton(language: str, words: Mapping[str, str]) -> str:
    """Return the template of sphinx-copybutton's script with the words of another language in its table of them.

    Expects the file in its folder of static files, and in it the line that takes English. Without it, return "".
    """
    spec = find_spec("sphinx_copybutton")
    file = Path(spec.origin if spec and spec.origin else "").with_name("_static") / "copybutton.js_t"
    text = file.read_text("utf-8") if file.is_file() else ""
    if IN_COPYBUTTON not in text:
        _tell("sphinx-copybutton keeps its words in another way; its buttons do not speak the language of the site")
        return ""
    row = f"messages[{json.dumps(language)}] = {json.dumps(words, ensure_ascii=False)}"
    return text.replace(IN_COPYBUTTON, f"{row}\n{IN_COPYBUTTON}")


def name_stemmer(app: Sphinx) -> None:
    """Call the stemmer of a search in Chinese as its script does, without which the page of the search fails.

    Expects that Sphinx takes the script of English for it under another name. Where it does not, nothing is done.
    """
    if app.config.language.startswith("zh"):
        from sphinx.search.zh import SearchChinese

        class Search(SearchChinese):
            language_name = "English"

        if (SearchChinese.js_stemmer_rawcode, SearchChinese.language_name) == ("english-stemmer.js", "Chinese"):
            app.add_search_language(Search)


def forget_words(app: Sphinx) -> Iterator[tuple[str, dict[str, object], str]]:
    """Take the words without pages out of the index that is about to be written; adds no pages.

    They are those of an earlier state of a page, and may tell what has been made private.
    """
    indexer = getattr(app.builder, "indexer", None)
    if indexer is not None:
        try:
            forget_unused_words(indexer)
        except ChangedIndexError as error:
            _tell(f"{error}; words that have been made private may stay in it, so build from an empty output")
    return iter(())


def _tell(message: str) -> None:
    logger.warning(message, type="vita", subtype="internals", once=True)

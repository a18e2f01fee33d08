"""What all small sites of a run have in common, made once."""

import copy
import importlib.metadata
import logging
from collections.abc import Iterator, Mapping
from functools import cache, partial
from importlib import import_module
from typing import Any

import docutils.frontend
import jinja2
import myst_parser.mdit_to_docutils.base
import pytest
import sphinx.builders.html
import sphinx.jinja2glue
import sphinx.registry
import sphinx.theming
import sphinx.util.docutils
import sphinx.util.template
from docutils.frontend import Values
from jinja2.sandbox import SandboxedEnvironment
from sphinx.application import Sphinx, builtin_extensions
from sphinx.locale import translators
from sphinx.util.logging import SphinxLoggerAdapter
from sphinx_vita.sphinx.languages import builds

from harness.warm import run_module


@pytest.fixture(scope="session", autouse=True)
def no_progress() -> Iterator[None]:
    """Have Sphinx make no records of its progress and for those who debug it: nobody reads the 900 of a small build.

    What our own code tells besides warnings is recorded.
    """

    def is_read(adapter: SphinxLoggerAdapter, level: int) -> bool:
        return level >= logging.WARNING or (level >= logging.INFO and "sphinx_vita" in adapter.logger.name)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SphinxLoggerAdapter, "isEnabledFor", is_read)
        yield


@pytest.fixture(scope="session", autouse=True)
def language_of_each_site() -> Iterator[None]:
    """Have each site speak its own language: Sphinx keeps that of the first in a process, names of things too."""
    for name in builtin_extensions:
        import_module(name)  # before the first site: what is named later, is named in its language
    begin = Sphinx._init_i18n

    def begin_anew(app: Sphinx) -> None:
        for namespace, catalog in list(translators):
            if namespace == "general":
                del translators[namespace, catalog]
        begin(app)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Sphinx, "_init_i18n", begin_anew)
        yield


class Templates(SandboxedEnvironment):
    """Compiles each template once, those that are no files too: half of a small build went into that."""

    _codes: dict[tuple[Any, ...], Any] = {}

    def compile(self, source: Any, name: Any = None, *more: Any, **named: Any) -> Any:
        """Compile a template; one without a name is kept by its text."""
        key = (source, *sorted(self.extensions), *more, *named.items())
        if name is not None or not isinstance(source, str):
            return super().compile(source, name, *more, **named)
        if key not in self._codes:
            self._codes[key] = super().compile(source, name, *more, **named)
        return self._codes[key]


@pytest.fixture(scope="session", autouse=True)
def compiled_templates(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[None]:
    """Compile each template once for all small sites of the run."""
    base = tmp_path_factory.getbasetemp()
    cache = (base if worker_id == "master" else base.parent) / "templates"
    cache.mkdir(exist_ok=True)
    environment = partial(Templates, bytecode_cache=jinja2.FileSystemBytecodeCache(str(cache)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sphinx.jinja2glue, "SandboxedEnvironment", environment)
        patch.setattr(sphinx.util.template, "SandboxedEnvironment", environment)
        yield


@pytest.fixture(scope="session", autouse=True)
def known_settings() -> Iterator[None]:
    """Ask docutils once for what it sets if nothing is said, and look once for what is installed."""
    ask = sphinx.util.docutils._get_settings
    known: dict[tuple[type, ...], Values] = {}
    of = cache(docutils.frontend.get_default_settings)

    def settings(*components: Any, defaults: Mapping[str, Any], read_config_files: bool = False) -> Values:
        kinds = tuple(each if isinstance(each, type) else type(each) for each in components)
        if kinds not in known:
            known[kinds] = ask(*components, defaults={})
        made = copy.deepcopy(known[kinds])
        vars(made).update(defaults)
        return made

    with pytest.MonkeyPatch.context() as patch:
        for module in (sphinx.util.docutils, sphinx.builders.html):
            patch.setattr(module, "_get_settings", settings)
        patch.setattr(myst_parser.mdit_to_docutils.base, "get_default_settings", lambda kind: copy.deepcopy(of(kind)))
        for module in (sphinx.registry, sphinx.theming):
            patch.setattr(module, "entry_points", cache(importlib.metadata.entry_points))
        yield


@pytest.fixture(scope="session", autouse=True)
def warm_languages() -> Iterator[None]:
    """Build the other languages of a site in forks of a process that has imported the engine."""

    def run(module: str, order: str) -> tuple[int, str]:
        done = run_module(module, order)
        return done.code, done.answer

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(builds, "run", run)
        yield

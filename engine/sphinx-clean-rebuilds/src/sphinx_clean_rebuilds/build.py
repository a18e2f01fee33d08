"""One build from its start to its end: what to write again, what was written, and what to clear away."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.builders.singlehtml import SingleFileHTMLBuilder
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx_build_cache.builders import builder_of_pages

from sphinx_clean_rebuilds.advice import FailedWrites, advice_for
from sphinx_clean_rebuilds.fingerprints import Fingerprints
from sphinx_clean_rebuilds.internals import functions_of, logger_of_pages
from sphinx_clean_rebuilds.journal import Journal, Line, Watch, tree_argument
from sphinx_clean_rebuilds.others import made_by_others, reads_all, settings_of_others
from sphinx_clean_rebuilds.record import Page, load, record_path, save
from sphinx_clean_rebuilds.seal import Seal
from sphinx_clean_rebuilds.sweep import is_kept, path_of, remove, sweep, times, wanted_files
from sphinx_clean_rebuilds.template_memo import Answers

logger = logging.getLogger(__name__)
OF_VIEWCODE = "_modules/"  # what sphinx.ext.viewcode makes when it is missing, or older than the code
NO_PAGE = ""  # in the journal, of lines about the whole site


class Build:
    """The state of one build; what makes no pages of HTML has none."""

    def __init__(self) -> None:
        self._builder: StandaloneHTMLBuilder | None = None
        self._fingerprints: Fingerprints | None = None
        self._answers: Answers | None = None
        self._is_whole = self._reads_all = False
        self.seal = Seal()

    def start(self, app: Sphinx) -> None:
        """Read what is known of the output folder, and what a build that was stopped has left."""
        self._builder = builder_of_pages(app.builder)
        if self._builder is None:
            return
        self._file = record_path(app, "json")
        self._record = load(self._file)
        self._journal = Journal(record_path(app, "journal"))
        self._stopped = self._journal.lines()
        self._record.files |= set(_files_in(self._stopped, self._builder))
        settings = settings_of_others(app)
        others = made_by_others(app, self.seal.made, self._record.files)
        self._reads_all = bool(others) and self._record.settings not in ("", settings)
        self._record.settings = settings
        for name in sorted(others) if self._reads_all or reads_all(app) else ():
            remove(Path(app.outdir), name, set())
        self._before = times(self._builder, self._record)
        self._filter = FailedWrites(self._note_failure)
        logger_of_pages().addFilter(self._filter)

    def pages_to_read(self, _app: Sphinx, env: BuildEnvironment, *_: object) -> list[str]:
        """Name all pages where others start from nothing: some of them write what they have seen a page of."""
        return sorted(env.all_docs) if self._reads_all else []

    def pages_to_rewrite(self, app: Sphinx, env: BuildEnvironment) -> list[str]:
        """Name the pages that would come out differently now, and those that a stopped build may have left torn."""
        if self._builder is None:
            return []
        self._answers = Answers(env, self._builder)
        for name in sorted({*wanted_files(app, self._builder, self._record)} - self._record.files):
            if not (self._builder.outdir / name).exists():
                self._journal.note(NO_PAGE, "file", name)
        if isinstance(self._builder, SingleFileHTMLBuilder):
            return []
        self._fingerprints = Fingerprints(app, self._builder)
        self._remove_gone(app, self._builder)
        torn = {page for page, _, _ in self._stopped}
        for page in self._record.extra:
            if page.startswith(OF_VIEWCODE) and not self._is_current(page):
                remove(Path(app.outdir), path_of(self._builder, page), set())
        if not self._has_all_but_pages(self._builder, env):
            return sorted(env.all_docs)  # whatever is made with them comes again
        return [page for page in sorted(env.all_docs) if page in torn or not self._is_current(page)]

    def _remove_gone(self, app: Sphinx, builder: StandaloneHTMLBuilder) -> None:
        """Remove pages whose sources are gone before others look what there is."""
        wanted = set(wanted_files(app, builder, self._record))
        for page in self._record.pages.keys() - self._record.extra - app.env.all_docs.keys():
            sources = [f"_sources/{name}" for kind, name in self._record.pages[page].calls if kind == "source"]
            for name in (path_of(builder, page), *sources):
                remove(Path(builder.outdir), name, wanted)

    def _has_all_but_pages(self, builder: StandaloneHTMLBuilder, env: BuildEnvironment) -> bool:
        """Return whether the output was found as it was left; a page alone that is gone is written by Sphinx anyway."""
        has_index = not builder.search or (builder.outdir / builder.searchindex_filename).is_file()
        pages = {path_of(builder, page) for page in env.all_docs}
        return has_index and self.seal.lost is not None and self.seal.lost <= pages

    def _is_current(self, docname: str) -> bool:
        page = self._record.pages.get(docname)
        return page is not None and page.fingerprint == self._fingerprint(docname, page.calls)

    def _fingerprint(self, docname: str, calls: tuple[tuple[str, str], ...]) -> str:
        return self._fingerprints.of(docname, calls) if self._fingerprints else ""

    def watch(
        self, app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _doctree: nodes.document | None
    ) -> None:
        """Note that a page is written, and what its template asks for."""
        if self._builder is None or self._answers is None:
            return
        self._journal.note(pagename, "written")
        watch = Watch(self._journal, pagename, self._answers)
        wrappers: dict[str, Callable[[Any], Any]] = {
            "toctree": watch.tree,
            "hasdoc": watch.presence,
            "css_tag": watch.asset,
            "js_tag": watch.asset,
        }
        for name, function in functions_of(context).items():
            context[name] = wrappers[name](function)
        for arguments in app.config.clean_rebuilds_trees:
            self._journal.note(pagename, "tree", tree_argument(arguments))

    def note_source(
        self, _app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _doctree: nodes.document | None
    ) -> None:
        """Note whether the source of a page is published with it."""
        if self._builder is not None and self._builder.copysource and context.get("sourcename"):
            self._journal.note(pagename, "source", context["sourcename"])

    def _note_failure(self, advice: str) -> None:
        self._journal.note(NO_PAGE, "failed", advice)

    def finish(self, app: Sphinx, error: Exception | None) -> None:
        """Remember what has been written and clear away what is left over; after an error, say what to do."""
        self._is_whole = error is None
        if self._builder is not None:
            logger_of_pages().removeFilter(self._filter)
            lines = self._journal.lines()[len(self._stopped) :]
            failures = [advice for _, kind, advice in lines if kind == "failed"]
            for advice in failures:
                logger.error(advice)
                app.statuscode = 1
            self._is_whole = error is None and not failures
            if self._is_whole:
                self._remember(app, self._builder, lines)
            self._journal.close(finished=self._is_whole)
        advice = advice_for(error) if error else ""
        if advice:
            for line in advice.splitlines():
                logger.error(line)
            raise SystemExit("Not built: mend what is listed above and build again.") from None

    def put_seal(self, _app: Sphinx, error: Exception | None) -> None:
        """Seal a build that has done all it should; what another one leaves is not trusted."""
        if self._is_whole and error is None:
            self.seal.put(output=self._record.files if self._builder is not None else None)

    def _remember(self, app: Sphinx, builder: StandaloneHTMLBuilder, lines: list[Line]) -> None:
        """Bring the record up to date with what has been written, and the output with the record."""
        calls: dict[str, set[tuple[str, str]]] = {}
        for page, kind, argument in lines:
            calls.setdefault(page, set()).add((kind, argument))
        record, pages = self._record, app.env.all_docs.keys()
        made = calls.keys() - pages - {NO_PAGE}
        record.extra = made | {page for page in record.extra if is_kept(app, page)}
        for page in record.pages.keys() - pages - record.extra:
            del record.pages[page]
            Path(app.doctreedir, f"{page}.doctree").unlink(missing_ok=True)
        if self._fingerprints is not None:
            self._fingerprints.forget_assets()
        for page in calls.keys() & (pages | made):
            asked = tuple(sorted(calls[page] - {("written", "")}))
            record.pages[page] = Page(self._fingerprint(page, asked), asked)
        sweep(app, builder, record, self._before)
        save(record, self._file)


def _files_in(lines: list[Line], builder: StandaloneHTMLBuilder) -> list[str]:
    """Name the files that a journal tells of."""
    pages = [path_of(builder, page) for page, kind, _ in lines if kind == "written"]
    sources = [f"_sources/{name}" for _, kind, name in lines if kind == "source"]
    return pages + sources + [name for _, kind, name in lines if kind == "file"]

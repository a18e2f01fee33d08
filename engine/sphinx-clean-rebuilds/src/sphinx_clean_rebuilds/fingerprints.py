"""A digest of all that a page shows of the rest of the site; a page whose digest has changed must be written again."""

import hashlib
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from sphinx_clean_rebuilds.assets import static_files
from sphinx_clean_rebuilds.links import shown_links
from sphinx_clean_rebuilds.record import digest
from sphinx_clean_rebuilds.tree import Tree

Calls = tuple[tuple[str, str], ...]


class Fingerprints:
    """The digests of one build, taken when all pages are read and numbered."""

    def __init__(self, app: Sphinx, builder: StandaloneHTMLBuilder) -> None:
        self._app, self._env, self._builder = app, app.env, builder
        self._relations = app.env.collect_relations()
        self._pictures: dict[str, list[tuple[str, str]]] = {}
        for path, (docnames, name) in app.env.images.items():
            for docname in docnames:
                self._pictures.setdefault(docname, []).append((str(path), name))
        self._tree = cache(lambda argument: Tree(app, argument))
        self._title = cache(lambda docname: str(app.env.titles.get(docname, "")))
        self._asset = cache(self._digest_of_asset)
        self._links = shown_links(app)
        self._own = {docname: digest("\n".join(self._shown_always(docname))) for docname in app.env.all_docs}

    def of(self, docname: str, calls: Calls) -> str:
        """Return the digest of a page by what it asked for when it was written last."""
        own = self._own.get(docname, self._of_made)
        return digest("\n".join((own, *(self._answer(docname, *call) for call in calls))))

    @cached_property
    def _of_made(self) -> str:
        """Return what a page shows that an extension has made of no source: it may link to any page."""
        return digest(repr((self._settings, sorted(self._env.all_docs))))

    def forget_assets(self) -> None:
        """Look at files again that have been made since."""
        self._asset.cache_clear()

    def _shown_always(self, docname: str) -> Iterator[str]:
        """Yield what Sphinx hands to the template of each page, and what stands in its text."""
        env = self._env
        yield str(env.all_docs[docname])  # the time of reading: whatever else was read is new
        yield self._settings
        yield from map(self._title, (docname, *self._around(docname)))
        yield repr(sorted(env.toc_secnumbers.get(docname, {}).items()))
        yield repr([(kind, sorted(each.items())) for kind, each in sorted(env.toc_fignumbers.get(docname, {}).items())])
        yield repr(sorted(self._pictures.get(docname, ())))
        yield self._links.get(docname, "")

    def _around(self, docname: str) -> Iterator[str]:
        """Name the page before, the page after, and those above."""
        parent, before, after = self._relations.get(docname, (None, None, None))
        yield from (before or "", after or "")
        seen = {docname}
        while parent and parent not in seen:
            seen.add(parent)
            yield parent
            parent = self._relations.get(parent, (None,))[0]

    @cached_property
    def _settings(self) -> str:
        """Return what all pages show: the settings of the site, and which indices there are."""
        info = self._builder.build_info
        indices = [
            f"{domain.name}-{index.name}"
            for domain in self._env.domains.sorted()
            for index in domain.indices
            if self._app.config.html_domain_indices and index.shortname and index(domain).generate()[0]
        ]
        return repr((info.config_hash, info.tags_hash, indices))

    def _answer(self, docname: str, kind: str, argument: str) -> str:
        if kind == "tree":
            return str(self._tree(argument).shown_on(docname))
        if kind == "page":
            return str(argument in self._env.all_docs)
        return f"{argument} {self._asset(argument)}" if kind == "asset" else argument

    def _digest_of_asset(self, name: str) -> str:
        """Digest the file that Sphinx will put there, or else the one that an extension has made."""
        source = self._sources.get(name, self._builder.outdir / "_static" / name)
        try:
            return hashlib.sha256(source.read_bytes()).hexdigest()
        except OSError:
            return ""

    @cached_property
    def _sources(self) -> dict[str, Path]:
        return static_files(self._app, self._builder)

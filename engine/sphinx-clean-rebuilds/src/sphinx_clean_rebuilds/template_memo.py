"""What the templates of many pages ask and are told alike: the tags of styles and scripts, and the tree of the site."""

from collections.abc import Callable, Hashable
from itertools import chain

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment


class Answers:
    """The answers of one build, once all pages are read; addresses in them hold for the pages of one folder."""

    def __init__(self, env: BuildEnvironment, builder: StandaloneHTMLBuilder) -> None:
        self._builder = builder
        self._known: dict[Hashable, str] = {}
        self._alone = env.all_docs.keys() - {env.config.root_doc, *chain.from_iterable(env.toctree_includes.values())}

    def of_page(self, page: str, question: Hashable, ask: Callable[[], str]) -> str:
        """Return what is known, or else ask."""
        key = (self._builder.get_target_uri(page).rpartition("/")[0], question)
        if key not in self._known:
            self._known[key] = ask()
        return self._known[key]

    def of_tree(self, page: str, question: str, ask: Callable[[], str]) -> str:
        """Do so for pages outside of the tree alone: on others the way to them stands open in it."""
        return self.of_page(page, ("tree", question), ask) if page in self._alone else ask()

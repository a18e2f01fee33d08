"""`{publication} key`: the header of a paper's own page, and `{pub-title}`: its title, for the page's heading."""

from docutils import nodes
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxRole

from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.reading.suggestions import suggest_key
from sphinx_vita.records import Publication
from sphinx_vita.sphinx.config import date_style
from sphinx_vita.sphinx.directives.written import WrittenDirective
from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.problems import warn
from sphinx_vita.sphinx.render.citing import how_to_cite
from sphinx_vita.sphinx.render.inline import text_nodes
from sphinx_vita.sphinx.render.publications import header


class PublicationDirective(WrittenDirective):
    """Shows one entry of the bibliography: its header here, how to cite it at the end of the page."""

    def run(self) -> list[nodes.Node]:
        """Return the header and the citation, which a transform puts at the page's end."""
        key = self.argument
        self.refuse_options("its facts stand in the bibliography")
        publication = find_publication(self.env, key)
        if publication is None:
            warn_unknown(self.env, key, at=self.get_location())
            return []
        domain = vita_domain(self.env)
        domain.data["pages"].setdefault(self.env.docname, []).append(publication.key)
        domain.data["lines"].setdefault(self.env.docname, {})[publication.key] = self.line
        self.env.metadata[self.env.docname].setdefault("orphan", "")  # it is reached from lists, not from the toctree
        cite = how_to_cite(publication)
        self.state.document.note_implicit_target(cite, cite)
        anchor = domain.catalog.anchor(publication)
        shown = self.placed(header(publication, anchor, date_style(self.config), cite=cite["ids"][0]))
        shown["page_title"] = publication.title
        shown["heading"] = nodes.inline("", "", *text_nodes(publication.title)).astext()  # as a title would hold it
        return [shown, *self.parse_body(), cite]


class PublicationTitleRole(SphinxRole):
    """``{pub-title}`key` ``: the title alone, so that a page's heading need not repeat it."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the title as inline nodes; an unknown key stays as it was written."""
        publication = find_publication(self.env, self.text)
        if publication is None:
            warn_unknown(self.env, self.text, at=self.get_location())
            return [nodes.Text(self.text)], []
        return text_nodes(publication.title), []


def find_publication(env: BuildEnvironment, key: str) -> Publication | None:
    """Find a publication for the page that is being read, which is read again when the publication changes."""
    domain = vita_domain(env)
    publication = domain.publications.get(key)
    domain.data["titles"].setdefault(env.docname, {})[key] = domain.digest(key)
    return publication


def warn_unknown(env: BuildEnvironment, key: str, *, at: str) -> None:
    """Warn of a citation key that no bibliography has."""
    known = list(vita_domain(env).publications)
    warn(Mistake.UNKNOWN_ENTRY, f"no bibliography has the key {key!r}; {suggest_key(key, known)}", at=at)

"""The views: `timeline`, `publications`, `contact` and `downloads`, filled when every page has been read."""

from docutils import nodes

from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.reading.view_options import OPTIONS, Query, read_query
from sphinx_vita.records import Profile, Publication
from sphinx_vita.sphinx.directives.written import WrittenDirective
from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.output.downloads import downloads
from sphinx_vita.sphinx.pages.views import listed, view
from sphinx_vita.sphinx.problems import tell
from sphinx_vita.sphinx.render.inline import block


class TimelineDirective(WrittenDirective):
    """Shows the records of chosen kinds, newest first, or the entries written inside it, in their order."""

    known = OPTIONS

    def run(self) -> list[nodes.Node]:
        """Return the entries of the body, or a view to be filled."""
        if self.content:
            for name in self.written:
                message = f"a timeline with entries of its own has no options; take ':{name}:' away, or the entries"
                self.warn(Mistake.UNKNOWN_OPTION, message)
            return [self.placed(block("timeline", *listed(self.parse_body())))]
        if "kind" not in self.written:
            message = "a timeline needs entries inside it, or ':kind:' with kinds of records"
            self.warn(Mistake.MISSING_OPTION, f"{message}, such as 'position, degree'")
            return []
        query, findings = read_query("timeline", self.written, kinds=(), style="cards", line=self.line)
        tell(findings, file=self.file)
        return [self.placed(view(query=query))] if query.kinds else []


class PublicationsDirective(WrittenDirective):
    """Lists publications by a filter, in groups, as a compact list or as cards."""

    known = OPTIONS

    def run(self) -> list[nodes.Node]:
        """Return a view to be filled."""
        if self.argument or self.content:
            message = "publications takes options only; write ':keys:' and the keys to choose single entries"
            self.warn(Mistake.UNKNOWN_VALUE, message)
        kinds = (Publication.kind,)
        query, findings = read_query("publications", self.written, kinds=kinds, style="list", line=self.line)
        tell(findings, file=self.file)
        return [self.placed(view(query=query))]


class ContactDirective(WrittenDirective):
    """Shows how to reach the person, as at the head of a CV."""

    def run(self) -> list[nodes.Node]:
        """Return a view to be filled."""
        self.refuse_options("the facts stand in the profile")
        return [self.placed(view(query=Query(kinds=(Profile.kind,), limit=1)))]


class DownloadsDirective(WrittenDirective):
    """Lists the PDFs and the exports of the site, each with what it is good for."""

    def run(self) -> list[nodes.Node]:
        """Return the place of the list, which is filled once all pages are read."""
        self.refuse_options("it lists all that there is")
        vita_domain(self.env).data["downloads"][self.env.docname] = True
        return [self.placed(downloads())]

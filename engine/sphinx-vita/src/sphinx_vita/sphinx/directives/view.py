"""The views: `timeline`, `publications`, `contact` and `downloads`, filled when every page has been read."""

from collections.abc import Collection

from docutils import nodes

from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.reading.view_options import OPTIONS, Query, read_query
from sphinx_vita.records import Profile, Publication
from sphinx_vita.sphinx.directives.written import WrittenDirective
from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.output.downloads import downloads
from sphinx_vita.sphinx.pages.views import listed, view
from sphinx_vita.sphinx.problems import tell, warn
from sphinx_vita.sphinx.render.inline import block


class TimelineDirective(WrittenDirective):
    """Shows the records of chosen kinds, newest first, or the entries written inside it, in their order."""

    @classmethod
    def option_names(cls, name: str) -> Collection[str]:
        """Return the options of a view."""
        return OPTIONS

    def run(self) -> list[nodes.Node]:
        """Return the entries of the body, or a view to be filled."""
        if self.content:
            for name in self.written:
                message = f"a timeline with entries of its own has no options; take ':{name}:' away, or the entries"
                warn(Mistake.UNKNOWN_OPTION, message, at=self.get_location())
            return [self.placed(block("timeline", *listed(self.parse_body())))]
        if "kind" not in self.written:
            message = (
                "a timeline needs entries inside it, or ':kind:' with kinds of records, such as 'position, degree'"
            )
            warn(Mistake.MISSING_OPTION, message, at=self.get_location())
            return []
        query, findings = read_query("timeline", self.written, kinds=(), style="cards", line=self.line)
        tell(findings, file=self.file)
        return [self.placed(view(query=query))] if query.kinds else []


class PublicationsDirective(WrittenDirective):
    """Lists publications by a filter, in groups, as a compact list or as cards."""

    @classmethod
    def option_names(cls, name: str) -> Collection[str]:
        """Return the options of a view."""
        return OPTIONS

    def run(self) -> list[nodes.Node]:
        """Return a view to be filled."""
        if self.argument or self.content:
            message = "publications takes options only; write ':keys:' and the keys to choose single entries"
            warn(Mistake.UNKNOWN_VALUE, message, at=self.get_location())
        query, findings = read_query(
            "publications", self.written, kinds=(Publication.kind,), style="list", line=self.line
        )
        tell(findings, file=self.file)
        return [self.placed(view(query=query))]


class ContactDirective(WrittenDirective):
    """Shows how to reach the person, as at the head of a CV."""

    def run(self) -> list[nodes.Node]:
        """Return a view to be filled."""
        for name in self.written:
            warn(
                Mistake.UNKNOWN_OPTION,
                f"contact has no option {name!r}; the facts stand in the profile",
                at=self.get_location(),
            )
        return [self.placed(view(query=Query(kinds=(Profile.kind,), limit=1)))]


class DownloadsDirective(WrittenDirective):
    """Lists the PDFs and the exports of the site, each with what it is good for."""

    def run(self) -> list[nodes.Node]:
        """Return the place of the list, which is filled once all pages are read."""
        for name in self.written:
            message = f"downloads has no option {name!r}; it lists all that there is"
            warn(Mistake.UNKNOWN_OPTION, message, at=self.get_location())
        vita_domain(self.env).data["downloads"][self.env.docname] = True
        return [self.placed(downloads())]

"""What a build works out once of the records as they are now, and asks for on every page."""

from dataclasses import dataclass, field

from sphinx_vita.records.portfolio import Portfolio

Body = tuple[str, str, list[str]]  # the title of a page, its text in Typst, the names of what that leaves out


@dataclass(slots=True)
class Memory:
    """Results that hold until a record changes: the domain begins a new one then. Nothing of it is stored."""

    portfolio: Portfolio | None = None  # the same for all exporters
    pdfs: dict[str, str] | None = None  # the pages that are set as PDF too, each with the path of the file
    incomplete: set[str] = field(default_factory=set)  # those that lack something, which the next build tells again
    bodies: dict[str, Body] = field(default_factory=dict)  # what they hold, by page

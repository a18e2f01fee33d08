"""What a build works out once of the records as they are now, and asks for on every page."""

from dataclasses import dataclass, field

from sphinx_vita.records.portfolio import Portfolio


@dataclass(slots=True)
class Memory:
    """Results that hold until a record changes: the domain begins a new one then. Nothing of it is stored."""

    portfolio: Portfolio | None = None  # the same for all exporters
    pdfs: dict[str, str] | None = None  # the pages that are set as PDF too, each with the path of the file
    bodies: dict[str, tuple[str, str]] = field(default_factory=dict)  # their titles and texts in Typst, by page

"""A picture as the pages of a build show it."""

from dataclasses import dataclass

from sphinx_vita.sphinx.output.pictures.scaling import Variant


@dataclass(frozen=True, slots=True)
class Published:
    """A picture as a page shows it: its files by their paths below the site's root, the best of all at the end."""

    files: tuple[tuple[str, Variant], ...] = ()  # none of a drawing, which is copied as it is
    path: str = ""
    size: tuple[int, int] | None = None
    has_holes: bool = False
    drawing: bytes = b""

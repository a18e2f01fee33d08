"""Where records of a kind go in the files that programs read, as data; the exporters follow it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

RESUME_SECTIONS = (
    *("work", "volunteer", "education", "awards", "certificates", "publications"),
    *("skills", "languages", "interests", "references", "projects"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What each export takes of a kind of record; "" and nothing where it takes none."""

    resume: str = ""  # the section of JSON Resume
    # A property of that section -> the fields of which the first that says something stands there. `period`, `day` and
    # some others are no properties: `exports.resume_properties` makes one or several of each. `type=kind` tells the
    # kinds of a section apart; the one without it is what an item of other programs is taken for.
    resume_properties: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    heading: str = ""  # the heading of the list in llms.txt
    remarks: tuple[str, ...] = ()  # fields that stand in that list beside names, dates and people
    is_news: bool = False  # whether the feed tells of it
    schema_org: str = ""  # the property of schema.org's Person

    @property
    def is_nowhere(self) -> bool:
        """Whether no export takes it."""
        return not (self.resume or self.heading or self.is_news or self.schema_org)


def properties(written: str) -> dict[str, tuple[str, ...]]:
    """Read which property takes which field: one of the same name, another, or the first of several.

    >>> properties("advisors name=organization url=url|video")
    {'advisors': ('advisors',), 'name': ('organization',), 'url': ('url', 'video')}
    """
    pairs = (word.partition("=") for word in written.split())
    return {name: tuple((fields or name).split("|")) for name, _, fields in pairs}

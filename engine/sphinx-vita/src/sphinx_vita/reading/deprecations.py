"""Names that an author wrote for an earlier version and that will go: the one list of them.

A name stays here for one minor version: it works, where another has its meaning, and is told as `vita.deprecated`.
"""

from dataclasses import dataclass
from enum import StrEnum

from sphinx_vita.reading.mistakes import Finding, Mistake


class Place(StrEnum):
    """Where a name is written."""

    OPTION = "option of a directive"
    SETTING = "setting in conf.py"
    KEY = "key of the front matter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deprecation:
    """One name that will go, such as ``Deprecation(place=Place.KEY, name="print", instead="pdf", ...)``.

    `instead` is the name that has its meaning now; where none has, `advice` says what to write.
    """

    place: Place
    name: str
    since: str  # the first version that tells it
    until: str  # the first version that does not know it any more
    directive: str = ""  # of an option
    instead: str = ""
    advice: str = "take it out"

    @property
    def message(self) -> str:
        """Say since when the name is old, when it goes, and what to write."""
        is_option = self.place is Place.OPTION
        what = f"{self.directive}, option" if is_option else f"the {self.place.value.partition(' ')[0]}"
        sign = " =" if self.place is Place.SETTING else ":"
        shown = f":{self.instead}: ..." if is_option else f"{self.instead}{sign} ..."
        advice = f"write '{shown}'" if self.instead else self.advice
        return f"{what} '{self.name}' is deprecated since {self.since} and will not be known in {self.until}; {advice}"

    def finding(self, line: int) -> Finding:
        """Give the finding for a name that is written in a line."""
        return Finding(Mistake.DEPRECATED, self.message, line)


DEPRECATIONS: tuple[Deprecation, ...] = ()


def deprecated(place: Place, directive: str = "") -> dict[str, Deprecation]:
    """Give the names that will go, of a place and of a directive where they are options."""
    return {each.name: each for each in DEPRECATIONS if (each.place, each.directive) == (place, directive)}

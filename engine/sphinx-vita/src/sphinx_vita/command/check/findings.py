"""What a check can find, and what it has found where."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How bad a finding is; errors and warnings fail the check, notes do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding: the name by which it is accepted, its level, and what it means."""

    name: str
    level: Level
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to mend: what is wrong and what to do, in the source where that is known, and on the page."""

    code: Code
    message: str
    file: str = ""  # the source, below the folder of the site
    line: int = 0  # counted from 1; 0 where it is not known
    page: str = ""  # the page or file of the output
    reason: str = ""  # why the owner accepts it; "" where he does not

    @property
    def fails(self) -> bool:
        """Whether the finding fails the check."""
        return self.code.level is not Level.NOTE and not self.reason

    @property
    def where(self) -> str:
        """Give the place as an editor opens it, `file:line`; the page where there is no source."""
        if self.file:
            return f"{self.file}:{self.line}" if self.line else self.file
        return self.page


def in_order(findings: list[Finding]) -> list[Finding]:
    """Sort findings: errors first, then by place."""
    levels = list(Level)
    return sorted(findings, key=lambda each: (levels.index(each.code.level), each.file, each.line, each.page,
                                              each.code.name, each.message))  # fmt: skip

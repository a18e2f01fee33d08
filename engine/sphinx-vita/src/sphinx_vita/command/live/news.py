"""What the open pages are told: where the site stands, and what is to be mended."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from threading import Condition
from typing import Any

from sphinx_vita.command.live.words import MOST
from sphinx_vita.locale import ngettext

OUTPUT = "html"  # the folder of the pages, below that of a build


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something to mend: what is wrong and what to write instead, and where."""

    message: str
    file: str = ""  # below the folder of the site
    line: int = 0  # counted from 1; 0 where it is not known
    code: str = ""  # the type of a warning, such as `vita.unknown_option`

    @property
    def where(self) -> str:
        """Give the place as an editor opens it, `file:line`."""
        return f"{self.file}:{self.line}" if self.file and self.line else self.file


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a build gave; one that failed leaves the pages as they were."""

    problems: tuple[Problem, ...] = ()
    pages: Mapping[str, str] = field(default_factory=dict)  # source below the site -> address of its page
    failed: bool = False


def as_line(outcome: Outcome) -> str:
    """Write an outcome as one line of JSON."""
    return json.dumps(asdict(outcome))


def from_line(line: str) -> Outcome:
    """Read an outcome back."""
    read = json.loads(line)
    return Outcome(**read | {"problems": tuple(Problem(**each) for each in read["problems"])})


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """Where the site stands."""

    state: str  # names what is served: a page that was served in another state is loaded again
    building: bool = False
    failed: bool = False
    problems: tuple[Problem, ...] = ()
    pages: Mapping[str, str] = field(default_factory=dict)
    show: str = ""  # the page that was saved last

    def as_json(self) -> str:
        """Write what a page has to know; a problem tells the address of its page."""
        problems: list[dict[str, Any]] = [
            {"where": each.where, "message": each.message, "code": each.code, "page": self.pages.get(each.file, "")}
            for each in self.problems
        ]
        over = len(problems) - MOST
        told = {"state": self.state, "building": self.building, "failed": self.failed, "show": self.show}
        more = ngettext("… and {} more, on the terminal", "… and {} more, on the terminal", over) if over > 0 else ""
        words = {"warnings": ngettext("{} warning", "{} warnings", len(problems)), "more": more}
        return json.dumps(told | words | {"problems": problems})


class Board:
    """Where the latest news hang; readers in other threads wait for newer ones."""

    def __init__(self, news: News) -> None:
        self.news = news
        self.number = 0
        self.is_closed = False
        self._changed = Condition()

    def post(self, news: News) -> None:
        """Put news in the place of the old."""
        with self._changed:
            self.news = news
            self.number += 1
            self._changed.notify_all()

    def close(self) -> None:
        """Let all readers go."""
        with self._changed:
            self.is_closed = True
            self._changed.notify_all()

    def after(self, number: int, seconds: float) -> tuple[int, News]:
        """Wait until there are news after those with this number, or for so long; return the latest."""
        with self._changed:
            self._changed.wait_for(lambda: self.number > number or self.is_closed, seconds)
            return self.number, self.news

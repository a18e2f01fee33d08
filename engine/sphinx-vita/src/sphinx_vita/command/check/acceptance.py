"""What the owner accepts, in one place and with a reason: `[tool.sphinx-vita.check]` in pyproject.toml.

[tool.sphinx-vita.check]
accept = [{code = "links.broken", where = "research/*.md", reason = "the other half of the site is made elsewhere"}]
"""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from sphinx_vita.command.check.findings import Code, Finding, Level

UNUSED = Code("accept.unused", Level.NOTE, "what is accepted no longer occurs")
INVALID = Code("accept.invalid", Level.ERROR, "what is accepted cannot be read, or has no reason")
CODES = (UNUSED, INVALID)

_FILE = "pyproject.toml"


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One row: findings of a code, at a place that may hold `*`, for a reason."""

    code: str
    where: str
    reason: str
    line: int

    def covers(self, finding: Finding) -> bool:
        """Whether a finding is accepted by this row; its place is the source, with or without a line, or the page."""
        places = (finding.where, finding.file, finding.page)
        return fnmatchcase(finding.code.name, self.code) and any(fnmatchcase(each, self.where) for each in places)


def read_acceptances(folder: Path) -> tuple[list[Acceptance], list[Finding]]:
    """Read the rows of a site, and tell of those that cannot count."""
    path = folder / _FILE
    text = path.read_text("utf-8") if path.is_file() else ""
    try:
        tools = tomllib.loads(text).get("tool", {})
    except tomllib.TOMLDecodeError as error:
        return [], [Finding(code=INVALID, message=f"this is no TOML: {error}", file=_FILE)]
    rows = tools.get("sphinx-vita", {}).get("check", {}).get("accept", [])
    accepted: list[Acceptance] = []
    wrong: list[Finding] = []
    for row in rows:
        words = {name: str(row.get(name, "")).strip() for name in ("code", "where", "reason")} if _is_row(row) else {}
        line = _line(text, words)
        if all(words.get(name) for name in ("code", "where", "reason")):
            accepted.append(Acceptance(**words, line=line))
        else:
            message = f"{row!r} is not accepted; write {{code = '...', where = '...', reason = '...'}} with all three"
            wrong.append(Finding(code=INVALID, message=message, file=_FILE, line=line))
    return accepted, wrong


def apply(findings: Iterable[Finding], accepted: list[Acceptance], asked: Iterable[str]) -> Iterator[Finding]:
    """Give each finding its reason, and tell of the rows that none of the checks asked for needs any more."""
    used: set[Acceptance] = set()
    for finding in findings:
        row = next((each for each in accepted if each.covers(finding)), None)
        used |= {row} if row else set()
        yield replace(finding, reason=row.reason) if row else finding
    checks = set(asked)
    for row in accepted:
        if row not in used and any(fnmatchcase(check, row.code.partition(".")[0]) for check in checks):
            message = f"{row.code} at {row.where} no longer occurs; take the row out"
            yield Finding(code=UNUSED, message=message, file=_FILE, line=row.line)


def _is_row(row: Any) -> bool:
    return isinstance(row, dict)


def _line(text: str, words: dict[str, str]) -> int:
    """Return the line of a row: the first that holds most of its words."""
    counts = [sum(word in line for word in words.values() if word) for line in text.split("\n")]
    best = max(counts, default=0)
    return counts.index(best) + 1 if best else 0

"""What was found, for a reader and for a program."""

import json
import textwrap
from collections.abc import Iterator, Sequence

from sphinx_vita.command.check.findings import Finding, Level
from sphinx_vita.locale import _, ngettext

_LEAST_WIDTH, _MOST_WIDTH = 40, 100  # columns of a terminal that lines are broken for
_MOST_PLACES = 3  # that are named of what is wrong alike in many


def as_table(findings: Sequence[Finding], pages: int, width: int = 0) -> str:
    """Write the findings, a line for each and what was accepted below, and last how many there are.

    `width` is that of the terminal, 0 for none: messages are then as long as they are.
    """
    open_, accepted = [each for each in findings if not each.reason], [each for each in findings if each.reason]
    rows = list(_rows(open_))
    places = min(44, max((len(row[0]) for row in rows), default=0))
    lines = [
        f"{where:<{places}}  {level:<7}  {code}\n{_indented(message, width)}" for where, level, code, message in rows
    ]
    words = _("accepted: {code} at {where}: {reason}")
    lines += [words.format(code=each.code.name, where=each.where, reason=each.reason) for each in accepted]
    return "\n".join([*lines, summary(findings, pages)])


def summary(findings: Sequence[Finding], pages: int) -> str:
    """Say in one line how many findings there are."""
    counts = {level: sum(each.code.level is level and not each.reason for each in findings) for level in Level}
    accepted = sum(bool(each.reason) for each in findings)
    rows = [
        (counts[Level.ERROR], ngettext("{} error", "{} errors", counts[Level.ERROR])),
        (counts[Level.WARNING], ngettext("{} warning", "{} warnings", counts[Level.WARNING])),
        (counts[Level.NOTE], ngettext("{} note", "{} notes", counts[Level.NOTE])),
        (accepted, ngettext("{} accepted", "{} accepted", accepted)),
    ]
    found = ", ".join(words for count, words in rows if count) or _("Nothing to mend")
    checked = ngettext("{} page was checked.", "{} pages were checked.", pages)
    return f"{found}: {checked}"


def as_json(findings: Sequence[Finding], pages: int) -> str:
    """Write the findings for a program."""
    rows = [
        {
            "code": each.code.name, "level": each.code.level.value, "file": each.file, "line": each.line,
            "page": each.page, "message": each.message, "accepted": each.reason or None,
        }
        for each in findings
    ]  # fmt: skip
    return json.dumps({"version": 1, "pages": pages, "findings": rows}, indent=2, ensure_ascii=False)


def _indented(message: str, width: int) -> str:
    """Indent a message; addresses and paths stay in one piece, so that they can be clicked."""
    if width < _LEAST_WIDTH:
        return f"    {message}"
    lines = textwrap.wrap(message, min(width, _MOST_WIDTH) - 4, break_long_words=False, break_on_hyphens=False)
    return textwrap.indent("\n".join(lines), "    ")


def _rows(findings: Sequence[Finding]) -> Iterator[tuple[str, str, str, str]]:
    """Give place, level, code and message; what is wrong alike in many places is told once."""
    alike: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        alike.setdefault((finding.code.name, finding.message), []).append(finding)
    for group in alike.values():
        first = group[0]
        yield first.where or _("the site"), first.code.level.value, first.code.name, f"{first.message}{_also(group)}"


def _also(group: list[Finding]) -> str:
    """Say on which pages it is, and where else."""
    first = group[0]
    where = [each.page if each.where == first.where else each.where for each in group]
    named = [place for place in dict.fromkeys(where) if place and place != first.where and place not in first.message]
    if not named:
        return ""
    more = len(named) - _MOST_PLACES
    others = ngettext(" and {} more", " and {} more", more) if more > 0 else ""
    return f" ({', '.join(named[:_MOST_PLACES])}{others})"

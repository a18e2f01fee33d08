"""What was found, for a reader and for a program."""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from sphinx_vita.command.check.findings import Finding, Level

_MOST_PLACES = 2  # of one finding that stands on many pages


def as_table(findings: Sequence[Finding], pages: int) -> str:
    """Write the findings, a line for each and what was accepted below, and last how many there are."""
    open_, accepted = [each for each in findings if not each.reason], [each for each in findings if each.reason]
    rows = list(_rows(open_))
    width = min(44, max((len(row[0]) for row in rows), default=0))
    lines = [f"{where:<{width}}  {level:<7}  {code}\n    {message}" for where, level, code, message in rows]
    lines += [f"accepted: {each.code.name} at {each.where}: {each.reason}" for each in accepted]
    return "\n".join([*lines, summary(findings, pages)])


def summary(findings: Sequence[Finding], pages: int) -> str:
    """Say in one line how many findings there are."""
    counts = {level: sum(each.code.level is level and not each.reason for each in findings) for level in Level}
    said = [f"{count} {level.value}{'s' * (count != 1)}" for level, count in counts.items() if count]
    accepted = sum(bool(each.reason) for each in findings)
    said += [f"{accepted} accepted"] if accepted else []
    return f"{', '.join(said) or 'Nothing to mend'}: {pages} pages were checked."


def as_json(findings: Sequence[Finding], pages: int) -> str:
    """Write the findings for a program."""
    rows = [
        {
            "code": each.code.name,
            "level": each.code.level.value,
            "file": each.file,
            "line": each.line,
            "page": each.page,
            "message": each.message,
            "accepted": each.reason or None,
        }
        for each in findings
    ]
    return json.dumps({"version": 1, "pages": pages, "findings": rows}, indent=2, ensure_ascii=False)


def _rows(findings: Sequence[Finding]) -> Iterator[tuple[str, str, str, str]]:
    """Give place, level, code and message; what is wrong alike on many pages is told once."""

    def alike(finding: Finding) -> tuple[str, str]:
        return finding.code.name, finding.message

    first = {alike(each): place for place, each in reversed(list(enumerate(findings)))}
    for _, same in groupby(sorted(findings, key=lambda each: first[alike(each)]), key=alike):
        group = list(same)
        shown = group if len(group) <= _MOST_PLACES else group[:1]
        for each in shown:
            more = f" (and at {len(group) - 1} more places)" if each is group[0] and len(shown) < len(group) else ""
            on = f" (on {each.page})" if each.file and each.page and each.page not in each.message and not more else ""
            yield each.where or "the site", each.code.level.value, each.code.name, f"{each.message}{on}{more}"

"""What has changed, told on a terminal, in a pull request, and to a program."""

import json
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

import click

from sphinx_vita.command.diff.changes import Change, Detail, Kind, Subject
from sphinx_vita.command.diff.lines import narrowed

NOTHING = "Nothing public changes."
SIGNS = {Kind.ADDED: "+", Kind.CHANGED: "~", Kind.REMOVED: "-", Kind.EXPOSED: "!", Kind.LOST: "!"}
_COLORS = {Kind.ADDED: "green", Kind.CHANGED: "yellow", Kind.REMOVED: "magenta", Kind.EXPOSED: "red", Kind.LOST: "red"}
_MOST = 8  # details of a change on a terminal; alarming ones are told whole
_MOST_OF_EXPORTS = 3
_LONGEST = 160  # characters of one side there
_MOST_IN_COMMENT, _LONGEST_COMMENT = 40, 60_000  # GitHub takes 65,536 characters
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def summary(changes: Sequence[Change]) -> str:
    """Say in one line how much has changed."""
    counts = [(subject, sum(each.subject is subject for each in changes)) for subject in Subject]
    return ", ".join(f"{subject.value}: {count}" for subject, count in counts if count) or NOTHING


def as_text(changes: Sequence[Change], words: str) -> str:
    """Write the changes for a terminal, in its colors; alarming ones are red."""
    if not changes:
        return f"{NOTHING} ({words})"
    lines = [click.style(f"What changes for the public, {words}", bold=True)]
    for subject, group in _by_subject(changes):
        is_private = subject is Subject.PRIVATE
        lines += ["", click.style(subject.value, bold=True, fg="red" if is_private else None)]
        for change in group:
            lines.append(click.style(f"  {SIGNS[change.kind]} {_plain(change.name)}", fg=_COLORS[change.kind]))
            lines += [f"      {line}" for line in _lines(change)]
    return "\n".join([*lines, "", summary(changes)])


def _lines(change: Change) -> Iterator[str]:
    if change.subject is Subject.EXPORTS and len(change.details) > _MOST_OF_EXPORTS:
        yield _counted(change.details)
        return
    most = len(change.details) if change.is_alarming else _MOST
    for detail in change.details[:most]:
        label, new = f"{_plain(detail.label)}: " if detail.label else "", _plain(detail.new)
        said = new if change.is_alarming else _short(new) if change.kind is Kind.ADDED else _sides(detail)
        yield f"{label}{said}"
    if len(change.details) > most:
        yield f"and {len(change.details) - most} more; --json or --html FILE tells all"


def _counted(details: Sequence[Detail]) -> str:
    """Say how many lines are new, gone or changed: an export repeats what records and pages have told."""
    counts = {
        "new": sum(not each.old for each in details),
        "gone": sum(not each.new for each in details),
        "changed": sum(bool(each.old and each.new) for each in details),
    }
    return f"lines: {', '.join(f'{count} {what}' for what, count in counts.items() if count)}"


def _sides(detail: Detail) -> str:
    """Say what was and what is now, as a reader of one line needs it."""
    if detail.old == detail.new:
        return _short(_plain(detail.new))
    old, new = map(_short, narrowed(_plain(detail.old), _plain(detail.new)))
    return f"{old} → {new}" if old and new else f"new: {new}" if new else f"gone: {old}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def as_markdown(changes: Sequence[Change], words: str) -> str:
    """Write the changes for a pull request: headings, and the details of each change to unfold; text stays text."""
    head = f"### {NOTHING if not changes else 'What changes for the public'}\n\n{_escaped(words)}\n"
    head += f"\n{summary(changes)}\n" if changes else ""
    blocks = []
    for subject, group in _by_subject(changes):
        sign = "🔴 " if subject is Subject.PRIVATE else ""
        blocks.append(f"\n#### {sign}{subject.value}\n")
        blocks += map(_block, group)
    kept, length = [head], len(head)
    for number, block in enumerate(blocks):
        length += len(block)
        if length > _LONGEST_COMMENT:
            kept.append(f"\n… and {len(blocks) - number} blocks more than a comment holds: `sphinx-vita diff`\n")
            break
        kept.append(block)
    return "".join(kept)


def _block(change: Change) -> str:
    title = f"{SIGNS[change.kind]} <code>{_escaped(change.name)}</code> {change.kind.value}"
    if not change.details:
        return f"\n{title}\n"
    details = list(change.details if change.is_alarming else change.details[:_MOST_IN_COMMENT])
    lines = [line for detail in details for line in _marked(detail)]
    more = [f"  and {len(change.details) - len(details)} more"] if len(details) < len(change.details) else []
    ticks = max((len(found) for line in lines for found in re.findall("`+", line)), default=0)
    fence = "`" * max(3, ticks + 1)
    is_open = " open" if change.is_alarming else ""
    text = "\n".join([f"{fence}diff", *lines, *more, fence])
    return f"\n<details{is_open}><summary>{title}</summary>\n\n{text}\n\n</details>\n"


def _marked(detail: Detail) -> Iterator[str]:
    """Write both sides as lines of a patch."""
    label = f"{_plain(detail.label)}: " if detail.label else ""
    for sign, text in (("-", detail.old), ("+", detail.new)):
        if text:
            yield f"{sign} {label}{_plain(text)}"


def as_json(changes: Sequence[Change], base: str) -> str:
    """Write the changes for a program."""
    rows = [
        {
            "subject": each.subject.name.lower(),
            "kind": each.kind.name.lower(),
            "name": each.name,
            "alarming": each.is_alarming,
            "details": [{"label": detail.label, "old": detail.old, "new": detail.new} for detail in each.details],
        }
        for each in changes
    ]
    return json.dumps({"version": 1, "base": base, "changes": rows}, indent=2, ensure_ascii=False)


def _by_subject(changes: Sequence[Change]) -> Iterator[tuple[Subject, list[Change]]]:
    for subject, group in groupby(changes, key=lambda each: each.subject):
        yield subject, list(group)


def _plain(text: str) -> str:
    """Return a text in one line, without what would steer a terminal."""
    return _CONTROL.sub(" ", text)


def _escaped(text: str) -> str:
    """Write a text so that neither HTML nor Markdown nor GitHub's mentions read anything into it."""
    return re.sub(r"[^\w ]|_", lambda match: f"&#{ord(match[0])};", _plain(text))

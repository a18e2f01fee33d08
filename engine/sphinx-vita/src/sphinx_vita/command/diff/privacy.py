"""What was withheld, or stood nowhere, and is public now: mailboxes, numbers, addresses, referees, records."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from sphinx_vita.command.check.checks import privacy
from sphinx_vita.command.check.findings import Finding
from sphinx_vita.command.diff.changes import Change, Detail, Kind, Subject
from sphinx_vita.command.diff.files import Outputs
from sphinx_vita.command.diff.published import Published
from sphinx_vita.command.diff.records import pairs_of
from sphinx_vita.records import Referee

_MAILBOX = re.compile(r"[\w.+-]+@(?:[\w-]+\.)+(?!(?:png|jpe?g|webp|avif|svg|gif|js|css)\b)[^\W\d_]{2,}")
_NUMBER = re.compile(
    r"(?:\btel\b[^:\s]{0,40}:|(?<![\w/+.])(?=\+)|\b(?:tel|telephone|phone|mobile|cell|fax)\b[.:]?\s*)"
    r"(\+?\(?\d[\d\s().\-/\u00a0]{5,}\d)",
    re.IGNORECASE,
)
_READ = (".html", ".pdf", ".txt", ".json", ".vcf", ".atom", ".bib", ".ris")


def compare_privacy(old: Published, new: Published) -> Iterator[Change]:
    """Give everything private that has become public, the withheld first; each value once."""
    outputs = Outputs(old.site, new.site)
    told: set[str] = set()
    yield from _withheld(old, outputs, told)
    yield from _of_records(old, new, told)
    yield from _of_files(outputs, told)


def _withheld(old: Published, outputs: Outputs, told: set[str]) -> Iterator[Change]:
    """Look for what the old sources withhold in the files of today; what had leaked before is no change."""
    if not old.site.private:
        return
    had_leaked = {_place(each) for each in privacy.check(old.site)}
    found: dict[str, list[Finding]] = {}
    for each in privacy.check(replace(old.site, output=outputs.new.output)):
        if _place(each) not in had_leaked:
            found.setdefault(each.where, []).append(each)
    for where, findings in found.items():
        values = [each.value for name, each in old.site.private if f"{name}:{each.line}" == where]
        told |= {_bare(value) for value in values}
        pages = ", ".join(dict.fromkeys(each.page for each in findings))
        details = tuple(Detail("withheld until now", "", value) for value in dict.fromkeys(values))
        yield Change(subject=Subject.PRIVATE, kind=Kind.EXPOSED, name=where,
                     details=(*details, Detail("stands in", "", pages)))  # fmt: skip


def _of_records(old: Published, new: Published, told: set[str]) -> Iterator[Change]:
    """Look for fields by which somebody can be reached and which said something else before, and for new referees."""
    public = {_bare(entry.fields[name]) for entry in old.records for name in entry.contacts}
    for before, after in pairs_of(old.records, new.records):
        if after is None:
            continue
        fresh = [name for name in after.contacts if _bare(after.fields[name]) not in public | told]
        told |= {_bare(after.fields[name]) for name in fresh}
        if fresh or (after.kind == Referee.kind and before is None):
            was = before.fields if before else {}
            details = [Detail(name, was.get(name, ""), after.fields[name]) for name in fresh]
            name = f"{after.kind} {after.name}"
            yield Change(subject=Subject.PRIVATE, kind=Kind.EXPOSED, name=name, details=tuple(details))


def _of_files(outputs: Outputs, told: set[str]) -> Iterator[Change]:
    """Look for mailboxes and telephone numbers anywhere in the files that changed."""
    touched = [path for path in outputs.kinds if path.endswith(_READ)]
    fresh = _contacts(outputs.new.files[path] for path in touched if path in outputs.new.files)
    if fresh := {value: text for value, text in fresh.items() if value not in told}:
        known = _contacts(path for name, path in outputs.old.files.items() if name.endswith(_READ))
        for text in (text for value, text in fresh.items() if value not in known):
            pages = [path for path in touched if path in outputs.new.files and text in _read(outputs.new.files[path])]
            details = (Detail("stands in", "", ", ".join(pages)),)
            yield Change(subject=Subject.PRIVATE, kind=Kind.EXPOSED, name=text, details=details)


def _contacts(files: Iterable[Path]) -> dict[str, str]:
    """Give the mailboxes and numbers of some files as they stand there, by what tells them apart."""
    found: dict[str, str] = {}
    for file in files:
        text = _read(file)
        for value in (*_MAILBOX.findall(text), *_NUMBER.findall(text)):
            found.setdefault(_bare(value), value)
    return found


@lru_cache(maxsize=512)
def _read(file: Path) -> str:
    return privacy.readable(file)


def _place(finding: Finding) -> tuple[str, str]:
    return finding.code.name, finding.where


def _bare(value: str) -> str:
    """Return what tells a mailbox or a number apart, however it is written."""
    is_mailbox = "@" in value or not re.search(r"\d", value)
    return value.lower().strip(". ") if is_mailbox else re.sub(r"\W", "", value.lower())

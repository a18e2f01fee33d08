"""What is proposed for a site: the files as they would be, and what is left to a hand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import Path

from sphinx_vita.command.diff.published import Warned
from sphinx_vita.command.upgrade.edits import Written, edit
from sphinx_vita.command.upgrade.requirement import FILES, raise_requirement
from sphinx_vita.reading.deprecations import Deprecation, Place


@dataclass(frozen=True, slots=True)
class Proposal:
    """The texts of files before and after, by path, and what is to do by hand as `file:line: what`."""

    before: dict[str, str]
    after: dict[str, str]
    by_hand: tuple[str, ...]

    def with_told(self, after: Iterable[Warned], before: Iterable[Warned]) -> "Proposal":
        """Add what a build with the edits warns of, and none without them did."""
        known = {each.message for each in before}
        fresh = [_told(each.file, each.line, each.message) for each in after if each.message not in known]
        return replace(self, by_hand=(*self.by_hand, *fresh))

    @property
    def patch(self) -> str:
        """The edits as git shows them."""
        return "\n".join(line for name in self.after for line in _patch(name, self.before[name], self.after[name]))


def propose(site: Path, warnings: Iterable[Warned], version: str) -> Proposal:
    """Read the files that a build has warned of, and write what it says; what no edit answers is for a hand."""
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    by_hand: list[tuple[str, int, str]] = []
    found: dict[str, list[Written]] = {}
    for each in warnings:
        if each.deprecation and (site / each.file).is_file():
            found.setdefault(each.file, []).append(Written(each.line, deprecation_of(each)))
        else:
            by_hand.append((each.file, each.line, each.message))
    for name, written in found.items():
        before[name] = _text(site / name)
        after[name], left = edit(before[name], written)
        by_hand += [(name, each.line, each.deprecation.message) for each in left]
    for name in FILES:
        if (site / name).is_file():
            before[name] = _text(site / name)
            after[name] = raise_requirement(before[name], version)
    changed = {name: text for name, text in sorted(after.items()) if text != before[name]}
    places = sorted(dict.fromkeys(by_hand))
    return Proposal(before, changed, tuple(_told(*each) for each in places))


def deprecation_of(warned: Warned) -> Deprecation:
    """Return the deprecation that a warning tells of."""
    said = dict(warned.deprecation)
    return Deprecation(place=Place(said.pop("place")), **said)


def _told(file: str, line: int, what: str) -> str:
    return f"{file or 'the site'}{f':{line}' if line else ''}: {what}"


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8")


def _patch(name: str, before: str, after: str) -> Iterator[str]:
    texts = (before.splitlines(), after.splitlines())
    yield from unified_diff(*texts, f"a/{name}", f"b/{name}", lineterm="")

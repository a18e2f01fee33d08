"""The text below the first line of a directive: its options and its body, read so that no slip makes an option prose.

An option is a line `:name: value` directly below the first line; a value goes on in indented lines.
What is meant as an option and stands elsewhere, or lacks a sign, is read all the same and told.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from sphinx_vita.reading.mistakes import Finding, Mistake
from sphinx_vita.reading.suggestions import closest

VISIBILITY = "visibility"
_NAME = r"[A-Za-z_][\w-]*(?:\[[^\]\n:]*\])?"  # with the language of a translation: `title[zh-CN]`
_OPTION = re.compile(rf"\s*:(?P<name>{_NAME}):(?:\s+(?P<value>.*?))?\s*$")
_BROKEN = re.compile(rf"\s*[:：]{{1,2}}\s*(?P<name>{_NAME})\s*[:：]?\s*(?P<value>.*?)\s*$")
_BARE = re.compile(rf"\s*(?:[-*]\s+)?[:：;]?\s*(?P<name>{_NAME})\s*[:：=]\s*(?P<value>.*?)\s*$")
_FENCE = re.compile(r"[\s>]*(?P<marks>:{3,}|`{3,}|~{3,})(?P<info>.*)$")
_COLONS = (":", "：")


@dataclass(slots=True)
class DirectiveText:
    """What a directive says below its first line, and what is wrong with it; lines are counted from 1, as written."""

    options: dict[str, str] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)  # a line for each that is written; those of options are empty
    findings: list[Finding] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)  # of the options

    @property
    def content(self) -> str:
        """The body as text, empty where nothing is written."""
        return "\n".join(self.body) + "\n" if any(line.strip() for line in self.body) else ""

    def tell(self, mistake: Mistake, message: str, line: int) -> None:
        """Add a finding."""
        self.findings.append(Finding(mistake, message, line))

    def take(self, name: str, value: str, line: int) -> None:
        """Take an option; of a repeated one the last stays, but two visibilities withhold all."""
        if name in self.options:
            message = f"the option '{name}' is written twice, and this one is taken; take one of them away"
            self.tell(Mistake.REPEATED_OPTION, message, line)
            if name == VISIBILITY and value != self.options[name]:
                value = "private"
        self.options[name], self.lines[name] = value, line


def read_directive(content: str, known: Collection[str]) -> DirectiveText:
    """Read what stands below the first line of a directive that has the options `known`. Never raises."""
    read = DirectiveText()
    lines = content.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    place = _read_head(lines, known, read)
    _read_body(lines, place, known, read)
    return read


def misplaced_options(content: str, known: Collection[str]) -> list[Finding]:
    """Find the options of any directive that are written twice, or behind a blank line and so not read."""
    read = DirectiveText()
    lines = content.split("\n")
    if content.startswith("---"):
        return []
    for place, line in enumerate(lines):
        option = _OPTION.match(line)
        if not option:
            break
        read.take(option["name"], option["value"] or "", place + 1)
    first = next((place for place, line in enumerate(lines) if line.strip()), 0)
    option = _OPTION.match(lines[first])
    if first and option and option["name"] in known:
        message = f"':{option['name']}:' stands behind a blank line and is no option there; take the blank line out"
        read.tell(Mistake.MISPLACED_OPTION, message, first + 1)
    return read.findings


def close_name(name: str, known: Collection[str]) -> str:
    """Return the option that a name is meant to be: itself, or one that is nearly written so; "" for none."""
    words, bracket, language = name.partition("[")  # a translation of the option
    folded = words.lower().replace("_", "-")
    found = folded if folded in known else closest(folded, known, agreement=0.8)
    return f"{found}{bracket}{language}" if found else ""


def _read_head(lines: list[str], known: Collection[str], read: DirectiveText) -> int:
    """Read the options up to the first line that is none; give the number of their lines."""
    last = ""
    for place, line in enumerate(lines):
        number = place + 1
        if not line.strip() or _FENCE.match(line):
            return place
        if option := _OPTION.match(line):
            last = option["name"]
            read.take(last, _unquoted(option["value"] or "", last, number, read), number)
        elif line.lstrip().startswith(_COLONS) and (broken := _BROKEN.match(line)):
            last = close_name(broken["name"], known) or broken["name"]
            _tell_broken(line, last, broken["value"], number, read)
        elif last and line[:1].isspace():
            read.options[last] += f"\n{line.strip()}"
        elif (bare := _BARE.match(line)) and (name := close_name(bare["name"], known)):
            last = name
            _tell_broken(line, name, bare["value"], number, read)
        else:
            return place
        read.body.append("")
    return len(lines)


def _read_body(lines: list[str], start: int, known: Collection[str], read: DirectiveText) -> None:
    """Read the lines behind the options; those of other directives and of code are left alone."""
    inside = list(_inside_fences(lines[start:]))
    for place, line in enumerate(lines[start:], start):
        option = None if inside[place - start] else _stray_option(line, known)
        if option is None:
            read.body.append(line)
            continue
        name, value = option
        message = (
            f"this looks like the option '{name}' and stands in the text; "
            f"write ':{name}: ...' directly below the first line, without a blank line before it"
        )
        read.tell(Mistake.MISPLACED_OPTION, message, place + 1)
        read.take(name, value, place + 1)
        read.body.append("")


def _stray_option(line: str, known: Collection[str]) -> tuple[str, str] | None:
    """Return name and value of a line of text that was meant as an option."""
    option = _OPTION.match(line) or (line.lstrip().startswith(_COLONS) and _BROKEN.match(line)) or None
    if option and (name := close_name(option["name"], known)):
        return name, option["value"] or ""
    bare = _BARE.match(line)
    if bare and close_name(bare["name"], known) == VISIBILITY and re.match(r"\W*(?:priv|publ)", bare["value"].lower()):
        return VISIBILITY, bare["value"]
    return None


def _inside_fences(lines: list[str]) -> Iterator[bool]:
    """Warn of each line whether it belongs to a fence that opens among the lines."""
    opened: list[str] = []
    for line in lines:
        fence = _FENCE.match(line)
        if fence is None:
            yield bool(opened)
            continue
        yield True
        marks = fence["marks"]
        if opened and not fence["info"].strip() and marks[0] == opened[-1][0] and len(marks) >= len(opened[-1]):
            opened.pop()
        elif not opened or opened[-1][0] == ":":
            opened.append(marks)


def _tell_broken(line: str, name: str, value: str, number: int, read: DirectiveText) -> None:
    message = (
        f"cannot read the option {line.strip()[:60]!r}; write ':{name}: ...', with a blank behind the second colon"
    )
    read.tell(Mistake.BROKEN_OPTION, message, number)
    read.take(name, value, number)


def _unquoted(value: str, name: str, line: int, read: DirectiveText) -> str:
    """Take the quotation marks of YAML off a value; one that is not closed is told."""
    if re.fullmatch(r"'(?:[^']|'')*'", value):
        return value[1:-1].replace("''", "'")
    if re.fullmatch(r'"(?:[^"\\]|\\.)*"', value):
        return re.sub(r'\\(["\\])', r"\1", value[1:-1])  # every other backslash is Markdown's
    if value[:1] in ("'", '"') and value.count(value[0]) == 1:
        message = (
            f"the quotation mark of the option '{name}' is not closed; write {value[0]} at its end, or take it out"
        )
        read.tell(Mistake.BROKEN_OPTION, message, line)
    return value

"""The small language of a view's options: words and those with `not` before them, `field = value`, years, prefixes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sphinx_vita.reading.facets import ANY, FACETS, OTHER, Choice, Vocabulary, fields_of, folded, vocabulary
from sphinx_vita.reading.mistakes import Finding, Mistake
from sphinx_vita.reading.suggestions import did_you_mean

Years = tuple[int, int]  # first and last, both included
FIRST_YEAR, LAST_YEAR = 0, 9999  # of what has no beginning, of what still goes on
_TAGS = ("tag", "keyword", "keywords")  # other names of the facet
_LONGEST_PREFIX = 6  # characters


@dataclass(slots=True)
class ViewWords:
    """Reads the words of one view, and notes what cannot be read."""

    directive: str
    line: int
    kinds: tuple[str, ...] = ()
    findings: list[Finding] = field(default_factory=list)

    def tell(self, message: str, mistake: Mistake = Mistake.UNKNOWN_VALUE) -> None:
        """Note a mistake, named after the directive."""
        self.findings.append(Finding(mistake, f"{self.directive} {message}", self.line))

    def known(self, text: str, words: Vocabulary) -> tuple[str, ...]:
        """Read words of a vocabulary; tell of others."""
        read = (self._known(word, words) for word in cut(text))
        return tuple(word for word in read if word)

    def one_of(self, text: str, allowed: tuple[str, ...], usual: str) -> str:
        """Read a single word of a few."""
        words = self.known(text, Vocabulary({word: word for word in allowed}, allowed, is_open=False))
        return words[0] if words else usual

    def _known(self, word: str, words: Vocabulary) -> str:
        forms = (folded(word), folded(word).removesuffix("s"), re.sub("ses$", "sis", folded(word)))  # also plurals
        name = next((words.names[form] for form in forms if form in words.names), "")
        if name or words.is_open:
            return name or folded(word)
        hint = did_you_mean(
            folded(word),
            [*words.shown, *words.names],
            f"choose from {', '.join(words.shown)}{words.advice.replace('{}', folded(word))}",
        )
        self.tell(f"knows no {folded(word)!r}; {hint}")
        return ""

    def choice(self, facet: str, *texts: str) -> list[Choice]:
        """Read what a facet must be: `song, not talk`; nothing where no word can be read."""
        known, words = vocabulary(facet, self.kinds), [word for text in texts for word in cut(text)]
        for word in words:
            if _MINUS.fullmatch(word):
                self.tell(f"cannot read {word!r} as {facet}; write 'not {word[1:].strip()}'")
        words = [word for word in words if not _MINUS.fullmatch(word)]
        refused = [match[1] for match in map(_NOT.fullmatch, words) if match]
        wanted = self.known(",".join(word for word in words if not _NOT.fullmatch(word)), known)
        unwanted = self.known(",".join(refused), known)
        return [Choice(facet, wanted, unwanted)] if wanted or unwanted else []

    def where(self, text: str) -> Iterator[Choice]:
        """Read what fields must be: `venue = NeurIPS, ICML; slides; not video`."""
        for names, value in clauses(text):
            refused = _NOT.fullmatch(names)
            name = self.facet(refused[1] if refused else names)
            if name and value is None:
                yield Choice(name, unwanted=(ANY,)) if refused else Choice(name, wanted=(ANY,))
            elif name and refused:
                self.tell(f"cannot read {names!r} before '='; write '{name} = not {value}'")
            elif name:
                yield from self.choice(name, value or "")

    def facet(self, written: str) -> str:
        """Read the name of a facet or of a field; "" for an unknown one, which is told."""
        name, fields = folded(written), dict.fromkeys(fields_of(self.kinds))
        if name in FACETS or name in fields:
            return name
        if name in _TAGS:
            return "tags"
        hint = did_you_mean(name, [*FACETS, *fields], f"choose from {', '.join([*FACETS, *fields][:24])}")
        self.tell(f"knows no field {name!r}; {hint}")
        return ""

    def titles(self, facet: str, text: str) -> tuple[tuple[tuple[str, ...], str], ...]:
        """Read which groups come first, and under which titles: `article, chapter = Articles; talk = Invited talks`."""
        pairs = [(self.known(names, _with_other(facet, self.kinds)), title or "") for names, title in clauses(text)]
        return tuple((words, title) for words, title in pairs if words)

    def numbering(self, facet: str, text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
        """Read how a list is numbered, "group" or "through", and the prefixes: `article = J; paper = C`."""
        how, prefixes = "through" if facet in ("none", "year") else "group", []
        for names, prefix in clauses(text):
            word = folded(names)
            if prefix is None and word in _NUMBERINGS:
                how = _NUMBERINGS[word]
            elif len(names if prefix is None else prefix) > _LONGEST_PREFIX:
                message = f"cannot read the numbering {(prefix or names)!r}; write 'through', 'each', 'P' or 'talk = T'"
                self.tell(message)
            elif prefix is None:
                prefixes.append(("", names))
            else:
                prefixes += [(name, prefix) for name in self.known(names, _with_other(facet, self.kinds))]
        return how, tuple(prefixes)

    def years(self, text: str) -> tuple[Years, ...]:
        """Read years and ranges of years, which may be open."""
        found = []
        for part in cut(text):
            match = _YEARS.fullmatch(part)
            first = int(match[1] or FIRST_YEAR) if match else 1
            last = int(match[3] or (LAST_YEAR if match[2] else first)) if match else 0
            if first <= last:
                found.append((first, last))
            else:
                self.tell(f"cannot read the year {part!r}; write '2024', '2020-2024', '2020-' or '-2019'")
        return tuple(found)

    def limit(self, option: str, text: str) -> int | None:
        """Read a whole number from 1 on."""
        if text.isdecimal() and int(text) > 0:
            return int(text)
        if text:
            self.tell(f"cannot read the {option} {text!r}; write a whole number from 1 on")
        return None


_NOT = re.compile(r"not\s+(\S.*)", re.IGNORECASE | re.DOTALL)
_MINUS = re.compile(r"[-!–−~]\s*\w.*", re.DOTALL)  # how other programs leave out
_YEARS = re.compile(r"(?=.*[0-9])([0-9]{4})?(?:\s*([-–]+)\s*([0-9]{4})?)?")
_NUMBERINGS = {"through": "through", "each": "group", "true": "group", "yes": "group"}


def cut(text: str) -> list[str]:
    """Cut a text into words, which are separated by commas."""
    return [part.strip() for part in re.split(r"[,;]", text) if part.strip()]


def clauses(text: str) -> Iterator[tuple[str, str | None]]:
    """Yield the parts of `names = value; names`, each on a line or before a semicolon; None where nothing is equal."""
    for clause in re.split(r"[;\n]", text):
        names, is_equal, value = clause.partition("=")
        if names.strip():
            yield names.strip(), value.strip() if is_equal else None


def _with_other(facet: str, kinds: tuple[str, ...]) -> Vocabulary:
    """Return the words of a facet and the one for what fits nowhere."""
    known = vocabulary(facet, kinds)
    return replace(known, names={**known.names, OTHER: OTHER})

"""What the scripts of a page may bring about there, told from their text; each script is read once."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sphinx.config import Config

from sphinx_light_pages import known_scripts
from sphinx_light_pages.selectors import bare
from sphinx_light_pages.sheet import names_in

_STRING = re.compile(r"\"([^\"\n]*)\"|'([^'\n]*)'|`([^`]*)`")
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_LATER = re.compile(r"\.(?:css|m?js)\b")
_BEFORE = re.compile(r"[\w./-]+$")
_FARTHEST = 200  # letters of a path


@dataclass(frozen=True, slots=True)
class Words:
    """What one script may bring about: what is declared of it, or else the words in its strings.

    `names` are the custom properties that it speaks of, `files` the scripts and sheets that it may load.
    """

    states: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    files: frozenset[str]


NOTHING = Words(frozenset(), frozenset(), frozenset(), frozenset())


class Effects:
    """What all scripts of a page may bring about there."""

    def __init__(self, scripts: Iterable[Words]) -> None:
        self.scripts = tuple(scripts)
        self.names: frozenset[str] = frozenset().union(*(each.names for each in self.scripts))


Needs = Mapping[str, Sequence[str]]  # a word -> what selectors ask for by it


def needs_by_word(needs: Iterable[str]) -> Needs:
    """Put what selectors ask for together by the word that a script would have for it."""
    found: dict[str, list[str]] = {}
    for need in needs:
        found.setdefault(bare(need), []).append(need)
    return found


def brought_about(script: Words, needs: Needs) -> frozenset[str]:
    """Return what a script may bring about of what selectors ask for; `[name]` as a state is any value."""
    by_words = (need for word in script.words & needs.keys() for need in needs[word])
    by_states = (
        need
        for state in script.states
        for need in needs.get(bare(state), ())
        if need == state or (need[0] == "[" and state == f"[{bare(state)}]")
    )
    return frozenset([*by_words, *by_states])


class Scripts:
    """The scripts of an output."""

    def __init__(self, config: Config, text: Callable[[str], str]) -> None:
        self._config = config
        self._text = text
        self._known: dict[str, Words] = {}
        self._always = Words(frozenset(known_scripts.states(known_scripts.ANYWHERE, config) or ()), *[frozenset()] * 3)

    def effects(
        self, paths: Iterable[str], inline: Iterable[str], find: Callable[[Iterable[str]], Iterable[str]]
    ) -> Effects:
        """Return what scripts bring about, also by what they load; `find` gives the paths of names of files."""
        found = [self._always, *(words_of(text, None) for text in inline)]
        waiting = [*paths, *(path for each in found for path in find(each.files))]
        seen: set[str] = set()
        while waiting:
            path = waiting.pop()
            if path not in seen:
                seen.add(path)
                found.append(self._words(path))
                waiting += find(found[-1].files)
        return Effects(found)

    def _words(self, path: str) -> Words:
        if path not in self._known:
            states = known_scripts.states(path, self._config)
            if path.endswith(".css"):
                self._known[path] = Words(frozenset(), frozenset(), names_in(self._text(path)), frozenset())
            elif known_scripts.is_read(path, self._config):
                self._known[path] = words_of(self._text(path), states)
            else:
                self._known[path] = NOTHING
        return self._known[path]


def words_of(text: str, states: Iterable[str] | None) -> Words:
    """Read a script; without `states` that are declared of it, it may bring about every word in its strings."""
    words: set[str] = set()
    if states is None:
        for found in _STRING.finditer(text):
            words.update(_WORD.findall(found[found.lastindex or 0]))
    return Words(frozenset(states or ()), frozenset(words), names_in(text), frozenset(files_in(text)))


def files_in(text: str) -> Iterator[str]:
    """Yield what may be the names of scripts and sheets in a text.

    >>> list(files_in('load("_static/a.css", b.js)'))
    ['_static/a.css', 'b.js']
    """
    for end in _LATER.finditer(text):
        before = _BEFORE.search(text, max(end.start() - _FARTHEST, 0), end.start())
        if before:
            yield before[0] + end[0]

"""The files of a source: the text of those that are read, and the names of all others, such as pictures and PDFs."""

from collections.abc import Iterable, Mapping


class SourceFiles(dict[str, str]):
    """The text files of a source by path; `others` are the paths of what is no text."""

    others: frozenset[str]

    def __init__(self, texts: Mapping[str, str], others: Iterable[str] = ()) -> None:
        super().__init__(texts)
        self.others = frozenset(others)


def paths_of(files: Mapping[str, str]) -> frozenset[str]:
    """Return the paths of all files, text or not."""
    return frozenset(files) | (files.others if isinstance(files, SourceFiles) else frozenset())

"""Two texts compared line by line, and page by page."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from sphinx_vita.command.diff.changes import Detail


def compare_lines(old: Sequence[str], new: Sequence[str], label: str = "") -> Iterator[Detail]:
    """Give what is new, gone or written otherwise; lines that have taken each other's place are told together."""
    for kind, first, behind, new_first, new_behind in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            pairs = zip_longest(old[first:behind], new[new_first:new_behind], fillvalue="")
            yield from (Detail(label, before, after) for before, after in pairs)


def compare_pages(old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]) -> Iterator[Detail]:
    """Compare the lines of two documents whose pages are known: what changed, and which lines stand on another page."""
    before, after = ([(line, page) for page, lines in enumerate(pages, 1) for line in lines] for pages in (old, new))
    if len(old) != len(new):
        yield Detail("pages", str(len(old)), str(len(new)))
    plain, plain_now = [line for line, _ in before], [line for line, _ in after]
    moved: dict[tuple[int, int], list[str]] = {}
    matcher = SequenceMatcher(None, plain, plain_now, autojunk=False)
    for kind, first, behind, new_first, new_behind in matcher.get_opcodes():
        if kind == "equal":
            for (line, page), (_, page_now) in zip(before[first:behind], after[new_first:new_behind], strict=True):
                if page != page_now:
                    moved.setdefault((page, page_now), []).append(line)
            continue
        pairs = zip_longest(before[first:behind], after[new_first:new_behind], fillvalue=("", 0))
        for (was, page), (is_now, page_now) in pairs:
            yield Detail(f"page {page_now or page}", was, is_now)
    for (page, page_now), lines in moved.items():
        what = f"{len(lines)} line{'s' * (len(lines) > 1)}, from {_short(lines[0])}"
        yield Detail("moved", f"page {page}: {what}", f"page {page_now}")


def _short(line: str, most: int = 60) -> str:
    return repr(line if len(line) <= most else f"{line[:most]}…")


def narrowed(old: str, new: str, around: int = 4) -> tuple[str, str]:
    """Return what differs of two texts, with a few words around it; dots stand for what they have alike.

    >>> narrowed("one two three four", "one two 3 four", around=1)
    ('… two three four', '… two 3 four')
    """
    before, after = old.split(), new.split()
    if not before or not after:
        return " ".join(before), " ".join(after)
    shorter = min(len(before), len(after))
    start = next((place for place in range(shorter) if before[place] != after[place]), shorter)
    end = next((place for place in range(shorter - start) if before[-1 - place] != after[-1 - place]), shorter - start)
    return _cut(before, start - around, end - around), _cut(after, start - around, end - around)


def _cut(words: list[str], start: int, end: int) -> str:
    kept = words[max(start, 0) : len(words) - max(end, 0)]
    return " ".join([*(["…"] if start > 0 else []), *kept, *(["…"] if end > 0 else [])])

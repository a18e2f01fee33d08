"""A slip on a page changes nothing, or is told; it never shows a directive as typed, nor what is private."""

import re
from collections import defaultdict
from itertools import chain

import pytest
from harness.sites import PAPER, Site
from harness.slip_walk import RECORDS, VIEWS, record, slips

BLOCKS = {**{kind: record(kind) for kind in RECORDS}, **VIEWS}
# What each page of the walk says of the others, not of its slip.
OF_THE_WALK = ("vita.repeated_profile", "vita.duplicate_key", "docutils")
RAW = re.compile(r":::|```|~~~|\{(?:" + "|".join(BLOCKS) + r")\}|^\s*:[a-z]+:|visibility", re.MULTILINE)


def page(block: str, number: int) -> str:
    """Write a page around a block."""
    return f"# Page\n\nBefore it.\n\n{block}\n\nAfter it.\n".replace("N0", f"N{number}")


def changes(shown: str, number: int) -> str:
    """Give what a page shows as one line, the same for all numbers."""
    return " ".join(shown.replace(f"N{number}", "N0").replace(f"n{number}", "n0").split())


@pytest.mark.parametrize("kind", list(BLOCKS))
def test_a_slip_changes_nothing_or_is_told(site: Site, kind: str) -> None:
    # The others would say the same again: letter by letter, and, in a timeline or outside, on the lines of all kinds.
    letters, shared = kind in ("position", *VIEWS), kind in ("position", "referee", *VIEWS)
    blocks = dict.fromkeys(chain([BLOCKS[kind]], slips(BLOCKS[kind], letters=letters, shared=shared)))
    pages = {f"p{number}.md": page(block, number) for number, block in enumerate(blocks)}

    built = site({**pages}, bib=PAPER, builder="text", silent=False)

    told = defaultdict(list)
    for each in built.told:
        if each.type not in OF_THE_WALK and each.line:
            told[each.file].append(each)
    shown = {name: built.text(name.replace(".md", ".txt")) for name in pages}
    right = changes(shown["p0.md"], 0)
    assert "Before it. " in right
    assert not told["p0.md"]
    for number, (name, source) in enumerate(pages.items()):
        assert "SECRET" not in shown[name], source
        assert "909-0909" not in shown[name], source
        assert not RAW.search(shown[name]), source
        assert told[name] or changes(shown[name], number) == right, source


def test_an_option_that_prose_quotes_as_code_is_prose(site: Site) -> None:
    built = site(page="# Page\n\nWrite `:style: list` for a list.\n")
    assert "Write :style: list for a list." in built.words("page")

"""Invented bibliographies, options and bodies, and how much of them a run of the tests may try.

`make test` tries the same examples each time; `make fuzz` (FUZZ=long) tries new ones for many minutes.
"""

import os
import string
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from sphinx_vita.records import KINDS, options_of

from harness.hostile.payloads import BLOCKS, BREAKING, PAYLOADS

IS_LONG = os.environ.get("FUZZ") == "long"
MORE = 100  # times as many examples in a long run
ALLOWED = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)


def budget(examples: int) -> Callable[[Any], Any]:
    """Decorate a test that tries so many examples, of which each takes as long as it takes."""
    return settings(
        max_examples=examples * (MORE if IS_LONG else 1),
        derandomize=not IS_LONG,
        database=None,
        deadline=None,
        suppress_health_check=[*ALLOWED, HealthCheck.function_scoped_fixture],
    )


SHORT = [payload.written for payload in PAYLOADS.values() if len(payload.written) < 1000]
PIECES = [
    *SHORT,
    *BREAKING.values(),
    "{",
    "}",
    "\\",
    "$",
    "%",
    "&",
    "#",
    "\n\n",
    "\\'",
    '{\\"o}',
    "$x_1$",
    " and ",
    ",",
    "~",
]
# Any text, halves of characters too, and text made of pieces that mean something somewhere.
texts = st.text(st.characters(), max_size=60) | st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=6).map(
    "".join
)
BLOCK_STARTS = ["@article{", "@misc(", "@string{", "@comment{", "@preamble{", "\ufeff", "\r\n"]
WRITTEN = """title|author|year = 2001|crossref = {k}|
xdata = {k}|date = {2020/..}|month = jan # 1|visibility = {private}|
author+an = {1=equal}|file = {:a.pdf:PDF}|@article{k,title={T},author={A B},year=2001}""".replace("\n", "").split("|")
TOKENS = [*BLOCK_STARTS, *WRITTEN, *'@k,={}"#%\n\\()']
raw_bibliographies = texts | st.lists(st.sampled_from(TOKENS) | texts, max_size=30).map("".join)

FIELDS = """
title subtitle author editor year date month day journal booktitle publisher note addendum abstract abbr keywords tldr
doi url pdf html code website slides video arxiv eprint archiveprefix eprinttype primaryclass volume number pages isbn
award award_name pubstate status series eventtitle howpublished school institution annotation author+an equal selected
preview preview_alt crossref visibility type language file bdsk-url-1
""".split()
TYPES = ["article", "inproceedings", "book", "misc", "phdthesis", "unpublished", "software", "online", "x-y", ""]


@st.composite
def bibliographies(draw: st.DrawFn) -> str:
    """Draw well-formed entries whose fields hold anything."""
    return "\n".join(draw(st.lists(entries(), min_size=1, max_size=8)))


@st.composite
def entries(draw: st.DrawFn) -> str:
    """Draw an entry."""
    fields = draw(st.dictionaries(st.sampled_from(FIELDS), texts, max_size=8))
    key = draw(st.text(string.ascii_letters + string.digits + ":/-_.+ é()", max_size=8))
    opening, closing = draw(st.sampled_from([("{", "}"), ('"', '"'), ("", "")]))
    body = ",\n".join(f"  {name} = {opening}{value}{closing}" for name, value in fields.items())
    return f"@{draw(st.sampled_from(TYPES))}{{{key},\n{body}\n}}"


KINDS_OF_DIRECTIVES = [*KINDS, "publications", "timeline", "contact", "downloads"]
OPTIONS = sorted(
    {name for kind in KINDS.values() for name in options_of(kind)}
    | set("kind status keywords year keys selected limit style group visibility key x".split())
    | set("tags type role file where sort titles repeated numbered".split())
)
READABLE = "2020|May 2020 – Now|https://site.example|a@b.example|private|position, award|1|list|year|".split("|")
values = texts | st.sampled_from(READABLE)
bodies = texts | st.sampled_from(
    [*BLOCKS.values(), "- a\n- b", "{pub}`k`", "{person}`x`", "| a |\n|---|\n| b |", "$$x$$"]
)


@st.composite
def directives(draw: st.DrawFn) -> str:
    """Draw a directive with any options and any body, in Markdown."""
    kind = draw(st.sampled_from(KINDS_OF_DIRECTIVES))
    options = draw(st.dictionaries(st.sampled_from(OPTIONS), values, max_size=5))
    lines = "".join(f":{name}: {value}\n" for name, value in options.items())
    argument = " ".join(draw(texts).split())
    return f"::::::::{{{kind}}} {argument}\n{lines}\n{draw(bodies)}\n::::::::\n"

"""The front matter of a page, held to the keys that something reads."""

import re
from collections.abc import Collection, Iterator

from sphinx_vita.look import LAYOUTS
from sphinx_vita.reading.deprecations import Place, deprecated
from sphinx_vita.reading.mistakes import Finding, Mistake
from sphinx_vita.reading.other_words import meant_by
from sphinx_vita.reading.suggestions import did_you_mean
from sphinx_vita.records import Profile, options_of

KEYS = {  # of the front matter, and what each does
    "pdf": "also makes a PDF of the page, with this name: `pdf: cv.pdf`",
    "layout": f"the layout of that PDF, instead of `vita_layout`: {', '.join(f'`{each}`' for each in LAYOUTS)}",
    "date": "makes the page a post of this date, which views, the feed and `llms.txt` list",
    "tags": "of a post: what it is about, separated by commas or as a list",
    "description": "a sentence for search engines and social cards; without it, the first sentences of the page",
    # Sphinx's own, of a whole page.
    "orphan": "Sphinx: the page is in no table of contents on purpose",
    "tocdepth": "Sphinx: how many levels of headings the contents of the page show",
    **dict.fromkeys(("nosearch", "no-search"), "Sphinx: the page is not found by the search"),
    "nocomments": "Sphinx: for themes with comments",
    **dict.fromkeys(
        "title author authors address contact copyright dedication abstract organization revision status"
        " version".split(),
        "docutils: metadata that the page does not show",
    ),
    **dict.fromkeys(("myst", "html_meta", "substitutions"), "MyST-Parser: its settings for the page"),
    **dict.fromkeys(("jupytext", "kernelspec"), "MyST-NB: how the notebook runs"),
    "hide-toc": "furo: no list of headings beside the page",
    "hide-navigation": "furo: no sidebar with the pages of the site",
    "image": "sphinxext-opengraph: the picture for social networks",
}
PREFIXES = ("og:", "og_", "ogp_", "twitter:", "html_theme")
_KEY = re.compile(r"(?P<quote>['\"]?)(?P<key>[^\s'\"#:][^'\"#:]*(?::[^\s'\"#:]+)*)(?P=quote)\s*:(?:\s|$)")
_LATER = re.compile(r"\A(?:[ \t]*\n)+---[ \t]*\n(?:[A-Za-z][\w-]*:.*\n)+---[ \t]*(?:\n|\Z)")


def check_front_matter(text: str, own_keys: Collection[str] = ()) -> Iterator[Finding]:
    """Find what is wrong with the front matter of a page: keys that nobody reads, no end, not at the top."""
    lines = text.split("\n")
    if lines[0].rstrip() == "+++":
        message = "front matter in TOML is not read; write it between lines '---', with keys such as 'pdf: cv.pdf'"
        yield Finding(Mistake.BROKEN_FRONT_MATTER, message, 1)
    if lines[0].rstrip() != "---":
        if _LATER.match(text):
            message = "front matter is read in the first line of a file alone; take the blank lines above it out"
            yield Finding(
                Mistake.BROKEN_FRONT_MATTER, message, text.find("---") and text.count("\n", 0, text.find("---")) + 1
            )
        return
    end = next((place for place, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), 0)
    if not end or lines[end].rstrip() == "...":
        message = "the front matter has no end; write a line '---' below its last key"
        if any(_KEY.match(line) for line in lines[1:3]):
            yield Finding(Mistake.BROKEN_FRONT_MATTER, message, 1)
        return
    first: dict[str, int] = {}
    for number, line in enumerate(lines[1:end], 2):
        key = _KEY.match(line)
        if key is None:
            continue
        name = key["key"].strip()
        if name in first:
            message = f"the key '{name}' stands in line {first[name]} already; take one of them away"
            yield Finding(Mistake.REPEATED_FIELD, message, number)
        first.setdefault(name, number)
        yield from _check_key(name, number, own_keys)
    if "layout" in first and "layout" not in own_keys:
        yield from _check_layout(lines[first["layout"] - 1], first["layout"], has_pdf="pdf" in first)


def _check_key(name: str, line: int, own_keys: Collection[str]) -> Iterator[Finding]:
    """Find whether something reads a key, and under that name."""
    old = deprecated(Place.KEY)
    if name in old:
        yield old[name].finding(line)
    elif name not in KEYS and name not in own_keys and not name.startswith(PREFIXES):
        message = f"nothing reads the key '{name}' of the front matter; {_hint(name, own_keys)}"
        yield Finding(Mistake.UNKNOWN_KEY, message, line)


def _check_layout(written: str, line: int, *, has_pdf: bool) -> Iterator[Finding]:
    """Find whether a layout is one that a PDF can have; other programs have a key of that name for pages."""
    value = written.partition(":")[2].partition(" #")[0].strip(" \t'\"")
    if not has_pdf:
        message = "nothing reads the key 'layout' of the front matter of a page without 'pdf'; take it out"
        yield Finding(Mistake.UNKNOWN_KEY, message, line)
    elif value not in LAYOUTS:
        otherwise = f"write {' or '.join(map(repr, LAYOUTS))}"
        message = f"no PDF has the layout {value!r}; {did_you_mean(value.lower(), LAYOUTS, otherwise)}"
        yield Finding(Mistake.UNKNOWN_VALUE, message, line)


def is_front_matter(text: str) -> bool:
    """Whether all lines of a text look like those of a front matter, such as `layout: post`."""
    lines = [line for line in text.split("\n") if line.strip()]
    return bool(lines) and all(re.match(r"[A-Za-z][\w-]*:(?:\s|$)|\s*-\s", line) for line in lines) and ":" in lines[0]


def _hint(name: str, own_keys: Collection[str]) -> str:
    option = name.lower() if name.lower() in options_of(Profile) else meant_by(name, ("image", "email", "phone"))
    if option:
        return f"if it is the person's, write ':{option}: ...' in the profile, else take it out"
    otherwise = "take it out, or name it in 'vita_front_matter' in conf.py if an extension of yours reads it"
    return did_you_mean(name.lower(), [*KEYS, *own_keys], otherwise)

"""Words that Sphinx, furo and sphinx-copybutton say in English where their own catalogs are silent, in the language.

Sphinx's translator asks the engine's catalog for what it does not know: that serves the templates of furo, which has no
catalog, and Sphinx's own words. What others write without asking anybody is replaced: words in the markup of furo, and
in the two scripts that come with words of their own.
"""

import json
import re
import shutil
from gettext import NullTranslations, c2py
from html import escape
from pathlib import Path
from typing import Any

import sphinx
from docutils import nodes
from sphinx.application import Sphinx

from sphinx_vita.locale import N_, _, catalog_of, spoken
from sphinx_vita.sphinx.internals import script_of_copybutton

# What furo and Sphinx ask their translator for, and Sphinx has no word for in some language of the engine.
ASKED = (
    N_("Skip to content"), N_("View this page"), N_("Edit this page"), N_("Home"), N_("Next"), N_("Previous"),
    N_("Index"), N_("Table of Contents"), N_("About these documents"), N_("Hide Search Matches"), N_("Footnotes"),
    N_("Please activate JavaScript to enable the search functionality."), N_("Made with "),
    N_('<a href="https://www.sphinx-doc.org/">Sphinx</a> and '), N_("Last updated on %(last_updated)s"),
    N_("Copyright &#169; %(copyright)s"), N_('<a href="%(path)s">Copyright</a> &#169; %(copyright)s'),
    N_("Link to this heading"), N_("Link to this image"), N_("Link to this table"), N_("Link to this code"),
    N_("Link to this toctree"), N_("Link to this term"), N_("Link to this definition"), N_("Logo of %s"),
    N_("Fig. %s"), N_("Table %s"), N_("Listing %s"), N_("Section %s"), N_("(in %s)"), N_("(in %s v%s)"),
)  # fmt: skip
# What furo writes as it is.
_WRITTEN = (
    N_("Toggle site navigation sidebar"), N_("Toggle table of contents sidebar"),
    N_("Toggle Light / Dark / Auto color theme"), N_("Contents"), N_("Menu"), N_("Expand"), N_("Light mode"),
    N_("Dark mode"), N_("Auto light/dark, in light mode"), N_("Auto light/dark, in dark mode"), N_("Logo"),
    N_("Light Logo"), N_("Dark Logo"),
)  # fmt: skip
_BRANCH = N_("Toggle navigation of {}")
_IN_MARKUP = re.compile(
    rf"""(?P<before>aria-label=(?P<mark>["'])|alt="(?=(?:\w+ )?Logo")|<title>)"""
    rf"""(?:(?P<words>{"|".join(map(re.escape, _WRITTEN))})"""
    rf"""|{re.escape(_BRANCH.partition("{}")[0])}(?P<branch>(?:(?!(?P=mark))[^<])*))(?P<after>["']|</title>)"""
)
# What Sphinx's scripts say: in some languages there is nothing in the place of the word.
_SAID = (
    N_("Searching"), N_("Preparing search..."), N_("Search Results"), N_("Hide Search Matches"), N_(", in "),
    N_("Your search did not match any documents. Please make sure that all words are spelled correctly and that "
       "you've selected enough categories."),
)  # fmt: skip
_ONE_PAGE = "Search finished, found one page matching the search query."
_COPY = {
    "copy": N_("Copy"),
    "copy_to_clipboard": N_("Copy to clipboard"),
    "copy_success": N_("Copied!"),
    "copy_failure": N_("Failed to copy"),
}


def offer_words(
    _app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: nodes.document | None
) -> None:
    """Give the templates `in_language`, which translates what furo has written into a page."""
    context["in_language"] = in_language


def in_language(markup: str) -> str:
    """Translate what furo has written as it is into the markup of a page."""
    return markup if catalog_of(spoken()) == "en" else _IN_MARKUP.sub(_translated, markup)


def _translated(found: re.Match[str]) -> str:
    before, words, branch, after = found.group("before", "words", "branch", "after")
    return f"{before}{escape(_(words)) if words else escape(_(_BRANCH)).format(branch)}{after}"


def add_scripts(app: Sphinx) -> None:
    """Let Sphinx copy the scripts with words of their own in the language, in the place of their authors' files."""
    language = spoken()
    if app.builder.format != "html" or catalog_of(language) == "en":
        return
    folder = Path(app.doctreedir) / "words"
    shutil.rmtree(folder, ignore_errors=True)  # what it held for another language
    folder.mkdir(parents=True)
    files = {"translations.js": _of_sphinx(language, app.translator)}
    if "sphinx_copybutton" in app.extensions:
        words = {key: _(word) for key, word in _COPY.items()}
        files["copybutton.js_t"] = script_of_copybutton(language.replace("_", "-"), words)
    for name, text in files.items():
        if text:
            (folder / name).write_text(text, "utf-8")
    app.config.html_static_path.append(str(folder))


def _of_sphinx(language: str, words: NullTranslations) -> str:
    """Return the words of Sphinx's scripts, those that it leaves empty filled; "" for a language that it has not."""
    file = Path(sphinx.__file__).parent / "locale" / language / "LC_MESSAGES" / "sphinx.js"
    begin, found, rest = file.read_text("utf-8").partition("(") if file.is_file() else ("", "", "")
    if not found:
        return ""
    catalog = json.loads(rest.rpartition(")")[0])
    messages = catalog["messages"]
    messages |= {each: _(each) for each in _SAID if messages.get(each, "") in ("", each)}
    if not all(messages.get(_ONE_PAGE) or [""]):
        messages[_ONE_PAGE] = _plurals(catalog["plural_expr"], words)
    return f"{begin}({json.dumps(catalog, ensure_ascii=False, indent=4)});"


def _plurals(rule: str, words: NullTranslations) -> list[str]:
    """Return how many pages were found, in each form of a rule, which may have others than the engine's catalog."""
    form_of = c2py(rule)
    samples = {form_of(count): count for count in (1_000_000, *range(200, -1, -1))}
    return [
        words.ngettext(
            "Search finished, found one page matching the search query.",
            "Search finished, found ${resultCount} pages matching the search query.",
            samples.get(form, 0),
        )
        for form in range(max(samples) + 1)
    ]

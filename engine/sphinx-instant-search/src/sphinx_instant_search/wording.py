"""The words of the dialog in the language of the site, as its script gets them."""

from pathlib import Path
from typing import Any

from babel import Locale
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.locale import get_translation, get_translator, translators

CATALOG = "sphinx_instant_search"
COUNTS = range(1, 201)  # numbers of all forms that a plural has, but for millions
_ = get_translation(CATALOG)


def take_language(app: Sphinx, config: Config) -> None:
    """Read the words of the site in its language, behind them those of the package, once its settings are known."""
    translators.pop(("general", CATALOG), None)  # a process may build sites in several languages
    for folder in (*(Path(app.confdir, each) for each in config.locale_dirs), Path(__file__).with_name("locale")):
        app.add_message_catalog(CATALOG, str(folder))


def wording() -> dict[str, Any]:
    """Return the words by what they are for, the language that they are in, and how it runs.

    {"counts": {category of `Intl.PluralRules`: number of results}, "keys": [[key, what it does]], ...}
    """
    locale = Locale.parse(get_translator(CATALOG).info().get("language", "en"))  # English where there is no catalog
    return {
        "lang": "-".join(filter(None, (locale.language, locale.territory))),
        "dir": locale.text_direction,
        "page": str(_("Page")),
        "section": str(_("Section")),
        "search": str(_("Search")),
        "placeholder": str(_("Search titles, people, text")),
        "results": str(_("Results")),
        "close": str(_("Close")),
        "keys": [
            ["↑ ↓", str(_("choose"))],
            ["↵", str(_("open"))],
            [str(_("Ctrl")) + " ↵", str(_("in a new tab"))],
            [str(_("Esc")), str(_("close"))],
        ],
        "elsewhere": str(_("Search all text for {query}")),
        "none": str(_("No results")),
        "counts": _counts(locale),
        "best": str(_("{results}, the best {shown} shown")),
    }


def _counts(locale: Locale) -> dict[str, str]:
    ngettext = get_translator(CATALOG).ngettext
    return {locale.plural_form(number): ngettext("{} result", "{} results", number) for number in COUNTS}

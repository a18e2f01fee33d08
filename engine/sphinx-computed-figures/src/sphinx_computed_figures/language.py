"""The package's own words in the language of the site, and numbers as that language writes them.

A site may say them itself: in a compiled catalog, `sphinx_computed_figures.mo`, below one of its `locale_dirs`.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.numbers import get_decimal_symbol, get_group_symbol
from sphinx.locale import get_translation, translators

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

DOMAIN = "sphinx_computed_figures"
_ = get_translation(DOMAIN)


class _Spoken:
    """The tables of the language of this build."""

    locale = Locale("en")


def add_catalogs(app: "Sphinx", config: "Config") -> None:
    """Take the words of the site, behind them those of the package, and the signs of numbers."""
    try:
        _Spoken.locale = Locale.parse((config.language or "en").replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        _Spoken.locale = Locale("en")
    translators.pop(("general", DOMAIN), None)  # of another site that was built in this process
    for folder in (*(Path(app.confdir, each) for each in config.locale_dirs), Path(__file__).with_name("locale")):
        app.add_message_catalog(DOMAIN, str(folder))


def N_(message: str) -> str:  # noqa: N802 -- the name by which gettext's tools know it
    """Mark a message that is translated when it is printed."""
    return message


def number(value: float) -> str:
    """Write a number with the signs of the language: `1,234.5`, `1.234,5`."""
    signs = {ord(","): get_group_symbol(_Spoken.locale), ord("."): get_decimal_symbol(_Spoken.locale)}
    return f"{value:,g}".translate(signs)

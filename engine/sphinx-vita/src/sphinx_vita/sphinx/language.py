"""The language of a build: the settings `language` and `languages` of conf.py, for the engine and for Sphinx.

A site may say some of the words itself, in a catalog of its own below one of its `locale_dirs`.
"""

import re
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from sphinx.application import Sphinx

from sphinx_vita.locale import DOMAIN, canonical, speak
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.sphinx.internals import say
from sphinx_vita.sphinx.languages import spoken_by
from sphinx_vita.sphinx.problems import warn

_PLACES = re.compile(r"\{\w*\}|%\(\w+\)s|%s")


def take_language(app: Sphinx) -> None:
    """Speak the language of the build, which may be written `zh-CN` for Sphinx's `zh_CN`, in templates too.

    What conf.py says of that language alone holds from here on.
    """
    spoken, written = spoken_by(app), app.config.language
    for name, value in spoken.languages.settings.get(spoken.tag, {}).items():
        say(app.config, name, value)
    app.config.language = canonical(spoken.tag or written or "en")
    if app.config.language != written:
        app._init_i18n()  # Sphinx has looked for the other spelling
    words = speak(app.config.language)
    for path in reversed(own_catalogs(app)):  # the first folder counts
        own = _read(path)
        own.add_fallback(words)
        words = speak(app.config.language, own)
    app.translator.add_fallback(words)


def own_catalogs(app: Sphinx) -> list[Path]:
    """Return the catalogs in which the site says the engine's words itself: `locales/de/LC_MESSAGES/sphinx_vita.po`."""
    folders = [Path(app.confdir, each, app.config.language, "LC_MESSAGES") for each in app.config.locale_dirs]
    return [path for folder in folders if (path := folder / f"{DOMAIN}.po").is_file()]


def _read(path: Path) -> NullTranslations:
    """Read a catalog; what cannot be used of it is told and left out."""
    try:
        with path.open("rb") as file:
            catalog = read_po(file, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError) as error:
        message = f"this catalog cannot be read: {error}; write pairs of msgid and msgstr in UTF-8"
        warn(Mistake.INVALID_TRANSLATION, message, at=f"{path}:{getattr(error, 'lineno', 0) + 1}")
        return NullTranslations()
    usable = Catalog(locale=catalog.locale)
    for each in catalog:
        if not each.id or not each.string or each.fuzzy:
            continue
        if _has_places(each.id, each.string):
            usable.add(each.id, each.string, context=each.context)
        else:
            original = _texts(each.id)
            places = ", ".join(_PLACES.findall(original[-1])) or "none"
            told = f"the translation of {original[0]!r} is left out: it must have the places {places}"
            warn(Mistake.INVALID_TRANSLATION, told, at=f"{path}:{each.lineno or 1}")
    compiled = BytesIO()
    write_mo(compiled, usable)
    compiled.seek(0)
    return GNUTranslations(compiled)


def _has_places(original: object, translated: object) -> bool:
    """Whether each form of a translation has the places for facts of its original."""
    wanted = sorted(_PLACES.findall(_texts(original)[-1]))
    return all(sorted(_PLACES.findall(each)) == wanted for each in _texts(translated))


def _texts(written: object) -> list[str]:
    return [written] if isinstance(written, str) else list(map(str, written or ()))  # type: ignore[call-overload]

"""The language of a build: the setting `language` of conf.py, for the engine's words and for Sphinx's own."""

from sphinx.application import Sphinx

from sphinx_vita.locale import canonical, speak


def take_language(app: Sphinx) -> None:
    """Speak the language of conf.py, which may be written `zh-CN` for Sphinx's `zh_CN`, in templates too."""
    written = app.config.language
    app.config.language = canonical(written or "en")
    if app.config.language != written:
        app._init_i18n()  # Sphinx has looked for the other spelling
    app.translator.add_fallback(speak(app.config.language))

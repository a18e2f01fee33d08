"""The language of a build: the settings `language` and `languages` of conf.py, for the engine's words and Sphinx's."""

from sphinx.application import Sphinx

from sphinx_vita.locale import canonical, speak
from sphinx_vita.sphinx.internals import say
from sphinx_vita.sphinx.languages import spoken_by


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
    app.translator.add_fallback(speak(app.config.language))

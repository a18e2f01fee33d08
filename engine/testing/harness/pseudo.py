"""A language in which each word of the engine stands between signs, so that a word that nobody translates stands out.

The signs are in the fonts of PDFs, and in no source of the invented portfolio.
"""

import re
from collections.abc import Iterator

BEGIN, END = "‹", "›"
# Written behind a conf.py: some extensions have their catalogs by then, others once the settings are known.
SETTINGS = f"""
language, languages = "it", {{"it": {{}}, "de": False}}  # which a page there is translated into

def setup(app):
    speak_in_signs(app)
    app.connect("config-inited", speak_in_signs, 999)

def speak_in_signs(app, *_):
    from gettext import NullTranslations
    from sphinx.locale import translators
    from sphinx_vita.locale import speak

    class Signs(NullTranslations):
        def gettext(self, message):
            return f"{BEGIN}{{message}}{END}" if message.strip() else message

        def pgettext(self, context, message):
            return self.gettext(message)

        def ngettext(self, one, many, count):
            return self.gettext(one if count == 1 else many)

    app.translator = speak("it", Signs())
    for namespace, catalog in list(translators):
        if namespace == "general":
            translators[namespace, catalog] = app.translator
"""


def untranslated(text: str) -> Iterator[str]:
    """Yield what stands outside of the signs, line by line: one that is cut off holds to the end of its line."""
    for line in text.splitlines():
        depth, outside = 0, []
        for part in re.split(f"([{BEGIN}{END}])", line):
            if part in (BEGIN, END):
                depth = depth + 1 if part == BEGIN else max(depth - 1, 0)
            outside.append("·" if depth or part == END else part)
        yield "".join(outside)

"""What the overlay and the page that waits say, in the language of the site."""

import re
from pathlib import Path

from sphinx_vita.locale import N_, _, canonical, direction_of, speak, spoken

MOST = 50  # problems in the list
WORDS = {
    "region": N_("What is to be mended"),
    "failed": N_("The site cannot be built"),
    "failedMore": N_("What you see is its last state."),
    "close": N_("Close"),
    "open": N_("Show what is to be mended"),
    "building": N_("Building …"),
    "mended": N_("All is mended."),
    "gone": N_("sphinx-vita live has ended."),
    "waiting": N_("The site is being built"),
    "soon": N_("This page shows it as soon as that is done, and what keeps it from being built."),
}
_LANGUAGE = re.compile(r"""^languages?\s*=\s*[\[({]?\s*["']([\w-]+)["']""", re.MULTILINE)  # or the first of several


def speak_as(source: Path) -> None:
    """Speak the language that conf.py names; English where it computes it, since no code of the site runs here."""
    file = source / "conf.py"
    found = _LANGUAGE.search(file.read_text("utf-8", "replace")) if file.is_file() else None
    speak(canonical(found[1] if found else "en"))


def words() -> dict[str, str]:
    """Return all words, the language and its direction."""
    language = spoken()
    named = {"language": language.replace("_", "-"), "direction": direction_of(language)}
    return named | {name: _(word) for name, word in WORDS.items()}

"""The settings of `conf.py`, held to what they can be: one that cannot be used is told, and its default holds."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config

from sphinx_vita.exports.citation_style import WELL_KNOWN, problem_of
from sphinx_vita.look import LAYOUTS
from sphinx_vita.reading.languages import is_same_language
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.reading.own_kinds import problems_of_kinds
from sphinx_vita.reading.posts import read_date
from sphinx_vita.reading.suggestions import did_you_mean
from sphinx_vita.records.date_style import FORMS
from sphinx_vita.sphinx.internals import is_set
from sphinx_vita.sphinx.languages import spoken_by
from sphinx_vita.sphinx.problems import warn

PAPERS = ("a4", "us-letter")


def _is_colour(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})", value) is not None


def _is_list_of_words(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(each, str) and each.strip() for each in value)


def _is_number(value: object) -> bool:
    number = int(value) if isinstance(value, str) and value.isdecimal() else value
    return isinstance(number, int) and not isinstance(number, bool) and number >= 0


def _is_address(value: object) -> bool:
    return isinstance(value, str) and (not value or re.match(r"https?://[^\s/]+", value) is not None)


_LIST = "a list of texts, such as ['publications.bib']"
_CHECKS: dict[str, tuple[Callable[[object], bool], str]] = {
    "vita_accent": (_is_colour, "a color in six digits, such as '#57068c'"),
    "vita_accent_dark": (lambda value: not value or _is_colour(value), "a color in six digits, such as '#c9a2f2'"),
    "vita_paper": (lambda value: value in PAPERS, " or ".join(map(repr, PAPERS))),
    "vita_layout": (lambda value: value in LAYOUTS, " or ".join(map(repr, LAYOUTS))),
    "vita_fonts": (_is_list_of_words, "a list of folders and families, such as ['_fonts']"),
    "vita_dates": (lambda value: value in FORMS, " or ".join(map(repr, FORMS))),
    "vita_cards": (_is_number, "a whole number, 0 for no cards"),
    "vita_authors": (_is_number, "a whole number, 0 for no limit"),
    "vita_citation_style": (lambda value: isinstance(value, str), "a style, such as 'apa' or 'journal.csl'"),
    "vita_sidebar": (lambda value: isinstance(value, bool | int), "True or False"),
    "vita_updated": (lambda value: not value or bool(read_date(str(value))[0]), "a date, such as '2026-03'"),
    "vita_exports": (lambda value: isinstance(value, bool | int), "True or False"),
    "vita_bibliography": (_is_list_of_words, _LIST),
    "vita_files": (_is_list_of_words, "a list of folders, such as ['_static']"),
    "vita_themes": (_is_list_of_words, "a list of patterns of pages, such as ['research/*']"),
    "vita_kinds": (lambda value: isinstance(value, dict), "a table such as {'exhibition': {'options': {...}}}"),
    "vita_front_matter": (_is_list_of_words, "a list of keys, such as ['layout']"),
    "html_baseurl": (_is_address, "the whole address of the site, such as 'https://example.org/'"),
}


def check_settings(app: Sphinx, config: Config) -> None:
    """Warn of each setting that cannot be used, at its line of conf.py, and go on with its default.

    The addresses of folders end with a slash from here on.
    """
    for name, (is_right, advice) in _CHECKS.items():
        value: Any = config[name]
        if not is_right(value):
            default = config.values[name].default
            message = f"the setting '{name}' is {value!r} and cannot be used; write {advice} ({default!r} holds now)"
            warn(Mistake.INVALID_SETTING, message, at=place_of_setting(app, name))
            setattr(config, name, default)
    for name, problems in problems_of_kinds(config.vita_kinds).items():
        message = f"the setting 'vita_kinds' declares no kind {name!r}: {'; '.join(problems)}"
        warn(Mistake.INVALID_SETTING, message, at=place_of_setting(app, "vita_kinds"))
    for name in ("html_baseurl", "notfound_urls_prefix"):  # the page of a missing address puts names behind it
        address = getattr(config, name, None)
        if isinstance(address, str) and not address.endswith("/") and (address or name != "html_baseurl"):
            setattr(config, name, f"{address}/")


def check_languages(app: Sphinx, config: Config) -> None:
    """Warn of what is wrong with the languages of the site, once for all of them."""
    spoken = spoken_by(app)
    problems = list(spoken.languages.problems)
    for tag, settings in spoken.languages.settings.items():
        for name in settings.keys() & {"language", "languages", "extensions"} | settings.keys() - set(config.values):
            problems.append(f"has {name!r} for {tag!r}, which is no setting of one language; take it out")
    written = spoken.written if is_set(config, "language") else ""
    if spoken.is_first and written and spoken.tag and not is_same_language(written, spoken.tag):
        problems.append(f"begins with {spoken.tag!r}, but 'language' is {written!r}; leave 'language' out")
    for problem in problems if not spoken.is_below else ():
        warn(Mistake.INVALID_SETTING, f"the setting 'languages' {problem}", at=place_of_setting(app, "languages"))


def take_citation_style(app: Sphinx, config: Config) -> None:
    """Put the text of a .csl file in the place of its name, so that an edit of the file is one of the settings."""
    written = config.vita_citation_style
    style = written
    if written.endswith(".csl"):
        file = Path(app.confdir) / written
        style = file.read_text("utf-8", "replace") if file.is_file() else ""
    problem = ("there is no such file" if not style else problem_of(style)) if written else ""
    if problem:
        hint = did_you_mean(written, WELL_KNOWN, "write the name of a .csl file")
        message = f"lists have no citation style: {written!r} cannot be used ({problem}); {hint}"
        warn(Mistake.INVALID_SETTING, message, at=place_of_setting(app, "vita_citation_style"))
    config.vita_citation_style = "" if problem else style


def place_of_setting(app: Sphinx, name: str) -> str:
    """Return the line of conf.py that sets a value, the last where there are several."""
    file = Path(app.confdir) / "conf.py"
    lines = file.read_text("utf-8", "replace").splitlines() if file.is_file() else []
    found = [number for number, line in enumerate(lines, 1) if re.match(rf"{name}\s*[:=]", line)]
    return f"{file}:{found[-1] if found else 1}"

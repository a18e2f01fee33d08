"""The engine's words in the language of the site: gettext catalogs, a folder for each language.

English stands in the code, in the marks of gettext: `_("Abstract")`, `ngettext("{} page", "{} pages", count)`, and
`pgettext("month", "May")` where one English word is two elsewhere. A table that is made before the language is known
marks its words by `N_`, by `NN_` with a plural or by `NP_` with a context, and asks `_` for them when they are printed.
A build speaks one language; `make catalogs` writes what is new into the `.po` files. Dates, lists and numbers follow
babel, by the tables of the Unicode consortium.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.lists import format_list
from babel.numbers import format_decimal

FOLDER = Path(__file__).parent
DOMAIN = "sphinx_vita"
_RIGHT_TO_LEFT = ("Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Mand", "Samr")  # scripts, by ISO 15924
_TRADITIONAL = ("tw", "hk", "mo", "hant")  # where Chinese is written in traditional characters
_OF_CONTEXT = "\4"  # stands in catalogs between a context and its message
# How "and" changes before a word, as ICU has it where babel's tables have not: `e Inés`, `ו-Ada`.
_AND_BEFORE = {
    "es": (" y ", re.compile(r"i|í|hi(?![ae])", re.IGNORECASE), " e "),
    "he": (" ו", re.compile(r"[^\u0590-\u05ff]"), " ו-"),
}


class _Spoken:
    """The language of this build, and its words."""

    language: str = "en"
    words: NullTranslations = NullTranslations()


def speak(language: str, words: NullTranslations | None = None) -> NullTranslations:
    """Take the words of a language from here on, English for one that has none; `words` may be others."""
    _Spoken.language = language
    _Spoken.words = words or translation(DOMAIN, FOLDER, [catalog_of(language)], fallback=True)
    return _Spoken.words


def spoken() -> str:
    """Return the language of this build, such as `zh_CN`."""
    return _Spoken.language


def language_of_words() -> str:
    """Return the language of the words: that of the build, or English where no catalog has it."""
    return "en" if type(_Spoken.words) is NullTranslations else _Spoken.language


def _(message: str) -> str:
    """Return a message in the language of the site; "" for none."""
    context, __, words = message.rpartition(_OF_CONTEXT)
    if context:
        return pgettext(context, words)
    return _Spoken.words.gettext(words) if words else ""


def N_(message: str) -> str:  # noqa: N802 -- the name by which gettext's tools know it
    """Mark a message of a table, for `_` to translate when it is printed."""
    return message


def NP_(context: str, message: str) -> str:  # noqa: N802 -- like `N_`
    """Mark a message of a table that has another meaning elsewhere."""
    return f"{context}{_OF_CONTEXT}{message}"


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 -- like `N_`
    """Mark both forms of a message of a table, for `ngettext`."""
    return one, many


def pgettext(context: str, message: str) -> str:
    """Return a message that has another meaning elsewhere."""
    return _Spoken.words.pgettext(context, message)


def ngettext(one: str, many: str, count: int, shown: str = "") -> str:
    """Return a message in the form that a number asks for, with it, or what is `shown`, in the place of its `{}`."""
    return _Spoken.words.ngettext(one, many, count).replace("{}", shown or number(count))


def number(count: int) -> str:
    """Write a number as the language does: `1,234`, `1.234`, `1 234`."""
    return str(format_decimal(count, locale=locale_of(_Spoken.language)))


def between(words: Sequence[str], *, is_open: bool = False) -> list[str]:
    """Return what stands between the words of a list, `, ` and ` and `; without "and" in one that is open.

    English is written as in most of the world: `A, B and C`.
    """
    if is_open:
        return between([*words, ""])[:-1]
    locale = locale_of(_Spoken.language)
    language = locale.language
    if language == "en":
        locale = locale_of("en_001")
    marks = format_list(["\0"] * len(words), locale=locale).split("\0")[1:-1]
    plain, before, changed = _AND_BEFORE.get(language, ("", re.compile(""), ""))
    return [
        changed if mark == plain and before.match(word) else mark for mark, word in zip(marks, words[1:], strict=True)
    ]


def comma() -> str:
    """Return what stands between the words of a row, such as keywords: `, ` or `、`."""
    return pgettext("words in a row", ", ")


def canonical(language: str) -> str:
    """Write a language as Sphinx names its catalogs: `zh_CN` for `zh-cn`, `zh-Hans` and `zh`.

    >>> [canonical(each) for each in ("zh", "zh-hant", "pt-br", "de", "EN")]
    ['zh_CN', 'zh_TW', 'pt_BR', 'de', 'en']
    """
    first, *others = language.replace("-", "_").split("_")
    if first.lower() == "zh":
        region = next((each.upper() for each in others if len(each) == 2), "")
        return f"zh_{region}" if region else "zh_TW" if _is_traditional(others) else "zh_CN"
    kept = (each.upper() if len(each) == 2 else each.title() if len(each) == 4 else each for each in others)
    return "_".join((first.lower(), *kept))


def tag_of(language: str) -> str:
    """Write a language as pages and feeds name it, by BCP 47: `zh-CN` for `zh_CN`."""
    return canonical(language).replace("_", "-")


def catalog_of(language: str) -> str:
    """Return the name of the catalog that a language reads: Chinese has two, all others one."""
    first, *others = canonical(language).split("_")
    return ("zh_TW" if _is_traditional(others) else "zh_CN") if first == "zh" else first


@cache
def locale_of(language: str) -> Locale:
    """Return the tables of a language; English for one that the Unicode consortium does not know."""
    try:
        return Locale.parse(canonical(language))
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en")


def direction_of(language: str) -> str:
    """Return how a language runs, by the script it is written in: `rtl` or `ltr`.

    >>> direction_of("ar"), direction_of("de"), direction_of("pa-Arab")
    ('rtl', 'ltr', 'rtl')
    """
    script, _ = _script_and_territory(language)
    return "rtl" if script in _RIGHT_TO_LEFT else "ltr"


def with_territory(language: str) -> str:
    """Write a language as Open Graph does, with the territory where most speak it: `de_DE` for `de`; "" for none."""
    _, territory = _script_and_territory(language)
    return f"{canonical(language).partition('_')[0]}_{territory}" if territory else ""


def _script_and_territory(language: str) -> tuple[str, str]:
    """Return the script and the territory that a language names, else those that are likely for it."""
    first, *others = canonical(language).split("_")
    likely = get_global("likely_subtags")
    known = likely.get("_".join((first, *others))) or likely.get(first, "__")
    script, territory = known.split("_")[1:3]
    named = {len(each): each for each in others if len(each) in (2, 4)}
    return named.get(4, script), named.get(2, territory)


def _is_traditional(others: Iterable[str]) -> bool:
    return any(each.lower() in _TRADITIONAL for each in others)

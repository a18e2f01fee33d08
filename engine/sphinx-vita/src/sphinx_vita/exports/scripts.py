"""Scripts of the world: which one a letter is of, in which language its run is written, and which way it runs."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from unicodedata import bidirectional, east_asian_width, name

_EARLY = "\u0530"  # what comes before it is Latin, Greek or Cyrillic, or of no script
_EMOJI, _LAST_EMOJI = "\U0001f300", "\U0001faff"
_TRADITIONAL = re.compile(r"zh[-_](?:tw|hk|mo|hant)", re.IGNORECASE)
HAN = "Chinese"  # its letters are shared by three languages, each of which draws some of them in its own way
_KANA, _HANGUL, _BOPOMOFO = "Japanese", "Korean", "Bopomofo"
_NAMED = {"HIRAGANA": _KANA, "KATAKANA": _KANA, "HANGUL": _HANGUL, "BOPOMOFO": _BOPOMOFO, "CJK": HAN, "KANGXI": HAN}
_EAST_ASIAN = {_KANA: "ja", _HANGUL: "ko", _BOPOMOFO: "zh-TW"}  # where one of these stands, the language is known


@dataclass(frozen=True, slots=True)
class Script:
    """A script as it is written in a language: families of fonts for it, and what brings one of them."""

    name: str
    language: str
    families: tuple[str, ...] = ()
    package: str = ""  # the name by which it is imported
    extra: str = ""  # of sphinx-vita


def _east_asian(name: str, language: str, region: str, package: str, extra: str) -> Script:
    families = ("Noto Serif {}", "Noto Sans {}", "Noto Serif CJK {}", "Noto Sans CJK {}", "Source Han Serif {}")
    return Script(name, language, tuple(each.format(region) for each in families), f"pylopdf_fonts_{package}", extra)


def _other(name: str, language: str, package: str = "manimgx_fonts", extra: str = "scripts") -> Script:
    return Script(name, language, (f"Noto Serif {name}", f"Noto Sans {name}"), package, extra)


SCRIPTS = (
    _east_asian(_KANA, "ja", "JP", "jp", "japanese"),
    _east_asian(HAN, "zh", "SC", "zh_cn", "chinese"),
    _east_asian("Traditional Chinese", "zh-TW", "TC", "zh_tw", "traditional-chinese"),
    _east_asian(_HANGUL, "ko", "KR", "ko", "korean"),
    Script("Arabic", "ar", ("Amiri", "Noto Naskh Arabic", "Noto Sans Arabic"), "fontpkg_amiri", "arabic"),
    _other("Devanagari", "hi", "pylopdf_fonts_hi", "devanagari"),
    _other("Thai", "th", "pylopdf_fonts_th", "thai"),
    Script("Hebrew", "he"),
    Script("emoji", "", ("Noto Emoji",), "manimgx_fonts", "scripts"),
    *(
        _other(*words.split())
        for words in (
            "Armenian hy|Bengali bn|Ethiopic am|Georgian ka|Gujarati gu|Gurmukhi pa|Kannada kn|Khmer km|Lao lo|"
            "Malayalam ml|Myanmar my|Oriya or|Sinhala si|Tamil ta|Telugu te"
        ).split("|")
    ),
)
_LANGUAGES = {script.name: script.language for script in SCRIPTS} | _EAST_ASIAN


@cache
def script_of(character: str) -> str:
    """Return the name of the script of a letter or sign; "" for what Latin, Greek and Cyrillic share."""
    if character < _EARLY or not character.isprintable():
        return ""
    if _EMOJI <= character <= _LAST_EMOJI:
        return "emoji"
    word = name(character, "").partition(" ")[0]
    if word in _NAMED or word.title() in _LANGUAGES:
        return _NAMED.get(word, word.title())
    if east_asian_width(character) in "WF" and character < "\U00020000":
        return HAN
    return word.title() if bidirectional(character) in ("R", "AL") or "\u0700" <= character < "\u1d00" else ""


def east_asian(language: str) -> str:
    """Return which of the languages that share letters a language is, `ja`, `ko`, `zh` or `zh-TW`; "" for others."""
    short = language[:2].lower()
    return ("zh-TW" if _TRADITIONAL.match(language) else short) if short in ("ja", "ko", "zh") else ""


def likely_language(text: str) -> str:
    """Return the language in which the shared letters of a whole text are most likely written, as `ja` or `zh-TW`."""
    found = Counter(script_of(character) for character in text if character >= _EARLY)
    if found[_KANA] * 8 > found[HAN]:
        return "ja"
    return "ko" if found[_HANGUL] > found[HAN] else "zh-TW" if found[_BOPOMOFO] else "zh"


def runs(text: str, shared: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a text, each with its language where its script tells; `shared` is that of Chinese letters."""
    if max(text, default="") < _EARLY:
        yield "", text
        return
    parts = [(group, "".join(letters)) for group, letters in groupby(text, _group)]
    whole: list[tuple[str, str]] = []
    for place, (group, part) in enumerate(parts):
        following = parts[place + 1][0] if place + 1 < len(parts) else ""
        joins = whole and whole[-1][0] and (group == whole[-1][0] or (_is_between(part) and following == whole[-1][0]))
        if joins:
            whole[-1] = (whole[-1][0], whole[-1][1] + part)
        else:
            whole.append((group, part))
    for group, part in whole:
        yield _language(group, part, shared), part


def _group(character: str) -> str:
    script = script_of(character)
    return HAN if script in _EAST_ASIAN else script


def _is_between(part: str) -> bool:
    """Whether a part has no letters of its own, so that it belongs to what stands around it."""
    return not any(character.isalpha() for character in part)


def _language(group: str, part: str, shared: str) -> str:
    if group != HAN:
        return _LANGUAGES.get(group, "")
    told = (_EAST_ASIAN[script] for script in map(script_of, part) if script in _EAST_ASIAN)
    return next(told, shared)

"""What the words of dates mean, in the languages of CVs: months and weekdays by babel's tables, the rest by our own.

Words are compared as `fold` leaves them: without case, accents and marks of direction, with the digits of the West.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from babel import Locale

from sphinx_vita.records.date_words import WORDS
from sphinx_vita.records.dates import MONTHS, ONGOING

# The first language that has a word says what it means; some name months otherwise in some countries.
LANGUAGES = (
    *(language.replace("-h", "_H") for language in WORDS),
    *("de_AT", "ar_LB", "ar_MA", "ar_DZ", "nl", "sv", "da", "nb", "fi", "pl", "cs", "tr", "el", "uk"),
)
_UNITS = {"year": "年년", "month": "月월", "day": "日号號일"}
_TERMS = {  # parts of a year that are counted
    "Q": "q quarter quartal trimestre т кв квартал 季度 季 四半期 분기 רבעון الربع ربع kw kwartaal",
    "Term": "term trimester quadrimester",
}
_NAMED_TERMS = {
    "Semester 1": "前期 上学期 上學期 上半年", "Semester 2": "後期 下学期 下學期 下半年",
    "Michaelmas": "michaelmas mt", "Hilary": "hilary ht", "Trinity": "trinity tt", "Lent": "lent", "Easter": "easter",
}  # fmt: skip
_NUMBERS = (
    "first premier primer primo primeiro i 一 erstes الأول א",
    "second deuxième segundo secondo ii 二 zweites الثاني ב",
    "third troisième tercer terzo terceiro iii 三 drittes الثالث ג",
    "fourth quatrième cuarto quarto iv 四 viertes الرابع ד",
)
# The years before the first of an era.
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "民國": 1911, "民国": 1911}
_ERA_LETTERS = {"r": "令和", "h": "平成", "s": "昭和"}  # `R6.4`, as forms in Japan have it
_LETTERED = re.compile(r"\b([rhs])(\d{1,2})(?=\.\d{1,2}(?!\d))")
_TWO_DIGITS = re.compile(r"\b(ws|wise|wintersemester|ay|academic year) (\d\d)/(\d\d)\b")
_SPELLED = re.compile(r"(?<![〇零一二三四五六七八九十])([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)(?=[年月日])")
_MORE_MONTHS = {3: ("מרס", "מארס")}  # as Hebrew writes them too
_HAN_DIGITS = dict(zip("〇零一二三四五六七八九", "00123456789", strict=True))
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff\u00ad]")
_WORD = r"[^\W\d_]+"
_NO_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # scripts whose words need none between them
_SIGNS = str.maketrans("‐‑—−‒―〜～’ʼ،", "--––––––'',")
Meaning = tuple[str, object]


def fold(text: str) -> str:
    """Return a text as words are compared: `März 2021` and `MARZ 2021` are one."""
    text = text.translate(_SIGNS).casefold()
    if not text.replace("–", "").isascii():
        text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).casefold().translate(_SIGNS)
        text = re.sub(r"[^\W_]", _western, text)
        bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if unicodedata.category(sign) != "Mn")
        text = _with_years(unicodedata.normalize("NFC", bare))
    text = _LETTERED.sub(lambda found: str(_ERAS[_ERA_LETTERS[found[1]]] + int(found[2])), text)
    text = _TWO_DIGITS.sub(r"\1 20\2/\3", text)
    return " ".join((re.sub(r"--+", "–", text) if "--" in text else text).split())


def _western(sign: re.Match[str]) -> str:
    return str(unicodedata.digit(sign[0])) if sign[0].isdecimal() else sign[0]


def _with_years(text: str) -> str:
    """Count years of eras, `令和2年`, and read numbers in characters, `二〇二〇年`; a year may stand twice."""
    text = _SPELLED.sub(_counted, text)
    eras = rf"({'|'.join(_ERAS)})\s*(\d{{1,3}}|元)\s*(?=年)"
    text = re.sub(eras, lambda found: str(_ERAS[found[1]] + int(found[2].replace("元", "1"))), text)
    text = re.sub(
        rf"[{''.join(_HAN_DIGITS)}]{{4}}(?=年)", lambda found: "".join(_HAN_DIGITS[sign] for sign in found[0]), text
    )
    return re.sub(r"(\d{4}年) ?\(\1\)", r"\1", text)


def _counted(found: re.Match[str]) -> str:
    tens, ten, ones = found.groups()
    if not ten:
        return _HAN_DIGITS.get(tens, "") + _HAN_DIGITS.get(ones, "")
    return str(int(_HAN_DIGITS.get(tens, "1")) * 10 + int(_HAN_DIGITS.get(ones, "0")))


@cache
def meanings() -> dict[str, Meaning]:
    """Return what each word or phrase means, by its letters with single spaces."""
    found: dict[str, Meaning] = {}
    for phrase, meaning in (*_own_words(), *_months(), *_small_words()):
        letters = " ".join(re.findall(_WORD, fold(phrase)))
        if letters and not re.search(r"\d", phrase):
            found.setdefault(letters, meaning)
    return found


def _own_words() -> Iterator[tuple[str, Meaning]]:
    for words in WORDS.values():
        for season, names in zip(("Winter", "Spring", "Summer", "Fall"), words.seasons, strict=True):
            yield from (
                (name, ("season", "Autumn" if name.startswith("Autumn") else season)) for name in names.split("|")
            )
        for meaning, cell in ((("decade", ""), words.decade), (("term", "Semester"), words.semester)):
            yield from ((phrase, meaning) for phrase in phrases(cell))
    for kind, signs in _UNITS.items():
        yield from ((sign, ("unit", kind)) for sign in signs)
    for kind, names in _TERMS.items():
        yield from ((name, ("term", kind)) for name in names.split())
    for season, names in _NAMED_TERMS.items():
        yield from ((name, ("season", season)) for name in names.split())


def _months() -> Iterator[tuple[str, Meaning]]:
    for language in LANGUAGES:
        locale = Locale.parse(language)
        for width in ("wide", "abbreviated"):
            for form in ("format", "stand-alone"):
                for number, name in locale.months[form][width].items():
                    yield name, ("month", number)
                    yield f"ב{name}" if language == "he" else "", ("month", number)
    for number, name in enumerate(MONTHS, 1):
        yield name, ("month", number)
    for number, names in _MORE_MONTHS.items():
        yield from ((each, ("month", number)) for name in names for each in (name, f"ב{name}"))


def _small_words() -> Iterator[tuple[str, Meaning]]:
    for number, names in enumerate(_NUMBERS, 1):
        yield from ((name, ("number", number)) for name in names.split())
    for words in WORDS.values():
        yield from ((phrase, ("skipped", "")) for phrase in phrases(words.skipped))
    for language in LANGUAGES:
        days = Locale.parse(language).days["format"]
        yield from ((name, ("skipped", "")) for width in ("wide", "abbreviated") for name in days[width].values())


def phrases(cell: str) -> list[str]:
    """Return the words of a cell without the place of the date."""
    return [phrase for written in cell.split("|") if (phrase := re.sub(r"[{}()（）]", " ", written).strip(" -"))]


@cache
def tokens() -> re.Pattern[str]:
    """Return the pattern of a number or a word; words of scripts without spaces are told apart by what they mean."""
    joined = sorted((word for word in meanings() if needs_no_spaces(word)), key=len, reverse=True)
    return re.compile("|".join((r"\d+", *map(re.escape, joined), _WORD)))


def needs_no_spaces(text: str) -> bool:
    """Whether a text has characters of a script whose words need no spaces between them."""
    return _NO_SPACES.search(text) is not None


@cache
def role(name: str) -> re.Pattern[str]:
    """Return the pattern of the words of all languages for one column of the table."""
    return _pattern(phrase for words in WORDS.values() for phrase in phrases(getattr(words, name)))


def without(name: str, text: str) -> str:
    """Take the words of a column off the beginning or the end of a text."""
    word = role(name).search(text)
    if not word or (word.start() and word.end() < len(text)):
        return text
    return (text[: word.start()] + text[word.end() :]).strip(" ,'-()")


def now_in_english(word: str) -> str:
    """Return the English word for now that was written; `Present` for those of other languages."""
    return next((each for each in ONGOING if each.casefold() == word), "Present")


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Match any of some phrases, the longest first; those of letters only as whole words."""
    found = sorted({" ".join(re.findall(_WORD, fold(each))) for each in words}, key=lambda each: (-len(each), each))
    alternatives = (re.escape(each) if needs_no_spaces(each) else _as_words(each) for each in found)
    return re.compile(rf"(?:{'|'.join(alternatives)})\.?")


def _as_words(phrase: str) -> str:
    return r"(?<![^\W_])" + phrase.replace(" ", r"\W{1,2}") + r"(?![^\W\d_])"

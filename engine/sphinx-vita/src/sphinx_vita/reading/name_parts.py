"""One name, cut into its parts: by its comma, else by what its words look like."""

import re
from functools import lru_cache

from bibtexparser.middlewares.names import parse_single_name_into_parts

from sphinx_vita.reading.latex.text import to_text
from sphinx_vita.reading.name_lists import commas
from sphinx_vita.reading.name_suffixes import cut_suffixes, is_suffix, without_title
from sphinx_vita.records import Name, Order
from sphinx_vita.records.slugs import fold

PARTICLES = frozenset(
    "van von der den de del della dei degli di da das do dos du la le los las el al ten ter te zu zum zur af 't".split()
)
_LARGE_PARTICLES = frozenset(
    "Van Von De Del Della Der Den Di Da Dos Du La Le Los Las El Ibn Bin Abu Abd Abdul St. Ter Ten".split()
)
_WITHOUT_CASE = frozenset("بن ابن بنت أبو ابو آل בן בת אבן".split())  # the particles of scripts that have one case
_ENDS_OF_FAMILY = frozenset("Filho Neto Sobrinho Júnior".split())  # in Portuguese they stay with the name before them
_GROUP = re.compile(
    r"\b(?:collaborations?|consorti(?:um|a)|groups?|teams?|committee|project|initiative|network|foundation|institute|"
    r"association|society|university|laborator(?:y|ies)|labs?|working|investigators|community|council|organi[sz]ation|"
    r"agency|ministry|department)\b",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:[^\W\d_](?:\.\s?|-|\s))*[^\W\d_]\.?|[^\W\d_a-z]{1,3}")
# Large letters behind a name that are no initials: short family names, and words of companies.
_NO_INITIALS = frozenset(
    "AO BO CAI CAO DAI DO DU FAN FU GAO GE GU GUO HAN HAO HE HO HU JIA JIN KIM KO LAI LE LEE LEI LI LIM LIN LIU LU LUO "
    "LY MA MAI MAO MEI NG NI NIE OH OU PAN PAK QI QIN QIU REN SHI SU SUN TAN TU VO VU WAN WEI WU XIA XIE XU XUE YAN "
    "YAO YE YI YIN YOO YU YUE ZHU ZUO AG AI EU LLC LLP NV SA SE UK UN US USA".split()
)
_VIETNAMESE = frozenset(
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trương Đoàn Lâm Mai Trịnh Đào Hà Cao "
    "Tô Tạ Lương Vương Quách Thái Châu Tăng Phùng Kiều".split()
)
_FOLDED = frozenset(map(fold, _VIETNAMESE))
_OF_VIETNAM = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")
_BEHIND = re.compile(r"\s*[(（]([^()（）]*)[)）]\s*$")  # another spelling of the name, or the one before a marriage
_OTHER_SCRIPT = re.compile(r"(?<=[A-Za-zÀ-ɏ.])\s+([\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3][\u3005-\ud7a3 ]*)$")


@lru_cache(maxsize=65536)
def read_name(raw: str, *, is_prose: bool = False) -> Name | None:
    """Read one name in BibTeX's or the usual order; None for a text without letters.

    In prose `Jane Doe, MD` has a degree; in a bibliography `García López, MD` has initials.
    """
    also = ""
    if not is_suffix(commas(raw)[-1].strip(), behind_given=True):
        raw, also = cut_other_spelling(raw)
    parts, suffixes = cut_suffixes([part.strip() for part in commas(raw)], is_prose=is_prose)
    if also and is_suffix(also, behind_given=True):
        also, suffixes = "", [*suffixes, also]  # "Jane Doe (PhD)"
    parts[0], parts[-1] = (without_title(part, academic_only=True) for part in (parts[0], parts[-1]))
    raw = ", ".join(parts)
    name = _by_its_words(raw) if len(parts) == 1 and "{" not in raw else None
    name = name or _by_bibtex(raw)
    if name is None:
        return None
    suffix = ", ".join(filter(None, (name.suffix, *suffixes)))
    return Name(
        family=name.family, given=name.given, particle=name.particle, suffix=suffix, also=also, order=name.order
    )


def is_group(name: Name) -> bool:
    """Whether a name is that of a collaboration and not of a person, as far as its words tell."""
    return name.is_single and _GROUP.search(name.family) is not None


def cut_other_spelling(raw: str) -> tuple[str, str]:
    """Take off what stands behind a name in parentheses, or in another script: `Mei Chen (陳美)`."""
    for pattern in (_BEHIND, _OTHER_SCRIPT):
        found = pattern.search(raw)
        before = raw[: found.start()] if found else ""
        if found and re.search(r"\w", before) and re.search(r"\w", found[1]) and before.count("{") == before.count("}"):
            return before.rstrip(" ,"), _text([found[1]])
    family = re.match(r"([^,(]+?)\s*\(((?:née|nee|geb\.?|born)\s[^()]+)\)\s*(,.*)", raw)  # "Doe (née Roe), Jane"
    return (family[1] + family[3], _text([family[2]])) if family else (raw, "")


def _by_bibtex(raw: str) -> Name | None:
    """Read a name by BibTeX's rules, and mend what they take apart."""
    parts = parse_single_name_into_parts(raw, strict=False)
    family, given, particle, suffix = (_text(words) for words in (parts.last, parts.first, parts.von, parts.jr))
    if not family:
        family, given, particle = given or particle, "", ""
    if particle and "," in raw and particle.split()[0] not in PARTICLES and particle[0].isupper():
        family, particle = f"{particle} {family}", ""  # "Moitinho de Almeida, J. P."
    if "," not in raw and given and Name(family=given, given=family, particle=particle).is_east_asian:
        return Name(family=given, given=family)  # "张 三"
    bare, _, last = family.rpartition(", ")
    if bare and is_suffix(last, behind_given=False):
        family, suffix = bare, last  # "{Weir, Jr.}"
    is_guessed = bool(given) and not re.search("[,{]", raw)
    order = Order.GIVEN_FIRST if is_guessed else Order.TOLD
    return Name(family=family, given=given, particle=particle, suffix=suffix, order=order) if family else None


def _by_its_words(text: str) -> Name | None:
    """Read a name without a comma whose words say more than their places; None for the usual order."""
    words = text.split()
    if len(words) < 2:
        return None
    if _GROUP.search(text):
        return Name(family=_text([text]))
    end = _end_of_family(words)
    if end:
        family = " ".join(words[:end])
        name = _by_bibtex(f"{family}, {' '.join(words[end:])}")
        return name and Name(family=name.family, given=name.given, particle=name.particle, order=Order.FAMILY_FIRST)
    start = _start_of_family(words)
    if start is None:
        return None
    return Name(family=_text(words[start:]), given=_text(words[:start]), order=Order.GIVEN_FIRST)


def _end_of_family(words: list[str]) -> int:
    """Return how many words a family name has that stands first; 0 where it does not, as far as they tell."""
    is_turned = len(words) == 2 and words[1] in _VIETNAMESE  # "Mai Nguyễn"
    if words[0] in _VIETNAMESE and _OF_VIETNAM.search(" ".join(words)) and not is_turned:
        return 1
    if fold(words[0]) == "Nguyen" and len(words) > 2:
        return 1
    initials = len(words)
    while initials > 0 and _is_initials(words[initials - 1]):
        initials -= 1
    are_names = all(len(word) > 1 and word[-1] != "." and any(map(str.isalpha, word)) for word in words[:initials])
    if 0 < initials < len(words) and are_names and any(not word.isupper() for word in words[:initials]):
        return initials  # "Lovelace AB"
    large = next((place for place, word in enumerate(words) if not _is_large(word)), 0)
    return large if large and not any(map(_is_large, words[large:])) else 0  # "LOVELACE Ada"


def _start_of_family(words: list[str]) -> int | None:
    """Return the place of the first word of a family name of several that BibTeX takes for given names."""
    if words[0] == "Ibn":  # no given name
        return 0
    start = len(words) - 1
    if words[-1] in _ENDS_OF_FAMILY and start > 1:
        start -= 1
    if "".join(words).upper() == "".join(words).lower():
        while start > 1 and words[start - 1] in _WITHOUT_CASE:
            start -= 1
        return start if len(words) > 2 else None
    while start > 1 and words[start - 1] in _LARGE_PARTICLES and fold(words[-1]) not in _FOLDED:
        start -= 1
    return start if start < len(words) - 1 and not any(word.islower() for word in words[:start]) else None


def _is_initials(word: str) -> bool:
    return _INITIALS.fullmatch(word) is not None and word.isupper() and word not in _NO_INITIALS


def _is_large(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and word.isupper()


def _text(words: list[str]) -> str:
    return str(to_text(" ".join(words)))

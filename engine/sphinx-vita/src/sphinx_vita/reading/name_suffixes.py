"""What stands around a name: titles before it, generations, degrees and East Asian titles behind it."""

import re

_TITLE = r"professor|prof|doctor|dr|ph\.?d|mag(?=\.)|dipl\.?-\s?\w{3,4}"
_BEHIND_TITLE = r"(?:ir|ing|med|rer|nat|phil|habil|h\.\s?c)\.\s*|-\s*ing\.\s*"
_ADJECTIVES = (
    r"(?:(?:(?:assoc|asst|adj|em)\.|associate|assistant|adjunct|emeritus|emerita|full|distinguished|visiting)\s+"
    r"(?=.{0,40}\bprof))*"
)
_ACADEMIC = re.compile(rf"{_ADJECTIVES}(?=(?:{_TITLE})[.\s])(?:(?:{_TITLE})(?:\.\s*|\s+)|{_BEHIND_TITLE})+(?=\S)", re.I)
_ANY_TITLE = re.compile(
    rf"{_ADJECTIVES}(?:(?:{_TITLE}|mr|mrs|ms|mx|miss|sir|dame)(?:\.\s*|\s+)|{_BEHIND_TITLE})+(?=\S)", re.I
)
_BEHIND = re.compile(  # as Chinese, Japanese and Korean write them
    r"(?<=[^\s{])\s*(?:(?:副|助理|特聘|讲座|講座|客座|名誉|名譽|荣誉|榮譽|准|準)?教授|博士|院士|研究[员員]|老[师師]|先生|女士"
    r"|(?:부|조)?교수님?|박사님?|선생님)$"
)
_GENERATION = r"(?i:jr|sr)\.?|(?i:junior|senior)|I{2,3}|IV|VI{1,3}|2nd|3rd|4th"
_DEGREE = (
    r"(?i:ph\.?\s?d|esq|d\.?\s?phil|pharm\.?\s?d|m\.?\s?sc|b\.?\s?sc|d\.?\s?sc|m\.?\s?phil|dr\.?\s?rer\.?\s?nat"
    r"|dipl\.?-?\s?[a-z]{3,4})\.?(?:\s*\([^()]*\))?"
)
_DEGREE_OR_INITIALS = (  # degrees and orders behind a given name only
    r"(?:M\.?\s?D|J\.?\s?D|D\.?\s?O|M\.?\s?A|B\.?\s?A|M\.?\s?S|B\.?\s?S|D\.?D\.?S|D\.?M\.?D|D\.?V\.?M|M\.?P\.?H|M\.?B\.?A"
    r"|R\.?\s?N|LL\.?\s?[BMD]|Ed\.?\s?D|F\.?R\.?S|S\.?\s?J|O\.?\s?P|O\.?S\.?B|C\.?Sc|P\.?\s?E|M\.?B\.?B\.?S"
    r"|M\.?B\.?Ch\.?B|F\.?R\.?C\.?[A-Z]|FA[A-Z]{2}|[MB]\.?S\.?N|D\.?N\.?P|D\.?P\.?H|C\.?P\.?A|C\.?F\.?A)\.?"
)
_SUFFIX = re.compile(f"{_GENERATION}|{_DEGREE}")
_SUFFIX_OR_INITIALS = re.compile(_DEGREE_OR_INITIALS)
_LAST_WORD = re.compile(rf"(?P<name>\S.*?)\s+(?P<suffix>{_GENERATION}|{_DEGREE}|M\.D\.)")
_LAST_WORD_OF_GIVEN = re.compile(
    rf"(?P<name>\S.*?)\s+(?P<suffix>{_GENERATION}|{_DEGREE}|M\.?D\.?|M\.?P\.?H\.?|M\.?B\.?A\.?|D\.?D\.?S\.?)"
)


def is_suffix(part: str, *, behind_given: bool) -> bool:
    """Whether a part of a name is one such as `Jr.` or `PhD`; `M.D.` is one only where it cannot be initials."""
    return bool(_SUFFIX.fullmatch(part) or (behind_given and _SUFFIX_OR_INITIALS.fullmatch(part)))


def is_degree(suffix: str) -> bool:
    """Whether a suffix is a degree or an order, and no generation."""
    return re.fullmatch(_GENERATION, suffix) is None


def generation(suffix: str) -> str:
    """Leave degrees and orders out of a suffix, as citations do: `Jr., PhD` gives `Jr.`."""
    return ", ".join(part for part in map(str.strip, suffix.split(",")) if part and not is_degree(part))


def without_title(text: str, *, academic_only: bool = False) -> str:
    """Leave out the titles around a name: `Prof. Dr. Mingyu Li` and `Mingyu Li 教授` give `Mingyu Li`."""
    if text[:1] == "{":
        return text
    if academic_only:
        return _ACADEMIC.sub("", text, count=1)
    return _BEHIND.sub("", _ANY_TITLE.sub("", text, count=1))


def cut_suffixes(parts: list[str], *, is_prose: bool) -> tuple[list[str], list[str]]:
    """Cut the parts between the commas of a name into those of the name itself and its suffixes.

    `["Smith", "John", "M.D."]` gives `["Smith", "John"]` and `["M.D."]`; `["Smith Jr.", "John"]` gives `["Jr."]`.
    """
    end = len(parts)
    while end > 1 and is_suffix(
        parts[end - 1].strip("{}"), behind_given=_is_behind_given(parts, end, is_prose=is_prose)
    ):
        end -= 1
    kept, suffixes = parts[:end], [part.strip("{}") for part in parts[end:]]
    found = _LAST_WORD.fullmatch(kept[0]) if "{" not in kept[0] else None
    if found and (end > 1 or " " in found["name"]):
        kept[0], suffixes = found["name"], [found["suffix"], *suffixes]
    found = _LAST_WORD_OF_GIVEN.fullmatch(kept[-1]) if end > 1 and "{" not in kept[-1] else None
    if found:
        kept[-1], suffixes = found["name"], [found["suffix"], *suffixes]
    return kept, suffixes


def _is_behind_given(parts: list[str], end: int, *, is_prose: bool) -> bool:
    """Whether a given name stands before a part, which then can be no initials: that is where several words stand."""
    part, has_words = parts[end - 1], " " in parts[0] and "{" not in parts[0]
    is_certain = is_prose or (len(part.strip("{}. ")) > 2 and "." not in part)
    is_whole = has_words and is_certain and not re.match(r"van |de ", parts[0], re.IGNORECASE)
    is_among_degrees = has_words and (end < len(parts) or re.search(r" [A-Z]{1,3}$", parts[0]) is not None)
    return end > 2 or part.startswith("{") or is_whole or is_among_degrees

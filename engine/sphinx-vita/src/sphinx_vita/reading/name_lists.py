r"""Fields of names, cut into single names.

TeX becomes characters before anything is cut: a comma, a tilde or an `and` counts where the reader sees it.
Braces that hold words together stay, and so do the signs behind a name, such as `$^*$` and `\dag`.
"""

import itertools
import re
import unicodedata
from collections.abc import Iterator

from sphinx_vita.reading.inline_html import without_escaped_entities, without_tags
from sphinx_vita.reading.latex.islands import BLANKS, ONLY_FORMAT, TRANSPARENT
from sphinx_vita.reading.latex.text import balanced, islands, plain, prepared, without_lone_math
from sphinx_vita.reading.name_suffixes import is_suffix

SIGNS = "*∗⁎＊†‡§¶♯✉⋆★"
_GROUP = r"\{(?:[^{}]|\{[^{}]*\})*\}"
_SIGN_THEN_COMMA = re.compile(rf"[{SIGNS}](?=[^,]*,)")
_BRACE = re.compile(r"[{}]")
_COMMAND_OF_SIGN = (
    r"\\(?:textdagger(?:dbl)?|textasteriskcentered|textsection|textparagraph|dagger|ddagger|dag|ddag|ast)(?![A-Za-z])"
    r"(?:\{\})?"
)
MARKS = re.compile(
    r"\\textsuperscript\s*\{[^{}A-Za-z]*\}|\\inst\s*\{[^{}]*\}"
    r"|\$(?:[^$A-Za-z\\]|\\(?:ast|star|dagger|ddagger|dag|ddag|S|P)(?![A-Za-z]))*\$"
    rf"|\$(?:\{{\}})?\s*\^\s*(?:{_GROUP}|\\[A-Za-z]+|[^\s{{}}$])\s*\$(?![A-Za-z])"
    rf"|{_COMMAND_OF_SIGN}"
    rf"|\^?[{SIGNS}#]+|\^\{{[^{{}}]*\}}|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\(\s*[{SIGNS}]+\s*\)"
)
_AFFILIATION = re.compile(  # `Kim\textsuperscript{a,b}`, but not `M\textsuperscript{c}Donald`
    r"\\textsuperscript\s*\{\s*((?:\w\s*,\s*){1,9}[\w*]|[a-z](?=\s*\}\s*(?:,|and(?!\S)|$)))\s*\}"
)
_FOOTNOTE_MARK = re.compile(r"\\footnotemark\s*(?:\[[^\]]{0,9}\])?(?:\{\})?")
_THANKS = re.compile(rf"\\thanks\s*{_GROUP}")
_DEEPEST = 24
_REMARK = re.compile(r"(?<=\S)\s*[(（][^()（）]*[)）]$")
_MAILBOX = re.compile(r"\s*<[^<>\s]+@[^<>\s]+>")
_TOO_MANY = 3  # parts of a name, suffixes aside
_WITH_INITIALS = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+){0,3} (?-i:[A-Z]{1,3})")  # "Doe JA, Roe B": two people
_TWO_BEFORE_A_COMMA = re.compile(r"[^\s,{}]+(?: [^\s,{}]+)+, [^\s,{}]+(?: [^\s,{}]+)+,")  # "Jane Doe, Jo Roe, and ..."
_WHOLE_NAMES = re.compile(r"\S+(?: \S+)+ \\?& \S+(?: \S+)+")
_FOR_A_GROUP = re.compile(
    r"(?:,?\s+on behalf of|\s+for)\s+(?:the\s+)?"
    r"(?=[^{},]*\b(?:collaboration|consortium|group|team|investigators|network)\b)",
    re.IGNORECASE,
)
_ET_AL = re.compile(r",?\s+et\.?\s+al\.?\s*$", re.IGNORECASE)
_AND = re.compile(r"\\[\s\S]|[{}]|(?<!\S)and(?!\S)", re.IGNORECASE)
_AMPERSAND = re.compile(r"[{}]|\s\\?&\s|\\[\s\S]")
_BRACE_OR_ANY = re.compile(r"\\[\s\S]|[{}]|[^{}\\]")
_COMMA = re.compile(r"[{},]|\\[\s\S]")
_PART = re.compile(r"\b(family|given|prefix|suffix)\s*=\s*(\{[^{}]*\}|\"[^\"]*\"|[^,]*)", re.IGNORECASE)


def split_names(field: str) -> Iterator[str]:
    """Cut a field into single names, also where the author wrote something else than `and` between them."""
    field = _decoded(field)
    inner = field[1:-1] if _is_braced_list(field) else field
    for part in _cut(_with_ands(inner), _AND):
        name = _from_parts(part.strip(" ,;"))
        if not name:
            continue
        if _TWO_BEFORE_A_COMMA.fullmatch(part.strip()):
            yield from (each.strip() for each in part.strip(" ,").split(","))
            continue
        cut = _ET_AL.sub("", name[1:-1] if re.fullmatch(r"\{[^{}]*\set\.?\s+al\.?\s*\}", name, re.IGNORECASE) else name)
        yield from _split_commas(cut.strip())
        if cut != name:
            yield "et al."


def commas(name: str) -> list[str]:
    """Cut a name at its commas outside of braces."""
    return list(_cut(name, _COMMA))


def _decoded(field: str) -> str:
    """Turn the TeX, the tags and the entities of a field of names into characters, up to braces and signs."""
    superscripts = re.sub(r"<sup>\s*([^<>]*?)\s*</sup>", r"\\textsuperscript{\1}", field, flags=re.IGNORECASE)
    superscripts = _MAILBOX.sub("", superscripts)
    text = " ".join(balanced(without_tags(without_escaped_entities(superscripts))).split())
    if "\\" in text or "$" in text:
        text = _AFFILIATION.sub(r"$^{\1}$", _FOOTNOTE_MARK.sub("", text))
        text = _characters(without_lone_math(prepared(text)), 0)
    return " ".join(_quoted(text.replace("~", " ")).split())


def _quoted(text: str) -> str:
    """Write the signs for backquotes, which people use for an apostrophe or an ayn: `` `Abd ``, ``O`Brien``."""
    return re.sub(r"(?<!`)`(?!`)", "‘", text) if "`" in text else text


def _characters(tex: str, depth: int) -> str:
    pieces = list(islands(tex))
    followers = [written[:1] for written, _ in (*pieces[1:], ("", False))]
    return "".join(
        _island(written, depth, is_inside=follower.isalpha()) if is_island else written.replace("~", " ")
        for (written, is_island), follower in zip(pieces, followers, strict=False)
    )


def _island(written: str, depth: int, *, is_inside: bool) -> str:
    """Turn one group, formula or macro into characters; `is_inside` a word nothing is a sign, as in `M$^c$Donald`."""
    command = re.match(r"\\([A-Za-z]+|[\s\S])", written)
    name = command[1] if command else ""
    bare = written.strip()
    if (MARKS.fullmatch(bare) and not is_inside) or _THANKS.fullmatch(bare) or name in tuple("&%$#_"):
        return written
    if depth > _DEEPEST:
        return plain(written)
    if written[0] == "{":
        return _group(written[1:-1], depth)
    if name in TRANSPARENT:
        return _characters(_last_argument(written), depth + 1)
    if name in BLANKS or name in ("{", "}"):
        return " "
    if written[0] == "$":
        return unicodedata.normalize("NFKC", plain(written))  # the letters of a name stand on the line
    if name in ONLY_FORMAT:
        return _characters(written[len(name) + 1 :].lstrip(), depth + 1)
    return plain(written).replace("~", " ")


def _group(inner: str, depth: int) -> str:
    r"""Keep the braces of a group, but not those of an accented letter, `{\"o}`, or of a font, `{\bf Doe, Jane}`."""
    characters = _characters(inner, depth + 1)
    command = re.match(r"\\([A-Za-z]+|[\s\S])", inner)
    is_font = command is not None and (command[1] in ONLY_FORMAT or command[1] in TRANSPARENT)
    is_letter = command is not None and not re.search(r"[\s,]", characters)
    return characters if is_font or is_letter or not characters.strip() else f"{{{characters}}}"


def _last_argument(written: str) -> str:
    r"""Return what a macro encloses: `Doe, Jane` of `\textbf{Doe, Jane}` and of `\href{...}{Doe, Jane}`."""
    groups = [text for text, is_island in islands(written.partition("{")[1] + written.partition("{")[2]) if is_island]
    return groups[-1][1:-1] if groups else ""


def _cut(text: str, separator: re.Pattern[str]) -> Iterator[str]:
    """Cut a text at each separator outside of braces; the pattern finds braces and what is escaped, too."""
    start = depth = 0
    for token in separator.finditer(text):
        if token[0] in ("{", "}"):
            depth += 1 if token[0] == "{" else -1
        elif depth == 0 and token[0][0] != "\\":
            yield text[start : token.start()]
            start = token.end()
    yield text[start:]


def _from_parts(name: str) -> str:
    """Write `van Gogh, Vincent` for biblatex's `given=Vincent, prefix=van, family=Gogh`."""
    if not _PART.match(name):
        return name
    parts = {match[1].lower(): match[2].strip(' {}"') for match in _PART.finditer(name)}
    family = f"{parts.get('prefix', '')} {{{parts.get('family', '')}}}".strip()
    return ", ".join(part for part in (family, parts.get("suffix", ""), parts.get("given", "")) if part)


def _is_braced_list(field: str) -> bool:
    """Whether braces stand around a whole list of names; `{Simon and Schuster}` is one name: a list has commas."""
    first_comma = field.find(",")
    has_commas = 0 < first_comma < field.find(" and ", first_comma) < field.rfind(",")
    is_braced = has_commas and field[0] == "{" and len(list(_cut(field, _BRACE_OR_ANY))) == 1
    return is_braced and not re.search(r"\b(?:of|for|the|in)\b", field)


def _with_ands(field: str) -> str:
    """Write `and` for the semicolons, and for the ampersands, that stand between names."""
    if ";" in field and not re.search(r"\sand\s", field, re.IGNORECASE):
        field = re.sub(r"\s*;\s*", " and ", field.strip(" ;"))
    field = field.replace("、", " and ").replace("，", ", ")  # the commas of Chinese and Japanese
    if "&" in field and ("," in field or _WHOLE_NAMES.fullmatch(field)):
        field = " and ".join(_cut(field, _AMPERSAND))
    return _FOR_A_GROUP.sub(" and ", field)


def _split_commas(name: str) -> list[str]:
    """Cut `Jane Doe, John Smith, Mary Major`; BibTeX's own `von Last, Jr, First` stays whole."""
    remark = _REMARK.search(name)
    if remark and "," in remark[0]:
        *others, last = _split_commas(name[: remark.start()])
        return [*others, last + remark[0]]
    inner = name[1:-1]
    if name[:1] + name[-1:] == "{}" and _SIGN_THEN_COMMA.search(inner) and not _BRACE.search(inner):
        return [part.strip() for part in inner.split(",") if part.strip()]
    if re.fullmatch(r"\{[^{},]+,\s*(?:[^\W\d_]\.[\s-]*)+\}", name):
        return [name[1:-1]]
    if "{" in name or name.count(",") < 2:
        parts = [part.strip() for part in name.split(",")]
        return parts if len(parts) > 1 and all(map(_WITH_INITIALS.fullmatch, parts)) else [name]
    parts = [part.strip() for part in name.split(",") if part.strip()]
    degrees = list(itertools.takewhile(lambda part: is_suffix(part, behind_given=True), reversed(parts[1:])))
    are_certain = any(is_suffix(part, behind_given=False) for part in degrees) or len(degrees) == len(parts) - 1
    if degrees and are_certain and len(parts) - len(degrees) < _TOO_MANY:
        return [name]  # "Jane Doe, MD, PhD"
    if len(parts) % 2 == 0 and all(_is_initials(part) for part in parts[1::2]):
        return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    people: list[str] = []
    for part in parts:
        if people and is_suffix(part, behind_given=True):
            people[-1] += f", {{{part}}}"  # braces: it is no first name
        else:
            people.append(part)
    is_one = len(people) < 3 and not (
        len(people) == 2 and len(parts) > 3 and all(" " in each.partition(",")[0] for each in people)
    )
    return [name] if is_one else people


def _is_initials(part: str) -> bool:
    return part == part.upper() and re.fullmatch(r"(?:[^\W\d_]\.?[\s-]*){1,4}", part) is not None

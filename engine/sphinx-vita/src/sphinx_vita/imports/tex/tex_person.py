"""The person of a CV in LaTeX: what moderncv and Awesome-CV have a macro for."""

import re
from collections.abc import Iterator

from sphinx_vita.imports.accounts import account
from sphinx_vita.imports.cvs.person import without_document
from sphinx_vita.imports.drafts import Draft, Leftover, profile_of, said
from sphinx_vita.imports.tex.tex_source import end_of_group
from sphinx_vita.imports.tex.tex_text import plain_of
from sphinx_vita.reading.links import check_email

_HEAD = "the head of the CV"
_NETWORKS = (
    "github gitlab bitbucket codeberg linkedin orcid twitter x researchgate skype reddit xing medium kaggle hackerrank"
    " telegram whatsapp bluesky"
).split()
_PRIVATE = {"born": "a date of birth", "dateofbirth": "a date of birth", "fax": "a fax number"}
_GROUPS = {  # the macros, each with how many arguments it may have
    **dict.fromkeys(("name", "googlescholar", "stackoverflow", "mastodon"), 2),
    **dict.fromkeys(("firstname", "familyname", "lastname", "title", "position", "phone", "mobile", "email"), 1),
    **dict.fromkeys(("homepage", "social"), 1),
    **dict.fromkeys(("extrainfo", "quote", "photo", *_PRIVATE, *_NETWORKS), 1),
    "address": 3,
}  # fmt: skip
MACROS = frozenset(_GROUPS)
_TOKEN = re.compile(r"\\(?P<name>[A-Za-z]+)\*?|\\[\s\S]|[{}]")
_BRACKET = re.compile(r"\s*\[(?P<words>[^\[\]]*)\]")
_BLANK = re.compile(r"\s*")

Said = tuple[str, str, list[str]]  # a macro, what stands in its brackets, its arguments


def read_tex_person(text: str) -> tuple[Draft | None, list[Leftover], str]:
    """Return the profile, what of it has no option, and the text without its macros."""
    found, rest = _take(text)
    options: list[tuple[str, str]] = []
    leftovers: list[Leftover] = []
    for macro, kind, arguments in found:
        for option, words in _read(macro, kind, arguments):
            if option:
                options.append((option, words))
            elif words:
                leftovers.append(Leftover(text=words, reason=_reason(macro, kind), place=_HEAD))
    filled = said([each for each in options if each[0] != "body"])
    leftovers += [
        Leftover(text=words, reason=f"the profile has another {option}", place=_HEAD)
        for option, words in options
        if words.strip() and option not in ("body", "given", "family") and filled.get(option) != words.strip()
    ]
    given, family = filled.pop("given", ""), filled.get("family", "")
    if " " not in family:
        filled.pop("family", None)
    name = f"{given} {family}".strip()
    if not name and not filled:
        return None, leftovers, rest
    body = "\n\n".join(words for option, words in options if option == "body")
    return profile_of(name, filled.items(), body, _HEAD), leftovers, rest


def _take(text: str) -> tuple[list[Said], str]:
    """Take the macros out of a text where they stand in no group."""
    found: list[Said] = []
    rest: list[str] = []
    place, depth = 0, 0
    token = _TOKEN.search(text)
    while token:
        end = token.end()
        depth += {"{": 1, "}": -1}.get(token[0], 0)
        if depth == 0 and token["name"] in _GROUPS:
            bracket, arguments, end = _arguments(text, end, _GROUPS[token["name"]])
            if arguments:
                found.append((token["name"], bracket, arguments))
                rest.append(text[place : token.start()])
                place = end
        token = _TOKEN.search(text, end)
    return found, "".join([*rest, text[place:]])


def _arguments(text: str, place: int, count: int) -> tuple[str, list[str], int]:
    """Read what stands in brackets and the groups behind a macro; return where they end, too."""
    words = ""
    while bracket := _BRACKET.match(text, place):
        words, place = words or bracket["words"].strip(), bracket.end()
    found: list[str] = []
    while len(found) < count:
        blank = _BLANK.match(text, place)
        start = blank.end() if blank else place
        end = end_of_group(text, start)
        if end < 0:
            break
        found.append(text[start + 1 : end - 1])
        place = end
    return words, found, place


def _read(macro: str, kind: str, arguments: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the options that a macro says; "" for what has none."""
    words = [plain_of(each) for each in arguments]
    first = words[0]
    if macro == "name":
        yield from zip(("given", "family"), words if len(words) > 1 else ("", first), strict=True)
    elif macro in ("firstname", "familyname", "lastname"):
        yield ("given" if macro == "firstname" else "family"), first
    elif macro in ("title", "position"):
        yield "label", without_document(first)
    elif macro in ("phone", "mobile"):
        yield ("" if kind == "fax" else "phone"), first
    elif macro == "email":
        yield ("email" if check_email(first) is None else ""), first
    elif macro == "homepage":
        yield "homepage", first if "://" in first else f"https://{first}"
    elif macro == "address":
        yield from _address([each for each in words if each])
    elif macro == "quote":
        yield "body", first.strip('“”"')
    elif macro in ("extrainfo", "photo") or macro in _PRIVATE:
        yield "", first
    else:
        yield _account(kind if macro == "social" else macro, words)


def _address(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the town; a street is not made public without being asked."""
    if not lines:
        return
    *street, town = [lines[0]] if len(lines) == 1 else [lines[0], ", ".join(lines[1:])]
    is_street = not street and re.search(r"\d", town)
    yield ("" if is_street else "location"), town
    yield from (("", each) for each in street)


def _account(network: str, words: list[str]) -> tuple[str, str]:
    if network == "mastodon" and len(words) > 1:
        return "mastodon", f"@{words[1].removeprefix('@')}@{words[0]}"
    name = words[0].removeprefix("https://")
    at = re.fullmatch(r"(?P<host>[\w.-]+\.[a-z]+)/(?:web/)?@(?P<user>[\w.-]+)", name) if network == "mastodon" else None
    found = account(network, f"@{at['user']}@{at['host']}" if at else words[0])
    return found if found else ("", f"{network}: {words[0]}")


def _reason(macro: str, kind: str) -> str:
    if macro == "address":
        return "a street is not made public without being asked; write it as the option 'address' of the profile"
    if macro in _PRIVATE or kind in _PRIVATE:
        return f"{_PRIVATE.get(macro) or _PRIVATE[kind]} is not made public without being asked"
    if macro == "photo":
        return "copy the picture into the site and name it in the option 'image' of the profile"
    return "the profile has no option for it"

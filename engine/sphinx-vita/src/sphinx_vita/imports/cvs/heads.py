"""The head of an item of a CV, read by kind: which of its words is the title, which the place, which the rest."""

import re
from collections.abc import Callable

from sphinx_vita.imports.cvs.cv_words import DEGREE, FUNDER, LEVEL, MEMBER, PLACE, ROLE
from sphinx_vita.imports.cvs.items import cut_at_commas, is_place, unquoted, words_of

Options = list[tuple[str, str]]
Head = tuple[str, Options, list[str]]  # the title, the options beside it, the lines that are left

# The option that a CV writes behind the title or below it.
_SECOND = {
    "position": "organization", "volunteer": "organization", "degree": "institution", "award": "issuer",
    "service": "venue", "teaching": "institution", "certificate": "issuer", "press": "outlet", "referee": "affiliation",
    "language": "fluency",
}  # fmt: skip
# The option for the place of an entry whose parts the source tells apart.
PLACE_OF = {**_SECOND, "talk": "event", "grant": "funder", "student": "institution", "project": "organization"}
_ADVISED = re.compile(r",?\s*\(?(?:advised|supervised) by:?\s+(?P<names>[^()]+)\)?", re.IGNORECASE)
_HONORS = re.compile(r"\s*\((?P<honors>[^()]*)\)$")
_AMOUNT = re.compile(
    r"[$€£¥₩₹]\s?\d|\bS/\s?\d|\b(?!No\b)[A-Z]{2,3}\s?\d[\d,.]{2,}|\d\s?(?:[$€£¥]|(?:[A-Z]{3}|[Ee]uros?)\b)"
)
_GRANTED_AS = re.compile(
    r"(?i)(?:role:\s*)?((?:co-?)?\s?(?:p\.?i\.?|principal investigator|investigator|i)|(?:senior|key) personnel"
    r"|lead)\.?"
)
_NUMBER = re.compile(
    r"\s*\(?(?i:grant|award|project)?\s*(?i:no\.?|nr\.?|number|#)?\s*(?P<number>(?=[\w/-]*\d{3})[A-Z0-9][\w/-]+)\)?$"
)
_TOGETHER = re.compile(r"\s*\((?P<people>(?:joint|with|mit|avec|con)\b[^()]*)\)\.?$")
_SERVED = re.compile(
    r"(?P<role>[\w -]*?\b(?:reviewer|referee|editor|chair|organi[sz]er|member|gutachter\w*))\s+(?:for|of|at"
    r"|für)\s+(?P<venue>\S.*)",
    re.IGNORECASE,
)


def read_head(kind: str, title: str, rest: list[str]) -> Head:
    """Read the head of an item and, where it needs them, the lines below."""
    return _HEADS.get(kind, _head)(kind, title, rest)


def in_order(kind: str, title: str, where: str) -> tuple[str, str]:
    """Return the title before the place, whichever way a source has them."""
    if kind == "degree":
        is_turned = not DEGREE.search(title) and DEGREE.search(where) is not None
    else:
        is_role = ROLE.search(where) and not ROLE.search(title)
        is_turned = bool(is_role and PLACE.search(title) and not PLACE.search(where))
    return (where, title) if is_turned and kind in ("degree", "position", "volunteer") else (title, where)


def names_role(text: str) -> bool:
    """Whether a text says as what somebody served."""
    return ROLE.search(text) is not None


def _head(kind: str, title: str, rest: list[str]) -> Head:
    """Cut a title from what follows it: behind a comma, else in the next line."""
    second = _SECOND.get(kind, "")
    if not second:
        return unquoted(title), [], rest
    first, behind = _cut(title)
    if behind:
        return unquoted(first), [(second, behind)], rest
    is_below = bool(rest) and len(rest[0]) < 120
    return unquoted(title), [(second, words_of(rest[0]))] if is_below else [], rest[1:] if is_below else rest


def _job(kind: str, title: str, rest: list[str]) -> Head:
    """Tell role and employer apart, whichever stands first, and the place behind them."""
    first, second, rest = _head(kind, title, rest)
    where = second[0][1] if second else ""
    if where and PLACE.search(first) and not ROLE.search(first) and ROLE.search(where):
        first, where = where, first
    name, place = _cut_place(where)
    return first, [(_SECOND[kind], name), ("location", place)], rest


def _degree(kind: str, title: str, rest: list[str]) -> Head:
    """Tell the degree and the university apart, the honors, the advisors."""
    if rest and not (DEGREE.search(title) and (PLACE.search(title) or DEGREE.search(words_of(rest[0])))):
        title, rest = f"{title}, {words_of(rest[0])}", rest[1:]
    options: dict[str, str] = {}
    advised = _ADVISED.search(title)
    if advised:
        options["advisors"] = advised["names"]
        title = title[: advised.start()] + title[advised.end() :]
    title, options["location"] = _cut_place(title)
    degree, where = _cut(title) if re.search(r"\s[|·•–—]\s|\sat\s", title) else ("", "")
    degree, where = (degree, where) if where else _degree_among(cut_at_commas(title))
    if not DEGREE.search(degree) and DEGREE.search(where):
        degree, where = where, degree
    for text in (degree, where):
        honors = _HONORS.search(text)
        if honors and not DEGREE.search(honors["honors"]):
            options.setdefault("honors", honors["honors"])
            degree, where = (_HONORS.sub("", each) if each == text else each for each in (degree, where))
    return degree, [("institution", where), *options.items()], rest


def _degree_among(parts: list[str]) -> tuple[str, str]:
    """Tell the degree from the university among the parts of a line, in either order."""
    place = next((number for number, part in enumerate(parts) if DEGREE.search(part)), 0)
    end = next((number for number in range(place + 1, len(parts)) if PLACE.search(parts[number])), place + 1)
    end = len(parts) if place else end
    return ", ".join(parts[place:end]), ", ".join([*parts[:place], *parts[end:]])


def _grant(kind: str, title: str, rest: list[str]) -> Head:
    """Tell funder, number, amount and role apart, wherever they stand behind the title."""
    pieces = [*cut_at_commas(title), *(part for line in rest for part in cut_at_commas(words_of(line)))]
    title, *parts = [each for piece in pieces for each in re.split(r"[.;]\s+(?=[A-Z])|\s+[|·•]\s+", piece)]
    options: Options = []
    others: list[str] = []
    for part in parts:
        number, role = _NUMBER.search(part), _GRANTED_AS.fullmatch(part)
        if _AMOUNT.search(part):
            options.append(("amount", part))
        elif role:
            options.append(("role", role[1]))
        elif number:
            options.append(("number", number["number"]))
            others += [part[: number.start()].strip(" (")]
        else:
            others.append(part)
    others = [each for each in others if each]
    if others and FUNDER.search(title) and not any(map(FUNDER.search, others)):
        title, others[0] = others[0], title
    return unquoted(title), [*options, ("funder", ", ".join(others))], []


def _talk(kind: str, title: str, rest: list[str]) -> Head:
    """Tell the event, the host and the place apart, which stand behind the title or below it."""
    beside = _TOGETHER.search(title)
    if beside:
        title, rest = title[: beside.start()], [*rest, beside["people"]]
    first, *parts = cut_at_commas(title)
    if not parts and rest and not beside:
        parts, rest = cut_at_commas(words_of(rest[0])), rest[1:]
    if not parts:
        first, _, behind = title.partition(". ")
        parts = cut_at_commas(behind) if behind else []
    where, place = _cut_place(", ".join(["", *parts]).strip(" ,"))
    if not place and len(parts) > 1 and is_place(", ".join(parts[-2:])):
        where, place = ", ".join(parts[:-2]), ", ".join(parts[-2:])
    events = cut_at_commas(where) if where else []
    hosts = [each for each in events if PLACE.search(each) or re.fullmatch(r"[A-Z]{3,6}", each)][-1:]
    event = ", ".join(each for each in events if each not in hosts)
    return unquoted(first), [("event", event), ("institution", "".join(hosts)), ("location", place)], rest


def _service(kind: str, title: str, rest: list[str]) -> Head:
    """Read `Reviewer: the journal`, and `Reviewer for the journal`."""
    role, colon, venue = title.partition(":")
    if colon and venue.strip():
        return re.sub(r"\s+(?:for|of|für)$", "", role.strip()), [("venue", venue.strip())], rest
    found = _SERVED.match(title)
    return (found["role"], [("venue", found["venue"])], rest) if found else _head(kind, title, rest)


def _student(kind: str, title: str, rest: list[str]) -> Head:
    """Read `Ann Lee, PhD, "On bells" (now at Example Lab)`."""
    options: Options = []
    now = re.search(r",?\s*[(\[](?:now|currently)[:,]?\s+(?:at )?(?P<now>[^()]+)[)\]]", title)
    if now:
        options.append(("now", now["now"]))
        title = title[: now.start()] + title[now.end() :]
    name, *parts = cut_at_commas(re.sub(r"\s*\(([^()]*)\)", r", \1", re.sub(r"\s+[–—|:]\s+", ", ", title)))
    level = next((part for part in parts if LEVEL.match(part)), "")
    topic = ", ".join(unquoted(part) for part in parts if part and part != level)
    return name, [("level", level), ("topic", topic), *options], rest


def _membership(kind: str, title: str, rest: list[str]) -> Head:
    """Read `Member, the society` and `The society, member`."""
    first, behind = _cut(title)
    if not behind and rest:
        behind, rest = words_of(rest[0]), rest[1:]
    title, role = (behind, first) if MEMBER.fullmatch(first) and behind else (first, behind)
    return title, [("role", role)], rest


def _patent(kind: str, title: str, rest: list[str]) -> Head:
    """Read `Ann Lee, "A bell", US Patent 9,123,456`."""
    found = re.search(r"[“\"„](?P<title>[^”\"“]+)[”\"“]", title)
    whole = title if found else ", ".join([title, *map(words_of, rest)])
    number = re.search(
        r"\b(?:(?:U\.?S\.?|EP|WO|DE|JP"
        r"|CN)\b[\w .:]*?)?(?:[Pp]atents?\b[\w .:]*?)?(?:No\.?\s*)?[A-Z]{0,2}\s?\d[\d,/.]{4,}\d\b\s?[AB]?\d?",
        whole,
    )
    options = [("number", number[0].strip())] if number else []
    if not found:
        name = whole.replace(number[0], "").strip(" ,.;()") if number else title
        return unquoted(name), options, [] if number else rest
    people, behind = title[: found.start()].strip(" ,.:;"), title[found.end() :].strip(" ,.;")
    behind = behind.replace(number[0], "").strip(" ,.;()") if number else behind
    return found["title"].rstrip(",."), [("inventors", people), *options], [*([behind] if behind else []), *rest]


def _named(kind: str, title: str, rest: list[str]) -> Head:
    """Read `belltools, a library`: what stands behind the name says what it is."""
    name, behind = _cut(title)
    return (name, [], [behind, *rest]) if behind and len(name.split()) < 4 else (unquoted(title), [], rest)


def _words(kind: str, title: str, rest: list[str]) -> Head:
    """Read `Programming: Python, Julia`."""
    name, _, words = title.partition(":")
    if words.strip():
        return name.strip(), [("keywords", words.strip())], rest
    return name.strip(), [("keywords", ", ".join(map(words_of, rest)))], []


def _language(kind: str, title: str, rest: list[str]) -> Head:
    """Read `Norwegian (native)`, `Norwegian: native` and `Norwegian – native`."""
    found = re.fullmatch(r"(?P<name>[^\s(:–—,-]+(?: [^\s(:–—,-]+)?)\s*(?:[(:–—,-]+\s*(?P<fluency>[^()]+)\)?)?", title)
    return (found["name"], [("fluency", found["fluency"] or "")], rest) if found else (title, [], rest)


_HEADS: dict[str, Callable[[str, str, list[str]], Head]] = {
    "position": _job, "volunteer": _job, "degree": _degree, "service": _service, "skill": _words, "interest": _words,
    "language": _language, "grant": _grant, "talk": _talk, "student": _student, "membership": _membership,
    "patent": _patent,
    "software": _named, "dataset": _named, "project": _named,
}  # fmt: skip


def _cut(title: str) -> tuple[str, str]:
    """Cut at the sign that parts title and place: a bar, a dash with blanks, `at`, a comma."""
    for pattern in (r"\s+[|·•]\s+", r"\s+[–—-]{1,3}\s+", r"\s+(?:at|@)\s+(?=[A-Z])"):
        parts = re.split(pattern, title, maxsplit=1)
        if len(parts) == 2:
            return parts[0].strip(), parts[1].strip()
    first, *behind = cut_at_commas(title)
    return first, ", ".join(behind)


def _cut_place(text: str) -> tuple[str, str]:
    """Cut the city and the country off the end of an employer's name."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) >= 3 and is_place(", ".join(parts[-2:])):
        return ", ".join(parts[:-2]), ", ".join(parts[-2:])
    return text, ""

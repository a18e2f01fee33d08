"""An item of a CV made a draft of a record: which of its words is the title, which the place, which the rest."""

import re
from collections.abc import Callable

from sphinx_vita.imports.drafts import Draft, said
from sphinx_vita.imports.items import Item, cut_at_commas, cut_dates, is_place, links_of, read_lines, unquoted, words_of
from sphinx_vita.imports.sections import Heading, meaning_of
from sphinx_vita.records import KINDS, options_of

# The option that a CV writes behind the title or below it.
_SECOND = {
    "position": "organization", "volunteer": "organization", "degree": "institution", "award": "issuer", "grant": "funder",
    "service": "venue", "talk": "event", "teaching": "institution", "membership": "role", "certificate": "issuer", "press": "outlet",
    "project": "role", "student": "level", "referee": "affiliation", "language": "fluency",
}  # fmt: skip
_IN_ONE_LINE = ("language", "interest")
_LISTED = (
    "teaching",
    "service",
    "talk",
    "award",
    "grant",
    "student",
    "membership",
    "press",
    "publication",
    "certificate",
)
_ROLE = re.compile(
    r"\b(?:professor|lecturer|researcher|research(?:er| scientist| assistant| associate| fellow| engineer)|scientist|intern|engineer"
    r"|assistant|associate|fellow|postdoc\w*|director|manager|head|chair|analyst|consultant|developer|dean|reader|visit\w+"
    r"|instructor|teacher|editor|founder|president|officer|member|lead|student)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:universit\w+|institut\w*|college|school|laborator\w+|labs?|inc|gmbh|ltd|llc|corp\w*|company|department|center|centre"
    r"|hospital|academy|foundation|agency|team|group|google|microsoft|nvidia|meta|apple|amazon|ibm)\b",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"\b(?:ph\.? ?d|d\.? ?phil|doctor\w*|dr\.|master\w*|magister|bachelor\w*|[bm]\.? ?(?:sc?|a|eng|phil|ed|tech|ba)\.?(?![\w])"
    r"|diplom\w*|licen[cs]\w+|associate of|a-levels|high school|abitur|baccalaur\w+|habilitation|juris doctor|j\.d\.|m\.?d\.)",
    re.IGNORECASE,
)
_ADVISED = re.compile(r",?\s*\(?(?:advised|supervised) by:?\s+(?P<names>[^()]+)\)?", re.IGNORECASE)
_HONORS = re.compile(r"\s*\((?P<honors>[^()]*)\)$")


def draft_of(meaning: Heading, item: Item) -> Draft:
    """Make the draft of a record; what says nothing that the kind has an option for is its body."""
    kind = meaning.kind
    read = read_lines(item.lines)
    listed = read_lines(item.bullets, cut=False)
    title, dates = cut_dates(words_of(item.title))
    url = next((url for line in (item.title, *item.lines) for _, url in links_of(line) if url.startswith("http")), "")
    options = {**({"dates": dates} if dates else {}), **listed.options, **read.options}
    title, second, rest = _HEADS.get(kind, _head)(kind, title, read.rest)
    known = options_of(KINDS[kind])
    filled = said([*second, *options.items(), ("url", url), ("type", meaning.type)])
    body = _body([*rest, *_without_home(options, known)], listed.rest)
    order = {name: place for place, name in enumerate(known)}
    kept = {name: filled[name] for name in sorted(filled, key=lambda name: order.get(name, 0)) if name in known}
    return Draft(kind=kind, title=title, options=kept, body=body, place=f"line {item.line}")


Head = tuple[str, list[tuple[str, str]], list[str]]


def _head(kind: str, title: str, rest: list[str]) -> Head:
    """Cut a title from what follows it: behind a comma, else in the next line."""
    second = _SECOND.get(kind, "")
    if not second:
        return title, [], rest
    first, behind = _cut(title)
    if behind:
        return first, [(second, behind)], rest
    return (title, [(second, words_of(rest[0]))], rest[1:]) if rest and len(rest[0]) < 120 else (title, [], rest)


def _job(kind: str, title: str, rest: list[str]) -> Head:
    """Tell role and employer apart, whichever stands first, and the place behind them."""
    first, second, rest = _head(kind, title, rest)
    where = second[0][1] if second else ""
    if where and _PLACE.search(first) and not _ROLE.search(first) and _ROLE.search(where):
        first, where = where, first
    name, place = _cut_place(where)
    return first, [(_SECOND[kind], name), ("location", place)], rest


def _degree(kind: str, title: str, rest: list[str]) -> Head:
    """Tell the degree and the university apart, the honors, the advisors."""
    if rest and not (_DEGREE.search(title) and (_PLACE.search(title) or _DEGREE.search(words_of(rest[0])))):
        title, rest = f"{title}, {words_of(rest[0])}", rest[1:]
    options: dict[str, str] = {}
    advised = _ADVISED.search(title)
    if advised:
        options["advisors"] = re.sub(r",? and ", ", ", advised["names"])
        title = title[: advised.start()] + title[advised.end() :]
    title, options["location"] = _cut_place(title)
    degree, where = _cut(title) if re.search(r"\s[|·•–—]\s|\sat\s", title) else ("", "")
    if not where:
        parts = cut_at_commas(title)
        place = next((number for number, part in enumerate(parts) if _DEGREE.search(part)), 0)
        end = next((number for number in range(place + 1, len(parts)) if _PLACE.search(parts[number])), place + 1)
        end = len(parts) if place else end
        degree, where = ", ".join(parts[place:end]), ", ".join([*parts[:place], *parts[end:]])
    if not _DEGREE.search(degree) and _DEGREE.search(where):
        degree, where = where, degree
    for text in (degree, where):
        honors = _HONORS.search(text)
        options.setdefault("honors", honors["honors"]) if honors else None
    return _HONORS.sub("", degree), [("institution", _HONORS.sub("", where)), *options.items()], rest


def _grant(kind: str, title: str, rest: list[str]) -> Head:
    """Tell funder, number, amount and role apart, wherever they stand behind the title."""
    title, *parts = [*cut_at_commas(title), *(part for line in rest for part in cut_at_commas(words_of(line)))]
    options: list[tuple[str, str]] = []
    others: list[str] = []
    for part in parts:
        number = re.search(
            r"\s*\(?(?:no\.?|nr\.?|grant|award|#)?\s*(?P<number>(?=[\w/-]*\d{3})[A-Z0-9][\w/-]+)\)?$", part
        )
        if re.search(r"[$€£¥₩₹]\s?\d|\b[A-Z]{3}\s?\d|\d\s?(?:[$€£¥]|[A-Z]{3}\b)", part):
            options.append(("amount", part))
        elif re.fullmatch(
            r"(?i)(?:co-?)?\s?(?:p\.?i\.?|principal investigator|investigator|i)|(?:senior|key) personnel|lead", part
        ):
            options.append(("role", part))
        elif number:
            options += [("number", number["number"]), ("funder", part[: number.start()].strip(" ("))]
        else:
            others.append(part)
    return unquoted(title), [*options, ("funder", ", ".join(others))], []


def _talk(kind: str, title: str, rest: list[str]) -> Head:
    """Tell the event, the host and the place apart, which stand behind the title or below it."""
    first, *parts = cut_at_commas(title)
    if not parts and rest:
        parts, rest = cut_at_commas(words_of(rest[0])), rest[1:]
    where, place = _cut_place(", ".join(["", *parts]).strip(" ,"))
    events = cut_at_commas(where) if where else []
    hosts = [each for each in events if _PLACE.search(each) or re.fullmatch(r"[A-Z]{3,6}", each)][-1:]
    return (
        unquoted(first),
        [
            ("event", ", ".join(each for each in events if each not in hosts)),
            ("institution", "".join(hosts)),
            ("location", place),
        ],
        rest,
    )


def _service(kind: str, title: str, rest: list[str]) -> Head:
    """Read `Reviewer: the journal`, and `Reviewer for the journal`."""
    role, colon, venue = title.partition(":")
    if colon and venue.strip():
        return role.strip(), [("venue", venue.strip())], rest
    found = re.match(r"(?P<role>[\w -]*?\b(?:reviewer|referee|editor|chair|organi[sz]er|member))\s+(?:for|of|at)\s+(?P<venue>\S.*)",
                     title, re.IGNORECASE)  # fmt: skip
    if found:
        return found["role"], [("venue", found["venue"])], rest
    return _head(kind, title, rest)


def _words(kind: str, title: str, rest: list[str]) -> Head:
    """Read `Programming: Python, Julia`."""
    name, _, words = title.partition(":")
    return (
        name.strip(),
        [("keywords", words.strip() or ", ".join(map(words_of, rest)))],
        [] if not words.strip() else rest,
    )


def _language(kind: str, title: str, rest: list[str]) -> Head:
    """Read `Norwegian (native)`, `Norwegian: native` and `Norwegian – native`."""
    found = re.fullmatch(r"(?P<name>[^\s(:–—,-]+(?: [^\s(:–—,-]+)?)\s*(?:[(:–—,-]\s*(?P<fluency>[^()]+)\)?)?", title)
    return (found["name"], [("fluency", found["fluency"] or "")], rest) if found else (title, [], rest)


_HEADS: dict[str, Callable[[str, str, list[str]], Head]] = {
    "position": _job, "volunteer": _job, "degree": _degree, "service": _service, "skill": _words, "interest": _words,
    "language": _language, "grant": _grant, "talk": _talk,
}  # fmt: skip


def _cut(title: str) -> tuple[str, str]:
    """Cut at the sign that parts title and place: a bar, a dash with blanks, `at`, a comma."""
    for pattern in (r"\s+[|·•]\s+", r"\s+[–—-]{1,2}\s+", r"\s+(?:at|@)\s+(?=[A-Z])"):
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


def parts_of(meaning: Heading, item: Item) -> list[tuple[Heading, Item]]:
    """Cut an item that is really several: a heading over a list of courses, languages in one line."""
    if meaning.kind in _IN_ONE_LINE and not item.lines and not item.bullets and ":" not in item.title:
        return [(meaning, Item(part, [], [], item.line)) for part in cut_at_commas(words_of(item.title)) if part]
    title, dates = cut_dates(words_of(item.title))
    if meaning.kind not in _LISTED or item.lines or dates or not item.bullets:
        return [(meaning, item)]
    inner = meaning_of(title)
    if meaning.kind == "publication" and (inner is None or len(title.split()) > 4):
        return [(meaning, item)]
    option = "" if inner else {"teaching": "institution", "service": "type", "talk": "type"}.get(meaning.kind, "")
    refined = inner if inner and inner.kind == meaning.kind else meaning
    parts = [Item(first, lines, [], item.line + 1) for first, *lines in (each.split("\n") for each in item.bullets)]
    for part in parts:
        part.lines += [f"{option}: {title}"] if option else []
    return [(refined, part) for part in parts]


def _without_home(options: dict[str, str], known: object) -> list[str]:
    """Say in the body what the lines said and the kind has no option for."""
    return [f"{name.capitalize()}: {text}" for name, text in options.items() if name not in known]  # type: ignore[operator]


def _body(lines: list[str], bullets: list[str]) -> str:
    paragraphs = [line for line in lines if line.strip()]
    listed = "\n".join("- " + each.replace("\n", "\n  ") for each in bullets)
    return "\n\n".join([*paragraphs, *([listed] if listed else [])])

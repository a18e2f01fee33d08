"""RenderCV's YAML, and al-folio's `_data/cv.yml` in the same form and in its older one."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from sphinx_vita.imports.accounts import account
from sphinx_vita.imports.cvs.drafting import parts_of
from sphinx_vita.imports.cvs.items import Item
from sphinx_vita.imports.cvs.references import Keys, entry_from, entry_of
from sphinx_vita.imports.cvs.sections import PROSE, Heading, meaning_of
from sphinx_vita.imports.data.json_values import Data, at, listed, mapping, mappings, words
from sphinx_vita.imports.data.structured import dates_of, draft_from, draft_of_text, text_of
from sphinx_vita.imports.drafts import Draft, Entry, Imported, Leftover, Section, profile_of, said
from sphinx_vita.imports.judging import judged
from sphinx_vita.imports.old_sites.page_text import plain_markdown

_BASICS = {"headline": "label", "label": "label", "email": "email", "phone": "phone", "location": "location",
           "website": "homepage", "url": "homepage"}  # fmt: skip
_PROSE = ("summary", "description")
_ELSEWHERE = (*_PROSE, "name", "full name", "sections", "social_networks", "profiles", "custom_connections", "date")
_HEAD = "the head of the CV"
_NO_OPTION = "the profile has no option for it"


def is_rendercv(text: str) -> bool:
    """Whether a text is a CV in RenderCV's YAML."""
    try:
        document = _load(text)
    except (yaml.YAMLError, RecursionError):
        return False
    return isinstance(at(document, "cv"), Mapping)


def read_rendercv(text: str) -> Imported:
    """Read the YAML of RenderCV: `cv:` with the person and `sections:`. Raises yaml.YAMLError."""
    lost: list[str] = []
    cv = mapping(_as_markdown(at(_load(text), "cv"), lost))
    keys = Keys()
    read = tuple(_section(_title(name), items, keys) for name, items in mapping(cv.get("sections")).items())
    profile, loose = _person(cv)
    loose += [Leftover(text=each, reason="Markdown has no words for it", place="the CV") for each in lost]
    return judged(Imported(profile=profile, sections=read, loose=tuple(loose)))


def read_al_folio_cv(text: str) -> Imported:
    """Read the older `_data/cv.yml`: a list of sections, each with a `type` and `contents`. Raises yaml.YAMLError."""
    document = _load(text)
    if isinstance(document, Mapping):
        return read_rendercv(text)
    keys = Keys()
    people: list[Any] = []
    read: list[Section] = []
    for each in mappings(document):
        title, contents = str(each.get("title", "")), listed(each.get("contents"))
        if each.get("type") == "map":
            people += contents
        else:
            read.append(_section(title, contents, keys))
    profile, loose = _person(
        {str(each.get("name", "")).lower(): each.get("value") for each in people if isinstance(each, Mapping)}
    )
    return judged(Imported(profile=profile, sections=tuple(read), loose=tuple(loose)))


def _load(text: str) -> Any:
    """Read YAML whose every value is a text: a telephone number is no number, and a year no date."""
    return yaml.load(text, yaml.BaseLoader)


_OF_TEX = (  # what people write who know that RenderCV once wrote LaTeX
    (r"\\textbf\{([^{}]*)\}", r"**\1**"),
    (r"\\(?:textit|emph)\{([^{}]*)\}", r"*\1*"),
    (r"\\href\{([^{}]*)\}\{([^{}]*)\}", r"[\2](\1)"),
    (r"\\url\{([^{}]*)\}", r"<\1>"),
    (r"\\(?:text\w+|underline)\{([^{}]*)\}", r"\1"),
    (r"\\(?:newline|linebreak)\b|\\\\$|!!LINEBREAK!!", " "),
    (r"\[([^\[\]]+)\]\((?!https?:|mailto:|tel:)[^()\s]*\)", r"\1"),  # a file that does not come along
)
_IS_HTML = re.compile(r"</?[a-zA-Z]+[\s/>][^<>]*>?|<!--")


def _as_markdown(value: Any, lost: list[str]) -> Any:
    """Return data whose texts are Markdown alone: without LaTeX, HTML, and links to files that do not come along."""
    if isinstance(value, Mapping):
        return {key: _as_markdown(each, lost) for key, each in value.items()}
    if isinstance(value, list):
        return [_as_markdown(each, lost) for each in value]
    text = str(value or "")
    for pattern, markdown in _OF_TEX:
        text = re.sub(pattern, markdown, text)
    if _IS_HTML.search(text):
        found = plain_markdown(text)
        lost += found.lost
        text = found.markdown
    return text


def _title(name: str) -> str:
    """Return the heading of a section: a name in snake case becomes words."""
    return name.replace("_", " ").capitalize() if "_" in name or name.islower() else name


def _person(data: Data) -> tuple[Draft | None, list[Leftover]]:
    """Return the person, and what of the head the profile has no option for."""
    name = data.get("name") or data.get("full name")
    if not name:
        return None, []
    options: list[tuple[str, str]] = []
    unknown: list[str] = []
    for key, value in data.items():
        if key in _BASICS and value:
            first, *more = map(text_of, listed(value))
            options.append((_BASICS[key], first.removeprefix("tel:").removeprefix("mailto:")))
            unknown += [f"{key}: {each}" for each in more]
        elif key not in _ELSEWHERE and value:
            unknown.append(f"{key}: {text_of(value)}")
    accounts, links = _accounts(data)
    links += [(words(each, "placeholder"), words(each, "url")) for each in mappings(data.get("custom_connections"))]
    unknown += [f"{name}: {url}" for name, url in links if not url.startswith("http")]
    listed_links = "; ".join(f"{name} <{url}>" for name, url in links if url.startswith("http"))
    loose = [Leftover(text=each, reason=_NO_OPTION, place=_HEAD) for each in unknown]
    body = "\n\n".join(str(data[key]).strip() for key in _PROSE if data.get(key))
    return profile_of(text_of(name), [*options, *accounts, ("links", listed_links)], body, _HEAD), loose


def _accounts(data: Data) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the accounts in networks that have an option, and those in others: their names and addresses."""
    accounts: list[tuple[str, str]] = []
    links: list[tuple[str, str]] = []
    for each in [*mappings(data.get("social_networks")), *mappings(data.get("profiles"))]:
        network, name = words(each, "network"), words(each, "url") or words(each, "username")
        found = account(network, name)
        accounts += [found] if found else []
        links += [] if found else [(network, name)]
    return accounts, links


def _section(title: str, items: Any, keys: Keys) -> Section:
    """Read a section into records; prose, and what has a heading that means no records, stays text."""
    meaning = meaning_of(title)
    listed = items if isinstance(items, list) else [items]
    if meaning is None or meaning.kind == PROSE:
        return Section(title=title, prose="\n\n".join(filter(None, map(_prose, listed))))
    numbered = ((each, f"{title}, {number}") for number, each in enumerate(listed, 1))
    contents = [made for each, place in numbered for made in _made(meaning, each, place, keys)]
    return Section(title=title, contents=tuple(contents), statuses=(meaning.status,) if meaning.status else ())


def _prose(item: Any) -> str:
    if isinstance(item, Mapping):
        bullet = item.get("bullet")
        return f"- {bullet}" if bullet else text_of(item)
    return str(item).strip()


def _made(meaning: Heading, item: Any, place: str, keys: Keys) -> Iterator[Draft | Entry | Leftover]:
    """Make what an item of a section is: of keys and values, of one line, or a list under a title."""
    if not isinstance(item, Mapping):
        for refined, part in parts_of(meaning, Item(str(item).strip())):
            is_work = meaning.kind == "publication"
            yield entry_of(refined, part, keys) if is_work else draft_of_text(refined, part.text, place)
        return
    line = next((str(item[key]) for key in ("bullet", "number", "reversed_number") if set(item) == {key}), "")
    if line:
        yield from _made(meaning, line, place, keys)
    elif meaning.kind == "publication":
        yield entry_from(meaning, {**item, "date": dates_of(item)}, keys, place)
    elif set(item) <= {"label", "details"} or ("items" in item and set(item) <= {"title", "items"}):
        yield from _of_label(meaning, item, place)
    else:
        yield draft_from(meaning, _degree(item) if meaning.kind == "degree" else item, place)


def _of_label(meaning: Heading, item: Data, place: str) -> Iterator[Draft]:
    """Make a record of `Languages: English, Turkish`."""
    label = str(item.get("label") or item.get("title") or "")
    details = text_of(item.get("details") or item.get("items") or "")
    if meaning.kind in ("skill", "interest") or not details:
        yield Draft(kind=meaning.kind, title=label, options=said([("keywords", details)]), place=place)
    else:
        sign = ":" if meaning.kind == "service" else ","
        yield draft_of_text(meaning, f"{label}{sign} {details}", place)


def _degree(item: Data) -> dict[str, Any]:
    """Put degree and subject together."""
    degree, area = (str(item.get(name) or "").strip() for name in ("degree", "area"))
    joined = f"{degree} in {area}" if degree and area else degree or area
    title = joined or str(item.get("title") or item.get("studyType") or "")
    return {"title": title, **{key: value for key, value in item.items() if key not in ("degree", "area", "title")}}

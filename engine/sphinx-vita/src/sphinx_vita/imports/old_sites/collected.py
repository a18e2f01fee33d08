"""The pages of an old site made what they are here: posts, news, projects, other records, or pages."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import starmap
from typing import Any

from sphinx_vita.imports.cvs.sections import Heading
from sphinx_vita.imports.data.json_values import listed
from sphinx_vita.imports.data.structured import draft_from, text_of
from sphinx_vita.imports.drafts import Draft, said
from sphinx_vita.imports.old_sites.old_pages import (
    PICTURE,
    PICTURES,
    POSTS,
    SUMMARIES,
    TAGS,
    WORDS,
    Source,
    date_of,
    home_of,
    is_long,
    picture_of,
    tags_of,
)
from sphinx_vita.imports.old_sites.old_site import OldSite, with_tags
from sphinx_vita.imports.old_sites.page_links import links_of_page
from sphinx_vita.imports.site import ORPHAN
from sphinx_vita.records import KINDS, options_of

_LOOK = frozenset(  # keys that say how a page looked, or that only its program needed
    "layout permalink collection author_profile redirect_from header sidebar toc comments share related read_time"
    " importance nav"
    " nav_order navbar giscus_comments disqus_comments disqus pagination highlight math mathjax diagram lastmod"
    " published draft inline show"
    " reading_time commentable editable markup aliases slug weight type_ featured pretty_table tabs tikzjax chart"
    " mermaid code_diff map"
    " images projects bibliography citation related_posts show_date date_format profile design widget cms"
    " header_style all_day publishdate"
    " publish_date modified last_modified_at excerpt_separator author_notes order id output classes hidden pin"
    " external_source"
    " related_publications nocite github_stars github_stars_prefix max-width sections view content_meta".split()
)
_OF_PAGES = frozenset("tags categories cv_pdf cv_format page_id years display_categories horizontal date".split())
_OF_TEACHING = {"venue": "institution", "type": "level"}


def take(site: OldSite, source: Source, section: str) -> None:
    """Bring a page of the old site in, into a section of the CV where it is a record."""
    if source.page.unread:
        reason = "the front matter cannot be read as YAML; see what of it is missing"
        site.leave(source.page.unread, reason, source.path)
    if source.sort == "post":
        _take_post(site, source)
    elif source.sort == "page":
        _take_page(site, source)
    elif source.sort == "news":
        site.add(section, _news(site, source))
    else:
        site.add(section, _record(site, source))


def _take_post(site: OldSite, source: Source) -> None:
    date = date_of(source)
    tags = tags_of(source.head)
    said = [site.line(source.said(name), source.path) for name in ("description", "summary", "excerpt")]
    description = next(filter(None, said), "")
    subtitle = site.line(source.said("subtitle"), source.path)
    names = ", ".join(map(str, listed(source.head.get("authors") or source.head.get("author"))))
    head = [f"date: {date}"] if date else []
    head += [f"tags: {json.dumps(tags, ensure_ascii=False)}"] if tags and date else []
    head += [f"description: {json.dumps(description, ensure_ascii=False)}"] if description else []
    elsewhere = source.said("redirect", "external_link")
    more = f"[{WORDS['more']}]({elsewhere})" if elsewhere.startswith("http") else ""
    others = [words for words in said if words and words != description]
    picture, body = picture_of(site, source), site.text(source.page.body, source.path, level=2)
    _write(site, source, head, [f"*{names}*" if names else "", subtitle, *others, picture, body, more])
    site.pages.setdefault(POSTS, f"# {WORDS['posts']}\n\n:::{{timeline}}\n:kind: post\n:::\n")


def _take_page(site: OldSite, source: Source) -> None:
    description = site.line(source.said("description", "subtitle"), source.path)
    facts = _facts(site, source)
    text = [description, picture_of(site, source), facts, site.text(source.page.body, source.path, level=2)]
    _write(site, source, [], text)


def _facts(site: OldSite, source: Source) -> str:
    """Return what the front matter says besides, as a list; that of a page without a collection goes into the inbox."""
    said_elsewhere = ("title", "description", "subtitle", *PICTURES)
    others = {key: value for key, value in source.head.items() if key.lower() not in _LOOK and value}
    facts = {key: value for key, value in others.items() if key not in said_elsewhere}
    if source.collection not in ("", "pages"):
        said = {key: site.line(_words(value), source.path) for key, value in facts.items()}
        return "\n".join(f"- {key.replace('_', ' ').capitalize()}: {text}" for key, text in said.items())
    for key, value in facts.items():
        if key not in _OF_PAGES:
            site.leave(f"{key}: {text_of(value)}", "the front matter of a page here has no such key", source.path)
    return ""


def _write(site: OldSite, source: Source, head: list[str], texts: list[str]) -> None:
    front = ["---", *head, "---", ""] if head else []
    title = site.line(source.title, source.path)
    title = title[:1].upper() + title[1:]
    site.new_page(home_of(source), "\n".join([*front, f"# {title}", "", *("\n\n".join(filter(None, texts)),)]))


def _news(site: OldSite, source: Source) -> Draft:
    """Make a piece of news: short ones are their own title."""
    text = site.text(source.page.body, source.path, level=0)
    title = site.line(source.said("title"), source.path)
    is_short = "\n" not in text.strip() and len(text) <= 300 and not re.match(r"[-*|>:#!]", text)
    if not title and is_short:
        title, text = text, ""
    elif not title:
        title, text = _first_words(text, source.title)
    elsewhere = source.said("redirect", "link")
    options = said([("dates", date_of(source)), ("url", elsewhere if elsewhere.startswith("http") else "")])
    return Draft(kind="news", title=title, options=options, body=text, place=source.path)


def _first_words(text: str, otherwise: str) -> tuple[str, str]:
    """Cut the first sentence off a text."""
    first, _, rest = text.partition("\n\n")
    sentence = re.match(r"(?s)(?P<words>[^\n]{10,200}?[.!?])\s+(?P<rest>\S.*)", first)
    if re.match(r"[-*|>:#!`]", first):
        return otherwise, text
    if sentence and sentence["words"].count("[") == sentence["words"].count("](") == sentence["words"].count(")"):
        return sentence["words"], f"{sentence['rest']}\n\n{rest}".strip()
    return (first, rest) if len(first) <= 300 else (otherwise, text)


def _record(site: OldSite, source: Source) -> Draft:
    """Make a record of a page; a long text gets a page of its own, to which the record leads."""
    meaning = source.meaning or Heading(source.sort)
    head = dict(source.head)
    links = links_of_page(site, source, options_of(KINDS[meaning.kind]))
    summary = " ".join(dict.fromkeys(str(head.pop(name, "") or "") for name in SUMMARIES if name in head))
    if meaning.kind == "teaching":
        head = {_OF_TEACHING.get(key, key): value for key, value in head.items()}
    facts = {
        key: value for key, value in head.items()
        if key.lower() not in _LOOK and key not in (*TAGS, *PICTURES, *links.read, "date", "date_end") and value
    }  # fmt: skip
    if isinstance(facts.get("address"), Mapping):
        facts["address"] = ", ".join(map(str, facts["address"].values()))
    nested = {key: value for key, value in facts.items() if _is_nested(value)}
    data = {key: site.line(text_of(value), source.path) for key, value in facts.items() if key not in nested}
    date = _term(source) if meaning.kind == "teaching" else date_of(source)
    data |= {"title": site.line(source.title, source.path), "date": date}
    draft = draft_from(meaning, data, source.path)
    short = site.line(summary, source.path)
    pictures = PICTURE.findall(short)
    short = " ".join(PICTURE.sub("", short).split())
    home = home_of(source)
    if is_long(source):
        picture = picture_of(site, source) or "\n\n".join(pictures)
        text = [short, picture, site.text(source.page.body, source.path, level=2)]
        home = site.new_page(home, "\n".join([ORPHAN, f"# {data['title']}", "", "\n\n".join(filter(None, text))]))
        own = f"[{WORDS['more']}](/{home})"
    else:
        own = site.text(source.page.body, source.path, level=0)
    parts = [short if short not in own else "", draft.body, *starmap(_listed, nested.items()), own, *links.lines]
    draft = replace(draft, body="\n\n".join(filter(None, parts)), options={**draft.options, **links.options})
    return with_tags(draft, tags_of(source.head))


def _term(source: Source) -> str:
    """Return when a course was: the term in the name of its file, or the date; a year's first day means the year."""
    named = re.search(r"((?:19|20)\d\d)-(spring|summer|fall|autumn|winter)\b", source.path, re.IGNORECASE)
    if named:
        return f"{named[2].capitalize()} {named[1]}"
    return re.sub(r"^(\d{4})-01-01$", r"\1", date_of(source))


def _is_nested(value: Any) -> bool:
    inner = value if isinstance(value, list) else ()
    return isinstance(value, Mapping) or any(isinstance(each, list | Mapping) for each in inner)


def _listed(key: str, value: Any) -> str:
    """Write what has parts of its own as a list."""
    lines = [f"- {_words(each)}" for each in listed(value)]
    return "\n".join([f"**{key.replace('_', ' ').capitalize()}**", "", *lines])


def _words(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_words(each)}" for key, each in value.items())
    return ", ".join(map(_words, value)) if isinstance(value, list) else " ".join(str(value).split())

"""The pages of an old site made what they are here: posts, news, projects, other records, or pages."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import starmap
from typing import Any

from sphinx_vita.imports.drafts import Draft, said
from sphinx_vita.imports.front_matter import FrontMatterPage
from sphinx_vita.imports.old_site import OldSite, name_of, with_tags
from sphinx_vita.imports.sections import Heading
from sphinx_vita.imports.site import page_of
from sphinx_vita.imports.structured import dates_of, day, draft_from, text_of
from sphinx_vita.records import KINDS, options_of

WORDS = {
    "posts": "Posts",
    "more": "Read more",
    "people": "People",
    "project": "Projects",
    "news": "News",
}  # what visitors see
POSTS = "posts/index.md"
_LOOK = frozenset(  # keys that say how a page looked, or that only its program needed
    "layout permalink collection author_profile redirect_from header sidebar toc comments share related read_time importance nav"
    " nav_order navbar giscus_comments disqus_comments disqus pagination highlight math mathjax diagram lastmod published draft inline show"
    " reading_time commentable editable markup aliases slug weight type_ featured pretty_table tabs tikzjax chart mermaid code_diff map"
    " images projects bibliography citation related_posts show_date date_format profile design widget cms header_style all_day publishdate"
    " publish_date modified last_modified_at excerpt_separator author_notes order id output classes hidden pin external_source"
    " related_publications nocite github_stars github_stars_prefix max-width url_slides_ show_breadcrumb share_ sections view content_meta profile_".split()
)
_PICTURES = ("img", "image", "thumbnail", "cover", "teaser", "preview", "featured_image")
_LONG = 700  # characters that make a text a page
_PICTURE = re.compile(r"!\[[^\]]*\]\((?:<[^>]*>|[^)]*)\)")
_SUMMARIES = ("description", "summary", "excerpt", "subtitle")
_OF_TEACHING = {"venue": "institution", "type": "level"}
_TAGS = ("tags", "categories", "category", "keywords")
_RESERVED = (
    "index",
    "cv",
    "about",
    "teaching",
    "talks",
    "inbox",
    "publications",
    "experience",
    "research",
    "posts",
    "search",
    "404",
)
_STRUCTURE = re.compile(
    r"^#{1,6} |^[=-]{3,}$|!\[|<img|<figure|\bfigure|<iframe|<table|^\|.*\|$|```|\{\{[<%]", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Source:
    """A page of the old site: its file, what is in it, and as what it comes."""

    path: str
    page: FrontMatterPage
    sort: str  # "post", "news", "project", "page", or a kind of records
    meaning: Heading | None = None
    collection: str = ""

    @property
    def head(self) -> Mapping[str, Any]:
        """The front matter."""
        return self.page.head

    @property
    def title(self) -> str:
        """The title, as written; of a page without one a title made of its name."""
        return " ".join(str(self.head.get("title") or "").split()) or name_of(self.path).replace("-", " ").capitalize()


def is_long(source: Source) -> bool:
    """Whether the text of a record is too much for an entry of a list."""
    text = "\n".join([source.page.body, *(str(source.head.get(name) or "") for name in _SUMMARIES)])
    return (
        len(source.page.body) > _LONG
        or bool(_STRUCTURE.search(text))
        or any(source.head.get(each) for each in _PICTURES)
    )


def home_of(source: Source) -> str:
    """Return the page on which a page of the old site, or its record, will stand."""
    name = name_of(source.path)
    if source.sort == "post":
        return f"posts/{name}.md"
    if source.sort == "page":
        folder = source.collection if source.collection not in ("", "pages") else ""
        return f"{folder or 'pages'}/{name}.md" if folder or name in _RESERVED else f"{name}.md"
    if is_long(source) and source.sort != "news":
        return f"{source.collection or source.sort}/{name}.md"
    return page_of(source.meaning.kind if source.meaning else source.sort)


def take(site: OldSite, source: Source, section: str) -> None:
    """Bring a page of the old site in, into a section of the CV where it is a record."""
    if source.page.unread:
        site.leave(
            source.page.unread, "the front matter cannot be read as YAML; see what of it is missing", source.path
        )
    if source.sort == "post":
        _take_post(site, source)
    elif source.sort == "page":
        _take_page(site, source)
    elif source.sort == "news":
        site.add(section, _news(site, source))
    else:
        site.add(section, _record(site, source))


def tags_of(head: Mapping[str, Any]) -> list[str]:
    """Return the tags of a page, which are a list or words with commas or blanks between."""
    found: list[str] = []
    for name in _TAGS:
        value = head.get(name) or []
        words = (
            value
            if isinstance(value, list)
            else re.split(r"\s*,\s*" if "," in str(value) else r"\s+", str(value).strip())
        )
        found += [" ".join(str(word).split()) for word in words]
    return list(dict.fromkeys(word for word in found if word and word not in ("[]", "uncategorized")))


def date_of(source: Source) -> str:
    """Return the date of a page, of its front matter or of the name of its file."""
    named = re.match(r"(\d{4}-\d{1,2}-\d{1,2})-", source.path.rsplit("/", 1)[-1])
    first, last = day(str(source.head.get("date") or "")), day(str(source.head.get("date_end") or ""))
    if first and last and first != last:
        return f"{first} – {last}"
    return first or dates_of(source.head) or (named[1] if named else "")


def picture_of(site: OldSite, source: Source) -> str:
    """Return the picture of a page as Markdown, "" where it has none that is there."""
    for name in _PICTURES:
        value = source.head.get(name)
        values = value if isinstance(value, Mapping) else {"path": value}
        address = str(values.get("path") or values.get("url") or values.get("filename") or values.get("src") or "")
        found = site.asset(address, source.path) if address else ""
        if found:
            words = re.sub(r"[][*_`]", "", str(values.get("alt") or values.get("alt_text") or source.title))
            shown = f"![{words}](</{found}>)" if re.search(r"[\s()]", found) else f"![{words}](/{found})"
            caption = site.line(str(values.get("caption") or ""), source.path)
            return f"{shown}\n\n{caption}" if caption else shown
        if address:
            site.leave(address, "this picture is not among the files", source.path)
    return ""


def _take_post(site: OldSite, source: Source) -> None:
    date = date_of(source)
    tags = tags_of(source.head)
    said = [site.line(str(source.head.get(name) or ""), source.path) for name in ("description", "summary", "excerpt")]
    description = next(filter(None, said), "")
    subtitle = site.line(str(source.head.get("subtitle") or ""), source.path)
    people = source.head.get("authors") or source.head.get("author") or []
    names = ", ".join(map(str, people)) if isinstance(people, list) else str(people)
    head = [f"date: {date}"] if date else []
    head += [f"tags: {json.dumps(tags, ensure_ascii=False)}"] if tags and date else []
    head += [f"description: {json.dumps(description, ensure_ascii=False)}"] if description else []
    elsewhere = str(source.head.get("redirect") or source.head.get("external_link") or "")
    more = f"[{WORDS['more']}]({elsewhere})" if elsewhere.startswith("http") else ""
    others = [words for words in said if words and words != description]
    text = [
        f"*{names}*" if names else "",
        subtitle,
        *others,
        picture_of(site, source),
        site.text(source.page.body, source.path, level=2),
        more,
    ]
    _write(site, source, head, text)
    site.pages.setdefault(POSTS, f"# {WORDS['posts']}\n\n:::{{timeline}}\n:kind: post\n:::\n")


def _take_page(site: OldSite, source: Source) -> None:
    description = site.line(str(source.head.get("description") or source.head.get("subtitle") or ""), source.path)
    facts = _facts(site, source)
    text = [description, picture_of(site, source), facts, site.text(source.page.body, source.path, level=2)]
    _write(site, source, [], text)


def _facts(site: OldSite, source: Source) -> str:
    """Return what the front matter of a page says besides, as a list; of a page without a collection it goes into the inbox."""
    said_elsewhere = ("title", "description", "subtitle", *_PICTURES)
    facts = {
        key: value
        for key, value in source.head.items()
        if key.lower() not in _LOOK and key not in said_elsewhere and value
    }
    if source.collection not in ("", "pages"):
        return "\n".join(
            f"- {key.replace('_', ' ').capitalize()}: {site.line(_words(value), source.path)}"
            for key, value in facts.items()
        )
    for key, value in facts.items():
        if key not in (
            "tags",
            "categories",
            "cv_pdf",
            "cv_format",
            "page_id",
            "years",
            "display_categories",
            "horizontal",
            "date",
        ):
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
    title = site.line(str(source.head.get("title") or ""), source.path)
    is_short = "\n" not in text.strip() and len(text) <= 300 and not re.match(r"[-*|>:#!]", text)
    if not title and is_short:
        title, text = text, ""
    elif not title:
        title, text = _first_words(text, source.title)
    elsewhere = str(source.head.get("redirect") or source.head.get("link") or "")
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
    links = _links(site, source, options_of(KINDS[meaning.kind]))
    summary = " ".join(dict.fromkeys(str(head.pop(name, "") or "") for name in _SUMMARIES if name in head))
    if meaning.kind == "teaching":
        head = {_OF_TEACHING.get(key, key): value for key, value in head.items()}
    facts = {
        key: value for key, value in head.items()
        if key.lower() not in _LOOK and key not in (*_TAGS, *_PICTURES, *links.read, "date", "date_end") and value
    }  # fmt: skip
    if isinstance(facts.get("address"), Mapping):
        facts["address"] = ", ".join(map(str, facts["address"].values()))
    nested = {key: value for key, value in facts.items() if _is_nested(value)}
    data = {key: site.line(text_of(value), source.path) for key, value in facts.items() if key not in nested}
    data |= {
        "title": site.line(source.title, source.path),
        "date": _term(source) if meaning.kind == "teaching" else date_of(source),
    }
    draft = draft_from(meaning, data, source.path)
    short = site.line(summary, source.path)
    pictures = _PICTURE.findall(short)
    short = " ".join(_PICTURE.sub("", short).split())
    home = home_of(source)
    if is_long(source):
        text = [
            short,
            picture_of(site, source) or "\n\n".join(pictures),
            site.text(source.page.body, source.path, level=2),
        ]
        home = site.new_page(home, "\n".join([f"# {data['title']}", "", "\n\n".join(filter(None, text))]))
        own = f"[{WORDS['more']}](/{home})"
    else:
        own = site.text(source.page.body, source.path, level=0)
    parts = [short if short not in own else "", draft.body, *starmap(_listed, nested.items()), own, *links.lines]
    draft = replace(draft, body="\n\n".join(filter(None, parts)), options={**draft.options, **links.options})
    return with_tags(draft, tags_of(source.head))


def _term(source: Source) -> str:
    """Return when a course was: the term that the name of its file says, or the date, where it is more than a year's first day."""
    named = re.search(
        r"(?P<year>(?:19|20)\d\d)-(?P<term>spring|summer|fall|autumn|winter)\b", source.path, re.IGNORECASE
    )
    date = date_of(source)
    if named:
        return f"{named['term'].capitalize()} {named['year']}"
    return re.sub(r"^(\d{4})-01-01$", r"\1", date)


def _is_nested(value: Any) -> bool:
    return isinstance(value, Mapping) or (
        isinstance(value, list) and any(isinstance(each, (list, Mapping)) for each in value)
    )


def _listed(key: str, value: Any) -> str:
    """Write what has parts of its own as a list."""
    lines = [f"- {_words(each)}" for each in (value if isinstance(value, list) else [value])]
    return "\n".join([f"**{key.replace('_', ' ').capitalize()}**", "", *lines])


def _words(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_words(each)}" for key, each in value.items())
    return ", ".join(map(_words, value)) if isinstance(value, list) else " ".join(str(value).split())


@dataclass(slots=True)
class _Links:
    """The addresses in front matter: those that a kind has an option for, and lines that lead to the others."""

    options: dict[str, str]
    lines: list[str]
    read: list[str]


# A key of front matter -> the options that it may be; al-folio, academicpages and HugoBlox.
_LINK_KEYS = {
    "url": "url", "link": "url", "website": "url", "redirect": "url", "external_link": "url", "event_url": "url", "paperurl": "url",
    "github": "repository", "code": "repository", "repository": "repository", "repo": "repository", "url_code": "repository",
    "slidesurl": "slides", "slides": "slides", "url_slides": "slides", "presentation": "slides", "video": "video", "url_video": "video",
    "videourl": "video", "url_pdf": "", "pdf": "", "url_dataset": "", "url_project": "", "url_source": "", "url_custom": "",
}  # fmt: skip


def _links(site: OldSite, source: Source, known: Mapping[str, object]) -> _Links:
    found = _Links({}, [], [])
    for key, value in source.head.items():
        name = key.lower()
        if name == "links" and isinstance(value, list):
            found.read.append(key)
            written = [
                (str(each.get("name") or each.get("label") or ""), str(each.get("url") or ""))
                for each in value
                if isinstance(each, Mapping)
            ]
        elif name in _LINK_KEYS and not isinstance(value, (list, Mapping)):
            found.read.append(key)
            written = [("", str(value).strip())]
        else:
            continue
        for words, address in written:
            _place(site, source, _LINK_KEYS.get(name, ""), words or _label(name), address, known, found)
    return found


def _place(
    site: OldSite, source: Source, option: str, words: str, address: str, known: Mapping[str, object], found: _Links
) -> None:
    """Put an address into an option or a line."""
    if not address or address in ("#", "example"):
        return
    if option == "repository" and re.fullmatch(r"[\w-]+/[\w.-]+", address):
        address = f"https://github.com/{address}"
    target = site.lead(address, source.path)
    if not target:
        site.leave(f"{words}: {address}", "this address leads nowhere", source.path)
    elif option in known and option not in found.options and (target.startswith("http") or option == "slides"):
        found.options[option] = target
    else:
        found.lines.append(f"[{words}]({target})")


def _label(name: str) -> str:
    words = {"pdf": "PDF", "paper": "Paper", "paperurl": "Paper", "url": "Website"}
    plain = name.removeprefix("url_")
    return words.get(plain, plain.replace("_", " ").removesuffix("url").capitalize())

"""A page of an old site: what stands in it, and where it will be."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sphinx_vita.imports.cvs.sections import Heading
from sphinx_vita.imports.data.structured import dates_of, day
from sphinx_vita.imports.old_sites.front_matter import FrontMatterPage
from sphinx_vita.imports.old_sites.old_site import OldSite, name_of
from sphinx_vita.imports.site import page_of

# What visitors see.
WORDS = {"posts": "Posts", "more": "Read more", "people": "People", "project": "Projects", "news": "News"}
POSTS = "posts/index.md"
PICTURES = ("img", "image", "thumbnail", "cover", "teaser", "preview", "featured_image")
_LONG = 700  # characters that make a text a page
PICTURE = re.compile(r"!\[[^\]]*\]\((?:<[^>]*>|[^)]*)\)")
SUMMARIES = ("description", "summary", "excerpt", "subtitle")
TAGS = ("tags", "categories", "category", "keywords")
_RESERVED = (
    "index", "cv", "about", "teaching", "talks", "inbox", "publications", "experience", "research", "posts", "search",
    "404",
)  # fmt: skip
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
        return " ".join(self.said("title").split()) or name_of(self.path).replace("-", " ").capitalize()

    def said(self, *names: str) -> str:
        """Return the text of the first of some keys of the front matter that says anything."""
        return next((str(self.head[name]) for name in names if self.head.get(name)), "")


def is_long(source: Source) -> bool:
    """Whether the text of a record is too much for an entry of a list."""
    text = "\n".join([source.page.body, *map(source.said, SUMMARIES)])
    has_picture = any(source.head.get(each) for each in PICTURES)
    return len(source.page.body) > _LONG or bool(_STRUCTURE.search(text)) or has_picture


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


def tags_of(head: Mapping[str, Any]) -> list[str]:
    """Return the tags of a page, which are a list or words with commas or blanks between."""
    found: list[str] = []
    for name in TAGS:
        value = head.get(name) or []
        text = str(value).strip()
        words = value if isinstance(value, list) else re.split(r"\s*,\s*" if "," in text else r"\s+", text)
        found += [" ".join(str(word).split()) for word in words]
    return list(dict.fromkeys(word for word in found if word and word not in ("[]", "uncategorized")))


def date_of(source: Source) -> str:
    """Return the date of a page, of its front matter or of the name of its file."""
    named = re.match(r"(\d{4}-\d{1,2}-\d{1,2})-", source.path.rsplit("/", 1)[-1])
    first, last = day(source.said("date")), day(source.said("date_end"))
    if first and last and first != last:
        return f"{first} – {last}"
    return first or dates_of(source.head) or (named[1] if named else "")


def picture_of(site: OldSite, source: Source) -> str:
    """Return the picture of a page as Markdown, "" where it has none that is there."""
    for name in PICTURES:
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

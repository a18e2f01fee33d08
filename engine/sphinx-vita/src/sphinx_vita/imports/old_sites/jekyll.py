"""Sites of Jekyll: the configuration, the collections and the pages, and under which addresses they were public."""

import re
from collections.abc import Mapping
from posixpath import basename
from typing import Any

import yaml

from sphinx_vita.imports.cvs.sections import PROSE, Heading, meaning_of
from sphinx_vita.imports.data.json_values import listed, mapping
from sphinx_vita.imports.old_sites.collected import take
from sphinx_vita.imports.old_sites.front_matter import read_page, read_yaml
from sphinx_vita.imports.old_sites.old_pages import POSTS, WORDS, Source, date_of, home_of
from sphinx_vita.imports.old_sites.old_site import NOT_PUBLIC, OldSite
from sphinx_vita.imports.old_sites.page_text import plain_markdown
from sphinx_vita.imports.site import page_of
from sphinx_vita.records import KINDS

_SORTS = {"posts": "post", "news": "news", "announcements": "news", "projects": "project", "portfolio": "project",
          "pages": "page",
          "drafts": "hidden", "books": "page", "teachings": "teaching"}  # fmt: skip
_NO_COLLECTIONS = ("data", "includes", "layouts", "sass", "plugins", "scripts", "bibliography", "site", "styles", "css")
_NO_CONTENT = ("readme", "license", "changelog", "contributing", "404", "install", "faq", "customize",
               "code_of_conduct", "security",
               "agents", "claude", "gemini", "quickstart", "troubleshooting", "accessibility", "analytics",
               "seo")  # fmt: skip
_OWN_PAGES = {"cv": "cv.md", "resume": "cv.md", "about": "index.md", "index": "index.md", "blog": POSTS,
              "posts": POSTS, "year-archive": POSTS,
              "news": "index.md"}  # fmt: skip
_PATTERNS = {"pretty": "/:categories/:year/:month/:day/:title/", "date": "/:categories/:year/:month/:day/:title.html"}
_LISTS = re.compile(r"\{%-?\s*(?:for\b[^%]*\b(?:site|paginator|page)\.|bibliography)|paginator\.")
_UTILITY = ("404", "sitemap", "terms", "archive-layout-with-content", "category-archive", "tag-archive",
            "page-archive", "collection-archive",
            "talkmap", "non-menu-page", "markdown", "search", "category", "tag", "robots", "feed")  # fmt: skip


def read_config(files: Mapping[str, str]) -> Mapping[str, Any]:
    """Return `_config.yml`, every value a text; nothing where it cannot be read."""
    try:
        found = read_yaml(files.get("_config.yml", "") or files.get("_config.yaml", ""))
    except yaml.YAMLError:
        found = None
    return mapping(found)


def address_of(config: Mapping[str, Any]) -> str:
    """Return where the site was published."""
    return str(config.get("url") or "").rstrip("/") + "/" + str(config.get("baseurl") or "").strip("/")


def sources_of(files: Mapping[str, str]) -> list[Source]:
    """Return the pages of all collections and those that stand alone, by path; generated lists are among them."""
    found = []
    for path, text in sorted(files.items()):
        folder, _, rest = path.partition("/")
        if not path.lower().endswith((".md", ".markdown", ".html")):
            continue
        if not rest:
            folder = "_pages" if not basename(path).lower().startswith(_NO_CONTENT) and text.startswith("---") else ""
        elif folder in ("pages", "collections"):
            folder = next((part for part in reversed(path.split("/")[:-1]) if part.startswith("_")), "_pages")
        name = folder.removeprefix("_")
        if folder.startswith("_") and name not in _NO_COLLECTIONS and not basename(path).startswith((".", "README")):
            found.append(_source(path, text, name))
    return found


def _source(path: str, text: str, collection: str) -> Source:
    page = read_page(text)
    meaning = _meaning(collection)
    sort = _SORTS.get(collection) or (meaning.kind if meaning else "page")
    if str(page.head.get("published", "")).lower() == "false" or str(page.head.get("draft", "")).lower() == "true":
        sort = "hidden"
    return Source(path, page, sort, meaning, collection)


def _meaning(collection: str) -> Heading | None:
    if collection in _SORTS:
        return Heading(_SORTS[collection]) if _SORTS[collection] in KINDS else None
    meaning = meaning_of(collection.replace("_", " ").replace("-", " "))
    return meaning if meaning and meaning.kind != PROSE else None


def expect_all(site: OldSite, sources: list[Source], config: Mapping[str, Any]) -> None:
    """Say where the old addresses of pages lead, before the first is read."""
    for source in sources:
        if source.sort == "hidden":
            continue
        home = _home(site, source)
        if home:
            others = map(str, listed(source.head.get("redirect_from")))
            site.expect(home, _address(source, config), *others, source=source.path)
            stem = re.sub(r"\.\w+$", "", basename(source.path))
            site.homes.setdefault(f"{source.collection}/{stem}".casefold(), home)
            site.homes.setdefault(stem.casefold(), home) if source.collection == "pages" else None


def _home(site: OldSite, source: Source) -> str:
    """Return the page to which a page leads from now on; "" for one that is the machinery of its site."""
    if source.sort != "page" or source.collection != "pages":
        return home_of(source)
    stem = re.sub(r"\.\w+$", "", basename(source.path)).casefold()
    if stem in _OWN_PAGES:
        home = _OWN_PAGES[stem]
        return home if home != POSTS or "post" in site.kinds else ""
    if stem in _UTILITY:
        return ""
    if has_words(source):
        return home_of(source)
    meaning = meaning_of(source.title)
    return page_of(meaning.kind) if meaning and meaning.kind in site.kinds else ""


def has_words(source: Source) -> bool:
    """Whether a page says something itself, and does not only list what stands elsewhere."""
    text = plain_markdown(source.page.body).markdown
    fewest = 60 if _LISTS.search(source.page.body) else 4  # words
    return len(re.findall(r"\w+", re.sub(r"^#.*$", "", text, flags=re.MULTILINE))) >= fewest


def _address(source: Source, config: Mapping[str, Any]) -> str:
    """Return the address under which a page was public."""
    written = source.said("permalink")
    stem = re.sub(r"\.\w+$", "", basename(source.path))
    dated = re.match(r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)-(?P<title>.*)", stem)
    if written:
        return written if not re.search(r"[:{]", written) else ""
    if source.sort == "post" and dated:
        pattern = str(config.get("permalink") or "/:categories/:title/")
        pattern = _PATTERNS.get(pattern, pattern)
        categories = source.head.get("categories") or source.head.get("category") or ""
        joined = "/".join(categories) if isinstance(categories, list) else str(categories).replace(" ", "/")
        others = {"slug": dated["title"], "i_month": dated["month"], "i_day": dated["day"]}
        parts = {**dated.groupdict(), **others, "categories": joined}
        return re.sub(r"/{2,}", "/", re.sub(r":(\w+)", lambda match: parts.get(match[1], ""), pattern))
    folder = "" if source.collection == "pages" else f"{source.collection}/"
    return f"/{folder}{stem}/" if source.sort != "news" else ""


def take_all(site: OldSite, sources: list[Source], titles: Mapping[str, str]) -> None:
    """Bring in every page; what was no page for the public goes into the inbox."""
    for source in sorted(sources, key=date_of, reverse=True):
        if source.sort == "hidden":
            site.leave(site.files[source.path], NOT_PUBLIC, source.path)
        elif source.sort != "page":
            take(site, source, titles.get(source.sort) or section_for(site, source))
        elif source.collection != "pages":
            take(site, source, "")
        else:
            _take_page(site, source)


def _take_page(site: OldSite, source: Source) -> None:
    stem = re.sub(r"\.\w+$", "", basename(source.path)).casefold()
    if source.path in site.read:
        return
    if stem in _UTILITY or stem in _OWN_PAGES or not has_words(source):
        reason = "the page only lists what stands elsewhere; a view of this site does that"
        site.leave(_rest_of(source), reason, source.path)
    else:
        take(site, source, "")


def _rest_of(source: Source) -> str:
    """Return the few words of a page of lists, such as its headings."""
    words = "\n".join(filter(None, [source.said("description"), plain_markdown(source.page.body).markdown]))
    return words if re.search(r"\w", words) else ""


def section_for(site: OldSite, source: Source) -> str:
    """Return the section of the CV in which a kind of record stands, or the title of a new one."""
    kind = source.meaning.kind if source.meaning else source.sort
    for title, contents in site.sections.items():
        meaning = meaning_of(title)
        if meaning and meaning.kind == kind and not site.statuses.get(title):
            return title
        if any(getattr(each, "kind", "") == kind for each in contents):
            return title
    return WORDS.get(kind) or source.collection.replace("_", " ").capitalize()

"""HugoBlox, which was Wowchemy and Academic: the authors, the content folders, the bibliography of each publication."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from posixpath import basename, dirname
from typing import Any

import yaml

from sphinx_vita.imports.cvs.sections import PROSE, Heading, meaning_of
from sphinx_vita.imports.data.json_values import Data, listed, mapping, mappings, words
from sphinx_vita.imports.data.structured import text_of
from sphinx_vita.imports.drafts import Imported
from sphinx_vita.imports.old_sites.collected import take
from sphinx_vita.imports.old_sites.front_matter import read_page
from sphinx_vita.imports.old_sites.hugo_authors import Author, authors_of, take_lists, take_others, take_owner
from sphinx_vita.imports.old_sites.hugo_languages import of_one_language
from sphinx_vita.imports.old_sites.hugo_works import expect_works, picture_beside, take_works
from sphinx_vita.imports.old_sites.old_pages import POSTS, Source, date_of, home_of
from sphinx_vita.imports.old_sites.old_person import Person
from sphinx_vita.imports.old_sites.old_site import NOT_PUBLIC, OldSite
from sphinx_vita.records.slugs import slug

_SORTS = {"publication": "publication", "publications": "publication", "post": "post", "posts": "post",
          "blog": "post", "event": "talk", "events": "talk",
          "talk": "talk", "talks": "talk", "project": "project", "projects": "project", "news": "post", "authors": "",
          "author": "", "home": "",
          "slides": "slides", "notes": "page"}  # fmt: skip
_SECTIONS = {"talk": "Talks", "project": "Projects", "teaching": "Teaching"}
_FOLDERS = ("assets/media", "static/uploads", "static/media", "static/img", "static/files", "assets/images")
_SETTINGS = re.compile(r"(?:config/_default/)?(?:params|hugo|config)\.(?:ya?ml|toml)")
_LANDINGS = ("landing", "widget_page")
_REACHED = ("email", "phone", "address", "office_hours", "contact_links", "directions")


def is_hugoblox(files: Mapping[str, str]) -> bool:
    """Whether these are the files of a site of HugoBlox."""
    own = re.compile(r"content/(?:\w\w/)?(?:authors?/[^/]+/_?index\.|publications?/|home/)|data/authors/")
    return any(map(own.match, files))


def read_hugoblox(files: Mapping[str, str]) -> Imported:
    """Read a site of HugoBlox."""
    settings = _settings(files)
    files, translations, language = of_one_language(files, str(settings.get("defaultContentLanguage") or "en"))
    served = ("static", "assets/media", f"content/{language}", "content")
    address = str(settings.get("baseURL") or settings.get("baseurl") or "")
    site = OldSite(files, folders=_FOLDERS, served=served, address=address)
    for path, text in translations.items():
        site.leave(text, "it is in another language; a site here has one", path)
    authors = authors_of(site)
    sources = list(_sources(site, language))
    names = {each.name: each.title for each in authors}
    works = [source for source in sources if source.sort == "publication"]
    others = [source for source in sources if source.sort != "publication"]
    for source in others:
        if source.sort not in ("hidden", "slides", "landing"):
            _expect(site, source)
    site.kinds = {source.sort for source in sources}
    expect_works(site, works)
    _expect_lists(site, sources)
    person = Person(site, "config/_default/params.yaml")
    _contact(site, settings, person, "config/_default/params")
    for author in authors[:1]:
        take_owner(site, author, person)
    take_works(site, works, names)
    for source in sorted(others, key=date_of, reverse=True):
        _take(site, source, names, person)
    take_others(site, [author for author in authors[1:] if not _is_empty(author)])
    title = authors[0].title if authors else str(settings.get("title") or "")
    return site.imported(person.draft(title))


def _settings(files: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for path, text in sorted(files.items()):
        if _SETTINGS.fullmatch(path):
            fence = "+++" if path.endswith("toml") else "---"
            found |= read_page(f"{fence}\n{text}\n{fence}\n").head
    return found


def _is_empty(author: Author) -> bool:
    return not author.body.strip() and not author.data


def _sources(site: OldSite, language: str) -> Iterator[Source]:
    for path, text in sorted(site.files.items()):
        match = re.fullmatch(rf"content/(?:{language}/)?(?P<rest>.+)\.(?:md|markdown|html)", path)
        if not match or path in site.read:
            continue
        parts = match["rest"].split("/")
        folder = parts[0] if len(parts) > 1 else ""
        page = read_page(text)
        meaning = meaning_of(folder) if folder not in _SORTS else Heading(_SORTS[folder])
        is_record = meaning is not None and meaning.kind not in (PROSE, "publication")
        sort = _SORTS.get(folder, meaning.kind if is_record and meaning else "page")
        if str(page.head.get("draft", "")).lower() == "true":
            sort = "hidden"
        elif parts[-1].startswith("_index") or folder in ("", "home") or page.head.get("type") in _LANDINGS:
            is_landing = parts[-1] in ("_index", "index") or folder == "home" or "sections" in page.head
            sort = "landing" if is_landing else "page"
        elif not sort:
            sort = "hidden"
        yield Source(path, page, sort, meaning if is_record else None, folder)


def _expect(site: OldSite, source: Source) -> None:
    stem = re.sub(r"^content/(?:[a-z]{2}/(?=.*/))?|\.\w+$", "", source.path)
    stem = re.sub(r"/_?index(?:\.\w\w)?$|(?<=.)\.\w\w$", "", stem)
    stem = f"{dirname(stem)}/{source.head['slug']}" if source.head.get("slug") else stem
    aliases = map(str, listed(source.head.get("aliases")))
    site.expect(home_of(source), source.said("url") or stem, *aliases, source=source.path)
    site.homes.setdefault(dirname(source.path).removeprefix("content/").casefold(), home_of(source))


def _expect_lists(site: OldSite, sources: list[Source]) -> None:
    """Say where the lists of each folder lead."""
    homes = {"post": POSTS, "talk": "talks.md", "project": "research/index.md", "publication": "publications/index.md"}
    for folder, sort in _SORTS.items():
        if sort in homes and any(source.collection == folder and source.sort == sort for source in sources):
            site.expect(homes[sort], f"/{folder}/")


def _contact(site: OldSite, settings: Mapping[str, Any], person: Person, place: str) -> None:
    """Read how the person is reached, as older versions have it in the settings."""
    person.say("email", settings.get("email"))
    person.say("phone", settings.get("phone"))
    address = settings.get("address")
    if isinstance(address, Mapping):
        person.say("address", ", ".join(str(each) for key, each in address.items() if each and key != "country_code"))
    else:
        person.say("address", address)
    for key in ("office_hours", "appointment_url", "directions"):
        reason = f"the profile has no option for it ({key.replace('_', ' ')})"
        site.leave(text_of(settings.get(key) or ""), reason, place)


def _take(site: OldSite, source: Source, names: Mapping[str, str], person: Person) -> None:
    if source.sort == "landing":
        _take_landing(site, source, person)
    elif source.sort in ("hidden", "slides"):
        reason = NOT_PUBLIC if source.sort == "hidden" else "slides in Markdown have no page here; keep them as a file"
        site.leave(site.files[source.path], reason, source.path)
    else:
        section = _SECTIONS.get(source.sort) or source.collection.replace("-", " ").capitalize()
        take(site, _with_names(site, source, names), section)


def _with_names(site: OldSite, source: Source, names: Mapping[str, str]) -> Source:
    """Write people by their names, and leave out the list that only has the owner."""
    written = [names.get(str(each), str(each)) for each in listed(source.head.get("authors"))]
    head = {key: value for key, value in source.head.items() if key not in ("authors", "image")}
    head |= {"authors": written} if len(written) > 1 else {}
    picture = picture_beside(site, source)
    image = mapping(source.head.get("image"))
    if picture:
        head["image"] = {**image, "path": picture}
    else:
        site.leave(words(image, "caption"), "the picture of these words is not among the files", source.path)
    return replace(source, page=source.page._replace(head=head))


def _take_landing(site: OldSite, source: Source, person: Person) -> None:
    """Read a page of blocks: the texts that stand in them, the lists, and what else was written there."""
    if source.collection == "home" or source.head.get("widget"):
        take_lists(site, source.head, source.path)
        _contact(site, source.head, person, source.path)
        if source.head.get("widget") == "contact":
            _contact(site, mapping(source.head.get("content")), person, source.path)
    texts = [site.text(source.page.body, source.path, level=2)]
    for block in mappings(source.head.get("sections")):
        title, text = _text_of(site, source, block)
        if text and title and source.path.count("/") == 1:
            site.new_page(f"{slug(title.casefold())}.md", f"# {title}\n\n{text}")
        elif text:
            texts += [f"## {title}" if title else "", text]
    whole = "\n\n".join(filter(None, texts))
    if len(re.findall(r"\w+", whole)) > 3:
        name = basename(dirname(source.path)) if source.path.count("/") > 1 else "home"
        title = site.line(source.title, source.path) if source.head.get("title") else name.capitalize()
        folder = "pages/" if name in ("home", "teaching", "talks", "publication") else ""
        site.expect(site.new_page(f"{folder}{name}.md", f"# {title}\n\n{whole}"), source=source.path)


def _text_of(site: OldSite, source: Source, block: Data) -> tuple[str, str]:
    """Return the title of a block and the text in it, "" where it has none."""
    content = mapping(block.get("content"))
    text = site.text(str(content.get("text") or ""), source.path, level=3)
    title = site.line(str(content.get("title") or ""), source.path)
    if isinstance(content.get("items"), list) and block.get("block") == "accomplishments":
        take_lists(site, {"item": content["items"]}, source.path)
    rest = {key: content[key] for key in content if key in _REACHED and content[key] and not text}
    if rest:
        reason = "how to reach the person; write it as options of the profile"
        site.leave(yaml.safe_dump(rest, allow_unicode=True), reason, source.path)
    return title, text

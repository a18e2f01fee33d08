"""The people of a site of HugoBlox: who it is about, and the others, in the forms that its versions have had."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from sphinx_vita.imports.cvs.sections import Heading
from sphinx_vita.imports.data.json_values import at, listed, mapping, mappings, words
from sphinx_vita.imports.data.structured import draft_from, text_of
from sphinx_vita.imports.drafts import Draft, said
from sphinx_vita.imports.old_sites.front_matter import read_page, read_yaml
from sphinx_vita.imports.old_sites.old_pages import WORDS
from sphinx_vita.imports.old_sites.old_person import NO_OPTION, Person
from sphinx_vita.imports.old_sites.old_site import OldSite

_PATHS = re.compile(
    r"(?:content/(?:\w\w/)?authors?/(?P<folder>[^/]+)/_?index\.(?:md|html)|data/authors/(?P<name>[^/]+)\.ya?ml)"
)
_OWNERS = ("admin", "me", "owner")
# Lists of an author -> the section of the CV, the kind, and what its keys are called here.
_LISTS: dict[str, tuple[str, str, dict[str, str]]] = {
    "work": ("Experience", "position", {"company_name": "organization", "company_url": "url", "company_logo": "",
    "role": "title", "org": "organization"}),
    "experience": ("Experience", "position", {"company_name": "organization", "company_url": "url",
    "company_logo": "", "role": "title", "org": "organization",
                                              "company": "organization", "date_format": ""}),
    "education": ("Education", "degree", {"course": "title", "area": "title", "degree": "title"}),
    "awards": ("Awards", "award", {"awarder": "issuer"}),
    "certifications": ("Certificates", "certificate", {"org": "issuer", "organization": "issuer",
    "certificate_url": "url"}),
    "item": ("Accomplishments", "certificate", {"organization": "issuer", "org": "issuer", "organization_url": "",
    "certificate_url": "url"}),
    "languages": ("Languages", "language", {"name": "language", "label": "fluency", "percent": "level"}),
    "interests": ("Interests", "interest", {}),
    "skills": ("Skills", "skill", {}),
    "feature": ("Skills", "skill", {}),
}  # fmt: skip
_SOCIAL = ("social", "profiles", "links", "contact_links")
_LOOK = ("icon", "icon_pack", "percent", "button", "color", "color_border", "logo", "show_related", "superuser",
         "is_owner", "highlight_name", "slug",
         "schema", "user_groups", "groups", "weight", "widget", "status", "design")  # fmt: skip
_NAMED = ("title", "name", "first_name", "last_name", "name_pronunciation", "bio", "role", "organizations",
          "affiliations", "affiliation", "email",
          "phone", "pronouns", "cms", "authors", "type", "date", "headless", "active", "subtitle", "interests_title",
          "avatar", "draft", "postnominals")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Author:
    """An author: the name of the folder or file, what stands there, and the text."""

    name: str
    path: str
    data: Mapping[str, Any]
    body: str

    @property
    def title(self) -> str:
        """The name as it is shown."""
        parts = " ".join(filter(None, (words(self.data, each) for each in ("first_name", "last_name"))))
        written = words(self.data, "name", "display") or words(self.data, "title") or words(self.data, "name")
        return written or parts or self.name


def authors_of(site: OldSite) -> list[Author]:
    """Return the authors, the owner first; each author once, of the newest form."""
    found: dict[str, Author] = {}
    for path, text in sorted(site.files.items()):
        match = _PATHS.fullmatch(path)
        if not match or (match["folder"] or "").startswith("_index"):
            continue
        site.read.add(path)
        name = match["folder"] or match["name"]
        if match["name"]:
            try:
                data = read_yaml(text)
            except yaml.YAMLError:
                data = None
            if not isinstance(data, Mapping):
                site.leave(text, "the file cannot be read; mend it and import again", path)
                continue
            author = Author(name, path, data, str(data.get("bio") or ""))
        else:
            head, body, _ = read_page(text)
            author = Author(name, path, head, body)
        if name in found:  # the page says what the data do not
            author = Author(name, path, {**found[name].data, **author.data}, author.body or found[name].body)
        found[name] = author
    return sorted(found.values(), key=lambda each: (not _is_owner(each), each.name not in _OWNERS, each.name))


def _is_owner(author: Author) -> bool:
    return "true" in (str(author.data.get("superuser")).lower(), str(author.data.get("is_owner")).lower())


def take_owner(site: OldSite, author: Author, person: Person) -> None:
    """Read who the site is about, and the lists that stand with the person."""
    data, path = author.data, author.path
    person.place = path
    person.say("label", site.line(str(data.get("role") or ""), path))
    places = _places(data)
    plain = [name for name, url in places if not url]
    written = [f"{name} <{url}>" if url else name for name, url in places]
    person.say("organization" if written == plain[:1] else "affiliations", "; ".join(written))
    name = mapping(data.get("name"))
    for option, text in (
        *((option, data.get(option)) for option in ("email", "phone")),
        ("pronouns", name.get("pronouns") or data.get("pronouns")),
        ("aliases", name.get("alternate")),
        ("image", _portrait(site, author)),
    ):
        person.say(option, text)
    site.leave(str(name.get("pronunciation") or data.get("name_pronunciation") or ""), NO_OPTION, path)
    for label, address in _links(data):
        person.link(address, label)
    bio = str(data.get("bio") or "").strip()
    text = site.text(author.body, path, level=0)
    person.body += [text, site.line(bio, path) if bio not in author.body else ""]
    take_lists(site, data, path)
    _leave_rest(site, data, path)


def _places(data: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return where the person belongs: names, each with its address or ""."""
    found = [each for name in ("organizations", "affiliations", "affiliation") for each in listed(data.get(name))]
    named = [each if isinstance(each, Mapping) else {"name": each} for each in found]
    pairs = [(str(each.get("name") or ""), str(each.get("url") or "")) for each in named]
    return [(name, url if url.startswith("http") else "") for name, url in pairs if name]


def _portrait(site: OldSite, author: Author) -> str:
    """Return the path of the portrait, which lies beside the page or among the media."""
    folders = (author.path.rpartition("/")[0], "assets/media/authors", "assets/media")
    stems = ("avatar", author.name)
    names = (f"{stem}.{end}" for stem in stems for end in ("jpg", "jpeg", "png", "webp", "JPG", "PNG"))
    found = next((path for name in names if (path := site.asset(name, author.path, *folders))), "")
    return f"/{found}" if found else ""


def _links(data: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the links of an author, each with its words."""
    links = [each for key in _SOCIAL for each in mappings(data.get(key))]
    labels = [(words(each, "label") or words(each, "icon")).rpartition("/")[2] for each in links]
    return [(label, words(each, "link") or words(each, "url")) for label, each in zip(labels, links, strict=True)]


def take_lists(site: OldSite, data: Mapping[str, Any], path: str) -> None:
    """Make records of the lists of an author, or of a widget of an old home page."""
    for name, (section, kind, names) in _LISTS.items():
        value = data.get(name)
        items = value.get("courses") if isinstance(value, Mapping) and "courses" in value else value
        for number, item in enumerate(listed(items), 1):
            for each in _grouped(kind, item):
                site.add(section, _draft(site, kind, each, names, f"{path}, {name}, {number}"))


def _draft(site: OldSite, kind: str, item: Any, names: Mapping[str, str], place: str) -> Draft:
    path = place.partition(",")[0]
    if not isinstance(item, Mapping):
        return Draft(kind=kind, title=site.line(str(item), path), place=place)
    data: dict[str, Any] = {}
    for key, value in item.items():
        renamed = names.get(key, "" if key in _LOOK else key)
        if key in ("summary", "description") and isinstance(value, str):
            data["description"] = site.text(value, path, level=0)
        elif renamed and value not in (None, "", [], {}):
            data.setdefault(renamed, value if not isinstance(value, str) else site.line(value, path))
        elif key == "button" and isinstance(value, Mapping):
            target = site.lead(str(value.get("url") or ""), path)
            if target:
                link = f"[{value.get('text') or 'PDF'}]({target})"
                data["description"] = "\n\n".join(filter(None, [data.get("description", ""), link]))
            else:
                site.leave(text_of(value), "this address leads nowhere", place)
    if kind == "language" and "level" in data:
        data["fluency"] = data.get("fluency") or _fluency(data["level"])
        del data["level"]
    for key in ("date_start", "date_end", "start", "end"):
        if re.fullmatch(r"\d{4}-01-01", str(data.get(key, ""))):
            data[key] = str(data[key])[:4]  # the tool wants a day, and people write the first
    named = {"date_start" if key == "start" else key: value for key, value in data.items()}
    return draft_from(Heading(kind), named, place)


def _fluency(level: Any) -> str:
    return f"{level} of 5" if len(str(level)) == 1 else f"{level} %"


def _grouped(kind: str, item: Any) -> Iterator[Any]:
    """Yield a group of skills as one skill with its words."""
    if kind in ("skill", "interest") and isinstance(at(item, "items"), list):
        said = (words(each, "label") or words(each, "name") or words(each) for each in item["items"])
        yield {"name": words(item, "name") or words(item, "title"), "keywords": ", ".join(filter(None, said))}
    else:
        yield item


def _leave_rest(site: OldSite, data: Mapping[str, Any], path: str) -> None:
    """Put what nothing is known of into the inbox."""
    for key, value in data.items():
        if key not in (*_LOOK, *_NAMED, *_SOCIAL, *_LISTS) and value not in (None, "", [], {}):
            site.leave(f"{key}: {text_of(value)}", NO_OPTION, path)


def take_others(site: OldSite, authors: list[Author]) -> None:
    """Make a page of the other people of the site."""
    drafts = []
    for each in authors:
        url = next((address for _, address in _links(each.data) if address.startswith("http")), "")
        where = ", ".join(name for name, _ in _places(each.data))
        text = [site.line(str(each.data.get("role") or ""), each.path), site.text(each.body, each.path, level=0)]
        options = said([("url", url), ("affiliation", where)])
        body = "\n\n".join(filter(None, text))
        drafts.append(Draft(kind="person", title=each.title, options=options, body=body, place=each.path))
    if drafts:
        site.new_page("people.md", "\n".join([f"# {WORDS['people']}", "", *(draft.markdown() for draft in drafts)]))

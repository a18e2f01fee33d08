"""al-folio: the configuration, `_data`, `_bibliography`, the collections and the pages of a site."""

import re
from collections.abc import Mapping
from typing import Any

import yaml

from sphinx_vita.imports.data.json_values import at, listed, mapping, mappings, words
from sphinx_vita.imports.data.rendercv import read_al_folio_cv
from sphinx_vita.imports.drafts import Draft, Imported
from sphinx_vita.imports.old_sites.al_folio_works import (
    FOLDERS,
    bibliographies_of,
    read_bibliography_file,
    take_publications,
)
from sphinx_vita.imports.old_sites.cv_sections import SAID_TWICE, UNREADABLE, read_resume_json, take_cv
from sphinx_vita.imports.old_sites.front_matter import read_page, read_yaml
from sphinx_vita.imports.old_sites.html_markup import markdown_of
from sphinx_vita.imports.old_sites.jekyll import address_of, expect_all, read_config, sources_of, take_all
from sphinx_vita.imports.old_sites.old_pages import WORDS
from sphinx_vita.imports.old_sites.old_person import Person, joined
from sphinx_vita.imports.old_sites.old_site import OldSite

_RESUME, _CV = "assets/json/resume.json", "_data/cv.yml"
_READ = ("cv", "socials", "repositories", "coauthors", "people")
_HOME = ("_pages/about.md", "about.md", "index.md", "_pages/about.html")
_ACCOUNT = re.compile(r"_(?:username|userid|id|profile)$|^email$|^dblp_url$|^work_url$")
_NO_PLACE = "the profile has no place for it; write it into its"
_OTHER_CV = "the site showed another CV; what stands here was not public"


def is_al_folio(files: Mapping[str, str]) -> bool:
    """Whether these are the files of a site of al-folio."""
    config = files.get("_config.yml", "")
    return bool(config) and (
        any(path.startswith("_bibliography/") for path in files)
        or bool(re.search(r"^(?:scholar|al_folio|first_name|jekyll_get_json)\s*:", config, re.MULTILINE))
    )


def read_al_folio(files: Mapping[str, str]) -> Imported:
    """Read a site of al-folio."""
    config = read_config(files)
    site = OldSite(files, folders=FOLDERS, address=address_of(config))
    if not config:
        site.leave(files.get("_config.yml", ""), UNREADABLE, "_config.yml")
    sources = sources_of(files)
    bibliographies = [read_bibliography_file(site, path) for path in bibliographies_of(files, config)]
    site.keys = {entry.key for each in bibliographies for entry in each.entries}
    site.kinds = {source.sort for source in sources} | (
        {"publication"} if any(each.entries for each in bibliographies) else set()
    )
    expect_all(site, sources, config)
    cv = _cv(site, config)
    person = Person(site, "_config.yml")
    _profile(site, config, person)
    if cv:
        take_cv(site, cv)
    take_publications(site, bibliographies)
    _data(site, person)
    take_all(site, sources, {"news": WORDS["news"]})
    name = joined(str(config.get(each) or "") for each in ("first_name", "middle_name", "last_name"))
    draft = person.draft(name or str(config.get("title") or "") or (cv.profile.title if cv and cv.profile else ""))
    return site.imported(_with_cv(site, draft, cv.profile if cv else None))


def _with_cv(site: OldSite, profile: Draft | None, of_cv: Draft | None) -> Draft | None:
    """Complete the profile with what the head of the CV says; what it says otherwise goes into the inbox."""
    if profile is None or of_cv is None:
        return profile or of_cv
    options = {**of_cv.options, **profile.options}
    body = profile.body or of_cv.body
    for name, text in of_cv.options.items():
        if options[name] != text:
            site.leave(f"{name}: {text}", SAID_TWICE, "the head of the CV")
    if body != of_cv.body:
        site.leave(of_cv.body, SAID_TWICE, "the head of the CV")
    return Draft(kind=profile.kind, title=profile.title, options=options, body=body, place=profile.place)


def _cv(site: OldSite, config: Mapping[str, Any]) -> Imported | None:
    """Read the CV that was shown; of the other one, which the template brings, tell what stands in it."""
    read: dict[str, Imported] = {}
    for path in (_CV, "_data/cv.yaml", _RESUME, "_data/resume.json"):
        text = site.files.get(path, "")
        if not text.strip():
            continue
        try:
            found = read_resume_json(text) if path.endswith(".json") else read_al_folio_cv(_in_usual_words(text))
        except (yaml.YAMLError, AttributeError, TypeError):
            found = None
        if found is None:
            site.leave(text, UNREADABLE, path)
        else:
            read[path] = found
    chosen = _chosen(site, config, read)
    for path, found in read.items():
        if path != chosen:
            contents = (each for part in found.sections for each in part.contents)
            titles = [each.title if isinstance(each, Draft) else getattr(each, "key", "") for each in contents]
            site.leave("\n".join(filter(None, titles)), _OTHER_CV, path)
    return read.get(chosen)


def _in_usual_words(text: str) -> str:
    """Call a degree as RenderCV does, and give each award of a year the year; the template's forms differ there."""
    if not re.search(r"^\s*(?:- )?degree:", text, re.MULTILINE):
        text = text.replace("studyType:", "degree:")
    document = read_yaml(text)
    if not isinstance(document, list):
        return text
    sections = [
        {**each, "contents": [one for item in listed(each.get("contents")) for one in _of_year(item)]}
        for each in mappings(document)
    ]
    return yaml.safe_dump(sections, allow_unicode=True, sort_keys=False)


def _of_year(item: Any) -> list[Any]:
    """Cut a year with a list of what happened in it."""
    if not isinstance(item, Mapping) or set(item) != {"year", "items"} or not isinstance(item["items"], list):
        return [item]
    return [{"title": each, "year": item["year"]} if isinstance(each, str) else each for each in item["items"]]


def _chosen(site: OldSite, config: Mapping[str, Any], read: Mapping[str, Imported]) -> str:
    """Return which CV was shown: the one that its page names, else the JSON where the configuration reads it."""
    pages = (text for path, text in site.files.items() if re.fullmatch(r"_pages/(?:cv|resume)\.md", path))
    page = next((read_page(text).head for text in pages), {})
    wanted = str(page.get("cv_format") or ("jsonresume" if config.get("jekyll_get_json") else "rendercv"))
    order = sorted(read, key=lambda path: path.endswith(".json") != (wanted == "jsonresume"))
    family = str(config.get("last_name") or "").casefold()
    own = [path for path in order if family and family in (getattr(read[path].profile, "title", "") or "").casefold()]
    return next(iter([*own, *order]), "")


def _profile(site: OldSite, config: Mapping[str, Any], person: Person) -> None:
    """Read who it is: of the configuration, the socials and the page that stands first."""
    person.place = "_config.yml"
    for key, value in config.items():
        if _ACCOUNT.search(key) and not re.search(r"analytics|verification", key):
            person.social(key, value)
    path = next((each for each in _HOME if each in site.files), "")
    site.leave(str(config.get("contact_note") or ""), f"{_NO_PLACE} text", "_config.yml")
    if not path:
        return
    person.place = path
    site.read.add(path)
    head, body, _ = read_page(site.files[path])
    person.say("label", site.line(str(head.get("subtitle") or head.get("description") or ""), path))
    shown = mapping(head.get("profile"))
    person.portrait(words(shown, "image"), path, "assets/img")
    for key in ("more_info", "address"):
        _address(site, person, str(shown.get(key) or ""), path)
    person.body.append(site.text(body, path, level=0))


def _address(site: OldSite, person: Person, html: str, path: str) -> None:
    """Read the lines below the portrait, which are a postal address as a rule."""
    written = re.split(r"\n|\\\n", markdown_of(html, lambda _: None))
    lines = [" ".join(line.split()) for line in written if line.strip(" \\")]
    if lines and not any("](" in line for line in lines):
        person.say("address", ", ".join(line.rstrip(",\\ ") for line in lines))
    else:
        site.leave("\n".join(lines), f"{_NO_PLACE} text or as an option", path)


def _data(site: OldSite, person: Person) -> None:
    """Read the files of `_data`; one that nothing is known of goes into the inbox."""
    for path, text in sorted(site.files.items()):
        name = re.sub(r"\.\w+$", "", path.removeprefix("_data/"))
        if not path.startswith("_data/") or path in (_CV, "_data/cv.yaml", "_data/resume.json"):
            continue
        try:
            data = read_yaml(text) if path.endswith((".yml", ".yaml")) else None
        except yaml.YAMLError:
            data = None
        if name == "socials" and isinstance(data, Mapping):
            person.place = path
            for key, value in data.items():
                person.social(key, value)
        elif name == "repositories" and isinstance(data, Mapping):
            _repositories(site, person, data, path)
        elif name == "coauthors" and isinstance(data, Mapping):
            _coauthors(site, data)
        elif data:
            site.leave(text, "a data file of the site's own; what of it is a fact wants a record", path)
        elif text.strip() and data is None:
            site.leave(text, UNREADABLE, path)


def _repositories(site: OldSite, person: Person, data: Mapping[str, Any], path: str) -> None:
    person.place = path
    for user in data.get("github_users") or ():
        person.social("github", str(user))
    for name in data.get("github_repos") or ():
        options = {"repository": f"https://github.com/{name}"}
        site.add("Software", Draft(kind="software", title=str(name).rpartition("/")[2], options=options, place=path))


def _coauthors(site: OldSite, data: Mapping[str, Any]) -> None:
    """Make a page of the people whose names in lists of authors lead to their own pages."""
    drafts = []
    for family, people in data.items():
        whole = str(family).title() if str(family).islower() else family
        for each in listed(people):
            spelled = [f"{given} {whole}" for given in listed(at(each, "firstname"))]
            if spelled and words(each, "url").startswith("http"):
                options = {"url": str(each["url"]), **({"aliases": "; ".join(spelled[1:])} if spelled[1:] else {})}
                drafts.append(Draft(kind="person", title=spelled[0], options=options, place="_data/coauthors.yml"))
            else:
                told = yaml.safe_dump({family: [each]}, allow_unicode=True, sort_keys=False)
                site.leave(told, "a person without a name or an address", "_data/coauthors.yml")
    if drafts:
        site.new_page("people.md", "\n".join([f"# {WORDS['people']}", "", *(draft.markdown() for draft in drafts)]))

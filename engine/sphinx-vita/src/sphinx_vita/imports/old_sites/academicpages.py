"""academicpages: the author of `_config.yml`, the collections, the CV as a page or as JSON."""

import re
from collections.abc import Mapping
from posixpath import basename
from typing import Any

from sphinx_vita.imports.cvs.markdown_cv import read_markdown_cv
from sphinx_vita.imports.data.json_values import mapping
from sphinx_vita.imports.drafts import Imported
from sphinx_vita.imports.old_sites.academicpages_works import take_publications
from sphinx_vita.imports.old_sites.cv_sections import UNREADABLE, read_resume_json, take_cv, take_other_cv
from sphinx_vita.imports.old_sites.front_matter import read_page
from sphinx_vita.imports.old_sites.jekyll import address_of, expect_all, read_config, sources_of, take_all
from sphinx_vita.imports.old_sites.old_person import Person
from sphinx_vita.imports.old_sites.old_site import OldSite
from sphinx_vita.imports.old_sites.works import home_of_work

_COLLECTIONS = ("_publications/", "_talks/", "_teaching/", "_portfolio/")
_CV_PAGES = ("_pages/cv.md", "_pages/cv.html", "cv.md")
_HOME = ("_pages/about.md", "_pages/about.html", "index.md")
_BIOGRAPHY = {
    "bio": "label", "location": "location", "email": "email", "uri": "homepage", "pronouns": "pronouns",
    "employer": "organization",
}  # fmt: skip
_TITLES = {"talk": "Talks", "teaching": "Teaching", "project": "Projects"}


def is_academicpages(files: Mapping[str, str]) -> bool:
    """Whether these are the files of a site of academicpages."""
    config = files.get("_config.yml", "")
    return bool(re.search(r"^author\s*:", config, re.MULTILINE)) and (
        any(path.startswith(_COLLECTIONS) for path in files) or "academicpages" in config
    )


def read_academicpages(files: Mapping[str, str]) -> Imported:
    """Read a site of academicpages."""
    config = read_config(files)
    site = OldSite(files, folders=("images", "files", "assets"), address=address_of(config))
    if not config:
        site.leave(files.get("_config.yml", ""), UNREADABLE, "_config.yml")
    all_sources = sources_of(files)
    works = [source for source in all_sources if source.sort == "publication"]
    sources = [source for source in all_sources if source.sort != "publication"]
    site.kinds = {source.sort for source in all_sources}
    expect_all(site, sources, config)
    for source in works:
        address = source.said("permalink") or f"/publications/{basename(source.path)[:-3]}/"
        site.expect(home_of_work(source), address, source=source.path)
    _cv_page(site)
    person = _person(site, config)
    profile = person.draft(str(_author(config).get("name") or config.get("name") or config.get("title") or ""))
    take_publications(site, works, profile)
    take_all(site, sources, _titles(site))
    _cv_data(site)
    _data(site)
    return site.imported(profile)


def _titles(site: OldSite) -> dict[str, str]:
    """Return the sections of the CV for what its page lists, where it has one for it."""
    found = {}
    for kind, title in _TITLES.items():
        named = next((each for each in site.sections if re.search(rf"\b{title[:-1]}", each, re.IGNORECASE)), "")
        if named:
            found[kind] = named
    return found


def _author(config: Mapping[str, Any]) -> Mapping[str, Any]:
    return mapping(config.get("author"))


def _person(site: OldSite, config: Mapping[str, Any]) -> Person:
    person = Person(site, "_config.yml")
    for key, value in _author(config).items():
        if key in _BIOGRAPHY:
            person.say(_BIOGRAPHY[key], value)
        elif key == "avatar":
            person.portrait(str(value), "_config.yml", "images")
        elif key != "name":
            person.social(key, value)
    path = next((each for each in _HOME if each in site.files), "")
    if path:
        site.read.add(path)
        person.body.append(site.text(read_page(site.files[path]).body, path, level=0))
    return person


def _cv_page(site: OldSite) -> None:
    """Read the CV that stands as a page; where it only lists a collection, its section waits for that."""
    path = next((each for each in _CV_PAGES if each in site.files), "")
    if path:
        site.read.add(path)
        text = site.text(read_page(site.files[path]).body, path, level=2)
        cv = read_markdown_cv(f"# CV\n\n{text}")
        said = (each for each in cv.sections if each.prose or each.contents or re.search(_LISTED, each.title))
        sections = {section.title for section in said}
        site.sections |= {section.title: [] for section in cv.sections if section.title in sections}
        take_cv(site, Imported(sections=tuple(each for each in cv.sections if each.title in sections), loose=cv.loose))


_LISTED = re.compile(r"publication|talk|teaching|portfolio|project", re.IGNORECASE)


def _cv_data(site: OldSite) -> None:
    """Read the CV that the template's script makes of the page, for what only stands there."""
    path = "_data/cv.json"
    if path in site.files:
        found = read_resume_json(site.files[path])
        if found is None:
            site.leave(site.files[path], UNREADABLE, path)
        else:
            take_other_cv(site, found, path)


_OF_THE_PROGRAM = ("navigation", "ui-text", "authors", "cv", "comments")


def _data(site: OldSite) -> None:
    for path, text in sorted(site.files.items()):
        name = re.sub(r"\.\w+$", "", path.removeprefix("_data/"))
        if path.startswith("_data/") and name.partition("/")[0] not in _OF_THE_PROGRAM and text.strip():
            site.leave(text, "a data file of the site's own; what of it is a fact wants a record", path)

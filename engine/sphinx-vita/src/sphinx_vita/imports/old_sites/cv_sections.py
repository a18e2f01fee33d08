"""The CV of an old site, put together with what its other files hold."""

from collections.abc import Mapping
from typing import Any

import yaml

from sphinx_vita.imports.bib_file import fields_of
from sphinx_vita.imports.cvs.sections import meaning_of
from sphinx_vita.imports.data.json_values import document_of, mapping
from sphinx_vita.imports.data.rendercv import read_rendercv
from sphinx_vita.imports.drafts import Draft, Entry, Imported, Leftover
from sphinx_vita.imports.old_sites.old_site import OldSite
from sphinx_vita.records.slugs import slug

SAID_TWICE = "another file of the source says it too, and counts; compare the words"
UNREADABLE = "the file cannot be read; mend it and import again, or copy from it what is needed"


def take_cv(site: OldSite, cv: Imported) -> None:
    """Take over the sections of a CV, in their order."""
    site.loose += cv.loose
    for section in cv.sections:
        site.sections.setdefault(section.title, [])
        if section.prose:
            site.proses[section.title] = section.prose
        if section.statuses:
            site.statuses[section.title] = section.statuses
        for each in section.contents:
            site.add(section.title, each)


def take_other_cv(site: OldSite, cv: Imported, place: str) -> None:
    """Take of a second CV the kinds that the site has not yet; what it has in other words goes into the inbox."""
    here = [each for contents in site.sections.values() for each in contents]
    present = {(each.kind, slug(each.title.casefold())) for each in here if isinstance(each, Draft)}
    works = {title_of(each) for each in here if isinstance(each, Entry)}
    kinds = {kind for kind, _ in present} | ({"publication"} if works else set())
    for section in cv.sections:
        for each in section.contents:
            kind = each.kind if isinstance(each, Draft) else "publication"
            if isinstance(each, Leftover) or kind not in kinds:
                site.add(_title(site, kind, section.title), each)
            elif isinstance(each, Draft) and (kind, slug(each.title.casefold())) not in present:
                site.leave(each.markdown(), SAID_TWICE, f"{place}, {each.place}")
            elif isinstance(each, Entry) and title_of(each) not in works:
                site.leave(each.bibtex, SAID_TWICE, f"{place}, {each.place}")


def add_works(site: OldSite, title: str, entries: list[Entry]) -> None:
    """Put the entries of a bibliography into a section; those that the CV lists in its own words give way to them."""
    known = {title_of(each) for each in entries}
    for name, contents in site.sections.items():
        site.sections[name] = [each for each in contents if not isinstance(each, Entry) or title_of(each) not in known]
    site.sections.setdefault(title, [])
    site.sections[title] += entries


def title_of(entry: Entry) -> str:
    """Return the title of an entry as what tells it from others."""
    return slug(fields_of(entry).get("title", entry.key).casefold())


def read_resume_json(text: str) -> Imported | None:
    """Read JSON Resume, and academicpages' variant of it; None where it cannot be read."""
    document = document_of(text)
    if not isinstance(document, Mapping):
        return None
    person = _person(mapping(document.get("basics")))
    lists = {name: items for name, items in document.items() if isinstance(items, list) and items}
    sections = {name: [_item(name, each) for each in items if each] for name, items in lists.items()}
    return read_rendercv(yaml.safe_dump({"cv": {**person, "sections": sections}}, allow_unicode=True, sort_keys=False))


def _person(basics: Mapping[str, Any]) -> dict[str, Any]:
    place = basics.get("location")
    parts = [place.get(name) for name in ("city", "region", "countryCode")] if isinstance(place, Mapping) else [place]
    location = ", ".join(str(part) for part in parts if part)
    return {key: value for key, value in {**basics, "location": location}.items() if value}


def _item(section: str, item: Any) -> Any:
    """Call the keys of an item as other programs do."""
    if not isinstance(item, Mapping):
        return item
    renamed = {key: value for key, value in item.items() if value not in (None, "", [], {})}
    if section in ("work", "volunteer") and "name" in renamed:
        renamed["company"] = renamed.pop("name")
    if section == "education" and "studyType" in renamed:
        renamed["degree"] = renamed.pop("studyType")
    if section in ("publications", "presentations", "portfolio", "teaching") and "course" in renamed:
        renamed["title"] = renamed.pop("course")
    return renamed


def _title(site: OldSite, kind: str, otherwise: str) -> str:
    for title in site.sections:
        meaning = meaning_of(title)
        if meaning and meaning.kind == kind:
            return title
    return otherwise.capitalize()

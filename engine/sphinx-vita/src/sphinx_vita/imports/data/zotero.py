"""Zotero's own JSON, as its Web API and Better BibTeX write it, in the words of CSL."""

from typing import Any

from sphinx_vita.imports.data.json_values import Data, mapping, mappings, words

_NAMES = {
    "publicationTitle": "container-title", "proceedingsTitle": "container-title", "bookTitle": "container-title",
    "websiteTitle": "container-title", "encyclopediaTitle": "container-title", "dictionaryTitle": "container-title",
    "blogTitle": "container-title", "forumTitle": "container-title", "programTitle": "container-title",
    "university": "publisher", "institution": "publisher", "repository": "publisher", "company": "publisher",
    "assignee": "publisher", "studio": "publisher", "label": "publisher", "distributor": "publisher",
    "network": "publisher", "place": "publisher-place", "pages": "page", "url": "URL", "abstractNote": "abstract",
    "extra": "note", "series": "collection-title", "seriesTitle": "collection-title",
    "seriesNumber": "collection-number", "numPages": "number-of-pages", "numberOfVolumes": "number-of-volumes",
    "conferenceName": "event-title", "meetingName": "event-title", "thesisType": "genre", "reportType": "genre",
    "presentationType": "genre", "manuscriptType": "genre", "reportNumber": "number", "patentNumber": "number",
    "archiveID": "archive_location", "versionNumber": "version", "shortTitle": "title-short",
    "journalAbbreviation": "container-title-short", "court": "authority", "caseName": "title", "subject": "title",
    "nameOfAct": "title", "citationKey": "citation-key",
}  # fmt: skip
_ROLES = {
    "author": "author", "editor": "editor", "translator": "translator", "bookAuthor": "container-author",
    "seriesEditor": "collection-editor", "inventor": "author", "presenter": "author", "programmer": "author",
    "artist": "author", "director": "director", "performer": "performer", "composer": "composer", "podcaster": "author",
    "cartographer": "author", "interviewee": "author", "sponsor": "author", "reviewedAuthor": "reviewed-author",
}  # fmt: skip
_DATES = {
    "date": "issued", "issueDate": "issued", "accessDate": "accessed", "dateDecided": "issued", "dateEnacted": "issued",
}  # fmt: skip


def is_item(item: Any) -> bool:
    """Whether it is an item of Zotero's."""
    return isinstance(item, dict) and isinstance(item.get("itemType"), str)


def as_csl(item: Data) -> dict[str, Any]:
    """Return an item in CSL's words; a note or an attachment has no type there, and no title."""
    found: dict[str, Any] = {_NAMES.get(name, name): value for name, value in item.items() if words(value)}
    found |= {"type": item["itemType"], "id": words(item, "citationKey")}
    found |= {name: {"raw": words(item[written])} for written, name in _DATES.items() if words(item, written)}
    for person in mappings(item.get("creators")):
        role = _ROLES.get(words(person, "creatorType"), "contributor")
        whole = {"family": words(person, "lastName"), "given": words(person, "firstName")}
        found.setdefault(role, []).append({"literal": person["name"]} if words(person, "name") else whole)
    tags = [words(each, "tag") for each in mappings(item.get("tags"))] + [
        each for each in mapping(item).get("tags") or () if isinstance(each, str)
    ]
    return found | {"keyword": ", ".join(tag.replace(",", " ") for tag in tags if tag)}

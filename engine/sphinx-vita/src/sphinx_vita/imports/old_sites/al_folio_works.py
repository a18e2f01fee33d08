"""The bibliographies of al-folio: papers as they stand, and what else people keep in one."""

import re
from collections.abc import Mapping
from posixpath import basename
from typing import Any

from sphinx_vita.imports.bib_file import BibFile, fields_of, read_bib_file
from sphinx_vita.imports.cvs.sections import Heading, meaning_of
from sphinx_vita.imports.data.json_values import words
from sphinx_vita.imports.data.structured import draft_from
from sphinx_vita.imports.old_sites.cv_sections import add_works
from sphinx_vita.imports.old_sites.old_site import OldSite

FOLDERS = ("assets", "assets/img", "assets/pdf", "assets/video", "assets/audio", "assets/img/publication_preview")


_OF_FIELDS = {"preview": ("assets/img/publication_preview", "assets/img")}


def bibliographies_of(files: Mapping[str, str], config: Mapping[str, Any]) -> list[str]:
    """Return the bibliographies, the one with the papers first."""
    main = words(config, "scholar", "bibliography")
    first = (f"{main.removesuffix('.bib')}.bib", "papers.bib")
    found = [path for path in files if path.startswith("_bibliography/") and path.endswith(".bib")]
    places = {name: place for place, name in reversed(list(enumerate(first)))}
    return sorted(found, key=lambda path: (places.get(basename(path), len(first)), path))


def read_bibliography_file(site: OldSite, path: str) -> BibFile:
    def find(name: str, value: str) -> str:
        return site.asset(value, "", *_OF_FIELDS.get(name, ("assets/pdf", "assets/html", "assets/img")))

    return read_bib_file(site.files[path], path, find)


def take_publications(site: OldSite, bibliographies: list[BibFile]) -> None:
    """Take over the entries; those of a file whose name says that they are no publications become records."""
    given: set[str] = set()
    heads: list[str] = []
    for each in bibliographies:
        site.loose += each.leftovers
        heads.append(each.head)
        file = basename(each.entries[0].place.partition(",")[0]) if each.entries else ""
        meaning = meaning_of(re.sub(r"[_-]", " ", file.removesuffix(".bib")))
        if meaning and meaning.kind not in ("publication", "prose"):
            _take_records(site, meaning, each)
            continue
        for entry in each.entries:
            if entry.key in given:
                site.leave(entry.bibtex, "another entry has its key; give one of them a key of its own", entry.place)
        fresh = [entry for entry in each.entries if entry.key not in given]
        given |= {entry.key for entry in fresh}
        add_works(site, _title_of_works(site), fresh)
    site.bibliography_head = "\n".join(dict.fromkeys(filter(None, heads)))


def _title_of_works(site: OldSite) -> str:
    meanings = ((title, meaning_of(title)) for title in site.sections)
    of_works = (title for title, each in meanings if each and each.kind == "publication" and not each.status)
    return next(of_works, "Publications")


def _take_records(site: OldSite, meaning: Heading, found: BibFile) -> None:
    """Make records of entries, such as talks that are kept in a bibliography of their own."""
    title = meaning.kind.capitalize() + "s"
    for entry in found.entries:
        fields = fields_of(entry)
        data = {
            "title": _title_of_text(fields.pop("title", entry.key)), "date": "-".join(filter(None, (fields.pop("year",
            ""), ""))),
            **{name: re.sub(r"[{}]", "", text) for name, text in fields.items() if name not in ("bibtex_show",
            "selected", "keywords", "abbr")},
        }  # fmt: skip
        site.add(title, draft_from(meaning, data, entry.place))


def _title_of_text(text: str) -> str:
    """Return a text of a bibliography without its braces."""
    return " ".join(re.sub(r"[{}]", "", text).split())

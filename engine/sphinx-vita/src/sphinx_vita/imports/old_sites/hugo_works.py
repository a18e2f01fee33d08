"""The publications of a site of HugoBlox: a folder for each, with front matter and, as a rule, BibTeX."""

import re
from collections.abc import Mapping
from dataclasses import replace
from posixpath import dirname
from typing import Any

from sphinx_vita.imports.bib_file import read_bib_file, with_fields, with_own_key
from sphinx_vita.imports.cvs.items import words_of
from sphinx_vita.imports.cvs.references import Keys, entry_from
from sphinx_vita.imports.cvs.sections import Heading
from sphinx_vita.imports.drafts import Entry, Leftover
from sphinx_vita.imports.old_sites.cv_sections import add_works
from sphinx_vita.imports.old_sites.old_pages import Source, date_of, home_of, tags_of
from sphinx_vita.imports.old_sites.old_site import OldSite
from sphinx_vita.imports.old_sites.works import has_page, own_text, page_of_work
from sphinx_vita.imports.site import page_of

_TYPES = {  # of CSL, and the numbers of older versions -> of BibTeX
    "article-journal": "article", "2": "article", "paper-conference": "inproceedings", "1": "inproceedings",
    "chapter": "incollection", "6": "incollection", "book": "book", "5": "book", "thesis": "phdthesis",
    "7": "phdthesis", "report": "techreport", "4": "techreport", "patent": "patent", "8": "patent", "article": "misc",
    "3": "misc", "manuscript": "unpublished", "dataset": "dataset", "software": "software", "0": "misc",
}  # fmt: skip
_FIELDS = {"pdf": "pdf", "code": "code", "dataset": "data", "poster": "poster", "project": "website",
           "slides": "slides", "video": "video",
           "source": "url", "preprint": "preprint", "doi": "doi", "arxiv": "eprint"}  # fmt: skip


def expect_works(site: OldSite, works: list[Source]) -> None:
    """Say where the addresses of publications lead."""
    for source in works:
        home = home_of(source) if has_page(source.page.body) else page_of("publication")
        folder = dirname(source.path).removeprefix("content/")
        aliases = source.head.get("aliases") or []
        site.expect(home, folder, *map(str, aliases if isinstance(aliases, list) else [aliases]), source=source.path)


def take_works(site: OldSite, works: list[Source], names: Mapping[str, str]) -> None:
    """Make the entries of the publications, the newest first, and a page for each that says more."""
    keys = Keys()
    entries: list[Entry] = []
    for source in sorted(works, key=date_of, reverse=True):
        made = _entry(site, source, keys, names)
        if isinstance(made, Leftover):
            site.loose.append(made)
            continue
        entries.append(made)
        if has_page(source.page.body):
            site.new_page(home_of(source), page_of_work(site, source, made.key))
    if entries:
        add_works(site, "Publications", entries)


def _entry(site: OldSite, source: Source, keys: Keys, names: Mapping[str, str]) -> Entry | Leftover:
    extra = _extra(site, source)
    bib = next((path for path in site.files if dirname(path) == dirname(source.path) and path.endswith(".bib")), "")
    if bib and source.path.rpartition("/")[2].startswith("index"):
        found = read_bib_file(site.files[bib], bib)
        site.loose += found.leftovers
        site.bibliography_head = "\n".join(filter(None, [site.bibliography_head, found.head]))
        for entry in found.entries[1:]:
            site.leave(entry.bibtex, "the folder of a publication has more than one entry", bib)
        if found.entries:
            entry = (
                found.entries[0]
                if found.entries[0].key not in keys.given
                else with_own_key(found.entries[0], keys.given)
            )
            keys.given.add(entry.key)
            return with_fields(replace(entry, place=source.path), extra)
    head, path = source.head, source.path
    people = head.get("authors") or []
    authors = [names.get(str(each), str(each)) for each in (people if isinstance(people, list) else [people])]
    kinds = head.get("publication_types") or [""]
    kind = _TYPES.get(str(kinds[0] if isinstance(kinds, list) else kinds), "")
    venue = re.sub(r"^In:?\s+", "", words_of(site.line(str(head.get("publication") or ""), path)))
    data = {
        "title": words_of(site.line(source.title, path)),
        "authors": authors,
        "date": date_of(source),
        "venue": venue,
        "doi": str(head.get("doi") or ""),
    }
    if not authors:
        site.leave(source.title, "its authors are not told; write them into its entry", path)
        data["authors"] = [*list(names.values())[:1], "others"]
    made = entry_from(Heading("publication", type=kind), data, keys, path)
    return with_fields(made, extra) if isinstance(made, Entry) else made


def _extra(site: OldSite, source: Source) -> dict[str, str]:
    """Return what the front matter says that BibTeX of publishers does not."""
    head, path = source.head, source.path
    notes = head.get("author_notes") or []
    equal = [
        str(place)
        for place, note in enumerate(notes if isinstance(notes, list) else [], 1)
        if re.search(r"equal", str(note), re.IGNORECASE)
    ]
    short = re.sub(r"^In:?\s+", "", words_of(site.line(str(head.get("publication_short") or ""), path)))
    text = (
        ""
        if has_page(source.page.body)
        else words_of(" ".join(own_text(site.text(source.page.body, path, level=0)).split()))
    )
    abstract = words_of(site.line(str(head.get("abstract") or ""), path))
    summary = words_of(site.line(str(head.get("summary") or ""), path))
    for other in notes if isinstance(notes, list) else ():
        if str(other).strip() and not re.search(r"equal", str(other), re.IGNORECASE):
            site.leave(str(other), "a note on an author; write it where it belongs", path)
    image = head.get("image")
    if isinstance(image, Mapping):
        site.leave(str(image.get("caption") or ""), "the small picture of a publication has no caption here", path)
    found = {
        "abbr": _tex(short), "author+an": "; ".join(f"{place}=equal" for place in equal),
        "abstract": _tex(abstract or text),
        "tldr": _tex(summary if summary != abstract else ""), "keywords": _tex(", ".join(tags_of(head))),
        **_links(site, source),
        "selected": "true" if str(head.get("featured", "")).lower() == "true" else "", "preview": picture_beside(site,
        source),
    }  # fmt: skip
    if text and abstract:
        site.leave(text, "the page of the publication said this besides the abstract", path)
    return found


def _links(site: OldSite, source: Source) -> dict[str, str]:
    found: dict[str, str] = {}
    written = [
        (key.removeprefix("url_"), str(value or "")) for key, value in source.head.items() if key.startswith("url_")
    ]
    ids = source.head.get("hugoblox") if isinstance(source.head.get("hugoblox"), Mapping) else {}
    numbers = ids.get("ids") if isinstance(ids, Mapping) else {}
    written += [(key, str(value or "")) for key, value in (numbers.items() if isinstance(numbers, Mapping) else ())]
    for each in source.head.get("links") or ():
        if isinstance(each, Mapping):
            written.append(
                (str(each.get("type") or each.get("name") or ""), str(each.get("url") or each.get("id") or ""))
            )
    written += [("doi", str(source.head.get("doi") or ""))]
    for name, address in written:
        _put(site, source, name.strip().lower(), address.strip(), found)
    return found


def _put(site: OldSite, source: Source, name: str, address: str, found: dict[str, str]) -> None:
    if not address or address == "#":
        return
    field = _FIELDS.get(name, "")
    if field in ("doi", "eprint"):
        found.setdefault(field, address)
        found.update({"archiveprefix": "arXiv"} if field == "eprint" else {})
        return
    target = site.lead(address, source.path)
    if target and (field or "url") not in found:
        found[field or "url"] = target
    else:
        site.leave(
            f"{name}: {address}",
            "the entry has such a link already" if target else "this address leads nowhere",
            source.path,
        )


def picture_beside(site: OldSite, source: Source) -> str:
    """Return the picture that lies in the folder of a page; "" where there is none."""
    image: Any = source.head.get("image")
    named = str(image.get("filename") or "") if isinstance(image, Mapping) else str(image or "")
    names = [named, *(f"featured.{end}" for end in ("jpg", "jpeg", "png", "webp", "svg"))]
    found = next((path for name in names if name and (path := site.asset(name, source.path))), "")
    return f"/{found}" if found else ""


def _tex(text: str) -> str:
    return re.sub(r"(?<!\\)([&%#_])", r"\\\1", text.replace("{", "").replace("}", ""))

"""The publications of a site of HugoBlox: a folder for each, with front matter and, as a rule, BibTeX."""

import re
from collections.abc import Mapping
from dataclasses import replace
from posixpath import dirname

from sphinx_vita.imports.bib_file import read_bib_file, with_fields, with_own_key
from sphinx_vita.imports.cvs.items import words_of
from sphinx_vita.imports.cvs.references import Keys, entry_from
from sphinx_vita.imports.cvs.sections import Heading
from sphinx_vita.imports.data.json_values import at, listed, mapping, mappings, words
from sphinx_vita.imports.drafts import Entry, Leftover
from sphinx_vita.imports.old_sites.old_pages import Source, date_of, tags_of
from sphinx_vita.imports.old_sites.old_site import OldSite
from sphinx_vita.imports.old_sites.works import abstract_in, as_tex, home_of_work, take_each

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
        folder = dirname(source.path).removeprefix("content/")
        site.expect(home_of_work(source), folder, *map(str, listed(source.head.get("aliases"))), source=source.path)


def take_works(site: OldSite, works: list[Source], names: Mapping[str, str]) -> None:
    """Make the entries of the publications, and a page for each that says more."""
    keys = Keys()
    take_each(site, works, "Publications", lambda source: _entry(site, source, keys, names))


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
            entry = found.entries[0]
            entry = with_own_key(entry, keys.given) if entry.key in keys.given else entry
            keys.given.add(entry.key)
            return with_fields(replace(entry, place=source.path), extra)
    path = source.path
    authors = [names.get(str(each), str(each)) for each in listed(source.head.get("authors"))]
    kind = _TYPES.get(words(source.head, "publication_types"), "")
    if not authors:
        site.leave(source.title, "its authors are not told; write them into its entry", path)
        authors = [*list(names.values())[:1], "others"]
    data = {
        "title": words_of(site.line(source.title, path)), "authors": authors, "date": date_of(source),
        "venue": _venue(site, source, "publication"), "doi": source.said("doi"),
    }  # fmt: skip
    made = entry_from(Heading("publication", type=kind), data, keys, path)
    return with_fields(made, extra) if isinstance(made, Entry) else made


def _venue(site: OldSite, source: Source, name: str) -> str:
    return re.sub(r"^In:?\s+", "", words_of(site.line(source.said(name), source.path)))


def _extra(site: OldSite, source: Source) -> dict[str, str]:
    """Return what the front matter says that BibTeX of publishers does not."""
    path = source.path
    notes = list(enumerate(map(str, listed(source.head.get("author_notes"))), 1))
    equal = [f"{place}=equal" for place, note in notes if re.search(r"equal", note, re.IGNORECASE)]
    text = abstract_in(site, source)
    abstract, summary = (words_of(site.line(source.said(name), path)) for name in ("abstract", "summary"))
    for place, note in notes:
        if note.strip() and f"{place}=equal" not in equal:
            site.leave(note, "a note on an author; write it where it belongs", path)
    site.leave(words(source.head, "image", "caption"), "the small picture of a publication has no caption here", path)
    found = {
        "abbr": as_tex(_venue(site, source, "publication_short")), "author+an": "; ".join(equal),
        "abstract": as_tex(abstract or text), "tldr": as_tex(summary if summary != abstract else ""),
        "keywords": as_tex(", ".join(tags_of(source.head))), **_links(site, source),
        "selected": "true" if source.said("featured").lower() == "true" else "",
        "preview": picture_beside(site, source),
    }  # fmt: skip
    if text and abstract:
        site.leave(text, "the page of the publication said this besides the abstract", path)
    return found


def _links(site: OldSite, source: Source) -> dict[str, str]:
    found: dict[str, str] = {}
    head = source.head
    written = [(key.removeprefix("url_"), str(value or "")) for key, value in head.items() if key.startswith("url_")]
    written += [(key, str(value or "")) for key, value in mapping(at(head, "hugoblox", "ids")).items()]
    for each in mappings(head.get("links")):
        written.append((words(each, "type") or words(each, "name"), words(each, "url") or words(each, "id")))
    written += [("doi", source.said("doi"))]
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
        reason = "the entry has such a link already" if target else "this address leads nowhere"
        site.leave(f"{name}: {address}", reason, source.path)


def picture_beside(site: OldSite, source: Source) -> str:
    """Return the picture that lies in the folder of a page; "" where there is none."""
    named = words(source.head, "image", "filename") or words(source.head, "image")
    names = [named, *(f"featured.{end}" for end in ("jpg", "jpeg", "png", "webp", "svg"))]
    found = next((path for name in names if name and (path := site.asset(name, source.path))), "")
    return f"/{found}" if found else ""

"""The publications of academicpages: a page for each, with a citation in words or BibTeX in a file."""

import html
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sphinx_vita.imports.bib_file import read_bib_file, with_fields
from sphinx_vita.imports.cvs.items import links_of, words_of
from sphinx_vita.imports.cvs.references import Keys, entry_from
from sphinx_vita.imports.cvs.sections import Heading
from sphinx_vita.imports.drafts import Draft, Entry, Leftover
from sphinx_vita.imports.old_sites.old_pages import Source, date_of, picture_of, tags_of
from sphinx_vita.imports.old_sites.old_site import OldSite
from sphinx_vita.imports.old_sites.page_text import plain_markdown
from sphinx_vita.imports.old_sites.works import abstract_in, as_tex, has_page, own_text, take_each

_OF_CATEGORY = {"books": "book", "conferences": "inproceedings", "manuscripts": "article"}


def take_publications(site: OldSite, works: list[Source], profile: Draft | None) -> None:
    """Make the entries of the publications, and a page for each that says more."""
    keys = Keys()
    title = next((each for each in site.sections if re.search("publication", each, re.IGNORECASE)), "Publications")
    take_each(site, works, title, lambda source: _entry(site, source, keys, profile))


def _entry(site: OldSite, source: Source, keys: Keys, profile: Draft | None) -> Entry | Leftover:
    """Make the entry of a publication: its own BibTeX where there is some, else what the front matter says."""
    head, path = source.head, source.path
    extra = {name: value for name, value in _links(site, source).items() if value}
    body = abstract_in(site, source)
    excerpt = words_of(site.line(source.said("excerpt"), path))
    tldr = excerpt if body and excerpt != body else ""
    keywords = ", ".join(tags_of({**head, "category": ""}))
    extra |= {"abstract": as_tex(body or excerpt), "tldr": as_tex(tldr), "keywords": as_tex(keywords)}
    bib = site.own(source.said("bibtexurl").strip()).lstrip("/")
    if bib in site.files:
        found = read_bib_file(site.files[bib], bib)
        site.loose += found.leftovers
        if len(found.entries) == 1 and found.entries[0].key not in keys.given:
            keys.given.add(found.entries[0].key)
            return with_fields(replace(found.entries[0], place=path), extra)
    citation = " ".join(plain_markdown(html.unescape(source.said("citation"))).markdown.split())
    authors, rest = _authors(citation, source.title)
    authors = authors or source.said("authors", "author")
    if not authors and profile:
        authors = f"{profile.title} and others"
        reason = "its authors are not told; write them into its entry in the place of 'others'"
        site.leave(f"{source.title}\n{citation}", reason, path)
    data = {
        "title": words_of(plain_markdown(html.unescape(source.title)).markdown), "authors": _people(authors),
        "date": date_of(source),
        "venue": words_of(plain_markdown(html.unescape(source.said("venue"))).markdown), **_numbers(rest),
    }  # fmt: skip
    made = entry_from(Heading("publication", type=_OF_CATEGORY.get(source.said("category"), "")), data, keys, path)
    if not isinstance(made, Entry):
        return made
    if not _is_said(rest, data):
        site.leave(citation, "the citation says more than the front matter; complete the entry", path)
    return with_fields(made, extra)


def _authors(citation: str, title: str) -> tuple[str, str]:
    """Return who stands before the title of a citation, and what stands behind it."""
    plain = words_of(citation)
    start = plain.casefold().find(words_of(html.unescape(title)).casefold().strip(" .\"'“”"))
    if start < 0:
        year = re.search(r"\s*\(?\b(?:19|20)\d\d\b", plain)
        quoted = re.search(r"\s*[\"“'‘]", plain)
        cut = min((found.start() for found in (year, quoted) if found and found.start()), default=0)
        return plain[:cut].strip(" ,.:;"), plain[cut:]
    people = re.sub(r"\s*\(?\b(?:19|20)\d\d[a-z]?\b\)?[.,:]?\s*$", "", plain[:start].strip(" .,:;\"'“”‘’"))
    return people.strip(" .,:;\"'“”("), plain[start + len(title) :]


def _people(authors: str) -> str | list[str]:
    """Return the authors of a citation; where each has the family's name first, one by one."""
    text = re.sub(r",?\s*\bet al\.?", " and others", authors).strip(" ,;")
    pieces = [piece for piece in re.split(r"\s*(?:[,;&]|\band\b)\s*", text) if piece]
    families, given = pieces[::2], pieces[1::2]
    is_paired = len(families) == len(given) and len(pieces) > 1 and not any(" " in each.strip() for each in families)
    return [f"{family}, {name}" for family, name in zip(families, given, strict=True)] if is_paired else text


def _numbers(rest: str) -> dict[str, str]:
    """Return volume, number, pages and DOI that stand behind the title of a citation."""
    found = re.search(r"\b(?P<volume>\d{1,4})\s*\((?P<number>\d{1,4})\)", rest)
    pages = re.search(r"(?:pp?\.|pages|:)\s*(?P<pages>\d+\s*[-–]+\s*\d+)", rest)
    doi = re.search(r"10\.\d{4,9}/[^\s\"<>)\]]+", rest)
    return {
        **(found.groupdict() if found else {}),
        **({"pages": re.sub(r"\s*[-–]+\s*", "--", pages["pages"])} if pages else {}),
        **({"doi": doi[0].rstrip(".,;")} if doi else {}),
    }


def _is_said(rest: str, data: Mapping[str, Any]) -> bool:
    known = " ".join(map(str, data.values())).casefold()
    return all(word in known for word in re.findall(r"\w{3,}", rest.casefold()))


def _links(site: OldSite, source: Source) -> dict[str, str]:
    """Return the addresses of a publication as fields of its entry."""
    found: dict[str, str] = {}
    names = {
        "paperurl": "pdf", "slidesurl": "slides", "link": "url", "url": "url", "code": "code", "video": "video",
        "data": "data", "doi": "doi",
    }  # fmt: skip
    body_links = [] if has_page(source.page.body) else links_of(own_text(source.page.body))
    written = [(name, source.said(key)) for key, name in names.items()] + [
        (_OF_WORDS.get(words.strip().casefold(), "url"), url) for words, url in body_links
    ]
    for name, address in written:
        target = address if name == "doi" else site.lead(address, source.path) if address else ""
        if name == "pdf" and target.startswith("http") and not target.lower().endswith(".pdf"):
            name = "url"
        if target and found.setdefault(name, target) != target:
            site.leave(f"{name}: {target}", "the entry has such a link already", source.path)
        elif address and not target:
            site.leave(f"{name}: {address}", "this address leads nowhere", source.path)
    picture = re.search(r"\((/[^)>]*)", picture_of(site, source))
    return found | ({"preview": picture[1]} if picture else {})


_OF_WORDS = {
    "code": "code", "github": "code", "pdf": "pdf", "slides": "slides", "video": "video", "data": "data",
    "poster": "poster",
}  # fmt: skip

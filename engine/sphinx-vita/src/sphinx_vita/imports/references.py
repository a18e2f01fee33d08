"""A publication as a CV prints it, made an entry of a bibliography."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain, count
from typing import Any

from sphinx_vita.imports.drafts import Entry, Leftover
from sphinx_vita.imports.items import Item, is_dates, links_of, unemphasized, words_of
from sphinx_vita.imports.sections import Heading
from sphinx_vita.reading.dates import parse_dates
from sphinx_vita.reading.names import parse_person
from sphinx_vita.records.dates import MONTHS
from sphinx_vita.records.slugs import fold

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MARK = re.compile(r"<sup>[^<]*</sup>|[¹²³⁴-⁹†‡§¶#]+|\\?\*+|\^\w\^")
_EQUAL = re.compile(r"equal(?:ly)? (?:contribut|first)|co-?first|contributed equally", re.IGNORECASE)
_STATUSES = (
    (r"under review|submitted|in (?:review|submission|revision)", "submitted"),
    (r"in prep(?:aration|\.)?|working paper|in progress", "draft"),
    (r"in press|accepted|to appear|forthcoming", "forthcoming"),
)
_PREPRINT = re.compile(r"\b(?:arxiv|biorxiv|medrxiv|preprint)\b", re.IGNORECASE)
_ARXIV = re.compile(r"arxiv\W*(?:\.org/(?:abs|pdf)/)?(?P<number>\d{4}\.\d{4,5})", re.IGNORECASE)
_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>)\]]+")
_JOURNAL = re.compile(
    r"\b(?:journal|transactions|letters|reviews?|annals|bulletin|magazine|quarterly|nature|science|cell|pnas|plos|archives?|acta"
    r"|zeitschrift|revue|revista)\b|\bvol\b|\d+\s*\(\d+\)",
    re.IGNORECASE,
)
_LINK_FIELDS = {"code": "code", "github": "code", "pdf": "pdf", "paper": "pdf", "slides": "slides", "video": "video",
                "poster": "poster", "website": "website", "project": "website", "project page": "website", "data": "data"}  # fmt: skip
# `Doe, J., & Roe, R. (2020). Title. Venue.` and `J. Doe, R. Roe. Title. Venue, 2020.` and with the title in quotation marks.
_ONE_LINE = (
    re.compile(r"(?P<people>.+?)\s*\((?P<year>(?:19|20)\d\d)[^)]*\)[.,:]?\s+(?P<title>[^.?!]+[.?!]?)\s+(?P<venue>.+)"),
    re.compile(r"(?P<people>.+?)[.,:]?\s+[“\"„‘](?P<title>.+?)[,.]?[”\"“’]\s*[.,]?\s*(?P<venue>.+)"),
    re.compile(r"(?P<people>(?:[^.]|(?<=\b\w)\.)+?)\.\s+(?P<title>[^.?!]{15,}[.?!])\s+(?P<venue>.+)"),
)


@dataclass(slots=True)
class Keys:
    """The keys that are given already, so that each is given once."""

    given: set[str] = field(default_factory=set)

    def new(self, family: str, year: str, title: str) -> str:
        """Make a key such as `doe2026whales`; a letter tells apart those that would share one."""
        words = [word for word in re.findall(r"\w+", fold(title).lower()) if len(word) > 3] or ["work"]
        base: str = re.sub(r"\W", "", fold(family).lower()) + year + words[0]
        others = (f"{base}{letter}" for letter in "bcdefghijklmnopqrstuvwxyz")
        numbered = (f"{base}-{number}" for number in count(2))
        key = next(key for key in chain((base,), others, numbered) if key not in self.given)
        self.given.add(key)
        return key


def entry_of(meaning: Heading, item: Item, keys: Keys) -> Entry | Leftover:
    """Make the entry of a publication: its title in the head and the authors and the venue below, or all in one line."""
    place = f"line {item.line}"
    people, title, venue_lines = _parts(item)
    authors, marked = _authors(people)
    if not authors:
        reason = "its authors, its title and its venue cannot be told apart; write it as an entry of the bibliography"
        return Leftover(text=item.text, reason=reason, place=place)
    said = [
        line
        for line in map(words_of, venue_lines)
        if not _DOI.fullmatch(line) and not re.fullmatch(r"https?:\S+", line)
    ]
    words = " ".join(line for line in said if not is_dates(line))
    fields = {"title": _protected(title), "author": " and ".join(authors)}
    if marked and _EQUAL.search(words):
        fields["author+an"] = "; ".join(f"{number}=equal" for number in marked)
    dates = next((line for line in said if is_dates(line)), "")
    entry_type = _venue(fields, meaning, words, " ".join(venue_lines))
    if dates and "year" not in fields:
        date = parse_dates(dates).first
        fields |= {"year": str(date.year), **({"month": MONTHS[date.month - 1].lower()} if date.month else {})}
    _links(fields, [*venue_lines, *item.bullets])
    year = fields.get("year", "")
    key = keys.new(authors[0].partition(",")[0], year, title)
    return Entry(key=key, bibtex=_bibtex(entry_type, key, fields), place=place)


_FIELDS = {"doi": "doi", "url": "url", "abstract": "abstract", "volume": "volume", "number": "number", "pages": "pages",
           "arxiv": "eprint", "publisher": "publisher", "isbn": "isbn", "note": "note", "pdf": "pdf", "code": "code",
           "slides": "slides", "summary": "abstract"}  # fmt: skip
_PROSE = ("abstract", "note", "publisher")
_VENUES = ("journal", "venue", "booktitle", "publication", "conference", "container")


def entry_from(meaning: Heading, data: Mapping[str, Any], keys: Keys, place: str) -> Entry | Leftover:
    """Make the entry of a publication whose parts are told apart already."""
    title = str(data.get("title") or data.get("name") or "")
    if not title:
        text = ", ".join(f"{key}: {value}" for key, value in data.items())
        return Leftover(text=text, reason="it has no title", place=place)
    authors = _people_of(data.get("authors") or data.get("author") or [])
    fields = {"title": _protected(unemphasized(title)), "author": " and ".join(authors)}
    venue = next((str(data[name]) for name in _VENUES if data.get(name)), "")
    addresses = " ".join(str(data.get(name) or "") for name in ("url", "doi"))
    entry_type = _venue(fields, meaning, unemphasized(venue), addresses)
    date = str(data.get("date") or data.get("year") or data.get("releaseDate") or "")
    start = parse_dates(date).first if is_dates(date) else None
    if start:
        fields["year"] = str(start.year)
        fields |= {"month": MONTHS[start.month - 1].lower()} if start.month else {}
    for name, own in _FIELDS.items():
        if text := str(data.get(name) or ""):
            fields.setdefault(own, _escaped(unemphasized(text)) if own in _PROSE else text)
    if fields.get("doi") and _DOI.search(fields.get("url", "")):
        del fields["url"]
    key = keys.new(authors[0].partition(",")[0] if authors else "", fields.get("year", ""), title)
    return Entry(key=key, bibtex=_bibtex(entry_type, key, fields), place=place)


def _people_of(written: Any) -> list[str]:
    """Return the names of a list, or of a text that names them all, as BibTeX writes them."""
    if isinstance(written, str):
        return _authors(_MARK.sub("", unemphasized(written)))[0]
    names = (_MARK.sub("", unemphasized(str(each))).strip() for each in written)
    return [_name(each) for each in names if each]


def _parts(item: Item) -> tuple[str, str, list[str]]:
    """Return authors, title and the lines about the venue."""
    lines = [line for line in (*item.lines, *item.bullets) if line.strip()]
    people = next((line for line in lines if not is_dates(words_of(line)) and not _DOI.search(line)), "")
    if people:
        return people, words_of(item.title), [line for line in lines if line is not people]
    line = words_of(item.title)
    found = next((match for pattern in _ONE_LINE if (match := pattern.fullmatch(line))), None)
    if found is None:
        return "", line, []
    year = found["year"] if "year" in found.re.groupindex else ""
    return found["people"], found["title"].rstrip(" .,"), [f"{found['venue']} {year}".strip(), *lines]


def _authors(text: str) -> tuple[list[str], list[int]]:
    """Return the names as BibTeX writes them, and the numbers, from 1, of those with an asterisk."""
    plain = unemphasized(re.sub(r"\\(?=\*)", "", re.sub(r"\*\*|__", "", text)))
    pieces = [piece for piece in re.split(r"\s*(?:,\s*(?:and|&)|,|;|\band\b|&)\s+", plain) if piece.strip(" .,")]
    if any(re.fullmatch(r"(?:[^\W\d_]\.?[ -]?){1,4}", _MARK.sub("", piece).strip()) for piece in pieces):
        pieces = re.findall(r"[^,;&]+,\s*(?:[^\W\d_]\.?[ -]?){1,4}(?![^\W\d_])", plain)  # `Doe, J., Roe, R.`
    names: list[str] = []
    marked: list[int] = []
    for piece in pieces:
        name = _MARK.sub("", piece).strip(" .,&") if "," not in piece else _MARK.sub("", piece).strip(" ,&;")
        name = re.sub(r"^and\s+", "", name)
        if not re.search(r"[^\W\d_]{2}", name):
            continue
        names.append(_name(name))
        marked += [len(names)] if "*" in piece else []
    return names, marked


def _name(text: str) -> str:
    name = parse_person(text)
    if not name.given:
        return "{" + name.family + "}" if " " in name.family else name.family
    family = " ".join(part for part in (name.particle, name.family) if part)
    return ", ".join(part for part in (family, name.suffix, name.given) if part)


def _venue(fields: dict[str, str], meaning: Heading, words: str, written: str) -> str:
    """Fill in where it came out and when, or that it has not; return the type of the entry."""
    words, *remarks = re.split(r"\s+[|·•]\s+", words)
    doi, arxiv = _DOI.search(written), _ARXIV.search(written)
    words = _numbers(fields, re.sub(r"(?:https?://|doi:)\S+", " ", words, flags=re.IGNORECASE))
    notes = [*re.findall(r"\(([^()]*)\)", words), *remarks]
    venue = re.sub(r"\([^()]*\)", " ", words)
    status = next((name for pattern, name in _STATUSES if re.search(pattern, words, re.IGNORECASE)), meaning.status)
    years = _YEAR.findall(venue) or _YEAR.findall(words)
    if years:
        fields["year"] = years[-1]
    if doi:
        fields["doi"] = doi[0].rstrip(".,;")
    if arxiv:
        fields |= {"eprint": arxiv["number"], "archiveprefix": "arXiv"}
    kept = [
        note
        for note in notes
        if not _EQUAL.search(note) and not _YEAR.fullmatch(note.strip()) and re.search(r"[^\W\d]", note)
    ]
    if kept:
        fields["addendum"] = _escaped(". ".join(note.strip(" .") for note in kept))
    name = re.sub("(?i)" + "|".join(pattern for pattern, _ in _STATUSES), " ", _YEAR.sub("", venue))
    name = re.sub(r"\s*[,;:.]\s*(?=[,;:.]|$)", "", " ".join(name.split())).strip(" .,;:|*–-")
    if status in ("submitted", "draft") or (_PREPRINT.search(name) and not _JOURNAL.search(_PREPRINT.sub("", name))):
        if status:
            fields["pubstate"] = status
        return "unpublished" if status in ("submitted", "draft") else "misc"
    if status:
        fields["pubstate"] = status
    if not name:
        return meaning.type or "misc"
    entry_type = meaning.type or ("article" if _JOURNAL.search(name) else "inproceedings")
    names = {
        "article": "journal",
        "inproceedings": "booktitle",
        "incollection": "booktitle",
        "techreport": "institution",
    }
    fields[names.get(entry_type, "publisher")] = _escaped(" ".join(name.split()))
    return entry_type


def _numbers(fields: dict[str, str], words: str) -> str:
    """Take volume, number and pages out of what stands behind a journal: `37(2), 101–130`, `vol. 12 (2018): 1–20`."""
    pages = re.search(r"(?:pp?\.|pages)?\s*(?<![\d-])([A-Z]?\d{1,6})\s*[–—-]{1,2}\s*([A-Z]?\d{1,6})(?![\d-])", words)
    if pages and not (_YEAR.fullmatch(pages[1]) and _YEAR.fullmatch(pages[2])):
        fields["pages"] = f"{pages[1]}--{pages[2]}"
        words = words[: pages.start()] + words[pages.end() :]
    volume = re.search(
        r"(?:\bvol(?:ume|\.)?\s*|(?<=[,.\w]\s)|,)(?P<volume>\d{1,4})(?:\s*\((?P<number>[\w/–-]{1,9})\)|,?\s*(?:no|nr|iss(?:ue)?)\.?\s*(?P<no>\w+))?(?=[\s,;:.]|$)",
        words, re.IGNORECASE,
    )  # fmt: skip
    if volume and not _YEAR.fullmatch(volume["volume"]):
        fields["volume"] = volume["volume"]
        number = volume["number"] or volume["no"] or ""
        if number and not _YEAR.fullmatch(number):
            fields["number"] = number
        year = number if _YEAR.fullmatch(number) else ""
        words = f"{words[: volume.start()]} {year} {words[volume.end() :]}"
    return words


def _links(fields: dict[str, str], lines: list[str]) -> None:
    for line in lines:
        for words, url in links_of(line):
            name = _LINK_FIELDS.get(re.sub(r"\s*\(.*", "", words).strip().lower(), "url")
            if url.startswith("http") and not _DOI.search(url) and not _ARXIV.search(url):
                fields.setdefault(name, url)


def _protected(title: str) -> str:
    """Keep the capitals of a title that BibTeX's styles would take away."""
    return re.sub(r"(?<![\w\\])[\w-]*(?:\w[A-Z]|\d[A-Z])[\w-]*", r"{\g<0>}", " ".join(_escaped(title).split()))


def _escaped(text: str) -> str:
    return re.sub(r"(?<!\\)([&%#_])", r"\\\1", text.replace("{", "").replace("}", ""))


def _bibtex(entry_type: str, key: str, fields: dict[str, str]) -> str:
    width = max(map(len, fields))
    lines = [f"  {name:<{width}} = {{{text}}}," for name, text in fields.items() if text]
    return "\n".join([f"@{entry_type}{{{key},", *lines, "}", ""])

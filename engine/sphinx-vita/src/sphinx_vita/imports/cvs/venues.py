"""Where and when a work came out, as a CV says it behind the title, in fields of BibTeX."""

import re

from sphinx_vita.imports.cvs.citations import read_byline
from sphinx_vita.imports.cvs.items import is_dates, is_place, unemphasized
from sphinx_vita.imports.cvs.sections import Heading
from sphinx_vita.reading.dates import parse_dates
from sphinx_vita.records.dates import MONTHS

Fields = dict[str, str]

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
EQUAL = re.compile(r"equal(?:ly)? (?:contribut|first)|co-?first|contributed equally", re.IGNORECASE)
DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>)\]]+")
ARXIV = re.compile(r"arxiv\W*(?:\.org/(?:abs|pdf)/)?(?P<number>\d{4}\.\d{4,5})(?:v\d+)?", re.IGNORECASE)
_ADDRESS = re.compile(
    r"<?(?:https?://\S+|doi:?\s*10\.\S+|arxiv\s*:\s*\d{4}\.\d{4,5}(?:v\d+)?(?:\s*\[[\w.-]+\])?)", re.IGNORECASE
)
_MONTH = r"(?<!\w)(?:\d{1,2}\.? )?[A-Z][a-zéûäç]{2,9}\.?(?: \d{1,2}(?!\d),?)?"
_STATUSES = (
    (r"under review|submitted|in (?:review|submission|revision)|eingereicht", "submitted"),
    (r"in prep(?:aration|\.)?|working paper|in progress", "draft"),
    (r"in press|accepted|to appear|forthcoming|im druck|en prensa", "forthcoming"),
)
_PREPRINT = re.compile(r"\b(?:arxiv|biorxiv|medrxiv|preprint)\b", re.IGNORECASE)
_JOURNAL = re.compile(
    r"\b(?:journal|transactions|trans\.|letters|reviews?|annals|bulletin|magazine|quarterly|nature|science|cell"
    r"|pnas|plos|archives?|acta|lancet|bmj|jama|zeitschrift|mitteilungen|revue|revista)\b|\bvol\b|\d+\s*\(\d+\)",
    re.IGNORECASE,
)
_PROCEEDINGS = re.compile(r"\b(?:proc\.|proceedings|conference|workshop|symposium|congress)", re.IGNORECASE)
_PUBLISHER = re.compile(
    r"(?P<address>[A-Z][\w. ,-]{2,30}): (?P<publisher>[^:]+)$|(?P<alone>[^,.:]*\b(?:Press|Publish\w+|Verlag"
    r"|Springer|Routledge|Elsevier|Wiley|Brill|De Gruyter|Editorial|[ÉE]ditions|Presses)\b[^,.:]*)$"
)
_THESIS = re.compile(
    r"\[?\(?\b(?P<type>(?:doctoral|ph\.?d\.?|master'?s?|m\.?[as]\.?|bachelor'?s?) (?:dissertation|thesis)"
    r"|dissertation|th[eè]se(?: de doctorat)?|tesis(?: doctoral)?)\b,?\s*(?P<school>[^\])]*)[\])]?",
    re.IGNORECASE,
)
_EDITED = re.compile(
    r"(?P<before>^|.*?[.,]\s*)(?P<people>[^*_]+?)\s*\((?:Eds?|Hrsg|Hg|coords?)\.?\)[.,:]?\s*", re.IGNORECASE
)
_EMPHASIZED = re.compile(r"(?<!\w)([*_])(?=\w)(?P<words>.+?)\1(?!\w)")
_ELECTRONIC = re.compile(r"(?:\b(?:Article|Art\.)(?: no\.)?\s*|[:,]\s*(?=e\d))(?P<eid>[A-Za-z]?\d+)", re.IGNORECASE)
_SPECIAL = re.compile(r"\$(?!\d)[^$]+\$|(?<!\\)[&%#_$]")
_PAGE = re.compile(r"\s*[:,]\s*(?:p\.\s*)?(?P<page>[A-Z]?\d{1,6})(?=\s*[.,;(]|\s*$)")
_VOLUME = re.compile(
    r"(?:\b(?:vol(?:ume|\.)?|Bd\.)\s*|(?<=[;,.\w*]\s)|[,;]\s?)[*_]?(?P<volume>\d{1,6})[*_]?"
    r"(?:\s*\((?P<number>[\w/–-]{1,9})\)|,?\s*(?:no|nr|iss(?:ue)?)\.?\s*(?P<no>\w+))?(?=[\s,;:]|\.(?!\d)|$)",
    re.IGNORECASE,
)
_PLACES = {"article": "journal", "inproceedings": "booktitle", "incollection": "booktitle", "techreport": "institution",
           "phdthesis": "school", "mastersthesis": "school", "review": "journal"}  # fmt: skip


def read_venue(fields: Fields, meaning: Heading, words: str, written: str) -> str:
    """Fill in where it came out and when, or that it has not; return the type of the entry.

    `words` is Markdown, its links as their words; `written` has their addresses.
    """
    words, *remarks = re.split(r"\s+[|·•]\s+", words)
    doi, arxiv = DOI.search(written), ARXIV.search(written)
    if doi:
        fields["doi"] = doi[0].rstrip(".,;")
    if arxiv:
        fields |= {"eprint": arxiv["number"], "archiveprefix": "arXiv"}
    status = next((name for pattern, name in _STATUSES if re.search(pattern, words, re.IGNORECASE)), meaning.status)
    words, thesis = (
        _thesis(fields, _ADDRESS.sub(" ", words)) if meaning.type in ("", "thesis") else (_ADDRESS.sub(" ", words), "")
    )
    words = re.sub(r"\(([^()]*)\)", _without_parentheses, words)
    words = _numbers(fields, _dated(fields, _cataloged(fields, _editors(fields, words))))
    name = _name(fields, words, remarks)
    return _typed(fields, meaning, status, name, thesis)


def _without_parentheses(match: re.Match[str]) -> str:
    """Take the parentheses off a publisher: `(Oxford: Oxford University Press, 2019)`."""
    return f", {match[1]}" if _PUBLISHER.search(YEAR.sub("", match[1]).strip(" ,")) else match[0]


def _thesis(fields: Fields, words: str) -> tuple[str, str]:
    """Take `[Doctoral dissertation, the university]` out; return the type of entry, too."""
    found = _THESIS.search(words)
    if not found:
        return words, ""
    school = YEAR.sub("", found["school"]).strip(" .,")
    fields |= {"school": escaped(school)} if school else {}
    kind = "mastersthesis" if re.match(r"(?i)m|b", found["type"]) else "phdthesis"
    fields |= {"type": found["type"]} if re.match(r"(?i)b", found["type"]) else {}
    return f"{words[: found.start()]} {' '.join(YEAR.findall(found['school']))} {words[found.end() :]}", kind


def _editors(fields: Fields, words: str) -> str:
    """Take the editors of a book out: `In R. Roe & J. Doe (Eds.), *The book*`."""
    words = re.sub(r"^\s*In[: ]\s*(?=[A-Z*_“\"])|^\s*in:?\s+(?=[A-Z*_])", "", words)
    found = _EDITED.match(words)
    editors = read_byline(found["people"]).names if found else ()
    if not found or not editors:
        return words
    fields["editor"] = " and ".join(editors)
    return found["before"] + words[found.end() :]


def _name(fields: Fields, words: str, remarks: list[str]) -> str:
    """Return the name of the venue; the year, the month, and what stands in parentheses go into their fields."""
    notes = [*re.findall(r"\(([^()]*)\)", words), *remarks]
    venue = re.sub(r"\([^()]*\)", " ", words)
    years = YEAR.findall(venue) or YEAR.findall(words)
    if years:
        fields.setdefault("year", years[-1])
    said = (note for note in notes if not YEAR.fullmatch(note.strip()) and re.search(r"[^\W\d]", note))
    kept = [note for note in said if not EQUAL.search(note)]
    kept = [note for note in kept if not any(re.fullmatch(pattern, note, re.IGNORECASE) for pattern, _ in _STATUSES)]
    if kept:
        fields["addendum"] = escaped(". ".join(unemphasized(note).strip(" .") for note in kept))
    name = re.sub("(?i)" + "|".join(pattern for pattern, _ in _STATUSES), " ", YEAR.sub("", venue))
    name = re.sub(r"(?<!\w)([*_])\s*\1(?!\w)|\s+(?=[,;.])", "", " ".join(name.split()))
    return re.sub(r"[,;:.]+(?=[,;:.])|\s*[,;:.]\s*$", "", name).strip(" .,;:|–-")


def _cataloged(fields: Fields, words: str) -> str:
    """Take the number in PubMed out."""
    for name in ("pmid", "pmcid"):
        found = re.search(rf"\b{name}:?\s*(?P<number>(?:PMC)?\d+)\.?", words, re.IGNORECASE)
        if found:
            fields[name] = found["number"]
            words = words[: found.start()] + words[found.end() :]
    return words


def _dated(fields: Fields, words: str) -> str:
    """Take a year with its month, and the day, out: `Mar. 2019`, `2018 Mar 3`."""
    for pattern in (rf"{_MONTH},? {YEAR.pattern}", rf"{YEAR.pattern},? {_MONTH}"):
        found = re.search(pattern, words)
        if found and is_dates(found[0]):
            note_date(fields, found[0])
            return f"{words[: found.start()]} {words[found.end() :]}"
    return words


def note_date(fields: Fields, text: str) -> None:
    """Fill in year and month of a date."""
    date = parse_dates(text.strip("() .")).first
    if date:
        fields["year"] = str(date.year)
        fields |= {"month": MONTHS[date.month - 1].lower()} if date.month else {}


def _typed(fields: Fields, meaning: Heading, status: str, name: str, thesis: str) -> str:
    """Fill in the name of the venue where the type of the work has it; return the type."""
    if status:
        fields["pubstate"] = status
    words = unemphasized(name)
    if status in ("submitted", "draft") or (_PREPRINT.search(words) and not _JOURNAL.search(_PREPRINT.sub("", words))):
        fields |= {"note": escaped(words)} if words and not _PREPRINT.fullmatch(words) else {}
        return "unpublished" if status in ("submitted", "draft") else "misc"
    is_thesis = bool(thesis) or meaning.type == "thesis"
    entry_type = (thesis or "phdthesis") if is_thesis else meaning.type or _type_of(fields, words)
    if not words:
        return entry_type
    if entry_type in ("book", "incollection"):
        name = _publisher(fields, name)
    place = _PLACES.get(entry_type, "publisher")
    _place(fields, name, place if place not in fields else "addendum")
    return entry_type


def _type_of(fields: Fields, words: str) -> str:
    """Tell by its words what kind of work it is."""
    publisher = _PUBLISHER.search(words)
    if not words:
        return "misc"
    if "editor" in fields:
        return "incollection"
    if {"volume", "number"} <= fields.keys() or (_JOURNAL.search(words) and not _PROCEEDINGS.search(words)):
        return "article"
    if publisher and not _PROCEEDINGS.search(words) and "pages" not in fields and publisher.start() == 0:
        return "book"
    return "article" if fields.keys() & {"volume", "eid"} and not _PROCEEDINGS.search(words) else "inproceedings"


def _publisher(fields: Fields, name: str) -> str:
    """Take place and publisher off the end of what stands behind a book's title."""
    found = _PUBLISHER.search(name)
    if not found:
        return name
    fields["publisher"] = escaped(unemphasized((found["publisher"] or found["alone"]).strip()))
    fields |= {"address": escaped(found["address"].strip())} if found["address"] else {}
    return name[: found.start()].strip(" .,;:")


def _place(fields: Fields, name: str, field: str) -> None:
    """Fill in a venue: what is set in italics, and behind it its town."""
    found = _EMPHASIZED.search(name)
    behind = unemphasized(name[found.end() :]).strip(" .,;:") if found else ""
    if found and not name[: found.start()].strip(" .,") and (not behind or is_place(behind)):
        fields |= {"address": escaped(behind)} if behind else {}
        name = found["words"]
    name = " ".join(unemphasized(name).split())
    if name:
        fields[field] = f"{fields[field]}. {escaped(name)}" if field in fields else escaped(name)


def _numbers(fields: Fields, words: str) -> str:
    """Take volume, number and pages out of what stands behind a journal: `37(2), 101–130`, `vol. 12 (2018): 1–20`."""
    pages = re.search(
        r"\(?(?:\b(?:pp?\.|pages|S\.)\s*)?(?<![\d-])([A-Z]?\d{1,6})\s*[–—-]{1,3}\s*([A-Z]?\d{1,6})(?![\d-])\)?", words
    )
    if pages and not (YEAR.fullmatch(pages[1]) and YEAR.fullmatch(pages[2])):
        fields["pages"] = f"{pages[1]}--{pages[2]}"
        words = words[: pages.start()] + words[pages.end() :]
    electronic = _ELECTRONIC.search(words)
    if electronic:
        fields["eid"] = electronic["eid"]
        words = words[: electronic.start()] + words[electronic.end() :]
    volumes = (each for each in _VOLUME.finditer(words) if not YEAR.fullmatch(each["volume"]))
    outer = (each for each in volumes if words.count("(", 0, each.start()) == words.count(")", 0, each.start()))
    volume = next(outer, None)
    if not volume:
        return words
    fields["volume"] = volume["volume"]
    number = volume["number"] or volume["no"] or ""
    if number and not YEAR.fullmatch(number):
        fields["number"] = number
    page = _PAGE.match(words, volume.end())
    if page and "pages" not in fields and not YEAR.fullmatch(page["page"]):
        fields["pages"] = page["page"]
        return words[: volume.start()] + words[page.end() :]
    return f"{words[: volume.start()]} {number if YEAR.fullmatch(number) else ''} {words[volume.end() :]}"


def escaped(text: str) -> str:
    """Write a text so that TeX takes its signs for characters; formulas stay."""
    bare = text.replace("{", "").replace("}", "")
    return _SPECIAL.sub(
        lambda match: match[0] if match[0].startswith("$") and match[0] != "$" else f"\\{match[0]}", bare
    )

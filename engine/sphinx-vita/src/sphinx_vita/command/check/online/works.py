"""Entries of the bibliographies held to what doi.org and arXiv say of their numbers."""

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from urllib.parse import quote

from sphinx_vita.command.check.findings import Code, Finding, Level
from sphinx_vita.command.check.online.asking import Answer, Question
from sphinx_vita.command.check.site import Site
from sphinx_vita.imports.catalogs.answers import read_arxiv_atom
from sphinx_vita.imports.catalogs.identified import Found, date_parts, read_csl
from sphinx_vita.imports.data.json_values import Data, document_of, mapping, mappings, words
from sphinx_vita.reading.latex.text import plain
from sphinx_vita.records import Publication, Status

UNKNOWN = Code("online.doi_unknown", Level.WARNING, "doi.org or arXiv does not know the number of an entry")
TITLE = Code("online.title", Level.WARNING, "the number of an entry is that of a work with another title")
YEAR = Code("online.year", Level.WARNING, "an entry has another year than the catalog")
AUTHORS = Code(
    "online.authors", Level.WARNING, "an entry has other authors than the catalog: more, fewer, or another first"
)
PUBLISHED = Code("online.published", Level.WARNING, "a preprint has appeared by now")
RETRACTED = Code("online.retracted", Level.WARNING, "a work was retracted")
UNASKED = Code("online.unasked", Level.NOTE, "a catalog gives no answer about an entry")
CODES = (UNKNOWN, TITLE, YEAR, AUTHORS, PUBLISHED, RETRACTED, UNASKED)

_CSL = "application/vnd.citationstyles.csl+json"
_ATOM = "application/atom+xml"
_DATES = ("issued", "published", "published-print", "published-online")
_ALIKE = 0.85  # how much of two titles must agree, from 0 to 1


def question_about(publication: Publication) -> Question | None:
    """Return what is asked about an entry: its DOI, or its number at arXiv; None for one without either."""
    if publication.doi:
        return Question(f"https://doi.org/{quote(publication.doi, safe='/:.-()')}", _CSL)
    if publication.arxiv and publication.version is None:
        number = quote(publication.arxiv, safe="/:.-")
        return Question(f"https://export.arxiv.org/api/query?max_results=1&id_list={number}", _ATOM)
    return None


def judge(site: Site, answers: dict[Question, Answer]) -> Iterator[Finding]:
    """Tell where an entry and its catalog differ."""
    for file, publication in site.of(Publication):
        question = question_about(publication)
        if question:
            for code, message in judged(publication, answers[question]):
                yield Finding(code=code, message=f"{publication.key}: {message}", file=file, line=publication.line)


def judged(publication: Publication, answer: Answer) -> Iterator[tuple[Code, str]]:
    """Give what is wrong with an entry by an answer."""
    number = publication.doi or f"arXiv:{publication.arxiv}"
    if answer.why:
        yield UNASKED, f"{answer.why}; try it later"
        return
    found = read_csl(answer.text) if publication.doi else read_arxiv_atom(answer.text)
    if found is None:
        yield UNKNOWN, f"nobody knows {number}; correct it"
        return
    item = mapping(document_of(answer.text)) if publication.doi else {}
    yield from _differences(publication, found, number)
    years = _years(item)
    own = publication.date.year if publication.date else 0
    if own and years and not min(years) <= own <= max(years):
        said = " or ".join(str(year) for year in sorted(years))
        yield YEAR, f"{number} is of {said}, the entry of {own}; write the year in which it came out"
    if _is_retracted(found, item):
        yield RETRACTED, f"{number} was retracted; say so in 'note', or take the entry out"
    if found.published_as and publication.status is Status.PREPRINT and publication.version is None:
        yield PUBLISHED, f"{number} has appeared; sphinx-vita add {found.published_as} joins the two"


def _differences(publication: Publication, found: Found, number: str) -> Iterator[tuple[Code, str]]:
    """Compare title and authors."""
    title = re.sub(r"^(?:RETRACTED|WITHDRAWN)(?: ARTICLE)?:\s*", "", plain(found.fields["title"]))
    if not is_alike(str(publication.title), title):
        yield TITLE, f"{number} is {title!r}; correct the number, or the title"
        return
    theirs = [name for name in found.fields.get("author", "").split(" and ") if name]
    ours = publication.authors
    if theirs and ours and (len(ours) > len(theirs) or (len(ours) < len(theirs) and not publication.has_more_authors)):
        yield AUTHORS, f"{number} has {len(theirs)} authors, the entry {len(ours)}; complete them"
    elif theirs and ours and not _is_one(str(ours[0].name), plain(theirs[0]).partition(",")[0]):
        yield AUTHORS, f"the first author of {number} is {plain(theirs[0])!r}; correct the order of the names"


def is_alike(one: str, other: str) -> bool:
    """Whether two titles are one: marks, accents and case do not count, and one may lack its subtitle.

    >>> is_alike("On Wheels: A Study", "On wheels"), is_alike("On Wheels", "Of Whales")
    (True, False)
    """
    first, second = sorted((_bare(one), _bare(other)), key=len)
    return (bool(first) and second.startswith(first)) or SequenceMatcher(None, first, second).ratio() >= _ALIKE


def _is_one(name: str, family: str) -> bool:
    """Whether a name holds a family name; names in other scripts are not compared."""
    return not family.isascii() or _bare(family) in _bare(name) or not _bare(name).isascii()


def _bare(text: str) -> str:
    plain_text = unicodedata.normalize("NFKD", re.sub(r"</?\w[^>]*>", "", text)).casefold()
    return "".join(letter for letter in plain_text if letter.isalnum())


def _years(item: Data) -> set[int]:
    """Return the years in which a work came out: online, in print."""
    return {parts[0] for name in _DATES if (parts := date_parts(item.get(name)))}


def _is_retracted(found: Found, item: Data) -> bool:
    types = [words(each, "type") for each in mappings(item.get("updated-by"))]
    return "retraction" in types or plain(found.fields["title"]).upper().startswith(("RETRACTED", "RETRACTION"))

"""What a view shows: the options of `timeline` and `publications`, read and judged, and which records they choose."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sphinx_vita.reading.facets import FACETS, TYPE_AS_WRITTEN, Choice, vocabulary
from sphinx_vita.reading.mistakes import Finding, Mistake
from sphinx_vita.reading.suggestions import did_you_mean
from sphinx_vita.reading.view_words import ViewWords, Years, cut
from sphinx_vita.records import Profile, Publication, Record, Status
from sphinx_vita.records.dates import DateRange
from sphinx_vita.records.work_types import WORK_TYPES

STYLES = ("list", "cards")
SORTS = ("newest", "oldest", "title", "author")
FLAGS = ("selected", "reviewed", "repeated", "filter", "numbered")  # options that may stand without a value
OPTIONS = {
    "kind": "which kinds of records, separated by commas",
    "type": f"types of publications: {', '.join(WORK_TYPES)}; or as entries are called, such as phdthesis",
    "status": "the status of publications: " + ", ".join(Status),
    "tags": "only records with one of these tags, separated by commas; 'not talk' excludes that tag, and works in "
    "'type', 'status', 'role', 'file' and 'where', too",
    "keywords": "the same as tags, under the name that BibTeX has for them",
    "year": "only years, or ranges of years: 2024, 2020-2024, 2020-, -2019, separated by commas",
    "role": "what the person is: first author, last author, sole author, corresponding, equal, editor, translator; of "
    "other records what their field 'role' says",
    "file": "only the entries of these bibliographies, such as talks.bib",
    "where": "only records with these values in their fields, separated by semicolons: 'venue = ICML, ACL; slides'; "
    "a field alone must be there, and with 'not' before it must be missing",
    "keys": "only these records, in this order",
    "selected": "only what is marked as selected",
    "reviewed": "only papers in journals and at conferences, as far as their entries tell",
    "limit": "at most so many",
    "authors": "at most so many authors of each work; the others unfold, the owner is always shown",
    "sort": ", ".join(SORTS),
    "style": " or ".join(STYLES),
    "group": f"none, {', '.join(FACETS)} or a field; a record stands in the first group that fits",
    "titles": "the first groups and their titles, separated by semicolons: "
    "'article, chapter = Articles; talk'; 'other' takes the rest",
    "repeated": "puts a record into every group that fits",
    "filter": "whether a visitor can filter the list by words, type, year, topic and role: yes or no; of a page that "
    "does not say, the fullest list of the site has a filter from ten papers on",
    "numbered": "numbers the entries, the newest with the highest number: in each group anew, 'through' all of them, "
    "or with prefixes: 'article = J; paper = C'",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A choice of records and how to show them; an empty field does not restrict."""

    kinds: tuple[str, ...]
    choices: tuple[Choice, ...] = ()
    years: tuple[Years, ...] = ()
    keys: tuple[str, ...] = ()
    selected: bool = False
    reviewed: bool = False
    limit: int | None = None
    authors: int | None = None
    sort: str = ""  # "" for the order of the keys, else for the newest first
    style: str = "list"
    group: str = "none"
    titles: tuple[tuple[tuple[str, ...], str], ...] = ()  # words of the groups that come first, with the title
    repeated: bool = False
    filter: bool | None = None  # None where a site does not say
    numbered: str = ""  # "group" or "through"
    prefixes: tuple[tuple[str, str], ...] = ()  # by the word of a group, "" for all

    @property
    def is_everything(self) -> bool:
        """Whether it chooses all publications, so that a visitor finds each of them there."""
        restrictions = (self.choices, self.years, self.keys, self.selected, self.reviewed, self.limit)
        return Publication.kind in self.kinds and not any(restrictions)

    @property
    def places_publications(self) -> bool:
        """Whether the publications that it chooses stand there, and are not only named."""
        return Publication.kind in self.kinds and (self.kinds == (Publication.kind,) or self.style == "cards")

    @property
    def asks_for_status(self) -> bool:
        """Whether it says how far publications are: then what is not out has the type that it will be."""
        return any(choice.facet == "status" for choice in self.choices)

    def accepts(self, record: Record, facets: Callable[[Record, str], tuple[str, ...]]) -> bool:
        """Whether a record is chosen, its place in the list aside; `facets` tells what a facet of a record is."""
        paper = record if isinstance(record, Publication) else None
        return (
            record.kind in self.kinds
            and (not self.keys or record.key in self.keys)
            and (not self.selected or (paper is not None and paper.selected))
            and (not self.reviewed or (paper is not None and paper.is_reviewed))
            and (not self.years or any(_overlap(years, years_of(record)) for years in self.years))
            and all(choice.accepts(self._facet(record, choice.facet, facets)) for choice in self.choices)
        )

    def _facet(self, record: Record, facet: str, facets: Callable[[Record, str], tuple[str, ...]]) -> tuple[str, ...]:
        written = facets(record, TYPE_AS_WRITTEN) if facet == "type" and self.asks_for_status else ()
        return (*facets(record, facet), *written)


def years_of(record: Any) -> tuple[tuple[int, int], ...]:
    """Return the years in which each span of a record starts and ends; none where it has no date."""
    if isinstance(record, Publication):
        date = record.date or record.cited.date
        return ((date.year, date.last_year),) if date else ()
    dates: DateRange | None = getattr(record, "dates", None)
    return dates.years if dates else ()


def _overlap(years: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(years[0] <= last and first <= years[1] for first, last in others)


def read_query(
    directive: str, written: Mapping[str, str | None], *, kinds: tuple[str, ...], style: str, line: int
) -> tuple[Query, list[Finding]]:
    """Read the options of the view `directive`, which shows `kinds` in `style` unless it says otherwise."""
    texts = {name: (text or "").strip() for name, text in written.items()}
    words = ViewWords(directive, line)
    words.findings += [_unknown_option(directive, name, line) for name in texts if name not in OPTIONS]
    empty = [name for name, text in texts.items() if name in OPTIONS and name not in FLAGS and not text]
    said = {name: f"{directive}, option '{name}' is empty; write {OPTIONS[name]}" for name in empty}
    words.findings += [Finding(Mistake.EMPTY_OPTION, message, line) for message in said.values()]
    words.kinds = _read_kinds(words, texts.get("kind", ""), kinds)
    chosen = _read_choice(words, texts) | _read_order(words, texts, style)
    return Query(kinds=words.kinds, **chosen), words.findings


def _read_kinds(words: ViewWords, text: str, usual: tuple[str, ...]) -> tuple[str, ...]:
    kinds = words.known(text, vocabulary("kind", ())) or usual
    if Profile.kind in kinds and len(kinds) > 1:
        words.tell("has no place for a profile among other records; write the directive 'contact' for it")
        kinds = tuple(kind for kind in kinds if kind != Profile.kind)
    return kinds


def _read_choice(words: ViewWords, texts: Mapping[str, str]) -> dict[str, Any]:
    """Read which records a view chooses."""
    choices = [
        *words.choice("type", texts.get("type", "")),
        *words.choice("status", texts.get("status", "")),
        *words.choice("tags", texts.get("tags", ""), texts.get("keywords", "")),
        *words.choice("role", texts.get("role", "")),
        *words.choice("file", texts.get("file", "")),
        *words.where(texts.get("where", "")),
    ]
    return {
        "choices": tuple(choices),
        "years": words.years(texts.get("year", "")),
        "keys": tuple(cut(texts.get("keys", ""))),
        "selected": _is_set(texts, "selected"),
        "reviewed": _is_set(texts, "reviewed"),
        "limit": words.limit("limit", texts.get("limit", "")),
        "authors": words.limit("authors", texts.get("authors", "")),
    }


def _read_order(words: ViewWords, texts: Mapping[str, str], style: str) -> dict[str, Any]:
    """Read how a view shows what it chooses."""
    written = texts.get("group", "none") or "none"
    group = (words.facet(written) if written.lower() != "none" else "") or "none"
    for name in ("titles", "repeated"):
        if written.lower() == "none" and name in texts and (texts[name] or name in FLAGS):
            words.tell(f"has no groups for the option '{name}'; write ':group: type' or take '{name}' out")
    numbered, prefixes = words.numbering(group, texts.get("numbered", ""))
    return {
        "sort": words.one_of(texts.get("sort", ""), SORTS, ""),
        "style": words.one_of(texts.get("style", ""), STYLES, style),
        "group": group,
        "titles": words.titles(group, texts.get("titles", "")),
        "repeated": _is_set(texts, "repeated"),
        "filter": _read_filter(words, texts, style),
        "numbered": numbered if _is_set(texts, "numbered") else "",
        "prefixes": prefixes,
    }


def _read_filter(words: ViewWords, texts: Mapping[str, str], style: str) -> bool | None:
    """Read whether a list has a filter: only a list of papers can."""
    if "filter" not in texts:
        return None
    is_wanted = words.one_of(texts["filter"] or "yes", ("yes", "no", "true", "false"), "no") in ("yes", "true")
    if is_wanted and (words.kinds != (Publication.kind,) or (texts.get("style") or style) != "list"):
        words.tell("has no list of papers to filter; take the option 'filter' out, or write it where 'style' is list")
        return False
    return is_wanted


def _is_set(texts: Mapping[str, str], flag: str) -> bool:
    return flag in texts and texts[flag].lower() not in ("false", "no")


def _unknown_option(directive: str, name: str, line: int) -> Finding:
    hint = did_you_mean(name, OPTIONS, f"it has {', '.join(OPTIONS)}")
    return Finding(Mistake.UNKNOWN_OPTION, f"{directive} has no option '{name}'; {hint}", line)

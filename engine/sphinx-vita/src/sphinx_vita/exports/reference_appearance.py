"""When a work appeared and in which language, and what it was at first: `2020, originally Ur (Wien, in German)`."""

from sphinx_vita.exports.reference_row import Row, emphasis, joined, listed, numbered, published, told, words
from sphinx_vita.exports.reference_words import NUMBERED, TITLE_AND_FACTS
from sphinx_vita.locale import _, language_of_words, locale_of, spoken
from sphinx_vita.reading.biblatex_words import LANGUAGES
from sphinx_vita.reading.imprint import Imprint
from sphinx_vita.reading.printable import one_line
from sphinx_vita.records import Publication
from sphinx_vita.records.date_style import DateStyle

_NAMES_OF_LANGUAGES = {code: word.capitalize() for word, code in reversed(LANGUAGES.items())}


def original(imprint: Imprint, style: DateStyle) -> Row:
    """Return the first appearance of what was translated or reprinted, and as what it was printed again."""
    written = imprint.original_language
    tongue = _name_of_language(LANGUAGES.get(written.lower(), written)) or written.capitalize()
    source = published(imprint.original_place, imprint.original_publisher)
    facts = (source, style.print(imprint.original_date), numbered("language", tongue))
    facts_row, title = listed(*facts), emphasis(imprint.original_title)
    is_whole = title and facts_row
    first = told(_(TITLE_AND_FACTS), title=title, facts=facts_row) if is_whole else title or facts_row
    return joined([_led_by("original", first), _led_by("reprint", emphasis(imprint.reprint_title))])


def _led_by(name: str, row: Row) -> Row:
    message = NUMBERED[name]
    return told(_(message), row) if row and isinstance(message, str) else []


def language(publication: Publication, __: Imprint) -> Row:
    """Return the language that the field of this name tells, where it is neither English nor the site's own."""
    written = one_line(dict(publication.fields).get("language", "")).strip("{}").lower()
    code = LANGUAGES.get(written, written)[:2]
    return words(numbered("language", "" if code == spoken()[:2] else _name_of_language(code)))


def _name_of_language(code: str) -> str:
    """Return the name of one of biblatex's languages in the language of the site; "" for others."""
    word = _NAMES_OF_LANGUAGES.get(code, "")
    names = {} if language_of_words() == "en" else locale_of(spoken()).languages
    return word and str(names.get(code.replace("-", "_")) or names.get(code[:2], word))


def year(publication: Publication, imprint: Imprint, style: DateStyle) -> Row:
    """Return the year, or the years of a work in volumes; of a newspaper the day."""
    issued = imprint.issued
    if dict(publication.fields).get("entrysubtype", "").lower() in ("newspaper", "magazine"):
        return day(publication, imprint, style)
    years = issued.years if issued else ()
    if years and issued and issued.end and years[0][0] != years[-1][1] and publication.printed_year:
        return words(style.year(f"{years[0][0]}–{years[-1][1]}"))
    return words(style.year(publication.printed_year))


def day(publication: Publication, imprint: Imprint, style: DateStyle) -> Row:
    """Return the whole date of what happened or was said on a day."""
    return words(style.print(imprint.event_date or imprint.issued) or style.year(publication.printed_year))

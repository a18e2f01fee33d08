"""The site in plain Markdown for language models, in the form of llms.txt: a title, a summary, and lists of links."""

import re
from collections.abc import Iterable, Iterator, Sequence

from sphinx_vita.exports.citation import address_of, order_of_cv, status_in_words
from sphinx_vita.exports.reference import collaboration_of, contributors, plain, reference, role_of_editors
from sphinx_vita.exports.reference_row import sentences
from sphinx_vita.locale import N_, _, comma, pgettext
from sphinx_vita.reading.accounts import accounts_of, homes_of
from sphinx_vita.reading.links import is_web_address
from sphinx_vita.reading.printable import one_line
from sphinx_vita.records import KINDS, Post, Profile, Publication, Record, Value, name_of, newest_first, value_of
from sphinx_vita.records.portfolio import Page, Portfolio
from sphinx_vita.records.text import Text

_OPTIONAL = "Optional"  # a word of the format, not of a language
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~$]|&(?=#?\w+;)")
_AT_START = re.compile(r"^(?:[+-](?=\s|$)|#{1,6}(?=\s|$)|-{2,}$|=+$|\d+(?=[.)](?:\s|$)))")
_IN_ADDRESSES = {" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "\\": "%5C"}


def dump(portfolio: Portfolio) -> str:
    """Write the site's facts and pages; papers stand as on a CV, records newest first; ends with a line feed."""
    pages = _pages(portfolio)
    sections = [
        (N_("Research"), [_page(page, portfolio) for page in pages if page.is_theme]),
        (
            N_("Publications"),
            [_publication(each, portfolio) for each in sorted(portfolio.publications, key=order_of_cv)],
        ),
        *(
            (kind.exported.heading, [_record(each, portfolio) for each in newest_first(portfolio.of(kind))])
            for kind in KINDS.values()
            if kind.exported.heading
        ),
        (N_("Contact"), list(_contact(portfolio.profile, portfolio))),
        (N_("Pages"), [_page(page, portfolio) for page in pages if not page.is_theme]),
        (_OPTIONAL, [_item(what, portfolio.address + path) for path, what in sorted(portfolio.downloads.items())]),
    ]
    return "\n\n".join([*_head(portfolio), *_written(sections)]) + "\n"


def _head(portfolio: Portfolio) -> Iterator[str]:
    profile = portfolio.profile
    yield f"# {escaped(profile.name if profile and profile.name else portfolio.title)}"
    if profile and profile.label:
        yield f"> {escaped(profile.label)}"
    if profile and profile.summary:
        yield escaped(profile.summary)


def _written(sections: Iterable[tuple[str, Sequence[str]]]) -> Iterator[str]:
    for title, items in sections:
        if items:
            yield f"## {title if title == _OPTIONAL else _(title)}\n\n" + "\n".join(items)


def _publication(publication: Publication, portfolio: Portfolio) -> str:
    people = publication.authors or publication.editors
    role = _(" ({})").replace("{}", role_of_editors(publication)) if people and not publication.authors else ""
    authors = comma().join(str(author.name) for author in people)
    more = _(" and others") if publication.has_more_authors else role
    status = status_in_words(publication)
    has_year = publication.is_dated or not publication.date  # else it must not look like that of a venue
    where = plain(reference(publication, portfolio.date_style, with_year=has_year))
    if has_year and publication.year not in where:  # words in its place, which pages have as a badge
        where = _(", ").join(filter(None, (where, publication.year)))
    if not has_year:
        status += _(" ({})").replace("{}", escaped(publication.year))
    equal = comma().join(str(author.name) for author in publication.authors if author.contributed_equally)
    facts = (
        escaped(authors + more),
        _("Equal contribution: {}").replace("{}", escaped(equal)) if comma() in equal else "",
        escaped(collaboration_of(publication)),
        escaped(where),
        escaped(plain(contributors(publication))),
        status,
        *map(escaped, publication.awards),
        _markdown(publication.tldr),
        _tags(publication),
        *(_link(_("Code"), link.url) for link in publication.links if link.kind == "code" and is_web_address(link.url)),
    )
    return _item(publication.title, portfolio.url(publication) or address_of(publication), sentences(facts))


def _record(record: Record, portfolio: Portfolio) -> str:
    """Return what a record says on its line, and the points of its body below it."""
    remarks = [_remark(record, name) for name in record.exported.remarks]
    kind = type(record)
    lists = [piece.field for piece in record.layout.pieces() if value_of(kind, piece.field) is Value.NAMES]
    persons = [person for name in lists for person in getattr(record, name)]
    facts = (
        escaped(portfolio.date_style.print(getattr(record, "dates", None))),
        *map(escaped, remarks),
        escaped(pgettext("people of a record", "With {}").replace("{}", comma().join(persons)) if persons else ""),
        escaped(record.summary),
        _tags(record),
    )
    url = portfolio.url(record) if record.is_page else str(getattr(record, "url", ""))
    first = _item(name_of(record), url, sentences(facts))
    return "\n".join([first, *(f"  - {escaped(point)}" for point in record.highlights)])


def _remark(record: Record, name: str) -> str:
    """Return a field with the words that stand around it on pages: `version 3`, `no. 7`."""
    value = getattr(record, name)
    patterns = (piece.words_around(value).strip(" ()（）") for piece in record.layout.pieces() if piece.field == name)
    said = comma().join(value) if isinstance(value, tuple) else str(value)
    return next(patterns, "{}").replace("{}", said) if said else ""


def _tags(record: Record) -> str:
    return escaped(_("Tags: {}").replace("{}", comma().join(record.tags)) if record.tags else "")


def _contact(profile: Profile | None, portfolio: Portfolio) -> Iterator[str]:
    if not profile:
        return
    affiliations = (words for words, _ in profile.affiliations)
    for text in (*affiliations, profile.email, profile.phone, profile.office, profile.address or profile.location):
        if text:
            yield f"- {escaped(text)}"
    for url in homes_of(profile, portfolio.address):
        yield _item(_("Homepage"), url)
    for account in accounts_of(profile):
        yield _item(account.network, account.url)


def _pages(portfolio: Portfolio) -> list[Page]:
    """Return the pages but those of single papers and posts, which stand in lists of their own."""
    records = (*portfolio.publications, *portfolio.of(Post))
    listed = {portfolio.paths.get((each.kind, each.key)) for each in records}
    pages = [page for page in portfolio.pages if page.path not in listed]
    return sorted(pages, key=lambda page: page.docname.removesuffix("index"))  # a folder's own page comes first


def _page(page: Page, portfolio: Portfolio) -> str:
    return _item(page.title, portfolio.address + page.path, escaped(page.description))


def _item(title: Text | str, url: str, words: str = "") -> str:
    """Write an item of a list: a title, linked where there is an address, and words that are Markdown already."""
    name = _markdown(title) if isinstance(title, Text) else escaped(title)
    link = _link(name, url) if one_line(url) else name
    return f"- {link}: {words}" if words else f"- {link}"


def _link(name: str, url: str) -> str:
    address = "".join(_IN_ADDRESSES.get(character, character) for character in one_line(url))
    return f"[{name}]({address})"


def _markdown(text: Text) -> str:
    """Write formatted text as characters; a formula in Unicode."""
    return _SPECIAL.sub(r"\\\g<0>", one_line(text))


def escaped(text: object) -> str:
    """Write plain characters so that Markdown takes none of them for markup."""
    return _AT_START.sub(_escape_first, _SPECIAL.sub(r"\\\g<0>", one_line(text)))


def _escape_first(match: re.Match[str]) -> str:
    """Escape what would begin a heading or a list; a number's sign is the one behind it, and `+1 212` is none."""
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"

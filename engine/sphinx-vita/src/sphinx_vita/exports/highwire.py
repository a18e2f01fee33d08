"""A paper's page in Highwire's tags, which Google Scholar reads before all others."""

from collections.abc import Iterator

from sphinx_vita.exports.citation import authors_in_head, family_first, is_pdf, split_pages
from sphinx_vita.reading.imprint import imprint_of
from sphinx_vita.reading.printable import one_line
from sphinx_vita.reading.works import Work
from sphinx_vita.records import Publication
from sphinx_vita.records.dates import Date
from sphinx_vita.records.portfolio import Portfolio

_VENUES = {  # what the venue is called, and the fact that names it; a book or a manuscript has none that Scholar knows
    Work.ARTICLE: ("citation_journal_title", "container"),
    Work.PAPER: ("citation_conference_title", "container"),
    Work.CHAPTER: ("citation_inbook_title", "container"),
    Work.THESIS: ("citation_dissertation_institution", "publisher"),
    Work.REPORT: ("citation_technical_report_institution", "publisher"),
}


def tags(publication: Publication, portfolio: Portfolio) -> tuple[tuple[str, str], ...]:
    """Return the names and contents of the page's meta elements, in order; whoever writes HTML escapes them."""
    return tuple((name, text) for name, value in _tags(publication, portfolio) if (text := one_line(value)))


def _tags(publication: Publication, portfolio: Portfolio) -> Iterator[tuple[str, object]]:
    imprint = imprint_of(publication)
    work = imprint.work
    first_page, last_page = split_pages(imprint.pages)
    yield "citation_title", publication.title
    for author in authors_in_head(publication, portfolio):
        yield "citation_author", family_first(author.name)
    if publication.is_dated:  # a manuscript has been written, but it is not out
        yield "citation_publication_date", _date(publication.date)
    if work in _VENUES:
        tag, fact = _VENUES[work]
        yield tag, getattr(imprint, fact)
    yield "citation_volume", imprint.volume
    yield "citation_issue", imprint.issue
    yield "citation_technical_report_number", imprint.number if work is Work.REPORT else ""
    yield "citation_firstpage", first_page
    yield "citation_lastpage", last_page
    yield "citation_publisher", publication.publisher
    yield "citation_doi", publication.doi
    yield "citation_isbn", publication.isbn
    yield "citation_issn", imprint.issn
    yield "citation_pmid", publication.identifier("pmid")
    yield "citation_arxiv_id", publication.arxiv
    yield "citation_pdf_url", _pdf(publication, portfolio)
    for keyword in publication.keywords:
        yield "citation_keywords", keyword


def _date(date: Date | None) -> str:
    """Return the date as exactly as it is known: Scholar reads the year of it, Zotero all."""
    return "" if not date or date.unknown else date.iso.replace("-", "/")


def _pdf(publication: Publication, portfolio: Portfolio) -> str:
    """Return the whole address of the paper itself; a file beside the page, which Scholar asks for, before others."""
    links = sorted((link.url for link in publication.links if is_pdf(link)), key=lambda url: ":" in url)
    return next((address for url in links if (address := portfolio.whole_link(url))), "")

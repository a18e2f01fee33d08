"""A publication in its three forms: the header of its own page, an item of a list, a card."""

from collections.abc import Collection, Sequence
from unicodedata import east_asian_width

from docutils import nodes
from sphinx_design.shared import create_component

from sphinx_vita.exports.citation import address_of_page, is_pdf
from sphinx_vita.exports.distinct_links import distinct
from sphinx_vita.exports.reference import collaboration_of, contributors, origins, reference, role_of_editors
from sphinx_vita.exports.reference_words import STATUSES
from sphinx_vita.locale import _
from sphinx_vita.records import LINK_LABELS, VERSIONS, Author, Link, Publication, Relation, Status
from sphinx_vita.records.date_style import DateStyle
from sphinx_vita.records.text import Text
from sphinx_vita.sphinx.render.citing import CITE, citing
from sphinx_vita.sphinx.render.inline import (
    BUTTON,
    around,
    author_list,
    badge,
    block,
    button,
    equal_contribution,
    foldable,
    joined,
    line,
    link,
    record_link,
    row_nodes,
    text_nodes,
)
from sphinx_vita.sphinx.render.nodes import heading, permalink, picture, unfolding
from sphinx_vita.sphinx.render.styled import equal_authors, names_all, styled_line

CARD_BUTTONS = ("pdf", "code", "project", "video")  # what most visitors want; the paper's page has the others
CARD_AUTHORS = 3  # the others unfold; the owner is always among the first


def header(publication: Publication, anchor: str, dates: DateStyle, *, cite: str) -> nodes.container:
    """Make the header of a publication's own page, whose heading is the title; `cite` is the id of how to cite it."""
    abstract = publication.cited.abstract or publication.abstract
    has_text = any(map(is_pdf, _links(publication)))  # Google Scholar asks for it, or for the abstract in sight
    to_citation = nodes.reference("", _(CITE), refid=cite, classes=[*BUTTON, "vita-button-cite"])
    parts = [
        *_authors(publication),
        *line("explanation", *equal_contribution([*_people(publication), *_other_authors(publication)])),
        *_venue(publication, dates),
        *_contributors(publication, dates),
        *_version(publication, dates, with_authors=True),
        *_remarks(publication),
        *line("buttons", *joined([*_buttons(publication), [to_citation]], " ")),
        *_lead(publication.tldr),
        *_picture(publication, "lead"),
        *_abstract(abstract, publication, is_open=not has_text),
    ]
    return _findable(block("publication-header", *parts, ids=[anchor]), publication)


def item(
    publication: Publication, dates: DateStyle, *, anchor: str, has_page: bool, style: str = "", is_bare: bool = False
) -> nodes.container:
    """Make an item of a list; `anchor` is empty where the publication stands elsewhere.

    A list that is printed is bare: what has a page of its own has its picture, its result and its citation there.
    A citation style writes the line that names it.
    """
    styled = styled_line(publication, style, has_page=has_page)
    facts = [*_authors(publication), *_venue(publication, dates), *_contributors(publication, dates)]
    if styled:
        authors = [] if names_all(styled, publication) else _authors(publication)
        facts = [*authors, *_badges(publication), *equal_authors(publication)]
    result = [] if is_bare else line("tldr", *text_nodes(publication.tldr))
    folded = [] if is_bare and has_page else [*_abstract(publication.abstract, publication), citing(publication)]
    buttons = line("buttons", *joined(_buttons(publication), " "))
    parts = [
        block("head", *_head(publication, styled, anchor, has_page=has_page)),
        *facts,
        *_version(publication, dates),
        *result,
        *_remarks(publication),
        *([*buttons, *folded] if is_bare or not folded else [block("row", *buttons, *folded)]),
    ]
    pictures = [] if is_bare else _picture(publication, "thumbnail")
    return _findable(block("publication", *pictures, *parts, ids=[anchor] if anchor else []), publication)


def _head(publication: Publication, styled: list[nodes.Node], anchor: str, *, has_page: bool) -> list[nodes.Node]:
    """Make the heading of an item, the title; a line in a citation style is none."""
    sign = [permalink(anchor=anchor)] if anchor else []
    if styled:
        return [nodes.paragraph("", "", *styled, *sign)]
    title = text_nodes(publication.title, with_links=not has_page)
    words = [record_link(publication, *title)] if has_page else title
    return [heading("", "", nodes.strong("", "", *words), *sign)]


def card(publication: Publication, dates: DateStyle, *, anchor: str) -> nodes.container:
    """Make a card: a picture, the title, the first authors, the one result that matters, the venue and the buttons."""
    card_node = create_component("card", ["sd-card", "sd-sphinx-override", "vita-card"])
    card_node["ids"] += [anchor] if anchor else []
    if publication.preview:
        classes = ["sd-card-img-top", "vita-preview"]
        card_node += picture(path=publication.preview, use="card", alt=publication.preview_alt, classes=classes)
    body = create_component("card-body", ["sd-card-body"])
    title = record_link(publication, *text_nodes(publication.title, with_links=False))
    body += block("head", nodes.paragraph("", "", nodes.strong("", "", title)))
    body += [*_authors(publication, limit=CARD_AUTHORS), *line("tldr", *text_nodes(publication.tldr))]
    body += [
        *_venue(publication, dates, short=True),
        *_version(publication, dates),
        *line("buttons", *joined(_buttons(publication, CARD_BUTTONS), " ")),
    ]
    card_node += body
    return card_node


def _findable(node: nodes.container, publication: Publication) -> nodes.container:
    """Let the instant search find a publication by its numbers and tags, and by either way to write an Asian name."""
    numbers = [publication.doi, publication.arxiv, publication.isbn, *(each.value for each in publication.identifiers)]
    node["year"] = publication.printed_year  # a PDF may have it at the edge
    names = [form for each in publication.people for form in each.name.asian_forms]
    node["search_terms"] = list(dict.fromkeys(filter(None, [*numbers, *names, *publication.tags])))
    return node


def explanation(publications: Sequence[Publication]) -> list[nodes.Node]:
    """Explain the marks of a list, once below it."""
    people = [author for each in publications for author in _people(each)]
    return line("explanation", *equal_contribution(people))


def _people(publication: Publication) -> tuple[Author, ...]:
    return publication.authors or publication.editors


def _authors(publication: Publication, *, limit: int | None = None) -> list[nodes.Node]:
    """Make the line of authors, with their collaboration; of a work without any that of its editors."""
    people = _people(publication)
    notes = [] if publication.authors or not people else [role_of_editors(publication)]
    notes += filter(None, [collaboration_of(publication)])
    row = author_list(people, has_more=publication.has_more_authors)
    behind = _(" ({})").replace("{}", _(", ").join(notes)) if notes else ""
    return foldable("authors", *row, *([nodes.Text(behind if row else behind.strip())] if behind else []), limit=limit)


def _venue(publication: Publication, dates: DateStyle, *, short: bool = False) -> list[nodes.Node]:
    """Make the line of badges and of the venue: `[ASPLOS 2026] Proceedings of ..., pages 377–393`."""
    badges: list[nodes.Node] = []
    has_venue = bool(publication.venue_short) and publication.status in (Status.PUBLISHED, Status.ACCEPTED)
    if has_venue:
        badges.append(badge(f"{publication.venue_short} {publication.printed_year}".strip(), "venue"))
    badges += _badges_of_status(publication)
    with_year = publication.is_dated and not has_venue
    where = [] if short and badges else row_nodes(reference(publication, dates, with_year=with_year))
    return line("venue", *joined([*([each] for each in badges), where], " "))


def _badges(publication: Publication) -> list[nodes.Node]:
    """Make the line of badges that no style can tell."""
    return line("venue", *joined([[each] for each in _badges_of_status(publication)], " "))


def _badges_of_status(publication: Publication) -> list[nodes.Node]:
    is_out = publication.status is Status.PUBLISHED
    status = [] if is_out else [badge(_(STATUSES[publication.status]), "status")]
    return [*status, *([badge(" · ".join(publication.awards), "award")] if publication.awards else [])]


def _contributors(publication: Publication, dates: DateStyle) -> list[nodes.Node]:
    rows = (contributors(publication), origins(publication, dates))
    return [each for row in rows for each in line("people", *row_nodes(row))]


def _version(publication: Publication, dates: DateStyle, *, with_authors: bool = False) -> list[nodes.Node]:
    """Name the version that the entry names: `Published as Title, Journal, 2026`."""
    version, relation = publication.version, publication.relation
    if version is None or relation is None:
        return []
    is_same = " ".join(str(version.title).lower().split()) == " ".join(str(publication.title).lower().split())
    title = [] if is_same else [nodes.emphasis("", "", *text_nodes(version.title, with_links=False))]
    facts = joined([title, *([each] for each in _place(version, dates))], _(", "))
    url = address_of_page(version)
    shown = [link(url, *facts)] if url and facts else facts
    others = _other_authors(publication) if with_authors else ()
    authors = author_list(others, has_more=version.has_more_authors) if others else []
    return [
        *line("remark", *around(_words(relation, is_same=is_same), shown)),
        *foldable("people", *around(_("Authors of that version: {}"), authors)) * bool(authors),
    ]


def _other_authors(publication: Publication) -> tuple[Author, ...]:
    """Return the authors of the version where they are not those of the entry."""
    authors = publication.version.authors if publication.version else ()
    is_same = [each.name for each in authors] == [each.name for each in publication.authors]
    return () if is_same else authors


def _words(relation: Relation, *, is_same: bool) -> str:
    """Return what the version is, with `{}` in its place; what stands in `relatedstring` comes first."""
    if relation.words:
        return f"{str(relation.words).rstrip(' :').replace('{}', '')}{_(': ')}{{}}"
    return _("Published in {}") if is_same and relation.kind != "preprint" else _(VERSIONS[relation.kind])


def _place(version: Publication, dates: DateStyle) -> list[nodes.Node]:
    """Return where and when a version came out; a preprint without a venue is known by its number."""
    venue = text_nodes(version.venue, with_links=False) if version.venue else []
    number = [nodes.Text(f"arXiv {version.arxiv}")] if version.arxiv and not venue else []
    place = [nodes.inline("", "", *(venue or number))] if venue or number else []
    return [*place, *([nodes.Text(dates.year(version.year))] if version.year else [])]


def _remarks(publication: Publication) -> list[nodes.Node]:
    return [node for remark in publication.remarks for node in line("remark", *text_nodes(remark))]


def _buttons(publication: Publication, kinds: Collection[str] = LINK_LABELS) -> list[list[nodes.Node]]:
    """Make a button for each place that a visitor may want to go."""
    title = str(publication.title)
    return [[button(each, about=title)] for each in distinct(_links(publication)) if each.kind in kinds]


def _links(publication: Publication) -> tuple[Link, ...]:
    """Return what there is to open of the entry; of what is not out, the version that is."""
    return publication.links if publication.status is Status.PUBLISHED else publication.cited.links


def _lead(result: Text) -> list[nodes.Node]:
    """Make the sentence that a page begins with."""
    is_wide = bool(result) and east_asian_width(str(result)[-1]) in "WF"  # in the script of the sentence
    stop = "" if str(result).endswith((".", "!", "?", "…", "。", "！", "？", "؟")) else "。" if is_wide else "."
    return line("lead", *text_nodes(result), nodes.Text(stop)) if result else []


def _picture(publication: Publication, use: str) -> list[nodes.Node]:
    """Show what the publication is about, where it says so."""
    facts = {"path": publication.preview, "use": use, "alt": publication.preview_alt}
    return [picture(**facts, classes=["vita-preview", f"vita-{use}"])] if publication.preview else []


def _abstract(abstract: Text, publication: Publication, *, is_open: bool = False) -> list[nodes.Node]:
    words = line("abstract", *text_nodes(abstract))
    about = _("of {title}").replace("{title}", str(publication.title))
    facts = {"summary": _("Abstract"), "about": about, "is_open": is_open}
    return [unfolding("", *words, **facts, classes=["vita-folded"])] if words else []

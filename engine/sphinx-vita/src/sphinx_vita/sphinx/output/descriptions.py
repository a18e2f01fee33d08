"""What a page says of itself in a search engine's list: one or two sentences of its own, 50 to 160 characters."""

from docutils import nodes
from sphinx.application import Sphinx

from sphinx_vita.exports.reference_row import sentences
from sphinx_vita.locale import _, comma
from sphinx_vita.records import Publication, Record, name_of
from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.mathml import words_of

SHORTEST, LONGEST = 50, 160
LONGEST_VENUE = 40  # characters of a journal that has no short name


def note_description(app: Sphinx, doctree: nodes.document) -> None:
    """Remember the first sentences of a page that has just been read."""
    meta = app.env.metadata[app.env.docname]
    words = str(meta.get("description", "")) or _first_paragraphs(doctree)
    vita_domain(app.env).data["descriptions"][app.env.docname] = words


def description_of(app: Sphinx, docname: str) -> str:
    """Describe a page: by its front matter, by its paper or by its first sentences."""
    domain = vita_domain(app.env)
    keys = domain.data["pages"].get(docname, ())
    papers = [domain.publications[key].cited for key in keys if key in domain.publications]
    written = app.env.metadata[docname].get("description")
    own = _of_paper(papers[0]) if papers and not written else str(domain.data["descriptions"].get(docname, ""))
    return fitted(own, more=_context(app, docname))


def fitted(words: str, *, more: str) -> str:
    """Cut a description at the end of a word, or lengthen it by `more`."""
    text = " ".join(words.split())
    if len(text) < SHORTEST:
        text = f"{text} – {more}" if text else more
    text = text if len(text) >= SHORTEST else text + _(", a page of a researcher's portfolio")
    if len(text) <= LONGEST:
        return text
    return text[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:–") + "…"


def _of_paper(publication: Publication) -> str:
    authors = comma().join(str(author.name) for author in publication.authors)
    known_as = str(publication.venue) if len(str(publication.venue)) <= LONGEST_VENUE else ""
    name = publication.venue_short or known_as or ("arXiv" if publication.arxiv and not publication.venue else "")
    venue = f"{name} {publication.printed_year}".strip() if name and publication.is_dated else ""
    facts = comma().join(part for part in (venue, authors) if part)
    return sentences((publication.tldr or publication.title, facts))


def _context(app: Sphinx, docname: str) -> str:
    """Return whose page it is, and what its records are: `Experience of Ada: Analyst, Engines Ltd; ...`."""
    profile = vita_domain(app.env).catalog.profile
    records: list[Record] = vita_domain(app.env).data["records"].get(docname, [])
    names = [name_of(record) for record in records if record is not profile and not record.is_page]
    owner = profile.name if profile else app.config.project
    about = _("{title} of {name}").format(title=app.env.titles[docname].astext(), name=owner)
    if names:
        return f"{about}{_(': ')}{_('; ').join(names)}"
    return f"{about}{_(', ')}{profile.label}" if profile and profile.label else about


def _first_paragraphs(doctree: nodes.document) -> str:
    """Return the paragraphs before the first record or list that are long enough together."""
    words = ""
    for paragraph in doctree.findall(nodes.paragraph):
        if _is_prose(paragraph):
            words = f"{words} {words_of(paragraph)}".strip()
        if len(words) >= SHORTEST:
            break
    return words


def _is_prose(paragraph: nodes.paragraph) -> bool:
    """Whether a paragraph stands on the page itself, or is the biography of a profile."""
    node = paragraph.parent
    while isinstance(node, nodes.Element):
        if isinstance(node, nodes.list_item | nodes.table) or "vita-entry" in node["classes"]:
            return False
        if "vita-profile" in node["classes"]:
            return isinstance(paragraph.parent, nodes.container) and "vita-text" in paragraph.parent["classes"]
        node = node.parent
    return True

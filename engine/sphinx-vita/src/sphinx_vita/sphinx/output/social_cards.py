"""The picture that a social network shows for a page: set from the page's own title, without a browser."""

from collections.abc import Callable, Iterator
from functools import partial

from sphinx.application import Sphinx

from sphinx_vita.exports import typst
from sphinx_vita.exports.fonts import Fonts
from sphinx_vita.locale.bidi import with_signs
from sphinx_vita.records import Publication
from sphinx_vita.records.portfolio import Page, Portfolio
from sphinx_vita.sphinx.direction import is_mirrored
from sphinx_vita.sphinx.domain import VitaDomain, vita_domain
from sphinx_vita.sphinx.lookup import Uses
from sphinx_vita.sphinx.output.fonts import fonts_of, made_of
from sphinx_vita.sphinx.output.pictures.published import Published
from sphinx_vita.sphinx.output.pictures.scaling import fewer_colors
from sphinx_vita.sphinx.output.pictures.uses import SOCIAL
from sphinx_vita.sphinx.pages.front_matter import has_exports, pages_with_pdf

WIDTH, HEIGHT = 1200, 630  # pixels
NO_PICTURES = "()"
_SHORT = 30  # letters of a venue that stands above the title
_MOST = 6  # pictures on one card
_LARGEST = 300_000  # bytes: some messengers show no larger picture


def card_path(docname: str) -> str:
    """Return the path of a page's card below the site's root."""
    return f"cards/{docname}.png"


def has_cards(app: Sphinx, pages: int) -> bool:
    """Whether pages have cards: wanted, and few enough to be worth their time."""
    return has_exports(app) and pages <= app.config.vita_cards


def social_cards(app: Sphinx, portfolio: Portfolio) -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Yield for each page the path of its card, its source and what sets it."""
    if has_cards(app, len(portfolio.pages)):
        fonts = fonts_of(app)
        families = f"#let fonts = {typst.array(map(typst.literal, fonts.order(app.config.language or 'en')))}\n"
        files = made_of(fonts)
        for page in portfolio.pages:
            words, pictures = families + _source(app, portfolio, page), _pictures(app, page)
            yield card_path(page.docname), f"{words}{pictures}{files}", partial(_set, words, pictures, fonts)


def _set(words: str, pictures: str, fonts: Fonts) -> bytes:
    """Set a card; drawings that Typst cannot read are left out."""
    for shown in dict.fromkeys((pictures, NO_PICTURES)):
        try:
            card = typst.compile_png(f"#let pictures = {shown}\n{words}", fonts=fonts).content
        except typst.TypesettingError:
            if shown == NO_PICTURES:
                raise
        else:
            return card if shown == NO_PICTURES or len(card) <= _LARGEST else fewer_colors(card)
    raise AssertionError


def _pictures(app: Sphinx, page: Page) -> str:
    """Return what a page's card shows, as an array of Typst: its own picture, or those of the papers it names."""
    domain = vita_domain(app.env)
    profile = domain.catalog.profile
    own = [domain.publications[key].cited.preview for key in domain.data["pages"].get(page.docname, ())[:1]]
    own += [profile.image] if profile and page.docname == app.config.root_doc else []
    others = [] if page.docname in pages_with_pdf(app) else [each.cited.preview for each in _papers(domain, page)]
    found = [[domain.pictures.get((each, SOCIAL.name)) for each in dict.fromkeys(paths)] for paths in (own, others)]
    shown = next(filter(None, (list(filter(None, each)) for each in found)), [])
    return typst.array(map(_value, shown[:_MOST]))


def _papers(domain: VitaDomain, page: Page) -> Iterator[Publication]:
    """Yield the papers that a page lists, and then those that a theme of research refers to, which has no records."""
    uses: Uses = domain.data["uses"].get(page.docname, Uses())
    is_theme = page.is_theme and not domain.catalog.records.get(page.docname)
    for query in uses.queries:
        yield from (each for each in domain.catalog.select(query) if isinstance(each, Publication))
    named = (target for role, target in uses.targets if is_theme and role == "pub")
    yield from (domain.publications[key] for key in named if key in domain.publications)


def _value(picture: Published) -> str:
    if picture.drawing:
        return f"bytes({typst.literal(picture.drawing.decode('utf-8', 'replace'))})"
    return f"bytes(({','.join(map(str, picture.files[-1][1].content))}))"


def _shortened(text: str, longest: int) -> str:
    """Cut a text off, so that all fits one picture."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _source(app: Sphinx, portfolio: Portfolio, page: Page) -> str:
    keys = vita_domain(app.env).data["pages"].get(page.docname, ())[:1]
    paper = next((each for each in portfolio.publications if each.key in keys), None)
    is_home = page.docname == app.config.root_doc
    label = portfolio.profile.label if portfolio.profile else ""
    values = {
        "kicker": (" · ".join(_standing(paper)) if paper else "", 60),
        "title": (portfolio.title if is_home else page.title, 180),
        "words": (str(paper.tldr) if paper else (is_home and label) or page.description, 170),
        "site": (portfolio.title if not is_home else portfolio.address.partition("://")[2].rstrip("/"), 60),
    }
    signed = with_signs if is_mirrored(app) else str
    lines = [f"#let {name} = {typst.literal(signed(_shortened(*value)))}\n" for name, value in values.items()]
    accent = f"#let accent = rgb({typst.literal(app.config.vita_accent)})\n"
    mirrored = f"#let is-mirrored = {str(is_mirrored(app)).lower()}\n"
    return "".join((*lines, accent, mirrored, typst.template("card.typ")))


def _standing(paper: Publication) -> Iterator[str]:
    """Yield where a paper came out, and the prizes it won."""
    venue = paper.venue_short or str(paper.venue or "")
    if venue and len(venue) <= _SHORT:
        yield f"{venue} {paper.printed_year}".strip()
    yield from map(str, paper.awards)

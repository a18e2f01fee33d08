"""The picture that a social network shows for a page: set from the page's own title, without a browser."""

from collections.abc import Callable, Iterator
from functools import partial

from sphinx.application import Sphinx

from sphinx_vita.exports import typst
from sphinx_vita.exports.fonts import Fonts
from sphinx_vita.records.portfolio import Page, Portfolio
from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.output.fonts import fonts_of, made_of
from sphinx_vita.sphinx.output.pictures.scaling import fewer_colors
from sphinx_vita.sphinx.output.pictures.uses import SOCIAL
from sphinx_vita.sphinx.pages.front_matter import has_exports

WIDTH, HEIGHT = 1200, 630  # pixels
NO_PICTURE = "none"
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
            words, picture = families + _source(app, portfolio, page), _picture(app, page)
            yield card_path(page.docname), f"{words}{picture}{files}", partial(_set, words, picture, fonts)


def _set(words: str, picture: str, fonts: Fonts) -> bytes:
    """Set a card; a drawing that Typst cannot read is left out."""
    for place in dict.fromkeys((picture, NO_PICTURE)):
        try:
            card = typst.compile_png(f"#let picture = {place}\n{words}", fonts=fonts).content
        except typst.TypesettingError:
            if place == NO_PICTURE:
                raise
        else:
            return card if place == NO_PICTURE or len(card) <= _LARGEST else fewer_colors(card)
    raise AssertionError


def _picture(app: Sphinx, page: Page) -> str:
    """Return the picture of a page's paper, or on the home page the portrait, as a value of Typst."""
    domain = vita_domain(app.env)
    profile = domain.catalog.profile
    named = [domain.publications[key].cited.preview for key in domain.data["pages"].get(page.docname, ())[:1]]
    named += [profile.image] if profile and page.docname == app.config.root_doc else []
    published = next(filter(None, (domain.pictures.get((each, SOCIAL.name)) for each in named)), None)
    if published is None:
        return NO_PICTURE
    if published.drawing:
        return f"bytes({typst.literal(published.drawing.decode('utf-8', 'replace'))})"
    return f"bytes(({','.join(map(str, published.files[-1][1].content))}))"


def _shortened(text: str, longest: int) -> str:
    """Cut a text off, so that all fits one picture."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _source(app: Sphinx, portfolio: Portfolio, page: Page) -> str:
    label = portfolio.profile.label if portfolio.profile else ""
    title = portfolio.title if page.docname == app.config.root_doc else page.title
    site = "" if title == portfolio.title else portfolio.title
    return "".join(
        (
            f"#let title = {typst.literal(_shortened(title, 180))}\n",
            f"#let site = {typst.literal(_shortened(site, 60))}\n",
            f"#let line = {typst.literal(_shortened(label, 140))}\n",
            f"#let accent = rgb({typst.literal(app.config.vita_accent)})\n",
            typst.template("card.typ"),
        )
    )

"""The picture that a social network shows for a page: set from the page's own title, without a browser."""

from collections.abc import Callable, Iterator
from functools import partial

from sphinx.application import Sphinx

from sphinx_vita.exports import typst
from sphinx_vita.exports.fonts import Fonts
from sphinx_vita.records.portfolio import Page, Portfolio
from sphinx_vita.sphinx.output.fonts import fonts_of, made_of
from sphinx_vita.sphinx.pages.front_matter import has_exports

WIDTH, HEIGHT = 1200, 630  # pixels


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
            source = families + _source(app, portfolio, page)
            yield card_path(page.docname), f"{source}{files}", partial(_set, source, fonts)


def _set(source: str, fonts: Fonts) -> bytes:
    return typst.compile_png(source, fonts=fonts).content


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

"""What a page says to social networks: Open Graph, whose own fields sphinxext-opengraph writes, and X's card."""

from collections.abc import Iterator
from contextlib import redirect_stdout
from html import escape
from io import StringIO

from sphinx.application import Sphinx
from sphinx.config import Config

from sphinx_vita.reading.languages import locale_with_country
from sphinx_vita.reading.owner import is_owner, own_name
from sphinx_vita.records import Profile, Publication
from sphinx_vita.records.portfolio import Page, Portfolio
from sphinx_vita.sphinx.output.social_cards import HEIGHT, WIDTH, card_path, has_cards

Attributes = dict[str, str]


def load_open_graph(app: Sphinx) -> None:
    """Load sphinxext-opengraph, without what it prints of matplotlib, which only its own cards would need."""
    with redirect_stdout(StringIO()):
        app.setup_extension("sphinxext.opengraph")


def configure_open_graph(app: Sphinx, config: Config) -> None:
    """Tell sphinxext-opengraph the site's address; the cards are made here."""
    config.ogp_site_url = config.ogp_site_url or config.html_baseurl or ""
    config.ogp_social_cards = {"enable": False}


def open_graph(app: Sphinx, portfolio: Portfolio, page: Page, paper: Publication | None) -> dict[str, str]:
    """Return the fields for sphinxext-opengraph, which escapes quotation marks alone; all need an absolute address."""
    if not portfolio.address:
        return {"ogp_disable": "true"}
    title = _title(app, portfolio, page)
    is_home = page.docname == app.config.root_doc
    kind = "article" if paper else "profile" if is_home and portfolio.profile else "website"
    fields = {
        "og:title": title,
        "og:description": page.description,
        "og:type": kind,
        "og:url": portfolio.address + page.path,
    }
    if has_cards(app, len(portfolio.pages)):
        fields |= {
            "og:image": portfolio.address + card_path(page.docname),
            "og:image:alt": title,
            "og:image:width": str(WIDTH),
            "og:image:height": str(HEIGHT),
        }
    return {name: escape(text, quote=False) for name, text in fields.items()}


def cards_and_types(app: Sphinx, portfolio: Portfolio, page: Page, paper: Publication | None) -> list[Attributes]:
    """Return what sphinxext-opengraph has no field for: X's card, and who and when of a profile or an article."""
    if not portfolio.address:
        return []
    profile = portfolio.profile if page.docname == app.config.root_doc else None
    facts = [*_of_x(app, portfolio, page)]
    named = (*_of_type(portfolio, profile, paper), *_locales(portfolio, page))
    return facts + [{"property": name, "content": text} for name, text in named if text]


def _title(app: Sphinx, portfolio: Portfolio, page: Page) -> str:
    return portfolio.title if page.docname == app.config.root_doc else page.title


def _of_x(app: Sphinx, portfolio: Portfolio, page: Page) -> Iterator[Attributes]:
    has_picture = has_cards(app, len(portfolio.pages))
    title = _title(app, portfolio, page)
    yield {"name": "twitter:card", "content": "summary_large_image" if has_picture else "summary"}
    yield {"name": "twitter:title", "content": title}
    yield {"name": "twitter:description", "content": page.description}
    if has_picture:
        yield {"name": "twitter:image", "content": portfolio.address + card_path(page.docname)}
        yield {"name": "twitter:image:alt", "content": title}


def _of_type(portfolio: Portfolio, profile: Profile | None, paper: Publication | None) -> Iterator[tuple[str, str]]:
    """Yield the properties of Open Graph's types `article` and `profile`."""
    if paper:
        yield (
            "article:published_time",
            paper.date.iso if paper.date and paper.is_dated and not paper.date.unknown else "",
        )
        if portfolio.profile and _is_author(portfolio.profile, paper):
            yield "article:author", portfolio.address
        for keyword in paper.keywords:
            yield "article:tag", keyword
    elif profile:
        name = own_name(profile)
        yield "profile:first_name", name.given
        yield "profile:last_name", " ".join(part for part in (name.particle, name.family) if part)


def _locales(portfolio: Portfolio, page: Page) -> Iterator[tuple[str, str]]:
    """Yield the language of a page and the others that it is in, as Open Graph has them; nothing where it has one."""
    for each in page.alternates:
        is_own = each.language == portfolio.language
        yield "og:locale" if is_own else "og:locale:alternate", locale_with_country(each.language)


def _is_author(profile: Profile, paper: Publication) -> bool:
    return any(is_owner(profile, author.name) for author in paper.authors)

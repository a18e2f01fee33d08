"""The settings of the extension, for `conf.py`."""

from sphinx.application import Sphinx
from sphinx.config import Config

from sphinx_vita.look import LAYOUTS
from sphinx_vita.reading.posts import read_date
from sphinx_vita.records.date_style import FORMS, DateStyle
from sphinx_vita.sphinx.defaults import AFTER, BEFORE, NO_PAGES

_FORMS = "; ".join(f"'{form}' ({example})" for form, example in FORMS.items())


def add_config_values(app: Sphinx) -> None:
    """Declare each setting with its default and what it rebuilds."""
    app.add_config_value(
        "languages",
        [],
        "env",
        frozenset({list, tuple, dict}),
        "the languages of the site by their tags, the first at its root; a table may give settings of one alone",
    )
    app.add_config_value("vita_bibliography", ["publications/publications.bib"], "env", list, "bibliographies to read")
    app.add_config_value(
        "vita_files",
        ["_static", "assets/pdf", "assets/img", "assets/img/publication_preview"],
        "env",
        list,
        "folders in which the files that a bibliography names are looked for, besides its own",
    )
    app.add_config_value("vita_exports", True, "html", bool, "whether PDF, feeds, cards and the other files are made")
    app.add_config_value("vita_cards", 500, "html", int, "up to how many pages each gets a picture for social networks")
    app.add_config_value("vita_paper", "a4", "", str, "the paper of PDFs: 'a4' or 'us-letter'")
    app.add_config_value("vita_layout", "classic", "", str, f"the layout of PDFs: {' or '.join(map(repr, LAYOUTS))}")
    app.add_config_value(
        "vita_fonts", [], "", list, "folders of the site with fonts for PDFs and cards, and families to take first"
    )
    app.add_config_value("vita_dates", "short", "env", str, f"how dates are printed: {_FORMS}")
    app.add_config_value(
        "vita_authors", 20, "env", int, "the longest list of authors that stands whole; of others the first, 0 for all"
    )
    app.add_config_value(
        "vita_citation_style",
        "",
        "env",
        str,
        "the citation style of lists: a name that Typst knows, such as 'apa', or a .csl file of the site",
    )
    app.add_config_value("vita_accent", "#333333", "", str, "the color of links, PDFs, cards and icons")
    app.add_config_value("vita_accent_dark", "", "html", str, "the accent of dark pages; if empty, the other lightened")
    app.add_config_value(
        "vita_sidebar", True, "html", bool, "whether the column beside the text begins with the person of the profile"
    )
    app.add_config_value(
        "vita_updated",
        "",
        "html",
        str,
        "when the content was last changed, '2026-03'; stands at the foot of pages and PDFs",
    )
    app.add_config_value("vita_extensions", [*BEFORE, *AFTER], "env", list, "extensions that come with this one")
    app.add_config_value("vita_no_pages", NO_PAGES, "env", list, "patterns of what lies in the site and is no page")
    app.add_config_value(
        "vita_themes", ["research/*"], "html", list, "patterns of the pages on themes of research, for programs to know"
    )
    app.add_config_value(
        "vita_front_matter", [], "env", list, "keys of a page's front matter that an extension or a theme reads"
    )
    app.add_config_value("vita_kinds", {}, "env", dict, "kinds of records of the site's own, each with its options")
    app.add_config_value("vita_addresses", "", "", str, "the list of what was ever public, which `check` holds it to")
    app.add_config_value("vita_facts", "", "", str, "the list of facts that must be read, which `check` looks for")


def date_style(config: Config) -> DateStyle:
    """Return how the site prints dates."""
    return DateStyle(config.vita_dates, config.language or "en")


def last_updated(config: Config) -> str:
    """Print when the content was last changed, "March 2026"; "" where `vita_updated` does not say."""
    written, _ = read_date(config.vita_updated) if config.vita_updated else (None, "")
    return DateStyle("long", config.language or "en").print(written)

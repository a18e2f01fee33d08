"""Nothing is invented: whatever leads from the pages to a person or to another host was written by the owner."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from sphinx_vita.records import Profile, options_of

from tests.content import all_sources, base_address, profile_option
from tests.reading import Page, files_of, is_external, mailboxes_of, numbers_of

# What the theme adds by itself. Everything else must come from the content.
OF_THE_THEME = {
    "https://github.com/pradyunsg/furo": "furo's line in the footer, thanks to those who made the theme",
}
# Names of formats look like addresses; nothing ever asks these hosts.
NAMES_OF_FORMATS = {
    "www.w3.org": "what SVG, MathML, XHTML and Atom call themselves",
    "schema.org": "the vocabulary of the structured data",
    "www.sitemaps.org": "what a sitemap calls itself",
    "raw.githubusercontent.com": "where JSON Resume says that its schema lies",
}
# The files of the theme and its extensions; they hold the addresses of their authors in comments.
THEME_FOLDER = "_static/"
PACKED = (".inv", ".pdf", ".png", ".ico", ".woff2")  # no text that could be searched


@pytest.fixture(scope="module")
def written() -> str:
    """All that the owner wrote."""
    return all_sources()


@pytest.fixture(scope="module")
def texts(built_site: Path) -> dict[str, str]:
    """Every file of the site that is text, with plain characters for encoded ones."""
    plain = {name: unquote(html.unescape(text)) for name, text in read_texts(built_site)}
    # Sphinx hides mailboxes from collectors by a span around each @ and dot.
    return {name: re.sub(r"<span>([@.])</span>", r"\1", text) for name, text in plain.items()}


def read_texts(folder: Path) -> Iterator[tuple[str, str]]:
    for name, content in files_of(folder).items():
        if not name.startswith(THEME_FOLDER) and not name.endswith(PACKED):
            yield name, content.decode("utf-8")


def known_addresses(written: str) -> set[str]:
    """The addresses in the sources, and those that an identifier in the sources stands for."""
    found = {address.rstrip(".,;") for address in re.findall(r"https?://[^\s<>{}\")]+", written)}
    found |= {address.replace("?hl=en&", "?") for address in found}  # the language of a profile is its reader's
    found |= {f"https://arxiv.org/abs/{number}" for number in field("eprint", written)}
    found |= {f"https://doi.org/{identifier}" for identifier in field("doi", written)}
    found |= set(accounts())
    found |= {f"mailto:{mailbox}" for mailbox in mailboxes_of(written)}
    found |= {f"tel:+{number}" for number in numbers_of(written)}
    return {address.rstrip("/") for address in found}


def accounts() -> Iterator[str]:
    """The addresses of the accounts that the profile has by their names."""
    for name, option in options_of(Profile).items():
        if template := str(option.metadata["accounts"]):
            yield template.format(profile_option(name).removeprefix("@"))


def field(name: str, written: str) -> list[str]:
    return re.findall(rf"^ *{name} *= *\{{(.*?)\}}", written, re.MULTILINE)


def test_every_address_that_leaves_the_site_is_in_the_content(pages: dict[str, Page], written: str) -> None:
    known = known_addresses(written) | OF_THE_THEME.keys()
    invented = {
        (path, address)
        for path, page in pages.items()
        for _, address in page.addresses()
        if is_external(address) and unquote(address).rstrip("/") not in known
        if address != f"{base_address()}{path}"
    }

    assert invented == set()


def test_no_file_names_a_host_that_is_not_in_the_content(texts: dict[str, str], written: str) -> None:
    """Exports, structured data and the search index included, whatever they use the address for."""
    known = {urlsplit(address).netloc for address in known_addresses(written) | OF_THE_THEME.keys()}
    known |= {urlsplit(base_address()).netloc} | NAMES_OF_FORMATS.keys()
    found = {(name, host) for name, text in texts.items() for host in re.findall(r"https?://([\w.-]+)", text)}

    assert {(name, host) for name, host in found if host not in known} == set()


def test_what_the_theme_adds_is_on_the_pages(pages: dict[str, Page]) -> None:
    """A row of that table that nothing uses would only hide an invention."""
    on_pages = {address for page in pages.values() for _, address in page.addresses()}

    assert OF_THE_THEME.keys() <= on_pages


def test_no_page_fetches_anything_from_another_host(pages: dict[str, Page]) -> None:
    """A visitor follows a link; everything else a browser fetches by itself."""
    fetched = {
        (path, address)
        for path, page in pages.items()
        for element, address in page.addresses()
        if is_external(address) and element.name != "a" and element.get("rel") != ["canonical"]
    }

    assert fetched == set()


def test_no_file_holds_a_mailbox_that_is_not_in_the_content(texts: dict[str, str], written: str) -> None:
    known = mailboxes_of(written)
    found = {mailbox for text in texts.values() for mailbox in mailboxes_of(text)}

    assert found <= known


def test_no_file_holds_a_telephone_number_that_is_not_in_the_content(texts: dict[str, str]) -> None:
    own = re.sub(r"\D", "", profile_option("phone"))  # shown, unless it is withheld
    found = {number for text in texts.values() for number in numbers_of(text)}

    assert found <= {own}

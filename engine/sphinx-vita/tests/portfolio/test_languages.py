"""The invented portfolio in other languages: no word of the engine stays English, and no build says a word."""

import ast
import json
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from unicodedata import normalize
from xml.etree import ElementTree

import pytest
from babel import Locale
from bs4 import BeautifulSoup
from harness.building import PORTFOLIO, rebuild
from harness.catalogs import read as read_catalog
from harness.pseudo import SETTINGS, untranslated
from harness.reading import the
from pypdf import PageObject, PdfReader
from sphinx_vita.locale import DOMAIN, FOLDER
from sphinx_vita.reading.accounts import NETWORKS
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.reading.latex.text import plain
from sphinx_vita.records import date_words

LANGUAGES = ("ar", "de", "es", "fr", "he", "it", "ja", "ko", "pt", "ru", "zh_CN", "zh_TW")
# The invented portfolio, and the one that has every kind of record, every field and every directive.
SITES = (PORTFOLIO, Path(__file__).parents[1] / "upgrades" / "0.2")
WITHOUT_FONTS = ("ko", "zh_CN", "zh_TW")  # which weigh 10 to 17 MB each, and are not among those of the tests
# Names, which are the same in every language: of formats and styles, what the site is made with, and the section of
# `llms.txt` that its readers look for by that word.
NAMES = [*"arXiv BibTeX RIS CSL JSON Resume vCard PDF DOI ISBN ISSN APA MLA Furo Sphinx html Optional".split()]
# What is no prose: code, whose words are those of its format, and references, which a citation style writes.
NO_PROSE = "script, style, pre, .vita-reference, [lang=en]"
BLOCKS = "p, li, dt, dd, div, section, figure, figcaption, tr, h1, h2, h3, h4, summary, option, button, label, title"
SPOKEN = ("alt", "title", "aria-label", "aria-description", "aria-valuetext", "placeholder", "label", "summary")
SAID_BY_FEEDS = ("title", "subtitle", "summary", "name", "content")
SHOWN_BY_SCRIPTS = re.compile(r"data-(?:some|none|all|words|names|tooltip|label|title)")
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
PHRASE = re.compile(r"(?:[^\W\d_]|[ '])+")  # what no other sign parts
INLINE = "\x1f"  # parts what stands in several elements of one line


def words_in(text: str) -> list[str]:
    return WORD.findall(normalize("NFKC", text).replace("’", "'").casefold())


def phrases_of(text: str) -> Iterator[str]:
    """Yield what no sign parts, as words between single blanks; a letter alone is an initial or a variable."""
    for phrase in PHRASE.findall(normalize("NFKC", text).replace("’", "'")):
        if any(len(word) > 1 for word in words_in(phrase)):
            yield f" {' '.join(words_in(phrase))} "


def written_in(path: Path) -> Iterator[str]:
    """Yield what an author wrote in a file, without the names of options and fields."""
    text = path.read_text("utf-8")
    if path.suffix == ".bib":
        yield re.sub(r"@\w+\{|^\s*[\w+:-]+\s*=", "", text, flags=re.MULTILINE)
        for publication in read_bibliography(text, file=path.name).publications:
            yield from (plain(value) for _, value in publication.fields)
            yield from (str(author.name) for author in publication.people)
    elif path.suffix == ".py":
        yield from (str(node.value) for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant))
    elif path.suffix == ".js":
        yield from re.findall(r"""["'`]([^"'`\n]*)["'`]""", text)
    else:
        head, _, body = text[3:].partition("\n---\n") if text.startswith("---") else ("", "", text)
        yield re.sub(r"^[\w-]+:", "", head, flags=re.MULTILINE)
        yield re.sub(r"^:::+.*?\}|^:[\w-]+:", "", body, flags=re.MULTILINE)


@pytest.fixture(scope="module")
def known(source: Path) -> str:
    """What the sources say, names, and the words of the language's dates, as words between single blanks."""
    files = [path for path in sorted(source.rglob("*")) if path.suffix in (".md", ".bib", ".py", ".js", ".vtt")]
    months = [name for forms in Locale("it").months.values() for each in forms.values() for name in each.values()]
    dates = [*months, str(date_words.words_of("it")), *Locale("it").list_patterns["standard"].values()]
    networks = [network.name for network in NETWORKS.values()]
    paths = [re.sub(r"[-_]", " ", path.relative_to(source).as_posix()) for path in files]
    said = [*(text for path in files for text in written_in(path)), *paths, *NAMES, *networks, *dates]
    return "".join(f" {' '.join(words_in(text))} " for text in said)


@pytest.fixture(scope="module", params=SITES, ids=lambda path: path.name)
def source(request: pytest.FixtureRequest) -> Path:
    """A site on which much of what the engine says is said."""
    return Path(request.param)


@pytest.fixture(scope="module")
def built(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in the language in which each word of a catalog stands between signs."""
    folder = tmp_path_factory.mktemp("pseudo")
    shutil.copytree(source, folder / "source", ignore=shutil.ignore_patterns("__pycache__", "_build"))
    with (folder / "source" / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(SETTINGS)
    rebuild(folder / "source", folder / "html", "html", 1, "-D", "light_pages=0", "-D", "vita_cards=0")
    return folder / "html"


def said_by(page: BeautifulSoup) -> Iterator[str]:
    """Yield all that a page says to eyes, to a screen reader, to a search engine and through its scripts."""
    for node in page.find_all(True):
        yield from (str(node[name]) for name in SPOKEN if node.get(name) and "Z3988" not in (node.get("class") or ""))
        yield from (str(value) for name, value in node.attrs.items() if SHOWN_BY_SCRIPTS.fullmatch(name))
    for script in page.select('script[type="application/json"]'):
        yield from strings_of(json.loads(script.get_text()))
    for hidden in page.select(NO_PROSE):
        hidden.decompose()
    for block in page.select(BLOCKS):
        block.insert_before("\n")
        block.insert_after("\n")
    yield page.get_text(INLINE)


def told_by(page: BeautifulSoup) -> Iterator[str]:
    """Yield what the head of a page says of it, where its sentences are put together."""
    for meta in page.select("meta[content]"):
        name = str(meta.get("name") or meta.get("property") or "")
        if name.rpartition(":")[2] in ("description", "title", "alt"):
            yield str(meta["content"])


def read_page(page: PageObject) -> str:
    """Return the words of a page of a PDF, but for addresses."""
    return re.sub(r"\b[\w@-]+(?:\.[\w-]+)+(?:/\S*)?", " · ", page.extract_text())


def strings_of(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings_of(each)


def left(texts: Iterable[str], known: str, most: int = 1) -> list[str]:
    """List the phrases that are neither between signs nor in the sources, or `most` of these in a row."""
    outside = (phrase for text in texts for line in untranslated(text) for phrase in phrases_of(line))
    return sorted({phrase.strip() for phrase in outside if not is_known(phrase.split(), known, most)})


def is_known(words: list[str], known: str, most: int) -> bool:
    if f" {' '.join(words)} " in known:
        return True
    parts = ((words[:end], words[end:]) for end in range(len(words) - 1, 0, -1))
    return most > 1 and any(is_known(one, known, 1) and is_known(rest, known, most - 1) for one, rest in parts)


def test_no_word_of_a_page_stays_english(built: Path, known: str) -> None:
    found = {}
    for path in sorted(built.rglob("*.html")):
        page = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        if words := left(told_by(page), known, 4) + left(said_by(page), known):
            found[path.relative_to(built).as_posix()] = words

    assert found == {}


def test_no_word_of_a_pdf_stays_english(built: Path, known: str) -> None:
    found = {
        path.name: words
        for path in sorted(built.glob("*.pdf"))
        if (words := left(map(read_page, PdfReader(path).pages), known, 4))
    }

    assert found == {}


def test_no_word_of_a_feed_or_of_a_plain_text_stays_english(built: Path, known: str) -> None:
    feed = ElementTree.parse(built / "feed.atom").getroot()
    said = [
        text
        for element in feed.iter()
        if element.tag.rpartition("}")[2] in SAID_BY_FEEDS
        for text in element.itertext()
    ]
    plain_text = re.sub(r"\]\([^)]*\)|https?://\S+", " · ", (built / "llms.txt").read_text("utf-8"))

    assert left([*said, plain_text], known, 4) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_portfolio_builds_in_silence_in_each_language(language: str, tmp_path: Path) -> None:
    without_fonts = ["-D", "suppress_warnings=vita.missing_glyph"] if language in WITHOUT_FONTS else []
    settings = ["-D", f"language={language}", "-D", "light_pages=0", "-D", "vita_cards=0", *without_fonts]
    rebuild(PORTFOLIO, tmp_path / "html", "html", 1, *settings)

    page = BeautifulSoup((tmp_path / "html" / "index.html").read_text("utf-8"), "html.parser")
    skip = str(read_catalog(FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po")["Skip to content"].string)
    assert the(page, "html")["lang"] == language.replace("_", "-")
    assert the(page, "a.skip-to-content").get_text() == skip != "Skip to content"

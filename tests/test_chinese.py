"""The Chinese version, which conf.py keeps back: it builds in silence and says what the English one says."""

import copy
import re
import shutil
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader
from sphinx_vita.sphinx.languages.builds import DOCTREES

from tests.conftest import build
from tests.content import ROOT, load_facts, source_text
from tests.drawings import give_drawings
from tests.reading import SEEN_ONLY_BY_MACHINES, Page, fold, is_external, read

TRANSLATED = ("index.html", "cv.html", "research/index.html")
WAITS = '"zh-CN": False'
IS_PUBLISHED = '"zh-CN": {"vita_paper": "a4"}'  # as conf.py says in the line above
NO_CONTENT = shutil.ignore_patterns(".*", "_build", "engine", "tests", "dist")
# What a page looks like is seen on the English ones; without this the build takes half of the time.
WITHOUT_LOOK = """
vita_cards = 0
vita_extensions = "myst_parser sphinx_design notfound.extension sphinx_instant_search sphinx_computed_figures".split()
"""
PACKED = (".inv", ".pdf", ".png", ".ico")  # no text that could be searched
HAN = re.compile(r"[\u4e00-\u9fff]")
MONTHS = {name: month for month, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)}
NUMBER = re.compile(r"(?<![A-Za-z\d.,])(?<![A-Za-z]-)(\d[\d,]*(?:\.\d+)?)(?: ?(million|亿|万))?")
PERSON = re.compile(r"^:::\{person\} (.+)$", re.MULTILINE)
SCALES = {"": 1.0, "million": 1e6, "亿": 1e8, "万": 1e4}
SENTENCE = re.compile(r"(?<!\w)[A-Za-z][\w’'-]*(?: [A-Za-z][\w’'-]*){2,}", re.ASCII)
# What is cited or called so in Chinese, too.
NAMES = (
    "NVIDIA Spatial Intelligence Lab",
    "Henry Mitchell MacCracken",
    "IEEE Transactions on Parallel and Distributed Systems",
)


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the site is built in both languages."""
    site = tmp_path_factory.mktemp("chinese") / "site"
    shutil.copytree(ROOT, site, ignore=NO_CONTENT)
    conf = source_text("conf.py")
    assert WAITS in conf
    assert IS_PUBLISHED.partition(": ")[2] in conf
    (site / "conf.py").write_text(conf.replace(WAITS, IS_PUBLISHED) + WITHOUT_LOOK, "utf-8")
    give_drawings(site.with_name("doctrees") / DOCTREES / "zh-CN")
    build(site / "html", site.with_name("doctrees"), site)
    return site / "html"


@pytest.fixture(scope="module")
def both(output: Path) -> dict[str, Page]:
    """The translated pages in both languages."""
    paths = [f"{folder}{path}" for folder in ("", "zh-CN/") for path in TRANSLATED]
    return {path: Page(path, BeautifulSoup((output / path).read_text("utf-8"), "html.parser")) for path in paths}


def pair(both: dict[str, Page], path: str) -> tuple[Page, Page]:
    return both[path], both[f"zh-CN/{path}"]


def numbers(text: str) -> Counter[float]:
    """Give the numbers of a text, those of dates too; a million is a hundred 万."""
    dated = re.sub(rf"\b({'|'.join(MONTHS)})\w* (\d{{4}})", lambda date: f"{date[2]} {MONTHS[date[1]]} ", text)
    found = NUMBER.findall(dated.replace("3D", ""))
    return Counter(float(digits.replace(",", "")) * SCALES[scale] for digits, scale in found)


def names() -> set[str]:
    """Give the names of all who stand on the CV: authors, advisors and mentors."""
    authors = [fact.split(", ") for facts in load_facts().values() for fact in facts if fact.count(", ") > 2]
    return {name for line in authors for name in line} | set(PERSON.findall(source_text("research/people.md")))


@pytest.mark.parametrize("path", TRANSLATED)
def test_the_numbers_and_the_dates_are_those_of_the_english_page(both: dict[str, Page], path: str) -> None:
    english, chinese = (numbers(read(page.article, without=".figure-controls")) for page in pair(both, path))

    assert english
    assert chinese == english


@pytest.mark.parametrize("path", TRANSLATED)
def test_names_records_and_links_are_those_of_the_english_page(both: dict[str, Page], path: str) -> None:
    english, chinese = pair(both, path)

    assert {name: chinese.text.count(name) for name in names()} == {name: english.text.count(name) for name in names()}
    for selector, attribute in ((".vita-entry[id]", "id"), ("a.external", "href"), (".vita-publication", "id")):
        assert values(chinese, selector, attribute) == values(english, selector, attribute)
    assert [path.removeprefix("zh-CN/") for path, _ in links(chinese)] == [path for path, _ in links(english)]


def values(page: Page, selector: str, attribute: str) -> list[str]:
    return [str(element.get(attribute)) for element in page.article.select(selector)]


def links(page: Page) -> list[tuple[str, str]]:
    """Give the files of the site to which a page leads, and the ids in them."""
    return [page.resolve(each) for each in values(page, "a[href]:not([hreflang])", "href") if not is_external(each)]


@pytest.mark.parametrize("path", TRANSLATED)
def test_every_link_leads_somewhere(output: Path, both: dict[str, Page], path: str) -> None:
    found = links(pair(both, path)[1])

    assert len(found) > 10
    assert [each for each in found if not is_there(output / each[0], each[1])] == []


@cache
def is_there(file: Path, anchor: str) -> bool:
    return file.is_file() and (not anchor or f'id="{anchor}"' in file.read_text("utf-8"))


@pytest.mark.parametrize("path", TRANSLATED)
def test_no_english_is_left_but_titles_and_names(both: dict[str, Page], path: str) -> None:
    cited = re.sub(r"[{}\\]", "", source_text("publications/publications.bib"))
    known = {*re.findall(r"(?:title|journal) += (.+?),?$", cited, re.MULTILINE), *NAMES}
    said = strings(pair(both, path)[1])

    assert [each for each in said if HAN.search(each)]
    assert [each for each in said if SENTENCE.search(each) and not any(name in each for name in known)] == []


def strings(page: Page) -> list[str]:
    """Give the texts of a page between its tags; that of a link over a card is the title of another page."""
    shown = copy.copy(page.article)
    for other in shown.select(f"{SEEN_ONLY_BY_MACHINES}, .vita-authors, .sd-hide-link-text"):
        other.decompose()
    for number in shown.select(".vita-whole"):
        number.unwrap()
    shown.smooth()
    return [fold(each) for each in shown.stripped_strings]


def test_the_pdf_says_what_the_page_says(output: Path, both: dict[str, Page]) -> None:
    sheets = PdfReader(output / "zh-CN/cv.pdf").pages
    printed = "".join(page.extract_text() for page in sheets)
    squeezed = re.sub(r"\s", "", fold(printed))
    article = both["zh-CN/cv.html"].article
    said = [read(each) for each in article.select("h2, .vita-entry strong, .vita-text li, section > p")]

    assert len(said) > 20
    assert (len(sheets), len(PdfReader(output / "zh-CN/resume.pdf").pages)) == (2, 1)
    assert [each for each in said if re.sub(r"\s", "", each) not in squeezed] == []


@pytest.mark.parametrize("path", TRANSLATED)
def test_each_language_leads_to_the_same_page_in_the_other(both: dict[str, Page], path: str) -> None:
    english, chinese = pair(both, path)

    assert targets(english, "zh-CN") == {chinese.path}
    assert targets(chinese, "en") == {english.path}


def targets(page: Page, language: str) -> set[str]:
    return {page.resolve(str(link["href"]))[0] for link in page.soup.select(f'a[hreflang="{language}"]')}


def test_the_search_of_each_language_knows_the_words_of_its_pages(output: Path) -> None:
    chinese, english = (searched(output / folder) for folder in ("zh-CN", ""))

    assert "分布式" in chinese
    assert not HAN.search(english)


def searched(site: Path) -> str:
    """Give the texts that the search looks through."""
    files = [*site.glob("_static/instant-search/index*.js"), *site.glob("_static/instant-search/texts*.js")]
    return "".join(path.read_text("utf-8") for path in files)


def test_nothing_of_it_is_published_while_it_waits(built_site: Path) -> None:
    files = [path for path in built_site.rglob("*") if path.is_file() and "_static" not in path.parts]
    texts = {path: path.read_text("utf-8") for path in files if not path.name.endswith(PACKED)}

    assert [path for path in files if "zh-cn" in path.relative_to(built_site).as_posix().lower()] == []
    assert [path for path, text in texts.items() if HAN.search(text)] == []

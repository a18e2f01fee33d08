"""Figures in the language of the site: their own words, and the signs of numbers."""

from collections.abc import Iterator
from io import BytesIO
from types import SimpleNamespace

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from harness.figure_sites import Site, figure, home
from sphinx.locale import translators
from sphinx_computed_figures.language import DOMAIN, add_catalogs, number

CONF = 'extensions = ["sphinx_computed_figures"]\nhtml_theme = "basic"\nlanguage = "{}"\n'


def speak(language: str) -> None:
    """Take a language as an application of Sphinx does."""
    app = SimpleNamespace(confdir="", add_message_catalog=lambda *_: None)
    add_catalogs(app, SimpleNamespace(language=language, locale_dirs=()))  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Take back the language of a site."""
    yield
    speak("en")
    translators.clear()


def words(site: Site) -> list[str]:
    page = site.page()
    chosen = ".figure-player button, .figure-numbers summary, .figure-source"
    return [each.get_text().split(" ")[0] for each in page.select(chosen)]


def test_the_words_of_a_figure_are_in_the_language_of_the_site(site: Site) -> None:
    site.write(index=home(figure("running")))
    for language, said in {
        "de": ["Abspielen", "Schritt", "Daten", "Code:"],
        "ja": ["再生", "ステップ", "データ", "コード："],
        "zh_CN": ["播放", "单步", "数据", "代码："],
        "sv": ["Play", "Step", "Data", "Code:"],
        "en": ["Play", "Step", "Data", "Code:"],
    }.items():
        site.put("conf.py", CONF.format(language))
        site.build()
        assert words(site) == said, language
    assert site.page().select_one(".figure-play")["data-words"] == "Play|Pause"  # type: ignore[index]


def test_a_site_says_a_word_itself(site: Site) -> None:
    catalog, compiled = Catalog(locale="de"), BytesIO()
    catalog.add("Data", "Zahlen")
    write_mo(compiled, catalog)
    target = site.source / "locales" / "de" / "LC_MESSAGES" / f"{DOMAIN}.mo"
    target.parent.mkdir(parents=True)
    target.write_bytes(compiled.getvalue())
    site.put("conf.py", CONF.format("de"))
    site.write(index=home(figure("running")))
    site.build()

    assert words(site) == ["Abspielen", "Schritt", "Zahlen", "Code:"]


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", ["12,345.5", "0.25", "6e+06", "-3"]),
        ("de", ["12.345,5", "0,25", "6e+06", "-3"]),
        ("pt_BR", ["12.345,5", "0,25", "6e+06", "-3"]),
        ("zh-CN", ["12,345.5", "0.25", "6e+06", "-3"]),
        ("no such", ["12,345.5", "0.25", "6e+06", "-3"]),
    ],
)
def test_a_number_has_the_signs_of_the_language(language: str, written: list[str]) -> None:
    speak(language)
    assert [number(each) for each in (12_345.5, 0.25, 6e6, -3)] == written

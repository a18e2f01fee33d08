"""The language of a site: the site's own words for those of the engine, and what others say in English."""

import json
import re
from gettext import NullTranslations
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
import sphinx
from bs4 import BeautifulSoup
from harness.sites import Built, Site
from sphinx_vita.locale import speak
from sphinx_vita.sphinx.words_of_others import _plurals, in_language

GERMAN: dict[str, Any] = {"language": "de"}
CATALOG = "locales/de/LC_MESSAGES/sphinx_vita.po"
ENTRY = "# A\n\n:::{position} Intern\n:organization: Lab\n:dates: 2020\n:tags: sea\n:::\n"
UTF8 = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


def tags(built: Built) -> str:
    return built.page("a").select_one(".vita-tags").get_text()  # type: ignore[union-attr]


def test_a_site_says_a_word_itself_and_its_pages_follow_each_change(site: Site) -> None:
    assert tags(site(a=ENTRY, config=GERMAN)) == "Schlagwörter: sea"
    site.write({CATALOG: UTF8 + 'msgid "Tags: "\nmsgstr "Stichworte: "\n'})
    assert tags(site(config=GERMAN)) == "Stichworte: sea"
    site.write({CATALOG: None})
    assert tags(site(config=GERMAN)) == "Schlagwörter: sea"


def test_the_first_folder_of_catalogs_counts_and_the_others_fill_in(site: Site) -> None:
    other = CATALOG.replace("locales", "more")
    site.write({CATALOG: UTF8 + 'msgid "Tags: "\nmsgstr "Eins: "\n', other: UTF8 + 'msgid "Tags: "\nmsgstr "Zwei: "\n'})
    assert tags(site(a=ENTRY, config=GERMAN | {"locale_dirs": ["more", "locales"]})) == "Zwei: sea"


@pytest.mark.parametrize(
    ("catalog", "line", "words"),
    [
        (UTF8 + '<<<<<<< ours\nmsgid "Tags: "\nmsgstr "Stichworte: "\n', 4, "cannot be read"),
        (UTF8.encode() + b'msgid "Tags: "\nmsgstr "Stichw\xf6rter: "\n', 1, "UTF-8"),
        (UTF8 + 'msgid "Feed"\nmsgstr "Neues"\n\nmsgid "{} as PDF"\nmsgstr "PDF"\n', 7, "must have the places {}"),
        (UTF8 + 'msgid "Tags: "\nmsgstr "Tags {name}: "\n', 4, "must have the places none"),
        (UTF8 + 'msgid "{} note"\nmsgid_plural "{} notes"\nmsgstr[0] "{}"\nmsgstr[1] "viele"\n', 4, "'{} note'"),
    ],
)  # fmt: skip
def test_a_word_that_cannot_be_used_is_told_and_the_engines_own_holds(
    site: Site, catalog: str | bytes, line: int, words: str
) -> None:
    site.write({CATALOG: catalog})
    built = site(a=ENTRY, config=GERMAN, silent=False)

    told, *others = built.told
    assert all(CATALOG in each.message for each in others)  # Sphinx reads each catalog too
    assert told.place == ("vita.invalid_translation", CATALOG, line)
    assert words in told.message
    assert tags(built) == "Schlagwörter: sea"


def test_a_fuzzy_or_empty_translation_is_none(site: Site) -> None:
    site.write({CATALOG: UTF8 + '#, fuzzy\nmsgid "Tags: "\nmsgstr "Etiketten: "\n\nmsgid "Feed"\nmsgstr ""\n'})
    assert tags(site(a=ENTRY, config=GERMAN)) == "Schlagwörter: sea"


@pytest.mark.parametrize("written", ["zh-CN", "zh_cn", "zh-Hans", "zh"])
def test_a_language_may_be_written_in_each_way(site: Site, written: str) -> None:
    assert tags(site(a=ENTRY, config={"language": written})) == "标签：sea"


def test_the_scripts_of_others_have_the_words_of_the_language(site: Site) -> None:
    config = {"vita_extensions": ["myst_parser", "sphinx_copybutton"], "extensions": ["sphinx_vita"]}
    for language, copied in (("ja", "コピーしました"), ("de", "Kopiert!"), ("zh_TW", "已複製")):
        built = site(a="# A\n\n```\nx\n```\n", config={**config, "language": language})
        table = re.search(r"messages\[\"([\w-]+)\"\] = (\{.*\})", built.text("_static/copybutton.js"))
        assert table is not None
        assert (table[1], json.loads(table[2])["copy_success"]) == (language.replace("_", "-"), copied)
        said = catalog_of(built.text("_static/translations.js"))
        assert all(all(words) if isinstance(words, list) else words for words in said.values())


def catalog_of(script: str) -> dict[str, str | list[str]]:
    messages: dict[str, str | list[str]] = json.loads(script[script.index("(") + 1 : script.rindex(")")])["messages"]
    return {word: said for word, said in messages.items() if word in SEARCHED}


SEARCHED = (
    *("Searching", "Search Results", "Preparing search...", ", in ", "Hide Search Matches"),
    "Search finished, found one page matching the search query.",
)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Equal contribution: Inés Quispe, Mingyu Li and Ada Berg"),
        ("de", "Gleicher Beitrag: Inés Quispe, Mingyu Li und Ada Berg"),
        ("zh_CN", "同等贡献：Inés Quispe、Mingyu Li和Ada Berg"),
    ],
)
def test_who_contributed_equally_is_named_as_the_language_writes_a_list(site: Site, language: str, words: str) -> None:
    paper = "@article{a, title = {A}, journal = {J}, year = 2020, author+an = {1=equal; 2=equal; 3=equal},\n"
    bib = paper + "author = {Quispe, Inés and Li, Mingyu and Berg, Ada and Doe, Jo}}\n"
    config = {"language": language, "vita_citation_style": "apa"}
    built = site(a="# A\n\n:::{publications}\n:::\n", bib=bib, config=config)

    assert words in built.words("a")


def test_an_english_site_has_the_scripts_of_others_as_they_are(site: Site) -> None:
    built = site(a="# A\n", config={"vita_extensions": ["myst_parser", "sphinx_copybutton"]})
    original = Path(str(distribution("sphinx-copybutton").locate_file("sphinx_copybutton/_static/copybutton.js_t")))

    table, rest, _ = original.read_text("utf-8").partition("let doc_url_root")
    assert built.text("_static/copybutton.js").startswith(table + rest)
    assert not (built.output / "_static" / "translations.js").exists()


def test_every_form_of_a_plural_of_sphinx_has_a_sentence() -> None:
    for language in ("ar", "de", "es", "fr", "he", "it", "ja", "ko", "pt", "ru", "zh_CN", "zh_TW"):
        file = Path(sphinx.__file__).parent / "locale" / language / "LC_MESSAGES" / "sphinx.js"
        rule = json.loads(file.read_text("utf-8").partition("(")[2].rpartition(")")[0])["plural_expr"]
        forms = _plurals(rule, speak(language))
        assert all("${resultCount}" in form and "Search" not in form for form in forms), language
    russian = _plurals("n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2", speak("ru"))
    assert [form.rpartition(" ")[2] for form in russian] == ["страница.", "страницы.", "страниц."]


@pytest.mark.parametrize(
    ("written", "translated"),
    [
        ('<i aria-label="Toggle site navigation sidebar">', '<i aria-label="Seitennavigation ein- oder ausblenden">'),
        ('<i aria-label="Toggle navigation of A&amp;B">', '<i aria-label="Navigation ein- oder ausklappen: A&amp;B">'),
        ("<i aria-label='Toggle navigation of \"A\"'>", "<i aria-label='Navigation ein- oder ausklappen: \"A\"'>"),
        ("<symbol><title>Light mode</title>", "<symbol><title>Hell</title>"),
        ('<img class="only-dark" alt="Dark Logo"/>', '<img class="only-dark" alt="Dunkles Logo"/>'),
        # What an author has written stays.
        ("<p>Menu, Contents and Dark mode</p>", None),
        ('<img alt="Menu">', None),
        ("<title>Menu - Ada</title>", None),
        ('<a title="Contents">', None),
    ],
)  # fmt: skip
def test_what_furo_writes_in_english_is_translated_and_nothing_else(written: str, translated: str | None) -> None:
    speak("de")
    assert in_language(written) == (translated or written)
    for other in ("en", "en-GB", "sv"):
        speak(other)
        assert in_language(written) == written


def test_a_rule_of_plurals_asks_for_words_only() -> None:
    assert _plurals("0", NullTranslations()) == [
        "Search finished, found ${resultCount} pages matching the search query."
    ]


def test_a_word_of_the_site_with_signs_of_markup_stays_text(site: Site) -> None:
    words = ("Toggle site navigation sidebar", "Site navigation", "Search", "E-mail", "Downloads", "Link to this entry")
    entries = "".join(f'msgid "{word}"\nmsgstr "<b x=\\"1\\"> & \'{word}\'"\n\n' for word in words)
    site.write({CATALOG: UTF8 + entries})
    profile = ":::{profile} Ada\n:email: a@b.example\n:::\n"
    built = site(
        a=f"{ENTRY}\n{profile}", config={**GERMAN, "html_theme": "furo", "vita_exports": True, "vita_cards": 0}
    )

    page = BeautifulSoup(built.text("a.html"), "html.parser")
    assert page.select("b[x]") == []
    told = {str(node["aria-label"]) for node in page.select("[aria-label]")}
    assert told >= {f"<b x=\"1\"> & '{word}'" for word in words if word != "Search"}


def test_what_a_page_says_of_itself_has_the_punctuation_of_the_language(site: Site) -> None:
    home = "# 艾达\n\n:::{profile} 艾达\n:label: 分析师\n:::\n\n```{toctree}\na\nb\n```\n"
    works = "".join(f":::{{position}} {each}\n:organization: 实验室\n:dates: 2020\n:::\n\n" for each in ("甲", "乙"))
    built = site({"index.md": home}, a="# 甲乙\n\n短。\n", b=f"# 经历\n\n{works}", config={"language": "zh-CN"})

    told = [re.findall('name="description" content="(.*?)"', built.text(f"{page}.html")) for page in "ab"]
    assert told == [["短。 – 艾达的甲乙，分析师，个人学术主页"], ["艾达的经历：甲，实验室；乙，实验室，个人学术主页"]]

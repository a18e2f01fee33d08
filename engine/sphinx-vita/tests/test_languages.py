"""The languages of one site: their tags, the files and options that are translated, and what is wrong with them."""

import pytest
from sphinx_vita.exports import robots, sitemap
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.reading.languages import (
    Languages,
    is_tag,
    locale_with_country,
    own_name,
    read_languages,
    sources_of,
    split_option,
)
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.reading.private_text import private_in_page, without_private
from sphinx_vita.reading.slips.directive_text import read_directive
from sphinx_vita.reading.translated_options import take_translations, with_names
from sphinx_vita.records import Position, Profile, text_of
from sphinx_vita.records.keys import first_key
from sphinx_vita.records.portfolio import Alternate, Page, Portfolio

BOTH = Languages(("en", "zh-CN"))


@pytest.mark.parametrize("tag", ["en", "zh-CN", "zh_CN", "zh", "zh-Hant", "pt-br", "ar", "sr-Latn", "nds", "EN"])
def test_a_language_of_the_unicode_consortium_is_one(tag: str) -> None:
    assert is_tag(tag)


@pytest.mark.parametrize(
    "tag",
    [
        "",
        "xx",
        "draft",
        "v2",
        "2024",
        "e",
        "en-",
        "../de",
        "de/..",
        "en GB",
        "zh-CN-",
        "中文",
        "_static",
        "de\n",
        "<b>",
    ],
)
def test_all_else_is_none(tag: str) -> None:
    assert not is_tag(tag)


@pytest.mark.parametrize(
    ("tag", "name"),
    [("en", "English"), ("fr", "Français"), ("zh-CN", "简体中文"), ("zh-TW", "繁體中文"), ("ja", "日本語"),
     ("he", "עברית"), ("pt-BR", "Português (Brasil)"), ("ru", "Русский")],
)  # fmt: skip
def test_a_language_is_called_as_its_readers_call_it(tag: str, name: str) -> None:
    assert own_name(tag) == name


def test_open_graph_has_a_country_for_each_language() -> None:
    assert [locale_with_country(tag) for tag in ("en", "de", "zh-CN", "zh-TW", "pt-PT", "he")] == [
        *("en_US", "de_DE", "zh_CN", "zh_TW", "pt_PT", "he_IL")
    ]


@pytest.mark.parametrize(
    ("written", "tags"),
    [
        ([], ()),
        (["en"], ()),
        (("en", "de"), ("en", "de")),
        ({"en": {}, "zh-CN": {"project": "N"}}, ("en", "zh-CN")),
        (["en", "en"], ()),
        (["zh", "zh-CN", "de"], ("zh", "de")),
        (["en", "xx", "de"], ("en", "de")),
        (["en", 7, None, "de"], ("en", "de")),
        ({"en": {}, "zh-CN": False}, ()),
        ({"en": False, "de": {}}, ("en", "de")),
        ("en", ()),
        (None, ()),
    ],
)
def test_a_site_has_the_languages_that_are_some_each_once(written: object, tags: tuple[str, ...]) -> None:
    assert read_languages(written).tags == tags


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("en", "write a list of languages"),
        (["en", "en"], "has 'en' twice"),
        (["zh", "zh-CN"], "has 'zh-CN' twice"),
        (["en", "xx"], "'xx', which is no language"),
        (["en", "_static"], "'_static', which is no language"),
        ({"en": {}, "de": "Name"}, "write a table of settings"),
        ({"en": {}, "de": {1: 2}}, "write a table of settings"),
        ({"en": False, "de": {}}, "False leaves a language out, but not the first"),
    ],
)
def test_what_is_no_language_is_told_with_what_to_write(written: object, said: str) -> None:
    assert [said in problem for problem in read_languages(written).problems] == [True]


def test_a_language_that_is_prepared_has_files_and_no_pages() -> None:
    languages = read_languages({"en": {}, "zh-CN": False})
    found = sources_of({"cv": "cv.md", "cv.zh-CN": "cv.zh-CN.md", "only.zh-CN": "only.zh-CN.md"}, languages, "")

    assert dict(found.files) == {"cv": "cv.md"}
    assert found.problems == ()


FILES = {
    name: f"{name}.md" for name in (
        *("index", "index.zh-CN", "cv", "cv.zh_cn", "work/index", "work/index.zh", "x.y", "x", "v1.2", "only.zh-CN"),
        *("notes", "notes.it", "faq.is", "index.en", "a/.zh-CN"),
    )
}  # fmt: skip


def test_a_page_is_read_from_the_translation_beside_it() -> None:
    found = sources_of(FILES, BOTH, "zh-CN")

    assert dict(found.files) == {
        **{"index": "index.zh-CN.md", "cv": "cv.zh_cn.md", "work/index": "work/index.zh.md", "only": "only.zh-CN.md"},
        **{name: f"{name}.md" for name in ("x", "x.y", "v1.2", "notes", "faq.is", "a/.zh-CN")},
    }
    assert found.translated == {"index", "cv", "work/index", "only"}


def test_the_first_language_has_every_page_but_those_of_others_alone() -> None:
    found = sources_of(FILES, BOTH, "en")

    assert found.files["index"] == "index.en.md"
    assert found.files["cv"] == "cv.md"
    assert "only" not in found.files
    assert found.everywhere["only"] == ("zh-CN",)
    assert found.everywhere["cv"] == ("en", "zh-CN")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("notes.it", "the site has no language 'it'"),
        ("zh-CN/index", "name the page index.zh-CN.md"),
        ("ZH-cn/a/b", "name the page a/b.ZH-cn.md"),
        ("zh-CN", "name the page index.zh-CN.md"),
        ("index.zh", "index.zh-CN.md is this page in 'zh-CN' already"),
    ],
)
def test_a_file_that_is_in_no_language_of_the_site_is_told_and_is_no_page(name: str, said: str) -> None:
    found = sources_of(FILES | {name: f"{name}.md"}, BOTH, "en")

    assert name not in found.files
    assert [message for file, message in found.problems if file == f"{name}.md" and said in message]


@pytest.mark.parametrize(
    ("name", "parts"),
    [("title", None), ("title[de]", ("title", "de")), ("title[ zh-CN ]", ("title", "zh-CN")),
     ("title []", ("title", "")), ("title[?]", ("title", "?")), ("a[b][de]", ("a[b]", "de"))],
)  # fmt: skip
def test_the_language_of_an_option_stands_in_brackets(name: str, parts: tuple[str, str] | None) -> None:
    assert split_option(name) == parts


@pytest.mark.parametrize("line", [":title[zh-CN]: 分析师", "  :title[zh-CN]:  分析师 ", ":title[zh-CN] : 分析师"])
def test_a_translated_option_is_read_with_its_language(line: str) -> None:
    read = read_directive(f":organization: Engines\n{line}\n", ["title", "organization"])

    assert read.options == {"organization": "Engines", "title[zh-CN]": "分析师"}


def test_a_translation_behind_the_text_is_told_as_the_option_that_it_is() -> None:
    read = read_directive("Words.\n:organization[zh-CN]: 引擎\n", ["organization"])

    assert read.options == {"organization[zh-CN]": "引擎"}
    assert [each.mistake for each in read.findings] == [Mistake.MISPLACED_OPTION]


@pytest.mark.parametrize(
    ("option", "mistake", "said"),
    [
        ({"title[fr]": "A"}, Mistake.UNKNOWN_LANGUAGE, "the site has no language 'fr'"),
        ({"title[zh-CM-x]": "A"}, Mistake.UNKNOWN_LANGUAGE, "is no language"),
        ({"title[]": "A"}, Mistake.UNKNOWN_LANGUAGE, "'' is no language"),
        ({"dates[zh-CN]": "2020"}, Mistake.UNKNOWN_LANGUAGE, "'dates' has no translation"),
        ({"title[zh-CN]": " "}, Mistake.EMPTY_OPTION, "write the translation behind it"),
        ({"title[zh-CN]": None}, Mistake.EMPTY_OPTION, "write the translation behind it"),
    ],
)
def test_a_translation_that_cannot_be_is_told(option: dict[str, str | None], mistake: Mistake, said: str) -> None:
    taken = take_translations(Position, option, BOTH, "zh-CN", 3)

    assert (dict(taken.own), dict(taken.plain)) == ({}, {})
    assert [(each.mistake, said in each.message, each.line) for each in taken.findings] == [(mistake, True, 3)]


def test_a_site_of_one_language_is_told_how_to_have_several() -> None:
    (finding,) = take_translations(Position, {"title[de]": "A"}, Languages(), "", 3).findings

    assert "['en', 'de']" in finding.message


def test_only_the_translations_into_one_language_hold_in_it() -> None:
    written = {"title": "Analyst", "title[zh_cn]": "分析师", "title[de]": "Analystin", "organization": "X"}
    languages = Languages(("en", "zh-CN", "de"))

    assert dict(take_translations(Position, written, languages, "zh-CN", 1).own) == {"title": "分析师"}
    assert dict(take_translations(Position, written, languages, "en", 1).own) == {}
    assert dict(take_translations(Position, written, languages, "en", 1).plain) == {
        **{"title": "Analyst", "organization": "X"}
    }


def test_a_translated_visibility_still_withholds() -> None:
    taken = take_translations(Position, {"visibility[zh-CN]": "private"}, BOTH, "en", 1)

    assert dict(taken.plain) == {"visibility[zh-CN]": "private"}


def test_a_withheld_option_is_withheld_in_every_language() -> None:
    page = ":::{profile} Ada\n:address: 1 Secret Road\n:address[zh-CN]: 秘密路一号\n:visibility: private address\n:::\n"

    assert [each.value for each in private_in_page(page)] == ["1 Secret Road", "秘密路一号"]
    assert "秘密" not in without_private("index.md", page)


PAPER = "@misc{{a, title={{T}}, author={{Doe, Jane}}, year={{2020}}, tldr={{Short}}, {}}}"


def test_what_the_site_says_of_a_paper_is_read_in_its_language() -> None:
    text = PAPER.format("tldr_zh-CN={短}, award={Best}, award_de={Bester}, abstract_ZH={摘要}")
    languages = Languages(("en", "zh-CN", "de"))
    read = {tag: read_bibliography(text, file="a.bib", languages=languages, language=tag) for tag in languages.tags}

    assert all(each.findings == () for each in read.values())
    said = {tag: each.publications[0] for tag, each in read.items()}
    assert [(str(each.tldr), str(each.abstract), each.awards) for each in said.values()] == [
        ("Short", "", ("Best",)),
        ("短", "摘要", ("Best",)),
        ("Short", "", ("Bester",)),
    ]
    assert said["zh-CN"].translated == ("tldr", "abstract")


@pytest.mark.parametrize(
    ("field", "said"),
    [("title_zh-CN", "a work is cited by one 'title'"), ("tldr_fr", "the site has no language 'fr'")],
)
def test_a_field_that_cannot_be_translated_is_told(field: str, said: str) -> None:
    read = read_bibliography(PAPER.format(f"{field}={{x}}"), file="a.bib", languages=BOTH, language="zh-CN")

    assert [(each.mistake, said in each.message) for each in read.findings] == [(Mistake.UNKNOWN_LANGUAGE, True)]
    assert str(read.publications[0].title) == "T"


@pytest.mark.parametrize("field", ["bibtex_show", "preview_alt", "google_scholar_id", "x_de", "award_name", "_de"])
def test_a_field_with_an_underscore_is_no_translation_by_that(field: str) -> None:
    read = read_bibliography(PAPER.format(f"{field}={{true}}"), file="a.bib", languages=BOTH, language="en")

    assert read.findings == ()


def test_a_withheld_field_is_withheld_in_every_language() -> None:
    text = PAPER.format("abstract={a}, abstract_zh-CN={摘要}, visibility={private abstract}")
    (read,) = read_bibliography(text, file="a.bib", languages=BOTH, language="zh-CN").publications

    assert str(read.abstract) == ""


def test_a_record_has_one_key_in_all_languages() -> None:
    record = Position(title="Analyst", organization="Engines")
    translated = Position(title="分析师", organization="引擎", untranslated=record)

    assert first_key(translated) == first_key(record) == "engines"


def test_what_is_not_translated_says_its_language_and_names_say_none() -> None:
    record = Position(title="Analyst", organization="Engines", in_language="en")
    translated = Position(title="分析师", organization="Engines", in_language="en", untranslated=record)

    assert [text_of(translated, name).language for name in ("title", "organization")] == ["", "en"]
    assert text_of(Profile(name="Ada", label="Analyst", in_language="en"), "name").language == ""
    assert text_of(Position(title="Analyst"), "title").language == ""


def test_a_person_with_a_translated_name_is_known_by_the_other_too() -> None:
    before = Profile(name="Ada Lovelace", aliases=("A. King",))
    translated = Profile(name="阿达", aliases=("A. King",), untranslated=before)

    assert with_names(translated).aliases == ("A. King", "Ada Lovelace")
    assert with_names(before).aliases == ("A. King",)


def test_a_sitemap_names_each_page_in_all_languages() -> None:
    alternates = (Alternate("en", "https://x.example/cv.html"), Alternate("zh-CN", "https://x.example/zh-CN/cv.html"))
    page = Page(docname="cv", path="cv.html", title="CV", alternates=alternates)
    made = sitemap.dump(Portfolio(title="X", address="https://x.example/", pages=(page,)))

    assert made.count("<xhtml:link") == 3
    assert '<xhtml:link rel="alternate" hreflang="zh-CN" href="https://x.example/zh-CN/cv.html" />' in made
    assert '<xhtml:link rel="alternate" hreflang="x-default" href="https://x.example/cv.html" />' in made


def test_programs_are_told_of_the_sitemap_of_every_language() -> None:
    made = robots.dump(Portfolio(title="X", address="https://x.example/", folders=("zh-CN/",)))

    assert made.split("\n\n")[1] == (
        "Sitemap: https://x.example/sitemap.xml\nSitemap: https://x.example/zh-CN/sitemap.xml\n"
    )

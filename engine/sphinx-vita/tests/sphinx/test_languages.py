"""A site in two languages: one build makes both, and each page leads to itself in the other."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from docutils import nodes
from harness.sites import PAPER, Built, Site
from sphinx.errors import SphinxError
from sphinx.testing.util import SphinxTestApp
from sphinx_vita.command.check import building
from sphinx_vita.command.live import build as live
from sphinx_vita.sphinx.languages import builds
from sphinx_vita.sphinx.output.pdf.markup import Markup

CONF = """\
project = author = "Ada Lovelace"
extensions = ["sphinx_vita"]
vita_extensions = ["myst_parser", "sphinx_design", "notfound.extension", "sphinx_instant_search"]
vita_bibliography = ["papers.bib"]
html_theme = "furo"
html_baseurl = "https://site.example/"
html_extra_path = ["extra"]
languages = {"en": {}, "ar": {"project": "آدا لوفليس"}}
"""
FILES: dict[str, str | bytes | None] = {
    "conf.py": CONF,
    "extra/CNAME": "site.example",
    "papers.bib": PAPER
    + "@misc{de, title = {Die Maschine}, author = {Lovelace, Ada}, year = {2020}, langid = {german}}",
    "index.md": (
        "# Home\n\n:::{profile} Ada Lovelace\n:name[ar]: آدا لوفليس\n:label: Analyst\n:label[ar]: محللة\n\nOf it.\n"
        ":::\n\n```{toctree}\nwork/index\npapers\nprose\n```\n"
    ),
    "work/index.md": (
        "# Work\n\nBefore.\n\n:::{position} Analyst\n:title[ar]: محللة\n:organization: Engines Ltd\n"
        ":dates: 2020 – Now\n\n- Built *it*.\n:::\n"
    ),
    "papers.md": "# Papers\n\nAll of *them*.\n\n```{publications}\n```\n",
    "prose.md": (
        '---\npdf: prose.pdf\n---\n# Prose\n\nWords `lang="en"` here.\n\n## Part\n\nSee {position}`engines-ltd-2020`.\n'
    ),
    "prose.ar.md": "---\npdf: prose.pdf\n---\n# نثر\n\nكلمات.\n\n```{timeline}\n:kind: position\n```\n",
    "only.ar.md": "---\norphan: true\n---\n# فقط\n\nهنا.\n",
}


@pytest.fixture(scope="module")
def built(new_site: Callable[[str], Site]) -> Built:
    """The site as Sphinx's command builds it, silently; the other language is a process of its own."""
    site = new_site("languages")
    site.write(FILES)
    return site.build_with()


def soup(built: Built, name: str) -> BeautifulSoup:
    return BeautifulSoup(built.text(name), "html.parser")


def article(built: Built, name: str) -> Tag:
    """Give what a page says, without the switcher above it, which a phone shows."""
    found = soup(built, name).select_one("article")
    assert found is not None
    for switcher in found.select(".vita-languages-above"):
        switcher.decompose()
    return found


def links(page: Tag, selector: str) -> list[tuple[str, str]]:
    return [(str(each.get("hreflang")), str(each["href"])) for each in page.select(selector)]


def test_the_first_language_is_at_the_root_and_the_other_below_its_folder(built: Built) -> None:
    pages = {name for name in built.files() if name.endswith(".html")}
    root = {"index.html", "work/index.html", "papers.html", "prose.html", "search.html", "404.html"}

    assert pages == root | {f"ar/{name}" for name in root} | {"ar/only.html"}
    assert [soup(built, name).html["lang"] for name in ("prose.html", "ar/prose.html")] == ["en", "ar"]  # type: ignore[index]


def test_what_belongs_to_the_root_of_a_host_is_there_alone(built: Built) -> None:
    assert {"robots.txt", "CNAME"} <= built.files().keys()
    assert built.files().keys().isdisjoint({"ar/robots.txt", "ar/CNAME"})


def test_a_page_is_read_from_its_translation_and_shows_records_of_others_in_its_language(built: Built) -> None:
    shown = article(built, "ar/prose.html")

    assert shown.select_one("h1, [lang]").get_text().startswith("نثر")  # type: ignore[union-attr]
    assert shown.select_one(".vita-head strong").get_text() == "محللة"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("prose.html", [("ar", "ar/prose.html")]),
        ("ar/prose.html", [("en", "../prose.html")]),
        ("work/index.html", [("ar", "../ar/work/index.html")]),
        ("ar/work/index.html", [("en", "../../work/index.html")]),
        ("ar/only.html", [("en", "../index.html")]),
        ("search.html", [("ar", "ar/search.html")]),
        ("ar/404.html", [("en", "/")]),
    ],
)
def test_the_switcher_leads_to_the_same_page_else_to_the_home_page(
    built: Built, name: str, expected: list[tuple[str, str]]
) -> None:
    switcher = soup(built, name).select_one("nav.vita-languages")
    assert switcher is not None

    assert links(switcher, "a") == expected
    assert [(each["lang"], each["dir"]) for each in switcher.select("li > *")] == [("en", "ltr"), ("ar", "rtl")]
    assert [each.get_text() for each in switcher.select("li > *")] == ["English", "العربية"]
    assert len(switcher.select("[aria-current]")) == 1


def test_a_phone_has_the_switcher_above_the_text_of_a_page(built: Built) -> None:
    above = soup(built, "ar/prose.html").select("article > div.vita-languages-above")

    assert [links(each, "a") for each in above] == [[("en", "../prose.html")]]


@pytest.mark.parametrize("folder", ["", "ar/"])
def test_search_engines_are_told_of_the_page_in_all_languages(built: Built, folder: str) -> None:
    page = soup(built, f"{folder}work/index.html")

    assert links(page, "link[hreflang]") == [
        ("en", "https://site.example/work/index.html"),
        ("ar", "https://site.example/ar/work/index.html"),
        ("x-default", "https://site.example/work/index.html"),
    ]
    assert [each["href"] for each in page.select("link[rel=canonical]")] == [
        f"https://site.example/{folder}work/index.html"
    ]
    locales = {str(each["property"]): each["content"] for each in page.select("meta[property^='og:locale']")}
    other = "ar_EG" if not folder else "en_US"
    assert locales == {"og:locale": "en_US" if not folder else "ar_EG", "og:locale:alternate": other}


def test_a_page_of_one_language_alone_has_no_alternates(built: Built) -> None:
    assert links(soup(built, "ar/only.html"), "link[hreflang]") == []


def test_programs_read_the_language_of_a_page_and_one_person_in_all_of_them(built: Built) -> None:
    both = [
        json.loads(soup(built, name).select('script[type="application/ld+json"]')[0].get_text())
        for name in ("index.html", "ar/index.html")
    ]

    assert [each["inLanguage"] for each in both] == ["en", "ar"]
    assert [each["mainEntity"]["@id"] for each in both] == ["https://site.example/#person"] * 2
    assert [each["mainEntity"]["description"] for each in both] == ["Analyst", "محللة"]


def test_every_language_has_its_exports_with_links_of_its_own(built: Built) -> None:
    files = built.files()

    for name in (
        "feed.atom",
        "resume.json",
        "prose.pdf",
        "sitemap.xml",
        "llms.txt",
        "cards/prose.png",
        "searchindex.js",
    ):
        assert files[name] != files[f"ar/{name}"]
    assert b"https://site.example/ar/only.html" in files["ar/sitemap.xml"]
    assert json.loads(files["ar/resume.json"])["work"][0]["position"] == "محللة"
    assert soup(built, "ar/index.html").select_one(".sidebar-brand-text").get_text() == "آدا لوفليس"  # type: ignore[union-attr]


def test_the_person_is_known_among_authors_by_the_name_that_is_not_translated(built: Built) -> None:
    assert "Ada Lovelace" in [each.get_text() for each in article(built, "ar/papers.html").select(".vita-owner")]


def marked(page: Tag) -> list[tuple[str, str, str | None]]:
    return [(each.name, " ".join(each.get_text().split()), each.get("dir")) for each in page.select("[lang]")]  # type: ignore[misc]


def test_what_is_not_translated_says_its_language_and_direction(built: Built) -> None:
    assert marked(article(built, "ar/work/index.html")) == [
        ("span", "Work", "ltr"),
        ("p", "Before.", "ltr"),
        ("span", "Engines Ltd", "ltr"),
        ("ul", "Built it.", "ltr"),
    ]


def test_titles_say_their_language_in_menus_too(built: Built) -> None:
    menu = soup(built, "ar/prose.html").select_one(".sidebar-tree")
    assert menu is not None

    assert [(text, lang) for _, text, lang in marked(menu)] == [("Work", None), ("Papers", None)]
    assert "نثر" in menu.get_text()


def test_a_publication_is_in_its_own_language_else_in_the_first(built: Built) -> None:
    heads = article(built, "ar/papers.html").select(".vita-head [lang]")

    assert [(each["lang"], each.get_text()) for each in heads] == [
        ("en", "COD: Removing the DNA Sampling Barrier"),
        ("de", "Die Maschine"),
    ]
    assert [each["lang"] for each in article(built, "papers.html").select("[lang]")] == ["de"]


def test_a_translated_page_and_the_first_language_say_no_other(built: Built) -> None:
    assert marked(article(built, "prose.html")) == []
    assert [text for _, text, _ in marked(article(built, "ar/prose.html"))] == ["Engines Ltd", "Built it."]


def test_a_reference_to_a_record_holds_in_every_language(built: Built) -> None:
    assert article(built, "prose.html").select_one("a[href$='#position-engines-ltd-2020']")
    assert soup(built, "ar/index.html").find(id="profile-ada-lovelace")


def test_each_language_has_a_search_of_its_own(built: Built) -> None:
    word = json.dumps("نثر")

    assert word in built.text("ar/searchindex.js")
    assert word not in built.text("searchindex.js")


def test_a_pdf_says_the_language_of_what_is_not_translated() -> None:
    """Within a line it does not leave the side of its page."""
    markup = Markup("")
    classes = ["language-en-GB"]

    assert '#set text(lang: "en", region: "GB")' in markup.write(nodes.paragraph("", "Words.", classes=classes))
    assert markup.write(nodes.inline("", "Words", classes=classes)) == (
        '#text(lang: "en", region: "GB", dir: if is-mirrored { rtl } else { ltr })[#"Words";];'
    )
    assert "lang" not in markup.write(nodes.paragraph("", "Words.", classes=["language-nothing"]))


SMALL: dict[str, str | bytes | None] = {"index.md": "# Home\n\n```{toctree}\na\n```\n", "a.md": "# A\n\nWords.\n"}
TWO: dict[str, Any] = {"languages": ["en", "de"]}


def test_a_site_of_one_language_has_nothing_of_all_this(site: Site) -> None:
    plain = site(SMALL).files()
    one = {name: content for name, content in site(config={"languages": ["en"]}, fresh=True).files().items()}
    prepared = site({"a.de.md": "# Ä\n"}, config={"languages": {"en": {}, "de": False}}, fresh=True).files()

    def pages(files: dict[str, bytes]) -> dict[str, bytes]:
        return {name: content for name, content in files.items() if name.endswith((".html", ".js"))}

    assert pages(plain) == pages(one) == pages(prepared)
    assert not any(b"hreflang" in content or b"vita-languages" in content for content in pages(plain).values())


def test_a_translation_comes_and_goes_however_old_it_is_and_so_does_a_language(site: Site) -> None:
    built = site(SMALL, config=TWO)
    assert 'lang="en"' in built.text("de/a.html")

    site.write({"a.de.md": "# Ä\n\nWörter.\n"})
    os.utime(site.source / "a.de.md", (10**9, 10**9))
    assert "Wörter" in site(config=TWO).text("de/a.html")

    site.write({"a.de.md": None})
    assert "Words" in site(config=TWO).text("de/a.html")

    assert not any(name.startswith("de/") for name in site(config={"languages": ["en"]}).files())


def test_a_warning_of_another_language_is_one_of_the_build_at_its_place(site: Site) -> None:
    built = site({**SMALL, "a.de.md": "# Ä\n\n{pub}`none`\n", "b.md": "# B\n\n{pub}`gone`\n"}, config=TWO, silent=False)

    told = [each.place for each in built.told if each.type == "vita.unknown_entry"]
    assert sorted(told) == [("vita.unknown_entry", "a.de.md", 3), ("vita.unknown_entry", "b.md", 3)]


def test_a_language_that_cannot_be_built_fails_the_build(site: Site) -> None:
    conf = (site.source / "conf.py").read_text() + 'if tags.has("vita_below"):\n    raise ValueError("no de")\n'

    with pytest.raises(SphinxError, match=r"(?s)de: .*no de"):
        site({**SMALL, "conf.py": conf}, config=TWO)


def test_a_process_that_dies_fails_the_build(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builds, "run", lambda *_: (-9, ""))

    with pytest.raises(SphinxError, match="de: the build ended with the exit code -9"):
        site(SMALL, config=TWO)


def test_slips_of_the_setting_are_told_at_its_line(site: Site) -> None:
    conf = (site.source / "conf.py").read_text() + 'language = "fr"\nlanguages = {"en": {"nothing": 1}, "xx": {}}\n'
    built = site({**SMALL, "conf.py": conf}, silent=False)

    line = conf.count("\n")
    assert {each.place for each in built.told} == {("vita.invalid_setting", "conf.py", line)}
    assert [each.message.partition(";")[0] for each in built.told] == [
        "the setting 'languages' has 'xx', which is no language",
    ]


def test_settings_of_a_language_are_held_to_those_that_there_are(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builds, "run", lambda *_: (0, ""))
    conf = (site.source / "conf.py").read_text()
    conf += 'language = "fr"\nlanguages = {"en": {"nothing": 1}, "de": {"language": "de"}}\n'
    built = site({**SMALL, "conf.py": conf, "de/x.md": "# X\n"}, silent=False)

    assert [each.message.partition(";")[0] for each in built.told if each.file == "conf.py"] == [
        "the setting 'languages' has 'nothing' for 'en', which is no setting of one language",
        "the setting 'languages' has 'language' for 'de', which is no setting of one language",
        "the setting 'languages' begins with 'en', but 'language' is 'fr'",
    ]
    assert [each.place for each in built.told if each.file != "conf.py"] == [("vita.unknown_language", "de/x.md", 1)]


def test_a_single_language_can_be_built_alone(site: Site) -> None:
    built = site({**SMALL, "a.de.md": "# Ä\n"}, config=TWO | {"language": "de"})

    assert "Ä" in built.words("a")
    assert not (Path(built.output) / "de").exists()
    assert "hreflang" not in built.text("a.html")


def test_a_builder_that_makes_one_thing_makes_it_of_the_first_language(site: Site) -> None:
    built = site(SMALL, config=TWO, builder="singlehtml")

    assert not (built.output / "de").exists()
    assert "vita-languages" not in built.text("index.html")


def test_the_command_knows_the_page_of_each_translation(site: Site) -> None:
    """`live` shows it when it is saved, and `check` names its file."""
    conf = (site.source / "conf.py").read_text() + 'languages = ["en", "de", "fr"]\n'
    site.write({**SMALL, "conf.py": conf, "a.de.md": "# Ä\n", "locales/fr/LC_MESSAGES/index.po": ""})
    app = SphinxTestApp("html", srcdir=site.source)
    app.project.discover(app.config.exclude_patterns)
    checked = building._site(app, site.source, Path(app.outdir))
    app.cleanup()

    assert live._pages(app, {"a.md": "a"}) == {"a.md": "a.html", "a.de.md": "de/a.html"}
    assert {page: checked.documents[page] for page in ("a.html", "de/a.html", "fr/a.html", "de/index.html")} == {
        **{"a.html": "a.md", "de/a.html": "a.de.md", "fr/a.html": "a.md", "de/index.html": "index.md"}
    }
    assert checked.translations == {"de": {"a.md": "a.de.md"}, "fr": {"index.md": "index.md"}}


def test_what_finds_problems_in_another_language_ends_with_its_exit_code(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(builds, "run", lambda *_: (builds.PROBLEMS, ""))
    site.write({**SMALL, "conf.py": (site.source / "conf.py").read_text() + 'languages = ["en", "de"]\n'})
    app = SphinxTestApp("html", srcdir=site.source)

    app.build()
    app.cleanup()

    assert app.statuscode == builds.PROBLEMS


AUTHORS = """\
# A

A {position}`lab-2020` here.

Words.

:::{note}
Not yet.
:::

::::{grid} 2
:class-container: vita-tiles

:::{grid-item-card} In a card
Of the card.
:::
::::

:::{table} In a table
| head |
|---|
| cell |
:::

Term
: Definition

:::{position} Analyst
:organization: Lab
:dates: 2020
:::
"""


CATALOG = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Words."\nmsgstr "Wörter."\n'


def test_all_that_an_author_wrote_says_its_language_but_what_gettext_has_translated(site: Site) -> None:
    config = TWO | {"myst_enable_extensions": ["colon_fence", "deflist"]}
    built = site({**SMALL, "a.md": AUTHORS, "locales/de/LC_MESSAGES/a.po": CATALOG}, config=config)

    body = BeautifulSoup(built.text("de/a.html"), "html.parser").select_one(".body")
    assert body is not None
    for each in body.select(".headerlink"):
        each.decompose()
    texts = [text for text in body.find_all(string=True) if text.strip()]
    unmarked = [str(text).strip() for text in texts if not text.find_parent(lang="en")]
    assert unmarked == ["Wörter.", "Bemerkung", ",", "2020"]
    assert len(texts) > 12

"""What the words of a query find in texts of any script: the scripts of the search run alone, many texts at once."""

import json
from collections.abc import Iterable, Iterator

import pytest
from playwright.sync_api import Browser, Page
from sphinx_instant_search.assets import SCRIPTS, STATIC
from sphinx_instant_search.wording import wording

# a query, the text that it finds, and a text that it does not find or finds after the other
ALIKE = [
    # Chinese, Japanese and Korean: any part of what is written without blanks.
    ("机器学习", "我们研究分布式机器学习系统", "机器翻译和深度学习"),
    ("学习", "分布式机器学习", "学者练习"),
    ("系", "系统", "统一"),
    ("统", "系统", "系列"),
    ("机器 系统", "机器学习系统", "机器学习"),
    ("机器学习", "机器\u200b学习", "机器"),
    ("机器学习", "机器 学习", "学习机器"),  # a line was broken there
    ("機械学習", "統計的機械学習入門", "機械と学者"),
    ("カタカナ", "ひらがなとカタカナ語", "カタとカナダ"),
    ("ﾃﾞｰﾀ", "データ構造", "テーマ"),
    ("データ", "ﾃﾞｰﾀ構造", "テーマ"),
    ("かたかな", "カタカナ語", "かたい"),
    ("バス", "路線バス停", "ハス池"),
    ("カールマルクス", "カール・マルクス研究", "カール大帝"),
    ("食べる", "魚を食べるペンギン", "食べた"),
    ("時々", "時々雨", "時間"),
    ("大學", "國立臺灣大學校", "大地"),
    ("대학교", "서울대학교에서 배웠다", "대학원과 학교"),
    ("대하", "대학의 역사", "대구"),  # a syllable that is still being typed
    ("학습", "기계학습을 배운다", "학생"),
    ("기계학습", "기계 학습", "기계와 습관"),
    ("기계 학습", "기계학습", "기계"),
    ("김민준", "김 민준", "김민수"),
    ("３Ｄ復元", "3D復元", "2D復元"),
    ("ＡＩ研究", "AI研究所", "AB研究所"),
    ("王小明", "作者王小明", "王明"),
    ("ภาษาไทย", "การเรียนภาษาไทยออนไลน์", "ภาษาลาว"),
    ("เรียน", "โรงเรียนไทย", "เรือ"),
    ("ភាសា", "រៀនភាសាខ្មែរ", "ភូមិ"),
    ("မြန်မာ", "လေ့လာမြန်မာစာ", "မြစ်"),
    # German and the Nordic languages.
    ("uber", "über", "ober"),
    ("ueber", "über", "ober"),
    ("über", "ueber", "ober"),
    ("UEBER", "ÜBER", "ober"),
    ("u\u0308ber", "über", "ober"),
    ("strasse", "Straße", "Strand"),
    ("straße", "STRASSE", "Strand"),
    ("groß", "GROẞ", "grob"),
    ("haar", "Hår", "Hirn"),
    ("oere", "Øre", "Ore-"),
    ("oresund", "Øresund", "Sund"),
    ("aalborg", "Ålborg", "Alba"),
    ("angstrom", "Ångström", "Strom"),
    ("aero", "Ærø", "Aria"),
    ("thor", "Þór", "Tyr"),
    # Others with Latin letters.
    ("lodz", "Łódź", "Lima"),
    ("isik", "Işık", "Isar"),
    ("ISTANBUL", "İstanbul", "Izmir"),
    ("Đặng", "Dang", "Dong"),
    ("nguyen", "Nguyễn", "Nga"),
    ("tượng", "TUONG", "tang"),
    ("eleve", "élève", "alive"),
    ("coeur", "cœur", "coin"),
    ("ano", "año", "ana"),
    ("parallel", "paral·lel", "parallax"),
    ("ohana", "ʻohana", "hula"),
    ("saint-emilion", "Saint‑Émilion", "Saint"),
    ("ħal", "Hal", "Hel"),
    # Greek and Cyrillic.
    ("σοφος", "ΣΟΦΌΣ", "σοφία"),
    ("σοφός", "σοφοσ", "σοφά"),
    ("λογος", "λόγος", "λύκος"),
    ("еж", "ёж", "уж"),
    ("ёлка", "елка", "алка"),
    ("мой", "МОЙ", "мои"),
    ("пять", "п'ять", "пятый"),
    ("п’ять", "пʼять", "ять"),
    # Arabic, Persian and Hebrew.
    ("كتاب", "كِتَابٌ", "كاتب"),
    ("كِتَاب", "كتاب", "كاتب"),
    ("كتاب", "كـتـــاب", "كاتب"),
    ("احمد", "أحمد", "حامد"),
    ("إسلام", "اسلام", "سلامة"),
    ("اثار", "آثار", "ثمار"),
    ("مستشفي", "مستشفى", "مستقبل"),
    ("جامعه", "جامعة", "جمعية"),
    ("جامعة", "الجامعة", "جمعية"),
    ("الجامعة", "جامعة", "الجمعية"),
    ("جامعة", "والجامعة", "جمعية"),
    ("الجامعة", "للجامعة", "للجمعية"),
    ("التز", "التزام", "النظام"),
    ("2024", "عام ٢٠٢٤", "٢٠٢٣"),
    ("٢٠٢٤", "2024", "2023"),
    ("۱۴۰۳", "1403", "1402"),
    ("२०२४", "2024", "2023"),
    ("میخواهم", "می\u200cخواهم", "خواهر"),
    ("کتاب", "كتاب", "کاتب"),
    ("שלום", "שָׁלוֹם", "שלג"),
    ("שלומ", "שלום", "שלג"),
    ("אוניברסיטה", "באוניברסיטה", "אוניברסלי"),
    ('צה"ל', "צה״ל", "צהוב"),
    ("צהל", 'צה"ל', "צהוב"),
    ("בית ספר", "בית־ספר", "בית"),
    # India: vowels are letters.
    ("हिन्दी", "हिन्दी भाषा", "हिन्दू"),
    ("की", "की बात", "का बात"),
    ("தமிழ்", "தமிழ் மொழி", "தமி"),
    # Names in programs, by any part.
    ("join", "os.path.join", "adjoin"),
    ("path.join", "os.path.join", "path"),
    ("os.path", "os.path.join", "os"),
    ("config", "AppConfig", "figment"),
    ("appconfig", "AppConfig", "app"),
    ("App Config", "AppConfigBase", "App"),
    ("AppConfig", "app_config", "app"),
    ("configbase", "AppConfigBase", "config"),
    ("parser", "HTMLParser", "HTMLpars"),
    ("add_directive_header", "ClassDocumenter.add_directive_header", "add_directive"),
    ("directiveheader", "add_directiveHeader", "directive"),
    ("tex", "LaTeX", "late"),
]
NAMES = [("muller", "Mueller"), ("müller", "Mueller"), ("mueller", "Müller"), ("bohm", "Boehm"), ("aas", "Ås")]
# a query, a text that nobody would expect
UNLIKE = [
    ("机学", "机器学习"),
    ("习机", "学习 器机"),
    ("学校", "学习校园"),
    ("학생", "학성"),
    ("サバ", "サハラ"),
    ("シカ", "シガ"),
    ("بلد", "ولد"),
    ("ال", "سلام"),
    ("แก", "กล"),
    ("का", "की"),
]
# a query, a text, and what is marked in it
MARKED = [
    ("机器学习", "机器翻译与机器学习系统", ["机器学习"]),
    ("机器学习", "机器 学习", ["机器 学习"]),
    ("機器学習論", "機器学習の理論", ["機器学習"]),
    ("ﾃﾞｰﾀ", "データ構造", ["データ"]),
    ("データ", "ﾃﾞｰﾀ構造", ["ﾃﾞｰﾀ"]),
    ("대하", "대학교", ["대학"]),
    ("jami", "الجامعة", []),
    ("جامعة", "في الجَامِعَةِ", ["جَامِعَةِ"]),
    ("stras", "Straße", ["Straß"]),
    ("ueber", "Über", ["Über"]),
    ("config", "AppConfigBase", ["Config"]),
    ("path join", "os.path.join", ["path", "join"]),
    ("3dgs", "3D-GS", ["3D-GS"]),
    ("godel", "Gödel’s", ["Gödel"]),
]
# For each query: the numbers of the entries [names, text] that it finds, best first, and what is marked in the best.
SEARCH = """
cases => Promise.all(cases.map(async ([query, ...texts]) => {
  const pages = texts.map((_, i) => [`p${i}.html`, "-", -1]);
  const entries = texts.map(([names, text], i) => [i, "", 0, "", names, text]);
  const hits = (await searchIn({ pages, kinds: ["Page"], entries }))(query);
  const shown = hits.slice(0, 1).flatMap(({ entry, terms }) => contextIn(entry.text, asIn(query), new Set(terms)));
  const marks = shown.filter((node) => node.tagName === "MARK").map((node) => node.textContent);
  return [hits.map(({ entry }) => entry.number), marks];
}))
"""
Text = tuple[str, str]


@pytest.fixture(scope="module")
def scripts(browser: Browser) -> Iterator[Page]:
    """An empty page with the scripts of the search but its dialog."""
    library, *own = ((STATIC / name).read_text("utf-8") for name in ("minisearch.js", *SCRIPTS[:-1]))
    words = f"const WORDS = {json.dumps(wording())};"
    make = (
        "const make = (name, _, ...all) => { const it = document.createElement(name); it.append(...all); return it; };"
    )
    names = "Object.assign(globalThis, { searchIn: prepare, contextIn: contextOf, asIn: asked });"
    page = browser.new_page()
    page.add_script_tag(content="\n".join([library, "{", words, make, *own, names, "}"]))
    yield page
    page.close()


def answers(page: Page, cases: Iterable[tuple[str, *tuple[Text, ...]]]) -> list[tuple[list[int], list[str]]]:
    """Ask each query of texts of its own, all in one call of the browser."""
    return [(hits, marks) for hits, marks in page.evaluate(SEARCH, [list(case) for case in cases])]


def test_a_query_finds_what_is_meant_before_what_looks_like_it(scripts: Page) -> None:
    found = answers(scripts, [(query, ("", other), ("", meant)) for query, meant, other in ALIKE])

    assert [case for case, (hits, _) in zip(ALIKE, found, strict=True) if hits[:1] != [1]] == []


def test_names_are_alike_however_their_letters_are_written_out(scripts: Page) -> None:
    found = answers(scripts, [(query, ("Ohm", ""), (name, "")) for query, name in NAMES])

    assert [case for case, (hits, _) in zip(NAMES, found, strict=True) if hits != [1]] == []


def test_other_words_of_a_script_are_not_found(scripts: Page) -> None:
    found = answers(scripts, [(query, ("", text)) for query, text in UNLIKE])

    assert [case for case, (hits, _) in zip(UNLIKE, found, strict=True) if hits] == []


def test_a_run_is_found_where_its_letters_stand_side_by_side(scripts: Page) -> None:
    ((hits, _),) = answers(scripts, [("机器学习", ("", "学习器学机器"), ("", "学习的机器"), ("", "论机器学习的书"))])

    assert hits == [2]


def test_a_long_run_that_stands_nowhere_finds_what_has_most_of_it(scripts: Page) -> None:
    ((hits, _),) = answers(scripts, [("机器学习的系统", ("", "机器学习"), ("", "学习"), ("", "机器学习系统"))])

    assert hits == [2, 0]


def test_a_result_shows_what_was_asked_for(scripts: Page) -> None:
    found = answers(scripts, [(query, ("", text)) for query, text, _ in MARKED])

    assert [marks for _, marks in found] == [marks for _, _, marks in MARKED]


def test_the_line_that_is_shown_has_the_match_in_a_long_text_without_blanks(scripts: Page) -> None:
    texts = ["A " + "統計の話" * 100 + "機械学習" + "統計の話" * 100, "สถิติ" * 100 + "ภาษาไทย" + "สถิติ" * 100 + " A"]
    cases = [("機械学習", ("", texts[0])), ("ภาษาไทย", ("", texts[1]))]

    assert [marks for _, marks in answers(scripts, cases)] == [["機械学習"], ["ภาษาไทย"]]

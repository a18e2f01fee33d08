"""References, entries and dates in each language, as a native reader expects them."""

import json
import re
from collections.abc import Callable, Sequence

import pytest
from docutils import nodes
from harness.portfolios import invented, own
from sphinx_vita.exports import atom, bibtex, csl_json, json_resume, llms_txt, ris
from sphinx_vita.exports.citation_style import letters
from sphinx_vita.exports.reference import contributors, plain, reference, role_of_editors
from sphinx_vita.exports.reference_row import numbered, people_row
from sphinx_vita.exports.reference_words import STATUSES
from sphinx_vita.locale import _, speak
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.reading.names import parse_person
from sphinx_vita.records import Author, Degree, Grant, Position, Publication, Record, Teaching, name_of
from sphinx_vita.records.date_style import DateStyle
from sphinx_vita.sphinx.render.entries import entry
from sphinx_vita.sphinx.render.publications import header

WORKS = [
    ("article", "journal = {Nature}, volume = {25}, number = {4}, pages = {1--9}, year = {2020}"),
    (
        "incollection",
        "booktitle = {The Sea}, editor = {Roe, Kay and Poe, Ed and Lee, Inés}, edition = {2}, chapter = {4},"
        " address = {Oxford}, publisher = {OUP}, year = {2020}",
    ),
    ("phdthesis", "school = {Example University}, pages = {350}, year = {2020}"),
    ("talk", "booktitle = {Annual Meeting}, venue = {Lima}, date = {2020-05-03}"),
    ("patent", "number = {1234567}, type = {patentus}, date = {2020-05}"),
    (
        "misc",
        "eprint = {2401.00001}, archiveprefix = {arXiv}, translator={Roe, Kay}, foreword={Lee, Inés}, year = {2024}",
    ),
    ("article", "journal = {Polar Letters}, pubstate = {forthcoming}"),
]
REFERENCES = {
    "de": [
        "Nature, Bd. 25, Nr. 4, S. 1–9, 2020",
        "In: The Sea, hrsg. von Kay Roe, Ed Poe und Inés Lee, 2. Aufl., Kap. 4, Oxford: OUP, 2020",
        "Dissertation, Example University, 2020, 350 S.",
        "Vortrag, Annual Meeting, Lima, 3. Mai 2020",
        "US-Patent 1234567, Mai 2020",
        "Preprint | arXiv:2401.00001, 2024 | Übersetzt von Kay Roe. Vorwort von Inés Lee",
        "Erscheint demnächst | Polar Letters",
    ],
    "fr": [
        "Nature, vol. 25, nᵒ 4, p. 1–9, 2020",
        "Dans The Sea, dir. Kay Roe, Ed Poe et Inés Lee, 2ᵉ éd., chap. 4, Oxford : OUP, 2020",
        "Thèse de doctorat, Example University, 2020, 350 p.",
        "Exposé, Annual Meeting, Lima, 3 mai 2020",
        "Brevet américain 1234567, mai 2020",
        "Prépublication | arXiv:2401.00001, 2024 | Traduit par Kay Roe. Préface : Inés Lee",
        "À paraître | Polar Letters",
    ],
    "es": [
        "Nature, vol. 25, núm. 4, pp. 1–9, 2020",
        "En The Sea, ed. por Kay Roe, Ed Poe e Inés Lee, 2.ª ed., cap. 4, Oxford: OUP, 2020",
        "Tesis doctoral, Example University, 2020, 350 p.",
        "Ponencia, Annual Meeting, Lima, 3 may 2020",
        "Patente estadounidense 1234567, may 2020",
        "Preprint | arXiv:2401.00001, 2024 | Traducido por Kay Roe. Prólogo de Inés Lee",
        "De próxima aparición | Polar Letters",
    ],
    "pt": [
        "Nature, vol. 25, n.º 4, pp. 1–9, 2020",
        "Em The Sea, ed. por Kay Roe, Ed Poe e Inés Lee, 2.ª ed., cap. 4, Oxford: OUP, 2020",
        "Tese de doutorado, Example University, 2020, 350 p.",
        "Palestra, Annual Meeting, Lima, 3 de mai. de 2020",
        "Patente norte-americana 1234567, mai. de 2020",
        "Preprint | arXiv:2401.00001, 2024 | Traduzido por Kay Roe. Prefácio de Inés Lee",
        "A publicar | Polar Letters",
    ],
    "it": [
        "Nature, vol. 25, n. 4, pp. 1–9, 2020",
        "In The Sea, a cura di Kay Roe, Ed Poe e Inés Lee, 2ª ed., cap. 4, Oxford: OUP, 2020",
        "Tesi di dottorato, Example University, 2020, 350 p.",
        "Intervento, Annual Meeting, Lima, 3 mag 2020",
        "Brevetto statunitense 1234567, mag 2020",
        "Preprint | arXiv:2401.00001, 2024 | Trad. di Kay Roe. Prefazione di Inés Lee",
        "In corso di pubblicazione | Polar Letters",
    ],
    "ru": [
        "Nature, т. 25, № 4, с. 1–9, 2020",
        "В кн.: The Sea, под ред.: Kay Roe, Ed Poe и Inés Lee, 2-е изд., гл. 4, Oxford: OUP, 2020",
        "Диссертация PhD, Example University, 2020, 350 с.",
        "Доклад, Annual Meeting, Lima, 3 мая 2020 г.",
        "Патент США 1234567, май 2020 г.",
        "Препринт | arXiv:2401.00001, 2024 | Перевод: Kay Roe. Предисловие: Inés Lee",
        "Выйдет из печати | Polar Letters",
    ],
    "zh_CN": [
        "Nature，第25卷第4期，第1–9页，2020年",
        "载于The Sea，Kay Roe、Ed Poe和Inés Lee编，第2版，第4章，Oxford：OUP，2020年",
        "博士学位论文，Example University，2020年，共350页",
        "学术报告，Annual Meeting，Lima，2020年5月3日",
        "美国专利 1234567，2020年5月",
        "预印本 | arXiv:2401.00001，2024年 | 译者：Kay Roe。序言：Inés Lee",
        "即将发表 | Polar Letters",
    ],
    "zh_TW": [
        "Nature，第25卷第4期，第1–9頁，2020年",
        "載於The Sea，Kay Roe、Ed Poe和Inés Lee編，第2版，第4章，Oxford：OUP，2020年",
        "博士論文，Example University，2020年，共350頁",
        "演講，Annual Meeting，Lima，2020年5月3日",
        "美國專利 1234567，2020年5月",
        "預印本 | arXiv:2401.00001，2024年 | 譯者：Kay Roe。序：Inés Lee",
        "即將發表 | Polar Letters",
    ],
    "ja": [
        "Nature、第25巻第4号、1–9頁、2020年",
        "The Sea所収、Kay Roe、Ed Poe、Inés Lee編、第2版、第4章、Oxford：OUP、2020年",
        "博士論文、Example University、2020年、350頁",
        "講演、Annual Meeting、Lima、2020年5月3日",
        "米国特許 1234567、2020年5月",
        "プレプリント | arXiv:2401.00001、2024年 | 翻訳：Kay Roe。序文：Inés Lee",
        "掲載予定 | Polar Letters",
    ],
    "ko": [
        "Nature, 25권 4호, 1–9쪽, 2020년",
        "The Sea에 수록, Kay Roe, Ed Poe 및 Inés Lee 편, 제2판, 제4장, Oxford: OUP, 2020년",
        "박사학위논문, Example University, 2020년, 350쪽",
        "강연, Annual Meeting, Lima, 2020년 5월 3일",
        "미국 특허 1234567, 2020년 5월",
        "프리프린트 | arXiv:2401.00001, 2024년 | 번역: Kay Roe. 서문: Inés Lee",
        "게재 예정 | Polar Letters",
    ],
    "ar": [
        "Nature، المجلد 25، العدد 4، ص 1–9، 2020",
        "ضمن The Sea، تحرير Kay Roe وEd Poe وInés Lee، الطبعة 2، الفصل 4، Oxford: OUP، 2020",
        "أطروحة دكتوراه، Example University، 2020، 350 صفحة",
        "محاضرة، Annual Meeting، Lima، 3 مايو 2020",
        "براءة اختراع أمريكية 1234567، مايو 2020",
        "نسخة ما قبل النشر | arXiv:2401.00001، 2024 | ترجمة: Kay Roe. تقديم: Inés Lee",
        "سيُنشر قريبًا | Polar Letters",
    ],
    "he": [
        "Nature, כרך 25, גיליון 4, עמ׳ 1–9, 2020",
        "בתוך The Sea, בעריכת Kay Roe, Ed Poe ו-Inés Lee, מהדורה 2, פרק 4, Oxford: OUP, 2020",
        "עבודת דוקטור, Example University, 2020, 350 עמודים",
        "הרצאה, Annual Meeting, Lima, 3 במאי 2020",
        "פטנט אמריקאי 1234567, מאי 2020",
        "טרום־פרסום | arXiv:2401.00001, 2024 | תרגום: Kay Roe. הקדמה: Inés Lee",
        "עומד להתפרסם | Polar Letters",
    ],
}


def work(entry_type: str, fields: str) -> Publication:
    source = f"@{entry_type}{{a, title = {{A}}, author = {{Doe, Jane}}, {fields}}}"
    (publication,) = read_bibliography(source, file="x.bib").publications
    return publication


def printed(publication: Publication, language: str) -> str:
    """Print the badge, the line of facts and the people, as far as there are any."""
    style = DateStyle("short", language)
    parts = _(STATUSES.get(publication.status, "")), reference(publication, style), contributors(publication)
    return " | ".join(filter(None, (parts[0], plain(parts[1]), plain(parts[2]))))


@pytest.mark.parametrize("language", REFERENCES)
def test_a_reference_reads_as_in_a_bibliography_of_the_language(language: str) -> None:
    speak(language)

    assert [printed(work(*each), language) for each in WORKS] == REFERENCES[language]


@pytest.mark.parametrize(
    ("language", "fields", "line"),
    [
        ("de", "volume = {Bd. 3}, number = {Heft 2}, pages = {S. 3}", "J, Bd. 3, Heft 2, S. 3, 2020"),
        ("fr", "volume = {tome 3}, number = {n° 2}, pages = {pp. 3--4}", "J, tome 3, n° 2, p. 3–4, 2020"),
        ("es", "number = {núm. 2}, pages = {págs. 3--4}", "J, núm. 2, págs. 3–4, 2020"),
        ("ru", "volume = {Т. 3}, number = {вып. 2}, pages = {С. 3--4}", "J, Т. 3, вып. 2, С. 3–4, 2020"),
        ("zh_CN", "volume = {第3卷}, number = {第2期}, pages = {第3--4页}", "J，第3卷，第2期，第3–4页，2020年"),
        ("ja", "volume = {3巻}, number = {2号}, pages = {3--4頁}", "J、3巻、2号、3–4頁、2020年"),
        ("ko", "volume = {3권}, number = {2호}, pages = {3--4쪽}", "J, 3권, 2호, 3–4쪽, 2020년"),
        ("ar", "volume = {المجلد 3}, number = {العدد 2}, pages = {ص 3}", "J، المجلد 3، العدد 2، ص 3، 2020"),
        ("he", "volume = {כרך 3}, number = {גיליון 2}, pages = {עמ׳ 3}", "J, כרך 3, גיליון 2, עמ׳ 3, 2020"),
        ("en", "volume = {第3卷}, pages = {с. 3}", "J, 第3卷, с. 3, 2020"),
        ("de", "volume = {3}, number = {Heft 2}", "J, Bd. 3, Heft 2, 2020"),
        ("en", "number = {November}", "J, no. November, 2020"),
        ("es", "volume = {año 3}, number = {n.º 2}", "J, año 3, n.º 2, 2020"),
        ("it", "volume = {anno XII}, number = {fasc. 2}", "J, anno XII, fasc. 2, 2020"),
    ],
)
def test_what_an_author_says_beside_a_number_is_not_said_again(language: str, fields: str, line: str) -> None:
    speak(language)

    style = DateStyle("short", language)
    assert plain(reference(work("article", f"journal = {{J}}, year = {{2020}}, {fields}"), style)) == line


@pytest.mark.parametrize(
    ("language", "fields", "line"),
    [
        ("de", "language = {french}", "J, auf Französisch, 2020"),
        ("de", "language = {german}", "J, 2020"),
        ("sv", "language = {german}", "J, in German, 2020"),
        ("ru", "language = {german}", "J, язык: немецкий, 2020"),
        ("he", "language = {german}", "J, בגרמנית, 2020"),
        ("zh_TW", "language = {german}", "J，德文，2020年"),
        ("zh_CN", "journal = {考古学报}", "《考古学报》，2020年"),
        ("ja", "journal = {『考古学雑誌』}", "『考古学雑誌』、2020年"),
        ("de", "journal = {考古学报}", "考古学报, 2020"),
        ("fr", "issuetitle = {Les îles}, editor = {Abbé, Ada}", "J, numéro spécial Les îles, dir. Ada Abbé, 2020"),
    ],
)
def test_languages_and_titles_are_written_as_the_language_does(language: str, fields: str, line: str) -> None:
    speak(language)

    journal = "" if "journal" in fields else "journal = {J}, "
    publication = work("article", f"{journal}{fields}, year = {{2020}}")
    assert plain(reference(publication, DateStyle("short", language))) == line


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "1 vol.|3 vols.|1 page|350 pages|xii, 350 pages"),
        ("de", "1 Bd.|3 Bde.|1 S.|350 S.|xii, 350 S."),
        ("ru", "в 1 т.|в 3 т.|1 с.|350 с.|xii, 350 с."),
        ("ar", "1 مجلد|3 مجلدات|1 صفحة|350 صفحة|xii, 350 صفحة"),
        ("zh_CN", "共1卷|共3卷|共1页|共350页|共xii, 350页"),
    ],
)
def test_a_number_has_the_form_that_it_asks_for(language: str, line: str) -> None:
    speak(language)

    counted = [("volumes", "1"), ("volumes", "3"), ("page_total", "1"), ("page_total", "350")]
    assert "|".join(numbered(*each) for each in [*counted, ("page_total", "xii, 350")]) == line


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "1st ed.|2nd ed.|3rd ed.|11th ed.|Third ed."),
        ("de", "1. Aufl.|2. Aufl.|3. Aufl.|11. Aufl.|Third Aufl."),
        ("fr", "1ʳᵉ éd.|2ᵉ éd.|3ᵉ éd.|11ᵉ éd.|Third éd."),
        ("ja", "第1版|第2版|第3版|第11版|Third版"),
        ("he", "מהדורה 1|מהדורה 2|מהדורה 3|מהדורה 11|מהדורה Third"),
    ],
)
def test_an_edition_has_the_ordinals_of_the_language(language: str, line: str) -> None:
    speak(language)

    editions = [work("book", f"edition = {{{number}}}") for number in ("1", "2", "3", "11", "Third")]
    assert "|".join(plain(reference(each, DateStyle("short", language))) for each in editions) == line


@pytest.mark.parametrize(
    ("language", "people", "line"),
    [
        ("en", "Ada Lovelace, Inés Lee, Bo Ek", "Ada Lovelace, Inés Lee and Bo Ek"),
        ("es", "Ada Lovelace, Inés Lee", "Ada Lovelace e Inés Lee"),
        ("es", "Ada Lovelace, Hiela Lee", "Ada Lovelace y Hiela Lee"),
        ("he", "דנה כהן, רון לוי", "דנה כהן ורון לוי"),
        ("he", "דנה כהן, Bo Ek", "דנה כהן ו-Bo Ek"),
        ("ar", "آدا, بو", "آدا وبو"),
        ("ja", "山田花子, 李明", "山田花子、李明"),
        ("zh_CN", "王芳, 李明, 张三", "王芳、李明和张三"),
        ("de", "Ada Lovelace", "Ada Lovelace"),
        ("sv", "Ada Lovelace, Bo Ek", "Ada Lovelace och Bo Ek"),  # by the tables: there is no catalog
    ],
)
def test_names_stand_in_a_list_of_the_language(language: str, people: str, line: str) -> None:
    speak(language)

    assert plain(people_row([Author(name=parse_person(each)) for each in people.split(", ")])) == line


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "A, B et al."), ("de", "A, B et al."), ("ru", "A, B и др."), ("zh_CN", "A、B等"), ("ja", "A、Bほか")],
)
def test_an_open_list_has_no_and(language: str, line: str) -> None:
    speak(language)

    assert plain(people_row([Author(name=parse_person(each)) for each in "AB"], has_more=True)) == line


@pytest.mark.parametrize(
    ("entry_type", "fields", "line"),
    [
        ("review", "title = {Review of The Sea}, journal = {J}", "J, 2020"),
        ("review", "title = {Rezension zu Das Meer}, journal = {J}", "J, 2020"),
        ("review", "title = {Reviewing}, journal = {J}", "Rezension, J, 2020"),
        ("talk", "title = {A}, booktitle = {Talk at the Meeting}", "Talk at the Meeting, 2020"),
        ("techreport", "title = {A}, number = {Technical report 7}", "Technical report 7, 2020"),
        ("techreport", "title = {A}, type = {Working paper}, number = {7}", "Working paper 7, 2020"),
        ("phdthesis", "title = {A}, type = {PhD thesis}", "Dissertation, 2020"),
    ],
)
def test_a_kind_that_is_said_in_the_source_is_not_said_in_the_language_too(
    entry_type: str, fields: str, line: str
) -> None:
    speak("de")
    source = f"@{entry_type}{{a, author = {{Doe, Jane}}, {fields}, year = {{2020}}}}"
    (publication,) = read_bibliography(source, file="x.bib").publications

    assert plain(reference(publication, DateStyle("short", "de"))) == line


def test_editors_in_the_place_of_authors_are_called_as_many_as_they_are() -> None:
    books = [
        read_bibliography(f"@book{{a, title = {{A}}, editor = {{{editors}}}}}", file="x.bib").publications[0]
        for editors in ("Doe, Jane", "Doe, Jane and Roe, Kay")
    ]
    said = {}
    for language in ("en", "es", "de", "zh_CN"):
        speak(language)
        said[language] = [role_of_editors(each) for each in books]

    assert said == {"en": ["editor", "editors"], "es": ["ed.", "eds."], "de": ["Hrsg."] * 2, "zh_CN": ["编"] * 2}


RECORDS: list[Record] = [
    Position(key="a", title="T", organization="O", advisors=("Ada Lovelace",), mentors=("Bo Ek", "Kay Roe")),
    Degree(key="b", title="T", institution="U", honors="H", advisors=("Ada Lovelace", "Inés Lee"), thesis="X"),
    Grant(key="c", title="T", funder="F", number="7", investigators=("Bo Ek", "Kay Roe")),
    Teaching(key="d", title="T", code="C 1", enrollment="48", slides="https://a.example/s.pdf"),
]
ENTRIES = {
    "en": "T, O/Advisor: Ada Lovelace/Mentors: Bo Ek, Kay Roe|U (H)/T, advised by Ada Lovelace and Inés Lee/Thesis: X|"
    "T, F/no. 7/With Bo Ek and Kay Roe|T (C 1)/48 students/Slides",
    "de": "T, O/Betreuung: Ada Lovelace/Mentoring: Bo Ek, Kay Roe|U (H)/T, betreut von Ada Lovelace und Inés Lee/"
    "Abschlussarbeit: X|T, F/Nr. 7/Mit Bo Ek und Kay Roe|T (C 1)/48 Studierende/Folien",
    "es": "T, O/Dirección: Ada Lovelace/Mentoría: Bo Ek, Kay Roe|U (H)/T, dirección: Ada Lovelace e Inés Lee/Tesis: X|"
    "T, F/n.º 7/Con Bo Ek y Kay Roe|T (C 1)/48 estudiantes/Diapositivas",
    "zh_CN": "T，O/导师：Ada Lovelace/指导人：Bo Ek、Kay Roe|U（H）/T，导师：Ada Lovelace和Inés Lee/学位论文：X|"
    "T，F/编号 7/合作者：Bo Ek和Kay Roe|T（C 1）/48名学生/幻灯片",
    "ar": "T، O/الإشراف: Ada Lovelace/الإرشاد: Bo Ek وKay Roe|U (H)/T، بإشراف Ada Lovelace وInés Lee/"
    "عنوان الرسالة: X|T، F/رقم 7/بالاشتراك مع Bo Ek وKay Roe|T (C 1)/48 طالبًا/الشرائح",
}


def lines(node: nodes.Element) -> str:
    return "/".join(each.astext() for each in node.findall(nodes.paragraph) if each.astext())


@pytest.mark.parametrize("language", ENTRIES)
def test_an_entry_is_in_the_words_of_the_language(language: str) -> None:
    speak(language)

    assert "|".join(lines(entry(each, [], DateStyle("short", language))) for each in RECORDS) == ENTRIES[language]


@pytest.mark.parametrize(
    ("language", "enrollment", "said"),
    [
        ("en", "1", "1 student"),
        ("en", "about 50", "about 50 students"),
        ("en", "48 undergraduates", "48 undergraduates"),
        ("de", "48 Studenten", "48 Studenten"),
        ("zh_CN", "48人", "48人"),
        ("ru", "2", "2 студента"),
        ("ru", "21", "21 студент"),
        ("en", "9" * 5000, "9" * 5000 + " students"),
    ],
)
def test_students_are_counted_unless_the_author_has_counted_them(language: str, enrollment: str, said: str) -> None:
    speak(language)

    course = Teaching(key="d", title="T", enrollment=enrollment)
    assert lines(entry(course, [], DateStyle())) == f"T/{said}"


def test_the_head_of_a_paper_is_in_the_words_of_the_language() -> None:
    speak("de")
    publication = work(
        "article", "journal = {J}, abstract = {We listen.}, pubstate = {submitted}, code = {https://c.example}"
    )
    head = header(publication, "a", DateStyle("short", "de"), cite="c")

    folded = [each["summary"] for each in head.findall(nodes.Element) if "summary" in each]
    assert folded == ["Zusammenfassung"]
    assert [words for words in ("In Begutachtung", "Zitieren", "Code") if words in head.astext()] == [
        "In Begutachtung", "Zitieren", "Code"
    ]  # fmt: skip


def test_a_name_in_a_few_words_has_the_comma_of_the_language() -> None:
    speak("ja")

    assert name_of(RECORDS[0]) == "T、O"


@pytest.mark.parametrize(
    ("language", "said"), [("de", "(2. Aufl.)"), ("fr", "(2ᵉ éd.)"), ("ja", "(2nd ed.)"), ("en", "(2nd ed.)")]
)
def test_a_citation_style_writes_in_the_words_of_the_language_that_it_has(language: str, said: str) -> None:
    speak(language)

    (spans,) = letters(work("book", "edition = {2}, publisher = {P}, year = {2020}"), "apa")
    assert said in "".join(each.characters for each in spans)


def test_the_files_for_readers_are_in_the_words_of_the_language() -> None:
    speak("de")
    listed = llms_txt.dump(invented())
    resume = json.loads(json_resume.dump(invented()))

    assert re.findall(r"^## (.*)", listed, re.MULTILINE)[:3] == ["Forschung", "Publikationen", "Berufserfahrung"]
    assert "## Optional" in listed  # a word of the format
    assert "Eingereicht (" in listed
    assert {each["summary"] for each in resume["publications"] if each["status"] == "submitted"} == {"In Begutachtung"}
    assert 'term="Publikation"' in atom.dump(invented())


@pytest.mark.parametrize("dump", [bibtex.dump, csl_json.dump, ris.dump])
def test_the_files_for_programs_are_the_same_in_every_language(dump: Callable[[Sequence[Publication]], str]) -> None:
    english = [dump(each.publications) for each in (own(), invented())]
    speak("ja")

    assert [dump(each.publications) for each in (own(), invented())] == english

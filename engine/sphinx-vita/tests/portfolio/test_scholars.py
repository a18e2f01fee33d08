"""Whole portfolios of a linguist, a historian who writes in Japanese and a seismologist, with every kind of record.

What each fact looks like is tested elsewhere, on small sites; here all of them stand side by side.
"""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from harness.building import SCHOLARS, build_once, rebuild
from harness.reading import Page, fold, read, read_site, the
from harness.sites import Built, Object
from pypdf import PdfReader
from sphinx_vita.records import written_kinds

NAMES = sorted(path.name for path in SCHOLARS.iterdir() if (path / "conf.py").is_file())

# What a visitor must be able to read: on which site, in which file, in folded words.
SAID = {
    ("linguist", "index.html"): [
        "Associate Professor of Linguistics · she/her",
        "Department of Languages, University of Sandvær · Institute for Endangered Sounds, Leiden",
        "Room 3.14, House of Languages",
        "2nd ed., Languages of the North 14, Tromsø: Polar Light Press, 2022, 612 pages, ISBN 978-3-16-148410-0",
    ],
    ("linguist", "work/index.html"): [
        "Maren Oszlánczi, Piet van der Meulen (editors) Leiden: Harbor University Press, 2018",
        "In The Handbook of Wandering Tones, edited by Maren Oszlánczi and Piet van der Meulen, pages 3-41, Leiden",
        "Journal of Imaginary Phonology, 38(2), article e41, 2021",
        "Nordic Word, no. 18, pages 77-102, 2012",
        "PhD thesis, University of Szentlak, 2014",
        "Tromsø: Polar Light Press, 2019, originally Saltveiens sanger (1931) Translated by Maren Oszlánczi-Brandvold",
        "Review of The Silent Vowel by Ada Quist Maren Oszlánczi Language Reviews, 7, pages 210-214, 2020",
        "Institute for Endangered Sounds Working Paper 12, 2016",
        "What a whisper keeps of tone Maren Oszlánczi-Brandvold, Wanjirũ Ngũgĩ Under review",
    ],
    ("linguist", "handout.html"): ["Talk at the 12th Meeting on Tone, Apr 2024"],
    ("linguist", "teaching.html"): [
        "Fall 2024 University of Sandvær BA, 53 students",
        "2022/23 University of Sandvær Lecturer, MA",
        "Reading Beowulf aloud Winter 2020/21 Sandvær People's School Continuing education",
        "Kofi Mensah-Lund, MA 2019 - 2021 Clicks in Orra Co-supervisor Now: lexicographer, Harbor Dictionaries",
    ],
    ("linguist", "people.html"): [
        "Reviewer: Journal of Imaginary Phonology 2016, 2018-2021, 2024",
        "Chair of the curriculum committee 2021 - Present",
        "Society for Small Languages, life member 2012 - Present",
    ],
    ("linguist", "research.html"): ["(1)", "and (1) holds for every listener", "melody citation form in a phrase"],
    ("linguist", "notes/index.html"): ["Fieldwork Counting in Vesk 14 Feb 2026 Seven is tavk"],
    ("linguist", "cv.pdf"): [
        "Principal investigator, NOK 9,800,000, no. 301122, awarded",
        "Voices before the Ice, Harbor Foundation · 2027 (expected) · Co-investigator, €45,000, pending",
        "Tone and the Kalevala · 7-10 Apr 2024 · Invited, 12th Meeting on Tone, University of Tartu",
        "Whispered /tá/ · 30 May - 2 Jun 2023",
        "Microphone for the Wind, NO 345678 B1 · 2021 · University of Sandvær, Norway, granted",
        "Elicitation, expert · tone, paradigms, texts",
        "Wilderness First Aid, Red Lantern · Jun 2020",
        "Vesk, working knowledge",
    ],
    ("linguist", "talks.pdf"): [
        "7-10 Apr 2024 3. Tone and the Kalevala · Invited, 12th Meeting on Tone",
        "12 Mar 2015 1. Department Colloquium · Invited, Harbor University",
        "2024 What a whisper keeps",
    ],
    ("linguist", "llms.txt"): [
        "Maren Oszlánczi, Piet van der Meulen (editors). Leiden: Harbor University Press, 2018",
        "Tone and the Kalevala, University of Tartu: 7-10 Apr 2024. 12th Meeting on Tone. invited",
    ],
    ("historian", "index.html"): ["歴史情報学・准教授", "2018年7月1日", "『史料と計算』、第12巻第3号、45-78頁、2021年"],
    ("historian", "work/index.html"): [
        "霧島葉子、大原一郎",
        "Yoko Kirishima、朴敏俊、Temi Oduya",
        "改訂、東京：架空出版会、2018年",
        "東京：架空出版会、2020年、原著：The Archive without Paper 翻訳：霧島葉子",
        "『手紙の歴史』所収、佐伯真理、大原一郎編、101-130頁、京都：浦安堂、2016年",
        "掲載予定 Imaginary Environmental History",
    ],
    ("historian", "people.html"): ["編集委員：史料と計算 2019年、2021年～2023年", "2022年4月～現在"],
    ("historian", "teaching.html"): ["2024年第1学期", "2024年第2学期", "2022年夏"],
    ("historian", "research.html"): ["浜風日記 1712 240", "(1)"],
    ("historian", "cv.pdf"): [
        "霧島 葉子",
        "史料公開賞、架空史学会",
        "¥4,290,000、No. 21K00999",
        "2023年5月30日～6月2日",
        "日本語、母語",
        "霧島 葉子、大原 一郎",
    ],
    ("historian", "contact.vcf"): ["N:霧島;葉子;;;", "ORG:架空歴史博物館"],
    ("historian", "publications.bib"): ["author = {霧島, 葉子 and 大原, 一郎}", "translator = {霧島, 葉子}"],
    ("historian", "feed.atom"): ["雨の字を読む", 'term="くずし字"'],
    ("historian", "llms.txt"): ["架空学術振興会: 2021年～2024年。研究代表者。¥4,290,000。No. 21K00999"],
    ("seismologist", "index.html"): [
        "Professor of Geophysics · he/him",
        "Grants of $3.1M and $4.9M pay for the boats.",
    ],
    ("seismologist", "work/index.html"): [
        "Tomás Ekwueme Lindgren (corresponding), Noor Achterberg, Samuel Okonjo, Jr.",
        "Imaginary Journal of Geophysics, 128, article e2023JB0001, 2023",
        "T. E. Lindgren … and 390 more (OceanFloor Collaboration)",
        "Lecture Notes in Imaginary Science 412, pages 33-47, Quay, Cham, 2022",
        "Open-File Report 2019-07, State Survey of Washington, 2019",
        "Patent US 11,222,333 B2, Cascadia Sound University, 2020",
        "Dataset, version 3, Archive of the Sea Floor, 2021",
        "Software, version 1.2.0, Zenodo, 2022",
        "Preprint arXiv:2501.01234, 2025",
    ],
    ("seismologist", "group.html"): [
        "Zola Mbeki, PhD 2022 - 2027 (expected)",
        "Noor Achterberg, postdoc 2020 - 2023 Tremor with few labels Now: scientist, State Survey of Washington",
    ],
    ("seismologist", "research.html"): [
        "2023 6.8 21 38",
        "and (1) has no room",
        "Three weeks of slip, above the tremor",
    ],
    ("seismologist", "notes/anchor.html"): ["20 Jun 2025 · instruments, cruise", "Releases at 4 km"],
    ("seismologist", "cv.pdf"): [
        "+1 (555) 010-0199",
        "A MemberAa, A MemberAb, A MemberAc, A MemberAd, …, T. E. Lindgren, et al. (OceanFloor Collaboration)",
        "Co-PI, $4.9M of $12M May 2024 - Apr 2029",
        "Q1 2027",
        "9-13 Dec 2024",
        "Pressure at the Merrow Trench, version 2 · Archive of the Sea Floor, CC BY 4.0",
        "Release for an Anchor, US 2026/0123456 A1",
        "GEO 201 Earthquakes · Undergraduate, 120 students Fall 2022, Fall 2023, Fall 2025",
        "Chair of Curriculum Committee 2019 - 2020",
        "Guide on Tsunami Day, Museum of Port Merrow Nov 2018 - Nov 2023",
    ],
    ("seismologist", "publications.ris"): ["AU - Okonjo, Samuel, Jr.", "TY - PAT", "TY - DATA", "TY - COMP"],
    ("seismologist", "feed.atom"): ["An anchor that lets go", "The R/V Merrow sails in June"],
}

# The numbers of lists, and what stands at each: the newest has the highest.
NUMBERED = {
    ("linguist", "cv.html"): ["B3.", "B2.", "B1.", "A3.", "A2.", "A1.", "C1.", "U3.", "U2.", "U1."],
    ("linguist", "work/index.html"): ["2.", "1.", "2.", "1.", "1.", "1.", "1.", "1.", "1.", "1."],
    ("linguist", "handout.html"): ["3.", "2.", "1."],
    ("historian", "cv.html"): ["2.", "1.", "1.", "2.", "1.", "1."],
    ("seismologist", "work/index.html"): ["9.", "8.", "7.", "6.", "5.", "4.", "3.", "2.", "1."],
}
GROUPS = {
    ("linguist", "cv.html", "Publications"): [
        "Books and volumes",
        "Journal articles",
        "Book chapters",
        "Theses",
        "Reports",
        "Manuscripts",
    ],
    ("linguist", "cv.html", "Service"): ["Journals and meetings", "University"],
    ("historian", "cv.html", "著書・論文"): ["論文", "会議論文", "著書・訳書", "分担執筆"],
    ("seismologist", "cv.html", "Publications"): [
        *("Journal articles", "Conference papers", "Reports", "Preprints", "Manuscripts", "Datasets", "Software"),
        "Patents",
    ],
}
OWN_NAMES = {
    "linguist": {"Maren Oszlánczi-Brandvold", "M. Oszlánczi-Brandvold", "Maren Oszlánczi", "Maren Brandvold"},
    "historian": {"霧島葉子", "霧島 葉子", "Yoko Kirishima", "Y. Kirishima"},
    "seismologist": {"Tomás Ekwueme Lindgren", "T. E. Lindgren", "TE Lindgren", "Tomás Lindgren"},
}
TWICE_A_YEAR = {
    "linguist": {
        *("teaching-syntax-i-2024", "teaching-syntax-i-2024-spring"),
        *("talk-department-colloquium-2015", "talk-department-colloquium-2015-03-12"),
        *("service-meeting-on-tone-2024", "service-meeting-on-tone-2024-reviewer"),
    },
    "seismologist": {
        "position-cascadia-sound-university-2018",
        "position-cascadia-sound-university-2018-director-of-the-sea-floor-laboratory",
    },
}

SIZES = {"linguist": ("240", "300"), "historian": ("300", "240"), "seismologist": ("320", "320")}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Callable[[str], Path]:
    """The folder of a scholar's site, built without a warning."""

    def make(name: str) -> Path:
        site = SCHOLARS / name
        return build_once(tmp_path_factory, worker_id, f"scholar-{name}", lambda out: rebuild(site, out, "html"))

    return make


@pytest.fixture(scope="module")
def pages(folder: Callable[[str], Path]) -> Callable[[str], dict[str, Page]]:
    """The pages of a scholar's site by path."""
    return cache(lambda name: read_site(folder(name)))


def words_of(path: Path) -> str:
    """Give the folded words of a file; the leading of a PDF's letters between scripts is no blank."""
    if path.suffix != ".pdf":
        return fold(path.read_text("utf-8"))
    return fold(" ".join(page.extract_text() for page in PdfReader(path).pages))


def objects(folder: Path) -> list[Object]:
    return Built(folder, folder, []).objects()


@pytest.mark.parametrize(("name", "file"), SAID)
def test_a_file_says(
    name: str, file: str, folder: Callable[[str], Path], pages: Callable[[str], dict[str, Page]]
) -> None:
    said = pages(name)[file].text if file.endswith(".html") else words_of(folder(name) / file)

    assert [sentence for sentence in SAID[name, file] if sentence not in said] == [], said


@pytest.mark.parametrize("name", NAMES)
def test_a_scholar_has_every_kind_of_record(name: str, folder: Callable[[str], Path]) -> None:
    kinds = {each.type for each in objects(folder(name))}

    lacks = {"linguist": {"award"}, "historian": set(), "seismologist": {"person"}}
    assert {*written_kinds(), "post", "publication"} - kinds == lacks[name]


@pytest.mark.parametrize("name", NAMES)
def test_each_kind_stands_in_json_resume_where_that_has_a_place(name: str, folder: Callable[[str], Path]) -> None:
    resume: dict[str, Any] = json.loads((folder(name) / "resume.json").read_text("utf-8"))
    found = {each["type"] for section in ("projects", "volunteer", "publications") for each in resume[section]
             if "type" in each}  # fmt: skip

    sections = "work volunteer education certificates publications skills languages interests references projects"
    assert [section for section in sections.split() if not resume.get(section)] == []
    assert {"grant", "software", "talk", "teaching", "student", "press", "patent", "dataset", "service"} <= found


@pytest.mark.parametrize(("name", "file"), NUMBERED)
def test_the_newest_has_the_highest_number(name: str, file: str, pages: Callable[[str], dict[str, Page]]) -> None:
    numbers = [read(each) for each in pages(name)[file].article.select(".vita-number")]

    assert numbers == NUMBERED[name, file]


@pytest.mark.parametrize(("name", "file", "section"), GROUPS)
def test_a_list_has_these_groups_in_this_order(
    name: str, file: str, section: str, pages: Callable[[str], dict[str, Page]]
) -> None:
    parts = [(each, each.select_one(":scope > h2")) for each in pages(name)[file].article.select("section")]
    (found,) = [part for part, heading in parts if heading and read(heading) == section]

    assert [read(each) for each in found.select("h3")] == GROUPS[name, file, section]


@pytest.mark.parametrize("name", NAMES)
def test_ones_own_name_is_marked_in_every_notation(name: str, pages: Callable[[str], dict[str, Page]]) -> None:
    marked = {read(each) for page in pages(name).values() for each in page.article.select(".vita-owner")}

    assert marked == OWN_NAMES[name]


@pytest.mark.parametrize("name", TWICE_A_YEAR)
def test_what_happens_twice_a_year_has_addresses_of_its_own(name: str, pages: Callable[[str], dict[str, Page]]) -> None:
    ids = {each for page in pages(name).values() for each in page.ids}

    assert TWICE_A_YEAR[name] - ids == set()


@pytest.mark.parametrize("name", NAMES)
def test_portrait_and_preview_keep_their_proportions(name: str, pages: Callable[[str], dict[str, Page]]) -> None:
    page = pages(name)["index.html"].article
    shown = [the(page, "img.vita-portrait"), the(page, "img.vita-preview")]

    assert all(str(each["src"]).startswith(("pictures/", "data:")) for each in shown)
    assert [(each["width"], each["height"]) for each in shown] == [SIZES[name], ("320", "180")]


def test_views_show_the_newest_first(pages: Callable[[str], dict[str, Page]]) -> None:
    def dates(name: str, file: str, kind: str) -> list[str]:
        return [read(each) for each in pages(name)[file].article.select(f".vita-{kind} .vita-dates")]

    assert dates("linguist", "notes/index.html", "post")[:2] == ["14 Feb 2026", "3 Nov 2025"]
    assert dates("linguist", "cv.html", "teaching") == ["Fall 2024", "Spring 2024", "2022/23", "Winter 2020/21"]
    assert dates("historian", "index.html", "news") == ["2026年2月", "2018年7月1日"]
    assert dates("seismologist", "cv.html", "student") == [
        *("2022 - 2027 (expected)", "2020 - 2023", "Summer 2023", "Summer 2023"),
    ]

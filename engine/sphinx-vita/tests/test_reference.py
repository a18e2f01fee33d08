"""The line below a title: of each kind of work as a careful CV prints it."""

import re
from dataclasses import replace

import pytest
from sphinx_vita.exports.reference import collaboration_of, contributors, origins, plain, reference, role_of_editors
from sphinx_vita.reading.bibtex import join_versions, read_bibliography
from sphinx_vita.records import Author, Publication
from sphinx_vita.records.date_style import DateStyle
from sphinx_vita.records.text import Span, Style, Text


def entry(entry_type: str, fields: str) -> Publication:
    author = "" if re.search(r"(?<!k)author = |\beditor = {Doe", fields) else "author = {Doe, Jane}, "
    year = "" if re.search(r"(?<!g)date = ", fields) else ", year = {2020}"
    source = f"@{entry_type}{{a, title = {{A}}, {author}{fields}{year}}}"
    (publication,) = read_bibliography(source, file="x.bib").publications
    return publication


STYLE = DateStyle()
LINES = [
    # articles
    ("article", "journal = {J}, volume = {25}, number = {4}, pages = {1--9}", "J, 25(4), pages 1–9, 2020"),
    ("article", "journal = {J}, number = {18}, pages = {7}", "J, no. 18, page 7, 2020"),
    ("article", "journal = {J}, issue = {Spring}", "J, no. Spring, 2020"),
    ("article", "journal = {J}, volume = {9}, eid = {136805}", "J, 9, article 136805, 2020"),
    ("article", "journal = {J}, articleno = {42}, pages = {1--9}", "J, article 42, pages 1–9, 2020"),
    ("article", "journal = {Newcastle Working Papers in Linguistics}", "Newcastle Working Papers in Linguistics, 2020"),
    ("article", "journal = {J}, articleno = {42}, numpages = {14}", "J, article 42, 14 pages, 2020"),
    ("article", "journal = {J}, volume = {9}, pages = {109914}", "J, 9, article 109914, 2020"),
    ("article", "journal = {J}, volume = {9}, pages = {e3869}", "J, 9, article e3869, 2020"),
    ("article", "journal = {J}, volume = {24}, pages = {10733}", "J, 24, page 10733, 2020"),
    ("article", "journal = {J}, journalsubtitle = {S}, series = {3}", "J: S, 3rd ser., 2020"),
    ("article", "journal = {J}, issuetitle = {W}, editor = {Roe, K}", "J, special issue W, edited by K Roe, 2020"),
    ("article", "journal = {J}, pages = {arXiv:2606.31440}", "J, arXiv:2606.31440, 2020"),
    ("article", "journal = {J}, language = {ngerman}", "J, in German, 2020"),
    ("article", "journal = {J}, language = {de}, langid = {ngerman}", "J, in German, 2020"),
    ("article", "journal = {J}, language = {English}", "J, 2020"),
    ("review", "journal = {J}, volume = {3}", "Review, J, 3, 2020"),
    # books
    (
        "book",
        "publisher = {OUP}, address = {Ox}, edition = {2}, series = {Ideas}, number = {4}, pages = {345}, isbn = {978}",
        "2nd ed., Ideas 4, Ox: OUP, 2020, 345 pages, ISBN 978",
    ),
    ("book", "edition = {Third}, volumes = {3}, publisher = {P}", "Third ed., 3 vols., P, 2020"),
    ("book", "edition = {2., verbesserte Auflage}", "2., verbesserte Auflage, 2020"),
    ("book", "edition = {111}", "111th ed., 2020"),
    ("book", "edition = {第2版}", "第2版, 2020"),
    ("book", "edition = {2-е изд.}", "2-е изд., 2020"),
    ("book", "maintitle = {Whole}, volume = {2}, publisher = {P}", "Vol. 2 of Whole, P, 2020"),
    ("book", "volume = {2}, part = {1}", "Vol. 2, part 1, 2020"),
    ("inbook", "publisher = {P}, chapter = {4}, pages = {3--9}", "Chapter 4, pages 3–9, P, 2020"),
    ("manual", "organization = {FSF}, version = {3}", "Manual, version 3, FSF, 2020"),
    ("booklet", "howpublished = {Privately printed}", "Booklet, Privately printed, 2020"),
    (
        "book",
        "origtitle = {Ur}, origlocation = {Wien}, origpublisher = {V}, origdate = {1850}, origlanguage = {german}",
        "2020, originally Ur (Wien: V, 1850, in German)",
    ),
    ("book", "publisher = {P}, origlanguage = {latin}", "P, 2020, originally in Latin"),
    ("book", "reprinttitle = {Again}, isbn = {978}", "2020, ISBN 978, reprinted as Again"),
    # parts of books and proceedings
    (
        "incollection",
        "booktitle = {Handbook}, booksubtitle = {S}, editor = {Roe, K and Poe, E}, publisher = {P}, location = {Cham}",
        "In Handbook: S, edited by K Roe and E Poe, Cham: P, 2020",
    ),
    ("inreference", "booktitle = {Encyclopedia}, edition = {11}", "In Encyclopedia, 11th ed., 2020"),
    ("inbook", "booktitle = {De re publica}, bookauthor = {Cicero}", "In De re publica by Cicero, 2020"),
    ("inbook", "booktitle = {B}, bookauthor = {Doe, Jane}", "In B, 2020"),
    ("incollection", "booktitle = {B}, maintitle = {Whole}, volume = {2}", "In B, vol. 2 of Whole, 2020"),
    ("inproceedings", "booktitle = {P}, series = {LNCS}, volume = {123}", "P, LNCS 123, 2020"),
    ("inproceedings", "booktitle = {P}, series = {LNCS}, volume = {5}, number = {123}", "P, LNCS 123, volume 5, 2020"),
    ("inproceedings", "booktitle = {P}, volume = {5}, pages = {1--9}", "P, volume 5, pages 1–9, 2020"),
    ("inproceedings", "booktitle = {P}, numpages = {5}", "P, 5 pages, 2020"),
    ("inproceedings", "booktitle = {P}, publisher = {ACM}, address = {Rome}", "P, ACM, Rome, 2020"),
    ("inproceedings", "booktitle = {P}, publisher = {ACM}, address = {Rome}, abbr = {X}", "P, 2020"),
    ("inproceedings", "booktitle = {P}, eventtitle = {Symposium}, venue = {Rome}", "P, Symposium, Rome, 2020"),
    # what authors have said themselves
    ("article", "journal = {J}, number = {Heft 3}", "J, Heft 3, 2020"),
    ("article", "journal = {J}, number = {No. 5}", "J, No. 5, 2020"),
    ("book", "volume = {Vol. 3}, pagetotal = {345 pp.}, isbn = {ISBN 978}", "Vol. 3, 2020, 345 pp., ISBN 978"),
    ("book", "volumes = {3 vols.}, edition = {Second Edition}", "Second Edition, 3 vols., 2020"),
    ("book", "pagetotal = {xii+345}", "2020, xii+345 pages"),
    ("inbook", "booktitle = {B}, chapter = {Chapter 4}", "In B, Chapter 4, 2020"),
    ("software", "version = {v1.2}", "Software, v1.2, 2020"),
    # odd ones
    ("book", "pages = {xii+345}", "2020, xii+345 pages"),
    ("mvbook", "volumes = {3}, date = {1998/2003}", "3 vols., 1998–2003"),
    ("article", "journal = {The News}, entrysubtype = {newspaper}, date = {2021-03-03}", "The News, 3 Mar 2021"),
    ("article", "journal = {J}, volume = {12}, number = {3}, part = {B}, pages = {n/a}", "J, 12(3), part B, 2020"),
    ("incollection", "booktitle = {B}, editor = {Roe, K and others}", "In B, edited by K Roe et al., 2020"),
    ("proceedings", "organization = {ACM}, publisher = {Springer}, editor = {Doe, J}", "ACM, Springer, 2020"),
    ("patent", "number = {EP12}, location = {countryeu}", "Patent EP12, European Union, 2020"),
    ("letter", "date = {1843-07-02}", "Letter, 2 Jul 1843"),
    # theses, reports, patents, standards
    ("phdthesis", "school = {MIT}, address = {Cambridge}", "PhD thesis, Cambridge: MIT, 2020"),
    ("thesis", "type = {mathesis}, institution = {MIT}, pagetotal = {99}", "Master's thesis, MIT, 2020, 99 pages"),
    ("mastersthesis", "type = {Diplomarbeit}, school = {TU}", "Diplomarbeit, TU, 2020"),
    ("thesis", "institution = {MIT}", "Thesis, MIT, 2020"),
    ("techreport", "institution = {NASA}, number = {TR-7}", "Technical report TR-7, NASA, 2020"),
    ("techreport", "institution = {NASA}, number = {Technical Report 7}", "Technical Report 7, NASA, 2020"),
    ("techreport", "type = {Working Paper}, number = {12345}, institution = {NBER}", "NBER Working Paper 12345, 2020"),
    ("techreport", "type = {working paper}, institution = {NBER}", "Working paper, NBER, 2020"),
    ("patent", "number = {US 1234567 B2}, holder = {{Acme}}", "Patent US 1234567 B2, Acme, 2020"),
    ("patent", "type = {patentus}, number = {1,234,567}, date = {2020-03-04}", "U.S. patent 1,234,567, 4 Mar 2020"),
    ("standard", "number = {ISO 9001}, institution = {ISO}", "Standard ISO 9001, ISO, 2020"),
    # what is no text
    ("software", "version = {1.2}, publisher = {Zenodo}", "Software, version 1.2, Zenodo, 2020"),
    ("dataset", "version = {2}, publisher = {Dryad}", "Dataset, version 2, Dryad, 2020"),
    (
        "misc",
        "type = {Invited talk}, eventtitle = {Conf}, venue = {Paris}, date = {2011-04-07}",
        "Invited talk, Conf, Paris, 7 Apr 2011",
    ),
    ("poster", "eventtitle = {AGU}", "Poster, AGU, 2020"),
    ("misc", "howpublished = {Invited talk at the 2nd Meeting}", "Invited talk at the 2nd Meeting, 2020"),
    ("misc", "howpublished = {Talk at the 2nd Meeting}, keywords = {talk}", "Talk at the 2nd Meeting, 2020"),
    ("misc", "type = {Talk}, eventtitle = {Talking Heads}", "Talk, Talking Heads, 2020"),
    ("video", "organization = {BBC}", "Video, BBC, 2020"),
    ("online", "organization = {Site}, date = {2020-03-04}", "Site, 4 Mar 2020"),
    ("misc", "howpublished = {Privately printed}", "Privately printed, 2020"),
    (
        "jurisdiction",
        "journaltitle = {U.S.}, volume = {410}, pages = {113}, institution = {Court}",
        "410 U.S. 113, Court, 2020",
    ),
    ("legislation", "journaltitle = {Stat.}, volume = {5}, pages = {9}, number = {7}", "5 Stat. 9, no. 7, 2020"),
    # not out yet
    ("misc", "number = {arXiv:2401.00001}, eprint = {2401.00001}, archiveprefix = {arXiv}", "arXiv:2401.00001, 2020"),
    ("article", "journal = {arXiv preprint arXiv:2401.00001}", "arXiv preprint arXiv:2401.00001, 2020"),
    ("article", "journal = {CoRR}, volume = {abs/2401.00001}", "arXiv:2401.00001, 2020"),
    ("misc", "eprinttype = {hal}, eprint = {hal-01234567}", "HAL, 2020"),
    ("misc", "doi = {10.31234/osf.io/ab3cd}, publisher = {PsyArXiv}", "PsyArXiv, 2020"),
    ("unpublished", "journal = {Nature}, note = {Submitted}, volume = {3}", "Nature, 2020"),
]  # fmt: skip


@pytest.mark.parametrize(("entry_type", "fields", "line"), LINES)
def test_each_kind_of_work_has_its_line(entry_type: str, fields: str, line: str) -> None:
    assert plain(reference(entry(entry_type, fields), STYLE)) == line


@pytest.mark.parametrize(
    ("entry_type", "title", "line"),
    [
        ("review", "Review of Courts", "J, 2020"),
        ("review", "Reviewing Courts", "Review, J, 2020"),
        ("dataset", "Dataset of dialects", "2020"),
        ("software", "Software engineering", "Software, 2020"),
    ],
)
def test_a_kind_that_the_title_says_is_not_said_again(entry_type: str, title: str, line: str) -> None:
    paper = replace(entry(entry_type, "journal = {J}" if entry_type == "review" else ""), title=Text.plain(title))

    assert plain(reference(paper, STYLE)) == line


def test_the_year_may_stand_elsewhere() -> None:
    assert plain(reference(entry("article", "journal = {J}"), STYLE, with_year=False)) == "J"


def test_titles_of_containers_are_set_in_italics_with_their_own_markup() -> None:
    row = reference(entry("article", r"journal = {Proc. of H\textsubscript{2}O}"), STYLE)

    assert row[:3] == [
        Span("Proc. of H", Style.EMPHASIS), Span("2", Style.SUBSCRIPT), Span("O", Style.EMPHASIS)
    ]  # fmt: skip


def test_people_in_a_line_are_people() -> None:
    row = reference(entry("incollection", "booktitle = {B}, editor = {Roe, Kim}"), STYLE)

    assert [str(each.name) for each in row if isinstance(each, Author)] == ["Kim Roe"]


def test_of_many_editors_the_first_are_named() -> None:
    ten = " and ".join(f"Roe{number}, K" for number in range(10))

    assert plain(reference(entry("incollection", f"booktitle = {{B}}, editor = {{{ten} and Doe, J}}"), STYLE)) == (
        "In B, edited by K Roe0, K Roe1, K Roe2 et al., 2020"
    )
    assert "K Roe8 and K Roe9, 2020" in plain(
        reference(entry("incollection", f"booktitle = {{B}}, editor = {{{ten}}}"), STYLE)
    )


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ("author = {Cicero}, translator = {Doe, Jane}", "Translated by Jane Doe"),
        ("author = {Plato}, editor = {Roe, K}, foreword = {Doe, Jane}", "Edited by K Roe. Foreword by Jane Doe"),
        ("introduction = {A B and C D}, afterword = {E F}", "Introduction by A B and C D. Afterword by E F"),
        ("editora = {A B}, editoratype = {compiler}, editorb = {C D}", "Compiled by A B. Edited by C D"),
        ("editora = {A B}, editoratype = {dramaturge}", "Dramaturge: A B"),
        ("advisor = {A B}, committee = {C D and E F}", "Advisor: A B. Committee: C D and E F"),
        ("bookauthor = {A B}, holder = {C D}", ""),
    ],
)
def test_whoever_had_a_part_is_named_with_it(fields: str, line: str) -> None:
    assert plain(contributors(entry("book", fields))) == line


def test_editors_of_a_chapter_stand_in_its_line_alone() -> None:
    assert plain(contributors(entry("incollection", "booktitle = {B}, editor = {Roe, Kim}"))) == ""


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("ATLAS", "ATLAS Collaboration"),
        ("{ATLAS Collaboration}", "ATLAS Collaboration"),
        ("the LIGO Scientific Collaboration", "LIGO Scientific Collaboration"),
        ("ATLAS, CMS", "ATLAS and CMS Collaborations"),
        ("LIGO Scientific and Virgo", "LIGO Scientific and Virgo Collaborations"),
        ("1000 Genomes Consortium", "1000 Genomes Consortium"),
        ("", ""),
    ],
)
def test_a_collaboration_has_its_whole_name(written: str, name: str) -> None:
    assert collaboration_of(entry("article", f"journal = {{J}}, collaboration = {{{written}}}")) == name


def test_a_collaboration_among_the_authors_is_not_named_twice() -> None:
    fields = "author = {{The ATLAS Collaboration}}, collaboration = {ATLAS}, journal = {J}"

    assert collaboration_of(entry("article", fields)) == ""


@pytest.mark.parametrize(
    ("fields", "role"),
    [
        ("editor = {Doe, J and Roe, K}", "editors"),
        ("editor = {Doe, J}", "editor"),
        ("editor = {Doe, J and Roe, K}, editortype = {compiler}", "compilers"),
        ("editor = {Doe, J}, editortype = {organizer}", "organizer"),
    ],
)
def test_editors_in_the_place_of_authors_are_told_apart(fields: str, role: str) -> None:
    assert role_of_editors(entry("collection", fields)) == role


BOOKS = """
@book{b, title = {Courts}, author = {Lovelace, Ada}, publisher = {P}, year = {2019}, options = {dataonly}}
@collection{c, title = {Kings}, editor = {Roe, Kim}, year = {2018}, options = {dataonly}}
"""


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ("related = {b}, relatedtype = {reviewof}", "Review of Courts, Ada Lovelace, P, 2019"),
        ("related = {b, C}, relatedtype = {reviewof}", "Review of Courts, Ada Lovelace, P, 2019; Kings, Kim Roe, 2018"),
        ("related = {b}, relatedtype = {translationof}", "Translation of Courts, Ada Lovelace, P, 2019"),
        ("related = {b}, relatedtype = {reprintfrom}, relatedstring = {In}", "In: Courts, Ada Lovelace, P, 2019"),
        ("related = {b}, relatedtype = {multivolume}", ""),
    ],
)  # fmt: skip
def test_works_of_others_are_named(fields: str, line: str) -> None:
    source = f"@article{{a, title = {{A}}, author = {{Doe, Jane}}, journal = {{J}}, year = {{2020}}, {fields}}}{BOOKS}"
    (joined,), findings = join_versions(read_bibliography(source, file="x.bib").publications)

    assert plain(origins(joined, STYLE)) == line
    assert findings == []


def test_a_work_that_no_entry_describes_is_told() -> None:
    source = "@article{a, title = {A}, author = {D, J}, year = {2020}, related = {z}, relatedtype = {reviewof}}"
    _, findings = join_versions(read_bibliography(source, file="x.bib").publications)

    assert ["no entry has that key" in finding.message for _, finding in findings] == [True]

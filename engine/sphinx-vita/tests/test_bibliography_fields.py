"""What the fields of an entry mean."""

import pytest
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.reading.mistakes import Finding, Mistake
from sphinx_vita.records import Publication, Status
from sphinx_vita.records.dates import Date
from sphinx_vita.records.text import Style


def read(fields: str, kind: str = "article") -> tuple[Publication, tuple[Finding, ...]]:
    """Read one entry with a title, an author and a year besides `fields`, where these do not have them."""
    for name, value in (("title", "T"), ("author", "A B"), ("year", "2001")):
        if not any(part.strip().startswith(name) for part in fields.split(",")):
            fields += f", {name} = {{{value}}}"
    reading = read_bibliography(f"@{kind}{{k, {fields}}}", file="x.bib")
    (publication,) = reading.publications
    return publication, reading.findings


def links(fields: str) -> list[tuple[str, str]]:
    return [(link.kind, link.url) for link in read(fields)[0].links]


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ("title = {A Title.}", "A Title"),
        ("title = {Who?}", "Who?"),
        ("title = {And so on...}", "And so on..."),
        ("title = {Made by Foo Inc.}", "Made by Foo Inc."),
        ("title = {{A {COD} Title.}}", "A COD Title"),
        ("title = {A\n     Title}", "A Title"),
        ("title = {Title}, subtitle = {Sub}", "Title: Sub"),
        ("title = {Title?}, subtitle = {Sub.}", "Title? Sub"),
        ("title = {<i>In vitro</i> &amp; more}", "In vitro & more"),
        ("title = {<script>alert(1)</script>}", "<script>alert(1)</script>"),
    ],
)
def test_a_title_is_shown_as_it_is_meant(fields: str, title: str) -> None:
    assert str(read(fields)[0].title) == title


def test_math_in_a_title_stays_math() -> None:
    spans = read(r"title = {In \(O(n)\) and $\pi$ time}")[0].title.spans

    assert [span.characters for span in spans if span.style is Style.MATH] == ["O(n)", r"\pi"]


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("year = 2001", Date(year=2001)),
        ("year = {2001}, month = jun", Date(year=2001, month=6)),
        ("year = {2001}, month = {Jun}", Date(year=2001, month=6)),
        ("year = {2001}, month = {June}", Date(year=2001, month=6)),
        ("year = {2001}, month = {Sept.}", Date(year=2001, month=9)),
        ("year = {2001}, month = {6}", Date(year=2001, month=6)),
        ("year = {2001}, month = april", Date(year=2001, month=4)),
        ("year = {2001}, month = {DEC 16}", Date(year=2001, month=12, day=16)),
        ("year = {2001}, month = {27--30 Jul}", Date(year=2001, month=7, day=27)),
        ('year = {2001}, month = "10~" # jan', Date(year=2001, month=1, day=10)),
        ("year = {2001}, month = {May/June}", Date(year=2001, month=5)),
        ("year = {2001}, month = {2001-09-03T00:00:00Z}", Date(year=2001, month=9, day=3)),
        ("year = {2001}, month = {Fall}", Date(year=2001, season="Fall")),
        ("year = {2001}, month = feb, day = {30}", Date(year=2001, month=2)),
        ("year = {2001}, month = {13}", Date(year=2001)),
        ("year = {2001}, month = {sometime}", Date(year=2001)),
        ("year = {2001a}", Date(year=2001)),
        ("year = {2001/02}", Date(year=2001)),
        ("date = {2001-05-03}", Date(year=2001, month=5, day=3)),
        ("date = {2001-05/2001-06}", Date(year=2001, month=5)),
        ("date = {2001}", Date(year=2001)),
        ("date = {May 2001}", Date(year=2001, month=5)),
        ("date = {2001-13-45}", Date(year=2001)),
    ],
)
def test_a_date_is_read_as_exactly_as_it_can_be(fields: str, date: Date) -> None:
    publication, findings = read(fields + (", year = {2001}" if "year" not in fields else ""))

    assert publication.date == date
    assert publication.year == "2001"
    assert findings == ()


def test_a_year_that_is_none_is_shown_and_told() -> None:
    publication, findings = read("year = {n.d.}")

    assert (publication.year, publication.date) == ("n.d.", None)
    assert [finding.mistake for finding in findings] == [Mistake.UNREADABLE_DATE]


@pytest.mark.parametrize(
    ("kind", "fields", "status"),
    [
        ("article", "journal = {J}", Status.PUBLISHED),
        ("article", "journal = {J}, year = {In press}", Status.ACCEPTED),
        ("article", "journal = {J}, year = {forthcoming}", Status.ACCEPTED),
        ("article", "journal = {J}, year = {To appear}", Status.ACCEPTED),
        ("article", "journal = {J}, pubstate = {inpress}", Status.ACCEPTED),
        ("article", "journal = {J}, pubstate = {prepublished}", Status.PREPRINT),
        ("article", "journal = {J}, pubstate = {submitted}", Status.SUBMITTED),
        ("article", "pubstate = {Under Review}", Status.SUBMITTED),
        ("article", "pubstate = {inpreparation}", Status.DRAFT),
        ("article", "journal = {Under review at J}", Status.SUBMITTED),
        ("unpublished", "note = {Submitted to J}", Status.SUBMITTED),
        ("unpublished", "note = {In preparation}", Status.DRAFT),
        ("unpublished", "note = {x}", Status.DRAFT),
        ("article", "journal = {arXiv preprint arXiv:2606.00188}", Status.PREPRINT),
        ("article", "journal = {CoRR}, volume = {abs/2606.00188}", Status.PREPRINT),
        ("misc", "eprint = {2606.00188}, archiveprefix = {arXiv}", Status.PREPRINT),
        ("misc", "eprint = {2606.00188}, note = {To appear at SYS}", Status.ACCEPTED),
        ("misc", "howpublished = {Software}", Status.PUBLISHED),
        ("inproceedings", "booktitle = {SYS}, eprint = {2606.00188}", Status.PUBLISHED),
        ("article", "journal = {J}, note = {Accepted as an oral}", Status.PUBLISHED),
    ],
)
def test_the_status_is_what_the_entry_says(kind: str, fields: str, status: Status) -> None:
    publication, findings = read(fields, kind)

    assert publication.status is status
    assert findings == ()


@pytest.mark.parametrize(
    ("fields", "venue"),
    [
        ("journal = {J. of X}", "J. of X"),
        ("journaltitle = {J}", "J"),
        ("booktitle = {Proc. of {SYS}}", "Proc. of SYS"),
        ("school = {MIT}", "MIT"),
        ("institution = {INRIA}", "INRIA"),
        ("howpublished = {Blog}", "Blog"),
        (r"howpublished = {\url{https://example.org}}", ""),
        ("note = {x}", ""),
        (r"journal = {Computers \& Fluids}", "Computers & Fluids"),
    ],
)
def test_the_venue_is_where_it_appeared(fields: str, venue: str) -> None:
    assert str(read(fields)[0].venue) == venue


@pytest.mark.parametrize(
    ("fields", "short"),
    [
        ("abbr = {ICLR}", "ICLR"),
        ("abbr = {ICLR 2001}", "ICLR"),
        ("abbr = {ASPLOS '01}", "ASPLOS"),
        ("abbr = {TAMS01}", "TAMS"),
        ("abbr = {<b>SYS</b> 2001}", "SYS"),
        ("abbr = {}", ""),
        ("abbrv = {ESEC/FSE 2001}", "ESEC/FSE"),
        ("shortjournal = {J. X}", "J. X"),
        ("series = {ASPLOS '01}", "ASPLOS"),
        ("series = {ICSE}", "ICSE"),
        ("series = {LNCS}", ""),
        ("series = {Lecture Notes in Computer Science}", ""),
        ("booktitle = {Proceedings of SYS}", ""),
    ],
)
def test_the_short_venue_has_no_year_and_is_never_made_up(fields: str, short: str) -> None:
    assert read(fields, "inproceedings")[0].venue_short == short


@pytest.mark.parametrize(
    "written",
    [
        "10.1145/3779212.3790140",
        "https://doi.org/10.1145/3779212.3790140",
        "http://dx.doi.org/10.1145/3779212.3790140",
        "doi:10.1145/3779212.3790140",
        "https://doi.org/doi:10.1145/3779212.3790140",
        "https://dl.acm.org/doi/10.1145/3779212.3790140",
        "https://dl.acm.org/doi/abs/10.1145%2F3779212.3790140?x=1",
        r"{10.1145/3779212.3790140}",
    ],
)
def test_a_doi_is_read_bare(written: str) -> None:
    publication, findings = read(f"doi = {{{written}}}")

    assert publication.doi == "10.1145/3779212.3790140"
    assert [(link.kind, link.url) for link in publication.links] == [("doi", "https://doi.org/10.1145/3779212.3790140")]
    assert findings == ()


@pytest.mark.parametrize("written", [r"10.1007/a\_b", r"10.1007/a{\_}b", r"10.1007/a\textunderscore b"])
def test_an_underscore_of_tex_in_a_doi_is_one(written: str) -> None:
    assert read(f"doi = {{{written}}}")[0].doi == "10.1007/a_b"


def test_signs_of_an_old_doi_are_quoted_in_its_address() -> None:
    publication, _ = read("doi = {10.1002/(SICI)1097<1661::AID>3.0.CO;2-2}")

    assert publication.doi == "10.1002/(SICI)1097<1661::AID>3.0.CO;2-2"
    assert publication.links[0].url == "https://doi.org/10.1002/(SICI)1097%3C1661::AID%3E3.0.CO;2-2"


@pytest.mark.parametrize("written", ["TBD", "92--101", "to appear"])
def test_a_doi_that_is_none_is_told_and_dropped(written: str) -> None:
    publication, findings = read(f"doi = {{{written}}}")

    assert (publication.doi, publication.links) == ("", ())
    assert [finding.mistake for finding in findings] == [Mistake.INVALID_LINK]


def test_the_address_of_a_publisher_in_place_of_a_doi_is_told_and_kept() -> None:
    publication, findings = read("doi = {https://publisher.example/42}")

    assert [(link.kind, link.url) for link in publication.links] == [("publisher", "https://publisher.example/42")]
    assert [finding.mistake for finding in findings] == [Mistake.INVALID_LINK]


@pytest.mark.parametrize(
    "fields",
    [
        "arxiv = {2606.00188}",
        "arxiv = {arXiv:2606.00188v2}",
        "arxiv = {https://arxiv.org/abs/2606.00188}",
        "eprint = {2606.00188}, archiveprefix = {arXiv}, primaryclass = {cs.DC}",
        "eprint = {2606.00188}, eprinttype = {arxiv}",
        "journal = {arXiv preprint arXiv:2606.00188}",
        "journal = {CoRR}, volume = {abs/2606.00188}",
        "url = {https://arxiv.org/abs/2606.00188}",
        "doi = {10.48550/arXiv.2606.00188}",
    ],
)
def test_arxiv_is_found_wherever_it_is_written_and_linked_once(fields: str) -> None:
    publication, findings = read(fields)

    assert publication.arxiv == "2606.00188"
    assert [(link.kind, link.url) for link in publication.links] == [("arxiv", "https://arxiv.org/abs/2606.00188")]
    assert findings == ()


def test_an_old_identifier_of_arxiv_needs_its_class() -> None:
    assert read("eprint = {0502177}, archiveprefix = {arXiv}, primaryclass = {quant-ph}")[0].arxiv == "quant-ph/0502177"
    assert read("eprint = {quant-ph/0502177v1}")[0].arxiv == "quant-ph/0502177"


@pytest.mark.parametrize("path", ["https://example.org/a.pdf", "a.pdf", "papers/a.pdf", "/assets/pdf/a.pdf"])
def test_a_pdf_is_an_address_or_a_file_as_written(path: str) -> None:
    assert links(f"pdf = {{{path}}}") == [("pdf", path)]


def test_every_link_has_its_kind_and_they_stand_in_the_order_of_the_buttons() -> None:
    fields = ", ".join(
        f"{name} = {{https://example.org/{name}}}"
        for name in ("blog", "supp", "video", "poster", "slides", "data", "website", "code", "html", "pdf")
    )

    assert links(fields + ", arxiv = {2606.00188}, doi = {10.1000/x}") == [
        ("pdf", "https://example.org/pdf"),
        ("arxiv", "https://arxiv.org/abs/2606.00188"),
        ("doi", "https://doi.org/10.1000/x"),
        ("publisher", "https://example.org/html"),
        ("code", "https://example.org/code"),
        ("project", "https://example.org/website"),
        ("data", "https://example.org/data"),
        ("slides", "https://example.org/slides"),
        ("poster", "https://example.org/poster"),
        ("video", "https://example.org/video"),
        ("supplement", "https://example.org/supp"),
        ("blog", "https://example.org/blog"),
    ]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ('url = {<a href="https://example.org/x">here</a>}', [("publisher", "https://example.org/x")]),
        ('url = {doi:<a href="https://doi.org/10.1000/x">10.1000/x</a>}', [("doi", "https://doi.org/10.1000/x")]),
        (r"url = {\url{https://example.org/a\_b\%20c}}", [("publisher", "https://example.org/a_b%20c")]),
        ("url = {https://example.org/a b}", [("publisher", "https://example.org/a%20b")]),
        ("url = {https://doi.org/10.1000/x}, doi = {10.1000/x}", [("doi", "https://doi.org/10.1000/x")]),
        (
            "url = {https://example.org/x/}, html = {http://www.example.org/x}",
            [("publisher", "https://example.org/x/")],
        ),
        ("url = {https://github.com/a/b}", [("code", "https://github.com/a/b")]),
        ("url = {https://example.org/x.pdf}", [("pdf", "https://example.org/x.pdf")]),
        (r"howpublished = {\url{https://example.org/x}}", [("publisher", "https://example.org/x")]),
    ],
)
def test_an_address_is_found_in_what_people_write(fields: str, found: list[tuple[str, str]]) -> None:
    assert links(fields) == found


@pytest.mark.parametrize(
    ("fields", "mistake"),
    [
        ("code = {#}", Mistake.EMPTY_LINK),
        ("code = {javascript:alert(1)}", Mistake.INVALID_LINK),
        ('url = {<a href="javascript:alert(1)">x</a>}', Mistake.INVALID_LINK),
        ("code = {coming soon}", Mistake.INVALID_LINK),
        ("video = {TBA}", Mistake.INVALID_LINK),
        ("website = {www.example.org/x}", Mistake.INVALID_LINK),
        ("preview = {javascript:x}", Mistake.INVALID_LINK),
    ],
)
def test_a_link_that_is_none_is_told_with_its_field_and_dropped(fields: str, mistake: Mistake) -> None:
    publication, findings = read(fields)

    assert (publication.links, publication.preview) == ((), "")
    assert [finding.mistake for finding in findings] == [mistake]
    assert fields.split(" ")[0] in findings[0].message


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("377--393", "377–393"),
        ("377-393", "377–393"),
        ("377 – 393", "377–393"),
        ("377 - 393", "377–393"),
        ("pp. 1-2", "1–2"),
        ("1-2, 5-7", "1–2, 5–7"),
        ("3-1--3-10", "3-1–3-10"),
        ("041008", "041008"),
        ("e12", "e12"),
    ],
)
def test_pages_have_an_en_dash(written: str, shown: str) -> None:
    assert read(f"pages = {{{written}}}")[0].pages == shown


@pytest.mark.parametrize(
    ("written", "selected"),
    [
        ("{true}", True),
        ("{false}", False),
        ("True", True),
        ("true", True),
        ("{}", False),
        ("{no}", False),
        ("{1}", True),
    ],
)
def test_selected_is_read_by_its_value(written: str, selected: bool) -> None:
    assert read(f"selected = {written}")[0].selected is selected


def notes(fields: str) -> list[tuple[str, ...]]:
    return [author.notes for author in read(f"author = {{A B and C D and E F}}, {fields}")[0].authors]


@pytest.mark.parametrize(
    "fields",
    [
        "author+an = {1=equal; 2=equal}",
        'author+an = {1="equal contribution"; 2:family="equal"}',
        "author+an:role = {1=Equal;2=equal}",
        "equal = {1, 2}",
        "equal = {A B and C D}",
        "equal_contribution = {1,2}",
    ],
)
def test_equal_contribution_is_read_however_it_is_written(fields: str) -> None:
    assert notes(fields) == [("equal",), ("equal",), ()]


def test_unknown_words_of_an_annotation_are_kept() -> None:
    assert notes("author+an = {1=equal,corresponding; 3=chair; 9=nobody}") == [
        ("equal", "corresponding"),
        (),
        ("chair",),
    ]


def test_an_annotation_tells_what_the_signs_mean() -> None:
    publication, _ = read(
        "author = {A B* and C D*† and E F†}, annotation = {* Equal contribution<br>† Corresponding author}"
    )

    assert [author.notes for author in publication.authors] == [
        ("equal",),
        ("equal", "corresponding"),
        ("corresponding",),
    ]
    assert [author.mark for author in publication.authors] == ["", "", ""]


def test_a_star_that_means_something_else_is_no_equal_contribution() -> None:
    publication, _ = read("author = {A B and C D* and E F*}, annotation = {* joint second author}")

    assert [author.notes for author in publication.authors] == [(), ("joint second author",), ("joint second author",)]


@pytest.mark.parametrize(
    ("fields", "awards"),
    [
        ("award = {Best Paper}", ("Best Paper",)),
        ("award = {Best Paper, Artifact Award}", ("Best Paper", "Artifact Award")),
        ("award = {Best Paper; Spotlight (top 5\\%, oral)}", ("Best Paper", "Spotlight (top 5%, oral)")),
        ("award_name = {Oral <strong>(1.8\\%)</strong>}", ("Oral (1.8%)",)),
    ],
)
def test_awards_are_short_texts(fields: str, awards: tuple[str, ...]) -> None:
    assert read(fields)[0].awards == awards


def test_the_story_of_an_award_is_a_remark() -> None:
    publication, _ = read(
        "award_name = {Oral}, award = {Selected for an oral <b>presentation</b>}, note = {Note}, addendum = {More}"
    )

    assert publication.awards == ("Oral",)
    assert [str(remark) for remark in publication.remarks] == ["Note", "More", "Selected for an oral presentation"]


@pytest.mark.parametrize(
    ("written", "keywords"),
    [
        ("a, b c,a,", ("a", "b c")),
        ("a, b; c", ("a, b", "c")),
        (r"R\&D, {\"o}", ("R&D", "ö")),
        ("A &amp; B, C", ("A & B", "C")),
    ],
)
def test_keywords_are_split(written: str, keywords: tuple[str, ...]) -> None:
    assert read(f"keywords = {{{written}}}")[0].keywords == keywords


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("unread, gaussians, ToRead", "gaussians"),
        ("#nosource; deep learning; /unread; ⛔ No DOI found; ⭐⭐⭐", "deep learning"),
        (
            "_tablet, C\\#, Reading Comprehension, read-only memory",
            "C\\#, Reading Comprehension, read-only memory",
        ),
    ],
)
def test_tags_of_a_reader_are_no_keywords(written: str, kept: str) -> None:
    publication, _ = read(f"keywords = {{{written}}}")

    assert ", ".join(publication.keywords) == kept.replace("\\", "")
    assert dict(publication.fields)["keywords"] == kept


def test_an_abstract_in_html_is_text() -> None:
    abstract = read("abstract = {<p>One &lt; two.</p> <p>10\\% of <i>x</i></p>}")[0].abstract

    assert str(abstract) == "One < two. 10% of x"


def test_the_rest_is_plain_text() -> None:
    publication, _ = read(
        r"volume = {1}, issue = {2}, publisher = {A \& B}, isbn = {978-1}, preview = {a b.png}, author = {A and others}"
    )

    assert (publication.volume, publication.number, publication.publisher) == ("1", "2", "A & B")
    assert (publication.isbn, publication.preview, publication.has_more_authors) == ("978-1", "a b.png", True)


def test_fields_stay_as_they_were_written() -> None:
    publication, _ = read(r"title = {{\"U}ber $x$}, month = jun, series = {<b>\x</b>}")

    assert publication.fields[:3] == (("title", r"{\"U}ber $x$"), ("month", "jun"), ("series", r"<b>\x</b>"))


def test_a_misspelt_field_to_withhold_withholds_the_entry_and_is_told() -> None:
    reading = read_bibliography("@misc{a, title = {A}, note = {Secret}, visibility = {private nte}}", file="p.bib")

    assert reading.publications == ()
    (finding,) = reading.findings
    assert finding.mistake is Mistake.UNKNOWN_VALUE
    assert "nte" in finding.message

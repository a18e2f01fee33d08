"""How far a work has come, by everything that its entry tells; what is doubtful never counts as published."""

import re

import pytest
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.reading.bibtex.signs_of_status import PUBSTATES, REPOSITORIES, WORDS, Repository
from sphinx_vita.reading.bibtex.status_words import signs_in
from sphinx_vita.reading.mistakes import Finding, Mistake
from sphinx_vita.records import Publication, Status

PUBLISHED, ACCEPTED, SUBMITTED, PREPRINT, DRAFT = Status


def read(kind: str, fields: str) -> tuple[Publication, tuple[Finding, ...]]:
    """Read one entry with a title, an author and a year besides `fields`."""
    year = "" if re.search(r"\b(?:year|date) *=", fields) else ", year = {2025}"
    reading = read_bibliography(f"@{kind}{{k, title = {{T}}, author = {{A B}}{year}, {fields}}}", file="x.bib")
    return reading.publications[0], reading.findings


ENTRIES = [
    # By notes, whatever journal is named.
    ("article", "journal = {Nature}, note = {Submitted}", SUBMITTED),
    ("article", "journal = {Nature}, note = {Under review}", SUBMITTED),
    ("article", "journal = {Nature}, note = {In review, April 22, 2025}", SUBMITTED),
    ("article", "journal = {Nature}, note = {Revise and resubmit}", SUBMITTED),
    ("article", r"journal = {AER}, note = {R\&R at AER}", SUBMITTED),
    ("article", "journal = {AER}, note = {Equal contribution. Currently under second-round review at AER.}", SUBMITTED),
    ("article", "journal = {AER}, note = {Manuscript submitted for publication}", SUBMITTED),
    ("article", "journal = {AER}, note = {minor revision}", SUBMITTED),
    ("article", "journal = {AER}, note = {Accepted with minor revisions}", SUBMITTED),
    ("article", "journal = {AER}, note = {Conditionally accepted}", SUBMITTED),
    ("article", "journal = {AER}, addendum = {(under review)}", SUBMITTED),
    ("article", r"journal = {AER}, note = {\emph{Under revision}}", SUBMITTED),
    ("article", "journal = {AER}, note = {Eingereicht bei AER}", SUBMITTED),
    ("article", "journal = {AER}, note = {Manuscrit soumis}", SUBMITTED),
    ("article", r"journal = {AER}, note = {Soumis \`a AER}", SUBMITTED),
    ("article", r"journal = {AER}, note = {En cours d'{\'e}valuation}", SUBMITTED),
    ("article", r"journal = {AER}, note = {en revisi\'on}", SUBMITTED),
    ("inproceedings", "booktitle = {SYS}, note = {under double-blind review}", SUBMITTED),
    ("article", "journal = {TBD}, note = {In prep; preprint: https://osf.io/ab3cd}", DRAFT),
    ("article", "journal = {Nature}, note = {In preparation}", DRAFT),
    ("article", "journal = {Nature}, note = {to be submitted}", DRAFT),
    ("article", "journal = {Nature}, note = {Rejected}", DRAFT),
    ("misc", "note = {Manuscript}", DRAFT),
    ("misc", "note = {Manuscript under preparation}", DRAFT),
    ("misc", "note = {Manuscript in press}", ACCEPTED),
    ("article", "journal = {Nature}, note = {Under review. Preprint on bioRxiv.}", SUBMITTED),
    ("article", "journal = {Nature}, note = {in Vorbereitung}", DRAFT),
    ("article", r"journal = {Nature}, note = {en pr\'eparation}", DRAFT),
    ("article", "journal = {Nature}, note = {In press}", ACCEPTED),
    ("article", "journal = {Nature}, note = {Accepted for publication, 3 May 2025}", ACCEPTED),
    ("article", "journal = {Nature}, note = {Advance online publication. Ahead of print}", ACCEPTED),
    ("article", "journal = {Nature}, note = {im Druck}", ACCEPTED),
    ("article", r"journal = {Nature}, note = {{\`A} para\^{i}tre}", ACCEPTED),
    ("article", "journal = {Nature}, note = {en prensa}", ACCEPTED),
    ("article", "journal = {Nature}, note = {Submitted 3 May 2024; accepted 5 June 2025}", ACCEPTED),
    # Notes that say other things.
    ("article", "journal = {Nature}, note = {Accepted as an oral}", PUBLISHED),
    ("article", "journal = {Nature}, volume = {1}, pages = {2--3}, note = {Accepted 3 May 2019}", PUBLISHED),
    ("article", "journal = {Nature}, note = {Published online 3 May 2019; submitted 2018}", PUBLISHED),
    ("article", "journal = {Nature}, note = {Preprint available at https://arxiv.org/abs/2401.00001}", PUBLISHED),
    ("article", "journal = {Nature}, note = {Draft genomes are on request}", PUBLISHED),
    ("article", "journal = {Nature}, note = {Acceptance rate: 12\\%}", PUBLISHED),
    ("article", "journal = {Progress in Press Freedom}", PUBLISHED),
    ("inproceedings", "booktitle = {Work in Progress Session of RTSS}", PUBLISHED),
    ("inproceedings", "booktitle = {XIV Congress of Things}", PUBLISHED),
    ("article", "journal = {Corr. Sci.}", PUBLISHED),
    ("article", "journal = {Halogens}", PUBLISHED),
    ("phdthesis", "school = {MIT}, note = {Submitted in partial fulfillment of the requirements}", PUBLISHED),
    ("phdthesis", "school = {MIT}, note = {in progress}", DRAFT),
    # By the place and the date.
    ("article", "journal = {Nature (under review)}", SUBMITTED),
    ("article", "journal = {Nature, submitted}", SUBMITTED),
    ("article", "journal = {submitted to Physica A}", SUBMITTED),
    ("article", "journal = {Preprint submitted to Elsevier}", SUBMITTED),
    ("article", "journal = {Comm. Math. Phys. (accepted)}", ACCEPTED),
    ("article", "journal = {To appear in Comm. Math. Phys.}", ACCEPTED),
    ("article", "journal = {In preparation for Nature}", DRAFT),
    ("article", "journal = {Nature}, year = {2025 (to appear)}", ACCEPTED),
    ("article", "journal = {Nature}, year = {in press}", ACCEPTED),
    ("article", "journal = {Nature}, year = {submitted}", SUBMITTED),
    ("article", "journal = {Nature}, date = {forthcoming}", ACCEPTED),
    ("article", "journal = {Nature}, volume = {in press}", ACCEPTED),
    ("article", "journal = {Nature}, month = {to appear}", ACCEPTED),
    ("misc", "howpublished = {Submitted to ICML}", SUBMITTED),
    ("article", "journal = {Nature}, abbr = {In review}", SUBMITTED),
    # By `pubstate`.
    ("online", "eprinttype = {arxiv}, eprint = {2401.00001}, pubstate = {prepublished}", PREPRINT),
    ("article", "journal = {Nature}, pubstate = {published}, note = {Under review}", SUBMITTED),
    ("misc", "pubstate = {published}, eprint = {2401.00001}, archiveprefix = {arXiv}", PREPRINT),
    ("unpublished", "pubstate = {published}", PUBLISHED),
    ("article", "journal = {Nature}, pubstate = {Revise and resubmit}", SUBMITTED),
    # By repositories, their DOIs and their types.
    ("misc", "doi = {10.48550/arXiv.2401.00001}, publisher = {arXiv}", PREPRINT),
    ("misc", "doi = {10.31234/osf.io/ab3cd}, publisher = {Center for Open Science}", PREPRINT),
    ("misc", "doi = {10.31219/osf.io/ab3cd}", PREPRINT),
    ("misc", "doi = {10.21203/rs.3.rs-12345/v1}, publisher = {Research Square Platform LLC}", PREPRINT),
    ("misc", "url = {https://doi.org/10.2139/ssrn.3456789}, publisher = {Elsevier BV}", PREPRINT),
    ("misc", "doi = {10.1101/2020.01.30.927871}, publisher = {Cold Spring Harbor Laboratory}", PREPRINT),
    ("article", "doi = {10.1101/123456}, journal = {bioRxiv}", PREPRINT),
    ("article", "doi = {10.1101/gr.123456.111}, journal = {Genome Research}", PUBLISHED),
    ("article", "doi = {10.1101/gad.123456.111}", PUBLISHED),
    ("article", "journal = {SSRN Electronic Journal}, doi = {10.2139/ssrn.3456789}", PREPRINT),
    ("article", "journal = {Cryptology {ePrint} Archive}, volume = {2020/123}", PREPRINT),
    ("article", "journal = {CoRR}, volume = {abs/2606.00188}", PREPRINT),
    ("article", "journal = {SocArXiv}", PREPRINT),
    ("article", "journal = {Preprints}, publisher = {MDPI}", PREPRINT),
    ("article", "journal = {Preprint}", PREPRINT),
    ("article", "journal = {Zenodo}", PREPRINT),
    ("misc", "publisher = {Zenodo}, doi = {10.5281/zenodo.123456}, version = {v1.0}", PUBLISHED),
    ("software", "publisher = {Zenodo}, doi = {10.5281/zenodo.123456}", PUBLISHED),
    ("book", "publisher = {Language Science Press}, doi = {10.5281/zenodo.123456}", PUBLISHED),
    ("unpublished", "note = {working paper or preprint}, hal_id = {hal-01234567}", PREPRINT),
    ("unpublished", "note = {Preprint}", PREPRINT),
    (
        "techreport",
        "institution = {National Bureau of Economic Research}, number = {1}",
        PREPRINT,
    ),
    ("techreport", "institution = {X}, type = {Working Paper}, number = {12345}", PREPRINT),
    ("techreport", "institution = {NASA}, number = {TR-7}", PUBLISHED),
    ("techreport", "institution = {bioRxiv}, type = {preprint}", PREPRINT),
    ("misc", "eprinttype = {hal}, eprint = {hal-01234567}", PREPRINT),
    ("article", "journal = {Nature}, eprinttype = {pubmed}, eprint = {123}", PUBLISHED),
    ("article", "eprinttype = {jstor}, eprint = {2118385}", PUBLISHED),
    ("inproceedings", "booktitle = {ICLR}, publisher = {OpenReview.net}, doi = {10.48550/arXiv.2401.00001}", PUBLISHED),
    ("article", "journal = {arXiv preprint arXiv:2401.00001}, note = {Accepted at ICML 2025}", ACCEPTED),
]


@pytest.mark.parametrize(("kind", "fields", "status"), ENTRIES)
def test_the_status_is_what_the_whole_entry_says(kind: str, fields: str, status: Status) -> None:
    publication, findings = read(kind, fields)

    assert publication.status is status
    assert findings == ()


@pytest.mark.parametrize(("key", "status"), PUBSTATES.items())
def test_every_key_of_pubstate_is_known(key: str, status: Status) -> None:
    assert read("article", f"journal = {{J}}, pubstate = {{{key}}}")[0].status is status


@pytest.mark.parametrize("repository", REPOSITORIES, ids=lambda repository: repository.name)
def test_no_repository_counts_as_published(repository: Repository) -> None:
    name = re.split(r",| and its| ending", repository.name)[0].replace("other archives", "AgriXiv")

    assert read("article", f"journal = {{{name}}}")[0].status is PREPRINT


DOIS = """
    10.48550/arXiv.2401.00001 10.5281/zenodo.1 10.6084/m9.figshare.1 10.17605/osf.io/ab3cd 10.23668/psycharchives.1
    10.1101/2020.01.30.927871 10.1101/123456 10.64898/2026.01.01.123456 10.26434/chemrxiv-2021-x 10.31219/osf.io/x
    10.31235/osf.io/x 10.31237/osf.io/x 10.35542/osf.io/x 10.31730/osf.io/x 10.32942/X2AB 10.33767/osf.io/x
    10.31223/X5AB 10.31224/osf.io/x 10.21203/rs.3.rs-1/v1 10.2139/ssrn.1 10.20944/preprints202001.0001.v1
    10.36227/techrxiv.1 10.22541/au.1 10.1002/essoar.1 10.7287/peerj.preprints.1 10.1590/SciELOPreprints.1
    10.31124/advance.1 10.2196/preprints.1 10.32388/AB 10.33774/apsa-1 10.14293/S2199-1006.1 10.3762/bxiv.2020.1.v1
    10.3386/w12345
""".split()


@pytest.mark.parametrize("doi", DOIS)
def test_a_doi_of_a_repository_is_no_publication(doi: str) -> None:
    assert read("misc", f"doi = {{{doi}}}")[0].status is PREPRINT


def test_every_prefix_of_the_table_is_tried() -> None:
    tried = [each.name for each in REPOSITORIES if each.doi and any(re.match(each.doi, doi.lower()) for doi in DOIS)]

    assert tried == [each.name for each in REPOSITORIES if each.doi]


def test_every_plain_word_of_the_table_tells_its_status() -> None:
    for status, patterns in WORDS.items():
        for pattern in patterns.split("\n"):
            plainest = re.sub(r"\(\?:[^()]*\)[?]|\{[^}]*\}\??|\\[bw]|.\?", "", pattern.strip().split("|")[0])
            if plainest and re.fullmatch(r"[a-z ]+", plainest):
                assert [sign.status for sign in signs_in(plainest)] == [status], plainest


@pytest.mark.parametrize("state", ["inpres", "refereed", "sent", "in review-ish", "postprint"])
def test_an_unknown_pubstate_is_told_and_never_counts_as_published(state: str) -> None:
    publication, findings = read("inproceedings", f"booktitle = {{SYS}}, pubstate = {{{state}}}")

    assert publication.status is DRAFT
    assert [finding.mistake for finding in findings] == [Mistake.UNKNOWN_VALUE]
    assert state in findings[0].message
    assert "inpress" in findings[0].message


@pytest.mark.parametrize(
    ("fields", "venue", "remarks"),
    [
        ("journal = {submitted to Physica A}", "Physica A", []),
        ("journal = {Submitted to JQSRT for review}", "JQSRT", []),
        ("journal = {Submitted to a journal}", "", []),
        ("journal = {Nature (under review)}", "Nature", []),
        ("journal = {Nature, submitted}", "Nature", []),
        ("journal = {Comm. Math. Phys. (accepted)}", "Comm. Math. Phys.", []),
        ("journal = {To appear in Comm. Math. Phys.}", "Comm. Math. Phys.", []),
        ("journal = {In press: Nature}", "Nature", []),
        ("journal = {TBD}, note = {In prep}", "", []),
        ("journal = {Nature}, note = {In review, April 22, 2025}", "Nature", []),
        ("journal = {Nature}, note = {Under review at Nature}", "Nature", []),
        ("journal = {Nature}, note = {Equal work. Under review}", "Nature", ["Equal work."]),
        ("journal = {Nature}, note = {In prep; preprint: https://osf.io/x}", "Nature", ["preprint: https://osf.io/x"]),
        ("journal = {Nature}, note = {Invited paper (in press)}", "Nature", ["Invited paper"]),
        ("note = {To appear in ICML 2025}", "ICML 2025", []),
        ("note = {Submitted to Nature. Data on request}", "Nature", ["Data on request"]),
        ("journal = {arXiv preprint arXiv:2401.00001}, note = {Accepted at ICML}", "ICML", []),
        ("journal = {arXiv preprint arXiv:2401.00001}", "arXiv preprint arXiv:2401.00001", []),
        ("journal = {Nature}, note = {Accepted as an oral}", "Nature", ["Accepted as an oral"]),
        ("journal = {Nature}, year = {In press}", "Nature", []),
        ("journal = {Accepted Practice}", "Accepted Practice", []),
    ],
)
def test_what_tells_the_status_is_not_printed_twice(fields: str, venue: str, remarks: list[str]) -> None:
    publication, _ = read("article", fields)

    assert str(publication.venue) == venue
    assert [str(remark) for remark in publication.remarks] == remarks


@pytest.mark.parametrize(("written", "year"), [("in press", ""), ("2025 (to appear)", "2025"), ("submitted", "")])
def test_words_in_the_place_of_a_year_are_no_year(written: str, year: str) -> None:
    assert read("article", f"journal = {{J}}, year = {{{written}}}")[0].printed_year == year


def test_words_in_the_place_of_a_number_are_no_number() -> None:
    publication, _ = read("article", "journal = {J}, volume = {in press}, pages = {to appear}, abbr = {To appear}")

    assert (publication.volume, publication.pages, publication.venue_short) == ("", "", "")


@pytest.mark.parametrize(
    ("kind", "fields", "is_reviewed"),
    [
        ("article", "journal = {Nature}", True),
        ("inproceedings", "booktitle = {SYS}", True),
        ("article", "journal = {Nature}, pubstate = {inpress}", True),
        ("article", "journal = {Nature}, pubstate = {submitted}", False),
        ("article", "journal = {arXiv}", False),
        ("article", "journal = {Wired}, entrysubtype = {magazine}", False),
        ("article", "journal = {ACM Newsletter}", False),
        ("article", "url = {https://x.example/}", False),
        *((kind, "institution = {MIT}", False) for kind in "phdthesis techreport patent dataset software misc".split()),
    ],
)
def test_only_papers_of_journals_and_conferences_count_as_reviewed(kind: str, fields: str, is_reviewed: bool) -> None:
    assert read(kind, fields)[0].is_reviewed is is_reviewed

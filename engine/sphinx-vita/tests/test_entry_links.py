"""What there is to open for an entry: the right page under the right name, no target and no name twice."""

import pytest
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.reading.bibtex.identifiers import CATALOGS, Catalog, page_of
from sphinx_vita.reading.mistakes import Finding, Mistake
from sphinx_vita.records import LINK_LABELS, PAGES, Identifier, Publication


def read(fields: str) -> tuple[Publication, tuple[Finding, ...]]:
    reading = read_bibliography(f"@article{{k, title={{T}}, author={{A B}}, year=2001, {fields}}}", file="x.bib")
    return reading.publications[0], reading.findings


def buttons(fields: str) -> list[tuple[str, str]]:
    publication, findings = read(fields)
    assert findings == ()
    return [(link.label, link.url) for link in publication.links]


PUBMED = ("PubMed", "https://pubmed.ncbi.nlm.nih.gov/23456789/")
PMC = ("PubMed Central", "https://pmc.ncbi.nlm.nih.gov/articles/PMC3456789/")
HAL = ("HAL", "https://hal.science/hal-01234567")
JSTOR = ("JSTOR", "https://www.jstor.org/stable/2118385")
ARXIV = ("arXiv", "https://arxiv.org/abs/2401.00001")
DOI = ("DOI", "https://doi.org/10.1000/x")


@pytest.mark.parametrize(
    ("fields", "button"),
    [
        ("pmid = {23456789}", PUBMED),
        ("pmid = {PMID: 23456789}", PUBMED),
        ("pmid = {https://www.ncbi.nlm.nih.gov/pubmed/23456789}", PUBMED),
        ("url = {http://www.ncbi.nlm.nih.gov/pubmed/23456789}", PUBMED),
        ("eprinttype = {pubmed}, eprint = {23456789}", PUBMED),
        ("archiveprefix = {PubMed}, eprint = {23456789}", PUBMED),
        ("pmcid = {PMC3456789}", PMC),
        ("pmcid = {3456789}", PMC),
        ("url = {https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3456789/}", PMC),
        ("hal_id = {hal-01234567}", HAL),
        ("hal_id = {hal-01234567v2}", HAL),
        ("eprinttype = {HAL}, eprint = {hal-01234567}", HAL),
        ("url = {https://inria.hal.science/hal-01234567v1}", HAL),
        ("url = {https://hal.archives-ouvertes.fr/hal-01234567}", HAL),
        ("eprinttype = {jstor}, eprint = {2118385}", JSTOR),
        ("url = {http://www.jstor.org/stable/2118385}", JSTOR),
        ("eprinttype = {googlebooks}, eprint = {hZkPAQAAMAAJ}", ("Google Books", "https://books.google.com/books?id=hZkPAQAAMAAJ")),
        ("corpusid = {13756489}", ("Semantic Scholar", "https://api.semanticscholar.org/CorpusID:13756489")),
        ("url = {https://api.semanticscholar.org/CorpusID:13756489}", ("Semantic Scholar", "https://api.semanticscholar.org/CorpusID:13756489")),
        ("openreview = {rJXMpikCZ}", ("OpenReview", "https://openreview.net/forum?id=rJXMpikCZ")),
        ("url = {https://openreview.net/forum?id=rJXMpikCZ}", ("OpenReview", "https://openreview.net/forum?id=rJXMpikCZ")),
        ("inspirehep_id = {1608652}", ("INSPIRE", "https://inspirehep.net/literature/1608652")),
        ("mrnumber = {MR1234567 (98k:11001)}", ("MathSciNet", "https://mathscinet.ams.org/mathscinet-getitem?mr=1234567")),
        ("zblnumber = {1234.56789}", ("zbMATH", "https://zbmath.org/?q=an:1234.56789")),
        ("adsurl = {https://ui.adsabs.harvard.edu/abs/2001ApJ...553...47F}", ("ADS", "https://ui.adsabs.harvard.edu/abs/2001ApJ...553...47F/abstract")),
        ("adsurl = {http://adsabs.harvard.edu/abs/2016A%26A...594A..13P}", ("ADS", "https://ui.adsabs.harvard.edu/abs/2016A%26A...594A..13P/abstract")),
        ("handle = {1721.1/12345}", ("Handle", "https://hdl.handle.net/1721.1/12345")),
        ("urn = {urn:nbn:de:101:1-201102033592}", ("URN", "https://nbn-resolving.org/urn:nbn:de:101:1-201102033592")),
        ("url = {https://papers.ssrn.com/sol3/papers.cfm?abstract_id=3456789}", ("SSRN", "https://ssrn.com/abstract=3456789")),
        ("eprinttype = {psyarxiv}, eprint = {ab3cd}", ("OSF", "https://osf.io/ab3cd")),
        ("url = {https://eprint.iacr.org/2020/123}", ("Cryptology ePrint", "https://eprint.iacr.org/2020/123")),
        # Abstract pages are no PDF, whatever the field; a PDF is one in any field.
        ("preprint = {https://arxiv.org/abs/2401.00001}", ARXIV),
        ("pdf = {https://arxiv.org/abs/2401.00001v2}", ARXIV),
        ("preprint = {https://www.biorxiv.org/content/10.1101/2020.01.30.927871v1}", ("bioRxiv", "https://www.biorxiv.org/content/10.1101/2020.01.30.927871")),
        ("pdf = {https://www.biorxiv.org/content/10.1101/2020.01.30.927871v1.full.pdf}", ("PDF", "https://www.biorxiv.org/content/10.1101/2020.01.30.927871v1.full.pdf")),
        ("preprint = {https://osf.io/preprints/psyarxiv/ab3cd}", ("OSF", "https://osf.io/ab3cd")),
        ("preprint = {https://psyarxiv.com/ab3cd/}", ("PsyArXiv", "https://psyarxiv.com/ab3cd/")),
        ("preprint = {https://chemrxiv.org/engage/chemrxiv/article-details/1}", ("ChemRxiv", "https://chemrxiv.org/engage/chemrxiv/article-details/1")),
        ("pdf = {https://www.researchsquare.com/article/rs-1/v1}", ("Research Square", "https://www.researchsquare.com/article/rs-1/v1")),
        ("preprint = {https://x.example/abs/1}", ("Preprint", "https://x.example/abs/1")),
        ("preprint = {https://x.example/a.pdf}", ("PDF", "https://x.example/a.pdf")),
        ("preprint = {a.pdf}", ("PDF", "a.pdf")),
        ("pdf = {https://x.example/share/1}", ("PDF", "https://x.example/share/1")),
        ("pdf = {https://link.springer.com/article/10.1007/1}", ("Publisher", "https://link.springer.com/article/10.1007/1")),
        ("pdf = {https://link.springer.com/content/pdf/10.1007/1}", ("PDF", "https://link.springer.com/content/pdf/10.1007/1")),
        ("pdf = {https://x.example/paper.html}", ("Publisher", "https://x.example/paper.html")),
        ("eprint = {https://onlinelibrary.wiley.com/doi/pdf/10.1002/x}", ("PDF", "https://onlinelibrary.wiley.com/doi/pdf/10.1002/x")),
        ("eprint = {https://www.science.org/doi/pdf/10.1126/x}", ("PDF", "https://www.science.org/doi/pdf/10.1126/x")),
        ("url = {https://openreview.net/pdf?id=rJXMpikCZ}", ("PDF", "https://openreview.net/pdf?id=rJXMpikCZ")),
        ("url = {https://hal.science/hal-01234567/document}", ("PDF", "https://hal.science/hal-01234567/document")),
        ("url = {https://osf.io/ab3cd/download}", ("PDF", "https://osf.io/ab3cd/download")),
        # Fields of other site makers.
        ("title_url = {https://x.example/t}", ("Publisher", "https://x.example/t")),
        ("url_code = {https://x.example/c}", ("Code", "https://x.example/c")),
        ("slides_url = {https://x.example/s}", ("Slides", "https://x.example/s")),
    ],
)  # fmt: skip
def test_one_address_is_one_button_with_the_right_name(fields: str, button: tuple[str, str]) -> None:
    assert buttons(fields) == [button]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("doi = {10.1000/x}, url = {https://dx.doi.org/10.1000/X}", [DOI]),
        ("doi = {10.1000/x}, pdf = {https://doi.org/10.1000/x}", [DOI]),
        ("doi = {10.48550/arXiv.2401.00001}, url = {https://doi.org/10.48550/arXiv.2401.00001}", [ARXIV]),
        ("journal = {CoRR}, volume = {abs/2401.00001}, url = {https://doi.org/10.48550/arXiv.2401.00001}", [ARXIV]),
        ("arxiv = {2401.00001}, preprint = {https://arxiv.org/abs/2401.00001v3}", [ARXIV]),
        ("pmid = {23456789}, url = {https://pubmed.ncbi.nlm.nih.gov/23456789}", [PUBMED]),
        ("pmid = {23456789}, pmcid = {PMC3456789}, doi = {10.1000/x}", [DOI, PMC, PUBMED]),
        ("url = {https://x.example/a}, pdf = {https://www.x.example/a/}", [("PDF", "https://www.x.example/a/")]),
        (
            "url = {https://a.example/x and https://b.example/y}",
            [("Publisher", "https://a.example/x"), ("Publisher (b.example)", "https://b.example/y")],
        ),
        (
            r"url = {\url{https://a.example/x}; https://a.example/y, https://a.example/z}",
            [("Publisher", "https://a.example/x")],
        ),
        (
            "url = {https://a.example/x, https://a.example/y https://a.example/z}",
            [
                ("Publisher", "https://a.example/x"),
                ("Publisher 2", "https://a.example/y"),
                ("Publisher 3", "https://a.example/z"),
            ],
        ),
        (
            "pdf = {a.pdf}, url = {https://x.example/b.pdf}, eprint = {https://y.example/doi/pdf/10.1/1}",
            [
                ("PDF", "a.pdf"),
                ("PDF (x.example)", "https://x.example/b.pdf"),
                ("PDF (y.example)", "https://y.example/doi/pdf/10.1/1"),
            ],
        ),
        (
            "corpusid = {13756489}, semanticscholar = {204e3073870fae3d05bcbc2f6a8e263d9b72e776}",
            [
                ("Semantic Scholar", "https://api.semanticscholar.org/CorpusID:13756489"),
                (
                    "Semantic Scholar (semanticscholar.org)",
                    "https://www.semanticscholar.org/paper/204e3073870fae3d05bcbc2f6a8e263d9b72e776",
                ),
            ],
        ),
    ],
)  # fmt: skip
def test_no_target_and_no_name_is_there_twice(fields: str, expected: list[tuple[str, str]]) -> None:
    assert buttons(fields) == expected


@pytest.mark.parametrize("catalog", CATALOGS, ids=lambda catalog: catalog.scheme)
def test_the_example_of_each_catalog_is_read_and_opens_a_page_that_is_read_as_the_same(catalog: Catalog) -> None:
    page = page_of(Identifier(scheme=catalog.scheme, value=catalog.example))

    assert catalog.bare(catalog.example) == catalog.example
    assert catalog.scheme in LINK_LABELS
    assert not catalog.address or catalog.bare(page) == catalog.example


def test_every_kind_of_page_has_a_label() -> None:
    assert [kind for kind in PAGES if kind not in LINK_LABELS] == []


def test_numbers_are_kept_for_the_exports() -> None:
    publication, _ = read("pmid = {23456789}, url = {https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3456789/}")

    assert publication.identifier("pmid") == "23456789"
    assert publication.identifier("pmcid") == "PMC3456789"
    assert publication.identifier("hal") == ""


@pytest.mark.parametrize("fields", ["pmid = {see below}", "pmcid = {x1}", "mrnumber = {pending}"])
def test_a_number_that_is_none_is_told(fields: str) -> None:
    publication, findings = read(fields)

    assert publication.links == ()
    assert [finding.mistake for finding in findings] == [Mistake.INVALID_LINK]
    assert "write it like" in findings[0].message


def test_numbers_of_other_archives_are_no_arxiv() -> None:
    assert read("eprinttype = {pubmed}, eprint = {23456789}")[0].arxiv == ""

"""What services answer, in the forms of their documentation, becomes works with the fields of BibTeX."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sphinx_vita.imports.catalogs.answers import (
    read_arxiv_atom,
    read_bibtex,
    read_google_books,
    read_open_library,
    read_openreview,
    read_pubmed,
)
from sphinx_vita.imports.catalogs.identified import Found, arxiv_of_doi, read_csl, written_name
from sphinx_vita.imports.catalogs.record_lists import read_dblp, read_openalex_works, read_orcid_works
from sphinx_vita.imports.catalogs.tex_titles import protected, tex_as_it_is, tex_of

SERVICES = Path(__file__).parent / "samples" / "services"
Reader = Callable[[str], Found | None]


def sample(name: str) -> str:
    return (SERVICES / name).read_text("utf-8")


WHOLE: dict[str, tuple[Reader, str, dict[str, str]]] = {
    "crossref.json": (read_csl, "inproceedings", {
        "title": r"WhaleNet: Hearing \emph{Megaptera} with one GPU \& no cloud",
        "author": "Valderrama Quispe, Inés and van der Meer, Jr., Ludwig and {Song Watch Collaboration}",
        "booktitle": "Proceedings of the 31st ACM Ocean Sound Symposium",
        "abbr": "OSS", "publisher": "ACM",
        "address": "New York, NY, USA", "year": "2026", "month": "mar", "pages": "377--393",
        "isbn": "9783161484100", "doi": "10.5555/1234567.7654321",
        "abstract": r"We hear 10\textsuperscript{3} whales.",
        "eprint": "2505.01234", "archiveprefix": "arXiv"}),
    "datacite.json": (read_csl, "dataset", {
        "title": r"Songs of the Southern Ocean, 2016\_2025", "author": "Valderrama Quispe, Inés and OceanLab",
        "publisher": "Zenodo", "year": "2025", "month": "jul", "version": "1.2.0", "doi": "10.5281/zenodo.5555555",
        "abstract": "Recordings of 14 sites."}),
    "arxiv.xml": (read_arxiv_atom, "misc", {
        "title": r"WhaleNet: Hearing $\mathcal{O}(n)$ Whales with one GPU",
        "author": "Quispe, Inés Valderrama and van der Meer, Ludwig", "year": "2025", "month": "nov",
        "eprint": "2505.01234", "archiveprefix": "arXiv", "primaryclass": "cs.SD",
        "abstract": r"We hear whales \& ships at 50\% of the cost."}),
    "pubmed.xml": (read_pubmed, "article", {
        "title": r"Effect of \emph{p53} on hearing in CO\textsubscript{2}-rich water: a trial in Chile \& Peru",
        "author": "Valderrama Quispe, Inés and O'Brien, 2nd, Zoë and {Trial Study Group}",
        "author+an": "1=equal; 2=equal", "journal": "The Lancet. Whales", "year": "2019", "month": "oct",
        "volume": "20", "number": "10", "pages": "1364--1376", "issn": "1474-5488",
        "doi": "10.5555/S1470-2045(19)30500-0", "pmid": "31452104", "pmcid": "PMC7000001",
        "abstract": r"Whales hear. We asked \textbf{them}; p<0.05."}),
    "openlibrary.json": (read_open_library, "book", {
        "title": "Listening: a companion to the sea", "author": "Valderrama, Inés", "isbn": "9780306406157",
        "publisher": "Example University Press", "address": "Porto", "year": "2009"}),
    "googlebooks.json": (read_google_books, "book", {
        "title": "The Sea: A Concert Hall", "author": "Valderrama, Inés and Doe, Jane", "isbn": "9780804429573",
        "publisher": "Example Press", "year": "2019"}),
    "openreview.json": (read_openreview, "inproceedings", {
        "title": "WhaleFormer: Attention under Water", "author": r"In{\'e}s Valderrama and Jane Doe", "year": "2025",
        "booktitle": "The Thirteenth International Conference on Whale Learning", "openreview": "rJXMpikCZ",
        "abstract": "We attend to $n^2$ whales."}),
    "openreview_v1.json": (read_openreview, "unpublished", {
        "title": "Deep Diving", "author": "Doe, Jane", "pubstate": "submitted", "openreview": "Hkabc12345",
        "abstract": "We dive."}),
}  # fmt: skip


@pytest.mark.parametrize("name", WHOLE)
def test_an_answer_is_read_whole(name: str) -> None:
    read, entry_type, fields = WHOLE[name]

    found = read(sample(name))

    assert found
    assert (found.entry_type, dict(found.fields)) == (entry_type, fields)


def test_bibtex_keeps_all_of_its_fields_and_its_key() -> None:
    (found,) = read_bibtex(sample("acl.bib"))

    assert found.key == "valderrama-doe-2022-whales"
    assert found.fields["author"] == r"Valderrama, In{\'e}s and Doe, Jane"
    assert found.fields["title"] == "Whales Speak {E}nglish: A Corpus"
    assert len(found.fields) == 12


@pytest.mark.parametrize(
    ("author", "bare", "marks"),
    [
        ("Doe, Jane* and Roe, Richard*", "Doe, Jane and Roe, Richard", "1=equal; 2=equal"),
        (r"Jane Doe$^*$ and A B and Roe\textsuperscript{*}, R.", "Jane Doe and A B and Roe, R.", "1=equal; 3=equal"),
        ("Doe*, Jane and Roe, Richard", "Doe*, Jane and Roe, Richard", ""),  # one alone means something else
    ],
)
def test_asterisks_behind_names_become_annotations(author: str, bare: str, marks: str) -> None:
    (found,) = read_bibtex(f"@misc{{a, author = {{{author}}}, title = {{T}}}}")

    assert (found.fields["author"], found.fields.get("author+an", "")) == (bare, marks)


@pytest.mark.parametrize(
    ("read", "answer"),
    [
        (read_arxiv_atom, sample("arxiv_none.xml")),
        (read_arxiv_atom, "<feed xmlns='http://www.w3.org/2005/Atom'></feed>"),
        (read_arxiv_atom, "Rate exceeded."),
        (read_pubmed, "<PubmedArticleSet></PubmedArticleSet>"),
        (read_pubmed, '<!DOCTYPE a [<!ENTITY b "c">]><PubmedArticleSet>&b;</PubmedArticleSet>'),
        (read_csl, "<html>"),
        (read_csl, "[1]"),
        (read_csl, '{"title": null}'),
        (read_open_library, "{}"),
        (read_google_books, '{"kind": "books#volumes", "totalItems": 0}'),
        (read_openreview, '{"notes": [], "count": 0}'),
    ],
)
def test_an_answer_without_a_work_says_nothing(read: Reader, answer: str) -> None:
    assert read(answer) is None


CSL: list[tuple[dict[str, object], str, dict[str, str]]] = [
    ({"type": "journal-article", "title": ["A"], "container-title": ["J. &amp; B."], "issued": {"date-parts": [[None]]},
      "published-online": {"date-parts": [[2020]]}, "publisher": "P", "ISSN": ["1"], "article-number": "e12"},
     "article", {"title": "A", "journal": r"J. \& B.", "year": "2020", "issn": "1", "eid": "e12"}),
    ({"type": "article", "title": "B", "institution": [{"name": "bioRxiv"}], "publisher": "CSHL"},
     "misc", {"title": "B", "howpublished": "bioRxiv"}),
    ({"type": "book-chapter", "title": "C", "container-title": ["Lecture Notes in Computer Science", "ECCV 2020"]},
     "incollection", {"title": "C", "booktitle": "ECCV 2020", "series": "Lecture Notes in Computer Science"}),
    ({"type": "dissertation", "title": "D", "publisher": "Example University"},
     "phdthesis", {"title": "D", "school": "Example University"}),
    ({"type": "report", "title": "E", "publisher": "NBER", "number": "w1"},
     "techreport", {"title": "E", "institution": "NBER", "number": "w1"}),
    ({"type": "edited-book", "title": "F", "editor": [{"family": "Doe", "given": "J."}], "edition-number": "2"},
     "book", {"title": "F", "editor": "Doe, J.", "edition": "2"}),
    ({"type": "unheard-of", "title": "G?", "subtitle": ["No"]}, "misc", {"title": "G? No"}),
    ({"type": "book", "title": "H: i", "subtitle": "I"}, "book", {"title": "H: i"}),
    ({"type": "proceedings-article", "title": "I", "event": {"name": "Meeting of Whales 2020"}},
     "inproceedings", {"title": "I"}),
    ({"type": "paper-conference", "title": "I", "event": "CHI'20: Conference on Hearing"},
     "inproceedings", {"title": "I", "abbr": "CHI"}),
    ({"message": {"type": "book", "title": ["J"]}}, "book", {"title": "J"}),  # Crossref's own interface
    ({"type": "book", "title": "K", "author": [
        {"given": "Plato"}, {"family": "张", "given": "三"}, {"family": "Sons and Co", "given": "X"}]},
     "book", {"title": "K", "author": "Plato and 张, 三 and {Sons and Co}, X"}),
    ({"type": "book", "title": "M\x1b[31m\x00", "publisher": ["\x07P"]}, "book", {"title": "M[31m", "publisher": "P"}),
    ({"type": "book", "title": "L}{", "author": [{"family": "{Doe", "given": "J,"}]},
     "book", {"title": r"L\}\{", "author": "Doe, J"}),
]  # fmt: skip


@pytest.mark.parametrize(("item", "entry_type", "fields"), CSL)
def test_csl_of_any_kind_becomes_the_entry_of_that_kind(
    item: dict[str, object], entry_type: str, fields: dict[str, str]
) -> None:
    found = read_csl(json.dumps(item))

    assert found
    assert (found.entry_type, dict(found.fields)) == (entry_type, fields)


def test_a_preprint_names_what_it_appeared_as() -> None:
    relation = {"is-preprint-of": [{"id-type": "doi", "id": "10.5555/out"}]}
    found = read_csl(json.dumps({"type": "article", "title": "A", "relation": relation}))
    doi = '<arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.5555/out</arxiv:doi></entry>'
    of_arxiv = read_arxiv_atom(sample("arxiv.xml").replace("</entry>", doi))

    assert [each.published_as for each in (found, of_arxiv) if each] == ["10.5555/out", "10.5555/out"]


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        ("a < b and c > d & 5% of_x #1", r"a < b and c > d \& 5\% of\_x \#1"),
        ("The <i>E. coli</i> <unknown>x</unknown>", r"The \emph{E. coli} <unknown>x</unknown>"),
        ("H<sub>2</sub>O<sup>+", r"H\textsubscript{2}O\textsuperscript{+}"),
        ("A $x^2$ for $5 and $6", r"A $x^2$ for \$5 and \$6"),
        ("&lt;b&gt;Bold&lt;/b&gt;", r"\textbf{Bold}"),
        ("AT&amp;T\n  {x} \\ ~ ^", r"AT\&T \{x\} \textbackslash{} \textasciitilde{} \textasciicircum{}"),
        ("<mml:math><mml:mi>x</mml:mi></mml:math> and <script>y</script>", "x and <script>y</script>"),
        ("</i>a</sub>", "a"),
    ],
)
def test_marked_up_text_becomes_tex(text: str, tex: str) -> None:
    assert tex_of(text) == tex


@pytest.mark.parametrize(
    ("text", "tex"),
    [("50% of $a_b$ & {\\'e}", r"50\% of $a_b$ \& {\'e}"), (r"50\% #2", r"50\% \#2"), ("a } b {", "a  b ")],
)
def test_tex_stays_but_for_what_breaks_a_file(text: str, tex: str) -> None:
    assert tex_as_it_is(text) == tex


@pytest.mark.parametrize(
    ("title", "braced"),
    [
        ("Training of PyTorch Models on a 3D GPU", "Training of {PyTorch} Models on a {3D} {GPU}"),
        ("The growth of whales near Chile: A study", "The growth of whales near {Chile}: A study"),
        ("Growth of C. elegans in Vitamin D", "Growth of {C}. elegans in Vitamin {D}"),
        ("On {NLP} and $O(N)$ \\emph{Homo} mRNA", "On {NLP} and $O(N)$ \\emph{Homo} {mRNA}"),
        ("COVID-19 and GPU-Based Search", "{COVID}-19 and {GPU}-Based Search"),
        ("Whales in Rome", "Whales in {Rome}"),
        ("Ein Buch über die Größe", "Ein Buch über die Größe"),
    ],
)
def test_capitals_that_mean_something_are_protected(title: str, braced: str) -> None:
    assert protected(title, known={"Rome"}) == braced


@pytest.mark.parametrize(
    ("parts", "name"),
    [(("van der Berg", "J."), "van der Berg, J."), (("A & B Lab",), r"{A \& B Lab}"), (("Plato",), "Plato")],
)
def test_a_name_is_written_as_bibtex_does(parts: tuple[str, ...], name: str) -> None:
    assert written_name(*parts) == name


@pytest.mark.parametrize(("doi", "number"), [("10.48550/ARXIV.2505.01234", "2505.01234"), ("10.5555/arxiv.1", "")])
def test_a_doi_of_arxiv_has_its_number(doi: str, number: str) -> None:
    assert arxiv_of_doi(doi) == number


def test_a_list_of_orcid_has_public_works_by_their_own_numbers() -> None:
    listed = [(each.title, each.year, each.venue, each.numbers) for each in read_orcid_works(sample("orcid.json"))]

    assert listed == [
        ("WhaleNet", "2026", "OSS", ("10.5555/1234567.7654321",)),
        ("An Atlas of Humpback Song", "2024", "", ("10.5555/ATLAS.2024",)),
        ("A Talk without a Number", "", "", ()),
    ]


def test_a_list_of_dblp_has_whole_entries_without_its_bookkeeping() -> None:
    paper, preprint = read_dblp(sample("dblp.bib"))

    assert paper.found
    assert preprint.found
    assert paper.is_whole
    assert set(paper.found.fields) == {"author", "title", "booktitle", "pages", "publisher", "year", "doi"}
    assert (preprint.found.entry_type, preprint.numbers) == ("misc", ("arXiv:2501.00001",))
    assert set(preprint.found.fields) == {"author", "title", "year", "eprint", "archiveprefix"}


def test_a_list_of_openalex_says_enough_of_what_has_no_number() -> None:
    (first, second), cursor = read_openalex_works(sample("openalex.json"))

    assert (first.numbers, cursor) == (("10.5555/1234567.7654321",), "")
    assert second.found
    assert (second.title, dict(second.found.fields)) == ("Whales at Night", {
        "title": r"Whales at \emph{Night}", "author": "Valderrama-Quispe, Inés", "year": "1998", "month": "may",
        "journal": "Journal of Invented Acoustics", "volume": "3", "number": "1", "pages": "5--9"})  # fmt: skip


NAMES = (
    "title author type issued date-parts container-title relation has-preprint family event notes content value items"
    " volumeInfo group work-summary results biblio external-ids"
).split()
SCALARS = st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.sampled_from(["{", "}", "\\", "<i>"])
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(st.sampled_from(NAMES), JSON, max_size=6))
def test_no_answer_breaks_a_reader_and_no_value_breaks_a_file(answer: dict[str, object]) -> None:
    text = json.dumps(answer)
    read = [reader(text) for reader in (read_csl, read_open_library, read_google_books, read_openreview)]
    listed = [*read_orcid_works(text), *read_openalex_works(text)[0]]

    for found in filter(None, [*read, *(each.found for each in listed)]):
        entry = f"@misc{{x, {', '.join(f'{name} = {{{value}}}' for name, value in found.fields.items())}}}"
        assert len(read_bibtex(entry)) == (1 if found.fields else 0)

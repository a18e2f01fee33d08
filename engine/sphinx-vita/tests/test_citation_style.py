"""Works in a citation style: what the style writes, with people and title found in it again."""

import pytest
from sphinx_vita.exports.citation_style import WELL_KNOWN, Person, Title, problem_of, styled
from sphinx_vita.exports.hayagriva import FIRST_PERSON, NAME_ENDS, NAME_STARTS, entry_of
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.records import Publication
from sphinx_vita.records.text import Span, Style

CSL = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>Short</title><id>short</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout suffix="."><text variable="title"/><names variable="author" prefix=" / "/></layout></bibliography>
</style>"""


def entry(entry_type: str, fields: str) -> Publication:
    (publication,) = read_bibliography(f"@{entry_type}{{a, {fields}}}", file="x.bib").publications
    return publication


def written(publication: Publication, style: str) -> str:
    """Write a reference with `<>` around people and `[]` around the title."""
    return "".join(
        f"<{each.written}>" if isinstance(each, Person) else f"[{each.span.characters}]" if isinstance(each, Title)
        else each.characters
        for each in styled(publication, style)
    )  # fmt: skip


ARTICLE = r"""title = {On \emph{Hamlet} and {DNA}},
author = {Quispe, In{\'e}s and van den Berg, Jan}, journal = {Metals},
volume = {25}, number = {4}, pages = {1--9}, year = {2020}, doi = {10.1000/x}"""


@pytest.mark.parametrize(
    ("style", "line"),
    [
        (
            "apa",
            "<Quispe, I.>, & <Berg, J. van den>. (2020). [On Hamlet and DNA]. Metals, 25(4), 1–9. "
            "https://doi.org/10.1000/x",
        ),
        ("mla", "<Quispe, Inés>, and <Jan van den Berg>. “[On Hamlet and DNA].” Metals, vol. 25, no. 4, 2020, pp. 1–9, "
         "https://doi.org/10.1000/x."),
        ("nature", "<Quispe, I.> & <Berg, J. van den>. [On Hamlet and DNA]. Metals 25, 1–9 (2020)."),
        (CSL, "[On Hamlet and DNA] / <Inés Quispe>, <Jan van den Berg>."),
    ],
)  # fmt: skip
def test_a_style_writes_an_article(style: str, line: str) -> None:
    assert written(entry("article", ARTICLE), style) == line


@pytest.mark.parametrize(
    ("entry_type", "fields", "line"),
    [
        ("book", "author = {Cicero}, translator = {Quispe, Ines}, publisher = {P}, year = {2020}",
         "<Cicero>. (2020). [A] (<I. Quispe>, Trans.). P."),
        ("incollection", "author = {Quispe, Ines}, editor = {Doe, Jane}, booktitle = {B}, publisher = {P}, year = 2020",
         "<Quispe, I.> (2020). [A]. In <J. Doe> (Ed.), B. P."),
        ("phdthesis", "author = {Quispe, Ines}, school = {MIT}, year = {2020}",
         "<Quispe, I.> (2020). [A] [PhD thesis]. MIT."),
        ("techreport", "author = {Quispe, Ines}, institution = {NASA}, number = {TR-7}, year = {2020}",
         "<Quispe, I.> (2020). [A] (Technical Report No. TR-7). NASA."),
        ("software", "author = {Quispe, Ines}, version = {1.2}, publisher = {Zenodo}, year = {2020}",
         "<Quispe, I.> (2020). [A] [Computer software, version 1.2]. Zenodo."),
        ("unpublished", "author = {Quispe, Ines}, note = {Submitted}, year = {2020}",
         "<Quispe, I.> (n.d.). [A] [Manuscript submitted for publication]."),
        ("article", "author = {王, 小明 and Quispe, Ines}, journal = {学报}, year = {2020}",
         "<王小明>, & <Quispe, I.> (2020). [A]. 学报."),
        ("article", "author = {Quispe, Ines}, collaboration = {ATLAS}, journal = {J}, year = {2020}",
         "<Quispe, I.>, & ATLAS Collaboration. (2020). [A]. J."),
    ],
)  # fmt: skip
def test_a_style_knows_what_each_work_is(entry_type: str, fields: str, line: str) -> None:
    assert written(entry(entry_type, f"title = {{A}}, {fields}"), "apa") == line


JANE = {"name": f"{NAME_STARTS}{chr(FIRST_PERSON + 1)}Doe{NAME_ENDS}", "given-name": "Jane"}  # the second person
PRESS = {"name": "P", "location": "Rome"}
STUDIES = {"type": "anthology", "title": "{S}", "volume": "9"}
WHOLE = "publisher = {P}, address = {Rome}, edition = {2}, volume = {4}, series = {S}, number = {9}, isbn = {1}"
HELD: list[tuple[str, str, dict[str, object]]] = [
    ("article", "journal = {J}, volume = {7}, number = {2}, publisher = {P}",
     {"type": "article", "parent": {"type": "periodical", "title": "{J}", "volume": "7", "issue": "2"}}),
    ("book", WHOLE, {"type": "book", "publisher": PRESS, "edition": "2", "volume": "4", "serial-number": {"isbn": "1"},
                     "parent": STUDIES}),
    ("incollection", f"booktitle = {{B}}, editor = {{Doe, Jane}}, {WHOLE}",
     {"type": "chapter", "parent": {"type": "anthology", "title": "{B}", "editor": [JANE], "publisher": PRESS,
                                    "edition": "2", "volume": "4", "parent": STUDIES}}),
    ("inproceedings", "booktitle = {B}, pages = {1--9}",
     {"type": "chapter", "page-range": "1-9", "parent": {"type": "anthology", "title": "{B}"}}),
    ("presentation", "eventtitle = {Whale Days}, venue = {Rome}",
     {"type": "misc", "genre": "Talk", "parent": {"type": "conference", "title": "{Whale Days}", "location": "Rome"}}),
    ("unpublished", "pubstate = {draft}, publisher = {P}, translator = {Doe, Jane}",
     {"type": "manuscript", "affiliated": [{"role": "translator", "names": [JANE]}],
      "genre": "Manuscript in preparation"}),
]  # fmt: skip


@pytest.mark.parametrize(("entry_type", "fields", "told"), HELD, ids=[each[0] for each in HELD])
def test_what_holds_a_work_is_told_by_hayagrivas_names(entry_type: str, fields: str, told: dict[str, object]) -> None:
    found = entry_of(entry(entry_type, f"title = {{A}}, author = {{Cicero}}, year = {{2020}}, {fields}"))

    assert {name: value for name, value in found.items() if name not in ("title", "author", "date")} == told


def test_titles_and_containers_keep_their_italics_and_links_lead_to_the_web() -> None:
    pieces = styled(entry("article", ARTICLE), "apa")

    assert Span("Metals", Style.EMPHASIS) in pieces
    assert Span("https://doi.org/10.1000/x", Style.PLAIN, "https://doi.org/10.1000/x") in pieces


@pytest.mark.parametrize(
    "title", [r"100\% {} \$5 \& \_x\_", "<script>alert(1)</script>", r"#set text(red) *b* \textbackslash eval"]
)
def test_what_a_title_says_is_text(title: str) -> None:
    publication = entry("article", f"title = {{{title}}}, author = {{Quispe, Ines}}, journal = {{J}}, year = {{2020}}")

    assert str(publication.title) in written(publication, "apa")


@pytest.mark.parametrize(
    ("title", "line"),
    [
        (r"On \emph{E. coli} and the DNA of eels", "On E. coli and the DNA of Eels"),
        ("{CLM}: Removing the {GPU} barrier", "CLM: Removing the GPU Barrier"),
        ("{BERT}: Pre-training", "BERT: Pre-training"),
        ("{AI} {IDEs} or agents", "AI IDEs or Agents"),
        ("{DNA} of eels in {3D}: a {pH} map", "DNA of Eels in 3D: a pH Map"),
        (r"\emph{E. coli} at sea", "E. coli at Sea"),
        ("Диалекты китовых песен", "Диалекты китовых песен"),
        (r"Das sch{\"o}ne {Lied}}, language = {ngerman", "Das schöne Lied"),
    ],
)
def test_a_style_changes_no_letter_that_has_a_meaning(title: str, line: str) -> None:
    fields = f"title = {{{title}}}, author = {{Quispe, Ines}}, journal = {{Acta of us}}, year = {{2020}}"

    assert f"“[{line}].” Acta of us," in written(entry("article", fields), "mla")


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("{DNA} Repair of Eels", "DNA repair of Eels"),
        ("{DNA}: Repair of Eels", "DNA: Repair of Eels"),
        ("{DNA}", "DNA"),
    ],
)
def test_a_word_behind_a_name_keeps_its_capital_behind_a_colon_alone(title: str, line: str) -> None:
    fields = f"title = {{{title}}}, author = {{Quispe, Ines}}, journal = {{Acta of us}}, year = {{2020}}"

    assert f"“[{line}].”" in written(entry("article", fields), "chicago-author-date")


def test_every_well_known_style_is_known() -> None:
    assert [name for name in WELL_KNOWN if problem_of(name)] == []


@pytest.mark.parametrize("style", ["apax", "<style/>", "<?xml version='1.0'?><a/>"])
def test_what_is_no_style_is_told(style: str) -> None:
    assert problem_of(style)

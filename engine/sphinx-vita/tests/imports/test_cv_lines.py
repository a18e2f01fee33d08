"""What the lines of a CV say: their dates, the headings above them, and works in the styles of citation."""

import pytest
from harness.imported import told
from sphinx_vita.imports.cvs.citations import read_byline
from sphinx_vita.imports.cvs.items import Item, cut_dates
from sphinx_vita.imports.cvs.references import Keys, entry_of
from sphinx_vita.imports.cvs.sections import Heading, meaning_of
from sphinx_vita.imports.drafts import Entry, Imported, Section
from sphinx_vita.reading.bibtex import read_bibliography


@pytest.mark.parametrize(
    ("line", "rest", "dates"),
    [
        ("MIT, Cambridge, MA, 12 April 2019", "MIT, Cambridge, MA", "12 April 2019"),
        ("Washington, DC, May 2019", "Washington, DC", "May 2019"),
        ("Portland, OR, Fall 2019", "Portland, OR", "Fall 2019"),
        ("Boston, MA, May 12, 2025", "Boston, MA", "May 12, 2025"),
        ("Oslo, Norway, 7–10 April 2011", "Oslo, Norway", "7–10 April 2011"),
        ("Room 12, 2019", "Room 12", "2019"),
        ("Intro: Fall 2019, Fall 2020, Spring 2021", "Intro", "Fall 2019, Fall 2020, Spring 2021"),
        ("Li Wei, MA, 2018", "Li Wei, MA", "2018"),
        ("John Doe (PhD, expected 2026)", "John Doe (PhD)", "expected 2026"),
        ("2017-06-03 – *Bells*, Lima", "*Bells*, Lima", "2017-06-03"),
        ("2018– Lecturer, Uni", "Lecturer, Uni", "2018–"),
        ("Travel grant, 2016, USD 1,200", "Travel grant, USD 1,200", "2016"),
        ("Congress, Oslo, June 2017 (with Ann Lee).", "Congress, Oslo (with Ann Lee).", "June 2017"),
        ("seit Oktober 2018 Mitarbeiterin", "Mitarbeiterin", "seit Oktober 2018"),
        ("2018 – aujourd'hui : Maîtresse", "Maîtresse", "2018 – aujourd'hui"),
        ("Cusco, Perú, marzo de 2019", "Cusco, Perú", "marzo de 2019"),
        ("A title without one", "A title without one", ""),
        ("Bus 1984 to town", "Bus 1984 to town", ""),
    ],
)
def test_a_line_is_cut_at_its_dates_and_never_at_a_place(line: str, rest: str, dates: str) -> None:
    assert cut_dates(line) == (rest, dates)


@pytest.mark.parametrize(
    ("titles", "meaning"),
    [
        ("Ausbildung|Studium|Formation|Educación|Formación académica|EDUCATION & TRAINING|Istruzione", "degree"),
        (
            "Berufserfahrung|Expérience professionnelle|Experiencia laboral|Work Experience|Academic Appointments",
            "position",
        ),
        ("Publikationen|Publicaciones|Selected Publications|Peer-reviewed articles|Veröffentlichungen", "publication"),
        ("Preise und Auszeichnungen|Prix et distinctions|Becas y premios|Honors & Awards", "award"),
        ("Lehre|Enseignement|Docencia|Teaching Experience|Courses taught", "teaching"),
        ("Vorträge|Ponencias|Invited Talks|Communications|Conference presentations", "talk"),
        ("Sprachkenntnisse|Langues|Idiomas|Languages", "language"),
        ("Centres d'intérêt|Interessen|Hobbies", "interest"),
        ("Drittmittel|Grants and Fellowships|Financement", "grant"),
        ("Research Interests|Forschungsinteressen|À propos|Summary", "prose"),
        ("Extracurricular Activity|Bénévolat|Volunteer work", "volunteer"),
        ("Theses supervised|Betreuung|PhD students", "student"),
    ],
)
def test_a_heading_means_the_same_in_several_languages(titles: str, meaning: str) -> None:
    found = {title: meaning_of(title) for title in titles.split("|")}

    assert {title: each.kind if each else "" for title, each in found.items()} == dict.fromkeys(found, meaning)


WORK = Heading("publication")
STYLES = [  # the line, then its people, title, type, venue, year, and other fields
    ("Lee, A., & Roe, B. (2020). Bells and *stones*. *Journal of Bells*, *12*(3), 45–67. https://doi.org/10.1234/ab.5",
     "Lee, A.|Roe, B.", "Bells and stones", "article", "Journal of Bells", "2020",
     "volume=12 number=3 pages=45–67 doi=10.1234/ab.5"),
    ("Lee, Ann, and Bo Roe. “Bells.” *Journal of Bells* 12, no. 3 (2020): 45–67.",
     "Lee, Ann|Roe, Bo", "Bells", "article", "Journal of Bells", "2020", "volume=12 number=3 pages=45–67"),
    ("Lee, Ann. “Bells.” *Journal of Bells*, vol. 12, no. 3, 2020, pp. 45–67.",
     "Lee, Ann", "Bells", "article", "Journal of Bells", "2020", "volume=12 number=3 pages=45–67"),
    ("[12] A. Lee and B. Roe, “Bells,” *IEEE Trans. Sound*, vol. 7, no. 2, pp. 5–6, Mar. 2019.",
     "Lee, A.|Roe, B.", "Bells", "article", "IEEE Trans. Sound", "2019", "volume=7 number=2 pages=5–6"),
    ("3. Lee A, Roe B, et al. Bells: a study. Lancet. 2018 Mar 3;391(10123):e12.",
     "Lee, A|Roe, B", "Bells: a study", "article", "Lancet", "2018", "volume=391 number=10123"),
    ("Lee, A., 2019. Bells. Nature, 12(3), pp.1-2.", "Lee, A.", "Bells", "article", "Nature", "2019",
     "volume=12 pages=1–2"),
    ("A. Lee, B. Roe. CLM: Removing walls. ASPLOS 2026.", "Lee, A.|Roe, B.", "CLM: Removing walls", "inproceedings",
     "ASPLOS", "2026", ""),
    ("Lee, Ann: „Glocken“. In: Zeitschrift für Glocken 12 (2020), S. 45–67.",
     "Lee, Ann", "Glocken", "article", "Zeitschrift für Glocken", "2020", "volume=12 pages=45–67"),
    ("Müller, A. & Meier, B.: Glocken, in: Zeitschrift für Glocken 12 (2020), 45–67.",
     "Müller, A.|Meier, B.", "Glocken", "article", "Zeitschrift für Glocken", "2020", "volume=12 pages=45–67"),
    ("Lee, Ann. *Stone: A History*. Chicago: University of Chicago Press, 2020.",
     "Lee, Ann", "Stone: A History", "book", "", "2020", "publisher=University of Chicago Press"),
    ("Lee, A. (2018). Bells. In B. Roe & C. Doe (Eds.), *The Handbook* (pp. 12–34). Oxford University Press.",
     "Lee, A.", "Bells", "incollection", "The Handbook", "2018", "pages=12–34 publisher=Oxford University Press"),
    ("Lee, A. (2018). *Bells* [Doctoral dissertation, University of Lima].", "Lee, A.", "Bells", "phdthesis",
     "University of Lima", "2018", ""),
    ("Lee, A. Bells. PhD thesis, MIT, 2014.", "Lee, A.", "Bells", "phdthesis", "MIT", "2014", ""),
    ("**A. Lee**, B. Roe, “Bells”, arXiv:2001.01234, 2020.", "Lee, A.|Roe, B.", "Bells", "misc", "",
     "2020", "arxiv=2001.01234"),
    ("Lee, A. (in press). Bells. *Journal of Bells*.", "Lee, A.", "Bells", "article", "Journal of Bells", "", ""),
    ("Lee, A., van der Berg, M., & Doe, K. L. (2021). U.S. bells. *Policy*, 2, 3–4.",
     "Lee, A.|van der Berg, M.|Doe, K. L.", "U.S. bells", "article", "Policy", "2021", "volume=2 pages=3–4"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "people", "title", "kind", "venue", "year", "more"), STYLES, ids=[each[0][:30] for each in STYLES]
)
def test_a_line_in_a_style_of_citation_is_the_entry_it_means(
    line: str, people: str, title: str, kind: str, venue: str, year: str, more: str
) -> None:
    entry = entry_of(WORK, Item(line), Keys())
    assert isinstance(entry, Entry), entry
    (read,) = read_bibliography(entry.bibtex, file="").publications
    names = [
        f"{author.name.particle} {author.name.family}".strip() + f", {author.name.given}" for author in read.authors
    ]
    said = {name: str(getattr(read, name)) for name, _, _ in (each.partition("=") for each in _facts(more))}

    assert (names, str(read.title), read.entry_type) == (people.split("|"), title, kind)
    assert (str(read.venue), str(read.date.year) if read.date else "") == (venue, year)
    assert said == {name: text for name, _, text in (each.partition("=") for each in _facts(more))}


def _facts(more: str) -> list[str]:
    facts: list[str] = []
    for word in more.split():
        if "=" in word:
            facts.append(word)
        else:
            facts[-1] += f" {word}"
    return facts


@pytest.mark.parametrize(
    "line",
    [
        "A sentence about bells without anybody.",
        "J. Doe et al., Bells, Phys. Rev. Lett. 120, 045001 (2018).",
        "See my page.",
    ],
)
def test_a_line_that_cannot_be_told_apart_waits_in_the_inbox_as_it_stands(line: str) -> None:
    found = entry_of(WORK, Item(line), Keys())

    assert line in told(Imported(sections=(Section(title="", contents=(found,)),)))
    assert not isinstance(found, Entry)


def test_a_work_without_people_is_the_owners() -> None:
    entry = entry_of(WORK, Item("“Bells.” *Journal of Bells* 12 (2020): 45–67."), Keys(), "Ann Lee")

    assert isinstance(entry, Entry)
    assert "author  = {Lee, Ann}" in entry.bibtex


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Lee, Bo Roe and Cy Doe", "Lee, Ann|Roe, Bo|Doe, Cy"),
        ("Lee, A., Roe, B., & Doe, C.", "Lee, A.|Roe, B.|Doe, C."),
        ("Lee A, Roe B, Doe C", "Lee, A|Roe, B|Doe, C"),
        ("Lee, Ann, and Bo Roe", "Lee, Ann|Roe, Bo"),
        ("Lee, Ann; Roe, Bo", "Lee, Ann|Roe, Bo"),
        ("Lee, Ann / Roe, Bo", "Lee, Ann|Roe, Bo"),
        ("Ann Lee*, Bo Roe\\*<sup>1</sup>, **Cy Doe**†", "Lee, Ann|Roe, Bo|Doe, Cy"),
        ("Lee, A., et al.", "Lee, A.|others"),
        ("Ludwig van Beethoven, Li Wei", "van Beethoven, Ludwig|Wei, Li"),
    ],
)
def test_people_are_told_apart_however_they_are_written(text: str, names: str) -> None:
    assert read_byline(text).names == tuple(names.split("|"))

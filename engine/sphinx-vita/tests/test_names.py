"""Names of people, read from BibTeX and from prose, and matched."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sphinx_vita.reading.bibtex.authors import read_authors
from sphinx_vita.reading.names import parse_names, parse_person
from sphinx_vita.reading.same_person import is_same_person, name_key
from sphinx_vita.records import Name


def printed(field: str) -> list[str]:
    return [str(author.name) for author in parse_names(field)[0]]


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Quispe, Ines and Li, Mingyu", ["Ines Quispe", "Mingyu Li"]),
        ("Ines Quispe and Mingyu Li", ["Ines Quispe", "Mingyu Li"]),
        ("Quispe, Ines and Mingyu Li", ["Ines Quispe", "Mingyu Li"]),
        ("Quispe, Ines AND Li, Mingyu\n  And Okafor, A.", ["Ines Quispe", "Mingyu Li", "A. Okafor"]),
        ("A B and and C D", ["A B", "C D"]),
        ("A B and ", ["A B"]),
        ("Plato", ["Plato"]),
        ("{The 4C Team} and {Simon and Schuster}", ["The 4C Team", "Simon and Schuster"]),
        ("{Doe, Jane and Smith, John}", ["Jane Doe", "John Smith"]),
        ("Jane Doe, John Smith, Mary Major", ["Jane Doe", "John Smith", "Mary Major"]),
        ("Doe, J., Smith, J. K.", ["J. Doe", "J. K. Smith"]),
        ("Doe, Jane; Smith, John", ["Jane Doe", "John Smith"]),
        (r"Doe, Jane \& Smith, John", ["Jane Doe", "John Smith"]),
        ("Beethoven, Ludwig van", ["Ludwig van Beethoven"]),
        ("van Beethoven, Ludwig", ["Ludwig van Beethoven"]),
        ("Ludwig van Beethoven", ["Ludwig van Beethoven"]),
        ("King, Jr., Martin Luther", ["Martin Luther King, Jr."]),
        ("Martin Luther King, Jr.", ["Martin Luther King, Jr."]),
        ("Gravemeier, V. and Wall, W.A.", ["V. Gravemeier", "W.A. Wall"]),
        (r"M{\"u}ller, J{\"o}rg and {\'E}variste Galois", ["Jörg Müller", "Évariste Galois"]),
        (r"Tem\"{u}r, Bu\u{g}rahan Z.", ["Buğrahan Z. Temür"]),
        ("伊内斯 and 李明远", ["伊内斯", "李明远"]),
        ("堀口, 翔太 and 김, 민준 and 张 三", ["堀口翔太", "김민준", "张三"]),
        ("スミス, ジョン and 张, San", ["ジョン スミス", "San 张"]),
        ("<b>Doe</b>, Jane and M&uuml;ller, J.", ["Jane Doe", "J. Müller"]),
        ("Doe, Jane} and {Smith, John", ["Jane Doe", "John Smith"]),
        ("", []),
        ("and", []),
    ],
)
def test_every_way_to_write_authors_is_read(field: str, names: list[str]) -> None:
    assert printed(field) == names


@pytest.mark.parametrize(
    ("field", "names"),
    [
        (r"C\^{o}t\'{e}, Marc and J\'{e}r\^{o}me Dupont and \^Ile, A", ["Marc Côté", "Jérôme Dupont", "A Île"]),
        (r"Beno\^{\i}t, A and {\^\i}tre, B and Mart\'\i, C", ["A Benoît", "B ître", "C Martí"]),
        (r"Mu{\~n}oz, Ana and Mu\~noz, B and Guimar\~{a}es, P", ["Ana Muñoz", "B Muñoz", "P Guimarães"]),
        (r"Nguy{\~{\^e}}n, A and Nguy\~{\^{e}}n and Tr\d{\^{a}}n, B", ["A Nguyễn", "Nguyễn", "B Trận"]),
        (r"Tr{\`\^a}n, A and \'\^E, B and M\textsuperscript{c}Donald, C", ["A Trần", "B Ế", "C McDonald"]),
        (r"Doe, A and \v{C}apek, B and \"{O}zg\"{u}r, C", ["A Doe", "B Čapek", "C Özgür"]),
        (r"Doe, A and \O{}rsted, H. and \L{}ukasz Kaiser", ["A Doe", "H. Ørsted", "Łukasz Kaiser"]),
        (r"\c{C}elik, A and \c Celik, B and {\c{S}}en, C", ["A Çelik", "B Çelik", "C Şen"]),
        (r"Erd{\H o}s, P and W\k{a}s, A and {\.Z}ak, B and \u{G}, C", ["P Erdős", "A Wąs", "B Żak", "C Ğ"]),
        (r"Stra\ss er, A and H\aa kan, B and \th{}or, C and \dj or\dj, D", ["A Straßer", "B Håkan", "C þor", "D đorđ"]),
        (r"Ph\h{o}, A and \textcommabelow{S}erban, B and d{\textquotesingle}Arc, C", ["A Phỏ", "B Șerban", "C d'Arc"]),
        (r"Doe, A and \textbf{Example, Ada} and \underline{Ada Roe}", ["A Doe", "Ada Example", "Ada Roe"]),
        (
            r"{\bf Doe, Jane} and \textsc{Roe}, Rick and \href{https://x.example/a,b}{Poe, P}",
            ["Jane Doe", "Rick Roe", "P Poe"],
        ),
        (r"\ifmmode \check{Z}\else \v{Z}\fi{}umer, S. and \mbox{van der Berg}, J", ["S. Žumer", "J van der Berg"]),
        (r"Thomas E. {Weir, Jr.} and J.~\,K. Doe and {\'E}cole~X", ["Thomas E. Weir, Jr.", "J. K. Doe", "École X"]),
        (
            r"`Abd al-Rahman, A and M$^{c}$Donald, B and $\check{S}$koda, C",
            ["A ‘Abd al-Rahman", "B McDonald", "C Škoda"],
        ),
        (
            r"{\'Ecole Normale, Paris} and {Simon \& Schuster} and Doe, J",
            ["École Normale, Paris", "Simon & Schuster", "J Doe"],
        ),
        ("{{Doe}, Jane and {Smith}, John}", ["Jane Doe", "John Smith"]),
        ("Smith, John, PhD and Doe, Jane, M.D.", ["John Smith, PhD", "Jane Doe, M.D."]),
        ("Smith, John, MD, PhD", ["John Smith, MD, PhD"]),
        ("Jane Doe, MD, John Smith, PhD", ["Jane Doe, MD", "John Smith, PhD"]),
        ("Smith, M. D. and Van Dyke, MD", ["M. D. Smith", "MD Van Dyke"]),
    ],
)
def test_tex_in_a_name_is_read_before_the_field_is_cut(field: str, names: list[str]) -> None:
    assert printed(field) == names


def test_the_parts_of_a_name_with_accents_and_a_suffix_are_told_apart() -> None:
    (author,), _ = parse_names(r"{\'A}lvarez de la {\~N}u{\~n}oa, Jr., Jos{\'e} \'Angel")

    assert author.name == Name(family="Álvarez de la Ñuñoa", given="José Ángel", suffix="Jr.")


@pytest.mark.parametrize("field", ["{Dowty, D.R., et al.}", "Dowty, D.R., et al.", "Dowty, D.R. et al."])
def test_and_others_inside_of_one_name_are_no_author(field: str) -> None:
    authors, has_more = parse_names(field)

    assert [author.name for author in authors] == [Name(family="Dowty", given="D.R.")]
    assert has_more


@pytest.mark.parametrize(
    ("written", "mark"),
    [
        (r"Kim\dag, A", "†"),
        (r"Kim, A$^{a}$", "a"),
        (r"Kim$^{\rm a}$, A", "a"),
        (r"Kim\inst{1}, A", "1"),
        (r"Kim\textsuperscript{a,b}, A", "a,b"),
        (r"Kim\textsuperscript{a}, A", "a"),
        (r"A\footnotemark[1] Kim", ""),
        (r"K\^im, A", ""),
    ],
)
def test_a_sign_in_tex_is_a_mark_and_a_circumflex_is_none(written: str, mark: str) -> None:
    (author,), _ = parse_names(written)

    assert author.mark == mark
    assert author.name.given == "A"


def test_the_particle_is_a_part_of_its_own() -> None:
    (author,), _ = parse_names("Ludwig van Beethoven")

    assert author.name == Name(family="Beethoven", given="Ludwig", particle="van")


def test_a_family_name_of_several_words_stays_whole() -> None:
    (author,), _ = parse_names("Moitinho de Almeida, J. P.")

    assert author.name == Name(family="Moitinho de Almeida", given="J. P.")


@pytest.mark.parametrize("end", ["and others", "and Others", "and {others}", "and et al.", "et al."])
def test_others_are_no_author(end: str) -> None:
    authors, has_more = parse_names(f"Jane Doe {end}")

    assert [str(author.name) for author in authors] == ["Jane Doe"]
    assert has_more


@pytest.mark.parametrize(
    "field",
    [
        "Xu*, Kai and Brown*, Ellis and Madhu, S.",
        "Kai Xu* and Ellis Brown* and S. Madhu",
        r"Kai Xu$^*$ and Ellis Brown$^{*}$ and S. Madhu",
        r"Kai Xu\textsuperscript{*} and Ellis Brown<sup>*</sup> and S. Madhu",
        "Xu, Kai∗ and Brown, Ellis∗ and Madhu, S.",
    ],
)
def test_a_star_that_two_share_means_equal_contribution(field: str) -> None:
    authors, _ = parse_names(field)

    assert [(str(a.name), a.notes, a.mark) for a in authors] == [
        ("Kai Xu", ("equal",), ""),
        ("Ellis Brown", ("equal",), ""),
        ("S. Madhu", (), ""),
    ]


def test_a_sign_whose_meaning_is_not_told_stays_a_mark() -> None:
    authors, _ = parse_names(r"Xu*, Kai and Brown†, Ellis and Madhu$^\ddagger$, S.")

    assert [(str(a.name), a.notes, a.mark) for a in authors] == [
        ("Kai Xu", (), "*"),
        ("Ellis Brown", (), "†"),
        ("S. Madhu", (), "‡"),
    ]


def test_words_in_brackets_behind_a_name_are_a_note() -> None:
    (author,), _ = parse_names("Jane Doe (co-first author)")

    assert (str(author.name), author.notes) == ("Jane Doe", ("co-first author",))


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Prof. Mingyu Li", Name(family="Li", given="Mingyu")),
        ("Professor Amara Okafor", Name(family="Okafor", given="Amara")),
        ("Prof. Dr.-Ing. Wolfgang A. Wall", Name(family="Wall", given="Wolfgang A.")),
        ("Assoc. Prof. Jane Doe", Name(family="Doe", given="Jane")),
        ("Jane Doe 教授", Name(family="Doe", given="Jane")),
        ("Jane Doe副教授", Name(family="Doe", given="Jane")),
        ("Dr. Jane Doe 教授", Name(family="Doe", given="Jane")),
        ("Jane Doe 박사님", Name(family="Doe", given="Jane")),
        ("教授", Name(family="教授")),
        ("Dr Jane Doe", Name(family="Doe", given="Jane")),
        ("Drew Doe", Name(family="Doe", given="Drew")),
        ("Doe, Jane", Name(family="Doe", given="Jane")),
        ("Ingrid Daubechies", Name(family="Daubechies", given="Ingrid")),
    ],
)
def test_a_title_is_no_part_of_a_name(written: str, name: Name) -> None:
    assert parse_person(written) == name


@pytest.mark.parametrize(
    ("written", "family", "given", "suffix"),
    [
        *((f"{smith}", "Smith", "John", "PhD") for smith in ("Smith, John, PhD", "John Smith PhD", "Smith, John PhD")),
        *((smith, "Smith", "John", "Jr.") for smith in ("John Smith Jr.", "Smith Jr., John", "Smith, John Jr.")),
        ("Smith, John, M.D.", "Smith", "John", "M.D."),
        ("John Smith III", "Smith", "John", "III"),
        ("Jane Doe, M.D., Ph.D.", "Doe", "Jane", "M.D., Ph.D."),
        ("Jane Doe, MD, PhD, MPH", "Doe", "Jane", "MD, PhD, MPH"),
        ("Doe, Jane, BSc (Hons)", "Doe", "Jane", "BSc (Hons)"),
        ("Doe, Jane (PhD)", "Doe", "Jane", "PhD"),
        ("Doe, Jane MD", "Doe", "Jane", "MD"),
        ("Doe J, MD", "Doe", "J", "MD"),
        ("Muster, Max, Dipl.-Ing.", "Muster", "Max", "Dipl.-Ing."),
        ("de Souza Jr., Antonio", "Souza", "Antonio", "Jr."),
        *((doe, "Doe", "Jane", "") for doe in ("Prof. Dr. Jane Doe", "Doe, Dr. Jane", "Dr. Doe, Jane", "PhD Jane Doe")),
        *((doe, "Doe", "JA", "") for doe in ("Doe JA", "Doe, JA")),
        ("Doe J. A.", "Doe", "J. A.", ""),
        ("van der Berg LB", "Berg", "LB", ""),
        ("DOE Jane", "DOE", "Jane", ""),
        ("Mingyu LI", "LI", "Mingyu", ""),
        ("Stability AI", "AI", "Stability", ""),
        ("Иванов И. И.", "Иванов", "И. И.", ""),
        ("Nguyễn Văn An", "Nguyễn", "Văn An", ""),
        ("Nguyen Van An", "Nguyen", "Van An", ""),
        ("Quoc V. Le", "Le", "Quoc V.", ""),
        ("Mai Nguyễn", "Nguyễn", "Mai", ""),
        ("Mai Lan Smith", "Smith", "Mai Lan", ""),
        ("Nguyễn Thị Mai", "Nguyễn", "Thị Mai", ""),
        ("Ursula K. Le Guin", "Le Guin", "Ursula K.", ""),
        ("Oliver St. John", "St. John", "Oliver", ""),
        ("Ibn Rushd", "Ibn Rushd", "", ""),
        ("João Silva Neto", "Silva Neto", "João", ""),
        ("山田　花子", "山田", "花子", ""),
        ("山田，花子", "山田", "花子", ""),
        ("Chen, Mei-Ling (陳美玲)", "Chen", "Mei-Ling", ""),
        ("Mei-Ling Chen 陳美玲", "Chen", "Mei-Ling", ""),
        ("Doe (née Roe), Jane", "Doe", "Jane", ""),
        ("World Health Organization", "World Health Organization", "", ""),
        ("the XYZ Consortium", "the XYZ Consortium", "", ""),
    ],
)
def test_the_parts_of_a_name_follow_from_what_its_words_look_like(
    written: str, family: str, given: str, suffix: str
) -> None:
    (author,), _ = parse_names(written)
    name = author.name

    assert (name.family, name.given, name.suffix) == (family, given, suffix)


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Doe JA, Roe B", ["Doe JA", "Roe B"]),
        ("Jane Doe & John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe, John Roe, and Mary Poe", ["Jane Doe", "John Roe", "Mary Poe"]),
        ("山田花子、鈴木一郎", ["山田花子", "鈴木一郎"]),
        ("Doe, J. on behalf of the XYZ Collaboration", ["J. Doe", "XYZ Collaboration"]),
        ("Roe, J.; for the ABC Group", ["J. Roe", "ABC Group"]),
        ("Simon & Schuster", ["Simon & Schuster"]),
    ],
)
def test_people_are_parted_however_they_are_joined(field: str, names: list[str]) -> None:
    assert printed(field) == names


@pytest.mark.parametrize(
    "written", ["Doe JA", "Nguyễn Văn An", "Nagy Péter", "DOE Jane", "Malcolm X", "Mei Chen (陳美)"]
)
def test_a_name_keeps_the_order_in_which_it_is_written(written: str) -> None:
    assert printed(written) == [written]


def test_in_a_hungarian_work_the_family_stands_first() -> None:
    fields = {"author": "Nagy Péter and Smith, John", "langid": "hungarian"}
    (nagy, smith), _ = read_authors(fields)

    assert (nagy.name.family, nagy.name.given, str(nagy.name)) == ("Nagy", "Péter", "Nagy Péter")
    assert str(smith.name) == "John Smith"


SAME = [
    ("Ines Quispe", "ines quispe"),
    ("I. Quispe", "Ines Quispe"),
    ("Eric Xing", "Eric P. Xing"),
    ("E. P. Xing", "Eric Poe Xing"),
    ("Jorg Muller", "Jörg Müller"),
    ("Soren Kierkegaard", "Søren Kierkegaard"),
    ("Aad van der Vaart", "Aad Vaart"),
    ("Wouter Van der Loo", "Wouter van der Loo"),
    ("Jean-Pierre Serre", "J.-P. Serre"),
    ("Hao-Ran Wu", "Haoran Wu"),
    ("Plato", "PLATO"),
    ("伊内斯", "伊内斯"),
    ("伊, 内斯", "伊内斯"),
    ("김, 민준", "김 민준"),
    ("Example, AB", "Ada B. Example"),
    ("Li, JY", "Jin-Yang Li"),
    ("EXAMPLE, AB", "Ada B. Example"),
    ("Example, Ada, PhD", "Ada Example, MD"),
    ("Quispe, Ines (伊内斯)", "Ines Quispe"),
    ("Moitinho de Almeida, J.P.", "Moitinho de Almeida, J. P."),
]
DIFFERENT = [
    ("Hao Zhang", "Heng Zhang"),
    ("Hao Zhang", "Hao Zhan"),
    ("Eric P. Xing", "Eric Q. Xing"),
    ("Ines Quispe", "Quispe"),
    ("Martin King, Jr.", "Martin King, Sr."),
    ("Martin King Jr.", "Martin King III"),
    ("伊内斯", "李明远"),
    ("伊, 内", "伊内斯"),
    ("Example, AC", "Ada B. Example"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_person_is_recognised_in_two_spellings(one: str, other: str) -> None:
    a, b = parse_person(one), parse_person(other)

    assert is_same_person(a, b)
    assert is_same_person(b, a)
    assert name_key(a) == name_key(b)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_people_are_told_apart(one: str, other: str) -> None:
    assert not is_same_person(parse_person(one), parse_person(other))


@given(st.text(alphabet=st.sampled_from("aB ,.{}\\*†$^~-()&;'\u00e9\u8d75"), max_size=40))
@settings(max_examples=200, deadline=None)
def test_no_field_is_an_error(field: str) -> None:
    for author in parse_names(field)[0]:
        assert author.name.family
        assert is_same_person(author.name, author.name) or not author.name.given


def test_a_name_in_the_parts_of_biblatex_is_read() -> None:
    names, _ = parse_names('given=Vincent, prefix=van, family=Gogh and family={de Tal}, given="Fulano B.", suffix=Jr.')

    assert [str(each.name) for each in names] == ["Vincent van Gogh", "Fulano B. de Tal, Jr."]

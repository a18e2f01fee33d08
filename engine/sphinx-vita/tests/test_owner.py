"""The person of the portfolio, recognised under every name, and never taken for somebody else."""

import pytest
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.reading.names import as_written, parse_names, parse_person
from sphinx_vita.reading.owner import initials_of, is_owner, own_name
from sphinx_vita.reading.record_options import read_options
from sphinx_vita.records import Name, Profile

ADA = Profile(key="p", name="Ada B. Example", aliases=("Ada Lovelace", "エイダ 例", "Ада Экзампл", "Exemplar, A. B."))
HANAKO = Profile(key="p", name="山田 花子 (Hanako Yamada)")
MEI = Profile(key="p", name="Mei-Ling Chen (陳美玲)")
JOSE = Profile(key="p", name="Dr. José Müller-Núñez, PhD")
GABO = Profile(key="p", name="Gabriel García Márquez")
PETER = Profile(key="p", name="Nagy Péter", family="Nagy")
AN = Profile(key="p", name="Nguyễn Văn An")
LUDWIG = Profile(key="p", name="Ludwig van der Berg")
MARIE = Profile(key="p", name="Marie Example-Curie (née Sklodowska)")
MIN = Profile(key="p", name="김민준", aliases=("Min-Jun Kim",))


def is_own(profile: Profile, written: str) -> bool:
    """Read a name as a bibliography has it; pages ask about what they were given to look up."""
    (author,) = parse_names(written)[0]
    return is_owner(profile, author.name) and is_owner(profile, parse_person(as_written(author.name)))


@pytest.mark.parametrize(
    ("profile", "spellings"),
    [
        (
            ADA,
            "Example, AB; Example AB; Example, A.B.; Example, A. B.; Example, A B; Example A.B.; "
            "Example A. B.; A. Example; "
            "Example, A; Ada Example; EXAMPLE, Ada B.; EXAMPLE Ada; EXAMPLE, A.; "
            "Example, Ada Byron; A. B. Example, PhD; "
            "Dr. Ada Example; Example, Ada B., M.D.; Éxample, Ada; {Ada} {Example}; "
            "\\textbf{Example, Ada}; Example$^*$, A.; "
            "Ada Lovelace; Lovelace, A; Lovelace A; Lovelace, Ada King; 例, エイダ; А. Экзампл; Экзампл А.; "
            "A. Exemplar; Example Ada B.; Lovelace Ada; EXAMPLE, AB; family=Example, given=Ada",
        ),
        (
            HANAKO,
            "山田, 花子; 山田 花子; 山田花子; 山田　花子; Hanako Yamada; Yamada, H.; YAMADA Hanako; Yamada Hanako",
        ),
        (
            MEI,
            "Chen, Mei-Ling; Chen, M.-L.; Chen, ML; Chen ML; Chen, M. L.; Chen, Meiling; Mei Ling Chen; 陳, 美玲; "
            "陳美玲; 陳 美玲; Chen Mei-Ling; Chen, Mei-Ling (陳美玲); M Chen; CHEN, Mei-Ling; Chen Mei Ling",
        ),
        (
            JOSE,
            "Muller-Nunez, J.; Müller Núñez, José; Mueller-Núñez, J; Muller-Nunez J; J. Müller–Núñez; Müller‐Núñez, J.",
        ),
        (GABO, "García Márquez, Gabriel; Garcia-Marquez, G.; García Márquez G; Márquez, Gabriel García; Marquez, GG"),
        (PETER, "Nagy, Péter; Péter Nagy; Nagy Péter; Nagy, P.; Nagy P"),
        (AN, "Nguyễn, Văn An; Nguyen, Van An; Nguyễn Văn An; Nguyen Van An; Văn An Nguyễn; Nguyen, V. A.; Nguyen VA"),
        (LUDWIG, "van der Berg, L.; Berg, L van der; Van der Berg, Ludwig; van der Berg L; Berg, Ludwig"),
        (MARIE, "Example Curie, M.; Sklodowska, M.; Skłodowska, Marie; Example–Curie M; Marie Example-Curie"),
        (MIN, "김, 민준; 김 민준; Kim, M.-J.; Kim MJ; Kim, Minjun; Kim Min-Jun; KIM, MIN-JUN"),
    ],
)
def test_the_person_is_known_in_every_notation(profile: Profile, spellings: str) -> None:
    assert [written for written in spellings.split("; ") if not is_own(profile, written)] == []


@pytest.mark.parametrize(
    ("profile", "others"),
    [
        (
            ADA,
            "Example, AC; Example AC; Example, Anna; Example, B.; Example B; Example, BA; "
            "Ada Exampleson; Example, Adam; "
            "B. Ada Example; Lovelace, B.; Lovelace, Anna; Экзампл, Б.; Example, Bob; "
            "{The Example Collaboration}; Ada; "
            "Example; Example, John, PhD; Ada, Example; 例, 花子; Exemplar, B.; Example, C. A.",
        ),
        (HANAKO, "山田, 太郎; 山田太郎; 山本, 花子; Taro Yamada; Yamada, T.; Hanako Yamamoto; 花子, 山田"),
        (MEI, "Chen, Mei-Hua; Chen, M.-H.; Chen, L.; 陳美華; Chen, Wei; Cheng, Mei-Ling"),
        (GABO, "García, Gabriel; Márquez, Pedro; García Márquez, P."),
        (PETER, "Nagy, Pál; Péter, Nagy; Nagy, András"),
        (AN, "Nguyễn, Văn Bình; Trần, Văn An; Nguyen, B."),
        (LUDWIG, "van der Berg, M.; Bergmann, Ludwig"),
        (Profile(key="p", name="John Smith, Jr."), "John Smith, Sr.; John Smith III; Smith, Jane"),
        (Profile(key="p", name=""), "Ada Example"),
    ],
)
def test_a_namesake_is_somebody_else(profile: Profile, others: str) -> None:
    assert [written for written in others.split("; ") if is_own(profile, written)] == []


@pytest.mark.parametrize(
    ("profile", "family", "given"),
    [
        (HANAKO, "山田", "花子"),
        (MEI, "Chen", "Mei-Ling"),
        (JOSE, "Müller-Núñez", "José"),
        (PETER, "Nagy", "Péter"),
        (AN, "Nguyễn", "Văn An"),
        (Profile(key="p", name="Gabriel García Márquez", family="García Márquez"), "García Márquez", "Gabriel"),
        (Profile(key="p", name="山田花子", family="山田"), "山田", "花子"),
        (Profile(key="p", name="Plato"), "Plato", ""),
        (Profile(key="p", name="Ada Example, MD"), "Example", "Ada"),
        (Profile(key="p", name="Prof. Ada Example, M.D., Ph.D."), "Example", "Ada"),
        (Profile(key="p", name="Ada Example (née Byron)"), "Example", "Ada"),
        (Profile(key="p", name="Ada Example", family="Byron"), "Example", "Ada"),
    ],
)
def test_the_name_of_the_profile_has_its_parts(profile: Profile, family: str, given: str) -> None:
    own = own_name(profile)

    assert (own.family, own.given) == (family, given)


@pytest.mark.parametrize(
    "field",
    [
        *("Doe, Jane", "van der Berg, Ludwig", "King, Jr., Martin Luther", "Moitinho de Almeida, J. P.", "Doe JA"),
        *(
            "Nguyễn Văn An",
            "山田, 花子",
            "山田花子",
            "{The ATLAS Collaboration}",
            "Plato",
            "Jane Doe, MD, PhD",
            "Doe J, MD",
        ),
        *(
            "Ursula K. Le Guin",
            "Mei-Ling Chen (陳美玲)",
            "LOVELACE Ada",
            "{van Gogh}, Vincent",
            "José {Ortega y Gasset}",
        ),
    ],
)
def test_what_a_page_looks_up_keeps_the_parts_of_a_name(field: str) -> None:
    (author,) = parse_names(field)[0]
    again = parse_person(as_written(author.name))

    assert str(again) == str(author.name).partition(" (")[0]
    assert Name(family=again.family, given=again.given) == Name(family=author.name.family, given=author.name.given)


@pytest.mark.parametrize(
    ("written", "initials"),
    [
        *(("Ada Lovelace", "AL"), ("Prof. Ada B. Lovelace, PhD", "AL"), ("Ludwig van der Berg", "LB"), ("Plato", "P")),
        *(
            ("山田 花子", "山田"),
            ("山田花子", "山"),
            ("김민준", "김"),
            ("김 민준", "김"),
            ("欧阳 修", "欧阳"),
            ("佐々木 希", "佐"),
        ),
        *(
            ("Hanako Yamada (山田 花子)", "HY"),
            ("ジョン・スミス", "ジ"),
            ("Иван Иванов", "ИИ"),
            ("محمد الخوارزمي", "م"),
        ),
        *(
            ("Nguyễn Văn An", "NA"),
            ("Muhammad al-Khwarizmi", "MK"),
            ("דוד כהן", "דכ"),
            ("Example Lab", "EL"),
            ("a, b <script> End", "AE"),
            ("", ""),
        ),
    ],
)
def test_the_initials_are_those_that_people_use(written: str, initials: str) -> None:
    assert initials_of(written) == initials


def test_a_family_name_that_is_no_part_of_the_name_is_told() -> None:
    (finding,) = read_options(Profile, "Ada Example", {"family": "Lovelace"}, 7).findings

    assert (finding.mistake, finding.line) == (Mistake.UNKNOWN_VALUE, 7)
    assert read_options(Profile, "Nagy Péter", {"family": "Nagy"}, 7).findings == ()

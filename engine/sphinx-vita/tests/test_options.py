"""The options of a record, read and judged without Sphinx; how mistakes reach the author is tested with pages."""

import pytest
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.reading.record_options import Options, read_options
from sphinx_vita.records import Award, Degree, Position, Profile, Record, Service, options_of, written_kinds


def read(kind: type[Record], words: str = "", /, **written: str | None) -> Options:
    return read_options(kind, words, written, 7)


def mistakes(options: Options) -> list[Mistake]:
    return [finding.mistake for finding in options.findings]


@pytest.mark.parametrize("kind", list(written_kinds().values()))
def test_every_required_option_is_asked_for_and_no_other(kind: type[Record]) -> None:
    required = [name for name, each in options_of(kind).items() if each.metadata["required"]]

    options = read(kind)

    assert mistakes(options) == [Mistake.MISSING_OPTION] * len(required)
    assert [finding.message.split("'")[1] for finding in options.findings] == required
    assert {finding.line for finding in options.findings} == {7}


@pytest.mark.parametrize("kind", list(written_kinds().values()))
def test_every_option_may_be_empty_and_is_told(kind: type[Record]) -> None:
    declared = options_of(kind)

    options = read(kind, **dict.fromkeys(declared))

    assert mistakes(options) == [Mistake.EMPTY_OPTION] * len(declared)
    assert options.values == {}


@pytest.mark.parametrize("kind", list(written_kinds().values()))
def test_any_field_can_be_withheld_and_is_not_missed(kind: type[Record]) -> None:
    for name in options_of(kind):
        options = read(kind, **{name: "2020", "visibility": f"private {name}"})

        assert name not in options.values
        assert not any(f"'{name}'" in finding.message for finding in options.findings)
        assert options.withholds_fields
        assert not options.is_private


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Ann Lee", ("Ann Lee",)),
        ("Ann Lee, Bo Chen", ("Ann Lee", "Bo Chen")),
        ("Ann Lee, Bo Chen, and Cy Doe", ("Ann Lee", "Bo Chen", "Cy Doe")),
        ("Ann Lee and Bo Chen", ("Ann Lee", "Bo Chen")),
        ("Ann Lee (New University, Rome), Bo Chen", ("Ann Lee (New University, Rome)", "Bo Chen")),
        ("Alexander Sand", ("Alexander Sand",)),
        (" Ann  Lee ,, ", ("Ann Lee",)),
        (
            "Piet van der Meulen, Jr., Ada Lovelace, PhD and Bo Li, M.D.",
            ("Piet van der Meulen, Jr.", "Ada Lovelace, PhD", "Bo Li, M.D."),
        ),
    ],
)
def test_names_are_cut_at_commas_and_at_and(written: str, expected: tuple[str, ...]) -> None:
    assert read(Position, "T", advisors=written).values["advisors"] == expected


@pytest.mark.parametrize(
    ("account", "written", "expected"),
    [
        ("github", "ann", "https://github.com/ann"),
        ("github", "@ann", "https://github.com/ann"),
        ("github", "https://github.com/ann", "https://github.com/ann"),
        ("scholar", "a_B-1", "https://scholar.google.com/citations?user=a_B-1"),
        ("orcid", "0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097"),
        ("dblp", "12/3456", "https://dblp.org/pid/12/3456.html"),
        ("linkedin", "ann-lee", "https://www.linkedin.com/in/ann-lee"),
        ("x", "@ann", "https://x.com/ann"),
    ],
)
def test_an_account_is_a_name_or_an_address(account: str, written: str, expected: str) -> None:
    assert read(Profile, "Ann", **{account: written}).values[account] == expected


@pytest.mark.parametrize("phone", ["+1 (212) 555-0100", "0212/5550100", "+49 30 1234567", "555-0100 ext 7"])
def test_a_telephone_number_may_be_written_in_many_ways(phone: str) -> None:
    assert read(Profile, "Ann", phone=phone).values["phone"] == phone


@pytest.mark.parametrize(
    ("kind", "argument", "written", "key"),
    [
        (Position, "Intern", {"organization": "Big Lab!", "dates": "May 2025"}, "big-lab-2025"),
        (Position, "Intern", {"dates": "2025"}, "intern-2025"),
        (Degree, "Ph.D.", {"institution": "Uni", "dates": "2019 – 2023"}, "uni-2019"),
        (Service, "Reviewer", {"venue": "CONF", "dates": "2024"}, "conf-2024"),
        (Award, "Gold Medal", {"dates": "2017", "issuer": "Society"}, "gold-medal-2017"),
        (Award, "Gold Medal", {}, "gold-medal"),
        (Award, "Gold Medal", {"key": "  my   key "}, "my key"),
        (Profile, "Ann Lee", {}, "ann-lee"),
    ],
)
def test_a_key_is_made_of_what_tells_records_apart(
    kind: type[Record], argument: str, written: dict[str, str], key: str
) -> None:
    assert read(kind, argument, **written).key == key


@pytest.mark.parametrize(
    ("visibility", "is_private", "hidden"),
    [
        ("public", False, set()),
        ("Public", False, set()),
        ("private", True, set()),
        ("PRIVATE", True, set()),
        ("private phone", False, {"phone"}),
        ("private phone, email", False, {"phone", "email"}),
        ("Private phone;email", False, {"phone", "email"}),
        ("privat", True, set()),
        ("private pohne", True, set()),
        ("public phone", True, set()),
        ("", True, set()),
    ],
)
def test_visibility_withholds_a_record_or_fields(visibility: str, is_private: bool, hidden: set[str]) -> None:
    written = {"phone": "+1 212 555 0100", "email": "ann@uni.example"}

    options = read(Profile, "Ann", visibility=visibility, **written)

    assert options.is_private is is_private
    if not is_private:
        assert set(options.values) == {"name", "phone", "email"} - hidden


def test_the_argument_comes_before_an_option_of_its_name() -> None:
    assert read(Award, "Argument", title="Option", dates="2020").values["title"] == "Argument"


def test_white_space_in_an_option_is_folded() -> None:
    assert read(Award, "T", dates="2020", issuer=" The \n Society ").values["issuer"] == "The Society"

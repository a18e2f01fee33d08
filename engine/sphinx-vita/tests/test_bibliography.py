"""A .bib file is read whole: every entry is a publication, or is named in a finding with its line."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sphinx_vita.reading.bibtex import Reading, read_bibliography
from sphinx_vita.reading.bibtex.values import read_value
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.records import Publication

ONE = "@article{one, title = {One}, author = {A B}, year = {2001}}\n"
TWO = "@article{two, title = {Two}, author = {C D}, year = {2002}}\n"


def read(text: str) -> Reading:
    return read_bibliography(text, file="publications.bib")


def keys(reading: Reading) -> list[str]:
    return [publication.key for publication in reading.publications]


def mistakes(reading: Reading) -> list[tuple[Mistake, int]]:
    return [(finding.mistake, finding.line) for finding in reading.findings]


def fields(reading: Reading) -> dict[str, str]:
    (publication,) = reading.publications
    return dict(publication.fields)


def test_an_entry_knows_its_file_key_type_and_line() -> None:
    (publication,) = read("\n\n" + ONE).publications

    assert (publication.file, publication.key, publication.entry_type) == ("publications.bib", "one", "article")
    assert (publication.line, publication.docname) == (3, "")


@pytest.mark.parametrize(
    "around",
    [
        "---\n---\n{}",
        "---\nlayout: page\ntitle: x\n---\n\n{}",
        "\ufeff{}",
        "## --- 2026 ---\nSome prose, with a {{brace}} and a comma = sign.\n{}and more prose",
        "@comment{{jabref-meta: groupstree: 0 AllEntriesGroup:;}}\n{}",
        '@preamble{{"\\newcommand{{\\x}}{{y}}"}}\n{}',
        "@string{{x = {{y}}}}\n{}",
        "% This file was made by hand\n{}",
        "article{{off,\n  title = {{Off}},\n  year = {{2000}}\n}}\n{}",
        "%@article{{off,\n%  title = {{Off}},\n%}}\n{}",
        "% @article{{off, title = {{Off}}}}\n{}",
        "write to me@{{home}}\n{}",
    ],
)
def test_what_stands_around_entries_is_no_mistake(around: str) -> None:
    reading = read(around.format(ONE))

    assert keys(reading) == ["one"]
    assert reading.findings == ()


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_lines_may_end_in_any_way(end: str) -> None:
    reading = read((ONE + "\n" + TWO).replace("\n", end))

    assert [(p.key, p.line) for p in reading.publications] == [("one", 1), ("two", 3)]
    assert reading.findings == ()


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("{braced}", "braced"),
        ('"quoted {"} sign"', 'quoted {"} sign'),
        ("2001", "2001"),
        ("april", "april"),
        ("True", "True"),
        ("27 Jul", "27 Jul"),
        ("sys", "Systems"),
        ("SYS", "Systems"),
        ('"The " # sys # { of the } # "World"', "The Systems of the World"),
        ('"10~" # jan', "10~jan"),
        ("{a {nested} one}", "a {nested} one"),
        (r'"G{\"o}del"', r"G{\"o}del"),
        (r"{G\"odel, 100\%}", r"G\"odel, 100\%"),
        ("{me@example.org {x}}", "me@example.org {x}"),
    ],
)
def test_a_value_is_read_in_every_notation(written: str, value: str) -> None:
    source = "@string{sys = {Systems}}\n@article{one, title={One}, author={A B}, year=2001, note = " + written + "}"

    assert fields(read(source))["note"] == value
    assert read(source).findings == ()


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("jmlr", "'journal = {jmlr}'"),
        ('"Proc. of " # icml', "'journal = {Proc. of icml}'"),
        ("Nature Physics", "'journal = {Nature Physics}'"),
    ],
)
def test_a_name_that_no_string_defines_is_told_with_what_to_write(written: str, advice: str) -> None:
    reading = read("\n@article{one, title={One}, author={A B}, year=2001,\n journal = " + written + "}\n")

    (finding,) = reading.findings
    assert (finding.mistake, finding.line) == (Mistake.UNKNOWN_REFERENCE, 3)
    assert "'one'" in finding.message
    assert advice in finding.message


def test_months_and_flags_without_braces_are_no_unknown_names() -> None:
    entry = "@article{one, title={One}, author={A B}, year=2001, month = mai, selected = true, volume = 12}"

    assert read(entry).findings == ()


@pytest.mark.parametrize(
    ("written", "journal"),
    [
        (r"{\apj}", "The Astrophysical Journal"),
        (r"\mnras", "Monthly Notices of the Royal Astronomical Society"),
        (r'"{\aap}, in print"', "Astronomy & Astrophysics, in print"),
        (r"{\prd{} Letters}", "Physical Review D Letters"),
        (r"{\zap}", "Zeitschrift für Astrophysik"),
        ("jacm", "Journal of the ACM"),
        ("{jacm}", "jacm"),
        (r"{\unknownmacro}", "unknownmacro"),
    ],
)
def test_macros_of_journals_are_written_out(written: str, journal: str) -> None:
    (publication,) = read("@article{one, title={One}, author={A B}, year=2001, journal = " + written + "}").publications

    assert str(publication.venue) == journal


def test_macros_of_journals_mean_nothing_elsewhere_and_a_string_of_the_file_comes_first() -> None:
    own = "@string{tog = {Together}}\n@article{one, title={On TOG}, author={A B}, year=2001, journal = tog, abbr = TOG}"

    assert str(read(own).publications[0].venue) == "Together"
    assert fields(read(r"@misc{one, title={\nat}, author={A B}, year=2001, abbr = {TOG}}"))["title"] == r"\nat"


@pytest.mark.parametrize("commas", [", ,", ",,", ",\n ,"])
def test_a_comma_too_many_costs_no_field_and_is_told(commas: str) -> None:
    reading = read("@article{one, title={On ,, commas}" + commas + " author={A B}, year=2001}\n" + TWO)

    assert keys(reading) == ["one", "two"]
    assert [str(author.name) for author in reading.publications[0].authors] == ["A B"]
    assert str(reading.publications[0].title) == "On ,, commas"
    assert mistakes(reading) == [(Mistake.BROKEN_BIBLIOGRAPHY, 1)]
    assert "comma too many" in reading.findings[0].message


def test_an_entry_in_parentheses_is_one() -> None:
    assert keys(read("@article(one, title={One (1)}, author={A B}, year=2001)\n" + TWO)) == ["one", "two"]


def test_names_of_fields_and_types_are_read_in_any_case_and_unknown_ones_are_left_out() -> None:
    reading = read("@ARTICLE{one, TITLE={One}, Author={A B}, Year=2001, mendeley-tags={x}, Foo_Bar={y}}")

    assert reading.publications[0].entry_type == "article"
    assert list(fields(reading)) == ["title", "author", "year"]
    assert reading.findings == ()


def test_an_empty_value_is_an_absent_one() -> None:
    reading = read('@article{one, title={One}, author={A B}, year=2001, month={}, doi={ }, abbr="", note={}}')

    assert list(fields(reading)) == ["title", "author", "year"]
    assert reading.findings == ()


def test_a_comment_inside_an_entry_ends_with_its_line() -> None:
    source = """@article{one,
  % note = {off, with = a comma},
  title = {One}, % and "here, = {
  % abstract = {off
    over two lines},
  author = {A B},
%  url = {off},
  series = 20%,
  abstract = {
    % not a comment, but 50 % of a text
  },
  year = 2001,
}
"""
    reading = read(source + TWO)

    assert [name for name, _ in reading.publications[0].fields] == ["title", "author", "series", "abstract", "year"]
    assert "50 % of a text" in str(reading.publications[0].abstract)
    assert reading.publications[1].line == 14
    assert reading.findings == ()


def test_a_percent_sign_alone_does_not_disable_an_entry_that_bibtex_reads() -> None:
    assert keys(read("%@article{one,\n title = {One}, author = {A B}, year = 2001}\n")) == ["one"]


def test_one_key_for_several_papers_keeps_them_all_and_names_both_lines() -> None:
    others = ONE.replace("One", "Another") + ONE.replace("One", "A Third")
    reading = read(ONE + TWO + others + "@article{one-2, title={Taken}, author={A B}, year=2001}")

    assert keys(reading) == ["one", "two", "one-3", "one-4", "one-2"]
    assert mistakes(reading) == [(Mistake.DUPLICATE_KEY, 3), (Mistake.DUPLICATE_KEY, 4)]
    assert "line 1 and again on line 3" in reading.findings[0].message


@pytest.mark.parametrize("second", ["{One}", "{ One }", '"One"'])
def test_a_repeated_field_that_says_the_same_is_no_mistake(second: str) -> None:
    assert read(f"@article{{one, title={{One}},\n TITLE={second}, author={{A B}}, year=2001}}").findings == ()


def test_an_entry_that_stands_there_twice_is_one() -> None:
    reading = read(ONE + TWO + ONE.replace("title = {One}, author = {A B}", "author = {A B},\n title = {One}"))

    assert keys(reading) == ["one", "two"]
    assert reading.findings == ()


def test_of_a_repeated_field_the_first_is_kept() -> None:
    reading = read("@article{one, title={One},\n TITLE={Other}, author={A B}, year=2001}")

    assert str(reading.publications[0].title) == "One"
    assert mistakes(reading) == [(Mistake.REPEATED_FIELD, 2)]
    assert "'one'" in reading.findings[0].message


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        ("@article{broken, title = {Never {closed}, year = {2000}\n}\n", 2),
        ("@article{broken, title = {No end}, year = {2000}\n", 2),
        ('@article{broken, title = "An odd " quote", year = 2000}\n', 2),
        ("@article{broken title = {No comma}, year = 2000}\n", 2),
        ("@article{broken, title, year = 2000}\n", 2),
        ("@article{broken, title = {One\n", 2),
        ("@article{broken\n", 2),
    ],
)
def test_a_broken_entry_is_named_and_its_neighbours_appear(broken: str, line: int) -> None:
    reading = read(ONE + broken + TWO)

    assert keys(reading) == ["one", "two"]
    assert mistakes(reading) == [(Mistake.BROKEN_BIBLIOGRAPHY, line)]
    assert "'broken'" in reading.findings[0].message


def test_a_broken_entry_does_not_swallow_others_on_its_line() -> None:
    reading = read("@article{broken, title={Open {x}, year=2000} " + ONE.strip() + " " + TWO)

    assert keys(reading) == ["one", "two"]
    assert mistakes(reading) == [(Mistake.BROKEN_BIBLIOGRAPHY, 1)]


def test_a_broken_entry_at_the_end_is_named() -> None:
    reading = read(ONE + "@article{last, title={La")

    assert keys(reading) == ["one"]
    assert mistakes(reading) == [(Mistake.BROKEN_BIBLIOGRAPHY, 2)]


def test_a_missing_comma_costs_no_field() -> None:
    reading = read("@article{one,\n title = {One}\n author = {A B}\n year = 2001,\n note = {x}}")

    assert list(fields(reading)) == ["title", "author", "year", "note"]
    assert mistakes(reading) == [(Mistake.BROKEN_BIBLIOGRAPHY, 2), (Mistake.BROKEN_BIBLIOGRAPHY, 3)]


def test_a_brace_too_many_costs_no_field() -> None:
    reading = read("@article{one,\n title = {One}},\n author = {A B},\n year = 2001\n}\n" + TWO)

    assert keys(reading) == ["one", "two"]
    assert [name for name, _ in reading.publications[0].fields] == ["title", "author", "year"]
    assert [finding.mistake for finding in reading.findings] == [Mistake.BROKEN_BIBLIOGRAPHY]


def test_an_entry_around_which_a_comment_stands_is_read_as_bibtex_does_and_told() -> None:
    reading = read("@comment{\n" + ONE + "}\n" + TWO)

    assert keys(reading) == ["one", "two"]
    assert mistakes(reading) == [(Mistake.BROKEN_BIBLIOGRAPHY, 1)]


def test_an_entry_without_a_key_gets_one_and_is_named_by_its_line() -> None:
    reading = read("\n@article{, title={No Key}, author={A B}, year=2001}")

    assert keys(reading) == ["entry-no-key"]
    assert mistakes(reading) == [(Mistake.MISSING_FIELD, 2)]


@pytest.mark.parametrize(
    ("entry", "missing"),
    [
        ("author={A B}, year=2001", "no title"),
        ("title={X}, year=2001", "no author"),
        ("title={X}, author={A B}", "no year"),
        ("note={x}", "no title and no author and no year"),
    ],
)
def test_what_every_entry_needs_is_missed_and_the_entry_is_shown(entry: str, missing: str) -> None:
    reading = read(f"@misc{{one, {entry}}}")

    assert keys(reading) == ["one"]
    assert str(reading.publications[0].title)
    assert mistakes(reading) == [(Mistake.MISSING_FIELD, 1)]
    assert missing in reading.findings[0].message


@pytest.mark.parametrize(
    "entry", ["editor={A B}, year=2001", "author={A B}, year={In press}", "author={A B}, date={2001}"]
)
def test_an_editor_and_in_press_are_enough(entry: str) -> None:
    assert read(f"@book{{one, title={{X}}, {entry}}}").findings == ()


def test_a_child_inherits_what_its_crossref_has() -> None:
    source = """@inproceedings{child, title={Child}, author={A B}, crossref={Parent}}
@proceedings{parent, title={Proceedings of Things}, editor={E F}, year={2003}, publisher={P}, doi={10.1000/parent}}"""
    child, parent = read(source).publications

    assert (str(child.venue), child.year, child.publisher) == ("Proceedings of Things", "2003", "P")
    assert (str(child.title), child.doi, parent.doi) == ("Child", "", "10.1000/parent")
    assert read(source).findings == ()


@pytest.mark.parametrize("own", ["selected = {true}", "keywords = {fungi}", "abstract = {All}", "preview = {x.png}"])
def test_a_child_does_not_inherit_what_its_parent_says_of_itself_alone(own: str) -> None:
    source = f"""@inproceedings{{child, title={{Child}}, author={{A B}}, crossref={{parent}}}}
@proceedings{{parent, title={{Proceedings of Things}}, editor={{E F}}, year={{2003}}, {own}}}"""
    child, parent = read(source).publications

    def said(each: Publication) -> tuple[object, ...]:
        return (each.selected, each.keywords, str(each.abstract), each.preview)

    assert said(child) == (False, (), "", "")
    assert said(parent) != said(child)


def test_a_crossref_to_nothing_is_told() -> None:
    assert mistakes(read(ONE.replace("year", "crossref = {nobody}, year"))) == [(Mistake.UNKNOWN_REFERENCE, 1)]


def test_crossrefs_in_a_circle_end() -> None:
    reading = read(
        "@misc{a, crossref={b}, title={A}, author={A B}, year=2001}\n@misc{b, crossref={a}, title={B}, editor={C D}}"
    )

    assert keys(reading) == ["a", "b"]


def test_a_private_entry_is_nowhere() -> None:
    source = ONE.replace("title", "visibility = {private}, title") + TWO.replace("year", "crossref = {one}, year")
    reading = read(source)

    assert keys(reading) == ["two"]
    assert reading.findings == ()
    assert "One" not in repr(reading)


def test_private_fields_are_nowhere() -> None:
    source = "@misc{one, title={One}, author={A B and C D}, author+an={1=secret}, year=2001, note={secret}, "
    source += "abstract={secret}, "
    reading = read(source + "visibility = {private note, abstract, author}}")

    assert "secret" not in repr(reading)
    assert str(reading.publications[0].title) == "One"


def test_a_visibility_that_cannot_be_read_withholds_the_entry_and_is_told() -> None:
    reading = read(ONE.replace("title", "visibility = {pirvate}, title"))

    assert keys(reading) == []
    assert mistakes(reading) == [(Mistake.UNKNOWN_VALUE, 1)]


def test_a_byte_order_mark_hides_no_entry() -> None:
    assert keys(read("\ufeff@misc{one}")) == ["one"]


def test_an_empty_file_is_no_mistake() -> None:
    assert read("") == Reading((), ())


def test_findings_come_in_the_order_of_the_file() -> None:
    reading = read("@misc{a, title={A}}\n@misc{b, title={B\n@misc{a, title={C}}\n@misc{c, year=2001}\n")

    assert [finding.line for finding in reading.findings] == sorted(finding.line for finding in reading.findings)
    assert len({finding.line for finding in reading.findings}) == 4


def test_macros_made_of_macros_do_not_grow_without_end() -> None:
    source = "@string{a = {xxxxxxxxxx}}\n" + "@string{a = a # a}\n" * 60
    reading = read(source + "@misc{one, title=a, author={A B}, year=2001}")

    assert keys(reading) == ["one"]
    assert len(str(reading.publications[0].title)) < 5000


def test_many_entries_take_linear_time() -> None:
    def seconds(count: int) -> float:
        entry = (
            r"@article{k%d, title={A {T}itle $x_%d$}, author={M{\"u}ller, J. and Doe%d, J.}, year=2001, volume={%d}}"
        )
        source = "\n".join(entry % ((number,) * 4) for number in range(count))
        started = time.process_time()
        assert len(read(source).publications) == count
        return time.process_time() - started

    assert seconds(2000) < 12 * max(seconds(500), 0.05)


@pytest.mark.parametrize("unit", ["{", "@a{", "\n@a{a,b={", '@a{a,b="', "%@{\n", "@(", "@a{a,x=1}\n", "{\\"])
def test_a_hostile_file_is_read_in_linear_time(unit: str) -> None:
    started = time.process_time()
    read(unit * (50_000 // len(unit)))

    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    "name", ["title", "author", "pages", "doi", "eprint", "url", "abbr", "month", "keywords", "award"]
)
@pytest.mark.parametrize("unit", ["a", "{", "1-", "\\", " and ", "https://", "(equal", "a, ", "a & ", "$^a$, "])
def test_a_giant_field_is_read_in_linear_time(name: str, unit: str) -> None:
    started = time.process_time()
    reading = read(f"@misc{{one, {name} = {{{unit * (40_000 // len(unit))}}}}}")

    assert time.process_time() - started < 4
    assert reading.findings


TOKENS = [
    "@article{",
    "k",
    ",",
    "title",
    "=",
    "{",
    "}",
    '"',
    "#",
    "%",
    "\n",
    "\\",
    "x y",
    "@",
    "(",
    ")",
    "@string{",
    "$",
    "é",
]


@given(
    st.lists(
        st.sampled_from([*TOKENS, "author = {A and B}", "year = 2001", "crossref = {k}", "@comment{"]), max_size=40
    )
)
@settings(max_examples=300, deadline=None)
def test_no_text_is_an_error_and_the_entries_around_it_stay(tokens: list[str]) -> None:
    reading = read(ONE + "\n" + "".join(tokens) + "\n\n" + TWO)

    assert keys(reading)[0] == "one"
    assert any(publication.fields[:1] == (("title", "Two"),) for publication in reading.publications)


@pytest.mark.parametrize("opening", ["@ misc {k ,", "@misc\n{k,", "@\tMisc\n (\nk,", "@misc{ k\n,", "@misc {\n\nk,"])
def test_blanks_and_lines_may_stand_between_the_parts_of_an_opening(opening: str) -> None:
    closing = ")" if "(" in opening else "}"
    rest = "\n title = {T}, author = {A B}, year = 2001,\n note = {x}, note = {y}"
    reading = read(f"{opening}{rest}{closing}\n" + ONE)

    assert keys(reading) == ["k", "one"]
    assert mistakes(reading) == [(Mistake.REPEATED_FIELD, opening.count("\n") + 3)]


@pytest.mark.parametrize("start", ["@misc{", "@misc{\n  ", "@software{"])
def test_an_entry_whose_key_was_forgotten_is_read_and_told(start: str) -> None:
    reading = read(start + 'title = {No Key}, author = "A B", year = 2001}\n' + ONE)

    assert keys(reading) == ["entry-no-key", "one"]
    assert mistakes(reading) == [(Mistake.MISSING_FIELD, 1)]


def test_an_at_sign_that_begins_a_line_of_an_abstract_is_no_opening() -> None:
    abstract = "mail us\n@home or\n@work\n(at work), or not"
    reading = read(f"@misc{{k, title={{T}}, author={{A B}}, year=2001, abstract={{{abstract}}}}}")

    assert fields(reading)["abstract"] == abstract


def test_fields_of_xdata_go_to_the_entries_that_name_it() -> None:
    series = "@xdata{series, publisher = {Press}, year = {2002}, note = {N}}\n"
    reading = read(series + ONE.replace("year", "xdata = {series}, year"))

    assert keys(reading) == ["one"]
    assert (reading.publications[0].publisher, reading.publications[0].year) == ("Press", "2001")
    assert mistakes(reading) == [(Mistake.UNKNOWN_VALUE, 1)]


@pytest.mark.parametrize("entry", ["@control{x, a = {b}}", "@IEEEtranBSTCTL{x, a = {b}}", "@set{x, entryset = {one}}"])
def test_what_is_no_work_is_left_out_and_named(entry: str) -> None:
    reading = read(entry + "\n" + ONE)

    assert keys(reading) == ["one"]
    assert mistakes(reading) == [(Mistake.UNKNOWN_VALUE, 1)]


@pytest.mark.parametrize(
    ("sign", "kept"), [("\u202e", ""), ("\u2066", ""), ("\x00", ""), ("\x07", ""), ("\u200f", "\u200f")]
)
def test_what_cannot_be_seen_and_turns_text_round_is_left_out(sign: str, kept: str) -> None:
    reading = read(ONE.replace("One", f"O{sign}ne"))

    assert str(reading.publications[0].title) == f"O{kept}ne"
    assert dict(reading.publications[0].fields)["title"] == f"O{kept}ne"


def test_the_libraries_log_nothing(caplog: pytest.LogCaptureFixture) -> None:
    read('@misc{a, title = {T\n@misc{b, title = {\\frac}, author = {A \\"}, year = 2001}')

    assert caplog.records == []


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ('"a {b"', "a {b"),
        ("{a {b}", "a {b"),
        ('"a {b}', '"a {b}'),
        ("{a}} b", "{a}} b"),
        ('"', '"'),
        ('a "b" c', 'a "b" c'),
    ],
)
def test_a_value_that_is_not_well_formed_is_the_text_that_it_is(raw: str, value: str) -> None:
    assert read_value(raw, {}) == (value, "")

"""Bad input: each mistake is told with its kind, file and line and with what to write, and spares the rest."""

from dataclasses import dataclass
from typing import ClassVar

import pytest
from harness.sites import Site
from sphinx_vita.records import Record, Value, name_of
from sphinx_vita.records.dates import DateRange
from sphinx_vita.records.record import option

POSITION = ":::{position} Intern\n:organization: Lab\n:dates: 2020\n%s\n:::\n"
PROFILE = ":::{profile} Ann Lee\n%s\n:::\n"
AWARD = ":::{award} Medal\n:dates: %s\n:::\n"

# what is written, from line 5 on, the warning's kind, and what it says to write
MISTAKES = {
    "missing option": (":::{position} Intern\n:organization: Lab\n:::\n", "missing_option", "in a line ':dates: ...'"),
    "missing argument": (":::{award}\n:dates: 2020\n:::\n", "missing_option", "write the award behind '{award}'"),
    "empty option": (":::{position} Intern\n:organization:\n:dates: 2020\n:::\n", "empty_option", "write the employer"),
    "empty optional option": (POSITION % ":location:", "empty_option", "or leave the line out"),
    "empty key": (POSITION % ":key:", "empty_option", "or leave the line out"),
    "misspelt option": (POSITION % ":locatoin: Rome", "unknown_option", "did you mean 'location'?"),
    "unknown option": (POSITION % ":colour: red", "unknown_option", "it has title, organization, dates"),
    "unreadable date": (AWARD % "soon", "unreadable_date", "write it like 'May 2025 – Now'"),
    "no such day": (AWARD % "31 Feb 2020", "unreadable_date", "write it like"),
    "end before start": (AWARD % "2021 – 2020", "reversed_dates", "write the earlier date first"),
    "no e-mail address": (PROFILE % ":email: ann at uni", "invalid_email", "write it like 'name@example.org'"),
    "no telephone number": (PROFILE % ":phone: ask me", "invalid_link", "write it like '+1"),
    "no link": (POSITION % ":url: lab.example", "invalid_link", "write the whole address"),
    "a link still #": (POSITION % ":url: '#'", "empty_link", "write the whole address"),
    "a script as link": (POSITION % ":url: javascript:alert(1)", "invalid_link", "only http, https, mailto or tel"),
    "a file of another protocol": (
        PROFILE % ":cv: file:///etc/passwd",
        "invalid_link",
        "only http, https, mailto or tel",
    ),
    "a link without scheme": (POSITION % ":url: //evil.example", "invalid_link", "write the whole address"),
    "no account": (PROFILE % ":github: an na", "invalid_link", "write the whole address"),
    "missing file": (PROFILE % ":cv: nowhere.pdf", "missing_file", "correct the path"),
    "a file outside of the project": (PROFILE % ":cv: ../../secret.pdf", "missing_file", "correct the path"),
    "a portrait of another host": (
        PROFILE % ":image: https://x.example/a.png",
        "invalid_link",
        "save it as a file here",
    ),
    "misspelt visibility": (POSITION % ":visibility: privat", "unknown_value", "write 'public', 'private'"),
    "visibility of no field": (POSITION % ":visibility: private pohne", "unknown_value", "what to withhold of title"),
    "timeline of nothing": (":::{timeline}\n:::\n", "missing_option", "':kind:' with kinds of records"),
    "timeline of no kind": (":::{timeline}\n:kind: positon\n:::\n", "unknown_value", "did you mean 'position'?"),
    "a profile in a timeline": (
        ":::{timeline}\n:kind: profile, award\n:::\n",
        "unknown_value",
        "write the directive 'contact'",
    ),
    "option of downloads": (":::{downloads}\n:kind: pdf\n:::\n", "unknown_option", "it lists all that there is"),
    "a second profile": (
        ":::{profile} Ann Lee\n:::\n\n:::{profile} Bo Chen\n:::\n",
        "repeated_profile",
        "write a 'person'",
    ),
    "a wrong ORCID": (PROFILE % ":orcid: 0000-0002-1825-0098", "invalid_link", "copy it from orcid.org"),
    "29 February": (AWARD % "29 Feb 2023 – 30 Apr 2023", "unreadable_date", "write it like"),
    "a role in the way of another program": ("see :award:`x`\n", "unknown_role", "directly behind it the key"),
    "timeline with both": (
        f"::::{{timeline}}\n:kind: award\n\n{AWARD % 2020}::::\n",
        "unknown_option",
        "or the entries",
    ),
    "unknown option of a timeline": (":::{timeline}\n:kind: award\n:sort: up\n:::\n", "unknown_option", "it has kind"),
    "empty option of a view": (":::{publications}\n:limit:\n:::\n", "empty_option", "write at most so many"),
    "unknown option of a view": (":::{publications}\n:limti: 3\n:::\n", "unknown_option", "did you mean 'limit'?"),
    "unreadable limit": (":::{publications}\n:limit: many\n:::\n", "unknown_value", "write a whole number"),
    "unreadable year": (":::{publications}\n:year: lately\n:::\n", "unknown_value", "write '2024'"),
    "years from later to earlier": (":::{publications}\n:year: 2024-2020\n:::\n", "unknown_value", "write '2024'"),
    "unknown style": (":::{publications}\n:style: poster\n:::\n", "unknown_value", "choose from list, cards"),
    "unknown group": (":::{publications}\n:group: yaer\n:::\n", "unknown_value", "did you mean 'year'?"),
    "unknown status": (":::{publications}\n:status: rejected\n:::\n", "unknown_value", "choose from published"),
    "unknown key of a view": (":::{publications}\n:keys: cod\n:::\n", "unknown_entry", "there is none at all"),
    "words in a view": (":::{publications} cod\n:::\n", "unknown_value", "write ':keys:'"),
    "option of contact": (":::{contact}\n:phone: 1\n:::\n", "unknown_option", "the facts stand in the profile"),
    "unknown paper": (":::{publication} cod\n:::\n", "unknown_entry", "there is none at all"),
    "reference to no paper": ("see {pub}`cod`\n", "unknown_entry", "there is none at all"),
    "title of no paper": ("see {pub-title}`cod`\n", "unknown_entry", "there is none at all"),
    "reference to no record": ("see {award}`medal`\n", "unknown_reference", "there is none at all"),
    "reference to nobody": ("see {person}`Ann Lee`\n", "unknown_reference", "add a 'person' with that name"),
    "unreadable formula": ("so $_$ is\n", "unreadable_math", "correct it"),
}


@pytest.mark.parametrize("name", list(MISTAKES))
def test_a_mistake_is_told_where_it_is_and_spares_the_rest(site: Site, name: str) -> None:
    source, kind, advice = MISTAKES[name]

    built = site(page=f"# Page\n\nBefore it.\n\n{source}\nAfter it.\n", silent=False)

    line = 8 if name == "a second profile" else 5
    assert [told.place for told in built.told] == [(f"vita.{kind}", "page.md", line)]
    assert advice in built.told[0].message
    words = built.words("page")
    assert "Before it." in words
    assert "After it." in words


def test_all_mistakes_of_a_record_are_told_at_once_and_what_is_right_is_shown(site: Site) -> None:
    options = ":organization: Lab\n:dates: soon\n:url: '#'\n:wage: 3\n:location: Rome\n"
    page = f"# P\n\n:::{{position}}\n{options}\nDid much.\n:::\n"

    built = site(page=page, silent=False)

    assert {told.place for told in built.told} == {
        (f"vita.{kind}", "page.md", 3) for kind in ("missing_option", "unreadable_date", "empty_link", "unknown_option")
    }
    assert built.words("page") == "P¶ Lab# Rome Did much."


def test_a_record_without_anything_is_told_and_spares_the_others(site: Site) -> None:
    built = site(page="# P\n\n:::{position}\n:::\n\n:::{award} Medal\n:dates: 2020\n:::\n", silent=False)

    assert [told.place for told in built.told] == [("vita.missing_option", "page.md", 3)] * 2
    assert "Medal" in built.words("page")


def test_options_that_are_no_yaml_are_told_and_read_all_the_same(site: Site) -> None:
    page = '# P\n\n:::{position} Intern\n:organization: "Lab\n:dates: 2020\n:::\n\nAfter it.\n'

    built = site(page=page, silent=False)

    assert [told.place for told in built.told] == [("vita.broken_option", "page.md", 4)]
    assert built.words("page") == 'P¶ Intern, "Lab# 2020 After it.'


def test_a_record_stays_private_when_one_of_its_options_cannot_be_read(site: Site) -> None:
    page = '# P\n\n:::{position} Intern\n:organization: "Lab\n:visibility: private\n:::\n\nAfter it.\n'

    built = site(page=page, silent=False)

    assert [told.type for told in built.told] == ["vita.broken_option"]
    assert built.words("page") == "P¶ After it."


def test_options_in_a_block_of_yaml_are_read(site: Site) -> None:
    page = '# P\n\n```{position} Intern\n---\norganization: "Lab: one"\ndates: 2020\n---\nDid much.\n```\n'

    assert site(page=page).words("page") == "P¶ Intern, Lab: one# 2020 Did much."


def test_a_broken_block_of_yaml_is_told_and_its_lines_are_read(site: Site) -> None:
    page = '# P\n\n```{position} Intern\n---\norganization: "Lab\ndates: 2020\n---\nDid much.\n```\n'

    built = site(page=page, silent=False)

    assert [told.type for told in built.told] == ["myst.directive_option"]
    assert built.words("page") == 'P¶ Intern, "Lab# 2020 Did much.'


def test_a_paper_with_two_places_is_told_with_both(site: Site) -> None:
    page = ":::{publication} cod\n:::\n"
    bib = "@misc{cod, title={COD}, author={Quispe, Ines}, year=2026}"

    built = site(a=f"# A\n\n{page}", b=f"# B\n\n{page}", bib=bib, silent=False)

    assert [told.place for told in built.told] == [("vita.duplicate_key", "b.md", 3)]
    assert "in a.md; refer to it with the role 'pub' here" in built.told[0].message


BODIES = {
    "HTML": ("<script>alert(1)</script>", "vita.foreign_markup", "<script>alert(1)</script>"),
    "HTML in a line": ("a <b onclick=x>c</b>", "vita.foreign_markup", "a <b onclick=x>c</b>"),
    "the directive of HTML": ("```{raw} html\n<script>alert(1)</script>\n```", "docutils", ""),
    "another file": ("```{include} ../secret.txt\n```", "docutils", ""),
    "another file as code": ("```{literalinclude} ../secret.txt\n```", "docutils", ""),
}


@pytest.mark.parametrize("name", list(BODIES))
def test_a_body_runs_nothing_and_reads_no_file(site: Site, name: str) -> None:
    written, kind, shown = BODIES[name]
    site.write({"../secret.txt": "secret"})

    built = site(
        page=f"# P\n\n{POSITION % ''}\n".replace("\n\n:::\n", f"\n\n{written}\n\nAfter it.\n:::\n"), silent=False
    )

    assert {(told.type, told.file) for told in built.told if told.type} == {(kind, "page.md")}
    assert all(told.line > 6 for told in built.told if told.type)
    assert f"{shown} After it." in built.words("page")
    assert built.page("page").find_all(["script", "b"]) == []
    assert "secret" not in built.text("page.html")


def test_a_sign_that_yaml_refuses_costs_no_other_option(site: Site) -> None:
    options = ":organization: 'It''s a \x07 lab'\n:location: \"Oslo\x85City\"\n:dates: 2020\n"

    built = site(page=f"# P\n\n:::{{position}} Intern\n{options}:::\n")

    assert "Intern, It's a lab" in built.words("page")
    assert "OsloCity" in built.words("page").replace(" ", "")
    assert "2020" in built.words("page")


@pytest.mark.parametrize(
    ("source", "kind", "advice"),
    [
        (":::{postion} X\n:::\n", "unknown_directive", "did you mean '{position}'?"),
        (":::{job} X\n:::\n", "unknown_directive", "write one of profile, position, degree"),
        (":::{figrue} x.png\n:::\n", "unknown_directive", "did you mean '{figure}'?"),
        ("see {awrad}`x`\n", "unknown_role", "did you mean 'award'?"),
    ],
)
def test_what_does_not_exist_is_told_with_what_was_meant(site: Site, source: str, kind: str, advice: str) -> None:
    built = site(page=f"# P\n\n{source}", silent=False)

    told = next(each for each in built.told if each.type.startswith("vita"))
    assert told.place == (f"vita.{kind}", "page.md", 3)
    assert advice in told.message


@pytest.mark.parametrize(
    "written",
    ["Ada Lovelace,\n  Charles Babbage", "Ada Lovelace\n  Charles Babbage", "Ada\n  Lovelace, Charles Babbage"],
)
def test_a_list_of_people_may_go_on_in_the_next_line(site: Site, written: str) -> None:
    page = f"# P\n\n:::{{position}} Intern\n:organization: Lab\n:advisors: {written}\n:dates: 2020\n:::\n"

    assert "Advisors: Ada Lovelace, Charles Babbage" in site(page=page).words("page")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant(Record):
    """A kind of record whose main field is neither a title nor a role nor a name."""

    kind: ClassVar[str] = "grant"

    subject: str = option(Value.TEXT, "what it is for", required=True)
    dates: DateRange | None = option(Value.DATES, "when")


def test_a_kind_whose_name_is_called_otherwise_has_a_name() -> None:
    assert name_of(Grant(key="g", subject="Engines", dates=None)) == "Engines"

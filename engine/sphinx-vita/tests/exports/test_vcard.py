"""The card, read by vobject."""

from dataclasses import replace
from typing import Any

import pytest
import vobject
from harness.portfolios import ADDRESS, HOSTILE, empty, invented
from sphinx_vita.exports import vcard
from sphinx_vita.records import Profile
from sphinx_vita.records.portfolio import Portfolio


def read(portfolio: Portfolio) -> Any:
    return vobject.readOne(vcard.dump(portfolio))


def named(name: str) -> Portfolio:
    return Portfolio(title="Site", records={"profile": (Profile(key="p", name=name),)})


def test_the_contact_is_that_of_the_profile() -> None:
    card = read(invented())

    assert (card.version.value, card.fn.value) == ("3.0", "Ludwig van der Berg")
    assert (card.email.value, card.tel.value) == ("berg@example.org", "+31 20 555 0100")
    assert card.adr.value.city == "Amsterdam; NL, \\ really"
    assert (card.title.value, card.note.value) == (HOSTILE, HOSTILE)
    assert [each.value for each in card.url_list] == [ADDRESS]  # the homepage is the site itself
    assert {each.type_param: each.value for each in card.x_socialprofile_list}["github"] == "https://github.com/berg"


@pytest.mark.parametrize(
    ("name", "family", "given", "suffix"),
    [
        ("Ludwig van der Berg", "van der Berg", "Ludwig", ""),
        ("Plato", "Plato", "", ""),
        ("Martin Luther King, Jr.", "King", "Martin Luther", "Jr."),
        ("李明", "李明", "", ""),
        ("ابن سينا", "سينا", "ابن", ""),
        ("山田 花子", "山田", "花子", ""),
        ("김 민준", "김", "민준", ""),
        ("Mei-Ling Chen (陳美玲)", "Chen", "Mei-Ling", ""),
        ("Computer Vision Lab", "", "", ""),  # a group
    ],
)
def test_names_are_given_by_their_parts(name: str, family: str, given: str, suffix: str) -> None:
    card = read(named(name))

    assert card.fn.value == name
    assert (card.n.value.family, card.n.value.given, card.n.value.suffix) == (family, given, suffix)


@pytest.mark.parametrize(
    ("label", "title", "organization"),
    [
        ("Ph.D. student at the Example Institute, New York", "Ph.D. student", "Example Institute, New York"),
        ("Lecturer, University of Example", "Lecturer", "University of Example"),
        ("Professor @ ETH Zürich", "Professor", "ETH Zürich"),
        ("Looking at stars", "Looking at stars", None),
        ("Writer, editor", "Writer, editor", None),
    ],
)
def test_the_label_names_position_and_organization(label: str, title: str, organization: str | None) -> None:
    card = read(Portfolio(title="Site", records={"profile": (Profile(key="p", name="Ada", label=label),)}))

    assert card.title.value == title
    assert (card.org.value if "org" in card.contents else [None]) == [organization]


def test_a_group_is_an_organization() -> None:
    card = read(named("Computer Vision Lab"))

    assert (card.fn.value, card.org.value, card.x_abshowas.value) == (
        "Computer Vision Lab",
        ["Computer Vision Lab"],
        "COMPANY",
    )


def test_the_address_has_its_parts() -> None:
    profile = Profile(key="p", name="Ada", location="Cambridge, MA 02139")
    address = read(Portfolio(title="Site", records={"profile": (profile,)})).adr.value

    told = (address.city, address.region, address.code, address.country)
    assert told == ("Cambridge", "MA", "02139", "United States")


def test_it_is_the_same_each_time_and_its_lines_fit_the_format() -> None:
    card = vcard.dump(invented())

    assert card == vcard.dump(invented())
    assert card.endswith("END:VCARD\r\n")
    assert all(len(line.encode()) <= 76 for line in card.split("\r\n"))
    assert "\n" not in card.replace("\r\n", "")


def test_the_id_stays_when_the_site_moves() -> None:
    moved = replace(invented(), address="https://new.example/")

    assert read(moved).uid.value == read(invented()).uid.value


def test_without_a_profile_there_is_no_card() -> None:
    assert vcard.dump(empty()) == ""

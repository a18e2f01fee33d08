"""The card, read by vobject."""

from dataclasses import replace
from typing import Any

import pytest
import vobject

from tests.vita.exporters.portfolios import ADDRESS, HOSTILE, empty, invented
from vita.exporters import vcard
from vita.model import Profile
from vita.portfolio import Portfolio


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
    ],
)
def test_names_are_given_by_their_parts(name: str, family: str, given: str, suffix: str) -> None:
    card = read(named(name))

    assert card.fn.value == name
    assert (card.n.value.family, card.n.value.given, card.n.value.suffix) == (family, given, suffix)


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

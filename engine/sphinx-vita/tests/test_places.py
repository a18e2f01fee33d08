"""Places as people write them."""

import pytest
from sphinx_vita.reading.places import Place, country_name, read_place


@pytest.mark.parametrize(
    ("text", "city", "region", "country"),
    [
        ("New York, NY", "New York", "NY", "US"),
        ("Cambridge, MA, USA", "Cambridge", "MA", "US"),
        ("Portland, Oregon", "Portland", "Oregon", "US"),
        ("Lyon, France", "Lyon", "", "FR"),
        ("Toronto, Ontario, Canada", "Toronto", "Ontario", "CA"),
        ("Edinburgh, Scotland", "Edinburgh", "Scotland", "GB"),
        ("Seoul, South Korea", "Seoul", "", "KR"),
        ("Sarajevo, Bosnia & Herzegovina", "Sarajevo", "", "BA"),
        ("Singapore", "Singapore", "", "SG"),
        ("Germany", "", "", "DE"),
        ("Tokyo", "Tokyo", "", ""),
        ("Paris, FR", "Paris", "", "FR"),
        ("", "", "", ""),
        # What may be either is not decided.
        ("Tbilisi, Georgia", "Tbilisi", "Georgia", ""),
        ("Berlin, DE", "Berlin", "DE", ""),
        ("Brussels, EU", "Brussels, EU", "", ""),
        ("Somewhere, ZZ", "Somewhere, ZZ", "", ""),
        ("Lyon, fr", "Lyon, fr", "", ""),
        ("Someplace, Somewhere", "Someplace, Somewhere", "", ""),
        ("Zurich, Switzerland and Boston, MA", "Zurich, Switzerland and Boston, MA", "", ""),
    ],
)
def test_a_place_is_cut_into_city_region_and_country(text: str, city: str, region: str, country: str) -> None:
    assert read_place(text) == Place(city=city, region=region, country=country)


def test_what_stands_before_the_city_is_the_street_and_a_code_stands_alone() -> None:
    place = read_place("Room 5, Example Street 3, 8092 Zürich, Switzerland")

    assert place == Place(street="Room 5, Example Street 3", postal_code="8092", city="Zürich", country="CH")

    lisbon = read_place("1 Quay, 1000-001 Lisbon, Portugal")
    assert lisbon == Place(street="1 Quay", postal_code="1000-001", city="Lisbon", country="PT")


def test_countries_may_be_named_in_the_language_of_the_site() -> None:
    assert read_place("München, Deutschland", "de").country == "DE"
    assert country_name("DE", "de") == "Deutschland"
    assert country_name("DE", "no such language") == "Germany"
    assert country_name("") == ""

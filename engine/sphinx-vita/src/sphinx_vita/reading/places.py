"""Places as people write them on a CV, cut into city, region and country: `New York, NY`, `Lyon, France`."""

import re
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale, UnknownLocaleError

_STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "DC": "District of Columbia", "FL": "Florida", "GA": "Georgia",
    "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky",
    "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota",
    "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire",
    "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina", "ND": "North Dakota",
    "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island",
    "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont",
    "VA": "Virginia", "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
}  # fmt: skip
_PROVINCES = {
    "AB": "Alberta", "BC": "British Columbia", "MB": "Manitoba", "NB": "New Brunswick",
    "NL": "Newfoundland and Labrador", "NS": "Nova Scotia", "ON": "Ontario", "PE": "Prince Edward Island",
    "QC": "Quebec", "SK": "Saskatchewan",
}  # fmt: skip
_REGIONS = {
    **{name: "US" for pair in _STATES.items() for name in pair},
    **{name: "CA" for pair in _PROVINCES.items() for name in pair},
    **dict.fromkeys(("England", "Scotland", "Wales", "Northern Ireland"), "GB"),
}
_ALSO = {  # other names of countries, in small letters
    **dict.fromkeys(("usa", "u.s.a.", "u.s.", "united states of america", "the united states"), "US"),
    **dict.fromkeys(("uk", "u.k.", "great britain"), "GB"),
    **dict.fromkeys(("korea", "republic of korea", "korea, south"), "KR"),
    **dict.fromkeys(("prc", "p.r. china", "p. r. china", "pr china", "mainland china"), "CN"),
    **dict.fromkeys(("the netherlands", "holland"), "NL"),
    "hong kong": "HK", "macau": "MO", "macao": "MO", "czech republic": "CZ", "turkey": "TR", "uae": "AE",
    "ivory coast": "CI", "burma": "MM", "russian federation": "RU",
}  # fmt: skip
_CITIES = ("SG", "HK", "MC", "LU", "MO", "VA")  # countries with the name of their city
_TWO_MEANINGS = ("Georgia", "DE", "IL", "IN")  # states, or countries: Tbilisi, Georgia; Berlin, DE
_SEVERAL = re.compile(r"\s(?:and|or|und|et|y|&|/|·)\s")  # Zurich and Seattle
_CODE_BEHIND = re.compile(r"(.+?)\s+([0-9]{5}(?:-[0-9]{4})?|[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9])")  # "MA 02139"
_CODE_BEFORE = re.compile(r"((?:[A-Z]{1,2}-)?[0-9]{4,6}(?:-[0-9]{3})?)\s+(\D+)")  # "8092 Zürich"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The parts of an address; "" for what the text does not say."""

    street: str = ""  # all that stands before the city
    postal_code: str = ""
    city: str = ""
    region: str = ""
    country: str = ""  # by its two letters in ISO 3166


def read_place(text: str, language: str = "en") -> Place:
    """Read a place; what cannot be told apart stays in `city`. The country may be named in English or `language`.

    >>> read_place("Pittsburgh, PA")
    Place(street='', postal_code='', city='Pittsburgh', region='PA', country='US')
    """
    parts = [part for part in (part.strip() for part in text.split(",")) if part]
    if not parts:
        return Place()
    if any(_SEVERAL.search(part) and not _country(part, language) and part not in _REGIONS for part in parts):
        return Place(city=text)
    parts[-1], code = _without_code(parts[-1])
    country = _country(parts[-1], language) if len(parts) == 1 or parts[-1] not in _REGIONS else ""
    if country and (len(parts) > 1 or country not in _CITIES):
        parts.pop()
    region = _region(parts, country)
    if len(parts) > 1 and not (country or region):
        return Place(city=text)
    if parts and not code:
        parts[-1], code = _without_code(parts[-1])
    city = parts.pop() if parts else ""
    if region not in _TWO_MEANINGS:
        country = country or _REGIONS.get(region, "")
    return Place(street=", ".join(parts), postal_code=code, city=city, region=region, country=country)


def country_name(code: str, language: str = "en") -> str:
    """Name a country in a language: "Germany" for "DE"; "" for ""."""
    return _names(language).get(code, code)


def _without_code(part: str) -> tuple[str, str]:
    """Take a postal code off: `MA 02139`, `8092 Zürich`."""
    behind, before = _CODE_BEHIND.fullmatch(part), _CODE_BEFORE.fullmatch(part)
    if behind:
        return behind[1], behind[2]
    return (before[2], before[1]) if before else (part, "")


def _country(part: str, language: str) -> str:
    """Return the code of a country by its name or code; "" for what is none."""
    if re.fullmatch(r"[A-Z]{2}", part) and part in _names("en"):
        return part
    return _codes(language).get(part.lower(), "") or _codes("en").get(part.lower(), "")


def _region(parts: list[str], country: str) -> str:
    """Take the region off the parts: one that is known, or whatever stands between the city and its country."""
    is_known = len(parts) > 1 and parts[-1] in _REGIONS and country in ("", _REGIONS[parts[-1]])
    is_between = len(parts) == 2 and country != "" and not _CODE_BEFORE.fullmatch(parts[-1])
    return parts.pop() if is_known or is_between else ""


@lru_cache(maxsize=16)
def _codes(language: str) -> dict[str, str]:
    return {name.lower(): code for code, name in _names(language).items()} | _ALSO


@lru_cache(maxsize=16)
def _names(language: str) -> dict[str, str]:
    """Return the names of countries by their codes."""
    try:
        territories = Locale.parse(language.replace("-", "_")).territories
    except (UnknownLocaleError, ValueError):
        territories = Locale("en").territories
    no_countries = ("EU", "EZ", "UN", "ZZ", "XA", "XB", "QO")
    return {str(code): str(name) for code, name in territories.items() if len(code) == 2 and code not in no_countries}

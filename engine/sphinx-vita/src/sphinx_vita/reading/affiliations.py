"""Affiliations as papers have them, cut into department, organization and place."""

import re
from dataclasses import dataclass

from sphinx_vita.records import Profile

_PART_OF = re.compile(  # something larger: its name stands behind
    r"(?:department|dept|faculty|division|section|school|chair|fachbereich|fakultät|lehrstuhl|abteilung|"
    r"département|faculté|departamento|facultad|dipartimento|facoltà)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"universit|university|college|academ|akademi|hochschule|polytechni|\bécole\b|大学|대학교", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Affiliation:
    """Where a person belongs; "" for what the text does not say."""

    organization: str
    department: str = ""
    place: str = ""
    url: str = ""


def affiliations_of(profile: Profile) -> list[Affiliation]:
    """Return where the person belongs, the organization of the profile first unless it is named among the others."""
    written = [read_affiliation(text, url) for text, url in profile.affiliations]
    is_among = any(profile.organization.casefold() in text.casefold() for text, _ in profile.affiliations)
    return (
        written if is_among or not profile.organization else [Affiliation(organization=profile.organization), *written]
    )


def read_affiliation(text: str, url: str = "") -> Affiliation:
    """Read an affiliation; the organization is the part that is called so, or the first that is no part of another.

    >>> read_affiliation("Department of Biology, Example University, Lisbon, Portugal")
    Affiliation(organization='Example University', department='Department of Biology', place='Lisbon, Portugal', url='')
    """
    parts = [part for part in map(str.strip, text.split(",")) if part]
    if not parts:
        return Affiliation(organization=text, url=url)
    whole = [place for place, part in enumerate(parts) if _WHOLE.search(part) and not _PART_OF.match(part)]
    at = whole[-1] if whole else next((place for place, part in enumerate(parts) if not _PART_OF.match(part)), 0)
    department, place = ", ".join(parts[:at]), ", ".join(parts[at + 1 :])
    return Affiliation(organization=parts[at], department=department, place=place, url=url)

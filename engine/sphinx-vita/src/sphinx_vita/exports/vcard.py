"""The person's contact as a vCard 3.0, which telephones and mail programs import."""

import re
from typing import Any

import vobject

from sphinx_vita.exports.atom import identifier
from sphinx_vita.reading.accounts import accounts_of, homes_of
from sphinx_vita.reading.affiliations import Affiliation, affiliations_of
from sphinx_vita.reading.name_parts import is_group
from sphinx_vita.reading.owner import own_name
from sphinx_vita.reading.places import country_name, read_place
from sphinx_vita.reading.printable import one_line
from sphinx_vita.records import Name, Profile
from sphinx_vita.records.portfolio import Portfolio

_AT = re.compile(r"(.+?)\s+(?:at|@)\s+(?:the\s+)?(?![a-z])(\w.*)")  # "Ph.D. student at the Example University"


def dump(portfolio: Portfolio) -> str:
    r"""Write the card; "" without a profile. Its lines end with \r\n, as the format demands: write it as it is."""
    profile = portfolio.profile
    if not profile:
        return ""
    card = vobject.vCard()
    _add(card, "fn", profile.name or portfolio.title)
    _add(card, "nickname", own_name(profile).also)
    card.add("n").value = _name(profile)
    _add(card, "uid", identifier(portfolio, profile.kind, ""))
    _add_work(card, profile)
    _add(card, "email", profile.email, type_param="INTERNET")
    _add(card, "tel", profile.phone, type_param="VOICE")
    if profile.address or profile.location or profile.office:
        card.add("adr").value = _address(profile, portfolio.language)
    _add(card, "x-pronouns", profile.pronouns)
    _add(card, "note", profile.summary)
    _add_links(card, profile, portfolio)
    return str(card.serialize())


def _add(card: Any, name: str, value: str, **parameters: str) -> None:
    """Add a line; an empty one is left out."""
    text = one_line(value)
    if not text:
        return
    line = card.add(name)
    line.value = text
    for parameter, setting in parameters.items():
        setattr(line, parameter, setting)


def _add_links(card: Any, profile: Profile, portfolio: Portfolio) -> None:
    """Add the site and the homepage as addresses, and each account under the name that Apple gave such lines."""
    for url in homes_of(profile, portfolio.address):
        _add(card, "url", url)
    for account in accounts_of(profile):
        _add(card, "x-socialprofile", account.url, type_param=account.field)


def _add_work(card: Any, profile: Profile) -> None:
    """Add the position and the organization, as far as the label names them; a group is an organization itself."""
    if _is_organization(profile.name):
        card.add("org").value = [one_line(profile.name)]
        _add(card, "x-abshowas", "COMPANY")
        _add(card, "title", profile.label)
        return
    title, organization = _job(one_line(profile.label))
    _add(card, "title", title)
    for each in affiliations_of(profile) or [Affiliation(organization=organization)] * bool(organization):
        card.add("org").value = [one_line(part) for part in (each.organization, each.department) if part]


def _job(label: str) -> tuple[str, str]:
    """Cut `Lecturer at the Example Institute` and `Lecturer, Example University` into position and organization."""
    match = _AT.fullmatch(label)
    if match:
        return match[1].rstrip(" ,"), match[2].rstrip(" .")
    title, _, rest = label.partition(", ")
    return (title, rest.rstrip(" .")) if _is_organization(rest) else (label, "")


def _is_organization(words: str) -> bool:
    return is_group(Name(family=words))


def _address(profile: Profile, language: str) -> Any:
    place = read_place(one_line(profile.address or profile.location), language)
    parts = {"street": place.street, "city": place.city, "region": place.region, "code": place.postal_code}
    country = country_name(place.country, language)
    return vobject.vcard.Address(extended=one_line(profile.office), country=country, **parts)


def _name(profile: Profile) -> Any:
    """Return the parts of the name. In Chinese, Japanese and Korean letters the family is first; a group has none."""
    if _is_organization(profile.name):
        return vobject.vcard.Name()
    name = own_name(profile)
    family = " ".join(part for part in (name.particle, name.family) if part)
    parts = {"family": family, "given": name.given, "suffix": name.suffix}
    return vobject.vcard.Name(**{part: one_line(text) for part, text in parts.items()})

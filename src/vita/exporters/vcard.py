"""The person's contact as a vCard 3.0, which telephones and mail programs import."""

from typing import Any

import vobject

from vita.accounts import accounts_of, homes_of
from vita.exporters.atom import identifier
from vita.lines import one_line
from vita.model import Profile
from vita.names import parse_person
from vita.portfolio import Portfolio


def dump(portfolio: Portfolio) -> str:
    r"""Write the card; "" without a profile. Its lines end with \r\n, as the format demands: write it as it is."""
    profile = portfolio.profile
    if not profile:
        return ""
    card = vobject.vCard()
    _add(card, "fn", profile.name or portfolio.title)
    card.add("n").value = _name(profile)
    _add(card, "uid", identifier(portfolio, profile.kind, ""))
    _add(card, "title", profile.label)
    _add(card, "email", profile.email, type_param="INTERNET")
    _add(card, "tel", profile.phone, type_param="VOICE")
    if profile.location:
        card.add("adr").value = vobject.vcard.Address(city=one_line(profile.location))
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


def _name(profile: Profile) -> Any:
    name = parse_person(profile.name)
    family = " ".join(part for part in (name.particle, name.family) if part)
    parts = {"family": family, "given": name.given, "suffix": name.suffix}
    return vobject.vcard.Name(**{part: one_line(text) for part, text in parts.items()})

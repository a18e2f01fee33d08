"""The addresses of accounts: whichever way an author writes one, it comes to the one address that its network uses."""

import re
from urllib.parse import SplitResult, parse_qs, urlsplit

from sphinx_vita.reading.links import check_link
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.records.network import Network

_SIXTEEN_DIGITS = re.compile(r"(\d{4})[- ]?(\d{4})[- ]?(\d{4})[- ]?(\d{3}[\dXx])")
_LOOKS_LIKE_ADDRESS = re.compile(r"(?:https?:)?//|(?:[\w-]+\.)+[a-z]{2,}/", re.IGNORECASE)
_FEDERATED = re.compile(r"@?([\w.-]+)@((?:[\w-]+\.)+[a-z]{2,})|(?:https?://)?((?:[\w-]+\.)+[a-z]{2,})/@([\w.-]+)/?")

Reading = tuple[str, tuple[Mistake, str] | None]


def read_account(network: Network, text: str) -> Reading:
    """Return the address of an account that is written as its name or as an address, and what is wrong with it.

    An address of another host is taken as it is, and so is one of the network that is made in another way.
    """
    written = text.strip()
    if network.is_federated and (found := _FEDERATED.fullmatch(written)):
        return f"https://{found[2] or found[3]}/@{found[1] or found[4]}", None
    if _LOOKS_LIKE_ADDRESS.match(written):
        parts = _split(written)
        name = _name_in(network, parts) if parts else None
        if name is None or (not name and parts and _is_elsewhere(network, parts)):
            address = written if "//" in written else f"https://{written}"
            return address, check_link(written) if "//" in written or name == "" else _foreign(network, text)
    else:
        before, _, after = network.address.partition("{}")
        name = written.removeprefix("@").removesuffix(after or "\0")
        name = name.removeprefix(before.rstrip("/").rpartition("/")[2] + "/").removeprefix("~" * before.endswith("~"))
    if network.has_checksum:
        return _with_checksum(network, name)
    if network.is_federated or not re.fullmatch(network.form, name):
        return text, (check_link(text) if re.search(r"[\s:]", text) else None) or _foreign(network, text)
    return network.address.format(name), None


def username_of(network: Network, address: str) -> str:
    """Return the name of an account by its address; "" for an address that does not say it."""
    if network.is_federated:
        found = _FEDERATED.fullmatch(address)
        return f"@{found[4]}@{found[3]}" if found and found[3] else ""
    parts = _split(address)
    return (_name_in(network, parts) or "") if parts else ""


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address if "//" in address else f"//{address}")
        return parts if parts.hostname else None
    except ValueError:  # a broken port
        return None


def _name_in(network: Network, parts: SplitResult) -> str | None:
    """Return the name of the account in an address of its network, "" for none; None for an address of another host."""
    usual = urlsplit(network.address)
    host = re.sub(r"^(?:www|m|mobile)\.", "", parts.hostname or "")
    known = (usual.netloc.removeprefix("www."), *network.hosts)
    if not any(host == each or (network.is_national and _is_national(host, each)) for each in known):
        return None
    if "{}" in usual.query:
        parameter = usual.query.partition("={}")[0].rpartition("&")[2]
        return next(iter(parse_qs(parts.query).get(parameter, ())), "")
    before, _, after = usual.path.partition("{}")
    path = parts.path.rstrip("/").removesuffix(after.rstrip("/") or "\0")
    if not path.startswith(before.rstrip("/")):
        return ""
    whole = path.removeprefix(before).lstrip("/@")
    pieces = (whole, whole.rpartition("/")[2], whole.partition("/")[0])
    return next((piece for piece in pieces if re.fullmatch(network.form, piece)), "")


def _is_elsewhere(network: Network, parts: SplitResult) -> bool:
    """Whether an address of the network leads to a page that is not made of an account's name as others are."""
    has_path = bool(parts.path.strip("/") or parts.query)
    return "{}" not in urlsplit(network.address).query and has_path and not network.has_checksum


def _is_national(host: str, known: str) -> bool:
    """Whether a host is one that a network has for a country, such as `de.linkedin.com` and `scholar.google.de`."""
    return host.endswith("." + known) or host.startswith(known.removesuffix("com"))


def _with_checksum(network: Network, name: str) -> Reading:
    match = _SIXTEEN_DIGITS.fullmatch(name.strip())
    kind = "ORCID iD" if network.name == "ORCID" else network.name
    if match is None:
        return name, (Mistake.INVALID_LINK, f"{name!r} is no {kind}; write its 16 digits, such as {network.example!r}")
    digits = "".join(match.groups()).upper()
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    if digits[-1] != ("X" if check == 10 else str(check)):
        host = urlsplit(network.address).netloc
        message = f"the {kind} {name!r} has a wrong digit, since its last one does not fit; copy it from {host}"
        return name, (Mistake.INVALID_LINK, message)
    groups = (digits[start : start + 4] for start in range(0, 16, 4))
    return network.address.format(("-" if "-" in network.example else "").join(groups)), None


def _foreign(network: Network, text: str) -> tuple[Mistake, str]:
    if network.is_federated:
        return Mistake.INVALID_LINK, f"{text!r} does not name a server; write {network.example!r}"
    example = network.address.format(network.example)
    what = "the name alone" if network.example == "name" else repr(network.example)
    return Mistake.INVALID_LINK, f"{text!r} is no account of that kind; write {what}, or {example!r}"

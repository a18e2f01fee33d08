"""The person's accounts elsewhere, as pages and formats for machines name them."""

import re
from typing import NamedTuple

from sphinx_vita.reading.account_addresses import username_of
from sphinx_vita.records import Profile, options_of
from sphinx_vita.records.network import Network

NETWORKS: dict[str, Network] = {  # by the option of the profile, in the order in which they are shown
    name: each.metadata["network"] for name, each in options_of(Profile).items() if each.metadata["network"]
}


class Account(NamedTuple):
    """One account: the option of the profile, the network's name, the address, and the user's name or "" if unknown."""

    field: str  # for a site that is no known network its name in small letters
    network: str
    url: str
    username: str


def accounts_of(profile: Profile) -> list[Account]:
    """Return the accounts that the profile names, in the order of `NETWORKS`, and behind them its other links."""
    written = {field: str(getattr(profile, field)) for field in NETWORKS}
    networks = {field: (NETWORKS[field], url) for field, url in written.items() if url}
    known = [Account(field, each.name, url, username_of(each, url)) for field, (each, url) in networks.items()]
    return [*known, *(Account(_field(name), name, url, "") for name, url in profile.links)]


def homes_of(profile: Profile, address: str) -> list[str]:
    """Return the person's addresses in the web, each once: `address`, where the site stands, and the homepage."""
    other = profile.homepage if profile.homepage.rstrip("/") != address.rstrip("/") else ""
    return [url for url in (address, other) if url]


def _field(name: str) -> str:
    by_name = {network.name.casefold(): field for field, network in NETWORKS.items()}
    return by_name.get(name.casefold()) or re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "link"

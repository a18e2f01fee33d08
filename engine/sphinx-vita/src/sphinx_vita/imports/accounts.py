"""Accounts as other programs name them: the option of the profile for an address, or for the name of a network."""

import re
from urllib.parse import urlsplit

from sphinx_vita.reading.account_addresses import username_of
from sphinx_vita.reading.accounts import NETWORKS
from sphinx_vita.records.network import Network

_OTHER_NAMES = {
    "googlescholar": "scholar", "twitter": "x", "xtwitter": "x", "orcidid": "orcid", "stackexchange": "stackoverflow",
    "inspirehep": "inspire", "publons": "webofscience", "semantic": "semanticscholar",
}  # fmt: skip


def network_of(address: str) -> str:
    """Return the option for the network that an address is of; "" for another site."""
    return next((option for option, network in NETWORKS.items() if _is_of(network, address)), "")


def account(network: str, name: str) -> tuple[str, str] | None:
    """Return the option for a network by its name in any writing, and the account; None for one that is not known."""
    folded = re.sub(r"[^a-z0-9]", "", network.casefold())
    names = ((words, option) for option, each in NETWORKS.items() for words in (option, each.name))
    known = {re.sub(r"[^a-z0-9]", "", words.casefold()): option for words, option in names}
    option = known.get(_OTHER_NAMES.get(folded, folded), "")
    return (option, name) if option and name else None


def _is_of(network: Network, address: str) -> bool:
    try:
        host = (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return False
    usual = (urlsplit(network.address).hostname or "").removeprefix("www.")
    is_its_own = host in (usual, *network.hosts) or bool(username_of(network, address))
    return bool(host) and not network.is_federated and is_its_own

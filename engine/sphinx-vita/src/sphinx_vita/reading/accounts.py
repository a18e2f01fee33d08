"""The person's accounts elsewhere, as formats for machines name them."""

from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

from sphinx_vita.records import Profile, options_of

NETWORKS = {
    "github": "GitHub",
    "scholar": "Google Scholar",
    "linkedin": "LinkedIn",
    "dblp": "dblp",
    "orcid": "ORCID",
    "x": "X",
}


class Account(NamedTuple):
    """One account: the field of the profile, the network's name, the address, and the user's name or "" if unknown."""

    field: str
    network: str
    url: str
    username: str


def accounts_of(profile: Profile) -> list[Account]:
    """Return the accounts that the profile names, in the order of `NETWORKS`."""
    templates = {name: str(each.metadata["accounts"]) for name, each in options_of(Profile).items()}
    written = {field: str(getattr(profile, field)) for field in NETWORKS}
    return [
        Account(field, NETWORKS[field], url, _username(url, templates[field])) for field, url in written.items() if url
    ]


def homes_of(profile: Profile, address: str) -> list[str]:
    """Return the person's addresses in the web, each once: `address`, where the site stands, and the homepage."""
    other = profile.homepage if profile.homepage.rstrip("/") != address.rstrip("/") else ""
    return [url for url in (address, other) if url]


def _username(url: str, template: str) -> str:
    """Take the name out of an address that is made like the template, or has the name in the same parameter."""
    before, _, after = template.partition("{}")
    if "?" in before:
        parameter = before.rpartition("?")[2].removesuffix("=")
        return next(iter(parse_qs(urlsplit(url).query).get(parameter, ())), "")
    end = url.removesuffix("/").removesuffix(after)
    return end.removeprefix(before) if end.startswith(before) else ""

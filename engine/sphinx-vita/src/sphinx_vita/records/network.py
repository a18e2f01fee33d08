"""Where a person may have an account: how its address is made of the account's name."""

from dataclasses import dataclass

ANY_NAME = r"[A-Za-z0-9][\w.~%-]*(?:/[\w.%-]+)*"


@dataclass(frozen=True, slots=True)
class Network:
    """A site with pages of persons, or a catalog of persons. Its icon is called as the option of the profile."""

    name: str
    address: str  # with `{}` where the name goes
    example: str = "name"  # of an account
    form: str = ANY_NAME  # a pattern that the whole name of an account matches
    hosts: tuple[str, ...] = ()  # besides the address's own
    is_national: bool = False  # whether countries have hosts of their own, such as `scholar.google.de`
    is_federated: bool = False  # whether anybody may run it: names have a server, as in `@ada@server.example`
    is_social: bool = False  # whether it is for talk and pictures: a CV on paper leaves it out
    has_checksum: bool = False  # whether the last of 16 digits follows from the others, by ISO 7064, MOD 11-2

"""The person's accounts elsewhere."""

from typing import Any

import pytest

from vita.accounts import accounts_of, homes_of
from vita.model import Profile


@pytest.mark.parametrize(
    ("field", "url", "username"),
    [
        ("github", "https://github.com/ada/", "ada"),
        ("scholar", "https://scholar.google.com/citations?hl=en&user=AbC", "AbC"),
        ("scholar", "https://scholar.google.com/citations?hl=en", ""),
        ("dblp", "https://dblp.org/pid/293/9714.html", "293/9714"),
        ("linkedin", "https://nl.linkedin.com/in/ada", ""),
        ("orcid", "https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
    ],
)
def test_a_user_name_is_read_off_the_address(field: str, url: str, username: str) -> None:
    written: dict[str, Any] = {field: url}
    (account,) = accounts_of(Profile(key="p", **written))

    assert (account.field, account.url, account.username) == (field, url, username)


def test_accounts_come_in_one_order() -> None:
    profile = Profile(key="p", x="https://x.com/a", dblp="https://dblp.org/pid/1.html", github="https://github.com/a")

    assert [account.network for account in accounts_of(profile)] == ["GitHub", "dblp", "X"]


@pytest.mark.parametrize(
    ("homepage", "address", "homes"),
    [
        ("https://a.example", "https://a.example/", ["https://a.example/"]),
        ("https://a.example/", "https://a.example/", ["https://a.example/"]),
        ("https://b.example", "https://a.example/", ["https://a.example/", "https://b.example"]),
        ("https://b.example", "", ["https://b.example"]),
        ("", "", []),
    ],
)
def test_the_site_itself_is_named_once(homepage: str, address: str, homes: list[str]) -> None:
    assert homes_of(Profile(key="p", homepage=homepage), address) == homes

"""The person's accounts elsewhere."""

from typing import Any

import pytest
from sphinx_vita.reading.account_addresses import read_account
from sphinx_vita.reading.accounts import NETWORKS, accounts_of, homes_of
from sphinx_vita.records import Profile


@pytest.mark.parametrize(
    ("field", "url", "username"),
    [
        ("github", "https://github.com/ada/", "ada"),
        ("scholar", "https://scholar.google.com/citations?hl=en&user=AbC", "AbC"),
        ("scholar", "https://scholar.google.com/citations?hl=en", ""),
        ("dblp", "https://dblp.org/pid/293/9714.html", "293/9714"),
        ("linkedin", "https://nl.linkedin.com/in/ada", "ada"),
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


@pytest.mark.parametrize(
    ("field", "written", "url"),
    [
        *(
            ("github", each, "https://github.com/ada")
            for each in ("github.com/ada", "https://www.github.com/ada/", "@ada")
        ),
        ("github", "http://github.com/ada?tab=repositories", "https://github.com/ada"),
        ("linkedin", "www.linkedin.com/in/ada", "https://www.linkedin.com/in/ada"),
        ("linkedin", "https://nl.linkedin.com/in/ada/", "https://www.linkedin.com/in/ada"),
        ("linkedin", "in/ada", "https://www.linkedin.com/in/ada"),
        ("x", "https://twitter.com/ada", "https://x.com/ada"),
        ("orcid", "http://orcid.org/0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097"),
        ("orcid", "000000021694233x", "https://orcid.org/0000-0002-1694-233X"),
        ("dblp", "dblp.org/pid/12/345", "https://dblp.org/pid/12/345.html"),
        ("dblp", "12/345.html", "https://dblp.org/pid/12/345.html"),
        (
            "scholar",
            "https://scholar.google.de/citations?hl=de&user=AbC",
            "https://scholar.google.com/citations?user=AbC",
        ),
        ("github", "https://git.example/ada", "https://git.example/ada"),
    ],
)
def test_an_account_has_one_address_whichever_way_it_is_written(field: str, written: str, url: str) -> None:
    assert read_account(NETWORKS[field], written) == (url, None)


@pytest.mark.parametrize(
    ("field", "written", "advice"),
    [
        ("orcid", "0000-0002-1825-0098", "copy it from orcid.org"),
        ("orcid", "https://orcid.org/ada", "write its 16 digits"),
        ("github", "gitlab.com/ada", "write the name alone"),
        ("github", "https://github.com/", "write the name alone"),
        ("scholar", "https://scholar.google.com/citations?hl=en", "write the name alone"),
        ("x", "javascript:alert(1)", "only http, https"),
    ],
)
def test_what_is_no_account_is_told(field: str, written: str, advice: str) -> None:
    _, problem = read_account(NETWORKS[field], written)

    assert problem is not None
    assert advice in problem[1]

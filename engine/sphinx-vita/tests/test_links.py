"""What may be linked to, and what an e-mail address is."""

import pytest
from sphinx_vita.reading.links import check_email, check_file_link, check_link
from sphinx_vita.reading.mistakes import Mistake


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "http://example.org:8080/~x?a=1&b=2#c",
        "HTTPS://EXAMPLE.ORG/",
        "https://müller.example/straße",
        "https://[2001:db8::1]/",
        "mailto:ada@example.org?subject=x",
        "tel:+1-929-555-0100",
    ],
)
def test_addresses_are_allowed(url: str) -> None:
    assert check_link(url) is None
    assert check_file_link(url) is None


@pytest.mark.parametrize("url", ["", " ", "#"])
def test_an_empty_link_is_told_as_empty(url: str) -> None:
    for check in (check_link, check_file_link):
        problem = check(url)
        assert problem is not None
        assert problem[0] is Mistake.EMPTY_LINK


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://example.org",
        "//example.org/x",
        "https://",
        "https:///path",
        "https://exa mple.org",
        "https://example.org/<script>",
        'https://example.org/"x',
        "https://example.org:port/",
        "https://[broken/",
        "https://example.org/\u202egnp.exe",
        "mailto:nobody",
        "tel:call me",
        "\\\\example.org\\x",
        "www.example.org/x",
        "example.com/x",
    ],
)
def test_what_is_no_address_is_refused_everywhere(url: str) -> None:
    for check in (check_link, check_file_link):
        problem = check(url)
        assert problem is not None
        assert problem[0] is Mistake.INVALID_LINK


@pytest.mark.parametrize("path", ["cv.pdf", "/assets/pdf/x.pdf", "../slides/talk 1.pdf", "./x.html", "papers/a.pdf"])
def test_a_file_is_allowed_only_where_files_are(path: str) -> None:
    assert check_file_link(path) is None
    assert check_link(path) is not None


def test_the_message_says_what_to_write() -> None:
    problem = check_link("example.org")

    assert problem is not None
    assert "https://example.org/page" in problem[1]


@pytest.mark.parametrize(
    "address", ["ada@example.org", "a.b+c@sub.example.co.uk", "o'neil@example.org", "jürgen@müller.de"]
)
def test_an_email_address_is_one(address: str) -> None:
    assert check_email(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ada",
        "ada@",
        "@example.org",
        "ada@example",
        "ada at example.org",
        "a@b@c.org",
        "a b@c.org",
        "a..b@c.org",
        "a@-c.org",
        "x" * 250 + "@example.org",
        "a@c.org\n",
    ],
)
def test_what_is_no_email_address_is_told(address: str) -> None:
    problem = check_email(address)

    assert problem is not None
    assert problem[0] is Mistake.INVALID_EMAIL

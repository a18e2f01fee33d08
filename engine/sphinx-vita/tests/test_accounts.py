"""The person's accounts elsewhere."""

from typing import Any

import pytest
from sphinx_vita.reading.account_addresses import read_account, username_of
from sphinx_vita.reading.accounts import NETWORKS, accounts_of, homes_of
from sphinx_vita.reading.affiliations import affiliations_of, read_affiliation
from sphinx_vita.reading.links import check_link
from sphinx_vita.reading.record_options import read_options
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
        *(
            ("mastodon", each, "https://hci.social/@ada")
            for each in ("@ada@hci.social", "ada@hci.social", "https://hci.social/@ada", "hci.social/@ada/")
        ),
        *(
            ("bluesky", each, "https://bsky.app/profile/ada.bsky.social")
            for each in ("@ada.bsky.social", "https://bsky.app/profile/ada.bsky.social")
        ),
        ("bluesky", "did:plc:abc123", "https://bsky.app/profile/did:plc:abc123"),
        *(
            ("semanticscholar", each, "https://www.semanticscholar.org/author/12")
            for each in ("12", "semanticscholar.org/author/Ada-Example/12", "https://www.semanticscholar.org/author/12")
        ),
        *(
            ("stackoverflow", each, "https://stackoverflow.com/users/12")
            for each in ("12", "https://stackoverflow.com/users/12/ada")
        ),
        *(
            ("openreview", each, "https://openreview.net/profile?id=~Ada_Example1")
            for each in (
                "~Ada_Example1",
                "https://openreview.net/profile?id=~Ada_Example1",
                "openreview.net/profile?id=~Ada_Example1",
            )
        ),
        ("youtube", "ada", "https://www.youtube.com/@ada"),
        ("youtube", "@ada", "https://www.youtube.com/@ada"),
        ("youtube", "https://m.youtube.com/@ada", "https://www.youtube.com/@ada"),
        ("youtube", "https://www.youtube.com/channel/UC123", "https://www.youtube.com/channel/UC123"),
        ("threads", "https://www.threads.net/@ada", "https://www.threads.com/@ada"),
        ("sourcehut", "~ada", "https://sr.ht/~ada"),
        ("hal", "https://cv.archives-ouvertes.fr/ada-example", "https://cv.hal.science/ada-example"),
        ("academia", "https://uni.academia.edu/Ada", "https://independent.academia.edu/Ada"),
        ("arxiv", "https://arxiv.org/a/example_a_1", "https://arxiv.org/a/example_a_1"),
        ("inspire", "https://inspirehep.net/authors/1019113?ui=x", "https://inspirehep.net/authors/1019113"),
        ("pubmed", "https://pubmed.ncbi.nlm.nih.gov/?term=Ada", "https://pubmed.ncbi.nlm.nih.gov/?term=Ada"),
        ("wikidata", "https://www.wikidata.org/wiki/Q42", "https://www.wikidata.org/wiki/Q42"),
        (
            "scopus",
            "https://www.scopus.com/authid/detail.uri?authorId=7000000000",
            "https://www.scopus.com/authid/detail.uri?authorId=7000000000",
        ),
        ("loop", "https://loop.frontiersin.org/people/12/overview", "https://loop.frontiersin.org/people/12/overview"),
        ("isni", "0000 0001 2103 2683", "https://isni.org/isni/0000000121032683"),
        ("figshare", "https://figshare.com/authors/Ada_Example/12", "https://figshare.com/authors/Ada_Example/12"),
        ("gitlab", "https://gitlab.uni.example/ada", "https://gitlab.uni.example/ada"),
        ("zbmath", "example.ada", "https://zbmath.org/authors/example.ada"),
        ("repec", "https://ideas.repec.org/f/pex12.html", "https://ideas.repec.org/f/pex12.html"),
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
        ("mastodon", "@ada", "'@name@server.example'"),
        ("mastodon", "ada", "does not name a server"),
        ("bluesky", "ada", "'name.bsky.social'"),
        ("osf", "ada-example", "'ab1cd'"),
        ("wikidata", "ada", "'Q42'"),
        ("isni", "0000000121032684", "copy it from isni.org"),
        ("scopus", "https://www.scopus.com/", "'7000000000'"),
        ("huggingface", "<script>", "write the name alone"),
    ],
)
def test_what_is_no_account_is_told(field: str, written: str, advice: str) -> None:
    _, problem = read_account(NETWORKS[field], written)

    assert problem is not None
    assert advice in problem[1]


@pytest.mark.parametrize("field", NETWORKS)
def test_every_network_reads_its_own_example_and_the_address_of_it(field: str) -> None:
    url, problem = read_account(NETWORKS[field], NETWORKS[field].example)

    assert problem is None
    assert read_account(NETWORKS[field], url) == (url, None)
    assert check_link(url) is None
    assert username_of(NETWORKS[field], url) == NETWORKS[field].example


def test_other_links_stand_behind_the_networks() -> None:
    profile = Profile(
        key="p", github="https://github.com/a", links=(("My Blog", "https://b.example"), ("github", "https://c"))
    )

    assert [(each.field, each.network) for each in accounts_of(profile)] == [
        ("github", "GitHub"),
        ("my-blog", "My Blog"),
        ("github", "github"),
    ]


@pytest.mark.parametrize(
    ("written", "links"),
    [
        ("Blog <https://b.example>", (("Blog", "https://b.example"),)),
        (
            "Blog <https://b.example>, A, B & C <https://c.example>",
            (("Blog", "https://b.example"), ("A, B & C", "https://c.example")),
        ),
        (
            "Blog <https://b.example>; Ö <https://c.example>",
            (("Blog", "https://b.example"), ("Ö", "https://c.example")),
        ),
        (
            "Blog <https://b.example>\nÖ <https://c.example>",
            (("Blog", "https://b.example"), ("Ö", "https://c.example")),
        ),
    ],
)
def test_other_links_have_names(written: str, links: tuple[tuple[str, str], ...]) -> None:
    options = read_options(Profile, "Ada", {"links": written}, 1)

    assert options.values["links"] == links
    assert options.findings == ()


@pytest.mark.parametrize(
    ("option", "written", "advice"),
    [
        ("links", "https://b.example", "write 'Name <https://...>'"),
        ("links", "Blog", "write 'Name <https://...>'"),
        ("links", "Blog <javascript:alert(1)>", "only http, https"),
        ("links", "Blog <>", "write 'Name <https://...>'"),
        ("affiliations", "Uni <b.example>", "write the whole address"),
        ("affiliations", "<https://b.example>", "has no name"),
    ],
)
def test_a_link_without_a_name_or_an_address_is_told(option: str, written: str, advice: str) -> None:
    (finding,) = read_options(Profile, "Ada", {option: written}, 1).findings

    assert advice in finding.message


@pytest.mark.parametrize(
    ("written", "organization", "department", "place"),
    [
        (
            "Department of Biology, Example University, Lisbon, Portugal",
            "Example University",
            "Department of Biology",
            "Lisbon, Portugal",
        ),
        ("Institute of Sea and Coast, Lisbon, Portugal", "Institute of Sea and Coast", "", "Lisbon, Portugal"),
        ("Dept. of Physics, ETH Zurich, Zurich", "ETH Zurich", "Dept. of Physics", "Zurich"),
        (
            "Lehrstuhl für Sehen, Fakultät für Physik, Universität Wien",
            "Universität Wien",
            "Lehrstuhl für Sehen, Fakultät für Physik",
            "",
        ),
        ("Faculty of Arts", "Faculty of Arts", "", ""),
        ("CNRS", "CNRS", "", ""),
        (
            "School of Law, Example University School of Law, NY",
            "Example University School of Law",
            "School of Law",
            "NY",
        ),
        ("東京大学", "東京大学", "", ""),
    ],
)
def test_an_affiliation_is_cut_as_papers_write_it(written: str, organization: str, department: str, place: str) -> None:
    read = read_affiliation(written)

    assert (read.organization, read.department, read.place) == (organization, department, place)


def test_an_organization_is_named_once() -> None:
    affiliations = (("Lab, Example University", ""), ("Other", ""))
    profile = Profile(key="p", organization="example university", affiliations=affiliations)

    assert [each.organization for each in affiliations_of(profile)] == ["Example University", "Other"]
    assert [each.organization for each in affiliations_of(Profile(key="p", organization="Other Lab"))] == ["Other Lab"]


def test_a_network_that_is_not_known_is_told_where_it_goes() -> None:
    (finding,) = read_options(Profile, "Ada", {"friendster": "ada"}, 1).findings

    assert "':links: Name <https://...>'" in finding.message

"""`sphinx-vita check --online`, with a server on this machine in the place of all others."""

import json
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from harness.checked_sites import MakeSite, entries
from harness.local_services import Answer, LocalServices, serve
from sphinx_vita.command.add import client
from sphinx_vita.command.check.building import UnusableError
from sphinx_vita.command.check.checks import CHECKS
from sphinx_vita.command.check.online import asking
from sphinx_vita.command.check.online.outlook import look_out
from sphinx_vita.command.check.online.works import is_alike
from sphinx_vita.command.check.site import Site

DOI = "10.5555/1234567.7654321"
CROSSREF = {
    "title": "WhaleNet: Listening to the <i>Sea</i>",
    "author": [{"family": "Valderrama Quispe", "given": "Inés"}, {"family": "Παππά", "given": "Ελένη"}],
    "issued": {"date-parts": [[2023, 12, 1]]},
    "published-print": {"date-parts": [[2024, 2]]},
    "DOI": DOI,
    "type": "article-journal",
}
ENTRY = {
    "title": "{WhaleNet}: Listening to the Sea",
    "author": "Valderrama Quispe, Inés and Παππά, Ελένη",
    "year": "2024",
    "doi": DOI,
    "journal": "Whales",
}
ATOM = (Path(__file__).parents[1] / "imports" / "samples" / "services" / "arxiv.xml").read_text("utf-8")
ARXIV = "export.arxiv.org/api/query?max_results=1&id_list=2505.01234"


@pytest.fixture
def services(monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalServices]:
    """All hosts, answered on this machine; there are no pauses."""
    with serve() as running:
        monkeypatch.setenv(client.THROUGH, running.address)
        monkeypatch.setattr(client, "PAUSE", 0.001)
        yield running


def told(site: Site) -> list[tuple[str, str]]:
    return [(each.code.name.removeprefix("online."), each.where) for each in look_out(site, lambda _: None)]


def linking(make_site: MakeSite, *addresses: str, **settings: str) -> Site:
    links = "".join(f'<a href="{address}">x</a>' for address in addresses)
    sources = {"a.md": "# A\n\n" + "\n".join(f"[x]({address})" for address in addresses)}
    return make_site({"a.html": links}, sources, **settings)


def with_entry(make_site: MakeSite, **fields: str) -> Site:
    written = ", ".join(f"{name} = {{{value}}}" for name, value in {**ENTRY, **fields}.items() if value)
    return replace(make_site({}), records=entries(f"\n@article{{a, {written}}}\n"))


@pytest.mark.parametrize(
    ("answers", "code", "methods"),
    [
        ([Answer()], "", ["HEAD"]),
        ([Answer(status=404)], "gone", ["HEAD", "GET"]),
        ([Answer(status=410)], "gone", ["HEAD", "GET"]),
        ([Answer(status=405), Answer()], "", ["HEAD", "GET"]),
        ([Answer(status=404), Answer()], "", ["HEAD", "GET"]),
        ([Answer(status=403)], "refused", ["HEAD", "GET"]),
        ([Answer(status=999)], "refused", ["HEAD", "GET"]),
        ([Answer(status=429, headers={"Retry-After": "0"}), Answer()], "", ["HEAD", "GET"]),
        ([Answer(status=503), Answer(status=503), Answer()], "", ["HEAD", "GET", "GET"]),
        ([Answer(status=503)], "refused", ["HEAD", "GET", "GET"]),
    ],
)
def test_a_link_is_asked_as_gently_as_can_be(
    services: LocalServices, make_site: MakeSite, answers: list[Answer], code: str, methods: list[str]
) -> None:
    services.answer("b.example/c", *answers)

    assert told(linking(make_site, "https://b.example/c")) == ([(code, "a.md:3")] if code else [])
    assert services.methods == methods
    assert all(each["User-Agent"].startswith("sphinx-vita/") for each in services.headers)


@pytest.mark.parametrize(("status", "codes"), [(301, ["moved"]), (308, ["moved"]), (302, []), (307, [])])
def test_what_has_moved_for_good_is_told_with_its_new_address(
    services: LocalServices, make_site: MakeSite, status: int, codes: list[str]
) -> None:
    services.answer("b.example/old", Answer(status=status, headers={"Location": "https://c.example/new"}))
    services.answer("c.example/new", Answer())

    found = list(look_out(linking(make_site, "http://b.example/old"), lambda _: None))
    assert [each.code.name for each in found] == [f"online.{code}" for code in codes]
    assert all(each.message.endswith("; write https://c.example/new") for each in found)


def test_what_has_moved_for_a_while_in_between_is_not_told(services: LocalServices, make_site: MakeSite) -> None:
    for path, status, address in (
        ("b.example/a", 301, "https://b.example/b"),
        ("b.example/b", 302, "https://b.example/c"),
    ):
        services.answer(path, Answer(status=status, headers={"Location": address}))
    services.answer("b.example/c", Answer())

    assert told(linking(make_site, "https://b.example/a")) == []


def test_two_entries_of_one_number_are_asked_about_once(services: LocalServices, make_site: MakeSite) -> None:
    services.answer(f"doi.org/{DOI}", json.dumps(CROSSREF))
    site = with_entry(make_site)

    assert told(replace(site, records=site.records * 2)) == []
    assert services.asked == [f"doi.org/{DOI}"]


def test_each_address_is_asked_once_a_day(
    services: LocalServices, make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path, status in (("b.example/c", 200), ("b.example/gone", 404), ("b.example/busy", 503)):
        services.answer(path, Answer(status=status))
    site = linking(
        make_site,
        "https://b.example/c#one",
        "https://b.example/c#two",
        *(f"https://b.example/{each}" for each in ("gone", "busy")),
    )
    first, asked = told(site), list(services.asked)
    assert asked.count("b.example/c") == 1

    services.asked.clear()
    assert told(site) == first
    assert set(services.asked) == {"b.example/busy"}  # what was busy may not be so any more

    services.asked.clear()
    later = time.time() + 90_000
    monkeypatch.setattr(time, "time", lambda: later)
    assert told(site) == first
    assert services.asked == asked


def test_what_is_kept_of_answers_is_believed_only_whole(services: LocalServices, make_site: MakeSite) -> None:
    services.answer("b.example/c", Answer())
    site = linking(make_site, "https://b.example/c")
    assert told(site) == []
    file = site.source / asking.ANSWERS
    file.write_bytes(file.read_bytes().replace(b"200", b"404"))

    assert told(site) == []


def test_only_links_that_lead_out_are_asked(services: LocalServices, make_site: MakeSite) -> None:
    services.answer("b.example/c", Answer())
    others = ("c.html", "mailto:a@b.example", "https://ada.example/x", "https://doi.org/10.5555/x", "tel:+1")
    site = linking(make_site, "https://b.example/c", *others, address="https://ada.example/")

    assert told(site) == []
    assert services.asked == ["b.example/c"]


def test_an_address_that_is_none_costs_nothing_but_a_warning(services: LocalServices, make_site: MakeSite) -> None:
    services.answer("b.example/c", Answer())
    site = linking(make_site, "https://b.example/c", "https://[x", "http://exa mple/", "https://.example/")

    found = told(site)
    assert [code for code, _ in found] == ["unreachable", "gone", "gone"]
    for check in ("hosts", "links", "reach", "leaks"):
        list(CHECKS[check].check(site))


def test_a_host_that_is_not_there_is_told_where_others_answer(
    services: LocalServices, make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.answer("b.example/c", Answer())
    monkeypatch.setattr(client.Client, "_url", lambda self, address: (
        "http://127.0.0.1:9/" if "gone" in address else re.sub("https:/", self._through, address)))  # fmt: skip

    assert told(linking(make_site, "https://b.example/c", "https://gone.example/")) == [("unreachable", "a.md:4")]


def test_without_a_network_the_command_says_so(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(client.THROUGH, "http://127.0.0.1:9")
    monkeypatch.setattr(client, "PAUSE", 0.001)

    with pytest.raises(UnusableError, match="is there a network"):
        told(linking(make_site, "https://b.example/c", "https://c.example/c"))


@pytest.mark.parametrize(
    ("entry", "catalog", "codes"),
    [
        ({}, {}, []),
        ({"title": "Whale{N}et"}, {}, []),
        ({"year": "2023"}, {}, []),
        ({"year": "2021"}, {}, ["year"]),
        ({"year": "2022"}, {"issued": {"date-parts": [[2020]]}}, []),  # online first, and in print four years later
        ({}, {"type": "posted-content", "relation": {"is-preprint-of": [{"id": "10.5555/v", "id-type": "doi"}]}}, []),
        ({"title": "Deep Whales"}, {}, ["title"]),
        ({"author": "Valderrama Quispe, Inés"}, {}, ["authors"]),
        ({"author": "Valderrama Quispe, Inés and others"}, {}, []),
        ({"author": "Παππά, Ελένη and Lovelace, Ada"}, {}, []),
        ({"author": "Lovelace, Ada and Babbage, Charles"}, {}, ["authors"]),
        ({"author": "I. Valderrama Quispe and E. Pappa"}, {}, []),
        ({}, {"title": "RETRACTED: WhaleNet: Listening to the Sea"}, ["retracted"]),
        ({}, {"updated-by": [{"type": "retraction", "DOI": "10.5555/r"}]}, ["retracted"]),
        ({}, {"updated-by": [{"type": "erratum", "DOI": "10.5555/r"}]}, []),
        ({}, {"author": []}, []),
        ({}, {"issued": None, "published-print": None}, []),
        ({"journal": "", "pubstate": "preprint"}, {"type": "posted-content", "relation":
            {"is-preprint-of": [{"id": "10.5555/v", "id-type": "doi"}]}}, ["published"]),
        ({}, {"title": ""}, ["doi_unknown"]),
    ],
)  # fmt: skip
def test_an_entry_is_held_to_what_its_number_stands_for(
    services: LocalServices, make_site: MakeSite, entry: dict[str, str], catalog: dict[str, object], codes: list[str]
) -> None:
    services.answer(f"doi.org/{DOI}", json.dumps(CROSSREF | catalog))

    assert told(with_entry(make_site, **entry)) == [(code, "a.bib:2") for code in codes]
    assert services.headers[0]["Accept"] == "application/vnd.citationstyles.csl+json"


def test_a_number_that_nobody_knows_is_told_and_a_silent_catalog_is_no_mistake(
    services: LocalServices, make_site: MakeSite
) -> None:
    assert told(with_entry(make_site)) == [("doi_unknown", "a.bib:2")]

    services.answer(f"doi.org/{DOI}", Answer(status=503))
    site = with_entry(make_site)
    services.answer("b.example/c", Answer())
    (site.source / asking.ANSWERS).unlink()
    (site.output / "b.html").write_text('<a href="https://b.example/c">x</a>')
    assert told(site) == [("unasked", "a.bib:2")]


@pytest.mark.parametrize(("doi", "codes"), [("", []), ("10.5555/v", ["published"])])
def test_a_preprint_that_has_appeared_is_told(
    services: LocalServices, make_site: MakeSite, doi: str, codes: list[str]
) -> None:
    more = f'<arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">{doi}</arxiv:doi></entry>' if doi else "</entry>"
    services.answer(ARXIV, ATOM.replace("</entry>", more))
    title, authors = "{WhaleNet}", "Valderrama Quispe, Inés and others"
    site = with_entry(
        make_site, doi="", journal="", eprint="2505.01234", archiveprefix="arXiv", title=title, author=authors
    )

    assert told(site) == [(code, "a.bib:2") for code in codes]


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("On Scaling Up 3D Gaussian Splatting Training", "On scaling up 3D Gaussian splatting training.", True),
        ("Über Wale", "Uber Wale", True),
        ("H2O in ice", "H<sub>2</sub>O in ice", True),
        ("The sea", "The Sea: A Companion", True),
        ("The sea", "A companion to the sea", False),
        ("Attention is all you need", "Attention is not all you need", True),
        ("", "The sea", False),
    ],
)
def test_titles_are_compared_as_people_do(one: str, other: str, is_one: bool) -> None:
    assert is_alike(one, other) is is_one

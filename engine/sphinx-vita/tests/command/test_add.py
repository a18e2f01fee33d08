"""`sphinx-vita add` at a terminal, with a server on this machine in the place of the services."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from harness.local_services import Answer, LocalServices, serve
from sphinx_vita.command.add import client
from sphinx_vita.command.main import main
from sphinx_vita.reading.bibtex import read_bibliography

SERVICES = Path(__file__).parents[1] / "imports" / "samples" / "services"
CONF = "extensions = ['sphinx_vita']\nvita_bibliography = ['papers/a.bib', 'papers/b.bib']\n"
PAPERS = """\
@article{atlas,
  title  = {An Atlas of Humpback Song},
  author = {Valderrama Quispe, Inés},
  journal = {Journal of Invented Acoustics},
  year   = {2024},
  doi    = {10.5555/atlas.2024},
}
"""
OTHERS = "@book{sea, title = {Listening: A Companion to the Sea}, author = {Valderrama, Inés}, year = {2009}}\n"
DOI = "10.5555/1234567.7654321"
PUBMED = "eutils.ncbi.nlm.nih.gov/entrez/eutils/efetch.fcgi?db=pubmed&retmode=xml&tool=sphinx-vita&id="
BOOKS = "openlibrary.org/api/books?bibkeys=ISBN:{}&format=json&jscmd=data"
OPENALEX = "api.openalex.org/works?filter=author.id:A1&per-page=200&cursor="
# What is asked for, where, and which answer leads to which key.
LOOKED_UP = {
    DOI: (f"doi.org/{DOI}", "crossref.json", "whalenet"),
    "arXiv:2505.01234v2": ("export.arxiv.org/api/query?max_results=1&id_list=2505.01234", "arxiv.xml", "whalenet"),
    "PMID:31452104": (f"{PUBMED}31452104", "pubmed.xml", "effect"),
    "0-8044-2957-X": ("www.googleapis.com/books/v1/volumes?q=isbn:080442957X", "googlebooks.json", "sea"),
    "2022.acl-long.999": ("aclanthology.org/2022.acl-long.999.bib", "acl.bib", "whales"),
    "https://openreview.net/forum?id=rJXMpikCZ": (
        "api2.openreview.net/notes?id=rJXMpikCZ", "openreview.json", "whaleformer"),
    "openreview:Hkabc12345": ("api.openreview.net/notes?id=Hkabc12345", "openreview_v1.json", "deep"),
}  # fmt: skip


def sample(name: str) -> str:
    return (SERVICES / name).read_text("utf-8")


@pytest.fixture
def services(monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalServices]:
    """The services, answered on this machine; there are no pauses."""
    with serve() as running:
        monkeypatch.setenv(client.THROUGH, running.address)
        monkeypatch.setattr(client, "PAUSE", 0.001)
        monkeypatch.delenv("SPHINX_VITA_CONTACT", raising=False)
        yield running


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in {"conf.py": CONF, "papers/a.bib": PAPERS, "papers/b.bib": OTHERS}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def add(site: Path, *words: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, ["add", "--site", str(site), *words], input=stdin)


def files(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*") if path.is_file()}


def keys(site: Path) -> list[str]:
    return [each.key for each in read_bibliography((site / "papers/a.bib").read_text("utf-8"), file="").publications]


@pytest.mark.parametrize("written", LOOKED_UP)
def test_a_number_becomes_an_entry_and_is_there_the_next_time(
    services: LocalServices, site: Path, written: str
) -> None:
    address, answer, key = LOOKED_UP[written]
    services.answer(address, sample(answer))

    first = add(site, written)
    text, asked = (site / "papers/a.bib").read_text("utf-8"), len(services.asked)
    second = add(site, written)

    assert (first.exit_code, first.stderr) == (0, "")
    assert first.stdout.endswith(f"  written: {site / 'papers/a.bib'}\n")
    assert set(keys(site)) == {"atlas", key if key != "sea" else "seab"}
    assert second.stdout.startswith(f"'{key if key != 'sea' else 'seab'}' is there already")
    assert (site / "papers/a.bib").read_text("utf-8") == text
    assert len(services.asked) == asked  # what is there already is not asked for
    assert "abstract" not in text  # which no other entry has
    assert services.headers[0]["User-Agent"].startswith("sphinx-vita/0.")
    assert "@" not in services.headers[0]["User-Agent"]


def test_a_preprint_comes_with_what_it_appeared_as(services: LocalServices, site: Path) -> None:
    doi = f'<arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">{DOI}</arxiv:doi></entry>'
    address = "export.arxiv.org/api/query?max_results=1&id_list=2505.01234"
    services.answer(address, sample("arxiv.xml").replace("</entry>", doi))
    services.answer(f"doi.org/{DOI}", sample("crossref.json"))

    result = add(site, "2505.01234")

    assert services.asked == [address, f"doi.org/{DOI}"]
    assert services.headers[1]["Accept"] == "application/vnd.citationstyles.csl+json"
    entry = read_bibliography(result.stdout.partition("\n  written")[0], file="").publications[0]
    assert (entry.entry_type, entry.doi, entry.arxiv) == ("inproceedings", DOI, "2505.01234")


def test_what_another_bibliography_of_the_site_has_is_there_already(services: LocalServices, site: Path) -> None:
    services.answer(BOOKS.format("9780306406157"), sample("openlibrary.json"))
    before = files(site)

    result = add(site, "978-0-306-40615-7")

    assert (result.exit_code, result.stdout) == (0, "'sea' is there already; nothing of it was changed.\n")
    assert files(site) == before


def test_a_page_is_written_once_and_nothing_in_a_trial(services: LocalServices, site: Path) -> None:
    services.answer(f"doi.org/{DOI}", sample("crossref.json"))
    before = files(site)

    trial = add(site, DOI, "--page", "--dry-run", "--equal", "1,2")
    assert files(site) == before
    assert "  would write: " in trial.stdout
    assert "author+an" in trial.stdout

    add(site, DOI, "--page")
    page = site / "papers/whalenet.md"
    assert page.read_text("utf-8").startswith("# {pub-title}`whalenet`\n\n:::{publication} whalenet\n:::\n")
    assert "abstract" in (site / "papers/a.bib").read_text("utf-8")

    page.write_text("mine", "utf-8")
    again = add(site, DOI, "--page")
    assert page.read_text("utf-8") == "mine"
    assert "whalenet.md is there already" in again.stdout


def test_a_page_that_a_paper_has_under_another_name_is_found(site: Path) -> None:
    (site / "song.md").write_text("# Song\n\n```{vita:publication} atlas\n```\n", "utf-8")

    result = add(site, "10.5555/ATLAS.2024", "--page")

    assert (result.exit_code, list((site / "papers").glob("*.md"))) == (0, [])
    assert f"{site / 'song.md'} is there already" in result.stdout


BIB = "@article{x, title={A Song}, author={Jane Doe and Roe, Richard}, journal={J}, year=2020, crossref={y}}\n"
BIB += "@proceedings{y, title={All Songs}, editor={Jane Doe}, year=2020}\n"


@pytest.mark.parametrize("way", ["argument", "file", "stdin", "nothing but stdin"])
def test_bibtex_is_taken_from_anywhere_and_nobody_is_asked(services: LocalServices, site: Path, way: str) -> None:
    (site / "new.bib").write_text("\ufeff" + BIB, "utf-8")
    words = {"argument": [BIB], "file": [str(site / "new.bib")], "stdin": ["-"], "nothing but stdin": []}[way]

    result = add(site, *words, stdin=BIB if "stdin" in way else None)

    assert (result.exit_code, services.asked) == (0, [])
    assert set(keys(site)) == {"atlas", "song", "all"}
    assert "crossref = {all}" in result.stdout
    assert "{Doe, Jane and Roe, Richard}" in result.stdout


def test_numbers_are_read_from_a_file_line_by_line(services: LocalServices, site: Path) -> None:
    services.answer(f"doi.org/{DOI}", sample("crossref.json"))
    services.answer(f"{PUBMED}31452104", sample("pubmed.xml"))

    assert add(site, "-", stdin=f"{DOI}\n\nPMID: 31452104\n").exit_code == 0
    assert len(keys(site)) == 3


KNOWN = Answer(text=sample("crossref.json"))
FAILURES = {
    "a number that nobody knows": ([DOI], [Answer(status=404)], 2, "nobody knows DOI"),
    "a service that is busy twice": ([DOI], [Answer(status=503)] * 2, 2, "doi.org is busy (it answers 503)"),
    "a service that refuses": ([DOI], [Answer(status=403)], 2, "doi.org refuses (it answers 403)"),
    "no answer of use": ([DOI], [Answer(text="<html>")], 2, "nobody knows DOI"),
    "what is no number": (["hello"], [], 2, "'hello' is no number that can be looked up; known are: arXiv (2505"),
    "broken BibTeX": (["@article{x"], [], 2, "no entry can be read"),
    "a file that is not there": (["none.bib"], [], 2, "there is no file none.bib"),
    "one that is known beside one that is not": ([DOI, "hello"], [KNOWN], 1, "'hello' is"),
    "places without authors": ([DOI, "--equal", "1,9"], [KNOWN], 2, "there are 3 authors"),
    "one place alone": ([DOI, "--equal", "1"], [], 2, "write the places of two authors or more"),
    "a list of nobody": (["--from-orcid", "me"], [], 2, "'me' is no number of a person at ORCID"),
    "an empty list": (["--from-dblp", "x/Y"], [], 2, "DBLP lists no works for x/Y"),
}  # fmt: skip


@pytest.mark.parametrize("failure", FAILURES)
def test_a_failure_is_told_with_what_to_do(services: LocalServices, site: Path, failure: str) -> None:
    words, answers, code, said = FAILURES[failure]
    if answers:
        services.answer(f"doi.org/{DOI}", *answers)
    before = files(site)

    result = add(site, *words)

    assert (result.exit_code, said in result.stderr) == (code, True), result.output
    assert "Traceback" not in result.output
    assert (files(site) == before) is (code == 2)


def test_without_a_network_it_is_told(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(client.THROUGH, "http://127.0.0.1:9")  # where nobody listens

    result = add(site, DOI)

    assert result.exit_code == 2
    assert result.stderr == "cannot reach doi.org; is there a network? Else paste the BibTeX: sphinx-vita add -\n"


def test_a_busy_service_is_asked_once_more_and_an_owner_may_give_an_address(
    services: LocalServices, site: Path
) -> None:
    busy = Answer(status=429, headers={"Retry-After": "0"})
    moved = Answer(status=302, headers={"Location": f"https://api.example/{DOI}"})
    services.answer(f"doi.org/{DOI}", busy, moved)
    services.answer(f"api.example/{DOI}", sample("crossref.json"))

    assert add(site, DOI, "--contact", "me@site.example").exit_code == 0
    assert services.asked == [f"doi.org/{DOI}", f"doi.org/{DOI}", f"api.example/{DOI}"]
    assert services.headers[0]["User-Agent"].endswith("(mailto:me@site.example)")


def test_a_list_shows_what_the_site_has_not_and_takes_it_on_demand(services: LocalServices, site: Path) -> None:
    services.answer("pub.orcid.org/v3.0/0000-0002-1825-0097/works", sample("orcid.json"))
    services.answer(f"doi.org/{DOI}", sample("crossref.json"))
    before = files(site)

    shown = add(site, "--from-orcid", "https://orcid.org/0000-0002-1825-0097")
    assert (shown.exit_code, files(site) == before) == (0, True)
    assert shown.stdout.splitlines() == [
        "ORCID lists 3 works; 2 of them the site has not.",
        "  1. 2026  WhaleNet. OSS",
        "  2.       A Talk without a Number",
        "Add --yes to take all of them, or name some by their numbers.",
    ]

    taken = add(site, "--from-orcid", "0000-0002-1825-0097", "--yes")
    assert (taken.exit_code, keys(site)) == (1, ["whalenet", "atlas"])
    assert "nothing more is known of 'A Talk without a Number'" in taken.stderr


def test_what_one_service_does_not_give_keeps_nothing_else_of_a_list_back(services: LocalServices, site: Path) -> None:
    services.answer(f"{OPENALEX}*", sample("openalex.json"))
    services.answer(f"doi.org/{DOI}", Answer(status=403))

    result = add(site, "--from-openalex", "A1", "--yes")

    assert (result.exit_code, set(keys(site))) == (1, {"atlas", "whales"})
    assert "doi.org refuses" in result.stderr


def test_a_list_is_accepted_one_by_one_at_a_terminal(
    services: LocalServices, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sphinx_vita.command.add.adding.is_terminal", lambda: True)
    services.answer("dblp.org/pid/12/345.bib", sample("dblp.bib"))

    result = add(site, "--from-dblp", "https://dblp.org/pid/12/345.html", stdin="n\ny\n")

    assert result.exit_code == 0
    assert set(keys(site)) == {"atlas", "silence"}
    assert services.asked == ["dblp.org/pid/12/345.bib"]


def test_giving_up_in_the_middle_of_a_list_leaves_all_as_it_was(
    services: LocalServices, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sphinx_vita.command.add.adding.is_terminal", lambda: True)
    services.answer("dblp.org/pid/12/345.bib", sample("dblp.bib"))
    before = files(site)

    assert add(site, "--from-dblp", "12/345", stdin="y\n").exit_code == 1
    assert files(site) == before


def test_a_long_list_is_read_page_by_page(services: LocalServices, site: Path) -> None:
    page = sample("openalex.json")
    services.answer(f"{OPENALEX}*", page.replace('"next_cursor": null', '"next_cursor": "Abc="'))
    services.answer(f"{OPENALEX}Abc=", page.replace("WhaleNet", "Other").replace("Whales at Night", "Third"))
    services.answer(f"doi.org/{DOI}", sample("crossref.json"))

    result = add(site, "--from-openalex", "https://openalex.org/A1", "--yes")

    assert services.asked[:2] == [f"{OPENALEX}*", f"{OPENALEX}Abc="]
    assert "OpenAlex lists 3 works; 3 of them the site has not." in result.stdout
    assert set(keys(site)) == {"atlas", "whalenet", "whales"}


@pytest.mark.parametrize(
    "conf", ["", "vita_bibliography = [", "vita_bibliography = make()", "vita_bibliography: list = []"]
)
def test_a_site_that_names_no_bibliography_gets_one_in_its_place(tmp_path: Path, conf: str) -> None:
    (tmp_path / "conf.py").write_text(conf)

    result = add(tmp_path, BIB)

    assert result.exit_code == 0
    assert (tmp_path / "publications" / "publications.bib").read_text("utf-8").startswith("@")
    assert ("Next: name publications.bib in conf.py" in result.stdout) is (conf == "")


def test_a_bibliography_in_other_letters_is_left_alone(site: Path) -> None:
    (site / "papers/a.bib").write_bytes("@misc{a, title={Größe}}".encode("latin-1"))

    result = add(site, BIB)

    assert (result.exit_code, "is not written in UTF-8" in result.stderr) == (2, True)


def test_a_file_may_be_named_and_a_link_to_it_stays_a_link(site: Path) -> None:
    (site / "link.bib").symlink_to(site / "papers/b.bib")

    assert add(site, BIB, "--to", str(site / "link.bib")).exit_code == 0
    assert (site / "link.bib").is_symlink()
    assert "All Songs" in (site / "papers/b.bib").read_text("utf-8")

"""Content brought into a site: put behind what stands there, once, with its pages in the contents; nothing vanishes."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sphinx_vita.command.importing.report import counted
from sphinx_vita.command.main import main
from sphinx_vita.imports.drafts import Draft, Entry, Imported, Leftover, Section
from sphinx_vita.imports.present import only_new, read_present
from sphinx_vita.imports.site import site_of

HOME = "# Ada Lovelace\n\n:::{profile} Ada Lovelace\n:::\n\n```{toctree}\n:hidden:\n\nwork\n```\n\nThe end.\n"
WORK = "# Work\n\n:::{position} Translator\n:organization: Scientific Memoirs\n:dates: 1942 – 1943\n:::\n"
BIB = "% Mine.\n@article{lovelace1943notes,\n  title={Notes on the {Engine}}, author={Lovelace, Ada}, year=1943\n}\n"
CV = """\
# Ada Lovelace

## Experience

- Translator, Scientific Memoirs, 1942 – 1943
- Poet, The Lakes, 1940

## Publications

### Notes on the Engine

Ada Lovelace, Luigi Menabrea

*Scientific Memoirs 1943*

### Notes on Notes

Ada Lovelace, Luigi Menabrea

*Scientific Memoirs 1943*

### Who knows.

## Talks

- "On Rhyme", Royal Society, May 1941

## News

- Rhymes have appeared, June 1940
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    for name, text in {"conf.py": "", "index.md": HOME, "work.md": WORK, "papers.bib": BIB, "cv.txt": ""}.items():
        (folder / name).write_text(text, "utf-8")
    (tmp_path / "cv.md").write_text(CV, "utf-8")
    return folder


def run(site: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["import", str(site.parent / "cv.md"), "--site", str(site), *words])


def files(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*") if path.is_file()}


def test_what_is_new_comes_in_and_what_is_there_stays_as_it_is(site: Path) -> None:
    before = files(site)

    answer = run(site)

    after = files(site)
    assert answer.exit_code == 0, answer.output
    assert {name for name in before if after[name] != before[name]} == {"index.md", "papers.bib"}
    assert after["papers.bib"].startswith(BIB + "\n@inproceedings{lovelace1943notesb,\n")
    assert "Notes on the {Engine}" not in after["papers.bib"].removeprefix(BIB)
    assert ":::{position} Poet\n" in after["experience/index.md"]
    assert "Translator" not in after["experience/index.md"]
    assert after["index.md"] == HOME.replace("work\n```", "work\nexperience/index\ntalks\nnews\n```")
    assert "{news} Rhymes have appeared\n" in after["news.md"]
    assert "Who knows." in after["inbox.md"]
    assert answer.output.startswith(
        "Read as a CV in Markdown: 1 position, 1 talk, 1 news, 1 publication. 1 more waits in inbox.md, with the "
        "reason. 2 stood there already.\n  written: experience/index.md\n"
    )


def test_to_import_once_more_changes_nothing(site: Path) -> None:
    run(site)
    before = files(site)

    answer = run(site)

    assert files(site) == before
    assert answer.output == (
        "Read as a CV in Markdown: nothing was found. 1 more waits in inbox.md, with the reason. "
        "6 stood there already.\n"
    )


def test_a_rehearsal_writes_nothing(site: Path) -> None:
    before = files(site)

    answer = run(site, "--dry-run")

    assert files(site) == before
    assert "  would write: talks.md\n" in answer.output


def test_a_folder_without_a_site_is_told(site: Path) -> None:
    (site / "conf.py").unlink()

    answer = run(site)

    assert answer.exit_code == 2
    assert "is no site, since it has no conf.py; name one with --site" in answer.output


def test_formats_are_listed() -> None:
    assert "a CV in Markdown\n" in CliRunner().invoke(main, ["import", "--formats"]).output


def test_a_record_is_known_however_it_is_written() -> None:
    page = "# P\n\n```{award} Gold  Medal\n:issuer: The Society\n:dates: '2018'\n```\n"
    medal = Draft(kind="award", title="Gold medal", options={"dates": "2018", "issuer": "the society"})
    other = Draft(kind="award", title="Gold Medal", options={"dates": "2019", "issuer": "The Society"})

    left, found = only_new(
        Imported(sections=(Section(title="A", contents=(medal, other)),)), read_present({"a.md": page})
    )

    assert (left.drafts, found) == ((other,), 1)


def test_sections_that_share_a_kind_find_their_records_by_tags() -> None:
    talks = (
        Draft(kind="talk", title="A", options={"dates": "2020"}),
        Draft(kind="talk", title="B", options={"dates": "2021"}),
    )
    sections = [
        Section(title=title, contents=(talk,)) for title, talk in zip(("Invited, mostly", "Other"), talks, strict=True)
    ]

    written = site_of(Imported(sections=tuple(sections)))

    assert ":::{talk} A\n:dates: 2020\n:tags: Invited mostly\n:::" in written["talks.md"]
    assert "## Other\n\n:::{timeline}\n:kind: talk\n:tags: Other\n:::\n" in written["cv.md"]


def test_sections_of_a_status_need_no_tags() -> None:
    sent = Section(title="Under review", contents=(Entry(key="a", bibtex="@misc{a,\n}\n"),), statuses=("submitted",))
    out = Section(title="Papers", contents=(Entry(key="b", bibtex="@misc{b,\n}\n"),))

    cv = site_of(Imported(sections=(out, sent)))["cv.md"]

    assert ":::{publications}\n:status: submitted\n:::" in cv
    assert ":::{publications}\n:status: published, accepted, preprint, draft\n:::" in cv


def test_a_draft_reads_back_as_it_was_written() -> None:
    from sphinx_vita.reading.slips.directive_text import read_directive

    body = "- one: two\n\n:::{note}\nkept\n:::"
    options = {
        "organization": "'s Gravenhage: #1 [Lab] {x}", "dates": "2020 – Now", "url": "https://a.example/#b",
        "location": "- x: y",
    }  # fmt: skip
    draft = Draft(kind="position", title="Head *of* things: #2", options=options, body=body)

    first, *lines = draft.markdown().rstrip("\n").split("\n")
    read = read_directive("\n".join(lines[:-1]) + "\n", options)

    assert first == "::::{position} Head *of* things: #2"
    assert {name: text.strip("'").replace("''", "'") for name, text in read.options.items()} == {
        name: text.strip("'") for name, text in options.items()
    }
    assert read.content.strip() == body


@pytest.mark.parametrize(
    ("kind", "words"),
    [("news", "2 news."), ("software", "2 software."), ("person", "2 people."), ("award", "2 awards.")],
)
def test_what_came_is_counted_in_words_that_there_are(kind: str, words: str) -> None:
    drafts = (Draft(kind=kind, title="x"), Draft(kind=kind, title="y"))

    assert counted(Imported(sections=(Section(title="A", contents=drafts),))) == words


def test_what_came_is_counted() -> None:
    drafts = tuple(Draft(kind=kind, title="x") for kind in ("talk", "position", "position"))
    section = Section(title="A", contents=(*drafts, Entry(key="a", bibtex=""), Leftover(text="?", reason="because")))

    assert counted(Imported(sections=(section,), pages={"a.md": ""})) == (
        "2 positions, 1 talk, 1 publication, 1 page. 1 more waits in inbox.md, with the reason."
    )

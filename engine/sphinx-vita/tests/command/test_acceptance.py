"""What the owner accepts counts no more; a row that nothing needs, or without a reason, is told."""

from dataclasses import replace
from pathlib import Path

import pytest
from sphinx_vita.command.check.acceptance import apply, read_acceptances
from sphinx_vita.command.check.findings import Code, Finding, Level
from sphinx_vita.command.check.report import as_json, as_table, summary
from sphinx_vita.locale import speak

BROKEN = Code("links.broken", Level.ERROR, "")
FOUND = Finding(
    code=BROKEN, message="leads to nothing; mend it", file="career/index.md", line=7, page="career/index.html"
)


def applied(folder: Path, rows: str, *findings: Finding, asked: tuple[str, ...] = ("links",)) -> list[Finding]:
    (folder / "pyproject.toml").write_text(f"[tool.sphinx-vita.check]\naccept = [\n{rows}]\n")
    accepted, wrong = read_acceptances(folder)
    return [*wrong, *apply(findings, accepted, asked)]


@pytest.mark.parametrize(
    ("code", "where"),
    [
        ("links.broken", "career/index.md:7"),
        ("links.broken", "career/index.md"),
        ("links.broken", "career/index.html"),
        ("links.*", "career/*"),
    ],
)
def test_an_accepted_finding_has_its_reason_and_fails_nothing(tmp_path: Path, code: str, where: str) -> None:
    (found,) = applied(tmp_path, f"{{code = '{code}', where = '{where}', reason = 'made elsewhere'}},\n", FOUND)

    assert (found.reason, found.fails) == ("made elsewhere", False)


@pytest.mark.parametrize(("code", "where"), [("links.anchor", "career/*"), ("links.broken", "career/index.md:8")])
def test_another_finding_is_not_accepted_and_the_row_is_told(tmp_path: Path, code: str, where: str) -> None:
    found, unused = applied(tmp_path, f"{{code = '{code}', where = '{where}', reason = 'x'}},\n", FOUND)

    assert found.fails
    assert (unused.code.name, unused.where, unused.fails) == ("accept.unused", "pyproject.toml:3", False)


@pytest.mark.parametrize("code", ["facts.missing", "facts.*"])
def test_a_row_of_a_check_that_was_not_asked_for_is_not_told(tmp_path: Path, code: str) -> None:
    assert applied(tmp_path, f"{{code = '{code}', where = '*', reason = 'x'}},\n") == []


@pytest.mark.parametrize("row", ["{code = 'links.broken', where = '*'}", "'links.broken'", "{reason = 'x'}"])
def test_a_row_without_a_reason_counts_for_nothing(tmp_path: Path, row: str) -> None:
    wrong, found = applied(tmp_path, f"{row},\n", FOUND)

    assert wrong.code.name == "accept.invalid"
    assert wrong.fails
    assert found.fails


def test_a_site_without_pyproject_accepts_nothing(tmp_path: Path) -> None:
    assert read_acceptances(tmp_path) == ([], [])


def test_what_is_wrong_alike_on_many_pages_is_told_once() -> None:
    many = [Finding(code=BROKEN, message="x leads to nothing", page=f"{number}.html") for number in range(9)]

    table = as_table([*many, FOUND], pages=9)

    assert table.count("x leads to nothing") == 1
    assert "x leads to nothing (1.html, 2.html, 3.html and 5 more)" in table
    assert table.splitlines()[-1] == "10 errors: 9 pages were checked."
    assert as_json([*many, FOUND], pages=9).count("x leads to nothing") == 9


def test_on_a_terminal_no_line_is_wider_than_it_and_no_address_is_cut() -> None:
    address = f"https://ada.example/{'a' * 90}"
    message = f"{address} answers 404; " + "link where it is now, " * 9

    lines = as_table([Finding(code=BROKEN, message=message, file="a.md", line=7)], pages=1, width=60).splitlines()

    assert f"    {address}" in lines
    assert max(len(line) for line in lines if address not in line) <= 60
    assert " ".join(" ".join(lines[1:-1]).split()) == message.strip()


@pytest.mark.parametrize(
    ("language", "nothing", "much"),
    [
        ("en", "Nothing to mend: 1 page was checked.", "2 errors, 1 accepted: 1,234 pages were checked."),
        ("de", "Nichts zu beheben: 1 Seite wurde geprüft.", "2 Fehler, 1 akzeptiert: 1.234 Seiten wurden geprüft."),
        ("ru", "Исправлять нечего: проверена 1 страница.", "2 ошибки, 1 принято: проверено 1\xa0234 страницы."),
        (
            "ja",
            "修正すべき点はありません: 1 ページを確認しました。",
            "エラー 2 件, 許容 1 件: 1,234 ページを確認しました。",
        ),
    ],
)
def test_a_report_speaks_the_language_of_the_site(language: str, nothing: str, much: str) -> None:
    speak(language)
    accepted = replace(FOUND, reason="So it is.")

    assert summary([], pages=1) == nothing
    assert summary([FOUND, FOUND, accepted], pages=1234) == much
    assert FOUND.message in as_table([FOUND], pages=1)  # messages are searched for by their words

"""CVs in LaTeX: what moderncv's and Awesome-CV's macros say arrives, and the words of every other macro."""

import re
from collections import Counter
from pathlib import Path

import pytest
from harness.imported import told
from hypothesis import given, settings
from hypothesis import strategies as st
from sphinx_vita.command.sources import read_source
from sphinx_vita.imports.drafts import Draft, Imported
from sphinx_vita.imports.formats import format_of
from sphinx_vita.imports.tex.tex_cv import read_tex_cv
from sphinx_vita.imports.tex.tex_source import read_source as read_document
from sphinx_vita.records.slugs import fold

HERE = Path(__file__).parent
CVS = sorted((HERE / "tex").iterdir())
AWESOME = r"\documentclass{awesome-cv}"
MODERN = r"\documentclass{moderncv}"


def entries(name: str) -> list[tuple[str, str]]:
    """Give what is written in LaTeX, and the record it means."""
    cases = (HERE / f"entries-{name}.txt").read_text("utf-8").rstrip().split("\n\n\\")
    pairs = [case.partition("\n=>\n") for case in cases]
    return [("\\" + written.removeprefix("\\"), expected) for written, _, expected in pairs]


def read(body: str, document_class: str = MODERN, **files: str) -> Imported:
    named = {f"{name}.tex": text for name, text in files.items()}
    return read_tex_cv({"cv.tex": f"{document_class}\n\\begin{{document}}\n{body}\n\\end{{document}}\n", **named})


def only(body: str, document_class: str = MODERN, **files: str) -> str:
    (content,) = (each for section in read(body, document_class, **files).sections for each in section.contents)
    return content.markdown() if isinstance(content, Draft) else told(read(body, document_class, **files))


@pytest.mark.parametrize("path", CVS, ids=lambda path: path.stem)
def test_a_cv_is_read_as_it_was_meant(path: Path) -> None:
    files = read_source(path)
    found = format_of(files)
    assert found
    assert "LaTeX" in found.name

    assert told(found.read(files)) == (HERE / "read" / f"tex-{path.stem}.txt").read_text("utf-8")


def test_a_group_behind_the_last_argument_of_a_macro_is_text_of_its_own() -> None:
    found = told(read(r"\section{Experience}\cventry{2019}{Lecturer}{Uni}{}{}{}{Stray words}"))

    assert ":::{position} Lecturer\n:organization: Uni\n:dates: 2019\n:::" in found
    assert ":::{position} Stray words\n:::" in found.partition("left over")[2]


@pytest.mark.parametrize("path", CVS, ids=lambda path: path.stem)
def test_no_word_between_braces_is_lost(path: Path) -> None:
    """Count the words that stand in the arguments of the macros with a plain search, comments and options off."""
    files = read_source(path)
    bodies = [re.sub(r"(?<!\\)%.*", "", text) for name, text in files.items() if name.endswith(".tex")]
    bodies = [body.partition(r"\name")[2] or body.partition(r"\begin{center}")[2] or body for body in bodies]
    argument = r"\{((?:[^{}\\]|\\['%&$.,_ ]|\\\\)*)\}"
    source = " ".join(re.sub(r"\\['.]", "", words) for body in bodies for words in re.findall(argument, body))
    source = re.sub(
        r"\b(?:[\w*]+/)?(?:itemize|document|center|enumerate|tabular|cv\w+|publications|ll|missing)\b(?:\.tex)?",
        "",
        source,
    )
    read = fold(told(read_tex_cv(files))).casefold()
    lost = [word for word in re.findall(r"[^\W\d_]{3,}", fold(source).casefold()) if word not in read]

    assert Counter(lost) == Counter(
        {
            "moderncv": ["description", "mailto"],
            "article": ["mailto"],
            "own_macros": ["mailto"],
            "german": ["etaremune", "etaremune", "lebenslauf", "moderncv"],
        }.get(path.stem, [])
    )


@pytest.mark.parametrize(("body", "expected"), entries("moderncv"))
def test_an_entry_of_moderncv_is_the_record_it_says(body: str, expected: str) -> None:
    assert only(body).partition("} ")[2].rstrip().removesuffix(":::").rstrip() == expected


@pytest.mark.parametrize(("body", "expected"), entries("awesome-cv"))
def test_an_entry_of_awesome_cv_is_the_record_it_says(body: str, expected: str) -> None:
    jobs = {"sections/jobs": r"\cvsection{Experience} % jobs" + "\n" + r"\cventry{Lecturer}{Uni}{}{2019}{}"}

    assert only(body, AWESOME, **jobs).partition("} ")[2].rstrip().removesuffix(":::").rstrip() == expected


def test_each_entry_of_a_cv_is_a_record_a_work_or_left_over() -> None:
    files = read_source(HERE / "tex" / "awesome")
    written = len(re.findall(r"\\cv(?:entry|honor|skill)\b", "\n".join(files.values())))
    lost = read(r"\cvsection{Experience}\cventry{Ringer}{Uni}{}{long ago}{}\cventry{}{}{}{}{}", AWESOME)

    assert written == sum(len(section.contents) for section in read_tex_cv(files).sections) == 10
    assert [each.reason.partition(";")[0] for each in lost.leftovers][:1] == ["position needs 'dates'"]


def test_what_a_person_would_not_have_published_waits_in_the_inbox() -> None:
    head = r"\name{A}{Lee}\address{12 Calle Sol}{Lima}{Peru}\born{1 May 1980}\phone[fax]{+1}\email{a@x.example}"
    head += r"\social[skype]{al}"
    imported = read(head + r"\section{Experience}\cventry{2019}{Lecturer}{Uni}{}{}{}")

    assert imported.profile
    assert imported.profile.options == {"email": "a@x.example", "location": "Lima, Peru"}
    assert [each.text for each in imported.loose] == ["12 Calle Sol", "1 May 1980", "+1", "skype: al"]


@pytest.mark.parametrize(
    "written",
    [r"\mastodon{sea.example}{@ines}", r"\mastodon{sea.example}{ines}", r"\social[mastodon]{sea.example/@ines}"],
)
def test_an_account_of_mastodon_has_its_server(written: str) -> None:
    imported = read(rf"\name{{A}}{{Lee}}{written}\section{{Experience}}\cventry{{2019}}{{Lecturer}}{{Uni}}{{}}{{}}{{}}")

    assert imported.profile
    assert imported.profile.options == {"mastodon": "@ines@sea.example"}


def test_a_file_or_a_bibliography_that_is_not_there_is_told() -> None:
    imported = read(r"\input{jobs}\section{Publications}\nocite{*}\bibliography{mine, yours}")

    assert [each.text for each in imported.loose] == [r"\input{jobs}", "mine", "yours"]


@pytest.mark.parametrize(
    "piece", ["{", r"\begin{itemize}", r"\begin{itemize}\item ", r"\cventry{", "$a ", r"\section{"]
)
def test_what_is_nested_without_end_is_read_to_its_end(piece: str) -> None:
    assert told(read(r"\section{Awards}\cvlistitem{Medal, 2019}" + piece * 400)).count("Medal")


def test_files_that_hold_each_other_and_macros_that_grow_come_to_an_end() -> None:
    assert read_document({"a.tex": r"\input{b}", "b.tex": r"\input{a}"}, "a.tex", ()).missing
    grown = read_document({"a.tex": r"\newcommand{\x}{\x\x}\x"}, "a.tex", ()).text
    assert len(grown) < 10_000_000


PIECES = [r"\section{Experience}", r"\cventry", "{", "}", "{2019}", "[", "]", r"\begin{itemize}", r"\end{itemize}",
          r"\item ", "%", "\n", "$", r"\newcommand{\a}{\b}", r"\a", "\\", r"\section{Publications}", r"\name{A}{B}",
          "&", r"\begin{tabular}", "words", r"\input{x}", "#1"]  # fmt: skip


@settings(deadline=None, max_examples=25, derandomize=True)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text(max_size=40))
def test_no_document_whatever_makes_it_fail(text: str) -> None:
    told(read_tex_cv({"cv.tex": text}))

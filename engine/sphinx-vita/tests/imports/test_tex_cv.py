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
from sphinx_vita.imports.tex_cv import read_tex_cv
from sphinx_vita.imports.tex_source import read_source as read_document
from sphinx_vita.records.slugs import fold

HERE = Path(__file__).parent
CVS = sorted((HERE / "tex").iterdir())
AWESOME = r"\documentclass{awesome-cv}"
MODERN = r"\documentclass{moderncv}"


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
        {"moderncv": ["description", "mailto"], "awesome": [], "article": ["mailto"]}[path.stem]
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"\section{Experience}\cventry{2019}{Lecturer}{Uni}{Lima}{part-time}{}", "Lecturer\n:organization: Uni\n:dates: 2019\n:location: Lima\n\npart-time"),
        (r"\section{Experience}\cventry[3pt]{2019--now} {Lecturer} {Uni}{}{}{}", "Lecturer\n:organization: Uni\n:dates: 2019–now"),
        ("\\section*{Experience}\n\\cventry%\n{2019}%\n{Lecturer}%\n{Uni}{}{}{}", "Lecturer\n:organization: Uni\n:dates: 2019"),
        (r"\section{Experience}{\small\cventry{2019}{R\&D Lead}{A \& B}{}{}{50\% \$5 \#1 a\_b}}", "R&D Lead\n:organization: A & B\n:dates: 2019\n\n50% $5 #1 a_b"),
        (r"\section{Education}\cventry{2019}{MSc}{Uni}{}{}{GPA: 3.9\newline Thesis: \emph{Bells}}", "MSc\n:institution: Uni\n:dates: 2019\n:thesis: Bells\n:honors: 3.9"),
        (r"\section{Education}\cventry{2019}{Universidad de Lima}{Doctorado}{}{}{}", "Doctorado\n:institution: Universidad de Lima\n:dates: 2019"),
        (r"\section{Experience}\cventry{2019}{Lecturer}{Uni}{}{}{\begin{itemize}\item[--] One\item Two\begin{enumerate}\item Three\end{enumerate}\end{itemize}}", "Lecturer\n:organization: Uni\n:dates: 2019\n\n- One\n- Two\n  - Three"),
        (r"\section{Languages}\cvitemwithcomment{Quechua}{fluent}{since birth}", "Quechua\n:fluency: fluent (since birth)"),
        (r"\section{Languages}\cvline{French}{basic}", "French\n:fluency: basic"),
        (r"\section{Skills}\cvitem{Audio}{Praat, \LaTeX, C\textup{++}}", "Audio\n:keywords: Praat, LaTeX, C++"),
        (r"\section{Awards}\cvitem{2019}{Medal of \textsc{Lima}}", "Medal of Lima\n:dates: 2019"),
        (r"\section{Awards}\cvlistitem{\textbf{Medal}, Society of Bells, 2019}", "Medal\n:dates: 2019\n:issuer: Society of Bells"),
        (r"\section{Service}\cvitem{Reviewer}{Acta Acustica}", "Reviewer\n:venue: Acta Acustica"),
        (r"\section{Service}\subsection{Committees}\cventry{2019}{Chair}{Sound Week}{}{}{}", "Chair\n:venue: Sound Week\n:dates: 2019\n:tags: Committees"),
        (r"\section{Memberships}\cventry{2019}{Fellow}{Society of Bells}{}{}{}", "Society of Bells\n:role: Fellow\n:dates: 2019"),
        (r"\section{Experience}\cventry{2019}{\foo{Lecturer}}{Uni \baz}{}{}{}", "Lecturer\n:organization: Uni baz\n:dates: 2019"),
        (r"\newcommand{\at}[2][Uni]{\cventry{#2}{Lecturer}{#1}{}{}{}}\section{Experience}\at{2019}", "Lecturer\n:organization: Uni\n:dates: 2019"),
        (r"\def\uni#1{Uni of #1}\section{Experience}\cventry{2019}{Lecturer}{\uni{Lima}}{}{}{}", "Lecturer\n:organization: Uni of Lima\n:dates: 2019"),
        (r"\newcommand\mine{\yours}\newcommand\yours{\mine}\section{Experience}\cventry{2019}{Lecturer}{Uni \mine}{}{}{}", "Lecturer\n:organization: Uni mine\n:dates: 2019"),
        (r"\section{Experience}\cventry{2019}{Lecturer}{Uni}", "Lecturer\n:organization: Uni\n:dates: 2019"),
        (r"\section{Talks}\cventry{2019}{On $E=mc^2$ and H\textsubscript{2}O}{Sound Week}{Lima, Peru}{}{}", "On $E=mc^2$ and H~2~O\n:dates: 2019\n:event: Sound Week\n:location: Lima, Peru"),
    ],
)  # fmt: skip
def test_an_entry_of_moderncv_is_the_record_it_says(body: str, expected: str) -> None:
    assert only(body).partition("} ")[2].rstrip().removesuffix(":::").rstrip() == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"\cvsection{Experience}\begin{cventries}\cventry{Lecturer}{Uni}{Lima}{2019 - Present}{\begin{cvitems}\item{One}\item {Two}\end{cvitems}}\end{cventries}", "Lecturer\n:organization: Uni\n:dates: 2019 - Present\n:location: Lima\n\n- One\n- Two"),
        (r"\cvsection{Experience}\cventry{University of Lima}{Lecturer}{}{2019}{}", "Lecturer\n:organization: University of Lima\n:dates: 2019"),
        (r"\cvsection{Honors}\begin{cvhonors}\cvhonor{2nd Place}{Sound Cup}{Lima}{2019}\end{cvhonors}", "2nd Place\n:dates: 2019\n:issuer: Sound Cup, Lima"),
        (r"\cvsection{Certificates}\cvhonor{Founder}{Guild}{}{2019}", "Founder\n:issuer: Guild\n:dates: 2019"),
        (r"\cvsection{Skills}\begin{cvskills}\cvskill{Audio}{Praat, Reaper}\end{cvskills}", "Audio\n:keywords: Praat, Reaper"),
        (r"\cvsection{Committees}\cvhonor{Chair}{Sound Week}{}{2019}", "Chair\n:venue: Sound Week\n:dates: 2019"),
        (r"\input{sections/jobs}", "Lecturer\n:organization: Uni\n:dates: 2019"),
    ],
)  # fmt: skip
def test_an_entry_of_awesome_cv_is_the_record_it_says(body: str, expected: str) -> None:
    jobs = {"sections/jobs": r"\cvsection{Experience} % jobs" + "\n" + r"\cventry{Lecturer}{Uni}{}{2019}{}"}

    assert only(body, AWESOME, **jobs).partition("} ")[2].rstrip().removesuffix(":::").rstrip() == expected


def test_what_a_person_would_not_have_published_waits_in_the_inbox() -> None:
    head = r"\name{A}{Lee}\address{12 Calle Sol}{Lima}{Peru}\born{1 May 1980}\phone[fax]{+1}\email{a@x.example}\social[skype]{al}"
    imported = read(head + r"\section{Experience}\cventry{2019}{Lecturer}{Uni}{}{}{}")

    assert imported.profile
    assert imported.profile.options == {"email": "a@x.example", "location": "Lima, Peru"}
    assert [each.text for each in imported.loose] == ["12 Calle Sol", "1 May 1980", "+1", "skype: al"]


def test_a_file_or_a_bibliography_that_is_not_there_is_told() -> None:
    imported = read(r"\input{jobs}\section{Publications}\nocite{*}\bibliography{mine, yours}")

    assert [each.text for each in imported.loose] == [r"\input{jobs}", "mine", "yours"]


def test_files_that_hold_each_other_and_macros_that_grow_come_to_an_end() -> None:
    assert read_document({"a.tex": r"\input{b}", "b.tex": r"\input{a}"}, "a.tex", ()).missing
    grown = read_document({"a.tex": r"\newcommand{\x}{\x\x}\x"}, "a.tex", ()).text
    assert len(grown) < 10_000_000


PIECES = [r"\section{Experience}", r"\cventry", "{", "}", "{2019}", "[", "]", r"\begin{itemize}", r"\end{itemize}", r"\item ", "%", "\n", "$",
          r"\newcommand{\a}{\b}", r"\a", "\\", r"\section{Publications}", r"\name{A}{B}", "&", r"\begin{tabular}", "words", r"\input{x}", "#1"]  # fmt: skip


@settings(deadline=None, max_examples=60, derandomize=True)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text(max_size=40))
def test_no_document_whatever_makes_it_fail(text: str) -> None:
    told(read_tex_cv({"cv.tex": text}))

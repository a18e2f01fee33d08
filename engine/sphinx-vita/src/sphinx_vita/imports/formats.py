"""The formats that can be imported, each with the sign by which its files are known."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from sphinx_vita.imports.cvs.markdown_cv import read_markdown_cv
from sphinx_vita.imports.data.csl_json import is_csl_json, read_csl_json
from sphinx_vita.imports.data.europass import is_europass, read_europass
from sphinx_vita.imports.data.json_resume import is_json_resume, read_json_resume
from sphinx_vita.imports.data.orcid import is_orcid, read_orcid
from sphinx_vita.imports.data.rendercv import is_rendercv, read_rendercv
from sphinx_vita.imports.data.ris import is_ris, read_ris
from sphinx_vita.imports.drafts import Imported
from sphinx_vita.imports.old_sites.academicpages import is_academicpages, read_academicpages
from sphinx_vita.imports.old_sites.al_folio import is_al_folio, read_al_folio
from sphinx_vita.imports.old_sites.hugoblox import is_hugoblox, read_hugoblox
from sphinx_vita.imports.tex.tex_cv import is_tex_cv, read_tex_cv

Files = Mapping[str, str]  # the text files of a source by path; a single file stands under its name


class Format(NamedTuple):
    """A format: how it is called, whether files are in it, and what they say."""

    name: str
    suits: Callable[[Files], bool]
    read: Callable[[Files], Imported]


def _is_one(files: Files, *endings: str) -> bool:
    return len(files) == 1 and next(iter(files)).lower().endswith(endings)


def _is_file(endings: tuple[str, ...], suits: Callable[[str], bool]) -> Callable[[Files], bool]:
    """Return whether files are one alone, of that ending, whose text suits."""
    return lambda files: _is_one(files, *endings) and suits(_only(files))


def _only(files: Files) -> str:
    return next(iter(files.values()))


# The first that suits is taken: what has surer signs stands before what has less sure ones.
FORMATS: tuple[Format, ...] = (
    Format("al-folio", is_al_folio, read_al_folio),
    Format("academicpages", is_academicpages, read_academicpages),
    Format("HugoBlox", is_hugoblox, read_hugoblox),
    Format("ORCID's public record (JSON)", _is_file((".json",), is_orcid), lambda files: read_orcid(_only(files))),
    Format("JSON Resume", _is_file((".json",), is_json_resume), lambda files: read_json_resume(_only(files))),
    Format("CSL-JSON", _is_file((".json",), is_csl_json), lambda files: read_csl_json(_only(files))),
    Format("Europass (XML)", _is_file((".xml",), is_europass), lambda files: read_europass(_only(files))),
    Format("RIS", _is_file((".ris", ".txt"), is_ris), lambda files: read_ris(_only(files))),
    Format("RenderCV", _is_file((".yaml", ".yml"), is_rendercv), lambda files: read_rendercv(_only(files))),
    Format("a CV in LaTeX: moderncv, Awesome-CV and others", is_tex_cv, read_tex_cv),
    Format(
        "a CV in Markdown",
        lambda files: _is_one(files, ".md", ".markdown", ".txt"),
        lambda files: read_markdown_cv(_only(files)),
    ),
)


def format_of(files: Files) -> Format | None:
    """Return the format of a source; None where it is none that can be read."""
    return next((each for each in FORMATS if each.suits(files)), None)

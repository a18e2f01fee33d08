"""A CV in LaTeX: moderncv, Awesome-CV, and other classes as far as their sections, lists and tables tell."""

import re
from collections.abc import Mapping
from dataclasses import replace

from sphinx_vita.imports.cvs.person import read_person
from sphinx_vita.imports.drafts import Draft, Imported, Leftover
from sphinx_vita.imports.judging import judged
from sphinx_vita.imports.tex.tex_person import read_tex_person
from sphinx_vita.imports.tex.tex_source import read_source
from sphinx_vita.imports.tex.tex_text import lines_of
from sphinx_vita.imports.tex.tex_walk import MEANT, Walk
from sphinx_vita.reading.latex.text import balanced

_PLACE = "the head of the CV"
_LETTER = re.compile(
    r"\\(?:recipient|makelettertitle|opening|makeletterheader)(?![A-Za-z])[\s\S]*"
    r"|\\begin\{cvletter\}[\s\S]*?\\end\{cvletter\}"
)
_BIB_FILES = re.compile(
    r"\\(?:(?:no)?bibliography[a-z]*|addbibresource)(?![a-z])\s*(?:\[[^\[\]]*\])?\s*\{(?P<names>[^{}]*)\}"
)
_HEADERS = re.compile(r"\\makecv(?:header|title)\s*(?:\[[^\[\]]*\])?")


def read_tex_cv(files: Mapping[str, str]) -> Imported:
    """Read the CV among the files of a folder, with the bibliographies that it names. Never raises."""
    main = main_of(files)
    source = read_source(files, main, MEANT)
    preamble, begin, body = source.text.partition(r"\begin{document}")
    body = body.partition(r"\end{document}")[0] if begin else preamble
    letter = _LETTER.search(body)
    body = body[: letter.start()] + body[letter.end() :] if letter else body
    profile, loose, body = read_tex_person(
        balanced(f"{preamble}\n\n\\begin{{document}}{body}\\end{{document}}" if begin else body)
    )
    body = body.partition(r"\begin{document}")[2].removesuffix(r"\end{document}") if begin else body
    words = " ".join(lines_of(re.sub(r"\}\s*\{", "} {", balanced(letter[0])))) if letter else ""
    if words:
        loose.append(Leftover(text=words, reason="a letter is no part of a CV", place=main))
    loose += [
        Leftover(text=f"\\input{{{name}}}", reason="the file is not there", place=main) for name in source.missing
    ]
    walk = Walk(_bibliography(files, source.text, loose), _owner(profile), is_awesome=_is_awesome(source.text))
    walk.read(_HEADERS.sub("", body))
    sections, rest = walk.finished()
    if profile is None and rest:
        lines = [line for text in rest for line in text.split("\n")]
        profile, rest_of_head = read_person(lines[0], lines[1:], source.text)
        loose += rest_of_head
    else:
        loose += [Leftover(text=text, reason="it stands before the first section", place=_PLACE) for text in rest]
    found = Imported(profile=profile, loose=tuple(loose), sections=tuple(sections))
    return judged(replace(found, bibliography_head=walk.bibliography_head))


def _owner(profile: Draft | None) -> str:
    """Return the owner's name as a bibliography takes it, where the CV tells which of it is the family's."""
    if profile is None:
        return ""
    family = profile.options.get("family", "")
    return f"{family}, {profile.title.removesuffix(family).strip()}" if family else profile.title


def is_tex_cv(files: Mapping[str, str]) -> bool:
    """Whether files are a document in LaTeX, with what belongs to it, and no site."""
    paths = [path for path in files if path.lower().endswith(".tex")]
    is_site = any(path.startswith(("_data/", "content/", "_pages/", "_config")) or path == "conf.py" for path in files)
    return bool(paths) and not is_site


def main_of(files: Mapping[str, str]) -> str:
    """Return the file in which the document begins: one of a CV's class before others."""
    paths = [path for path in files if path.lower().endswith(".tex")]
    signs = (
        r"\\documentclass[^{}]*\{[^{}]*(?:moderncv|awesome-cv|resume|cv)[^{}]*\}(?![\s\S]*\\makeletterheader)",
        r"\\begin\{document\}",
        "",
    )
    nearest = sorted(paths, key=lambda path: (path.count("/"), path))
    found = (path for sign in signs for path in nearest if re.search(sign, files[path]))
    return next(found, paths[0] if paths else next(iter(files)))


def _is_awesome(text: str) -> bool:
    return re.search(r"\{[^{}]*awesome-cv[^{}]*\}|\\cvsection|\\begin\{cventries\}", text) is not None


def _bibliography(files: Mapping[str, str], text: str, loose: list[Leftover]) -> dict[str, str]:
    """Return the bibliographies that a CV names, else all of the folder, by path."""
    names = [name.strip() for match in _BIB_FILES.finditer(text) for name in match["names"].split(",") if name.strip()]
    bibs = [path for path in files if path.endswith(".bib")]
    paths = {name: next((path for path in bibs if _is_named(path, name)), "") for name in names}
    reason = "the bibliography is not beside the CV; import it too"
    loose += [Leftover(text=name, reason=reason, place=_PLACE) for name, path in paths.items() if not path]
    found = [path for path in paths.values() if path] if names else [path for path in files if path.endswith(".bib")]
    return {path: files[path] for path in dict.fromkeys(found)}


def _is_named(path: str, name: str) -> bool:
    return f"/{path}".endswith(f"/{name.removesuffix('.bib').removeprefix('./')}.bib")

"""Which pages are more than pages: those that are set as PDF too, and the one that lists the downloads."""

import re
from collections.abc import Iterator
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from sphinx_vita.look import LAYOUTS
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.problems import warn

HTML_BUILDERS = ("html", "dirhtml", "singlehtml")  # those that write a whole site; an e-book gets no exports


def has_exports(app: Sphinx) -> bool:
    """Whether files are made beside the pages."""
    return bool(app.config.vita_exports) and app.builder.name in HTML_BUILDERS


def pages_with_pdf(app: Sphinx) -> dict[str, str]:
    """Return the pages that ask for a PDF by `pdf:` in their front matter, with the name of the file."""
    if not has_exports(app):
        return {}
    memory = vita_domain(app.env).memory
    if memory.pdfs is None:  # every page asks, so all are searched but once
        memory.pdfs = {page: path for page, path, problem in _judged_pdfs(app.env) if not problem}
    return memory.pdfs


def layout_of(app: Sphinx, docname: str) -> str:
    """Return the layout of a page's PDF: its own, or that of all."""
    own = str(app.env.metadata[docname].get("layout", ""))
    return own if own in LAYOUTS else str(app.config.vita_layout)


def pages_with_downloads(app: Sphinx) -> list[str]:
    """Return the pages that list what can be downloaded."""
    return sorted(vita_domain(app.env).data["downloads"].keys() & app.env.all_docs.keys()) if has_exports(app) else []


def check_pdfs(_: Sphinx, env: BuildEnvironment) -> None:
    """Warn of names in `pdf:` under which no file can be written."""
    for docname, path, problem in _judged_pdfs(env):
        if problem:
            warn(Mistake.INVALID_PATH, f"no PDF is made as {path!r}: {problem}", at=place_of_key(env, docname, "pdf"))


def place_of_key(env: BuildEnvironment, docname: str, key: str) -> str:
    """Return file and line of a key in the front matter of a page."""
    source = Path(env.doc2path(docname))
    lines = source.read_text("utf-8", "replace").splitlines() if source.is_file() else []
    line = next((number for number, line in enumerate(lines, 1) if re.match(rf"['\"]?{key}['\"]?\s*:", line)), 1)
    return f"{source}:{line}"


def _judged_pdfs(env: BuildEnvironment) -> Iterator[tuple[str, str, str]]:
    """Yield each page that asks for a PDF, the name of the file, and what is wrong with that."""
    taken: dict[str, str] = {}
    for docname in sorted(env.metadata.keys() & env.all_docs.keys()):
        if "pdf" not in env.metadata[docname]:
            continue
        path = str(env.metadata[docname]["pdf"] or "").strip().removeprefix("./")
        problem = _problem_of_path(path)
        if not problem and path.lower() in taken:  # some disks take A for a
            problem = f"the page {taken[path.lower()]!r} has that file; write another name"
        elif not problem and (Path(env.srcdir) / path).exists():
            problem = "a file of the project has that name and may be copied there; write another name"
        if not problem:
            taken[path.lower()] = docname
        yield docname, path, problem


def _problem_of_path(path: str) -> str:
    """Return why a path is no name for a file of the site; "" for a good one."""
    parts = path.split("/")
    if not path.lower().endswith(".pdf") or parts[-1].lower() == ".pdf":
        return "the name of a PDF ends in '.pdf'; write 'pdf: cv.pdf'"
    if any(part in ("", ".", "..") for part in parts) or parts[0].startswith("_"):
        return "it would lie outside of the site, or among Sphinx's own files; write a name such as 'cv.pdf'"
    if not re.fullmatch(r"[\w .,()+@/-]+", path) or path != path.strip():
        return "a name has letters, digits, '-', '_' and '.' alone; write one such as 'cv.pdf'"
    return ""

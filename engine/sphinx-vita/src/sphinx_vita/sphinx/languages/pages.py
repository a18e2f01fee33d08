"""Which file each page is read from in the language of a build: the translation beside a page, else the page itself."""

from pathlib import Path
from weakref import WeakKeyDictionary

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from sphinx_vita.reading.languages import ONE, Sources, html_tag, sources_of
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.internals import ChosenProject
from sphinx_vita.sphinx.languages import spoken_by
from sphinx_vita.sphinx.problems import warn

_NONE = sources_of({}, ONE, "")
_FOUND: WeakKeyDictionary[Sphinx, dict[str, str]] = WeakKeyDictionary()  # the files of all languages
_CHOSEN: WeakKeyDictionary[Sphinx, Sources] = WeakKeyDictionary()


def choose_pages(app: Sphinx) -> None:
    """Have pages read from the files of the language of this build."""
    spoken = spoken_by(app)
    if not (spoken.languages.tags or spoken.languages.prepared):
        return

    def choose(files: dict[str, str]) -> dict[str, str]:
        _FOUND[app] = files
        chosen = _CHOSEN[app] = sources_of(files, spoken.languages, spoken.tag)
        for file, message in chosen.problems:
            warn(Mistake.UNKNOWN_LANGUAGE, message, at=f"{Path(app.srcdir) / file}:1")
        return dict(chosen.files)

    app.project = app.env.project = ChosenProject(app.project, choose)


def sources_in(app: Sphinx) -> Sources:
    """Return the files of the pages in the language of this build, once they are found; none of a site of one."""
    return _CHOSEN.get(app, _NONE)


def sources_elsewhere(app: Sphinx) -> dict[str, Sources]:
    """Return the files of the pages in each language whose build belongs to this one."""
    spoken = spoken_by(app)
    return {tag: sources_of(_FOUND.get(app, {}), spoken.languages, tag) for tag in spoken.others}


def note_file(app: Sphinx, _: object) -> None:
    """Remember which file a page was read from, where a site has several for it."""
    docname = app.env.docname
    if docname in sources_in(app).files:
        vita_domain(app.env).data["sources"][docname] = sources_in(app).files[docname]


def moved_pages(
    app: Sphinx, env: BuildEnvironment, _added: set[str], _changed: set[str], _removed: set[str]
) -> list[str]:
    """Name the pages that are read from another file now, however old it is: a translation has come or gone."""
    files = sources_in(app).files
    known = vita_domain(env).data["sources"]
    return sorted(page for page in known if page in files and files[page] != known[page])


def language_of_page(app: Sphinx, docname: str) -> str:
    """Return the language that a page is written in, where it is not that of this build; "" for the same."""
    spoken = spoken_by(app)
    is_foreign = bool(spoken.tag) and not spoken.is_first and docname not in sources_in(app).translated
    return html_tag(spoken.languages.first) if is_foreign else ""

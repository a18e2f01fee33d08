"""The style of figures, what of them comes late, and the scripts of those that can be moved."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx_build_cache.builders import builder_of_pages
from sphinx_build_cache.digests import digest_of_file
from sphinx_build_cache.scripts import without_comments

from sphinx_computed_figures.domain import FiguresDomain
from sphinx_computed_figures.explanation import FOLDER
from sphinx_computed_figures.late import BUILDERS, drawing_file
from sphinx_computed_figures.nodes import computed_figure, figure_picture

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

PACKAGE = Path(__file__).parent
STATIC = PACKAGE / "static"
SLIDER, RUNTIME = "computed-figures.js", "explanations.js"


def offer_assets(app: "Sphinx") -> None:
    """Let Sphinx copy the style and the scripts like those of the site."""
    app.config.html_static_path[:0] = [str(STATIC), str(_made(app))]


def _made(app: "Sphinx") -> Path:
    """Return the folder in which the files of explanations stand until Sphinx copies them."""
    return Path(app.doctreedir) / "explanations"


def make_files(app: "Sphinx", _builder: "Builder") -> None:
    """Write the files that explanations run with and what comes late, and remove what others have left."""
    domain = app.env.get_domain("figures")
    assert isinstance(domain, FiguresDomain)
    files = domain.all_files() | (_late_files(app, domain) if app.builder.name in BUILDERS else {})
    shutil.rmtree(_made(app), ignore_errors=True)
    for name, text in sorted(files.items()):
        file = _made(app) / FOLDER / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    for file in Path(app.outdir, "_static", FOLDER).glob("*.*"):
        if file.name not in files:
            file.unlink()


def _late_files(app: "Sphinx", domain: FiguresDomain) -> dict[str, str]:
    drawings = {svg for each in domain.drawings.values() for svg in each}
    pages = (file for docname in domain.late if (file := domain.late_file(docname)))
    return dict([*pages, *(drawing_file(svg, app.config) for svg in drawings)])


def add_assets(
    app: "Sphinx", page: str, _template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Add the style to a page with figures, and what loads the scripts to one with a figure that can be moved."""
    if doctree is None or not any(doctree.findall(computed_figure)):
        return
    app.add_css_file("computed-figures.css")
    pictures = list(doctree.findall(figure_picture))
    scripts = {"slider": [SLIDER]} if any(node["figure"].states for node in pictures) else {}
    if files := [f"{FOLDER}/{name}" for node in pictures for name in node["files"][:1]]:
        scripts["runtime"] = [RUNTIME]
        scripts["explanations"] = files  # asked for by the runtime; named here for those who look what a page may load
    domain = app.env.get_domain("figures")
    assert isinstance(domain, FiguresDomain)
    if app.builder.name in BUILDERS and (late := domain.late_file(page)):
        scripts["late"] = [f"{FOLDER}/{late[0]}"]
    if scripts and builder_of_pages(app.builder):  # data has no place for them
        attributes: dict[str, Any] = {
            f"data-{kind}": " ".join(_address(context, path) for path in paths) for kind, paths in scripts.items()
        }
        app.add_js_file(None, body=without_comments((PACKAGE / "loader.js").read_text("utf-8")).strip(), **attributes)


def _address(context: dict[str, Any], path: str) -> str:
    address: str = context["pathto"](f"_static/{path}", resource=True)
    own = digest_of_file(STATIC / path)[:8]  # the files of explanations are named after what they hold
    return f"{address}?v={own}" if own else address

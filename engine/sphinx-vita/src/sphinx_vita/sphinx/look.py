"""The look of the engine on the theme of the site: style sheets and parts for any theme, templates for furo alone."""

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from sphinx_vita.look import LANGUAGES, PARTS, STATIC, TEMPLATES
from sphinx_vita.sphinx.direction import is_mirrored, mirror
from sphinx_vita.sphinx.internals import add_templates, check_furo
from sphinx_vita.sphinx.languages import spoken_by


def add_look(app: Sphinx) -> None:
    """Serve the style sheets, offer the parts, and let furo's pages be completed.

    Not earlier: Sphinx writes a digest of the settings into its output, and these paths differ between machines.
    """
    app.config.html_static_path.insert(0, str(STATIC))
    app.add_css_file("vita.css")
    builder = app.builder
    if not isinstance(builder, StandaloneHTMLBuilder):
        return
    add_templates(builder, PARTS, is_last=True)  # behind those of the theme, which may have its own
    if builder.theme.name == "furo":
        app.add_css_file("furo.css", priority=800)  # after the theme, as the files of `html_css_files` are
        check_furo(builder)
        add_templates(builder, TEMPLATES)  # the site may extend them as `!page.html`
    if spoken_by(app).is_whole(builder.name):
        app.config.html_static_path.insert(0, str(LANGUAGES))
    if is_mirrored(app):
        mirror(app, builder)


def make_static_folder(app: Sphinx, _exception: Exception | None) -> None:
    """Make the folder into which furo writes at the end: the builder `applehelp` has it in another place."""
    if isinstance(app.builder, StandaloneHTMLBuilder):
        Path(app.builder.outdir, "_static").mkdir(parents=True, exist_ok=True)


def render_part(app: Sphinx, name: str, **context: Any) -> str:
    """Render a piece of a page by its template: the engine's, or that of the site or the theme under the same name."""
    assert isinstance(app.builder, StandaloneHTMLBuilder)  # no other builder has pages of HTML
    return str(app.builder.templates.render(name, context))

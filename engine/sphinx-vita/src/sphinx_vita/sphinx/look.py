"""The look of the engine on the theme of the site: style sheets for any theme, templates for furo alone."""

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.jinja2glue import BuiltinTemplateLoader, SphinxFileSystemLoader

from sphinx_vita.look import STATIC, TEMPLATES


def add_look(app: Sphinx) -> None:
    """Serve the style sheets, and let furo's pages be completed.

    Not earlier: Sphinx writes a digest of the settings into its output, and these paths differ between machines.
    """
    app.config.html_static_path.insert(0, str(STATIC))
    app.add_css_file("vita.css")
    builder = app.builder
    if isinstance(builder, StandaloneHTMLBuilder) and builder.theme.name == "furo":
        app.add_css_file("furo.css", priority=800)  # after the theme, as the files of `html_css_files` are
        _add_templates(builder)


def _add_templates(builder: StandaloneHTMLBuilder) -> None:
    """Put the templates between those of the site, which may extend them as `!page.html`, and furo's."""
    templates = builder.templates
    if isinstance(templates, BuiltinTemplateLoader):
        place = templates.templatepathlen
        templates.pathchain.insert(place, type(templates.pathchain[place])(TEMPLATES))
        templates.loaders.insert(place, SphinxFileSystemLoader(TEMPLATES))

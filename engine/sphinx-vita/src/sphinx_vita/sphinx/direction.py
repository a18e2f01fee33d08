"""Pages that run from right to left: they say so, and the style sheets of the theme and of extensions follow."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from sphinx_vita.locale import direction_of
from sphinx_vita.look import RTL
from sphinx_vita.look.logical import logical
from sphinx_vita.sphinx.internals import turn_pages


def is_mirrored(app: Sphinx) -> bool:
    """Whether the pages of the site run from right to left."""
    return direction_of(app.config.language or "en") == "rtl"


def mirror(app: Sphinx, builder: StandaloneHTMLBuilder) -> None:
    """Let pages say which way they run, and add what no style sheet of others can say by start and end."""
    turn_pages(builder)
    app.config.html_static_path.insert(0, str(RTL))
    app.add_css_file("rtl.css", priority=801)  # after all that it corrects


def turn_sheets(app: Sphinx, exception: Exception | None) -> None:
    """Let the style sheets in the output follow the text; those of the site itself say what its author means."""
    if exception or not isinstance(app.builder, StandaloneHTMLBuilder) or not is_mirrored(app):
        return
    static = Path(app.outdir) / "_static"
    own = {static / path for path in _own_sheets(app)}
    for sheet in sorted({*static.rglob("*.css")} - own):
        with suppress(UnicodeDecodeError):  # one of another encoding stays as it is
            sheet.write_text(logical(sheet.read_text("utf-8")), "utf-8")


def _own_sheets(app: Sphinx) -> Iterator[Path]:
    """Yield the paths below `_static` of the sheets that lie in the folder of the site, templates of such too."""
    for folder in (app.confdir / entry for entry in app.config.html_static_path if not Path(entry).is_absolute()):
        for path in folder.rglob("*.css*"):
            yield path.relative_to(folder).with_name(path.name.removesuffix(".jinja").removesuffix("_t"))

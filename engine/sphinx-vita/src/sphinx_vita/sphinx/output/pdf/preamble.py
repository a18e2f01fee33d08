"""What stands before the text of a PDF: who, when, in which language, fonts and layout."""

import os
import re
from datetime import UTC, datetime

from sphinx.application import Sphinx

from sphinx_vita.exports import typst
from sphinx_vita.exports.fonts import Fonts
from sphinx_vita.exports.scripts import east_asian
from sphinx_vita.locale import _
from sphinx_vita.sphinx.config import last_updated
from sphinx_vita.sphinx.direction import is_mirrored
from sphinx_vita.sphinx.output.fonts import fonts_of
from sphinx_vita.sphinx.output.pdf.markup import Markup
from sphinx_vita.sphinx.pages.front_matter import layout_of

PICTURES = "#let has-pictures = {}\n"
_USED = re.compile(r'#in-language\("([\w-]+)"')


def preamble(app: Sphinx, docname: str, *, title: str, author: str, body: str) -> str:
    """Write all that a page's own text relies on."""
    fonts, language = fonts_of(app), _language(app)
    named = Markup("", shared=shared_language(app, f"{author}{body}"))
    named.is_bold, named.paint = True, "black"
    name = named.text(author)
    values = {
        "paper": typst.literal(app.config.vita_paper),
        "title": typst.literal(f"{author}{_(': ')}{title}" if author else title),
        "page-title": typst.literal(title),
        "author": typst.literal(author),
        "author-shown(in-language)": f"[{name}]",
        "language": typst.literal(language.partition("-")[0]),
        "region": _region(language),
        "is-mirrored": str(is_mirrored(app)).lower(),
        "accent": f"rgb({typst.literal(app.config.vita_accent)})",
        "date": _date(),
        "updated": typst.literal(last_updated(app.config)),
        "fonts": _families(fonts, east_asian(language) or language),
        "languages": _languages(sorted(set(_USED.findall(name + body))), fonts),
    }
    return "".join(
        (
            *(f"#let {key} = {value}\n" for key, value in values.items()),
            PICTURES.format("true"),
            typst.template("cv.typ"),
            typst.template(f"layouts/{layout_of(app, docname)}.typ"),
        )
    )


def shared_language(app: Sphinx, text: str) -> str:
    """Return the language in which the letters stand that Chinese, Japanese and Korean share."""
    return fonts_of(app).shared_language(text, _language(app))


def build_date() -> datetime | None:
    """Return the date of SOURCE_DATE_EPOCH; a build without it dates nothing, so that its bytes stay the same."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), tz=UTC) if epoch.isdecimal() else None


def _date() -> str:
    date = build_date()
    return f"datetime(year: {date.year}, month: {date.month}, day: {date.day})" if date else "none"


def _language(app: Sphinx) -> str:
    """Return the language of the site as `pt-BR`; English where none that Typst knows is set."""
    written = str(app.config.language or "en").replace("_", "-")
    return written if re.fullmatch(r"[A-Za-z]{2,3}(-.*)?", written) else "en"


def _region(language: str) -> str:
    match = re.search(r"-([A-Za-z]{2})\b", language)
    return typst.literal(match[1].upper()) if match else "none"


def _families(fonts: Fonts, language: str) -> str:
    return typst.array(map(typst.literal, fonts.order(language)))


def _languages(codes: list[str], fonts: Fonts) -> str:
    """Write how the other scripts of a text are set, by language."""
    rows = [
        f"{typst.literal(code)}: (lang: {typst.literal(code[:2])}, region: {_region(code)}, "
        f"font: {_families(fonts, code)}, light: {str(fonts.is_light(code)).lower()})"
        for code in codes
    ]
    return f"({', '.join(rows)})" if rows else "(:)"

"""The accent can be read: its contrast with the backgrounds of light and of dark pages is 4.5 to 1 or more."""

import re
from collections.abc import Iterator, Sequence

from sphinx_vita.command.check.findings import Code, Finding, Level
from sphinx_vita.command.check.site import Site
from sphinx_vita.look.colors import DARK, LEAST, LIGHT, contrast, least_contrast

LOW = Code("contrast.low", Level.ERROR, "links in the color of the accent are hard to read")
CODES = (LOW,)

_BACKGROUND = re.compile(r"--color-background-(?:primary|hover):\s*(#[0-9a-fA-F]{3,6})\b")


def check(site: Site) -> Iterator[Finding]:
    """Measure the accent of each scheme against the backgrounds of pages and of the current entry of the menu."""
    light, dark = _backgrounds(site)
    settings = site.settings
    pairs = (("vita_accent", settings.accent, light), ("vita_accent_dark", settings.accent_dark, dark))
    for name, accent, backgrounds in pairs:
        if accent and least_contrast(accent, backgrounds) < LEAST:
            worst = min(backgrounds, key=lambda background: contrast(accent, background))
            kind = "lighter" if backgrounds is dark else "darker"
            message = (
                f"{name} {accent} has a contrast of {contrast(accent, worst):.1f} to 1 with {worst}, {LEAST} is the "
                f"least; choose a {kind} color"
            )
            yield Finding(code=LOW, message=message, file="conf.py", line=_line(site, name))


def _backgrounds(site: Site) -> tuple[Sequence[str], Sequence[str]]:
    """Read the backgrounds of light and of dark pages off the home page's styles; furo's where they lie in a file."""
    page = site.pages.get(site.home)
    found = _BACKGROUND.findall(page.html) if page else []
    light = [color for color in found if contrast(color, "#fff") < contrast(color, "#000")]
    dark = [color for color in found if color not in light]
    return light or LIGHT, dark or DARK


def _line(site: Site, name: str) -> int:
    path = site.source / "conf.py"
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    return next((number for number, line in enumerate(lines, 1) if re.match(rf"{name}\s*=", line)), 0)

"""The accent can be read: its contrast with the background of light and of dark pages is 4.5 to 1 or more."""

import re
from collections.abc import Iterator

from sphinx_vita.command.check.findings import Code, Finding, Level
from sphinx_vita.command.check.site import Site

LOW = Code("contrast.low", Level.ERROR, "links in the color of the accent are hard to read")
CODES = (LOW,)

LEAST = 4.5  # WCAG 2.2, success criterion 1.4.3
_WHITE, _BLACK = "#ffffff", "#131416"  # furo's backgrounds
_BACKGROUND = re.compile(r"--color-background-primary:\s*(#[0-9a-fA-F]{3,6})\b")


def check(site: Site) -> Iterator[Finding]:
    """Measure the accent of each scheme against the page's background."""
    light, dark = _backgrounds(site)
    settings = site.settings
    pairs = (("vita_accent", settings.accent, light), ("vita_accent_dark", settings.accent_dark, dark))
    for name, accent, background in pairs:
        if not accent:
            continue
        ratio = contrast(accent, background)
        if ratio < LEAST:
            kind = "lighter" if background == dark else "darker"
            message = (
                f"{name} {accent} has a contrast of {ratio:.1f} to 1 with {background}, {LEAST} is the least; "
                f"choose a {kind} color"
            )
            yield Finding(code=LOW, message=message, file="conf.py", line=_line(site, name))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors as WCAG defines it, from 1 to 21.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    digits = color.lstrip("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _backgrounds(site: Site) -> tuple[str, str]:
    """Read the backgrounds off the home page's own styles; furo's where they lie in a file."""
    page = site.pages.get(site.home)
    found = _BACKGROUND.findall(page.html) if page else []
    sheets = sorted(found, key=_luminance)
    return (sheets[-1], sheets[0]) if len(sheets) > 1 else (_WHITE, _BLACK)


def _line(site: Site, name: str) -> int:
    path = site.source / "conf.py"
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    return next((number for number, line in enumerate(lines, 1) if re.match(rf"{name}\s*=", line)), 0)

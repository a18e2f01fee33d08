"""The version of sphinx-vita that a site asks for."""

import re

from packaging.specifiers import InvalidSpecifier, SpecifierSet

FILES = ("pyproject.toml", "requirements.txt")
_REQUIREMENT = re.compile(
    r"(?P<before>^\s*|[\"'])(?P<name>sphinx[-_.]vita)(?P<extras>\s*\[[^\]\n]*\])?\s*(?P<asked>[<>=~!][^\"';#\n]*?)"
    r"(?P<behind>\s*(?:[\"';#\n]|$))",
    re.MULTILINE | re.IGNORECASE,
)


def raise_requirement(text: str, version: str) -> str:
    """Return requirements that allow a version: a pin stays a pin, a range becomes that of one minor version.

    >>> raise_requirement('"sphinx-vita>=0.2,<0.3"', "0.3.1")
    '"sphinx-vita>=0.3,<0.4"'
    """
    return _REQUIREMENT.sub(lambda match: _raised(match, version), text)


def _raised(match: re.Match[str], version: str) -> str:
    asked = match["asked"].strip()
    try:
        if SpecifierSet(asked).contains(version, prereleases=True):
            return match[0]
    except InvalidSpecifier:
        return match[0]
    major, minor = version.split(".")[:2]
    is_pin = asked.startswith("==") and "*" not in asked
    now = f"=={version}" if is_pin else f">={major}.{minor},<{major}.{int(minor) + 1}"
    return f"{match['before']}{match['name']}{match['extras'] or ''}{now}{match['behind']}"

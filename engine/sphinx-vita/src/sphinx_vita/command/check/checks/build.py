"""What the build itself told: each warning of Sphinx and of the engine is a finding."""

from collections.abc import Iterator

from sphinx_vita.command.check.findings import Code, Finding, Level
from sphinx_vita.command.check.site import Site

WARNING = Code("build.warning", Level.ERROR, "the build tells a warning that has no type")
CODES = (WARNING,)


def code_of(kind: str) -> Code:
    """Return the code of a warning of a type, such as `vita.unknown_option`."""
    return Code(f"build.{kind}", Level.ERROR, f"the build tells a warning of the type {kind}") if kind else WARNING


def check(site: Site) -> Iterator[Finding]:
    """Give the warnings of the build."""
    yield from site.warnings

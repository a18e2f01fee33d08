"""What the build itself told: each warning of Sphinx and of the engine is a finding."""

from collections.abc import Iterator

from sphinx_vita.command.check.findings import Code, Finding, Level
from sphinx_vita.command.check.site import Site

WARNING = Code("build.warning", Level.ERROR, "the build tells a warning that has no type")
CODES = (WARNING,)

# What to do about warnings of others that do not say so themselves, by their type.
_REMEDIES = {
    "toc.not_included": "name the page in the toctree of another, mostly of index.md, or begin it with 'orphan: true'",
    "toc.not_readable": "correct the name in the toctree, which has no ending, or take its line out",
    "myst.xref_missing": "correct the address of the link, as seen from its page, or take it out",
}


def code_of(kind: str) -> Code:
    """Return the code of a warning of a type, such as `vita.unknown_option`."""
    return Code(f"build.{kind}", Level.ERROR, f"the build tells a warning of the type {kind}") if kind else WARNING


def remedied(message: str, kind: str) -> str:
    """Return what a warning says, with what to do where it does not say so itself."""
    return f"{message}; {_REMEDIES[kind]}" if kind in _REMEDIES else message


def check(site: Site) -> Iterator[Finding]:
    """Give the warnings of the build."""
    yield from site.warnings

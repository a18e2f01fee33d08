"""The files of a new site: its content, and what stands around it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

from jinja2 import Environment, StrictUndefined

from sphinx_vita.imports.drafts import Imported
from sphinx_vita.imports.site import BIBLIOGRAPHY, site_of
from sphinx_vita.records.slugs import slug

_SUFFIX = ".jinja"
_NAMES = {
    "gitignore": ".gitignore",
    "readthedocs.yaml": ".readthedocs.yaml",
    "pages.yml": ".github/workflows/pages.yml",
    "pull-request.yml": ".github/workflows/pull-request.yml",
}
_HERE = "sphinx_vita.command.new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Whose site it is, and where it will be found; "" for what is not known yet."""

    name: str
    email: str = ""
    address: str = ""


def new_site(owner: Owner, imported: Imported | None) -> dict[str, str]:
    """Return every file of a site by path: with what was imported, or with an example that explains itself."""
    pages = _example(owner) if imported is None else site_of(imported)
    bibliography = [BIBLIOGRAPHY] if BIBLIOGRAPHY in pages else []
    redirects = imported.redirects if imported else {}
    template = _filled(files(_HERE) / "template", owner, bibliography, redirects)
    around = {_NAMES.get(name, name): text for name, text in template.items()}
    return {**around, **pages, "tests/facts.yaml": _facts(owner)}


def as_setting(redirects: Mapping[str, str]) -> str:
    """Return redirects as conf.py has them."""
    said = (tuple(json.dumps(each, ensure_ascii=False) for each in pair) for pair in redirects.items())
    lines = [f"    {old}: {new}," for old, new in said]
    return "\n".join(["{", *lines, "}"]) if lines else "{}"


def _example(owner: Owner) -> dict[str, str]:
    return _filled(files(_HERE) / "example", owner, [BIBLIOGRAPHY])


def _filled(
    folder: Traversable, owner: Owner, bibliography: list[str], redirects: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Read the files of a folder, and fill in those that are templates."""
    environment = Environment(undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False)
    environment.filters["python"] = repr
    minor = version("sphinx-vita").split(".")[:2]
    words = {
        "name": owner.name,
        "email": owner.email or "you@example.org",
        "address": owner.address,
        "slug": slug(owner.name.lower()),
        "bibliography": bibliography,
        "redirects": as_setting(redirects or {}),
        "version": ".".join(minor),
        "next_version": f"{minor[0]}.{int(minor[1]) + 1}",
    }
    texts = dict(_texts(folder, ""))
    return {
        name.removesuffix(_SUFFIX): environment.from_string(text).render(words) if name.endswith(_SUFFIX) else text
        for name, text in texts.items()
    }


def _texts(folder: Traversable, below: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir():
            found += _texts(each, f"{below}{each.name}/")
        else:
            found.append((f"{below}{each.name}", each.read_text("utf-8")))
    return found


def _facts(owner: Owner) -> str:
    """Write the owner's list of facts, which begins with the name."""
    head = "# What must stand on the CV and in its PDF; `make test` looks for each. Add what must never get lost.\n"
    return f"{head}places: {{pages: [cv], pdfs: [cv.pdf]}}\nperson:\n  - {json.dumps(owner.name, ensure_ascii=False)}\n"

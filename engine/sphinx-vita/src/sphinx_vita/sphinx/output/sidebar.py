"""The person at the head of the column beside the text: name, one line, and where else to find or reach them."""

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from sphinx_vita.reading.accounts import accounts_of
from sphinx_vita.reading.owner import initials_of
from sphinx_vita.records import Profile, text_of
from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.output.pictures.uses import PORTRAIT
from sphinx_vita.sphinx.render.nodes import icon_path

EMAIL = "E-mail"
_ENVELOPE = "M1 4h22v2l-11 7L1 6zm0 4.4L12 15.3l11-6.9V20H1z"


def add_person(
    app: Sphinx, _pagename: str, _templatename: str, context: dict[str, Any], _doctree: nodes.document | None
) -> None:
    """Fill `vita_person` for the template of the column, on every page."""
    context["vita_person"] = person_of(app)


def person_of(app: Sphinx) -> dict[str, Any] | None:
    """Return what the column says of the person; None without a profile, or where the site wants the theme's own."""
    profile = vita_domain(app.env).catalog.profile if app.config.vita_sidebar else None
    if profile is None:
        return None
    return {
        "name": profile.name,
        "label": str(text_of(profile, "label")),
        "lang": text_of(profile, "label").language,  # where it is not that of the page
        "initials": initials_of(profile.name),
        "portrait": _small_portrait(app, profile),
        "links": _links(profile),
    }


def _small_portrait(app: Sphinx, profile: Profile) -> str:
    """Return the path of the smallest file of the portrait that every browser reads; "" without one."""
    published = vita_domain(app.env).pictures.get((profile.image, PORTRAIT.name))
    if published is None:
        return ""
    of_last = [path for path, variant in published.files if variant.ending == published.files[-1][1].ending]
    return of_last[0] if of_last else published.path


def _links(profile: Profile) -> list[dict[str, Any]]:
    email = [{"name": EMAIL, "url": f"mailto:{profile.email}", "path": _ENVELOPE}] if profile.email else []
    accounts = [
        {"name": each.network, "url": each.url, "path": icon_path(each.field), "is_me": True}
        for each in accounts_of(profile)
    ]
    return [*email, *accounts]

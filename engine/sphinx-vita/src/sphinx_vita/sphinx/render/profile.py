"""The person: at the head of the home page, and as the contact lines at the head of a CV."""

from collections.abc import Sequence

from docutils import nodes

from sphinx_vita.reading.accounts import accounts_of
from sphinx_vita.records import Profile, text_of
from sphinx_vita.sphinx.lookup import anchor_of
from sphinx_vita.sphinx.render.inline import block, external_link, file_link, joined, line, text_nodes
from sphinx_vita.sphinx.render.nodes import monogram, permalink, picture


def header(profile: Profile, body: Sequence[nodes.Node], *, title_elsewhere: bool) -> nodes.container:
    """Make the head of the home page; the page's heading has said the name already."""
    anchor = anchor_of(profile)
    name = [] if title_elsewhere else line("name", nodes.strong("", profile.name))
    parts = [
        _portrait(profile),
        *name,
        *(line("label", *label, permalink(anchor=anchor)) if (label := _label(profile)) else []),
        *([block("text", *body)] if body else []),
        *line("buttons", *joined([[each] for each in _actions(profile)], " ")),
    ]
    node = block("profile", *parts, ids=[anchor])
    node["page_title"] = text_of(profile, "name")
    return node


def contact(profile: Profile) -> nodes.container:
    """Make the contact lines of a CV: telephone and place, then e-mail and accounts."""
    email = [external_link(f"mailto:{profile.email}", nodes.Text(profile.email))] if profile.email else []
    first = joined([_text(profile.phone), text_nodes(text_of(profile, "location"))], " · ")
    accounts = [[external_link(url, nodes.Text(label))] for url, label in _accounts(profile)]
    name = line("name", nodes.strong("", profile.name))
    return block(
        "contact", *name, *line("contact-place", *first), *line("contact-links", *joined([email, *accounts], " · "))
    )


def _label(profile: Profile) -> list[nodes.Node]:
    """Return the line below the name, with the organization where the line does not name it already."""
    is_named = profile.organization.casefold() in profile.label.casefold()
    names = ["label"] if is_named else ["label", "organization"]
    return joined([text_nodes(text_of(profile, name)) for name in names], ", ")


def initials(name: str) -> str:
    """Return the first letters of the first and the last word of a name."""
    words = name.split()
    return "".join(word[0].upper() for word in ([words[0], words[-1]] if len(words) > 1 else words[:1]))


def _text(characters: str) -> list[nodes.Node]:
    return [nodes.Text(characters)] if characters else []


def _portrait(profile: Profile) -> nodes.Node:
    if profile.image:
        alt = f"Portrait of {profile.name}"
        letters = monogram(initials=initials(profile.name))
        return picture("", letters, path=profile.image, use="portrait", alt=alt, classes=["vita-portrait"])
    return monogram(initials=initials(profile.name))


def _accounts(profile: Profile) -> list[tuple[str, str]]:
    accounts = [(account.url, account.network) for account in accounts_of(profile)]
    return [*accounts, (profile.homepage, "Homepage")] if profile.homepage else accounts


def _actions(profile: Profile) -> list[nodes.Node]:
    """The home page offers all but its own address."""
    accounts = [(url, label) for url, label in _accounts(profile) if url != profile.homepage]
    targets = [(profile.cv, "CV"), (f"mailto:{profile.email}" if profile.email else "", "E-mail"), *accounts]
    classes = ["sd-sphinx-override", "sd-btn", "vita-button"]
    buttons: list[nodes.Node] = []
    for url, label in targets:
        names = [*classes, f"vita-button-{label.lower().replace(' ', '-')}"]
        if url and ":" in url:
            buttons.append(external_link(url, nodes.Text(label), classes=names))
        elif url:
            buttons.append(file_link(url, nodes.Text(label), classes=names, as_pdf=True))
    return buttons

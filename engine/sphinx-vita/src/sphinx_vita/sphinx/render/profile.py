"""The person: at the head of the home page, and as the contact lines at the head of a CV."""

from collections.abc import Sequence

from docutils import nodes

from sphinx_vita.reading.accounts import NETWORKS, Account, accounts_of
from sphinx_vita.reading.names import parse_person
from sphinx_vita.reading.owner import initials_of, own_name
from sphinx_vita.records import Profile, text_of
from sphinx_vita.sphinx.lookup import anchor_of
from sphinx_vita.sphinx.render.inline import block, external_link, file_link, joined, line, text_nodes
from sphinx_vita.sphinx.render.nodes import icon, monogram, permalink, picture

_BUTTON = ("sd-sphinx-override", "sd-btn", "vita-button")
_FEW = 6  # accounts, which stand as buttons of the full size


def header(profile: Profile, body: Sequence[nodes.Node], *, title_elsewhere: bool) -> nodes.container:
    """Make the head of the home page; the page's heading has said the name already."""
    anchor = anchor_of(profile)
    name = [] if title_elsewhere else line("name", nodes.strong("", profile.name))
    label = joined([_label(profile), text_nodes(text_of(profile, "pronouns"))], " · ")
    parts = [
        _portrait(profile),
        *name,
        *line("label", *label, *([permalink(anchor=anchor)] if label else [])),
        *line("affiliations", *_affiliations(profile)),
        *line("contact-place", *joined([text_nodes(text_of(profile, name)) for name in ("office", "address")], " · ")),
        *([block("text", *body)] if body else []),
        *_buttons(profile),
    ]
    node = block("profile", *parts, ids=[anchor])
    node["page_title"] = text_of(profile, "name")
    own = own_name(profile)
    node["search_terms"] = [form for name in (own, parse_person(own.also)) for form in name.asian_forms]
    return node


def contact(profile: Profile) -> nodes.container:
    """Make the contact lines of a CV: where the person belongs, telephone and place, then e-mail and accounts."""
    email = [external_link(f"mailto:{profile.email}", nodes.Text(profile.email))] if profile.email else []
    place = ("phone", "office", "address" if profile.address else "location")
    accounts = [[_named_account(each)] for each in _accounts(profile)]
    return block(
        "contact",
        *line("name", nodes.strong("", profile.name)),
        *line("affiliations", *_affiliations(profile)),
        *line("contact-place", *joined([text_nodes(text_of(profile, each)) for each in place], " · ")),
        *line("contact-links", *joined([email, *accounts], " · ")),
    )


def _affiliations(profile: Profile) -> list[nodes.Node]:
    named = ((nodes.Text(words), url) for words, url in profile.affiliations)
    return joined([[external_link(url, words) if url else words] for words, url in named], " · ")


def _label(profile: Profile) -> list[nodes.Node]:
    """Return the line below the name, with the organization where neither it nor an affiliation names it already."""
    said = " ".join((profile.label, *(words for words, _ in profile.affiliations)))
    is_named = profile.organization.casefold() in said.casefold()
    names = ["label"] if is_named else ["label", "organization"]
    return joined([text_nodes(text_of(profile, name)) for name in names], ", ")


def _portrait(profile: Profile) -> nodes.Node:
    if profile.image:
        alt = f"Portrait of {profile.name}"
        letters = monogram(initials=initials_of(profile.name))
        return picture("", letters, path=profile.image, use="portrait", alt=alt, classes=["vita-portrait"])
    return monogram(initials=initials_of(profile.name))


def _accounts(profile: Profile) -> list[Account]:
    homepage = [Account("homepage", "Homepage", profile.homepage, "")] if profile.homepage else []
    return [*homepage, *accounts_of(profile)]


def _named_account(account: Account) -> nodes.reference:
    network = NETWORKS.get(account.field)
    names = ["vita-social"] if network and network.is_social else []
    return external_link(account.url, nodes.Text(account.network), classes=names, is_me=True)


def _buttons(profile: Profile) -> list[nodes.Node]:
    """Make the buttons; many accounts stand smaller, in a row of their own."""
    actions, accounts = _actions(profile), accounts_of(profile)
    is_small = len(accounts) > _FEW
    more = [_account(each, is_small=is_small) for each in accounts]
    rows = (actions, more) if is_small else ([*actions, *more],)
    return [node for row in rows for node in line("buttons", *joined([[each] for each in row], " "))]


def _actions(profile: Profile) -> list[nodes.Node]:
    buttons: list[nodes.Node] = []
    if profile.cv:
        names = [*_BUTTON, "vita-button-cv"]
        is_address = ":" in profile.cv
        words = nodes.Text("CV")
        buttons.append(
            external_link(profile.cv, words, classes=names)
            if is_address
            else file_link(profile.cv, words, classes=names, as_pdf=True)
        )
    if profile.email:
        names = [*_BUTTON, "vita-button-e-mail"]
        buttons.append(external_link(f"mailto:{profile.email}", nodes.Text("E-mail"), classes=names))
    return buttons


def _account(account: Account, *, is_small: bool) -> nodes.reference:
    names = [*_BUTTON, f"vita-button-{account.field}", *(["vita-button-small"] if is_small else [])]
    sign, words = icon(name=account.field), nodes.Text(account.network)
    return external_link(account.url, sign, words, classes=names, is_me=True)

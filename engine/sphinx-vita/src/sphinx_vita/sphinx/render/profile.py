"""The person: at the head of the home page, and as the contact lines at the head of a CV."""

from collections.abc import Sequence

from docutils import nodes

from sphinx_vita.locale import _
from sphinx_vita.reading.accounts import NETWORKS, Account, accounts_of
from sphinx_vita.reading.owner import names_of, own_name
from sphinx_vita.reading.same_person import in_other_scripts
from sphinx_vita.records import Profile, text_of
from sphinx_vita.sphinx.lookup import anchor_of
from sphinx_vita.sphinx.render.inline import block, external_link, file_link, joined, line, text_nodes
from sphinx_vita.sphinx.render.nodes import icon, icon_path, permalink, picture

_BUTTON = ("sd-sphinx-override", "sd-btn", "vita-button")


def header(profile: Profile, body: Sequence[nodes.Node], *, title_elsewhere: bool) -> nodes.container:
    """Make the head of the home page; the page's heading has said the name already."""
    anchor = anchor_of(profile)
    name = [] if title_elsewhere else line("name", nodes.strong("", profile.name))
    label = joined([_label(profile), text_nodes(text_of(profile, "pronouns"))], " · ")
    parts = [
        *_portrait(profile),
        *name,
        *line("label", *label, *([permalink(anchor=anchor)] if label else [])),
        *line("affiliations", *_affiliations(profile)),
        *line("contact-place", *joined([text_nodes(text_of(profile, name)) for name in ("office", "address")], " · ")),
        *([block("text", *body)] if body else []),
        *line("buttons", *joined(_actions(profile), " ")),
        *_accounts_row(profile),
    ]
    node = block("profile", *parts, ids=[anchor])
    node["page_title"] = text_of(profile, "name")
    own = own_name(profile)
    node["search_terms"] = list(dict.fromkeys([*own.asian_forms, *in_other_scripts(own, names_of(profile))]))
    return node


def contact(profile: Profile) -> nodes.container:
    """Make the contact lines of a CV: where the person belongs, telephone and place, then e-mail and accounts."""
    email = [external_link(f"mailto:{profile.email}", nodes.Text(profile.email))] if profile.email else []
    place = ("phone", "office", "address" if profile.address else "location")
    accounts = _accounts(profile)
    first = joined([email, *([_named(each)] for each in accounts if not _is_social(each))], " · ")
    talk = joined([[_named(each)] for each in accounts if _is_social(each)], " · ")
    behind = [nodes.inline("", "", *([nodes.Text(" · ")] if first else []), *talk, classes=["vita-social"])]
    return block(
        "contact",
        *line("name", nodes.strong("", profile.name)),
        *line("affiliations", *_affiliations(profile)),
        *line("contact-place", *joined([text_nodes(text_of(profile, each)) for each in place], " · ")),
        *line("contact-links", *first, *(behind if talk else [])),
    )


def _named(account: Account) -> nodes.reference:
    return external_link(account.url, nodes.Text(account.network), is_me=True)


def _is_social(account: Account) -> bool:
    """Whether an account is for talk, and stands last on a screen and nowhere on paper."""
    return account.field in NETWORKS and NETWORKS[account.field].is_social


def _affiliations(profile: Profile) -> list[nodes.Node]:
    named = ((nodes.Text(words), url) for words, url in profile.affiliations)
    return joined([[external_link(url, words) if url else words] for words, url in named], " · ")


def _label(profile: Profile) -> list[nodes.Node]:
    """Return the line below the name, with the organization where neither it nor an affiliation names it already."""
    said = " ".join((profile.label, *(words for words, _ in profile.affiliations)))
    is_named = profile.organization.casefold() in said.casefold()
    names = ["label"] if is_named else ["label", "organization"]
    return joined([text_nodes(text_of(profile, name)) for name in names], _(", "))


def _portrait(profile: Profile) -> list[nodes.Node]:
    """Make the portrait; who has none is introduced by words alone."""
    alt = _("Portrait of {name}").replace("{name}", profile.name)
    return [picture(path=profile.image, use="portrait", alt=alt, classes=["vita-portrait"])] if profile.image else []


def _accounts(profile: Profile) -> list[Account]:
    homepage = [Account("homepage", _("Homepage"), profile.homepage, "")] if profile.homepage else []
    return [*homepage, *accounts_of(profile)]


def _actions(profile: Profile) -> list[list[nodes.Node]]:
    """Make what most visitors come for: the CV, and the address to write to, as text that can be read and copied."""
    cv, email = profile.cv, profile.email
    names = [*_BUTTON, "vita-button-cv"]
    is_address = ":" in cv
    button = external_link(cv, nodes.Text(_("CV")), classes=names) if is_address else None
    return [
        [button or file_link(cv, nodes.Text(_("CV")), classes=names, as_pdf=True)] if cv else [],
        [external_link(f"mailto:{email}", nodes.Text(email), classes=["vita-e-mail"])] if email else [],
    ]


def _accounts_row(profile: Profile) -> list[nodes.Node]:
    """Make the row of accounts: signs that are known, with their names for whoever does not see them."""
    row = line("buttons", *joined([[_account(each)] for each in accounts_of(profile)], " "))
    for paragraph in row:
        assert isinstance(paragraph, nodes.paragraph)
        paragraph["classes"].append("vita-accounts")
    return row


def _account(account: Account) -> nodes.reference:
    sign = [icon(name=account.field)] if icon_path(account.field) else []
    words = nodes.inline("", account.network, classes=["vita-spoken"] if sign else [])
    names = ["vita-account", f"vita-account-{account.field}"]
    link = external_link(account.url, *sign, words, classes=names, is_me=True)
    if sign:
        link["reftitle"] = account.network
    return link

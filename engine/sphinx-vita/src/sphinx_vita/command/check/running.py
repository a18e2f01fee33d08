"""The checks run one after another, and their findings put together."""

from collections.abc import Callable, Sequence

from sphinx_vita.command.check import acceptance
from sphinx_vita.command.check.checks import CHECKS, addresses, codes
from sphinx_vita.command.check.findings import Code, Finding, in_order
from sphinx_vita.command.check.site import Site
from sphinx_vita.locale import _


def run(
    site: Site, asked: Sequence[str], *, in_browser: bool, online: bool, tell: Callable[[str], None]
) -> list[Finding]:
    """Run the checks that are asked for and return what they found, what is accepted among it with its reason."""
    accepted, findings = acceptance.read_acceptances(site.source)
    for name in asked:
        tell(_("Checking {} ...").format(name))
        findings += CHECKS[name].check(site)
    if in_browser:
        from sphinx_vita.command.check.browser import look

        findings += look(site, tell)
    if online:
        from sphinx_vita.command.check.online.outlook import look_out

        findings += look_out(site, tell)
    ran = [*asked, *(["browser"] if in_browser else []), *(["online"] if online else [])]
    return in_order(list(acceptance.apply(findings, accepted, ran)))


def update_addresses(site: Site) -> str:
    """Write what is public now into the list of addresses, and say what was done."""
    return addresses.update(site)


def known_codes() -> list[Code]:
    """Return all that can be found, with the options that ask for more."""
    from sphinx_vita.command.check.browser import CODES as OF_BROWSER
    from sphinx_vita.command.check.online.outlook import CODES as OF_NETWORK

    return [*codes().values(), *OF_BROWSER, *OF_NETWORK, *acceptance.CODES]


def list_codes() -> str:
    """List every code with its level and meaning."""
    every = known_codes()
    return "\n".join(f"{code.name:<24} {code.level.value:<8} {code.meaning}" for code in every)

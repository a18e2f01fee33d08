"""The addresses of accounts: whichever way an author writes one, it comes to the one address that its network uses."""

import re
from urllib.parse import parse_qs, urlsplit

from sphinx_vita.reading.links import check_link
from sphinx_vita.reading.mistakes import Mistake

_HOSTS = {  # besides those of the templates
    "x": ("twitter.com", "x.com"),
    "scholar": ("scholar.google.com",),
    "linkedin": ("linkedin.com",),
}
_NAME = re.compile(r"[A-Za-z0-9][\w.~%-]*(?:/[\w.%-]+)*")
_ORCID = re.compile(r"(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dXx])")
_LOOKS_LIKE_ADDRESS = re.compile(r"(?:https?:)?//|(?:[\w-]+\.)+[a-z]{2,}/", re.IGNORECASE)

Reading = tuple[str, tuple[Mistake, str] | None]


def read_account(field: str, template: str, text: str) -> Reading:
    """Return the address of an account that is written as its name or as an address, and what is wrong with it.

    `template` is the address with `{}` for the name. An address of another host is taken as it is.
    """
    written = text.strip().removeprefix("@") if not _LOOKS_LIKE_ADDRESS.match(text) else text.strip()
    if _LOOKS_LIKE_ADDRESS.match(written):
        name = _name_in(field, template, written)
        if name is None:
            address = written if "//" in written else f"https://{written}"
            return address, check_link(written) if "//" in written else _foreign(field, template, text)
    else:
        before, _, after = template.partition("{}")
        name = written.removesuffix(after or "\0").removeprefix(f"{before.rstrip('/').rpartition('/')[2]}/")
    if field == "orcid":
        return _orcid(template, name)
    if not _NAME.fullmatch(name):
        return text, check_link(text) or _foreign(field, template, text)
    return template.format(name), None


def _name_in(field: str, template: str, written: str) -> str | None:
    """Return the name of the account in an address of its network; None for an address of another host."""
    try:
        parts = urlsplit(written if "//" in written else f"//{written}")
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("mobile.")
    except ValueError:  # a broken port
        return None
    usual = urlsplit(template)
    hosts = (usual.netloc.removeprefix("www."), *_HOSTS.get(field, ()))
    if not any(host == each or (field in ("linkedin", "scholar") and _is_national(host, each)) for each in hosts):
        return None
    if usual.query:
        return next(iter(parse_qs(parts.query).get(usual.query.partition("=")[0], ())), "")
    before, _, after = usual.path.partition("{}")
    path = parts.path.rstrip("/").removesuffix(after.rstrip("/") or "\0")
    return path.removeprefix(before).lstrip("/@") if path.startswith(before.rstrip("/")) else ""


def _is_national(host: str, known: str) -> bool:
    """Whether a host is one that a network has for a country, such as `de.linkedin.com` and `scholar.google.de`."""
    return host.endswith("." + known) or host.startswith(known.removesuffix("com"))


def _orcid(template: str, name: str) -> Reading:
    match = _ORCID.fullmatch(name.strip())
    if match is None:
        message = f"{name!r} is no ORCID iD; write its 16 digits, such as '0000-0002-1825-0097'"
        return name, (Mistake.INVALID_LINK, message)
    digits = "".join(match.groups()).upper()
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11  # ISO 7064, MOD 11-2
    if digits[-1] != ("X" if check == 10 else str(check)):
        message = f"the ORCID iD {name!r} has a wrong digit, since its last one does not fit; copy it from orcid.org"
        return name, (Mistake.INVALID_LINK, message)
    return template.format("-".join(digits[start : start + 4] for start in range(0, 16, 4))), None


def _foreign(field: str, template: str, text: str) -> tuple[Mistake, str]:
    example = template.format("0000-0002-1825-0097" if field == "orcid" else "name")
    return (Mistake.INVALID_LINK, f"{text!r} is no account of that kind; write the name alone, or {example!r}")

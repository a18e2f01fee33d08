"""Checks of addresses that an author wrote: what a page may link to, and what an e-mail address looks like."""

import re
from urllib.parse import SplitResult, urlsplit

from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.reading.printable import INVISIBLE

SCHEMES = ("http", "https", "mailto", "tel")
HINT = "write the whole address, such as 'https://example.org/page'"

_FORBIDDEN = re.compile(r"[\s<>\"\\^`{|}]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HOST = re.compile(
    r"(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|io|ai|dev|me|info|app|co|uk|de|fr|cn|jp|ch)(?:/|$))"
)
_PHONE = re.compile(r"\+?[0-9][0-9 ().-]*(?:;[\w=+-]+)*")
_EMAIL = re.compile(r"[^\s@<>()\[\]\\,;:\"]+@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*")
_LONGEST_EMAIL = 254  # octets, by RFC 5321

Problem = tuple[Mistake, str]


def check_link(url: str) -> Problem | None:
    """Return what is wrong with an address of the web, a mail or a telephone number; None when nothing is."""
    if url.strip() in ("", "#"):
        return Mistake.EMPTY_LINK, f"the link is empty; {HINT}, or leave it out"
    if _has_unseen(url):
        return Mistake.INVALID_LINK, f"the link {_shown(url)} holds an invisible character or a line break; {HINT}"
    scheme = _SCHEME.match(url)
    if not scheme:
        return Mistake.INVALID_LINK, f"the link {_shown(url)} does not say how to reach it; {HINT}"
    if scheme[1].lower() not in SCHEMES:
        known = ", ".join(SCHEMES[:-1]) + " or " + SCHEMES[-1]
        return Mistake.INVALID_LINK, f"the link {_shown(url)} starts with '{scheme[1]}:'; only {known} are allowed"
    if _FORBIDDEN.search(url) or not _is_reachable(url):
        return Mistake.INVALID_LINK, f"the link {_shown(url)} is no address; {HINT}"
    return None


def check_file_link(url: str) -> Problem | None:
    """Return what is wrong with what may also be a file of the project, such as `cv.pdf` or `/assets/pdf/x.pdf`."""
    if _SCHEME.match(url) or url.strip() in ("", "#") or _has_unseen(url):
        return check_link(url)
    if url.startswith("//") or "\\" in url or ":" in url or _HOST.match(url):
        return Mistake.INVALID_LINK, f"the link {_shown(url)} is neither a file nor a whole address; {HINT}"
    if re.search(r"[<>\"{}|]", url):
        return Mistake.INVALID_LINK, f"the link {_shown(url)} is no name of a file; {HINT}"
    return None


def check_email(address: str) -> Problem | None:
    """Return what is wrong with an e-mail address; None when nothing is."""
    fits = len(address.encode("utf-8", "replace")) <= _LONGEST_EMAIL
    if fits and ".." not in address and not _has_unseen(address) and _EMAIL.fullmatch(address):
        return None
    return Mistake.INVALID_EMAIL, f"{_shown(address)} is no e-mail address; write it like 'name@example.org'"


def is_web_address(url: str) -> bool:
    """Whether it is an address of the web, and a right one."""
    return url[:4].lower() == "http" and check_link(url) is None


def _is_reachable(url: str) -> bool:
    """Whether there is somebody at the other end: a host, a mailbox or a number."""
    try:
        parts = urlsplit(url)
        if parts.scheme == "mailto":
            return check_email(parts.path) is None
        if parts.scheme == "tel":
            return _PHONE.fullmatch(parts.path) is not None
        return _has_host(parts)
    except ValueError:  # a broken port or a broken IPv6 address
        return False


def _has_host(parts: SplitResult) -> bool:
    port_is_number = parts.port is None or parts.port >= 0
    return port_is_number and bool(parts.hostname) and not str(parts.hostname).startswith(".")


def _has_unseen(text: str) -> bool:
    return INVISIBLE.search(text) is not None or "\n" in text or "\t" in text


def _shown(text: str) -> str:
    """Quote a text for a message, shortened, on one line."""
    return repr(text if len(text) <= 80 else text[:77] + "...")

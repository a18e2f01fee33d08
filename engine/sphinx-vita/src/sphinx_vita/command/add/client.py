"""Requests to services: one at a time, under a name, with a time-out, and one more try where a service is busy."""

import os
import re
import time
from importlib.metadata import version
from typing import Self
from urllib.parse import urlsplit

import requests

_BUSY = (429, 500, 502, 503, 504)
_UNKNOWN = (404, 410)
_ERRORS = 400  # and above
_LARGEST = 20_000_000  # bytes of an answer
_LONGEST = 60.0  # seconds for an answer that drips
_TIMEOUTS = (10.0, 30.0)  # seconds to connect, and between two pieces of an answer
_LONGEST_PAUSE = 20.0  # seconds, however long a service asks for
PAUSE = 2.0  # seconds before the second try
_BETWEEN = {"export.arxiv.org": 1.5}  # pauses between two requests to a service, where it asks for longer ones
_SHORT = 0.1  # pauses between two requests to any other
# An address that stands in for all services, as `{it}/{host}/{path}`: a proxy, or a test.
THROUGH = "SPHINX_VITA_SERVICES"


class UnreachableError(Exception):
    """A service cannot be asked, or gives no answer of use; the text says what to do."""


class Client:
    """Asks services. `contact` is an address of e-mail that they are told, where the owner wants it."""

    def __init__(self, contact: str = "") -> None:
        """Open a session under the name of this program."""
        self._session = requests.Session()
        self._session.max_redirects = 8
        told = f" (mailto:{contact})" if contact else ""
        self._session.headers["User-Agent"] = f"sphinx-vita/{version('sphinx-vita')}{told}"
        self._free: dict[str, float] = {}  # when each service may be asked again
        self._through = os.environ.get(THROUGH, "").rstrip("/")

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connections."""
        self._session.close()

    def ask(self, address: str, accept: str = "") -> str | None:
        """Return the text at an address; None where the service knows nothing of it."""
        host = urlsplit(address).netloc
        url = self._url(address)
        for is_last in (False, True):
            time.sleep(max(0.0, self._free.get(host, 0.0) - time.monotonic()))
            status, text, pause = self._get(url, host, accept)
            self._free[host] = time.monotonic() + PAUSE * _BETWEEN.get(host, _SHORT)
            if status not in _BUSY or is_last:
                break
            time.sleep(min(pause or PAUSE, _LONGEST_PAUSE))
        if status in _BUSY:
            raise UnreachableError(f"{host} is busy (it answers {status}); try again later")
        if status != requests.codes.ok and status not in _UNKNOWN:
            raise UnreachableError(f"{host} refuses (it answers {status}); paste the BibTeX instead")
        return text if status == requests.codes.ok else None

    def probe(self, address: str) -> tuple[int, str]:
        """Return the status of an address, reading nothing of it, and where it has moved for good; "" for nowhere.

        Many hosts answer HEAD with an error: they are asked again as a browser does.
        """
        host = urlsplit(address).netloc
        for method in ("HEAD", "GET", "GET"):
            time.sleep(max(0.0, self._free.get(host, 0.0) - time.monotonic()))
            status, moved_to, pause = self._look(method, address, host)
            self._free[host] = time.monotonic() + PAUSE * _BETWEEN.get(host, _SHORT)
            if status < _ERRORS or (method == "GET" and status not in _BUSY):
                break
            time.sleep(min(pause or PAUSE, _LONGEST_PAUSE) if status in _BUSY else 0.0)
        return status, moved_to

    def _look(self, method: str, address: str, host: str) -> tuple[int, str, float]:
        """Ask once; gives the status, where it has moved for good, and the seconds that the host asks to wait."""
        try:
            with self._session.request(
                method, self._url(address), timeout=_TIMEOUTS, stream=True, allow_redirects=True
            ) as answer:
                is_lasting = answer.history and all(each.is_permanent_redirect for each in answer.history)
                wait = answer.headers.get("Retry-After", "")
                pause = float(wait) if wait.isdecimal() else 0.0
                return answer.status_code, self._address(answer.url) if is_lasting else "", pause
        except requests.TooManyRedirects as error:
            raise UnreachableError(f"{host} leads round in a circle; open it yourself") from error
        except requests.exceptions.SSLError as error:
            raise UnreachableError(f"the certificate of {host} does not hold; open it yourself") from error
        except requests.Timeout as error:
            raise UnreachableError(f"{host} gives no answer; try again later") from error
        except (requests.RequestException, ValueError) as error:  # an address that is none
            raise UnreachableError(f"cannot reach {host}; is there a network?") from error

    def _url(self, address: str) -> str:
        return re.sub(r"^https?:/", self._through, address) if self._through else address

    def _address(self, url: str) -> str:
        return url.replace(f"{self._through}/", "https://", 1) if self._through else url

    def _get(self, url: str, host: str, accept: str) -> tuple[int, str, float]:
        """Ask once; gives the status, the text and the seconds that the service asks to wait."""
        began = time.monotonic()
        headers = {"Accept": accept} if accept else {}
        try:
            with self._session.get(url, headers=headers, timeout=_TIMEOUTS, stream=True) as answer:
                content = bytearray()
                for piece in answer.iter_content(65536):
                    content += piece
                    if len(content) > _LARGEST or time.monotonic() - began > _LONGEST:
                        raise UnreachableError(f"{host} answers without end; try again later, or paste the BibTeX")
                wait = answer.headers.get("Retry-After", "")
                return answer.status_code, content.decode("utf-8", "replace"), float(wait) if wait.isdecimal() else 0.0
        except requests.Timeout as error:
            raise UnreachableError(f"{host} gives no answer; try again later") from error
        except requests.RequestException as error:
            why = f"cannot reach {host}; is there a network? Else paste the BibTeX: sphinx-vita add -"
            raise UnreachableError(why) from error

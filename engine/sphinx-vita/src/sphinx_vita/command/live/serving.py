"""The built site over HTTP on this machine; each page gets a script on its way, which listens to the news."""

import contextlib
import io
import json
import os
import threading
from collections.abc import Iterator
from functools import partial
from http import HTTPStatus
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import IO

from sphinx_vita.command.check.server import Server, StaticHost
from sphinx_vita.command.live.news import Board
from sphinx_vita.command.live.words import MOST, words

OWN = "/_live/"  # below it is what the site itself has not
_TYPES = {"overlay.js": "text/javascript", "overlay.css": "text/css"}
_STATIC = files("sphinx_vita.command.live") / "static"
_SIGN_OF_LIFE = 10.0  # seconds; a browser that has gone is noticed when it is told something


def with_overlay(page: bytes, state: str) -> bytes:
    """Return a page with the script that shows problems, and that knows in what state the page was served."""
    script = f'<script src="{OWN}overlay.js" data-state="{state}" async></script>'.encode()
    at = page.lower().rfind(b"</body>")
    return page + script if at < 0 else page[:at] + script + page[at:]


class LiveHost(StaticHost):
    """Answers from the folder of the output, and with the news."""

    def __init__(self, *arguments: object, board: Board, directory: str) -> None:
        self.board = board
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:  # noqa: N802 (the base class has named it)
        """Answer with the news, a file of the overlay, or a file of the site."""
        name = self.path.partition("?")[0]
        if name == f"{OWN}news":
            with contextlib.suppress(ConnectionError):
                self._tell()
        elif name.removeprefix(OWN) in _TYPES and name.startswith(OWN):
            file = name.removeprefix(OWN)
            told = json.dumps(words() | {"most": MOST})
            text = (_STATIC / file).read_text("utf-8").replace("$words", told)
            self._send(HTTPStatus.OK, text.encode(), _TYPES[file])
        else:
            super().do_GET()

    def send_head(self) -> io.BytesIO | IO[bytes] | None:  # type: ignore[override]
        """Send the head of a file of the site; a page is sent with the overlay."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.partition("?")[0].endswith("/"):
            path /= "index.html"
        if path.suffix != ".html" or not path.is_file():
            return super().send_head()
        self._send(HTTPStatus.OK, with_overlay(path.read_bytes(), self.board.news.state), "text/html")
        return None

    def list_directory(self, path: str | os.PathLike[str]) -> None:
        """Answer that a folder without a page is not there, as a host does."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with an error; where nothing was built yet, with a page that waits for it."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = page.read_bytes() if page.is_file() else _waiting()
        self._send(code, with_overlay(body, self.board.news.state), "text/html")

    def end_headers(self) -> None:
        """Let the browser keep nothing: the next build may change it."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def _send(self, code: int, body: bytes, kind: str) -> None:
        self.send_response(code)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _tell(self) -> None:
        """Tell the news, and every later one, until the browser goes or the command ends."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.end_headers()
        told = -1
        while not self.board.is_closed:
            number, news = self.board.after(told, _SIGN_OF_LIFE)
            self.wfile.write(f"data: {news.as_json()}\n\n".encode() if number > told else b":\n\n")
            told = number


def _waiting() -> bytes:
    return Template((_STATIC / "waiting.html").read_text("utf-8")).substitute(words()).encode()


class PortError(Exception):
    """The port is taken, or not for this user; the message says which."""


@contextlib.contextmanager
def serving(folder: Path, board: Board, port: int) -> Iterator[str]:
    """Serve a folder and the news while the context lasts; gives the address, which ends with a slash."""
    try:
        server = Server(("127.0.0.1", port), partial(LiveHost, board=board, directory=str(folder)))
    except OSError as error:
        raise PortError(error.strerror or str(error)) from error
    thread = threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        board.close()
        server.shutdown()
        server.server_close()
        thread.join()

"""A folder over HTTP on this machine, as a static host serves it."""

import contextlib
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class StaticHost(SimpleHTTPRequestHandler):
    """Answers from a folder; an unknown path gets the folder's own 404.html with status 404, as on GitHub Pages."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with an error; the site's own page stands in for the plain one where the site has it."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what the browser got is looked at."""


class Server(ThreadingHTTPServer):
    """One thread for each request; a browser that hangs up before the end of an answer is no error."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Report what went wrong, unless it is the browser's going away."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextlib.contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve the folder while the context lasts; gives its address, which ends with a slash."""
    with Server(("127.0.0.1", 0), partial(StaticHost, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()

"""A server on this machine that answers in the place of services on the network, and remembers what it was asked."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is answered to a request."""

    text: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class LocalServices:
    """Answers by host and path, each a list of which the last is given again; else 404."""

    answers: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)  # hosts with paths, in order
    headers: list[dict[str, str]] = field(default_factory=list)  # of each request
    methods: list[str] = field(default_factory=list)  # of each request
    address: str = ""

    def answer(self, path: str, *answers: Answer | str) -> None:
        """Say what is answered at a host and path, such as `doi.org/10.1/x`."""
        self.answers[path] = [Answer(text=each) if isinstance(each, str) else each for each in answers]

    def next_answer(self, path: str, headers: dict[str, str]) -> Answer:
        """Note a request, and return its answer."""
        self.asked.append(path)
        self.headers.append(headers)
        waiting = self.answers.get(path, [Answer(status=404)])
        return waiting.pop(0) if len(waiting) > 1 else waiting[0]


@contextmanager
def serve() -> Iterator[LocalServices]:
    """Run such a server while a test lasts."""
    services = LocalServices()

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.do_GET()

        def do_GET(self) -> None:
            services.methods.append(self.command)
            answer = services.next_answer(unquote(self.path.removeprefix("/")), dict(self.headers))
            content = answer.text.encode()
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value.replace("https://", f"{services.address}/"))
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    services.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield services
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

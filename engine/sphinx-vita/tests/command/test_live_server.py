"""The server of `sphinx-vita live`: pages get the overlay on their way, and nothing of it is in a file."""

import http.client
import json
from collections.abc import Iterator
from pathlib import Path
from socket import create_server
from typing import NamedTuple

import pytest
from click.testing import CliRunner
from sphinx_vita.command.live import running
from sphinx_vita.command.live.news import Board, News, Problem
from sphinx_vita.command.live.serving import PortError, serving, with_overlay
from sphinx_vita.command.live.words import speak_as
from sphinx_vita.command.main import main

SCRIPT = b'<script src="/_live/overlay.js" data-state="s.1" async></script>'
NEWS = News(state="s.1", problems=(Problem(message="a\n\nb", file="a.md"),), pages={"a.md": "a.html"})


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (b"<body><p>a</p></body></html>", b"<body><p>a</p>%s</body></html>"),
        (b"<BODY>a</BODY>\n", b"<BODY>a%s</BODY>\n"),
        (b"<!-- </body> --><body>a</body>", b"<!-- </body> --><body>a%s</body>"),
        (b"<p>a", b"<p>a%s"),
        (b"", b"%s"),
        (b"\xe9</body>", b"\xe9%s</body>"),
    ],
)
def test_the_script_is_the_last_of_a_page(page: bytes, expected: bytes) -> None:
    assert with_overlay(page, "s.1") == expected.replace(b"%s", SCRIPT)


class Answer(NamedTuple):
    status: int
    kind: str
    body: bytes


class Served(NamedTuple):
    folder: Path
    board: Board
    port: int

    def ask(self, path: str, method: str = "GET") -> Answer:
        """Ask for a path as it is written; what comes must not be kept by the browser."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, path)
        answer = connection.getresponse()
        assert answer.getheader("Cache-Control") == "no-store"
        return Answer(answer.status, answer.getheader("Content-Type") or "", answer.read())


def free_port() -> int:
    with create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A folder with a page, a file and a folder without a page, served."""
    output = tmp_path / "html"
    (output / "research").mkdir(parents=True)
    (output / "index.html").write_text("<body>home</body>", "utf-8")
    (output / "research" / "a.txt").write_text("</body>", "utf-8")
    (tmp_path / "secret.html").write_text("secret", "utf-8")
    board, port = Board(NEWS), free_port()
    with serving(output, board, port):
        yield Served(output, board, port)


def test_pages_come_with_the_script_and_lie_without_it(served: Served) -> None:
    with_script = Answer(200, "text/html; charset=utf-8", b"<body>home%s</body>" % SCRIPT)

    assert served.ask("/") == served.ask("/index.html?a=b#c") == with_script
    assert served.ask("/", "HEAD") == with_script._replace(body=b"")
    assert served.ask("/research/a.txt") == Answer(200, "text/plain", b"</body>")
    assert (served.folder / "index.html").read_text("utf-8") == "<body>home</body>"


@pytest.mark.parametrize(
    "path", ["/no.html", "/research/", "/../secret.html", "/%2e%2e/secret.html", "/_live/no.js", "/_live/"]
)
def test_what_is_not_there_waits_for_the_next_build(served: Served, path: str) -> None:
    waiting = served.ask(path)
    assert (waiting.status, waiting.kind) == (404, "text/html; charset=utf-8")
    assert b"The site is being built" in waiting.body
    assert SCRIPT in waiting.body

    (served.folder / "404.html").write_text("<body>lost</body>", "utf-8")
    assert served.ask(path).body == b"<body>lost%s</body>" % SCRIPT


@pytest.mark.parametrize(("name", "kind"), [("overlay.js", "text/javascript"), ("overlay.css", "text/css")])
def test_the_overlay_has_its_own_addresses(served: Served, name: str, kind: str) -> None:
    assert served.ask(f"/_live/{name}").kind == f"{kind}; charset=utf-8"


@pytest.mark.parametrize(
    ("conf", "language", "direction", "close", "waiting"),
    [
        ('language = "de"\n', "de", "ltr", "Schließen", "Die Website wird erstellt"),
        ("x = 1\nlanguage='zh-cn'  # Chinese\n", "zh-CN", "ltr", "关闭", "正在构建网站"),
        ('language = "ar"', "ar", "rtl", "إغلاق", "يجري بناء الموقع"),
        ('languages = [\n    "de",\n    "en",\n]\n', "de", "ltr", "Schließen", "Die Website wird erstellt"),
        ('languages = {"ar": {}, "en": {}}\n', "ar", "rtl", "إغلاق", "يجري بناء الموقع"),
        ("language = some.call()\n", "en", "ltr", "Close", "The site is being built"),
        ("# language = 'de'\n", "en", "ltr", "Close", "The site is being built"),
        (None, "en", "ltr", "Close", "The site is being built"),
    ],
)
def test_the_overlay_and_the_page_that_waits_speak_the_language_of_the_site(
    served: Served, tmp_path: Path, conf: str | None, language: str, direction: str, close: str, waiting: str
) -> None:
    if conf is not None:
        (tmp_path / "conf.py").write_text(conf, "utf-8")
    speak_as(tmp_path)

    script, page = (served.ask(path).body.decode() for path in ("/_live/overlay.js", "/no.html"))
    told = json.loads(script.partition("const WORDS = ")[2].partition("; //")[0])
    assert (told["language"], told["direction"], told["close"]) == (language, direction, close)
    assert f'<html lang="{language}" dir="{direction}">' in page
    assert f"<h1>{waiting}</h1>" in page


def test_every_reader_is_told_what_stands_and_what_comes(served: Served) -> None:
    connections = [http.client.HTTPConnection("127.0.0.1", served.port, timeout=60) for _ in range(8)]
    for each in connections:
        each.request("GET", "/_live/news")
    answers = [each.getresponse() for each in connections]

    def told() -> list[dict[str, str]]:
        lines = [each.readline() + each.readline() for each in answers]
        assert all(line.startswith(b"data: ") and line.endswith(b"\n\n") for line in lines)
        return [json.loads(line.removeprefix(b"data: ")) for line in lines]

    assert [each["state"] for each in told()] == ["s.1"] * 8
    served.board.post(News(state="s.2"))
    assert [each["state"] for each in told()] == ["s.2"] * 8
    served.board.close()
    assert {each.read().strip(b":\n") for each in answers} == {b""}  # at most a sign of life, and the end
    for each in connections:
        each.close()


def test_a_port_that_is_taken_is_told_and_the_next_is_tried(
    served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(PortError, match="in use"), serving(tmp_path, served.board, served.port):
        pass
    (tmp_path / "conf.py").touch()
    monkeypatch.setattr(running, "FIRST_PORT", served.port)
    told: list[str] = []
    with running.served(tmp_path, Board(NEWS), None, told.append) as (address, folder):
        assert address == f"http://127.0.0.1:{folder.name}/"
        assert int(folder.name) > served.port
    assert told[0] == f"Port {served.port} cannot be had: Address already in use."

    answer = CliRunner().invoke(main, ["live", str(tmp_path), "--port", str(served.port)])
    assert answer.exit_code == 2
    assert answer.stderr.startswith("name a port that is free, such as: sphinx-vita live --port ")


def test_what_is_no_site_is_not_served(tmp_path: Path) -> None:
    answer = CliRunner().invoke(main, ["live", str(tmp_path), "--no-browser"])

    assert (answer.exit_code, list(tmp_path.iterdir())) == (2, [])
    assert "there is no conf.py in " in answer.stderr


def test_a_port_is_free_again_when_the_command_has_ended(tmp_path: Path) -> None:
    port = free_port()
    for _ in range(2):
        with serving(tmp_path, Board(NEWS), port) as address:
            assert address == f"http://127.0.0.1:{port}/"

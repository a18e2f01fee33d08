"""Small built sites, as they could come out of any build."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sphinx_vita.command.check.site import Settings, Site

FRAME = (
    '<!doctype html><html lang="en"><head><title>{title}</title></head>'
    "<body><main><article>{body}</article></main></body></html>"
)
HOME = "<section><h1>Home</h1></section>"
MakeSite = Callable[..., Site]


@pytest.fixture
def make_site(tmp_path: Path) -> MakeSite:
    """Make a site of files of the output, sources, and settings; a page without a frame gets one."""

    def make(output: dict[str, str | bytes], sources: dict[str, str] | None = None, **settings: Any) -> Site:
        pages = {"index.html": HOME} | output
        for name, content in pages.items():
            is_body = name.endswith(".html") and isinstance(content, str) and "<html" not in content
            written = FRAME.format(title=name, body=content) if is_body else content
            put(tmp_path / "html" / name, written)
        for name, content in (sources or {}).items():
            put(tmp_path / name, content)
        documents = {name.replace(".md", ".html"): name for name in sources or {} if name.endswith(".md")}
        return Site(source=tmp_path, output=tmp_path / "html", settings=Settings(**settings), documents=documents)

    return make


def put(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)

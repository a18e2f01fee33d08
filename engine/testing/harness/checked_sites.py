"""Small built sites, as they could come out of any build."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sphinx_vita.command.check.site import Settings, Site
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.reading.dates import parse_dates
from sphinx_vita.records import Record

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


def written(kind: type[Record], line: int = 1, dates: str = "", **fields: Any) -> tuple[str, Record]:
    """Make a record as the page `a.md` would hold it, for `Site.records`."""
    more: dict[str, Any] = {"dates": parse_dates(dates)} if dates else {}
    return "a.md", kind(key="x", docname="a", line=line, **more, **fields)


def entries(bibtex: str) -> tuple[tuple[str, Record], ...]:
    """Make the entries of the bibliography `a.bib`, for `Site.records`."""
    return tuple(("a.bib", each) for each in read_bibliography(bibtex, file="a.bib").publications)


def put(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)

"""The static host that the browser's tests rely on."""

import urllib.error
import urllib.request
from pathlib import Path

import pytest
from sphinx_vita.command.check.server import serve


def test_an_unknown_path_gets_the_sites_own_page_with_status_404(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text("<h1>Not here</h1>")

    with serve(tmp_path) as address, pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(address + "deep/down", timeout=10)

    with refused.value as answer:
        assert (answer.code, answer.read()) == (404, b"<h1>Not here</h1>")


def test_a_site_without_such_a_page_still_answers_404(tmp_path: Path) -> None:
    with serve(tmp_path) as address, pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(address + "deep/down", timeout=10)

    with refused.value as answer:
        assert answer.code == 404

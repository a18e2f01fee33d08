"""What all small sites of a run have in common, made once."""

import logging
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from sphinx_light_pages import styles
from sphinx_light_pages.sheet import Node, read_sheet


@pytest.fixture(scope="session", autouse=True)
def no_debugging() -> Iterator[None]:
    """Have no build log for those who debug Sphinx: nobody reads the 800 records of a small one."""
    logging.disable(logging.DEBUG)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture(scope="session", autouse=True)
def read_sheets() -> Iterator[None]:
    """Read each stylesheet once; those that import others are read by every build."""

    @cache
    def read(path: str, text: str) -> tuple[Node, ...]:
        return read_sheet(path, lambda _: text)

    def read_once(path: str, load: Callable[[str], str]) -> tuple[Node, ...]:
        text = load(path)
        return read_sheet(path, load) if "@import" in text else read(path, text)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(styles, "read_sheet", read_once)
        yield

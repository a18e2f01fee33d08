"""conf.py holds settings only, and the site says whose it is in one way."""

import ast
import re

import pytest

from tests.content import settings, source_text
from tests.reading import Page, read, the


def test_the_settings_define_no_functions() -> None:
    forbidden = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)

    assert [ast.unparse(node) for node in ast.walk(settings()) if isinstance(node, forbidden)] == []


def test_the_settings_import_only_what_reads_the_environment_and_cuts_addresses() -> None:
    """So they neither ask the network nor change where Python looks for code."""
    imported = {ast.unparse(node) for node in ast.walk(settings()) if isinstance(node, ast.Import | ast.ImportFrom)}

    assert imported <= {"import os", "from urllib.parse import urlsplit"}


def test_the_settings_call_only_what_reads_the_environment_and_cuts_addresses() -> None:
    called = {ast.unparse(node.func) for node in ast.walk(settings()) if isinstance(node, ast.Call)}
    of_the_system = {ast.unparse(node) for node in ast.walk(settings()) if isinstance(node, ast.Attribute)}

    assert called <= {"os.environ.get", "urlsplit"}
    assert {name for name in of_the_system if name.startswith("os.")} <= {"os.environ", "os.environ.get"}


def test_the_project_the_profile_and_the_home_page_have_one_name(pages: dict[str, Page]) -> None:
    values = {
        ast.unparse(node.targets[0]): ast.literal_eval(node.value)
        for node in settings().body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
    }
    profile = re.search(r"\{profile\} (.*)", source_text("index.md"))
    assert profile

    assert {profile[1], values["author"], read(the(pages["index.html"].article, "h1"))} == {values["project"]}


@pytest.mark.parametrize("name", ["html_copy_source", "html_show_sourcelink"])
def test_the_sources_of_the_pages_are_not_put_online(name: str) -> None:
    """A private field of a record would stand in them."""
    assert f"{name} = False" in source_text("conf.py")

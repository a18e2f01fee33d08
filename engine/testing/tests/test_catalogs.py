"""Each language has each word of the code, with the same places for what is put in, and is compiled as it stands."""

import ast
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from harness.catalogs import ENGINE, folders, mo_of, read, template_of

LANGUAGES = ("ar", "de", "es", "fr", "he", "it", "ja", "ko", "pt", "ru", "zh_CN", "zh_TW")
MARKS = ("_", "N_", "NN_", "NP_", "ngettext", "pgettext")
FILES = [path for folder in folders() for path in sorted(folder.glob("*/LC_MESSAGES/*.po"))]


def places(words: str) -> list[str]:
    return sorted(re.findall(r"\{\w*\}|%\(\w+\)s|%[sd]", words))


def forms(words: str | Iterable[str] | None) -> list[str]:
    return [words] if isinstance(words, str) else list(words or [""])


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.parent.name)
def test_a_package_has_a_catalog_for_each_language(folder: Path) -> None:
    assert [path.name for path in sorted(folder.iterdir()) if (path / "LC_MESSAGES").is_dir()] == list(LANGUAGES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ENGINE).as_posix())
def test_a_catalog_translates_what_the_code_says_and_nothing_else(path: Path) -> None:
    template = template_of(path.parents[2])
    wanted = {(message.id, message.context) for message in template if message.id}
    translated = {
        (message.id, message.context)
        for message in read(path)
        if message.id and not message.fuzzy and all(forms(message.string))
    }

    assert translated == wanted, "run `make catalogs` and translate what it names"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ENGINE).as_posix())
def test_a_translation_has_the_places_of_its_original(path: Path) -> None:
    wrong = [
        message.id
        for message in read(path)
        if message.id
        for string in forms(message.string)
        if places(string) != places(forms(message.id)[-1])
    ]

    assert wrong == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ENGINE).as_posix())
def test_a_catalog_is_compiled_as_it_stands(path: Path) -> None:
    assert path.with_suffix(".mo").read_bytes() == mo_of(read(path)), "run `make catalogs`"


def marked_in_formatted_texts(code: str) -> list[str]:
    """List the words that are marked within an f-string, where Python 3.11 hides them from babel."""
    formatted = (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.JoinedStr))
    calls = (node for text in formatted for node in ast.walk(text) if isinstance(node, ast.Call))
    named = (call for call in calls if isinstance(call.func, ast.Name) and call.func.id in MARKS)
    return [str(part.value) for call in named for part in call.args[:1] if isinstance(part, ast.Constant)]


def test_no_word_hides_in_a_formatted_text() -> None:
    assert marked_in_formatted_texts("""x = f"<p>{_('Home')}</p>" + f"{_(word)}{len('A')}" + _("B")""") == ["Home"]
    for folder in folders():
        files = sorted(folder.parent.rglob("*.py"))
        known = {message.id for message in template_of(folder)}
        hidden = {str(path): set(marked_in_formatted_texts(path.read_text("utf-8"))) - known for path in files}
        assert {path: words for path, words in hidden.items() if words} == {}

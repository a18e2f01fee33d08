"""Pages with front matter, as Jekyll and Hugo have them: the keys above, and the text below."""

import re
import tomllib
from collections.abc import Mapping
from typing import Any, NamedTuple

import yaml

_YAML = re.compile(r"\A\ufeff?---[ \t]*\n(?P<head>.*?)^---[ \t]*(?:\n|\Z)(?P<body>.*)\Z", re.DOTALL | re.MULTILINE)
_TOML = re.compile(
    r"\A\ufeff?\+\+\+[ \t]*\n(?P<head>.*?)^\+\+\+[ \t]*(?:\n|\Z)(?P<body>.*)\Z", re.DOTALL | re.MULTILINE
)


class FrontMatterPage(NamedTuple):
    """A page: what stands above its text, every value a text, a list or a mapping, and the text."""

    head: Mapping[str, Any]
    body: str
    unread: str = ""  # front matter that no YAML or TOML is, as written


def read_page(text: str) -> FrontMatterPage:
    r"""Cut a page into its front matter and its text.

    >>> read_page("---\ntitle: Whales\ndate: 2024-05-02\n---\nThey sing.").head
    {'title': 'Whales', 'date': '2024-05-02'}
    """
    yaml_page, toml_page = _YAML.match(text), _TOML.match(text)
    found = yaml_page or toml_page
    if not found:
        return FrontMatterPage({}, text.strip())
    body = found["body"].strip()
    try:
        head = read_yaml(found["head"]) if yaml_page else _as_texts(tomllib.loads(found["head"]))
    except (yaml.YAMLError, tomllib.TOMLDecodeError):
        return FrontMatterPage(_plain_lines(found["head"]), body, found["head"].strip())
    return FrontMatterPage(head if isinstance(head, Mapping) else {}, body)


def read_yaml(text: str) -> Any:
    """Read YAML whose every value is a text: a telephone number is no number, a year no date. Raises yaml.YAMLError."""
    return yaml.load(text, yaml.BaseLoader)


def _plain_lines(head: str) -> dict[str, str]:
    """Read the `key: text` lines of front matter that is not quite YAML, such as a title with a colon in it."""
    found = re.findall(r"^([A-Za-z_][\w-]*)\s*:[ \t]+(\S.*?)\s*$", head, re.MULTILINE)
    return {name: value.strip("\"'") for name, value in found}


def _as_texts(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _as_texts(each) for key, each in value.items()}
    if isinstance(value, bool):
        return str(value).lower()
    return [_as_texts(each) for each in value] if isinstance(value, list) else str(value)

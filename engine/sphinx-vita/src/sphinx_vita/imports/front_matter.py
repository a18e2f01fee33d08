"""Pages with front matter, as Jekyll and Hugo have them: the keys, the text below, and the text as this site can show it."""

import re
import tomllib
from collections.abc import Mapping
from typing import Any, NamedTuple

import yaml
from bs4 import BeautifulSoup

_YAML = re.compile(r"\A﻿?---[ \t]*\n(?P<head>.*?)^---[ \t]*(?:\n|\Z)(?P<body>.*)\Z", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\A﻿?\+\+\+[ \t]*\n(?P<head>.*?)^\+\+\+[ \t]*(?:\n|\Z)(?P<body>.*)\Z", re.DOTALL | re.MULTILINE)
_TEMPLATE = re.compile(r"\{%-?.*?-?%\}|\{\{[<%]?.*?[>%]?\}\}", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{:[^}\n]*\}|\{\.[\w-]+(?: [^}\n]*)?\}")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HTML = re.compile(r"<(?P<name>[a-zA-Z][a-zA-Z0-9]*)\b[^>]*>(?:.*?</(?P=name)>)?", re.DOTALL)
_CODE = re.compile(r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)[ \t]*$|`[^`\n]+`", re.DOTALL | re.MULTILINE)


class FrontMatterPage(NamedTuple):
    """A page: what stands above its text, every value a text, a list or a mapping, and the text."""

    head: Mapping[str, Any]
    body: str


def read_page(text: str) -> FrontMatterPage:
    """Cut a page into its front matter and its text; front matter that cannot be read is none."""
    yaml_page, toml_page = _YAML.match(text), _TOML.match(text)
    try:
        if yaml_page:
            head = yaml.load(yaml_page["head"], yaml.BaseLoader)
            return FrontMatterPage(head if isinstance(head, Mapping) else {}, yaml_page["body"].strip())
        if toml_page:
            return FrontMatterPage(_as_texts(tomllib.loads(toml_page["head"])), toml_page["body"].strip())
    except (yaml.YAMLError, tomllib.TOMLDecodeError):
        return FrontMatterPage({}, (yaml_page or toml_page or {"body": text})["body"].strip())
    return FrontMatterPage({}, text.strip())


def _as_texts(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _as_texts(each) for key, each in value.items()}
    return [_as_texts(each) for each in value] if isinstance(value, list) else str(value)


def plain_markdown(text: str) -> tuple[str, list[str]]:
    """Return a text as Markdown alone, and what of it was taken out: templates, and HTML that says nothing in Markdown.

    >>> plain_markdown("A <b>big</b> cat{:target='_blank'} {% include cat.liquid %}")
    ('A **big** cat', ['{% include cat.liquid %}'])
    """
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"\0{len(kept) - 1}\0"

    lost: list[str] = []

    def lose(match: re.Match[str]) -> str:
        lost.append(match[0].strip())
        return ""

    masked = _COMMENT.sub("", _CODE.sub(keep, text))
    masked = _ATTRIBUTES.sub("", _TEMPLATE.sub(lose, masked))
    masked = _HTML.sub(lambda match: _markdown_of(match[0], lost), masked)
    whole = re.sub(r"\0(\d+)\0", lambda match: kept[int(match[1])], masked)
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+$", "", whole, flags=re.MULTILINE)).strip(), lost


_WRAPS = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`", "sub": "~", "sup": "^", "del": "~~", "s": "~~"}
_BLOCKS = (
    "p",
    "div",
    "section",
    "article",
    "ul",
    "ol",
    "center",
    "figure",
    "header",
    "footer",
    "table",
    "tr",
    "details",
)


def _markdown_of(html: str, lost: list[str]) -> str:
    """Write HTML as Markdown; what has no words is lost."""
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all(["script", "style", "iframe", "svg", "video", "audio", "object", "input", "button"]):
        lost.append(str(tag))
        tag.decompose()
    for tag in reversed(soup.find_all(True)):
        inner = tag.decode_contents(formatter=None).strip("\n")
        name = tag.name
        if name in _WRAPS and inner.strip():
            text = f"{_WRAPS[name]}{inner.strip()}{_WRAPS[name]}"
        elif name == "a":
            text = f"[{inner.strip()}]({tag['href']})" if tag.get("href") and inner.strip() else inner
        elif name == "img":
            text = f"![{tag.get('alt', '')}]({tag['src']})" if tag.get("src") else ""
        elif name == "br":
            text = "\n"
        elif name == "li":
            text = f"\n- {inner.strip()}"
        elif re.fullmatch(r"h[1-6]", name):
            text = f"\n\n{'#' * int(name[1])} {inner.strip()}\n\n"
        else:
            text = f"\n\n{inner.strip()}\n\n" if name in _BLOCKS else inner
        tag.replace_with(text)
    return soup.decode_contents(formatter=None)

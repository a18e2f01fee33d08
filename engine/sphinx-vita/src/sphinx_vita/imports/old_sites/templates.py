"""Liquid of Jekyll and shortcodes of Hugo inside of Markdown: those that say something are written as Markdown."""

import re
from collections.abc import Callable

_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+))")
_QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_FIGURE = re.compile(r"(?:^|/)(?:figure|image|img|picture)[\w-]*(?:\.\w+)?$")
_MACHINERY = (
    "base_path", "toc", "head", "scripts", "archive", "group", "pagination", "author-profile", "feature_row", "gallery",
)  # fmt: skip
_SILENT = ("icon", "toc", "math", "/math", "chart", "/chart")  # of Hugo: what has no words


def _attributes(text: str) -> dict[str, str]:
    return {name: next(filter(None, values), "") for name, *values in _ATTRIBUTE.findall(text)}


def _first(values: dict[str, str], *names: str) -> str:
    return next((values[name].strip() for name in names if values.get(name, "").strip()), "")


def _figure(values: dict[str, str]) -> str:
    address = _first(values, "path", "src", "image_path", "url", "link")
    caption = _first(values, "caption")
    words = _first(values, "alt", "title") or re.sub(r"<[^>]*>|[\[\]*_]", "", caption)
    target = f"<{address}>" if re.search(r"[\s()]", address) else address
    return f"\n\n![{' '.join(words.split())}]({target})\n\n{caption}\n\n" if address else ""


def _video(address: str) -> str:
    return f"\n\n:::{{video}} {address}\n:::\n\n"


def _include(rest: str) -> str | None:
    """Return what an include of Jekyll says; None for what it cannot say here."""
    name, _, written = rest.partition(" ")
    values = _attributes(written)
    if _FIGURE.search(name):
        return _figure(values) or None
    stem = re.sub(r"\.\w+$", "", name)
    if stem == "video":
        known = {"youtube": "https://www.youtube.com/watch?v={}", "vimeo": "https://vimeo.com/{}"}
        address = _first(values, "path", "src") or known.get(values.get("provider", ""), "{}").format(
            values.get("id", "")
        )
        return _video(address) if address.startswith("http") else None
    return "" if stem in _MACHINERY else None


def _tag(inner: str) -> str | None:
    """Return what a tag of Liquid says; None for what it cannot say here."""
    name, _, rest = inner.strip(" -").partition(" ")
    rest = rest.strip()
    if name == "include":
        return _include(rest)
    if name in ("link", "post_url"):
        return rest if name == "link" else f"_posts/{rest}.md"
    if name == "cite":
        keys = (key for key in re.split(r"[\s,]+", rest) if re.fullmatch(r"[\w:.+-]+", key))
        return ", ".join(f"{{pub}}`{key}`" for key in keys) or None
    if name == "youtube":
        return _video(f"https://www.youtube.com/watch?v={rest.strip(chr(34))}")
    if name == "details":
        return f"\n\n**{rest}**\n\n"
    return "" if name in ("raw", "endraw", "enddetails", "if", "endif", "else", "unless", "endunless") else None


_OUTPUT = re.compile(
    r"\s*(?:[\"'](?P<path>[^\"']*)[\"']\s*\|\s*(?:relative_url|absolute_url|prepend\s*:[^|]*)"
    r"|(?P<base>site\.(?:baseurl|url)|base_path|page\.url))\s*(?:\|[^}]*)?"
)


def _output(inner: str) -> str | None:
    found = _OUTPUT.fullmatch(inner.strip("-"))
    return (found["path"] or "") if found else None


def _shortcode(inner: str) -> str | None:
    """Return what a shortcode of Hugo says; None for what it cannot say here."""
    inner = inner.strip().removesuffix("/").strip()
    name, _, rest = inner.partition(" ")
    values, quoted = _attributes(rest), [next(filter(None, each), "") for each in _QUOTED.findall(rest)]
    first = next(iter(quoted), "") or rest.strip().split(" ")[0]
    if name in ("figure", "img", "image"):
        return _figure(values) or None
    if name in ("youtube", "vimeo"):
        address = {"youtube": "https://www.youtube.com/watch?v={}", "vimeo": "https://vimeo.com/{}"}[name]
        return _video(address.format(values.get("id") or first))
    if name in ("ref", "relref"):
        return first
    if name in ("staticref", "/staticref"):
        return f"<a href='/{first.lstrip('/')}'>" if name == "staticref" else "</a>"
    if name in ("callout", "alert"):
        return "\n\n:::{note}\n" if (first or "note") in ("note", "info") else "\n\n:::{warning}\n"
    if name in ("/callout", "/alert"):
        return "\n:::\n\n"
    if name in ("spoiler", "details"):
        return f"\n\n**{values.get('text') or values.get('summary') or first}**\n\n"
    return "" if name in (*_SILENT, "/spoiler", "/details", "hl", "/hl") else None


_LOOP = re.compile(r"\{%-?\s*(for|comment|capture)\b(?:(?!\{%-?\s*\1\b).)*?\{%-?\s*end\1\s*-?%\}", re.DOTALL)
_CODE = re.compile(
    r"\{%-?\s*highlight\s+(?P<language>[\w+-]*)[^%]*%\}\n?(?P<code>.*?)\n?\{%-?\s*endhighlight\s*-?%\}", re.DOTALL
)
_SHORTCODE = re.compile(r"\{\{[<%](?!/\*)(?P<inner>.*?)[>%]\}\}", re.DOTALL)
_TAG = re.compile(r"\{%-?(?P<inner>.*?)-?%\}", re.DOTALL)
_OUTPUTS = re.compile(r"\{\{(?P<inner>.*?)\}\}", re.DOTALL)


def code_of_liquid(text: str) -> str:
    """Write code of Liquid as code of Markdown; before any other part of a text is looked at."""
    return _CODE.sub(lambda match: f"```{match['language']}\n{match['code']}\n```", text)


def without_templates(text: str, lose: Callable[[str], None]) -> str:
    r"""Write templates as Markdown; those that list what stands elsewhere, or that it has no words for, go to `lose`.

    >>> without_templates("[CV]({{ '/cv.pdf' | relative_url }}) {% raw %}x", print)
    '[CV](/cv.pdf) x'
    """

    def write(read: Callable[[str], str | None]) -> Callable[[re.Match[str]], str]:
        def written(match: re.Match[str]) -> str:
            said = read(match["inner"])
            if said is None:
                lose(match[0])
            return said or ""

        return written

    while loop := _LOOP.search(text):
        lose(loop[0])
        text = text[: loop.start()] + text[loop.end() :]
    text = _SHORTCODE.sub(write(_shortcode), text)
    return _OUTPUTS.sub(write(_output), _TAG.sub(write(_tag), text))

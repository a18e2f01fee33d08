"""What an entry holds that is nobody's business: fields that no style knows, addresses on the author's own disk."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from sphinx_vita.reading.bibtex.known_fields import LINKS, is_known, link_name
from sphinx_vita.reading.inline_html import without_tags
from sphinx_vita.reading.latex.islands import plain_address
from sphinx_vita.reading.links import SCHEMES
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.reading.printable import INVISIBLE

_NEEDED = ("title", "author", "editor", "booktitle", "journal", "journaltitle")  # cut, not left out
_APPLICATIONS = (  # schemes that open a program on the author's machine, or nothing at all for others
    "papers papers2 papers3 zotero mendeley readcube bookends skim sente citavi x-bdsk x-devonthink-item evernote"
    " onenote obsidian notion calibre smb afp nfs sftp chrome chrome-extension moz-extension about"
    " blob view-source vbscript"
).split()
_FOLDERS = (
    r"Users|home|Volumes|root|afs|nfs|scratch|export/home|usr/people|private/(?:var|tmp)|var/folders|storage/emulated"
    r"|mnt/[^\s/{}]+|media/[^\s/{}]+|cygdrive/[a-z]|run/user"
)
_ENDINGS = (
    "pdf|docx?|odt|rtf|txt|md|html?|ps|dvi|djvu|epub|mobi|tex|bib|ris|enl|pptx?|key|xlsx?|csv|png|jpe?g|tiff?|svg|zip"
)
_LOCAL = re.compile(
    r"(?<![\w.+/-])file:(?!/{0,3}(?:etc|usr|bin|dev|proc|sys)/)[/\\\w]"  # what every machine has is nobody's own
    rf"|(?<![\w.+-])(?:{'|'.join(_APPLICATIONS)}):(?:/|\\|[\w.-]+/|[\w-]+\()"  # file:///x, zotero://select, blob:x/y
    rf"|(?<![\w./:~%=&?-])/(?:{_FOLDERS})/[^\s/]"  # /Users/ada
    r"|(?<![\w/.~\\}\])])~/[\w.]"  # ~/papers
    r"|(?<![A-Za-z0-9])[A-Za-z]:\\{1,2}(?:Users|Documents|Home|Dropbox|OneDrive|Temp|Papers?|Literatur\w*|Downloads)\b"
    rf"|(?<![A-Za-z0-9])[A-Za-z]:[\\/](?!/)[^{{}}$:\n]*\.(?:{_ENDINGS})\b"  # D:\papers\x.pdf
    rf"|(?<![\\\w])\\\\[A-Za-z][\w.-]+\\[^{{}}$\n]*\.(?:{_ENDINGS})\b",  # \\server\share\x.pdf
    re.IGNORECASE,
)
_LINK = re.compile(
    r"\\(?:href|url|path|nolinkurl)\s*\{((?:[^{}]|\{[^{}]*\})*)\}|<a\s[^<>]*?href\s*=\s*([\"'])(.*?)\2", re.IGNORECASE
)
_TEX_OF_PATHS = (
    (re.compile(r"\{?\\(?:textbackslash|backslash)(?![A-Za-z])\s*(?:\{\})?\}?"), r"\\"),
    (re.compile(r"\{?\\slash(?![A-Za-z])\s*(?:\{\})?\}?"), "/"),
    (re.compile(r"\{?\\(?:textasciitilde|sim)(?![A-Za-z])\s*(?:\{\})?\}?|\\~(?:\{\})?"), "~"),
    (re.compile(r"\\([_%&#$:/])"), r"\1"),
    (re.compile(r"\\(?:allowbreak|-|/)"), ""),
)

Refusal = tuple[str, Mistake, str]  # the field, what is wrong, and what to do


def screen(fields: dict[str, str]) -> tuple[dict[str, str], list[Refusal]]:
    r"""Return the fields that may be published, as they may be, and what was taken out of the known ones.

    >>> screen({"title": "T", "annote": "weak", "note": r"see file:///Users/ada/x.pdf"})[0]
    {'title': 'T'}
    """
    kept: dict[str, str] = {}
    refused: list[Refusal] = []
    for name, value in fields.items():
        if not is_known(name):
            continue
        public, problem = _public(name, value)
        if problem:
            refused.append((name, Mistake.INVALID_LINK, f"field '{name}' {problem}"))
        if public:
            kept[name] = public
    return kept, refused


def is_local(value: str) -> bool:
    """Whether a value names a place on a disk or in a program: `file:///x`, `/Users/ada/x.pdf`, `D:/x.pdf`."""
    may_be = any(sign in value for sign in "/\\%")
    return may_be and any(_LOCAL.search(spelling) for spelling in _spellings(value))


def _public(name: str, value: str) -> tuple[str, str]:
    """Return what of a value may be published, and what is wrong with the rest."""
    if is_local(value):
        what = "names a place on a disk or in a program of your own; take it out, or write an address of the web"
        return (_before_local(value) if name in _NEEDED else ""), what
    may_link = "\\" in value or "<" in value
    links = [link for link in map(_target, _LINK.finditer(value)) if _is_refused(link)] if may_link else []
    if not links:
        return value, ""
    scheme = _bare(links[0]).partition(":")[0].strip()[:30]
    rest = "" if link_name(name) in LINKS else _LINK.sub(_without_target, value)
    return rest, f"links to '{scheme}:'; only {', '.join(SCHEMES)} are allowed"


def _spellings(value: str) -> Iterator[str]:
    """Yield a value as it is written, and as it is meant without its TeX, HTML and percent signs."""
    yield value
    if not any(sign in value for sign in ":/\\~"):
        return
    meant = value
    for pattern, sign in _TEX_OF_PATHS:
        meant = pattern.sub(sign, meant)
    yield meant
    meant = INVISIBLE.sub("", without_tags(meant)).replace("{", "").replace("}", "")
    yield meant
    if "%" in meant:
        yield unquote(meant)


def _before_local(value: str) -> str:
    """Cut a value that cannot be left out before the place that it names."""
    found = _LOCAL.search(value)
    return value[: found.start()].rstrip(" ({[\\,;") if found else ""


def _target(link: re.Match[str]) -> str:
    return link[1] if link[1] is not None else link[3]


def _bare(address: str) -> str:
    return INVISIBLE.sub("", without_tags(plain_address(address)))


def _is_refused(address: str) -> bool:
    """Whether an address has a scheme that nothing on the site may have; a file or an anchor has none."""
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*)\s*:", _bare(address))
    return scheme is not None and scheme[1].lower() not in SCHEMES


def _without_target(link: re.Match[str]) -> str:
    if not _is_refused(_target(link)):
        return link[0]
    return link[0].replace(link[3], "") if link[1] is None else ""  # of \\href{x}{words} the words stay

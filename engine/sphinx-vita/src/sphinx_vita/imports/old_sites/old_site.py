"""An old site while it moves: where each of its files, pages and addresses will be, and what found no place."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from posixpath import dirname, normpath, relpath
from urllib.parse import unquote, urlsplit

from sphinx_vita.imports.drafts import Draft, Entry, Imported, Leftover, Section
from sphinx_vita.imports.judging import judged
from sphinx_vita.imports.old_sites.page_text import plain_markdown, with_headings
from sphinx_vita.imports.old_sites.source_files import paths_of
from sphinx_vita.imports.site import ORPHAN, page_of
from sphinx_vita.reading.links import check_link
from sphinx_vita.records.slugs import slug

_SCHEME = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:|//)")
_NO_ASSETS = (".md", ".markdown", ".bib", ".yml", ".yaml", ".toml")
_CITED = re.compile(r"\{pub\}`(?P<key>[^`]+)`")
_MACHINERY = re.compile(
    r"\{%-?\s*(?:for|assign|if|elsif|else|capture|endcapture|case|when|endcase|break|continue|cycle)\b|\{\{(?![<%])"
)
NO_MARKDOWN = "this has no words in Markdown; write what it says, or leave it out"
NOT_PUBLIC = "it was not public; make a page of it when it is ready"


@dataclass(slots=True)
class OldSite:
    """What is read of it, bit by bit."""

    files: Mapping[str, str]
    folders: tuple[str, ...] = ()  # where a file may lie that is named without its folder
    served: tuple[str, ...] = ()  # folders whose name is no part of an address, such as `static`
    address: str = ""  # where it was published, such as `https://example.org/~ada`
    homes: dict[str, str] = field(default_factory=dict)  # an old address, or a path -> the page, by path
    moved: dict[str, str] = field(default_factory=dict)  # those of the addresses that were public
    sections: dict[str, list[Draft | Entry | Leftover]] = field(default_factory=dict)
    proses: dict[str, str] = field(default_factory=dict)
    statuses: dict[str, tuple[str, ...]] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    assets: dict[str, str] = field(default_factory=dict)
    loose: list[Leftover] = field(default_factory=list)
    bibliography_head: str = ""
    read: set[str] = field(default_factory=set)  # paths of pages that something else has been made of
    keys: set[str] = field(default_factory=set)  # of the bibliography
    kinds: set[str] = field(default_factory=set)  # of the records that will be there
    paths: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.paths = paths_of(self.files)

    def leave(self, text: str, reason: str, place: str) -> None:
        """Put something into the inbox."""
        if text.strip():
            self.loose.append(Leftover(text=text.strip(), reason=reason, place=place))

    def expect(self, home: str, *addresses: str, source: str = "") -> None:
        """Say to which page old addresses lead from now on, before any text is read."""
        public = [address.strip("/") for address in addresses if address.strip("/ ") and not _SCHEME.match(address)]
        for address in public:
            self.moved.setdefault(address, home)
        for name in (*public, source):
            if name:
                self.homes.setdefault(_plain(name), home)

    def asset(self, written: str, near: str = "", *folders: str) -> str:
        """Bring a file along that the file `near` names; gives its path in the new site, "" where there is none."""
        name = unquote(urlsplit(written.strip()).path) if not _SCHEME.match(written) else ""
        if not name or name.lower().endswith(_NO_ASSETS):
            return ""
        beside = () if name.startswith("/") else (dirname(near),)
        for folder in (*beside, *folders, "", *self.served, *self.folders):
            path = normpath(f"{folder}/{name.lstrip('/')}").lstrip("/")
            if path in self.paths and not path.startswith(".."):
                new = next((path.removeprefix(f"{each}/") for each in self.served if path.startswith(f"{each}/")), path)
                new = "/".join(part.lstrip("_") or part for part in new.split("/"))
                self.assets[new] = path
                return new
        return ""

    def lead(self, written: str, near: str, *, is_picture: bool = False) -> str:
        """Return where a link of the file `near` leads from now on; "" where it leads nowhere."""
        written = self.own(written.strip())
        if _SCHEME.match(written):
            return "" if is_picture or check_link(written) else written
        path, _, _ = written.partition("#")
        path = path.partition("?")[0]
        if not path:
            return ""
        found = self.asset(path, near)
        if found:
            return f"/{found}"
        relative = normpath(f"{dirname(near)}/{unquote(path)}")
        home = next((self.homes[name] for name in map(_plain, (unquote(path), relative)) if name in self.homes), "")
        return "" if is_picture or not home else f"/{home}"

    def own(self, written: str) -> str:
        """Take the site's own address off a link."""
        base = urlsplit(self.address)
        if (
            base.netloc
            and urlsplit(written).netloc == base.netloc
            and urlsplit(written).path.startswith(base.path or "/")
        ):
            written = urlsplit(written).path
        prefix = base.path.rstrip("/")
        return written.removeprefix(prefix) if prefix and written.startswith(f"{prefix}/") else written

    def text(self, body: str, near: str, *, level: int) -> str:
        """Return the text of the file `near` as Markdown, with headings from `level` on; 0 is for none."""
        read = plain_markdown(body, lambda written, is_picture: self.lead(written, near, is_picture=is_picture))
        if _says_something(read.lost):
            self.leave("\n".join(read.lost), NO_MARKDOWN, near)
        return with_headings(_CITED.sub(lambda match: self._cited(match, near), read.markdown), level)

    def _cited(self, match: re.Match[str], near: str) -> str:
        if match["key"] in self.keys:
            return match[0]
        self.leave(match[0], "the bibliography has no such entry", near)
        return match["key"]

    def line(self, text: str, near: str) -> str:
        """Return a title or another text on one line."""
        return " ".join(self.text(text, near, level=0).replace("\\\n", " ").split())

    def add(self, title: str, content: Draft | Entry | Leftover) -> None:
        """Put a record into its section."""
        self.sections.setdefault(title, []).append(content)

    def new_page(self, path: str, text: str) -> str:
        """Add a page under a path of its own; gives the path."""
        while path in self.pages:
            path = f"{path.removesuffix('.md')}-more.md"
        self.pages[path] = text.strip() + "\n"
        return path

    def imported(self, profile: Draft | None) -> Imported:
        """Return all of it, as a page can show it."""
        self._index()
        titles = dict.fromkeys([*self.proses, *self.sections])
        sections = tuple(
            Section(title=title, contents=tuple(self.sections.get(title, ())), prose=self.proses.get(title, ""),
                    statuses=self.statuses.get(title, ()))
            for title in titles
        )  # fmt: skip
        whole = judged(Imported(
            profile=profile, sections=sections, loose=tuple(self.loose), pages=self.pages, assets=self.assets,
            bibliography_head=self.bibliography_head,
        ))  # fmt: skip
        return replace(whole, redirects=self._redirects(whole))

    def _index(self) -> None:
        """Give each folder of pages a page that lists them."""
        listed = [path for path, text in self.pages.items() if not text.startswith(ORPHAN)]
        folders = {dirname(path) for path in listed} - {"", "pages", "posts"}
        for folder in sorted(each for each in folders if f"{each}/index.md" not in self.pages):
            names = sorted(path.removesuffix(".md") for path in listed if dirname(path) == folder)
            title = folder.rpartition("/")[2].replace("_", " ").replace("-", " ").capitalize()
            tree = "\n".join(f"/{name}" for name in names)
            title = title if title.endswith(("s", "ing")) else f"{title}s"
            self.pages[f"{folder}/index.md"] = f"# {title}\n\n```{{toctree}}\n:maxdepth: 1\n\n{tree}\n```\n"

    def _redirects(self, whole: Imported) -> dict[str, str]:
        """Return where old addresses lead, seen from there, as the setting `redirects` takes it."""
        found: dict[str, str] = {}
        kinds = {kind for section in whole.sections for kind in section.kinds}
        there = {"index.md", "cv.md", *self.pages, *map(page_of, kinds)}
        for old, home in sorted(self.moved.items()):
            docname = re.sub(r"\.html?$", "", old) if re.search(r"\.html?$", old) else normpath(f"{old}/index")
            new = home.removesuffix(".md")
            if home in there and docname not in (new, "index", "404/index") and f"{docname}.md" not in self.pages:
                found[docname] = relpath(f"{new}.html", dirname(docname) or ".")
        return found


def with_tags(draft: Draft, words: list[str]) -> Draft:
    """Add tags to a draft."""
    tags = ", ".join(dict.fromkeys(word.replace(",", " ").strip() for word in words if word.strip()))
    return replace(draft, options={**draft.options, "tags": tags}) if tags else draft


def name_of(path: str) -> str:
    """Return a short name for a page made of a file's path: without its date and its ending."""
    parts = path.rsplit("/", 2)
    stem = parts[-2] if re.fullmatch(r"_?index(?:\.\w+)?\.\w+", parts[-1]) and len(parts) > 1 else parts[-1]
    stem = re.sub(r"\.(?:md|markdown|html|ya?ml)$", "", stem)
    return slug(re.sub(r"^\d{4}-\d{1,2}-\d{1,2}-", "", stem)) or "page"


def _plain(address: str) -> str:
    """Return an address without what does not tell it from others."""
    plain = re.sub(r"\.(?:html?|md|markdown)$", "", unquote(address).strip("/"))
    return re.sub(r"(?:^|/)index$", "", plain).strip("/").casefold()


def _says_something(lost: list[str]) -> bool:
    """Whether what is lost holds more than the machinery of a list of what stands elsewhere."""
    return any(not _MACHINERY.match(each) for each in lost)

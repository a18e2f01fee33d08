"""One page made light: its styles inside, its scripts after it, and nothing that it does not use."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

from sphinx.config import Config
from sphinx_build_cache.scripts import without_comments

from sphinx_light_pages import known_scripts, scripts
from sphinx_light_pages.fold import Scope
from sphinx_light_pages.markup import (
    Address,
    Tag,
    found_on,
    replaced,
    resolve,
    tags_of,
    without_space,
    without_unused_symbols,
)
from sphinx_light_pages.pictures import with_pictures
from sphinx_light_pages.scripts import Script
from sphinx_light_pages.selectors import is_met, needs_of
from sphinx_light_pages.sheet import names_in
from sphinx_light_pages.squeeze import ROOT
from sphinx_light_pages.store import Store
from sphinx_light_pages.styles import Around, Sheet, Styles, sheet_of

# Stand for files of this package.
OWN = BEFORE, LATE, MARKS, PREFETCH, LOADER = tuple(
    f"lean:{name}.js" for name in ("before", "late", "marks", "prefetch", "loader")
)
_MANIFEST = re.compile(r"<link rel=\"manifest\"[^>]*>")
_RUN = re.compile(r"[\w./-]++")  # taken whole, so that a long one is not tried from each of its letters
_LATER = re.compile(r"[\w./-]+\.(?:css|m?js)\b")
_GIVEN = re.compile(r"(--[\w-]+)\s*:")
Edits = dict[tuple[int, int], str]
# States, the custom properties that are spoken of, and those of them that may be given a value.
Effects = tuple[frozenset[str], frozenset[str], frozenset[str]]


class Page:
    """A page as Sphinx wrote it."""

    def __init__(self, path: str, text: str, output: Path) -> None:
        self.path, self.text, self._output = path, text, output
        self.tags = list(tags_of(text))
        self.found, self.styles = found_on(text)

    def resolve(self, address: str) -> Address | None:
        """Find the file of the output that an address means."""
        return resolve(address, self.path, self._output)

    @cached_property
    def sheets(self) -> list[tuple[Tag, Sheet | None, str]]:
        """What brings in style, in its order; a tag whose style stays as it is has no sheet. Last the prefix."""
        found = []
        for tag in self.tags:
            is_link = tag.name == "link" and "stylesheet" in tag.get("rel").split()
            if is_link or tag.name == "style":
                address = self.resolve(tag.attributes.get("href", "")) if is_link else None
                found.append((tag, sheet_of(tag, address), address.prefix if address else ""))
        return found

    @cached_property
    def scripts(self) -> list[tuple[Tag, Address | None]]:
        """The scripts with the files of the output in which they stand."""
        tags = [tag for tag in self.tags if tag.name == "script" and tag.get("type") in {*scripts.CLASSIC, "module"}]
        return [(tag, self.resolve(tag.attributes.get("src", ""))) for tag in tags]

    @cached_property
    def root(self) -> frozenset[str]:
        """What selectors may ask for of the `html` element."""
        found = re.search(r"<html\b[^>]*>", self.text, re.IGNORECASE)
        return found_on(found[0])[0] if found else frozenset()

    @cached_property
    def prefix(self) -> str:
        """The way to the root of the output: as the theme writes it, since a page may be served from anywhere."""
        found = [prefix for _, sheet, prefix in self.sheets if sheet]
        return found[0] if found else "../" * self.path.count("/")


class Workshop:
    """Makes pages of one output light; what several pages share is made once."""

    def __init__(self, output: Path, config: Config, store: Store) -> None:
        self._output = output
        self._config = config
        self._styles = Styles(output, store)
        self._texts: dict[str, str] = {}
        self._names: dict[tuple[str, ...], str] = {}  # paths of scripts -> path of the file with them all
        self._effects: dict[object, Effects] = {}
        self._needs = {name: needs_of(needed) for name, needed in known_scripts.acts_on(config).items()}

    def make(self, path: str, text: str) -> str:
        """Return the light form of a page."""
        page = Page(path, text, self._output)
        last = text.rfind("</body>")
        if last < 0 or not any(sheet for _, sheet, _ in page.sheets):
            return text
        late = scripts.movable(page.scripts, self._text)
        idle = [script for script in late if self._is_idle(script, page)]
        edits = self._styled(page, {script.tag.start for script in idle})
        edits |= {(script.tag.start, script.tag.end): "" for script in late}
        edits[last, last] = self._scripted(page, [script for script in late if script not in idle])
        light = without_unused_symbols(without_space(replaced(text, edits)))
        return with_pictures(_MANIFEST.sub(r'<noscript class="lean">\g<0></noscript>', light), page.resolve, self._text)

    @property
    def sources(self) -> set[str]:
        """The files of the output that pages were made of, and those that were made with them."""
        read = {path for path in self._texts if not path.startswith("lean:")}
        return read | self._styles.sources | set(self._names.values())

    def write_bundles(self) -> None:
        """Write the files with several scripts that pages ask for."""
        for paths, path in self._names.items():
            file = self._output / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(scripts.bundle(map(self._text, paths)), "utf-8")

    def _text(self, path: str) -> str:
        if path not in self._texts:
            is_own = path in OWN
            file = Path(__file__).parent / "static" / path[5:] if is_own else self._output / path
            self._texts[path] = file.read_text("utf-8")
        return self._texts[path]

    def _is_idle(self, script: Script, page: Page) -> bool:
        """Return whether a script has nothing to act on."""
        needs = self._needs.get(script.name)
        return needs is not None and not any(is_met(each, page.found, frozenset()) for each in needs)

    def _scripted(self, page: Page, late: Sequence[Script]) -> str:
        marking = self._for_marks(page, late)
        parts: list[list[str] | Script] = []
        for group in scripts.groups([script for script in late if script not in marking], self._text):
            parts.append([script.address.path for script in group] if group[0].is_simple else group[0])
        if parts:
            _join(parts, 0, BEFORE)
        _join(parts, len(parts), PREFETCH)
        if _MANIFEST.search(page.text):
            _join(parts, len(parts), LATE)
        if marking:
            _join(parts, len(parts), MARKS)
        tags = [
            self._bundled(page, part) if isinstance(part, list) else scripts.inert(part.tag.attributes)
            for part in parts
        ]
        if marking:
            tags.append(self._bundled(page, [script.address.path for script in marking], "lean-marks"))
        return "".join([*tags, f"<script>{self._loader}</script>"])

    def _for_marks(self, page: Page, late: Sequence[Script]) -> list[Script]:
        """Return the scripts that only a visitor from a search needs."""
        options = "".join(self._text(each.address.path) for each in late if each.name == known_scripts.OPTIONS)
        return scripts.only_for_marks(
            late, self._text, lambda script: known_scripts.is_quiet(script.name, page.found, options)
        )

    @cached_property
    def _loader(self) -> str:
        return without_comments(self._text(LOADER)).strip()

    def _bundled(self, page: Page, paths: Sequence[str], kind: str = "lean") -> str:
        names = tuple(paths)
        if names not in self._names:
            self._names[names] = scripts.bundle_path(map(self._text, names))
        return scripts.inert({"src": f"{page.prefix}{self._names[names]}"}, kind)

    def _styled(self, page: Page, idle: set[int]) -> Edits:
        """Put each run of stylesheets into one <style>; another tag between two runs keeps its place."""
        edits: Edits = {}
        around = self._around(page, idle)
        run: list[tuple[Tag, Sheet]] = []
        for tag, sheet, _ in [*page.sheets, (None, None, "")]:
            if tag and sheet in around.sheets:
                run.append((tag, sheet))
            elif run:
                edits |= {(tag.start, tag.end): "" for tag, _ in run}
                edits[run[0][0].start, run[0][0].end] = self._style(page, [sheet for _, sheet in run], around)
                run = []
        return edits

    def _around(self, page: Page, idle: set[int]) -> Around:
        """Return what is around the stylesheets of a page."""
        sheets = tuple(sheet for _, sheet, _ in page.sheets if sheet and self._styles.is_readable(sheet[0]))
        own = tuple(tag.inner for tag in page.tags if tag.name == "style")
        states, names, given = self._brought_about(page, idle)
        return Around(
            sheets=sheets,
            is_open=len(sheets) + len(own) < len(page.sheets),
            own=own,
            of_elements=page.styles,
            found=page.found,
            names=names.union(*map(names_in, (*own, page.styles))),
            scope=Scope(given | set(_GIVEN.findall(page.styles)), page.root, states),
        )

    def _style(self, page: Page, sheets: Sequence[Sheet], around: Around) -> str:
        css = self._styles.write(sheets, around)
        names_of_scripts = [address.path.rsplit("/", 1)[-1] for _, address in page.scripts if address]
        early = "".join(known_scripts.FIRST.get(name, "") for name in names_of_scripts)
        return (f"<script>{early}</script>" if early else "") + f"<style>{css.replace(ROOT, page.prefix)}</style>"

    def _brought_about(self, page: Page, idle: set[int]) -> Effects:
        """Return what the scripts of a page bring about, also by what they load."""
        used = [(tag, address) for tag, address in page.scripts if tag.start not in idle]
        files = frozenset(address.path for _, address in used if address)
        inline = tuple(tag.inner for tag, address in used if not address)
        attributes = tuple(value for tag, _ in used for name, value in tag.attributes.items() if name != "src")
        key = (page.path.rpartition("/")[0], page.prefix, files, inline, attributes)
        if key not in self._effects:
            states = set(known_scripts.states(known_scripts.ANYWHERE, "", self._config))
            names: set[str] = set()
            given: set[str] = set()
            seen: set[str] = set()
            waiting = [("", text) for text in inline] + [(path, "") for path in files | self._named(page, attributes)]
            while waiting:
                path, text = waiting.pop()
                if path in seen:
                    continue
                if path:
                    seen.add(path)
                    text = self._text(path) if known_scripts.is_read(path, self._config) else ""
                names |= names_in(text)
                given |= set(_GIVEN.findall(text)) if path.endswith(".css") else names_in(text)
                if not path.endswith(".css"):
                    states.update(known_scripts.states(path, text, self._config))
                    waiting += [(each, "") for each in self._named(page, [text])]
            self._effects[key] = (frozenset(states), frozenset(names), frozenset(given))
        return self._effects[key]

    def _named(self, page: Page, texts: Iterable[str]) -> frozenset[str]:
        """Return the scripts and sheets that texts name, from here or from the output's root: they may be loaded."""
        runs = {run for text in texts for run in _RUN.findall(text) if "." in run}
        words = {name[0] for run in runs if (name := _LATER.match(run))}
        found = (page.resolve(word) or page.resolve(f"{page.prefix}{word}") for word in words)
        return frozenset(address.path for address in found if address)


def _join(parts: list[list[str] | Script], place: int, path: str) -> None:
    """Put a file of this package first or last, together with its neighbour where this may share a file."""
    near = parts[max(place - 1, 0)] if parts else None
    if isinstance(near, list):
        near.insert(place and len(near), path)
    else:
        parts.insert(place, [path])

"""One page made light: its styles inside, its scripts after it, and nothing that it does not use."""

import re
from collections.abc import Callable, Iterable, Sequence, Set
from functools import cache, cached_property
from pathlib import Path

from sphinx.config import Config

from sphinx_light_pages import known_scripts, policy, scripts
from sphinx_light_pages.markup import (
    Address,
    Tag,
    found_on,
    replaced,
    resolve,
    tags_of,
    without_unused_symbols,
)
from sphinx_light_pages.pictures import with_pictures
from sphinx_light_pages.script_words import Effects, Scripts, files_in
from sphinx_light_pages.scripts import Script
from sphinx_light_pages.selectors import is_met, needs_of
from sphinx_light_pages.sheet import names_in
from sphinx_light_pages.squeeze import ROOT
from sphinx_light_pages.styles import Around, Sheet, Styles, sheet_of

# Stand for files of this package.
OWN = BEFORE, LATE, PREFETCH, LOADER, KEYS, HELD = tuple(
    f"lean:{name}.js" for name in ("before", "late", "prefetch", "loader", "keys", "held")
)
_MANIFEST = re.compile(r"<link rel=\"manifest\"[^>]*>")
Edits = dict[tuple[int, int], str]


class Page:
    """A page as Sphinx wrote it."""

    def __init__(self, path: str, text: str, is_file: Callable[[str], bool]) -> None:
        self.path, self.text, self._is_file = path, text, is_file
        self.tags = list(tags_of(text))
        self.found, self.styles, self.code = found_on(text)

    def resolve(self, address: str) -> Address | None:
        """Find the file of the output that an address means."""
        return resolve(address, self.path, self._is_file)

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
    def prefix(self) -> str:
        """The way to the root of the output: as the theme writes it, since a page may be served from anywhere."""
        found = [prefix for _, sheet, prefix in self.sheets if sheet]
        return found[0] if found else "../" * self.path.count("/")


class Workshop:
    """Makes pages of one output light; what several pages share is made once."""

    def __init__(self, output: Path, config: Config) -> None:
        self._output = output
        self._config = config
        self._styles = Styles(output)
        self._texts: dict[str, str] = {}
        self._names: dict[tuple[str, ...], str] = {}  # paths of scripts -> path of the file with them all
        self._files: dict[str, str] = {}  # path of another file that pages ask for -> its text
        self.problems: dict[str, list[str]] = {}  # what a strict policy refuses -> paths of the pages with it
        self._scripts = Scripts(config, self._text)
        self._effects: dict[object, Effects] = {}
        self._is_file = cache(lambda path: (output / path).is_file())
        self._needs = {name: needs_of(needed) for name, needed in known_scripts.acts_on(config).items()}

    def make(self, path: str, text: str) -> str:
        """Return the light form of a page."""
        page = Page(path, text, self._is_file)
        last = text.rfind("</body>")
        if last < 0 or not any(sheet for _, sheet, _ in page.sheets):
            return self._under_policy(page, text)
        late = scripts.movable(page.scripts, self._code)
        idle = [script for script in late if self._is_idle(script, page)]
        used = [script for script in late if script not in idle]
        edits = self._styled(page, {script.tag.start for script in idle}, self._early(page, used))
        edits |= {(script.tag.start, script.tag.end): "" for script in late}
        edits[last, last] = self._scripted(page, used)
        light = without_unused_symbols(replaced(text, edits))
        light = _MANIFEST.sub(r'<noscript class="lean">\g<0></noscript>', light)
        return self._under_policy(page, with_pictures(light, page.resolve, self._text))

    @property
    def sources(self) -> set[str]:
        """The files of the output that pages were made of, and those that were made with them."""
        read = {path for path in self._texts if not path.startswith("lean:")}
        return read | self._styles.sources | set(self._names.values()) | self._files.keys()

    def write_files(self, standing: Set[str]) -> None:
        """Write the files that pages ask for, but for those that are there from the build before."""
        bundles = {
            path: scripts.bundle(map(self._text, paths)) for paths, path in self._names.items() if path not in standing
        }
        for path, text in {**bundles, **self._files}.items():
            file = self._output / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")

    def _under_policy(self, page: Page, text: str) -> str:
        kind = self._config.light_pages_policy
        if not kind:
            return text
        for problem in policy.problems(text, kind):
            self.problems.setdefault(problem, []).append(page.path)
        if kind == "hashes":
            return policy.with_hashes(text)
        return policy.as_files(text, page.path, lambda kind, inner: page.prefix + self._file(kind, inner))

    def _file(self, kind: str, text: str) -> str:
        """Return the path of a file with a text."""
        path = scripts.path_of([text], kind)
        self._files[path] = text
        return path

    def _text(self, path: str) -> str:
        if path not in self._texts:
            is_own = path in OWN
            file = Path(__file__).parent / "static" / path[5:] if is_own else self._output / path
            self._texts[path] = file.read_text("utf-8", "strict" if is_own else "replace")
        return self._texts[path]

    def _code(self, path: str) -> str:
        """Return what a script does; of mere data nothing, or a new word in the index would make all pages anew."""
        return self._text(path) if known_scripts.is_read(path, self._config) else ""

    def _is_idle(self, script: Script, page: Page) -> bool:
        """Return whether a script has nothing to act on."""
        needs = self._needs.get(script.name)
        return needs is not None and not any(is_met(each, page.found) for each in needs)

    def _scripted(self, page: Page, late: Sequence[Script]) -> str:
        parts: list[list[str] | Script] = []
        for group in scripts.groups(late, self._text):
            is_bundled = group[0].may_be_bundled(self._text)
            parts.append([script.address.path for script in group] if is_bundled else group[0])
        if parts:
            _join(parts, 0, BEFORE)
        _join(parts, len(parts), PREFETCH)
        if self._listens(late):
            _join(parts, len(parts), HELD)
        if _MANIFEST.search(page.text):
            _join(parts, len(parts), LATE)
        tags = [
            self._bundled(page, part) if isinstance(part, list) else scripts.inert(part.tag.attributes)
            for part in parts
        ]
        return "".join([*tags, f"<script>{scripts.short(self._text(LOADER))}</script>"])

    def _listens(self, late: Sequence[Script]) -> bool:
        """Return whether scripts listen to keys."""
        return any("keydown" in self._code(script.address.path) for script in late)

    def _bundled(self, page: Page, paths: Sequence[str]) -> str:
        names = tuple(paths)
        if names not in self._names:
            self._names[names] = scripts.path_of(map(self._text, names), ".js")
        return scripts.inert({"src": f"{page.prefix}{self._names[names]}"})

    def _early(self, page: Page, late: Sequence[Script]) -> str:
        """Return what cannot wait until the page has been painted."""
        names = [address.path.rsplit("/", 1)[-1] for _, address in page.scripts if address]
        first = [known_scripts.FIRST.get(name, "") for name in names]
        if self._listens(late):
            first.append(scripts.short(self._text(KEYS)))
        early = ";".join(filter(None, first))
        return f"<script>{early}</script>" if early else ""

    def _styled(self, page: Page, idle: set[int], early: str) -> Edits:
        """Put each run of stylesheets into one <style>, the first after what is early."""
        edits: Edits = {}
        around = self._around(page, idle)
        run: list[tuple[Tag, Sheet]] = []
        # Another tag between two runs keeps its place.
        for tag, sheet, _ in [*page.sheets, (None, None, "")]:
            if tag and sheet in around.sheets:
                run.append((tag, sheet))
            elif run:
                edits |= {(tag.start, tag.end): "" for tag, _ in run}
                style = self._style(page, [sheet for _, sheet in run], around)
                edits[run[0][0].start, run[0][0].end], early = early + style, ""
                run = []
        return edits

    def _around(self, page: Page, idle: set[int]) -> Around:
        """Return what is around the stylesheets of a page."""
        own = tuple(tag.inner for tag in page.tags if tag.name == "style")
        effects = self._brought_about(page, idle)
        return Around(
            sheets=tuple(sheet for _, sheet, _ in page.sheets if sheet and self._styles.is_readable(sheet[0])),
            own=own,
            of_elements=page.styles,
            found=page.found,
            effects=effects,
            names=effects.names.union(*map(names_in, (*own, page.styles))),
        )

    def _style(self, page: Page, sheets: Sequence[Sheet], around: Around) -> str:
        css = self._styles.write(sheets, around)
        if self._config.light_pages_policy == "files":
            way = self._file(".css", css.replace(ROOT, "../" * scripts.FOLDER.count("/")))
            return f'<link rel="stylesheet" href="{page.prefix}{way}">'
        return f"<style>{css.replace(ROOT, page.prefix)}</style>"

    def _brought_about(self, page: Page, idle: set[int]) -> Effects:
        """Return what the scripts of a page bring about, also by what they load."""
        used = [(tag, address) for tag, address in page.scripts if tag.start not in idle]
        files = frozenset(address.path for _, address in used if address)
        inline = frozenset([page.code, *(tag.inner for tag, address in used if not address)])
        values = {value for tag, _ in used for name, value in tag.attributes.items() if name != "src"}
        named = frozenset(each for value in values for each in files_in(value))
        key = (page.path.rpartition("/")[0], page.prefix, files, inline, named)
        if key not in self._effects:
            find = self._finder(page)
            self._effects[key] = self._scripts.effects([*files, *find(named)], inline, find)
        return self._effects[key]

    def _finder(self, page: Page) -> Callable[[Iterable[str]], Iterable[str]]:
        """Return what finds the files that scripts name, from a page or from the output's root: they may be loaded."""

        def find(names: Iterable[str]) -> set[str]:
            found = (page.resolve(name) or page.resolve(f"{page.prefix}{name}") for name in names)
            return {address.path for address in found if address}

        return find


def _join(parts: list[list[str] | Script], place: int, path: str) -> None:
    """Put a file of this package first or last, together with its neighbour where this may share a file."""
    near = parts[max(place - 1, 0)] if parts else None
    if isinstance(near, list):
        near.insert(place and len(near), path)
    else:
        parts.insert(place, [path])

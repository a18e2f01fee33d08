"""The finished output made light after every build: also the pages that Sphinx has not written again."""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util import logging
from sphinx_build_cache.builders import builder_of_pages
from sphinx_build_cache.digests import digest_of_file
from sphinx_build_cache.files import remove

from sphinx_light_pages.known_scripts import pages_written
from sphinx_light_pages.page import Workshop
from sphinx_light_pages.scripts import FOLDER
from sphinx_light_pages.store import Made, Store, digest, kept, open_store, place

logger = logging.getLogger(__name__)
LIGHT = b'<script type="text/lean"'  # stands on every page that was made light
_OWN = re.compile(rf"{FOLDER}([\w.]+)")


class Build:
    """What is done before and after each build."""

    def start(self, app: Sphinx) -> None:
        """Remove pages of which nobody knows what Sphinx wrote, so that it writes them again."""
        builder = _for_browsers(app)
        if builder and app.config.light_pages:
            for page in _spoiled(app, builder, kept(place(app.doctreedir, app.outdir))):
                page.unlink()

    def lighten(self, app: Sphinx, exception: Exception | None) -> None:
        """Make every page light and drop what is no longer used."""
        noted = pages_written()
        builder = _for_browsers(app)
        if exception or not builder:
            return
        output = Path(app.outdir)
        folder = place(app.doctreedir, output)
        if not app.config.light_pages:
            for each in (output / FOLDER, folder):
                shutil.rmtree(each, ignore_errors=True)
            return
        with open_store(folder) as store:
            names = _make_pages(app, output, store, _pages(app, builder, noted | set(app.env.found_docs)))
        for file in (output / FOLDER).glob("*"):
            if file.name not in names:
                remove(output, f"{FOLDER}{file.name}")


def _spoiled(app: Sphinx, builder: StandaloneHTMLBuilder, known: dict[str, Made] | None) -> list[Path]:
    """Return the light pages that are not as they were left; without a store, all of them."""
    output = Path(app.outdir)
    if known is not None:
        files = ((output / path, made.digest) for path, made in known.items())
        return [file for file, made in files if digest_of_file(file) not in (made, "")]
    pages = {Path(builder.get_output_path(name)) for name in app.env.found_docs | app.env.all_docs.keys()}
    pages |= set(output.glob("_modules/**/*.html"))  # others are written by every build
    return [page for page in pages if page.is_file() and LIGHT in page.read_bytes()]


def _for_browsers(app: Sphinx) -> StandaloneHTMLBuilder | None:
    """Return the builder if it writes pages for browsers, and not parts of pages or of a book."""
    builder = builder_of_pages(app.builder)
    return None if builder and builder.embedded else builder


def _pages(app: Sphinx, builder: StandaloneHTMLBuilder, names: set[str]) -> dict[str, Path]:
    """Return the pages that can be made light, by path; whoever builds is told why another stays as it is."""
    if builder.out_suffix != ".html":
        message = "pages that end with '%s' stay as they are: only those with '.html' are made light"
        warn("suffix", message, builder.out_suffix, at=f"{app.confdir}/conf.py:1")
        return {}
    output = Path(app.outdir)
    files = (Path(builder.get_output_path(name)) for name in sorted(names))
    return {path.relative_to(output).as_posix(): path for path in files if path.suffix == ".html" and path.is_file()}


def warn(kind: str, message: str, *values: object, at: str) -> None:
    """Tell whoever builds what stays as it was, and where."""
    logger.warning(message, *values, type="light_pages", subtype=kind, location=at)


def _make_pages(app: Sphinx, output: Path, store: Store, pages: dict[str, Path]) -> set[str]:
    """Make the pages; gives the names of the files that were made for them."""
    known = store.pages()
    pages |= {path: output / path for path in known if (output / path).is_file()}
    store.forget_pages(known.keys() - pages.keys())
    workshop = Workshop(output, app.config)
    sources, state = store.sources()
    is_same = state == _state(app, output, sources)
    names: set[str] = set()
    for path, file in pages.items():
        made = _make_page(path, file, known.get(path), store, workshop, is_same=is_same)
        names |= made.names if made else frozenset()
    workshop.write_files(sources if is_same else frozenset())
    for problem, (first, *others) in workshop.problems.items():
        message = "%s is refused by a strict Content-Security-Policy: put what it does into a file of html_js_files%s"
        more = f" (as on {len(others)} other pages)" if others else ""
        warn("policy", message, problem, more, at=f"{output / first}:1")
    sources = (sources if is_same else frozenset()) | workshop.sources
    used = {path for path in sources if not path.startswith(FOLDER) or path.rsplit("/", 1)[-1] in names}
    store.keep_sources(used, _state(app, output, used))
    return names


def _make_page(
    path: str, file: Path, known: Made | None, store: Store, workshop: Workshop, *, is_same: bool
) -> Made | None:
    """Make a page, unless it is the same as before; `is_same` tells so of all that it depends on besides itself."""
    if known is not None and is_same and known.digest == digest_of_file(file):
        return known
    content = file.read_bytes()
    try:
        original = content.decode()
    except UnicodeDecodeError:
        warn(
            "encoding",
            "the page stays as it is, since it is not UTF-8: leave html_output_encoding alone",
            at=f"{file}:1",
        )
        return None
    if known is not None:
        before, light = store.page(path)
        if is_same and original == before:
            _overwrite(file, light.encode())
            return known
        original = before if known.digest == digest(content) else original
    light = workshop.make(path, original)
    new = light.encode()
    made = Made(digest(new), frozenset(_OWN.findall(light)))
    store.keep_page(path, original, light, made)
    if new != content:
        store.commit()
        _overwrite(file, new)
    return made


def _overwrite(file: Path, content: bytes) -> None:
    """Write over a file: to make it empty first takes a disk longer than all that is written."""
    with file.open("r+b") as opened:
        opened.write(content)
        opened.truncate()


def _state(app: Sphinx, output: Path, sources: Iterable[str]) -> str:
    """Return a fingerprint of all that pages depend on besides themselves."""
    parts = [
        repr(getattr(app.config, name, ""))
        for name in ("light_pages_states", "light_pages_acts_on", "light_pages_policy", "copybutton_selector")
    ]
    for path in sorted(sources):
        file = output / path
        parts.append(f"{path} {digest_of_file(file)}")
    return digest("\n".join(parts).encode())

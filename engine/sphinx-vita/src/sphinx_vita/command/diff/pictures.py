"""Pictures of both states: pages by Chromium where there is one, pages of PDFs by Typst."""

import base64
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from PIL import Image, ImageChops

from sphinx_vita.command.check.browser import launch
from sphinx_vita.command.check.building import UnusableError
from sphinx_vita.command.check.documents import pdf_pages
from sphinx_vita.command.check.server import serve
from sphinx_vita.command.check.site import Site
from sphinx_vita.exports.typst import TypesettingError, compile_png, literal

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Pictures below the window are loaded when a visitor comes near them.
_LOAD = """() => Promise.all([...document.images].map((image) => {
    image.loading = "eager";
    return image.decode().catch(() => null);
}))"""
_WINDOWS = {"laptop": (1280, 0.6), "phone": (390, 1.0)}  # width, and how large the picture is shown
_HEIGHT = 900  # of the window; the picture shows the whole page
_TALLEST = 12_000  # pixels of a picture; what is longer is cut
_RESOLUTION = 80.0  # pixels per inch of the pictures of PDFs
_QUALITY = 80
_BAR, _OLD, _NEW = 6, (179, 38, 30), (26, 127, 55)  # pixels, and the colors of the two states
_MOST_PAGES = 30  # of the site, of which pictures are taken


@dataclass(frozen=True, slots=True)
class Picture:
    """One view of both states, as addresses that hold the pictures; "" for a state that has none."""

    name: str
    old: str
    new: str


def take_pictures(old: Site, new: Site, paths: Sequence[str]) -> tuple[list[Picture], str]:
    """Return pictures of pages and PDFs that differ, and why there are none of pages, "" where there are."""
    pdfs = [picture for path in paths if path.endswith(".pdf") for picture in _of_pdf(old, new, path)]
    pages = [path for path in paths if path in old.pages or path in new.pages]
    try:
        taken = list(_of_pages(old, new, pages[:_MOST_PAGES])) if pages else []
    except UnusableError as error:
        return pdfs, f"There are no pictures of pages: {error}"
    left = f"Pictures show {_MOST_PAGES} of {len(pages)} pages." if len(pages) > _MOST_PAGES else ""
    return [*taken, *pdfs], left


def _of_pages(old: Site, new: Site, paths: Sequence[str]) -> Iterator[Picture]:
    with ExitStack() as stack:
        browser = stack.enter_context(launch())
        addresses = [stack.enter_context(serve(site.output)) for site in (old, new)]
        page = browser.new_page(reduced_motion="reduce")
        page.route(lambda url: not url.startswith((*addresses, "data:", "blob:")), lambda route: route.abort())
        for path in paths:
            for name, (width, scale) in _WINDOWS.items():
                page.set_viewport_size({"width": width, "height": _HEIGHT})
                sides = zip((old, new), addresses, strict=True)
                before, after = (_shot(page, f"{at}{quote(path)}") if path in site.pages else b"" for site, at in sides)
                if before != after:
                    yield _pair(f"{path}, {name}", before, after, scale)


def _shot(page: "Page", address: str) -> bytes:
    page.goto(address)
    page.evaluate(_LOAD)
    return page.screenshot(full_page=True, animations="disabled")


def _of_pdf(old: Site, new: Site, path: str) -> Iterator[Picture]:
    files = [site.files.get(path) for site in (old, new)]
    counts = [len(pdf_pages(file)) if file else 0 for file in files]
    for number in range(1, max(counts) + 1):
        sides = zip(files, counts, strict=True)
        before, after = (_page_of_pdf(file, number) if file and number <= count else b"" for file, count in sides)
        if before != after:
            yield _pair(f"{path}, page {number}", before, after)


def _page_of_pdf(file: Path, number: int) -> bytes:
    """Draw a page of a PDF: Typst shows it as a picture."""
    source = f"#set page(width: auto, height: auto, margin: 0pt)\n#image({literal(file.name)}, page: {number})"
    try:
        return compile_png(source, folder=file.parent, ppi=_RESOLUTION).content
    except TypesettingError:
        return b""  # a file of somebody else that it cannot read


def _pair(name: str, old: bytes, new: bytes, scale: float = 1.0) -> Picture:
    """Put both states side by side, with a bar beside what differs."""
    before, after = (_opened(png) if png else None for png in (old, new))
    if before and after:
        rows = _rows_that_differ(before, after)
        for picture, color in ((before, _OLD), (after, _NEW)):
            picture.paste(color, (0, 0), rows.crop((0, 0, _BAR, picture.height)))
    return Picture(name, _packed(before, scale), _packed(after, scale))


def _opened(png: bytes) -> Image.Image:
    with Image.open(BytesIO(png)) as picture:
        return picture.convert("RGB").crop((0, 0, picture.width, min(picture.height, _TALLEST)))


def _rows_that_differ(old: Image.Image, new: Image.Image) -> Image.Image:
    """Return a mask as wide as the bar and as high as the higher picture."""
    size = (min(old.width, new.width), max(old.height, new.height))
    _, rows = ImageChops.difference(old.crop((0, 0, *size)), new.crop((0, 0, *size))).convert("L").getprojection()
    return Image.frombytes("L", (1, len(rows)), bytes(255 * each for each in rows)).resize((_BAR, len(rows)))


def _packed(picture: Image.Image | None, scale: float) -> str:
    """Return a picture as an address that holds it, smaller than it was taken; "" for none."""
    if picture is None:
        return ""
    size = (round(picture.width * scale), round(picture.height * scale))
    packed = BytesIO()
    picture.resize(size, Image.Resampling.LANCZOS).save(packed, "WEBP", quality=_QUALITY)
    return f"data:image/webp;base64,{base64.b64encode(packed.getvalue()).decode()}"

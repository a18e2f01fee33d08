"""Draws the pictures in the READMEs of the small packages from their documentation: `python screenshots.py [NAME]`."""

import sys
from base64 import b64decode
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import Browser, Page, sync_playwright
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace
from sphinx_vita.command.check.server import serve

ENGINE = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ENGINE / "testing"))

from harness.browser.chromium import find_browser, launch_arguments  # noqa: E402 (needs the path above)
from harness.browser.pages import wait_for_scripts  # noqa: E402
from harness.charts import stale_files  # noqa: E402

SCHEMES = ("light", "dark")
QUERY = "instnat full"  # a typo, and the beginning of a word
# A phone as Lighthouse sees it: slow 4G.
NETWORK = {"offline": False, "latency": 562.5, "downloadThroughput": 184320, "uploadThroughput": 84375}
MOMENTS = (0.5, 1.0, 1.5, 2.0)  # seconds
GROUND, INK, GAP = "#f6f8fa", "#24292f", 12


def docs(package: str, folder: str, **settings: object) -> Path:
    """Build the documentation of a package; gives the folder of its pages."""
    source, output = ENGINE / package / "docs", Path(folder) / "html"
    with docutils_namespace():
        app = Sphinx(source, source, output, Path(folder) / "doctrees", "html", settings, status=None, warning=None)
        app.build()
    return output


@contextmanager
def opened(browser: Browser, output: Path, scheme: str, width: int, height: int, scale: float = 1.5) -> Iterator[Page]:
    """Give a page of the browser for a site."""
    size = {"width": width, "height": height}
    with (
        serve(output) as address,
        browser.new_context(
            base_url=address,
            viewport=size,  # type: ignore[arg-type]
            device_scale_factor=scale,
            color_scheme=scheme,  # type: ignore[arg-type]
        ) as context,
    ):
        yield context.new_page()


def search(browser: Browser) -> bytes:
    """Show the search over a page, in both schemes."""
    shown = []
    with TemporaryDirectory() as folder:
        output = docs("sphinx-instant-search", folder)
        for scheme in SCHEMES:
            with opened(browser, output, scheme, 660, 500) as page:
                wait_for_scripts(page)
                page.goto("how-to.html")
                page.keyboard.press("Control+k")
                page.wait_for_selector("dialog.palette[open]")
                page.keyboard.type(QUERY)
                page.wait_for_function("document.querySelectorAll('.palette-result').length > 2")
                shown.append(page.screenshot(animations="disabled", caret="hide"))
    return joined(shown)


def figure(browser: Browser) -> bytes:
    """Show the first figure, in both schemes."""
    shown = []
    with TemporaryDirectory() as folder:
        output = docs("sphinx-computed-figures", folder)
        for scheme in SCHEMES:
            with opened(browser, output, scheme, 480, 1000) as page:
                wait_for_scripts(page)
                page.goto("index.html")
                page.locator("figure.computed-figure").first.scroll_into_view_if_needed()
                page.wait_for_selector("figure.computed-figure input[type=range]")
                box = page.locator("figure.computed-figure").first.bounding_box()
                assert box
                around = {"x": box["x"] - GAP, "y": box["y"] - GAP, "width": box["width"] + 2 * GAP}
                clip = {**around, "height": box["height"] + 2 * GAP}
                shown.append(page.screenshot(animations="disabled", clip=clip))  # type: ignore[arg-type]
    return joined(shown)


def paint(browser: Browser) -> bytes:
    """Show a page at four moments on a slow network, as Sphinx writes it and made light."""
    rows = []
    for is_light in (0, 1):
        with TemporaryDirectory() as folder:
            output = docs("sphinx-light-pages", folder, light_pages=is_light)
            with opened(browser, output, "light", 360, 480, 1) as page:
                rows.append(frames(page, "how-to.html"))
    return film(rows)


def frames(page: Page, address: str) -> list[Image.Image]:
    """Open a page on a slow network; gives what is seen at each moment."""
    seen: list[tuple[float, str]] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)

    def note(frame: dict[str, object]) -> None:
        seen.append((frame["metadata"]["timestamp"], str(frame["data"])))  # type: ignore[index]
        session.send("Page.screencastFrameAck", {"sessionId": frame["sessionId"]})

    session.on("Page.screencastFrame", note)
    session.send("Page.startScreencast", {"format": "png", "everyNthFrame": 1})
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(500)
    start = page.evaluate("performance.timeOrigin") / 1000
    blank = Image.new("RGB", (360, 480), "white")
    before = ([data for time, data in seen if start < time <= start + moment] for moment in MOMENTS)
    return [Image.open(BytesIO(b64decode(each[-1]))).convert("RGB") if each else blank for each in before]


def film(rows: Sequence[Sequence[Image.Image]]) -> bytes:
    """Put the frames of two films below each other, with their moments above and their names beside them."""
    width, height, side, top = 180, 240, 80, 40
    sheet = Image.new("RGB", (side + len(MOMENTS) * (width + GAP), top + len(rows) * (height + GAP)), GROUND)
    pen = ImageDraw.Draw(sheet)
    font = ImageFont.load_default(20)
    for column, moment in enumerate(MOMENTS):
        pen.text((side + column * (width + GAP) + width / 2, top / 2), f"{moment:g} s", INK, font, anchor="mm")
    for row, (name, shown) in enumerate(zip(("plain", "light"), rows, strict=True)):
        pen.text((GAP, top + row * (height + GAP) + height / 2), name, INK, font, anchor="lm")
        for column, frame in enumerate(shown):
            place = (side + column * (width + GAP), top + row * (height + GAP))
            sheet.paste(frame.resize((width, height), Image.Resampling.LANCZOS), place)
            pen.rectangle((place[0] - 1, place[1] - 1, place[0] + width, place[1] + height), outline="#d0d7de")
    return written(sheet)


def joined(pictures: Sequence[bytes]) -> bytes:
    """Put pictures side by side."""
    images = [Image.open(BytesIO(each)).convert("RGB") for each in pictures]
    sheet = Image.new("RGB", (sum(each.width for each in images), max(each.height for each in images)), GROUND)
    left = 0
    for each in images:
        sheet.paste(each, (left, 0))
        left += each.width
    return written(sheet)


def written(sheet: Image.Image) -> bytes:
    """Return a picture as a small PNG."""
    stream = BytesIO()
    sheet.quantize(128, dither=Image.Dither.NONE).save(stream, "PNG", optimize=True)
    return stream.getvalue()


PICTURES: dict[str, Callable[[Browser], bytes]] = {
    "sphinx-instant-search/docs/_static/search.png": search,
    "sphinx-light-pages/docs/_static/paint.png": paint,
    "sphinx-computed-figures/docs/_static/figure.png": figure,
    "sphinx-clean-rebuilds/docs/_static/stale.svg": lambda _: stale_files(),
}


def main(chosen: Sequence[str]) -> None:
    """Draw the pictures whose paths contain a word; all without one."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=launch_arguments())
        for name, draw in PICTURES.items():
            if not chosen or any(each in name for each in chosen):
                (ENGINE / name).parent.mkdir(exist_ok=True)
                (ENGINE / name).write_bytes(draw(browser))
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])

"""How many frames a second the figures that run have on a slow phone: `make bench-explanations ARGS="page.html#n=300"`.

Opens pages of the built site in the machine's Chromium, 390 pixels wide at two device pixels each, with the processor
slowed by the browser, presses Play, and counts frames while it plays. "ms" is the time of the processor that the page
itself needs for a frame, unslowed: what is left of 16.7 / slowed is spare. There is no graphics card.
"""

import itertools
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser
from sphinx_vita.command.check.browser import launch
from sphinx_vita.command.check.server import serve

SITE = Path("_build/html")
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "has_touch": True,
    "is_mobile": True,
}
# Plays for two seconds or to the end, and gives the times of the frames.
PLAY = """
async place => {
  const button = document.querySelectorAll(".figure-play")[place];
  button.click();
  const times = [], end = performance.now() + 2000;
  while (performance.now() < end && button.textContent !== button.dataset.words.split("|")[0])
    times.push(await new Promise(requestAnimationFrame));
  return times;
}
"""


def main(pages: list[str]) -> None:
    """Print a row for each figure that plays and each speed."""
    print("| page | slowed | frames a second | slowest of 20, ms | ms |\n|---|---|---|---|---|")
    with serve(SITE) as address, launch() as browser:
        for page in pages or played():
            for slowed in (1, 4):
                print(row(browser, address, page, slowed), flush=True)


def played() -> list[str]:
    """Name the pages with a figure that plays."""
    pages = (path for path in sorted(SITE.rglob("*.html")) if 'class="figure-play"' in path.read_text("utf-8"))
    return [path.relative_to(SITE).as_posix() for path in pages]


def row(browser: Browser, address: str, path: str, slowed: int) -> str:
    """Measure the first figure of a page that plays."""
    with browser.new_context(base_url=address, **PHONE) as context:
        page = context.new_page()
        page.goto(path)
        page.locator(".figure-controls:has(.figure-play)").first.scroll_into_view_if_needed()
        page.wait_for_selector(".figure-controls:enabled .figure-play")
        page.wait_for_timeout(2000)
        session = context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        session.send("Emulation.setCPUThrottlingRate", {"rate": slowed})
        before = needed(session)
        times: list[float] = page.evaluate(PLAY, 0)
        spent = needed(session) - before
    gaps = sorted(later - earlier for earlier, later in itertools.pairwise(times))
    rate = 1000 * len(gaps) / sum(gaps)
    slowest = gaps[int(0.95 * len(gaps))]
    return f"| {path} | {slowed} | {rate:.0f} | {slowest:.0f} | {1000 * spent / len(times):.1f} |"


def needed(session: Any) -> float:
    """Return the seconds of the processor that the thread of a page has taken."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(float(each["value"]) for each in metrics if each["name"] == "ThreadTime")


if __name__ == "__main__":
    main(sys.argv[1:])

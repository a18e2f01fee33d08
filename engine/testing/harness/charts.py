"""Draws what the benchmarks have measured, as SVG that is read on light and on dark ground."""

import re
from collections.abc import Sequence
from html import escape
from pathlib import Path

MEASURED = Path(__file__).resolve().parents[2] / "benchmarks/README.md"
HEADING = "### Clean rebuilds"
WIDTH, TOP, LINE, LEFT, RIGHT = 640, 64, 30, 150, 60
STYLE = """
text { fill: #24292f; font: 14px system-ui, sans-serif }
.ground { fill: #f6f8fa }
.before { fill: #b35900 }
.after { fill: #1a7f37 }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 }
  .ground { fill: #161b22 }
  .before { fill: #d29922 }
  .after { fill: #3fb950 }
}
"""


def stale_files() -> bytes:
    """Draw how many files differ from a clean build, without and with clean rebuilds."""
    title = "Files that differ from a clean build after three edits"
    return bars(title, "Sphinx alone", "with sphinx-clean-rebuilds", rows_below(MEASURED.read_text("utf-8"), HEADING))


def rows_below(text: str, heading: str) -> list[tuple[str, int, int]]:
    """Read the first table below a heading: names, and the numbers of the last two columns."""
    table = text.partition(f"{heading}\n")[2].partition("\n#")[0]
    cells = (re.split(r" *\| *", line.strip("| ")) for line in table.splitlines() if line.startswith("|"))
    return [(row[0], int(row[-2]), int(row[-1])) for row in cells if row[-1].isdecimal()]


def bars(title: str, before: str, after: str, rows: Sequence[tuple[str, int, int]]) -> bytes:
    """Draw two bars for each row, one after the other."""
    unit = (WIDTH - LEFT - RIGHT) / max(max(row[1:]) for row in rows)
    height = TOP + LINE * len(rows) + 12
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}">',
        f"<title>{escape(title)}</title><style>{STYLE}</style>",
        f'<rect class="ground" width="{WIDTH}" height="{height}" rx="6"/>',
        f'<text x="16" y="24" font-weight="600">{escape(title)}</text>',
        f'<rect class="before" x="16" y="36" width="12" height="12"/><text x="34" y="47">{escape(before)}</text>',
        f'<rect class="after" x="150" y="36" width="12" height="12"/><text x="168" y="47">{escape(after)}</text>',
    ]
    for place, (name, one, other) in enumerate(rows):
        y = TOP + LINE * place
        parts.append(f'<text x="{LEFT - 8}" y="{y + 16}" text-anchor="end">{escape(name)}</text>')
        for kind, number, top in (("before", one, y + 2), ("after", other, y + 12)):
            parts.append(f'<rect class="{kind}" x="{LEFT}" y="{top}" width="{max(number * unit, 1):.1f}" height="8"/>')
        parts.append(f'<text x="{LEFT + one * unit + 6:.1f}" y="{y + 12}">{one}</text>')
        parts.append(f'<text x="{LEFT + other * unit + 6:.1f}" y="{y + 24}">{other}</text>')
    return "\n".join([*parts, "</svg>", ""]).encode()

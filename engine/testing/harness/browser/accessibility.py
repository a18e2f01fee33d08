"""What axe-core finds on a page."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page
from sphinx_vita.command.check.browser import COLORS, RULES
from sphinx_vita.command.check.browser import violations as found_by_axe

OFF = {"rules": {name: {"enabled": False} for name in COLORS["runOnly"]["values"]}}  # type: ignore[index]
# Runs axe-core on the elements that are shown in colors, or letters of a size, in which they have not been before.
WHERE_NEW = """([colors, others]) => {
  const met = (window.met ??= new WeakMap());
  const isNew = (one) => {
    const style = getComputedStyle(one), looks = met.get(one) ?? met.set(one, new Set()).get(one), before = looks.size;
    looks.add([style.color, style.backgroundColor, style.backgroundImage, style.opacity, style.textDecorationLine,
      style.textShadow, style.visibility, style.fontSize, style.fontWeight].join());
    return looks.size > before;
  };
  const shown = [...document.querySelectorAll("body, body *")].filter((one) => one.checkVisibility());
  const found = new Set(shown.filter(isNew)), include = [...found].filter((one) => !found.has(one.parentElement));
  const run = (...how) => axe.run(...how).then((all) => all.violations);
  const ofColors = () => include.length ? run({ include }, colors) : [];
  if (!others) return ofColors();
  if (found.has(document.body)) return run({ ...others, rules: {} });  // all is new: one look for all rules
  return run(others).then(async (them) => [...them, ...await ofColors()]);
}"""


def violations(page: Page, *, of_colors: bool = False) -> list[str]:
    """Give what axe-core finds wrong, a line for each element.

    With `of_colors` by the rules that look at colors: all else is on the page in every scheme.
    """
    return _lines(found_by_axe(page, AXE_SCRIPT, COLORS if of_colors else RULES))


def new_violations(page: Page, *, of_colors: bool = False) -> list[str]:
    """Give what axe-core finds wrong, but judge colors only where the page has not shown them so far."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return _lines(page.evaluate(WHERE_NEW, [COLORS, None if of_colors else {**RULES, **OFF}]))


def _lines(found: list[dict[str, Any]]) -> list[str]:
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]

"""Asking axe-core what keeps people from using a page, each question once: colors only where they have changed."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

RULES: Mapping[str, object] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
_COLORS = ("color-contrast", "link-in-text-block")
COLORS: Mapping[str, object] = {**RULES, "runOnly": {"type": "rule", "values": _COLORS}}
_OTHERS: Mapping[str, object] = {**RULES, "rules": {name: {"enabled": False} for name in _COLORS}}
# Runs axe-core on the elements that are shown in colors, or letters of a size, in which they have not been before.
_WHERE_NEW = """([colors, others]) => {
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


def violations(page: "Page", script: str, rules: Mapping[str, object]) -> list[dict[str, Any]]:
    """Return what axe-core finds on a page; its script is put into each page once."""
    return _ask(page, script, "(rules) => axe.run(rules).then((all) => all.violations)", rules)


def new_violations(page: "Page", script: str, *, of_colors: bool = False) -> list[dict[str, Any]]:
    """Return what axe-core finds on a page, but judge colors only where the page has not shown them so far.

    With `of_colors` by the rules that look at colors: all else is on the page in every scheme.
    """
    return _ask(page, script, _WHERE_NEW, [COLORS, None if of_colors else _OTHERS])


def _ask(page: "Page", script: str, question: str, given: object) -> list[dict[str, Any]]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(script)
    found: list[dict[str, Any]] = page.evaluate(question, given)
    return found

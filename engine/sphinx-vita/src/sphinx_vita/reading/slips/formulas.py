"""Formulas in an environment of LaTeX, such as `equation` and `align`, as those that stand between dollars."""

import re

_ENVIRONMENT = re.compile(r"\s*\\begin\{(?P<name>[A-Za-z]+)\*?\}(?P<formula>[\s\S]*)\\end\{(?P=name)\*?\}\s*")
_ALIGNED = ("align", "aligned", "alignat", "flalign", "gather", "gathered", "multline", "split", "eqnarray")
_UNSEEN = re.compile(r"\\(?:label|tag\*?)\{[^{}]*\}|\\(?:nonumber|notag)\b")


def without_environment(tex: str) -> str:
    """Return the formula alone; rows that are aligned stay so. An environment that is part of the formula stays."""
    match = _ENVIRONMENT.fullmatch(tex)
    if match is None:
        return tex
    formula = _UNSEEN.sub("", match["formula"]).strip()
    if match["name"] in _ALIGNED:
        columns = re.sub(r"\A\{\d+\}", "", formula).strip()
        return rf"\begin{{aligned}}{columns}\end{{aligned}}"
    return formula if match["name"] in ("equation", "displaymath", "math") else tex

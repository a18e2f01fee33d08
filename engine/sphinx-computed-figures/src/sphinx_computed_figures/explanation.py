"""The file of a figure that runs: its scripts with their data, or with much data beside it, named after what it holds.

They are scripts and no modules, and data are scripts too, so that a site runs from a folder as well as from a server.
"""

import base64
import json
from dataclasses import replace
from pathlib import Path

from sphinx_build_cache.digests import digest
from sphinx_build_cache.scripts import without_comments

from sphinx_computed_figures.drawing import MissingError
from sphinx_computed_figures.figure import Data, Figure, Script

FOLDER = "computed-figures"  # below _static
MUCH = 30_000  # letters of data: what is shorter comes sooner with the script than by a request of its own


def script_files(root: Path, script: Script) -> dict[str, str]:
    """Return texts by name: the script with its data, or much data beside it; raises MissingError."""
    texts = [_read(root, path) for path in script.files]
    joined = without_comments("\n".join(texts)).strip()
    code = f'(()=>{{"use strict";\n{joined}\n}})();\n'
    name = Path(script.files[-1]).stem
    data = "" if script.data is None else f"computedFigures.give({_literal(script.data)});\n"
    if len(data) > MUCH:
        return {f"{name}.{digest(code, 12)}.js": code, f"{name}-data.{digest(data, 12)}.js": data}
    return {f"{name}.{digest(code + data, 12)}.js": code + data}


def _read(root: Path, path: str) -> str:
    file = root / path
    if file.suffix != ".js" or not file.is_file() or not file.resolve().is_relative_to(root.resolve()):
        raise MissingError(f"{path!r} is no script of the site")
    return file.read_text("utf-8")


def _literal(data: Data) -> str:
    """Write data as JavaScript."""
    if isinstance(data, bytes):
        return f'"{base64.b64encode(data).decode()}",true'
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def without_data(figure: Figure) -> Figure:
    """Leave out the data, which stand in a file of their own."""
    return replace(figure, script=replace(figure.script, data=None)) if figure.script else figure

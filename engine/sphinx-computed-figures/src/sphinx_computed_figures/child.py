"""Run in a process of its own: imports a module of the site, draws one figure and writes it to standard output as JSON.

So the site's code finds its own modules without a change to the path of the build, and a library such as numpy is
loaded only where something is drawn.
"""

import importlib
import inspect
import json
import os
import sys

NOT_THERE = 3  # exit code: what the author wrote does not exist


def main(root: str, package: str, module: str, function: str, parameters: str) -> int:
    """Draw `function` of `module` below `root`; `package` is where this extension lies, `parameters` are JSON."""
    answer = _own_output()
    sys.path.insert(0, root)
    sys.path.append(package)  # last, so that nothing beside it hides a library
    from sphinx_computed_figures.figure import dump

    draw = getattr(importlib.import_module(module), function, None)
    if not callable(draw) or function.startswith("_"):
        return _refuse(f"{module} has no function {function}")
    try:
        chosen = inspect.signature(draw).bind(**json.loads(parameters))
    except TypeError as error:
        return _refuse(f"{module}:{function}: {error}; it takes {inspect.signature(draw)}")
    figure = dump(draw(*chosen.args, **chosen.kwargs))
    with os.fdopen(answer, "wb") as file:
        file.write(figure.encode())
    return 0


def _own_output() -> int:
    """Keep standard output for the figure alone: whatever prints, in Python or below it, prints to standard error."""
    answer = os.dup(1)
    os.dup2(2, 1)
    return answer


def _refuse(message: str) -> int:
    sys.stderr.write(message)
    return NOT_THERE


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

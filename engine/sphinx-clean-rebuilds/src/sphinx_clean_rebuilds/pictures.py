"""The names of pictures in the output, whatever the order in which pages were read.

Sphinx puts all pictures into one folder and numbers those that share a name, in the order in which it meets them.
"""

from pathlib import PurePosixPath

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from sphinx_clean_rebuilds.internals import set_taken_names


def name_pictures(_app: Sphinx, env: BuildEnvironment) -> None:
    """Name the pictures anew in the order of their paths."""
    taken: set[str] = set()
    for path in sorted(env.images, key=str):
        docnames, _ = env.images[path]
        name = _free_name(PurePosixPath(str(path)), taken)
        taken.add(name)
        env.images[path] = (docnames, name)
    set_taken_names(env, taken)


def _free_name(path: PurePosixPath, taken: set[str]) -> str:
    name, number = path.name, 0
    while name in taken:
        number += 1
        name = f"{path.stem}{number}{path.suffix}"
    return name

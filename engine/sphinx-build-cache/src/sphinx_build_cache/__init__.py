"""Files kept between builds, believed only as they were written and where the same code is at work.

Several extensions keep some, and none of them may know another; so this stands beside them. So does what else two of
them need alike: `builders` of pages, `digests`, `files` that are left over, `scripts` without comments, words in the
`search_index`.
"""

import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any


@cache
def code_state(package: str) -> str:
    """Return a digest of the code of a package and of this one, of the version of Python and of all that is installed.

    The code is read, since a package that is worked on has one version for a long time.
    """
    hashed = hashlib.sha256("\n".join([sys.version, *_installed()]).encode())
    for file in (*_code(__name__), *_code(package)):
        hashed.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return hashed.hexdigest()[:32]


def _installed() -> list[str]:
    """Name what is installed as the folders beside it do, each with its version."""
    folders = (Path(each) for each in sys.path if os.path.isdir(each))
    names = {name for folder in folders for name in os.listdir(folder)}
    return sorted(name for name in names if name.endswith((".dist-info", ".egg-info")))


def _code(package: str) -> Iterator[Path]:
    spec = find_spec(package)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        files = (path for path in Path(folder).rglob("*") if "__pycache__" not in path.parts)
        yield from sorted(path for path in files if path.is_file())


def load(file: Path, *states: str) -> bytes | None:
    """Return what `save` has written in one of some states, or in any; None where it is missing or damaged."""
    try:
        head, _, content = file.read_bytes().partition(b"\n")
    except OSError:
        return None
    state = head.partition(b" ")[2].decode("ascii", "replace")
    return content if head == _head(state, content) and (not states or state in states) else None


def save(file: Path, state: str, content: bytes) -> None:
    """Write a file in one step, so that a build that is stopped leaves the old one or the new one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f"{file.name}.{os.getpid()}")  # several processes may write the same
    try:
        draft.write_bytes(_head(state, content) + b"\n" + content)
        os.replace(draft, file)  # Sphinx hands over paths whose `replace` is that of a text
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def _head(state: str, content: bytes) -> bytes:
    return f"{hashlib.sha256(state.encode() + content).hexdigest()} {state}".encode()


def read_by_other_code(package: str) -> Callable[..., list[str]]:
    """Return a listener to "env-get-outdated" that names all pages where other code of a package has read them.

    Sphinx asks for a number that changes with the code, but writes that number into the output too.
    """

    def outdated(_app: Any, env: Any, *_: Any) -> list[str]:
        name, state = f"_read_by_{package}", code_state(package)
        known, env.__dict__[name] = env.__dict__.get(name), state
        return [] if known == state else sorted(env.found_docs)

    return outdated

"""The build of one language below the output of another, in a process of its own.

python -m sphinx_vita.sphinx.languages.child ORDER

What to build is a pickle in base64, and all that is told goes back: a line of JSON for each warning, and for a failure.
"""

import json
import os
import pickle
import sys
import traceback
from base64 import b64decode
from typing import IO, Any

from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.console import disable_colour  # type: ignore[attr-defined]
from sphinx.util.docutils import docutils_namespace, patch_docutils


class Teller:
    """A stream for Sphinx's warnings: each is written at once, and goes out as a line."""

    def __init__(self, answer: IO[str]) -> None:
        self._answer = answer

    def write(self, text: str) -> None:
        """Hand a warning on."""
        if text.strip():
            self.tell("warning", text)

    def flush(self) -> None:
        """Do nothing: every line has gone out."""

    def tell(self, kind: str, text: str) -> None:
        """Write a line."""
        self._answer.write(f"{json.dumps([kind, text])}\n")
        self._answer.flush()


def build(order: dict[str, Any], teller: Teller) -> int:
    """Build as ordered; give the exit code."""
    disable_colour()
    what = order.pop("build")
    try:
        with patch_docutils(order["confdir"]), docutils_namespace():
            app = Sphinx(**order, status=None, warning=teller)  # type: ignore[arg-type]
            app.build(**what)
    except SphinxError as error:
        teller.tell("failure", str(error))
        return 2
    except KeyboardInterrupt:
        return 130  # as of a shell; the first build has been stopped too, and says so
    except Exception:
        teller.tell("failure", traceback.format_exc())
        return 2
    return app.statuscode


def main(order: dict[str, Any]) -> int:
    """Build with an answer on standard output; what conf.py prints there was printed by the first build."""
    with os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8") as answer:
        with open(os.devnull, "wb") as nowhere:
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
        return build(order, Teller(answer))


if __name__ == "__main__":
    sys.exit(main(pickle.loads(b64decode(sys.argv[1]))))

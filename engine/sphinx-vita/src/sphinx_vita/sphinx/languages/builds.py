"""The builds of the other languages: each below the output of the first, by a process of its own when that is finished.

docutils, gettext and Sphinx keep what they know of a build for the whole process, so two languages cannot share one.
"""

import json
import logging as python_logging
import os
import pickle
import re
import shutil
import subprocess
import sys
from base64 import b64encode
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import sphinx_build_cache
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util import logging
from sphinx.util.logging import NAMESPACE

from sphinx_vita.sphinx.languages import BUILDERS, spoken_by
from sphinx_vita.sphinx.languages.orders import order_for
from sphinx_vita.sphinx.output.ledger import output_of

logger = logging.getLogger(__name__)
DOCTREES = ".languages"  # below those of the first: a folder that is no page's
PROBLEMS = 1  # the exit code of a build that came to its end, such as a check of links that found broken ones
_CHILD = "sphinx_vita.sphinx.languages.child"
_WARNING = re.compile(r"(?:(?P<place>[^\n]+?): )?(?P<level>WARNING|ERROR|CRITICAL): (?P<message>.*)\n?", re.DOTALL)


class LanguageError(SphinxError):
    """A language of the site that could not be built."""

    category = "Language not built"


class _Heard(python_logging.Handler):
    """The warnings of this build, so that none is told again for a page that another language shares."""

    def __init__(self) -> None:
        super().__init__(python_logging.WARNING)
        self.records: list[python_logging.LogRecord] = []

    def emit(self, record: python_logging.LogRecord) -> None:
        """Keep a warning, to which Sphinx's own handler may add its place only now."""
        self.records.append(record)


def listen(app: Sphinx) -> None:
    """Hear what this build warns of, where others come after it."""
    if _wanted(app):
        python_logging.getLogger(NAMESPACE).addHandler(_Heard())


def _told() -> set[str]:
    """Return what this build has warned of, and stop listening."""
    root = python_logging.getLogger(NAMESPACE)
    heard = [each for each in root.handlers if isinstance(each, _Heard)]
    for each in heard:
        root.removeHandler(each)
    return {record.getMessage() for each in heard for record in each.records}


def forget_others(app: Sphinx) -> None:
    """Remove what was built below the output in a language that the site does not have any more."""
    if not spoken_by(app).is_below:
        for tag in set(_known(app)) - set(_wanted(app)):
            for folder in (Path(app.outdir) / tag, _doctrees(app, tag)):
                shutil.rmtree(folder, ignore_errors=True)
        _keep(app, _wanted(app))


def build_others(app: Sphinx, exception: Exception | None) -> None:
    """Build the other languages side by side, and tell what they have told; one that fails fails this build."""
    wanted, heard = () if exception else _wanted(app), _told()
    if not wanted:
        return
    logger.info("building %s", ", ".join(wanted))
    orders = [order_for(app, tag, _doctrees(app, tag)) for tag in wanted]
    with ThreadPoolExecutor(max(1, min(len(wanted), os.cpu_count() or 1))) as pool:
        told = list(pool.map(_answers, orders))
    failures = []
    for tag, (code, answers) in zip(wanted, told, strict=True):
        app.statuscode = app.statuscode or code
        for kind, text in answers:
            if kind == "warning" and text.strip() not in heard:
                heard.add(text.strip())
                _tell(text)
            elif kind == "failure":
                failures.append(f"{tag}: {text}")
    if failures:
        raise LanguageError("\n".join(failures))


def _wanted(app: Sphinx) -> tuple[str, ...]:
    return spoken_by(app).others if app.builder.name in BUILDERS else ()


def _answers(order: dict[str, Any]) -> tuple[int, Sequence[tuple[str, str]]]:
    """Build one language; give its exit code and what it tells, and a failure where it did not come to an end."""
    code, answer = run(_CHILD, b64encode(pickle.dumps(order)).decode())
    answers = [tuple(json.loads(line)) for line in answer.splitlines()]
    if code not in (0, PROBLEMS) and not any(kind == "failure" for kind, _ in answers):
        answers.append(("failure", f"the build ended with the exit code {code}"))
    return code, answers


def run(module: str, order: str) -> tuple[int, str]:
    """Run a module of Python as a process of its own; gives its exit code and what it answers."""
    command = (sys.executable, "-P", "-m", module, order)  # without the folder of the site among what is imported
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=False, encoding="utf-8")
    return done.returncode, done.stdout


def _doctrees(app: Sphinx, tag: str) -> Path:
    return Path(app.doctreedir) / DOCTREES / tag


def _tell(text: str) -> None:
    """Tell a warning of another build as one of this, where it was told."""
    match = _WARNING.fullmatch(text)
    if match is None:
        logger.warning("%s", text.rstrip("\n"))
        return
    place = match["place"] or None
    location = f"{place}:1" if place and ":" not in place else place  # without a line Sphinx takes it for a page
    logger.log(match["level"], "%s", match["message"].rstrip("\n"), location=location)


def _file(app: Sphinx) -> Path:
    return Path(app.doctreedir) / f"languages-{output_of(app)}.json"


def _known(app: Sphinx) -> list[str]:
    """Return the languages that were built below this output."""
    known: list[str] = json.loads(sphinx_build_cache.load(_file(app)) or b"[]")
    return known


def _keep(app: Sphinx, tags: Sequence[str]) -> None:
    if tags:
        sphinx_build_cache.save(_file(app), "", json.dumps(tags).encode())
    else:
        _file(app).unlink(missing_ok=True)

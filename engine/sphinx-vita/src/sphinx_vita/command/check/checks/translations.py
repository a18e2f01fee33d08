"""The other languages of the site: pages that stand in the first alone, and translations older than their originals."""

import math
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath

from sphinx_vita.command.check.findings import Code, Finding, Level
from sphinx_vita.command.check.site import Site
from sphinx_vita.command.repository import GitError, git

MISSING = Code("translations.missing", Level.NOTE, "a page stands in the site's first language alone")
OLDER = Code("translations.older", Level.NOTE, "a page has changed since it was translated")
CODES = (MISSING, OLDER)


def check(site: Site) -> Iterator[Finding]:
    """Look for the translations beside each page, and when each was changed last."""
    originals = {file for page, file in site.documents.items() if page.partition("/")[0] not in site.translations}
    changed = cache(_Changes(site.source).of) if any(site.translations.values()) else _never
    for file in sorted(originals):
        lacking = [language for language, of in site.translations.items() if file not in of]
        if lacking:
            path = PurePosixPath(file)
            names = ", ".join(f"{path.stem}.{language}{path.suffix}" for language in lacking)
            message = f"this page is not translated into {', '.join(lacking)}; write {names} beside it"
            yield Finding(code=MISSING, message=message, file=file)
        for language, of in site.translations.items():
            translation = of.get(file, file)
            if changed(translation) < changed(file):
                message = f"{file} has changed since this was written in {language}; bring it up to date and save it"
                yield Finding(code=OLDER, message=message, file=translation)


def _never(_: str) -> float:
    return 0


class _Changes:
    """When files were changed last: by git where it knows them, since a fresh clone has one time for all of them."""

    def __init__(self, source: Path) -> None:
        self._source = source
        try:
            self._known: set[str] | None = set(git(source, "ls-files", "-z").split("\0"))
            self._unsaved = set(git(source, "ls-files", "-z", "--modified", "--others").split("\0"))
        except (GitError, FileNotFoundError):
            self._known = None

    def of(self, file: str) -> float:
        """Return the time of the last commit that changed a file, later than all for one that is not committed."""
        path = self._source / file
        if self._known is None:
            return path.stat().st_mtime if path.is_file() else 0
        if file in self._unsaved or file not in self._known:
            return math.inf
        return float(git(self._source, "log", "-1", "--format=%ct", "--", file) or math.inf)

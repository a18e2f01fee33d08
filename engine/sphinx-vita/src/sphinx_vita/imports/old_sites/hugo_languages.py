"""A site of Hugo in several languages: the files of one, and what is said in the others."""

import re
from collections.abc import Mapping

from sphinx_vita.imports.old_sites.source_files import SourceFiles, paths_of

_LANGUAGE = re.compile(
    r"content/(?P<language>[a-z]{2}(?:-[a-z]{2})?)/(?:authors?|publications?|posts?|blog|events?|talks?|projects?|home)/"
)
_NAMED = re.compile(r"content/.*index\.(?P<language>[a-z]{2})\.md")


def of_one_language(files: Mapping[str, str], main: str) -> tuple[SourceFiles, dict[str, str], str]:
    """Return the files of the main language, the texts of the others, and which the main one is.

    A language has a folder below `content`, or stands in the names of files, as in `index.de.md`.
    """
    languages = {match["language"] for path in files if (match := _LANGUAGE.match(path))}
    main = main if main in languages or not languages else min(languages)
    translations = {path: text for path, text in files.items() if _language_of(path, languages) not in ("", main)}
    kept = {path: text for path, text in files.items() if path not in translations}
    return SourceFiles(kept, paths_of(files) - set(files)), translations, main


def _language_of(path: str, languages: set[str]) -> str:
    folder = path.split("/")[1] if path.startswith("content/") and "/" in path[8:] else ""
    named = _NAMED.fullmatch(path)
    return folder if folder in languages and not named else named["language"] if named else ""

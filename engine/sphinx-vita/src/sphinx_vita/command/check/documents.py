"""PDFs of the site, read back."""

import logging
from functools import lru_cache
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import PyPdfError

logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # other people's papers are as they are


@lru_cache(maxsize=64)
def pdf_pages(file: Path) -> tuple[str, ...]:
    """Return the text of each page of a PDF; none of one that cannot be read."""
    try:
        return tuple(page.extract_text() for page in PdfReader(file).pages)
    except (PyPdfError, ValueError, KeyError, OSError):
        return ()


def pdf_text(file: Path) -> str:
    """Return the text of a PDF."""
    return " ".join(pdf_pages(file))

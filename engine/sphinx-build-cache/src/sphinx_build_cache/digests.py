"""Digests, by which two states of something are told apart."""

import hashlib
from pathlib import Path

WHOLE = 64  # hexadecimal digits of a SHA-256
OF_A_FILE = 32


def digest(text: str, length: int = WHOLE) -> str:
    """Return the first hexadecimal digits of the digest of a text; halves of characters count too.

    >>> digest("engine", 8)
    'ed9f6f25'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def digest_of_file(file: Path) -> str:
    """Return the digest of a file; "" where there is none to read."""
    try:
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()[:OF_A_FILE]
    except OSError:
        return ""

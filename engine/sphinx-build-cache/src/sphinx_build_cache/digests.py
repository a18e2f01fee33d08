"""Digests, by which two states of something are told apart."""

import hashlib
import os
import time

WHOLE = 64  # hexadecimal digits of a SHA-256
OF_A_FILE = 32
SETTLED = 3_000_000_000  # nanoseconds: by the coarsest clock of a disk, two changes stand apart by then
_Stamp = tuple[int, ...]
_known: dict[str, tuple[_Stamp, str]] = {}  # the files that have not changed for a while, by path


def digest(text: str, length: int = WHOLE) -> str:
    """Return the first hexadecimal digits of the digest of a text; halves of characters count too.

    >>> digest("engine", 8)
    'ed9f6f25'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def digest_of_file(file: str | os.PathLike[str]) -> str:
    """Return the digest of a file; "" where there is none to read.

    Several extensions ask for that of each file of an output, before and after a build. A file that had not changed for
    a while when it was read is not read again by this process until it has.
    """
    path = os.fspath(file)
    try:
        found = _known.get(path)
        if found and found[0] == _stamp(os.stat(path)):
            return found[1]
        with open(path, "rb", buffering=0) as opened:
            before = os.fstat(opened.fileno())
            made = hashlib.sha256(opened.read()).hexdigest()[:OF_A_FILE]
    except OSError:
        return ""
    if time.time_ns() - max(before.st_mtime_ns, before.st_ctime_ns) > SETTLED:
        _known[path] = (_stamp(before), made)
    return made


def _stamp(stat: os.stat_result) -> _Stamp:
    return stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino, stat.st_dev

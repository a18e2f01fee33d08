"""What an author may have meant by a name that nothing here has."""

from collections.abc import Iterable
from difflib import get_close_matches

_USUAL = 0.6  # how much of two names must agree, from 0 to 1


def closest(name: str, known: Iterable[str], *, agreement: float = _USUAL) -> str:
    """Return the known name that is written most like another; "" where none is near."""
    return next(iter(get_close_matches(name, list(known), n=1, cutoff=agreement)), "")


def did_you_mean(name: str, known: Iterable[str], otherwise: str, *, agreement: float = _USUAL) -> str:
    """Return the end of a message: `did you mean 'advisors'?`, or `otherwise` where no known name is near."""
    close = closest(name, known, agreement=agreement)
    return f"did you mean {close!r}?" if close else otherwise


def suggest_key(target: str, known: Iterable[str]) -> str:
    """Return the end of a message about a key that no record has: the one that was meant, else some that there are."""
    keys = list(known)
    otherwise = f"there are {', '.join(sorted(keys)[:8])}" if keys else "there is none at all"
    return did_you_mean(target, keys, otherwise, agreement=0.5)

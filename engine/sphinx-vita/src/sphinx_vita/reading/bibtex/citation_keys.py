"""Keys under which others cite: `quispe2026cod`, from the first author, the year and the owner's short key."""

import re
from collections import Counter
from collections.abc import Sequence

from sphinx_build_cache.digests import digest

from sphinx_vita.reading.name_parts import is_group
from sphinx_vita.records import Publication
from sphinx_vita.records.slugs import fold, slug

_LONGEST_FAMILY = 24  # letters
_NO_KEY = re.compile(r"[^A-Za-z0-9:_./+-]+")  # what some program for bibliographies stumbles over


def citation_keys(publications: Sequence[Publication]) -> dict[str, str]:
    """Return each publication's citation key by its own; no two differ in the case of letters alone."""
    given = {each.key: citation_key(each) for each in publications}
    shared = Counter(key.lower() for key in given.values())
    return {own: key if shared[key.lower()] == 1 else f"{key}-{_hash(own)}" for own, key in given.items()}


def citation_key(publication: Publication) -> str:
    """Return one citation key; an own key that begins with the family name or tells the year stays as it is."""
    cited = publication.cited
    family, year = _family(cited), str(cited.date.year) if cited.date else ""
    own = fold(publication.key)
    own = _NO_KEY.sub("-", own).strip("-") if own.isascii() else slug(publication.key)
    tells_year = re.search(r"(?<![0-9])(?:1[5-9]|20)[0-9]{2}(?![0-9])", own)
    if tells_year or (family and re.match(rf"{family}(?![a-z])", own.lower())):
        return own
    return f"{family}{year}{own}" if family else f"{own}{year}"


def _family(publication: Publication) -> str:
    """Return the first author's family name in small letters; "" where it is not written in Latin ones."""
    people = publication.authors or publication.editors
    if not people:
        return ""
    name = people[0].name
    folded = fold(name.family.split()[0] if is_group(name) and name.family.split() else name.family)
    return re.sub(r"[^a-z]", "", folded.lower())[:_LONGEST_FAMILY] if folded.isascii() else ""


def _hash(key: str) -> str:
    return digest(key, 4)

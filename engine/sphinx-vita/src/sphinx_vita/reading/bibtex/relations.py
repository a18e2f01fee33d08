"""Versions of one work: `related = {key}` with `relatedtype = {publishedas}` or `{preprint}`, in biblatex's words.

`publishedas` names the version that has appeared, which one cites from then on; `preprint` names a public version,
which one cites until the work itself is out. The version is an entry of its own; `options = {dataonly}` keeps it off
the lists.
biblatex's other relations, such as `translationof` and `reviewof`, name other works: the entry says of which it is one.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from sphinx_build_cache.digests import digest

from sphinx_vita.reading.bibtex.addresses import Tell
from sphinx_vita.reading.latex.text import plain, to_text
from sphinx_vita.reading.mistakes import Finding, Mistake
from sphinx_vita.records import VERSIONS, Publication, Relation

_TO_OTHER_WORKS = frozenset(
    "maintranslationof origpubas origpubin reprintas reprintfrom reprintof reviewof translationas translationfrom"
    " translationof".split()
)
_SAYS_NOTHING = frozenset("bytranslator default multivolume".split())  # of biblatex, too
_UNLISTED = re.compile(r"(?:^|,)\s*(?:dataonly|skipbib)\s*(?:=\s*true\s*)?(?=,|$)")
_LONGEST_CHAIN = 4


def read_relation(fields: Mapping[str, str], tell: Tell) -> Relation | None:
    """Read `related`, `relatedtype` and `relatedstring`; None where there are none that mean a version."""
    keys, kind = _keys(fields), _kind(fields)
    if not keys or kind in _TO_OTHER_WORKS | _SAYS_NOTHING:
        return None
    if kind not in VERSIONS:
        said = (
            f"its relatedtype is {fields['relatedtype'][:40]!r}" if kind else "it has 'related' without a relatedtype"
        )
        known = " or ".join(f"{{{each}}}" for each in VERSIONS)
        tell(Mistake.UNKNOWN_VALUE, f"{said}; write relatedtype = {known} for another version of this work")
        return None
    return Relation(keys=keys, kind=kind, words=to_text(fields.get("relatedstring", "")))


def read_origin(fields: Mapping[str, str]) -> Relation | None:
    """Return the relation to other works, such as those of which this is a review; None where there is none."""
    keys, kind = _keys(fields), _kind(fields)
    words = to_text(fields.get("relatedstring", ""))
    return Relation(keys=keys, kind=kind, words=words) if keys and kind in _TO_OTHER_WORKS else None


def _keys(fields: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(key.strip() for key in fields.get("related", "").split(",") if key.strip())


def _kind(fields: Mapping[str, str]) -> str:
    return re.sub(r"[\s_-]", "", plain(fields.get("relatedtype", "")).lower())


def is_listed(fields: Mapping[str, str]) -> bool:
    """Whether an entry stands in lists, and is not only there for others to refer to."""
    return _UNLISTED.search(fields.get("options", "").lower()) is None


def join_versions(
    publications: Iterable[Publication], withheld: Collection[str] = ()
) -> tuple[list[Publication], list[tuple[Publication, Finding]]]:
    """Return the publications that are listed, each with its version, and what is wrong, with its entry.

    `withheld` are the digests of the keys of private entries: whoever names one of them is cited as it is itself.
    """
    by_key = {publication.key: publication for publication in publications}
    folded = {key.lower(): key for key in reversed(by_key)}
    findings: list[tuple[Publication, Finding]] = []

    def found(publication: Publication, relation: Relation | None) -> list[str]:
        named = {
            key: key if key in by_key else folded.get(key.lower(), "") for key in (relation.keys if relation else ())
        }
        unknown = [key for key, known in named.items() if not known and digest_of_key(key) not in withheld]
        findings.extend((publication, _missing(publication, key)) for key in unknown)
        return [known for known in named.values() if known]

    targets = {each.key: keys[0] for each in by_key.values() if (keys := found(each, each.relation))}
    origins = {each.key: keys for each in by_key.values() if (keys := found(each, each.origin))}
    for key in _on_circles(targets):
        findings.append((by_key[key], _circular(by_key[key], targets.pop(key))))
    joined = [_with_version(each, by_key, targets) for each in by_key.values() if each.is_listed]
    joined = [replace(each, originals=tuple(by_key[key] for key in origins.get(each.key, ()))) for each in joined]
    return joined, sorted(findings, key=lambda found: (found[0].file, found[1].line))


def digest_of_key(key: str) -> str:
    """Tell keys apart without naming them, in small and large letters alike."""
    return digest(key.lower())


def _with_version(
    publication: Publication, by_key: Mapping[str, Publication], targets: Mapping[str, str], depth: int = 1
) -> Publication:
    key = targets.get(publication.key)
    if key is None or depth > _LONGEST_CHAIN:
        return publication
    return replace(publication, version=_with_version(by_key[key], by_key, targets, depth + 1))


def _on_circles(targets: Mapping[str, str]) -> list[str]:
    """Return the keys from which one comes back to themselves."""
    seen: set[str] = set()
    found: list[str] = []
    for start in targets:
        path: list[str] = []
        key = start
        while key in targets and key not in seen:
            seen.add(key)
            path.append(key)
            key = targets[key]
        if key in path:
            found += path[path.index(key) :]
    return found


def _missing(publication: Publication, key: str) -> Finding:
    message = f"the entry '{publication.key}' has the related '{key}', but no entry has that key; correct it"
    return Finding(Mistake.UNKNOWN_REFERENCE, message, publication.line)


def _circular(publication: Publication, key: str) -> Finding:
    message = (
        f"the entry '{publication.key}' has the related '{key}', which leads back to it; "
        "take 'related' out of the version that one cites"
    )
    return Finding(Mistake.UNKNOWN_VALUE, message, publication.line)

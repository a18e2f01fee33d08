"""The person of ORCID's record: the profile, and the words of the person's field."""

import re
from collections.abc import Iterator

from sphinx_vita.imports.accounts import account, network_of
from sphinx_vita.imports.data.json_values import Data, at, mapping, mappings, words
from sphinx_vita.imports.data.orcid_values import is_public
from sphinx_vita.imports.drafts import Draft, Leftover, profile_of
from sphinx_vita.imports.plain_text import as_markdown
from sphinx_vita.reading.places import country_name

_HOME = re.compile(r"home|personal|web ?site|web ?page|^site$|portfolio", re.IGNORECASE)
_LISTS = {  # of the person -> the list in each
    "other-names": "other-name", "researcher-urls": "researcher-url", "emails": "email", "addresses": "address",
    "keywords": "keyword", "external-identifiers": "external-identifier",
}  # fmt: skip


def name_in(record: Data) -> str:
    """Return the name under which the person publishes; "" where it is not public."""
    name = mapping(at(record, "person", "name"))
    if not is_public(name):
        return ""
    parts = (words(name, part, "value") for part in ("given-names", "family-name"))
    return words(name, "credit-name", "value") or " ".join(filter(None, parts))


def owner_in(record: Data) -> Data:
    """Return the name in CSL's parts; a name under which the person publishes may have but one."""
    family = words(record, "person", "name", "family-name", "value")
    whole = name_in(record)
    if family and whole.endswith(f" {family}"):
        return {"family": family, "given": whole.removesuffix(family).strip()}
    return {"literal": whole} if whole else {}


def read_person(record: Data) -> tuple[Draft | None, list[Leftover], tuple[Draft | Leftover, ...]]:
    """Return the profile, what it has no option for, and the person's keywords as interests."""
    found = {name: list(_public(record, name)) for name in _LISTS}
    loose = [
        Leftover(text=name, reason="a part of it is not public at ORCID and stays out; write it yourself", place=name)
        for name, items in found.items()
        if len(items) < len(mappings(at(record, "person", name, _LISTS[name])))
    ]
    said = enumerate((as_markdown(words(each, "content")) for each in found["keywords"]), 1)
    keywords = tuple(Draft(kind="interest", title=each, place=f"keywords, {number}") for number, each in said)
    name = name_in(record)
    if not name:
        return None, loose, keywords
    emails = sorted(found["emails"], key=lambda each: each.get("primary") is not True)
    loose += [
        Leftover(text=words(each, "email"), reason="the profile has one address", place="emails") for each in emails[1:]
    ]
    family = words(owner_in(record).get("family"))
    options = [
        ("family", family if " " in family else ""),
        ("aliases", "; ".join(words(each, "content") for each in found["other-names"])),
        *(("email", words(each, "email")) for each in emails[:1]),
        *(("location", country_name(words(each, "country", "value"), "en")) for each in found["addresses"][:1]),
        ("orcid", words(record, "orcid-identifier", "path")),
        *_addresses(found["researcher-urls"], found["external-identifiers"]),
    ]
    biography = mapping(at(record, "person", "biography"))
    body = as_markdown(str(biography.get("content") or "")) if is_public(biography) else ""
    return profile_of(name, options, body, "person"), loose, keywords


def _public(record: Data, name: str) -> Iterator[Data]:
    yield from (each for each in mappings(at(record, "person", name, _LISTS[name])) if is_public(each))


def _addresses(urls: list[Data], identifiers: list[Data]) -> Iterator[tuple[str, str]]:
    """Yield the home page, the accounts, and the pages of other sites as links."""
    named = [(words(each, "url-name"), words(each, "url", "value")) for each in urls]
    links: list[str] = []
    for name, url in named:
        option = network_of(url) or ("homepage" if _HOME.search(name) else "")
        yield option, url
        links += [] if option or not url else [f"{_bare(name) or url} <{url}>"]
    for each in identifiers:
        name, number = words(each, "external-id-type"), words(each, "external-id-value")
        url = words(each, "external-id-url", "value")
        known = account(re.sub(r"(?i)\b(author|profile|id)\b", "", name), number)
        found = known or ((network_of(url), url) if network_of(url) else None)
        yield found or ("", "")
        links += [] if found or not url else [f"{_bare(name)} <{url}>"]
    yield "links", "; ".join(links)


def _bare(name: str) -> str:
    """Return a name without the signs that part links."""
    return " ".join(re.sub(r"[<>;,{}%~]+", " ", name).split())

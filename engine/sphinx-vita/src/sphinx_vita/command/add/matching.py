"""Whether two entries are of one work, and the numbers by which works are known."""

import re

from sphinx_vita.reading.same_person import is_same_person, words_of
from sphinx_vita.records import Publication, Status
from sphinx_vita.records.slugs import slug

NOT_OUT = (Status.PREPRINT, Status.SUBMITTED, Status.DRAFT)
_PARTS = {"inproceedings", "incollection", "inbook"}
_ACL = re.compile(r"(?:aclanthology\.org|doi\.org/10\.18653/v1)/([\w.-]+?)/?$")


def numbers_of(publication: Publication) -> set[tuple[str, str]]:
    """Return the numbers by which a work is known, bare and in small letters."""
    known = {("doi", publication.doi), ("arxiv", publication.arxiv)}
    known |= {("isbn", long_isbn(each)) for each in re.findall(r"[\dXx -]{10,}|[\dXx-]{10,}", publication.isbn)}
    known |= {(each.scheme, each.value) for each in publication.identifiers}
    known |= {("acl", found) for each in publication.links for found in _ACL.findall(each.url)}
    return {(kind, number.lower()) for kind, number in known if number}


def long_isbn(written: str) -> str:
    """Return an ISBN of ten digits as the one of thirteen, without hyphens.

    >>> long_isbn("0-306-40615-2")
    '9780306406157'
    """
    bare = re.sub(r"[\s-]", "", written).lower()
    if not re.fullmatch(r"\d{9}[\dx]", bare):
        return bare
    digits = f"978{bare[:9]}"
    total = sum(int(digit) * (1 + 2 * (place % 2)) for place, digit in enumerate(digits))
    return f"{digits}{-total % 10}"


def is_same_work(one: Publication, new: Publication) -> bool:
    """Whether two entries are of one work: by a number, or by title and author where nothing speaks against it."""
    of_one, of_new = numbers_of(one), numbers_of(new)
    are_parts = {one.entry_type, new.entry_type} & _PARTS  # an ISBN is that of the whole book
    if any(kind != "isbn" or not are_parts for kind, _ in of_one & of_new):
        return True
    if slug(str(one.title).casefold()) != slug(str(new.title).casefold()) or not _share_an_author(one, new):
        return False
    both_out = one.status not in NOT_OUT and new.status not in NOT_OUT
    if both_out and one.doi and new.doi:
        return False  # two DOIs: a paper and its longer form in a journal
    return not both_out or one.year == new.year or not one.year or not new.year


def _share_an_author(one: Publication, new: Publication) -> bool:
    people, others = (one.authors or one.editors), (new.authors or new.editors)
    if not people or not others:
        return True
    if any(is_same_person(each.name, other.name) for each in people for other in others):
        return True
    last = [{words_of(str(each.name))[-1:] for each in side} for side in (people, others)]
    return not last[0].isdisjoint(last[1])  # `I. Valderrama Quispe`, whose family's name may be one word or two

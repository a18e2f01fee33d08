"""East Asian names that are written in one piece, divided where the site writes them with their parts elsewhere."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sphinx_vita.records import Author, Name, Publication


def with_parts(publications: Sequence[Publication], known: Iterable[Name]) -> tuple[Publication, ...]:
    """Give names in one piece the parts of those that read the same: `山田花子` has those of `山田, 花子`."""
    people = [each.name for publication in publications for each in publication.people]
    parts = {str(name): name for name in (*people, *known) if name.is_east_asian and name.given and not name.also}
    return tuple(_divided(publication, parts) for publication in publications)


def _divided(publication: Publication, parts: Mapping[str, Name]) -> Publication:
    authors, editors = _people(publication.authors, parts), _people(publication.editors, parts)
    is_same = (authors, editors) == (publication.authors, publication.editors)
    return publication if is_same else replace(publication, authors=authors, editors=editors)


def _people(people: tuple[Author, ...], parts: Mapping[str, Name]) -> tuple[Author, ...]:
    return tuple(
        replace(each, name=parts[each.name.family]) if each.name.is_single and each.name.family in parts else each
        for each in people
    )

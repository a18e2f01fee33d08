"""What is related to a paper: what shares its tags, a rare one before a common one."""

import pytest
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.reading.facets import folded
from sphinx_vita.records import Publication, newest_first
from sphinx_vita.sphinx.output.related import related_to


def works(tags: dict[str, str]) -> dict[str, Publication]:
    """Give works with tags, each a year older than the one before."""
    entry = "@misc{{{0}, title={{{0}}}, author={{A B}}, year={{{1}}}, keywords={{{2}}}}}\n"
    source = "".join(entry.format(key, 2024 - place, each) for place, (key, each) in enumerate(tags.items()))
    return {each.key: each for each in read_bibliography(source, file="x").publications}


def related(tags: dict[str, str], key: str) -> list[str]:
    found = works(tags)
    with_tag: dict[str, list[Publication]] = {}
    for each in newest_first(found.values()):
        for tag in dict.fromkeys(map(folded, each.tags)):
            with_tag.setdefault(tag, []).append(each)
    return [each.key for each in related_to(found[key], with_tag)]


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ({"a": "x", "b": "y"}, []),
        ({"a": "", "b": ""}, []),
        ({"a": "x"}, []),
        ({"a": "x", "b": "X"}, ["b"]),
        ({"a": "x, X", "b": "x, y"}, ["b"]),
        ({"a": "x", "b": "x", "c": "x", "d": "x", "e": "x"}, ["b", "c", "d"]),
        ({"b": "x", "c": "x", "a": "x, y", "d": "x, y"}, ["d", "b", "c"]),
        ({"a": "x, rare", "b": "x", "c": "x", "d": "rare"}, ["d", "b", "c"]),
    ],
)
def test_what_shares_most_comes_first_and_of_equals_the_newest(tags: dict[str, str], found: list[str]) -> None:
    assert related(tags, "a") == found


def test_a_tag_of_thousands_of_papers_is_compared_with_few_of_them() -> None:
    tags = {f"k{number}": "ml" for number in range(300)} | {"a": "ml, own", "z": "own"}

    assert related(tags, "a") == ["z", "k0", "k1"]

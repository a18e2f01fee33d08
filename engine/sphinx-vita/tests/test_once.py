"""What is worked out of a record is worked out once, and never taken for that of another."""

from dataclasses import replace

import pytest
from sphinx_vita.reading.imprint import imprint_of
from sphinx_vita.records import Author, Contribution, Name, Order, Publication, once
from sphinx_vita.records.once import once_for_each
from sphinx_vita.records.text import Text

TRANSLATOR = Author(name=Name(family="Valderrama", given="Inés"))
WORK = Publication(key="a", file="a.bib", entry_type="book", title=Text.plain("A"))


def test_equal_works_keep_the_order_of_their_own_names() -> None:
    orders = list(Order)
    people = [replace(TRANSLATOR, name=replace(TRANSLATOR.name, order=order)) for order in orders]
    works = [replace(WORK, contributions=(Contribution(role="translator", people=(each,)),)) for each in people]

    assert works[0] == works[1]
    assert [imprint_of(work).translators[0].name.order for work in works] == orders


def test_a_result_is_kept_until_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(once, "_MOST", 2)
    made: list[list[str]] = []

    def count(words: list[str]) -> int:
        made.append(words)
        return len(words)

    length = once_for_each(count)
    first, second, third = ["a"], ["a"], ["b", "c"]

    assert [length(each) for each in (first, second, first, third, third)] == [1, 1, 1, 2, 2]
    assert [id(each) for each in made] == [id(each) for each in (first, second, third)]

"""What Sphinx's index of words is spared."""

from collections import Counter

import pytest
from harness.sites import Site
from sphinx.search.en import SearchEnglish


def test_the_stem_of_a_word_is_looked_for_once_for_all_pages(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: Counter[str] = Counter()
    find = SearchEnglish.stem

    def counted(self: SearchEnglish, word: str) -> str:
        asked[word] += 1
        return find(self, word)

    monkeypatch.setattr(SearchEnglish, "stem", counted)
    built = site(one="# One\n\nwalnuts\n", two="# Two\n\nwalnuts\n")

    assert asked["walnuts"] == 1
    assert '"walnut":' in built.text("searchindex.js")

"""What is left out of the text of a page without changing what it shows."""

import pytest
from sphinx_light_pages.markup import without_space

MAIN = '<article role="main">\n\n   <p>a\n\n   b</p>\n\n</article>'


def test_the_main_part_keeps_its_space_since_the_search_counts_its_letters() -> None:
    assert (
        without_space(f"<body>\n\n   <nav>\n   </nav>{MAIN}\n\n   <footer>") == f"<body>\n<nav>\n</nav>{MAIN}\n<footer>"
    )


@pytest.mark.parametrize("element", ["pre", "textarea", "script"])
def test_an_element_whose_space_is_shown_or_read_keeps_it(element: str) -> None:
    whole = f"<{element}>a\n\n   b</{element}>"

    assert without_space(f"<p>\n\n   {whole}") == f"<p>\n{whole}"

"""What is left out of the text of a page without changing what it shows."""

import pytest
from harness.light_sites import Site
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


@pytest.mark.parametrize("theme", ["furo", "basic"])
def test_the_main_part_of_a_page_keeps_its_space_as_long_as_themes_mark_it_so(site: Site, theme: str) -> None:
    """Of furo it is known how it marks the main part; a page without that mark is squeezed as a whole."""
    site.conf(f'html_theme = "{theme}"\n')
    site.write(**{"index.rst": "Home\n====\n\nOne\n   two.\n\nThree.\n"})
    site.build()
    main = site.page().partition('role="main"')[2].rpartition("</article>")[0]

    assert ("\n\n" in main) is (theme == "furo")

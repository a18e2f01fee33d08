"""What small sites of one process share does not pass from one to the next."""

from pathlib import Path

import pytest
from harness.searched_sites import Site


@pytest.mark.parametrize(("language", "kind"), [("de", "Umgebungsvariable"), ("en", "Environment variable")])
def test_things_are_named_in_the_language_of_their_site(language: str, kind: str, tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.conf(f"language = '{language}'\n")
    site.write(legs="Legs\n====\n\n.. envvar:: LEFT\n\n   Which leg it is.\n")
    site.build()

    assert site.hit("legs.html#envvar-LEFT").kind == kind

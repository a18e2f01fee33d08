"""Each extension looks after its own files and caches, also on a site without clean rebuilds."""

from pathlib import Path

import pytest
from harness.complete_sites import CONF, WITHOUT, complete
from harness.damage import DAMAGES, EXPORTS, damage
from harness.rebuilt_sites import Site, differences


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A built site without clean rebuilds."""
    site = complete(tmp_path_factory.mktemp("alone") / "site")
    site.write({"conf.py": CONF + WITHOUT})
    assert site.build() == ""
    return site


@pytest.fixture(scope="module")
def clean(built: Site) -> Path:
    """What a clean build of it gives."""
    return built.clean()


@pytest.mark.parametrize("how", DAMAGES)
def test_exports_and_scripts_are_made_again(built: Site, clean: Path, how: str) -> None:
    damage(
        built.output,
        lambda name: name.startswith((*EXPORTS, "_static/light-pages/", "_static/instant-search/")),
        DAMAGES[how],
    )

    assert built.build() == ""
    assert differences(built.output, clean) == []


@pytest.mark.parametrize("how", DAMAGES)
def test_pages_that_are_made_light_are_made_again(built: Site, clean: Path, how: str) -> None:
    damage(built.output, lambda name: name in ("index.html", "more.html", "figures.html"), DAMAGES[how])

    assert built.build() == ""
    assert differences(built.output, clean) == []


@pytest.mark.parametrize("how", DAMAGES)
@pytest.mark.parametrize("owner", ["bibliography", "exports", "light-pages-", "instant-search", "figures/"])
def test_a_damaged_cache_is_not_believed(built: Site, clean: Path, owner: str, how: str) -> None:
    damage(built.doctrees, lambda name: name.startswith(owner), DAMAGES[how])

    assert built.build() == ""
    assert differences(built.output, clean) == []


def test_what_lean_has_lost_of_pages_it_has_again_when_a_style_changes(built: Site) -> None:
    """A light page alone does not tell what its styles were made of."""
    damage(built.doctrees, lambda name: name.startswith("light-pages-"), DAMAGES["removed"])
    built.build()

    built.build({"_static/own.css": "h1 { color: green }"})

    assert differences(built.output, built.clean()) == []
    built.build({"_static/own.css": "h1 { color: red }"})

"""The kind of record that the documentation adds works as it is printed."""

import json

from harness.sites import Site

from .snippets import ALL


def test_the_kind_of_the_documentation_has_a_directive_a_role_and_a_place_in_the_exports(site: Site) -> None:
    grants, conf, page = (each for each in ALL if each.page == "how-to/kind.md")
    settings = "vita_exports = True\nvita_cards = 0\n"
    site.write(
        {
            "conf.py": f"{(site.source / 'conf.py').read_text('utf-8')}{conf.text}{settings}",
            grants.caption: grants.text,
            page.caption: page.text,
            "me.md": "# Me\n\n:::{profile} Inés Valderrama Quispe\n:::\n",
        }
    )

    built = site.build_with("-n", "-W")

    assert "Songs of the Far South by Ocean Fund" in built.words("funding")
    assert "Paid by Songs of the Far South, Ocean Fund." in built.words("funding")
    assert json.loads(built.text("resume.json"))["grants"][0]["funder"] == "Ocean Fund"

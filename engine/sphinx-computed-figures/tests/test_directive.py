"""What an author writes and what a page then has."""

import json
import subprocess
import sys

import pytest
from harness.figure_sites import Site, figure, home
from sphinx.errors import ExtensionError


def test_a_figure_has_its_picture_its_caption_and_its_numbers(site: Site) -> None:
    site.write(index=home(figure(caption="A *small* thing.")))
    site.build()
    shown = site.page().select_one("figure.computed-figure")

    assert shown
    assert shown.select_one("svg rect")
    assert [cell.get_text(strip=True) for cell in shown.select("details th, details td")] == ["Side", "1"]
    caption = shown.select_one("figcaption > p")
    assert caption
    assert caption.decode_contents() == "A <em>small</em> thing."


def test_a_picture_has_a_role_a_name_and_a_description(site: Site) -> None:
    site.write(index=home(figure()))
    site.build()
    page = site.page()
    picture = page.select_one("svg")

    assert picture
    assert picture["role"] == "img"
    named, described = (page.find(id=str(picture[name])) for name in ("aria-labelledby", "aria-describedby"))
    assert named
    assert (named.name, named.text) == ("title", "A square")
    assert described
    assert (described.name, described.text) == ("desc", "a square")


def test_parameters_reach_the_function(site: Site) -> None:
    site.write(index=home(figure(parameters="side=3, words='three, by three'")))
    site.build()

    assert site.page().select_one('rect[width="3"]')
    assert site.page().select_one("desc").text == "three, by three"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("target", "parameters", "told"),
    [
        ("drawings.squares:circle", "", "drawings.squares has no function circle"),
        ("drawings.squares:_hidden", "", "drawings.squares has no function _hidden"),
        ("drawings.rounds:square", "", "is no function of the site: write package.module:function"),
        ("drawings.squares", "", "is no function of the site: write package.module:function"),
        (
            "drawings.squares:square",
            "size=2",
            "unexpected keyword argument 'size'; it takes (side=1, words='a square')",
        ),
        ("drawings.squares:square", "side=", "parameters 'side=' cannot be read: write name=value, name=value"),
        ("drawings.squares:square", "**{'side': 3}", "cannot be read: write name=value"),
        ("drawings.squares:square", "2", "parameters '2' cannot be read: write name=value, name=value"),
        ("drawings.squares:square", "side=b'3'", "parameters \"side=b'3'\" cannot be read"),
        ("drawings.squares:square", "side={3}", "parameters 'side={3}' cannot be read"),
        ("drawings.squares:square", "side=open", "parameters 'side=open' cannot be read"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_spares_the_page(
    site: Site, target: str, parameters: str, told: str
) -> None:
    option = f"   :parameters: {parameters}\n" if parameters else ""
    site.write(index=home(f".. computed-figure:: {target}\n{option}\n   Nothing.\n", "The rest.", "", figure()))
    site.build(warnings=told)

    assert "The rest." in site.page().text
    assert len(site.page().select("figure")) == 1


def test_a_warning_names_the_line(site: Site) -> None:
    site.write(index=home(figure("circle")))
    site.build(warnings="index.rst:4: WARNING")


def test_a_fault_of_the_drawing_stops_the_build_with_what_it_said(site: Site) -> None:
    site.write(index=home(figure("broken")))

    with pytest.raises(ExtensionError, match=r"drawings\.squares:broken cannot be drawn:\n(.|\n)*no such shape"):
        site.build()


def test_text_stays_text(site: Site) -> None:
    site.write(index=home(figure(parameters="words='<b>&\"</desc>'"), figure("moved")))
    site.build()

    assert site.page().select_one("desc").text == '<b>&"</desc>'  # type: ignore[union-attr]


def test_no_name_of_a_state_ends_the_script_that_holds_it(site: Site) -> None:
    site.write(index=home(figure("moved")))
    site.build()
    page = (site.output / "index.html").read_text("utf-8")
    held = page.partition('<script type="application/json">')[2].partition("</script>")[0]  # as a browser ends it

    assert json.loads(held)["names"] == ["one", "two", "</script>"]


def test_the_same_figure_twice_has_every_id_once(site: Site) -> None:
    site.write(index=home(figure(), figure()))
    site.build()
    ids = [str(element["id"]) for element in site.page().select("figure, figure [id]")]

    assert len(ids) == len(set(ids))
    assert len(site.page().select("rect[id]")) == 2


def test_a_figure_can_be_referred_to(site: Site) -> None:
    site.write(index=home(figure(name="square"), "See square_.\n"))
    site.build()
    link = site.page().select_one("p > a.reference.internal")

    assert link
    assert site.page().select(f"figure{link['href']}, figure > {link['href']}")


def test_a_small_figure_is_a_card_without_numbers_and_sources(site: Site) -> None:
    site.write(
        index=home(".. computed-figure:: drawings.squares:square\n   :small:\n\n   `On <https://example.org>`_\n")
    )
    site.build()
    shown = site.page().select_one("figure.figure-small")

    assert shown
    assert shown.select_one("svg")
    assert not shown.select("details, .figure-source")


def test_other_formats_get_the_description_the_caption_and_the_numbers(site: Site) -> None:
    site.write(index=home(figure(caption="A caption.")))
    text = (site.build("text") / "index.txt").read_text("utf-8")

    assert "A square: a square" in text
    assert "A caption." in text
    assert "Side" in text
    assert "<svg" not in text


def test_only_pages_with_figures_have_the_style_and_only_those_that_move_the_script(site: Site) -> None:
    site.write(index=home(), still=home(figure()), moving=home(figure("moved")))
    site.build()
    found = {
        name: ("computed-figures.css" in str(site.page(name)), "computed-figures.js" in str(site.page(name)))
        for name in ("index", "still", "moving")
    }

    assert found == {"index": (False, False), "still": (True, False), "moving": (True, True)}
    assert (site.output / "_static/computed-figures.css").is_file()
    assert (site.output / "_static/computed-figures.js").is_file()


@pytest.mark.parametrize(("builder", "address"), [("html", "page"), ("dirhtml", "folder")])
def test_the_sources_can_be_read_on_pages_of_their_own(site: Site, builder: str, address: str) -> None:
    site.write(index=home(figure()))
    output = site.build(builder)
    links = [str(link["href"]) for link in site.page().select(".figure-source a")]
    endings = {"page": ".html", "folder": "/"}

    assert links == [f"_source/{path}{endings[address]}" for path in ("models/shapes", "drawings/squares")]
    for link in links:
        page = output / (link + "index.html" if link.endswith("/") else link)
        assert '<span class="k">def</span>' in page.read_text("utf-8")
        assert '<pre tabindex="0">' in page.read_text("utf-8")


@pytest.mark.parametrize(
    "noise", ["print('noise')", "import os; os.write(1, b'noise')", "import os; os.system('echo noise')"]
)
def test_what_a_drawing_prints_is_no_part_of_its_figure(site: Site, noise: str) -> None:
    site.put(
        "drawings/loud.py",
        f"from drawings import squares\n\n\ndef square():\n    {noise}\n    return squares.square()\n",
    )
    site.write(index=home(".. computed-figure:: drawings.loud:square\n\n   A caption.\n"))
    site.build()

    assert site.page().select_one("figure svg")
    assert "noise" not in site.page().get_text()


def test_parameters_are_checked_by_an_optimizing_python_too(site: Site) -> None:
    site.write(index=home(figure(parameters="5")))
    command = [sys.executable, "-O", "-m", "sphinx", "-q", str(site.source), str(site.output)]
    built = subprocess.run(command, capture_output=True, text=True, check=False, cwd=site.folder)

    assert "parameters '5' cannot be read: write name=value, name=value" in built.stderr

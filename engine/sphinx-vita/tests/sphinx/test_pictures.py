"""Pictures on a site: portraits and previews, scaled, named after their content, gone with what named them."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from harness.sites import Built, Site
from PIL import Image
from sphinx_vita.sphinx.output.pictures import preparing
from sphinx_vita.sphinx.output.pictures.scaling import Variant, variants_of
from sphinx_vita.sphinx.output.pictures.uses import Use

BIB = "@misc{x, title={T}, author={Lee, Ann}, year=2020, preview={x.png}, preview_alt={What it shows}}\n"
CARDS = "# P\n\n:::{publications}\n:style: cards\n:::\n"
ME = "# Ann Lee\n\n:::{profile} Ann Lee\n:image: pics/me.jpg\n:::\n"
CONFIG: dict[str, Any] = {"vita_files": ["pics"], "html_baseurl": "https://s.example/"}


def photograph(kind: str, size: tuple[int, int] = (90, 60), shade: int = 90) -> bytes:
    """Make a picture with a place in it, as a telephone does."""
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    file = BytesIO()
    Image.new("RGB", size, (shade, 90, 90)).save(file, kind, exif=exif)
    return file.getvalue()


FILES: dict[str, str | bytes | None] = {"pics/me.jpg": photograph("JPEG"), "pics/x.png": photograph("PNG", (60, 90))}
LARGE: dict[str, str | bytes | None] = {
    "pics/me.jpg": photograph("JPEG", (500, 400)),
    "pics/x.png": photograph("PNG", (600, 900)),
}


def scaled(built: Built) -> dict[str, bytes]:
    return {path: content for path, content in built.files().items() if path.startswith("pictures/")}


def test_portrait_and_preview_are_offered_in_the_sizes_that_are_shown_and_the_files_themselves_are_not(
    site: Site,
) -> None:
    built = site(LARGE, me=ME, page=CARDS, bib=BIB, config=CONFIG)

    (portrait,), (preview,) = built.page("me").select("img"), built.page("page").select("img")
    assert (portrait["class"], portrait["alt"]) == (["vita-portrait"], "Portrait of Ann Lee")
    assert (portrait["width"], portrait["height"], portrait.get("loading")) == ("336", "336", None)
    assert (preview["alt"], preview["width"], preview["height"]) == ("What it shows", "480", "720")
    assert (preview["loading"], "22rem" in str(preview["sizes"])) == ("lazy", True)
    offered = [
        candidate.split()
        for each in (*built.page("me").select("img, source"), *built.page("page").select("img, source"))
        for candidate in str(each["srcset"]).split(", ")
    ]
    assert scaled(built).keys() == {path for path, _ in offered}
    for path, width in offered:
        with Image.open(built.output / path) as picture:
            assert f"{picture.width}w" == width
    assert not [path for path, content in built.files().items() if b"SecretCamera" in content]


def test_a_page_in_a_folder_and_exports_lead_to_the_scaled_portrait(site: Site) -> None:
    site.write({**FILES, "about/me.md": ME, "index.md": "# H\n\n```{toctree}\nabout/me\n```\n"})

    built = site(config=CONFIG | {"vita_exports": True, "vita_cards": 0})

    (portrait,) = built.page("about/me").select("img")
    assert str(portrait["src"]).removeprefix("../") in scaled(built)
    image = json.loads(built.text("resume.json"))["basics"]["image"]
    assert image == f"https://s.example/{str(portrait['src']).removeprefix('../')}"


@pytest.mark.parametrize(
    ("changes", "gone"),
    [
        ({"me": "# Me\n"}, {"me"}),
        ({"me": ME.replace(":image:", ":visibility: private image\n:image:")}, {"me"}),
        ({"bib": ""}, {"x"}),
        ({"page": "# P\n"}, {"x"}),
        ({"bib": BIB.replace("2020", "2020, visibility={private}")}, {"x"}),
    ],
)
def test_what_is_scaled_goes_with_what_named_it(site: Site, changes: dict[str, Any], gone: set[str]) -> None:
    before = scaled(site(FILES, me=ME, page=CARDS, bib=BIB, config=CONFIG))

    after = scaled(site(config=CONFIG, **changes))

    kept = {path: content for path, content in before.items() if path.split("/")[1].split("-")[0] not in gone}
    assert after == kept != before


def test_a_picture_is_scaled_again_when_it_has_changed_and_then_alone(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def scale(content: bytes, use: Use) -> tuple[Variant, ...]:
        made.append(use.name)
        return variants_of(content, use)

    monkeypatch.setattr(preparing, "variants_of", scale)
    first = site(FILES, me=ME, page=CARDS, bib=BIB, config=CONFIG)
    first_scaled, cached = scaled(first), sorted(Path(site.source).glob("_build/**/pictures/*"))

    assert scaled(site(config=CONFIG)) == first_scaled
    assert sorted(made) == ["card", "portrait"]

    built = site({"pics/x.png": photograph("PNG", shade=200)}, config=CONFIG)

    assert made[2:] == ["card"]
    (preview,) = built.page("page").select("img")
    assert str(preview["src"]) in scaled(built).keys() - first_scaled.keys()
    assert (preview["width"], preview["height"]) == ("90", "60")
    assert len(sorted(Path(site.source).glob("_build/**/pictures/*"))) == len(cached)


def test_a_damaged_picture_is_told_where_it_is_named_and_left_out(site: Site) -> None:
    built = site(
        {"pics/me.jpg": b"no picture", "pics/x.png": b"x"}, me=ME, page=CARDS, bib=BIB, config=CONFIG, silent=False
    )

    assert [told.place for told in built.told] == [
        ("vita.unreadable_picture", "me.md", 3),
        ("vita.unreadable_picture", "papers.bib", 1),
    ]
    assert "save it as JPEG" in built.told[0].message
    assert not built.page("me").select("img")
    assert not built.page("page").select("img")
    assert scaled(built) == {}


def test_the_card_of_a_paper_and_of_the_home_page_show_their_pictures(site: Site) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#0f0"/></svg>'
    pages: dict[str, Any] = {
        "index": f"{ME}\n```{{toctree}}\n:glob:\n*\n```\n",
        "x": "# {pub-title}`x`\n\n:::{publication} x\n:::\n",
    }
    config = CONFIG | {"vita_exports": True}

    built = site({**FILES, "pics/d.svg": drawing}, bib=BIB.replace("x.png", "d.svg"), config=config, **pages)

    colors = {}
    for name in ("index", "x"):
        with Image.open(built.output / "cards" / f"{name}.png") as card:
            colors[name] = card.convert("RGB").getpixel((900, 315))
    assert colors["x"] == (0, 255, 0)
    assert colors["index"] == (90, 90, 90)
    without = site(bib=BIB.replace("preview={x.png}, ", ""), config=config)
    with Image.open(without.output / "cards" / "x.png") as card:
        assert card.convert("RGB").getpixel((900, 315)) == (255, 255, 255)


def test_a_drawing_that_cannot_be_set_leaves_the_card_without_it(site: Site) -> None:
    page = "# {pub-title}`x`\n\n:::{publication} x\n:::\n"

    built = site(
        {"pics/d.svg": "<svg"}, bib=BIB.replace("x.png", "d.svg"), x=page, config=CONFIG | {"vita_exports": True}
    )

    with Image.open(built.output / "cards" / "x.png") as card:
        assert card.size == (1200, 630)


def test_pictures_in_prose_say_their_size_and_nothing_of_the_camera(site: Site) -> None:
    turned, bare = BytesIO(), BytesIO()
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "SecretCamera"
    Image.new("RGB", (90, 60)).save(turned, "JPEG", exif=exif)
    Image.new("RGB", (90, 60)).save(bare, "JPEG")
    files: dict[str, str | bytes | None] = {
        "turned.jpg": turned.getvalue(),
        "bare.jpg": bare.getvalue(),
        "note.png": photograph("PNG", (30, 20)),
        "own.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"/>',
        "any.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"/>',
        "fake.png": b"png",
        "_static/me.jpg": photograph("JPEG"),
    }
    page = "# P\n\n" + "\n\n".join(f"![{name}]({name})" for name in files if "/" not in name)
    sized = "\n\n```{image} bare.jpg\n:alt: sized\n:width: 50px\n```\n"
    figure = "\n```{figure} note.png\n:alt: of a figure\n\nWords.\n```\n"

    built = site(
        files,
        page=page + sized + figure,
        me=ME.replace("pics/", ""),
        config=CONFIG | {"html_static_path": ["_static"], "vita_files": ["_static"]},
    )

    sizes = {str(each["alt"]): (each.get("width"), each.get("height")) for each in built.page("page").select("img")}
    assert sizes.pop("sized") != ("90", "60")
    assert sizes == {
        "turned.jpg": ("60", "90"),
        "bare.jpg": ("90", "60"),
        "note.png": ("30", "20"),
        "own.svg": ("16", "9"),
        "any.svg": (None, None),
        "fake.png": (None, None),
        "of a figure": ("30", "20"),
    }
    assert not [path for path, content in built.files().items() if b"SecretCamera" in content]
    assert built.files()["_images/bare.jpg"] == bare.getvalue()
    with Image.open(built.output / "_images" / "turned.jpg") as picture:
        assert (picture.getexif()[0x0112], picture.size) == (6, (90, 60))

"""Pictures of every kind that people have, scaled: upright, in their colors, small, and without what a camera adds."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms, ImageDraw, features
from sphinx_vita.sphinx.output.pictures.scaling import UnreadablePictureError, Variant, size_of_drawing, variants_of
from sphinx_vita.sphinx.output.pictures.uses import CARD, PORTRAIT, SOCIAL, Use

ORIENTATION, MAKER, PLACE = 0x0112, 0x010F, 0x8825


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def drawn(width: int = 400, height: int = 300, mode: str = "RGB") -> Image.Image:
    """Draw a picture whose left upper quarter is red, on blue."""
    picture = Image.new("RGB", (width, height), (0, 0, 255))
    ImageDraw.Draw(picture).rectangle((0, 0, width // 2, height // 2), fill=(255, 0, 0))
    return picture.convert(mode)


def opened(variant: Variant) -> Image.Image:
    return Image.open(BytesIO(variant.content))


def color(variant: Variant, across: float, down: float) -> tuple[int, ...]:
    """Give the color at a place, in sixteenths, so that what a lossy format changes does not count."""
    picture = opened(variant).convert("RGBA")
    found = picture.getpixel((int(across * picture.width), int(down * picture.height)))
    assert isinstance(found, tuple)
    return tuple(round(each / 17) for each in found)


RED, BLUE, GREY = (15, 0, 0, 15), (0, 0, 15, 15), (7, 7, 7, 15)
TINY = Use("tiny", (40, 80), "10rem")


def exif(orientation: int = 1) -> Image.Exif:
    """Say what a camera says, and where it was."""
    written = Image.Exif()
    written[ORIENTATION], written[MAKER] = orientation, "SecretCamera"
    written.get_ifd(PLACE)[1] = "N"
    return written


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (saved(drawn(), "JPEG", quality=95), (80, 60)),
        (saved(drawn(), "PNG"), (80, 60)),
        (saved(drawn(mode="P"), "PNG"), (80, 60)),
        (saved(drawn(), "WEBP", lossless=True), (80, 60)),
        (saved(drawn(), "TIFF"), (80, 60)),
        (saved(drawn(mode="CMYK"), "JPEG", quality=95), (80, 60)),
        (saved(drawn(), "GIF", save_all=True, append_images=[drawn().rotate(180)]), (80, 60)),
        (saved(drawn(300, 400).transpose(Image.Transpose.ROTATE_90), "JPEG", quality=95, exif=exif(6)), (60, 80)),
        (saved(drawn(1200, 200), "PNG"), (80, 13)),
        (saved(drawn(30, 20), "PNG"), (30, 20)),  # never larger than it is
    ],
)
def test_a_picture_keeps_its_shape_and_colors(content: bytes, size: tuple[int, int]) -> None:
    best = variants_of(content, TINY)[-1]

    assert (best.width, best.height) == opened(best).size == size
    assert (color(best, 0.2, 0.2), color(best, 0.8, 0.8), best.has_holes) == (RED, BLUE, False)


def test_transparency_stays_and_is_known() -> None:
    picture = drawn(mode="RGBA")
    picture.putalpha(Image.linear_gradient("L").resize(picture.size).point(lambda value: 255 * (value > 128)))
    palette = drawn(mode="P")

    best = variants_of(saved(picture, "PNG"), TINY)[-1]
    of_palette = variants_of(saved(palette, "GIF", transparency=palette.getpixel((1, 1))), TINY)[-1]

    assert (color(best, 0.8, 0.2)[3], color(best, 0.8, 0.8), best.has_holes) == (0, BLUE, True)
    assert (color(of_palette, 0.2, 0.2)[3], color(of_palette, 0.8, 0.8)[3]) == (0, 15)
    assert variants_of(saved(picture, "PNG"), SOCIAL)[0].ending == "png"


def test_sixteen_bits_of_grey_are_not_cut_off() -> None:
    picture = Image.new("I", (200, 100), 32768).convert("I;16")

    assert color(variants_of(saved(picture, "PNG"), TINY)[-1], 0.5, 0.5) == GREY


def test_colors_of_another_profile_become_those_of_the_web() -> None:
    usual = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    turned = usual.replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")  # red is blue in it
    found = {
        name: variants_of(saved(drawn(), "PNG", icc_profile=each), TINY)[-1]
        for name, each in {"usual": usual, "turned": turned, "broken": b"broken"}.items()
    }

    assert {name: color(each, 0.2, 0.2) for name, each in found.items()} == {
        "usual": RED,
        "turned": BLUE,
        "broken": RED,
    }


@pytest.mark.parametrize("use", [TINY, PORTRAIT, CARD, SOCIAL])
def test_nothing_that_a_camera_or_a_program_wrote_goes_online(use: Use) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    photograph = saved(drawn(), "JPEG", exif=exif(), icc_profile=profile, comment=b"SecretComment")
    assert b"SecretCamera" in photograph

    variants = variants_of(photograph, use)

    assert not [
        each for each in variants if b"Secret" in each.content or b"Exif" in each.content or b"ICC" in each.content
    ]
    assert not [each for each in variants if opened(each).getexif() or opened(each).info.get("icc_profile")]


@pytest.mark.parametrize("use", [Use("page", (60, 160), "10rem", largest=2000), Use("card", (160,), largest=2000)])
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_a_file_is_never_larger_than_it_may_be(mode: str, use: Use) -> None:
    noise = Image.merge(mode, [Image.effect_noise((200, 150), 120) for _ in mode])

    variants = variants_of(saved(noise, "PNG"), use)

    assert variants
    assert max(len(each.content) for each in variants) <= 2000
    assert variants[-1].width < 160


def test_a_newer_format_is_there_where_it_is_smaller() -> None:
    for name in ("linear", "radial"):
        picture = getattr(Image, f"{name}_gradient")("L").convert("RGB")
        variants = variants_of(saved(picture, "JPEG"), Use("page", (60, 160), "10rem"))
        sizes = {
            ending: [len(each.content) for each in variants if each.ending == ending] for ending in ("avif", "webp")
        }

        assert variants[-1].ending == "webp"  # what older browsers take
        assert not sizes["avif"] or sum(sizes["avif"]) < sum(sizes["webp"])
    assert features.check("avif")


def test_a_portrait_is_cut_to_a_square_that_holds_what_is_near_its_top() -> None:
    tall = drawn(400, 1200)

    best = variants_of(saved(tall, "PNG"), PORTRAIT)[-1]

    assert (best.width, best.height) == (336, 336)
    assert (color(best, 0.2, 0.5), color(best, 0.8, 0.5)) == (RED, BLUE)
    assert {each.ending: each.width for each in variants_of(saved(tall, "PNG"), CARD)}["webp"] == 240


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no picture",
        saved(drawn(), "PNG")[:200],
        saved(drawn(), "JPEG")[:900],
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",  # Pillow would start Ghostscript
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xff\xff\xff\xff\xff\xff\xff\x08\x02\x00\x00\x00",
    ],
)
def test_a_damaged_picture_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadablePictureError, match=r"."):
        variants_of(content, CARD)


def test_equal_pictures_give_equal_files() -> None:
    content = saved(drawn(), "JPEG", exif=exif(3))

    assert variants_of(content, CARD) == variants_of(content, CARD)


@pytest.mark.parametrize(
    ("written", "size"),
    [
        ('<svg xmlns="http://www.w3.org/2000/svg" width="160" height="90px">', (160, 90)),
        ("<?xml version='1.0'?><!-- c --><svg viewBox='0 0 16.4, 9'>", (16, 9)),
        ('<svg width="100%" height="100%" viewBox="0 0 16 9">', (16, 9)),
        ('<svg data-of=">" width="3" height="2">', (3, 2)),
        ('<svg viewBox="0 0 0 9">', None),
        ('<svg viewBox="a b c d">', None),
        ("<svg>", None),
        ("<html>", None),
    ],
)
def test_a_drawing_says_its_size(written: str, size: tuple[int, int] | None) -> None:
    assert size_of_drawing(written.encode()) == size

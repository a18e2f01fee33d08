"""Pictures as browsers want them: upright, in sRGB, small, and without what a camera or a program wrote beside them."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import cast
from warnings import catch_warnings, simplefilter

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError, features

from sphinx_vita.sphinx.output.pictures.uses import Use

# Those that a file of the web may have; Pillow would run other programs for some of the others.
FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "TIFF", "BMP")
_QUALITIES = (80, 60, 40)
_ROOT = re.compile(r"<svg\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_ATTRIBUTE = re.compile(r"\s(width|height|viewBox)\s*=\s*[\"']\s*([^\"']*?)\s*[\"']")
_PIXELS = re.compile(r"(\d+(?:\.\d+)?)(?:px)?")

Encode = Callable[[Image.Image, int], bytes]


class UnreadablePictureError(Exception):
    """A file that is no picture, or is damaged; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One file of a picture; its ending names its format."""

    ending: str
    width: int  # pixels
    height: int
    content: bytes
    has_holes: bool  # transparent somewhere: most such pictures are drawn for white paper


def variants_of(content: bytes, use: Use) -> tuple[Variant, ...]:
    """Scale a picture to the widths of a use, in each format. Raises UnreadablePictureError."""
    try:
        picture = _upright(content, max(use.widths))
        if use.is_cut:
            side = min(picture.size)
            picture = ImageOps.fit(picture, (side, side), centering=(0.5, 0.25))
        scaled = [_fitted(picture, width) for width in use.widths]
    except UnidentifiedImageError as error:
        raise UnreadablePictureError("it is none that can be read") from error
    except Exception as error:  # whatever a decoder stumbles over in a damaged file
        raise UnreadablePictureError(" ".join(str(error).split()) or type(error).__name__) from error
    distinct = list({each.size: each for each in scaled}.values())
    if not use.sizes:
        return tuple(_small("png" if _has_holes(each) else "jpg", each, use.largest) for each in distinct)
    webp = tuple(_small("webp", each, use.largest) for each in distinct)
    avif = tuple(_small("avif", each, use.largest) for each in distinct) if features.check("avif") else ()
    is_smaller = sum(len(each.content) for each in avif) < sum(len(each.content) for each in webp)
    return (*avif, *webp) if avif and is_smaller else webp


@contextmanager
def opened(source: BytesIO | Path, formats: Sequence[str] = FORMATS) -> Iterator[Image.Image]:
    """Open a picture; one of very many pixels is refused by Pillow, one of many is none that it shall print about."""
    with catch_warnings():
        simplefilter("ignore", Image.DecompressionBombWarning)
        with Image.open(source, formats=list(formats)) as picture:
            yield picture


def fewer_colors(png: bytes) -> bytes:
    """Return a PNG with 256 colors, a third as large."""
    with opened(BytesIO(png)) as picture:
        return _saved(picture.convert("RGB").quantize(256), "PNG", optimize=True)


def size_of_drawing(content: bytes, *, has_own_size: bool = False) -> tuple[int, int] | None:
    """Return the pixels of an SVG, or the shape of its view; None where it says neither, or no size of its own."""
    root = _ROOT.search(content[:20_000].decode("utf-8", "replace"))
    stated = dict(_ATTRIBUTE.findall(root[0])) if root else {}
    pixels = [_PIXELS.fullmatch(stated.get(name, "")) for name in ("width", "height")]
    numbers = [match[1] for match in pixels if match]
    if len(numbers) < 2 and not has_own_size:
        numbers = re.split(r"[\s,]+", stated.get("viewBox", ""))[2:]
    with suppress(ValueError):
        width, height = (round(float(number)) for number in numbers)
        return (width, height) if width > 0 and height > 0 else None
    return None


def _upright(content: bytes, width: int) -> Image.Image:
    """Read the first picture of a file as RGB, with alpha where it has holes, turned as the camera was held."""
    with opened(BytesIO(content)) as picture:
        picture.draft("RGB", (2 * width, 2 * width))  # a photograph is read at the scale that is needed
        picture.load()
        upright = ImageOps.exif_transpose(picture)
    return _in_srgb(_in_bytes(upright))


def _in_bytes(picture: Image.Image) -> Image.Image:
    """Bring 16 bits for a pixel to the 8 that a screen shows; Pillow would cut off what is brighter."""
    if not picture.mode.startswith(("I", "F")):
        return picture
    exact = picture.convert("F")
    _, brightest = cast("tuple[float, float]", exact.getextrema())  # of one band
    scale = 1.0 if brightest <= 255 else 255 / max(brightest, 65535)
    return exact.point(lambda value: value * scale + 0).convert("L")


def _in_srgb(picture: Image.Image) -> Image.Image:
    has_holes = "A" in picture.getbands() or "transparency" in picture.info
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in ("RGB", "CMYK", "L"):
        with suppress(ImageCms.PyCMSError, OSError, ValueError):  # a broken profile: its colors are taken as they are
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            picture = (
                ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode="RGB") or picture
            )
    return picture.convert("RGBA" if has_holes else "RGB")


def _has_holes(picture: Image.Image) -> bool:
    return picture.mode == "RGBA"


def _fitted(picture: Image.Image, width: int) -> Image.Image:
    """Scale a picture into a square of a width; a smaller one stays as it is."""
    scale = min(1.0, width / max(picture.size))
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture if size == picture.size else picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _small(ending: str, picture: Image.Image, largest: int) -> Variant:
    """Encode a picture with the best quality, and if need be the size, that is small enough."""
    while True:
        for quality in _QUALITIES:
            content = _ENCODERS[ending](picture, quality)
            if len(content) <= largest or max(picture.size) <= 16:
                return Variant(ending, *picture.size, content, _has_holes(picture))
        smaller = 0.9 * (largest / len(content)) ** 0.5  # no quality is enough: the size must follow
        picture = _fitted(picture, max(16, int(max(picture.size) * smaller)))


def _webp(picture: Image.Image, quality: int) -> bytes:
    """Encode as WebP: drawings are smaller, and sharp, without loss."""
    lossy = _saved(picture, "WEBP", quality=quality, alpha_quality=60)
    exact = _saved(picture, "WEBP", lossless=True) if quality == _QUALITIES[0] else lossy
    return min(exact, lossy, key=len)


def _avif(picture: Image.Image, quality: int) -> bytes:
    return _saved(picture, "AVIF", quality=quality - 15, speed=6, max_threads=1)  # its scale is another one


def _png(picture: Image.Image, quality: int) -> bytes:
    """Encode as PNG, of fewer colors where all of them are too much."""
    colors = picture if quality == _QUALITIES[0] else picture.quantize(2 * quality)
    return _saved(colors, "PNG", optimize=True)


def _jpg(picture: Image.Image, quality: int) -> bytes:
    return _saved(picture, "JPEG", quality=quality, optimize=True)


def _saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    """Write a file of the pixels alone: whatever stood beside them stays behind."""
    bare = Image.frombytes(picture.mode, picture.size, picture.tobytes()) if picture.mode != "P" else picture
    file = BytesIO()
    bare.save(file, kind, **options)
    return file.getvalue()


_ENCODERS: dict[str, Encode] = {"webp": _webp, "avif": _avif, "png": _png, "jpg": _jpg}

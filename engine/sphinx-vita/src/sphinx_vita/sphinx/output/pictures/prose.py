"""The pictures of prose: their size stands in the markup, so that nothing jumps, and no camera's words go online."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

from docutils import nodes
from PIL import Image
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.writers.html5 import HTML5Translator

from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.output.copied_files import is_drawing
from sphinx_vita.sphinx.output.pictures.scaling import opened, size_of_drawing
from sphinx_vita.sphinx.problems import warn

_ORIENTATION = 0x0112
_ON_SIDE = range(5, 9)  # of the orientations: the camera was held upright
_OF_PIXELS = {_ORIENTATION, 0x011A, 0x011B, 0x0128, 0x0213}  # what EXIF says of the pixels alone
_TEXTS = ("xmp", "XML:com.adobe.xmp", "photoshop", "comment", "Description", "Author", "Comment")
_SIZED = re.compile(r"\s(?:width|height)=|(?:width|height):")
_KEPT: dict[str, dict[str, object]] = {  # the formats that can hold such words, and how their pixels stay as they are
    "JPEG": {"quality": "keep"},
    "PNG": {},
    "WEBP": {"quality": 90},
    "AVIF": {"quality": 90},
}


def add_sizes(app: Sphinx) -> None:
    """Let pictures say their size; call it before pages are written."""
    app.add_node(nodes.image, override=True, html=(_image, _end_image))


def _image(self: HTML5Translator, node: nodes.image) -> None:
    source = Path(self.builder.srcdir, node["uri"])
    type(self).visit_image(self, node)
    if self.body and "sd-card-img-top" in node["classes"]:  # a row of them is seldom on the first screen
        self.body[-1] = self.body[-1].replace("<img ", '<img loading="lazy" ', 1)
    if self.body and self.body[-1].startswith("<img ") and not _SIZED.search(self.body[-1]):
        size = size_of(source)
        if size:
            words = f'<img width="{size[0]}" height="{size[1]}" decoding="async" '
            self.body[-1] = self.body[-1].replace("<img ", words, 1)


def _end_image(self: HTML5Translator, node: nodes.image) -> None:
    type(self).depart_image(self, node)


def size_of(file: Path) -> tuple[int, int] | None:
    """Return the pixels of a picture as it stands upright; None of what is damaged, or fits any size."""
    try:
        if is_drawing(file.name):
            return size_of_drawing(file.read_bytes(), has_own_size=True)
        with opened(file) as picture:
            is_turned = picture.getexif().get(_ORIENTATION) in _ON_SIDE
            return (picture.height, picture.width) if is_turned else picture.size
    except Exception:  # whatever a decoder stumbles over: a browser will show what it can
        return None


def strip_pictures(app: Sphinx, exception: Exception | None) -> None:
    """Take out of the copies of pictures what a camera or a program wrote, such as the place where it was."""
    if exception or not isinstance(app.builder, StandaloneHTMLBuilder):
        return
    copies = [Path(app.outdir, app.builder.imagedir, name) for name in app.builder.images.values()]
    named = {path for path, _ in vita_domain(app.env).pictures if path.startswith("_static/")}
    for file in sorted({*copies, *(Path(app.outdir, path) for path in named)}):
        try:
            stripped = without_words(file.read_bytes())
            if stripped:
                file.write_bytes(stripped)
        except FileNotFoundError:  # it is no copy
            continue
        except OSError as error:
            warn(Mistake.UNREADABLE_PICTURE, f"cannot write {file.name!r} anew: {error.strerror}", at=None)


def without_words(content: bytes) -> bytes:
    """Return a picture with its pixels, colors and orientation alone; b"" where it says no more than these."""
    try:
        with opened(BytesIO(content), [*_KEPT]) as picture:
            exif = picture.getexif()
            if not (exif.keys() - _OF_PIXELS or any(name in picture.info for name in _TEXTS)):
                return b""
            bare = Image.Exif()
            if _ORIENTATION in exif:
                bare[_ORIENTATION] = exif[_ORIENTATION]
            return _saved(picture, bare)
    except Exception:  # whatever a decoder stumbles over: a damaged file stays as it is
        return b""


def _saved(picture: Image.Image, exif: Image.Exif) -> bytes:
    kind = str(picture.format)
    options: dict[str, Any] = dict(_KEPT[kind])
    options["save_all"] = getattr(picture, "n_frames", 1) > 1
    profile = picture.info.get("icc_profile")
    for name in _TEXTS:
        picture.info.pop(name, None)
    file = BytesIO()
    picture.save(
        file,
        kind,
        exif=exif.tobytes() if len(exif) else b"",
        **options,
        **({"icc_profile": profile} if profile else {}),
    )
    return file.getvalue()

"""The pictures that the pages of a build show: scaled before anything is written, kept for the next build."""

import hashlib
import pickle
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import sphinx_build_cache
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.records import Profile, Publication
from sphinx_vita.records.slugs import slug
from sphinx_vita.sphinx.domain import VitaDomain, vita_domain
from sphinx_vita.sphinx.lookup import Catalog
from sphinx_vita.sphinx.output.copied_files import is_drawing
from sphinx_vita.sphinx.output.pictures.published import Published
from sphinx_vita.sphinx.output.pictures.scaling import (
    UnreadablePictureError,
    Variant,
    size_of_drawing,
    variants_of,
)
from sphinx_vita.sphinx.output.pictures.uses import CARD, LEAD, PORTRAIT, SOCIAL, THUMBNAIL, Use
from sphinx_vita.sphinx.output.social_cards import has_cards
from sphinx_vita.sphinx.pages.front_matter import HTML_BUILDERS
from sphinx_vita.sphinx.problems import warn

FOLDER = "pictures"  # below the site's root, and beside the doctrees


def prepare_pictures(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Scale what pages show when all are read and none is written; changes no page by itself."""
    domain = vita_domain(env)
    domain.forget_catalog()
    domain.pictures = {}
    if app.builder.name not in HTML_BUILDERS:
        return []
    folder = Path(app.doctreedir) / FOLDER
    kept: set[str] = set()
    for path, use, place in dict.fromkeys(_shown(app, domain)):
        try:
            content = (Path(app.srcdir) / path).read_bytes()
            name = f"{hashlib.sha256(content).hexdigest()[:32]}-{use.name}"
            kept.add(name)
            domain.pictures[path, use.name] = _published(path, content, use, folder / name)
        except (OSError, UnreadablePictureError) as error:
            message = f"cannot read the picture {path!r}: {error}; save it as JPEG, PNG, WebP or SVG"
            warn(Mistake.UNREADABLE_PICTURE, message, at=place)
    for file in folder.glob("*"):
        if file.name not in kept:
            file.unlink(missing_ok=True)
    return []


def _shown(app: Sphinx, domain: VitaDomain) -> Iterator[tuple[str, Use, str]]:
    """Yield the pictures with their uses, and the place where each is named."""
    catalog = domain.catalog
    papers: list[tuple[Publication, Use]] = [
        (record, CARD)
        for queries in catalog.queries.values()
        for query in queries
        if query.style == "cards" and query.kinds == (Publication.kind,)
        for record in catalog.select(query)
    ]
    papers += [(paper, THUMBNAIL) for paper in _listed(catalog)]
    papers += [(paper, LEAD) for paper in catalog.with_own_page]
    has_social = has_cards(app, len(app.env.all_docs))
    papers += [(paper.cited, SOCIAL) for paper in catalog.with_own_page if has_social]
    for profile in catalog.of_kind(Profile.kind):
        assert isinstance(profile, Profile)
        uses = [PORTRAIT, *([SOCIAL] if has_social and profile is catalog.profile else [])]
        yield from (
            (profile.image, use, f"{app.env.doc2path(profile.docname)}:{profile.line}") for use in uses if profile.image
        )
    yield from (
        (paper.preview, use, f"{Path(app.srcdir) / paper.file}:{paper.line}") for paper, use in papers if paper.preview
    )


def _listed(catalog: Catalog) -> Iterator[Publication]:
    """Yield the papers that lists show with a picture: those of pages that are not printed too."""
    for docname, queries in catalog.queries.items():
        for query in queries:
            style = "list" if query.kinds == (Publication.kind,) else "cards"
            if query.style == style and not catalog.is_printed(docname):
                yield from (each for each in catalog.select(query) if isinstance(each, Publication))


def _published(path: str, content: bytes, use: Use, cache: Path) -> Published:
    """Scale a picture, or take what was made of the same bytes by the same code and versions."""
    if is_drawing(path):
        return Published(path=path, size=size_of_drawing(content), drawing=content)
    state = sphinx_build_cache.code_state("sphinx_vita")
    known = sphinx_build_cache.load(cache, state)
    variants: tuple[Variant, ...] = pickle.loads(known) if known else variants_of(content, use)
    if known is None:
        sphinx_build_cache.save(cache, state, pickle.dumps(variants))
    files = tuple((_path(path, variant), variant) for variant in variants)
    best_path, best = files[-1]
    return Published(files, best_path, (best.width, best.height), best.has_holes)


def _path(path: str, variant: Variant) -> str:
    """Name a file after what is in it, so that browsers may keep it for ever."""
    name = f"{slug(PurePosixPath(path).stem)}-{hashlib.sha256(variant.content).hexdigest()[:8]}"
    return f"{FOLDER}/{name}-{variant.width}.{variant.ending}"


def files_of_pictures(domain: VitaDomain) -> Iterator[tuple[str, bytes, str]]:
    """Yield path and content of every file that a page shows, and of what it was made."""
    for (path, use), published in domain.pictures.items():
        if use != SOCIAL.name:
            yield from ((name, variant.content, path) for name, variant in published.files)


def pictures_of(domain: VitaDomain, *paths: str) -> list[str]:
    """Name the files that pictures are shown by, to tell whether a page must be written again."""
    return [f"{each.path} {each.size}" for (path, _), each in domain.pictures.items() if path in paths and path]

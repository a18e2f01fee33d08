"""The whole portfolio as one value, for the exporters: the records that are public, and where each stands."""

from dataclasses import replace
from fnmatch import fnmatchcase

from sphinx.application import Sphinx

from sphinx_vita.locale import tag_of
from sphinx_vita.reading.undivided_names import with_parts
from sphinx_vita.records import KINDS, Profile, Publication, Record, newest_first
from sphinx_vita.records.portfolio import Page, Portfolio
from sphinx_vita.sphinx.config import date_style
from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.languages import spoken_by
from sphinx_vita.sphinx.languages.alternates import alternates_of
from sphinx_vita.sphinx.lookup import Catalog
from sphinx_vita.sphinx.output.descriptions import description_of
from sphinx_vita.sphinx.output.pictures.uses import PORTRAIT


def portfolio_of(app: Sphinx) -> Portfolio:
    """Return the portfolio of this build, gathered when it is first asked for."""
    domain = vita_domain(app.env)
    if domain.memory.portfolio is None:
        domain.memory.portfolio = _assemble(app, domain.catalog)
    return domain.memory.portfolio


def _assemble(app: Sphinx, catalog: Catalog) -> Portfolio:
    """Gather what the pages and bibliographies say."""
    spoken = spoken_by(app)
    kinds = [kind for kind in KINDS if kind != Publication.kind]
    records = {kind: tuple(newest_first(catalog.of_kind(kind))) for kind in kinds}
    records[Profile.kind] = tuple(_with_portrait(app, each) for each in records[Profile.kind])
    # As one cites them: what is made for citing describes the version that exists, under the entry's address.
    cited = catalog.newest_publications(map(_for_citing, catalog.publications.values()))
    publications = with_parts(cited, catalog.people.names)
    paths: dict[tuple[str, str], str] = {}
    for record in (*(each for of_kind in records.values() for each in of_kind), *publications):
        address = catalog.address(record)
        if address:
            anchor = address.anchor if isinstance(record, Publication) or record.is_page else catalog.anchor(record)
            fragment = f"#{anchor}" if anchor else ""
            paths[record.kind, record.key] = path_of(app, address.docname) + fragment
    return Portfolio(
        title=app.config.project,
        address=site_address(app),
        language=tag_of(app.config.language or "en"),
        root=site_address(app).removesuffix(spoken.folder),
        folders=tuple(map(spoken.folder_of, spoken.others if spoken.is_whole(app.builder.name) else ())),
        date_style=date_style(app.config),
        records=records,
        publications=publications,
        paths=paths,
        pages=tuple(_page(app, docname) for docname in sorted(app.env.all_docs)),
    )


def _with_portrait(app: Sphinx, record: Record) -> Record:
    """Return a profile with the picture that is published, in the place of the file that it was made of."""
    assert isinstance(record, Profile)
    published = vita_domain(app.env).pictures.get((record.image, PORTRAIT.name))
    return replace(record, image=published.path if published else "") if record.image else record


def _for_citing(publication: Publication) -> Publication:
    """Return the version that one cites, with its note and none of the remarks that only the owner's list makes."""
    cited = publication.cited
    remarks = (cited.note,) if cited.note else ()
    return cited if cited.remarks == remarks else replace(cited, remarks=remarks)


def site_address(app: Sphinx) -> str:
    """Return the canonical address of the site with a slash at its end; "" where it is not known."""
    address = str(app.config.html_baseurl or "")
    return address if not address or address.endswith("/") else address + "/"


def path_of(app: Sphinx, docname: str) -> str:
    """Return the address of a page below the site's own; the home page's is the site's."""
    is_home = docname == app.config.root_doc and bool(site_address(app))
    return "" if is_home else app.builder.get_target_uri(docname)


def _page(app: Sphinx, docname: str) -> Page:
    path = path_of(app, docname)
    return Page(
        docname=docname,
        path=path,
        title=app.env.titles[docname].astext(),
        description=description_of(app, docname),
        is_theme=any(fnmatchcase(docname, pattern) for pattern in app.config.vita_themes),
        alternates=alternates_of(app, docname, path, site_address(app)),
    )

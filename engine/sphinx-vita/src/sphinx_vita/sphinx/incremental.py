"""Incremental builds: which pages must be read or written again because a record elsewhere has changed.

Sphinx reads a page again when its file changed. A page that shows records of other pages, or of a bibliography, must be
written again too when they change; a digest of all that a page shows of them tells when.
"""

from collections.abc import Iterator
from dataclasses import fields

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx_build_cache.digests import digest

from sphinx_vita.records import KINDS, Publication, Record
from sphinx_vita.sphinx.domain import ROLES, VitaDomain, vita_domain
from sphinx_vita.sphinx.language import own_catalogs
from sphinx_vita.sphinx.lookup import Uses
from sphinx_vita.sphinx.output.copied_files import file_of_option
from sphinx_vita.sphinx.output.downloads import footer_links, footer_words
from sphinx_vita.sphinx.output.export import offered
from sphinx_vita.sphinx.output.heads import head_facts
from sphinx_vita.sphinx.output.ledger import output_of
from sphinx_vita.sphinx.output.pictures.preparing import pictures_of
from sphinx_vita.sphinx.output.related import related_of
from sphinx_vita.sphinx.output.sidebar import person_of
from sphinx_vita.sphinx.pages.views import view


def note_uses(app: Sphinx, doctree: nodes.document) -> None:
    """Remember what a page that has just been read shows of records."""
    queries = tuple(node["query"] for node in doctree.findall(view))
    ours = (node for node in doctree.findall(pending_xref) if node.get("refdomain") == "vita")
    references = {(node["reftype"], node["reftarget"]) for node in ours if node["reftype"] != "file"}
    if queries or references:
        vita_domain(app.env).data["uses"][app.env.docname] = Uses(queries, tuple(sorted(references)))
        vita_domain(app.env).forget_catalog()


def outdated_pages(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Name the pages to read again: what they took from an entry has changed, or a file that they name.

    All are when a kind of record has, such as one in a module of the site, or the site's words for those of the engine.
    """
    domain = vita_domain(env)
    own_words = [path.read_text("utf-8", "replace") for path in own_catalogs(app)]
    kinds = {"": digest("\n".join([*map(_declared, KINDS.values()), *own_words]))}
    if domain.data["kinds"] != kinds:
        domain.data["kinds"] = kinds
        return sorted(env.all_docs)
    titles, files = domain.data["titles"], domain.data["files"]
    entries = {
        docname for docname, digests in titles.items() if digests != {key: domain.digest(key) for key in digests}
    }
    moved = {
        docname
        for docname, found in files.items()
        if found != {written: file_of_option(app, written, docname=docname) for written in found}
    }
    return sorted(entries | moved)


def _declared(kind: type[Record]) -> str:
    """Return what a kind says of its records and their entries."""
    return f"{kind.kind} {[(each.name, str(each.type)) for each in fields(kind)]} {kind.layout} {kind.keyed_by}"


def pages_to_rewrite(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Name the pages to write again: those whose views or references come out differently now.

    Each output has its own digests, since several may take turns with one store of pages.
    """
    domain = vita_domain(env)
    output = output_of(app)
    known: dict[str, dict[str, str]] = domain.data["fingerprints"]
    docnames = sorted(env.found_docs & env.all_docs.keys())
    of_all_pages = (footer_links, footer_words, offered, person_of)
    everywhere = digest("\n".join(repr(tell(app)) for tell in of_all_pages)) if app.builder.format == "html" else ""
    fresh = {docname: _fingerprint(app, docname, everywhere) for docname in docnames}
    domain.data["fingerprints"] = {docname: known.get(docname, {}) | {output: fresh[docname]} for docname in docnames}
    return [docname for docname in docnames if known.get(docname, {}).get(output) != fresh[docname]]


def _fingerprint(app: Sphinx, docname: str, everywhere: str) -> str:
    domain = vita_domain(app.env)
    parts = list(_shown(domain, docname, with_bodies=True))
    parts += [repr(_pictures(domain, record)) for record in domain.data["records"].get(docname, ())]
    if app.builder.format == "html":  # other builders have no heads, and some no address of a page
        parts += [repr(head_facts(app, docname)), everywhere]
    return digest("\n".join(parts))


def _shown(domain: VitaDomain, docname: str, *, with_bodies: bool) -> Iterator[str]:
    """Yield all that a page shows of records; a body copied from another page shows what that page does."""
    uses: Uses = domain.data["uses"].get(docname, Uses())
    yield " ".join(record.key for record in domain.catalog.records.get(docname, ()))
    for query in uses.queries:
        yield repr(query)
        for record in domain.catalog.select(query):
            yield _described(domain, record)
            people = record.people if isinstance(record, Publication) else ()
            yield from (_author(domain, str(author.name)) for author in people)
            if with_bodies and record.docname not in ("", docname):
                yield from _shown(domain, record.docname, with_bodies=False)
    for role, target in uses.targets:
        yield f"{role} {target}"
        yield _author(domain, target) if role in ("author", "person") else _target(domain, role, target)
    yield repr(domain.data["titles"].get(docname))
    for key in domain.data["pages"].get(docname, ())[:1]:
        above = domain.env.titles.get(domain.catalog.list_page)
        yield f"{domain.catalog.list_page} {above.astext() if above else ''} {related_of(domain.catalog, key)}"


def _described(domain: VitaDomain, record: Record) -> str:
    if isinstance(record, Publication):
        facts, has_page = domain.digest(record.key), domain.catalog.has_own_page(record)
    else:
        facts, has_page = repr(record), False
    return f"{facts} {domain.catalog.address(record)} {has_page} {_pictures(domain, record)}"


def _pictures(domain: VitaDomain, record: Record) -> list[str]:
    return pictures_of(domain, getattr(record, "image", ""), getattr(record, "preview", ""))


def _target(domain: VitaDomain, role: str, target: str) -> str:
    record = domain.catalog.find(ROLES[role], target)
    return _described(domain, record) if record else "unknown"


def _author(domain: VitaDomain, written: str) -> str:
    is_owner, url = domain.catalog.people.role_of(written)
    return f"{written} {is_owner} {url} {domain.catalog.people.in_other_scripts(written)}"

"""The `vita` domain: the records of a portfolio as objects that Sphinx knows, finds and refers to."""

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any, cast

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.domains import Domain, ObjType
from sphinx.environment import BuildEnvironment
from sphinx.roles import XRefRole
from sphinx.util.nodes import make_refnode
from sphinx_build_cache.digests import digest

from sphinx_vita.locale import _
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.reading.names import parse_person
from sphinx_vita.reading.suggestions import suggest_key
from sphinx_vita.records import KINDS, Person, Publication, Record, name_of, text_name_of
from sphinx_vita.records.slugs import slugs
from sphinx_vita.sphinx.internals import SearchAnchor
from sphinx_vita.sphinx.lookup import Catalog
from sphinx_vita.sphinx.memory import Memory
from sphinx_vita.sphinx.output.pictures.published import Published
from sphinx_vita.sphinx.problems import warn
from sphinx_vita.sphinx.render.inline import external_link, text_nodes
from sphinx_vita.sphinx.repeated import tell_repeated


class _Roles(Mapping[str, str]):
    """The kind that each role refers to: its own name, but for `pub`."""

    def __getitem__(self, role: str) -> str:
        kind = Publication.kind if role == "pub" else role
        if kind not in KINDS or role == Publication.kind:
            raise KeyError(role)
        return kind

    def __iter__(self) -> Iterator[str]:
        return iter(["pub", *(kind for kind in KINDS if kind != Publication.kind)])

    def __len__(self) -> int:
        return len(KINDS)


ROLES = _Roles()


class VitaDomain(Domain):
    """Keeps the records by page; the publications come from the bibliography at the start of each build."""

    name = "vita"
    label = "Portfolio"
    initial_data = {
        "records": {},  # page -> its records
        "pages": {},  # page -> the keys of the publications that it is about
        "heads": {},  # page -> the anchors that stand at its first heading
        "lines": {},  # page -> key -> line of the directive that makes it that publication's page
        "withheld": {},  # page -> digests of its private records; "" for private fields
        "uses": {},  # page -> Uses
        "descriptions": {},  # page -> its first sentences
        "contents": {},  # page -> its contents as Sphinx has collected them, where its views change them
        "downloads": {},  # page -> True, where it lists what can be downloaded
        "files": {},  # page -> what its options name, with the page or file that was found for it
        "sources": {},  # page -> the file that it was read from, where a site has several languages
        "titles": {},  # page -> digests by key of the publications that were read into it
        "kinds": {},  # "" -> digest of the kinds that there were and their fields
        "fingerprints": {},  # page -> output -> digest of all that its views and references show
    }
    data_version = 5

    publications: dict[str, Publication]
    slugs: dict[str, str]  # of the publications by key, for anchors and file names
    app: Sphinx  # of this build
    memory: Memory
    pictures: dict[tuple[str, str], Published]  # those that pages of this build show, by path and use
    _catalog: Catalog | None = None

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        for role, kind in ROLES.items():
            self.add_object_type(kind, ObjType(_(KINDS[kind].noun), role))
            self.roles[role] = XRefRole(innernodeclass=nodes.inline)
        self.pictures = {}
        self.set_publications({})

    def set_publications(self, publications: dict[str, Publication]) -> None:
        """Take over what the bibliographies hold."""
        self.publications = publications
        self.slugs = slugs(publications)
        self._digests: dict[str, str] = {}
        self.forget_catalog()

    @property
    def catalog(self) -> Catalog:
        """All that is known now; ask `forget_catalog` for a new one when records have changed."""
        if self._catalog is None:
            records, pages, uses, heads = (self.data[name] for name in ("records", "pages", "uses", "heads"))
            stated = self.env.metadata
            self._catalog = Catalog(records, self.publications, self.slugs, pages, uses, heads=heads, metadata=stated)
        return self._catalog

    def digest(self, key: str) -> str:
        """Tell two states of a publication apart, of its anchor too; one that is missing has a digest as well."""
        if key not in self._digests:
            self._digests[key] = digest(f"{self.publications.get(key)!r} {self.slugs.get(key, '')}")
        return self._digests[key]

    def forget_catalog(self) -> None:
        """Make the next look-up see the records as they are then."""
        self._catalog = None
        self.memory = Memory()

    def note_record(self, record: Record) -> None:
        """Remember a record of the page that is being read."""
        self.data["records"].setdefault(record.docname, []).append(record)
        self.forget_catalog()

    def clear_doc(self, docname: str) -> None:
        """Forget what a page said."""
        for of_pages in self.data.values():
            if isinstance(of_pages, dict):
                of_pages.pop(docname, None)
        self.forget_catalog()

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process read."""
        for name in self.initial_data:
            for docname in docnames & otherdata[name].keys():
                self.data[name][docname] = otherdata[name][docname]
        self.forget_catalog()

    def check_consistency(self) -> None:
        """Warn of what stands more than once."""
        tell_repeated(self.env, self.catalog, self.data)

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        """List every record that stands on a page, for the search and for `objects.inv`."""
        for kind in KINDS:
            for key in self.catalog.keys(kind):
                record = self.catalog.find(kind, key)
                address = self.catalog.address(record) if record else None
                if record and address:
                    anchor = SearchAnchor(self.catalog.anchor(record))
                    yield (key, name_of(record), kind, address.docname, anchor, 1)

    def important_objects(self) -> set[tuple[str, str]]:
        """Name, by kind and key, what the search shows before anything is asked for: the selected papers."""
        return {(Publication.kind, each.key) for each in self.publications.values() if each.selected}

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """Resolve a role to a reference; what it names in vain is told and stays text.

        Names of authors and files are no objects: `pages.references` resolves them.
        """
        if typ not in ROLES:
            return None
        if typ == Person.kind:
            return cast("nodes.reference", self._resolve_person(target, node, contnode))
        record = self.catalog.find(ROLES[typ], target)
        if record is None:
            self._tell_unknown(typ, target, node)
            return cast("nodes.reference", contnode)
        address = self.catalog.address(record)
        if not node.get("refexplicit"):
            contnode = nodes.inline("", "", *text_nodes(text_name_of(record), with_links=False))
        if address is None:
            return cast("nodes.reference", contnode)
        is_here = address.docname == fromdocname
        anchor = self.catalog.anchor(record) if is_here else address.anchor
        return make_refnode(builder, fromdocname, address.docname, anchor, contnode)

    def _resolve_person(self, target: str, node: pending_xref, content: nodes.Element) -> nodes.Element:
        """Link a name in prose to its home page; a name that stands nowhere on the site is told."""
        name = parse_person(target)
        record = self.catalog.find(Person.kind, target) or self.catalog.people.find(name)
        if record is None and not self.catalog.people.is_known(name):
            message = f"nobody is called {target!r} here; check the spelling, or add a 'person' with that name"
            warn(Mistake.UNKNOWN_REFERENCE, message, at=node)
        url = getattr(record, "url", "")
        return external_link(url, *content.children) if url else content

    def resolve_any_xref(self, *_: Any) -> list[tuple[str, nodes.reference]]:
        """Leave Markdown's plain links to Sphinx: a record is named by its role."""
        return []

    def withhold(self, docname: str, kind: str = "", key: str = "") -> None:
        """Remember that a page has a private record, or private fields; no name of it is stored."""
        self.data["withheld"].setdefault(docname, set()).add(digest(f"{kind} {key}") if kind else "")

    def is_withheld(self, kind: str, key: str) -> bool:
        """Whether a record of that key is private."""
        return any(digest(f"{kind} {key}") in private for private in self.data["withheld"].values())

    def _tell_unknown(self, typ: str, target: str, node: nodes.Node) -> None:
        kind = ROLES.get(typ, typ)
        if self.is_withheld(kind, target):
            message = f"the {kind} {target!r} is private; take the reference to it out of the text"
        else:
            message = f"there is no {kind} {target!r}; {suggest_key(target, self.catalog.keys(kind))}"
        mistake = Mistake.UNKNOWN_ENTRY if kind == Publication.kind else Mistake.UNKNOWN_REFERENCE
        warn(mistake, message, at=node)


def vita_domain(env: BuildEnvironment) -> VitaDomain:
    """Return the domain of an environment."""
    return cast("VitaDomain", env.get_domain("vita"))


def attach(app: Sphinx) -> None:
    """Tell the domain which build it is in; nobody else may ask an environment."""
    vita_domain(app.env).app = app

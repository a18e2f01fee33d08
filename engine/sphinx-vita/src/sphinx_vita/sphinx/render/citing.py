"""How to cite a publication: ready references and its entry in the formats of reference managers, to be copied."""

from docutils import nodes

from sphinx_vita.exports import bibtex, csl_json, ris
from sphinx_vita.exports.citation import with_first_authors
from sphinx_vita.exports.citation_style import letters
from sphinx_vita.locale import N_, _
from sphinx_vita.records import Publication
from sphinx_vita.sphinx.render.inline import block, line, row_nodes
from sphinx_vita.sphinx.render.nodes import citation, citation_files, unfolding

STYLES = {"APA": "apa", "MLA": "mla"}  # which most readers are asked for
CITE = N_("Cite")
_FORMATS = {"RIS": (ris.dump, "text"), "CSL-JSON": (csl_json.dump, "json")}


def how_to_cite(publication: Publication) -> nodes.section:
    """Make the last section of a paper's page, with everything that is asked for."""
    parts = [nodes.title("", _(CITE)), citation(key=publication.key, whole=True), citation_files(key=publication.key)]
    section = nodes.section("", *parts, classes=["vita-cite"])
    section["names"] = ["how to cite"]  # the address that it has had from the first
    return section


def citing(publication: Publication) -> unfolding:
    """Make the part of an item of a list that unfolds, with what fits there; files have the rest."""
    place, files = citation(key=publication.key, whole=False), citation_files(key=publication.key)
    about = _("“{}”").replace("{}", str(publication.title))
    return unfolding("", place, files, summary=_(CITE), about=about, classes=["vita-folded", "vita-citing"])


def copies(publication: Publication, *, whole: bool) -> list[nodes.Element]:
    """Make what is copied, each under its name: the references, the entry in BibTeX, and the `whole` of formats."""
    cited = with_first_authors(publication.cited)
    parts = [*_references(cited), _copied("BibTeX", _bibtex(cited, "bibtex" if whole else "text"))]
    for name, (dump, language) in _FORMATS.items() if whole else ():
        code = dump([cited]).strip()
        shown = nodes.literal_block(code, code, language=language)
        parts.append(block("copied", unfolding("", shown, summary=name, classes=["vita-folded"])))
    return parts


def _references(cited: Publication) -> list[nodes.Element]:
    written = zip(STYLES, letters(cited, *STYLES.values()), strict=True)
    return [_copied(name, *line("reference", *row_nodes(spans))) for name, spans in written if spans]


def _bibtex(cited: Publication, language: str) -> nodes.literal_block:
    """Make the BibTeX entry; colored letters weigh four times as much as letters."""
    code = bibtex.dump([cited]).strip()
    return nodes.literal_block(code, code, language=language, classes=["vita-bibtex"])


def _copied(name: str, *content: nodes.Node) -> nodes.container:
    return block("copied", *line("format", nodes.Text(name)), *content)

"""Invented content: nothing raises out of the reader, a directive, a page or an export, and all exports agree."""

import pytest
from harness.hostile.invented import bibliographies, budget, directives, raw_bibliographies, texts
from harness.portfolios import ADDRESS
from harness.sites import Site
from hypothesis import given
from hypothesis import strategies as st
from sphinx_vita.exports import atom, bibtex, csl_json, highwire, json_resume, llms_txt, ris, schema_org, vcard
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.reading.mistakes import Finding
from sphinx_vita.reading.record_options import read_options
from sphinx_vita.records import KINDS, Publication, Record, written_kinds
from sphinx_vita.records.portfolio import Portfolio

CONFIG = {"vita_exports": True, "vita_cards": 0, "html_baseurl": ADDRESS, "suppress_warnings": []}
LIST = "# P\n\n:::{publications}\n:::\n\n:::{publications}\n:style: cards\n:::\n\nAfter it.\n"
WHOLE = [atom.dump, json_resume.dump, llms_txt.dump, vcard.dump]
OF_PAPERS = [bibtex.dump, csl_json.dump, ris.dump]


def portfolio(publications: tuple[Publication, ...], *records: Record) -> Portfolio:
    kinds = {record.kind: tuple(each for each in records if each.kind == record.kind) for record in records}
    return Portfolio(title="Ada", address=ADDRESS, records=kinds, publications=publications)


def export(whole: Portfolio) -> None:
    """Make every export; what they hold must fit into a file."""
    made = [dump(whole) for dump in WHOLE] + [dump(whole.publications) for dump in OF_PAPERS]
    for publication in whole.publications:
        made.append(schema_org.script(schema_org.scholarly_article(publication, whole)))
        made += [content for _, content in highwire.tags(publication, whole)]
    "".join(made).encode()


def check_findings(findings: tuple[Finding, ...], lines: int) -> None:
    """Every finding has its line in the file and something to say."""
    assert [finding for finding in findings if not (1 <= finding.line <= lines and finding.message)] == []


@given(raw_bibliographies)
@budget(1000)
def test_any_text_is_read_and_exported(text: str) -> None:
    reading = read_bibliography(text, file="papers.bib")

    check_findings(reading.findings, text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1)
    export(portfolio(reading.publications))


@given(bibliographies())
@budget(300)
def test_any_fields_are_read_and_exported(text: str) -> None:
    reading = read_bibliography(text, file="papers.bib")

    assert len({publication.key for publication in reading.publications}) == len(reading.publications)
    export(portfolio(reading.publications))


@given(st.lists(bibliographies() | raw_bibliographies, max_size=6).map("\n".join))
@budget(12)
def test_any_bibliography_is_rendered(site: Site, text: str) -> None:
    built = site(page=LIST, bib=text.encode("utf-8", "surrogatepass"), silent=False, config=CONFIG)

    assert "After it." in built.words("page")
    assert [told for told in built.told if told.type == "vita.export" or "Traceback" in told.message] == []


@given(st.lists(directives(), min_size=1, max_size=8))
@budget(20)
def test_any_directive_is_rendered(site: Site, pages: list[str]) -> None:
    text = "\n".join(f"{each}\nAfter {number}.\n" for number, each in enumerate(pages))
    built = site(
        {"page.md": f"# P\n\n{text}".encode("utf-8", "replace")}, bib="@misc{k, title={T}}", silent=False, config=CONFIG
    )

    assert [told for told in built.told if told.type == "vita.export" or "Traceback" in told.message] == []
    assert not built.page("page").find_all("script")


@pytest.mark.parametrize("kind", list(written_kinds()))
@given(st.data())
@budget(40)
def test_any_options_are_read_and_exported(kind: str, data: st.DataObject) -> None:
    record = KINDS[kind]
    written = data.draw(
        st.dictionaries(
            st.sampled_from([*read_options(record, "x", {}, 1).values, "key", "visibility"]) | texts,
            st.none() | texts,
            max_size=6,
        )
    )
    options = read_options(record, data.draw(texts), written, 1)

    check_findings(options.findings, 1)
    export(portfolio((), record(key=options.key, **options.values)))

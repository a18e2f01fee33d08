"""What was imported builds without a warning; formats are found by their signs; a second import brings nothing."""

from dataclasses import replace
from pathlib import Path

import pytest
from harness.sites import Site
from sphinx_vita.imports.drafts import Draft, Entry, Imported, Leftover
from sphinx_vita.imports.formats import format_of
from sphinx_vita.imports.present import only_new, read_present
from sphinx_vita.imports.site import BIBLIOGRAPHY, INBOX, site_of

SAMPLES = Path(__file__).parent / "samples"
FORMATS = {
    "orcid.json": "ORCID's public record (JSON)",
    "resume.json": "JSON Resume",
    "zotero.json": "CSL-JSON",
    "rendercv.yaml": "RenderCV",
    "europass-passport.xml": "Europass (XML)",
    "europass-candidate.xml": "Europass (XML)",
}


def read(name: str) -> Imported:
    files = {name: (SAMPLES / name).read_text("utf-8")}
    found = format_of(files)
    assert found
    assert found.name == FORMATS[name]
    return found.read(files)


@pytest.mark.parametrize("name", FORMATS)
def test_a_second_import_brings_nothing(name: str) -> None:
    imported = read(name)
    again, known = only_new(imported, read_present(site_of(imported)))

    assert (again.drafts, again.entries) == ((), ())
    assert known == len(imported.drafts) + len(imported.entries) > 5


def test_all_that_was_imported_stands_on_a_site_that_builds_without_a_warning(site: Site) -> None:
    everything = [(name, read(name)) for name in FORMATS]
    sections = [
        replace(
            section,
            title=f"{section.title} ({name})",
            contents=tuple(told_apart(each, name) for each in section.contents),
        )
        for name, imported in everything
        for section in imported.sections
    ]
    whole = Imported(profile=everything[0][1].profile, sections=tuple(sections))
    pages = {path: text for path, text in site_of(whole).items() if path != INBOX}
    built = site({**pages}, config={"vita_bibliography": [BIBLIOGRAPHY]})

    text = built.words("cv")
    assert [each.title for each in whole.drafts if each.kind == "degree" and each.title not in text] == []
    assert text.count("PhD") == 5
    assert "Drift of Song" in text


def told_apart(each: Draft | Entry | Leftover, name: str) -> Draft | Entry | Leftover:
    """Give an entry a key that no other format has."""
    if not isinstance(each, Entry):
        return each
    key = f"{name.partition('.')[0]}-{each.key}"
    return replace(each, key=key, bibtex=each.bibtex.replace(each.key, key, 1))

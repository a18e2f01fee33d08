"""The bibliography that others download."""

from bibtexparser.entrypoint import parse_string

from vita.bibliography import read_bibliography
from vita.exporters.bibtex import dump
from vita.model import Publication

SOURCE = r"""
@string{sys = {Systems of the {World}}}
@inproceedings{clm,
  title = {{CLM}: {\"U}ber $O(n)$ -- \textit{yes}},
  author = {Zhao*, Hexu and Li, Jinyang},
  author+an = {1=equal},
  booktitle = sys,
  month = mar,
  year = 2026,
  doi = {10.1000/a\_b},
  abbr = {SYS}, selected = {true}, pdf = {clm.pdf}, code = {https://example.org/code},
  bibtex_show = {true}, preview = {clm.png}, visibility = {private note}, note = {secret},
  file = {/home/me/clm.pdf},
  langid = {english},
  unknownfield = {private},
  empty = {},
}
@article{old, title = "Old", author = "A B", year = 1999}
"""


def test_others_get_the_fields_as_the_source_has_them_and_no_more() -> None:
    assert dump(read_bibliography(SOURCE, file="x.bib").publications) == (
        "@inproceedings{clm,\n"
        '  title = {{CLM}: {\\"U}ber $O(n)$ -- \\textit{yes}},\n'
        "  author = {Zhao*, Hexu and Li, Jinyang},\n"
        "  booktitle = {Systems of the {World}},\n"
        "  month = mar,\n"
        "  year = {2026},\n"
        "  doi = {10.1000/a\\_b},\n"
        "  langid = {english},\n"
        "}\n"
        "\n"
        "@article{old,\n"
        "  title = {Old},\n"
        "  author = {A B},\n"
        "  year = {1999},\n"
        "}\n"
    )


def test_the_order_does_not_matter() -> None:
    publications = read_bibliography(SOURCE, file="x.bib").publications

    assert dump(publications) == dump(publications[::-1])


def test_what_was_written_is_read_again_as_the_same() -> None:
    first = read_bibliography(SOURCE, file="x.bib").publications
    second = read_bibliography(dump(first), file="x.bib").publications

    assert dump(second) == dump(first)
    assert [(p.key, p.title, names(p)) for p in second] == [(p.key, p.title, names(p)) for p in first]


def names(publication: Publication) -> list[str]:
    return [str(author.name) for author in publication.authors]


def test_values_that_would_break_the_file_are_made_safe() -> None:
    source = '@article{a, title = "open { and } close }", author = {A B}, year = 2020, note = {ends in \\ }}\n'
    source += "@article{b, title = {Next}, author = {C D}, year = 2019}\n"
    written = dump(read_bibliography(source, file="x.bib").publications)
    library = parse_string(written)

    assert [entry.key for entry in library.entries] == ["a", "b"]
    assert library.failed_blocks == []


def test_an_entry_that_inherits_stands_alone() -> None:
    source = (
        "@inproceedings{c, title={C}, author={A B}, crossref={p}}\n@proceedings{p, title={P}, editor={E F}, year=2003}"
    )
    written = dump(read_bibliography(source, file="x.bib").publications)

    assert "crossref" not in written
    assert "booktitle = {P}" in written


def test_no_publications_are_an_empty_line() -> None:
    assert dump([]) == "\n"


def test_a_doi_that_was_written_as_an_address_is_a_doi() -> None:
    source = "@misc{one, title = {One}, author = {A B}, year = 2001, doi = {https://doi.org/10.1000/a_b}}"

    assert "doi = {10.1000/a_b}," in dump(read_bibliography(source, file="x.bib").publications)

"""The bibliography that others download."""

import pytest
from bibtexparser.entrypoint import parse_string
from pybtex.database import parse_string as parse_bibtex
from sphinx_vita.exports.bibtex import dump
from sphinx_vita.reading.bibtex import join_versions, read_bibliography

SOURCE = r"""
@string{sys = {Systems of the {World}}}
@inproceedings{cod,
  title = {{COD}: {\"U}ber $O(n)$ -- \textit{yes}},
  author = {Quispe*, Ines and Li, Mingyu},
  author+an = {1=equal},
  booktitle = sys,
  month = mar,
  year = 2026,
  doi = {10.1000/a\_b},
  abbr = {SYS}, selected = {true}, pdf = {cod.pdf}, code = {https://example.org/code},
  bibtex_show = {true}, preview = {cod.png}, visibility = {private note}, note = {secret},
  file = {/home/me/cod.pdf},
  langid = {english},
  unknownfield = {private},
  empty = {},
}
@article{old, title = "Old", author = "A B", year = 1999}
"""


def test_others_get_the_fields_as_the_source_has_them_and_no_more() -> None:
    assert dump(read_bibliography(SOURCE, file="x.bib").publications) == (
        "@inproceedings{quispe2026cod,\n"
        '  title = {{COD}: {\\"U}ber $O(n)$ -- \\textit{yes}},\n'
        "  author = {Quispe, Ines and Li, Mingyu},\n"
        "  booktitle = {Systems of the {World}},\n"
        "  month = mar,\n"
        "  year = {2026},\n"
        "  doi = {10.1000/a\\_b},\n"
        "  langid = {english},\n"
        "  url = {https://doi.org/10.1000/a_b},\n"
        "}\n"
        "\n"
        "@article{b1999old,\n"
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
    assert [p.key for p in second] == ["quispe2026cod", "b1999old"]
    said = [[(p.title, [author.name for author in p.authors]) for p in each] for each in (first, second)]
    assert said[0] == said[1]


def test_values_that_would_break_the_file_are_made_safe() -> None:
    source = '@article{a, title = "open { and } close }", author = {A B}, year = 2020, note = {ends in \\ }}\n'
    source += "@article{b, title = {Next}, author = {C D}, year = 2019}\n"
    written = dump(read_bibliography(source, file="x.bib").publications)
    library = parse_string(written)

    assert [entry.key for entry in library.entries] == ["b2020a", "d2019b"]
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


def written(source: str) -> str:
    listed, _ = join_versions(read_bibliography(source, file="x.bib").publications)
    return dump([each.cited for each in listed])


def test_biblatexs_words_become_those_that_classic_styles_print() -> None:
    source = r"""
    @report{r, title = {R}, author = {A B}, institution = {I}, date = {2021-03-09}, location = {Paris}}
    @thesis{t, title = {T}, author = {C D}, institution = {U}, type = {mathesis}, date = {2020}}
    @online{o, title = {O}, author = {E F}, url = {https://o.example/}, date = {2019-12}}
    @article{a, title = {A}, author = {G H}, journaltitle = {J}, year = 2018, month = 05}
    @misc{m, title = {M}, author = {I J}, date = {2017-10}, year = {2017}, month = {10}}
    @misc{w, title = {W}, author = {K L}, year = {2016}, month = {Oct.--Nov.}}
    """

    assert written(source) == (
        "@techreport{b2021r,\n  title = {R},\n  author = {A B},\n  institution = {I},\n  address = {Paris},\n"
        "  year = {2021},\n  month = mar,\n}\n\n"
        "@mastersthesis{d2020t,\n  title = {T},\n  author = {C D},\n  type = {mathesis},\n  year = {2020},\n"
        "  school = {U},\n}\n\n"
        "@misc{f2019o,\n  title = {O},\n  author = {E F},\n  url = {https://o.example/},\n  year = {2019},\n"
        "  month = dec,\n}\n\n"
        "@article{h2018a,\n  title = {A},\n  author = {G H},\n  journal = {J},\n  year = {2018},\n  month = may,\n}\n\n"
        "@misc{j2017m,\n  title = {M},\n  author = {I J},\n  year = {2017},\n  month = oct,\n}\n\n"
        "@misc{l2016w,\n  title = {W},\n  author = {K L},\n  year = {2016},\n  month = {Oct.--Nov.},\n}\n"
    )


def test_a_manuscript_has_a_note_and_no_journal_that_has_not_printed_it() -> None:
    source = (
        "@article{m, title = {M}, author = {A B}, journal = {Nature}, volume = 3, pubstate = {submitted}, year = 2024}"
    )

    assert written(source) == (
        "@unpublished{b2024m,\n  title = {M},\n  author = {A B},\n  year = {2024},\n  note = {Under review},\n}\n"
    )


@pytest.mark.parametrize(
    ("people", "written_anew"),
    [
        ("Babbage, Charles, and Lovelace, Ada", "Babbage, Charles and Lovelace, Ada"),
        ("Lovelace, Ada and Babbage, Charles,", "Lovelace, Ada and Babbage, Charles"),
        ("Lovelace, Ada; Babbage, Charles", "Lovelace, Ada and Babbage, Charles"),
        ("given=Ada, family=Lovelace", "Lovelace, Ada"),
        (r"Erd{\H o}s, P\'al and {\^o}ta, B.", r"Erd{\H o}s, P\'al and {\^o}ta, B."),
    ],
)
def test_people_are_written_so_that_bibtex_reads_them(people: str, written_anew: str) -> None:
    told = written(f"@misc{{a, title = {{A}}, author = {{{people}}}, year = 2020}}")
    again = parse_bibtex(told, "bibtex").entries

    assert f"author = {{{written_anew}}}," in told
    assert all(person.last_names for entry in again.values() for person in entry.persons["author"])


def test_a_preprint_says_where_it_is() -> None:
    source = "@unpublished{p, title = {P}, author = {A B}, year = 2024, eprint = {2401.00001}, archiveprefix = {arXiv}}"

    assert written(source) == (
        "@misc{b2024p,\n  title = {P},\n  author = {A B},\n  year = {2024},\n  eprint = {2401.00001},\n"
        "  archiveprefix = {arXiv},\n  note = {arXiv:2401.00001},\n  url = {https://arxiv.org/abs/2401.00001},\n}\n"
    )


def test_what_keeps_the_books_of_a_site_stays_there() -> None:
    source = r"""
    @article{a, title = {A}, author = {Quispe\textsuperscript{*}, Ines and {Big Group}$^\dagger$ and others},
      year = 2020,
      journal = {J}, author+an = {1=equal}, editor+an = {1=x}, keywords = {k}, addendum = {600 stars}, award = {Oral},
      pubstate = {published}, related = {b}, relatedtype = {publishedas}, options = {useprefix}}
    @article{b, title = {B}, author = {Quispe, Ines}, journal = {K}, year = 2021, options = {dataonly}}
    """
    told = written(source)

    assert "title = {B}" in told
    assert not [
        word for word in ("equal", "stars", "Oral", "pubstate", "keywords", "related", "options") if word in told
    ]
    starred = written(source.replace("related = {b}", "related = {}"))
    assert "author = {Quispe, Ines and {Big Group} and others}" in starred

"""Versions of one work: which one the lists show, and which one is cited."""

import pytest
from sphinx_vita.reading.bibtex import join_versions, read_bibliography
from sphinx_vita.reading.bibtex.citation_keys import citation_keys
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.records import Publication, Status

MANUSCRIPT = r"""
@unpublished{wheels,
  title = {On Wheels}, author = {Lovelace, Ada and Babbage, Charles}, pubstate = {submitted},
  related = {RELATED}, relatedtype = {TYPE}, tldr = {They turn}, keywords = {wheels},
  code = {https://code.example/wheels},
}
"""
ARTICLE = r"""
@article{wheels-article,
  title = {Why Wheels Turn}, author = {Lovelace, Ada and Somerville, Mary and Babbage, Charles},
  journal = {Annals of Engines}, year = {1843}, doi = {10.1000/wheels}, options = {dataonly},
}
"""


def manuscript(*, related: str = "wheels-article", kind: str = "publishedas") -> str:
    return MANUSCRIPT.replace("RELATED", related).replace("TYPE", kind)


def read(*texts: str) -> tuple[dict[str, Publication], list[tuple[str, Mistake, str, int]]]:
    """Give the listed publications by key, and of each finding the file, kind, message and line."""
    readings = [read_bibliography(text, file=f"{place}.bib") for place, text in enumerate(texts)]
    told = [(f"{place}.bib", each) for place, reading in enumerate(readings) for each in reading.findings]
    publications = [each for reading in readings for each in reading.publications]
    listed, found = join_versions(publications, [key for reading in readings for key in reading.withheld])
    told += [(publication.file, finding) for publication, finding in found]
    return {each.key: each for each in listed}, [(file, each.mistake, each.message, each.line) for file, each in told]


def test_the_list_keeps_the_entry_and_a_citation_describes_its_version() -> None:
    listed, told = read(manuscript() + ARTICLE)

    assert told == []
    assert list(listed) == ["wheels"]
    entry, cited = listed["wheels"], listed["wheels"].cited
    assert (str(entry.title), entry.status, len(entry.authors)) == ("On Wheels", Status.SUBMITTED, 2)
    assert (cited.key, str(cited.title), cited.status, cited.year, cited.doi) == (
        "wheels",
        "Why Wheels Turn",
        Status.PUBLISHED,
        "1843",
        "10.1000/wheels",
    )
    assert [author.name.family for author in cited.authors] == ["Lovelace", "Somerville", "Babbage"]


def test_what_the_site_says_of_the_work_stays_with_it() -> None:
    cited = read(manuscript() + ARTICLE)[0]["wheels"].cited

    assert (str(cited.tldr), cited.keywords) == ("They turn", ("wheels",))
    assert [link.kind for link in cited.links] == ["doi", "code"]


def test_the_version_may_stand_in_another_file_and_before_the_entry() -> None:
    listed, told = read(ARTICLE, manuscript())

    assert (list(listed), told) == (["wheels"], [])
    assert str(listed["wheels"].cited.title) == "Why Wheels Turn"


@pytest.mark.parametrize(
    ("status", "cited"),
    [
        ("submitted", "Why Wheels Turn"),
        ("inpreparation", "Why Wheels Turn"),
        ("inpress", "On Wheels"),
        ("", "On Wheels"),
    ],
)
def test_one_cites_a_preprint_only_of_what_is_not_out(status: str, cited: str) -> None:
    text = manuscript(kind="preprint").replace("pubstate = {submitted}", f"journal = {{J}}, pubstate = {{{status}}}")
    entry = read(text.replace("@unpublished", "@article") + ARTICLE)[0]["wheels"]

    assert str(entry.cited.title) == cited
    assert entry.version is not None


def test_a_version_that_is_listed_by_itself_stays_in_the_lists() -> None:
    listed, _ = read(manuscript() + ARTICLE.replace("dataonly", "dataonly=false"))

    assert sorted(listed) == ["wheels", "wheels-article"]


@pytest.mark.parametrize("options", ["skipbib", "dataonly=true", "useprefix, skipbib = true", "maxnames=3,dataonly"])
def test_biblatex_has_two_words_for_what_no_list_shows(options: str) -> None:
    assert list(read(manuscript() + ARTICLE.replace("dataonly", options))[0]) == ["wheels"]


def test_a_missing_version_is_told_where_the_entry_stands() -> None:
    listed, told = read("\n\n" + manuscript(related="weels"), ARTICLE)

    assert [(file, mistake, line) for file, mistake, _, line in told] == [("0.bib", Mistake.UNKNOWN_REFERENCE, 4)]
    assert "'weels'" in told[0][2]
    assert listed["wheels"].cited == listed["wheels"]


def test_entries_that_name_each_other_are_told_and_are_cited_as_they_are() -> None:
    circle = ARTICLE.replace("options", "related = {wheels}, relatedtype = {publishedas}, options")
    leading = manuscript().replace("{wheels,", "{other,").replace("{wheels-article}", "{wheels}")
    listed, told = read(manuscript() + circle + leading)

    assert [mistake for _, mistake, _, _ in told] == [Mistake.UNKNOWN_VALUE, Mistake.UNKNOWN_VALUE]
    assert listed["wheels"].cited == listed["wheels"]
    assert listed["other"].cited.title == listed["wheels"].title


def test_an_entry_that_names_itself_is_told() -> None:
    listed, told = read(manuscript(related="wheels"))

    assert [mistake for _, mistake, _, _ in told] == [Mistake.UNKNOWN_VALUE]
    assert listed["wheels"].version is None


def test_a_version_of_a_version_is_cited() -> None:
    preprint = "@misc{p, title = {Step}, author = {A B}, year = 1842, related = {wheels-article},"
    preprint += " relatedtype = {publishedas}, options = {dataonly}}"
    listed, told = read(manuscript(related="p", kind="preprint") + preprint + ARTICLE)

    assert told == []
    assert str(listed["wheels"].cited.title) == "Why Wheels Turn"


def test_a_chain_without_end_is_cut() -> None:
    links = "".join(
        f"@misc{{k{number}, title = {{No {number}}}, author = {{A B}}, year = 2000,"
        f" related = {{k{number + 1}}}, relatedtype = {{publishedas}}}}\n"
        for number in range(1500)
    )
    listed, told = read(links + "@misc{k1500, title = {End}, author = {A B}, year = 2000}")

    assert (len(listed), told) == (1501, [])
    assert str(listed["k0"].cited.title) != "End"


def test_a_private_version_is_neither_told_nor_cited() -> None:
    listed, told = read(manuscript() + ARTICLE.replace("options", "visibility = {private}, options"))

    assert told == []
    assert listed["wheels"].cited == listed["wheels"]
    assert "Why" not in repr(listed)


def test_the_next_version_is_taken_where_the_first_is_private() -> None:
    private = "@misc{secret, title = {S}, author = {A B}, year = 2000, visibility = {private}}"
    listed, told = read(manuscript(related="secret, wheels-article") + ARTICLE + private)

    assert told == []
    assert str(listed["wheels"].cited.title) == "Why Wheels Turn"


@pytest.mark.parametrize("kind", ["publishdas", "", "prelim"])
def test_an_unknown_relation_is_told(kind: str) -> None:
    listed, told = read(manuscript(kind=kind) + ARTICLE)

    assert [mistake for _, mistake, _, _ in told] == [Mistake.UNKNOWN_VALUE]
    assert "{publishedas} or {preprint}" in told[0][2]
    assert listed["wheels"].cited == listed["wheels"]


@pytest.mark.parametrize("kind", ["translationof", "origpubin", "multivolume", "reviewof"])
def test_biblatexs_relations_to_other_works_change_nothing(kind: str) -> None:
    listed, told = read(manuscript(kind=kind) + ARTICLE)

    assert told == []
    assert listed["wheels"].cited == listed["wheels"]


def test_a_child_is_no_version_of_what_its_parent_is() -> None:
    child = "@inproceedings{child, title = {C}, author = {A B}, crossref = {parent}}"
    parent = "@proceedings{parent, title = {P}, editor = {E F}, year = 2003, related = {wheels-article},"
    listed, _ = read(child + parent + " relatedtype = {publishedas}, options = {skipbib}}" + ARTICLE)

    assert listed["child"].version is None


def keys(*entries: str) -> dict[str, str]:
    return citation_keys(read_bibliography("\n".join(entries), file="x.bib").publications)


@pytest.mark.parametrize(
    ("entry", "key"),
    [
        ("@misc{cod, author = {Quispe, Ines}, year = 2026, title = {T}}", "quispe2026cod"),
        ("@misc{cod, author = {Ludwig van der Berg}, year = 2026, title = {T}}", "berg2026cod"),
        (r"@misc{cod, author = {Erd{\H o}s, P.}, year = 1936, title = {T}}", "erdos1936cod"),
        ("@misc{cod, author = {García Márquez, G.}, year = 1967, title = {T}}", "garciamarquez1967cod"),
        ("@misc{top, author = {{ATLAS Collaboration}}, year = 2012, title = {T}}", "atlas2012top"),
        ("@book{b, editor = {Somerville, Mary}, year = 1831, title = {T}}", "somerville1831b"),
        ("@misc{quispe2026cod, author = {Quispe, Ines}, year = 2026, title = {T}}", "quispe2026cod"),
        (
            "@misc{DBLP:conf/iclr/Quispe2025, author = {Quispe, Ines}, year = 2025, title = {T}}",
            "DBLP:conf/iclr/Quispe2025",
        ),
        ("@misc{Quispe25, author = {Quispe, Ines}, year = 2025, title = {T}}", "Quispe25"),
        ("@misc{cod, author = {李, 明}, year = 2026, title = {T}}", "cod2026"),
        ("@misc{cod, author = {Quispe, Ines}, pubstate = {submitted}, title = {T}}", "quispecod"),
        ("@misc{hello, author = {He, Haowei}, year = 2026, title = {T}}", "he2026hello"),
    ],
)
def test_a_key_for_others_tells_who_when_and_what(entry: str, key: str) -> None:
    assert list(keys(entry).values()) == [key]


def test_keys_for_others_are_unique_and_plain() -> None:
    names = ("müller", "Muller", "muller", "論文", "a b")
    given = keys(*(f"@misc{{{name}, title = {{T}}, author = {{Li, Bo}}, year = 2020}}" for name in names))

    assert len({key.lower() for key in given.values()}) == len(names)
    assert all(key.isascii() and not set(key) & set(' {}"#%,\\~') for key in given.values())
    assert given == keys(*(f"@misc{{{name}, title = {{T}}, author = {{Li, Bo}}, year = 2020}}" for name in names[::-1]))

"""The ContextObject of a publication, read back key by key, as Zotero and library resolvers do."""

from urllib.parse import parse_qs

import pytest
from sphinx_vita.exports.openurl import context_object
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.reading.bibtex.relations import join_versions

WORKS = r"""
@article{article, title={Song \& Noise: 50\% = {+} 1?},
  author={van der Berg, Ludwig and King, Martin Luther, Jr. and Plato},
  journal={Journal of Sound}, abbr={JoS}, year={2024}, month=may, day={3}, volume={7}, number={2}, pages={12--19},
  doi={10.1000/a&b}, issn={1234-5678}}
@inproceedings{paper, title={P}, author={Li, Ming}, booktitle={Proceedings of X}, year={2023}, month=dec,
  pages={1--9}, publisher={ACM}, address={Dublin}, isbn={978-3-16-148410-0}, series={LNCS}}
@incollection{chapter, title={C}, author={Li, Ming}, booktitle={A Companion}, publisher={CUP}, year={2020}, edition={2}}
@book{book, title={B}, author={Li, Ming}, publisher={CUP}, address={Cambridge}, year={2019}, isbn={9783161484100}}
@proceedings{edited, title={E}, editor={Doe, Jane}, publisher={CUP}, year={2018}}
@phdthesis{thesis, title={T}, author={Li, Ming}, school={Example University}, year={2017}}
@techreport{report, title={R}, author={Li, Ming}, institution={NBER}, number={12}, year={2016}}
@patent{patent, title={Pat}, author={Li, Ming}, holder={Acme}, number={US 1}, year={2015}}
@misc{preprint, title={Pre}, author={Li, Ming}, eprint={2401.00001}, archiveprefix={arXiv}, year={2024}}
@unpublished{sent, title={S}, author={Li, Ming}, pubstate={submitted}, year={2024}}
@unpublished{out, title={Manuscript}, author={Li, Ming}, pubstate={submitted}, related={article},
  relatedtype={publishedas}}
@dataset{data, title={D}, author={{ATLAS Collaboration}}, publisher={Zenodo}, year={2022}, doi={10.5281/zenodo.1}}
@software{code, title={Code}, author={Li, Ming}, year={2021}, url={https://code.example/x}}
@misc{bare, title={Bare}}
"""
PUBLICATIONS = {each.key: each for each in join_versions(read_bibliography(WORKS, file="x.bib").publications)[0]}
KINDS = {
    "article": ("journal", {"genre": "article", "jtitle": "Journal of Sound", "stitle": "JoS", "volume": "7",
        "issue": "2", "pages": "12-19", "issn": "1234-5678", "date": "2024-05-03",
        "atitle": "Song & Noise: 50% = + 1?"}),
    "paper": ("book", {"genre": "proceeding", "atitle": "P", "btitle": "Proceedings of X", "date": "2023-12",
        "pages": "1-9", "pub": "ACM", "place": "Dublin", "isbn": "978-3-16-148410-0", "series": "LNCS"}),
    "chapter": ("book", {"genre": "bookitem", "atitle": "C", "btitle": "A Companion", "edition": "2", "pub": "CUP"}),
    "book": ("book", {"genre": "book", "btitle": "B", "pub": "CUP", "place": "Cambridge", "isbn": "9783161484100"}),
    "edited": ("book", {"genre": "book", "btitle": "E", "aulast": "Doe", "aufirst": "Jane", "au": "Doe, Jane"}),
    "thesis": ("dissertation", {"title": "T", "inst": "Example University", "degree": "PhD thesis", "date": "2017"}),
    "report": ("book", {"genre": "report", "btitle": "R", "pub": "NBER"}),
    "patent": ("patent", {"title": "Pat", "invlast": "Li", "inventor": "Li, Ming", "assignee": "Acme"}),
    "preprint": ("dc", {"type": "preprint", "title": "Pre", "date": "2024"}),
    "sent": ("dc", {"type": "manuscript", "title": "S"}),
    "out": ("journal", {"genre": "article", "jtitle": "Journal of Sound", "issue": "2"}),
    "data": ("dc", {"type": "dataset", "aucorp": "ATLAS Collaboration", "identifier": "urn:doi:10.5281/zenodo.1"}),
    "code": ("dc", {"type": "computerProgram", "title": "Code"}),
    "bare": ("dc", {"type": "document", "title": "Bare"}),
}  # fmt: skip


def keys(key: str) -> dict[str, list[str]]:
    """Read a ContextObject; a pair without an equals sign, or with an empty value, is wrong."""
    return parse_qs(context_object(PUBLICATIONS[key]), strict_parsing=True, keep_blank_values=True)


@pytest.mark.parametrize("key", KINDS)
def test_a_work_is_told_in_the_format_of_its_kind(key: str) -> None:
    form, facts = KINDS[key]
    read = keys(key)

    assert read["ctx_ver"] == ["Z39.88-2004"]
    assert read["rft_val_fmt"] == [f"info:ofi/fmt:kev:mtx:{form}"]
    assert {name: read.get(f"rft.{name}", [""])[0] for name in facts} == facts
    assert "" not in [value for values in read.values() for value in values]


def test_each_name_comes_with_the_family_first_and_a_group_as_one() -> None:
    read = keys("article")

    assert read["rft.au"] == ["van der Berg, Ludwig", "King Jr., Martin Luther"]
    assert (read["rft.aulast"], read["rft.aufirst"]) == (["van der Berg"], ["Ludwig"])
    assert read["rft.aucorp"] == ["Plato"]


def test_what_identifies_a_work_and_where_it_is_are_told() -> None:
    assert keys("article")["rft_id"] == ["info:doi/10.1000/a&b", "https://doi.org/10.1000/a%26b"]
    assert keys("preprint")["rft_id"] == ["https://arxiv.org/abs/2401.00001"]
    assert keys("code")["rft_id"] == ["https://code.example/x"]


def test_what_has_not_appeared_has_no_date_and_thousands_of_authors_are_cut() -> None:
    crowd = " and ".join(f"Author{number}, A" for number in range(3000))
    (publication,) = read_bibliography(f"@article{{a, title={{A}}, author={{{crowd}}}}}", file="x").publications

    assert "rft.date" not in keys("sent")
    assert len(context_object(publication)) < 4000

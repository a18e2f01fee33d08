"""A work that is added to a .bib file takes its form, its place and its style of keys, and leaves all else alone."""

import pytest
from sphinx_vita.command.add.bibliography import Addition, Bibliography
from sphinx_vita.command.add.keys import new_key
from sphinx_vita.command.add.services import identify
from sphinx_vita.imports.catalogs.answers import read_bibtex
from sphinx_vita.imports.catalogs.identified import Found, found_of
from sphinx_vita.reading.bibtex import read_bibliography

WORK = {
    "doi": "10.5555/new", "author": "Valderrama Quispe, Inés and Doe, Jane", "title": "WhaleNet: Hearing with one GPU",
    "year": "2025", "month": "mar", "journal": "Journal of Sound", "pages": "1--9", "abstract": "We hear.",
}  # fmt: skip


def work(entry_type: str = "article", **fields: str) -> Found:
    return found_of(entry_type, {**WORK, **fields}.items())


def add(text: str, found: Found, **wishes: str) -> Addition:
    """Add a work; all that stood in the file still stands there, in its order, to the byte."""
    added = Bibliography(text).add(found, **wishes)
    kept = iter(added.text)
    assert all(character in kept for character in text)
    return added


ALIGNED = """\
% My papers.

@article{whales,
  title         = {On Whales},
  author        = {Valderrama Quispe, In{\\'e}s},
  journal       = {Nature},
  year          = {2026},
  month         = mar,
  pages         = {1--2},
  archiveprefix = {arXiv},
}

@article{ships,
  title         = {On Ships},
  author        = {Valderrama Quispe, In{\\'e}s},
  journal       = {Science},
  year          = {2020},
}
"""
QUOTED = """\
@Article{Doe2020,
\tAuthor = "Jane Doe",
\tTitle = "{On Sand}",
\tJournal = "Sand",
\tYear = 2020,
\tMonth = "March"
}
@Article{Doe2021,
\tAuthor = "Jane Doe and In\u00e9s {Valderrama Quispe}",
\tTitle = "{On Stone}",
\tJournal = "Stone",
\tYear = 2021
}
"""
BIBLATEX = """\
@article{doe:2020,
    title={On Sand},
    author={Doe, Jane},
    date={2020-05},
    journaltitle={Sand},
    abstract={Sand.}
}


@online{doe:2021,
    title={On Stone},
    author={Doe, Jane},
    date={2021},
    eprinttype={arxiv},
    eprint={2101.00001}
}
"""
FORMS = {
    "aligned in one column": (ALIGNED, """\
@article{whalenet,
  title         = {{WhaleNet}: Hearing with one {GPU}},
  author        = {Valderrama Quispe, In{\\'e}s and Doe, Jane},
  journal       = {Journal of Sound},
  year          = {2025},
  month         = mar,
  pages         = {1--9},
  doi           = {10.5555/new},
}"""),
    "in quotes, capitals and tabs": (QUOTED, """\
@Article{ValderramaQuispe2025,
\tAuthor = "In\u00e9s {Valderrama Quispe} and Jane Doe",
\tTitle = "{WhaleNet: Hearing with one GPU}",
\tJournal = "Journal of Sound",
\tYear = 2025,
\tMonth = "March",
\tpages = "1--9",
\tdoi = "10.5555/new"
}"""),
    "in the words of biblatex": (BIBLATEX, """\
@article{valderramaquispe:2025,
    title={{WhaleNet}: Hearing with one {GPU}},
    author={Valderrama Quispe, In\u00e9s and Doe, Jane},
    date={2025-03},
    journaltitle={Journal of Sound},
    pages={1--9},
    doi={10.5555/new},
    abstract={We hear.}
}"""),
    "with its values in one column": (
        "---\n---\n\n" + "".join(f"@article{{Doe:{year},\n  author =   {{Doe, J.}},\n  title =    {{T}},\n"
                                  f"  year =     {{{year}}},\n}}\n\n" for year in (2020, 2021)), """\
@article{ValderramaQuispe:2025,
  author =   {Valderrama Quispe, In\u00e9s and Doe, Jane},
  title =    {{WhaleNet}: Hearing with one {GPU}},
  journal =  {Journal of Sound},
  year =     {2025},
  month =    mar,
  pages =    {1--9},
  doi =      {10.5555/new},
}"""),
    "of a file that is new": ("", """\
@article{valderramaquispe2025whalenet,
  title   = {{WhaleNet}: Hearing with one {GPU}},
  author  = {Valderrama Quispe, In\u00e9s and Doe, Jane},
  journal = {Journal of Sound},
  year    = {2025},
  month   = mar,
  pages   = {1--9},
  doi     = {10.5555/new},
}"""),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_an_entry_is_written_in_the_form_of_the_file(form: str) -> None:
    text, entry = FORMS[form]

    assert add(text, work()).entry == entry


PLACES = {
    "newest first": (ALIGNED, "2025", "@article{ships"),
    "newest first, at the head": (ALIGNED, "2027", "@article{whales"),
    "newest first, at the end": (ALIGNED, "2001", ""),
    "oldest first": (QUOTED, "2025", ""),
    "by key": ("@misc{a, year=2001}\n@misc{m, year=2003}\n@misc{z, year=2002}\n", "2025", "@misc{z"),
    "with the comment above its neighbor": (
        ALIGNED.replace("@article{ships", "% old\n@article{ships"), "2025", "% old\n"),
    "behind the versions of the last": (ALIGNED + "\n@misc{ships-arxiv,\n  title = {S}, options = {dataonly},\n}\n\n"
        "@unpublished{draft,\n  title = {D},\n}\n", "2001", "@unpublished{draft"),
}  # fmt: skip


@pytest.mark.parametrize("order", PLACES)
def test_an_entry_stands_where_the_order_of_the_file_wants_it(order: str) -> None:
    text, year, follows = PLACES[order]

    added = add(text, work(year=year), key="new")

    _, _, behind = added.text.partition(added.entry)
    assert added.entry
    assert behind.strip().startswith(follows) if follows else not behind.strip()
    assert behind.endswith("\n")
    assert "\n\n\n" not in added.text


@pytest.mark.parametrize(
    "text", [ALIGNED.replace("\n", "\r\n"), "\ufeff" + ALIGNED, ALIGNED.rstrip("\n"), ALIGNED + "  ", "% nothing yet\n"]
)
def test_line_feeds_and_the_marks_of_a_file_stay(text: str) -> None:
    added = add(text, work(year="2001"))

    assert added.text.count("\r\n") == (added.text.count("\n") if "\r" in text else 0)
    assert added.text.startswith(text[:3])
    assert added.text.endswith("\n")
    assert {each.key for each in read_bibliography(added.text, file="").publications} >= {added.key}


KEYS = {
    "family, year, word": (["doe2020sand", "roe2021stone"], "valderramaquispe2025whalenet"),
    "Family, year": (["Doe2020", "Roe2021"], "ValderramaQuispe2025"),
    "Family:year": (["Doe:2020", "Roe:2021b"], "ValderramaQuispe:2025"),
    "family_two digits": (["doe_20", "roe_21"], "valderramaquispe_25"),
    "year-family": (["2020-doe", "2021-roe"], "2025-valderramaquispe"),
    "of the Anthology": (["doe-2020-sand", "roe-doe-2021-stone"], "valderramaquispe-doe-2025-whalenet"),
    "alpha": (["Doe20", "RD21"], "VD25"),
    "by hand": (["clm", "sandy"], "whalenet"),
    "of no style": (["x17", "Paper:B", "_tmp"], "valderramaquispe2025whalenet"),
    "word alone": (["sand", "stone"], "whalenet"),
}  # fmt: skip


@pytest.mark.parametrize("style", KEYS)
def test_a_key_is_made_in_the_style_of_those_that_are_there(style: str) -> None:
    (first, second, *more), key = KEYS[style]
    text = f"@misc{{{first}, author = {{Doe, Jane}}, title = {{On Sand and Water}}, year = 2020}}\n"
    text += f"@misc{{{second}, author = {{Roe, R. and Doe, Jane}}, title = {{Stone in Time}}, year = 2021}}\n"
    text += "".join(f"@misc{{{each}, title = {{T}}, author = {{A}}, year = 2000}}\n" for each in more)

    assert add(text, work(), **{}).key == key


def test_keys_that_would_be_the_same_are_told_apart_in_any_letters() -> None:
    (publication,) = read_bibliography("@misc{x, title = {A}, author = {Doe}, year = 2020}", file="").publications
    taken: list[str] = []
    for _ in range(30):
        taken.append(new_key(publication, [], taken))

    assert taken[:3] == ["doe2020a", "doe2020ab", "doe2020ac"]
    assert len({key.casefold() for key in taken}) == 30
    assert new_key(publication, [], ["DOE2020A"]) == "doe2020ab"


SAME = [
    ("doi = {https://doi.org/10.5555/NEW}", {}),
    ("eprint = {2505.01234}, archiveprefix = {arXiv}",
     {"doi": "", "journal": "", "eprint": "2505.01234v2", "archiveprefix": "arXiv"}),
    ("isbn = {0-306-40615-2}", {"doi": "", "isbn": "9780306406157"}),
    ("pmid = {31452104}", {"doi": "", "pmid": "31452104"}),
    ("title = {{WhaleNet}: {H}earing with One {GPU}}, author = {I. Valderrama Quispe}, journal = {J}, year = 2025", {}),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "new"), SAME)
def test_a_work_that_is_there_already_is_not_written_again(fields: str, new: dict[str, str]) -> None:
    text = f"@article{{there, {fields}}}\n"

    added = add(text, work(**new))

    assert (added.text, added.key, added.is_new) == (text, "there", False)


@pytest.mark.parametrize(
    "fields",
    [
        "title = {Editorial}, author = {Doe, Jane}, journal = {J}, year = {2020}",
        "title = {WhaleNet: Hearing with one GPU}, author = {Stranger, Some}, journal = {J}, year = {2025}",
        "title = {WhaleNet: Hearing with one GPU}, author = {Doe, Jane}, journal = {J}, doi = {10.5555/talk}",
    ],
)
def test_a_work_that_only_resembles_another_is_a_work_of_its_own(fields: str) -> None:
    assert add(f"@article{{other, {fields}}}\n", work()).is_new


PREPRINT = """\
@misc{whalenet,
  title         = {WhaleNet: Hearing with One GPU},
  author        = {Valderrama Quispe, Inés},
  year          = {2024},
  eprint        = {2505.01234},
  archiveprefix = {arXiv},
  keywords      = {sound},
}
"""
JOINED = """\
@misc{whalenet,
  title         = {WhaleNet: Hearing with One GPU},
  author        = {Valderrama Quispe, Inés},
  year          = {2024},
  eprint        = {2505.01234},
  archiveprefix = {arXiv},
  related       = {whalenetb},
  relatedtype   = {publishedas},
  keywords      = {sound},
}

@article{whalenetb,
  title   = {{WhaleNet}: Hearing with one {GPU}},
  author  = {Valderrama Quispe, Inés and Doe, Jane},
  journal = {Journal of Sound},
  year    = {2025},
  month   = mar,
  pages   = {1--9},
  doi     = {10.5555/new},
  options = {dataonly},
}
"""


def test_what_a_preprint_appeared_as_is_joined_to_it() -> None:
    added = add(PREPRINT, work())

    assert added.text == JOINED
    assert added.joined == "whalenet"


def test_who_contributed_equally_to_a_preprint_did_so_to_the_paper() -> None:
    marked = PREPRINT.replace("Quispe, Inés}", "Quispe, Inés and Doe, J.},\n  author+an = {1=equal; 2=equal}")

    assert "= {1=equal; 2=equal},\n" in add(marked, work()).entry
    assert "author+an" not in add(marked, work(author="Doe, Jane and Valderrama Quispe, Inés")).entry


def test_what_is_joined_already_is_there() -> None:
    assert not add(JOINED, work()).is_new


def test_a_manuscript_gets_its_preprint_and_later_what_both_appeared_as() -> None:
    manuscript = PREPRINT.replace("@misc", "@unpublished").replace("  eprint        = {2505.01234},\n", "")
    manuscript = manuscript.replace("archiveprefix = {arXiv}", "pubstate      = {submitted}")
    preprint = add(manuscript, work("misc", doi="", journal="", eprint="2505.01234", archiveprefix="arXiv"))
    published = add(preprint.text, work())

    first, second, third = read_bibliography(published.text, file="").publications
    relations = [(each.key, each.relation.keys, each.relation.kind) for each in (first, second) if each.relation]
    assert relations == [("whalenet", ("whalenetb",), "preprint"), ("whalenetb", ("whalenetc",), "publishedas")]
    assert [each.is_listed for each in (first, second, third)] == [True, False, False]


def test_the_number_of_a_preprint_is_joined_to_the_paper_that_is_out() -> None:
    text = PREPRINT.replace("@misc", "@article").replace(
        "  eprint        = {2505.01234},\n", "  journal       = {J},\n"
    )
    text = text.replace("  archiveprefix = {arXiv},\n", "")
    preprint = {"eprint": "2505.01234", "archiveprefix": "arXiv", "primaryclass": "cs.SD"}

    added = add(text, work("misc", doi="", journal="", **preprint))

    assert added.text.splitlines()[4:8] == [
        "  journal       = {J},",
        "  eprint        = {2505.01234},",
        "  archiveprefix = {arXiv},",
        "  primaryclass  = {cs.SD},",
    ]
    assert added.key == added.joined == "whalenet"


def test_an_entry_on_one_line_takes_what_it_is_joined_to() -> None:
    added = add("@misc{a, title={WhaleNet: Hearing with one GPU}, author={Doe, Jane}, eprint={2505.01234}}", work())

    first, second = read_bibliography(added.text, file="").publications
    assert first.relation
    assert first.relation.keys == (second.key,)


def test_names_are_divided_as_the_file_divides_them() -> None:
    assert (
        "Valderrama Quispe, In{\\'e}s and Doe" in add(ALIGNED, work(author="Quispe, Inés Valderrama and Doe, J.")).entry
    )


def test_accents_are_written_as_the_file_writes_them() -> None:
    new = work(author=r"Garc{\'i}a, Jos{\'e} and M{\"u}ller, Uwe")

    assert r"{Garc{\'i}a, Jos{\'e} and M{\"u}ller, Uwe}" in add(ALIGNED, new).entry
    assert "{García, José and Müller, Uwe}" in add(PREPRINT, new).entry


def test_pasted_fields_stay_and_a_key_may_be_chosen() -> None:
    (pasted,) = read_bibtex("@article{p, title = {T}, author = {Jane Doe}, year = 2020, file = {x.pdf}, issn = {1}}")
    added = Bibliography(ALIGNED).add(pasted, key="mine", wanted=pasted.fields)

    assert "file          = {x.pdf}" in added.entry
    assert "issn          = {1}" in added.entry
    assert "author        = {Doe, Jane}" in added.entry
    assert added.entry.startswith("@article{mine,")
    assert "taken" in Bibliography(ALIGNED).add(pasted, key="Whales").refused


NUMBERS = {
    "10.1145/1234567.7654321": "doi 10.1145/1234567.7654321",
    "https://doi.org/10.1145/1234567.7654321.": "doi 10.1145/1234567.7654321",
    "doi:10.1002/(SICI)1097-4571(199009)41:6<391::AID-ASI1>3.0.CO;2-9":
        "doi 10.1002/(SICI)1097-4571(199009)41:6<391::AID-ASI1>3.0.CO;2-9",
    "https://dl.acm.org/doi/abs/10.1145/1234567.7654321?x=1": "doi 10.1145/1234567.7654321",
    "https://www.biorxiv.org/content/10.1101/2020.01.30.927871v1.full.pdf": "doi 10.1101/2020.01.30.927871",
    "arXiv:2505.01234v2": "arxiv 2505.01234",
    "2505.01234": "arxiv 2505.01234",
    "https://arxiv.org/pdf/2505.01234v3.pdf": "arxiv 2505.01234",
    "hep-th/9901001": "arxiv hep-th/9901001",
    "https://doi.org/10.48550/arXiv.2505.01234": "arxiv 2505.01234",
    "978-0-306-40615-7": "isbn 9780306406157",
    "ISBN-10: 0-8044-2957-X": "isbn 080442957X",
    "PMID: 31452104": "pmid 31452104",
    "https://pubmed.ncbi.nlm.nih.gov/31452104/": "pmid 31452104",
    "31452104": "pmid 31452104",
    "2022.acl-long.999": "acl 2022.acl-long.999",
    "https://aclanthology.org/P19-1001.pdf": "acl P19-1001",
    "https://openreview.net/forum?id=rJXMpikCZ&noteId=x": "openreview rJXMpikCZ",
    "openreview:Hk_bc-12345": "openreview Hk_bc-12345",
    "rJXMpikCZ": "openreview rJXMpikCZ",
    "PMID 2020": "pmid 2020",
    "2020": "", "978-0-306-40615-8": "", "0306406153": "", "hello": "",
    "": "", "https://example.org/": "", "10.1145": "", "-": "",
}  # fmt: skip


@pytest.mark.parametrize("written", NUMBERS)
def test_a_number_is_known_by_its_form(written: str) -> None:
    assert " ".join(identify(written) or ()) == NUMBERS[written]

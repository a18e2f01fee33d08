"""Two portfolios to export: the papers of the invented site, and one whose every name and title is awkward."""

from sphinx_vita.reading.bibtex import join_versions, read_bibliography
from sphinx_vita.reading.dates import parse_dates
from sphinx_vita.records import (
    Award,
    Degree,
    News,
    Position,
    Profile,
    Publication,
    Record,
    Referee,
    Service,
    Talk,
    Teaching,
)
from sphinx_vita.records.dates import Date, DateRange
from sphinx_vita.records.portfolio import Page, Portfolio

from harness.building import PORTFOLIO

ADDRESS = "https://people.example.org/berg/"
HOSTILE = """5 < 6 & "7" > 'x' ]]> </script><!-- &amp; *a* _b_ [c](d) `e` ; \\ , |"""
CROWD = " and ".join(f"Author{number:02}, Given{number:02}" for number in range(1, 41))
BIB = r"""
@article{names,
  title   = {Everything < Nothing \& "More" > ]]> </script> \_x\_ *y* [z](w)},
  author  = {Ludwig van der Berg and Plato and King, Jr., Martin Luther and {ATLAS Collaboration} and 李, 明 and
             ابن سينا and von Neumann, John},
  journal = {Annals of "Quotes" \& <Brackets>},
  year    = {2021}, month = feb, day = 28,
  volume  = {7}, number = {2}, pages = {377--393},
  doi     = {10.1000/(sici)1&2<3>4},
  pdf     = {papers/a b.pdf},
  keywords = {one \& two, three},
  abstract = {First.

              Second with </script> and ]]>.},
}
@inproceedings{crowd,
  title     = {A bound of $O(n \log n)$ for $x < y$},
  author    = {CROWD and others},
  editor    = {Ada Lovelace},
  booktitle = {Proceedings of the Conference; with a semicolon},
  year      = {2019}, pages = {e12}, isbn = {978-3-16-148410-0}, eprint = {1901.00001}, archiveprefix = {arXiv},
}
@article{undated, title = {No date at all}, author = {Ludwig van der Berg}, journal = {Somewhere}, year = {In press}}
@unpublished{submitted,
  title = {Not out yet}, author = {van der Berg, L. and Plato}, pubstate = {submitted}, year = {2024}, month = may,
}
@article{preprint,
  title = {On a server}, author = {Plato}, journal = {arXiv preprint arXiv:2002.00002}, year = {2020},
  eprint = {2002.00002}, archiveprefix = {arXiv},
}
@phdthesis{thesis, title = {A thesis}, author = {Ludwig van der Berg}, school = {University of 北京}, year = {2018}}
@techreport{report,
  title = {A report}, author = {{The \TeX{} Project}}, institution = {Institute}, number = {TR-7}, year = {2017},
}
@incollection{chapter,
  title = {A chapter}, author = {Plato}, booktitle = {A Book}, publisher = {Press}, year = {1999}, pages = {1--2},
}
@book{book, title = {The book}, author = {Plato}, publisher = {Academy}, year = {1998}, isbn = {9783161484100}}
@misc{anonymous, title = {Without an author}, year = {1997}}
""".replace("CROWD", CROWD)


def own() -> Portfolio:
    """Give the bibliography of the invented site under a profile of few words."""
    file = "papers/papers.bib"
    listed, _ = join_versions(read_bibliography((PORTFOLIO / file).read_text(encoding="utf-8"), file=file).publications)
    papers = tuple(each.cited for each in listed)
    profile = Profile(key="ines", name="Inés Valderrama Quispe", label="Marine biologist", email="a@example.org")
    return _portfolio([profile], papers, title="Inés Valderrama Quispe")


def invented(*, address: str = ADDRESS) -> Portfolio:
    """A portfolio in which every text holds what some format takes for markup."""
    return _portfolio(
        _records(), read_bibliography(BIB, file="papers.bib").publications, title=HOSTILE, address=address
    )


def empty() -> Portfolio:
    """A site on which nothing has been written yet."""
    return Portfolio(title="Empty")


def _portfolio(
    records: list[Record], papers: tuple[Publication, ...], *, title: str, address: str = ADDRESS
) -> Portfolio:
    kinds = {record.kind: tuple(each for each in records if each.kind == record.kind) for record in records}
    paths = {(each.kind, each.key): f"cv.html#{each.kind}-{each.key}" for each in records}
    paths |= {(each.kind, each.key): f"publications/{each.key}.html" for each in papers[::2]}
    pages = (
        Page(docname="index", path="index.html", title=title, description=HOSTILE),
        Page(docname="research/themes", path="research/themes.html", title="Themes (all) [of] them", is_theme=True),
        *(Page(docname=f"publications/{each.key}", path=paths[each.kind, each.key], title="p") for each in papers[::2]),
    )
    return Portfolio(
        title=title,
        address=address,
        records=kinds,
        publications=papers,
        paths=paths,
        pages=pages,
        downloads={"publications.bib": "All papers as BibTeX", "cv.pdf": "The CV as PDF"},
    )


def _records() -> list[Record]:
    return [
        Profile(
            key="berg",
            name="Ludwig van der Berg",
            label=HOSTILE,
            organization='Sea & "others"',
            email="berg@example.org",
            phone="+31 20 555 0100",
            location="Amsterdam; NL, \\ really",
            homepage="https://people.example.org/berg",
            github="https://github.com/berg",
            scholar="https://scholar.google.com/citations?hl=nl&user=AbC",
            orcid="https://orcid.org/0000-0002-1825-0097",
            linkedin="https://nl.linkedin.com/in/berg",
            image="pictures/my face.png",
            summary=HOSTILE,
        ),
        Position(
            key="now",
            title=f"Dozent {HOSTILE}",
            organization="北京大学",
            dates=parse_dates("May 2025 – Now"),
            advisors=("Ada Lovelace",),
            summary=HOSTILE,
            highlights=(HOSTILE, "1. Second", "# Third"),
        ),
        Position(key="then", title="Intern", organization="Lab", dates=parse_dates("2019")),
        Position(key="undated", title="Guest", organization="Café"),
        Degree(key="phd", title="Ph.D. in Arts & <Crafts>", institution="MIT", dates=parse_dates("2023 – Present")),
        Degree(
            key="bsc", title="Bachelor", institution="清华", dates=parse_dates("Fall 2015 – Jun 2019"), honors="Cum"
        ),
        Award(
            key="prize",
            title=HOSTILE,
            issuer="جائزة",
            dates=DateRange(start=Date(year=2023, month=2, day=29)),  # no such day
            url="https://x.example/?a=1&b=2",
        ),
        Award(key="none", title="Undated award"),
        Service(key="review", role="Reviewer", venue="Journal", dates=parse_dates("2020 – 2022")),
        Referee(key="ref", name="Prof. X", email="x@example.org", affiliation="Here", summary="Kind words."),
        Talk(key="talk", title="Talk", event="Seminar", dates=parse_dates("12 May 2024"), video="https://v.example/1"),
        Teaching(key="course", title="Course", institution="School", dates=parse_dates("Fall 2024")),
        News(key="news", title="Something new", dates=parse_dates("Jan 2026"), summary=HOSTILE),
    ]

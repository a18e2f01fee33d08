"""What views choose, in which groups, order and numbers: tables of options and what they give, without Sphinx."""

import pytest
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.reading.dates import parse_dates
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.reading.view_options import Query, read_query
from sphinx_vita.records import Name, Publication, Record, Service, Talk
from sphinx_vita.records.work_types import ENTRY_TYPES, TYPE_NAMES, WORK_TYPES
from sphinx_vita.sphinx.facets import Facets
from sphinx_vita.sphinx.order import in_order
from sphinx_vita.sphinx.pages.groups import grouped

PAPERS = r"""
@article{atlas, title={The Atlas}, author={Quispe, In{\'e}s and Li, M}, journal={J}, year={2024}, keywords={Song}}
@article{silence, title={"A Silence"}, author={Li, M and Quispe, In{\'e}s}, author+an={2=corresponding}, journal={J},
  year={2022}}
@article{sent, title={Sent}, author={Li, M and Quispe, In{\'e}s and Doe, J}, journal={J}, pubstate={submitted},
  year={2025}}
@article{arxived, title={Arxived}, author={Li, M and others}, journal={arXiv preprint arXiv:2401.00001}, year={2024}}
@article{reviewed, title={On a Book}, author={Quispe, In{\'e}s}, journal={J}, year={2016}, entrysubtype={review}}
@inproceedings{ships, title={Ships}, author={Quispe, In{\'e}s}, booktitle={P}, year={2021}, award={Best Paper}}
@book{whales, title={{\'E}tudes}, author={Quispe, In{\'e}s}, publisher={CUP}, year={2020}}
@book{handbook, title={Handbook}, editor={Doe, J and Quispe, In{\'e}s}, publisher={CUP}, year={2019}}
@book{sea, title={On the Sea}, author={Cicero}, translator={Quispe, In{\'e}s}, publisher={OUP}, year={2018}}
@incollection{chapter, title={Chapter}, author={Quispe, In{\'e}s}, booktitle={C}, year={2021}}
@mastersthesis{thesis, title={Thesis}, author={Quispe, In{\'e}s}, school={U}, year={2014}}
@misc{thing, title={Thing}, author={Doe, J and Quispe, In{\'e}s}, year={2017}}
"""
TALKS = r"""
@misc{keynote, title={Keynote}, author={Quispe, I}, howpublished={Invited talk}, year={2023}, tags={invited, Song}}
@misc{poster, title={Poster}, author={Quispe, I}, howpublished={Poster}, year={2022}, tags={invited}}
@unpublished{workshop, title={Workshop}, author={Quispe, I}, eventtitle={W}, year={2015}, tags={contributed}}
@media{radio, title={Radio}, author={Quispe, I}, year={2013}}
"""


def is_owner(name: Name) -> bool:
    return name.family == "Quispe"


FACETS = Facets(is_owner)
WORKS: list[Record] = [
    *read_bibliography(PAPERS, file="bib/papers.bib").publications,
    *read_bibliography(TALKS, file="bib/my-talks.bib").publications,
]
EVENTS: list[Record] = [
    Talk(key="plenary", title="Plenary", dates=parse_dates("2023"), event="ICML", tags=("invited",), slides="a.pdf"),
    Talk(key="seminar", title="Seminar", dates=parse_dates("2021"), event="Group Seminar", tags=("Local", "invited")),
    Talk(key="school", title="School", dates=parse_dates("2021")),
    Service(key="chair", role="Chair", venue="ICML", dates=parse_dates("2019 – Now"), docname="service"),
    Service(key="reviewer", role="Reviewer", venue="NeurIPS", dates=parse_dates("2018"), docname="service"),
]


def ask(options: str, kinds: str = "publication") -> Query:
    """Read options as they are written, separated by bars; they are right."""
    written = dict(each.strip().removeprefix(":").split(":", 1) for each in options.split("|") if each.strip())
    query, findings = read_query("view", written, kinds=tuple(kinds.split()), style="list", line=7)
    assert [finding.message for finding in findings] == []
    return query


def chosen(query: Query) -> list[Record]:
    return in_order([record for record in WORKS + EVENTS if query.accepts(record, FACETS)], query)[: query.limit]


def keys(records: list[Record] | tuple[Record, ...]) -> str:
    return " ".join(record.key for record in records)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("type: article", "atlas silence reviewed"),
        ("type: journal articles, not review", "atlas silence"),
        ("type: Article|status: submitted", "sent"),
        ("type: article|status: not submitted, not preprint", "atlas silence reviewed"),
        ("type: preprint, manuscript", "sent arxived"),
        ("type: conference paper", "ships"),
        ("type: inproceedings, conference", "ships"),
        ("type: books", "whales handbook sea"),
        ("type: edited volumes", "handbook"),
        ("type: book, not edited", "whales sea"),
        ("type: thesis", "thesis"),
        ("type: phdthesis", ""),
        ("type: mastersthesis", "thesis"),
        ("type: master's thesis, PhD theses", "thesis"),
        ("type: monographs, not edited books", "whales sea"),
        ("type: talk", "keynote poster workshop"),
        ("type: talk, not poster", "keynote workshop"),
        ("type: not talk, not other, not article, not book", "sent arxived ships chapter thesis"),
        ("where: entrytype = media", "radio"),
        ("where: entrytype = not media|file: my-talks", "keynote poster workshop"),
        ("tags: song", "atlas keynote"),
        ("tags: SONG, not Invited", "atlas"),
        ("keywords: song|tags: contributed", "atlas keynote workshop"),
        ("tags: not song|file: my-talks.bib", "poster workshop radio"),
        ("file: bib/my-talks.bib", "keynote poster workshop radio"),
        ("file: not my-talks|year: 2024-", "sent atlas arxived"),
        ("year: 2013, 2018-2019, 2024-", "sent atlas arxived handbook sea radio"),
        ("year: -2015", "workshop thesis radio"),
        ("role: first author|file: papers", "atlas ships chapter whales reviewed thesis"),
        ("role: first author, not sole author", "atlas"),
        ("role: corresponding", "silence"),
        ("role: last author", "silence thing"),
        ("role: editor, translator", "handbook sea"),
        ("role: not author|year: 2014-", "arxived handbook sea"),
        ("where: publisher = cup", "whales handbook"),
        ("where: publisher = CUP; not editor", "whales"),
        ("where: publisher; editor", "handbook"),
        ("where: translator = Inés Quispe", "sea"),
        ("where: award = Best Paper", "ships"),
        ("where: publisher = CUP, OUP|sort: oldest", "sea handbook whales"),
        ("sort: title|type: article, book", "silence whales handbook reviewed sea atlas"),
        ("sort: author|year: 2017-2019", "sea handbook thing"),
        ("keys: sea, atlas", "sea atlas"),
        ("keys: sea, atlas|sort: newest", "atlas sea"),
        ("sort: oldest|limit: 2", "radio thesis"),
    ],
)
def test_publications_are_chosen_by_what_they_are(options: str, expected: str) -> None:
    found = chosen(ask(options))

    assert sorted(keys(found).split()) == sorted(expected.split())
    if "sort" in options or "keys" in options:
        assert keys(found) == expected


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("kind: talk|tags: invited", "plenary seminar"),
        ("kind: talk|tags: not invited", "school"),
        ("kind: talk|where: event", "plenary seminar"),
        ("kind: talk|where: not event", "school"),
        ("kind: talk|where: event = icml", "plenary"),
        ("kind: talk|where: event = Group Seminar; slides", ""),
        ("kind: talk|where: event = not ICML, not Group  Seminar", "school"),
        ("kind: service|role: chair", "chair"),
        ("kind: service|role: not chair", "reviewer"),
        ("kind: service|where: venue = ICML, NeurIPS|year: 2018", "reviewer"),
        ("kind: service|file: service.md", "chair reviewer"),
        ("kind: talk, service|where: event = ICML", "plenary"),
        ("kind: talk, publication|tags: invited", "keynote poster plenary seminar"),
        ("kind: talk, publication|type: talk", "keynote poster workshop plenary seminar school"),
    ],
)
def test_other_records_are_chosen_by_what_they_are(options: str, expected: str) -> None:
    assert sorted(keys(chosen(ask(options))).split()) == sorted(expected.split())


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (
            "group: type",
            "Journal articles=atlas silence|Conference papers=ships|Books=whales sea|Edited volumes=handbook|"
            "Book chapters=chapter|Reviews=reviewed|Theses=thesis|Preprints=arxived|Manuscripts=sent|"
            "Talks=keynote workshop|Posters=poster|Media=radio|Other=thing",
        ),
        (
            "group: type|titles: talk = Talks; book, chapter = Books and chapters; other = The rest; paper",
            "Talks=keynote poster workshop|Books and chapters=chapter whales handbook sea|"
            "The rest=sent atlas arxived silence thing reviewed thesis radio|Conference papers=ships",
        ),
        (
            "group: type|file: my-talks|titles: poster; talk",
            "Posters=poster|Talks=keynote workshop|Media=radio",
        ),
        ("group: status|year: 2024-", "Published=atlas|Under review=sent|Preprints=arxived"),
        ("group: year|file: my-talks", "2023=keynote|2022=poster|2015=workshop|2013=radio"),
        ("group: year|file: my-talks|sort: oldest", "2013=radio|2015=workshop|2022=poster|2023=keynote"),
        ("group: year|year: 2022-2023|titles: 2022 = Last year", "Last year=silence poster|2023=keynote"),
        (
            "group: role|file: papers",
            "First author=atlas ships chapter whales reviewed thesis|Corresponding author=silence|"
            "Last author=thing|Co-author=sent|Editor=handbook|Translator=sea|Other=arxived",
        ),
        (
            "group: role|year: 2018-2022|file: papers|titles: sole = Alone; editor, translator = For others",
            "Alone=ships chapter whales|For others=handbook sea|Corresponding author=silence",
        ),
        ("group: file|year: 2022-2023", "My talks=keynote poster|Papers=silence"),
        ("group: file|year: 2022-2023|titles: papers.bib; my-talks = Spoken", "Papers=silence|Spoken=keynote poster"),
        ("group: tags|year: 2022-|type: not preprint", "Invited=keynote poster|Song=atlas|Other=sent silence"),
        ("group: keyword|tags: song, invited|titles: song = Of song", "Of song=atlas keynote|Other=poster"),
        ("group: tags|tags: song|titles: invited", "Invited=keynote|Other=atlas"),
        (
            "group: tags|tags: song, invited|repeated: |titles: song; invited",
            "Song=atlas keynote|Invited=keynote poster",
        ),
        ("group: tags|tags: song|repeated: ", "Invited=keynote|Song=atlas keynote"),
        ("group: publisher|type: book", "CUP=whales handbook|OUP=sea"),
        ("group: publisher|type: article", "=atlas silence reviewed"),
        ("group: publisher|type: article|titles: other = Papers", "Papers=atlas silence reviewed"),
        ("group: none|type: chapter", "=chapter"),
        ("group: type|year: 1999", ""),
        (
            "kind: talk, service, publication|group: kind|year: 2023-",
            "Service=chair|Talks=plenary|Publications=sent atlas arxived keynote",
        ),
        ("kind: talk|group: tags", "Invited=plenary|Local=seminar|Other=school"),
        ("kind: talk|group: tags|titles: invited = Invited talks", "Invited talks=plenary seminar|Other=school"),
        ("kind: talk|group: event", "Group Seminar=seminar|ICML=plenary|Other=school"),
        ("kind: service|group: year", "Now=chair|2018=reviewer"),
        ("kind: service|group: year|sort: oldest", "2018=reviewer|Now=chair"),
        ("kind: service|group: role|titles: reviewer = Reviews", "Reviews=reviewer|Chair=chair"),
    ],
)
def test_groups_come_in_the_order_of_a_cv_and_nothing_is_lost_or_doubled(options: str, expected: str) -> None:
    query = ask(options)
    found = chosen(query)
    groups = grouped(found, query, FACETS)

    assert "|".join(f"{group.title}={keys(group.records)}" for group in groups) == expected
    if not query.repeated:
        assert sorted(keys(found).split()) == sorted(record.key for group in groups for record in group.records)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("numbered: ", "4 3 2 1"),
        ("numbered: false", ""),
        ("numbered: P", "P4 P3 P2 P1"),
        ("numbered: |sort: oldest", "1 2 3 4"),
        ("numbered: |sort: title", "1 2 3 4"),
        ("numbered: |keys: keynote, radio, poster", "1 2 3"),
        ("numbered: |keys: keynote, radio, poster|sort: newest", "3 2 1"),
        ("numbered: |limit: 2", "2 1"),
        ("numbered: |group: type", "2 1|1|1"),
        ("numbered: through|group: type", "4 3|2|1"),
        ("numbered: |group: year", "4|3|2|1"),
        ("numbered: each|group: year", "1|1|1|1"),
        ("numbered: through|group: type|sort: oldest", "1 2|3|4"),
        ("numbered: talk = T; other = O|group: type|where: entrytype = not media", "T3 T2|T1"),
        ("numbered: talk = T; poster = P|group: type", "T2 T1|P1|1"),
        ("numbered: media = M; X|group: entrytype|titles: media", "M1|X3 X2|X1"),
        ("numbered: invited = I; other = C|group: tags|titles: invited", "I2 I1|C2 C1"),
        ("numbered: through; poster = P|group: type", "4 3|P2|1"),
        ("numbered: my-talks = T|group: file", "T4 T3 T2 T1"),
        ("numbered: 1|group: type", "14 13|12|11"),
    ],
)
def test_the_newest_has_the_highest_number(options: str, expected: str) -> None:
    query = ask(f"{options}|file: my-talks")
    groups = grouped(chosen(query), query, FACETS)

    assert "|".join(" ".join(group.labels) for group in groups) == expected


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ({"type": "artcle"}, "knows no 'artcle'; did you mean 'article'?"),
        ({"type": "media"}, "write ':where: entrytype = media' for entries of a type of your own"),
        ({"type": "not bok"}, "knows no 'bok'; did you mean 'book'?"),
        ({"status": "publishd"}, "did you mean 'published'?"),
        ({"role": "frist author"}, "did you mean 'first author'?"),
        ({"role": "chief"}, "choose from first author, corresponding author"),
        ({"where": "pubisher = CUP"}, "knows no field 'pubisher'; did you mean 'publisher'?"),
        ({"where": "not publisher = CUP"}, "write 'publisher = not CUP'"),
        ({"year": "20"}, "'2024', '2020-2024', '2020-' or '-2019'"),
        ({"year": "2024-2020"}, "cannot read the year '2024-2020'"),
        ({"year": "-"}, "cannot read the year '-'"),
        ({"tags": "song, -talk"}, "cannot read '-talk' as tags; write 'not talk'"),
        ({"where": "publisher = !CUP"}, "write 'not CUP'"),
        ({"sort": "newset"}, "did you mean 'newest'?"),
        ({"group": "yer"}, "did you mean 'year'?"),
        ({"group": "type", "titles": "artcle = A"}, "did you mean 'article'?"),
        ({"titles": "article = A"}, "has no groups for the option 'titles'; write ':group: type'"),
        ({"repeated": ""}, "has no groups for the option 'repeated'"),
        ({"numbered": "throughout"}, "cannot read the numbering 'throughout'; write 'through', 'each', 'P'"),
        ({"group": "type", "numbered": "article = Journal"}, "cannot read the numbering 'Journal'"),
        ({"group": "type", "numbered": "artcle = J"}, "did you mean 'article'?"),
        ({"kind": "publicaton"}, "did you mean 'publication'?"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_to_write(option: dict[str, str], told: str) -> None:
    _, findings = read_query("publications", option, kinds=("publication",), style="list", line=7)

    assert [(finding.mistake, finding.line) for finding in findings] == [(Mistake.UNKNOWN_VALUE, 7)]
    assert told in findings[0].message


def test_a_restriction_of_any_sort_is_told_by_the_query() -> None:
    for options in ("type: article", "tags: a", "role: editor", "file: x", "where: publisher", "year: 2020"):
        assert not ask(options).is_everything
    assert ask("group: type|numbered: |sort: title").is_everything


def test_each_type_of_an_entry_belongs_to_one_type_of_works() -> None:
    entries = [entry for each in WORK_TYPES.values() for entry in each.entries.split()]

    assert sorted(entries) == sorted(ENTRY_TYPES)
    assert {TYPE_NAMES[name] for name in WORK_TYPES} == set(WORK_TYPES)
    assert {each.within for each in WORK_TYPES.values()} - {""} <= WORK_TYPES.keys()


@pytest.mark.parametrize(
    ("entry", "option", "is_chosen"),
    [
        ("thesis, type={phdthesis}", "phdthesis", True),
        ("thesis, type={mathesis}", "phd thesis", False),
        ("thesis, type={Doctoral dissertation}", "phd", True),
        ("mastersthesis, type={Diplomarbeit}", "master's thesis", True),
        ("misc, howpublished={Conference poster}", "poster", True),
        ("presentation, type={Poster}", "talks, not posters", False),
        ("article, entrysubtype={Book review}", "book reviews", True),
        ("article, type={Review article}", "reviews", False),
        ("unpublished, eventtitle={E}", "talk", True),
        ("unpublished, note={Draft}", "manuscript", True),
        ("inbook, booktitle={B}", "chapter", True),
        ("inbook, chapter={2}", "book", True),
        ("book, editor={E, F}", "edited volume", False),
        ("online, eprint={2401.00001}, eprinttype={arxiv}", "preprint", True),
        ("article, eprint={2401.00001}, eprinttype={arxiv}, pubstate={submitted}", "article", False),
        ("software, version={1}", "code", True),
        ("video", "not talk", True),
    ],
)
def test_the_words_of_an_entry_tell_its_type(entry: str, option: str, is_chosen: bool) -> None:
    entry_type, _, fields = entry.partition(",")
    bib = f"@{entry_type}{{x, title={{T}}, author={{A, B}}, year={{2020}}, {fields}}}"

    (paper,) = read_bibliography(bib, file="x.bib").publications

    assert ask(f"type: {option}").accepts(paper, FACETS) is is_chosen


@pytest.mark.parametrize("entry_type", sorted(ENTRY_TYPES))
def test_an_entry_is_chosen_and_grouped_by_its_type(entry_type: str) -> None:
    bib = f"@{entry_type}{{x, title={{T}}, author={{A, B}}, journal={{J}}, booktitle={{B}}, year={{2020}}}}"
    paper = read_bibliography(bib, file="x.bib").publications[0]
    name = ENTRY_TYPES[entry_type]

    assert isinstance(paper, Publication)
    assert ask(f"type: {entry_type}").accepts(paper, FACETS)
    assert ask(f"type: {name}").accepts(paper, FACETS)
    assert [group.names[0] for group in grouped([paper], ask("group: type"), FACETS)] == [name]

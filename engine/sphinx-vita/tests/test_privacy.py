"""What of a .bib entry may leave the site: the fields that describe the work, and no address of the author's own."""

import pytest
from harness.sites import Built, Site
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.reading.bibtex.privacy import is_local
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.reading.private_text import private_in_bibliography, private_in_page, without_private

CANARY = "qxzzk"  # stays itself in the index of words
# What programs write beside the work: JabRef, Zotero and Better BibTeX, Mendeley, Papers, BibDesk, ReadCube, Citavi,
# EndNote, Qiqqa, Scopus, Web of Science, DBLP, refbase, KBibTeX, Bookends, CiteULike; and what people make up.
PRIVATE = """
    annote annotate annotation comment comments comment-ada review reviews notes note_private mynotes todo private
    priority ranking rating relevance readstatus read printed qualityassured quality prio username owner groups groupid
    creationdate modificationdate timestamp date-added date-modified dateadded datemodified added-at interhash intrahash
    file file-2 file+duplicate-1 localfile local-url local-zo-url-1 attachments pdf-attachment linked-file filename uri
    folder library shelf callnumber call-num call_number location-of-copy lastchecked accessed citedby cited-by cited
    bdsk-file-1 bdsk-url-1 bdsk-annotation mendeley-groups mendeley-tags mendeley-id papers2_uuid papers3_uuid
    rating-papers citeulike-article-id posted-at biburl bibsource researchgate citavi-id task tasks quotation thought
    evaluation coretaskgroup endnote-id custom1 custom2 research-notes research_notes record-number label-endnote
    extra zoteroid zotero-uri zotero_key select citekey original-key duplicates verba verbb usera userb userf lista
    listf namea options execute presort sortkey sorttitle gender indextitle nameaddon-x
    unique-id author-email author_keywords affiliation correspondence-address funding-text usage-count times-cited
    reviewer-comments reviewer2 decision salary fee rejection_letter password contract status-internal memo remark
    remarks idea ideas opinion x-note __markedentry _private internal confidential my-rating thoughts plan when
    status shown-to optnote off altabstract disabled_note xnote noteprivate n-o-t-e
""".split()
ADDRESSES = [
    "file:///Users/ada/%s.pdf",
    "file://localhost/home/ada/%s.pdf",
    "FILE:///C:/Users/ada/%s.pdf",
    r"file\:///Users/ada/%s.pdf",
    "fi\u200ble:///Users/ada/%s.pdf",
    "file%%3A///Users/ada/%s.pdf",
    "/Users/ada/Library/%s.pdf",
    "/home/ada/%s.pdf",
    "~/papers/%s.pdf",
    r"\textasciitilde/papers/%s.pdf",
    r"{\textasciitilde}/papers/%s.pdf",
    r"C:\Users\Ada Example\%s.pdf",
    r"C\:\\Users\\Ada Example\\%s.pdf",
    r"C:{\textbackslash}Users{\textbackslash}ada{\textbackslash}%s.pdf",
    "D:/Literature of mine/%s.pdf",
    r"\\server\share\%s.pdf",
    "/Volumes/Backup/%s.pdf",
    "/mnt/nas/papers/%s.pdf",
    "smb://server/share/%s.pdf",
    "papers3://publication/uuid/%s",
    "zotero://select/items/%s",
    "x-devonthink-item://%s/x",
    "mendeley://library/document/%s",
]
REFUSED = ["javascript:alert('%s')", "data:text/html,%s", "vbscript:%s", "ftp://example.org/%s", "blob:https://x/%s"]
FIELDS = (
    "url pdf html code website slides preprint eprint howpublished note addendum abstract tldr award keywords".split()
)
TEXTS = ("note", "addendum", "abstract", "tldr", "howpublished", "publisher")
PAGES: dict[str, str | bytes | None] = {
    "index.md": "# Ada Example\n\n:::{profile} Ada Example\n:::\n\n```{toctree}\nlist\npaper\n```\n",
    "list.md": "# L\n\n:::{publications}\n:::\n",
    "paper.md": "# {pub-title}`k0`\n\n:::{publication} k0\n:::\n",
}
CONFIG = {"vita_exports": True, "html_baseurl": "https://ada.example/"}


def entries(lines: list[str]) -> str:
    head = "title={T%d}, author={Example, Ada}, journal={J}, year={2020}"
    return "".join(f"@article{{k{n}, {head % n}, {line}}}\n" for n, line in enumerate(lines))


def leaks(built: Built) -> list[str]:
    """Name the files with the canary in them; the inventory is compressed."""
    files = built.files() | {"objects": str(built.objects()).encode()}
    stored = [path for path in (built.source / "_build/doctrees").rglob("*") if path.is_file()]
    files |= {f"stored {path.name}": path.read_bytes() for path in stored}
    return [name for name, content in files.items() if CANARY.encode() in content.lower()]


def test_a_field_that_no_style_knows_is_in_no_file(site: Site) -> None:
    lines = [f"{name} = {{{CANARY}, see {name}}}" for name in PRIVATE]
    bib = "@comment{jabref-meta: fileDirectory:/home/ada/" + CANARY + ";}\n" + entries([*lines, ", ".join(lines)])

    assert leaks(site(PAGES, bib=bib, config=CONFIG)) == []


def test_the_canary_is_found_where_it_may_stand(site: Site) -> None:
    """The tests here look where there would be something to see."""
    found = leaks(site(PAGES, bib=entries([f"note = {{{CANARY}}}"]), config=CONFIG))

    assert {"list.html", "paper.html", "publications.bib", "citations/k0.bib", "searchindex.js"} <= set(found)


def test_a_place_on_a_disk_is_in_no_file_and_told(site: Site) -> None:
    lines = [f"{name} = {{{address % CANARY}}}" for name in FIELDS for address in ADDRESSES]
    lines += [f"{name} = {{Words, see {address % CANARY} there}}" for name in TEXTS for address in ADDRESSES]

    built = site(PAGES, bib=entries(lines), config=CONFIG, silent=False)

    assert leaks(built) == []
    told = {each.line for each in built.told if each.type == "vita.invalid_link" and each.file == "papers.bib"}
    assert [line for number, line in enumerate(lines, 1) if number not in told] == []
    assert not any(CANARY in each.message for each in built.told)


def test_an_address_that_is_refused_is_in_no_file_and_told(site: Site) -> None:
    links = [f"{name} = {{{address % CANARY}}}" for name in ("url", "pdf", "code", "slides") for address in REFUSED]
    forms = (r"\href{%s}{words}", r"\url{%s}", '<a href="%s">words</a>')
    links += [f"{name} = {{So {form % address % CANARY}}}" for name in TEXTS for form in forms for address in REFUSED]

    built = site(PAGES, bib=entries(links), config=CONFIG, silent=False)

    assert [name for name in leaks(built) if not name.startswith("stored")] == []  # of what was told
    told = {each.line for each in built.told if each.type == "vita.invalid_link"}
    assert [line for number, line in enumerate(links, 1) if number not in told] == []


def test_the_words_of_a_refused_link_stay() -> None:
    source = r"@misc{a, title={A}, author={B C}, year=2001, note={See \href{javascript:x}{these words}, please}}"
    reading = read_bibliography(source, file="x.bib")

    assert [str(remark) for remark in reading.publications[0].remarks] == ["See these words, please"]
    assert dict(reading.publications[0].fields)["note"] == "See {these words}, please"
    assert [finding.mistake for finding in reading.findings] == [Mistake.INVALID_LINK]


def test_a_title_is_cut_before_a_place_on_a_disk_and_stays() -> None:
    source = "@misc{a, title={A title file:///Users/ada/x.pdf}, author={B C}, year=2001}"

    assert str(read_bibliography(source, file="x.bib").publications[0].title) == "A title"


@pytest.mark.parametrize(
    "text",
    [
        r"a map $f:\mathbb{R}\to\mathbb{R}$",
        r"$f:\Gamma\rightarrow\Delta.$",
        "the file: a history",
        "and/or, 1:2, w/o",
        "Theorem~/ Lemma",
        "profile: x, logfile:y",
        "https://example.org/home/ada/x.pdf",
        "https://example.org/~ada/x.pdf",
        "https://example.org/file:x/y.pdf",
        "assets/pdf/home/x.pdf",
        "/assets/pdf/x.pdf",
        "JavaScript: the good parts",
        "About: papers, data:mining",
        r"H:\, E. coli",
    ],
)
def test_other_words_are_no_place_on_a_disk(text: str) -> None:
    assert not is_local(text)


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("On Atoms (file:///Users/ada/x.pdf)", "On Atoms"),
        (r"On Atoms, see C:\Users\ada\x.pdf", "On Atoms, see"),
        ("On Atoms file%3A///Users/ada/x.pdf", ""),
        ("/home/ada/x.pdf", ""),
    ],
)
def test_a_title_is_cut_before_a_place_on_a_disk(title: str, kept: str) -> None:
    source = f"@article{{a, title = {{{title}}}, author = {{A B}}, year = 2020}}"

    assert dict(read_bibliography(source, file="x").publications[0].fields).get("title", "") == kept


BIBLIOGRAPHY = """\
@article{a, title={On {A}toms}, author={Doe, Jo}, year=2020, abstract={Long}, note={Ours}, pdf={p/a.pdf},
  url={https://x.example/a}, visibility={private}}
@article{b, title={Kept}, author={Doe, Jo}, note={Secret {\\'e}}, slides={s/b.pdf}, visibility={private note, slides}}
@article{c, title={Seen}, author={Doe, Jo}, visibility={public}}
"""
PAGE = """\
# Me

:::{profile} Ada
:email: ada@x.example
:phone: +1 2
:visibility: private phone, email
:::

> ::::{award} Prize
> :dates: May 2020
> :issuer: A Body
> :visibility: private
>
> Three whole words.
> - Too few
> - A *list* of [four](x.md) words
> ::::

:::{talk} Seen
:slides: talk.pdf
:url: https://x.example
:visibility: private slides, url
:::
"""


def test_what_a_bibliography_withholds_is_known_by_its_words_and_its_files() -> None:
    told = [(each.what, each.value, each.line, each.is_file) for each in private_in_bibliography(BIBLIOGRAPHY)]

    assert told == [
        ("title of the entry 'a'", "On Atoms", 1, False),
        ("abstract of the entry 'a'", "Long", 1, False),
        ("pdf of the entry 'a'", "p/a.pdf", 1, True),
        ("url of the entry 'a'", "https://x.example/a", 1, False),
        ("note of the entry 'b'", "Secret é", 3, False),
        ("slides of the entry 'b'", "s/b.pdf", 3, True),
    ]
    assert without_private("x.bib", BIBLIOGRAPHY).split("\n") == [
        *("Kept", "Doe, Jo", "private note, slides"),
        *("Seen", "Doe, Jo", "public"),
    ]


def test_what_a_page_withholds_is_known_by_its_words_its_lines_and_its_sort() -> None:
    told = {each.what: each for each in private_in_page(PAGE) if not each.what.startswith("text")}
    texts = [(each.value, each.line) for each in private_in_page(PAGE) if each.what == "text of this award"]

    assert {what: (each.value, each.line) for what, each in told.items()} == {
        "email of this profile": ("ada@x.example", 4),
        "phone of this profile": ("+1 2", 5),
        "title of this award": ("Prize", 9),
        "issuer of this award": ("A Body", 11),
        "slides of this talk": ("talk.pdf", 20),
        "url of this talk": ("https://x.example", 21),
    }
    assert texts == [("Three whole words.", 14), ("A list of four words", 16)]
    assert [what for what, each in told.items() if each.is_number] == ["phone of this profile"]
    assert [what for what, each in told.items() if each.is_contact] == [
        "email of this profile",
        "phone of this profile",
    ]
    assert [what for what, each in told.items() if each.is_file] == ["slides of this talk"]


def test_a_page_without_what_it_withholds_keeps_its_other_lines_where_they_were() -> None:
    lines = PAGE.split("\n")
    kept = without_private("x.md", PAGE).split("\n")

    assert [number for number, line in enumerate(lines, 1) if line != kept[number - 1]] == [4, 5, *range(9, 17), 20, 21]
    assert not any(kept[number - 1] for number in (4, 5, *range(9, 17), 20, 21))

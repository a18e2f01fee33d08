"""Sites of al-folio, academicpages and HugoBlox: nothing of them vanishes, and what they become is built in silence."""

import json
import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from harness.sites import Site
from sphinx_vita.command.main import main
from sphinx_vita.command.new.site import Owner, new_site
from sphinx_vita.command.sources import read_assets, read_source
from sphinx_vita.imports.drafts import Draft, Imported
from sphinx_vita.imports.formats import format_of
from sphinx_vita.imports.old_sites.source_files import SourceFiles
from sphinx_vita.imports.site import site_of


def words_of(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in re.findall(r"[^\W\d_][\w'-]{3,}", text))


SAMPLES = Path(__file__).parent / "samples"
NAMES = {"al_folio": "al-folio", "academicpages": "academicpages", "hugoblox": "HugoBlox"}
_CONTENT = re.compile(r"(?:_(?!config|includes)\w+|content|data)/.*\.(?:md|html|ya?ml|json)")
# Keys of front matter that say how a page looked, in the samples; all else is content.
LOOK = frozenset(
    """
    layout permalink collection author_profile nav nav_order inline related_posts importance date lastmod
    publishdate featured selected_papers social announcements pagination giscus_comments profile
    image_circular align cv_format cv_pdf redirect_from authors author_notes publication_types projects icon
    icon_pack percent superuser highlight_name company_logo widget headless active all_day draft published
    preview_only cms_exclude view banner block username button filters logo width
    """.split()
)
# Words for which others stand: names of signs and of what a link opens, and what a template says to its owner.
SAID_OTHERWISE = {
    "al_folio": words_of("sparkles tada target blank Bibsearch Feature"),
    "academicpages": words_of(
        "manuscripts conferences supervisor quot bibtex1 The contents above will be part of a list of publications,"
        " if the user clicks the link for the publication than"
        " the contents of section will be rendered as a full page"
    ),
    "hugoblox": words_of(
        "landing Custom Link Click the _Cite_ button above to demo the feature to enable visitors to import"
        " publication metadata into their"
        " reference management software. Add the publication's full text or supplementary notes here. You can use"
        " rich formatting such as"
        " including [code, math, and images](https://docs.hugoblox.com/content/writing-markdown-latex/)."
    ),
}


@cache
def sample(name: str) -> tuple[SourceFiles, Imported]:
    files = read_source(SAMPLES / name)
    found = format_of(files)
    assert found is not None
    assert found.name == NAMES[name]
    return files, found.read(files)


def drafts(name: str) -> list[tuple[str, str, dict[str, str]]]:
    return [(each.kind, each.title, dict(each.options)) for each in sample(name)[1].drafts]


def told(imported: Imported) -> str:
    """The files of the new site, where old addresses lead, and which files come along, as `read/` has them."""
    files = [f"=== {path}\n{text}" for path, text in site_of(imported).items()]
    addresses = [f"{old} -> {new}" for old, new in imported.redirects.items()]
    assets = [f"{new} <- {old}" for new, old in imported.assets.items()]
    return "\n".join([*files, "=== addresses", *addresses, "=== files", *assets, ""])


def content_of(files: SourceFiles) -> dict[str, str]:
    """The files of a sample that hold content, counted without the readers."""
    return {path: text for path, text in files.items() if _CONTENT.fullmatch(path)}


@pytest.mark.parametrize("name", NAMES)
def test_a_site_is_read_as_it_was_meant(name: str) -> None:
    assert told(sample(name)[1]) == (SAMPLES.parent / "read" / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_a_site_stands_in_the_new_one_or_in_the_inbox(name: str) -> None:
    files, imported = sample(name)
    new = site_of(imported)
    there = words_of("\n".join([*new.values(), *new, *imported.redirects, *imported.assets]))

    missing = {
        path: lost
        for path, text in content_of(files).items()
        if (lost := words_of(_content(path, text)) - there - SAID_OTHERWISE[name])
    }

    assert not missing


def _content(path: str, text: str) -> str:
    """What a file says: the values of its data, and its text without HTML and templates."""
    if path.endswith((".yml", ".yaml", ".json")):
        return _values(yaml.safe_load(text))
    fence, load = ("+++", tomllib.loads) if text.startswith("+++") else ("---", yaml.safe_load)
    head, body = text.split(f"{fence}\n", 2)[1:] if text.startswith(fence) else ("", text)
    plain = re.sub(r"\{%.*?%\}|</?[a-z][^>]*>|\{\{.*?\}\}|```\w*", " ", body, flags=re.DOTALL)
    return f"{_values(load(head))}\n{plain}"


def _values(data: Any) -> str:
    if isinstance(data, dict):
        return "\n".join(_values(value) for key, value in data.items() if str(key).lower() not in LOOK)
    return "\n".join(map(_values, data)) if isinstance(data, list) else re.sub(r"</?[a-z][^>]*>", " ", str(data))


@pytest.mark.parametrize("name", NAMES)
def test_every_file_and_every_entry_is_accounted_for(name: str) -> None:
    files, imported = sample(name)
    places = [each.place for each in imported.drafts]
    places += [each.place for each in imported.entries]
    places += [each.place for each in imported.leftovers]
    places += [imported.profile.place] if imported.profile else []
    titles = "\n".join([*imported.pages.values(), *imported.pages])

    unseen = [
        path
        for path in content_of(files)
        if not any(place.startswith(path) for place in places) and _title(files[path]) not in titles
    ]
    opened = sum(
        len(re.findall(r"(?mi)^@(?!string|comment|preamble)\w+\s*\{", text))
        for path, text in files.items()
        if path.endswith(".bib")
    )
    taken = len({each.key for each in imported.entries if "bib" in each.place or name != "al_folio"})
    records = sum(".bib" in each.place for each in imported.drafts)

    assert unseen == EMPTY[name]
    assert name != "al_folio" or opened == taken + records + sum(
        each.text.startswith("@") for each in imported.leftovers
    )


# Pages that only list what stands elsewhere, and files of the program.
EMPTY = {
    "al_folio": ["_data/cv.yml", "_pages/blog.md", "_pages/cv.md"],
    "academicpages": ["_data/cv.json", "_data/navigation.yml", "_pages/about.md", "_pages/cv.md"],
    "hugoblox": ["content/_index.md", "content/publication/_index.md"],
}


def _title(text: str) -> str:
    found = re.search(r"(?m)^title\s*[:=]\s*['\"]?(.{4,}?)['\"]?$", text)
    return found[1] if found else "\0"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("al_folio", ("position", "Senior Scientist", {"organization": "Polar Institute of the North",
        "dates": "2021-01 – present", "location": "Tromsø, Norway"})),
        ("al_folio", ("degree", "PhD in Geophysics", {"institution": "Fjord University", "dates": "2015-09 – 2019-06",
        "thesis": "Creep of cold ice", "location": "Bergen, Norway"})),
        ("al_folio", ("project", "Deep core", {"repository": "https://github.com/msolheim/deepcore", "tags": "work"})),
        ("al_folio", ("project", "Snow clock", {"url": "https://snowclock.example/", "tags": "fun"})),
        ("al_folio", ("software", "core-reader", {"repository": "https://github.com/polar-north/core-reader"})),
        ("al_folio", ("talk", "What ice remembers", {"dates": "2023"})),
        ("al_folio", ("news", "A simple inline announcement about the **new drill**. ✨ 🎉", {"dates": "2015-10-22"})),
        ("academicpages", ("talk", "Tutorial 1 on digging", {"dates": "2013-03-01",
        "event": "Meeting of Diggers 2013", "location": "Braga, Portugal", "type": "Tutorial",
        "slides": "/files/slides1.pdf"})),
        ("academicpages", ("teaching", "Teaching experience in trenches", {"dates": "Spring 2014",
        "institution": "Alentejo University, Department of History", "location": "Évora, Portugal",
        "level": "Undergraduate course"})),
        ("academicpages", ("language", "Portuguese", {"fluency": "Native"})),
        ("hugoblox", ("position", "Chief Listener", {"organization": "Deep Quiet Ltd", "dates": "2020 – Now", "url": "https://deepquiet.example"})),
        ("hugoblox", ("degree", "PhD in Acoustics", {"institution": "Coastal University", "dates": "2012"})),
        ("hugoblox", ("award", "Silver Shell", {"dates": "2023-11-25", "issuer": "Society of Shores", "url": "https://shell.example/prize"})),
        ("hugoblox", ("skill", "Technical", {"keywords": "Python, Hydrophones"})),
        ("hugoblox", ("talk", "How deep is quiet", {"dates": "2030-06-01 – 2030-06-03", "event": "Meeting of Divers",
        "location": "Cliff Hall", "url": "https://divers.example/2030", "video": "https://youtu.be/abcdefghijk"})),
        ("hugoblox", ("project", "Loud Sonar", {"dates": "2016-04-27",
        "repository": "https://github.com/samirah/sonar", "tags": "Deep Learning"})),
    ],
    ids=lambda each: each if isinstance(each, str) else each[1],
)  # fmt: skip
def test_a_record_has_the_values_that_the_site_said(name: str, expected: tuple[str, str, dict[str, str]]) -> None:
    assert expected in drafts(name)


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("al_folio", {"email": "maren@solheim.example", "github": "msolheim", "image": "/assets/img/prof_pic.jpg",
        "inspire": "1234567",
                      "address": "Room 555, 12 Harbour Street, Tromsø, 9010", "mastodon": "social.example/@maren",
                      "location": "Tromsø, Norway"}),
        ("academicpages", {"label": "Assistant Professor of Archaeology", "organization": "Alentejo University",
        "x": "tferreira",
                           "orcid": "https://orcid.org/0000-0002-1825-0097", "image": "/images/profile.png"}),
        ("hugoblox", {"label": "Professor of Underwater Acoustics", "affiliations": "Coastal University <https://coastal.example/>",
                      "phone": "+1 555 0100", "x": "https://twitter.com/samirah",
                      "image": "/authors/admin/avatar.jpg"}),
    ],
)  # fmt: skip
def test_the_person_comes_with_accounts_portrait_and_place(name: str, options: dict[str, str]) -> None:
    profile = sample(name)[1].profile

    assert profile is not None
    assert options.items() <= dict(profile.options).items()


def test_a_bibliography_stays_as_it_was_written() -> None:
    _, imported = sample("al_folio")
    bib = site_of(imported)["publications/publications.bib"]
    written = (SAMPLES / "al_folio/_bibliography/papers.bib").read_text("utf-8")

    assert {"@string{jcm = {Journal of Cold Matters}}", "% The thesis stands here too."} <= set(bib.split("\n"))
    changed = ("pdf={", "slides={", "preview={", "poster={", "---", "")
    for line in written.split("\n"):
        assert line in bib or line.strip().startswith(changed) or not line.strip()
    assert "pdf={/assets/pdf/slow.pdf}" in bib


def test_front_matter_completes_the_bibtex_of_a_publication() -> None:
    entries = {each.key: each.bibtex for each in sample("hugoblox")[1].entries}

    for line in ("author+an = {1=equal; 2=equal}", "abbr = {QC}", "pdf = {/uploads/clock.pdf}", "selected = {true}",
    "keywords = {Whales, Time}",
                 "preview = {/publication/whale-clock/featured.jpg}", "doi = {10.1234/whale.clock}",
                 "{Haddad, Samira and Brandt, Lena and Pe{\\~n}a, {\\'O}scar}"):  # fmt: skip
        assert line in entries["haddad2021clock"]
    assert "publisher = {Tide Press}" in entries["haddad2019heard"]


def test_authors_who_are_not_told_are_asked_for() -> None:
    _, imported = sample("academicpages")
    untold = next(each for each in imported.entries if "Shards" in each.bibtex)

    assert "author    = {Ferreira, Tomás and others}" in untold.bibtex
    assert any(
        each.place == "_publications/2020-01-01-untold.md" and "authors" in each.reason for each in imported.leftovers
    )


@pytest.mark.parametrize(
    ("name", "secrets"),
    [
        ("al_folio", ["Nobody shall see this yet", "the mayor of the town"]),
        ("academicpages", ["will not be seen"]),
        ("hugoblox", ["The unsaid words"]),
    ],
)
def test_what_was_not_public_stays_off_the_pages(name: str, secrets: list[str]) -> None:
    files = site_of(sample(name)[1])
    inbox = files.pop("inbox.md")

    for secret in secrets:
        assert secret in inbox
        assert not any(secret in text for text in files.values())


@pytest.mark.parametrize(
    ("name", "links"),
    [
        ("al_folio", {"projects/1_project.md": ["[report](/assets/pdf/slow.pdf)",
        "[the news post](/posts/first-post.md)", "![drill image](/assets/img/1.jpg)",
                                                "{pub}`solheim2022slow`", '<div class="row">kept code</div>']}),
        ("academicpages", {"posts/blog-post-1.md": ["[the talk](/talks.md)"],
        "talks.md": ["[paper](/publications/kilns.md)"]}),
        ("hugoblox", {"project/sonar.md": ["[post](/posts/2021-first.md)", "![The ping](/project/sonar/ping.png)"],
        "index.md": ["[resumé](/uploads/resume.pdf)"]}),
    ],
)  # fmt: skip
def test_links_lead_to_where_their_ends_have_moved(name: str, links: dict[str, list[str]]) -> None:
    files = site_of(sample(name)[1])

    for path, written in links.items():
        for each in written:
            assert each in files[path]


@pytest.mark.parametrize(
    ("name", "redirects"),
    [
        ("al_folio", {"blog/2024/first-post/index": "../../../posts/first-post.html",
        "projects/1_project/index": "../1_project.html", "cv/index": "../cv.html"}),
        ("academicpages", {"publication/2015-kilns/index": "../../publications/kilns.html",
        "old/one/index": "../../posts/blog-post-1.html", "about": "index.html"}),
        ("hugoblox", {"publication/sea-book/index": "../sea-book.html", "event/index": "../talks.html"}),
    ],
)  # fmt: skip
def test_old_addresses_lead_on(name: str, redirects: dict[str, str]) -> None:
    assert redirects.items() <= dict(sample(name)[1].redirects).items()


@pytest.mark.parametrize("name", NAMES)
def test_the_new_site_is_built_in_silence_and_gets_nothing_twice(name: str, site: Site) -> None:
    _, imported = sample(name)
    assert imported.profile
    written = new_site(Owner(name=imported.profile.title), imported)
    assets = read_assets(SAMPLES / name, imported.assets)
    config = {
        "vita_exports": False,
        "html_theme": "basic",
        "vita_extensions": ["myst_parser", "sphinx_design", "sphinx_reredirects"],
    }

    built = site({**written, **assets}, config=config)
    again = CliRunner().invoke(main, ["import", str(SAMPLES / name), "--site", str(site.source)])

    assert imported.profile.title in built.words("index")
    for old, new in imported.redirects.items():
        assert (built.output / f"{old}.html").parent.joinpath(new.partition("#")[0]).resolve().is_file(), old
    assert (again.exit_code, re.findall("written: .*", again.output)) == (0, [])


def test_a_link_in_the_source_to_a_file_elsewhere_brings_nothing(tmp_path: Path) -> None:
    source = tmp_path / "old"
    (source / "_pages").mkdir(parents=True)
    (tmp_path / "secret.png").write_bytes(b"secret")
    (source / "secret.png").symlink_to(tmp_path / "secret.png")
    (source / "_config.yml").write_text("first_name: Ada\nlast_name: Example\n", "utf-8")
    (source / "_pages/about.md").write_text(
        "---\npermalink: /\n---\n![a](/secret.png) ![b](../../secret.png)\n", "utf-8"
    )

    files = read_source(source)
    imported = read(files)

    assert "secret.png" not in files.others
    assert not imported.assets
    assert read_assets(source, {"x.png": "../secret.png", "y.png": "secret.png"}) == {}


def read(files: SourceFiles | dict[str, str]) -> Imported:
    found = format_of(files)
    assert found
    return found.read(files)


OLD_CV = """\
- title: General Information
  type: map
  contents:
    - name: Full Name
      value: Ada Example
    - name: Languages
      value: English, Turkish
- title: Education
  type: time_table
  contents:
    - title: PhD
      institution: Example University
      year: 2017
      description:
        - Physics
- title: Honors and Awards
  type: time_table
  contents:
    - year: 2022
      items:
        - Gold Medal (Example Society)
"""


def test_the_older_forms_of_al_folio_are_read() -> None:
    imported = read({
        "_config.yml": "first_name: Ada\nlast_name: Example\nemail: a@b.example\ngithub_username: ada\nscholar: x\n",
        "_data/cv.yml": OLD_CV,
        "_bibliography/papers.bib": "---\n---\n",
        "about.md": "---\npermalink: /\nprofile:\n  address: >\n    <p>1 Road</p>\n---\nHello.\n",
    })  # fmt: skip

    assert imported.profile
    assert imported.profile.title == "Ada Example"
    assert imported.profile.options["address"] == "1 Road"
    assert imported.profile.options["github"] == "ada"
    assert [(each.kind, each.title) for each in imported.drafts] == [
        ("degree", "PhD"),
        ("award", "Gold Medal (Example Society)"),
    ]


RESUME: dict[str, Any] = {
    "basics": {"name": "Ada Example", "label": "Counter", "email": "ada@example.org", "phone": "",
               "location": {"city": "Bern", "region": "", "countryCode": "CH"}},
    "work": [{"name": "Example Library", "position": "Librarian", "startDate": "2018-01", "endDate": ""}],
    "education": [{"institution": "Example University", "area": "Physics", "studyType": "PhD", "endDate": "2017"}],
    "presentations": [{"course": "On Shelves", "date": "2020-03"}, None],
    "interests": {"no": "list"},
}  # fmt: skip


def test_the_json_resume_of_an_al_folio_site_is_its_cv_where_the_site_showed_that() -> None:
    files = {"_config.yml": "jekyll_get_json: x\n", "assets/json/resume.json": json.dumps(RESUME)}
    imported = read(files)

    assert imported.profile
    assert (imported.profile.title, imported.profile.options) == (
        "Ada Example",
        {"label": "Counter", "location": "Bern, CH", "email": "ada@example.org"},
    )
    assert [(each.kind, each.title, dict(each.options)) for each in imported.drafts] == [
        ("position", "Librarian", {"organization": "Example Library", "dates": "2018-01 – Now"}),
        ("degree", "PhD in Physics", {"institution": "Example University", "dates": "2017"}),
        ("talk", "On Shelves", {"dates": "2020-03"}),
    ]
    for broken in ("{", "[1]", '{"basics": 7}'):
        assert isinstance(read(files | {"assets/json/resume.json": broken}), Imported)


def test_of_a_hugoblox_site_in_two_languages_the_main_one_comes() -> None:
    imported = read({
        "content/en/authors/admin/_index.md": "---\ntitle: Ada Example\nsuperuser: true\n---\n",
        "content/en/post/a/index.md": "---\ntitle: First\ndate: 2020-01-01\n---\nWords.",
        "content/fr/post/a/index.md": "---\ntitle: Premier\ndate: 2020-01-01\n---\nMots.",
        "content/en/post/b/index.de.md": "---\ntitle: Zweiter\n---\n",
    })  # fmt: skip

    assert imported.profile
    assert set(imported.pages) == {"posts/a.md", "posts/index.md"}
    assert {each.place for each in imported.leftovers} == {
        "content/fr/post/a/index.md",
        "content/en/post/b/index.de.md",
    }


def test_each_folder_of_pages_gets_a_page_that_lists_them() -> None:
    files = {
        f"_{folder}/{name}.md": f"---\ntitle: {name}\n---\nText." for folder in ("books", "recipes") for name in "ab"
    }
    pages = read({"_config.yml": "scholar: x\nfirst_name: Ada\n", **files}).pages

    assert pages["books/index.md"] == "# Books\n\n```{toctree}\n:maxdepth: 1\n\n/books/a\n/books/b\n```\n"
    assert "/recipes/a\n/recipes/b\n" in pages["recipes/index.md"]


ME = """\
schema: hugoblox/author/v1
slug: me
is_owner: true
name: {display: Ada Example, given: Ada, family: Example, alternate: 'アダ', pronouns: she/her}
role: Reader
bio: I read.
affiliations: [{name: Example University, url: 'https://example.edu/'}]
links: [{icon: at-symbol, url: 'mailto:ada@example.org', label: Mail}, {icon: brands/github, url: 'https://github.com/ada'},
        {icon: brands/linkedin, url: www.linkedin.com/in/ada}]
education: [{degree: PhD Reading, institution: Example University, start: '2013-09-01', end: '2016-06-30',
summary: 'Thesis: Books'}]
experience: [{role: Librarian, org: Example Library, start: 2018-01-01, summary: '- Sorted books'}]
skills: [{name: Languages of machines, items: [{label: Python, level: 5}, {label: R, level: 2}]}]
languages: [{name: Spanish, level: 3, label: Intermediate}]
awards: [{title: Best Shelf, awarder: Shelf Society, date: '2022-12-01', summary: For order.}]
"""


def test_the_newest_form_of_hugoblox_is_read() -> None:
    imported = read({"data/authors/me.yaml": ME, "content/authors/me/_index.md": "---\ntitle: Ada Example\n---\n"})

    assert imported.profile
    assert imported.profile.options == {
        "aliases": "アダ", "pronouns": "she/her", "label": "Reader", "affiliations": "Example University <https://example.edu/>",
        "email": "ada@example.org", "github": "https://github.com/ada", "linkedin": "https://www.linkedin.com/in/ada",
    }  # fmt: skip
    assert imported.profile.body == "I read."
    assert [(each.kind, each.title, dict(each.options)) for each in imported.drafts] == [
        ("position", "Librarian", {"organization": "Example Library", "dates": "2018 – Now"}),
        ("degree", "PhD Reading", {"institution": "Example University", "dates": "2013-09-01 – 2016-06-30"}),
        ("award", "Best Shelf", {"dates": "2022-12-01", "issuer": "Shelf Society"}),
        ("language", "Spanish", {"fluency": "Intermediate"}),
        ("skill", "Languages of machines", {"keywords": "Python, R"}),
    ]


LONG = "We measured sixty whales. " + "They sing at night, and we do not know why. " * 8


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("A talk.", "A talk.", ""),
        ("A talk about whales.\n\nMore of it.", "A talk about whales.", "More of it."),
        ("A talk. It was on whales.\n\nMore.", "A talk. It was on whales.", "More."),
        (LONG, "We measured sixty whales.", LONG.removeprefix("We measured sixty whales. ").strip()),
        ("See [a page. And more](https://x.example) here.\n\nMore.",
         "See [a page. And more](https://x.example) here.", "More."),
        ("We saw (many of them) whales. Then none.\n\nMore.", "We saw (many of them) whales. Then none.", "More."),
        ("We saw [whales](https://x.example/) there. Then none.\n\nMore.", "We saw [whales](https://x.example/) there.",
         "Then none.\n\nMore."),
    ],
)  # fmt: skip
def test_news_without_a_title_are_called_by_their_first_sentence(text: str, title: str, body: str) -> None:
    news = f"---\ndate: 2020-01-01\ninline: true\n---\n{text}\n"
    (draft,) = read({"_config.yml": "scholar: x\nfirst_name: A\n", "_news/a.md": news}).drafts

    assert (draft.title, draft.body.strip()) == (title, body)


BROKEN: list[dict[str, str]] = [
    {"_config.yml": "title: [\nscholar:\n", "_bibliography/x.bib": "@article{"},
    {"_config.yml": "scholar:\n", "_data/cv.yml": "- 1\n- [", "_data/socials.yml": "- x",
    "_pages/about.md": "---\n: :\n---\n"},
    {"_config.yml": "scholar: x\nfirst_name: A\n", "_data/cv.yml": "cv: 3", "_news/a.md": "",
    "_projects/a.md": "---\ntitle: [1, {a: b}]\nimg: {a: b}\n---\n"},
    {"_config.yml": "author:\n  name: A\n", "_publications/a.md": "---\ntitle:\n---\n",
    "_talks/a.md": "no front matter", "_data/cv.json": "[1"},
    {"_config.yml": "author: x\n", "_publications/a.md": "---\ntitle: a: b: c\ncitation: 'x' y\n---\n",
    "_posts/nodate.md": "x"},
    {"content/authors/admin/_index.md": "+++\ntitle = \n+++\n",
    "content/publication/a/index.md": "---\nauthors: x\nlinks: x\n---\n"},
    {"content/authors/admin/_index.md": "---\neducation: 3\nsocial: [1]\nskills: [{items: [1]}]\n---\n",
    "content/post/x.md": "---\ntags: 3\n---\n"},
    {"data/authors/me.yaml": "name: {display: {a: b}}\n",
    "content/_index.md": "---\ntype: landing\nsections: [1, {content: 2}]\n---\n"},
]  # fmt: skip


@pytest.mark.parametrize("files", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_site_is_read_as_far_as_it_goes(files: dict[str, str]) -> None:
    imported = read(files)

    assert isinstance(imported, Imported)
    assert _has(site_of(imported).values())


def _has(texts: Iterable[str]) -> bool:
    return any(texts)


def test_every_draft_says_where_it_stood() -> None:
    for name in NAMES:
        files, imported = sample(name)
        for each in imported.drafts:
            assert isinstance(each, Draft)
            assert any(path in each.place for path in files) or each.place.startswith(
                tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZl")
            ), each

"""What is withheld is found in whatever file it has got into."""

import zlib
from io import BytesIO

import pytest
import typst
from harness.checked_sites import MakeSite
from sphinx_vita.command.check.checks import privacy
from sphinx_vita.command.check.site import Site

PROFILE = """\
# Ada

:::{profile} Ada Lovelace
:phone: +44 20 7946 0123
:email: ada@private.example
:image: portrait.jpg
:visibility: private phone, email, image
:::
"""
WORK = """\
# Work

::::{timeline}

:::{position} Secret Adviser
:organization: Ministry of Engines
:dates: 2019 – 2020
:visibility: private

Told the minister about the cogs.
:::

:::{position} Reader
:organization: Ministry of Wheels
:dates: 2021
:::

::::
"""
BIB = """\
@article{hidden, title = {A {Hidden} Engine of 50\\% Steam}, author = {Ada Lovelace}, pdf = {hidden.pdf},
  visibility = {private}}
@article{shown, title = {A Shown Engine}, note = {rejected by two journals}, year = {1843},
  visibility = {private note}}
"""


def told(site: Site) -> list[tuple[str, str, str]]:
    return [(each.code.name, each.where, each.page) for each in privacy.check(site)]


def site_of(make_site: MakeSite, output: dict[str, str | bytes]) -> Site:
    sources = {"index.md": PROFILE, "work.md": WORK, "papers.bib": BIB}
    return make_site(output, sources, bibliographies=("papers.bib",))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Call +44 20 7946 0123", "index.md:4"),
        ('<a href="tel:+442079460123">call</a>', "index.md:4"),
        ("call (+44) 20-7946.0123 now", "index.md:4"),
        ("write to ada@private.example", "index.md:5"),
        ("write to ada&#64;private.example", "index.md:5"),
        ('<a href="mailto:ada%40private.example">x</a>', "index.md:5"),
        ("ada<span>@</span>private<span>.</span>example", "index.md:5"),
        ("Secret  Adviser", "work.md:5"),
        ("at the Ministry of Engines", "work.md:6"),
        ("She told the minister, and: Told the minister about the cogs.", "work.md:10"),
        ("A Hidden Engine of 50% Steam", "papers.bib:1"),
        ("It was rejected by two journals.", "papers.bib:3"),
    ],
)
def test_what_is_withheld_is_found_on_a_page(make_site: MakeSite, text: str, place: str) -> None:
    site = site_of(make_site, {"a.html": text})

    assert told(site) == [("privacy.withheld", place, "a.html")]


@pytest.mark.parametrize("name", ["searchindex.js", "contact.vcf", "resume.json", "feed.atom", "_static/a.css"])
def test_what_is_withheld_is_found_in_any_file(make_site: MakeSite, name: str) -> None:
    assert told(site_of(make_site, {name: "x ada@private.example x"})) == [("privacy.withheld", "index.md:5", name)]


def test_what_is_withheld_is_found_in_a_pdf(make_site: MakeSite) -> None:
    pdf = BytesIO(typst.compile(b"Call +44 20 7946 0123."))

    assert told(site_of(make_site, {"cv.pdf": pdf.getvalue()})) == [("privacy.withheld", "index.md:4", "cv.pdf")]


def test_what_is_withheld_is_found_in_the_inventory(make_site: MakeSite) -> None:
    head = b"# Sphinx inventory version 2\n# Project: x\n# Version:\n# The remainder is compressed using zlib.\n"
    content = head + zlib.compress(b"secret-2019 vita:position 1 work.html#s Secret Adviser\n")

    assert told(site_of(make_site, {"objects.inv": content})) == [("privacy.withheld", "work.md:5", "objects.inv")]


@pytest.mark.parametrize(
    ("name", "place"), [("publications/hidden.pdf", "papers.bib:1"), ("_images/portrait.jpg", "index.md:6")]
)
def test_a_file_that_is_withheld_is_found(make_site: MakeSite, name: str, place: str) -> None:
    assert told(site_of(make_site, {name: b"x"})) == [("privacy.file", place, name)]


def test_a_site_that_keeps_its_secrets_is_silent(make_site: MakeSite) -> None:
    page = "Ada Lovelace, Reader at the Ministry of Wheels, 2019 – 2021. A Shown Engine, 1843. +44 20 7946 0999"

    assert told(site_of(make_site, {"a.html": page})) == []


def test_words_that_the_sources_say_openly_elsewhere_are_no_secret(make_site: MakeSite) -> None:
    sources = {"work.md": WORK, "a.md": "# A\n\nThe Ministry of Engines was founded in 1800.\n"}
    site = make_site({"a.html": "The Ministry of Engines was founded in 1800."}, sources)

    assert told(site) == []


def test_a_mailbox_that_the_prose_gives_away_is_no_less_withheld(make_site: MakeSite) -> None:
    site = make_site({"a.html": "ada@private.example"}, {"index.md": PROFILE, "a.md": "# A\n\nada@private.example\n"})

    assert told(site) == [("privacy.withheld", "index.md:5", "a.html")]


@pytest.mark.parametrize("word", ["hidden", "privat", "Private"])
def test_a_misspelt_visibility_withholds_all(make_site: MakeSite, word: str) -> None:
    sources = {"work.md": WORK.replace(":visibility: private", f":visibility: {word}")}

    assert told(make_site({"a.html": "Secret Adviser"}, sources)) == [("privacy.withheld", "work.md:5", "a.html")]

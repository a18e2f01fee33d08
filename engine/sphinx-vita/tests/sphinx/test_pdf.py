"""A page as PDF: in the order of the page, with all that Markdown can say, and nothing that is for a screen."""

from io import BytesIO
from typing import Any

import pytest
from harness.sites import PAPER, Site
from pypdf import PdfReader

WITH_EXPORTS: dict[str, Any] = {"vita_exports": True, "html_baseurl": "https://site.example/", "vita_cards": 0}
CV = """\
---
pdf: cv.pdf
---

# Curriculum vitae

:::{contact}
:::

## Jobs

:::{timeline}
:kind: position
:::

## Papers

:::{publications}
:::

## Prose

Inline `code`, *stress*, **weight**, [a link](https://elsewhere.example/), [a call](tel:+12125550100) and $x^2$.

1. first
2. second

| a | b |
|---|---|
| 1 | 2 |

```python
print("<x>")
```

> quoted
"""
PROFILE = """\
:::{profile} Ada Lovelace
:email: ada@uni.example
:phone: +1 212 555 0100
:location: London, UK
:github: ada
:linkedin: ada-lovelace
:scholar: https://scholar.google.com/citations?user=AbC
:cv: cv.md
:::
"""
JOBS = """\
# Jobs

:::{position} Intern
:organization: Lab
:dates: May 2020 – Now
:advisors: Charles Babbage

- Built *the* `engine`.
:::
"""


def cv(site: Site, **more: Any) -> PdfReader:
    pages = {"me": f"# Ada Lovelace\n\n{PROFILE}", "jobs": JOBS, "cv": CV} | more.pop("pages", {})
    silent = more.pop("silent", True)
    built = site(bib=more.pop("bib", PAPER), config=WITH_EXPORTS | more, silent=silent, **pages)
    return PdfReader(BytesIO((built.output / "cv.pdf").read_bytes()))


def words(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def test_the_pdf_has_the_words_of_the_page_in_its_order(site: Site) -> None:
    text = words(cv(site))

    places = [
        text.index(part)
        for part in (
            *("Ada Lovelace", "+1 212 555 0100 · London, UK", "ada@uni.example", "Jobs", "Intern, Lab"),
            *("May 2020 – Now", "Advisor: Charles Babbage", "Built the engine.", "Papers", "COD: Removing the DNA"),
            *("Ines Quispe, Mingyu Li", "Prose", "Inline code, stress, weight, a link, a call and", "first", "second"),
            *('print("<x>")', "quoted", "Ada Lovelace · Curriculum vitae · 1 / 1"),
        )
    ]
    assert places == sorted(places)


def test_the_pdf_is_named_tagged_numbered_and_in_the_language_of_the_site(site: Site) -> None:
    pdf = cv(site, language="de")

    assert pdf.metadata is not None
    assert pdf.metadata.title == "Ada Lovelace: Curriculum vitae"
    assert pdf.metadata.author == "Ada Lovelace"
    assert str(pdf.root_object["/Lang"]) == "de"
    assert "1 / 1" in words(pdf)


def lines(pdf: PdfReader) -> list[str]:
    return [line.strip() for line in pdf.pages[0].extract_text(extraction_mode="layout").splitlines() if line.strip()]


def test_the_first_line_is_the_name_alone(site: Site) -> None:
    pdf = cv(site)

    assert lines(pdf)[0] == "Ada Lovelace"
    assert pdf.pages[0].extract_text().splitlines()[0].strip() == "Ada Lovelace"


def test_a_page_of_nobody_has_its_own_title_in_the_first_line(site: Site) -> None:
    built = site({"handout.md": "---\npdf: handout.pdf\n---\n\n# A handout\n\nText.\n"}, bib="", config=WITH_EXPORTS)
    pdf = PdfReader(BytesIO((built.output / "handout.pdf").read_bytes()))

    assert lines(pdf)[0] == "A handout"


def test_the_addresses_of_accounts_can_be_read_and_what_nobody_would_type_has_its_name(site: Site) -> None:
    text = words(cv(site))

    assert "ada@uni.example · github.com/ada · Google Scholar · linkedin.com/in/ada-lovelace" in text


LINKED = """\
@article{t, title={Tides}, author={Lovelace, Ada and Lee, Ann}, author+an={1=equal; 2=equal}, journal={J}, year=2020,
  eprint={2001.00001}, eprinttype={arxiv}, doi={10.1234/tides}, code={https://github.com/ada/tides}, video={https://v.example/1}}
@misc{n, title={Nets}, author={Lovelace, Ada and Lee, Ann}, author+an={1=equal; 2=equal}, year=2019,
  slides={https://ada.example/nets.pdf}, video={https://v.example/watch?v=1}}
@article{s, title={Sums}, author={Lovelace, Ada}, pubstate={submitted}, year=2021, related={p}, relatedtype={preprint}}
@misc{p, title={On sums}, author={Lovelace, Ada}, year=2021, eprint={2101.00002}, eprinttype={arxiv}}
"""


def test_a_paper_has_its_numbers_and_its_code_behind_the_venue_each_once(site: Site) -> None:
    text = words(cv(site, bib=LINKED))

    assert "J · arXiv:2001.00001 · doi:10.1234/tides · github.com/ada/tides" in text.replace("J, 2020", "J")
    assert text.count("2101.00002") == 2  # of the paper, and of the preprint that is an entry too
    assert "ada.example/nets.pdf" in text  # where there is neither number nor code, the first link
    assert not [word for word in ("PDF", "Video", "v.example", "Slides") if word in text]


def test_what_a_mark_means_is_said_once_on_a_page_of_several_lists(site: Site) -> None:
    twice = CV.replace("## Prose", ":::{publications}\n:year: 2019\n:::\n\n## Prose")

    assert words(cv(site, bib=LINKED, pages={"cv": twice})).count("Equal contribution") == 1


def test_the_foot_says_when_the_content_was_last_changed(site: Site) -> None:
    assert "Ada Lovelace · Curriculum vitae · March 2026 · 1 / 1" in words(cv(site, vita_updated="2026-03"))


def test_networks_for_talk_are_not_on_paper(site: Site) -> None:
    profile = PROFILE.replace(
        ":github:", ":x: ada_says\n:mastodon: @ada@talk.example\n:homepage: https://ada.example\n:github:"
    )

    text = words(cv(site, pages={"me": f"# Ada Lovelace\n\n{profile}"}))
    assert "ada@uni.example · ada.example · github.com/ada · Google Scholar · linkedin.com/in/ada-lovelace Jobs" in text


def test_the_page_offers_its_pdf_beside_the_heading_and_the_pdf_itself_does_not(site: Site) -> None:
    built = site(me=PROFILE, cv=CV, config=WITH_EXPORTS)

    (button,) = built.page("cv").select("h1 + .vita-page-pdf a")
    assert (button["href"], button.text) == ("cv.pdf", "PDF of Curriculum vitae")
    assert not built.page("me").select(".vita-page-pdf")
    assert "PDF" not in words(PdfReader(BytesIO((built.output / "cv.pdf").read_bytes())))


def test_what_and_when_stand_on_one_line(site: Site) -> None:
    assert "Intern, Lab · May 2020 – Now" in lines(cv(site))  # in columns programs read all heads and then all dates


def test_links_lead_out_and_back_to_the_site(site: Site) -> None:
    pdf = cv(site)

    annotations = [each.get_object() for page in pdf.pages for each in page.get("/Annots", ())]
    targets = {each["/A"]["/URI"] for each in annotations if "/A" in each}
    assert {"https://elsewhere.example/", "mailto:ada@uni.example", "tel:+12125550100"} <= targets


def test_a_call_can_be_made_from_the_pdf_of_a_site_whose_address_is_not_known(site: Site) -> None:
    annotations = [each.get_object() for page in cv(site, html_baseurl="").pages for each in page.get("/Annots", ())]

    assert "tel:+12125550100" in [each["/A"]["/URI"] for each in annotations if "/A" in each]


@pytest.mark.parametrize(("paper", "width"), [("a4", 595), ("us-letter", 612)])
def test_the_paper_is_a_choice(site: Site, paper: str, width: int) -> None:
    assert int(cv(site, vita_paper=paper).pages[0].mediabox.width) == width


def test_nothing_for_a_screen_is_in_the_pdf(site: Site) -> None:
    text = words(cv(site, bib=PAPER.replace("year", "author+an = {1=equal; 2=equal}, abstract = {Folded.}, year")))

    assert "Ines Quispe*, Mingyu Li*" in text
    assert "* Equal contribution" in text
    for word in ("(equal contribution)", "Folded.", "BibTeX", "@inproceedings", "#"):
        assert word not in text


def test_a_private_record_is_not_in_the_pdf(site: Site) -> None:
    jobs = JOBS.replace(":advisors:", ":visibility: private\n:advisors:")

    text = words(cv(site, pages={"jobs": jobs}, silent=False))
    assert "Babbage" not in text
    assert "Jobs" not in text  # nothing stands below that heading


def test_hostile_text_comes_out_as_it_is(site: Site) -> None:
    hostile = '#read("/etc/passwd") $x$ </title> ]]>'

    written = hostile.replace("$", r"\$")  # a pair of dollars is a formula in a title too
    assert hostile in words(cv(site, pages={"jobs": JOBS.replace("Intern", written)}, silent=False))


def test_a_name_that_no_font_has_is_a_warning_and_no_blank_box(site: Site) -> None:
    pages: dict[str, Any] = {"me": PROFILE, "jobs": JOBS.replace("Intern", "A \U0001fbff"), "cv": CV}

    built = site(bib=PAPER, config=WITH_EXPORTS, silent=False, **pages)
    (told,) = built.told
    assert told.type == "vita.missing_glyph"
    assert told.file == "cv.md"
    assert "\U0001fbff" in told.message
    assert "A ?, Lab" in words(PdfReader(BytesIO((built.output / "cv.pdf").read_bytes())))


def test_the_button_of_the_profile_offers_the_pdf(site: Site) -> None:
    built = site(config=WITH_EXPORTS, me=f"# Ada Lovelace\n\n{PROFILE}", cv=CV, jobs=JOBS, bib=PAPER)

    (button,) = built.page("me").select("a.vita-button-cv")
    assert (button.get_text(), button["href"]) == ("CV (PDF)", "cv.pdf")


def test_a_change_on_another_page_changes_the_pdf(site: Site) -> None:
    cv(site)
    site(config=WITH_EXPORTS, jobs=JOBS.replace("engine", "machine"))

    pdf = PdfReader(BytesIO((site.source / "_build/html/cv.pdf").read_bytes()))
    assert "Built the machine." in words(pdf)


NOTE = """
def setup(app):
    app.connect("doctree-resolved", note)

def note(app, doctree, docname):
    with open("{}", "a") as file:
        print(docname, file=file)
"""


def test_a_page_is_resolved_once_for_its_html_and_its_pdf(site: Site) -> None:
    target = site.source / "names.txt"
    conf = (site.source / "conf.py").read_text() + NOTE.format(target)
    built = site({"conf.py": conf}, config=WITH_EXPORTS, cv=CV, me=PROFILE, jobs=JOBS, bib=PAPER)

    assert (built.output / "cv.pdf").is_file()
    assert target.read_text().split().count("cv") == 1

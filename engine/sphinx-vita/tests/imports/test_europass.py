"""Europass in XML: both forms say the same career, and what is nobody's business stays out."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sphinx_vita.imports.data.europass import is_europass, read_europass
from sphinx_vita.imports.data.europass_values import html_as_markdown
from sphinx_vita.imports.drafts import Imported
from sphinx_vita.imports.site import inbox, site_of
from sphinx_vita.reading.bibtex import read_bibliography

SAMPLES = Path(__file__).parent / "samples"
FORMS = {name: (SAMPLES / f"europass-{name}.xml").read_text("utf-8") for name in ("passport", "candidate")}
READ = {name: read_europass(text) for name, text in FORMS.items()}
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><SkillsPassport>&b;</SkillsPassport>'


def said(imported: Imported) -> list[tuple[str, str, dict[str, str], str]]:
    return [(each.kind, each.title, dict(each.options), each.body) for each in imported.drafts]


@pytest.mark.parametrize("form", FORMS)
def test_what_is_private_stays_out_with_a_word(form: str) -> None:
    written = "\n".join([*site_of(READ[form]).values(), inbox(READ[form].leftovers)])

    assert "SECRET" in FORMS[form].upper()
    assert [word for word in ("SECRET", "1990", "U0VDUKVU") if word in written.upper()] == []
    assert "Birth" in READ[form].loose[0].text
    assert "AddressLine" in READ[form].loose[0].text


def test_the_older_form_says_what_it_said() -> None:
    assert said(READ["passport"]) == [
        (
            "position",
            "Postdoc",
            {
                "organization": "Sea Lab",
                "dates": "2019-09-01 – Now",
                "location": "Porto, Portugal",
                "url": "https://www.sea.example",
            },
            "Leads the **listening** group & more.\n\n- 14 sites\n- [Songs](https://songs.example)\n\nSector: Research",
        ),
        ("position", "Intern", {"organization": "Harbor Office", "dates": "2013 – 2014-06"}, ""),
        (
            "degree",
            "PhD in Acoustics",
            {"institution": "Example University", "dates": "2015-09 – 2019-05", "location": "Porto, Portugal"},
            "Thesis on concert halls\n\nLevel: EQF level 8\n\nField: Natural sciences",
        ),
        ("language", "Spanish", {"fluency": "native"}, ""),
        ("language", "English", {"fluency": "C2"}, ""),
        ("certificate", "Certificate of English", {"issuer": "Language House", "dates": "2012"}, "Level: C2"),
        ("language", "Norwegian", {"fluency": "listening B2, spoken interaction B1"}, ""),
        ("skill", "Communication", {}, "Explains whales to children"),
        ("skill", "Computer", {"level": "information C, safety B"}, "Python, Julia"),
        ("skill", "Driving", {"keywords": "A, B"}, ""),
        ("award", "Gold Medal", {"dates": "2018", "issuer": "Ocean Society"}, ""),
        ("award", "Travel grant", {"dates": "2017", "issuer": "Sea Society"}, ""),
    ]


def test_the_newer_form_says_what_it_said() -> None:
    assert said(READ["candidate"]) == [
        (
            "position",
            "Postdoc",
            {
                "organization": "Sea Lab",
                "dates": "2019-09-01 – Now",
                "location": "Porto, Portugal",
                "url": "https://sea.example",
            },
            "- 14 sites",
        ),
        (
            "position",
            "Guest",
            {
                "organization": "Sea Lab",
                "dates": "2018 – 2019-08",
                "location": "Porto, Portugal",
                "url": "https://sea.example",
            },
            "",
        ),
        (
            "degree",
            "PhD in Acoustics",
            {
                "institution": "Example University",
                "dates": "2015-09 – 2019-05",
                "thesis": "The Sea as a Concert Hall",
                "honors": "summa cum laude",
            },
            "Level: 8",
        ),
        ("language", "Spanish", {"fluency": "native"}, ""),
        ("language", "Norwegian", {"fluency": "listening B2, production B1"}, ""),
        ("skill", "Python", {}, ""),
        ("project", "Atlas", {"dates": "2020 – 2024", "url": "https://atlas.example"}, "A map of song."),
        ("award", "Gold Medal", {"dates": "2018", "issuer": "Ocean Society"}, ""),
        ("interest", "Sailing", {}, ""),
        ("press", "The whale listener", {"outlet": "Daily Tide", "dates": "2022"}, ""),
    ]


def test_the_person_is_the_same_in_both() -> None:
    older, newer = READ["passport"].profile, READ["candidate"].profile

    assert older
    assert newer
    assert older.title == newer.title == "Inés Valderrama Quispe"
    assert dict(older.options) == {
        "family": "Valderrama Quispe",
        "email": "ines@uni.example",
        "phone": "+351 212 345 678",
        "location": "Porto, Portugal",
        "homepage": "https://valderrama.example",
        "github": "https://github.com/valderrama",
    }
    assert dict(newer.options) == {
        "family": "Valderrama Quispe",
        "email": "ines@uni.example",
        "phone": "+351 912345678",
        "location": "Porto, Portugal",
        "homepage": "https://valderrama.example/",
        "orcid": "https://orcid.org/0000-0002-1825-0097",
    }
    assert (older.body, newer.body) == ("Listens to \\*whales\\* for \\$5.", "Listens to *whales*.")


@pytest.mark.parametrize(
    ("form", "title"), [("passport", "An atlas of humpback song"), ("candidate", "An Atlas of Humpback Song")]
)
def test_a_publication_is_an_entry(form: str, title: str) -> None:
    (publication,) = read_bibliography("\n".join(each.bibtex for each in READ[form].entries), file="").publications

    assert (str(publication.title), str(publication.venue), publication.year) == (
        title,
        "Journal of Invented Acoustics",
        "2024",
    )
    assert len(publication.authors) == 2


def test_what_has_no_home_waits() -> None:
    told = {name: [each.text for each in imported.leftovers[1:]] for name, imported in READ.items()}

    assert told == {
        "passport": ["Photo", "+351 912 345 678", "ines.v", "diploma.pdf", "Something nobody can tell apart"],
        "candidate": ["Rank: Sailor"],
    }


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("plain *text* & $5", r"plain \*text\* & \$5"),
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("a<br/>b", "a\nb"),
        ("<ol><li>x</li><li><b>y</b> z</li></ol>", "- x\n- **y** z"),
        (
            "<a href='javascript:x'>bad</a> <a href='https://x.example/a_b'>good</a>",
            "bad [good](https://x.example/a_b)",
        ),
        ("<script>alert(1)</script>x<!-- secret -->", "x"),
        ("1 &lt; 2 &amp;&amp; &lt;b&gt;", "1 < 2 && `<b>`"),
        ("<p># no heading</p>", r"\# no heading"),
        ("", ""),
    ],
)
def test_html_is_markdown(html: str, markdown: str) -> None:
    assert html_as_markdown(html) == markdown


@pytest.mark.parametrize("xml", ["", "<", "<a/>", BOMB, "<x>" * 2000, "<!DOCTYPE html><html></html>", "{}"])
def test_other_xml_is_not_taken_for_it(xml: str) -> None:
    assert not is_europass(xml)
    assert read_europass(xml) == Imported()
    assert all(map(is_europass, FORMS.values()))


NAMES = [
    "LearnerInfo", "Identification", "ContactInfo", "Address", "Contact", "WorkExperienceList", "WorkExperience",
    "Period", "From", "Title", "Label", "Skills", "CandidateProfile", "CandidatePerson", "Communication", "Projects",
    "Others", "EmploymentHistory", "EmployerHistory", "PositionHistory", "AchievementList", "Achievement",
    "Description",
]  # fmt: skip
TREES = st.recursive(
    st.text("ab1<$*&", max_size=4).map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;")),
    lambda inner: st.tuples(st.sampled_from(NAMES), st.lists(inner, max_size=3)).map(
        lambda each: f"<{each[0]}>{''.join(each[1])}</{each[0]}>"
    ),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["SkillsPassport", "Candidate"]), TREES)
def test_no_tree_raises(root: str, inner: str) -> None:
    read_europass(f"<{root}>{inner}</{root}>")

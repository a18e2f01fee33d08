"""What is public and better were not is found; what is meant for the public is not."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from harness.checked_sites import MakeSite, written
from PIL import Image
from sphinx_vita.command.check.checks import leaks
from sphinx_vita.records import Person, Profile, Record, Referee, Student

KEY = "sk-" + "a1B2" * 10
TOKEN = "ghp_" + "a1B2" * 9


def told(
    make_site: MakeSite, pages: dict[str, Any], *records: tuple[str, Record], **sources: str
) -> list[tuple[str, str]]:
    site = replace(make_site(pages, {f"{name}.md": text for name, text in sources.items()}), records=records)
    return [(each.code.name.removeprefix("leaks."), each.where) for each in leaks.check(site)]


@pytest.mark.parametrize(
    ("kind", "fields", "codes"),
    [
        (Referee, {"name": "Prof. B", "email": "b@example.org"}, ["contact"]),
        (Referee, {"name": "Prof. B", "url": "https://b.example"}, []),
        (Profile, {"name": "Ada", "email": "ada@example.org"}, []),
        (Profile, {"name": "Ada", "phone": "+1 929 555 0100", "address": "1 Main St"}, ["contact", "contact"]),
        (Student, {"name": "C", "level": "PhD"}, []),
        (Student, {"name": "C", "level": "Undergraduate"}, ["pupil"]),
        (Student, {"name": "C", "level": "High-school intern"}, ["pupil"]),
        (Person, {"name": "D", "url": "https://d.example"}, []),
    ],
)
def test_what_belongs_to_somebody_is_asked_about(
    make_site: MakeSite, kind: type[Record], fields: dict[str, Any], codes: list[str]
) -> None:
    assert told(make_site, {}, written(kind, line=4, **fields)) == [(code, "a.md:4") for code in codes]


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("<p>Date of birth: 10 December 1815</p>", ["personal"]),
        ("<p>Passport no. 123456789</p>", ["personal"]),
        ("<p>IBAN DE02 1203 0000 0000 2020 51</p>", ["personal"]),
        ("<p>A study of religious marriages.</p>", []),
        ('<a href="https://docs.google.com/document/d/1AbC/edit?usp=sharing">x</a>', ["editable"]),
        ('<a href="https://docs.google.com/document/d/1AbC/preview">x</a>', []),
        ('<a href="https://www.overleaf.com/5274183vhxqkkcjkzzp">x</a>', ["editable"]),
        ('<a href="https://www.overleaf.com/project/5f1b">x</a>', ["editable"]),
        ('<a href="https://www.overleaf.com/read/abc">x</a>', []),
        ('<a href="https://us02web.zoom.us/j/123456789?pwd=abc">x</a>', ["editable"]),
        ('<a href="https://b.s3.amazonaws.com/x.pdf?X-Amz-Signature=ab">x</a>', ["editable"]),
        ('<a href="https://openreview.net/forum?id=x">x</a>', []),
        ('<a href="file:///home/ada/cv.pdf">x</a>', ["own_disk"]),
        ('<img src="C:\\Users\\ada\\me.png" alt="x">', ["own_disk"]),
        ('<a href="/home/ada/cv.pdf">x</a>', ["own_disk"]),
        ('<a href="http://localhost:8000/">x</a>', ["own_disk"]),
        ('<a href="/homepage.html">x</a>', []),
        ("<pre>file:///home/ada</pre>", []),
        (f"<pre>export KEY={KEY}</pre>", ["secret"]),
        (f"<pre>{TOKEN}</pre>", ["secret"]),
        ("<pre>-----BEGIN RSA PRIVATE KEY-----\nMIIE</pre>", ["secret"]),
        ("<pre>AKIAIOSFODNN7EXAMPLE</pre>", ["secret"]),
        ("<p>risk-averse-and-task-oriented-people-in-organizations</p>", []),
        ("<p>-----BEGIN PUBLIC KEY-----</p>", []),
    ],
)
def test_what_nobody_should_find_on_a_page_is_found(make_site: MakeSite, body: str, codes: list[str]) -> None:
    assert [code for code, _ in told(make_site, {"a.html": body})] == codes


def test_a_key_is_told_at_its_line_and_not_repeated(make_site: MakeSite) -> None:
    site = make_site({"a.html": f"<p>{TOKEN}</p>"}, {"a.md": f"# A\n\n{TOKEN}\n"})

    (found,) = leaks.check(site)
    assert found.where == "a.md:3"
    assert TOKEN not in found.message


def test_a_key_in_a_file_for_programs_is_found(make_site: MakeSite) -> None:
    assert told(make_site, {"_static/a.js": f"let key = '{KEY}'"}) == [("secret", "_static/a.js")]


def photograph(where: dict[int, Any]) -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "A camera"
    exif.get_ifd(0x8825).update(where)
    file = BytesIO()
    Image.new("RGB", (2, 2)).save(file, "JPEG", exif=exif)
    return file.getvalue()


def test_a_picture_that_says_where_it_was_taken_is_found(make_site: MakeSite) -> None:
    pages = {"a.html": '<img src="_images/b.jpg" alt="x">', "_images/b.jpg": photograph({1: "N", 2: (40.0, 7.0, 0.0)}),
             "_images/c.jpg": photograph({}), "_images/d.jpg": "no picture"}  # fmt: skip

    assert told(make_site, pages, a="# A\n\n![x](b.jpg)\n") == [("place", "a.md:3")]

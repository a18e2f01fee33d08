"""Equations, figures, pictures and videos of a page on paper."""

from io import BytesIO
from typing import Any

import pytest
from harness.sites import Built, Site
from pypdf import PdfReader

WITH_EXPORTS: dict[str, Any] = {"vita_exports": True, "html_baseurl": "https://site.example/", "vita_cards": 0}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"><rect width="16" height="9" fill="{}"/></svg>'
FILES: dict[str, str | bytes | None] = {"bläu.svg": SVG.format("#123456"), "b.svg": SVG.format("red"), "film.mp4": b"x"}
PAGE = """\
---
pdf: p.pdf
---

# P

See {eq}`energy`, {eq}`far` and [the picture](#drawing).

```{math}
:label: energy
E = mc^2
```

```{figure} bläu.svg
:alt: A "blue" box
:width: 50%
:name: drawing

A caption with *stress*.

A legend.
```

![](b.svg)

:::{video} film.mp4
:title: Sung
:::

:::{video} https://youtu.be/abc
:title: Said
:poster: bläu.svg

The talk.
:::
"""
OTHER = "# O\n\n$$ y $$ (far)\n"


def pdf(built: Built) -> PdfReader:
    return PdfReader(BytesIO((built.output / "p.pdf").read_bytes()))


def links(reader: PdfReader) -> list[str]:
    """Give the addresses of links, and `here` for those that stay in the document."""
    found = [each.get_object() for page in reader.pages for each in page.get("/Annots", [])]
    return [str(each["/A"].get("/URI", "here")) if "/A" in each else "here" for each in found]


@pytest.fixture
def built(site: Site) -> Built:
    return site(FILES, page=PAGE, other=OTHER, config=WITH_EXPORTS)


def test_numbers_captions_and_addresses_stand_on_paper_and_references_lead_there(built: Built) -> None:
    reader = pdf(built)
    words = " ".join(" ".join(page.extract_text() for page in reader.pages).split())

    assert "See (1), (1) and the picture." in words
    assert words.count("(1)") == 3  # two references, and the number itself
    assert "A caption with stress. A legend." in words
    assert "Video: Sung (site.example/page.html)" in words
    assert "Video: The talk. (youtu.be/abc)" in words
    assert [each for each in links(reader) if each == "here"] == ["here", "here"]
    assert {"https://site.example/other.html#equation-far", "https://youtu.be/abc"} <= set(links(reader))


def test_a_picture_that_changes_makes_the_pdf_anew(site: Site, built: Built) -> None:
    before = (built.output / "p.pdf").read_bytes()
    assert b'A \\"blue\\" box' in before or 'A "blue" box' in str(pdf(built).trailer) or len(before) > 1000

    after = site({"bläu.svg": SVG.format("#ff0000")}, config=WITH_EXPORTS)
    assert (after.output / "p.pdf").read_bytes() != before


def test_a_picture_that_is_missing_costs_no_pdf(site: Site) -> None:
    page = "---\npdf: p.pdf\n---\n\n# P\n\n![Gone](none.png)\n\nEnd.\n"
    built = site(page=page, config=WITH_EXPORTS, silent=False)

    assert [told.type for told in built.told] == ["image.not_readable"]
    assert "Gone" in pdf(built).pages[0].extract_text()


def test_what_paper_cannot_show_is_left_in_words(site: Site) -> None:
    page = "---\npdf: p.pdf\n---\n\n# P\n\n![Moving boxes](a.apng)\n\nEnd.\n"
    built = site({"a.apng": b"x"}, page=page, config=WITH_EXPORTS)

    assert "Moving boxes" in pdf(built).pages[0].extract_text()

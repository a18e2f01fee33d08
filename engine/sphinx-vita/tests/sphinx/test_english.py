"""A site in a language that has no catalog: what stays English says so, on pages and in PDFs."""

from bs4 import BeautifulSoup
from docutils import nodes
from harness.sites import PAPER, Site
from sphinx_vita.locale import speak
from sphinx_vita.sphinx.output.pdf.markup import Markup

WORK = """\
# کار

متن.

:::{position} پژوهشگر
:organization: دانشگاه
:dates: 2020 – Now
:advisors: Ada
:::

```{publications}
```
"""


def test_the_english_of_a_site_without_a_catalog_is_marked_and_nothing_else(site: Site) -> None:
    built = site(work=WORK, bib=PAPER, config={"language": "fa", "html_theme": "furo"})

    page = BeautifulSoup(built.text("work.html"), "html.parser")
    said = {each.get_text().strip() for each in page.select("article [lang=en][dir=ltr]")}
    assert said == {"Now", "Advisor", "Cite"}
    assert {"Skip to content", "Back to top"} <= {each.get_text() for each in page.select("[lang=en]")}
    assert page.select_one("html")["lang"] == "fa"  # type: ignore[index]


def test_the_english_of_a_pdf_says_so_and_stays_at_its_place() -> None:
    speak("fa")
    written = Markup("").write(nodes.paragraph("", "2020 – Now", classes=["vita-dates"]))
    prose = Markup("").write(nodes.paragraph("", "Now and then"))
    speak("en")

    assert '#"2020 – ";#"\\u{2066}";#text(lang: "en", dir: if is-mirrored { rtl } else { ltr })[#"Now";];' in written
    assert "lang" not in prose

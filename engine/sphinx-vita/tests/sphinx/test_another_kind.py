"""A kind of a site's own, as the guide says, in conf.py or a class: directive, role, entry, PDF, search, exports."""

import json
import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import ClassVar

import pytest
from harness.sites import CONF, Built, Object, Site
from pypdf import PdfReader
from sphinx_vita.records import KINDS, Record, Value, option
from sphinx_vita.records.exported import Exported
from sphinx_vita.records.layout import Layout, Piece

GUIDE = (Path(__file__).parents[2] / "docs/how-to/kind.md").read_text("utf-8")
PARTS = dict(re.findall(r"^```\{code-block\} \w+\n:caption: ([^\n]+)\n\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE))
SETTINGS = """
vita_exports = True
vita_cards = 0
html_baseurl = "https://site.example/"
"""
HOME = """# Inés Valderrama Quispe

:::{profile} Inés Valderrama Quispe
:label: Mycologist
:::

Paid by {expedition}`polarstern-2024`, shown in {exhibition}`songs-you-can-see-2024`.

```{toctree}
:hidden:

cv
shows
```
"""
CV = """---
pdf: cv.pdf
---

# Curriculum vitae

:::{timeline}
:kind: expedition, exhibition
:::

## Written here

:::{expedition} Weddell Sea
:ship: Polarstern
:crew: Ann Lee, Bo Chen
:dates: 2024 – 2026
:::
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("kinds")
    site = Site(folder)
    conf = CONF + PARTS["conf.py with expeditions.py beside it"] + PARTS["conf.py"] + SETTINGS
    files = {"conf.py": conf, "index.md": HOME, "cv.md": CV}
    site.write({**files, "expeditions.py": PARTS["expeditions.py"], "shows.md": PARTS["shows.md"]})
    return site.build_with("-n", "-W")


def test_the_roles_have_the_names_of_the_records(built: Built) -> None:
    links = {link["href"]: link.get_text() for link in built.page("index").select("p a.internal")}

    assert links == {
        "cv.html#expedition-polarstern-2024": "Weddell Sea, Polarstern",
        "shows.html#exhibition-songs-you-can-see-2024": "Songs You Can See, Museu do Mar",
    }


def test_the_page_shows_them_where_they_are_written_and_in_a_view(built: Built) -> None:
    assert built.words("cv").count("Weddell Sea on the Polarstern") == 2
    assert built.words("cv").count("With Ann Lee and Bo Chen") == 2
    shown = "Songs You Can See, Museu do Mar{} May–Sep 2024 Curated by Jørgen Nygård"
    assert shown.format("#") in built.words("shows")
    assert shown.format("") in built.words("cv")


def test_the_pdf_holds_them(built: Built) -> None:
    text = PdfReader(BytesIO((built.output / "cv.pdf").read_bytes())).pages[0].extract_text()

    assert "Weddell Sea on the Polarstern" in " ".join(text.split())
    assert "Curated by Jørgen Nygård" in " ".join(text.split())


def test_the_search_and_the_inventory_know_them(built: Built) -> None:
    assert all(f"{name}" in built.text("searchindex.js") for name in ("Weddell Sea", "Songs You Can See"))
    assert {each.type for each in built.objects()} == {"profile", "expedition", "exhibition"}
    assert (
        Object("polarstern-2024", "expedition", "cv.html#expedition-polarstern-2024", "Weddell Sea, Polarstern")
        in built.objects()
    )


def test_the_exports_take_them(built: Built) -> None:
    show, voyage = sorted(json.loads(built.text("resume.json"))["projects"], key=lambda each: str(each["type"]))

    assert voyage == {
        "name": "Weddell Sea",
        "type": "expedition",
        "entity": "Polarstern",
        "crew": ["Ann Lee", "Bo Chen"],
        "startDate": "2024",
        "endDate": "2026",
    }
    assert (show["type"], show["venue"], show["curators"]) == ("exhibition", "Museu do Mar", ["Jørgen Nygård"])
    assert "## Expeditions\n\n- Weddell Sea, Polarstern: 2024 – 2026. With Ann Lee, Bo Chen" in built.text("llms.txt")
    assert "## Exhibitions\n\n- Songs You Can See, Museu do Mar: " in built.text("llms.txt")
    assert re.findall(r"<entry><title>([^<]+)", built.text("feed.atom")) == [
        "Songs You Can See, Museu do Mar",
        "Weddell Sea, Polarstern",
    ]


def test_a_mistake_of_their_author_is_told_in_the_words_of_the_kind(site: Site) -> None:
    page = "# A\n\n:::{exhibition} X\n:venu: Y\n:dates: soon\n:::\n"

    told = site({"conf.py": CONF + PARTS["conf.py"]}, a=page, silent=False).told

    assert {(each.type, each.place[2]) for each in told} == {("vita.unknown_option", 3), ("vita.unreadable_date", 3)}
    assert "did you mean 'venue'?" in " ".join(each.message for each in told)


def test_a_wrong_declaration_is_told_at_its_line_and_spares_the_others(site: Site) -> None:
    kinds = '    "show": {"options": {"title": "txt"}},\n    "solo": {"options": {"title": "text"}},\n'
    conf = f"{CONF}vita_kinds = {{\n{kinds}}}\n"

    built = site({"conf.py": conf}, a="# A\n\n:::{solo} Blue\n:::\n", silent=False)

    (told,) = built.told
    assert told.place == ("vita.invalid_setting", "conf.py", conf.count("\n", 0, conf.index("vita_kinds")) + 1)
    assert "'show': the option 'title' is read as 'txt', which nothing can; did you mean 'text'?" in told.message
    assert "Blue" in built.words("a")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voyage(Record):
    """A voyage."""

    kind: ClassVar[str] = "voyage"
    noun: ClassVar[str] = "Voyage"
    named_by: ClassVar[tuple[str, ...]] = ("title",)
    layout: ClassVar[Layout] = Layout((Piece("title"),))
    exported: ClassVar[Exported] = Exported(heading="Voyages")

    title: str = option(Value.TEXT, "where to", required=True)


def test_every_page_is_read_again_when_a_class_of_the_site_has_changed(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = site(a="# A\n\n:::{voyage} North\n:::\n", silent=False)
    assert [told.type for told in first.told] == ["vita.unknown_directive", "myst.directive_unknown"]

    monkeypatch.setitem(KINDS, "voyage", Voyage)  # as `add_kind` does in a process of its own
    assert site().objects() == [Object("north", "voyage", "a.html#voyage-north", "North")]


def test_a_stored_record_of_it_is_read_again_and_one_taken_away_leaves_nothing_behind(site: Site) -> None:
    site({"conf.py": CONF + PARTS["conf.py"]}, a="# A\n\n:::{exhibition} X\n:venue: Y\n:::\n")
    again = site(b="# B\n\n{exhibition}`x`\n")
    assert [link["href"] for link in again.page("b").select("p a")] == ["a.html#exhibition-x"]

    assert site({"conf.py": CONF}, a="# A\n\nNothing.\n", b="# B\n").objects() == []

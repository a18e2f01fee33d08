"""Fonts of a site: packages, folders and families; a script without one is told once a build, with what helps."""

import re
import shutil
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from harness.sites import Built, Site
from pypdf import PdfReader
from sphinx_vita.exports.fonts import files_of, installed

CONFIG: dict[str, Any] = {"vita_exports": True, "vita_cards": 0}
PAGE = """\
---
pdf: page.pdf
---

# A page of 山田

歴史の研究 and **歴史**, then جامعة القاهرة, שלום and 대한민국.

대한 ภาษาไทย
"""


def pdf(built: Built) -> PdfReader:
    return PdfReader(BytesIO((built.output / "page.pdf").read_bytes()))


def text(built: Built) -> str:
    return " ".join(pdf(built).pages[0].extract_text().split())


def families(built: Built) -> set[str]:
    fonts: Any = pdf(built).pages[0]["/Resources"]
    return {str(font.get_object()["/BaseFont"]).split("+")[-1].split("-")[0] for font in fonts["/Font"].values()}


def languages(built: Built) -> set[bytes]:
    """Give the languages in which a screen reader speaks parts of the page."""
    content = pdf(built).pages[0].get_contents()
    return set(re.findall(rb"/Lang\((.*?)\)", content.get_data() if content is not None else b""))


def test_each_script_has_its_font_and_language_and_what_none_has_is_told_once(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_scripts = tuple(folder for folder in installed() if folder.endswith(("_jp", "_amiri")))
    for module in ("sphinx_vita.sphinx.output.fonts", "sphinx_vita.exports.fonts"):
        monkeypatch.setattr(f"{module}.installed", lambda: two_scripts)
    built = site(page=PAGE, config=CONFIG, silent=False)

    (told,) = built.told
    assert (told.type, told.file) == ("vita.missing_glyph", "page.md")
    for words in ("Korean 대한민국", "Thai ", "pip install 'sphinx-vita[korean,thai]'", "'vita_fonts'"):
        assert words in told.message
    assert "山" not in told.message
    assert "歴史の研究 and 歴史, then" in text(built)
    assert "????" in text(built)
    assert {"LibertinusSerif", "NotoSerifJP", "Amiri"} <= families(built)
    assert {b"ja", b"ar", b"he", b"en"} <= languages(built)
    again = site(config=CONFIG, silent=False)
    assert again.told == built.told  # the page has not changed, and neither has what it lacks


def test_a_folder_of_the_site_and_a_family_count_and_no_other_language_does(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    fonts = {path.name: path for path in files_of(installed())}
    for module in ("sphinx_vita.sphinx.output.fonts", "sphinx_vita.exports.fonts"):
        monkeypatch.setattr(f"{module}.installed", tuple)
    (site.source / "_fonts").mkdir()
    shutil.copy(fonts["NotoSansJP-Regular.otf"], site.source / "_fonts")
    page = "---\npdf: page.pdf\n---\n\n# 山田\n\n歴史 علم\n"

    built = site(page=page, config=CONFIG | {"vita_fonts": ["_fonts", "New Computer Modern"]}, silent=False)

    (told,) = built.told
    assert "the only font that has these characters is that of code: Arabic علم;" in told.message
    assert "pip install 'sphinx-vita[arabic]'" in told.message
    assert "علم" in text(built) or "ملع" in text(built)
    assert {"NotoSansJP", "NewCM10"} <= families(built)
    before = (built.output / "page.pdf").read_bytes()
    (site.source / "_more").mkdir()
    shutil.copy(fonts["NotoSerifJP-Regular.otf"], site.source / "_more")
    built = site(config=CONFIG | {"vita_fonts": ["_fonts", "_more"]}, silent=False)
    assert (built.output / "page.pdf").read_bytes() != before
    assert "NotoSerifJP" in families(built)


def test_a_name_that_is_no_font_and_a_folder_without_any_are_told(site: Site) -> None:
    (site.source / "_empty").mkdir()
    conf = (site.source / "conf.py").read_text() + 'vita_fonts = ["_empty", "Comic", "_gone"]\n'

    told = site({"conf.py": conf}, page="# A page\n", silent=False).told

    line = len(conf.splitlines())
    assert [each.place for each in told] == [("vita.invalid_setting", "conf.py", line)] * 3
    assert "the folder has no font" in told[0].message
    for each, name in zip(told[1:], ("Comic", "_gone"), strict=True):
        assert f"'{name}': it is neither a folder of the site nor a family" in each.message
        assert "Libertinus Serif" in each.message


def test_a_card_shows_the_letters_of_its_page(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    config = {"vita_exports": True, "vita_cards": 9}
    with_fonts = site(page="# 山田\n", config=config)
    card = (with_fonts.output / "cards" / "page.png").read_bytes()
    monkeypatch.setattr("sphinx_vita.sphinx.output.fonts.installed", tuple)
    boxes = site(config=config)

    assert (boxes.output / "cards" / "page.png").read_bytes() != card
    assert Path(boxes.output / "cards" / "index.png").is_file()


def test_words_of_arabic_can_be_copied_out_of_a_pdf(site: Site) -> None:
    """A font that draws dots as signs of their own would give letters twice."""
    words = ["مجموعة", "بيانات", "بإشراف", "تحرير", "أطروحة", "پژوهش"]
    built = site(page=f"---\npdf: page.pdf\n---\n\n# نص\n\n{' '.join(words)}\n", config=CONFIG | {"language": "ar"})

    read = text(built)
    assert [word for word in words if word not in read and word[::-1] not in read] == []

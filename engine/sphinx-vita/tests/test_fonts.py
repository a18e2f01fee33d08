"""Fonts: which are at hand, in which order they are taken, and that those of the machine never are."""

from pathlib import Path

import pytest
import typst as engine
from sphinx_vita.exports import typst
from sphinx_vita.exports.fonts import CODE, Fonts, files_of, installed

TWO_SCRIPTS = tuple(folder for folder in installed() if Path(folder).name in ("pylopdf_fonts_jp", "fontpkg_amiri"))
FONTS = Fonts(TWO_SCRIPTS)
PAGE = '#set document(title: "T")\n'


def test_the_fonts_of_packages_are_found_and_those_of_the_machine_are_not() -> None:
    of_typst = engine.Fonts(include_system_fonts=False).families()
    in_packages = {
        "Noto Serif JP",
        "Noto Sans JP",
        "Noto Serif SC",
        "Noto Sans SC",
        "Amiri",
    }

    assert Fonts(installed()).families == {*of_typst, *in_packages}
    assert Fonts().families == set(of_typst)


@pytest.mark.parametrize(
    ("language", "first", "expected"),
    [
        ("en", (), ["Libertinus Serif", "New Computer Modern", "Noto Serif JP"]),
        ("ja", (), ["Libertinus Serif", "Noto Serif JP", "Noto Sans JP", "New Computer Modern"]),
        ("ja", ("Noto Sans JP",), ["Noto Sans JP", "Libertinus Serif", "Noto Serif JP"]),
        ("ar", ("Noto Sans JP",), ["Libertinus Serif", "Amiri", "New Computer Modern"]),
        ("en", ("New Computer Modern",), ["New Computer Modern", "Libertinus Serif"]),
    ],
)
def test_a_language_takes_its_own_fonts_and_before_them_what_the_site_names(
    language: str, first: tuple[str, ...], expected: list[str]
) -> None:
    order = Fonts(FONTS.folders, first).order(language)

    assert list(order[: len(expected)]) == expected
    assert order[-1] == CODE
    assert set(order) == FONTS.families


@pytest.mark.parametrize(
    ("first", "text", "language", "expected"),
    [
        ((), "历史", "en", "ja"),  # the one whose font is there
        ((), "历史", "zh_CN", "zh"),
        ((), "김 歷史 대한민국", "en", "ja"),
        (("Noto Sans KR",), "历史", "en", "ko"),
    ],
)
def test_shared_letters_are_of_the_site_or_of_what_it_has_fonts_for(
    first: tuple[str, ...], text: str, language: str, expected: str
) -> None:
    assert Fonts(FONTS.folders, first).shared_language(text, language) == expected


def test_with_fonts_of_several_languages_shared_letters_are_of_the_likely_one() -> None:
    assert [Fonts(installed()).shared_language(text, "en") for text in ("历史", "れきし 歴史")] == ["zh", "ja"]


def test_a_font_without_bold_letters_is_known() -> None:
    assert FONTS.is_light("ja")
    assert not FONTS.is_light("ar")
    assert not FONTS.is_light("th")


def test_all_that_has_no_glyph_is_found_at_once_and_told_in_its_order() -> None:
    many = "".join(map(chr, range(0xAC00, 0xAC00 + 300)))

    assert typst.without_glyph(f"a é 歴 {many} 한", Fonts()) == ["歴", *many, "한"]
    assert typst.without_glyph("a é 歴 ع", FONTS) == []
    assert typst.without_glyph("ع é", Fonts(), but=CODE) == ["ع"]
    typeset = typst.compile_pdf(f"{PAGE}{typst.plain(many)} end")
    assert "".join(typeset.unshown) == many


def test_a_document_is_the_same_whatever_else_the_machine_has(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    for file in files_of(installed()):
        (tmp_path / "fonts" / file.name).symlink_to(file)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    (tmp_path / "none").mkdir()  # so that the fonts are looked for anew
    assert typst.compile_pdf(f'{PAGE}#"歴史"', fonts=Fonts((str(tmp_path / "none"),))).unshown == ("歴", "史")
    assert typst.compile_pdf(f'{PAGE}#"歴史"', fonts=Fonts((str(tmp_path / "fonts"),))).unshown == ()

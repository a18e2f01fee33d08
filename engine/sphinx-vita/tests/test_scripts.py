"""Scripts: each run of a text has its language and direction, so that its font and a screen reader follow."""

import pytest
from sphinx_vita.exports.scripts import east_asian, likely_language, runs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("", "")]),
        ("Plain, Ünïcödé, Ελλάδα, Россия, Việt", [("", "Plain, Ünïcödé, Ελλάδα, Россия, Việt")]),
        ("歴史の研究", [("ja", "歴史の研究")]),
        ("カタカナ", [("ja", "カタカナ")]),
        ("李明", [("zh", "李明")]),
        ("ㄅㄆ注音", [("zh-TW", "ㄅㄆ注音")]),
        ("김철수", [("ko", "김철수")]),
        ("大韓民國 대한", [("ko", "大韓民國 대한")]),
        ("「引用」、2020年。", [("zh", "「引用」、2020年。")]),
        ("Kyoto 京都 (Japan)", [("", "Kyoto "), ("zh", "京都"), ("", " (Japan)")]),
        ("جامعة القاهرة، 2020", [("ar", "جامعة القاهرة،"), ("", " 2020")]),
        ("שלום, עולם!", [("he", "שלום, עולם"), ("", "!")]),
        ("हिन्दी क्षत्रिय", [("hi", "हिन्दी क्षत्रिय")]),
        ("ภาษาไทย", [("th", "ภาษาไทย")]),
        ("Հայերեն, ქართული", [("hy", "Հայերեն"), ("", ", "), ("ka", "ქართული")]),
        ("தமிழ்", [("ta", "தமிழ்")]),
        ("★ → ≤ “x” – ‰", [("", "★ → ≤ “x” – ‰")]),
        ("𠮷野", [("zh", "𠮷野")]),
    ],
)
def test_a_text_is_parted_by_script_and_nothing_is_lost(text: str, expected: list[tuple[str, str]]) -> None:
    parts = list(runs(text, "zh"))

    assert parts == expected
    assert "".join(part for _, part in parts) == text


def test_letters_that_three_languages_share_are_of_the_language_of_the_document() -> None:
    assert list(runs("山田", "ja")) == [("ja", "山田")]
    assert [east_asian(each) for each in ("ja", "zh_TW", "zh-Hant", "zh_CN", "ko_KR", "en", "")] == (
        ["ja", "zh-TW", "zh-TW", "zh", "ko", "", ""]
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [("歴史の研究と方法", "ja"), ("历史研究", "zh"), ("ㄅ歷史", "zh-TW"), ("대한민국 歷史", "ko"), ("none", "zh")],
)
def test_the_language_of_a_document_is_read_off_its_letters(text: str, language: str) -> None:
    assert likely_language(text) == language

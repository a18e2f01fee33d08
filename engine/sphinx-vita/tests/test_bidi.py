"""Letters tell which way a text runs, and what would turn what stands around it."""

import pytest
from sphinx_vita.locale import direction_of, tag_of, with_territory
from sphinx_vita.locale.bidi import SIGNED, has_other, turned, with_signs


@pytest.mark.parametrize(
    ("text", "on_rtl", "on_ltr"),
    [
        ("Attention Is All You Need", True, False),
        ("أطلس اللهجات العربية", False, True),
        ("מורפולוגיה עברית: סקירה", False, True),
        ("BERT للعربية: دراسة ونقد", False, True),  # it begins with a foreign word
        ("تقييم BLEU", False, False),
        ("ليلى منصور الخطيب (Layla Mansour Al-Khatib)", False, False),
        ("The word كتاب in Arabic (a survey)", True, False),
        ("מענק מ־National Science Foundation (NSF).", False, False),
        ("+1 212 555 0100", True, False),
        ("+972-3-555-0100", True, False),
        ("(212) 555-0100", True, False),
        ("1 200 000", True, False),
        ("2018 – 2022", False, False),
        ("2018", False, False),
        ("12(3)", False, False),
        ("", False, False),
        ("٢٠٢٤", False, False),
        ("дом", True, False),
        ("abcde שב", True, False),
        ("abcd שב", False, False),
        ("深度学习", True, False),
        ("ܐܪܡܝܐ", False, True),
        ("ދިވެހި", False, True),
        ("𞤀𞤣𞤤𞤢𞤥", False, True),
        ("E = mc²", True, False),
    ],
)
def test_a_text_runs_as_most_of_its_letters_do(text: str, on_rtl: bool, on_ltr: bool) -> None:
    assert (turned(text, "rtl"), turned(text, "ltr")) == (on_rtl, on_ltr)


def test_one_letter_is_enough_to_turn_what_stands_beside_it() -> None:
    assert [has_other(text, "rtl") for text in ("أ a", "أ 1 (ب)", "2024")] == [True, False, False]
    assert [has_other(text, "ltr") for text in ("a أ", "naïve – 日本", "ﷺ", "٣")] == [True, False, True, True]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("تقييم C++ و BLEU", ["C++"]),
        ("لغة C# و F#.", ["C#", "F#"]),
        ("إطار .NET", [".NET"]),
        ("خوارزمية A* هنا", ["A*"]),
        ("كتب @layla #nlp", ["@layla", "#nlp"]),
        ("Python 3.12 و BERT، GPT-4.", []),
        ("layla@khatib.example و a.b", []),
        ("نسبة 12.5% و c++20", []),
    ],
)
def test_words_with_a_sign_at_an_end_are_found(text: str, found: list[str]) -> None:
    assert SIGNED.findall(text) == found


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ar", ("rtl", "ar", "ar_EG")),
        ("he", ("rtl", "he", "he_IL")),
        ("fa", ("rtl", "fa", "fa_IR")),
        ("ckb", ("rtl", "ckb", "ckb_IQ")),
        ("dv", ("rtl", "dv", "dv_MV")),
        ("ar_MA", ("rtl", "ar-MA", "ar_MA")),
        ("pa", ("ltr", "pa", "pa_IN")),
        ("pa_Arab", ("rtl", "pa-Arab", "pa_PK")),
        ("az-arab", ("rtl", "az-Arab", "az_IR")),
        ("zh_CN", ("ltr", "zh-CN", "zh_CN")),
        ("zh-Hant", ("ltr", "zh-TW", "zh_TW")),
        ("de", ("ltr", "de", "de_DE")),
        ("en", ("ltr", "en", "en_US")),
        ("tlh", ("ltr", "tlh", "")),
    ],
)
def test_a_language_tells_its_direction_its_tag_and_where_it_is_spoken(
    language: str, expected: tuple[str, str, str]
) -> None:
    assert (direction_of(language), tag_of(language), with_territory(language)) == expected


def test_signs_stay_at_the_end_of_their_word_in_plain_text() -> None:
    assert with_signs("شرح C++ وBLEU") == "شرح \u2066C++\u2069 وBLEU"
    assert with_signs("نص BLEU (2024)") == "نص BLEU (2024)"

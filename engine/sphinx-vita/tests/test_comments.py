"""Comments of other programs are cut out of a text, and code that shows one is left alone."""

import pytest
from sphinx_vita.reading.slips.comments import without_comments


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- secret -->",
        "<!--secret\n\nsecret-->",
        "{% comment %} secret {% endcomment %}",
        "{%- comment -%}secret{%- endcomment -%}",
        "{# secret #}",
        "{{/* secret */}}",
        "{{- /* secret */ -}}",
        "{::comment}secret{:/comment}",
        "<%# secret %>",
        "<%-- secret --%>",
    ],
)
def test_a_comment_is_cut_out_and_the_lines_keep_their_numbers(comment: str) -> None:
    cut = without_comments(f"one\ntwo {comment} three\nfour")

    assert cut.text == "one\ntwo " + "\n" * comment.count("\n") + " three\nfour"
    assert cut.lines == (1,)
    assert cut.open is None


@pytest.mark.parametrize(
    "text", ["`<!-- x -->`", "``a ` <!-- x -->``", r"\<!-- x", "# Title {#anchor}", "a {# b", "{{ x }}", "<!->"]
)
def test_what_is_no_comment_stays(text: str) -> None:
    assert without_comments(text).text == text


def test_a_comment_without_an_end_takes_all_that_follows() -> None:
    first = without_comments("before <!-- secret")
    second = without_comments("secret", first.open)
    third = without_comments("secret --> after", second.open)

    assert [first.text, second.text, third.text] == ["before", "", " after"]
    assert third.open is None


def test_backticks_that_nothing_closes_hide_no_comment() -> None:
    assert without_comments("a ` b <!-- secret -->").text == "a ` b "


def test_in_plain_text_backticks_mean_nothing() -> None:
    assert without_comments("`<!-- secret -->`", is_markdown=False).text == "``"

"""Drafts are judged as the site judges them: what it would warn of is no option, or waits in the inbox."""

import pytest
from sphinx_vita.imports.drafts import Draft, Leftover
from sphinx_vita.imports.judging import judge
from sphinx_vita.imports.plain_text import as_markdown


@pytest.mark.parametrize(
    ("options", "kept", "body"),
    [
        ({"dates": "2020", "url": "www.x.example/a"}, {"dates": "2020", "url": "https://www.x.example/a"}, "End."),
        ({"dates": "2020", "url": "nowhere at all"}, {"dates": "2020"}, "Url: nowhere at all\n\nEnd."),
        ({"dates": "2020", "salary": "7"}, {"dates": "2020"}, "Salary: 7\n\nEnd."),
        ({"dates": "2020", "advisors": "<b>Ann</b>"}, {"dates": "2020"}, "Advisors: `<b>`Ann`</b>`\n\nEnd."),
        ({"dates": "2020", "tags": "<!-- x"}, {"dates": "2020"}, "Tags: &lt;!-- x\n\nEnd."),
    ],
)
def test_an_option_that_cannot_be_read_stands_below(options: dict[str, str], kept: dict[str, str], body: str) -> None:
    found = judge(Draft(kind="position", title="Postdoc", options=options, body="End."))

    assert found == Draft(kind="position", title="Postdoc", options=kept, body=body)


@pytest.mark.parametrize("options", [{}, {"dates": "when I was young"}])
def test_what_lacks_what_it_needs_waits_with_all_that_it_says(options: dict[str, str]) -> None:
    found = judge(Draft(kind="position", title="Postdoc", options=options, place="work, 1"))

    assert isinstance(found, Leftover)
    assert found.place == "work, 1"
    assert "dates" in found.reason
    assert [text for text in options.values() if text not in found.text] == []


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("snake_case and _this_", r"snake_case and \_this\_"),
        ("1. a\n- b\n# c\n> d", "1\\. a\n\\- b\n\\# c\n\\> d"),
        (":::{note}\n===\n---", "\\:::\\{note\\}\n\\===\n\\---"),
        ("    indented", "indented"),
        ("{{ x }} {% y %} <br/> ~~z~~", "`{{ x }}` `{% y %}` `<br/>` `~~z~~`"),
        ("a < b && c > d", "a < b && c > d"),
        ("&amp; [a](b) [^1] ann@x.example", r"\&amp; \[a](b) [\^1] ann@x.example"),
    ],
)
def test_a_plain_text_shows_its_own_characters(text: str, markdown: str) -> None:
    assert as_markdown(text) == markdown

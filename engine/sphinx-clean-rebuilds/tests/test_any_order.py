"""Any order, same bytes: whatever is edited, a build after it equals a clean one; in random order, with `vita` beside.

`TIDY_STEPS=500` makes a long run with other edits each time; without it the run is short and always the same.
"""

import os
import shutil
import tempfile
from pathlib import Path

from harness.rebuilt_sites import Site
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

STEPS = int(os.environ.get("TIDY_STEPS", "0"))
CONF = """\
extensions = ["sphinx_vita", "sphinx_clean_rebuilds"]
primary_domain = "vita"
vita_bibliography = ["papers.bib"]
myst_enable_extensions = ["colon_fence"]
exclude_patterns = ["_static"]
html_static_path = ["_static"]
html_math_renderer = "mathml"
html_baseurl = "https://site.example/"
html_css_files = ["own.css"]
"""
NAMES = ("alpha", "beta", "part/gamma", "part/delta", "zeta")
WORDS = ("Walnut", "Hazel", "Pecan")
TEXTS = (
    "Only text.",
    "See {doc}`/beta` and {doc}`/part/gamma`.",
    "By {person}`Ann Lee`: {pub}`first`.",
    ":::{position} Intern\n:organization: Lab\n:dates: 2020\n:::",
    ":::{publications}\n:::",
    ":::{timeline}\n:kind: position\n:::",
    "```{toctree}\n:glob:\n\npart/*\n```",
    "![a dot](dot.png)",
    "{index}`Almond`",
    "## Within\n\n(label)=\n## Labelled",
    "See {ref}`label`.",
)
KEYS = ("first", "second", "third")
SETTINGS = ("", 'html_title = "Nuts"\n', "html_copy_source = False\n", 'html_theme = "alabaster"\n', "numfig = True\n")
PIXEL = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de")
names, words, texts, keys = map(st.sampled_from, (NAMES, WORDS, TEXTS, KEYS))


class Edits(RuleBasedStateMachine):
    """A small site that is edited at random, and built after each edit."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="edits-"))
        self.site = Site(self.folder)
        self.listed: list[str] = []

    def teardown(self) -> None:
        """Remove the site."""
        shutil.rmtree(self.folder)

    @initialize(theme=st.sampled_from(("basic", "alabaster", "furo")), builder=st.sampled_from(("html", "dirhtml")))
    def begin(self, theme: str, builder: str) -> None:
        self.builder, self.conf = builder, f'{CONF}html_theme = "{theme}"\n'
        self.site.path("index").unlink()
        self.site.write(
            {"conf.py": self.conf, "dot.png": PIXEL, "part/dot.png": PIXEL + b"2", "_static/own.css": "a {}"}
        )
        self.papers: dict[str, str] = {"first": "Walnut"}
        self.write_bibliography()
        for name in NAMES[:3]:
            self.write_page(name, "Pecan", TEXTS[0])
        self.write_home(list(NAMES[:3]))
        self.check()

    @rule(name=names, word=words, text=texts, more=texts)
    def page(self, name: str, word: str, text: str, more: str) -> None:
        self.write_page(name, word, text if text == more else f"{text}\n\n{more}")
        self.check()

    @rule(name=names)
    def removal(self, name: str) -> None:
        self.path(name).unlink(missing_ok=True)
        self.check()

    @rule(name=names, other=names)
    def renaming(self, name: str, other: str) -> None:
        if self.path(name).exists():  # the file keeps its time, as `mv` does
            self.path(name).replace(self.path(other))
        self.check()

    @rule(listed=st.lists(names, unique=True, max_size=4), hidden=st.booleans())
    def tree(self, listed: list[str], hidden: bool) -> None:
        self.write_home(listed, hidden=hidden)
        self.check()

    @rule(key=keys, word=st.none() | words)
    def paper(self, key: str, word: str | None) -> None:
        self.papers = {each: title for each, title in self.papers.items() if each != key} | (
            {key: word} if word else {}
        )
        self.write_bibliography()
        self.check()

    @rule(setting=st.sampled_from(SETTINGS))
    def settings(self, setting: str) -> None:
        self.site.write({"conf.py": self.conf + setting})
        self.check()

    @rule(colour=st.sampled_from(("red", "blue")), remove=st.booleans())
    def assets(self, colour: str, remove: bool) -> None:
        extra = self.site.source / "_static" / f"{colour}.txt"
        extra.unlink(missing_ok=True) if remove else extra.write_text(colour)
        self.site.write({"_static/own.css": f"a {{ color: {colour} }}", "part/dot.png": PIXEL + colour.encode()})
        self.check()

    @rule(name=names)
    def touch(self, name: str) -> None:
        if self.path(name).exists():
            os.utime(self.path(name))
        self.check()

    @rule()
    def other_builder(self) -> None:
        """Let another builder read what is new first; the one that is looked at must follow."""
        self.site.build({}, "dirhtml" if self.builder == "html" else "html")
        self.check()

    def path(self, name: str) -> Path:
        return self.site.source / f"{name}.md"

    def write_page(self, name: str, word: str, text: str) -> None:
        text = text.replace("dot.png", "../dot.png") if word == "Hazel" and "/" in name else text
        self.site.write({f"{name}.md": f"# {word} {name}\n\n{text}\n"})

    def write_home(self, listed: list[str], *, hidden: bool = False) -> None:
        lines = [":hidden:", ""] if hidden else [""]
        self.site.write({"index.md": "\n".join(["# Home", "", "```{toctree}", *lines, *listed, "```", ""])})

    def write_bibliography(self) -> None:
        entry = "@misc{{{key}, title = {{{title}}}, author = {{Lee, Ann}}, year = {{2020}}}}\n"
        self.site.write({"papers.bib": "".join(entry.format(key=key, title=word) for key, word in self.papers.items())})

    def check(self) -> None:
        self.site.build({}, self.builder)
        assert self.site.differences(self.builder) == []


def test_any_edits_in_any_order_give_what_a_clean_build_gives() -> None:
    long = settings(max_examples=max(1, STEPS // 20), stateful_step_count=20, print_blob=True)
    # Without shrinking, which would take many minutes: what fails is told in ten steps at most.
    short = settings(max_examples=4, stateful_step_count=10, derandomize=True, phases=[Phase.generate])
    checks = settings(long if STEPS else short, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    run_state_machine_as_test(Edits, settings=checks)

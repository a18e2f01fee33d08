"""The sections of a CV in LaTeX, read from its nodes in order: entries, lists, tables, and the text between."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from pylatexenc.latexwalker import LatexCharsNode, LatexEnvironmentNode, LatexGroupNode, LatexMacroNode, LatexWalker

from sphinx_vita.imports.bib_file import read_bib_file
from sphinx_vita.imports.cvs.markdown_blocks import LABELED, Block, row_of
from sphinx_vita.imports.cvs.markdown_cv import contents_of, prose_of
from sphinx_vita.imports.cvs.references import Keys
from sphinx_vita.imports.cvs.sections import PROSE, Heading, meaning_of
from sphinx_vita.imports.drafts import Draft, Entry, Leftover, Section
from sphinx_vita.imports.tex.tex_entries import ENTRIES, Fact, thesis_of, told_by
from sphinx_vita.imports.tex.tex_person import MACROS as OF_PERSON
from sphinx_vita.imports.tex.tex_text import (
    LISTS,
    has_list,
    is_table,
    items_of,
    lines_of,
    markdown_of,
    rows_of,
    source_of,
)

_SECTIONS = ("section", "cvsection", "chapter")
_SUBSECTIONS = ("subsection", "cvsubsection", "subsubsection", "cvsubsubsection", "paragraph")
_BIBLIOGRAPHIES = ("bibliography", "printbibliography", "putbib", "nobibliography")
_ARGUMENTS = {  # macros of layout that take more along than their name
    "makecvfooter": 3, "documentclass": 1, "usepackage": 1, "bibliographystyle": 1, "nocite": 1, "cvskilllegend": 1,
    "cvskillplainlegend": 1, "cvskillhead": 0, "bibliography": 1, "bibliographybook": 1, "bibliographymisc": 1,
    "setlength": 2,
    "addbibresource": 1, "printbibliography": 0, "moderncvstyle": 1, "moderncvcolor": 1, "definecolor": 3,
    "colorlet": 2,
}  # fmt: skip
MEANT = frozenset((*_SECTIONS, *_SUBSECTIONS, *_BIBLIOGRAPHIES, *_ARGUMENTS, *ENTRIES, *OF_PERSON, "item"))
_LENGTHS = re.compile(
    r"^\s*(?:\[[^\[\]]*\]\s*)*(?:\{[^{}]*\\(?:text|line|column)width[^{}]*\}|\{[\d.]+(?:cm|mm|in|em|pt)\})?"
)
_ENVIRONMENT = re.compile(r"\\(?P<name>begin|end)\s*\{[^{}]*\}")
_DEEPEST = 24  # environments in environments
_BRACKETS = re.compile(r"\s*(?:\[[^\[\]]*\]\s*)+")

Content = Draft | Entry | Leftover


class Walk:
    """The sections of a CV, read from its nodes in order."""

    def __init__(self, bibliographies: Mapping[str, str], owner: str, *, is_awesome: bool) -> None:
        self.sections: list[Section] = []
        self.before: list[str] = []  # what stands above the first section
        self.bibliographies = dict(bibliographies)
        self.bibliography_head = ""
        self.owner = owner
        self.is_awesome = is_awesome
        self.keys = Keys()
        self.title = ""
        self.meaning: Heading | None = None
        self.group = ""  # the subsection
        self.contents: list[Content] = []
        self.blocks: list[Block] = []
        self.prose: list[str] = []
        self.facts: list[Fact] = []  # of a thesis
        self.written = ""  # LaTeX that is no entry

    def read(self, tex: str) -> None:
        """Read the body of a document."""
        self.take(_nodes(tex))

    def take(self, nodes: list[Any]) -> None:
        """Take nodes; an entry is a macro with the groups behind it, whatever stands between is prose or a list."""
        place = 0
        while place < len(nodes):
            node = nodes[place]
            place += 1
            if isinstance(node, LatexMacroNode):
                place = self._take_macro(node, nodes, place)
            elif isinstance(node, LatexEnvironmentNode):
                self._take_environment(node)
            elif isinstance(node, LatexGroupNode) and _holds_entries(node.nodelist):
                self.take(list(node.nodelist))
            else:
                self.written += source_of(node)

    def _take_macro(self, node: Any, nodes: list[Any], place: int) -> int:
        name = node.macroname
        if name in (*_SECTIONS, *_SUBSECTIONS):
            own = [each for each in node.nodeargd.argnlist if isinstance(each, LatexGroupNode)] if node.nodeargd else []
            groups, place = ([own[-1]], place) if own else _groups(nodes, place, 1)
            self._begin(markdown_of(_inner(groups)), is_section=name in _SECTIONS)
        elif name in ENTRIES:
            groups, place = _groups(nodes, place, ENTRIES[name].width(is_awesome=self.is_awesome))
            self._flush(has_entry=True)
            self.contents += self._told(name, groups)
        elif name in _ARGUMENTS or name in _BIBLIOGRAPHIES:
            has_own = node.nodeargd and any(node.nodeargd.argnlist)
            _, place = _groups(nodes, place, 0 if has_own else _ARGUMENTS.get(name, 0))
            if name in _BIBLIOGRAPHIES:
                self._add_bibliography()
        else:
            self.written += source_of(node)
        return place

    def _take_environment(self, node: Any) -> None:
        name = node.environmentname
        if name in LISTS:
            self._flush_text()
            for item in items_of(node):
                first, *nested = re.split(r"\n- ", item)
                texts = first.split("\n") if LABELED.fullmatch(first) else [first]
                self.blocks += [Block("item", text, 0, nested=nested) for text in texts]
        elif is_table(node):
            self._flush_text()
            self.blocks += [Block("item", row_of(cells), 0) for cells in rows_of(node)]
        elif _holds_entries(node.nodelist) or has_list(node.nodelist) or name.startswith("cv"):
            self.take(list(node.nodelist))
            self.written += "\n\n"
        else:
            self.written += "\n\n" + _LENGTHS.sub("", "".join(map(source_of, node.nodelist))) + "\n\n"

    def _begin(self, title: str, *, is_section: bool) -> None:
        if is_section:
            self._end()
            self.title, self.meaning, self.group = title, meaning_of(title), ""
            return
        self._flush()
        self.group = title
        self.blocks.append(Block("heading", title, 0, level=3))

    def _told(self, name: str, groups: list[Any]) -> Iterator[Content]:
        """Yield what an entry is, in the meaning of its section or of its subsection."""
        inner = meaning_of(self.group) if self.group else None
        meaning = inner if inner and (self.meaning is None or inner.kind == self.meaning.kind) else self.meaning
        for content in told_by(name, groups, meaning, self.keys, self.owner, is_awesome=self.is_awesome):
            if isinstance(content, (str, Fact)):
                self.prose += [content] if isinstance(content, str) else []
                self.facts += [content] if isinstance(content, Fact) else []
                continue
            place = f"{self.title}, {len(self.contents) + 1}"
            if isinstance(content, Draft) and self.group and not (inner and inner.type and meaning is inner):
                tags = self.group.replace(",", " ")
                content = replace(content, options={**content.options, "tags": tags})
            yield replace(content, place=place)

    def _flush_text(self) -> None:
        """Make paragraphs of the text that was met."""
        for passage in re.split(r"\n[ \t]*\n", self.written):
            lines = lines_of(passage)
            if any(re.search(r"\w", line) for line in lines):
                self.blocks.append(Block("paragraph", "\n".join(lines), 0))
        self.written = ""

    def _flush(self, *, has_entry: bool = False) -> None:
        """Make records of the blocks that were met, or prose; a heading above entries says nothing by itself."""
        self._flush_text()
        blocks, self.blocks = self.blocks, []
        if has_entry and blocks and blocks[-1].kind == "heading":
            blocks.pop()
        if all(block.kind == "heading" for block in blocks):
            self.prose += [block.markdown() for block in blocks] if self.meaning is None else []
        elif not self.title:
            self.before += [block.text for block in blocks]
        elif self.meaning is None or self.meaning.kind == PROSE:
            self.prose.append(prose_of(blocks))
        else:
            found = list(contents_of(self.meaning, blocks, self.keys, self.owner))
            numbered = enumerate(found, len(self.contents) + 1)
            self.contents += [replace(each, place=f"{self.title}, {number}") for number, each in numbered]

    def _end(self) -> None:
        self._flush()
        if self.facts and self.meaning:
            thesis = thesis_of(self.facts, self.meaning, self.keys, self.owner)
            self.contents.append(replace(thesis, place=self.title))
            self.facts = []
        if self.title or self.contents:
            statuses = (self.meaning.status,) if self.meaning and self.meaning.status else ()
            contents, prose = tuple(self.contents), "\n\n".join(self.prose)
            self.sections.append(Section(title=self.title, contents=contents, statuses=statuses, prose=prose))
        self.contents, self.prose, self.title = [], [], ""

    def _add_bibliography(self) -> None:
        """Put the entries of the bibliographies where the CV prints them."""
        self._flush()
        if self.bibliographies and (self.meaning is None or self.meaning.kind != "publication"):
            self._end()
            self.title, self.meaning = "Publications", Heading("publication")
        for path, text in self.bibliographies.items():
            found = read_bib_file(text, path)
            self.contents += [*found.entries, *found.leftovers]
            self.bibliography_head = "\n".join(filter(None, [self.bibliography_head, found.head]))
        self.bibliographies = {}

    def finished(self) -> tuple[list[Section], list[str]]:
        """Return the sections, and what stands before the first."""
        if self.bibliographies:
            self._add_bibliography()
        self._end()
        return self.sections, [text for text in self.before if text]


def _groups(nodes: list[Any], place: int, count: int) -> tuple[list[Any], int]:
    """Return up to so many groups from a place on, past blanks and brackets, and the place behind them."""
    found: list[Any] = []
    while len(found) < count and place < len(nodes):
        node = nodes[place]
        if isinstance(node, LatexGroupNode) and node.delimiters[0] == "{":
            found.append(node)
        elif not (isinstance(node, LatexCharsNode) and re.fullmatch(r"[\s*]*|\*?" + _BRACKETS.pattern, node.chars)):
            break
        place += 1
    return found, place


def _inner(groups: Iterable[Any]) -> str:
    return " ".join(source_of(group)[1:-1] for group in groups)


def _holds_entries(nodes: Iterable[Any]) -> bool:
    """Whether nodes hold what is more than prose."""
    for node in nodes:
        if isinstance(node, LatexMacroNode) and node.macroname in MEANT and node.macroname not in OF_PERSON:
            return True
        if isinstance(node, LatexEnvironmentNode) and (node.environmentname in LISTS or is_table(node)):
            return True
        if isinstance(node, LatexEnvironmentNode | LatexGroupNode) and _holds_entries(node.nodelist):
            return True
    return False


def _nodes(tex: str) -> list[Any]:
    """Return the nodes of a body; without its environments where they are nested deeper than any text needs."""
    depth = deepest = 0
    for match in _ENVIRONMENT.finditer(tex):
        depth += 1 if match["name"] == "begin" else -1
        deepest = max(deepest, depth)
    plain = _ENVIRONMENT.sub(" ", tex) if deepest > _DEEPEST else tex
    return list(LatexWalker(plain, tolerant_parsing=True).get_latex_nodes()[0])

"""MyST's parser of pages with the rules of this package, and the renderer that tells what they find.

All that is MyST's own is used here alone: its way from a page to tokens and from tokens to directives and roles.
"""

from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.parsers.rst import Directive, directives, roles
from myst_parser.config.main import TopmatterReadError, merge_file_level, read_topmatter
from myst_parser.mdit_to_docutils.base import token_line
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from myst_parser.parsers.mdit import create_md_parser
from myst_parser.parsers.sphinx_ import MystParser
from myst_parser.warnings_ import MystWarnings, create_warning

from sphinx_vita.reading.deprecations import Place, deprecated
from sphinx_vita.reading.inline_markdown import add_inline_rules, shown_as_typed
from sphinx_vita.reading.line_ends import join_lines
from sphinx_vita.reading.mistakes import Finding, Mistake
from sphinx_vita.reading.slips.comments import without_comments
from sphinx_vita.reading.slips.directive_text import misplaced_options, read_directive
from sphinx_vita.reading.slips.foreign_markup import foreign_markup
from sphinx_vita.reading.slips.formulas import without_environment
from sphinx_vita.reading.slips.front_matter import check_front_matter
from sphinx_vita.reading.suggestions import suggest_key
from sphinx_vita.sphinx.directives.written import WrittenDirective
from sphinx_vita.sphinx.domain import ROLES, vita_domain
from sphinx_vita.sphinx.internals import known_directives
from sphinx_vita.sphinx.markdown.blocks import COMMENT, IN_RECORD, check_blocks
from sphinx_vita.sphinx.markdown.fences import directive_suggestion
from sphinx_vita.sphinx.markdown.lines import check_lines
from sphinx_vita.sphinx.problems import warn
from sphinx_vita.sphinx.render.nodes import struck, task

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

_LEAVES_OUT = (Mistake.COMMENT, Mistake.BROKEN_FENCE, Mistake.BROKEN_FRONT_MATTER)  # the source shows it all the same


class PageParser(MystParser):
    """Reads a page of Markdown."""

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Read a page into a document, and tell what is wrong with its front matter."""
        config = document.settings.env.myst_config
        try:
            topmatter = read_topmatter(inputstring)
        except TopmatterReadError:
            topmatter = None  # the renderer tells it
        if topmatter:

            def tell(kind: MystWarnings, text: str) -> None:
                create_warning(document, text, kind, line=1, append_to=document)

            config = merge_file_level(config, topmatter, tell)
        for finding in check_front_matter(inputstring, document.settings.env.config.vita_front_matter):
            warn(finding.mistake, finding.message, at=f"{document['source']}:{finding.line}")
        parser = create_md_parser(config, PageRenderer)
        add_rules(parser)
        parser.options["document"] = document
        parser.render(inputstring)


def add_rules(parser: "MarkdownIt") -> None:
    """Add the rules that find slips to a parser of Markdown."""
    parser.core.ruler.before("inline", "vita_blocks", check_blocks)
    parser.core.ruler.before("text_join", "vita_lines", check_lines)
    parser.core.ruler.push("vita_line_ends", join_lines)
    add_inline_rules(parser)


class PageRenderer(SphinxRenderer):
    """Makes a document of tokens, and tells what the rules have found."""

    def render_vita_finding(self, token: "SyntaxTreeNode") -> None:
        """Tell one finding, at its line of this page or of the file that is included."""
        finding: Finding = token.meta["finding"]
        self._tell(finding.mistake, finding.message, token_line(token, 0))
        if finding.mistake in _LEAVES_OUT:
            self._withhold_source()

    def render_myst_line_comment(self, token: "SyntaxTreeNode") -> None:
        """Drop a comment; nothing of it is kept, and the page's source is not shown."""
        self._withhold_source()

    def render_directive(
        self, token: "SyntaxTreeNode", name: str, arguments: str, *, additional_options: dict[str, str] | None = None
    ) -> None:
        """Read the options of our own directives, check those of others, and run the directive."""
        line = token_line(token)
        directive = self._directive(name)
        arguments = self._without_comments(arguments, line)
        if directive is None:
            self._withhold_source()
            hint = directive_suggestion(name, known_directives())
            self._tell(Mistake.UNKNOWN_DIRECTIVE, f"there is no directive {name!r}; {hint}", line)
        elif issubclass(directive, WrittenDirective) and not token.content.startswith("---"):
            repeated, content = self._without_repeated_line(token, line)
            plain_name = name.rpartition(":")[2]
            options_known = (*directive.option_names(plain_name), *deprecated(Place.OPTION, plain_name.lower()))
            read = read_directive(content, options_known)
            line += repeated
            self._tell_all(read.findings, line)
            options = {name: self._plain(text, line + read.lines[name]) for name, text in read.options.items()}
            self._tell_foreign(arguments, line)
            additional_options = {**(additional_options or {}), **options}
            self._replace_content(token, repeated * "\n" + read.content)
        else:
            self._tell_all(misplaced_options(token.content, directive.option_spec or {}), line)
        before = self.md_env.get(IN_RECORD)
        self.md_env[IN_RECORD] = directive is not None and issubclass(directive, WrittenDirective)
        super().render_directive(token, name, arguments, additional_options=additional_options)
        self.md_env[IN_RECORD] = before

    def render_s(self, token: "SyntaxTreeNode") -> None:
        """Cross words out."""
        self._render_pair(struck(), token)

    def render_sub(self, token: "SyntaxTreeNode") -> None:
        """Lower characters."""
        self._render_pair(nodes.subscript(), token)

    def render_sup(self, token: "SyntaxTreeNode") -> None:
        """Raise characters."""
        self._render_pair(nodes.superscript(), token)

    def render_list_item(self, token: "SyntaxTreeNode") -> None:
        """Begin a task with a box that every format can draw."""
        is_done = token.meta.pop("checked", None)
        super().render_list_item(token)
        if is_done is not None:
            item = self.current_node.children[-1]
            words = item.next_node(nodes.paragraph)
            assert isinstance(item, nodes.list_item)  # just rendered
            assert words is not None  # a task begins with a paragraph
            item["classes"] = [*dict.fromkeys((*item["classes"], "task-list-item"))]
            words.insert(0, [task(is_done=is_done), nodes.Text(" ")])

    def _render_pair(self, node: nodes.Element, token: "SyntaxTreeNode") -> None:
        self.add_line_and_source_path(node, token)
        with self.current_node_context(node, append=True):
            self.render_children(token)

    def render_amsmath(self, token: "SyntaxTreeNode") -> None:
        """Show a formula that stands in an environment of its own."""
        formula = without_environment(token.content)
        node = nodes.math_block(formula, formula, nowrap=False, number=None, label=None)
        self.add_line_and_source_path(node, token)
        self.current_node.append(node)

    def render_myst_role(self, token: "SyntaxTreeNode") -> None:
        """Run a role; of one that does not exist, tell which was meant."""
        name, line = token.meta["name"], token_line(token, 0)
        if roles.role(name, self.language_module_rst, line, self.reporter)[0] is None:
            known = [*ROLES, "pub-title", "math", "doc", "ref", "download", "sub", "sup"]
            self._tell(Mistake.UNKNOWN_ROLE, f"there is no role {name!r}; {suggest_key(name.lower(), known)}", line)
        super().render_myst_role(token)

    def _without_repeated_line(self, token: "SyntaxTreeNode", line: int) -> tuple[int, str]:
        """Return the text of a directive without its first line where that is written twice, and how many are gone."""
        content = token.content.removeprefix("\n")  # MyST puts one before a fence
        first, _, rest = content.partition("\n")
        if first.strip() != f"{token.markup}{token.info}".strip():
            return 0, token.content
        self._tell(Mistake.BROKEN_FENCE, f"the line {first.strip()[:60]!r} is written twice; take one away", line + 1)
        return 1, rest

    def _directive(self, name: str) -> type[Directive] | None:
        return directives.directive(name, self.language_module_rst, self.document)[0]

    def _plain(self, text: str, line: int) -> str:
        """Take the comments out of an option, which is plain text; tell the markup that would be shown as typed."""
        plain = self._without_comments(text, line)
        self._tell_foreign(plain, line)
        return plain

    def _without_comments(self, text: str, line: int) -> str:
        cut = without_comments(text, is_markdown=False)
        if cut.lines:
            self._tell(Mistake.COMMENT, COMMENT, line)
            self._withhold_source()
        return cut.text

    def _tell_foreign(self, text: str, line: int) -> None:
        for foreign in foreign_markup(shown_as_typed(text), without=frozenset(("address",))):
            self._tell(Mistake.FOREIGN_MARKUP, foreign.message, line)

    def _replace_content(self, token: "SyntaxTreeNode", content: str) -> None:
        """Replace the text of a token; that of the tree's node can only be read."""
        assert token.token is not None  # every token but those of pairs has one
        token.token = token.token.copy(content=content)

    def _tell_all(self, findings: list[Finding], line: int) -> None:
        """Tell findings whose lines are counted from the directive's own."""
        for finding in findings:
            self._tell(finding.mistake, finding.message, line + finding.line)

    def _tell(self, mistake: Mistake, message: str, line: int) -> None:
        warn(mistake, message, at=f"{self.document['source']}:{line or 1}")

    def _withhold_source(self) -> None:
        env: Any = self.sphinx_env
        vita_domain(env).withhold(env.docname)

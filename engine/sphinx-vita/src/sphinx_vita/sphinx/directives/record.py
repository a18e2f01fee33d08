"""The directives of records: each notes a record and shows its entry, or the head of the home page."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.environment import BuildEnvironment

from sphinx_vita.reading.inline_markdown import TYPOGRAPHY
from sphinx_vita.reading.mistakes import Finding, Mistake
from sphinx_vita.reading.record_options import COMMON_OPTIONS, Options, read_options
from sphinx_vita.reading.translated_options import Translations, take_translations, with_names
from sphinx_vita.records import KINDS, Profile, Record, Value, options_of
from sphinx_vita.records.text import Span, Text
from sphinx_vita.sphinx.config import date_style
from sphinx_vita.sphinx.directives.publication import find_publication
from sphinx_vita.sphinx.directives.written import WrittenDirective
from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.languages import spoken_by
from sphinx_vita.sphinx.languages.marks import mark
from sphinx_vita.sphinx.languages.pages import language_of_page
from sphinx_vita.sphinx.lookup import place_of
from sphinx_vita.sphinx.mathml import words_of
from sphinx_vita.sphinx.output.copied_files import file_of_option
from sphinx_vita.sphinx.problems import tell
from sphinx_vita.sphinx.render.entries import entry
from sphinx_vita.sphinx.render.profile import header


class RecordDirective(WrittenDirective):
    """`{position} Title`, `{degree} Title` and the others, with the options of `sphinx_vita.records`."""

    @classmethod
    def option_names(cls, name: str) -> Collection[str]:
        """Return the options of a kind of record."""
        return (*options_of(KINDS[name.lower()]), *COMMON_OPTIONS)

    def run(self) -> list[nodes.Node]:
        """Note the record and give its entry; a private one leaves nothing behind."""
        kind = KINDS[self.name.rpartition(":")[2].lower()]
        domain = vita_domain(self.env)
        spoken = spoken_by(domain.app)
        translations = take_translations(kind, self.written, spoken.languages, spoken.tag, self.line)
        options = self._read(kind, self.argument, translations.plain)
        if options.is_private:
            domain.withhold(self.env.docname, kind.kind, options.key)
            told = (Mistake.UNKNOWN_VALUE, Mistake.UNKNOWN_OPTION)
            tell([each for each in options.findings if each.mistake in told], file=self.file)
            return []
        if options.withholds_fields:
            domain.withhold(self.env.docname)
        tell(translations.findings, file=self.file)
        values = self._values(kind, options)
        body = self.parse_body() if self.content else []
        language = language_of_page(domain.app, self.env.docname)
        for part in body:
            mark(part, language)
        record = replace(self._record(kind, options, values, body), in_language=language)
        if translations.own:
            record = self._translated(record, translations, options, body)
        domain.note_record(record)
        shown = self.placed(self._show(record, body))
        shown["record"] = place_of(record)
        return [shown]

    def _read(self, kind: type[Record], argument: str, written: Mapping[str, str | None]) -> Options:
        typography = TYPOGRAPHY & set(self.config.myst_enable_extensions)
        return read_options(kind, argument, written, self.line, typography)

    def _values(self, kind: type[Record], options: Options) -> dict[str, Any]:
        """Return the fields of a record, and tell what is wrong with its options."""
        values, missing = self._with_files(kind, options)
        texts, lost = self._with_links(kind, options)
        tell([*options.findings, *missing, *lost], file=self.file)
        return values | {"texts": texts}

    def _record(self, kind: type[Record], options: Options, values: dict[str, Any], body: list[nodes.Node]) -> Record:
        paragraphs, items = texts_of(self.env, body)
        key = options.key if options.has_own_key or kind is Profile else ""  # a site has one profile
        record = kind(key=key, docname=self.env.docname, line=self.line, **values)
        return replace(record, body="\n".join(self.content), summary="\n\n".join(paragraphs), highlights=tuple(items))

    def _translated(
        self, record: Record, translations: Translations, before: Options, body: list[nodes.Node]
    ) -> Record:
        """Return a record with the options that are translated, under the key that it has without; tell what is new."""
        kind = type(record)
        argument = translations.own.get(next(iter(options_of(kind))), self.argument)
        options = self._read(kind, argument, {**translations.plain, **translations.own})
        new = tuple(each for each in options.findings if each not in before.findings)
        values = self._values(kind, replace(options, findings=new))
        made = self._record(kind, options, values, body)
        return with_names(replace(made, key=record.key, in_language=record.in_language, untranslated=record))

    def _show(self, record: Record, body: list[nodes.Node]) -> nodes.Element:
        if isinstance(record, Profile):
            title = self.state.document.next_node(nodes.title)
            return header(record, body, title_elsewhere=title is not None and title.astext() == record.name)
        return entry(record, body, date_style(self.config))

    def _file(self, written: str) -> str | None:
        """Find what an option names; the page is read again when something else is found."""
        found = file_of_option(vita_domain(self.env).app, written, docname=self.env.docname)
        vita_domain(self.env).data["files"].setdefault(self.env.docname, {})[written] = found
        return found

    def _with_files(self, kind: type[Record], options: Options) -> tuple[dict[str, Any], list[Finding]]:
        """Find the pages and files that options name."""
        values, findings = dict(options.values), []
        for name, each in options_of(kind).items():
            if each.metadata["value"] is not Value.FILE or name not in values:
                continue
            path = self._file(values[name])
            if name == "image" and path and ":" in path:
                message = f"{kind.kind}: the picture {values.pop(name)!r} lies on another host; save it as a file here"
                findings.append(Finding(Mistake.INVALID_LINK, message, self.line))
                continue
            if path is None:
                message = (
                    f"{kind.kind}, option '{name}': there is no page or file {values.pop(name)!r}; correct the path"
                )
                findings.append(Finding(Mistake.MISSING_FILE, message, self.line))
            else:
                values[name] = path
        return values, findings

    def _with_links(self, kind: type[Record], options: Options) -> tuple[tuple[tuple[str, Text], ...], list[Finding]]:
        """Find the pages and files to which texts link; of a link that leads nowhere the words stay."""
        findings: list[Finding] = []

        def found(name: str, span: Span) -> Span:
            path = self._file(span.link) if span.link and ":" not in span.link else span.link
            if path is None:
                message = f"{kind.kind}, option '{name}': there is no page or file {span.link!r}; correct the path"
                findings.append(Finding(Mistake.MISSING_FILE, message, self.line))
            return replace(span, link=path or "")

        texts = [(name, Text(tuple(found(name, span) for span in text.spans))) for name, text in options.texts]
        return tuple(texts), findings


def texts_of(env: BuildEnvironment, body: list[nodes.Node]) -> tuple[list[str], list[str]]:
    """Return the text of the paragraphs and of the list items of a body, an inner item after the one around it."""
    items = [item for node in body for item in node.findall(nodes.list_item)]
    own_parts = [[part for part in item.children if not isinstance(part, nodes.Sequential)] for item in items]
    paragraphs = [_words(env, [node]) for node in body if isinstance(node, nodes.paragraph)]
    return paragraphs, [_words(env, parts) for parts in own_parts]


def _words(env: BuildEnvironment, parts: list[nodes.Node]) -> str:
    """Return the words of some nodes; a paper that is referred to has its title, not its key."""
    words = []
    for part in parts:
        copy = part.deepcopy()
        for reference in list(copy.findall(pending_xref)):
            if (reference["refdomain"], reference["reftype"]) == ("vita", "pub") and not reference["refexplicit"]:
                publication = find_publication(env, reference["reftarget"])
                reference.replace_self(nodes.Text(str(publication.title) if publication else reference.astext()))
        words += words_of(copy).split()
    return " ".join(words)

"""The pages of a site, from what was imported: each kind of record on its page, the CV in the order of the source."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sphinx_vita.imports.bib_file import fields_of, with_fields
from sphinx_vita.imports.drafts import Draft, Entry, Imported, Leftover, Section
from sphinx_vita.records import KINDS, Post, Publication, Status

BIBLIOGRAPHY = "publications/publications.bib"
INBOX = "inbox.md"
_PAGES = (  # the page on which each kind lives, in the order of the site's contents
    ("research/index.md", "Research", ("project", "software", "dataset", "patent", "grant")),
    ("experience/index.md", "Experience", ("position", "volunteer")),
    ("experience/education.md", "Education and awards", ("degree", "certificate", "award")),
    ("experience/service.md", "Service", ("service", "membership", "referee")),
    ("teaching.md", "Teaching", ("teaching", "student")),
    ("talks.md", "Talks", ("talk", "press")),
    ("about.md", "About", ("skill", "language", "interest")),
)
_NEWS = ("news.md", "News", ("news",))  # which stand on the home page, where that is made too
ORPHAN = "---\norphan: true\n---\n"  # of a page that only its record leads to
_HEAD_OF_BIBLIOGRAPHY = (
    "% The publications. Paste the BibTeX of a new one here; selected = {true} puts it on the home page.\n\n"
)


def site_of(imported: Imported) -> dict[str, str]:
    """Return the files of a site by path: its pages, its bibliography and, where something is left over, the inbox."""
    imported = replace(imported, sections=tuple(_told_apart(imported.sections)))
    files = _record_pages(imported, _PAGES)
    if imported.entries:
        files["publications/index.md"] = _PUBLICATIONS
        files[BIBLIOGRAPHY] = "".join([*_heads(imported), bibliography(imported)])
    files |= dict(imported.pages)
    files["cv.md"] = _cv(imported)
    files["index.md"] = _home(imported, files)
    if imported.leftovers:
        files[INBOX] = inbox(imported.leftovers)
    return files


def pages_of(imported: Imported) -> dict[str, str]:
    """Return the pages of records alone, for a site that has a home page and a CV."""
    return _record_pages(imported, (*_PAGES, _NEWS)) | dict(imported.pages)


def bibliography(imported: Imported) -> str:
    """Return the entries as the text of a bibliography."""
    return "\n".join(each.bibtex for each in imported.entries)


def _heads(imported: Imported) -> list[str]:
    head = imported.bibliography_head.strip()
    return [_HEAD_OF_BIBLIOGRAPHY, *([f"{head}\n\n"] if head else [])]


def page_of(kind: str) -> str:
    """Return the path of the page on which a kind of record lives."""
    if kind == Publication.kind:
        return "publications/index.md"
    return next((path for path, _, kinds in _PAGES if kind in kinds), "index.md")


def inbox(leftovers: Sequence[Leftover]) -> str:
    """Return the list of what has no home yet."""
    lines = ["# Inbox", "", "What was found and has no place yet. This file is no page; delete what is done.", ""]
    for each in leftovers:
        lines += [
            f"## {each.place if '/' in each.place else each.place[:1].upper() + each.place[1:]}",
            "",
            f"{each.reason[:1].upper()}{each.reason[1:]}.",
            "",
        ]
        lines += ["```text", each.text.replace("```", "'''"), "```", ""]
    return "\n".join(lines)


def _told_apart(sections: Sequence[Section]) -> Iterator[Section]:
    """Give the records of sections that share a kind the section's title as a tag, by which its view finds them."""
    shared = Counter(kind for section in sections if not section.statuses for kind in section.kinds)
    for section in sections:
        if section.statuses or all(shared[kind] == 1 for kind in section.kinds):
            yield section
            continue
        yield replace(section, contents=tuple(_tagged(each, section.title) for each in section.contents))


def _tagged(content: Draft | Entry | Leftover, title: str) -> Draft | Entry | Leftover:
    tag = title.replace(",", " ")
    if isinstance(content, Draft):
        tags = ", ".join(filter(None, (content.options.get("tags", ""), tag)))
        return replace(content, options={**content.options, "tags": tags})
    if isinstance(content, Entry):
        name = "tags" if "keywords" in fields_of(content) else "keywords"
        return with_fields(content, {name: tag})
    return content


def _record_pages(imported: Imported, pages: Sequence[tuple[str, str, tuple[str, ...]]]) -> dict[str, str]:
    """Return each page that has records."""
    written: dict[str, str] = {}
    for path, title, kinds in pages:
        drafts = [each for kind in kinds for each in imported.drafts if each.kind == kind]
        if drafts:
            written[path] = _page(title, drafts)
    return written


def _page(title: str, drafts: Sequence[Draft]) -> str:
    """Write a page of records, under a heading for each kind where there are several."""
    kinds = list(dict.fromkeys(draft.kind for draft in drafts))
    lines = [f"# {title}", ""]
    for kind in kinds:
        lines += [f"## {KINDS[kind].exported.heading}", ""] if len(kinds) > 1 else []
        lines += _timeline([draft for draft in drafts if draft.kind == kind])
    return "\n".join(lines)


def _timeline(drafts: Sequence[Draft]) -> list[str]:
    written = [draft.markdown() for draft in drafts]
    fence = ":" * (1 + max(len(text) - len(text.lstrip(":")) for text in written))
    return [f"{fence}{{timeline}}", "", *written, fence, ""]


_PUBLICATIONS = """\
# Publications

:::{publications}
:group: year
:::
"""


def _cv(imported: Imported) -> str:
    """Write the CV: its sections in the order of the source, each a view of the records that stand elsewhere."""
    statuses = {status for section in imported.sections for status in section.statuses}
    lines = ["---", "pdf: cv.pdf", "---", "", "# Curriculum vitae", "", ":::{contact}", ":::", ""]
    for section in imported.sections:
        if section.kinds and set(section.kinds) <= {*_NEWS[2], Post.kind}:
            continue
        lines += [f"## {section.title}", ""]
        lines += [section.prose, ""] if section.prose else []
        for kind in section.kinds:
            lines += _view(kind, section, statuses, is_tagged=_has_tag(section, kind))
    return "\n".join(lines)


def _has_tag(section: Section, kind: str) -> bool:
    tag = section.title.replace(",", " ")
    if kind == Publication.kind:
        fields = (fields_of(each) for each in section.contents if isinstance(each, Entry))
        return any(tag in (each.get("tags"), each.get("keywords")) for each in fields)
    tags = (each.options.get("tags", "") for each in section.contents if isinstance(each, Draft) and each.kind == kind)
    return any(tag in each.split(", ") for each in tags)


def _view(kind: str, section: Section, statuses: set[str], *, is_tagged: bool) -> list[str]:
    options = []
    if kind == Publication.kind:
        shown = section.statuses or tuple(status for status in Status if status not in statuses)
        options += [f":status: {', '.join(shown)}"] if len(shown) < len(Status) else []
    else:
        options += [f":kind: {kind}"]
    options += [f":tags: {section.title.replace(',', ' ')}"] if is_tagged else []
    name = "publications" if kind == Publication.kind else "timeline"
    return [f":::{{{name}}}", *options, ":::", ""]


def _listed(pages: Mapping[str, str]) -> list[str]:
    """Return the pages that hang in the site's contents: those of a folder with a page of its own hang there."""
    folders = {path.removesuffix("index.md") for path in pages if path.endswith("/index.md")}
    listed = (path for path, text in pages.items() if not text.startswith(ORPHAN))
    return sorted(path for path in listed if path.endswith("/index.md") or not any(map(path.startswith, folders)))


def _home(imported: Imported, files: dict[str, str]) -> str:
    """Write the home page: the person, the newest work, the news, and the contents of the site."""
    profile = imported.profile or Draft(kind="profile", title="")
    profile = replace(profile, options={**profile.options, "cv": "cv.md"})
    lines = [f"# {profile.title}", "", profile.markdown()]
    if imported.entries:
        lines += [
            "## Recent work",
            "",
            ":::{publications}",
            ":limit: 5",
            ":::",
            "",
            "[All publications](publications/index.md)",
            "",
        ]
    news = [each for each in imported.drafts if each.kind in _NEWS[2]]
    lines += ["## News", "", *_timeline(news)] if news else []
    order = ["research/index.md", "publications/index.md", *(path for path, _, _ in _PAGES)]
    order += [*_listed(imported.pages), "cv.md"]
    docnames = dict.fromkeys(path.removesuffix(".md") for path in order if path in files)
    return "\n".join([*lines, "```{toctree}", ":hidden:", "", *docnames, "```", ""])

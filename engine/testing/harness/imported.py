"""What an import says, as one text: for the tests that compare it whole, and those that count its words."""

from collections.abc import Iterator

from sphinx_vita.imports.drafts import Draft, Entry, Imported, Leftover


def told(imported: Imported) -> str:
    """Return all that was read, a record or an entry a paragraph."""
    return "\n".join(filter(None, _lines(imported)))


def _lines(imported: Imported) -> Iterator[str]:
    if imported.profile:
        yield imported.profile.markdown()
    yield imported.bibliography_head
    for section in imported.sections:
        statuses = f" ({', '.join(section.statuses)})" if section.statuses else ""
        yield f"## {section.title}{statuses}\n"
        yield f"{section.prose}\n" if section.prose else ""
        yield from map(_one, section.contents)
    yield from map(_one, imported.loose)


def _one(content: Draft | Entry | Leftover) -> str:
    if isinstance(content, Draft):
        return content.markdown()
    if isinstance(content, Entry):
        return content.bibtex
    return f"left over, {content.place}: {content.reason}\n{content.text.strip()}\n"

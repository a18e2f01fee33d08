"""Posts: pages with a date in their front matter, each of which is a record."""

from docutils import nodes
from sphinx.application import Sphinx

from sphinx_vita.locale import comma
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.reading.posts import read_date, read_tags
from sphinx_vita.records import Post
from sphinx_vita.sphinx.config import date_style
from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.lookup import anchor_of
from sphinx_vita.sphinx.pages.front_matter import place_of_key
from sphinx_vita.sphinx.problems import warn
from sphinx_vita.sphinx.render.inline import text_in


def note_post(app: Sphinx, doctree: nodes.document) -> None:
    """Note the page that has been read as a post where it has a date, and show date and tags below its heading."""
    docname, domain = app.env.docname, vita_domain(app.env)
    stated = app.env.metadata[docname]
    heading = doctree.next_node(nodes.title)
    tags = read_tags(str(stated.get("tags", "")))
    if "date" not in stated or docname in domain.data["pages"]:
        if tags:
            message = "only a post has tags; write its date too, such as 'date: 2026-05-02', or take them out"
            warn(Mistake.UNKNOWN_VALUE, message, at=place_of_key(app.env, docname, "tags"))
        return
    dates, problem = read_date(str(stated["date"]))
    if dates is None or heading is None:
        message = f"this page is no post: {problem or 'it has no heading'}"
        warn(Mistake.UNREADABLE_DATE, message, at=place_of_key(app.env, docname, "date"))
        return
    summary = str(domain.data["descriptions"].get(docname, ""))
    title = text_in(heading)
    post = Post(
        key=docname,
        docname=docname,
        line=1,
        title=str(title),
        dates=dates,
        tags=tags,
        summary=summary,
        texts=() if title.is_plain else (("title", title),),
    )
    domain.note_record(post)
    domain.data["heads"].setdefault(docname, []).append(anchor_of(post))
    stated.setdefault("orphan", "")  # views list posts: none need hang in a table of contents
    section = heading.parent
    section["ids"].append(anchor_of(post))
    words = " · ".join(part for part in (date_style(app.config).print(dates), comma().join(tags)) if part)
    section.insert(section.index(heading) + 1, nodes.paragraph("", words, classes=["vita-post-dates"]))

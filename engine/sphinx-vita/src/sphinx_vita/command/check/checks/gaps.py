"""What a committee looks for and does not find: a CV to print, ways to reach and to recognise the person, results."""

import re
from collections.abc import Iterator

from sphinx_vita.command.check.documents import pdf_text
from sphinx_vita.command.check.findings import Code, Finding, Level
from sphinx_vita.command.check.page import Page, fold
from sphinx_vita.command.check.site import Site
from sphinx_vita.records import Profile, Publication, Status

NO_PDF = Code("gaps.no_pdf", Level.NOTE, "no page offers the CV as a PDF")
NO_DATE = Code("gaps.no_date", Level.NOTE, "the PDF of the CV does not say of when it is")
NO_EMAIL = Code("gaps.no_email", Level.NOTE, "the profile has no e-mail address")
NO_ORCID = Code("gaps.no_orcid", Level.NOTE, "the profile has no ORCID iD")
NO_PORTRAIT = Code("gaps.no_portrait", Level.NOTE, "the profile has no portrait")
NO_ABSTRACT = Code("gaps.no_abstract", Level.NOTE, "a selected paper has no abstract")
NO_RESULT = Code("gaps.no_result", Level.NOTE, "a selected paper does not say its result in a line")
NO_LINK = Code("gaps.no_link", Level.NOTE, "a paper that is public has nothing to open")
NO_DESCRIPTION = Code("gaps.no_description", Level.NOTE, "a page says nothing of itself in a list of search results")
CODES = (NO_PDF, NO_DATE, NO_EMAIL, NO_ORCID, NO_PORTRAIT, NO_ABSTRACT, NO_RESULT, NO_LINK, NO_DESCRIPTION)

_PROFILE = {
    "email": (NO_EMAIL, "nobody can write to the person; add ':email:' to the profile"),
    "orcid": (NO_ORCID, "committees and funders tell persons apart by ORCID iDs; add ':orcid:' to the profile"),
    "image": (NO_PORTRAIT, "initials stand in the place of a portrait; add ':image:' to the profile"),
}
_CV = re.compile(r"\b(?:cv|c\.v\.|curriculum|vita|vitae|r[eé]sum[eé]|lebenslauf|biosketch)\b", re.IGNORECASE)
_DATED = re.compile(
    r"\b(?:updated|revised|as of|version of|stand|date|mise à jour|actualizado)\b\W{0,3}.{0,20}\b20\d\d\b",
    re.IGNORECASE,
)
_MONTH = r"(?:\d{1,2}[. ]+)?[^\W\d]{3,10}\.?(?: \d{1,2},)? 20\d\d|20\d\d-\d\d(?:-\d\d)?|20\d\d ?[年년] ?\d{1,2} ?[月월]"
_PUBLIC = (Status.PUBLISHED, Status.PREPRINT)


def check(site: Site) -> Iterator[Finding]:
    """Ask of a person's site what a committee asks of it; one without a profile is nobody's."""
    for file, profile in site.of(Profile)[:1]:
        yield from _profile(site, file, profile)
        yield from _cv(site, file, profile)
        for source, publication in site.of(Publication):
            yield from _paper(source, publication)
        for page in site.pages.values():
            yield from _description(site, page, profile)


def _profile(site: Site, file: str, profile: Profile) -> Iterator[Finding]:
    """Ask for what the profile leaves out; what it withholds is left out with a purpose."""
    withheld = {private.what.partition(" ")[0] for name, private in site.private if name == file}
    for name, (code, message) in _PROFILE.items():
        if not getattr(profile, name) and name not in withheld:
            yield Finding(code=code, message=message, file=file, line=profile.line)


def _cv(site: Site, file: str, profile: Profile) -> Iterator[Finding]:
    """Look for a PDF of the CV among what pages link, and for its day in the text of the one that the site sets."""
    found = [profile.cv] if profile.cv.endswith(".pdf") else []
    for page in site.pages.values():
        for link in page.soup.select('a[href$=".pdf"]'):
            target = page.resolve(str(link["href"]))
            path = target[0] if target else str(link["href"])
            if path not in found and _CV.search(re.sub(r"[_/-]", " ", path) + " " + link.get_text()):
                found.append(path)
    if not found:
        message = (
            "nobody can print the CV; write 'pdf: cv.pdf' at the head of its page, or ':cv: cv.pdf' in the profile"
        )
        yield Finding(code=NO_PDF, message=message, file=file, line=profile.line)
    for path in found:
        if path in site.files and not is_dated(pdf_text(site.files[path])):
            message = f"{path} does not say of when it is; write a line such as 'Updated May 2025' on its page"
            yield site.on_page(NO_DATE, _page_of(site, path), message, f"pdf: {path}")


def is_dated(text: str) -> bool:
    """Whether a CV says of when it is: in words, or by a month that stands alone at its top or its bottom.

    >>> [is_dated(each) for each in ("Ada, updated: May 2025", "May 2025", "Ada · 2025年5月", "Intern, May 2025")]
    [True, True, True, False]
    """
    lines = [line for line in text.splitlines() if line.strip()]
    edges = [part.strip() for line in (*lines[:6], *lines[-3:]) for part in re.split(r"[·|]", line)]
    return bool(_DATED.search(fold(text))) or any(re.fullmatch(_MONTH, part) for part in edges)


def _page_of(site: Site, path: str) -> str:
    """Return the page that is set as a PDF; "" where no source says so."""
    sources = {name for name, text in site.sources.items() if re.search(rf"^pdf:.*\b{re.escape(path)}", text, re.M)}
    return next((page for page, name in site.documents.items() if name in sources), "")


def _paper(file: str, publication: Publication) -> Iterator[Finding]:
    cited, line = publication.cited, publication.line
    if not publication.is_listed:
        return
    if publication.selected and not (publication.abstract or cited.abstract):
        message = "this selected paper has no abstract; add 'abstract = {...}' to its entry"
        yield Finding(code=NO_ABSTRACT, message=message, file=file, line=line)
    if publication.selected and not (publication.tldr or cited.tldr):
        message = "this selected paper does not say what it found; add 'tldr = {...}', a line with its number"
        yield Finding(code=NO_RESULT, message=message, file=file, line=line)
    if publication.status in _PUBLIC and not (publication.links or cited.links or publication.isbn):
        message = "nobody can open this paper; add 'doi', 'eprint', 'url' or 'pdf' to its entry"
        yield Finding(code=NO_LINK, message=message, file=file, line=line)


def _description(site: Site, page: Page, profile: Profile) -> Iterator[Finding]:
    """Find pages whose description tells no more than their titles; those of the theme have no source."""
    if page.path not in site.documents:
        return
    meta = page.soup.select_one('head > meta[name="description"]')
    heading = page.article.select_one("h1")
    title = fold(heading.get_text()).rstrip("#¶ ") if heading else ""
    said = fold(str(meta.get("content", ""))) if meta else ""
    if not said or re.match(rf"{re.escape(title)} of {re.escape(fold(profile.name))}(?:, |$)", said):
        message = "search engines have no words for it; begin the page with a sentence, or its head with 'description:'"
        yield site.on_page(NO_DESCRIPTION, page.path, message)

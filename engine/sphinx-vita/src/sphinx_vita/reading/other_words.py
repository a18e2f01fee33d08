"""Words that people and other programs have for an option, which no likeness of letters leads to."""

from collections.abc import Collection, Iterable

from sphinx_vita.reading.suggestions import did_you_mean

# What may be written -> the options that may be meant, of which a record has the first or none.
_MEANT = {
    ("portrait", "photo", "picture", "avatar", "img", "headshot", "profile_image"): ("image",),
    ("organization", "organisation", "institution", "institute", "university", "school", "college", "employer",
     "company", "lab", "department", "affiliation", "host"): ("institution", "organization", "affiliation", "venue"),
    ("organization", "organisation", "institution", "agency", "foundation", "sponsor", "awarder", "giver", "society"): (
        "issuer", "funder", "organization", "outlet", "publisher", "office"),
    ("conference", "seminar", "workshop", "meeting", "journal", "occasion"): ("event", "venue"),
    ("date", "year", "years", "when", "time", "period", "start", "end", "startdate", "enddate", "duration"): ("dates",),
    ("link", "website", "web", "site", "page", "href", "homepage", "uri"): ("url", "homepage"),
    ("place", "city", "country", "where", "town", "state"): ("location",),
    ("position", "job", "role", "rank", "occupation", "headline", "tagline", "subtitle"): ("title", "role", "label"),
    ("degree", "study", "studytype", "area", "field", "major", "program", "course", "name", "what"): ("title", "name"),
    ("supervisor", "supervisors", "adviser", "advisers", "mentor", "pi"): ("advisors", "mentors"),
    ("examiners", "jury"): ("committee",),
    ("mail", "e-mail", "mailbox"): ("email",),
    ("tel", "telephone", "mobile", "cell", "cellphone"): ("phone",),
    ("grade", "gpa", "distinction"): ("honors",),
    ("students", "size", "class_size"): ("enrollment",),
    ("coauthors", "collaborators", "co-investigators", "team"): ("investigators", "partners", "inventors", "authors"),
    ("money", "value", "sum", "budget"): ("amount",),
    ("code", "github", "source"): ("repository",),
    ("recording", "youtube"): ("video",),
    ("presentation", "deck", "pdf"): ("slides", "cv"),
    ("resume", "vita"): ("cv",),
    ("twitter",): ("x",),
    ("google_scholar", "googlescholar", "google-scholar", "gscholar"): ("scholar",),
    ("categories", "labels", "topics", "keywords"): ("tags",),
    ("id", "label", "anchor", "slug"): ("key",),
}  # fmt: skip
_BELOW = frozenset(("bio", "biography", "about", "description", "summary", "details", "text", "highlights", "abstract"))


def meant_by(name: str, known: Collection[str]) -> str:
    """Return the option that another word means; "" where no known one does.

    >>> meant_by("organization", ["title", "institution"])
    'institution'
    """
    words = name.lower()
    meant = (option for names, options in _MEANT.items() if words in names for option in options)
    return next((option for option in meant if option in known), "")


def hint_for(name: str, known: Iterable[str], otherwise: str) -> str:
    """Return the end of a message about an option that is not there: by word, place or letters."""
    options = list(known)
    if meant := meant_by(name, options):
        return f"did you mean {meant!r}?"
    if name.lower() in _BELOW:
        return "write it below the options, after an empty line"
    if name.lower() == "alt" and "image" in options:
        return "take it out: the portrait is named after the person"
    return did_you_mean(name, options, otherwise)

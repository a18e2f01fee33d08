"""The headings of CVs, in the words that people give them: which kind of record stands below."""

import re
from typing import NamedTuple

PROSE = "prose"  # text of the person, no records


class Heading(NamedTuple):
    """What a heading means."""

    kind: str  # a name of KINDS, or PROSE
    status: str = ""  # of publications: "submitted", ...
    type: str = ""  # of a work in a bibliography, or of a record, such as "invited"


_SUBMITTED = Heading("publication", "submitted")
# The first that fits counts: what says more stands before what says less.
_MEANINGS: tuple[tuple[str, Heading], ...] = (
    (r"(?:under|in) (?:review|submission)|submitted|in revision|manuscripts? (?:under|in|submitted)", _SUBMITTED),
    (r"(?:work|manuscripts?|papers?)? ?in (?:preparation|progress)|working papers|works in progress", Heading("publication", "draft")),
    (r"in press|forthcoming|accepted", Heading("publication", "accepted")),
    (r"preprints?|e-?prints?", Heading("publication", "preprint")),
    (r"patents?", Heading("patent")),
    (r"(?:computer )?software|tools|open[- ]source(?: software| projects)?|code", Heading("software")),
    (r"data ?sets?|data products?|databases?", Heading("dataset")),
    (r"invited (?:talks?|lectures?|presentations?|seminars?)|keynotes?", Heading("talk", type="invited")),
    (r"(?:contributed|conference) (?:talks?|presentations?)", Heading("talk", type="contributed")),
    (r"posters?(?: presentations?)?", Heading("talk", type="poster")),
    (r"talks?|presentations?|lectures|seminars|colloquia|public speaking", Heading("talk")),
    (r"(?:edited )?books?|monographs?", Heading("publication", type="book")),
    (r"(?:book )?chapters?", Heading("publication", type="incollection")),
    (r"journal (?:articles?|papers?|publications?)|articles?", Heading("publication", type="article")),
    (r"conference (?:articles?|papers?|publications?|proceedings)|proceedings", Heading("publication", type="inproceedings")),
    (r"(?:technical )?reports?", Heading("publication", type="techreport")),
    (r"(?:selected )?publications?|(?:selected )?papers|bibliography|scholarship|research output|works", Heading("publication")),
    (r"research (?:interests?|statement|summary|focus|areas?|overview)|summary|profile|about(?: me)?|objective|biograph\w+|bio|personal statement", Heading(PROSE)),
    (r"interests?|hobbies|pastimes", Heading("interest")),
    (r"media|press|in the news|news coverage|media (?:coverage|appearances)|interviews|outreach media", Heading("press")),
    (r"news|announcements?", Heading("news")),
    (r"volunteer\w*|community (?:work|engagement)|outreach", Heading("volunteer")),
    (r"(?:professional )?memberships?|societies|affiliations|professional (?:societies|organi[sz]ations|affiliations)", Heading("membership")),
    (r"certificat\w+|licen[sc]es?(?: and certificat\w+)?|professional development|training", Heading("certificate")),
    (r"students?|advis(?:ing|ees?)|mentor(?:ing|ship|ees)|supervision|(?:ph\.?d|graduate|undergraduate|master'?s?) students?|theses supervised|postdocs|group members?", Heading("student")),
    (r"teaching|courses?(?: taught)?|instruction", Heading("teaching")),
    (r"grants?|funding|research support|sponsored research|projects? funded|external funding", Heading("grant")),
    (r"awards?|honou?rs?|prizes?|fellowships?|scholarships?|distinctions?|achievements?|recognition|medals", Heading("award")),
    (r"referees?|references?|recommenders?", Heading("referee")),
    (r"review(?:ing|er)?|editorial|editor(?:ship)?s?", Heading("service", type="editorial")),
    (r"service|committees?|activities|leadership|organi[sz]ation of \w+|conference organi[sz]ation|program committees?", Heading("service")),
    (r"education|degrees?|studies|academic (?:background|training|qualifications)|qualifications", Heading("degree")),
    (r"languages?", Heading("language")),
    (r"skills?|competenc\w+|technologies|expertise|programming|computer skills", Heading("skill")),
    (r"projects?", Heading("project")),
    (r"experience|employment|positions?|appointments?|work(?: history)?|career|internships?|jobs|professional history", Heading("position")),
)  # fmt: skip


def meaning_of(title: str) -> Heading | None:
    """Return what stands below a heading; None where its words do not tell.

    >>> meaning_of("PEER-REVIEWED PUBLICATIONS").kind, meaning_of("Awards & Honors").kind
    ('publication', 'award')
    """
    words = " ".join(re.sub(r"[^\w'&.-]+", " ", title.casefold()).split())
    for whole in (True, False):
        for pattern, meaning in _MEANINGS:
            if re.fullmatch(pattern, words) if whole else re.search(rf"\b(?:{pattern})\b", words):
                return meaning
    return None

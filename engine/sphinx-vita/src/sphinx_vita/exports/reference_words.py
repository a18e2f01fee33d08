"""The words that a list prints between the facts of a work, for `_` to translate; `{}` is the place of the fact."""

import re

from sphinx_vita.locale import N_, NN_, NP_
from sphinx_vita.reading.works import Work
from sphinx_vita.records import Status

ET_AL = N_(" et al.")
IN = N_("In {}")
IN_BY = N_("In {title} by {people}")
OF_WHOLE = N_("{volume} of {whole}")
EDITED_BY = N_("edited by {}")
SPECIAL_ISSUE = N_("special issue {}")
IMPRINT = N_("{place}: {publisher}")
ISSUE_OF_VOLUME = N_("{volume}({issue})")
KIND_AND_NUMBER = N_("{kind} {number}")
TITLE_AND_FACTS = N_("{title} ({facts})")
# The marks around the title of a book or a journal in Chinese, Japanese or Korean characters, which have no italics.
OWN_TITLE = NP_("title in East Asian characters", "{}")
NTH_EDITION, NTH_SERIES = NN_("{}th ed.", "{}th ed."), NN_("{}th ser.", "{}th ser.")  # `th` is 1st, 2nd, 3rd in English
NUMBERED: dict[str, str | tuple[str, str]] = {
    "journal_volume": NP_("volume of a journal", "{}"),
    "issue": NP_("issue of a journal", "no. {}"),
    "volume": N_("volume {}"),
    "book_volume": N_("vol. {}"),
    "volumes": NN_("{} vol.", "{} vols."),
    "part": N_("part {}"),
    "number": N_("no. {}"),
    "article": N_("article {}"),
    "chapter": N_("chapter {}"),
    "page": N_("page {}"),
    "pages": N_("pages {}"),
    "page_total": NN_("{} page", "{} pages"),
    "edition": N_("{} ed."),
    "version": N_("version {}"),
    "isbn": "ISBN {}",
    "language": NP_("language of a work", "in {}"),
    "original": N_("originally {}"),
    "reprint": N_("reprinted as {}"),
}
_VOLUME = re.compile(
    r"^(?:vol|band\b|bd\b|jg\b|jahrg|tom[eo]?\b|t\.|ann[oé]|año|т\.|том\b|כרך|مج|المجلد)|[卷巻冊册권]", re.IGNORECASE
)
_ISSUE = re.compile(
    r"^(?:nos?\b|nr\b|n[úu]m|n\.?\s?[°ºᵒ]|n\.o\b|issue|iss\b|heft|h\.|ausg|fasc|№|вып|גיל|חוב|عدد|العدد|ع\b)|[期号號호]",
    re.IGNORECASE,
)
_PAGES = re.compile(r"^(?:pp?\b|s\.|pages?\b|p[áa]gs?\b|article|с\.|стр|עמ|ص)|[页頁쪽]", re.IGNORECASE)
SAYS_IT = {  # what authors write beside a number themselves
    "journal_volume": _VOLUME,
    "issue": _ISSUE,
    "volume": _VOLUME,
    "book_volume": _VOLUME,
    "volumes": re.compile(r"vol|bände|bde|tom|том|т\.|כרכ|مجلد|[卷巻冊册권]", re.IGNORECASE),
    "part": re.compile(r"^(?:part|pt|teil|ч\.|часть|חלק|الجزء|جزء)|[部篇부]", re.IGNORECASE),
    "number": _ISSUE,
    "article": re.compile(r"^(?:art|стат|ст\.|מאמר|مقال|المقال)|文章|論文|论文|논문", re.IGNORECASE),
    "chapter": re.compile(r"^(?:ch|kap|cap|гл|פרק|فصل|الفصل)|[章장]", re.IGNORECASE),
    "page": _PAGES,
    "pages": _PAGES,
    "page_total": re.compile(r"page|pp?\b|\bS\.|seiten|leaves|feuill|p[áa]g|\bс\.|стр|עמ|صفح|[页頁쪽]", re.IGNORECASE),
    "version": re.compile(r"^v(?:er[sś]|er\b|\.?\s?[0-9])|release|верс|גרס|[إا]صدار|バージョン|버전|版", re.IGNORECASE),
    "isbn": re.compile(r"^isbn", re.IGNORECASE),
}
STATUSES = {  # of what has yet to appear
    Status.ACCEPTED: N_("To appear"),
    Status.SUBMITTED: N_("Under review"),
    Status.PREPRINT: N_("Preprint"),
    Status.DRAFT: N_("In preparation"),
}
KINDS = {  # of works whose place does not tell what they are
    Work.THESIS: N_("Thesis"),
    Work.REPORT: N_("Report"),
    Work.PATENT: N_("Patent"),
    Work.STANDARD: N_("Standard"),
    Work.SOFTWARE: N_("Software"),
    Work.DATASET: N_("Dataset"),
    Work.TALK: N_("Talk"),
    Work.VIDEO: N_("Video"),
    Work.FILM: N_("Film"),
    Work.AUDIO: N_("Audio"),
    Work.IMAGE: N_("Image"),
    Work.LETTER: N_("Letter"),
}
KINDS_BY_TYPE = {  # the same by the type of the entry, where that says more
    "poster": N_("Poster"),
    "lecture": N_("Lecture"),
    "presentation": N_("Presentation"),
    "review": N_("Review"),
    "booklet": N_("Booklet"),
    "manual": N_("Manual"),
    "artwork": N_("Artwork"),
    "music": N_("Music"),
}
PARTS_OF_PEOPLE = {
    "editor": N_("Edited by {}"),
    "translator": N_("Translated by {}"),
    "introduction": N_("Introduction by {}"),
    "foreword": N_("Foreword by {}"),
    "afterword": N_("Afterword by {}"),
    "annotator": N_("Annotated by {}"),
    "commentator": N_("Commentary by {}"),
    "compiler": N_("Compiled by {}"),
    "founder": N_("Founded by {}"),
    "continuator": N_("Continued by {}"),
    "redactor": N_("Redaction by {}"),
    "reviser": N_("Revised by {}"),
    "collaborator": N_("With {}"),
    "organizer": N_("Organized by {}"),
    "director": N_("Directed by {}"),
}
EDITORS = {
    "editor": NN_("editor", "editors"),
    "compiler": NN_("compiler", "compilers"),
    "founder": NN_("founder", "founders"),
}
ORIGINS = {  # by biblatex's `relatedtype`
    "reviewof": N_("Review of {}"),
    "translationof": N_("Translation of {}"),
    "maintranslationof": N_("Translation of {}"),
    "translationfrom": N_("Translated from {}"),
    "translationas": N_("Translated as {}"),
    "reprintof": N_("Reprint of {}"),
    "reprintfrom": N_("Reprinted from {}"),
    "reprintas": N_("Reprinted as {}"),
    "origpubin": N_("Originally published in {}"),
    "origpubas": N_("Originally published as {}"),
}

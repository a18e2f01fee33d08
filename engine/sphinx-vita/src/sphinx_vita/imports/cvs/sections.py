"""The headings of CVs, in the words that people give them: which kind of record stands below."""

import re
from typing import NamedTuple

from sphinx_vita.records.slugs import fold

PROSE = "prose"  # text of the person, no records


class Heading(NamedTuple):
    """What a heading means."""

    kind: str  # a name of KINDS, or PROSE
    status: str = ""  # of publications: "submitted", ...
    type: str = ""  # of a work in a bibliography, or of a record, such as "invited"


# Words without accents. The first that fits counts: what says more stands before what says less.
_MEANINGS: tuple[tuple[Heading, tuple[str, ...]], ...] = (
    (Heading("publication", "submitted"), (
        r"(?:under|in) (?:review|submission)|submitted|in revision|manuscripts? (?:under|in|submitted)",
        r"eingereicht\w*|im erscheinen|soumis\w*|en evaluation|enviad[oa]s|en revision",
    )),
    (Heading("publication", "draft"), (
        r"(?:work|manuscripts?|papers?)? ?in (?:preparation|progress)|working papers?|works in progress",
        r"in vorbereitung|en preparation|en preparacion",
    )),
    (Heading("publication", "accepted"), (r"in press|forthcoming|accepted|to appear|im druck|a paraitre|en prensa",)),
    (Heading("publication", "preprint"), (r"pre-?prints?|e-?prints?",)),
    (Heading("patent"), (r"patents?|patente|brevets?|patentes",)),
    (Heading("software"), (
        r"(?:computer )?software|tools|open[- ]source(?: software| projects)?|code|logiciels?|programas informaticos",
    )),
    (Heading("dataset"), (r"data ?sets?|data products?|databases?|datensatze|jeux de donnees|conjuntos de datos",)),
    (Heading("talk", type="invited"), (
        r"invited (?:talks?|lectures?|presentations?|seminars?)|keynotes?",
        r"eingeladene vortrage|conferences invitees?|(?:conferencias|ponencias) invitadas",
    )),
    (Heading("talk", type="contributed"), (r"(?:contributed|conference) (?:talks?|presentations?)",)),
    (Heading("talk", type="poster"), (r"posters?(?: presentations?)?",)),
    (Heading("talk"), (
        r"talks?|presentations?|lectures|seminars|colloquia|public speaking|vortrage|konferenzbeitrage",
        r"communications|conferences|exposes|ponencias|conferencias|presentaciones|comunicaciones",
    )),
    (Heading("publication", type="review"), (r"book reviews|rezensionen|comptes rendus|resenas",)),
    (Heading("publication", type="mastersthesis"), (r"master['’]?s? ?(?:thes[ie]s|arbeit)",)),
    (Heading("publication", type="phdthesis"), (r"(?:ph\.?d\.?|doctoral) (?:thes[ie]s|dissertation)|doktorarbeit",)),
    (Heading("publication", type="thesis"), (r"thes[ie]s|dissertations?",)),
    (Heading("publication", type="book"), (r"(?:edited )?books?|monographs?|monographien|bucher|livres|ouvrages"
    r"|libros",)),
    (Heading("publication", type="incollection"), (
        r"(?:book )?chapters?|buchkapitel|buchbeitrage|chapitres(?: de livres?| d['’]ouvrages?)?"
        r"|capitulos(?: de libros?)?",
    )),
    (Heading("publication", type="article"), (
        r"journal (?:articles?|papers?|publications?)|articles?|aufsatze|zeitschriftenartikel|artikel|articulos",
    )),
    (Heading("publication", type="inproceedings"), (r"conference (?:articles?|papers?|publications?|proceedings)"
    r"|proceedings",)),
    (Heading("publication", type="techreport"), (r"(?:technical )?reports?|berichte|rapports|informes",)),
    (Heading("publication"), (
        r"(?:selected )?publications?|(?:selected )?papers|bibliography|scholarship|research output|works",
        r"(?:ausgewahlte )?publikationen|veroffentlichungen|schriften(?:verzeichnis)?|publicaciones|publicacoes"
        r"|pubblicazioni",
    )),
    (Heading(PROSE), (
        r"research (?:interests?|statement|summary|focus|areas?|overview)|summary|profile|about(?: me)?|objective",
        r"biograph\w+|bio|personal statement|forschungs(?:interessen|schwerpunkte|gebiete)|uber mich|kurzprofil|profil",
        r"(?:themes|interets|axes) de recherche|a propos|resume|lineas de investigacion|sobre mi|perfil|resumen",
        r"intereses de investigacion",
    )),
    (Heading("interest"), (
        r"interests?|hobbies|hobbys|pastimes|interessen|centres d['’ ]interets?|loisirs|intereses|aficiones",
    )),
    (Heading("press"), (
        r"media|press|in the news|news coverage|media (?:coverage|appearances)|interviews|outreach media",
        r"presse|in den medien|medien|dans les medias|prensa|en los medios",
    )),
    (Heading("news"), (r"news|announcements?|neuigkeiten|actualites|noticias",)),
    (Heading("volunteer"), (
        r"volunteer\w*|community (?:work|engagement)|outreach|extra-?curricular(?: activit\w+)?",
        r"ehrenamt\w*|(?:ehrenamtliches )?engagement|benevolat|voluntariado",
    )),
    (Heading("membership"), (
        r"(?:professional )?memberships?|societies|affiliations|professional (?:societies|organi[sz]ations"
        r"|affiliations)",
        r"mitgliedschaften|societes savantes|membresias|sociedades",
    )),
    (Heading("certificate"), (
        r"certificat\w+|licen[sc]es?(?: and certificat\w+)?|professional development|training",
        r"zertifikate|weiterbildung\w*|fortbildung\w*|formation continue|certificaciones|cursos",
    )),
    (Heading("student"), (
        r"students?|advis(?:ing|ees?)|mentor(?:ing|ship|ees)|supervision|theses supervised|postdocs|group members?",
        r"(?:ph\.?d|graduate|undergraduate|master'?s?) students?|betreuung|betreute arbeiten|doktorand\w+",
        r"encadrement|doctorants|direccion de tesis|tesis dirigidas|estudiantes",
    )),
    (Heading("teaching"), (
        r"teaching|courses?(?: taught)?|instruction|lehre|lehrtatigkeit|lehrerfahrung|lehrveranstaltungen",
        r"enseignements?|docencia|ensenanza|experiencia docente",
    )),
    (Heading("grant"), (
        r"grants?|funding|research support|sponsored research|projects? funded|external funding",
        r"drittmittel|forderung|financements?|financiacion|subvenciones|proyectos financiados",
    )),
    (Heading("award"), (
        r"awards?|honou?rs?|prizes?|fellowships?|scholarships?|distinctions?|achievements?|recognition|medals",
        r"preise|auszeichnungen|ehrungen|stipendien|prix|bourses|premios|becas|distinciones|reconocimientos",
    )),
    (Heading("referee"), (r"referees?|references?|recommenders?|referenzen|referencias",)),
    (Heading("service", type="editorial"), (r"review(?:ing|er)?|editorial|editor(?:ship)?s?|gutachtertatigkeit\w*",)),
    (Heading("service"), (
        r"service|committees?|activities|leadership|organi[sz]ation of \w+|conference organi[sz]ation",
        r"program committees?|gremien(?:arbeit)?|akademische selbstverwaltung|responsabilites|servicio|gestion",
    )),
    (Heading("degree"), (
        r"education(?: (?:&|and) (?:training|qualifications))?|degrees?|studies|academic (?:background|training"
        r"|qualifications)|qualifications",
        r"(?:akademische |schul)?ausbildung|studium|bildungsweg|werdegang|formation|etudes|diplomes|cursus",
        r"educacion|formacion|estudios|titulos|istruzione|formacao",
    )),
    (Heading("language"), (r"languages?|sprach(?:en|kenntnisse)|langues|idiomas|lenguas",)),
    (Heading("skill"), (
        r"skills?|competenc\w+|technologies|expertise|programming|computer skills|kenntnisse|fahigkeiten",
        r"kompetenzen|edv-?kenntnisse|habilidades|competencias|informatique",
    )),
    (Heading("project"), (r"projects?|projekte|projets|proyectos",)),
    (Heading("position"), (
        r"experience|employment|positions?|appointments?|work(?: history)?|career|internships?|jobs"
        r"|professional history",
        r"berufserfahrung|berufspraxis|beruflicher werdegang|berufstatigkeit|praktika|anstellungen",
        r"experiences?(?: professionnelles?)?|parcours professionnel|emplois|stages|postes",
        r"experiencia(?: laboral| profesional)?|empleo|trayectoria|cargos",
    )),
)  # fmt: skip
_PATTERNS = [("|".join(words), meaning) for meaning, words in _MEANINGS]


def meaning_of(title: str) -> Heading | None:
    """Return what stands below a heading; None where its words do not tell.

    >>> meaning_of("PEER-REVIEWED PUBLICATIONS").kind, meaning_of("Awards & Honors").kind
    ('publication', 'award')
    """
    words = _words(title)
    found = (meaning for pattern, meaning in _PATTERNS if re.search(rf"\b(?:{pattern})\b", words))
    return _named(words) or next(found, None)


def is_section(title: str) -> bool:
    """Whether a text is the name of a section and nothing else, however it is set."""
    return _named(_words(title)) is not None


def _named(words: str) -> Heading | None:
    return next((meaning for pattern, meaning in _PATTERNS if re.fullmatch(pattern, words)), None)


def _words(title: str) -> str:
    return " ".join(re.sub(r"[^\w'’&.-]+", " ", fold(title).casefold()).split())

"""The words around dates in the languages of CVs, which babel's tables of the Unicode consortium do not have.

In each cell the words are separated by `|`; the first is the one that is printed, the others are only read.
"""

from typing import NamedTuple

from sphinx_vita.locale import catalog_of


class Words(NamedTuple):
    """The words of one language; `{}` is the place of a date."""

    now: str
    seasons: tuple[str, str, str, str]  # winter, spring, summer, fall
    since: str  # read alone: `since 2020` is printed as what goes on
    until: str
    expected: str
    forthcoming: str
    about: str
    decade: str
    semester: str  # half an academic year, by its number
    to: str = ""  # read between two dates
    joint: str = " – "  # printed between two dates
    comma: str = ", "  # printed between two spans of time
    skipped: str = ""  # words that say nothing


WORDS = {
    "en": Words(
        "Present|Now|Today|Current|Ongoing|to date|to present|onwards|onward",
        ("Winter|Winters", "Spring|Springs", "Summer|Summers", "Fall|Falls|Autumn|Autumns"),
        "since|from|starting|beginning|as of",
        "until {}|till|til|up to|through",
        "{} (expected)|expected|expected graduation|exp|anticipated|anticipate|projected|planned|scheduled",
        "forthcoming|to appear|in press|upcoming|tba|tbd|to be announced|to come",
        "c. {}|ca|circa|about|approximately|approx|around|roughly",
        "{}s",
        "Semester {}|semester|sem",
        to="to|until|till|through|thru",
        skipped="st|nd|rd|th|of|the|in|on|session|year|ay|academic|academic year|school year",
    ),
    "zh": Words(
        "今|至今|现在|現在|目前|迄今",
        ("冬|冬季|寒假", "春|春季|春天", "夏|夏季|暑假", "秋|秋季|秋天"),
        "自|从|從|起|以来|以來|开始|開始",
        "截至{}|前|为止|為止|以前|之前",
        "{}（预计）|预计|预计毕业|預計|预期|預期",
        "待定|即将发表|即將發表|即将|即將",
        "约{}|约|約|大约|大約|左右",
        "{}年代|年代",
        "第{}学期|学期|學期",
        to="至|到",
        joint="至",
        comma="、",
        skipped="学年|學年|学年度|學年度|第|毕业|畢業|入学|入學",
    ),
    "ja": Words(
        "現在|現在に至る|今|継続中",
        ("冬|冬季", "春|春季", "夏|夏季", "秋|秋季"),
        "から|より|以降|以来",
        "{}まで|まで|以前",
        "{}（予定）|予定|見込み|見込|修了予定|卒業予定|取得予定|修了見込み|卒業見込み",
        "近刊|未定|発表予定",
        "約{}|頃|ごろ",
        "{}年代",
        "第{}学期|学期",
        to="から|より",
        joint="～",
        comma="、",
        skipped="年度|に|の|第|卒業|修了|入学|取得|着任|退職",
    ),
    "ko": Words(
        "현재|지금|계속|진행중",
        ("겨울", "봄", "여름", "가을"),
        "부터|이후|이래",
        "{}까지|까지|이전",
        "{}(예정)|예정|졸업예정|수료예정|예상",
        "출간 예정|미정|출간예정",
        "약 {}|약|경",
        "{}년대|년대",
        "{}학기|학기",
        to="부터|에서",
        joint=" ~ ",
        skipped="년도|학년도|제|졸업|수료|입학",
    ),
    "de": Words(
        "heute|jetzt|laufend|dato|aktuell|gegenwärtig|bis heute|andauernd",
        ("Winter|Wintersemester|WS|WiSe", "Frühling|Frühjahr|Frühlingssemester|Frühjahrssemester|FS",
         "Sommer|Sommersemester|SS|SoSe|Sose", "Herbst|Herbstsemester|HS"),
        "seit|ab|von|vom",
        "bis {}",
        "{} (voraussichtlich)|voraussichtlich|vsl|vorauss|erwartet|geplant|vrsl",
        "im Erscheinen|im Druck|erscheint demnächst|in Vorbereitung",
        "ca. {}|etwa|um|zirka|circa|ungefähr",
        "{}er|er Jahre|er|Jahre",
        "{}. Semester|Semester",
        to="bis|bis zum",
        skipped="den|dem|der|im|Jahr|Akademisches|Studienjahr|akad|Uhr|zum",
    ),
    "fr": Words(
        "aujourd’hui|présent|maintenant|en cours|actuellement|actuel|ce jour|nos jours",
        ("hiver", "printemps", "été", "automne"),
        "depuis|dès|à partir de|à partir du|à compter de",
        "jusqu’en {}|jusqu'en|jusqu'à|jusqu'au|jusque",
        "{} (prévu)|prévu|prévue|prévus|attendu|attendue|prév",
        "à paraître|à venir|sous presse",
        "vers {}|environ|env",
        "années {}|années|les années",
        "semestre {}|semestre",
        to="à|au|jusqu'à|jusqu'en|jusqu'au",
        skipped="er|ère|ème|e|le|la|de|du|en|année|universitaire|année universitaire|l'année",
    ),
    "es": Words(
        "actualidad|presente|el presente|la actualidad|hoy|actual|actualmente|ahora|la fecha|en curso",
        ("invierno", "primavera", "verano", "otoño"),
        "desde|a partir de|desde el",
        "hasta {}|hasta el",
        "{} (previsto)|previsto|prevista|esperado|esperada|estimado",
        "próximamente|en prensa|por aparecer|de próxima aparición",
        "hacia {}|aproximadamente|aprox|alrededor de|cerca de",
        "años {}|años|los años|década de|década",
        "semestre {}|semestre",
        to="a|al|hasta|hasta el",
        skipped="de|del|el|la|en|año|curso|académico|curso académico|año académico",
    ),
    "pt": Words(
        "presente|atualidade|hoje|atual|atualmente|agora|o momento|o presente|em curso|em andamento",
        ("inverno", "primavera", "verão", "outono"),
        "desde|a partir de|desde o",
        "até {}|até ao|até a",
        "{} (previsto)|previsto|prevista|esperado",
        "no prelo|em breve|a publicar|a aparecer",
        "cerca de {}|aproximadamente|por volta de|aprox",
        "anos {}|anos|década de|década",
        "semestre {}|semestre",
        to="a|ao|até|até ao|à",
        skipped="de|do|da|o|em|ano|letivo|ano letivo",
    ),
    "it": Words(
        "oggi|presente|attuale|attualmente|ora|in corso|ad oggi",
        ("inverno", "primavera", "estate", "autunno"),
        "dal|da|a partire dal|dall'",
        "fino al {}|fino al|fino a|sino al",
        "{} (previsto)|previsto|prevista|atteso",
        "in corso di stampa|di prossima pubblicazione|prossimamente|in stampa",
        "circa {}|verso|intorno al",
        "anni {}|anni|gli anni",
        "semestre {}|semestre",
        to="al|a|ad|fino al|all'",
        skipped="il|di|del|dell|nel|anno|accademico|anno accademico|a.a",
    ),
    "ru": Words(
        "настоящее время|н. в.|н.в.|наст. время|наст. вр.|настоящего времени|сейчас|сегодня|текущее время",
        ("зима|зимой|зимний", "весна|весной|весенний", "лето|летом|летний", "осень|осенью|осенний"),
        "с|со|начиная с",
        "до {}",
        "{} (ожидается)|ожидается|ожид|планируется|предположительно",
        "в печати|готовится к печати|скоро",
        "около {}|ок|приблизительно|примерно",
        "{}-е|е|е годы|е гг",
        "{} семестр|семестр",
        to="по|до",
        skipped="г|гг|год|года|году|годы|годов|учебный|уч|учебный год|в|семестр|е|го|й",
    ),
    "ar": Words(
        "الآن|حتى الآن|الحاضر|الوقت الحاضر|اليوم|حاليا|مستمر",
        ("شتاء|الشتاء", "ربيع|الربيع", "صيف|الصيف", "خريف|الخريف"),
        "منذ|من",
        "حتى {}|لغاية",
        "{} (متوقع)|متوقع|المتوقع|متوقعة",
        "قيد النشر|قريبا|تحت الطبع",
        "نحو {}|حوالي|تقريبا|قرابة",
        "عقد {}|عقد|عقد الـ",
        "الفصل {}|الفصل|فصل",
        to="إلى|الى|حتى",
        comma="، ",
        skipped="عام|سنة|م|الدراسي|العام|العام الدراسي|في",
    ),
    "he": Words(
        "היום|כיום|עכשיו|הווה|ההווה|עד היום",
        ("חורף|החורף", "אביב|האביב", "קיץ|הקיץ", "סתיו|הסתיו"),
        "מאז|החל מ|מ",
        "עד {}",
        "{} (צפוי)|צפוי|צפויה|משוער",
        "בדפוס|בקרוב|יופיע",
        "בערך {}|בסביבות|לערך",
        "שנות ה-{}|שנות|שנות ה",
        "סמסטר {}|סמסטר",
        to="עד|ועד",
        skipped="שנת|בשנת|ב|ה|שנה|אקדמית|שנה אקדמית",
    ),
}  # fmt: skip

WORDS["zh-hant"] = WORDS["zh"]._replace(
    expected="{}（預計）|預計|預期", forthcoming="待定|即將發表|即將", about="約{}|約|大約", semester="第{}學期|學期"
)


def words_of(language: str) -> Words:
    """Return the words of a language; English for one that has none here."""
    name = catalog_of(language)
    return WORDS.get({"zh_TW": "zh-hant", "zh_CN": "zh"}.get(name, name), WORDS["en"])

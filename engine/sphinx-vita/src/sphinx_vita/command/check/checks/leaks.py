"""What is public and better were not: contacts of others, data that nobody asks for, keys, links to edit by."""

import re
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from sphinx_vita.command.check.findings import Code, Finding, Level
from sphinx_vita.command.check.page import Page
from sphinx_vita.command.check.site import Site
from sphinx_vita.records import Profile, Record, Student, Value, options_of

CONTACT = Code("leaks.contact", Level.NOTE, "anybody can read how to reach somebody else, or where the person lives")
PUPIL = Code("leaks.pupil", Level.NOTE, "a pupil or an undergraduate is named")
PERSONAL = Code("leaks.personal", Level.NOTE, "a page tells what no application needs and a thief of identities does")
SECRET = Code("leaks.secret", Level.ERROR, "a key or password of a service is public")
EDITABLE = Code("leaks.editable", Level.WARNING, "a link lets whoever follows it change or join something")
OWN_DISK = Code("leaks.own_disk", Level.ERROR, "a link leads to the disk or the network of whoever wrote it")
PLACE = Code("leaks.place", Level.WARNING, "a picture says where it was taken")
CODES = (CONTACT, PUPIL, PERSONAL, SECRET, EDITABLE, OWN_DISK, PLACE)

# Fields that are somebody's to give away, by kind; of other kinds all addresses of e-mail and telephone numbers.
_OWN = {"phone": "a telephone number", "address": "a postal address"}
_CONTACTS = {Value.EMAIL: "the e-mail address of {}", Value.PHONE: "the telephone number of {}"}
_PUPIL = re.compile(r"\b(high.?school|pupil|undergrad\w*|bachelor\w*|freshman|sophomore)\b", re.IGNORECASE)
_PERSONAL = re.compile(
    r"\b(date of birth|born on|place of birth|geburtsdatum|date de naissance|fecha de nacimiento|marital status|"
    r"social security|passport (?:no|number)|national id|tax id|iban|religion|blood (?:group|type))\b[ .:#]*\S",
    re.IGNORECASE,
)
_SECRETS = {  # each begins with a word, which is found fast
    "a private key": r"PRIVATE KEY-----\s",
    "a key of Amazon's": r"AKIA[0-9A-Z]{16}\b",
    "a token of GitHub": r"gh[opsu]_[A-Za-z0-9]{30,}\b",
    "a new token of GitHub": r"github_pat_\w{30,}\b",
    "a token of GitLab": r"glpat-[\w-]{20,}",
    "a key of Google's": r"AIza[\w-]{35}",
    "a token of Slack": r"xox[abpr]-[0-9A-Za-z-]{10,}",
    "a key of a language model": r"sk-(?:ant-|proj-)?\w{20}[\w-]{12,}",
    "a token of Hugging Face": r"hf_[A-Za-z]{30,}\b",
    "a token of PyPI": r"pypi-AgEI[\w-]{30,}",
}
_EDITABLE = re.compile(
    r"^https?://(?:docs\.google\.com/\w+/(?:u/\d/)?d/[^/]+/edit|(?:www\.)?overleaf\.com/(?:project/\w|\d{6,}\w)"
    r"|calendar\.google\.com/.*private-|[\w.]*zoom\.us/j/\d+\?pwd=|(?:www\.)?figma\.com/(?:file|design)/\w"
    r"|[^?#]+\?(?:.*&)?(?:X-Amz-Signature|access_token|api_?key|token|sig)=\w)",
    re.IGNORECASE,
)
_OWN_DISK = re.compile(
    r"^(?:file:|[A-Za-z]:[\\/]|/(?:home|Users)/\w|(?:https?:)?//(?:localhost|127\.|0\.0\.0\.0|\[::1\]|192\.168\.|10\.\d))"
)
_READ = (".html", ".js", ".css", ".json", ".txt", ".xml", ".bib", ".md")
_PHOTOGRAPHS = (".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".avif")
_GPS = 0x8825  # of Exif: where


def check(site: Site) -> Iterator[Finding]:
    """Look at records, at pages and at pictures."""
    for file, record in site.records:
        yield from _of_record(file, record)
    for page in site.pages.values():
        for found in {match[1].lower(): match for match in _PERSONAL.finditer(page.text)}.values():
            message = f"the page tells a {found[1].lower()}; take it out, or keep it for those who must know"
            yield site.on_page(PERSONAL, page.path, message, found[1])
        yield from _links(site, page)
    for name, path in site.files.items():
        if name.endswith(_READ):
            text = site.pages[name].html if name in site.pages else path.read_text("utf-8", "replace")
            yield from _secrets(site, name, text)
        elif name.lower().endswith(_PHOTOGRAPHS) and _says_where(path):
            message = f"{name} holds the place where it was taken; save it without Exif data"
            yield site.on_page(PLACE, _page_with(site, name), message, name.rpartition("/")[2])


def _of_record(file: str, record: Record) -> Iterator[Finding]:
    """Find what is somebody's own: of the person number and street, of others every way to reach them."""
    whose = "the person" if isinstance(record, Profile) else f"a {record.kind}"
    public: dict[str, str] = {}
    for name, each in options_of(type(record)).items():
        what = _OWN.get(name, "") if isinstance(record, Profile) else _CONTACTS.get(each.metadata["value"], "")
        if what and getattr(record, name):
            public[name] = what.format(whose)
    for name, what in public.items():
        asks = "" if isinstance(record, Profile) else "ask whether that is right, or "
        message = f"anybody can read {what}; {asks}write ':visibility: private {name}'"
        yield Finding(code=CONTACT, message=message, file=file, line=record.line)
    if isinstance(record, Student) and (found := _PUPIL.search(f"{record.level} {record.role}")):
        asks = "ask whether that is right, or write ':visibility: private'"
        message = f"anybody can read who this is ({found[1].lower()}); {asks}"
        yield Finding(code=PUPIL, message=message, file=file, line=record.line)


def _links(site: Site, page: Page) -> Iterator[Finding]:
    for address in dict.fromkeys(address for _, address in page.addresses()):
        if _EDITABLE.match(address):
            message = f"{_shortened(address)} lets anybody change, join or fetch something; link a copy to read"
            yield site.on_page(EDITABLE, page.path, message, address)
        elif _OWN_DISK.match(address):
            message = f"{_shortened(address)} is found on one machine alone; put the file into the site"
            yield site.on_page(OWN_DISK, page.path, message, address)


def _secrets(site: Site, name: str, text: str) -> Iterator[Finding]:
    """Find keys in a file; what is told of one shows its beginning alone."""
    for what, pattern in _SECRETS.items():
        for found in {match[0]: match for match in re.finditer(pattern, text)}.values():
            if not text[: found.start()][-1:].isalnum():
                message = f"{what} is public, '{found[0][:8]}…'; revoke it at once, then take it out"
                yield site.on_page(SECRET, name, message, found[0])


def _says_where(path: Path) -> bool:
    """Whether a picture holds coordinates; what is no picture holds none."""
    try:
        with Image.open(path) as picture:
            return bool(picture.getexif().get_ifd(_GPS))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return False


def _page_with(site: Site, name: str) -> str:
    """Return the first page that shows a file; the file where none does."""
    shown = f"/{name}".rpartition("/")[2]
    return next((path for path, page in site.pages.items() if shown in page.html), name)


def _shortened(address: str) -> str:
    return repr(address if len(address) < 60 else f"{address[:56]}…")

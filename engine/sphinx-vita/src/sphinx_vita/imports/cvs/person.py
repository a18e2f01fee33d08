"""The head of a CV: the name, and how the person is reached."""

import re

from sphinx_vita.imports.accounts import account, network_of
from sphinx_vita.imports.cvs.items import is_place, links_of, words_of
from sphinx_vita.imports.drafts import Draft, Leftover, profile_of
from sphinx_vita.reading.links import check_email

_CUTS = re.compile(r"\s*(?:[◊⋄◇|·•∙●]|\$\\cdot\$|\s{3,}|\\hfill|&nbsp;)\s*|\s*\n\s*|\s+[–—]\s+")
_PHONE = re.compile(r"[^\w+(]*(?:[A-Za-z]+[:.]?\s+)?(?P<number>\+?[\d(][\d\s().-]{6,}\d)\W*")
_LABELED = re.compile(r"\W*(?P<label>[A-Za-z -]{2,20}):\W*(?P<text>.+)")
_LABELS = {
    "adresse": "location", "anschrift": "location", "dirección": "location", "ort": "location", "location": "location",
    "address": "location", "pronouns": "pronouns", "position": "label",
}  # fmt: skip
_EMPLOYER = re.compile(
    r"\b(?:Department|Universi\w+|Institut\w*|College|School|Faculty|Hochschule|[ÉE]cole|Laborato\w+)\b(?! (?:of|at"
    r"|in) .*\b(?:professor|student))"
)
_OF_A_CV = re.compile(
    r"(?i)(?:curriculum vitae|cv|résumé|resume|lebenslauf)(?: of| von| de| –| -|:)?\s+"
    r"|(?:['’]s?)?[\s,–-]+(?:curriculum vitae|cv|résumé|resume|lebenslauf)$"
)


def read_person(name: str, texts: list[str], whole: str) -> tuple[Draft | None, list[Leftover]]:
    """Return the profile that stands above the first section, and what there leads nowhere.

    `whole` is the CV: a name in capitals is written as it stands elsewhere in it.
    """
    if not name.strip():
        return None, []
    options: list[tuple[str, str]] = []
    prose: list[str] = []
    leftovers: list[Leftover] = []
    for text in texts:
        pieces = [piece for piece in _CUTS.split(text) if piece.strip()]
        if len(pieces) == 1 and len(text) > 100:
            prose.append(text)
            continue
        for piece in (each.strip(" \\") for each in pieces):
            found = _read_piece(piece)
            if found:
                options.append(found)
            else:
                leftovers.append(Leftover(text=piece.strip(), reason=_reason(piece), place="the head of the CV"))
    title = _as_written(without_document(words_of(name)), whole)
    return profile_of(title, options, "\n\n".join(prose), "the head of the CV"), leftovers


def without_document(name: str) -> str:
    """Take the words off a title that say that it is a CV: `CV of Ann Lee`, `Ann Lee's résumé`.

    >>> without_document("Curriculum Vitae")
    ''
    """
    return "" if _OF_A_CV.sub("", f"{name} ").strip() == "" else _OF_A_CV.sub("", name)


def _read_piece(piece: str) -> tuple[str, str] | None:
    """Tell what a piece of the head is: the option of the profile and its text; None where it does not say."""
    words = words_of(piece)
    address = next((url for _, url in links_of(piece)), "")
    if address:
        return _read_address(address, words)
    labeled = _LABELED.fullmatch(words)
    text = labeled["text"] if labeled else words
    option = _LABELS.get(labeled["label"].strip().lower()) if labeled else None
    if option:
        return option, text
    known = account(labeled["label"], text) if labeled else None
    if known:
        return known
    if "@" in text and not check_email(text):
        return "email", text
    phone = _PHONE.fullmatch(words)
    if phone:
        return "phone", phone["number"]
    if re.fullmatch(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?", text):
        return _read_address(f"https://{text}", words)
    if is_place(text):
        return "location", text
    if _EMPLOYER.search(words) and not re.search(r"\]\(|[#\d]", piece):
        return "organization", words
    return ("label", words) if not re.search(r"\]\(|[#\d]", piece) and len(words.split()) > 1 else None


def _read_address(url: str, words: str) -> tuple[str, str]:
    """Tell whose page an address is."""
    if url.startswith("mailto:"):
        return "email", url.removeprefix("mailto:")
    if url.startswith("tel:"):
        return "phone", words
    return network_of(url) or "homepage", url


def _reason(piece: str) -> str:
    nowhere = re.match(r"\[(?P<words>[^\]]*)\]\(#?\)", piece.strip())
    if nowhere:
        return f"the link {nowhere['words']!r} leads nowhere; write its address as an option of the profile"
    return "it does not say what it is; write it as an option of the profile"


def _as_written(name: str, whole: str) -> str:
    """Return a name in capitals as the CV writes it elsewhere; else with a capital at each beginning."""
    if not name.isupper():
        return name
    found = re.findall(re.escape(name).replace(r"\ ", r"\s+"), whole, re.IGNORECASE)
    usual = next((each for each in found if not each.isupper()), "")
    return " ".join(usual.split()) or name.title()

"""The addresses in the front matter of a page: options of its record, or lines that lead there."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sphinx_vita.imports.data.json_values import mappings, words
from sphinx_vita.imports.old_sites.old_pages import Source
from sphinx_vita.imports.old_sites.old_site import OldSite


@dataclass(slots=True)
class Links:
    """The addresses in front matter: those that a kind has an option for, and lines that lead to the others."""

    options: dict[str, str]
    lines: list[str]
    read: list[str]


# A key of front matter -> the options that it may be; al-folio, academicpages and HugoBlox.
_LINK_KEYS = {
    "url": "url", "link": "url", "website": "url", "redirect": "url", "external_link": "url", "event_url": "url",
    "paperurl": "url", "github": "repository", "code": "repository", "repository": "repository", "repo": "repository",
    "url_code": "repository", "slidesurl": "slides", "slides": "slides", "url_slides": "slides",
    "presentation": "slides", "video": "video", "url_video": "video", "videourl": "video", "url_pdf": "", "pdf": "",
    "url_dataset": "", "url_project": "", "url_source": "", "url_custom": "",
}  # fmt: skip


def links_of_page(site: OldSite, source: Source, known: Mapping[str, object]) -> Links:
    found = Links({}, [], [])
    for key, value in source.head.items():
        name = key.lower()
        if name == "links" and isinstance(value, list):
            found.read.append(key)
            written = [(words(each, "name") or words(each, "label"), words(each, "url")) for each in mappings(value)]
        elif name in _LINK_KEYS and not isinstance(value, (list, Mapping)):
            found.read.append(key)
            written = [("", str(value).strip())]
        else:
            continue
        for label, address in written:
            _place(site, source, _LINK_KEYS.get(name, ""), label or _label(name), address, known, found)
    return found


def _place(
    site: OldSite, source: Source, option: str, words: str, address: str, known: Mapping[str, object], found: Links
) -> None:
    """Put an address into an option or a line."""
    if not address or address in ("#", "example"):
        return
    if option == "repository" and re.fullmatch(r"[\w-]+/[\w.-]+", address):
        address = f"https://github.com/{address}"
    target = site.lead(address, source.path)
    if not target:
        site.leave(f"{words}: {address}", "this address leads nowhere", source.path)
    elif option in known and option not in found.options and (target.startswith("http") or option == "slides"):
        found.options[option] = target
    else:
        found.lines.append(f"[{words}]({target})")


def _label(name: str) -> str:
    words = {"pdf": "PDF", "url": "Website"}
    plain = name.removeprefix("url_")
    return words.get(plain, plain.replace("_", " ").removesuffix("url").capitalize())

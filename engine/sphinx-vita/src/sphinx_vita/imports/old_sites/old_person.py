"""The person of an old site: accounts, addresses and the words about them, as the options of the profile."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from sphinx_vita.imports.accounts import account, network_of
from sphinx_vita.imports.drafts import Draft, profile_of, said
from sphinx_vita.imports.old_sites.old_site import OldSite
from sphinx_vita.reading.accounts import NETWORKS

NO_OPTION = "the profile has no option for it"
OLD_CV = "the site makes its own CV, page and PDF; this one was there before"
_ENDINGS = re.compile(r"_(?:username|userid|user|id|profile|url|link|channel|handle)$")
_ENVELOPE = re.compile(r"\s*(?:\[at\]|\(at\)|\{at\}| at )\s*", re.IGNORECASE)
_DOT = re.compile(r"\s*(?:\[dot\]|\(dot\))\s*", re.IGNORECASE)
_NOT_SAID = ("rss_icon", "rss", "cv_pdf_icon", "feed", "")


class Person:
    """The options of a profile while they are found."""

    def __init__(self, site: OldSite, place: str) -> None:
        self.site, self.place = site, place
        self.options: list[tuple[str, str]] = []
        self.links: list[tuple[str, str]] = []
        self.body: list[str] = []

    def say(self, option: str, text: Any) -> None:
        """Say an option; the first counts."""
        if isinstance(text, str) and text.strip():
            self.options.append((option, " ".join(text.split())))

    def portrait(self, written: str, near: str, folder: str) -> None:
        """Say the portrait, which a file names, or tell that it is not there."""
        picture = self.site.asset(written, near, folder)
        self.say("image", f"/{picture}" if picture else "")
        if not picture:
            self.site.leave(written, "this picture is not among the files", near)

    def social(self, name: str, value: Any) -> None:
        """Read an account under the name of its network, as tools call it; it becomes an option or a link."""
        if isinstance(value, Mapping):
            self._own(name, value)
            return
        text = str(value or "").strip()
        plain = _ENDINGS.sub("", name.strip().lower())
        if not text or plain in _NOT_SAID or text.lower() in ("true", "false"):
            return
        if plain in ("email", "mail", "envelope"):
            self.say("email", _DOT.sub(".", _ENVELOPE.sub("@", text.removeprefix("mailto:"))))
        elif plain == "cv_pdf":
            self.old_cv(text)
        elif text.startswith("http"):
            self.link(text, name)
        else:
            found = account(plain, text)
            if found:
                self.options.append(found)
            else:
                self.site.leave(f"{name}: {text}", NO_OPTION, self.place)

    def link(self, address: str, words: str) -> None:
        """Read an address: an account where its host is known, else a link."""
        address = address.strip()
        if address.startswith("mailto:"):
            self.say("email", address.removeprefix("mailto:"))
        elif address.startswith("tel:"):
            self.say("phone", address.removeprefix("tel:"))
        elif address.startswith("www."):
            self.link(f"https://{address}", words)
        elif not address.startswith("http"):
            if address.endswith(".pdf"):
                self.old_cv(address)
            else:
                self.site.leave(f"{words}: {address}", NO_OPTION, self.place)
        elif network_of(address):
            self.options.append((network_of(address), address))
        else:
            self.links.append((words.replace("_", " ").strip() or "Website", address))

    def old_cv(self, address: str) -> None:
        """Take the CV along that was offered, and tell of it."""
        self.site.asset(address, "")
        self.site.leave(address, OLD_CV, self.place)

    def draft(self, name: str) -> Draft | None:
        """Return the profile."""
        if not name.strip():
            return None
        kept = said(self.options)
        other = [(option, text) for option, text in self.options if option in kept and kept[option] != text]
        for option, text in other:
            if option in NETWORKS:
                network, is_address = NETWORKS[option], ":" in text
                label = network.name if is_address else f"{network.name}: {text}"
                self.links.append((label, text if is_address else network.address.format(text)))
            elif option != "label":
                self.site.leave(f"{option}: {text}", "the profile has another one already", self.place)
        links = ((words, address) for words, address in dict.fromkeys(self.links) if not re.search(r"[<>;\s]", address))
        written = [f"{words} <{address}>" for words, address in links]
        kept |= {"links": "; ".join(written)} if written else {}
        body = "\n\n".join(filter(None, self.body))
        return profile_of(" ".join(name.split()), kept.items(), body, self.place)

    def _own(self, name: str, value: Mapping[str, Any]) -> None:
        """Read a network of the person's own: a title and an address, or an organization and a name."""
        address, title = str(value.get("url") or ""), str(value.get("title") or name)
        if address.startswith("http"):
            self.link(address, title)
        elif value.get("organization") and value.get("username"):
            self.social(name.removesuffix("_edu"), f"https://{value['organization']}.academia.edu/{value['username']}")
        else:
            self.site.leave(f"{name}: {dict(value)}", NO_OPTION, self.place)


def joined(parts: Iterable[str]) -> str:
    """Join what there is, with blanks."""
    return " ".join(part.strip() for part in parts if part and part.strip())

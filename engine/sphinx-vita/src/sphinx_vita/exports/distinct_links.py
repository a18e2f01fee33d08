"""The links of a publication that lead to different places: a DOI often leads where another link leads already."""

import re
from urllib.parse import unquote, urlsplit

from sphinx_vita.records import PAGES, Link

# Where the DOIs of a registrant lead: those of a journal or a conference have the site of their publisher.
_SITES = {
    "10.1002": "wiley.com", "10.1111": "wiley.com", "10.1007": "springer.com", "10.1038": "nature.com",
    "10.1016": "sciencedirect.com cell.com thelancet.com elsevier.com", "10.1109": "ieee.org computer.org",
    "10.1145": "acm.org", "10.1093": "oup.com", "10.1017": "cambridge.org", "10.1021": "acs.org", "10.1039": "rsc.org",
    "10.1073": "pnas.org", "10.1080": "tandfonline.com", "10.1088": "iop.org", "10.1103": "aps.org",
    "10.1126": "science.org sciencemag.org", "10.1137": "siam.org", "10.1177": "sagepub.com", "10.1371": "plos.org",
    "10.1162": "mit.edu", "10.18653": "aclanthology.org", "10.2307": "jstor.org", "10.3389": "frontiersin.org",
    "10.3390": "mdpi.com", "10.1101": "biorxiv.org medrxiv.org cshlp.org", "10.5281": "zenodo.org",
    "10.1609": "aaai.org", "10.24963": "ijcai.org", "10.1561": "nowpublishers.com", "10.5555": "acm.org",
}  # fmt: skip
_SHORTEST = 6  # letters of a DOI that are enough to know its page by


def distinct(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Leave out a DOI beside the page of a repository that it leads to, and a publisher's page beside its DOI."""
    doi = next((unquote(urlsplit(link.url).path).strip("/").lower() for link in links if link.kind == "doi"), "")
    same = {link.kind for link in links if doi and link.kind in PAGES and _leads_to(doi, link.url)}
    left_out = "doi" if same - {"publisher"} else "publisher"
    return tuple(link for link in links if link.kind != left_out or not same or not _is_same(doi, link))


def _is_same(doi: str, link: Link) -> bool:
    return link.kind == "doi" or _leads_to(doi, link.url)


def _leads_to(doi: str, url: str) -> bool:
    """Whether an address is where a DOI leads: the DOI or the end of it stands there, or its registrant's site."""
    address = urlsplit(url.lower())
    host = address.netloc.removeprefix("www.")
    if not host or host.endswith("doi.org"):
        return False
    registrant, _, own = doi.partition("/")
    if any(host == site or host.endswith(f".{site}") for site in _SITES.get(registrant, "").split()):
        return True
    rest = unquote(f"{address.path}?{address.query}")
    return len(own) >= _SHORTEST and re.search(rf"(?<![a-z0-9]){re.escape(own)}(?![\w-])", rest) is not None

"""The numbers by which catalogs and repositories know a work, besides DOI, arXiv and ISBN, and the pages they open."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import quote, unquote

from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.records import Identifier


@dataclass(frozen=True, slots=True)
class Catalog:
    """A catalog: where entries name it, what its numbers look like, and what they open."""

    scheme: str  # also the kind of the link, in `LINK_LABELS`
    opens: str  # an address with `{}` in the place of the number
    example: str
    number: str  # a pattern; its groups hold the bare number
    fields: str = ""  # that hold nothing else
    archives: str = ""  # words of `eprinttype` and `archiveprefix`, in lower case without blanks
    address: str = ""  # a pattern of its pages, with the same groups
    prefix: str = ""  # of the bare number, where people leave it out

    def bare(self, written: str) -> str:
        """Return the bare number in what was written, or in an address of the catalog; "" for none."""
        if re.match(r"https?://", written, re.IGNORECASE):
            found = _address_pattern(self).match(written) if self.address else None
        else:
            found = _number_pattern(self).fullmatch(written.strip())
        return self.prefix + unquote(next(group for group in found.groups() if group)) if found else ""

    def page(self, number: str) -> str:
        """Return the address that a number opens."""
        return self.opens.format(quote(number, safe="/:._-()"))


@cache
def _address_pattern(catalog: Catalog) -> re.Pattern[str]:
    return re.compile(rf"https?://(?:www\.)?{catalog.address}", re.IGNORECASE)


@cache
def _number_pattern(catalog: Catalog) -> re.Pattern[str]:
    return re.compile(catalog.number, re.IGNORECASE)


_HAL_HOSTS = r"(?:[\w-]+\.)?(?:hal\.science|archives-ouvertes\.fr|hal\.inria\.fr)|hal\.inria\.fr|hal\.fr|tel\.fr"
_ADS = r"[0-9]{4}[A-Za-z][A-Za-z0-9.&%]{12,18}[A-Z.]"
CATALOGS = (
    Catalog(
        "pmid", "https://pubmed.ncbi.nlm.nih.gov/{}/", "23456789", r"(?:PMID:?\s*)?([1-9][0-9]{0,8})",
        fields="pmid pubmed", archives="pubmed pmid medline",
        address=r"(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/([0-9]+)",
    ),
    Catalog(
        "pmcid", "https://pmc.ncbi.nlm.nih.gov/articles/{}/", "PMC3456789", r"(?:PMCID:?\s*)?(?:PMC)?([1-9][0-9]{0,8})",
        fields="pmcid pmc", archives="pmc pmcid pubmedcentral", prefix="PMC",
        address=r"(?:pmc\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pmc)/articles/PMC([0-9]+)(?!.*pdf)",
    ),
    Catalog(
        "hal", "https://hal.science/{}", "hal-01234567", r"(?:HAL:?\s*)?([a-z_]{2,20}-[0-9]{6,8})(?:v[0-9]+)?",
        fields="hal_id halid hal", archives="hal halid",
        address=rf"(?:{_HAL_HOSTS})/(?:[\w-]+/)?([a-z_]{{2,20}}-[0-9]{{6,8}})(?:v[0-9]+)?/?$",
    ),
    Catalog(
        "jstor", "https://www.jstor.org/stable/{}", "2118385", r"(?:JSTOR:?\s*)?([0-9]{4,}|10\.[0-9]{4,}/[^\s]+)",
        fields="jstor jstor_id", archives="jstor", address=r"jstor\.org/(?:stable|pss)/((?:10\.[0-9]+/)?[\w.]+)/?$",
    ),
    Catalog(
        "biorxiv", "https://www.biorxiv.org/content/10.1101/{}", "2020.01.30.927871",
        r"(?:doi:\s*)?(?:10\.1101/)?((?:[0-9]{4}\.[0-9]{2}\.[0-9]{2}\.)?[0-9]{5,8})(?:v[0-9]+)?",
        fields="biorxiv", archives="biorxiv",
        address=r"biorxiv\.org/(?:content/)?(?:early/[0-9/]+|10\.1101/)([0-9.]{5,20})(?:v[0-9]+)?(?!.*pdf)",
    ),
    Catalog(
        "medrxiv", "https://www.medrxiv.org/content/10.1101/{}", "2020.03.24.20042937",
        r"(?:doi:\s*)?(?:10\.1101/)?((?:[0-9]{4}\.[0-9]{2}\.[0-9]{2}\.)?[0-9]{5,8})(?:v[0-9]+)?",
        fields="medrxiv", archives="medrxiv",
        address=r"medrxiv\.org/(?:content/)?(?:early/[0-9/]+|10\.1101/)([0-9.]{5,20})(?:v[0-9]+)?(?!.*pdf)",
    ),
    Catalog(
        "ssrn", "https://ssrn.com/abstract={}", "3456789", r"(?:SSRN:?\s*)?([0-9]{4,9})",
        fields="ssrn", archives="ssrn",
        address=r"(?:papers\.)?ssrn\.com/(?:abstract=|sol3/papers\.cfm\?(?:.*&)?abstract_?id=)([0-9]+)",
    ),
    Catalog(
        "osf", "https://osf.io/{}", "ab3cd", r"(?:osf\.io/)?([a-z0-9]{5})(?:_v[0-9]+)?",
        archives="osf osfpreprints psyarxiv socarxiv edarxiv metaarxiv mediarxiv",
        address=r"osf\.io/(?:preprints/(?:[\w-]+/)?)?([a-z0-9]{5})(?:_v[0-9]+)?/?$",
    ),
    Catalog(
        "iacr", "https://eprint.iacr.org/{}", "2020/123", r"(?:Report\s+|Paper\s+)?([0-9]{4}/[0-9]{1,5})",
        archives="iacr iacreprint cryptologyeprintarchive", address=r"eprint\.iacr\.org/([0-9]{4}/[0-9]{1,5})/?$",
    ),
    Catalog(
        "openreview", "https://openreview.net/forum?id={}", "rJXMpikCZ", r"([\w-]{8,14})",
        fields="openreview", archives="openreview", address=r"openreview\.net/forum\?(?:.*&)?id=([\w-]+)",
    ),
    Catalog(
        "acl", "https://aclanthology.org/{}/", "2022.acl-long.389",
        r"([A-Z][0-9]{2}-[0-9]{4,5}|[0-9]{4}\.[\w-]+\.[0-9]+)",
        fields="acl_id anthology", archives="acl aclanthology",
    ),
    Catalog(
        "corpusid", "https://api.semanticscholar.org/CorpusID:{}", "13756489",
        r"(?:S2ID:?\s*|Corpus ?ID:?\s*)?([0-9]{3,12})", fields="corpusid s2id semanticscholar",
        archives="corpusid semanticscholar s2cid", address=r"(?:api\.)?semanticscholar\.org/CorpusID:?([0-9]+)",
    ),
    Catalog(
        "s2id", "https://www.semanticscholar.org/paper/{}", "204e3073870fae3d05bcbc2f6a8e263d9b72e776",
        r"([0-9a-f]{40})", fields="s2id corpusid semanticscholar", archives="semanticscholar s2id",
        address=r"(?:api\.)?semanticscholar\.org/paper/(?:[^/?#]+/)?([0-9a-f]{40})",
    ),
    Catalog(
        "inspire", "https://inspirehep.net/literature/{}", "1608652", r"(?:inspire:?\s*)?([0-9]{3,9})",
        fields="inspire inspirehep_id", archives="inspire",
        address=r"(?:old\.)?inspirehep\.net/(?:literature|record)/([0-9]+)",
    ),
    Catalog(
        "bibcode", "https://ui.adsabs.harvard.edu/abs/{}/abstract", "2001ApJ...553...47F", rf"({_ADS})",
        fields="bibcode adsurl", archives="ads adsabs bibcode",
        address=rf"(?:ui\.)?adsabs\.(?:harvard\.edu|eso\.org)/(?:abs/|cgi-bin/nph-bib_query\?bibcode=)({_ADS})",
    ),
    Catalog(
        "mr", "https://mathscinet.ams.org/mathscinet-getitem?mr={}", "1234567", r"(?:MR)?\s*([0-9]{4,7})(?:\s*\(.*\))?",
        fields="mrnumber mr", archives="mr mrnumber mathscinet",
        address=r"(?:mathscinet\.)?ams\.org/mathscinet-getitem\?mr=(?:MR)?([0-9]+)",
    ),
    Catalog(
        "zbl", "https://zbmath.org/?q=an:{}", "1234.56789", r"(?:Zbl|JFM)?:?\s*([0-9]{4}\.[0-9]{5}|[0-9.]{7,12})",
        fields="zblnumber zbl", archives="zbl zbmath",
        address=r"zbmath\.org/(?:\?q=an:|)(?:Zbl )?([0-9]{4}\.[0-9]{5}|[0-9]{7,8})",
    ),
    Catalog(
        "oclc", "https://search.worldcat.org/title/{}", "1234567890", r"(?:\(OCoLC\)|OCLC:?\s*|oc[mn])?([0-9]{5,12})",
        fields="oclc", archives="oclc worldcat",
        address=r"(?:search\.)?worldcat\.org/(?:[a-z]{2}/)?(?:title|oclc)/([0-9]{5,12})",
    ),
    Catalog(
        "swhid", "https://archive.softwareheritage.org/{}", "swh:1:rev:309cf2674ee7a0749978cf8265ab91a60aea0f7d",
        r"(swh:1:(?:cnt|dir|rev|rel|snp):[0-9a-f]{40}(?:;\S*)?)", fields="swhid", archives="swh softwareheritage",
        address=r"archive\.softwareheritage\.org/(?:browse/)?(swh:1:[a-z]{3}:[0-9a-f]{40}[^\s?#]*)",
    ),
    Catalog(
        "ark", "https://n2t.net/{}", "ark:/12148/btv1b8449691v", r"(ark:/?[0-9bcdfghjkmnpqrstvwxz]{5,9}/\S+)",
        fields="ark", archives="ark", address=r"n2t\.net/(ark:/?[^\s?#]+)",
    ),
    Catalog(
        "googlebooks", "https://books.google.com/books?id={}", "hZkPAQAAMAAJ", r"([\w-]{12})",
        fields="googlebooks google_books", archives="googlebooks",
        address=r"books\.google\.[a-z.]+/books\?(?:.*&)?id=([\w-]{12})",
    ),
    Catalog(
        "handle", "https://hdl.handle.net/{}", "1721.1/12345", r"(?:hdl:?\s*)?([0-9]+(?:\.[0-9A-Za-z]+)*/[^\s]+)",
        fields="handle hdl", archives="hdl handle", address=r"hdl\.handle\.net/([0-9][^\s?#]*)",
    ),
    Catalog(
        "urn", "https://nbn-resolving.org/{}", "urn:nbn:de:101:1-201102033592", r"(urn:nbn:[\w:+.()/-]+)",
        fields="urn", archives="urn", address=r"nbn-resolving\.(?:org|de)/(urn:nbn:[\w:+.()/-]+)",
    ),
)  # fmt: skip
FIELDS = frozenset(name for catalog in CATALOGS for name in catalog.fields.split())
_BY_SCHEME = {catalog.scheme: catalog for catalog in CATALOGS}
_OTHER_NUMBERS = ("urn", "adsurl", "hal", "mr", "zbl", "pmc", "anthology", "openreview", "handle", "jstor")  # or words


def read_identifiers(fields: Mapping[str, str], addresses: Mapping[str, str]) -> tuple[Identifier, ...]:
    """Return the numbers of an entry, each scheme once; `addresses` are the clean values of the fields."""
    found: dict[str, str] = {}
    for catalog in CATALOGS:
        for written in (*_written(catalog, fields, addresses), *_addresses(addresses)):
            if number := catalog.bare(written):
                found.setdefault(catalog.scheme, number)
    return tuple(Identifier(scheme=scheme, value=number) for scheme, number in found.items())


def numbers_that_are_none(addresses: Mapping[str, str]) -> Iterator[tuple[Mistake, str]]:
    """Warn of fields for one catalog that hold no number of it."""
    for name, written in addresses.items():
        catalogs = [catalog for catalog in CATALOGS if name in catalog.fields.split()]
        if catalogs and name not in _OTHER_NUMBERS and not any(catalog.bare(written) for catalog in catalogs):
            what = f"{written[:60]!r} is no number of this catalog; write it like '{catalogs[0].example}'"
            yield Mistake.INVALID_LINK, f"field '{name}': {what}"


@lru_cache(maxsize=4096)
def identifier_in(address: str) -> Identifier | None:
    """Return the number that an address opens, where it is one of a catalog."""
    for catalog in CATALOGS:
        if address[:4].lower() == "http" and (number := catalog.bare(address)):
            return Identifier(scheme=catalog.scheme, value=number)
    return None


def page_of(identifier: Identifier) -> str:
    """Return the address that a number opens."""
    return _BY_SCHEME[identifier.scheme].page(identifier.value)


def _written(catalog: Catalog, fields: Mapping[str, str], addresses: Mapping[str, str]) -> Iterator[str]:
    """Yield what an entry says to be a number of the catalog."""
    yield from (addresses[name] for name in catalog.fields.split() if name in addresses)
    archive = "".join((fields.get("eprinttype", "") or fields.get("archiveprefix", "")).lower().split()).strip("{}")
    if archive in catalog.archives.split() and "eprint" in addresses:
        yield addresses["eprint"]


def _addresses(addresses: Mapping[str, str]) -> Iterator[str]:
    """Yield the addresses among the fields that may hold a page of a catalog."""
    names = ("url", "html", "link", "ee", "preprint", "postprint", "pdf", "eprint", "howpublished")
    yield from (addresses[name] for name in names if re.match(r"https?://", addresses.get(name, ""), re.IGNORECASE))

"""Every sign by which an entry tells how far its work has come. Nothing but tables; `status` reads them.

Sources: biblatex's manual (keys of `pubstate`); the registrants of DOIs at Crossref and DataCite; the Open Science
Framework's own table of prefixes (10.31219 to 10.31237); openRxiv's notice on its prefix 10.64898; what Zotero, Better
BibTeX, doi.org, HAL, NASA ADS and DBLP write for preprints; words as they stand in CVs.
"""

import re
from typing import NamedTuple

from sphinx_vita.records import Status

PUBSTATES = {  # biblatex's keys, and `published`, which people add to them
    "inpreparation": Status.DRAFT,
    "submitted": Status.SUBMITTED,
    "forthcoming": Status.ACCEPTED,
    "inpress": Status.ACCEPTED,
    "prepublished": Status.PREPRINT,  # also what Zotero writes for every preprint since June 2024
    "published": Status.PUBLISHED,
}


WORDS = {  # one pattern a line, in lower case without accents; the first that matches counts
    Status.DRAFT: r"""
        (?:in|under) ?prep(?:arations?|\b\.?)
        in the works|unfinished|ongoing|(?:work )?in progress|planned
        (?:soon )?(?:to|will) be (?:re)?submitted|for submission
        rejected|withdrawn
        (?:(?:first|early|rough|working|complete|full) )?draft
        unpublished|not (?:yet )?published|manuscript$
        in vorbereitung|entwurf
        en preparation|brouillon
        en preparacion|borrador|em preparacao|in preparazione
    """,
    Status.SUBMITTED: r"""
        under (?:[\w-]+ ){0,3}?(?:peer[- ]?review|review|revision|consideration|evaluation|submission)
        in (?:(?:peer|first|second|third|open)[- ]?)?(?:reviews?|revisions?|submission|refereeing)
        (?:re)?submitted|submission
        (?:revise|reject(?:ed)?) (?:and|&|\+) re-?submit|r ?& ?r
        (?:minor|major) revisions?|being (?:revised|reviewed)
        revisions? (?:requested|invited|submitted|due|under way)
        invited (?:to revise|to resubmit|revision|resubmission)
        (?:awaiting|pending) (?:peer )?(?:review|decision|revision)|(?:peer )?review pending
        (?:conditionally|provisionally) accepted|accepted,? (?:with|pending|subject to|conditional)\b.*
        eingereicht|(?:in|unter|zur) begutachtung|in uberarbeitung
        soumis(?:es?)?|en (?:cours d(?:e |['’]))?(?:evaluation|revision|relecture)
        enviad[oa]|sometid[oa]|en evaluacion|bajo revision
        submetid[oa]|em revisao|sottomess[oa]|in revisione
    """,
    Status.ACCEPTED: r"""
        (?:articles? )?in[ -]?press
        forthcoming|to (?:appear|be published|be presented|come out)|will appear|appearing in
        (?:(?:online|published|print|e-?pub(?:lished)?),? )?ahead of (?:print|publication)|e-?pub
        early (?:access|view|online)|(?:published )?online first|first ?view
        in production|in proofs?
        (?:just )?accepted
        (?:im|in) druck|im erscheinen|erscheint|angenommen|akzeptiert|zur veroffentlichung angenommen
        a paraitre|sous presse|accepte(?:es?)?
        en prensa|aceptad[oa]|por aparecer|no prelo|aceit[oa]
        in stampa|accettat[oa]|in corso di (?:stampa|pubblicazione)
    """,
    Status.PREPRINT: r"""
        (?:(?:electronic|online) )?(?:pre[- ]?prints?|e-?prints?)
        (?:\w+ )?(?:working|discussion) papers?
        prepublished|prepublication|prepublicacion
        ssrn scholarly paper|posted content|not (?:yet )?peer[- ]reviewed
    """,
    Status.PUBLISHED: r"""
        published|appeared
        erschienen|veroffentlicht|publie(?:es?)?|publicad[oa]|pubblicat[oa]
    """,
}
HONORS = re.compile(  # what is said of a paper that is out: `Accepted as an oral`
    r"accepted,? (?:as|for) (?:an? )?(?:[\w-]+ )?"
    r"(?:oral|spotlight|poster|talk|highlight|presentation|full|long|short|regular|demo)"
)
OTHER_SUBMISSIONS = re.compile(  # what is no submission to a venue
    r"submi(?:tted|ssion) (?:in partial|as (?:an? )?(?:part|thesis|dissertation|master|phd)|(?:to|on) (?:the )?arxiv"
    r"|to the (?:faculty|department|university|graduate|school)|by\b|(?:number|id|no)\b|#)"
)
PLACEHOLDERS = frozenset("tbd tba tbc n/a na none unknown ? ?? ??? - -- – — . x xx xxx todo".split())  # for a venue


class Repository(NamedTuple):
    """A place that publishes without peer review."""

    name: str
    pattern: str  # of venues, publishers, institutions, `howpublished` and `eprinttype`
    doi: str = ""  # a pattern of its DOIs
    is_deposit: bool = False  # of anything: software and data too


REPOSITORIES = (
    # DataCite
    Repository("arXiv", r"arxiv|e-?print arxiv|corr(?=\s|,|$)|computing research repository", r"10\.48550/"),
    Repository("Zenodo", r"zenodo", r"10\.5281/", is_deposit=True),
    Repository("figshare", r"figshare", r"10\.6084/", is_deposit=True),
    Repository("OSF", r"osf\b|open science framework|center for open science", r"10\.17605/", is_deposit=True),
    Repository("HAL", r"hal\b|archives[- ]ouvertes|halshs|hal science ouverte"),
    Repository("PsychArchives", r"psycharchives", r"10\.23668/"),
    Repository("MPRA", r"munich personal repec|mpra\b"),
    # Crossref; bioRxiv and medRxiv share the prefix of Cold Spring Harbor's journals and have numbers for names.
    Repository(
        "bioRxiv, medRxiv", r"(?:bio|med)rxiv|openrxiv",
        r"10\.1101/(?:[0-9]{4}\.[0-9]{2}\.[0-9]{2}\.)?[0-9]{5,8}(?:v[0-9]+)?$|10\.64898/",
    ),
    Repository("ChemRxiv", r"chemrxiv", r"10\.26434/"),
    Repository("OSF Preprints and its communities", r"osf preprints", r"10\.312(?:19|2[0-9]|3[0-7])/"),
    Repository("EdArXiv", r"edarxiv", r"10\.35542/"),
    Repository("AfricArXiv", r"africarxiv", r"10\.21428/3b2160cd|10\.31730/"),
    Repository("EcoEvoRxiv", r"ecoevorxiv", r"10\.32942/"),
    Repository("MediArXiv", r"mediarxiv", r"10\.33767/"),
    Repository("EarthArXiv", r"eartharxiv", r"10\.31223/"),
    Repository("engrXiv", r"engrxiv", r"10\.31224/"),
    Repository("Research Square", r"research square|researchsquare", r"10\.21203/rs"),
    Repository("SSRN", r"ssrn|social science research network", r"10\.2139/ssrn"),
    Repository("Preprints.org", r"preprints(?:\.org)?$|mdpi preprints", r"10\.20944/preprints"),
    Repository("TechRxiv", r"techrxiv", r"10\.36227/techrxiv"),
    Repository("Authorea, ESSOAr", r"authorea|essoar|earth and space science open", r"10\.22541/|10\.1002/essoar"),
    Repository("PeerJ Preprints", r"peerj pre-?prints", r"10\.7287/peerj\.preprints"),
    Repository("SciELO Preprints", r"scielo preprints", r"10\.1590/scielopreprints"),
    Repository("SAGE Advance", r"sage advance|advance: a sage|advance preprints", r"10\.31124/"),
    Repository("JMIR Preprints", r"jmir preprints", r"10\.2196/preprints"),
    Repository("Qeios", r"qeios", r"10\.32388/"),
    Repository("Cambridge Open Engage", r"cambridge open engage|apsa preprints", r"10\.33774/"),
    Repository("ScienceOpen Preprints", r"scienceopen preprints", r"10\.14293/(?:s2199|pr2199)"),
    Repository("Beilstein Archives", r"beilstein archives", r"10\.3762/bxiv"),
    Repository("NBER", r"nber\b|national bureau of economic research", r"10\.3386/w"),
    # Without DOIs
    Repository("other archives ending in -xiv", r"(?![ivxlcdm]+\b)[a-z-]{2,}xiv(?:\.org)?\b"),
    Repository("Cryptology ePrint Archive", r"(?:iacr )?cryptol(?:ogy|\.) ?e-?print|iacr e-?print"),
    Repository("ECCC", r"electronic colloquium on computational complexity|eccc\b|electron(?:\.|ic) colloq"),
    Repository("CEPR, IZA, CESifo", r"cepr discussion|iza discussion|iza dp|cesifo working|iza\b|cepr\b|cesifo\b"),
    Repository("PhilSci-Archive", r"philsci"),
    Repository("LingBuzz", r"ling ?buzz"),
    Repository("Optimization Online", r"optimization online"),
    Repository("viXra", r"vixra"),
    Repository("OpenReview", r"openreview(?:\.net)?(?: preprint)?$|submitted to openreview"),
)  # fmt: skip
PREPRINT_TYPES = ("preprint", "workingpaper", "posted-content")  # entry types and words of `type`
MAY_BE_PREPRINTS = (  # entry types whose only place may be a repository
    "misc article online unpublished electronic www techreport report preprint workingpaper inproceedings conference"
    " incollection inbook".split()
)
NO_SUBMISSIONS = (  # entry types whose notes speak of other things when they say `submitted`
    "thesis phdthesis mastersthesis bachelorsthesis software dataset patent".split()
)
REVIEWED_TYPES = ("article", "inproceedings", "conference")  # what referees read, where nothing else is said
UNREVIEWED = re.compile(r"\b(?:magazine|newspaper|newsletter|blog|editorial|letter|book review)\b")  # as a type
UNREVIEWED_VENUES = re.compile(r"\b(?:newspaper|newsletter|blog)\b")  # many a magazine is refereed

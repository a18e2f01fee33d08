"""The person whose portfolio it is, and others whose names appear on it."""

from dataclasses import dataclass
from typing import Any, ClassVar

from sphinx_vita.locale import N_
from sphinx_vita.records.exported import Exported
from sphinx_vita.records.layout import Layout, Piece
from sphinx_vita.records.network import ANY_NAME, Network
from sphinx_vita.records.record import Record, Value, option


def account(
    name: str, address: str, example: str = "name", form: str = ANY_NAME, *, hosts: tuple[str, ...] = (), **traits: bool
) -> Any:
    """Declare a network on which the person may have an account: the option is named as the field."""
    network = Network(name, address, example, form, hosts, **traits)
    return option(Value.ACCOUNT, f"{name}: {example!r}" if example != "name" else name, network=network)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile(Record):
    """The person whose portfolio it is; the body is the short biography."""

    kind: ClassVar[str] = "profile"
    noun: ClassVar[str] = N_("Profile")
    named_by: ClassVar[tuple[str, ...]] = ("name",)
    layout: ClassVar[Layout] = Layout()  # it is the head of the home page
    exported: ClassVar[Exported] = Exported()  # what every export is about

    name: str = option(
        Value.TEXT,
        "the full name; in another script behind it, where it shall be shown too: 'Mei Chen (陳美)'",
        required=True,
    )
    family: str = option(
        Value.TEXT, "the part of the name that is the family's, where it is not the last word: 'García Márquez', 'Nagy'"
    )
    aliases: tuple[str, ...] = option(
        Value.NAMES,
        "the name as it stands in papers: in another script, before a marriage; only to recognise it, shown nowhere",
    )
    pronouns: str = option(Value.TEXT, "how to speak of the person: 'she/her'")
    label: str = option(Value.TEXT, "one line that says what the person is and where")
    organization: str = option(
        Value.TEXT,
        "where the person works or studies, for search engines; stands behind the label where that does not say it",
    )
    affiliations: tuple[tuple[str, str], ...] = option(
        Value.AFFILIATIONS, "where the person belongs, each as papers have it: department, organization, place"
    )
    email: str = option(Value.EMAIL, "e-mail address")
    phone: str = option(Value.PHONE, "telephone number, with the country's code")
    office: str = option(Value.TEXT, "room and building")
    address: str = option(Value.TEXT, "the postal address, on one line, in the place of the location")
    location: str = option(Value.TEXT, "city and country or state")
    homepage: str = option(Value.LINK, "the address of this site or of another home page")
    # The networks, in the order in which they are shown: code, papers, catalogs of persons, and where people talk.
    github: str = account("GitHub", "https://github.com/{}")
    gitlab: str = account("GitLab", "https://gitlab.com/{}")
    codeberg: str = account("Codeberg", "https://codeberg.org/{}")
    bitbucket: str = account("Bitbucket", "https://bitbucket.org/{}")
    sourcehut: str = account("SourceHut", "https://sr.ht/~{}", hosts=("git.sr.ht",))
    huggingface: str = account("Hugging Face", "https://huggingface.co/{}", hosts=("hf.co",))
    kaggle: str = account("Kaggle", "https://www.kaggle.com/{}")
    scholar: str = account("Google Scholar", "https://scholar.google.com/citations?user={}", is_national=True)
    linkedin: str = account("LinkedIn", "https://www.linkedin.com/in/{}", is_national=True)
    semanticscholar: str = account(
        "Semantic Scholar", "https://www.semanticscholar.org/author/{}", "1741101", r"[0-9]+"
    )
    dblp: str = account("dblp", "https://dblp.org/pid/{}.html", hosts=("dblp.uni-trier.de", "dblp.dagstuhl.de"))
    openreview: str = account(
        "OpenReview", "https://openreview.net/profile?id={}", "~Ada_Example1", r"~?[\w.'-]+|\S+@\S+"
    )
    aclanthology: str = account("ACL Anthology", "https://aclanthology.org/people/{}/", hosts=("aclweb.org",))
    acm: str = account("ACM Digital Library", "https://dl.acm.org/profile/{}", "81100000000", r"[0-9]+")
    ieee: str = account("IEEE Xplore", "https://ieeexplore.ieee.org/author/{}", "37000000000", r"[0-9]+")
    arxiv: str = account("arXiv", "https://arxiv.org/a/{}", "example_a_1", r"[a-z-]+_[a-z]_[0-9]+|[0-9-]{18}[0-9X]")
    inspire: str = account("INSPIRE", "https://inspirehep.net/authors/{}", "1019113", r"[0-9]+")
    ads: str = account("NASA ADS", "https://ui.adsabs.harvard.edu/public-libraries/{}", "AbCdEf0123", r"[\w-]+")
    hal: str = account("HAL", "https://cv.hal.science/{}", hosts=("cv.archives-ouvertes.fr", "hal.science"))
    osf: str = account("OSF", "https://osf.io/{}", "ab1cd", r"[a-z0-9]{5}")
    zenodo: str = account("Zenodo", "https://zenodo.org/communities/{}")
    figshare: str = account("figshare", "https://figshare.com/authors/{}", "Ada_Example/123456", r"[^/\s]+/[0-9]+")
    pubmed: str = account(
        "PubMed", "https://www.ncbi.nlm.nih.gov/myncbi/{}/bibliography/public/", hosts=("pubmed.ncbi.nlm.nih.gov",)
    )
    mathscinet: str = account(
        "MathSciNet", "https://mathscinet.ams.org/mathscinet/MRAuthorID/{}", "123456", r"[0-9]+", hosts=("ams.org",)
    )
    zbmath: str = account("zbMATH", "https://zbmath.org/authors/{}", "example.ada", r"[a-z0-9.-]+")
    mathgenealogy: str = account(
        "Mathematics Genealogy",
        "https://www.mathgenealogy.org/id.php?id={}",
        "123456",
        r"[0-9]+",
        hosts=("genealogy.math.ndsu.nodak.edu",),
    )
    ssrn: str = account("SSRN", "https://papers.ssrn.com/sol3/cf_dev/AbsByAuth.cfm?per_id={}", "123456", r"[0-9]+")
    repec: str = account("RePEc", "https://ideas.repec.org/f/{}.html", "pex123", r"p[a-z]{2}[0-9]+")
    philpeople: str = account("PhilPeople", "https://philpeople.org/profiles/{}")
    orcid: str = account("ORCID", "https://orcid.org/{}", "0000-0002-1825-0097", has_checksum=True)
    webofscience: str = account(
        "Web of Science",
        "https://www.webofscience.com/wos/author/record/{}",
        "A-1234-2010",
        r"[A-Z]{1,3}-[0-9]{4}-[0-9]{4}|[0-9]+",
        hosts=("publons.com", "researcherid.com"),
    )
    scopus: str = account("Scopus", "https://www.scopus.com/authid/detail.uri?authorId={}", "7000000000", r"[0-9]{8,}")
    isni: str = account("ISNI", "https://isni.org/isni/{}", "0000000121032683", has_checksum=True)
    viaf: str = account("VIAF", "https://viaf.org/viaf/{}", "123456789", r"[0-9]+")
    gnd: str = account("GND", "https://d-nb.info/gnd/{}", "118540238", r"[0-9X-]+")
    wikidata: str = account("Wikidata", "https://www.wikidata.org/wiki/{}", "Q42", r"Q[0-9]+")
    wikipedia: str = account("Wikipedia", "https://en.wikipedia.org/wiki/{}", "Ada_Example", r"[^\s/]+")
    researchmap: str = account("researchmap", "https://researchmap.jp/{}")
    lattes: str = account("Lattes", "https://lattes.cnpq.br/{}", "1234567890123456", r"[0-9]{16}")
    researchgate: str = account("ResearchGate", "https://www.researchgate.net/profile/{}")
    academia: str = account(
        "Academia.edu", "https://independent.academia.edu/{}", is_national=True, hosts=("academia.edu",)
    )
    loop: str = account("Loop", "https://loop.frontiersin.org/people/{}/overview", "123456", r"[0-9]+")
    zotero: str = account("Zotero", "https://www.zotero.org/{}")
    stackoverflow: str = account("Stack Overflow", "https://stackoverflow.com/users/{}", "123456", r"[0-9]+")
    mathoverflow: str = account("MathOverflow", "https://mathoverflow.net/users/{}", "123456", r"[0-9]+")
    mastodon: str = account("Mastodon", "https://{}", "@name@server.example", is_federated=True, is_social=True)
    bluesky: str = account(
        "Bluesky",
        "https://bsky.app/profile/{}",
        "name.bsky.social",
        r"(?:[\w-]+\.)+[a-z]{2,}|did:[a-z]+:[\w.:-]+",
        is_social=True,
    )
    threads: str = account("Threads", "https://www.threads.com/@{}", hosts=("threads.net",), is_social=True)
    x: str = account("X", "https://x.com/{}", hosts=("twitter.com",), is_social=True)
    instagram: str = account("Instagram", "https://www.instagram.com/{}/", is_social=True)
    facebook: str = account("Facebook", "https://www.facebook.com/{}", hosts=("fb.com",), is_social=True)
    youtube: str = account("YouTube", "https://www.youtube.com/@{}", is_social=True)
    vimeo: str = account("Vimeo", "https://vimeo.com/{}", is_social=True)
    medium: str = account("Medium", "https://medium.com/@{}", is_social=True)
    substack: str = account("Substack", "https://substack.com/@{}", is_social=True)
    telegram: str = account("Telegram", "https://t.me/{}", is_social=True)
    reddit: str = account("Reddit", "https://www.reddit.com/user/{}", is_social=True)
    xing: str = account("XING", "https://www.xing.com/profile/{}")
    zhihu: str = account("Zhihu", "https://www.zhihu.com/people/{}", is_social=True)
    bilibili: str = account("Bilibili", "https://space.bilibili.com/{}", "123456", r"[0-9]+", is_social=True)
    links: tuple[tuple[str, str], ...] = option(
        Value.LINKS, "pages of the person on any other site: a name, and its address in angle brackets"
    )
    cv: str = option(Value.FILE, "the CV to offer: a page of this site, a file or an address")
    image: str = option(Value.FILE, "a portrait; without one the initials stand there")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Someone whose name appears on the site, and the address that the name links to."""

    kind: ClassVar[str] = "person"
    noun: ClassVar[str] = N_("Person")
    named_by: ClassVar[tuple[str, ...]] = ("name", "affiliation")
    layout: ClassVar[Layout] = Layout((Piece("name", link="url"), Piece("affiliation")))
    exported: ClassVar[Exported] = Exported()  # others, of whom the site only says where they are found

    name: str = option(Value.TEXT, "the full name", required=True)
    url: str = option(Value.LINK, "home page")
    affiliation: str = option(Value.TEXT, "where the person works")
    aliases: tuple[str, ...] = option(Value.NAMES, "other spellings of the name")

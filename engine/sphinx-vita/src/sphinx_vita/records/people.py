"""The person whose portfolio it is, and others whose names appear on it."""

from dataclasses import dataclass
from typing import ClassVar

from sphinx_vita.records.exported import Exported
from sphinx_vita.records.layout import Layout, Piece
from sphinx_vita.records.record import Record, Value, option


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile(Record):
    """The person whose portfolio it is; the body is the short biography."""

    kind: ClassVar[str] = "profile"
    noun: ClassVar[str] = "Profile"
    named_by: ClassVar[tuple[str, ...]] = ("name",)
    layout: ClassVar[Layout] = Layout()  # it is the head of the home page
    exported: ClassVar[Exported] = Exported()  # what every export is about

    name: str = option(Value.TEXT, "the full name", required=True)
    family: str = option(
        Value.TEXT, "the part of the name that is the family's, where it is not the last word: 'García Márquez', 'Nagy'"
    )
    aliases: tuple[str, ...] = option(
        Value.NAMES, "the name as it stands elsewhere: in another script, before a marriage, as papers have it"
    )
    label: str = option(Value.TEXT, "one line that says what the person is and where")
    organization: str = option(
        Value.TEXT,
        "where the person works or studies, for search engines; stands behind the label where that does not say it",
    )
    email: str = option(Value.EMAIL, "e-mail address")
    phone: str = option(Value.PHONE, "telephone number, with the country's code")
    location: str = option(Value.TEXT, "city and country or state")
    homepage: str = option(Value.LINK, "the address of this site or of another home page")
    github: str = option(Value.ACCOUNT, "GitHub profile", accounts="https://github.com/{}")
    scholar: str = option(
        Value.ACCOUNT, "Google Scholar profile", accounts="https://scholar.google.com/citations?user={}"
    )
    dblp: str = option(Value.ACCOUNT, "dblp page", accounts="https://dblp.org/pid/{}.html")
    linkedin: str = option(Value.ACCOUNT, "LinkedIn profile", accounts="https://www.linkedin.com/in/{}")
    orcid: str = option(Value.ACCOUNT, "ORCID iD", accounts="https://orcid.org/{}")
    x: str = option(Value.ACCOUNT, "profile on X", accounts="https://x.com/{}")
    cv: str = option(Value.FILE, "the CV to offer: a page of this site, a file or an address")
    image: str = option(Value.FILE, "a portrait; without one the initials stand there")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Someone whose name appears on the site, and the address that the name links to."""

    kind: ClassVar[str] = "person"
    noun: ClassVar[str] = "Person"
    named_by: ClassVar[tuple[str, ...]] = ("name", "affiliation")
    layout: ClassVar[Layout] = Layout((Piece("name", link="url"), Piece("affiliation")))
    exported: ClassVar[Exported] = Exported()  # others, of whom the site only says where they are found

    name: str = option(Value.TEXT, "the full name", required=True)
    url: str = option(Value.LINK, "home page")
    affiliation: str = option(Value.TEXT, "where the person works")
    aliases: tuple[str, ...] = option(Value.NAMES, "other spellings of the name")

"""The older form of Europass: a `SkillsPassport` of the editor until 2020."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from sphinx_vita.imports.accounts import account
from sphinx_vita.imports.cvs.references import Keys
from sphinx_vita.imports.data.europass_records import (
    PLACE,
    WITHHELD,
    addresses,
    fluency,
    joined,
    record,
    said_of,
    section_of,
)
from sphinx_vita.imports.data.europass_values import (
    child,
    children,
    date_in,
    html_as_markdown,
    label,
    name_of,
    period_in,
    place_in,
    rich,
    text,
)
from sphinx_vita.imports.drafts import Draft, Imported, Leftover, Section, profile_of
from sphinx_vita.imports.plain_text import as_markdown

_SKILLS = {  # an element of `Skills` -> the name of the skill
    "Communication": "Communication", "Organisational": "Organization", "JobRelated": "On the job",
    "Computer": "Computer", "Other": "Other skills", "Driving": "Driving",
}  # fmt: skip
_REACHED = (("Email",), ("TelephoneList", "Telephone"))
_NO_OPTION = "the profile has no option for it"
_LEVELS = ("Listening", "Reading", "SpokenInteraction", "SpokenProduction", "Writing")


def read_passport(root: Element) -> Imported:
    """Read a CV of the editor until 2020."""
    learner = child(root, "LearnerInfo")
    profile, loose = _person(learner)
    attached = [text(each, "Name") or name_of(each) for each in children(root, "AttachmentList", "Attachment")]
    loose += [Leftover(text=each, reason="attachments do not come along", place="attachments") for each in attached]
    jobs = _numbered(learner, "WorkExperienceList", "WorkExperience")
    sections = [
        Section(title="Work experience", contents=tuple(map(_job, *jobs))),
        Section(title="Education", contents=tuple(map(_degree, *_numbered(learner, "EducationList", "Education")))),
        Section(title="Languages", contents=tuple(_languages(child(learner, "Skills", "Linguistic")))),
        Section(title="Skills", contents=tuple(_skills(child(learner, "Skills")))),
        *_achievements(learner),
    ]
    return Imported(profile=profile, sections=tuple(sections), loose=tuple(loose))


def _numbered(element: Element | None, *path: str) -> tuple[list[Element], list[str]]:
    found = children(element, *path)
    return found, [f"{path[-1]}, {number}" for number in range(1, len(found) + 1)]


def _person(learner: Element | None) -> tuple[Draft | None, list[Leftover]]:
    """Return the person, and what stays out."""
    contact = child(learner, "Identification", "ContactInfo")
    first, surname = (text(learner, "Identification", "PersonName", part) for part in ("FirstName", "Surname"))
    emails, phones = ([text(each, "Contact") for each in children(contact, *path)] for path in _REACHED)
    headline, kind = label(learner, "Headline", "Description"), text(learner, "Headline", "Type", "Code")
    messaging = [
        (text(each, "Contact"), account(label(each, "Use") or text(each, "Use", "Code"), text(each, "Contact")))
        for each in children(contact, "InstantMessagingList", "InstantMessaging")
    ]
    options = [
        ("family", surname if " " in surname else ""),
        ("label", as_markdown(headline) if "statement" not in kind else ""),
        ("location", place_in(child(contact, "Address", "Contact"))),
        *(("email", each) for each in emails[:1]),
        *(("phone", each) for each in phones[:1]),
        *addresses([text(each, "Contact") for each in children(contact, "WebsiteList", "Website")]),
        *(found for _, found in messaging if found),
    ]
    others = [*emails[1:], *phones[1:], *(name for name, found in messaging if not found)]
    loose = [*_withheld(learner), *(Leftover(text=each, reason=_NO_OPTION, place=PLACE) for each in others)]
    body = html_as_markdown(headline) if "statement" in kind else ""
    name = f"{first} {surname}".strip()
    return profile_of(name, options, body, PLACE) if name else None, loose


def _withheld(learner: Element | None) -> Iterator[Leftover]:
    """Yield a word for what stays out: facts that are private, and the picture."""
    person = child(learner, "Identification")
    address = children(person, "ContactInfo", "Address", "Contact", "*")
    personal = [name_of(each) for each in children(person, "Demographics", "*")]
    personal += [name_of(each) for each in address if name_of(each) in ("AddressLine", "PostalCode")]
    if personal:
        yield Leftover(text=", ".join(personal), reason=WITHHELD, place=PLACE)
    if child(person, "Photo") is not None:
        reason = "the picture does not come along; save it and write ':image:'"
        yield Leftover(text="Photo", reason=reason, place=PLACE)


def _job(job: Element, place: str) -> Draft:
    title, employer = label(job, "Position"), text(job, "Employer", "Name")
    options = {
        "organization": as_markdown(employer) if title else "",
        "dates": period_in(child(job, "Period")),
        **_whereabouts(child(job, "Employer", "ContactInfo")),
    }
    body = [rich(job, "Activities"), said_of("Sector", label(job, "Employer", "Sector"))]
    return record("position", title or employer, options, place, joined(body))


def _degree(study: Element, place: str) -> Draft:
    options = {
        "institution": as_markdown(text(study, "Organisation", "Name")),
        "dates": period_in(child(study, "Period")),
        **_whereabouts(child(study, "Organisation", "ContactInfo")),
    }
    body = [rich(study, "Activities"), said_of("Level", label(study, "Level")), said_of("Field", label(study, "Field"))]
    return record("degree", label(study, "Title"), options, place, joined(body))


def _whereabouts(contact: Element | None) -> dict[str, str]:
    return {
        "location": as_markdown(place_in(child(contact, "Address", "Contact"))),
        "url": text(contact, "Website", "Contact"),
    }


def _languages(linguistic: Element | None) -> Iterator[Draft]:
    """Yield the languages, and the certificates of what is known of them."""
    for each, place in zip(*_numbered(linguistic, "MotherTongueList", "MotherTongue"), strict=True):
        yield record("language", label(each, "Description"), {"fluency": "native"}, place)
    for each, place in zip(*_numbered(linguistic, "ForeignLanguageList", "ForeignLanguage"), strict=True):
        levels = {name: text(each, "ProficiencyLevel", name) for name in _LEVELS}
        yield record("language", label(each, "Description"), {"fluency": fluency(levels)}, place)
        for certificate in children(each, "CertificateList", "Certificate"):
            issuer, dates = as_markdown(text(certificate, "AwardingBody")), date_in(child(certificate, "Date"))
            body = said_of("Level", text(certificate, "Level"))
            yield record("certificate", label(certificate, "Title"), {"issuer": issuer, "dates": dates}, place, body)


def _skills(skills: Element | None) -> Iterator[Draft]:
    for each in children(skills, "*"):
        title = _SKILLS.get(name_of(each))
        if title is None:
            continue
        licenses = ", ".join(text(one) for one in children(each, "Description", "Licence"))
        levels = {name_of(one): text(one) for one in children(each, "ProficiencyLevel", "*")}
        options = {"level": fluency(levels), "keywords": licenses}
        yield record("skill", title, options, name_of(each), "" if licenses else rich(each, "Description"))


def _achievements(learner: Element | None) -> Iterator[Section]:
    """Yield a section for each achievement: records line by line where its heading says which, else its text."""
    keys = Keys()
    for each, place in zip(*_numbered(learner, "AchievementList", "Achievement"), strict=True):
        code = text(each, "Title", "Code")
        title = label(each, "Title") or code.replace("_", " ").capitalize()
        yield section_of(title, rich(each, "Description"), place, keys)

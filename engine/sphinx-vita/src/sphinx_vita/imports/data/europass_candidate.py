"""The newer form of Europass: a `Candidate` of HR Open Standards."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from sphinx_vita.imports.cvs.references import Keys, entry_from
from sphinx_vita.imports.cvs.sections import Heading
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
    language,
    leaves,
    name_of,
    period_in,
    place_in,
    rich,
    text,
)
from sphinx_vita.imports.drafts import Draft, Entry, Imported, Leftover, Section, profile_of
from sphinx_vita.imports.plain_text import as_markdown
from sphinx_vita.reading.places import country_name

_PERSONAL = ("BirthDate", "GenderCode", "NationalityCode", "Nationality", "BirthPlace", "MaritalStatusCode", "Visa",
             "Disability", "AddressLine", "PostalCode")  # fmt: skip
_LISTS = {  # the other parts of the profile -> the kind of what stands in them, and the heading in a CV
    "Certifications": ("certificate", "Certificates"), "Licenses": ("certificate", "Licenses"),
    "Projects": ("project", "Projects"), "VoluntaryWorks": ("volunteer", "Volunteering"),
    "HonorsAndAwards": ("award", "Honors and awards"), "NetworksAndMemberships": ("membership", "Memberships"),
    "ConferencesAndSeminars": ("talk", "Conferences and seminars"), "SpeakingHistory": ("talk", "Talks"),
    "HobbiesAndInterests": ("interest", "Interests"), "PatentHistory": ("patent", "Patents"),
    "SocialAndPoliticalActivities": ("volunteer", "Social activities"), "CreativeWorks": ("project", "Creative works"),
    "OrganizationAffiliations": ("membership", "Affiliations"), "EmploymentReferences": ("referee", "References"),
    "CommunicationAndInterpersonalSkills": ("skill", "Communication"), "DigitalSkills": ("skill", "Digital skills"),
    "ManagementAndLeadershipSkills": ("skill", "Leadership"), "OrganisationalSkills": ("skill", "Organization"),
    "JobRelatedSkills": ("skill", "On the job"), "Recommendations": ("referee", "Recommendations"),
}  # fmt: skip
_READ = ("EmploymentHistory", "EducationHistory", "PersonQualifications", "PublicationHistory", "ExecutiveSummary",
         "ID", "ProfileName", "Attachment", "RenderingInformation", "Others", *_LISTS)  # fmt: skip
_TITLES = ("Title", "Name", "CertificationName", "LicenseName", "CertificationTypeCode", "LicenseTypeCode",
           "PatentTitle", "SpeakingEventName", "OrganizationName", "FormattedName")  # fmt: skip
_PERIODS = ("Period", "EffectiveTimePeriod", "ValidityPeriod", "MembershipPeriod", "ActivityPeriod")
_DAYS = ("Date", "IssueDate", "FirstIssuedDate", "IssuingDate", "EventDate", "AwardDate", "Year")
_TOLD = ("Description", "Link", "From", "To", "StartDate", "EndDate", "Current", "Ongoing", *_PERIODS, *_DAYS)
_ISSUERS = ("AwardingOrganization", "AwardingBody", "IssuingAuthority", "IssuingOrganization", "OrganizationName")
_LEVELS = ("Listening", "Reading", "Interaction", "Production", "Writing")


def read_candidate(root: Element) -> Imported:
    """Read a CV of the editor of today."""
    person, cv = child(root, "CandidatePerson"), child(root, "CandidateProfile")
    profile, loose = _person(person, rich(cv, "ExecutiveSummary"))
    keys = Keys()
    sections = [
        Section(title="Work experience", contents=tuple(_jobs(cv))),
        Section(title="Education", contents=tuple(_degrees(cv))),
        Section(title="Languages", contents=tuple(_languages(person, cv))),
        Section(title="Skills", contents=tuple(_competencies(cv))),
        Section(title="Publications", contents=tuple(_publications(cv, keys))),
        *(Section(title=title, contents=tuple(_items(cv, name, kind))) for name, (kind, title) in _LISTS.items()),
        *_others(cv, keys),
    ]
    for each in children(cv, "*"):
        if name_of(each) not in _READ and text(each):
            told = " | ".join(f"{name}: {words}" for name, words in leaves(each))
            loose.append(Leftover(text=told, reason="no record says this", place=name_of(each)))
    return Imported(profile=profile, sections=tuple(sections), loose=tuple(loose))


def _person(person: Element | None, summary: str) -> tuple[Draft | None, list[Leftover]]:
    """Return the person, and what stays out."""
    family = text(person, "PersonName", "FamilyName")
    name = " ".join(filter(None, (text(person, "PersonName", "GivenName"), family)))
    options: list[tuple[str, str]] = [("family", family if " " in family else "")]
    urls: list[str] = []
    for each in children(person, "Communication"):
        channel, uri = text(each, "ChannelCode").lower(), text(each, "URI")
        number = text(each, "DialNumber")
        dialing = text(each, "CountryDialing").lstrip("+")
        is_email = "@" in uri and channel not in ("web", "instantmessage")
        options.append(("email", uri.removeprefix("mailto:") if is_email else ""))
        options.append(("phone", f"+{dialing} {number}" if dialing and number else number))
        options.append(("location", place_in(child(each, "Address"))))
        urls += [uri] if uri and "@" not in uri else []
    names = dict.fromkeys(map(name_of, person.iter() if person is not None else ()))
    withheld = [name for name in names if name in _PERSONAL]
    loose = [Leftover(text=", ".join(withheld), reason=WITHHELD, place="CandidatePerson")] if withheld else []
    kept: dict[str, str] = {}
    for option, words in options:
        if words and words != kept.setdefault(option, words):
            loose.append(Leftover(text=words, reason="the profile has one of these", place="CandidatePerson"))
    return profile_of(name, [*options, *addresses(urls)], summary, PLACE) if name else None, loose


def _jobs(cv: Element | None) -> Iterator[Draft]:
    """Yield each position of each employer."""
    for number, employer in enumerate(children(cv, "EmploymentHistory", "EmployerHistory"), 1):
        name = text(employer, "OrganizationName")
        for each in children(employer, "PositionHistory") or [employer]:
            title = text(each, "PositionTitle")
            place = ", ".join(filter(None, (text(each, "City"), country_name(text(each, "Country").upper(), "en"))))
            options = {
                "organization": as_markdown(name) if title else "",
                "dates": period_in(child(each, "EmploymentPeriod")) or period_in(child(employer, "EmploymentPeriod")),
                "location": as_markdown(
                    place or place_in(child(employer, "OrganizationContact", "Communication", "Address"))
                ),
                "url": _page_of(employer),
            }
            body = rich(each, "Description")
            yield record("position", title or name, options, f"EmployerHistory, {number}", body)


def _page_of(organization: Element) -> str:
    uris = (text(each, "URI") for each in children(organization, "OrganizationContact", "Communication"))
    return next((uri for uri in uris if uri and "@" not in uri), "")


def _degrees(cv: Element | None) -> Iterator[Draft]:
    for number, each in enumerate(children(cv, "EducationHistory", "EducationOrganizationAttendance"), 1):
        degree = child(each, "EducationDegree")
        options = {
            "institution": as_markdown(text(each, "OrganizationName")),
            "dates": period_in(child(each, "AttendancePeriod")) or date_in(child(degree, "DegreeDate")),
            "thesis": as_markdown(text(degree, "Thesis")),
            "honors": as_markdown(text(degree, "FinalGrade")),
            "location": as_markdown(place_in(child(each, "OrganizationContact", "Communication", "Address"))),
            "url": _page_of(each),
        }
        facts = (("Field", text(degree, "FieldOfStudy")), ("Level", text(each, "EducationLevelCode")))
        body = joined([rich(degree, "OccupationalSkillsCovered"), *(said_of(*fact) for fact in facts)])
        title = text(each, "ProgramName") or text(degree, "DegreeName")
        yield record("degree", title, options, f"EducationHistory, {number}", body)


def _languages(person: Element | None, cv: Element | None) -> Iterator[Draft]:
    """Yield the mother tongues and the languages that were learned."""
    for code in children(person, "PrimaryLanguageCode"):
        yield record("language", language(text(code)), {"fluency": "native"}, "PrimaryLanguageCode")
    for number, each in enumerate(_qualified(cv, is_language=True), 1):
        levels: dict[str, str] = {}
        for one in children(each, "CompetencyDimension"):
            kind = text(one, "CompetencyDimensionTypeCode")
            levels[next((level for level in _LEVELS if level in kind), kind)] = text(one, "Score", "ScoreText")
        title = text(each, "CompetencyName") or language(text(each, "CompetencyID"))
        yield record("language", title, {"fluency": fluency(levels)}, f"PersonCompetency, {number}")


def _competencies(cv: Element | None) -> Iterator[Draft]:
    for number, each in enumerate(_qualified(cv, is_language=False), 1):
        title = text(each, "CompetencyName") or text(each, "CompetencyID")
        level = as_markdown(text(each, "ProficiencyLevel", "ScoreText"))
        yield record("skill", title, {"level": level}, f"PersonCompetency, {number}")


def _qualified(cv: Element | None, *, is_language: bool) -> list[Element]:
    found = children(cv, "PersonQualifications", "PersonCompetency")
    return [each for each in found if (text(each, "TaxonomyID").lower() == "language") is is_language]


def _publications(cv: Element | None, keys: Keys) -> Iterator[Draft | Entry | Leftover]:
    for number, each in enumerate(children(cv, "PublicationHistory", "*"), 1):
        data = {
            "title": text(each, "Title") or text(each, "FormattedPublicationDescription"),
            "authors": [text(one) for one in children(each, "Author")] or text(each, "Authors"),
            "date": text(each, "Year") or date_in(child(each, "PublicationDate")) or date_in(child(each, "Date")),
            "journal": text(each, "Reference") or text(each, "Source") or text(each, "PublisherName"),
            "url": text(each, "Link"),
            "summary": rich(each, "Description"),
        }
        yield entry_from(Heading("publication"), data, keys, f"PublicationHistory, {number}")


def _items(cv: Element | None, name: str, kind: str) -> Iterator[Draft]:
    """Yield what stands in one of the other lists, by the names that the elements of all of them have."""
    for number, each in enumerate(children(cv, name, "*"), 1):
        titled = next((part for part in _TITLES if text(each, part)), "")
        facts = dict(leaves(each, titled, *_TOLD))
        issuer = next((facts.pop(part) for part in _ISSUERS if part in facts and kind in ("award", "certificate")), "")
        title = text(each, titled) if titled else "" if len(each) else text(each)
        options = {"dates": _dates_in(each), "issuer": as_markdown(issuer), "url": text(each, "Link")}
        body = joined([rich(each, "Description"), *(said_of(*fact) for fact in facts.items())])
        yield record(kind, title or name_of(each), options, f"{name}, {number}", body)


def _dates_in(item: Element) -> str:
    periods = (period_in(child(item, part)) for part in _PERIODS)
    days = (date_in(child(item, part)) for part in _DAYS)
    return next(filter(None, (*periods, period_in(item), *days)), "")


def _others(cv: Element | None, keys: Keys) -> Iterator[Section]:
    """Yield the sections with headings of the person's own."""
    for number, each in enumerate(children(cv, "Others", "*"), 1):
        title = text(each, "Title") or text(each, "Name") or "More"
        told = leaves(each, "Title", "Name", "Description")
        body = joined([rich(each, "Description"), *(said_of(*leaf) for leaf in told)])
        yield section_of(title, body, f"Others, {number}", keys)

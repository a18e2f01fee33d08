"""The kinds of records that an author writes, by subject: one class for each, which says all that the kind brings.

Only the title of a record must be written, and what its kind means nothing without.
"""

from sphinx_vita.records.kinds.abilities import Interest, Language, Skill
from sphinx_vita.records.kinds.career import Membership, Position, Referee, Service, Volunteer
from sphinx_vita.records.kinds.education import Certificate, Degree, Student, Teaching
from sphinx_vita.records.kinds.events import Event, News, Post, Press, Talk
from sphinx_vita.records.kinds.funding import Award, Grant, Project
from sphinx_vita.records.kinds.works import Dataset, Patent, Software

__all__ = [
    "Award",
    "Certificate",
    "Dataset",
    "Degree",
    "Event",
    "Grant",
    "Interest",
    "Language",
    "Membership",
    "News",
    "Patent",
    "Position",
    "Post",
    "Press",
    "Project",
    "Referee",
    "Service",
    "Skill",
    "Software",
    "Student",
    "Talk",
    "Teaching",
    "Volunteer",
]

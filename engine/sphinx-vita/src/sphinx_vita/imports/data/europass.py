"""Europass CVs in XML: the `SkillsPassport` of the editor until 2020, and the `Candidate` of HR Open Standards since.

Date of birth, gender, nationality and the street where one lives stay out: Europass asks for them, a site must not.
"""

from dataclasses import replace

from sphinx_vita.imports.data.europass_candidate import read_candidate
from sphinx_vita.imports.data.europass_passport import read_passport
from sphinx_vita.imports.data.europass_values import name_of, root_of
from sphinx_vita.imports.drafts import Imported
from sphinx_vita.imports.judging import judged

_READERS = {"SkillsPassport": read_passport, "Candidate": read_candidate}


def is_europass(xml: str) -> bool:
    """Whether a text is a CV of Europass."""
    root = root_of(xml)
    return root is not None and name_of(root) in _READERS


def read_europass(xml: str) -> Imported:
    """Read a CV of either form; never raises."""
    root = root_of(xml)
    if root is None or name_of(root) not in _READERS:
        return Imported()
    imported = _READERS[name_of(root)](root)
    return judged(replace(imported, sections=tuple(each for each in imported.sections if each.contents or each.prose)))

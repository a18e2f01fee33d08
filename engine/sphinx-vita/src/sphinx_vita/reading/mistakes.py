"""What can be wrong with what an author wrote.

The pure half finds mistakes and returns them; the Sphinx half tells the author as `vita.<mistake>` warnings.
"""

from dataclasses import dataclass
from enum import StrEnum


class Mistake(StrEnum):
    """The kinds of mistakes; each value is the warning's subtype, as written in `suppress_warnings`."""

    MISSING_OPTION = "missing_option"
    EMPTY_OPTION = "empty_option"
    UNKNOWN_OPTION = "unknown_option"
    UNKNOWN_VALUE = "unknown_value"
    UNREADABLE_DATE = "unreadable_date"
    REVERSED_DATES = "reversed_dates"
    INVALID_EMAIL = "invalid_email"
    INVALID_LINK = "invalid_link"
    EMPTY_LINK = "empty_link"
    DUPLICATE_KEY = "duplicate_key"
    BROKEN_BIBLIOGRAPHY = "broken_bibliography"
    REPEATED_FIELD = "repeated_field"
    MISSING_FIELD = "missing_field"
    TOO_LARGE = "too_large"
    MISSING_FILE = "missing_file"
    MISSING_GLYPH = "missing_glyph"
    UNKNOWN_ENTRY = "unknown_entry"
    UNKNOWN_REFERENCE = "unknown_reference"
    UNREADABLE_MATH = "unreadable_math"
    COMMENT = "comment"
    FOREIGN_MARKUP = "foreign_markup"
    UNCLEAR_DOLLAR = "unclear_dollar"
    BROKEN_FENCE = "broken_fence"
    INDENTED = "indented"
    BROKEN_OPTION = "broken_option"
    MISPLACED_OPTION = "misplaced_option"
    REPEATED_OPTION = "repeated_option"
    UNKNOWN_DIRECTIVE = "unknown_directive"
    UNKNOWN_ROLE = "unknown_role"
    UNKNOWN_KEY = "unknown_key"
    BROKEN_FRONT_MATTER = "broken_front_matter"
    REPEATED_PROFILE = "repeated_profile"
    INVALID_PATH = "invalid_path"
    INVALID_SETTING = "invalid_setting"
    DEPRECATED = "deprecated"


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake at one line, with what to write instead."""

    mistake: Mistake
    message: str
    line: int  # counted from 1; 0 where the mistake has no line

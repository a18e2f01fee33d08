"""What can be wrong with what an author wrote.

The pure half finds mistakes and returns them; the Sphinx half tells the author as `vita.<mistake>` warnings.
"""

from dataclasses import dataclass
from enum import StrEnum


class Mistake(StrEnum):
    """The kinds of mistakes; each value is the subtype of a warning, as in `suppress_warnings`, with what it means."""

    meaning: str

    def __new__(cls, value: str, meaning: str = "") -> "Mistake":
        """Make the kind of that value; the reference of the documentation prints the meaning."""
        kind = str.__new__(cls, value)
        kind._value_, kind.meaning = value, meaning
        return kind

    MISSING_OPTION = "missing_option", "a record or a view lacks a required option; it is shown without it"
    EMPTY_OPTION = "empty_option", "an option has no value"
    UNKNOWN_OPTION = "unknown_option", "the directive has no option of that name"
    UNKNOWN_VALUE = "unknown_value", "a value is not one of the allowed ones, or has no effect here"
    UNKNOWN_LANGUAGE = "unknown_language", "a translation is in a language that the site does not have, or cannot be"
    UNREADABLE_DATE = "unreadable_date", "a date or year cannot be read"
    REVERSED_DATES = "reversed_dates", "a range of dates ends before it starts"
    INVALID_EMAIL = "invalid_email", "this is no e-mail address"
    INVALID_LINK = "invalid_link", "a link is no web address that is allowed, or no telephone number"
    EMPTY_LINK = "empty_link", "a link leads nowhere"
    DUPLICATE_KEY = "duplicate_key", "two records of a kind have one key, or a paper has two pages"
    BROKEN_BIBLIOGRAPHY = "broken_bibliography", "part of a `.bib` file cannot be read, such as for a missing brace"
    REPEATED_FIELD = "repeated_field", "a field of an entry, or a key of the front matter, is written twice"
    MISSING_FIELD = "missing_field", "an entry lacks a field that it needs to be shown"
    TOO_LARGE = "too_large", "a bibliography or a value is too large to be read completely"
    MISSING_FILE = "missing_file", "there is no file or page of that name"
    UNREADABLE_PICTURE = "unreadable_picture", "a picture is damaged or no browser shows its format; it is left out"
    MISSING_GLYPH = "missing_glyph", "no available font has a character that a PDF needs"
    NOT_PRINTED = "not_printed", "something on a page cannot be printed in its PDF"
    UNKNOWN_ENTRY = "unknown_entry", "there is no entry of that key in the bibliographies"
    UNKNOWN_REFERENCE = "unknown_reference", "a role names a record or a person that is not on the site"
    UNREADABLE_MATH = "unreadable_math", "a formula cannot be read and is shown as it is written"
    COMMENT = "comment", "a comment of another markup language would be published; it is left out"
    FOREIGN_MARKUP = "foreign_markup", "markup of another program, such as HTML or Liquid, is shown as it is written"
    UNCLEAR_DOLLAR = "unclear_dollar", "a dollar sign may be money or a formula"
    BROKEN_FENCE = "broken_fence", "a block of colons or backticks has no end, no beginning or no name"
    INDENTED = "indented", "indented text becomes a block of code"
    BROKEN_OPTION = "broken_option", "a line looks like an option and is not well-formed"
    MISPLACED_OPTION = "misplaced_option", "an option does not stand directly below its directive"
    REPEATED_OPTION = "repeated_option", "an option is written twice"
    UNKNOWN_DIRECTIVE = "unknown_directive", "there is no directive of that name"
    UNKNOWN_ROLE = "unknown_role", "there is no role of that name"
    UNKNOWN_KEY = "unknown_key", "nothing reads a key of the front matter"
    BROKEN_FRONT_MATTER = "broken_front_matter", "the front matter has no end, or is not at the top"
    REPEATED_PROFILE = (
        "repeated_profile",
        "the site has a second profile, or a `person` who is also in the profile; the first one counts",
    )
    INVALID_PATH = "invalid_path", "no PDF can be written under that name"
    INVALID_SETTING = "invalid_setting", "a setting in `conf.py` cannot be used; its default is used"
    DEPRECATED = "deprecated", "an option, a key or a setting has a new name; the old one will stop working"


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake at one line, with what to write instead."""

    mistake: Mistake
    message: str
    line: int  # counted from 1; 0 where the mistake has no line

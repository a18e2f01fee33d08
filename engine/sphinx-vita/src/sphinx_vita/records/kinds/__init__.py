"""The kinds of records that an author writes, by subject: one class for each, which says all that the kind brings.

Only the title of a record must be written, and what its kind means nothing without.
"""

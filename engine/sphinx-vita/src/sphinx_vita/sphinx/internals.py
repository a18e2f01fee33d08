"""What this package knows of the insides of others, where they offer no way in: all of it stands here.

Each piece says what it expects, looks at the start of a build whether that is so, and does without it if not.
"""


class SearchAnchor(str):
    """An anchor that Sphinx's search index keeps in full.

    It would store `kind-key` as "-" and make an anchor of the kind and the title out of that again.
    """

    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, _: object) -> bool:
        return False

    def __ne__(self, _: object) -> bool:
        return True

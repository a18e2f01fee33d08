"""What an import has brought, in words."""

from collections import Counter

from sphinx_vita.imports.drafts import Imported
from sphinx_vita.imports.site import INBOX
from sphinx_vita.records import KINDS

_PLURALS = {"person": "people", **{kind: kind for kind in ("news", "press", "software", "teaching")}}  # the others: -s


def counted(imported: Imported) -> str:
    """Count what became a record, an entry of the bibliography or a page, and what waits in the inbox.

    >>> counted(Imported())
    'nothing was found.'
    """
    kinds = Counter(draft.kind for draft in imported.drafts)
    in_order = sorted(kinds.items(), key=lambda each: list(KINDS).index(each[0]))
    parts = [f"{number} {kind if number == 1 else _PLURALS.get(kind, f'{kind}s')}" for kind, number in in_order]
    for what, number in (("publication", len(imported.entries)), ("page", len(imported.pages))):
        parts += [f"{number} {what if number == 1 else f'{what}s'}"] if number else []
    left = len(imported.leftovers)
    inbox = f" {left} more {'waits' if left == 1 else 'wait'} in {INBOX}, with the reason." if left else ""
    return (", ".join(parts) + "." if parts else "nothing was found.") + inbox
